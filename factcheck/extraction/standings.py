"""Places in a row, results and rough ages: "the 20th coach", "a 9-14 record", "won 3-1", "in her 60s". A scanned text goes in, mentions come out.

They are no amounts, so nothing adds, rounds or hedges them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from factcheck.extraction.results import SPELT, number_of
from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value
from factcheck.text.automaton import compile_latin, spans
from factcheck.text.scan import Scan
from factcheck.text.stems import FUNCTION_WORDS

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SPELLED = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
_SPELLED |= {word.removesuffix("y") + "ieth": number for word, number in _TENS.items()}
_SPELLED |= {f"{tens}-{unit}": number + small for tens, number in _TENS.items() for small, unit in enumerate(_UNITS, 1)}
# "first" and "second" are most often no place in a row but an order of telling; "a third" is a share or one more.
_TOLD = sorted((word for word, number in _SPELLED.items() if number > 3), key=len, reverse=True)
_ORDINAL = re.compile(
    rf"(?<![\w.,/$-])(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_TOLD)}))(?![\w/]|-(?:degree|grade|floor|century|anniversary)\b)",
    re.IGNORECASE,
)
_DETERMINED = r"(?:the|his|her|its|their|our|my|your|\w+'s)\s+"
_THIRD = re.compile(rf"\b{_DETERMINED}(third)\b(?!\s+(?:party|parties|person|of|quarter|half|degree|and|or)\b|-)", re.IGNORECASE)
# What happens to somebody again and again: "for a third time", "his second term".
_AGAIN = re.compile(
    r"\b(?:(?:his|her|its|their|our|my|your|\w+'s)\s+(second)(?=\s+(?!half|quarter|leg|look|thoughts?|language|nature|floor|storey|hand|set|degree|class"
    r"|chance|opinion|home|day|of|and|or|to|in|on|at|with|the|a|is|was|from|largest|biggest|highest|best|most|worst)[a-z])"
    r"|the\s+(second)(?=\s+[a-z-]+(?:\s[a-z-]+)?\s+(?:ever\b|to\b|in (?:history|as many|two|three|four|five|six|\d+)\b))"
    r"|(?:a|his|her|its|their|our|my|your|\w+'s)\s+(second|third)(?=\s+(?:time|term|arrest|ban|consecutive|conviction|divorce|husband|marriage|season|spell|stay|stint|straight|"
    r"title|trial|visit|wife|win)\b))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[ -]([A-Za-z][\w'-]*)")  # "the seventh-highest peak"
_REACH = 40  # characters to each side of "second" or "third" that tell whether it stands in a row
# What stands in the row does something: "a third tremor shook", "his fourth marriage ended".
_DOES = re.compile(
    r" (?:became|began|broke|came|cost|cut|fell|flew|gave|got|grew|hit|hurt|left|led|lost|made|met|paid|ran|rose|said|saw|sent|set|shook|shot"
    r"|sold|struck|swept|threw|took|tore|won|[a-z]{3,}ed(?= (?:an?|the|his|her|its|their|after|at|by|for|from|in|on|over|when|with)\b|[.,;]|$))\b"
)
NOUN_WORDS = 4  # so many words behind an ordinal may name what stands in the row
_SCORE = re.compile(
    r"(?<![\w$.,/:-])(\d{1,3})-(\d{1,3})(?:-(\d{1,2}))?(?![\w%/:-]|[.,]\d| (?:per cent|percent|million|billion|years?|days?|hours?|minutes?)\b)"
)
_OF_TRIES = re.compile(r"(\d{1,3})-(?:for|of)-(\d{1,3})(?![\w%/:-]|[.,]\d)")  # "went 11-for-17 from the field"
# What stands in a row by its number: "ranked No. 9", "the world number nine", "in round six".
_NUMBERED = re.compile(
    rf"(?P<label>\bno\. ?|\bnumber |\bround )(?P<number>\d{{1,3}}(?![\w-]|[.,:]\d)|(?:{SPELT})(?![\w-]))",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"(?<![\w.,/$-])\d{3,5}(?= block of )")  # the houses of a street from this number on
_ORDER = re.compile(rf"({'|'.join(_SPELLED)}|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))(?![\w/-])", re.IGNORECASE)
_ROW_OF = re.compile(r"(?:\b(?:a|the|his|her|its|their|our|this)|\w's?) $", re.IGNORECASE)
_ROW_NOUN = re.compile(
    r" (?!(?:after|ahead|and|apart|as|at|base|behind|by|chance|class|cousins?|degree|faster|floor|for|from|half|hand|home|in|into|is|language|later"
    r"|left|leg|look|longer|nature|of|off|on|opinion|or|part|party|parties|per|person|place|quarter|reading|remaining|row|slower|storey|than|the"
    r"|thing|thoughts?|tier|to|was|wave|with|world)\b)[a-z][a-z'-]{2,}"
)
_PLACED = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|placed|came(?: in)?|rank(?:ed|s)|qualified|is|was|were|lies|lying|stands?|stood|sits?|sat|ended(?: up)?)"
    r" (?:joint |equal |tied |a distant |a close )?$"
)
_PLACE_ENDS = re.compile(r" (?:in|on|at|behind|overall|for|with|after|among|of|by|last|this|to(?! none))\b|[.,;]")
_COUNTED_DAY = re.compile(
    r" (?:straight |consecutive |successive )?(?:day|night|week|month|year|hour|season)\b(?! (?:of|in) (?:[A-Z]|the (?:month|year)))"
)
_INTO = re.compile(r"\b(?:in|into|for|enters?|entered|entering|on|of|marked|marks|after) (?:a|the|his|her|its|their|[A-Z]\w+'s?) $")
# Ten years of a life, and the part of them that "early", "mid" and "late" may mean.
_DECADES = {"teens": 10, **{word.removesuffix("y") + "ies": number for word, number in _TENS.items()}}
_DECADE = re.compile(rf"(?:(?P<digits>[2-9]0)'?s|(?P<word>{'|'.join(_DECADES)}))(?!\w)", re.IGNORECASE)
_IN_DECADE = re.compile(r"\bin (?:his|her|their)(?: (?P<part>early|mid|middle|late))?(?:-to-late)?[ -]$", re.IGNORECASE)
YEAR_OF_AGE = "year of age"
_PARTS = {"early": (0, 4), "mid": (3, 7), "middle": (3, 7), "late": (5, 9)}
_IN_REACH = 24
_LABELLED = re.compile(
    r"\b(?:boeing|airbus|embraer|flight|highway|route|room|sections?|articles?|chapters?|pages?|no\.?|numbers?|lines?|verses?|aged?|ages|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z.]*)\s$",
    re.IGNORECASE,
)
# Where an ordinal or a score may begin: an automaton finds these in one pass, and each is then read where it stands.
_TRIGGERS = (
    r"(?i:\bno\. ?[0-9]|\bnumber [a-z0-9]|\bround [a-z0-9])|"
    r"[2-9]0'?s\b|[0-9]{1,3}(?:st|nd|rd|th)\b|[0-9]{1,3}-(?:(?:for|of)-)?[0-9]|[0-9]{3,5} block of |\b(?i:second|third|"
    + "|".join((*_TOLD, *_DECADES))
    + r")\b"
)


@cache
def _triggers() -> Any:
    return compile_latin(_TRIGGERS)


class Standings(NamedTuple):
    """`mentions` are ordinals and scores in order. `orders` are ordinals of which words alone say that they stand in a row: rules read the
    words ("a second blast"), so no mention hides them."""

    mentions: list[QuantityMention]
    orders: list[QuantityMention]


def standings(scan: Scan, taken: Sequence[tuple[int, int]]) -> Standings:
    """What stands in a row, outside of the spans that are `taken`, which stand in order, but for days and weeks that are counted."""
    found = Standings([], [])
    at = 0
    for start, _ in spans(_triggers(), scan.latin):
        mention = _standing(scan, start)
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if mention is not None and (at == len(taken) or mention.end <= taken[at][0]):
            found.mentions.append(mention)
        elif (order := _ORDER.match(scan.plain, start)) is not None and _is_in_row(scan.plain, start, order.end(), mention is not None):
            written = order[1].lower()
            found.orders.append(_ordinal(scan, start, order.end(), _SPELLED.get(written) or int(order["digits"])))
    return found


def _is_in_row(plain: str, start: int, end: int, is_taken: bool) -> bool:
    """ "a third tremor", "the second breakout", "finished third", and of what a time holds "its fourth day"."""
    before = plain[max(0, start - _REACH) : start]
    if is_taken:
        return _COUNTED_DAY.match(plain, end) is not None and _INTO.search(before) is not None
    if _PLACED.search(before) is not None:
        return _PLACE_ENDS.match(plain, end) is not None
    return _ROW_OF.search(before) is not None and _ROW_NOUN.match(plain, end) is not None


def _standing(scan: Scan, start: int) -> QuantityMention | None:
    plain = scan.plain
    numbered = _NUMBERED.match(plain, start)
    if numbered is not None:
        return _numbered(scan, numbered)
    decade = _DECADE.match(plain, start)
    if decade is not None:
        return _in_decade(scan, start, decade.end(), int(decade["digits"]) if decade["digits"] else _DECADES[decade["word"].lower()])
    ordinal = _ORDINAL.match(plain, start)
    if ordinal is not None:
        return _ordinal(scan, start, ordinal.end(), int(ordinal["digits"]) if ordinal["digits"] else _SPELLED[ordinal["word"].lower()])
    if plain[start] in "tTsS":
        before, behind = max(0, start - _REACH), start + _REACH
        if plain[start] in "tT" and (third := _standing_at(_THIRD, plain, before, behind, start)) is not None:
            return _ordinal(scan, start, third.end(1), 3)
        again = _standing_at(_AGAIN, plain, before, behind, start)
        if again is None:
            return None
        word = again[again.lastindex or 0]
        return _ordinal(scan, start, start + len(word), _SPELLED[word.lower()])
    tries = _OF_TRIES.match(plain, start)
    if tries is not None:
        return _of_tries(scan, tries)
    block = _BLOCK.match(plain, start)
    return _ordinal(scan, start, block.end(), int(block.group())) if block is not None else _score(scan, start)


def _numbered(scan: Scan, found: re.Match[str]) -> QuantityMention:
    """The number behind its label; of a round the label says what stands in the row."""
    mention = _ordinal(scan, found.start("number"), found.end("number"), number_of(found["number"]))
    return mention._replace(noun="round") if mention.noun is None and found["label"].lower() == "round " else mention


def _of_tries(scan: Scan, found: re.Match[str]) -> QuantityMention | None:
    """How many of so many tries came off, as a count that names nothing."""
    made, tried = Decimal(found[1]), Decimal(found[2])
    if made > tried:
        return None
    text = scan.text[found.start() : found.end()]
    return QuantityMention(found.start(), found.end(), text, Value(text, made, made, made, step=Decimal(1)), None, "=", None, "count", found.end())


def _in_decade(scan: Scan, start: int, end: int, first: int) -> QuantityMention | None:
    """An age between two ("in her late 60s"); None where years of a century or of a temperature are told."""
    told = _IN_DECADE.search(scan.plain, max(0, start - _IN_REACH), start)
    if told is None:
        return None
    least, most = (3, 9) if first == _DECADES["teens"] else _PARTS.get((told["part"] or "").lower(), (0, 9))
    text = scan.text[told.start() : end]
    value = Value(text, None, Decimal(first + least), Decimal(first + most), YEAR_OF_AGE, "..", Decimal(1))
    return QuantityMention(told.start(), end, text, value, YEAR_OF_AGE, "..", None, "age", end)


def _standing_at(pattern: re.Pattern[str], plain: str, first: int, last: int, start: int) -> re.Match[str] | None:
    """The match whose ordinal stands at `start`."""
    return next((match for match in pattern.finditer(plain, first, last) if match.start(match.lastindex or 1) == start), None)


def _ordinal(scan: Scan, start: int, end: int, number: int) -> QuantityMention:
    text = scan.text[start:end]
    point = Decimal(number)
    noun_end = end
    for _ in range(NOUN_WORDS):
        word = _WORD.match(scan.plain, noun_end)
        if word is None or word[1].lower() in FUNCTION_WORDS or word[1] == "ever" or (noun_end > end and _DOES.match(scan.plain, noun_end)):
            break
        noun_end = word.end()
    noun = scan.text[end + 1 : noun_end] or None
    return QuantityMention(start, end, text, Value(text, point, point, point, step=Decimal(1)), None, "=", noun, "ordinal", noun_end if noun else 0)


def _score(scan: Scan, start: int) -> QuantityMention | None:
    plain = scan.plain
    match = _SCORE.match(plain, start)
    if match is None or match.group() == "9-11" or _LABELLED.search(plain, max(0, start - 20), start):
        return None
    parts = [int(part) for part in match.groups() if part is not None]
    text = scan.text[start : match.end()]
    return QuantityMention(start, match.end(), text, Value(text, entity="-".join(map(str, parts))), None, "=", None, "score")
