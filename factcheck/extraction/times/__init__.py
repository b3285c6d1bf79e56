"""Expressions of time in a text: found and read here without any article's date; `factcheck.kinds.date` does the rest."""

from __future__ import annotations

from datetime import date, datetime

from factcheck.extraction.times.find import times_in
from factcheck.kinds.date import FiscalYear, resolve_all
from factcheck.kinds.date.forms import TimeExpression
from factcheck.model.interval import Interval
from factcheck.model.mention import TimeMention
from factcheck.text.scan import Scan

__all__ = ["TimeExpression", "find_times", "times_in"]


def find_times(
    text: str,
    published: str | date | datetime | Interval | None = None,
    *,
    fiscal: FiscalYear | str | int | None = None,
    day_first: bool = False,
) -> list[TimeMention]:
    """The expressions of time of a text, in order, without overlaps, resolved against the day it was published.

    `published` may be an ISO 8601 date or date and time; ValueError where it is a text of another shape. `fiscal` is
    the fiscal year meant where the text names no country (or its ISO 3166 code, or its first month); `day_first` reads 03/04/2025 as 3 April.

    >>> [(m.text, m.timex, m.edtf) for m in find_times("It opened last Friday.", published="2025-10-29")]
    [('last Friday', '2025-10-24', '2025-10-24')]
    """
    day = date.fromisoformat(published[:10]) if isinstance(published, str) else published
    return resolve_all(times_in(Scan(text)), day, fiscal=fiscal, day_first=day_first)
