"""Full dates in writings that our grammar leaves ("24apr2025", "24. Apr. 2025", "2025.04.24"): dateparser reads them.

A scanned text and what the grammar found go in; the same comes out with such dates in place of their pieces. dateparser
is imported when the first such span is met, reads English only, and may fill nothing from the clock: all parts must be there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from factcheck.kinds.date import forms as f
from factcheck.kinds.date.forms import TimeExpression
from factcheck.text.automaton import compile_latin, spans
from factcheck.text.scan import Scan

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_GAP = r"[ ./,-]{0,3}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_GATE = (
    rf"(?i)\b(?:{_DAY}{_GAP}{_MONTH}{_GAP}\d{{4}}|\d{{4}}{_GAP}{_MONTH}{_GAP}{_DAY}|{_MONTH}{_GAP}{_DAY}{_GAP}\d{{4}}"
    r"|(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])\.\d{1,2})\b"
)
_SETTINGS = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PREFER_LOCALE_DATE_ORDER": False}


@cache
def _gate() -> Any:
    return compile_latin(_GATE)


def with_left_dates(scan: Scan, found: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """The expressions, with a date that they miss or tear apart in place of its pieces."""
    left: list[TimeExpression] = []
    at = 0
    for start, end in spans(_gate(), scan.latin):
        while at < len(found) and found[at].end <= start:
            at += 1
        if at < len(found) and found[at].start <= start and end <= found[at].end:
            continue
        form = _read(scan.plain[start:end])
        if form is not None:
            left.append(TimeExpression(start, end, scan.text[start:end], "date", form))
    if not left:
        return found
    kept = [one for one in found if not any(one.start < other.end and other.start < one.end for other in left)]
    return sorted([*kept, *left], key=lambda one: one.start)


@lru_cache(maxsize=4096)
def _read(surface: str) -> f.Calendar | None:
    import dateparser

    day = dateparser.parse(surface, languages=["en"], settings=_SETTINGS)
    return f.Calendar(day.year, day.month, day.day) if day is not None else None
