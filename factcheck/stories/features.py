"""What an article is about, as a weighted bag of terms: names first, then rare words and figures.

Readings go in, one unit vector an article comes out. Names weigh by how rare they are in news at large and not only in
this batch: in a folder on one subject the subject's names still tell two events apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from sys import intern

from factcheck.model.mention import NameMention, PlaceMention
from factcheck.model.reading import Reading
from factcheck.text.folding import fold

Vector = dict[str, float]

# Tuned on mixed batches of articles on shootings and on pairs of alike events: of the values tried these part alike events
# best at equal recall. A name counts as if BACKGROUND further articles without it had been read.
BACKGROUND = 500.0
NAME_WEIGHT = 1.3
FIGURE_WEIGHT = 0.7
OFFICIAL_SHARE = 0.25  # of the weight of another name

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


def vectors(readings: Sequence[Reading], officials: Sequence[frozenset[str]]) -> list[Vector]:
    """A unit vector of terms for each reading, empty for an article that names nothing.

    `officials` are the folded words of the names of national office-holders in each reading: they stand in stories of
    many kinds, and so tell little of which event an article is about.
    """
    counted = [(_names(reading), _words(reading)) for reading in readings]
    known = {"=" + word for names in officials for word in names}
    documents: Counter[str] = Counter()
    for names, words in counted:
        documents.update(names.keys())
        documents.update(words.keys())
    rarity = _rarity(documents, len(readings), known)
    made = []
    for names, words in counted:
        vector = {}
        for term, count in (*words.items(), *names.items()):
            vector[term] = rarity[term] if count == 1 else (1 + log(count)) * rarity[term]
        length = sqrt(sum(weight * weight for weight in vector.values()))
        made.append({term: weight / length for term, weight in vector.items() if weight > 0} if length else {})
    return made


def _rarity(documents: Counter[str], total: int, officials: frozenset[str] | set[str]) -> Vector:
    """What a term weighs that stands once in an article: the less, the more of the `total` articles it stands in."""
    rarity = {}
    for term, count in documents.items():
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
        for mention in sentence.mentions:
            if isinstance(mention, NameMention) or (isinstance(mention, PlaceMention) and len(mention.ids[0]) > 2):
                for word in fold(mention.text).split():
                    if len(word) > 2:
                        found[intern("=" + word)] += 1
    return found


def _words(reading: Reading) -> Counter[str]:
    text = reading.article.text
    runs: list[list[int]] = []  # sentences with nothing but space between them are searched at once
    for sentence in reading.sentences:
        if sentence.field == "text":
            if runs and runs[-1][1] <= sentence.start and (runs[-1][1] == sentence.start or text[runs[-1][1] : sentence.start].isspace()):
                runs[-1][1] = sentence.end
            else:
                runs.append([sentence.start, sentence.end])
    found: Counter[str] = Counter()
    for start, end in runs:
        found.update(_TERM.findall(text, start, end))
    return Counter({intern(term): count for term, count in found.items() if term not in _COMMON})
