"""Days and months by number or name, without a year or with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.kinds.date import forms as f
from factcheck.kinds.date.now import NO_DATE, Now
from factcheck.kinds.date.reading import Reading, day_reading, span_reading, unresolved
from factcheck.text import calendar

# A day of a month without its year lies this near the article: news names the year of what is farther off.
_NEAR_DAYS = 120


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


def read_calendar(form: f.Calendar, now: Now) -> Reading:
    """A year, a month or a day; without its year the one that the tense and the distance suggest."""
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
        is_next = now.tense == "future" or (now.tense is None and ahead <= 2)
        year = today.year + (month < today.month) - (0 if is_next or not ahead else 1)
        return span_reading(f"{year:04d}-{month:02d}", calendar.month_span(year, month), "M")
    candidates = [found for y in (-1, 0, 1) if 1 <= today.year + y <= 9999 and (found := calendar.day_of(today.year + y, month, day))]
    if form.weekday is not None:
        candidates = [c for c in candidates if c.weekday() == form.weekday] or candidates
    if not candidates:
        return unresolved("no such day", shape)
    near = [c for c in candidates if abs((c - today).days) <= _NEAR_DAYS]
    if near:
        candidates = near
    elif now.tense == "future":
        candidates = [c for c in candidates if c >= today] or candidates
    else:
        candidates = [c for c in candidates if c <= today] or candidates
    return day_reading(min(candidates, key=lambda c: abs((c - today).days)))


def read_numeric(form: f.Numeric, now: Now) -> Reading:
    """A date in figures, month first unless the reader's country writes the day first."""
    month, day = (form.second, form.first) if now.day_first else (form.first, form.second)
    if month > 12 >= day:
        month, day = day, month
    made = read_calendar(f.Calendar(form.year, month, day), now)
    if form.first != form.second and form.first <= 12 and form.second <= 12 and made.interval:
        made = replace(made, note=f"{form.first}/{form.second} may also be read {'month' if now.day_first else 'day'} first")
    return made


def read_weekday(form: f.Weekday, now: Now) -> Reading:
    """A weekday: past unless the tense says future, the article's own day where it is that day."""
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
