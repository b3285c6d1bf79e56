"""Days, months and years as values: how two stretches of the calendar stand.

A date is a `Value` without a number; its days stand in `when`, and in `entity` as EDTF ("2010-09-10", "1967"). Of an article without a date
only a part may be known: `entity` is then "XXXX-11-04", "XXXX-11", "XXXX-Q3" or "XXXX-WXX-6" (a Saturday), and `when` is None. A hedge of
"~" says that it may be a day off: it was told as "today", or at night, when two clocks give two days.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.model.interval import Interval
from factcheck.model.relation import ValueRelation
from factcheck.model.value import Hedge, Value

_PARTIAL = re.compile(r"XXXX-(?:W(?P<weeks>XX)-(?P<weekday>[1-7])|Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?)")
_YEARS_AGO = re.compile(
    r"(?!about|around|almost|nearly|over|more|less|some|roughly|under|at least).+ (?:years?|decades?) (?:ago|earlier|before)", re.IGNORECASE
)
_WEEK = 7
_LEAP, _LEAP_DAYS = 2000, 366  # a year that has every day
_DAYS_NAMED = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_value(text: str, interval: Interval | None, hedge: Hedge = "=", partial: str | None = None) -> Value:
    """The value of a date; `interval` None where its days are not known, `partial` what is known of them then."""
    return Value(text, hedge=hedge, entity=interval.edtf() if interval is not None else partial, when=interval)


def is_known_in_part(value: Value) -> bool:
    """A day of a week or of a month of which the year is not known."""
    return value.when is None and value.entity is not None and _PARTIAL.fullmatch(value.entity) is not None


def relate(left: Value, right: Value) -> ValueRelation:
    """How two dates stand. Symmetric. Of two grains the coarser holds the finer; a day apart is no difference where one of them may be off."""
    one, two = left.when, right.when
    if one is None or two is None or not (one.is_bounded and two.is_bounded):
        return _in_part(left, right)
    if one == two:
        return ValueRelation("same", "the same date")
    if one.meet(two) is not None:
        if (_counts_years(left) and is_year(right)) or (_counts_years(right) and is_year(left)):
            return ValueRelation("same", "a year, and as many years before the writing")
        return ValueRelation("refinement", "one date is told more coarsely, and the other lies in it")
    gap = one.gap_days(two)
    if gap == 1 and "~" in (left.hedge, right.hedge):
        return ValueRelation("unknown", "the dates lie a day apart, and one of them is told by the day of writing or by night")
    if gap <= _WEEK and (_is_loose_week(left) or _is_loose_week(right)):
        return ValueRelation("unknown", "a week told as the last or this one, from a day of writing that is not the other's")
    return ValueRelation("apart", f"the dates lie {gap} day{'s' if gap > 1 else ''} apart", Decimal(gap))


def _is_loose_week(value: Value) -> bool:
    """A week that begins and ends for whoever writes: "last week"."""
    return value.text.lower().endswith("week")


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a date: 0 where it is not. `weekday` counts from Monday, 1."""

    year: int = 0
    months: tuple[int, ...] = ()
    day: int = 0
    weekday: int = 0


def _known(value: Value) -> _Known | None:
    span = value.when
    if span is not None and span.first is not None and span.last is not None:
        if span.first == span.last:
            return _Known(span.first.year, (span.first.month,), span.first.day, span.first.isoweekday())
        if span.first.year == span.last.year:
            return _Known(span.first.year, tuple(range(span.first.month, span.last.month + 1)))
        return None
    found = _PARTIAL.fullmatch(value.entity or "")
    if found is None:
        return None
    if found["weekday"]:
        return _Known(weekday=int(found["weekday"]))
    if found["quarter"]:
        last = 3 * int(found["quarter"])
        return _Known(months=(last - 2, last - 1, last))
    return _Known(months=(int(found["month"]),), day=int(found["day"] or 0))


def _in_part(left: Value, right: Value) -> ValueRelation:
    """Of at least one of the two only a part is known."""
    one, two = _known(left), _known(right)
    if one is None or two is None or not (is_known_in_part(left) or is_known_in_part(right)):
        return ValueRelation("unknown", "one of the two names no day that is known")
    if one.months and two.months:
        return _by_month(one, two, "~" in (left.hedge, right.hedge))
    if one.weekday and two.weekday:
        if one.weekday == two.weekday:
            return ValueRelation("same", f"both are a {_DAYS_NAMED[one.weekday - 1]}")
        return ValueRelation("unknown", "two days of the week, and it is not known of which weeks")
    dated = one if one.months else two
    if not dated.day:
        return ValueRelation("unknown", "a day of the week, and a month or a year")
    if dated.weekday:
        same = one.weekday == two.weekday
        return (
            ValueRelation("same", "a day of the week, and the date on which it fell")
            if same
            else ValueRelation("unknown", "not on that day of the week")
        )
    return ValueRelation("refinement", "a day of the week, and a date that may fall on it")


def _by_month(one: _Known, two: _Known, is_loose: bool) -> ValueRelation:
    if not set(one.months) & set(two.months) or (one.day and two.day and one != two and (one.months, one.day) != (two.months, two.day)):
        gap = _gap(one, two)
        if gap == 1 and is_loose:
            return ValueRelation("unknown", "the dates lie a day apart, and one of them is told by the day of writing or by night")
        return ValueRelation("apart", f"the dates lie {gap} day{'s' if gap > 1 else ''} apart", Decimal(gap))
    if (one.months, one.day) == (two.months, two.day):
        return ValueRelation("same", "the same date")
    return ValueRelation("refinement", "one date is told more coarsely, and the other lies in it")


def _gap(one: _Known, two: _Known) -> int:
    """Days between two dates of which a year is not known, the short way round."""
    first, second = sorted((_span(one), _span(two)))
    return max(1, min((second[0] - first[1]).days, (first[0] - second[1]).days + _LEAP_DAYS))


def _span(known: _Known) -> tuple[date, date]:
    if known.day:
        day = date(_LEAP, known.months[0], known.day)
        return day, day
    return date(_LEAP, known.months[0], 1), date(_LEAP, known.months[-1], calendar.monthrange(_LEAP, known.months[-1])[1])


def settled(value: Value, years: Iterable[int], near: Interval | None = None) -> Value:
    """The value with its days, where one of the `years` alone gives them; with `near` the year whose day lies nearest to it."""
    known = _known(value)
    if known is None or not known.months or value.when is not None:
        return value
    months, number = known.months, known.day
    found: list[Interval] = []
    for year in years:
        last = calendar.monthrange(year, months[-1])[1]
        if number <= last:
            found.append(Interval(date(year, months[0], number or 1), date(year, months[-1], number or last)))
    if near is not None:
        found = sorted(found, key=lambda span: (span.gap_days(near), span.first or date.min))[:1]
    return day_value(value.text, found[0], value.hedge) if len(found) == 1 else value


def may_fall_on(one: Value, two: Value, years: Iterable[int]) -> bool:
    """A day of the week and a date without its year fall on one day in one of the years."""
    first, second = _known(one), _known(two)
    if first is None or second is None:
        return False
    week, dated = (first, second) if first.weekday and not first.months else (second, first)
    if not (week.weekday and dated.months and dated.day) or week.months:
        return False
    days = [date(year, dated.months[0], dated.day) for year in years if dated.day <= calendar.monthrange(year, dated.months[0])[1]]
    return any(day.isoweekday() == week.weekday for day in days)


def is_day(value: Value) -> bool:
    """A single day, of whatever year."""
    known = _known(value)
    return known is not None and known.day > 0


def is_one_day(value: Value) -> bool:
    """A day of a month or of a week, of whatever year."""
    known = _known(value)
    return known is not None and (known.day > 0 or known.weekday > 0)


def is_year(value: Value) -> bool:
    """A year without its month."""
    span = value.when
    return span is not None and span.first is not None and span.last is not None and (span.last - span.first).days > 360


def is_weekday(value: Value) -> bool:
    """A day of the week, of which no more is known."""
    known = _known(value)
    return known is not None and known.weekday > 0 and not known.months


def is_day_in_part(value: Value) -> bool:
    """A day of a month or of a week, of which no more is known."""
    known = _known(value)
    return value.when is None and known is not None and (known.day > 0 or known.weekday > 0)


def _counts_years(value: Value) -> bool:
    """A date told as years back, without a hedge: "41 years ago" of 1967."""
    return value.hedge == "=" and _YEARS_AGO.fullmatch(value.text) is not None
