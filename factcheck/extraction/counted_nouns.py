"""What a figure counts by the words around it, whether it counts anything at all, and whether of some of those only.

A quantity in its sentence goes in, a noun or a yes or no comes out.
"""

from __future__ import annotations

import re

from factcheck.extraction.quantities.nouns import noun_after
from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Sentence
from factcheck.text.scan import Scan

REACH = 90  # characters to each side, inside the sentence, in which words tell what is counted
TIMES = frozenset(("time", "times"))
# What a bare number counts stands behind what it is a part of, or before it: "67 of the 112 seats", "the number of seats rose to 67".
_OF_ALL = re.compile(r" (?:out )?of (?:the |its |their |all |those |these )?(?:[A-Za-z][\w-]*'s? )?(?:[\w,.]+ )??(?:[a-z]+ed )?([a-z]{3,})(?![\w'-])")
_OF_WHICH = (" of which ", " of whom ", " of them ")
_OF_THEM = re.compile(r",? (?:(?:out )?of (?:them|these|those|which|whom))\b")
_NUMBER_OF = re.compile(
    r"\bnumber of ((?:[a-z][\w-]* ){0,3}?[a-z][\w-]*)(?: [\w'-]+){0,8}? (?:to|at|is|was|now|of|reached|hit|stands at|stood at)\s$"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
VAGUE_NOUNS = frozenset("lower higher one ones way ways time times thing things point side sides reason reasons kind part parts step more".split())
# "the Group of Seven", "the Big Three": names of bodies, whoever belongs to them.
_BODY = re.compile(r"\b(?:Big|Final|(?:Band|Club|Committee|Council|Gang|Group) of) $")
_NEAR_BODY = 13
TEN, THOUSAND = 10, 1000
_RATIO = re.compile(
    r" times? (?:as|more|less|fewer|larger|bigger|higher|lower|faster|greater|smaller|the|its|their|his|her|that|what|a|per|over|above|normal)\b"
)


def noun_of(scan: Scan, sentence: Sentence, mention: QuantityMention) -> str | None:
    """What is counted, by the words behind the number, else by the whole that it is a part of or by what is said to have that number."""
    if mention.noun or mention.unit is not None:
        return mention.noun
    if _is_of_them(scan, mention):
        return next((m.noun for m in reversed(sentence.mentions) if m.start < mention.start and isinstance(m, QuantityMention) and m.noun), None)
    whole = _OF_ALL.match(scan.plain, mention.end, sentence.end)
    if whole is None and "number of " in (before := scan.plain[max(sentence.start, mention.start - REACH) : mention.start]):
        whole = _NUMBER_OF.search(before)
        if whole is not None and (told := noun_after(before, whole.start(1), is_one=False)) is not None:
            return told[0]  # "the number of infected sites rose to 10,000"
    return whole[1] if whole is not None and whole[1] not in ("them", "these", "those", "which", "whom") else None


def _is_of_them(scan: Scan, mention: QuantityMention) -> bool:
    return mention.kind == "count" and (
        scan.plain[max(0, mention.start - 10) : mention.start].endswith(_OF_WHICH) or _OF_THEM.match(scan.plain, mention.end) is not None
    )


def is_part(scan: Scan, mention: QuantityMention) -> bool:
    """The number is that of some of those that are counted: "64 of them", "12 of the 40 men"."""
    if mention.noun or mention.unit is not None:
        return False
    return _is_of_them(scan, mention) or _OF_ALL.match(scan.plain, mention.end) is not None


def counts(mention: QuantityMention, noun: str | None) -> bool:
    """A count of something that has a name; "one" alone is most often no number."""
    if not noun or noun.split()[-1].lower() in VAGUE_NOUNS:
        return False
    return mention.text.lower() not in ("one", "a", "an", "half")


def names_body(scan: Scan, sentence: Sentence, mention: QuantityMention) -> bool:
    """The number is a part of a name: "the Group of Seven", "the Big Three"; a headline may begin with "Group of 12"."""
    if mention.kind != "count" or mention.unit is not None or not (mention.text[0].isupper() or mention.text.isdigit()):
        return False
    body = _BODY.search(scan.plain, max(sentence.start, mention.start - _NEAR_BODY), mention.start)
    return body is not None and (mention.text[0].isupper() or body.start() > sentence.start)


def is_again(scan: Scan, mention: QuantityMention, noun: str | None) -> bool:
    """How often something was done: "was arrested six times"; six times as many is a ratio."""
    return noun is not None and noun.lower() in TIMES and mention.text.lower() != "one" and _RATIO.match(scan.plain, mention.end) is None


def is_telling(mention: QuantityMention) -> bool:
    """A number that names nothing but says enough by itself to be known again: two digits and no year, thousands, or a hedge."""
    point = mention.value.point
    if point is None or mention.kind not in ("count", "money"):
        return mention.kind == "ordinal" and mention.noun is None
    if point >= THOUSAND or (mention.hedge != "=" and point >= TEN):
        return not _YEAR.fullmatch(mention.text)
    return len("".join(map(str, point.as_tuple().digits)).strip("0")) > 1 and not _YEAR.fullmatch(mention.text)
