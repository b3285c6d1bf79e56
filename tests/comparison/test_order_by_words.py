"""Reports without a date: their words say which is the later, and whether a count had grown or was the last one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.comparison.pair import Pair, Side
from factcheck.comparison.values import relate
from factcheck.comparison.verdicts import judge
from factcheck.model.claim import Claim, Subject, Validity
from factcheck.model.interval import ANY_TIME, Interval
from factcheck.model.setting import Dating, Setting
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute, Times

TOLL = Attribute("toll", "test", "count", "", "", "", Times("cumulative"), belongs_to="event", binds=("population",), anchors=("day",))
LOOT = Attribute("loot", "test", "count", "", "", "", Times("state", 30), belongs_to="event")
AGE = Attribute("age", "test", "age", "", "", "", Times("state", 60), belongs_to="person")
SHARE = Attribute("share", "test", "share", "", "", "", Times("cumulative"), belongs_to="event")


def told(article: str, point: int, *cues: str, day: date | None = None, population: str = "", modality: str = "asserted") -> Side:
    amount = Decimal(point)
    qualifiers = (("population", population),) if population else ()
    value, subject = Value(str(point), amount, amount, amount, step=Decimal(1)), Subject("x", "x", event=True)
    claim = Claim(
        f"c-{article}", article, "count", subject, "toll", value, qualifiers, modality, None, Validity(), "text", 0, 1, 0, 1, "test.toll", cues
    )  # type: ignore[arg-type]
    return Side(claim, Setting(article, Dating(Interval(day, day) if day else ANY_TIME), article, "s1"))


def said(attribute: Attribute, left: Side, right: Side) -> tuple[str, str]:
    values = relate(left.claim.value, right.claim.value, attribute, {})
    one, two = judge(Pair(left, right, attribute, values)), judge(Pair(right, left, attribute, values))
    assert (one.verdict, one.reason) == (two.verdict, two.reason), "the order of a pair changes nothing"
    return one.verdict, one.reason


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("weekdays:0",), ("weekdays:0,3",), ("time_dependent", "update")),  # Monday, and Monday and Thursday
        (("weekdays:0",), ("since:2",), ("time_dependent", "update")),
        ((), ("grown",), ("time_dependent", "update")),
        (("early",), (), ("time_dependent", "update")),
        (("unsettled",), (), ("time_dependent", "update")),
        ((), ("settled",), ("time_dependent", "update")),
        (("weekdays:0",), ("weekdays:0",), ("conflict", "disjoint_values")),
        ((), (), ("undetermined", "undated")),
        (("grown",), (), ("undetermined", "undated")),  # the smaller one grew to what it is
        (("since:2",), ("weekdays:0",), ("conflict", "regression")),  # the smaller one is the later
        (("weekdays:0",), ("weekdays:3",), ("undetermined", "undated")),
    ],
)
def test_of_two_counts_without_a_date_words_tell_the_later(left: tuple[str, ...], right: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert said(TOLL, told("a", 14, *left), told("b", 33, *right)) == expected


def test_words_of_the_figure_hold_on_one_day_too_and_those_of_the_article_do_not() -> None:
    day = date(2019, 6, 3)
    assert said(TOLL, told("a", 14, day=day), told("b", 33, "grown", day=day)) == ("time_dependent", "update")
    assert said(TOLL, told("a", 14, "unsettled", day=day), told("b", 33, day=day)) == ("conflict", "disjoint_values")


def test_what_holds_for_a_month_may_change_in_a_year_and_not_in_two_days() -> None:
    assert said(LOOT, told("a", 14, "weekdays:0"), told("b", 33, "since:365")) == ("time_dependent", "state_change")
    assert said(LOOT, told("a", 14, "weekdays:0"), told("b", 33, "since:2")) == ("undetermined", "undated")


def test_those_of_one_kind_are_no_more_than_all() -> None:
    day = date(2019, 6, 3)
    assert said(TOLL, told("a", 9, day=day, population="worker"), told("b", 0, day=day)) == ("conflict", "part_exceeds_whole")
    assert said(TOLL, told("a", 9, day=day, population="worker"), told("b", 12, day=day)) == ("undetermined", "unknown_scope")
    assert said(TOLL, told("a", 1, day=day, population="attacker"), told("b", 0, day=day)) == ("undetermined", "unknown_scope")


def test_a_share_that_was_expected_and_what_came_of_it() -> None:
    assert said(SHARE, told("a", 55, modality="forecast"), told("b", 53)) == ("time_dependent", "update")
    assert said(TOLL, told("a", 55, modality="forecast"), told("b", 53)) == ("not_comparable", "modality")
    assert said(SHARE, told("a", 55, modality="target"), told("b", 53)) == ("not_comparable", "modality")


@pytest.mark.parametrize(
    ("young", "old", "expected"),
    [
        # one day's news, or nothing is known of two days
        (("weekdays:1",), ("weekdays:1",), ("conflict", "disjoint_values")),
        (("weekdays:1,4",), ("weekdays:4",), ("conflict", "disjoint_values")),
        (("weekdays:1",), (), ("conflict", "disjoint_values")),
        ((), (), ("conflict", "disjoint_values")),
        (("weekdays:1",), ("weekdays:2",), ("conflict", "disjoint_values")),  # the day after is told of the same news
        (("weekdays:1", "stage:4"), ("weekdays:2", "stage:6"), ("time_dependent", "state_change")),
        # two days: the one may be a week's or a year's later news
        (("weekdays:1",), ("weekdays:4,6",), ("undetermined", "undated")),
        # told later by so much that a birthday lies in between, and not the other way
        (("weekdays:1",), ("weekdays:4", "since:60"), ("time_dependent", "state_change")),
        (("weekdays:4", "since:60"), ("weekdays:1",), ("undetermined", "undated")),
    ],
)
def test_a_year_of_age_between_two_articles_without_a_date(young: tuple[str, ...], old: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert said(AGE, told("a", 41, *young), told("b", 42, *old)) == expected


def test_an_age_moves_by_the_years_that_the_words_say() -> None:
    assert said(AGE, told("a", 41, "weekdays:1"), told("b", 43, "weekdays:4", "since:730")) == ("time_dependent", "state_change")
    assert said(AGE, told("a", 41, "weekdays:1"), told("b", 47, "weekdays:4", "since:730")) == ("undetermined", "undated")
