"""The table of verdicts: the first row that fits decides. Each row is a function; the order of `ROWS` is the table.

A `Pair` goes in, a `Judgement` comes out. Nothing here reads text or knows an attribute by name.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.comparison.ages import is_ageing
from factcheck.comparison.changes import DEAD_BETWEEN, change, growth, regression, revision, stale, taken_up
from factcheck.comparison.judgement import Judgement
from factcheck.comparison.pair import HISTORY_DAYS, UNREAL, Pair, Side
from factcheck.comparison.scenes import told_apart
from factcheck.model.claim import LINKED

SAME_EVENT_DAYS = 2  # a day is told by two clocks and two time zones
SAME_NEWS_DAYS = 7  # what is told without a day so long after another report may be the next meeting
YEAR_DAYS = 366
COUNTED = frozenset(("count", "money", "share"))
TELLING_DIGITS = 3  # of a figure that is told of no second thing
MONTH_DAYS = 31  # "last year" says too little of which event is meant


Row = Callable[[Pair], Judgement | None]


def different_event(pair: Pair) -> Judgement | None:
    """Row 1: the fact belongs to an event, and the events are not known to be one."""
    if not pair.left.claim.subject.event:
        return None
    days, other_days = pair.left.claim.valid.interval, pair.right.claim.valid.interval
    gap = days.gap_days(other_days)
    is_same_open = pair.attribute.event_type == "any" and not pair.is_inconsistent and pair.is_one_story
    is_linked = is_same_open and pair.attribute.kind in COUNTED
    is_telling = is_linked and _significant(pair) >= TELLING_DIGITS
    if gap > SAME_EVENT_DAYS and gap > _most_days(pair) and not (is_telling and pair.values.standing == "same"):
        # beside "19.4 points a game" stands the year of another thing
        return Judgement("not_comparable", "different_event", f"the events lie {gap} days apart", "both speak of one day")
    is_known_again = is_linked and (days == other_days or is_telling)
    if (pair.left.is_history or pair.right.is_history) and not is_known_again:
        known = days.is_within(MONTH_DAYS) and other_days.is_within(MONTH_DAYS)
        if not known or (gap > 0 and pair.left.is_history != pair.right.is_history):
            return Judgement(
                "not_comparable",
                "different_event",
                "one tells of an earlier event, and it is not known to be the other's",
                "both named the day of the event, and it was one day",
            )
    if pair.is_one_article and days.is_bounded != other_days.is_bounded:
        return Judgement(
            "not_comparable", "different_event", "one is told with a time of its own, and the other of the article's event", "both speak of one day"
        )
    if pair.is_one_article and pair.is_inconsistent and days != other_days:
        return Judgement("not_comparable", "different_event", "one article tells the two with two times, each its own", "both speak of one day")
    if pair.attribute.anchors and _is_of_earlier_day(pair.left) != _is_of_earlier_day(pair.right):
        return Judgement(
            "not_comparable",
            "different_event",
            "the day of the one lies long before the news, that of the other in it",
            "both name the day of one event",
        )
    if pair.is_one_article:
        return None
    is_of_a_day = pair.attribute.times.behaves == "fixed" and bool(pair.attribute.anchors) and not is_same_open  # a case goes on
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


def _most_days(pair: Pair) -> int:
    """So many days may lie between the days that two tell of one event.

    What the words around a figure link may stand beside the date of another thing, the more so where both say the same; what holds
    for a day or two is told anew each day, with that day.
    """
    if pair.attribute.event_type == "any":
        return MONTH_DAYS if pair.is_inconsistent else YEAR_DAYS
    times = pair.attribute.times
    is_brief = times.behaves == "state" and times.holds_days <= SAME_EVENT_DAYS
    is_told_alike = not pair.is_one_article and pair.values.standing == "same"
    return SAME_NEWS_DAYS if pair.is_one_story and (is_brief or is_told_alike) else SAME_EVENT_DAYS


def _is_of_earlier_day(side: Side) -> bool:
    """The day that is told lies long before the article that tells it: "a shooting there happened nearly eight years ago"."""
    when, written = side.claim.value.when, side.setting.dating.interval
    return when is not None and written.is_bounded and when.surely_before(written) and when.gap_days(written) > HISTORY_DAYS


def _significant(pair: Pair) -> int:
    """How many digits of the figure tell: 19.4 is known again, be it of last season or of the season that ended in May."""
    point = pair.left.claim.value.point
    return 0 if point is None else len("".join(map(str, point.as_tuple().digits)).strip("0"))


def namesakes(pair: Pair) -> Judgement | None:
    """Row 1, of a person known by name alone: outside of one story another value may be another person's."""
    if pair.attribute.belongs_to != "person" or pair.is_one_article or pair.is_one_story or not pair.is_inconsistent or is_ageing(pair):
        return None
    return Judgement(
        "not_comparable", "different_event", "two people may bear that name, and the articles tell no one story", "both articles tell of one person"
    )


def modality(pair: Pair) -> Judgement | None:
    """Row 2: exactly one is planned, forecast, a target or conditional; of one event, what was expected and what came differ by time."""
    left, right = pair.left.claim.modality, pair.right.claim.modality
    if pair.attribute.event_type == "any" and pair.attribute.kind in COUNTED and not pair.is_inconsistent:
        return None  # "if elected she will lead 17,000 people" is no plan of how many they are
    if (left in UNREAL) != (right in UNREAL):
        if pair.is_plan_that_came:
            if not pair.is_inconsistent:
                return None  # "will mend 12 flaws", and "mended 12 flaws"
            return Judgement("time_dependent", "update", "the one was planned, and the other is what came", "both were told after it was done")
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


def compatible(pair: Pair) -> Judgement | None:
    """Row 6: not inconsistent."""
    standing = pair.values.standing
    if pair.is_denial:
        return None
    if standing in ("rounding", "bounds", "refinement", "conversion"):
        return Judgement("compatible", standing, pair.values.why)
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


def other_scene(pair: Pair) -> Judgement | None:
    """Row 9c: the words around the two tie them to two places, two owners or two events of a kind."""
    if not pair.is_inconsistent or (found := told_apart(pair)) is None:
        return None
    why, flips = found
    return Judgement("undetermined", "unknown_scope", why, flips)


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
    if left.modality == right.modality == "forecast" and left.speaker != right.speaker:
        return Judgement("undetermined", "unknown_scope", "two forecasts, and not known to be by one", "both are forecasts by one")
    if "estimate" in left.cues and "estimate" in right.cues and not pair.is_one_article:
        return Judgement("disputed", "estimates", "two estimates differ", pair.attribute.ask or "both were made in one way")
    return None


def internal_or_copy(pair: Pair) -> Judgement | None:
    """Row 13: surely of one time, in one article by one speaker, or in copies of one text."""
    if not pair.must or not pair.is_inconsistent:
        return None
    near = pair.values.near_miss
    if pair.is_one_article:
        if pair.has_cue(LINKED):
            return Judgement(
                "undetermined",
                "unknown_scope",
                "one article gives both, and only another one says what the one of them counts",
                "both count one thing",
            )
        if pair.left.claim.speaker != pair.right.claim.speaker:
            return Judgement("disputed", "speakers", "one article gives two values from two speakers", "the two speak of different things", near)
        return Judgement("conflict", "internal", f"one article gives both: {pair.values.why}", "the two count different things", near)
    if pair.is_one_origin and pair.left.claim.value.text == pair.right.claim.value.text:
        return Judgement("undetermined", "undated", "copies of one text say it in the same words", "the copies are of one day")
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
    taken_up,
    modality,
    different_scope,
    agree,
    growth,
    compatible,
    revision,
    stale,
    change,
    doubtful,
    other_scene,
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
