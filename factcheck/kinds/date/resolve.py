"""From what an expression says to the days it means, by the article's date.

Pure arithmetic: the only date known here is the one handed in. The tense of the sentence decides between past and
future; without one a weekday is past, a month or quarter past and a day of a month the nearest, which is how news reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from factcheck.kinds.date import forms as f
from factcheck.kinds.date.days import read_calendar, read_numeric, read_weekday
from factcheck.kinds.date.fiscal import FISCAL_YEARS
from factcheck.kinds.date.holidays import holiday_day
from factcheck.kinds.date.now import NO_DATE, Now
from factcheck.kinds.date.parts import fiscal_part, label_of, nearest_part, read_fiscal
from factcheck.kinds.date.reading import Reading, day_reading, duration_timex, modified, span_reading, unresolved
from factcheck.kinds.date.units import OUTSIDE, century_reading, decade_reading, part_of, unit_at
from factcheck.model.interval import Interval
from factcheck.text import calendar

_FROM_NOTHING = "counted from something that has no date here"
_MONTHS = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_DAYS = {"D": 1, "W": 7}


def read(form: f.Form, now: Now) -> Reading:
    """The days and the TIMEX3 value of a form."""
    reader: Callable[[Any, Now], Reading] = _READERS[type(form)]
    return reader(form, now)


def _part(form: f.Part, now: Now) -> Reading:
    label = label_of(form)
    number: int | str = form.number
    unit = form.unit
    if form.of is not None:
        year = read(form.of, now)
        if year.interval is None or year.interval.last is None:
            return unresolved(year.reason or NO_DATE, f"XXXX-{label}")
        if number == 0:
            number = int(now.quarter.timex[-1]) if now.quarter and now.quarter.timex else 0
            if not number:
                return year
        named = int(year.timex[:4]) if year.timex and year.timex[:4].isdigit() else year.interval.last.year
        if form.fiscal or isinstance(form.of, f.Fiscal):
            country = form.of.country if isinstance(form.of, f.Fiscal) else ""
            return fiscal_part(named, form, FISCAL_YEARS.get(country, now.fiscal))
        return part_of(named, unit, number)
    return nearest_part(form, now)


def _period(form: f.Period, now: Now) -> Reading:
    before = now.before
    if form.anchor == "report":
        if now.quarter is not None:
            return now.quarter
        return unit_at(now.day, "Q", -1) if now.day else unresolved(NO_DATE)
    if form.anchor == "context" and before is not None and before.interval is not None and before.interval.first is not None:
        return unit_at(before.interval.first, form.unit, form.offset)
    if now.day is None:
        return unresolved(NO_DATE)
    if form.anchor == "context" and form.offset:
        return Reading(unit_at(now.day, form.unit, form.offset).timex, reason=_FROM_NOTHING)
    offset = form.offset
    if form.unit == "WE" and offset == 0 and now.tense != "future" and now.day.weekday() < 5:
        offset = -1
    return unit_at(now.day, form.unit, offset)


def _without_anchor(form: f.Shift, now: Now) -> Reading:
    """Two days later, where nothing before has a date: the value as if the article's day were meant, but no days."""
    if now.day is None:
        return unresolved(NO_DATE)
    made = _shift(replace(form, anchor="now"), now)
    return Reading(made.timex, reason=_FROM_NOTHING)


def _shift(form: f.Shift, now: Now) -> Reading:
    anchor: Reading
    if form.anchor == "now" or (form.anchor == "report" and now.quarter is None):
        anchor = day_reading(now.day) if now.day else unresolved(NO_DATE)
    elif form.anchor == "report":
        anchor = now.quarter or unresolved(NO_DATE)
    elif form.anchor == "context":
        if now.before is None or now.before.interval is None:
            return _without_anchor(form, now)
        anchor = now.before
    else:
        anchor = read(form.anchor, now)
    start = anchor.interval.first if anchor.interval else None
    if start is None:
        return unresolved(anchor.reason or "it hangs on something without a date")
    if any(amount is None for amount, _ in form.amounts):
        if form.anchor == "context":
            return unresolved("a vague time from a date before")
        return Reading("PAST_REF" if form.sign < 0 else "FUTURE_REF", Interval(None, start) if form.sign < 0 else Interval(start, None), "")
    days = sum((amount or 0) * _DAYS.get(unit, 0) for amount, unit in form.amounts)
    months = sum((amount or 0) * _MONTHS.get(unit, 0) for amount, unit in form.amounts)
    if abs(days) > 4_000_000 or abs(months) > 130_000:
        return unresolved(OUTSIDE)
    moved = calendar.add_months(start, form.sign * months)
    moved = calendar.add_days(moved, form.sign * days) if moved else None
    if moved is None:
        return unresolved(OUTSIDE)
    if not days and not months:
        return day_reading(start)
    if form.exact:
        return day_reading(moved)
    grain = form.amounts[-1][1]
    if form.anchor == "report" and now.quarter is not None:
        return unit_at(moved, "Q", 0)
    if form.anchor == "context" and now.before and now.before.grain in ("Q", "M", "D") and grain == "Y":
        return unit_at(moved, now.before.grain, 0)
    return unit_at(moved, "Y" if grain in ("E", "C", "L") else "W" if grain == "WE" else grain, 0)


def _duration(form: f.Duration, now: Now) -> Reading:
    timex = duration_timex(form.amounts)
    if form.lies is None:
        return Reading(timex)
    if form.lies == "event":
        return Reading(timex, reason=_FROM_NOTHING)
    if now.day is None:
        return Reading(timex, reason=NO_DATE)
    if not all(amount.isdigit() and len(amount) < 5 for amount, _ in form.amounts):
        return Reading(timex)
    sign = -1 if form.lies == "past" else 1
    other = _shift(f.Shift(tuple((int(amount), unit) for amount, unit in form.amounts), sign, "now", True), now)
    end = other.interval.first if other.interval else None
    if end is None:
        return Reading(timex)
    return Reading(timex, Interval(end, now.day) if sign < 0 else Interval(now.day, end))


def _reference(form: f.Reference, now: Now) -> Reading:
    if form.value == "PRESENT_REF":
        return Reading(form.value, Interval(now.day, now.day), "") if now.day else Reading(form.value, reason=NO_DATE)
    if now.day is None:
        return Reading(form.value, reason=NO_DATE)
    return Reading(form.value, Interval(None, now.day) if form.value == "PAST_REF" else Interval(now.day, None))


def _every(form: f.Every, now: Now) -> Reading:
    return Reading(form.value)


def _clock(form: f.Clock, now: Now) -> Reading:
    if form.of is None:
        before = now.before
        if before is not None and before.grain == "D" and before.timex:
            day = before
        elif now.day is not None:
            day = replace(day_reading(now.day), interval=None, reason="the day of this hour is not told")
        else:
            day = unresolved(NO_DATE)
    else:
        day = read(form.of, now)
    what = form.part
    if form.hour is not None:
        what = f"{form.hour:02d}:{form.minute or 0:02d}" + (f":{form.second:02d}" if form.second is not None else "")
    if day.grain != "D":
        stem = day.timex if day.timex and day.grain else "XXXX-XX-XX"
        return Reading(f"{stem}T{what}", day.interval, "", reason=day.reason)
    return Reading(f"{(day.timex or '')[:10]}T{what}", day.interval, "D", reason=day.reason)


def _decade(form: f.Decade, now: Now) -> Reading:
    return decade_reading(form.tens)


def _century(form: f.Century, now: Now) -> Reading:
    return century_reading(form.hundreds)


def _holiday(form: f.Holiday, now: Now) -> Reading:
    if form.of is not None:
        year = read(form.of, now)
        first = year.interval.first if year.interval else None
        return day_reading(holiday_day(form.name, first.year)) if first else unresolved(year.reason or NO_DATE)
    today = now.day
    if today is None:
        return unresolved(NO_DATE)
    days = [day for n in (-1, 0, 1) if (day := holiday_day(form.name, today.year + n))]
    if form.nearest < 0:
        days = [d for d in days if d < today] or days
    elif form.nearest > 0:
        days = [d for d in days if d > today] or days
    elif now.tense == "past":
        days = [d for d in days if d <= today] or days
    elif now.tense == "future":
        days = [d for d in days if d >= today] or days
    return day_reading(min(days, key=lambda d: abs((d - today).days), default=None))


def _elapsed(form: f.Elapsed, now: Now) -> Reading:
    if now.day is None:
        return unresolved(NO_DATE)
    made = unit_at(now.day, form.unit, 0)
    began = _shift(f.Shift(((form.number - 1, form.unit),), -1), now)
    return replace(
        made,
        note=f"{form.unit.lower()} {form.number}: it began in {began.edtf}" if form.unit != "D" else f"day {form.number}: it began on {began.edtf}",
    )


def _nth(form: f.Nth, now: Now) -> Reading:
    outer = read(form.of, now)
    span = outer.interval
    if span is None or span.first is None or span.last is None:
        return unresolved(outer.reason or NO_DATE)
    number, first, last = form.number, span.first, span.last
    if form.unit[0] == "D" and form.unit != "D":
        found_day = calendar.nth_weekday(first.year, first.month, int(form.unit[1:]), number)
        return day_reading(found_day) if found_day is not None and found_day.month == first.month else unresolved("no such day")
    if form.unit == "W" and outer.grain == "M":  # seven days from the first, or up to the last
        begin = calendar.add_days(last, -6) if number < 0 else calendar.add_days(first, 7 * (number - 1))
        end = calendar.add_days(begin, 6) if begin is not None else None
        if begin is None or end is None or end > last:
            return unresolved("no such week")
        return span_reading(unit_at(begin, "W", 0).timex or "", Interval(begin, end), "")
    if form.unit == "W" and outer.grain == "Y":
        found = calendar.iso_week(int((outer.timex or "0")[:4]), number)
        week = found.last.isocalendar() if found and found.last else None
        return span_reading(f"{week[0]:04d}-W{week[1]:02d}", found, "W") if week else unresolved("no such week")
    made = unit_at(last, form.unit, number + 1) if number < 0 else unit_at(first, form.unit, number - 1)
    if made.interval is None or made.interval.meet(span) is None:
        return unresolved("no such day")
    return made


def _range(form: f.Range, now: Now) -> Reading:
    first = read(form.first, now)
    end, start = form.last, first.interval.first if first.interval else None
    if isinstance(end, f.Calendar) and end.year is None and end.month is not None and start is not None:
        end = replace(end, year=start.year + (end.month < start.month))  # April-June: both of one year
    last = read(end, now)
    if first.interval is None or last.interval is None or first.interval.first is None or last.interval.last is None:
        return unresolved(first.reason or last.reason or NO_DATE)
    if first.interval.first > last.interval.last:
        return unresolved("it ends before it begins", f"{first.timex}/{last.timex}")
    code = f"{first.edtf}/{last.edtf}"
    return Reading(
        f"{first.timex}/{last.timex}",
        Interval(first.interval.first, last.interval.last),
        "",
        code if code.count("/") == 1 and "X" not in code else None,
    )


def _modified(form: f.Modified, now: Now) -> Reading:
    return modified(read(form.form, now), form.modifier)


def _unknown(form: f.Unknown, now: Now) -> Reading:
    return unresolved(form.reason, form.timex)


_READERS: dict[type, Callable[[Any, Now], Reading]] = {
    f.Calendar: read_calendar,
    f.Numeric: read_numeric,
    f.Weekday: read_weekday,
    f.Period: _period,
    f.Part: _part,
    f.Fiscal: read_fiscal,
    f.Shift: _shift,
    f.Duration: _duration,
    f.Reference: _reference,
    f.Every: _every,
    f.Clock: _clock,
    f.Decade: _decade,
    f.Century: _century,
    f.Holiday: _holiday,
    f.Nth: _nth,
    f.Elapsed: _elapsed,
    f.Range: _range,
    f.Modified: _modified,
    f.Unknown: _unknown,
}
