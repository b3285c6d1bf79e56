"""The table of verdicts: the first row that fits decides. Each row is a function; the order of `ROWS` is the table.

A `Pair` goes in, a `Judgement` comes out. Nothing here reads text or knows an attribute by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.comparison.pair import UNREAL, Pair
from factcheck.kinds.name import may_be_one_person
from factcheck.model.finding import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason, why this row fitted, and the smallest change that would flip it."""

    verdict: Verdict
    reason: str
    why: str
    flips: str = ""
    near_miss: bool = False


FEW = 10  # below it a count of people in a later report is as often that of a part
SAME_EVENT_DAYS = 2  # a day is told by two clocks and two time zones
SAME_NEWS_DAYS = 7  # what is told without a day so long after another report may be the next meeting
SAME_PERSON_DAYS = 366  # alike names of one office so near each other are more often one person than two
MONTH_DAYS = 31  # "last year" says too little of which event is meant

DEAD_BETWEEN = "the one may count among the hurt who the other says has died"

Row = Callable[[Pair], Judgement | None]


def different_event(pair: Pair) -> Judgement | None:
    """Row 1: the fact belongs to an event, and the events are not known to be one."""
    if not pair.left.claim.subject.event:
        return None
    days, other_days = pair.left.claim.valid.interval, pair.right.claim.valid.interval
    gap = days.gap_days(other_days)
    # what the words around a figure link may stand beside the date of another thing
    if gap > (MONTH_DAYS if pair.attribute.event_type == "any" else SAME_EVENT_DAYS):
        return Judgement("not_comparable", "different_event", f"the events lie {gap} days apart", "both speak of one day")
    if pair.left.is_history or pair.right.is_history:
        known = days.is_within(MONTH_DAYS) and other_days.is_within(MONTH_DAYS)
        if not known or (gap > 0 and pair.left.is_history != pair.right.is_history):
            return Judgement(
                "not_comparable",
                "different_event",
                "one tells of an earlier event, and it is not known to be the other's",
                "both named the day of the event, and it was one day",
            )
    if pair.is_one_article:
        return None
    is_of_a_day = pair.attribute.times.behaves == "fixed" and bool(pair.attribute.anchors)  # a case in court or a product goes on
    if is_of_a_day and pair.gap_days > SAME_NEWS_DAYS and not (pair.left.has_day and pair.right.has_day):
        return Judgement(
            "not_comparable",
            "different_event",
            f"the reports lie {pair.gap_days} days apart, and no day of the event is known for both",
            "both named the day of the event, and it was one day",
        )
    left, right = pair.left.setting.story, pair.right.setting.story
    if left is not None and left == right:
        return None
    return Judgement(
        "not_comparable",
        "different_event",
        "the fact belongs to an event, and it is not known that the articles tell of one",
        "both articles tell of one event",
    )


def namesakes(pair: Pair) -> Judgement | None:
    """Row 1, of a person known by name alone: outside of one story another value may be another person's."""
    if pair.attribute.belongs_to != "person" or pair.is_one_article or pair.is_one_story or not pair.is_inconsistent or pair.is_ageing:
        return None
    return Judgement(
        "not_comparable", "different_event", "two people may bear that name, and the articles tell no one story", "both articles tell of one person"
    )


def modality(pair: Pair) -> Judgement | None:
    """Row 2: exactly one is planned, forecast, a target or conditional; of one event, what was expected and what came differ by time."""
    left, right = pair.left.claim.modality, pair.right.claim.modality
    if (left in UNREAL) != (right in UNREAL):
        if pair.is_outcome_of_forecast:
            return Judgement(
                "time_dependent", "update", "the one figure was expected, and the other is what came", "both were told after it was known"
            )
        return Judgement("not_comparable", "modality", f"one is {left}, the other {right}", "both are stated as fact")
    return None


def different_scope(pair: Pair) -> Judgement | None:
    """Row 3: both state a binding qualifier, and it differs; or the units measure different things."""
    if pair.values.standing == "other_measure":
        return Judgement("not_comparable", "different_measure", pair.values.why, "both gave the figure by one measure")
    name = pair.qualifier_clash()
    if name is None:
        return None
    left, right = dict(pair.left.claim.qualifiers)[name], dict(pair.right.claim.qualifiers)[name]
    reason = "different_measure" if name in ("measure", "base", "unit_base", "change") else "different_scope"
    return Judgement("not_comparable", reason, f"{name} differs: {left} and {right}", f"both state one {name}")


def agree(pair: Pair) -> Judgement | None:
    """Row 5: the same value with the same hedge, and neither reports an end."""
    if pair.values.standing != "same" or pair.has_cue("end") or pair.is_denial:
        return None
    return Judgement("agree", "same_value", pair.values.why)


def growth(pair: Pair) -> Judgement | None:
    """Row 5b: the words of a report say that a count grew to its figure, or that the other's was a first one."""
    if pair.attribute.times.behaves != "cumulative" or pair.is_denial or not pair.is_told_to_grow:
        return None
    values = pair.left.claim.value, pair.right.claim.value
    is_rounded = pair.values.standing == "rounding" and any(value.hedge != "=" for value in values)
    if is_rounded or any(value.is_implied for value in values) or pair.is_one_article:
        return None
    return Judgement("time_dependent", "update", "the words around the figures say that the count grew", "both count one thing at one time")


def compatible(pair: Pair) -> Judgement | None:
    """Row 6: not inconsistent."""
    standing = pair.values.standing
    if pair.is_denial:
        return None
    if standing in ("rounding", "bounds", "refinement", "conversion"):
        return Judgement("compatible", standing, pair.values.why)
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
    if pair.is_ageing:
        return Judgement("time_dependent", "state_change", "the age moves with the years between the two", "both speak of one year")
    if pair.has_cue("change") and pair.is_inconsistent:
        return Judgement("time_dependent", "state_change", "a change is reported", "no change lay between the two")
    if behaves == "state" and pair.attribute.kind != "age" and pair.is_inconsistent and pair.told_gap_days >= max(pair.attribute.times.holds_days, 1):
        return Judgement("time_dependent", "state_change", "by their words one of the two was told days later", "both speak of one time")
    return _growth(pair, order or pair.told_order) if behaves == "cumulative" and pair.told_order else None


def _growth(pair: Pair, order: int) -> Judgement | None:
    """Of two counts that grow, one of them later: larger, beyond the bound that the earlier gave too, or less those who died since."""
    is_larger = (_size(pair, -1) < _size(pair, 1)) == (order < 0)
    if is_larger and (pair.is_inconsistent or pair.values.standing == "beyond_bound"):
        return Judgement("time_dependent", "update", "a count that grows is larger in the later report", "both speak of one day")
    if not is_larger and pair.is_inconsistent and pair.has_dead_between:
        return Judgement("time_dependent", "state_change", DEAD_BETWEEN, "both tell of as many dead")
    return None


def doubtful(pair: Pair) -> Judgement | None:
    """Row 9b: the subject is told by its role alone ("a victim"), and the values lie so far apart that two may be meant."""
    limit = pair.attribute.doubt_beyond
    left, right = pair.left.claim.value.point, pair.right.claim.value.point
    if limit is None or left is None or right is None or not pair.is_inconsistent:
        return None
    gap, larger = abs(left - right), max(abs(left), abs(right))
    if (limit.amount is not None and gap > limit.amount) or (limit.share is not None and gap > limit.share * larger):
        return Judgement("undetermined", "unknown_scope", "so far apart that the two may be of two things", "both name whom or what they speak of")
    return None


def regression(pair: Pair) -> Judgement | None:
    """Row 10: a cumulative value surely later and smaller, without a cue."""
    if pair.qualifier_on_one_side() is not None:
        return None  # a part may be told later than the whole
    if pair.attribute.times.behaves == "cumulative" and pair.order and pair.is_inconsistent and not pair.is_one_article:
        if max(_size(pair, -1), _size(pair, 1)) < FEW:
            return Judgement("undetermined", "unknown_scope", "of a few people the later and smaller count is most often a part", "both count all")
        return Judgement(
            "conflict", "regression", "a count that can only grow is smaller in the later report", "the later report corrects the earlier one"
        )
    return None


def part_above_whole(pair: Pair) -> Judgement | None:
    """Row 4: at one time, those of one kind are more than all together."""
    if not pair.part_exceeds_whole or not pair.must or pair.is_one_article:
        return None
    return Judgement(
        "conflict",
        "part_exceeds_whole",
        f"those of one kind are more than all: {pair.values.why}",
        pair.attribute.ask or "both count the same people",
    )


def unknown_scope(pair: Pair) -> Judgement | None:
    """Row 11: a binding qualifier on one side only, or a figure far inside the other's bound."""
    if pair.values.standing == "beyond_bound":
        return Judgement("undetermined", "unknown_scope", pair.values.why, "whoever gives a bound gave the figure itself")
    if pair.values.standing == "unknown":
        return Judgement("undetermined", "unknown_scope", pair.values.why, "both gave it in full")
    if pair.is_inconsistent and pair.has_dead_between:
        return Judgement("undetermined", "unknown_scope", DEAD_BETWEEN, "both tell of as many dead")
    name = pair.qualifier_on_one_side()
    if name is not None and pair.is_inconsistent:
        return Judgement("undetermined", "unknown_scope", f"only one side states its {name}", f"both state the same {name}")
    return None


def disputed(pair: Pair) -> Judgement | None:
    """Row 12: surely of one time, and two speakers, one denies the other, or two estimators."""
    if pair.is_denial:
        if pair.is_inconsistent:
            return Judgement("not_comparable", "modality", "one denies a figure that the other does not give", "the denial was of the other's figure")
        return (
            Judgement("disputed", "denial", "one denies what the other states", "the denial was of something else, or was taken back")
            if pair.must
            else None
        )
    if not pair.must or not pair.is_inconsistent:
        return None
    left, right = pair.left.claim, pair.right.claim
    if left.speaker and right.speaker and left.speaker != right.speaker:
        return Judgement(
            "disputed",
            "speakers",
            f"{left.speaker} and {right.speaker} say different things",
            pair.attribute.ask or "the two speak of different things",
        )
    if "estimate" in left.cues and "estimate" in right.cues and not pair.is_one_article:
        return Judgement("disputed", "estimates", "two estimates differ", pair.attribute.ask or "both were made in one way")
    return None


def internal_or_copy(pair: Pair) -> Judgement | None:
    """Row 13: surely of one time, in one article by one speaker, or in copies of one text."""
    if not pair.must or not pair.is_inconsistent:
        return None
    near = pair.values.near_miss
    if pair.is_one_article:
        if pair.left.claim.speaker != pair.right.claim.speaker:
            return Judgement("disputed", "speakers", "one article gives two values from two speakers", "the two speak of different things", near)
        return Judgement("conflict", "internal", f"one article gives both: {pair.values.why}", "the two count different things", near)
    if pair.is_one_origin:
        return Judgement("conflict", "copy_error", f"copies of one text differ: {pair.values.why}", "one is an update of the other", near)
    return None


def disjoint(pair: Pair) -> Judgement | None:
    """Row 14: surely of one time, both asserted."""
    if not pair.must or not pair.is_inconsistent:
        return None
    why = pair.values.why
    if pair.attribute.times.behaves in ("state", "flow") and pair.order:
        why += f"; {pair.gap_days} days or more lie between the two, so time may explain it" if pair.gap_days > 1 else ""
    return Judgement("conflict", "disjoint_values", why, pair.attribute.ask or _what_may_differ(pair), pair.values.near_miss)


def _what_may_differ(pair: Pair) -> str:
    """What would let both be right, where the pack has no question of its own."""
    if pair.attribute.times.behaves == "single_holder":
        return "one followed the other between the two reports"
    if pair.left.claim.value.point is None or pair.right.claim.value.point is None:
        return "the two speak of different things"
    return "one counts what the other leaves out, or corrects it"


def undated(pair: Pair) -> Judgement | None:
    """Row 15: the rest."""
    if pair.values.standing == "both":
        return Judgement("compatible", "refinement", "both can hold at a time")
    return Judgement("undetermined", "undated", "the values differ, and it is not known whether they speak of one time", "both articles were dated")


ROWS: tuple[Row, ...] = (
    different_event,
    namesakes,
    modality,
    different_scope,
    agree,
    growth,
    compatible,
    revision,
    stale,
    change,
    doubtful,
    regression,
    part_above_whole,
    unknown_scope,
    disputed,
    internal_or_copy,
    disjoint,
    undated,
)


def judge(pair: Pair) -> Judgement:
    """The judgement of the first row that fits."""
    for row in ROWS:
        found = row(pair)
        if found is not None:
            return found
    raise AssertionError("the last row fits every pair")


def _size(pair: Pair, side: int) -> float:
    value = (pair.left if side < 0 else pair.right).claim.value
    number = value.point if value.point is not None else value.low if value.low is not None else value.high
    return float(number or 0)
