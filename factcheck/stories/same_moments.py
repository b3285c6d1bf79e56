"""Whether two moments of a story are of one thing: what each says of itself goes in, a score comes out.

Which articles tell one story is not known here; values come with their days as far as the story settles them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from factcheck.kinds import clock, day
from factcheck.model.claim import Claim
from factcheck.model.relation import ValueRelation
from factcheck.packs.rulebook import RuleBook

PLANNED, SINCE = "%plan", "since"  # of what goes on since then, the day is not that of what happened once
Alone = Mapping[tuple[str, str], bool]
MOST_DAYS_APART, MOST_MINUTES_APART = 45, 360
LEAST_MINUTES_APART, EXACT_STEP = 30, 5  # rounded hours are told so far apart
COPIED = 0.8  # of the words around, where they are those of one text
LIKE = 3  # so many words must two moments share that differ, or that no word for what happens joins


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the pack `open` says of the entries of `told_moments`, by its lexicons of these names behind "moments_"."""

    of_persons: frozenset[str]
    once: frozenset[str]
    of_many: frozenset[str]
    hours_of_many: frozenset[str]
    befalling: frozenset[str]
    families: Mapping[str, str]  # by the kind: what one event may be told as


def kinds_of(rules: RuleBook) -> Kinds:
    """The kinds of what happens at a moment; nothing where the rules have no such lexicons."""
    told = {place.name: rules.lexicons.get(f"moments_{place.name}") for place in fields(Kinds)}
    lexicon = told.pop("families")
    families = {entry.phrase: entry.canonical for entry in lexicon.entries} if lexicon is not None else {}
    sets = {name: frozenset(lexicon.phrases) if lexicon is not None else frozenset[str]() for name, lexicon in told.items()}
    return Kinds(**sets, families=families)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment with what links it. `kinds` are what happens, the nearest first; `words` the stems around it, `names` those of names.

    `is_counted`: it is counted from another moment, which is too rough to contradict.
    """

    claim: Claim
    kinds: tuple[str, ...]
    order: str
    is_planned: bool
    is_counted: bool
    words: frozenset[str]
    names: frozenset[str]
    told_of: frozenset[str]

    @property
    def first(self) -> str:
        """What happens by the nearest word, "" where no word says it."""
        return self.kinds[0] if self.kinds else ""


def moment_of(claim: Claim) -> Moment:
    first, _, order = claim.context[0].partition("/")[2].partition(":")
    rest = claim.context[1:]
    kinds = tuple(word[1:] for word in rest if word[0] == "*")
    return Moment(
        claim,
        (first, *kinds) if first else kinds,
        order,
        PLANNED in rest,
        bool(rest) and rest[0][0] == "^",
        frozenset(word for word in rest if word[0] not in "*%@&^"),
        frozenset(word for word in rest if word[0] == "&"),
        frozenset(word for word in rest if word[0] == "@"),
    )


def alone_in(told: Iterable[Moment]) -> Alone:
    """For each article and what happens: whether it gives one moment for it."""
    values: dict[tuple[str, str], set[object]] = defaultdict(set)
    for moment in told:
        if moment.order == SINCE:
            continue
        value = moment.claim.value
        for kind in moment.kinds:
            values[moment.claim.article, kind].add(value.entity if value.point is None else value.point)
    return {key: len(found) == 1 for key, found in values.items()}


def relate(left: Moment, right: Moment) -> ValueRelation:
    by_kind = clock.relate if left.claim.kind == "time" else day.relate
    return by_kind(left.claim.value, right.claim.value)


def score_of(left: Moment, right: Moment, found: ValueRelation, alone: Alone, kinds: Kinds) -> float:
    """How sure it is that two moments are of one thing, 0 where it is not sure enough: equal ones come before others."""
    kin = bool(left.first) and left.first == right.first
    akin = bool(set(left.kinds) & set(right.kinds)) or {left.first, right.first} <= kinds.befalling or _are_of_one_family(left, right, kinds)
    names = len(left.names & right.names)
    shared = len(left.words & right.words)
    union = len(left.words | right.words) or 1
    likeness = shared / union + (0.3 if kin else 0.1 if akin else 0) + 0.02 * names
    if found.standing == "same" or (found.standing == "conversion" and _is_exact(left, right)):
        return 2 + likeness if _is_equal_enough(left, right, akin, shared) else 0.0
    if left.order != right.order and not kin:
        return 0.0
    if found.can_both_be_right:
        is_told_alike = names > 0 or shared > 1 or left.first in kinds.once or (shared and not is_weekday(left) and not is_weekday(right))
        is_one = (kin and is_told_alike and _may_be_one(left, right, kinds)) or (akin and shared) or shared >= LIKE
        return 1 + likeness if is_one else 0.0
    return likeness if found.standing == "apart" and kin and _contradict(left, right, found, alone, kinds) else 0.0


def _are_of_one_family(left: Moment, right: Moment, kinds: Kinds) -> bool:
    family = kinds.families.get(left.first)
    return family is not None and family == kinds.families.get(right.first)


def _is_exact(left: Moment, right: Moment) -> bool:
    """Both name a minute."""
    return all((moment.claim.value.step or EXACT_STEP + 1) <= EXACT_STEP for moment in (left, right))


def _contradict(left: Moment, right: Moment, found: ValueRelation, alone: Alone, kinds: Kinds) -> bool:
    """Two moments that differ are surely of one thing."""
    key = left.first
    is_of_many = key in kinds.of_many or (left.claim.kind == "time" and key in kinds.hours_of_many)
    is_of_two_zones = left.claim.kind == "time" and left.claim.value.point == right.claim.value.point
    if (
        left.order
        or right.order
        or left.is_counted
        or right.is_counted
        or left.is_planned != right.is_planned
        or (is_of_many and not is_of_two_zones)
    ):
        return False
    if not alone.get((left.claim.article, key)) or not alone.get((right.claim.article, key)) or not _is_near(left, right, found):
        return False
    shared, names = len(left.words & right.words), len(left.names & right.names)
    if is_of_two_zones:
        return shared >= LIKE or (shared >= LIKE - 1 and (names > 0 or key in kinds.once))
    if (left.told_of and right.told_of and not left.told_of & right.told_of) or (left.names - right.names and right.names - left.names):
        return False  # each is told of another, or names somebody, or a place, of whom the other says nothing
    is_of_one = names >= LIKE or bool(left.told_of & right.told_of)  # two firms, two ships, two suspects do alike things on two days
    return is_of_one and shared >= (1 if key in kinds.once | kinds.of_persons else LIKE - 1)


def _may_be_one(left: Moment, right: Moment, kinds: Kinds) -> bool:
    """Neither names another person than the other does, of whom it would be told."""
    return left.first not in kinds.of_persons or not left.told_of or not right.told_of or bool(left.told_of & right.told_of)


def _is_equal_enough(left: Moment, right: Moment, akin: bool, shared: int) -> bool:
    """A date with its month in both, or a minute of the day, is of one thing whatever the words; a weekday, a year, an hour needs a common word."""
    if akin or shared >= LIKE - 1:
        return True
    if tells(left) and tells(right) and len(left.names & right.names) <= 1:
        return False  # what was signed and what takes effect on one day are two things
    value = left.claim.value
    if left.claim.kind == "time":
        return shared > 0 or (value.step is not None and value.step <= EXACT_STEP)
    is_told_alike = shared > 0 or len(left.names & right.names) >= (2 if day.is_year(value) else 1)
    return (is_told_alike and not (is_weekday(left) and is_weekday(right))) or (_names_day(left) and _names_day(right))


def is_copied(left: Moment, right: Moment) -> bool:
    """The same words with the same "yesterday" in an article of another day: of a text that is printed again the day is the first one's."""
    if left.claim.value.text.lower() != right.claim.value.text.lower() or not is_weekday(left):
        return False
    return len(left.words & right.words) >= max(LIKE, COPIED * len(left.words | right.words))


def tells(moment: Moment) -> bool:
    """A word of the lexicon says what happens."""
    return bool(moment.first) and moment.first[0] != "~"


def _names_day(moment: Moment) -> bool:
    """The day of the month is printed."""
    value = moment.claim.value
    known = day.is_day(value)
    return known and any(char.isdigit() for char in value.text)


def is_weekday(moment: Moment) -> bool:
    return not any(char.isdigit() for char in moment.claim.value.text)


def _is_near(left: Moment, right: Moment, found: ValueRelation) -> bool:
    """So near that two articles may mean one moment, and not just one weekday in two weeks."""
    gap = found.gap or 0
    if left.claim.kind == "time":
        one, two = left.claim.value, right.claim.value
        is_told_exactly = one.hedge == two.hedge == "=" and max(one.step or 0, two.step or 0) <= EXACT_STEP
        return one.point == two.point or (LEAST_MINUTES_APART <= gap <= MOST_MINUTES_APART) or (is_told_exactly and gap <= MOST_MINUTES_APART)
    if (is_weekday(left) or is_weekday(right)) and not gap % 7:
        return False
    both_years = all(day.is_year(moment.claim.value) for moment in (left, right))
    return both_years or gap <= MOST_DAYS_APART
