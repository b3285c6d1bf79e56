"""Arithmetic on the calendar alone: months, quarters, weeks, seasons and moveable days. Knows no article and no clock.

Every function answers None where the result would leave the years 1 to 9999.
"""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.model.interval import Interval

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# First month and length of a season, by the meteorological convention, northern half; winter is named by its January.
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def month_length(year: int, month: int) -> int:
    """Days of a month (`calendar.monthrange` also works out a weekday, which costs ten times as much)."""
    return 29 if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _LENGTHS[month]


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    return date(year, month, day) if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= month_length(year, month) else None


def add_days(day: date, count: int) -> date | None:
    """`count` days on (or back)."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def add_months(day: date, count: int) -> date | None:
    """`count` months on, on the same day of the month or the last that the month has."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def year_span(year: int, years: int = 1) -> Interval | None:
    """From 1 January of `year`, `years` years long."""
    return Interval(date(year, 1, 1), date(year + years - 1, 12, 31)) if year >= 1 and year + years - 1 <= 9999 else None


def month_span(year: int, month: int, months: int = 1) -> Interval | None:
    """From the first of a month (which may be below 1 or above 12: it carries), `months` months long."""
    first_index = year * 12 + month - 1
    last_index = first_index + months - 1
    if first_index < 12 or last_index >= 120000:
        return None
    last_year, last_month = divmod(last_index, 12)
    return Interval(
        date(first_index // 12, first_index % 12 + 1, 1),
        date(last_year, last_month + 1, month_length(last_year, last_month + 1)),
    )


def week_span(day: date, weeks: int = 0) -> Interval | None:
    """Monday to Sunday of the week that holds `day`, `weeks` weeks on."""
    monday = add_days(day, 7 * weeks - day.weekday())
    sunday = add_days(monday, 6) if monday else None
    return Interval(monday, sunday) if sunday else None


def iso_week(year: int, week: int) -> Interval | None:
    """The days of an ISO week; week -1 is the last of its year."""
    if not 1 <= year <= 9998:
        return None
    if week == -1:
        week = date(year, 12, 28).isocalendar()[1]
    if not 1 <= week <= 53:
        return None
    monday = date.fromordinal(date(year, 1, 4).toordinal() - date(year, 1, 4).weekday() + 7 * (week - 1))
    return Interval(monday, monday + timedelta(days=6))


def season_span(year: int, season: str) -> Interval | None:
    """The months of SP, SU, FA or WI of a year; the winter of a year runs into the next year."""
    return month_span(year, _SEASON_START[season], 3)


def easter(year: int) -> date:
    """Easter Sunday, Western; the anonymous Gregorian algorithm (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The first (1), second, ... or last (-1) such weekday (Monday is 0) of a month."""
    if number > 0:
        first = date(year, month, 1)
        return day_of(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year, month, month_length(year, month))
    return date(year, month, last.day - (last.weekday() - weekday) % 7)
