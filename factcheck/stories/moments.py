"""Days and times of day that no pack names, linked inside a story: which of them are of one thing.

The claims of a run with the stories and dates of their articles go in; the same claims come out, those that speak of one thing with one
subject. Moments that agree need little more than a common word for what happens; of two that differ the words must be the same, and
neither article may have another such moment: an arrest and a trial, a first and a second bomb, are never one. Below that, nothing is said.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from factcheck.kinds import clock, day
from factcheck.model.claim import Claim, Subject
from factcheck.model.interval import Interval
from factcheck.model.relation import ValueRelation
from factcheck.stories.calendars import Calendars
from factcheck.stories.figures import LINKED

MOMENTS = frozenset(("date", "time"))
MOST_IN_BLOCK = 60  # moments of one kind or value in one story; more say too little each
PLANNED = "%plan"
# What happens to people happens to each of them on a day of their own: two such days contradict each other of one name only.
OF_PERSONS = frozenset(
    """abduction acquittal appeal appointment arrest attendance birth burial charge concession conviction court death deportation
    disappearance discharge discovery dismissal divorce execution hospital killing marriage meeting office plea questioning release rescue
    resignation sentencing stop surrender trial""".split()
)
# These happen once to what a story tells of: two such days contradict each other with less in common.
ONCE = frozenset(
    """acquittal birth burial collapse conviction death dismissal eruption escape execution founding hijacking landfall launch
    marriage office opening quake resignation resumption sale sentencing sinking strike surrender""".split()
)
# A story has several of these, whatever the words: two days or hours of them are two more often than not.
SEVERAL = frozenset(
    """agreement arrival attack court departure evacuation explosion filing firing match meeting performance protest shooting transfer
    victory visit""".split()
)
# What befalls people all at once: articles tell one happening by its cause, its kind or what came of it.
BEFALLS = frozenset(
    """abduction attack breach collapse crash eruption explosion fire flood hijacking killing landfall quake robbery shooting sinking
    stabbing""".split()
)
HOURS_OF_SEVERAL = frozenset(("closure", "opening", "rescue", "discovery"))  # of roads and schools, one after the other
MOST_DAYS_APART, MOST_MINUTES_APART = 45, 360
LEAST_MINUTES_APART, EXACT_STEP = 30, 5  # rounded hours are told so far apart
LIKE = 3  # so many words must two moments share that differ, or that no word for what happens joins


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


def link_moments(claims: Sequence[Claim], stories: Mapping[str, str | None], written: Mapping[str, Interval]) -> tuple[Claim, ...]:
    """Gives one subject to days and times of one story that are of one thing: that of a rule's claim where there is one, else one of their own."""
    told: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.kind in MOMENTS and claim.context:
            story = stories.get(claim.article)
            if story is not None:
                told[story].append(number)
    made = list(claims)
    for story in sorted(told):
        numbers = sorted(told[story], key=lambda number: (claims[number].article, claims[number].start, claims[number].id))
        calendars = Calendars((claims[number] for number in numbers), written)
        for number in numbers:
            made[number] = calendars.settled(made[number])
        for kind in sorted(MOMENTS):
            _link(made, [number for number in numbers if claims[number].kind == kind], calendars)
    return tuple(made)


def _link(made: list[Claim], numbers: Sequence[int], calendars: Calendars) -> None:
    """Gives the moments of one story their subjects, in place."""
    told = {number: _moment(made[number]) for number in numbers}
    alone = _alone(told.values())
    scores: list[tuple[float, int, int]] = []
    best: dict[tuple[int, str], float] = {}
    for one, two in sorted(_candidates(told)):
        left, right = told[one], told[two]
        score = score_of(left, right, _relate(left, right), alone)
        if score > 0:
            scores.append((score, one, two))
            best[one, right.claim.article] = max(best.get((one, right.claim.article), 0.0), score)
            best[two, left.claim.article] = max(best.get((two, left.claim.article), 0.0), score)
    groups = _Groups(told)
    passed = {(one, two) for _, one, two in scores}
    for score, one, two in sorted(scores, key=lambda found: (-found[0], found[1], found[2])):
        if score >= best[one, told[two].claim.article] and score >= best[two, told[one].claim.article]:
            groups.join(one, two, passed)
    taken: dict[str, int] = defaultdict(int)
    for members in groups.found():
        for number, claim in zip(members, calendars.dated([made[number] for number in members]), strict=True):
            made[number] = claim
        _give_subject(made, members, told, taken)


def _give_subject(made: list[Claim], members: Sequence[int], told: Mapping[int, Moment], taken: dict[str, int]) -> None:
    """One subject for the moments of a group, in place."""
    named = next((made[number] for number in members if not made[number].is_open), None)
    if named is not None:
        for number in members:
            claim = made[number]
            if claim.is_open:
                made[number] = replace(
                    claim, rule=named.rule, attribute=named.attribute, subject=named.subject, valid=named.valid, qualifiers=named.qualifiers,
                    context=("=" + claim.context[0][1:], *claim.context[1:]), cues=(*claim.cues, LINKED),
                )  # fmt: skip
        return
    subject = _subject([told[number] for number in members])
    taken[subject.id] += 1  # two groups in the same words are two things
    if taken[subject.id] > 1:
        subject = replace(subject, id=f"{subject.id}:{taken[subject.id]}")
    for number in members:
        made[number] = replace(made[number], subject=subject)


class _Groups:
    """Moments joined so far. Claims of one rule, subject and scope are one group from the start."""

    def __init__(self, told: Mapping[int, Moment]) -> None:
        self._told = told
        self._group = {number: number for number in told}
        self._members = {number: [number] for number in told}
        ruled: dict[tuple[object, ...], int] = {}
        for number, moment in told.items():
            if not moment.claim.is_open:
                self._merge(ruled.setdefault((moment.claim.rule, moment.claim.subject.id, moment.claim.qualifiers), number), number)

    def _merge(self, one: int, two: int) -> None:
        mine, other = self._group[one], self._group[two]
        if mine != other:
            for number in self._members[other]:
                self._group[number] = mine
            self._members[mine] += self._members.pop(other)

    def join(self, one: int, two: int, passed: set[tuple[int, int]]) -> None:
        """Puts two groups together, unless both have a moment of one article, or two moments that contradict each other and were not linked."""
        mine, other = self._group[one], self._group[two]
        if mine == other:
            return
        left, right = self._members[mine], self._members[other]
        if any(not self._told[n].claim.is_open for n in left) and any(not self._told[n].claim.is_open for n in right):
            return
        if {self._told[n].claim.article for n in left} & {self._told[n].claim.article for n in right}:
            return
        for first in left:
            for second in right:
                is_linked = (first, second) in passed or (second, first) in passed
                if not is_linked and not _relate(self._told[first], self._told[second]).can_both_be_right:
                    return
        self._merge(one, two)

    def found(self) -> list[list[int]]:
        """The groups with more than one moment, in order of their first."""
        ranks = {number: rank for rank, number in enumerate(self._told)}
        return sorted((sorted(group, key=ranks.__getitem__) for group in self._members.values() if len(group) > 1), key=lambda g: ranks[g[0]])


def _moment(claim: Claim) -> Moment:
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


def _candidates(told: Mapping[int, Moment]) -> set[tuple[int, int]]:
    """Pairs of moments of two articles that have a value or what happens in common."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, moment in told.items():
        value = moment.claim.value
        blocks["", value.entity if moment.claim.kind == "date" else value.point].append(number)
        for kind in {"befalls" if kind in BEFALLS else kind for kind in moment.kinds}:
            blocks[kind].append(number)
    return {
        (one, two)
        for members in blocks.values()
        if len(members) <= MOST_IN_BLOCK
        for one, two in combinations(members, 2)
        if told[one].claim.article != told[two].claim.article
    }


def _alone(told: Iterable[Moment]) -> Mapping[tuple[str, str], bool]:
    """For each article and what happens: whether it gives one moment for it."""
    values: dict[tuple[str, str], set[object]] = defaultdict(set)
    for moment in told:
        value = moment.claim.value
        for kind in moment.kinds:
            values[moment.claim.article, kind].add(value.entity if value.point is None else value.point)
    return {key: len(found) == 1 for key, found in values.items()}


def _relate(left: Moment, right: Moment) -> ValueRelation:
    relate = clock.relate if left.claim.kind == "time" else day.relate
    return relate(left.claim.value, right.claim.value)


def score_of(left: Moment, right: Moment, found: ValueRelation, alone: Mapping[tuple[str, str], bool]) -> float:
    """How sure it is that two moments are of one thing, 0 where it is not sure enough: equal ones come before others."""
    kin = bool(left.first) and left.first == right.first
    akin = bool(set(left.kinds) & set(right.kinds)) or (left.first in BEFALLS and right.first in BEFALLS)
    shared = len(left.words & right.words)
    union = len(left.words | right.words) or 1
    likeness = shared / union + (0.3 if kin else 0.1 if akin else 0) + 0.02 * len(left.names & right.names)
    if found.standing == "same":
        return 2 + likeness if _is_equal_enough(left, right, akin, shared) else 0.0
    if left.order != right.order and not kin:
        return 0.0
    if found.can_both_be_right:
        return 1 + likeness if (kin and _may_be_one(left, right)) or (akin and shared) or shared >= LIKE else 0.0
    return likeness if found.standing == "apart" and kin and _contradict(left, right, found, alone) else 0.0


def _contradict(left: Moment, right: Moment, found: ValueRelation, alone: Mapping[tuple[str, str], bool]) -> bool:
    """Two moments that differ are surely of one thing."""
    key = left.first
    is_of_many = key in SEVERAL or (left.claim.kind == "time" and key in HOURS_OF_SEVERAL)
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
    if key in OF_PERSONS and not names:
        return False
    if key in ONCE and names > 0 and day.is_year(left.claim.value) and day.is_year(right.claim.value):
        return shared > 0
    return shared >= LIKE or (shared >= LIKE - 1 and (names > 0 or key in ONCE))


def _may_be_one(left: Moment, right: Moment) -> bool:
    """Neither names another person than the other does, of whom it would be told."""
    return left.first not in OF_PERSONS or not left.told_of or not right.told_of or bool(left.told_of & right.told_of)


def _is_equal_enough(left: Moment, right: Moment, akin: bool, shared: int) -> bool:
    """A date with its month in both, or a minute of the day, is of one thing whatever the words; a weekday, a year, an hour needs a common word."""
    if akin or shared >= LIKE - 1:
        return True
    value = left.claim.value
    if left.claim.kind == "time":
        return shared > 0 or (value.step is not None and value.step <= EXACT_STEP)
    return (shared > 0 and not (_is_weekday(left) and _is_weekday(right))) or (_names_day(left) and _names_day(right))


def _names_day(moment: Moment) -> bool:
    """The day of the month is printed."""
    value = moment.claim.value
    known = day.is_day(value)
    return known and any(char.isdigit() for char in value.text)


def _is_weekday(moment: Moment) -> bool:
    return not any(char.isdigit() for char in moment.claim.value.text)


def _is_near(left: Moment, right: Moment, found: ValueRelation) -> bool:
    """So near that two articles may mean one moment, and not just one weekday in two weeks."""
    gap = found.gap or 0
    if left.claim.kind == "time":
        one, two = left.claim.value, right.claim.value
        is_told_exactly = one.hedge == two.hedge == "=" and max(one.step or 0, two.step or 0) <= EXACT_STEP
        return one.point == two.point or (LEAST_MINUTES_APART <= gap <= MOST_MINUTES_APART) or (is_told_exactly and gap <= MOST_MINUTES_APART)
    if (_is_weekday(left) or _is_weekday(right)) and not gap % 7:
        return False
    both_years = all(day.is_year(moment.claim.value) for moment in (left, right))
    return both_years or gap <= MOST_DAYS_APART


def _subject(group: Sequence[Moment]) -> Subject:
    """One subject for a group: named by what happens, known by that and the stems that all share."""
    first = group[0].claim
    shared = frozenset.intersection(*(moment.words for moment in group)) or frozenset(sorted(group[0].words)[:2])
    told = next((moment.first for moment in group if moment.first and moment.first[0] != "~"), "")
    surface = told or max((moment.claim.value.text for moment in group), key=lambda text: (len(text), text))
    identity = hashlib.sha256("\x1f".join((first.rule, told, *sorted(shared))).encode()).hexdigest()[:12]
    return Subject(surface, f"{first.rule}:{identity}", event=True)
