"""The unit of the calendar that holds a day, or one counted from it; parts of years by number or name."""

from __future__ import annotations

from datetime import date

from factcheck.kinds.date.reading import Reading, day_reading, span_reading, unresolved
from factcheck.model.interval import Interval
from factcheck.text import calendar

OUTSIDE = "outside the calendar"


def unit_at(day: date, unit: str, offset: int) -> Reading:
    """The calendar unit that holds a day, or one counted from it."""
    if unit == "D":
        return day_reading(calendar.add_days(day, offset))
    if unit in ("W", "WE"):
        span = calendar.week_span(day, offset)
        if span is None or span.last is None:
            return unresolved(OUTSIDE)
        year, week, _ = span.last.isocalendar()
        if unit == "W":
            return span_reading(f"{year:04d}-W{week:02d}", span, "W")
        return span_reading(f"{year:04d}-W{week:02d}-WE", Interval(calendar.add_days(span.last, -1), span.last), "WE")
    if unit == "M":
        start = calendar.add_months(day, offset)
        return (
            span_reading(f"{start.year:04d}-{start.month:02d}", calendar.month_span(start.year, start.month), "M") if start else unresolved(OUTSIDE)
        )
    if unit == "Q":
        index = day.year * 4 + (day.month - 1) // 3 + offset
        return part_of(index // 4, "Q", index % 4 + 1)
    if unit == "HY":
        index = day.year * 2 + (day.month - 1) // 6 + offset
        return part_of(index // 2, "H", index % 2 + 1)
    if unit == "Y":
        return span_reading(f"{day.year + offset:04d}", calendar.year_span(day.year + offset), "Y")
    if unit == "E":
        return decade_reading(day.year // 10 + offset)
    if unit == "C":
        return century_reading((day.year - 1) // 100 + offset)
    return unresolved("finer than a day")


def part_of(year: int, unit: str, number: int | str) -> Reading:
    """Q1 to Q4, H1, H2, a week, a season or a month of a year."""
    if not 1 <= year <= 9998:
        return unresolved(OUTSIDE)
    if unit == "MONTH":
        return span_reading(f"{year:04d}-{number:02d}", calendar.month_span(year, int(number)), "M")
    if unit == "Q":
        return span_reading(f"{year:04d}-Q{number}", calendar.month_span(year, 3 * int(number) - 2, 3), "Q")
    if unit == "H":
        return span_reading(f"{year:04d}-H{number}", calendar.month_span(year, 6 * int(number) - 5, 6), "HY")
    if unit == "W":
        return span_reading(f"{year:04d}-W{number:02d}", calendar.iso_week(year, int(number)), "W")
    return span_reading(f"{year:04d}-{unit}", calendar.season_span(year, unit), "SEASON")


def decade_reading(tens: int) -> Reading:
    """Ten years: 198 is the 1980s."""
    return span_reading(f"{tens:03d}", calendar.year_span(tens * 10, 10), "E", f"{tens:03d}X")


def century_reading(hundreds: int) -> Reading:
    """A hundred years: 19 is the 20th century."""
    return span_reading(f"{hundreds:02d}", calendar.year_span(hundreds * 100 or 1, 100), "C", f"{hundreds:02d}XX")
