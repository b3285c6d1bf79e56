"""Two claims side by side: what is known of their times, scopes and sources before a verdict is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.comparison import stages
from factcheck.comparison.naming import may_be_one
from factcheck.model.claim import DEAD, HISTORY, TAKEN_UP, Claim
from factcheck.model.interval import Interval
from factcheck.model.relation import ValueRelation
from factcheck.model.setting import Setting
from factcheck.packs.rulebook import Attribute

WEEK = 7
YEAR_DAYS = 366  # an article that is dated no nearer has no date to tell ages by
HISTORY_DAYS = 45  # an article may tell of an event for so long without telling history
POPULATION = "population"  # the qualifier that says which of those whom an event befell are counted
ATTACKER = "attacker"  # its value for who did it, whom others leave out of their count
UNREAL = frozenset({"planned", "forecast", "target", "conditional"})

# What happens with an amount once, as the lexicon `money_roles` names it; prices, funds and damage move.
SETTLED_ROLES = frozenset(
    f"+{role}" for role in ("bail", "bonus", "compensate", "deceive", "earn", "evade", "fine", "ransom", "reward", "salary", "steal")
)


class Side:
    """A claim with the setting of its article.

    `time` is when what the claim says holds, as far as known: what it speaks of, else when its article was written. What
    is said of an event is as of the day it was said; on which day the event was is an anchor, not a time.
    """

    __slots__ = ("_is_history", "claim", "setting", "time")

    def __init__(self, claim: Claim, setting: Setting) -> None:
        self.claim, self.setting = claim, setting
        self._is_history: bool | None = None
        self.time: Interval = setting.dating.interval
        if not claim.subject.event:
            valid = claim.valid.interval
            if valid.first is not None or valid.last is not None:
                self.time = valid

    @property
    def has_day(self) -> bool:
        """The day of the event is known."""
        return self.claim.valid.interval.is_within(2)

    @property
    def is_history(self) -> bool:
        """What is told of an event lies long before the article, as it says itself."""
        if self._is_history is None:
            self._is_history = self._lies_long_before()
        return self._is_history

    def _lies_long_before(self) -> bool:
        if HISTORY in self.claim.cues:
            return True
        valid = self.claim.valid.interval
        written = self.setting.dating.interval
        if not written.is_bounded and self.claim.subject.event:  # the day of its own event is a day; a month or a year is told of others
            return valid.is_bounded and not valid.is_within(WEEK)
        return valid.surely_before(written) and valid.gap_days(written) > HISTORY_DAYS


@dataclass(slots=True)
class Pair:
    """Two sides and how their values stand. Every property is symmetric unless it says otherwise.

    `is_inconsistent`: the values cannot both be right of one thing at one time. `gap_days` is the smallest possible distance of
    the two times; `order` is -1 where the left is surely earlier, 1 where the right is, 0 where that is not known.
    """

    left: Side
    right: Side
    attribute: Attribute
    values: ValueRelation
    is_inconsistent: bool = field(init=False)
    gap_days: int = field(default=0, init=False)
    order: int = field(default=0, init=False)
    _must: bool | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.is_inconsistent = self.values.standing == "apart"
        one, two = self.left.time, self.right.time
        if one is not two and (gap := one.gap_days(two)):
            self.gap_days, self.order = gap, -1 if one.surely_before(two) else 1

    @property
    def told_order(self) -> int:
        """The same, or by the hours of one day, or what the words of two articles say of which is the later, where a date is missing."""
        if self.order or self.is_one_article:
            return self.order
        if hours := self.hours_apart:
            return -1 if hours > 0 else 1
        if self.has_dates:
            return self.order
        days = stages.days_between(self.left.claim, self.right.claim)
        return (days > 0) - (days < 0)

    @property
    def hours_apart(self) -> int:
        """By how many whole hours the right one was published after the left one, where the input gives both hours; below 0 before it."""
        left, right = self.left.setting.clock, self.right.setting.clock
        if left is None or right is None or (left.tzinfo is None) != (right.tzinfo is None):
            return 0
        return int((right - left).total_seconds() / 3600)

    @property
    def are_plans(self) -> bool:
        """Both tell of what is still to come: by their words, or of a day after their reports."""
        return all(
            side.claim.modality in UNREAL or ((when := side.claim.value.when) is not None and side.setting.dating.interval.surely_before(when))
            for side in (self.left, self.right)
        )

    @property
    def told_gap_days(self) -> int:
        """How many days lie between two articles by their words, where a date is missing."""
        return 0 if self.has_dates or self.is_one_article else abs(stages.days_between(self.left.claim, self.right.claim))

    @property
    def has_dates(self) -> bool:
        """Both are dated."""
        return self.left.time.is_bounded and self.right.time.is_bounded

    @property
    def must(self) -> bool:
        """The two surely speak of a common time."""
        if self._must is None:
            self._must = self._is_of_one_time()
        return self._must

    def _is_of_one_time(self) -> bool:
        one, two = self.left.time, self.right.time
        behaves = self.attribute.times.behaves
        if self.left.claim.article == self.right.claim.article and self.left.claim.field == self.right.claim.field:
            if self.attribute.kind == "age":
                return self.years_apart <= 1  # "eligible for parole when he is 100"
            return behaves != "single_holder"  # who is named in one office in one article held it one after the other
        if self.attribute.kind == "age":  # years may lie between an article with a date and one without
            dated = [time.is_bounded and time.is_within(YEAR_DAYS) for time in (one, two)]  # a term of office says too little
            if not dated[0] and self.years_apart > 1:  # the one may tell of the crime and the other of the appeal
                return False
            if not dated[0] and not dated[1] and stages.are_two_days(self.left.claim, self.right.claim):
                return False
            if not dated[0] and not dated[1] and self.has_cue(TAKEN_UP) and not stages.is_one_day(self.left.claim, self.right.claim):
                return False
            return self.is_one_story and dated[0] == dated[1] and not (self.left.is_history or self.right.is_history)
        if behaves == "fixed" or (self.attribute.belongs_to == "event" and behaves not in ("cumulative", "state")):
            return True
        if self.is_one_story and not one.is_bounded and not two.is_bounded and stages.is_one_day(self.left.claim, self.right.claim):
            return True
        if behaves in ("state", "flow", "plan"):
            if not (one.is_bounded and two.is_bounded):
                return self.is_one_story and not self.is_moving
            return self.gap_days < self.attribute.times.holds_days
        if behaves == "single_holder" and any(self.has_cue(cue) for cue in ("begin", "end", "handover")):
            return False
        return one.first is not None and one.first == one.last == two.first == two.last

    @property
    def years_apart(self) -> Decimal:
        """By how many years two ages differ."""
        left, right = self.left.claim.value.point, self.right.claim.value.point
        return abs(left - right) if left is not None and right is not None else Decimal(0)

    @property
    def is_moving(self) -> bool:
        """What is so of an event for a while: the missing, results, prices and polls move within the days of one story."""
        is_open_count = self.attribute.event_type == "any" and self.attribute.kind == "count"
        return self.attribute.belongs_to == "event" and not is_open_count and not self._is_settled_sum

    @property
    def _is_settled_sum(self) -> bool:
        """Of both amounts one thing is told that does not move: a fine, a ransom, what was stolen."""
        return self.attribute.kind == "money" and not SETTLED_ROLES.isdisjoint(set(self.left.claim.context) & set(self.right.claim.context))

    def qualifier_clash(self) -> str | None:
        """A binding qualifier that both state and that differs."""
        right = dict(self.right.claim.qualifiers)
        for name, value in self.left.claim.qualifiers:
            if (
                name in self.attribute.scope
                and name not in self.attribute.moments
                and right.get(name, value) != value
                and not may_be_one(name, value, right[name], self.is_inconsistent)
            ):
                return name
        return None

    @property
    def moments(self) -> tuple[str, str] | None:
        """At which moments the two were told, where at least one says so and the other tells of another or of none."""
        left, right = dict(self.left.claim.qualifiers), dict(self.right.claim.qualifiers)
        told = next((name for name in self.attribute.moments if left.get(name) != right.get(name)), None)
        return None if told is None else (left.get(told, "no moment"), right.get(told, "no moment"))

    def qualifier_on_one_side(self) -> str | None:
        """A binding qualifier that only one of the two states."""
        left, right = dict(self.left.claim.qualifiers), dict(self.right.claim.qualifiers)
        return next((name for name in self.attribute.binds if (name in left) != (name in right)), None)

    @property
    def part_exceeds_whole(self) -> bool:
        """Only one of two counts names whom it counts, and those are more than all whom the other counts: "nine miners died", "nobody died"."""
        left, right = self.left.claim, self.right.claim
        named, other = dict(left.qualifiers).get(POPULATION), dict(right.qualifiers).get(POPULATION)
        if (named is None) == (other is None) or self.attribute.kind != "count" or ATTACKER in (named, other) or not self.is_inconsistent:
            return False
        part, whole = (left, right) if named is not None else (right, left)
        if part.value.is_implied and whole.value.point:  # "the shooting of her co-workers": how many of them were hurt is not said
            return False
        return part.value.point is not None and whole.value.point is not None and part.value.point > whole.value.point

    @property
    def is_one_article(self) -> bool:
        return self.left.claim.article == self.right.claim.article

    @property
    def is_one_story(self) -> bool:
        """Both articles tell of one event, and so at one time."""
        return self.left.setting.story is not None and self.left.setting.story == self.right.setting.story

    @property
    def is_one_origin(self) -> bool:
        return self.left.setting.origin == self.right.setting.origin

    @property
    def is_outcome_of_forecast(self) -> bool:
        """Of one event one tells what share was expected, and the other, not the earlier of them, another that came of it.

        What is sold or spent is expected of a year and told of a month; a turnout has one outcome.
        """
        left, right = self.left.claim.modality, self.right.claim.modality
        if (
            self.attribute.kind != "share"
            or {left, right} != {"forecast", "asserted"}
            or not self.left.claim.subject.event
            or self.is_one_article
            or not self.is_one_story
        ):
            return False
        is_in_order = self.told_order != (1 if left == "forecast" else -1)
        return is_in_order and self.qualifier_clash() is None and self.values.standing in ("apart", "beyond_bound")

    @property
    def is_plan_that_came(self) -> bool:
        """Of one thing of a story one article tells what was planned, and another what was done: as much, or, surely later, something else."""
        modalities = {self.left.claim.modality, self.right.claim.modality}
        if modalities != {"planned", "asserted"} or self.is_one_article or not self.is_one_story or self.qualifier_clash() is not None:
            return False
        if self.attribute.event_type == "any" and self.is_inconsistent:
            return False  # that figures which no pack names differ may as well say that they are of two things
        return not self.is_inconsistent or self.told_order == (-1 if self.left.claim.modality == "planned" else 1)

    @property
    def is_denial(self) -> bool:
        """Exactly one of the two denies what it says; what a sentence denies is seldom a figure that no pack names."""
        return self.attribute.event_type != "any" and (self.left.claim.modality == "denied") != (self.right.claim.modality == "denied")

    @property
    def has_dead_between(self) -> bool:
        """Of two counts of the hurt the larger is the smaller with the dead, whom the article of the smaller tells apart and the other's does not.

        Of those hit, as in "4 shot, 1 killed", the other may count the dead as well and yet tell of them.
        """
        left, right = self.left.claim, self.right.claim
        if left.value.point is None or right.value.point is None or left.value.point == right.value.point:
            return False
        small, large = (left, right) if left.value.point < right.value.point else (right, left)
        more = _dead(small) - (_dead(large) if self.attribute.derives is None else 0)
        return more > 0 and small.value.point + more == large.value.point  # type: ignore[operator]

    def has_cue(self, cue: str) -> bool:
        """Either claim carries this cue."""
        return cue in self.left.claim.cues or cue in self.right.claim.cues


def _dead(claim: Claim) -> Decimal:
    """How many dead the article tells of beside a count of the hurt; none where it says nothing of dead."""
    return next((Decimal(cue.removeprefix(DEAD)) for cue in claim.cues if cue.startswith(DEAD)), Decimal(0))
