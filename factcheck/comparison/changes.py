"""Rows of the table that rest on time: corrections, ends, changes, and counts that grow.

A `Pair` goes in, a `Judgement` comes out, None where the row does not fit.
"""

from __future__ import annotations

from factcheck.comparison.ages import is_ageing, is_older_at_later_stage, is_older_by_words
from factcheck.comparison.counts import is_count_of_feared, is_last_one_told, is_told_to_grow, is_what_is_left, tolls_moved
from factcheck.comparison.judgement import Judgement
from factcheck.comparison.pair import Pair, Side
from factcheck.comparison.scenes import is_told_of_part
from factcheck.kinds.name import may_be_one_person

FEW = 10  # below it a count of people in a later report is as often that of a part
SEVERAL_TIMES = 3  # a few people of so many times as many are a part: "three more died in the night"
BRIEF_DAYS = 2  # what is expected to hold no longer may change within hours
SAME_PERSON_DAYS = 366  # alike names of one office so near each other are more often one person than two

CONFIRMED_DAYS = 7  # a paper may call an acting mayor the mayor the next day
DEAD_BETWEEN = "the one may count among the hurt who the other says has died"


def taken_up(pair: Pair) -> Judgement | None:
    """Row 1b: one person in one post, which the one side tells as still to come, as held for somebody else, or as over."""
    if pair.attribute.kind != "post" or pair.values.standing != "same" or pair.is_one_article:
        return None
    for before, after, order in ((pair.left, pair.right, pair.order), (pair.right, pair.left, -pair.order)):
        told = before.claim.modality, after.claim.modality
        if order <= 0 and (told == ("planned", "asserted") or (told == ("asserted", "former") and order)):
            return Judgement(
                "time_dependent", "state_change", "the one tells of the post before, the other after it was taken up or left", "both speak of one day"
            )
        if told == ("asserted", "asserted") and "acting" in before.claim.cues and "acting" not in after.claim.cues:
            if order < 0 and pair.gap_days >= CONFIRMED_DAYS:
                return Judgement("time_dependent", "state_change", "who stood in holds the post since", "both speak of one day")
            return Judgement("compatible", "refinement", "only the one says that it is held for the time being", "both say so")
    return None


def growth(pair: Pair) -> Judgement | None:
    """Row 5b: the words of a report say that a count grew to its figure, that the other's was a first one, or that it was only feared."""
    values = pair.left.claim.value, pair.right.claim.value
    if pair.attribute.times.behaves != "cumulative" or pair.is_denial or pair.is_one_article or any(value.is_implied for value in values):
        return None
    if is_told_to_grow(pair) and not (pair.values.standing == "rounding" and any(value.hedge != "=" for value in values)):
        return Judgement("time_dependent", "update", "the words around the figures say that the count grew", "both count one thing at one time")
    if is_count_of_feared(pair) and pair.values.standing in ("apart", "beyond_bound"):
        return Judgement("time_dependent", "update", "the one figure was feared, and the other is counted", "both are counted")
    return None


def revision(pair: Pair) -> Judgement | None:
    """Row 7: a correction cue, or a later version of that article."""
    if pair.has_cue("correction"):
        return Judgement("time_dependent", "revision", "one of the two says that it corrects an earlier figure", "neither corrects the other")
    left, right = pair.left.setting, pair.right.setting
    if left.version_of == right.article or right.version_of == left.article or (left.version_of and left.version_of == right.version_of):
        return Judgement("time_dependent", "revision", "the one article is a later version of the other", "neither is a version of the other")
    return None


def stale(pair: Pair) -> Judgement | None:
    """Row 8: stated in the present tense, surely after an independent source reported the end."""
    if pair.values.standing != "same" or pair.is_one_origin:
        return None
    for ended, still in ((pair.left, pair.right), (pair.right, pair.left)):
        if (
            "end" in ended.claim.cues
            and "end" not in still.claim.cues
            and still.claim.modality == "asserted"
            and ended.time.surely_before(still.time)
        ):
            return Judgement(
                "conflict", "stale", "the later source still states as present what the earlier one reported as ended", "a return to it was reported"
            )
    left, right = pair.left.claim.cues, pair.right.claim.cues
    if ("begin" in left and "end" in right) or ("end" in left and "begin" in right):
        return Judgement("time_dependent", "state_change", "the one reports the beginning, the other the end", "both speak of one time")
    if pair.has_cue("end"):
        return Judgement("agree", "same_value", pair.values.why)
    return None


def change(pair: Pair) -> Judgement | None:
    """Row 9: an office changed hands, a state had time to change, a count grew."""
    behaves, order = pair.attribute.times.behaves, pair.order
    if (
        behaves == "single_holder"
        and pair.is_inconsistent
        and pair.gap_days < SAME_PERSON_DAYS
        and may_be_one_person(pair.left.claim.value.text, pair.right.claim.value.text)
    ):
        return Judgement(
            "undetermined", "unknown_scope", "two alike given names with one last name, at one time: it may be one person", "both gave the full name"
        )
    if behaves == "single_holder" and pair.is_inconsistent and pair.must and pair.has_cue("acting"):
        return Judgement("undetermined", "unknown_scope", "one of the two is said to stand in for a holder", "neither acts for the other")
    if behaves == "single_holder" and pair.is_inconsistent and not pair.must:
        when = "one after the other" if order else "in which order is not known"
        return Judgement("time_dependent", "succession", f"one holder at a time: {when}", "both speak of one day")
    if pair.values.standing == "both" and order and pair.gap_days >= pair.attribute.times.holds_days:
        return Judgement("time_dependent", "state_change", f"{pair.gap_days} days apart or more", "both speak of one time")
    if behaves in ("state", "flow") and pair.attribute.kind != "age" and pair.is_inconsistent and pair.gap_days >= pair.attribute.times.holds_days:
        return Judgement(
            "time_dependent",
            "state_change",
            f"at least {pair.gap_days} days lie between them, and such a figure is expected to hold for {pair.attribute.times.holds_days}",
            "both speak of one time",
        )
    if pair.is_inconsistent and (moments := pair.moments) is not None and not pair.is_one_article:
        return Judgement("time_dependent", "state_change", f"told of two moments: {moments[0]} and {moments[1]}", "both were told of one moment")
    if is_ageing(pair):
        return Judgement("time_dependent", "state_change", "the age moves with the years between the two", "both speak of one year")
    if is_older_by_words(pair):
        return Judgement(
            "time_dependent", "state_change", "the age moves with the years that lie between the two by their words", "both tell of one day"
        )
    if is_older_at_later_stage(pair):
        return Judgement(
            "time_dependent", "state_change", "the age moves with the years, and the case had gone on", "both tell of one stage of the case"
        )
    if pair.is_inconsistent and pair.are_plans and pair.gap_days:
        return Judgement(
            "time_dependent", "state_change", "both tell of what was to come, and plans change from report to report", "neither plan was changed"
        )
    if pair.is_inconsistent and tolls_moved(pair):
        return Judgement("time_dependent", "update", "where more are dead fewer are missing: the one was told later", "both were told at one time")
    if pair.has_cue("change") and pair.is_inconsistent:
        return Judgement("time_dependent", "state_change", "a change is reported", "no change lay between the two")
    if behaves == "state" and pair.attribute.kind != "age" and pair.is_inconsistent:
        if pair.told_gap_days >= max(pair.attribute.times.holds_days, 1):
            return Judgement("time_dependent", "state_change", "by their words one of the two was told days later", "both speak of one time")
        if pair.is_moving and pair.hours_apart and pair.attribute.times.holds_days <= BRIEF_DAYS:
            return Judgement("time_dependent", "state_change", "the one was published hours after the other", "both speak of one hour")
        if pair.is_moving and is_what_is_left(pair):
            return Judgement("time_dependent", "state_change", "the smaller is said to be what is still so", "both count those of one hour")
        if pair.is_moving and is_last_one_told(pair):
            return Judgement("time_dependent", "state_change", "one of the two says that its figures are the last ones", "both give the last ones")
    return _growth(pair, order or pair.told_order) if behaves == "cumulative" and pair.told_order else None


def _growth(pair: Pair, order: int) -> Judgement | None:
    """Of two counts that grow, one of them later: larger, beyond the bound that the earlier gave too, or less those who died since."""
    if is_told_of_part(pair):
        return None
    is_larger = (_size(pair, -1) < _size(pair, 1)) == (order < 0)
    if is_larger and (pair.is_inconsistent or pair.values.standing == "beyond_bound"):
        return Judgement("time_dependent", "update", "a count that grows is larger in the later report", "both speak of one day")
    if not is_larger and pair.is_inconsistent and pair.has_dead_between:
        return Judgement("time_dependent", "state_change", DEAD_BETWEEN, "both tell of as many dead")
    return None


def regression(pair: Pair) -> Judgement | None:
    """Row 10: a cumulative value surely later and smaller, without a cue."""
    if pair.qualifier_on_one_side() is not None:
        return None  # a part may be told later than the whole
    if pair.attribute.times.behaves == "cumulative" and pair.told_order and pair.is_inconsistent and not pair.is_one_article:
        if pair.left.claim.value.point is None or pair.right.claim.value.point is None:
            return Judgement("undetermined", "unknown_scope", "words such as dozens set no number that a later one could fall below", "both count")
        if _later(pair).claim.value.hedge == ">":
            return Judgement("undetermined", "unknown_scope", "the later and smaller figure is a bound below the other", "both count")
        small, large = sorted((_size(pair, -1), _size(pair, 1)))
        if large < FEW or (0 < small < FEW and large >= SEVERAL_TIMES * small):
            return Judgement("undetermined", "unknown_scope", "of a few people the later and smaller count is most often a part", "both count all")
        return Judgement(
            "conflict", "regression", "a count that can only grow is smaller in the later report", "the later report corrects the earlier one"
        )
    return None


def _later(pair: Pair) -> Side:
    return pair.right if pair.told_order < 0 else pair.left


def _size(pair: Pair, side: int) -> float:
    value = (pair.left if side < 0 else pair.right).claim.value
    number = value.point if value.point is not None else value.low if value.low is not None else value.high
    return float(number or 0)
