"""Ages move with the years, dates with their grain, and two people may bear one name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.comparison import convert
from factcheck.comparison.pair import Pair, Side
from factcheck.comparison.values import relate
from factcheck.comparison.verdicts import judge
from factcheck.model.claim import Claim, Subject, Validity
from factcheck.model.interval import ANY_TIME, Interval
from factcheck.model.setting import Dating, Setting
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute, Times

AGE = Attribute("age", "test", "age", "", "", "", Times("state", 60), belongs_to="person")
FOUNDED = Attribute("founded", "test", "date", "", "", "", Times("fixed"))
SERVICE = Attribute("service", "test", "duration", "", "", "", Times("state", 365))


def side(article: str, value: Value, day: date | None, story: str | None = "s1") -> Side:
    time = Interval(day, day) if day else ANY_TIME
    claim = Claim(f"c-{article}", article, "age", Subject("x", "x"), "a", value, (), "asserted", None, Validity(), "text", 0, 1, 0, 1, "test.a")
    return Side(claim, Setting(article, Dating(time), article, story))


def number(point: int, unit: str | None = None) -> Value:
    amount = Decimal(point)
    return Value(str(point), amount, amount, amount, unit, step=Decimal(1))


def days(first: date, last: date | None = None) -> Value:
    return Value("then", when=Interval(first, last or first))


def said(attribute: Attribute, left: Side, right: Side) -> tuple[str, str]:
    values = relate(left.claim.value, right.claim.value, attribute, {}, convert)
    one, two = judge(Pair(left, right, attribute, values)), judge(Pair(right, left, attribute, values))
    assert (one.verdict, one.reason) == (two.verdict, two.reason), "the order of a pair changes nothing"
    return one.verdict, one.reason


def test_two_ages_in_one_week_are_a_conflict() -> None:
    assert said(AGE, side("a", number(34), date(2016, 5, 10)), side("b", number(35), date(2016, 5, 12))) == ("conflict", "disjoint_values")


def test_an_age_two_years_on_is_two_higher() -> None:
    early, late = side("a", number(34), date(2016, 5, 10)), side("b", number(36), date(2018, 6, 2))
    assert said(AGE, early, late) == ("time_dependent", "state_change")


def test_a_birthday_may_lie_in_between() -> None:
    early = side("a", number(34), date(2016, 5, 10))
    assert said(AGE, early, side("b", number(37), date(2018, 6, 2))) == ("time_dependent", "state_change")
    assert said(AGE, early, side("b", number(38), date(2018, 6, 2))) == ("conflict", "disjoint_values")


def test_nobody_grows_younger() -> None:
    assert said(AGE, side("a", number(36), date(2016, 5, 10)), side("b", number(34), date(2018, 6, 2))) == ("conflict", "disjoint_values")


def test_an_article_without_a_date_may_be_years_older() -> None:
    assert said(AGE, side("a", number(34), None), side("b", number(36), date(2018, 6, 2))) == ("undetermined", "undated")


def test_namesakes_of_two_stories_are_not_compared() -> None:
    left, right = side("a", number(34), date(2016, 5, 10), None), side("b", number(61), date(2016, 5, 10), None)
    assert said(AGE, left, right) == ("not_comparable", "different_event")
    assert said(AGE, left, side("b", number(34), date(2016, 5, 10), None)) == ("agree", "same_value")


def test_a_namesake_who_aged_by_the_years_between_is_taken_for_the_same() -> None:
    left = side("a", number(34), date(2016, 5, 10), None)
    assert said(AGE, left, side("b", number(36), date(2018, 6, 2), None)) == ("time_dependent", "state_change")


def test_a_day_lies_in_its_year_and_two_years_are_apart() -> None:
    year = side("a", days(date(2007, 1, 1), date(2007, 12, 31)), date(2012, 2, 1))
    assert said(FOUNDED, year, side("b", days(date(2007, 8, 3)), date(2012, 2, 1))) == ("compatible", "refinement")
    assert said(FOUNDED, year, side("b", days(date(2008, 8, 3)), date(2012, 2, 1))) == ("conflict", "disjoint_values")


def test_a_date_without_days_says_nothing() -> None:
    left = side("a", Value("some day"), date(2012, 2, 1))
    assert said(FOUNDED, left, side("b", days(date(2008, 8, 3)), date(2012, 2, 1))) == ("undetermined", "unknown_scope")


def test_two_decades_are_twenty_years_and_not_nineteen() -> None:
    left = side("a", number(2, "decade"), date(2012, 2, 1))
    assert said(SERVICE, left, side("b", number(20, "year"), date(2012, 2, 1))) == ("agree", "same_value")
    assert said(SERVICE, left, side("b", number(9, "year"), date(2012, 2, 1))) == ("conflict", "disjoint_values")
