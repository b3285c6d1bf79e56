"""Dates: coarser and finer ones, and days that may be one off."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.kinds.day import day_value, may_fall_on, relate, settled
from factcheck.model.interval import Interval
from factcheck.model.value import Hedge, Value

TENTH = Interval(date(2010, 9, 10), date(2010, 9, 10))
NINTH = Interval(date(2010, 9, 9), date(2010, 9, 9))
EIGHTH = Interval(date(2010, 9, 8), date(2010, 9, 8))
SEPTEMBER = Interval(date(2010, 9, 1), date(2010, 9, 30))


def in_part(text: str, told: str, hedge: Hedge = "=") -> Value:
    return day_value(text, None, hedge, told)


@pytest.mark.parametrize(
    ("left", "right", "standing"),
    [
        pytest.param(day_value("Friday", TENTH), day_value("September 10", TENTH), "same", id="a weekday is a day"),
        pytest.param(day_value("September", SEPTEMBER), day_value("September 10", TENTH), "refinement", id="a month holds its day"),
        pytest.param(day_value("Thursday", NINTH), day_value("September 10", TENTH), "apart", id="a day apart"),
        pytest.param(day_value("last night", NINTH, "~"), day_value("September 10", TENTH), "unknown", id="a day apart by night"),
        pytest.param(day_value("last night", EIGHTH, "~"), day_value("September 10", TENTH), "apart", id="two days apart"),
        pytest.param(day_value("that day", None), day_value("September 10", TENTH), "unknown", id="a day that is not known"),
        pytest.param(in_part("Sept. 10", "XXXX-09-10"), in_part("10 September", "XXXX-09-10"), "same", id="a day of a month without its year"),
        pytest.param(in_part("Sept. 10", "XXXX-09-10"), day_value("September 10", TENTH), "same", id="the year stands on one side"),
        pytest.param(in_part("Sept. 10", "XXXX-09-10"), in_part("Sept. 12", "XXXX-09-12"), "apart", id="two days of a month"),
        pytest.param(in_part("Dec. 31", "XXXX-12-31"), in_part("the night of Jan. 1", "XXXX-01-01", "~"), "unknown", id="New Year, by night"),
        pytest.param(in_part("September", "XXXX-09"), in_part("Sept. 12", "XXXX-09-12"), "refinement", id="a month holds its day, without a year"),
        pytest.param(in_part("August", "XXXX-08"), in_part("the third quarter", "XXXX-Q3"), "refinement", id="a quarter holds its month"),
        pytest.param(in_part("November", "XXXX-11"), in_part("the third quarter", "XXXX-Q3"), "apart", id="a month outside of the quarter"),
        pytest.param(in_part("Friday", "XXXX-WXX-5"), day_value("September 10", TENTH), "same", id="the date was a Friday"),
        pytest.param(in_part("Monday", "XXXX-WXX-1"), day_value("September 10", TENTH), "unknown", id="a Monday of a week that is not known"),
        pytest.param(in_part("Friday", "XXXX-WXX-5"), in_part("Sept. 12", "XXXX-09-12"), "refinement", id="a Friday, and a date that may be one"),
        pytest.param(in_part("Friday", "XXXX-WXX-5"), in_part("September", "XXXX-09"), "unknown", id="a Friday and a month"),
    ],
)
def test_how_two_dates_stand(left: Value, right: Value, standing: str) -> None:
    assert relate(left, right).standing == standing
    assert relate(right, left).standing == standing


def test_the_entity_of_a_date_is_edtf() -> None:
    assert [day_value("x", span).entity for span in (TENTH, SEPTEMBER, None)] == ["2010-09-10", "2010-09", None]


def test_a_day_of_the_week_falls_on_a_date_in_some_years() -> None:
    tuesday, date_alone = in_part("Tuesday", "XXXX-WXX-2"), in_part("Nov. 11", "XXXX-11-11")
    assert may_fall_on(tuesday, date_alone, range(2006, 2009))
    assert not may_fall_on(tuesday, date_alone, range(2005, 2008))


def test_a_date_without_its_year_has_that_of_the_day_nearest_to_the_story() -> None:
    around = Interval(date(2011, 1, 3), date(2011, 1, 5))
    assert settled(in_part("Dec. 30", "XXXX-12-30"), (2010, 2011, 2012), around).entity == "2010-12-30"
    assert settled(in_part("Friday", "XXXX-WXX-5"), (2010, 2011), around).entity == "XXXX-WXX-5"
