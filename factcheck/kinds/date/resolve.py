"""From what an expression says to the days it means, by the article's date.

Pure arithmetic: the only date known here is the one handed in. The tense of the sentence decides between past and
future; without one a weekday is past, a month or quarter past and a day of a month the nearest, which is how news reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from factcheck.kinds.date import forms as f
from factcheck.kinds.date.fiscal import FISCAL_YEARS, FiscalYear
from factcheck.kinds.date.reading import Reading, day_reading, duration_timex, modified, span_reading, unresolved
from factcheck.model.interval import Interval
from factcheck.text import calendar

_NEAR_DAYS = 120
NO_DATE = "relative to the article's date, which is not known"
_MONTHS = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_DAYS = {"D": 1, "W": 7}
# Northern, Western: month and day, or the nth weekday of a month.
_FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year": (1, 1), "new year eve": (12, 31),
    "independence day": (7, 4), "valentine": (2, 14), "halloween": (10, 31), "st patrick": (3, 17), "earth day": (4, 22),
    "veterans day": (11, 11), "armistice day": (11, 11), "anzac day": (4, 25), "australia day": (1, 26), "canada day": (7, 1),
    "bastille day": (7, 14), "may day": (5, 1), "april fool": (4, 1), "juneteenth": (6, 19), "epiphany": (1, 6), "groundhog day": (2, 2),
}  # fmt: skip
_FLOATING = {
    "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1), "mlk day": (1, 0, 3), "presidents day": (2, 0, 3),
    "mother day": (5, 6, 2), "father day": (6, 6, 3), "columbus day": (10, 0, 2),
}  # fmt: skip
_EASTER = {"easter": 0, "good friday": -2, "palm sunday": -7, "easter monday": 1, "ash wednesday": -46, "pentecost": 49, "maundy thursday": -3}


@dataclass(frozen=True, slots=True)
class Now:
    """What a form is resolved against: the article's day, the tense, the reading before it in the text, the quarter reported."""

    day: date | None
    tense: f.Tense | None = None
    before: Reading | None = None
    quarter: Reading | None = None
    fiscal: FiscalYear | None = None
    day_first: bool = False


def read(form: f.Form, now: Now) -> Reading:
    """The days and the TIMEX3 value of a form."""
    reader: Callable[[Any, Now], Reading] = _READERS[type(form)]
    return reader(form, now)


def _day_alone(form: f.Calendar, now: Now) -> Reading:
    """The 15th, or Tuesday the 15th: of the nearest month that has it and that the tense allows."""
    today = now.day
    if today is None or form.day is None:
        return unresolved(NO_DATE)
    months = (0, 1, -1, 2, -2) if form.weekday is not None else (0, 1 if now.tense == "future" else -1)
    days: list[date] = []
    for count in months:
        month = calendar.add_months(today.replace(day=1), count)
        found = calendar.day_of(month.year, month.month, form.day) if month else None
        if found is not None:
            days.append(found)
    if form.weekday is not None:
        fit = [day for day in days if day.weekday() == form.weekday]
    else:
        fit = [day for day in days if (day >= today if now.tense == "future" else day <= today)]
    return day_reading(next(iter(fit or days), None))


def _calendar(form: f.Calendar, now: Now) -> Reading:
    year, month, day = form.year, form.month, form.day
    if year is not None:
        if month is None:
            return span_reading(f"{year:04d}", calendar.year_span(year), "Y")
        if day is None:
            return span_reading(f"{year:04d}-{month:02d}", calendar.month_span(year, month), "M")
        found = calendar.day_of(year, month, day)
        return day_reading(found) if found else unresolved("no such day", f"{year:04d}-{month:02d}-{day:02d}")
    today = now.day
    if month is None:
        return _day_alone(form, now)
    shape = f"XXXX-{month:02d}" + (f"-{day:02d}" if day is not None else "")
    if today is None:
        return unresolved(NO_DATE, shape)
    if day is None:
        ahead = (month - today.month) % 12
        is_next = now.tense == "future" or (now.tense is None and ahead <= 4)
        year = today.year + (month < today.month) - (0 if is_next or not ahead else 1)
        return span_reading(f"{year:04d}-{month:02d}", calendar.month_span(year, month), "M")
    candidates = [found for y in (-1, 0, 1) if 1 <= today.year + y <= 9999 and (found := calendar.day_of(today.year + y, month, day))]
    if form.weekday is not None:
        candidates = [c for c in candidates if c.weekday() == form.weekday] or candidates
    if not candidates:
        return unresolved("no such day", shape)
    # A day of a month without its year lies near the article: WSJ and AP name the year of what is farther off.
    near = [c for c in candidates if abs((c - today).days) <= _NEAR_DAYS]
    if near:
        candidates = near
    elif now.tense == "future":
        candidates = [c for c in candidates if c >= today] or candidates
    elif now.tense == "past":
        candidates = [c for c in candidates if c <= today] or candidates
    return day_reading(min(candidates, key=lambda c: abs((c - today).days)))


def _numeric(form: f.Numeric, now: Now) -> Reading:
    month, day = (form.second, form.first) if now.day_first else (form.first, form.second)
    if month > 12 >= day:
        month, day = day, month
    made = _calendar(f.Calendar(form.year, month, day), now)
    if form.first != form.second and form.first <= 12 and form.second <= 12 and made.interval:
        made = replace(made, note=f"{form.first}/{form.second} may also be read {'month' if now.day_first else 'day'} first")
    return made


def _weekday(form: f.Weekday, now: Now) -> Reading:
    today = now.day
    if today is None:
        return unresolved(NO_DATE, f"XXXX-WXX-{form.day + 1}")
    if form.week is not None:
        return day_reading(calendar.add_days(today, form.day - today.weekday() + 7 * form.week))
    ahead = (form.day - today.weekday()) % 7
    if form.nearest == 1 or (form.nearest == 0 and now.tense == "future"):
        ahead = ahead or (7 if form.nearest else 0)
    elif form.nearest == -1 or ahead:
        ahead -= 7
    return day_reading(calendar.add_days(today, ahead))


def _unit_at(day: date, unit: str, offset: int) -> Reading:
    """The calendar unit that holds a day, or one counted from it."""
    if unit == "D":
        return day_reading(calendar.add_days(day, offset))
    if unit in ("W", "WE"):
        span = calendar.week_span(day, offset)
        if span is None or span.last is None:
            return unresolved("outside the calendar")
        year, week, _ = span.last.isocalendar()
        if unit == "W":
            return span_reading(f"{year:04d}-W{week:02d}", span, "W")
        return span_reading(f"{year:04d}-W{week:02d}-WE", Interval(calendar.add_days(span.last, -1), span.last), "WE")
    if unit == "M":
        start = calendar.add_months(day, offset)
        return (
            span_reading(f"{start.year:04d}-{start.month:02d}", calendar.month_span(start.year, start.month), "M")
            if start
            else unresolved("outside the calendar")
        )
    if unit == "Q":
        index = day.year * 4 + (day.month - 1) // 3 + offset
        return _part_of(index // 4, "Q", index % 4 + 1)
    if unit == "HY":
        index = day.year * 2 + (day.month - 1) // 6 + offset
        return _part_of(index // 2, "H", index % 2 + 1)
    if unit == "Y":
        return span_reading(f"{day.year + offset:04d}", calendar.year_span(day.year + offset), "Y")
    if unit == "E":
        return _decade(f.Decade(day.year // 10 + offset), Now(day))
    if unit == "C":
        return _century(f.Century((day.year - 1) // 100 + offset), Now(day))
    return unresolved("finer than a day")


def _part_of(year: int, unit: str, number: int | str) -> Reading:
    if not 1 <= year <= 9998:
        return unresolved("outside the calendar")
    if unit == "MONTH":
        return span_reading(f"{year:04d}-{number:02d}", calendar.month_span(year, int(number)), "M")
    if unit == "Q":
        return span_reading(f"{year:04d}-Q{number}", calendar.month_span(year, 3 * int(number) - 2, 3), "Q")
    if unit == "H":
        return span_reading(f"{year:04d}-H{number}", calendar.month_span(year, 6 * int(number) - 5, 6), "HY")
    if unit == "W":
        return span_reading(f"{year:04d}-W{number:02d}", calendar.iso_week(year, int(number)), "W")
    return span_reading(f"{year:04d}-{unit}", calendar.season_span(year, unit), "SEASON")


def _label(form: f.Part) -> str:
    if form.unit == "MONTH":
        return f"{form.number:02d}"
    return form.unit if isinstance(form.number, str) else f"{form.unit}{form.number}"


def _part(form: f.Part, now: Now) -> Reading:
    label = _label(form)
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
            return _fiscal_part(named, form, now)
        return _part_of(named, unit, number)
    if now.day is None:
        return unresolved(NO_DATE, f"XXXX-{label}")
    if form.offset:
        now = replace(now, tense="past" if form.offset < 0 else "future")
    today, spans = now.day, []
    assert today is not None
    for year_number in (today.year - 1, today.year, today.year + 1):
        found = _part_of(year_number, unit, number)
        if found.interval and found.interval.first and found.interval.last:
            spans.append((found, found.interval.first, found.interval.last))
    if form.offset is not None and form.offset < 0:
        spans = [s for s in spans if s[2] < today] or spans
    elif form.offset is not None and form.offset > 0:
        spans = [s for s in spans if s[1] > today] or spans
    else:
        fresh = [s for s in spans if s[1] <= today and (today - s[2]).days <= 92]
        if fresh:
            spans = fresh
        elif now.tense == "past":
            spans = [s for s in spans if s[1] <= today] or spans
        elif now.tense == "future":
            spans = [s for s in spans if s[2] >= today] or spans
    if not spans:
        return unresolved("outside the calendar")
    return min(spans, key=lambda s: 0 if s[1] <= today <= s[2] else min(abs((s[1] - today).days), abs((s[2] - today).days)))[0]


def _fiscal_part(year: int, form: f.Part, now: Now) -> Reading:
    label = _label(form)
    if now.fiscal is None:
        return Reading(f"{year:04d}-{label}", reason="a part of a fiscal year of an unknown start")
    length = {"Q": 3, "H": 6}.get(form.unit, 12)
    first = length * (int(form.number) - 1) if length < 12 else 0
    return span_reading(f"{year:04d}-{label}", now.fiscal.part(year, first, length), form.unit)


def _fiscal(form: f.Fiscal, now: Now) -> Reading:
    fiscal = FISCAL_YEARS.get(form.country) if form.country else now.fiscal
    if form.year is None:
        if now.day is None:
            return unresolved(NO_DATE)
        rule = fiscal or FiscalYear(1)
        year = rule.number(now.day.year, now.day.month) + form.offset
    else:
        year = form.year
    if fiscal is None:
        return Reading(f"{year:04d}", reason="a fiscal year of an unknown start", grain="FY")
    return span_reading(f"{year:04d}", fiscal.span(year), "FY")


def _period(form: f.Period, now: Now) -> Reading:
    before = now.before
    if form.anchor == "report":
        if now.quarter is not None:
            return now.quarter
        return _unit_at(now.day, "Q", -1) if now.day else unresolved(NO_DATE)
    if form.anchor == "context" and before is not None and before.interval is not None and before.interval.first is not None:
        return _unit_at(before.interval.first, form.unit, form.offset)
    if now.day is None:
        return unresolved(NO_DATE)
    offset = form.offset
    if form.unit == "WE" and offset == 0 and now.tense != "future" and now.day.weekday() < 5:
        offset = -1
    return _unit_at(now.day, form.unit, offset)


def _shift(form: f.Shift, now: Now) -> Reading:
    anchor: Reading
    if form.anchor == "now" or (form.anchor == "report" and now.quarter is None):
        anchor = day_reading(now.day) if now.day else unresolved(NO_DATE)
    elif form.anchor == "report":
        anchor = now.quarter or unresolved(NO_DATE)
    elif form.anchor == "context":
        anchor = now.before if now.before and now.before.interval else (day_reading(now.day) if now.day else unresolved(NO_DATE))
    else:
        anchor = read(form.anchor, now)
    start = anchor.interval.first if anchor.interval else None
    if start is None:
        return unresolved(anchor.reason or "it hangs on something without a date")
    if any(amount is None for amount, _ in form.amounts):
        return Reading("PAST_REF" if form.sign < 0 else "FUTURE_REF", Interval(None, start) if form.sign < 0 else Interval(start, None), "")
    days = sum((amount or 0) * _DAYS.get(unit, 0) for amount, unit in form.amounts)
    months = sum((amount or 0) * _MONTHS.get(unit, 0) for amount, unit in form.amounts)
    if abs(days) > 4_000_000 or abs(months) > 130_000:
        return unresolved("outside the calendar")
    moved = calendar.add_months(start, form.sign * months)
    moved = calendar.add_days(moved, form.sign * days) if moved else None
    if moved is None:
        return unresolved("outside the calendar")
    if not days and not months:
        return day_reading(start)
    if form.exact:
        return day_reading(moved)
    grain = form.amounts[-1][1]
    if form.anchor == "report" and now.quarter is not None:
        return _unit_at(moved, "Q", 0)
    if form.anchor == "context" and now.before and now.before.grain in ("Q", "M", "D") and grain == "Y":
        return _unit_at(moved, now.before.grain, 0)
    return _unit_at(moved, "Y" if grain in ("E", "C", "L") else "W" if grain == "WE" else grain, 0)


def _duration(form: f.Duration, now: Now) -> Reading:
    timex = duration_timex(form.amounts)
    if form.lies is None:
        return Reading(timex)
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
        day = before if before is not None and before.grain == "D" and before.timex else day_reading(now.day) if now.day else unresolved(NO_DATE)
    else:
        day = read(form.of, now)
    what = form.part
    if form.hour is not None:
        what = f"{form.hour:02d}:{form.minute or 0:02d}" + (f":{form.second:02d}" if form.second is not None else "")
    if day.interval is None or day.grain != "D":
        stem = day.timex if day.timex and day.grain else "XXXX-XX-XX"
        return Reading(f"{stem}T{what}", day.interval, "", reason=day.reason)
    return Reading(f"{(day.timex or '')[:10]}T{what}", day.interval, "D")


def _decade(form: f.Decade, now: Now) -> Reading:
    return span_reading(f"{form.tens:03d}", calendar.year_span(form.tens * 10, 10), "E", f"{form.tens:03d}X")


def _century(form: f.Century, now: Now) -> Reading:
    return span_reading(f"{form.hundreds:02d}", calendar.year_span(form.hundreds * 100 or 1, 100), "C", f"{form.hundreds:02d}XX")


def holiday_day(name: str, year: int) -> date | None:
    """The day a holiday falls on."""
    if not 1 <= year <= 9999:
        return None
    if name in _FIXED:
        return calendar.day_of(year, *_FIXED[name])
    if name in _FLOATING:
        month, weekday, number = _FLOATING[name]
        return calendar.nth_weekday(year, month, weekday, number)
    if name == "black friday":
        return calendar.add_days(calendar.nth_weekday(year, 11, 3, 4), 1)
    return calendar.add_days(calendar.easter(year), _EASTER[name])


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


def _nth(form: f.Nth, now: Now) -> Reading:
    outer = read(form.of, now)
    span = outer.interval
    if span is None or span.first is None or span.last is None:
        return unresolved(outer.reason or NO_DATE)
    number, first, last = form.number, span.first, span.last
    if form.unit == "W" and outer.grain == "Y":
        found = calendar.iso_week(int((outer.timex or "0")[:4]), number)
        week = found.last.isocalendar() if found and found.last else None
        return span_reading(f"{week[0]:04d}-W{week[1]:02d}", found, "W") if week else unresolved("no such week")
    made = _unit_at(last, form.unit, number + 1) if number < 0 else _unit_at(first, form.unit, number - 1)
    if made.interval is None or made.interval.meet(span) is None:
        return unresolved("no such day")
    return made


def _range(form: f.Range, now: Now) -> Reading:
    first, last = read(form.first, now), read(form.last, now)
    if first.interval is None or last.interval is None or first.interval.first is None or last.interval.last is None:
        return unresolved(first.reason or last.reason or NO_DATE)
    if first.interval.first > last.interval.last:
        return unresolved("it ends before it begins", f"{first.timex}/{last.timex}")
    code = f"{first.edtf}/{last.edtf}"
    return Reading(f"{first.timex}/{last.timex}", Interval(first.interval.first, last.interval.last), "", code if code.count("/") == 1 else None)


def _modified(form: f.Modified, now: Now) -> Reading:
    return modified(read(form.form, now), form.modifier)


def _unknown(form: f.Unknown, now: Now) -> Reading:
    return unresolved(form.reason, form.timex)


_READERS: dict[type, Callable[[Any, Now], Reading]] = {
    f.Calendar: _calendar,
    f.Numeric: _numeric,
    f.Weekday: _weekday,
    f.Period: _period,
    f.Part: _part,
    f.Fiscal: _fiscal,
    f.Shift: _shift,
    f.Duration: _duration,
    f.Reference: _reference,
    f.Every: _every,
    f.Clock: _clock,
    f.Decade: _decade,
    f.Century: _century,
    f.Holiday: _holiday,
    f.Nth: _nth,
    f.Range: _range,
    f.Modified: _modified,
    f.Unknown: _unknown,
}
