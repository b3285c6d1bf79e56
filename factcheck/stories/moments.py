"""Days and times of day that no pack names, linked inside a story: which of them are of one thing.

The claims of a run with the stories and dates of their articles go in; the same claims come out, those that speak of one thing with one
subject. Moments that agree need little more than a common word for what happens; of two that differ the words and the names must be the
same, and neither article may have another such moment: an arrest and a trial, two bids, are never one. Below that, nothing is said.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.model.claim import LINKED, Claim, Subject
from factcheck.model.interval import Interval
from factcheck.packs.rulebook import RuleBook
from factcheck.stories.calendars import Calendars
from factcheck.stories.main_event import GENERIC, MainEvent
from factcheck.stories.same_moments import EXACT_STEP, Kinds, Moment, alone_in, is_copied, kinds_of, moment_of, relate, score_of, tells

MOMENTS = frozenset(("date", "time"))
MOST_IN_BLOCK = 60  # moments of one kind or value in one story; more say too little each


def link_moments(claims: Sequence[Claim], stories: Mapping[str, str | None], written: Mapping[str, Interval], rules: RuleBook) -> tuple[Claim, ...]:
    """Gives one subject to days and times of one story that are of one thing: that of a rule's claim where there is one, else one of their own."""
    told: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.kind in MOMENTS and claim.context:
            story = stories.get(claim.article)
            if story is not None:
                told[story].append(number)
    made = list(claims)
    kinds = kinds_of(rules)
    for story in sorted(told):
        numbers = sorted(told[story], key=lambda number: (claims[number].article, claims[number].start, claims[number].id))
        calendars = Calendars((claims[number] for number in numbers), written)
        for number in numbers:
            made[number] = calendars.settled(made[number])
        for kind in sorted(MOMENTS):
            _link(made, [number for number in numbers if claims[number].kind == kind], calendars, kinds)
    return tuple(made)


def _link(made: list[Claim], numbers: Sequence[int], calendars: Calendars, kinds: Kinds) -> None:
    """Gives the moments of one story their subjects, in place."""
    told = {number: moment_of(made[number]) for number in numbers}
    alone = alone_in(told.values())
    scores: list[tuple[float, int, int]] = []
    best: dict[tuple[int, str], float] = {}
    event = MainEvent(told.values(), kinds)
    sure: list[tuple[int, int]] = []
    for one, two in sorted(_candidates(told, kinds)):
        left, right = told[one], told[two]
        found = relate(left, right)
        if event.are_one(left, right, found):
            sure.append((one, two))
        if left.claim.article == right.claim.article:
            continue
        if found.standing == "apart" and (calendars.are_of_two(left.claim, right.claim) or is_copied(left, right)):
            continue
        score = score_of(left, right, found, alone, kinds)
        if score > 0:
            scores.append((score, one, two))
            best[one, right.claim.article] = max(best.get((one, right.claim.article), 0.0), score)
            best[two, left.claim.article] = max(best.get((two, left.claim.article), 0.0), score)
    groups = _Groups(told)
    passed = {*sure, *((one, two) for _, one, two in scores)}
    for one, two in sure:
        groups.join(one, two, passed)
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
        if not self._say_again(left, right):
            return
        for first in left:
            for second in right:
                is_linked = (first, second) in passed or (second, first) in passed
                if not is_linked and not relate(self._told[first], self._told[second]).can_both_be_right:
                    return
        self._merge(one, two)

    def _say_again(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """An article that has moments in both groups says one value in them."""
        values: dict[str, set[object]] = defaultdict(set)
        for number in (*left, *right):
            claim = self._told[number].claim
            values[claim.article].add(claim.value.entity if claim.value.point is None else claim.value.point)
        shared = {self._told[n].claim.article for n in left} & {self._told[n].claim.article for n in right}
        return all(len(values[article]) == 1 for article in shared)

    def found(self) -> list[list[int]]:
        """The groups with moments of more than one article, in order of their first."""
        ranks = {number: rank for rank, number in enumerate(self._told)}
        shared = [group for group in self._members.values() if len({self._told[number].claim.article for number in group}) > 1]
        return sorted((sorted(group, key=ranks.__getitem__) for group in shared), key=lambda group: ranks[group[0]])


def _candidates(told: Mapping[int, Moment], kinds: Kinds) -> set[tuple[int, int]]:
    """Pairs of moments that have a value or what happens in common."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, moment in told.items():
        value = moment.claim.value
        blocks["", value.entity if moment.claim.kind == "date" else value.point].append(number)
        if value.step is not None and value.step <= EXACT_STEP and value.point is not None:  # in another zone the minute is the same
            blocks["", "minute", value.point % 60].append(number)
        told_as = {"befalls" if kind in kinds.befalling or kind == GENERIC else kind for kind in moment.kinds}
        if moment.claim.kind == "time" and not tells(moment):
            told_as.add("befalls")
        for kind in told_as:
            blocks[kind].append(number)
    return {(one, two) for members in blocks.values() if len(members) <= MOST_IN_BLOCK for one, two in combinations(members, 2)}


def _subject(group: Sequence[Moment]) -> Subject:
    """One subject for a group: named by what happens, known by that and the stems that all share."""
    first = group[0].claim
    shared = frozenset.intersection(*(moment.words for moment in group)) or frozenset(sorted(group[0].words)[:2])
    told = next((moment.first for moment in group if moment.first and moment.first[0] != "~"), "")
    surface = told or max((moment.claim.value.text for moment in group), key=lambda text: (len(text), text))
    identity = hashlib.sha256("\x1f".join((first.rule, told, *sorted(shared))).encode()).hexdigest()[:12]
    return Subject(surface, f"{first.rule}:{identity}", event=True)
