"""The days that symbolic forms mean, and how they are written."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.kinds.date import FISCAL_YEARS, FiscalYear, TimeExpression, resolve
from factcheck.kinds.date import forms as f
from factcheck.kinds.date.reading import duration_timex
from factcheck.model.interval import Interval

PUBLISHED = date(2025, 10, 29)


def expression(form: f.Form, tense: f.Tense | None = None) -> TimeExpression:
    return TimeExpression(0, 4, "when", "date", form, tense)


@pytest.mark.parametrize(
    ("form", "tense", "timex", "edtf"),
    [
        (f.Weekday(2), None, "2025-10-29", "2025-10-29"),
        (f.Weekday(3), None, "2025-10-23", "2025-10-23"),
        (f.Weekday(3), "future", "2025-10-30", "2025-10-30"),
        (f.Weekday(2, nearest=-1), None, "2025-10-22", "2025-10-22"),
        (f.Weekday(2, nearest=1), None, "2025-11-05", "2025-11-05"),
        (f.Weekday(6, week=-1), None, "2025-10-26", "2025-10-26"),
        (f.Calendar(None, 3), "past", "2025-03", "2025-03"),
        (f.Calendar(None, 3), "future", "2026-03", "2026-03"),
        (f.Calendar(None, 12), "past", "2024-12", "2024-12"),
        (f.Calendar(None, 1, 5), "past", "2026-01-05", "2026-01-05"),
        (f.Calendar(None, 4, 5), "past", "2025-04-05", "2025-04-05"),
        (f.Calendar(None, 4, 5), "future", "2026-04-05", "2026-04-05"),
        (f.Calendar(None, None, 15), "future", "2025-11-15", "2025-11-15"),
        (f.Calendar(None, None, 11, 1), None, "2025-11-11", "2025-11-11"),
        (f.Part("Q", 3), "past", "2025-Q3", "2025-07/2025-09"),
        (f.Part("Q", 1), "future", "2026-Q1", "2026-01/2026-03"),
        (f.Part("Q", 1, f.Fiscal(2026, country="US")), None, "2026-Q1", "2025-10/2025-12"),
        (f.Part("H", 1, f.Calendar(2024)), None, "2024-H1", "2024-01/2024-06"),
        (f.Part("SU", "SU", f.Period("Y", 1)), None, "2026-SU", "2026-06/2026-08"),
        (f.Period("M", -1), None, "2025-09", "2025-09"),
        (f.Period("W", 1), None, "2025-W45", "2025-11-03/2025-11-09"),
        (f.Period("E", 0), None, "202", "202X"),
        (f.Shift(((18, "M"),), -1), None, "2024-04", "2024-04"),
        (f.Shift(((2, "W"),), 1, f.Period("D", 1), True), None, "2025-11-13", "2025-11-13"),
        (f.Shift(((None, "Y"),), -1), None, "PAST_REF", "../2025-10-29"),
        (f.Nth(-1, "D", f.Calendar(2024, 2)), None, "2024-02-29", "2024-02-29"),
        (f.Range(f.Calendar(1990), f.Calendar(1994)), None, "1990/1994", "1990/1994"),
        (f.Holiday("good friday", f.Calendar(2025)), None, "2025-04-18", "2025-04-18"),
        (f.Clock(f.Period("D", -1), 23, 5), None, "2025-10-28T23:05", "2025-10-28"),
    ],
)
def test_a_form_means_these_days(form: f.Form, tense: f.Tense | None, timex: str, edtf: str) -> None:
    mention = resolve(expression(form, tense), PUBLISHED)
    assert (mention.timex, mention.edtf, mention.unresolved) == (timex, edtf, None)


@pytest.mark.parametrize(
    "form",
    [f.Weekday(1), f.Calendar(None, 3), f.Calendar(None, None, 5), f.Part("Q", 2), f.Period("Y", -1), f.Shift(((1, "Y"),), -1), f.Holiday("easter"),
     f.Elapsed(400, "D"), f.Fiscal(None, 1), f.Clock(None, 9, 0), f.Nth(1, "D", f.Period("M")), f.Range(f.Calendar(None, 3), f.Calendar(None, 5))],
)  # fmt: skip
def test_a_relative_form_without_a_date_says_so(form: f.Form) -> None:
    mention = resolve(expression(form), None)
    assert mention.interval is None
    assert mention.unresolved == "relative to the article's date, which is not known"


def test_what_follows_counts_from_the_mention_before() -> None:
    before = resolve(expression(f.Calendar(2011, 3, 11)), PUBLISHED)
    after = resolve(expression(f.Shift(((3, "D"),), 1, "context")), PUBLISHED, before=before)
    assert after.edtf == "2011-03-14"


def test_a_range_that_ends_before_it_begins_is_none() -> None:
    mention = resolve(expression(f.Range(f.Calendar(1994), f.Calendar(1990))), PUBLISHED)
    assert (mention.interval, mention.unresolved) == (None, "it ends before it begins")


# As the treasuries of these countries define them.
@pytest.mark.parametrize(
    ("country", "first", "last"),
    [
        ("JP", date(2026, 4, 1), date(2027, 3, 31)),
        ("US", date(2025, 10, 1), date(2026, 9, 30)),
        ("GB", date(2025, 4, 1), date(2026, 3, 31)),
        ("IN", date(2025, 4, 1), date(2026, 3, 31)),
        ("AU", date(2025, 7, 1), date(2026, 6, 30)),
    ],
)
def test_fiscal_2026_by_country(country: str, first: date, last: date) -> None:
    assert FISCAL_YEARS[country].span(2026) == Interval(first, last)


def test_a_fiscal_year_of_january_is_the_calendar_year() -> None:
    assert FiscalYear(1).span(2026) == Interval(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(("year", "month", "number"), [(2025, 9, 2025), (2025, 10, 2026), (2026, 1, 2026)])
def test_the_fiscal_year_a_month_lies_in(year: int, month: int, number: int) -> None:
    assert FISCAL_YEARS["US"].number(year, month) == number


@pytest.mark.parametrize(
    ("amounts", "timex"),
    [
        ((("3", "W"),), "P3W"),
        ((("2.5", "Y"),), "P2Y6M"),
        ((("0.5", "H"),), "PT30M"),
        ((("1.5", "MIN"),), "PT1M30S"),
        ((("2", "Y"), ("1", "M"), ("21", "D")), "P2Y1M21D"),
        ((("X", "Y"),), "PXY"),
        ((("X", "H"),), "PTXH"),
        ((("1.3", "Y"),), "P1.3Y"),
    ],
)
def test_a_length_is_written_in_timex3(amounts: tuple[tuple[str, str], ...], timex: str) -> None:
    assert duration_timex(amounts) == timex
