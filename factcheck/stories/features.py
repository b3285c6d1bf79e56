"""What an article is about, as a weighted bag of terms: names first, then countries, rare words and figures.

Readings go in, one vector an article comes out. Terms weigh by how rare they are in news at large and not only in
this batch: in a folder on one subject the subject's names still tell two events apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from sys import intern
from typing import NamedTuple

from factcheck.model.claim import Claim
from factcheck.model.mention import NameMention, PlaceMention
from factcheck.model.outline import Terms
from factcheck.model.reading import Reading
from factcheck.stories.wording import COMMON, KINDS, SILENT
from factcheck.text.folding import fold
from factcheck.text.memory import Remembered
from factcheck.text.stems import stem

STEPS = 1 << 12  # of a weight of one: whole weights add up to one sum in whichever order

# Tuned on batches of articles on shootings and on pairs of alike events, alone and among thousands of others: of the values
# tried these part alike events best at equal recall. A term counts as if so many further articles had been read, such a
# share of them with it.
NAMES, NAME_WEIGHT = 1000.0, 1.3
FIGURES, FIGURE_WEIGHT = 100.0, 0.7
COUNTRIES, COUNTRY_SHARE, COUNTRY_WEIGHT = 300.0, 0.03, 1.5
WORDS, WORD_SHARE, WORD_WEIGHT = 50.0, 0.05, 0.8
OFFICIAL_SHARE = 0.25  # of the weight of another name
LEAD = 500  # code points from the start of the text: a sentence that begins in them counts twice, as a report tells its event first

COMMON_DAY = 20  # a day that more articles tell of says nothing
DAY = "*"  # begins the term of a day: "*2016-05-30"

_TERM = re.compile(r"\b(?:[a-z][a-z'-]{3,}|\d[\d,.]*\d\b)")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_TWICE = re.compile(r"(..?)\1+")
_LOGS = [0.0, *(1 + log(count) for count in range(1, 64))]


class Vector(NamedTuple):
    """What an article is about: each term with its weight in STEPS, none that weighs nothing, the norm of them all, and the days it tells of."""

    weights: dict[str, int]
    length: float
    days: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of `total` articles each term stands, and the terms that are words of the names of national office-holders."""

    documents: Mapping[str, int]
    total: int
    officials: Container[str]


def terms_of(reading: Reading, officials: frozenset[str], claims: Sequence[Claim] = ()) -> Terms:
    """What the article is about. `officials` are the folded words of the names of national office-holders in it; its `claims` tell of days."""
    found = Counter(_told(reading))
    found.pop("", None)  # what says nothing
    for joined in [terms for terms in found if " " in terms]:
        count = found.pop(joined)
        for term in joined.split():
            found[term] += count
    found.update(_days(claims))
    return Terms(dict(found), frozenset(map(_sounded, officials)))


def _days(claims: Iterable[Claim]) -> set[str]:
    """The terms of the single days that claims are about or give as their value."""
    days: set[str] = set()
    for claim in claims:
        time, told = claim.valid.interval, claim.value.entity
        if time.first is not None and time.first == time.last:
            days.add(DAY + time.first.isoformat())
        if told is not None and claim.kind == "date" and _ISO_DAY.match(told):
            days.add(DAY + told)
    return days


def background(articles: Sequence[Terms]) -> Background:
    """How rare each term is among some articles alone."""
    documents: Counter[str] = Counter()
    for terms in articles:
        documents.update(terms.counts.keys())
    return Background(documents, len(articles), {"=" + word for terms in articles for word in terms.officials})


def vectors(articles: Sequence[Terms], among: Background) -> list[Vector]:
    """A vector of terms for each article, empty for one that names nothing; `among` knows every term of them, and few others.

    The names of national office-holders stand in stories of many kinds, and so tell little of which event an article is about.
    """
    rarity = _rarity(among)
    days = {term for term, count in among.documents.items() if term[0] == DAY and count <= COMMON_DAY}
    made = []
    for terms in articles:
        weights = {
            term: weight if count == 1 else round(weight * (_LOGS[count] if count < len(_LOGS) else 1 + log(count)))
            for term, count in terms.counts.items()
            if (weight := rarity[term])
        }
        made.append(Vector(weights, sqrt(sum([weight * weight for weight in weights.values()])), frozenset(terms.counts.keys() & days)))
    return made


def _rarity(among: Background) -> dict[str, int]:
    """What a term weighs, in STEPS, that stands once in an article: the less, the more of all articles it stands in."""
    rarity: dict[str, float] = {}
    total, officials = among.total, among.officials
    for term, count in among.documents.items():
        mark = term[0]
        if mark == "=":
            rarity[term] = log((total + NAMES) / count) * NAME_WEIGHT * (OFFICIAL_SHARE if term in officials else 1)
        elif mark == DAY:
            rarity[term] = 0.0
        elif mark == "@":
            rarity[term] = max(0.0, log((total + COUNTRIES) / (count + COUNTRIES * COUNTRY_SHARE))) * COUNTRY_WEIGHT
        elif mark.isdigit():
            rarity[term] = log((total + FIGURES) / count) * FIGURE_WEIGHT
        else:
            rarity[term] = max(0.0, log((total + WORDS) / (count + WORDS * WORD_SHARE))) * WORD_WEIGHT
    return {term: round(weight * STEPS) for term, weight in rarity.items()}


def _told(reading: Reading) -> list[str]:
    """The terms of each name and place, and of what stands between two spaces; those of the title and of the lead twice."""
    text, kept = reading.article.text, _KEPT.__getitem__
    found = 2 * list(map(kept, (reading.article.title or "").lower().split()))
    for sentence in reading.sentences:
        is_text = sentence.field == "text"
        told = list(map(kept, text[sentence.start : sentence.end].split())) if is_text else []
        for mention in sentence.mentions:
            kind = type(mention)
            if kind is NameMention:
                told.append(_MARKED[mention.text])
            elif kind is PlaceMention:
                place = mention.ids[0]  # type: ignore[union-attr]
                told.append(_MARKED[mention.text] if len(place) > 2 else _COUNTRY[place])
        found += told
        if sentence.start < LEAD or not is_text:
            found += told
    return found


def _marked(name: str) -> str:
    """The terms of a name, with a space between them: words of its own are marked "=", those of its kind are words as any."""
    words = [word for word in fold(name).split() if len(word) > 2 and word not in SILENT]
    own = [word for word in words if word not in KINDS][-2:]  # a long name is one name: its last two words are known best
    return intern(" ".join([stem(word) for word in words if word in KINDS] + ["=" + _sounded(word) for word in own]))


def _sounded(word: str) -> str:
    """One spelling for some that news has of one name: Mohammed and Mohamed, Zaporizhzhya and Zaporizhia."""
    return _TWICE.sub(r"\1", word.replace("ph", "f").replace("y", "i")) if len(word) > 4 else word


def _kept(piece: str) -> str:
    """The terms in what stands between two spaces, with a space between them: stems of the rarer words, figures as they stand."""
    return intern(" ".join([stem(term) if term[0].isalpha() else term for term in _TERM.findall(piece) if term not in COMMON]))


_MARKED = Remembered(_marked)
_KEPT = Remembered(_kept)
_COUNTRY = Remembered(lambda place: intern("@" + place))
