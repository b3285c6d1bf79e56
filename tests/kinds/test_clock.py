"""Times of day: what rounding, hedges, zones and the dial excuse, and what they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.kinds.clock import DAY, clock_value, in_territory, relate
from factcheck.model.value import Value


def at(hour: int, minute: int | None = None, zone: str = "", hedge: str = "=", side: int = 0, open_half: bool = False) -> Value:
    return clock_value("t", hour, minute, zone, hedge, side, open_half)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "standing"),
    [
        pytest.param(at(13, 53), at(13, 53), "same", id="one time in two notations"),
        pytest.param(at(20, 49), at(20, 49, "Z"), "same", id="one digits, one zone not stated"),
        pytest.param(at(20, 45, hedge="~"), at(20, 49), "rounding", id="about a quarter to nine holds eleven to nine"),
        pytest.param(at(17, 30, hedge="~"), at(17, 30, hedge="~", side=-1), "rounding", id="around and just before one time"),
        pytest.param(at(15, hedge="~"), at(15, 10), "rounding", id="about three holds ten past"),
        pytest.param(at(23, 55), at(0, 5), "apart", id="ten minutes over midnight are ten minutes"),
        pytest.param(at(9, 0, "Z"), at(4, 0, "-05"), "conversion", id="one time in two zones"),
        pytest.param(at(8, 30, open_half=True), at(20, 30), "same", id="half past eight may be in the evening"),
        pytest.param(at(20, hedge=">"), at(20, 40), "bounds", id="after eight holds twenty to nine"),
        pytest.param(at(9, 14), at(9, 15), "rounding", id="seconds are told as either minute"),
    ],
)
def test_two_times_that_can_be_one(left: Value, right: Value, standing: str) -> None:
    assert relate(left, right).standing == standing


@pytest.mark.parametrize(
    ("left", "right", "standing"),
    [
        pytest.param(at(13, 50), at(14, 50), "apart", id="an hour apart"),
        pytest.param(at(13, 53), at(14, 54), "apart", id="an hour and a minute apart"),
        pytest.param(at(13, 53), at(14, 53), "unknown", id="an hour apart to an odd minute may be two zones"),
        pytest.param(at(7, 37, "Z"), at(7, 37, "+09"), "apart", id="equal digits in two zones"),
        pytest.param(at(7, 37, "local"), at(7, 37, "Z"), "unknown", id="local time where the zone is not known"),
        pytest.param(at(7, 37, "local"), at(1, 37, "Z"), "unknown", id="local time may be that of Greenwich six hours on"),
        pytest.param(at(15), at(16, 40), "apart", id="a full hour is no hour and a half"),
        pytest.param(at(20, 49), at(20, 44), "apart", id="exact to the minute and five apart"),
        pytest.param(at(15, hedge="~"), at(16, hedge="~", side=1), "apart", id="hedges do not bridge an hour"),
        pytest.param(at(20, hedge=">"), at(19, 20), "apart", id="before a bound that says after"),
        pytest.param(at(20, hedge=">"), at(23, 30), "beyond_bound", id="hours after a bound"),
        pytest.param(at(8, 30, open_half=True), at(11, 30), "apart", id="neither half of the day fits"),
    ],
)
def test_two_times_that_are_not_known_to_be_one(left: Value, right: Value, standing: str) -> None:
    assert relate(left, right).standing == standing


@pytest.mark.parametrize(
    ("left", "right", "standing"),
    [
        pytest.param(in_territory(at(14, 37, "local"), "ID"), at(7, 37, "Z"), "conversion", id="Jakarta is seven hours ahead of Greenwich"),
        pytest.param(in_territory(at(18, 23, "local"), "IR"), at(14, 53, "Z"), "conversion", id="Tehran is three and a half hours ahead"),
        pytest.param(in_territory(at(7, 37, "local"), "ID"), at(7, 37, "Z"), "apart", id="equal digits, but no clock there shows Greenwich's"),
        pytest.param(in_territory(at(7, 37, "local"), "GB"), at(7, 37, "Z"), "same", id="in winter London's clocks show Greenwich's"),
        pytest.param(in_territory(at(14, 37, "local"), "ID"), at(3, 37, "Z"), "unknown", id="another land may be meant"),
        pytest.param(in_territory(at(14, 37, "local"), "ID"), at(14, 37), "same", id="a time without its zone is that of the place"),
        pytest.param(in_territory(at(14, 37, "local"), "ID"), at(14, 57, "local"), "apart", id="both are that of the place"),
        pytest.param(in_territory(at(14, 37, "Z"), "ID"), at(14, 37, "Z"), "same", id="a time with a zone keeps it"),
    ],
)
def test_a_local_time_is_that_of_its_territory(left: Value, right: Value, standing: str) -> None:
    assert relate(left, right).standing == standing


TIMES = st.builds(
    at,
    st.integers(0, 23),
    st.one_of(st.none(), st.integers(0, 59)),
    st.sampled_from(["", "Z", "local", "-05", "ET", "+0530"]),
    st.sampled_from("=~<>"),
    st.just(0),
    st.booleans(),
)


@given(TIMES, TIMES)
def test_comparing_is_symmetric(left: Value, right: Value) -> None:
    assert relate(left, right) == relate(right, left)


@given(TIMES)
def test_a_time_agrees_with_itself(value: Value) -> None:
    assert relate(value, value).standing == "same"


@given(st.integers(0, DAY - 1), st.integers(0, DAY - 1))
def test_a_hedge_never_makes_a_conflict(one: int, two: int) -> None:
    plain = relate(at(*divmod(one, 60)), at(*divmod(two, 60)))
    hedged = relate(at(*divmod(one, 60), hedge="~"), at(*divmod(two, 60)))
    assert hedged.standing != "apart" or plain.standing == "apart"
