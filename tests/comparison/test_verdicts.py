"""The table of verdicts, row by row: each row has what it is for, and a near miss that another row takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factcheck.comparison.pair import Pair, Side
from factcheck.comparison.values import relate
from factcheck.comparison.verdicts import ROWS, judge
from factcheck.model.claim import Claim, Subject, Validity
from factcheck.model.interval import ANY_TIME, Interval
from factcheck.model.setting import Dating, Setting
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute, Times

TROOPS = Attribute("troops", "test", "count", "", "", "", Times("state", 365), binds=("force",))
TOLL = Attribute("killed", "test", "count", "", "", "", Times("cumulative"), belongs_to="event")
MAGNITUDE = Attribute("magnitude", "test", "measure", "", "", "", Times("fixed"), belongs_to="event", exact=True)
HOLDER = Attribute("holder", "test", "office", "", "", "", Times("single_holder"))
POST = Attribute("post", "test", "post", "", "", "", Times("state", 365))


def number(point: str, hedge: str = "=") -> Value:
    amount = Decimal(point)
    return Value(point, amount, None if hedge == "<" else amount, None if hedge == ">" else amount, hedge=hedge, step=Decimal(1))  # type: ignore[arg-type]


def side(
    article: str, value: Value, day: date | None, *, event: bool = False, story: str | None = None, origin: str | None = None, **changes: object
) -> Side:
    time = Interval(day, day) if day else ANY_TIME
    claim = Claim(
        f"c-{article}", article, "count", Subject("x", "x", event), "a", value, (), "asserted", None, Validity(), "text", 0, 1, 0, 1, "test.a"
    )
    return Side(replace(claim, **changes), Setting(article, Dating(time), origin or article, story))  # type: ignore[arg-type]


def verdict(attribute: Attribute, left: Side, right: Side) -> tuple[str, str]:
    values = relate(left.claim.value, right.claim.value, attribute, {})
    one, two = judge(Pair(left, right, attribute, values)), judge(Pair(right, left, attribute, values))
    assert (one.verdict, one.reason) == (two.verdict, two.reason), "the order of a pair changes nothing"
    return one.verdict, one.reason


MAY, JUNE, NEXT_YEAR = date(2024, 5, 1), date(2024, 6, 1), date(2025, 7, 1)


def test_row_1_an_event_without_a_common_story_is_not_compared() -> None:
    assert verdict(TOLL, side("a", number("3"), MAY, event=True), side("b", number("5"), MAY, event=True)) == ("not_comparable", "different_event")
    assert verdict(TOLL, side("a", number("3"), MAY, event=True, story="s1"), side("b", number("5"), MAY, event=True, story="s1")) == (
        "conflict",
        "disjoint_values",
    )


def test_row_1_two_days_in_one_story_are_two_events() -> None:
    early, late = Validity(Interval(date(2024, 4, 2), date(2024, 4, 2))), Validity(Interval(MAY, MAY))
    left = side("a", number("3"), MAY, event=True, story="s1", valid=early)
    assert verdict(TOLL, left, side("b", number("5"), MAY, event=True, story="s1", valid=late)) == ("not_comparable", "different_event")


def test_row_2_a_plan_is_not_a_fact() -> None:
    assert verdict(TROOPS, side("a", number("300"), MAY, modality="planned"), side("b", number("500"), MAY)) == ("not_comparable", "modality")
    assert verdict(TROOPS, side("a", number("300"), MAY, modality="planned"), side("b", number("500"), MAY, modality="planned"))[0] == "conflict"


def test_row_3_scopes_that_both_state_and_that_differ() -> None:
    left, right = (("force", "Italy"),), (("force", "Spain"),)
    assert verdict(TROOPS, side("a", number("300"), MAY, qualifiers=left), side("b", number("500"), MAY, qualifiers=right)) == (
        "not_comparable",
        "different_scope",
    )
    assert verdict(TROOPS, side("a", number("300"), MAY, qualifiers=left), side("b", number("500"), MAY, qualifiers=left))[0] == "conflict"


def test_row_3_units_that_do_not_compare() -> None:
    assert verdict(MAGNITUDE, side("a", replace(number("6"), unit="metre"), MAY), side("b", replace(number("6"), unit="USD"), MAY)) == (
        "not_comparable",
        "different_measure",
    )


def test_row_5_the_same_value_agrees_at_any_time() -> None:
    assert verdict(TROOPS, side("a", number("300"), MAY), side("b", number("300"), NEXT_YEAR)) == ("agree", "same_value")


def test_row_6_a_value_inside_a_bound_is_compatible() -> None:
    assert verdict(TROOPS, side("a", number("300", ">"), MAY), side("b", number("301"), MAY)) == ("compatible", "bounds")


def test_row_7_a_correction_is_a_revision() -> None:
    assert verdict(TOLL, side("a", number("9"), MAY), side("b", number("5"), JUNE, cues=("correction",))) == ("time_dependent", "revision")


def test_row_7_a_later_version_of_an_article_is_a_revision() -> None:
    old, new = side("a", number("9"), MAY), side("a#2", number("5"), MAY)
    new = Side(new.claim, replace(new.setting, version_of="a"))
    assert verdict(TROOPS, old, new) == ("time_dependent", "revision")
    assert verdict(TROOPS, old, side("c", number("5"), MAY))[0] == "conflict"


def test_row_8_present_tense_after_a_reported_end_is_stale() -> None:
    ann = Value("Ann Bo", entity="person:ann bo")
    assert verdict(HOLDER, side("a", ann, MAY, cues=("end",)), side("b", ann, JUNE)) == ("conflict", "stale")
    assert verdict(HOLDER, side("a", ann, JUNE, cues=("end",)), side("b", ann, MAY)) == ("agree", "same_value")


def test_row_9_two_holders_at_two_times_are_a_succession() -> None:
    ann, cid = Value("Ann Bo", entity="person:ann bo"), Value("Cid Dow", entity="person:cid dow")
    assert verdict(HOLDER, side("a", ann, MAY), side("b", cid, JUNE)) == ("time_dependent", "succession")
    assert verdict(HOLDER, side("a", ann, None), side("b", cid, None)) == ("time_dependent", "succession")
    assert verdict(HOLDER, side("a", ann, MAY), side("b", cid, MAY)) == ("conflict", "disjoint_values")


def test_row_9_a_change_told_on_the_day_is_no_conflict() -> None:
    ann, cid = Value("Ann Bo", entity="person:ann bo"), Value("Cid Dow", entity="person:cid dow")
    assert verdict(HOLDER, side("a", ann, MAY, cues=("end",)), side("b", cid, MAY)) == ("time_dependent", "succession")
    assert verdict(HOLDER, side("a", ann, MAY), side("a", cid, MAY)) == ("time_dependent", "succession")


def test_two_given_names_with_one_last_name_may_be_one_person() -> None:
    tony, anthony = Value("Tony Bo", entity="person:bo tony"), Value("Antony Bo", entity="person:antony bo")
    assert verdict(HOLDER, side("a", tony, MAY), side("b", anthony, MAY)) == ("undetermined", "unknown_scope")
    assert verdict(HOLDER, side("a", tony, MAY), side("b", anthony, NEXT_YEAR)) == ("time_dependent", "succession")
    maria = Value("Maria Bo", entity="person:bo maria")
    assert verdict(HOLDER, side("a", tony, MAY), side("b", maria, MAY)) == ("conflict", "disjoint_values")


def test_row_9_a_state_may_have_changed_after_it_is_expected_to_hold() -> None:
    assert verdict(TROOPS, side("a", number("300"), MAY), side("b", number("500"), NEXT_YEAR)) == ("time_dependent", "state_change")
    assert verdict(TROOPS, side("a", number("300"), MAY), side("b", number("500"), JUNE)) == ("conflict", "disjoint_values")


def test_row_9_a_toll_grows() -> None:
    assert verdict(TOLL, side("a", number("3"), MAY), side("b", number("5"), JUNE)) == ("time_dependent", "update")


def test_row_10_a_toll_that_shrinks_without_a_word_is_a_conflict() -> None:
    assert verdict(TOLL, side("a", number("50"), MAY), side("b", number("30"), JUNE)) == ("conflict", "regression")


def test_row_10_a_few_in_a_later_report_may_be_a_part() -> None:
    assert verdict(TOLL, side("a", number("5"), MAY), side("b", number("3"), JUNE)) == ("undetermined", "unknown_scope")


def test_row_11_a_scope_on_one_side_only() -> None:
    assert verdict(TROOPS, side("a", number("300"), MAY, qualifiers=(("force", "Italy"),)), side("b", number("500"), MAY)) == (
        "undetermined",
        "unknown_scope",
    )
    assert verdict(TROOPS, side("a", number("50", ">"), MAY), side("b", number("500"), MAY)) == ("undetermined", "unknown_scope")


def test_row_12_two_speakers_dispute() -> None:
    assert verdict(TROOPS, side("a", number("300"), MAY, speaker="the ministry"), side("b", number("63"), MAY, speaker="the rebels")) == (
        "disputed",
        "speakers",
    )
    assert verdict(TROOPS, side("a", number("300"), MAY, modality="denied"), side("b", number("300"), MAY)) == ("disputed", "denial")
    assert verdict(TROOPS, side("a", number("300"), MAY, modality="denied"), side("b", number("63"), MAY)) == ("not_comparable", "modality")
    assert verdict(TROOPS, side("a", number("300"), MAY, speaker="the ministry"), side("b", number("63"), MAY))[0] == "conflict"


def test_row_13_one_article_or_copies_of_one_text() -> None:
    assert verdict(TROOPS, side("a", number("300"), MAY), side("a", number("63"), MAY)) == ("conflict", "internal")
    assert verdict(TROOPS, side("a", number("300"), MAY, origin="o1"), side("b", number("63"), MAY, origin="o1")) == ("conflict", "copy_error")


def test_row_14_two_values_of_one_time() -> None:
    assert verdict(TROOPS, side("a", number("300"), MAY), side("b", number("63"), MAY)) == ("conflict", "disjoint_values")


def test_row_15_without_dates_nothing_is_said() -> None:
    assert verdict(TROOPS, side("a", number("300"), None), side("b", number("63"), None)) == ("undetermined", "undated")


def test_one_story_is_one_time_where_no_article_has_a_date() -> None:
    assert verdict(TROOPS, side("a", number("300"), None, story="s1"), side("b", number("63"), None, story="s1")) == ("conflict", "disjoint_values")


def test_two_posts_of_one_person_can_both_be_right() -> None:
    one, two = Value("mayor of Kalm", entity="office:kalm:mayor"), Value("minister of Berund", entity="office:be:minister")
    assert verdict(POST, side("a", one, MAY), side("b", two, JUNE)) == ("compatible", "refinement")
    assert verdict(POST, side("a", one, MAY), side("b", two, NEXT_YEAR)) == ("time_dependent", "state_change")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_each_row_says_which_it_is(row: object) -> None:
    assert (row.__doc__ or "").startswith("Row "), row
