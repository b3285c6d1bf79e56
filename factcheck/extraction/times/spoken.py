"""Clock times as they are said ("ten to three", "a quarter past ten", "half past six in the evening"), and a day with its year behind it
("February 6 last year").

A scanned text and what the grammar found go in; the same comes out with these in place of their pieces. Numbers that stand so in a range
or a result ("ten to twelve men", "ten to three") are no clock: without the word "minutes" a preposition must stand before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from factcheck.kinds.date import forms as f
from factcheck.kinds.date.forms import TimeExpression
from factcheck.text.automaton import compile_latin, has_match
from factcheck.text.scan import Scan

_HOURS = {
    **{name: number for number, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)},
    "noon": 12,
    "midnight": 24,
}
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_MINUTES = {
    **{name: number for name, number in _HOURS.items() if number < 12},
    **{name: number for number, name in enumerate(_TEENS, 13)},
    "quarter": 15,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
    "half": 30,
}
_ROUND = frozenset(("five", "ten", "twenty", "twenty-five", "twenty five"))  # these are said without "minutes"
_HOUR = re.compile(
    rf"(?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?![\d:.]\d)(?: o'clock)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?: (?:in the|on \w+day) (?P<part>morning|afternoon|evening)| at (?P<night>night))?",
    re.IGNORECASE,
)
# What may stand behind: no noun that the hour would count.
_BEHIND = re.compile(
    r"(?=[.,;:!?)\"'\x97]|$|\n"
    r"| (?:on|in|when|as|and|but|that|this|by|to|local|yesterday|the|after|before|with|he|she|they|it|a|at|for|from)\b)"
)
_BEFORE = re.compile(
    r"(?P<said>\b(?:at|about|around|shortly|just|nearly|almost|gone|it's) (?:about |around |just |after |before )?)?"
    rf"(?:a )?\b(?P<minute>{'|'.join(sorted(_MINUTES, key=lambda name: -len(name)))}|\d{{1,2}})"
    r"(?P<minutes> minutes?)?$",
    re.IGNORECASE,
)
_WORDS = (" past ", " to ", " before ", " after ")
# What a text with such a time has somewhere: most texts have none.
_SAID = rf"(?i)(?:{'|'.join(_MINUTES)}|[0-9]|minutes?)(?:{'|'.join(_WORDS)})(?:{'|'.join(_HOURS)}|[1-9])"
_REACH = 40
_LAST_YEAR = re.compile(r" (?:of )?$")


@cache
def _said() -> Any:
    return compile_latin(_SAID)


def with_spoken(scan: Scan, found: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """The expressions, with clock times that are said in words, and days with the year that stands behind them."""
    said = [one for word in _WORDS for one in _clocks(scan, word)] if has_match(_said(), scan.latin) else []
    if said:
        kept: list[TimeExpression] = []
        for one in found:
            at = next((number for number, other in enumerate(said) if one.start < other.end and other.start < one.end), None)
            if at is None:
                kept.append(one)
            elif isinstance(one.form, f.Clock) and one.form.of is not None and isinstance(said[at].form, f.Clock):
                end = max(one.end, said[at].end)
                form = replace(said[at].form, of=one.form.of)  # type: ignore[arg-type]
                said[at] = TimeExpression(said[at].start, end, scan.text[said[at].start : end], "time", form, one.tense)
        found = sorted([*kept, *said], key=lambda one: one.start)
    return _with_years(scan, [_without_length(scan, one) for one in found])


def _without_length(scan: Scan, one: TimeExpression) -> TimeExpression:
    """The day alone of "for three days from March 14"."""
    if not isinstance(one.form, f.Shift) or isinstance(one.form.anchor, str) or not scan.plain.endswith("for ", 0, one.start):
        return one
    at = scan.plain.find(" from ", one.start, one.end)
    return one._replace(start=at + 6, text=scan.text[at + 6 : one.end], form=one.form.anchor) if at > 0 else one


def _clocks(scan: Scan, word: str) -> list[TimeExpression]:
    plain = scan.plain
    made: list[TimeExpression] = []
    at = plain.find(word)
    while at >= 0:
        hour = _HOUR.match(plain, at + len(word))
        if hour is not None and _BEHIND.match(plain, hour.end()) is not None:
            made += _clock(scan, word.strip(), at, hour)
        at = plain.find(word, at + len(word) - 1)
    return made


def _clock(scan: Scan, word: str, at: int, hour: re.Match[str]) -> list[TimeExpression]:
    plain = scan.plain
    before = _BEFORE.search(plain[max(0, at - _REACH) : at])
    if before is None:
        return []
    name = before["minute"].lower()
    minutes = _MINUTES.get(name) or (int(name) if name.isdigit() else None)
    is_named = name in ("half", "quarter") or before["minutes"] is not None
    if minutes is None or minutes > 59 or (name == "half" and word != "past") or (word in ("before", "after") and not is_named):
        return []
    if not is_named and (name not in _ROUND or (before["said"] is None and word != "past")):
        return []
    number = _HOURS.get(hour["hour"].lower()) or int(hour["hour"])
    is_later = hour["half"] in ("p", "P") or (hour["part"] or "").lower() in ("afternoon", "evening") or (hour["night"] and 6 <= number < 12)
    if is_later and number < 12:
        number += 12
    elif (hour["half"] in ("a", "A") or (hour["part"] or "").lower() == "morning") and number == 12:
        number = 0
    total = number * 60 + (minutes if word in ("past", "after") else -minutes)
    start = max(0, at - _REACH) + before.start("minute")
    if plain.startswith("a ", start - 2):
        start -= 2
    form = f.Clock(None, total // 60 % 24, total % 60)
    return [TimeExpression(start, hour.end(), scan.text[start : hour.end()], "time", form)]


def _with_years(scan: Scan, found: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """A day of a month and "last year" right behind it are one expression."""
    made: list[TimeExpression] = []
    for one in found:
        before = made[-1] if made else None
        is_year = isinstance(one.form, f.Period) and one.form.unit == "Y" and one.form.anchor == "now" and one.form.offset in (-1, 0, 1)
        if (
            is_year
            and before is not None
            and isinstance(before.form, f.Calendar)
            and before.form.year is None
            and before.form.month is not None
            and before.form.day is not None
            and _LAST_YEAR.fullmatch(scan.plain, before.end, one.start)
        ):
            month = f.Part("MONTH", before.form.month, one.form)
            form = f.Nth(before.form.day, "D", month)
            made[-1] = TimeExpression(before.start, one.end, scan.text[before.start : one.end], "date", form, before.tense)
        else:
            made.append(one)
    return made
