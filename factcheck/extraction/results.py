"""Results told in words and times of races: "by 61 votes to 38", "27 wins and three losses", "2:04.18". A scanned text goes in, mentions come out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value
from factcheck.text.automaton import compile_latin, spans
from factcheck.text.scan import Scan

# Of a vote, of seasons and of an innings results are told in words, too.
SPELT = "|".join(["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
_PART = rf"(?:\d{{1,3}}|{SPELT})"
_TOLD_RESULT = re.compile(
    rf"(?<![\w.,/$-])(?:(?P<for>{_PART}) (?:votes?|points|seats) (?:to|against) (?P<against>{_PART})(?! (?:per cent|percent|million|billion))"
    rf"|(?P<won>{_PART}) (?:wins?|victories) (?:and|against|to) (?:just |only )?(?P<lost>{_PART}) (?:losses|loss|defeats?)"
    rf"(?:,? and (?P<drawn>{_PART}) (?:draws?|ties?))?"
    rf"|won (?P<got>{_PART}) and lost (?P<gave>{_PART}))(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
# Where one may begin: an automaton finds these in one pass.
_RESULT_TRIGGERS = (
    rf"(?i)(?:[0-9]{{1,3}}|\b(?:{SPELT})) (?:votes? to|votes against|(?:points|seats) to|wins? and|victories (?:and|against|to)) "
    rf"|\bwon (?:[0-9]{{1,3}}|{SPELT}) and lost "
)
# A time of day has no parts of a second.
_RACE = re.compile(
    r"(?<![\w.,:$-])(?:(?P<hours>\d{1,2}):(?=\d\d:))?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)"
    r"(?:(?<=:\d\d:\d\d)(?! ?[ap]\.?m|[ ]?(?:GMT|UTC|Z))|\.(?P<part>\d{1,3}))(?![\d:]|\.\d)",
    re.IGNORECASE,
)
# Before a time with hours, which may else be one of day.
_RUN_IN = re.compile(r"\b(?:in|of|clocked|ran|timed?|was|is|to)(?: a| just| at)? $", re.IGNORECASE)
_NUMBERS = {word: number for number, word in enumerate(SPELT.split("|"))}


@cache
def _results() -> Any:
    return compile_latin(_RESULT_TRIGGERS)


@cache
def _racing() -> Any:
    return compile_latin(r"[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9]|\.[0-9])")


def results_in_words(scan: Scan) -> Iterator[QuantityMention]:
    """Results told without a dash, in order: "by 61 votes to 38", "27 wins and three losses"."""
    for start, _ in spans(_results(), scan.latin):
        found = _TOLD_RESULT.match(scan.plain, start)
        if found is None:
            continue
        parts = [number_of(part) for part in found.groups() if part is not None]
        text = scan.text[found.start() : found.end()]
        yield QuantityMention(found.start(), found.end(), text, Value(text, entity="-".join(map(str, parts))), None, "=", None, "score")


def race_times(scan: Scan) -> Iterator[QuantityMention]:
    """Lengths of time told by colons with parts of a second or hours, in order: "2:04.18", "2:03:59"."""
    for start, end in spans(_racing(), scan.latin):
        found = _RACE.match(scan.plain, start, end + 4)
        if found is None or (found["hours"] and _RUN_IN.search(scan.plain, max(0, start - 16), start) is None):
            continue
        hours, minutes, seconds = (int(found[part] or 0) for part in ("hours", "minutes", "seconds"))
        part = found["part"] or ""
        point = Decimal(hours * 3600 + minutes * 60) + Decimal(f"{seconds}.{part}" if part else seconds)
        text = scan.text[start : found.end()]
        step = Decimal(1).scaleb(-len(part))
        value = Value(text, point, point, point, "second", "=", step)
        yield QuantityMention(start, found.end(), text, value, "second", "=", None, "duration")


def number_of(part: str) -> int:
    return int(part) if part.isdigit() else _NUMBERS[part.lower()]
