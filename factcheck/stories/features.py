"""What an article is about, as a weighted bag of terms: names first, then rare words and figures.

Readings go in, one unit vector an article comes out. Names weigh by how rare they are in news at large and not only in
this batch: in a folder on one subject the subject's names still tell two events apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log, sqrt
from sys import intern

from factcheck.model.mention import NameMention, PlaceMention
from factcheck.model.outline import Terms
from factcheck.model.reading import Reading
from factcheck.text.folding import fold
from factcheck.text.stems import stem

Vector = dict[str, float]

# Tuned on mixed batches of articles on shootings and on pairs of alike events: of the values tried these part alike events
# best at equal recall. A name counts as if BACKGROUND further articles without it had been read.
BACKGROUND = 500.0
NAME_WEIGHT = 1.3
FIGURE_WEIGHT = 0.7
OFFICIAL_SHARE = 0.25  # of the weight of another name
LEAD = 500  # code points from the start of the text: what stands in them counts twice, as a report tells its event first

_TERM = re.compile(r"\b(?:[a-z][a-z'-]{3,}|\d[\d,.]*\d\b)")
_COMMON = frozenset(
    """about above according across after again against ahead all almost alone along already also although always among and another any anyone
    anything are around asked away back became because been before began behind being believe below between both brought but called came can
    cannot case come could day days did does doing done down during each early either else enough even ever every everyone few find first five
    following for former found four from gave get give given goes going gone good got great had half hard has have having here high him himself
    his hold home how however hundred including inside into its itself just keep kept know known large last late later least left less let like
    likely little live long look made make making man many may maybe members men might minutes month months more morning most much must named
    near nearly need never new next night nine none not nothing now number off officials often once one only open other others our out outside
    over own part people perhaps place point police put rather really received recent report reported reports right said same saw say saying
    says second see seen sent set seven several she should show side since six small some someone something soon spokesman spokeswoman started
    state statement still such sunday take taken taking tell ten than that the their them themselves then there these they thing things think
    third this those though thought three through time times today together told too took toward trying turned two under until upon use used
    very want wanted was way week weekend weeks well went were what when where whether which while who whole whose why will with within without
    woman women work working would year years yesterday yet you young your""".split()
)


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of `total` articles each term stands, and the terms that are words of the names of national office-holders."""

    documents: Mapping[str, int]
    total: int
    officials: Container[str]


def terms_of(reading: Reading, officials: frozenset[str]) -> Terms:
    """What the article is about. `officials` are the folded words of the names of national office-holders in it."""
    return Terms((*_words(reading).items(), *_names(reading).items()), officials)


def background(articles: Sequence[Terms]) -> Background:
    """How rare each term is among some articles alone."""
    documents: Counter[str] = Counter()
    for terms in articles:
        documents.update([term for term, _ in terms.counts])
    return Background(documents, len(articles), {"=" + word for terms in articles for word in terms.officials})


def vectors(articles: Sequence[Terms], among: Background) -> list[Vector]:
    """A unit vector of terms for each article, empty for one that names nothing; `among` knows every term of them.

    The names of national office-holders stand in stories of many kinds, and so tell little of which event an article is about.
    """
    rarity = _rarity({term for terms in articles for term, _ in terms.counts}, among)
    made = []
    for terms in articles:
        vector = {}
        for term, count in terms.counts:
            vector[term] = rarity[term] if count == 1 else (1 + log(count)) * rarity[term]
        length = sqrt(fsum([weight * weight for weight in vector.values()]))
        made.append({term: weight / length for term, weight in vector.items() if weight > 0} if length else {})
    return made


def _rarity(terms: Iterable[str], among: Background) -> Vector:
    """What a term weighs that stands once in an article: the less, the more of all articles it stands in."""
    rarity = {}
    total, documents, officials = among.total, among.documents, among.officials
    for term in terms:
        count = documents[term]
        if term[0] == "=":
            rarity[term] = log((total + BACKGROUND) / count) * NAME_WEIGHT * (OFFICIAL_SHARE if term in officials else 1)
        elif term[0].isdigit():
            rarity[term] = log((total + BACKGROUND / 5) / count) * FIGURE_WEIGHT
        else:
            rarity[term] = log((total + 1) / count)
    return rarity


def _names(reading: Reading) -> Counter[str]:
    """Words of names and of places below a country, marked as such."""
    found: Counter[str] = Counter()
    for sentence in reading.sentences:
        times = 2 if sentence.start < LEAD or sentence.field != "text" else 1
        for mention in sentence.mentions:
            if isinstance(mention, NameMention) or (isinstance(mention, PlaceMention) and len(mention.ids[0]) > 2):
                for term in _marked(mention.text):
                    found[term] += times
    return found


@lru_cache(maxsize=16384)
def _marked(name: str) -> tuple[str, ...]:
    return tuple([intern("=" + word) for word in fold(name).split() if len(word) > 2])


def _words(reading: Reading) -> Counter[str]:
    """Stems of the rarer words, and figures as written."""
    text = reading.article.text
    runs: list[list[int]] = []  # sentences with nothing but space between them are searched at once
    for sentence in reading.sentences:
        if sentence.field == "text":
            if runs and runs[-1][1] <= sentence.start and (runs[-1][1] == sentence.start or text[runs[-1][1] : sentence.start].isspace()):
                runs[-1][1] = sentence.end
            else:
                runs.append([sentence.start, sentence.end])
    terms: list[str] = []
    for start, end in runs:
        terms += _TERM.findall(text, start, end)
        if start < LEAD:
            terms += _TERM.findall(text, start, min(end, LEAD))
    found: Counter[str] = Counter()
    for term, count in Counter(terms).items():
        kept = _kept(term)
        if kept is not None:
            found[kept] += count
    return found


@lru_cache(maxsize=65536)
def _kept(term: str) -> str | None:
    """The stem of a word, or a figure as it stands; None for what says nothing of a story."""
    if term in _COMMON:
        return None
    return intern(stem(term)) if term[0].isalpha() else intern(term)
