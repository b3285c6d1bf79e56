"""Arithmetic on the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model.interval import Interval
from factcheck.text import calendar


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(9999, 12, 1), 1, None),
        (date(1, 1, 1), -1, None),
    ],
)
def test_months_on_keep_the_day_or_the_last_of_the_month(start: date, months: int, expected: date | None) -> None:
    assert calendar.add_months(start, months) == expected


# From the tables of the U.S. Census Bureau.
@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, date(1818, 3, 22)), (1943, date(1943, 4, 25)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, day: date) -> None:
    assert calendar.easter(year) == day


def test_weeks_run_from_monday_to_sunday() -> None:
    assert calendar.week_span(date(2025, 10, 29)) == Interval(date(2025, 10, 27), date(2025, 11, 2))
    assert calendar.week_span(date(2025, 10, 29), -1) == Interval(date(2025, 10, 20), date(2025, 10, 26))


def test_iso_weeks_at_the_turn_of_the_year() -> None:
    assert calendar.iso_week(2021, 1) == Interval(date(2021, 1, 4), date(2021, 1, 10))
    assert calendar.iso_week(2020, -1) == Interval(date(2020, 12, 28), date(2021, 1, 3))
    assert calendar.iso_week(2021, 54) is None


def test_a_winter_runs_into_the_next_year() -> None:
    assert calendar.season_span(2023, "WI") == Interval(date(2023, 12, 1), date(2024, 2, 29))


def test_days_that_are_not_there() -> None:
    assert calendar.day_of(2023, 2, 29) is None
    assert calendar.day_of(2024, 2, 29) == date(2024, 2, 29)
    assert calendar.day_of(2024, 13, 1) is None


def test_nth_weekday_of_a_month() -> None:
    assert calendar.nth_weekday(2024, 11, 3, 4) == date(2024, 11, 28)
    assert calendar.nth_weekday(2024, 5, 0, -1) == date(2024, 5, 27)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2025, 10, 21), None, "2025-10-21/.."),
        (None, date(2025, 10, 21), "../2025-10-21"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 7, 1), date(2024, 9, 30), "2024-07/2024-09"),
        (date(1990, 1, 1), date(1994, 12, 31), "1990/1994"),
        (date(2024, 7, 1), date(2024, 9, 29), "2024-07-01/2024-09-29"),
        (date(9999, 12, 1), date(9999, 12, 31), "9999-12-01/9999-12-31"),
        (None, None, None),
    ],
)
def test_an_interval_is_written_as_coarse_as_its_ends_allow(first: date | None, last: date | None, code: str | None) -> None:
    assert Interval(first, last).edtf() == code
