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
_RUN_IN = re.compile(r"(?:\b(?:in|of|clocked|ran|timed?|was|is|to)(?: a| just| at)?|\btime:|'s) $", re.IGNORECASE)
_ANY_MAN = re.compile(r"\b(?:fast(?:er|est)?|record|mark|best|ran|swam|rode|cycled|finish(?:ed|ing)?)\b[^.;\d]{0,80}: $", re.IGNORECASE)
# Minutes and seconds of a bout or a period: "stopped at 2:14 of round six", "with 4:12 left in the third quarter", "Time: 1:09."
_ROUNDS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|final|last|opening|closing|[1-9][0-9]?(?:st|nd|rd|th)"
_PERIODS = "round|period|quarter|half|frame|session|overtime|extra time"
_IN_ROUND = re.compile(
    r"(?<![\w.,:$-])(?P<minutes>[0-9]|1[0-9]|20)[:.](?P<seconds>[0-5]\d)"
    rf"(?: (?:of|into) (?=(?:the |their |his |her )?(?:(?:{_ROUNDS})(?:[.,;]| (?:{_PERIODS}|after|as|by|on|when|with)\b|$)|round \w))"
    rf"|(?<=:\d\d) in (?=the (?:{_ROUNDS}) (?:{_PERIODS})\b)"
    rf"|(?<=:\d\d) (?=(?:left|remaining|to go|to play)\b))",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:with|had|and)(?: just| only| still)? $", re.IGNORECASE)
_OFFICIAL = "(?:time:|time of|(?:official|winning|finishing) time (?:was|is))(?: a)? "
_TIMED = re.compile(rf"\b{_OFFICIAL}(?P<minutes>[0-9]):(?P<seconds>[0-5]\d)(?![\d:.]\d| ?(?:[ap]\.?m\b|GMT|UTC))", re.IGNORECASE)
_NUMBERS = {word: number for number, word in enumerate(SPELT.split("|"))}


@cache
def _results() -> Any:
    return compile_latin(_RESULT_TRIGGERS)


@cache
def _racing() -> Any:
    behind = r"(?:of|into|in|left|remaining|to go|to play)\b"
    return compile_latin(rf"[0-9]{{1,2}}:[0-5][0-9](?::[0-5][0-9]|\.[0-9])|[0-9]{{1,2}}[:.][0-5][0-9] {behind}|(?i:{_OFFICIAL}[0-9]:[0-5][0-9])")


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
    """Lengths of time told by colons, in order: "2:04.18", "2:03:59", "1:58 of the ninth round"."""
    plain = scan.plain
    for start, end in spans(_racing(), scan.latin):
        if not plain[start].isdigit():
            if (timed := _TIMED.match(plain, start)) is not None:
                yield _length(scan, timed.start("minutes"), timed.end(), Decimal(int(timed["minutes"]) * 60 + int(timed["seconds"])))
        elif (in_round := _IN_ROUND.match(plain, start)) is not None:
            if in_round[0].strip() != in_round[0].split()[0] or _LEFT.search(plain, max(0, start - 16), start) is not None:
                yield _length(scan, start, in_round.end("seconds"), Decimal(int(in_round["minutes"]) * 60 + int(in_round["seconds"])))
        elif (found := _RACE.match(plain, start, end + 4)) is not None and (not found["hours"] or _is_run(scan, start)):
            hours, minutes, seconds = (int(found[part] or 0) for part in ("hours", "minutes", "seconds"))
            part = found["part"] or ""
            yield _length(scan, start, found.end(), hours * 3600 + minutes * 60 + Decimal(f"{seconds}.{part}" if part else seconds), len(part))


def _is_run(scan: Scan, start: int) -> bool:
    """A time with hours is that of a run, and not one of day."""
    return _RUN_IN.search(scan.plain, max(0, start - 16), start) is not None or _ANY_MAN.search(scan.plain, max(0, start - 100), start) is not None


def _length(scan: Scan, start: int, end: int, seconds: Decimal, places: int = 0) -> QuantityMention:
    text = scan.text[start:end]
    value = Value(text, seconds, seconds, seconds, "second", "=", Decimal(1).scaleb(-places))
    return QuantityMention(start, end, text, value, "second", "=", None, "duration")


def number_of(part: str) -> int:
    return int(part) if part.isdigit() else _NUMBERS[part.lower()]
