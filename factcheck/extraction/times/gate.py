"""Where a text may speak of time: runs of time words and numbers that hold a word or number which makes them worth reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from factcheck.extraction.times.words import CORE, MONTHS, TENS, is_weak, lexicon
from factcheck.text.automaton import spans

# What stands behind four figures of a clock: "0155 Pacific time", "2140hrs".
ZONES = (
    "gmt|utc|hrs|local time|bst|cest|cet|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|jst|(?:eastern|central|mountain|pacific|moscow|beijing|london)"
    "(?: standard| daylight)? time"
)
_CORE_NUMBERS = (
    r"\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?|"
    r"(?:1[0-9]|2[01])\d\d(?:-\d\d?-\d\d?|-\d\d?|/\d\d?(?:/\d\d?)?)?|\d{8}|"
    r"\d\d?[/.-]\d\d?[/.-]\d\d(?:\d\d)?|\d\d?:\d\d(?::\d\d)?(?:hrs| ?[ap]\.?m\b\.?)?|"
    r"\d\d?\.[0-5]\d (?:in the (?:morning|afternoon|evening)|at night)|"
    rf"\d\d?\.[0-5]\d ?(?:[ap]\.?m\b\.?|(?:gmt|utc|bst|cet|cest|hrs|local time)\b)|0\d[0-5]\d hours|[0-2]\d[0-5]\d ?(?:{ZONES})|\d\d? o'clock|"
    r"'?\d?\d?\d0'?s|\d\d? ?[ap]\.?m\b\.?|[1-4]q|q[1-4]|fy ?'?\d\d(?:\d\d)?|h[12] (?:of )?20\d\d|"
    r"(?:latest|corresponding|comparable|same|equivalent) period|the past"
)
_NUMBERS = r"\d+(?:,\d\d\d)*(?:\.\d+)?(?:st|nd|rd|th)?(?: 1/2)?|1/2|'\d\d"
_JOIN = r"(?:'s?)?(?:(?: ?,)? ?[ \n]\(?|[-/])"
# Words that may stand inside a run but open and close none, and words that may open one but not close it: a run that
# stops at its last word of time is more often one that was read before.
_INNER = "&Or,Z"
_OPENING = "tawIfh8R"


def _alternation(words: Iterator[str]) -> str:
    return "|".join(word.replace(".", r"\.") for word in sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def _pattern() -> Any:
    """The search pattern, an alternation over bytes."""
    import re2

    table = lexicon()
    core = _alternation(word for word, (name, _) in table.items() if (name in CORE or name in "gzE") and not is_weak(word) and name != "z")
    outer = _alternation(word for word, (name, _) in table.items() if name not in _INNER)
    opener = _alternation(word for word, (name, _) in table.items() if name in _OPENING)
    inner = _alternation(word for word, (name, _) in table.items() if name in _INNER)
    century = "|".join(("seventeen", "eighteen", "nineteen", "twenty"))
    rest = "|".join((*TENS, "hundred", "oh", "ten", "eleven", "twelve", "fourteen", "fifteen", "sixteen"))
    year_words = rf"(?:{century})[ -](?:{rest})|two thousand"
    abbreviated = "|".join([*(month[:3] for month in MONTHS), "sept"])
    core = rf"(?:{core}|{year_words}|{_CORE_NUMBERS})\b"
    core = rf"(?:(?:{abbreviated})\.|\d\d?(?:[:.]\d\d)?(?::\d\d)? ?[ap]\.m\.|{core})"
    word = rf"(?:[ap]\.m\.|(?:{outer}|{_NUMBERS})\b)"
    between = rf"(?:(?:{inner})\b(?:{_JOIN}))*"
    closing = _alternation(word for word, (name, _) in table.items() if name not in _INNER + _OPENING)
    closer = rf"(?:[ap]\.m\.|(?:{closing}|{_NUMBERS})\b)"
    within = rf"(?:(?:{inner}|{opener})\b(?:{_JOIN}))*"
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.case_sensitive = False
    options.never_capture = True
    options.max_mem = 64 << 20
    options.log_errors = False
    whole = rf"\b(?:{word}(?:{_JOIN}){between})*{core}(?:(?:{_JOIN}){within}(?:{core}|{closer}))*"
    return re2.compile(whole.encode("latin-1"), options)


def regions(latin: bytes) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each run, in order."""
    return spans(_pattern(), latin)
