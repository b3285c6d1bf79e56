"""Figures that no pack names, linked inside a story: which of them count the same thing.

The claims of a run with the stories of their articles go in; the same claims come out, those that speak of one thing
with one subject.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.model.claim import LINKED, Claim, Subject
from factcheck.model.interval import Interval
from factcheck.stories.given import Given
from factcheck.stories.matching import (
    EQUAL_SCORE,
    LEAD,
    PEOPLE,
    SCALED,
    TELLING_DIGITS,
    THOUSANDS,
    Figure,
    counts_as_many,
    figure_of,
    is_sure_of_people,
    match,
    printed,
    tells_of_other,
    words_of,
)
from factcheck.stories.standings import standing_of

NEARLY = Decimal("1.2")  # two figures that a third agrees with may lie so far apart: nine, "about ten" and ten minutes
ELSEWHERE = frozenset(("age", "date", "time"))  # these are linked by whose they are and by what happens at them
NAMED = "&" + LEAD  # marks of words of names
ORDINAL = "ordinal"
ANY_SCORE = 0.001
MOST_IN_BLOCK = 80  # figures of one kind and noun in one story; more say too little each


@dataclass(frozen=True, slots=True)
class Linked:
    """`claims` in their order, with subjects; `apart` counts the pairs of one noun that did not match."""

    claims: tuple[Claim, ...]
    apart: int


def link_figures(claims: Sequence[Claim], stories: Mapping[str, str | None], written: Mapping[str, Interval] | None = None) -> Linked:
    """Gives one subject to open figures of one story that count the same: that of a rule's claim where there is one, else one of their own.

    `written` says when each article was, by its name.
    """
    told: dict[str, list[int]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for number, claim in enumerate(claims):
        story = stories.get(claim.article)
        if claim.context and story is not None:
            names[claim.article].update(word[1:] for word in claim.context if word[0] in NAMED)
        if claim.context and story is not None and claim.kind not in ELSEWHERE:
            told[story].append(number)
    made = list(claims)
    apart = 0
    for story in sorted(told):
        numbers = sorted(
            told[story], key=lambda number: (claims[number].article, claims[number].start, claims[number].id)
        )  # no order of the input shows
        if (
            any(claims[number].is_open or _is_unknown(claims[number]) for number in numbers)
            and len({claims[number].article for number in numbers}) > 1
        ):
            apart += _Story(made, numbers, written or {}, names).link()
    return Linked(tuple(made), apart)


class _Story:
    """The figures of one story, with those of other articles that each may be told with."""

    def __init__(self, made: list[Claim], numbers: Sequence[int], written: Mapping[str, Interval], names: Mapping[str, set[str]]) -> None:
        self._made = made
        seen = Counter(word for number in numbers for word in set(words_of(made[number])))
        self._told = {number: figure_of(made[number], seen, len(numbers)) for number in numbers}
        self._given = Given(self._told.values(), written, names)
        self._numbers: dict[str, list[int]] = defaultdict(list)
        blocks: dict[object, list[int]] = defaultdict(list)
        self._lengths: dict[tuple[str, str], set[object]] = defaultdict(set)
        for number, figure in self._told.items():
            if figure.lasting:
                self._lengths[figure.claim.article, figure.lasting].add((printed(figure.value), figure.value.unit))
            self._numbers[figure.claim.article].append(number)
            for key in _keys(figure):
                blocks[key].append(number)
        self._partners: dict[int, dict[int, None]] = {number: {} for number in numbers if made[number].is_open or _is_unknown(made[number])}
        for block in blocks.values():
            if len(block) > MOST_IN_BLOCK:
                continue
            for number in block:
                if number in self._partners:
                    mine = made[number].article
                    self._partners[number].update((other, None) for other in block if made[other].article != mine)

    def link(self) -> int:
        """Links what counts the same; how many pairs of one noun were not linked."""
        joined = [number for number in self._partners if self._take_up(number)]
        if joined:  # what agrees with one of these agrees with what it was joined to
            for number in self._partners:
                if self._made[number].is_open and not self._partners[number].keys().isdisjoint(joined):
                    self._take_up(number)
        for number in self._partners:
            if self._told[number].is_bare and self._made[number].is_open:
                best = self._open_like(number)
                if best is not None:
                    self._join(number, best, named=False)
        for number in self._partners:
            if self._made[number].kind == ORDINAL and self._made[number].is_open and (best := self._count_like(number)) is not None:
                self._join(number, best, named=False)
        for number in self._partners:
            if self._is_rate(number) and (best := self._level_like(number)) is not None:
                self._join(number, best, named=False)
        by_rule: dict[str, list[int]] = defaultdict(list)
        for number in self._partners:
            if self._made[number].is_open:
                by_rule[self._made[number].rule].append(number)
        return sum(self._group(by_rule[rule]) for rule in sorted(by_rule))

    def _take_up(self, number: int) -> bool:
        """Puts a figure with the rule's claim that it agrees with; true of an open one that was joined to it."""
        best = self._named_like(number)
        if best is None:
            return False
        if self._made[number].is_open:
            self._join(number, best, named=True)
            return True
        self._made[number] = replace(self._made[number], subject=self._made[best].subject, cues=(*self._made[number].cues, LINKED))
        return False

    def _match(self, one: int, two: int) -> float:
        left, right = self._told[one], self._told[two]
        if left.lasting and left.lasting == right.lasting:
            return match(left, right, all(len(self._lengths[figure.claim.article, figure.lasting]) == 1 for figure in (left, right)))
        unowned = self._given.is_alone(left, right)
        alone = unowned and not self._given.are_of_two(left, right)
        reach = self._given.reach(left, right) if alone else None
        return match(left, right, alone, reach, only=self._given.is_only(left, right), unowned=unowned)

    def _named_like(self, number: int) -> int | None:
        """The rule's claim of another article that an open figure agrees with, where it contradicts none of the same subject."""
        own = self._told[number]
        groups: dict[object, list[int]] = defaultdict(list)
        for other in self._partners[number]:
            claim = self._made[other]
            may_be_one = claim.kind == own.claim.kind or own.is_bare if own.claim.is_open else claim.rule == own.claim.rule
            may_be_one = may_be_one or self._counts_row(number, other)
            told = self._told[other]
            lasts_alike = own.lasting != "" and own.lasting == told.lasting
            is_known = not _is_unknown(claim) or (own.claim.is_open and (lasts_alike or counts_as_many(own, told)))
            if not claim.is_open and is_known and may_be_one:
                groups[_told_of(claim)].append(other)
        if not groups:
            return None
        others = [claim for claim in self._claims_of(own.claim.article) if not claim.is_open and printed(claim.value) != printed(own.value)]
        # of the figures of a rule that differ an amount is known by its role; of goals and seats a story tells many
        least = ANY_SCORE if own.claim.is_open and own.claim.kind in ("money", "share") else 1
        best: tuple[float, int] | None = None
        for group, members in groups.items():
            days = self._made[members[0]].valid.interval
            says_other = any(_told_of(claim) == group and not claim.valid.interval.gap_days(days) for claim in others)
            standings = {member: standing_of(own.value, self._told[member].value)[0] for member in members}
            for member in members:
                score = self._match(number, member)
                if (
                    score < (least if self._given.reach(own, self._told[member]) is not None else 1)
                    or tells_of_other(own, self._told[member])
                    or (says_other and not self._is_certain((number, member), score))
                    or (PEOPLE in self._told[member].heads and not self._are_one_people(own, self._told[member], standings[member]))
                ):
                    continue
                is_sure = (
                    "apart" not in standings.values()
                    or standings[member] == "equal"
                    or (score < 1 and all(self._match(number, m) > 0 for m in members))
                )
                if is_sure and (best is None or score > best[0]):
                    best = score, member
        return best and best[1]

    @staticmethod
    def _are_one_people(own: Figure, member: Figure, standing: str) -> bool:
        """As many, and sure to be the same; or nearly as many, of whom one thing is told."""
        return is_sure_of_people(own, member) if standing == "equal" else standing == "compatible" and not own.roles.isdisjoint(member.roles)

    def _claims_of(self, article: str) -> Iterator[Claim]:
        return (self._made[number] for number in self._numbers[article])

    def _open_like(self, number: int) -> int | None:
        """The open figure of another article that says what a bare number like it counts."""
        best: tuple[float, int] | None = None
        for other in self._partners[number]:
            if (
                self._made[other].is_open
                and not self._told[other].is_bare
                and (score := self._match(number, other))
                and (best is None or score > best[0])
            ):
                best = score, other
        return best and best[1]

    def _count_like(self, number: int) -> int | None:
        """The count of another article that a place in a row tells as well: the fourth defence of a title makes four."""
        best: tuple[float, int] | None = None
        for other in self._partners[number]:
            if not self._made[other].is_open or not self._counts_row(other, number):
                continue
            score = self._match(number, other)
            if score and (best is None or score > best[0]):
                best = score, other
        return best and best[1]

    def _is_rate(self, number: int) -> bool:
        """An open figure of so many things a time: "19.4 points a game"."""
        claim = self._made[number]
        return claim.is_open and claim.kind == "measure" and " per " in (claim.value.unit or "")

    def _level_like(self, number: int) -> int | None:
        """The open count of another article that has the figure of a rate without saying of what time: "averaged 19.4 points"."""
        own = self._told[number]
        found = (
            (score, other)
            for other in self._partners[number]
            if self._made[other].is_open
            and self._made[other].kind == "count"
            and self._told[other].value.point == own.value.point
            and not own.heads.items().isdisjoint(self._told[other].heads.items())
            and (score := self._match(number, other))
        )
        return max(found, key=lambda item: (item[0], -item[1]), default=(0.0, None))[1]

    def _counts_row(self, count: int, ordinal: int) -> bool:
        """The one is an open count of what the other is the last of."""
        left, right = self._told[count], self._told[ordinal]
        is_pair = left.claim.is_open and left.claim.kind == "count" and right.claim.kind == ORDINAL and left.value.point == right.value.point
        return is_pair and not left.heads.items().isdisjoint(right.heads.items())

    def _join(self, number: int, other: int, *, named: bool) -> None:
        """Gives a figure the rule of another and what it counts, and its subject where that is a rule's (`named`)."""
        own, model = self._made[number], self._made[other]
        is_unit_kept = own.kind == "share" or (own.value.unit is not None and model.kind != "count")
        value = own.value if is_unit_kept else replace(own.value, unit=model.value.unit)
        mark = "=" if named else "#"
        own = replace(
            own, kind=model.kind, rule=model.rule, attribute=model.attribute, value=value, context=(mark + model.context[0][1:], *own.context[1:])
        )
        if named:
            own = replace(own, subject=model.subject, valid=model.valid, qualifiers=model.qualifiers, cues=(*own.cues, LINKED))
        self._made[number] = own
        self._told[number] = replace(self._told[number], claim=own, value=value, heads=self._told[other].heads)

    def _group(self, numbers: Sequence[int]) -> int:
        """Gives one subject to each group of figures of one rule that match, each pair the best match of both in the other's article."""
        scores: dict[tuple[int, int], float] = {}
        best: dict[tuple[int, str], tuple[float, int]] = {}
        failed = 0
        ranks = {number: rank for rank, number in enumerate(numbers)}
        for one in numbers:
            for two in self._partners[one]:
                if ranks.get(two, -1) <= ranks[one]:
                    continue
                score = self._match(one, two)
                if score <= 0:
                    failed += not self._told[one].is_bare and not self._told[two].is_bare
                    continue
                scores[one, two] = score
                for key, other in zip(self._sides(one, two), (two, one), strict=True):
                    if score > best.get(key, (0.0, 0))[0]:
                        best[key] = score, other
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        mutual = [
            pair
            for pair, score in ranked
            if self._is_certain(pair, score)
            or all(
                score >= best[key][0] or self._is_said_again(other, best[key][1])
                for key, other in zip(self._sides(*pair), reversed(pair), strict=True)
            )
        ]
        groups = self._merged(mutual)
        self._retell(groups, scores)
        taken: Counter[str] = Counter()
        for group in groups:
            subject = _subject([self._told[number] for number in sorted(group, key=ranks.__getitem__)])
            taken[subject.id] += 1  # two sets of figures in the same words are two things
            if taken[subject.id] > 1:
                subject = replace(subject, id=f"{subject.id}:{taken[subject.id]}")
            for number in group:
                self._made[number] = replace(self._made[number], subject=subject)
        return failed

    def _retell(self, groups: Sequence[list[int]], pairs: Iterable[tuple[int, int]]) -> None:
        """Adds to each group the figures that say again what one of the same article in it says."""
        group_of = {number: group for group in groups for number in group}
        said = {(id(group), self._made[number].article, printed(self._told[number].value)) for number, group in group_of.items()}
        for one, two in pairs:
            for mine, other in ((one, two), (two, one)):
                group = group_of.get(other)
                if group is not None and mine not in group_of and (id(group), self._made[mine].article, printed(self._told[mine].value)) in said:
                    group.append(mine)
                    group_of[mine] = group

    def _merged(self, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
        """Groups of pairs, of each article one value at most; the groups in the order of their first figure."""
        group: dict[int, list[int]] = {}
        for one, two in pairs:
            mine, other = group.get(one, [one]), group.get(two, [two])
            if mine is other or not self._is_one(mine, other):
                continue
            whole = mine + other
            group.update(dict.fromkeys(whole, whole))
        rank = {number: rank for rank, number in enumerate(self._told)}
        found = {id(members): members for members in group.values()}
        return sorted(found.values(), key=lambda members: min(rank[number] for number in members))

    def _sides(self, one: int, two: int) -> tuple[tuple[int, str], tuple[int, str]]:
        """Each of two figures with the article of the other."""
        return (one, self._made[two].article), (two, self._made[one].article)

    def _is_certain(self, pair: tuple[int, int], score: float) -> bool:
        """Equal figures that tell enough, or of which each article gives no other, are of one thing however often an article says it."""
        return score >= EQUAL_SCORE and (self._told[pair[0]].digits >= TELLING_DIGITS or self._is_only(*pair))

    def _is_only(self, one: int, two: int) -> bool:
        return self._given.is_only(self._told[one], self._told[two])

    def _is_one(self, mine: Sequence[int], other: Sequence[int]) -> bool:
        """No article has two figures in two groups, but for one that it says twice, and none contradict each other but by a match of their own."""
        articles = {self._made[number].article for number in mine} & {self._made[number].article for number in other}
        values = {printed(self._told[number].value) for number in (*mine, *other)}
        if len(values) == 1:
            if not articles or self._told[mine[0]].digits >= TELLING_DIGITS or all(self._is_only(one, two) for one in mine for two in other):
                return True
            return all(self._is_said_again(one, two) for one in mine for two in other if self._made[one].article == self._made[two].article)
        if articles:
            return False
        return all(self._may_be_one(one, two) for one in mine for two in other)

    def _is_said_again(self, one: int, two: int) -> bool:
        """A title says what its text says."""
        left, right = self._told[one], self._told[two]
        return left.claim.field != right.claim.field and counts_as_many(left, right)

    def _may_be_one(self, one: int, two: int) -> bool:
        standing, ratio = standing_of(self._told[one].value, self._told[two].value)
        return standing != "apart" or ratio <= NEARLY or self._match(one, two) > 0


def _is_unknown(claim: Claim) -> bool:
    """A rule's claim of which the article does not say whom or what it is about."""
    return not claim.is_open and "?" in claim.subject.id


def _told_of(claim: Claim) -> object:
    """What a rule's claim is about: an article says each once."""
    return claim.rule, claim.subject.id, claim.qualifiers


def _keys(figure: Figure) -> Iterator[object]:
    """What brings a figure together with others: each class of what it counts; the number itself where it says enough."""
    yield from figure.heads
    if figure.is_bare and figure.value.point is not None and figure.value.point >= SCALED:
        yield "money"
    if figure.digits >= TELLING_DIGITS or (figure.value.point is not None and figure.value.point >= THOUSANDS):
        yield (printed(figure.value),)


def _subject(group: Sequence[Figure]) -> Subject:
    """One subject for a group: named by its longest noun, known by the stems that all share."""
    first = group[0].claim
    shared = set.intersection(*({word for word in figure.words if word[0] != "&"} for figure in group)) or set(first.context[1:3])
    surface = max((figure.claim.subject.surface for figure in group), key=lambda s: (len(s), s))
    identity = hashlib.sha256("\x1f".join((first.rule, first.context[0].partition("/")[0], *sorted(shared))).encode()).hexdigest()[:12]
    return Subject(surface, f"{first.rule}:{identity}", event=True)
