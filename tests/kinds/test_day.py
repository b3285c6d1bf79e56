"""Dates: coarser and finer ones, and days that may be one off."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.kinds.day import day_value, relate
from factcheck.model.interval import Interval
from factcheck.model.value import Value

TENTH = Interval(date(2010, 9, 10), date(2010, 9, 10))
NINTH = Interval(date(2010, 9, 9), date(2010, 9, 9))
EIGHTH = Interval(date(2010, 9, 8), date(2010, 9, 8))
SEPTEMBER = Interval(date(2010, 9, 1), date(2010, 9, 30))


@pytest.mark.parametrize(
    ("left", "right", "standing"),
    [
        pytest.param(day_value("Friday", TENTH), day_value("September 10", TENTH), "same", id="a weekday is a day"),
        pytest.param(day_value("September", SEPTEMBER), day_value("September 10", TENTH), "refinement", id="a month holds its day"),
        pytest.param(day_value("Thursday", NINTH), day_value("September 10", TENTH), "apart", id="a day apart"),
        pytest.param(day_value("last night", NINTH, "~"), day_value("September 10", TENTH), "unknown", id="a day apart by night"),
        pytest.param(day_value("last night", EIGHTH, "~"), day_value("September 10", TENTH), "apart", id="two days apart"),
        pytest.param(day_value("that day", None), day_value("September 10", TENTH), "unknown", id="a day that is not known"),
    ],
)
def test_how_two_dates_stand(left: Value, right: Value, standing: str) -> None:
    assert relate(left, right).standing == standing
    assert relate(right, left).standing == standing


def test_the_entity_of_a_date_is_edtf() -> None:
    assert [day_value("x", span).entity for span in (TENTH, SEPTEMBER, None)] == ["2010-09-10", "2010-09", None]
