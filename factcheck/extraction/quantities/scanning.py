"""The numerals of a scan: one pass of an automaton over its bytes, then a look-up of what each token reads as."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from factcheck.text import numerals
from factcheck.text.automaton import compile_latin, spans
from factcheck.text.number_words import PARTS
from factcheck.text.numeral import Numeral, ratio
from factcheck.text.numerals import numerals_of
from factcheck.text.scan import Scan

Found = tuple[int, int, Numeral]
"""A numeral in the text: `[start, end)` and what it reads as."""

# "an hour", "half a mile": an article that counts; "a third", "half": a part of something.
_ARTICLE = (
    r"\b(?i:(?:half an? |half-|half )(?:hour|mile|gallon|kilomet(?:er|re)|tonne|century|decade|year|day|percent)"
    r"|half an? (?:percentage|pound|ounce|kilo(?:gram(?:me)?)?|gram(?:me)?|ton|acre|hectare|inch|foot|yard|met(?:er|re)|lit(?:er|re)"
    r"|pint|teaspoon|cup)"
    r"|an? (?:hour|mile|gallon|kilomet(?:er|re)|tonne)|an? (?:half|third|quarter|fifth|sixth|tenth)|half"
    r"|(?:than|nearly|almost|about|least|roughly|around|under|approximately|within) an? "
    r"(?:year|month|week|day|decade|century|minute|met(?:er|re)|yard|foot|ton|acre))\b"
)
# "three-quarters of a mile", "a third of an acre"
_PART_OF_UNIT = (
    r"\b(?i:(?:half|(?:an? |one[ -])(?:half|third|quarter|fifth|sixth|eighth|tenth)|(?:two|three)[ -](?:thirds|quarters|fifths|eighths))"
    r" of an? (?:hour|mile|gallon|kilomet(?:er|re)|tonne|century|percentage|percent|pound|ounce|kilo(?:gram(?:me)?)?|gram(?:me)?|ton|acre|hectare"
    r"|inch|foot|yard|met(?:er|re)|lit(?:er|re)|pint|teaspoon|cup))\b"
)
_ARTICLE_STARTS = frozenset("aAhHtTnNlLoOrRuUwW")
_ARTICLE_TOKEN = re.compile(_ARTICLE.replace(r"\b", ""))
_PART_OF_UNIT_TOKEN = re.compile(_PART_OF_UNIT.replace(r"\b", ""))
# What looks like numbers and is none, whatever stands around it: times of day, ordinals, decades, dates, telephone numbers.
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|"
    r"Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_QUIET = (
    r"[0-9]+-(?:of|for|on|by)-[0-9]+\b|[0-9]{1,3}:[0-9]{1,3}(?::[0-9]{2})?(?: ?(?i:[ap]\.?m\b))?|[0-9]{1,2}(?:\.[0-9]{2})? ?(?i:[ap]\.? ?m\b)"
    r"|[0-9]+(?:st|nd|rd|th|'?s)\b"
    r"|\([0-9]{3}\) ?[0-9]{3}[- ][0-9]{4}\b|[0-9]+-[0-9]+(?:-[0-9]+)+|[0-9]{3}-[0-9]{4}\b|[0-9]{3}\.[0-9]{3}\.[0-9]{4}\b"
    r"|[0-9]{2,5} block\b|\b(?i:call|dial)(?:s|ed|ing|led|ling)? (?:911|999|112)\b|[12][0-9]{3}-[0-9]{2}(?:[0-9]{2})?\b"
    r"|[0-9]{1,3} (?:Action |Eyewitness )?(?:News|NEWS)\b|\b(?:Image|Photo|Slide|Page|Part|Video|Step) [0-9]+ of [0-9]+\b"
    r"|[0-9]{1,5} (?:(?:[NSEW]\.?){1,2} |(?:North|South|East|West) )?(?:[A-Z][a-z]+ |[0-9]{1,3}(?:st|nd|rd|th) ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Drive|Lane|Court|Place)\b"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\b"
    r"|[0-9]{1,3}(?:(?:,|, | )[0-9]{1,2}){9,}\b"  # ten small numbers in a row: a table
    rf"|\b{_MONTH} [0-9]{{1,2}}(?:(?:, |,? (?:at|in) |,| )[12][0-9]{{3}}\b|[^,.0-9a-z%-]|[.,][^0-9]|\z)"
)
_QUIET_TOKEN = re.compile(_QUIET.replace(r"\z", "$"))
_MAX_TOKEN = 160
_ODD = re.compile(r"(?![0-9])\d|[⅐-⅞]")
_PART_BY_NAME = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}


@cache
def _triggers() -> Any:
    return compile_latin(f"{_QUIET}|{_PART_OF_UNIT}|{numerals.PATTERN}|{_ARTICLE}")


def numerals_in(scan: Scan) -> tuple[str, list[Found]]:
    """The plain text that offsets and patterns are read in, and its numerals in order."""
    plain, latin = _readable(scan)
    found: list[Found] = []
    for start, end in spans(_triggers(), latin):
        for numeral in _read(plain[start:end] if end - start <= _MAX_TOKEN else ""):
            found.append((start + numeral.start, start + numeral.end, numeral))
    return plain, found


@lru_cache(maxsize=8192)
def _read(token: str) -> tuple[Numeral, ...]:
    """The numerals of a token; none in "", which stands for one too long to be a figure."""
    if token.replace(",", "").replace(".", "", 1).isdigit() and len(token) < 12:
        return numerals_of(token)
    if not token or _QUIET_TOKEN.fullmatch(token) is not None:
        return ()
    if token[0] in _ARTICLE_STARTS:
        if _ARTICLE_TOKEN.fullmatch(token) is not None:
            return (_article(token),)
        if _PART_OF_UNIT_TOKEN.fullmatch(token) is not None:
            return (_part_of_unit(token),)
    return numerals_of(token)


def _article(token: str) -> Numeral:
    """ "an hour", "half a mile", "a third", "half", "nearly a year": the number, ending where the unit starts."""
    words = token.lower().replace("-", " ").split()
    part = _PART_BY_NAME.get(words[-1])
    if part is not None:
        return Numeral(0, len(token), ratio(1, part), ratio(1, part), is_spelled=True, is_part=True)
    end = len(token) - len(words[-1]) - 1
    value = Decimal("0.5") if words[0] == "half" else Decimal(1)
    begin = 0 if words[0] in ("a", "an", "half") else len(words[0]) + 1
    return Numeral(begin, end, value, value, bare_end=end - begin, is_spelled=True)


def _part_of_unit(token: str) -> Numeral:
    """ "three-quarters of a mile": the number, ending where the unit starts."""
    end = token.rindex(" ")
    words = token.lower().replace("-", " ").split(" of ")[0].split()
    above, below = {"two": 2, "three": 3}.get(words[0], 1), PARTS[words[-1].removesuffix("s")]
    return Numeral(0, end, ratio(above, below), ratio(1, below), bare_end=end, is_spelled=True)


def _readable(scan: Scan) -> tuple[str, bytes]:
    """The plain text and its bytes, with the digits of other scripts as 0-9 and rarer fractions as the sign of a half."""
    plain = scan.plain
    if plain.isascii():
        return plain, scan.latin
    try:
        plain.encode("latin-1")
    except UnicodeEncodeError:
        if _ODD.search("".join(set(plain))) is not None:
            plain = re.sub(r"(?![0-9])\d", lambda digit: str(int(digit.group())), plain)
            return plain, re.sub("[⅐-⅞]", "½", plain).encode("latin-1", "replace")
    return plain, scan.latin
