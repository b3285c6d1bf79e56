"""How two printed figures stand: the design's table, and laws."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.quantities import find_quantities
from factcheck.model.relation import Policy
from factcheck.model.value import Value
from factcheck.text.figures import excuse, relate


def value(text: str) -> Value:
    return find_quantities(f"There were {text} people.")[0].value


@pytest.mark.parametrize(
    ("left", "right", "standing"),
    [
        ("54,000", "around 60,000", "apart"),
        ("54,000", "54,000", "same"),
        ("about 54,000", "about 54,000", "same"),
        ("54,000", "around 54,000", "rounding"),
        ("58,300", "around 60,000", "rounding"),
        ("54,321", "54,000", "rounding"),
        ("612", "600", "rounding"),
        ("1,203", "1,208", "apart"),
        ("53,000", "54,000", "apart"),
        ("12", "13", "apart"),
        ("nine", "about 10", "rounding"),
        ("more than 50,000", "54,000", "bounds"),
        ("more than 50,000", "90,000", "beyond_bound"),
        ("more than 50,000", "40,000", "apart"),
        ("at least 12", "12", "bounds"),
        ("at least 12", "11", "apart"),
        ("more than 26,000", "more than 31,000", "apart"),
        ("more than 30,000", "more than 31,000", "bounds"),
        ("up to 300", "280", "bounds"),
        ("up to 300", "400", "apart"),
        ("40 to 50", "45", "bounds"),
        ("40 to 50", "55", "apart"),
        ("40 to 50", "45 to 60", "bounds"),
        ("40 to 50", "60 to 70", "apart"),
    ],
)
def test_two_figures(left: str, right: str, standing: str) -> None:
    assert relate(value(left), value(right)).standing == standing
    assert relate(value(right), value(left)).standing == standing


def test_a_share_is_rounded_where_a_count_is_not() -> None:
    share = Policy(small_are_exact=False)
    assert relate(value("1.3"), value("1.28")).standing == "rounding"
    assert relate(value("2"), value("2.04"), share).standing == "rounding"
    assert relate(value("2"), value("2.4"), share).standing == "apart"
    assert relate(value("12"), value("12.4"), Policy(exact=True)).standing == "apart"


def test_a_small_gap_is_a_near_miss() -> None:
    assert relate(value("54,000"), value("around 60,000")).near_miss
    assert not relate(value("54,000"), value("around 90,000")).near_miss


def test_an_exact_attribute_excuses_no_rounding() -> None:
    assert relate(value("612"), value("600"), Policy(exact=True)).standing == "apart"


def test_a_stated_tolerance_is_kept_to() -> None:
    assert relate(value("612"), value("640"), Policy(share=Decimal("0.05"))).standing == "rounding"
    assert relate(value("612"), value("680"), Policy(share=Decimal("0.05"))).standing == "apart"


def test_a_number_that_words_imply_speaks_against_fewer_only() -> None:
    implied = Value("a man was killed", Decimal(1), Decimal(1), None, hedge=">", step=Decimal(1), is_implied=True)
    assert relate(implied, value("12")).standing == "bounds"
    assert relate(implied, Value("nobody", Decimal(0), Decimal(0), Decimal(0), step=Decimal(1))).standing == "apart"


def test_what_rounding_excuses_is_bounded() -> None:
    assert excuse(value("100")) == Decimal(5)  # 5 % of it, not half a hundred
    assert excuse(value("about 100")) == Decimal(10)
    assert excuse(value("27")) == 0


numbers = st.integers(min_value=1, max_value=10**9).map(lambda n: Value(str(n), Decimal(n), Decimal(n), Decimal(n), step=Decimal(1)))
hedges = st.sampled_from(["=", "~", "<", ">"])


@st.composite
def figures(draw: st.DrawFn) -> Value:
    point = Decimal(draw(st.integers(min_value=1, max_value=10**6)) * 10 ** draw(st.integers(min_value=0, max_value=4)))
    digits = point.as_tuple().digits
    zeros = len(digits) - len(str(int("".join(map(str, digits)))).rstrip("0"))
    step = Decimal(10) ** zeros
    hedge = draw(hedges)
    low = None if hedge == "<" else point if hedge == ">" else point - step / 2
    high = None if hedge == ">" else point if hedge == "<" else point + step / 2
    return Value(f"{hedge}{point}", point, low, high, hedge=hedge, step=step)


@given(figures(), figures())
def test_comparing_is_symmetric(left: Value, right: Value) -> None:
    one, two = relate(left, right), relate(right, left)
    assert (one.standing, one.gap, one.near_miss) == (two.standing, two.gap, two.near_miss)


@given(figures())
def test_a_value_agrees_with_itself(value: Value) -> None:
    assert relate(value, value).standing == "same"


@given(figures(), figures(), st.decimals(min_value="0.01", max_value="0.5", places=2))
def test_a_wider_tolerance_never_makes_a_conflict(left: Value, right: Value, share: Decimal) -> None:
    if relate(left, right).can_both_be_right:
        assert relate(left, right, Policy(share=share)).can_both_be_right


def test_some_of_about_so_many_speak_only_against_fewer_than_their_least() -> None:
    some = Value("about 650", Decimal(650), Decimal(645), None, hedge=">", step=Decimal(10), is_implied=True)
    assert relate(some, value("648")).standing == "bounds"
    assert relate(some, value("640")).standing == "apart"
