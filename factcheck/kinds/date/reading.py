"""A form once resolved: its TIMEX3 value and its days, and how both are written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from factcheck.kinds.date.forms import Modifier
from factcheck.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Reading:
    """`grain` is the unit it names (D, W, M, Q, Y, ...; "" for what is no date). `code` is the EDTF where it is not that of the interval."""

    timex: str | None
    interval: Interval | None = None
    grain: str = ""
    code: str | None = None
    reason: str | None = None
    note: str | None = None

    @property
    def edtf(self) -> str | None:
        """The interval as EDTF, or None."""
        if self.code is not None:
            return self.code
        return self.interval.edtf() if self.interval is not None else None


NOTHING = Reading(None)


def unresolved(reason: str, timex: str | None = None) -> Reading:
    """No days, and why."""
    return Reading(timex, reason=reason)


def day_reading(day: date | None) -> Reading:
    """One day."""
    return Reading(day.isoformat(), Interval(day, day), "D") if day else unresolved("outside the calendar")


def span_reading(timex: str, span: Interval | None, grain: str, code: str | None = None) -> Reading:
    """A stretch of days with the value that names it."""
    return Reading(timex, span, grain, code) if span else unresolved("outside the calendar", timex)


def modified(reading: Reading, modifier: Modifier) -> Reading:
    """Early, mid, late, about, since or until a reading; the TIMEX3 value stays, as TimeML has it."""
    span = reading.interval
    if span is None or span.first is None or span.last is None:
        return reading
    if modifier == "since":
        return replace(reading, interval=Interval(span.first, None), code=f"{_open_code(reading, span.first, False)}/..")
    if modifier == "until":
        return replace(reading, interval=Interval(None, span.last), code=f"../{_open_code(reading, span.last, True)}")
    if modifier == "approx":
        code = reading.edtf
        return replace(reading, code=f"{code}~" if code and "/" not in code and code[-1] not in "X~" else code)
    if reading.grain == "D":
        return reading
    return replace(reading, interval=_third(span.first, span.last, modifier), code=None)


def _open_code(reading: Reading, end: date, span_end: bool) -> str:
    """A code that may stand beside an open end: that of the reading, else its bounding day, or year for a decade."""
    code = reading.edtf
    if code and "X" in code:
        return f"{end.year:04d}"
    if code and "/" in code:
        first, _, last = code.partition("/")
        code = last if span_end else first
    return code if code and code != ".." else end.isoformat()


def _third(first: date, last: date, modifier: Modifier) -> Interval:
    """The early, middle or late third, in whole months for a quarter or more, in days for less."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    place = {"start": 0, "mid": 1, "end": 2}[modifier]
    if first.day == 1 and 3 <= months <= 12 and months % 3 == 0 and last.toordinal() < date.max.toordinal():
        step = months // 3
        return Interval(_month_on(first, step * place), date.fromordinal(_month_on(first, step * (place + 1)).toordinal() - 1))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and last.year - first.year >= 9:
        years = last.year - first.year + 1
        low, high = (years * place + 2) // 3, (years * (place + 1) + 2) // 3 - 1
        return Interval(date(first.year + low, 1, 1), date(first.year + min(high, years - 1), 12, 31))
    days = last.toordinal() - first.toordinal() + 1
    low, high = days * place // 3, days * (place + 1) // 3 - 1
    return Interval(date.fromordinal(first.toordinal() + low), date.fromordinal(first.toordinal() + max(low, high)))


def _month_on(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def duration_timex(amounts: tuple[tuple[str, str], ...]) -> str:
    """PnYnMnWnDTnHnMnS; halves are carried into the next smaller unit where that is a whole number."""
    days, clock = "", ""
    for amount, unit in _carried(amounts):
        if unit in ("H", "MIN", "S"):
            clock += f"{amount}{unit[0]}"
        else:
            days += f"{amount}{unit}"
    return f"P{days}T{clock}" if clock else f"P{days}"


_SMALLER = {"Y": (12, "M"), "H": (60, "MIN"), "MIN": (60, "S"), "D": (24, "H"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}


def _carried(amounts: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = []
    for amount, unit in amounts:
        whole, point, _ = amount.partition(".")
        if not point or unit not in _SMALLER or len(amount) > 12:
            made.append((amount, unit))
            continue
        size, smaller = _SMALLER[unit]
        places = len(amount) - len(whole) - 1
        rest = int(amount[len(whole) + 1 :]) * size
        if rest % 10**places:
            made.append((amount, unit))
            continue
        if whole not in ("", "0"):
            made.append((whole, unit))
        made.append((str(rest // 10**places), smaller))
    return made
