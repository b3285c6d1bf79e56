"""EDTF times as days on an axis: text of a report goes in, ordinals of days come out, and the dates at which an axis is marked."""

from __future__ import annotations

import calendar
import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?~?")

Days = tuple[int | None, int | None]


def days_of(edtf: str | None) -> Days | None:
    """First and last day as ordinals, None for an open side; None where nothing is known.

    >>> days_of("2025-10-21/..") == (date(2025, 10, 21).toordinal(), None)
    True
    >>> days_of("2025-02") == (date(2025, 2, 1).toordinal(), date(2025, 2, 28).toordinal())
    True
    """
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    one = _day(first, False)
    two = _day(last, True) if slash else _day(first, True)
    return None if one is None and two is None else (one, two)


def _day(text: str, is_last: bool) -> int | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if month is None:
            return date(year or 1, 12 if is_last else 1, 31 if is_last else 1).toordinal()
        return date(year or 1, month, day or (calendar.monthrange(year or 1, month)[1] if is_last else 1)).toordinal()
    except ValueError:
        return None


def marks(first: int, last: int, most: int = 6) -> list[tuple[int, str]]:
    """Days at which an axis from `first` to `last` is marked, with their ISO text as coarse as the steps: years, months or days."""
    if last - first > 366 * 3:
        years = [date.fromordinal(first).year + number for number in range((last - first) // 365 + 2)]
        step = max(1, -(-len(years) // most))
        return [(date(y, 1, 1).toordinal(), str(y)) for y in years if y % step == 0 and y <= 9999 and first <= date(y, 1, 1).toordinal() <= last]
    if last - first > 75:
        step = next(s for s in (1, 2, 3, 4, 6, 12) if (last - first) // (30 * s) <= most or s == 12)
        at, found = date.fromordinal(first).replace(day=1), []
        while at.toordinal() <= last:
            if at.toordinal() >= first and (at.month - 1) % step == 0:
                found.append((at.toordinal(), at.isoformat()[:7]))
            if (at.year, at.month) == (9999, 12):
                break
            at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
        return found
    step = max(1, -(-(last - first + 1) // most))
    return [(day, date.fromordinal(day).isoformat()) for day in range(first, last + 1, step)]
