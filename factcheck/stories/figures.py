"""Figures that no pack names, linked inside a story: which of them count the same thing.

The claims of a run with the stories of their articles go in; the same claims come out, those that speak of one thing
with one subject. Figures that agree need little more than the same noun or unit; a figure that differs is linked only
where the words around it are the same and neither article has the figure of the other. Below that, nothing is said.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from math import fsum, log, sqrt

from factcheck.kinds.units import convert, unit_named
from factcheck.model.claim import Claim, Subject
from factcheck.model.value import Value
from factcheck.text import figures

# What a figure of the same story needs to be told of the same thing, by how it stands to the other: so alike must the
# words around them be, so many of them be shared. All were set by reading what they let through on articles of eighteen
# alike events: of equal figures with two digits that tell, 95 of 100 are of one thing whatever the words.
EQUAL = 0.05, 1
EQUAL_SPAN = 0.1, 1  # a bare "three years" stands in many sentences
NEAR_ENOUGH = 0.03, 1
CLOSE = 0.1, 1  # they contradict each other and lie within a tenth
APART = 0.4, 3
CLOSE_SHARE = Decimal("1.1")
FAR = 2  # one figure at most so many times the other
TELLING_DIGITS, TELLING = 2, Decimal(100)
NAME_WEIGHT, FADING = 0.5, 0.08  # of a name beside a word; of each word farther from the figure
PEOPLE = "person"  # of people a story counts too many for a figure alone to say who is meant
LINKED = "linked"  # the cue of a claim that a figure took over from another article
NO_QUARREL = frozenset(("age", "ordinal", "score"))  # "the third of the east" is no other count than "the fifth of the league"
MOST_IN_BLOCK = 80  # figures of one kind and noun in one story; more say too little each


@dataclass(frozen=True, slots=True)
class Linked:
    """`claims` in their order, with subjects; `apart` counts the pairs of one noun that did not match."""

    claims: tuple[Claim, ...]
    apart: int


@dataclass(frozen=True, slots=True)
class Figure:
    """An open figure with what links it. `words` are weighted stems, names among them marked "&"; `length` is their norm."""

    claim: Claim
    thing: str
    narrowed: str
    value: Value
    words: dict[str, float]
    length: float
    told_of: frozenset[str]


def link_figures(claims: Sequence[Claim], stories: Mapping[str, str | None]) -> Linked:
    """Gives one subject to open figures of one story that count the same: that of a rule's claim where there is one, else one of their own."""
    told: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        story = stories.get(claim.article)
        if claim.context and story is not None:
            told[story].append(number)
    made = list(claims)
    subjects: dict[int, Subject] = {}
    apart = 0
    for story in sorted(told):
        told[story].sort(key=lambda number: (claims[number].article, claims[number].start, claims[number].id))  # no order of the input shows
        seen = Counter(word for number in told[story] for word in set(_words(claims[number])))
        things: dict[str, list[int]] = defaultdict(list)
        for number in told[story]:
            things[_kind_of_thing(claims[number])].append(number)
        blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
        for thing in sorted(things):
            if any(claims[number].is_open for number in things[thing]):
                if thing != PEOPLE:
                    _adopt(made, things[thing], seen, len(told[story]))
                for number in things[thing]:
                    if made[number].is_open:
                        blocks[made[number].rule, thing].append(number)
        for key in sorted(blocks):
            if 2 <= len(blocks[key]) <= MOST_IN_BLOCK:
                apart += _link(claims, blocks[key], seen, len(told[story]), subjects)
    return Linked(tuple(replace(claim, subject=subjects[n]) if n in subjects else claim for n, claim in enumerate(made)), apart)


def _adopt(made: list[Claim], numbers: Sequence[int], seen: Mapping[str, int], total: int) -> None:
    """Gives open figures the rule and the subject of the claim of another article that they agree with; none that they contradict."""
    if len(numbers) > MOST_IN_BLOCK or not any(not made[number].is_open for number in numbers):
        return
    told = {number: _figure(made[number], seen, total) for number in numbers}
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in numbers:
        if not made[number].is_open:
            groups[made[number].rule, made[number].subject.id].append(number)
    printed = _printed_in(told.values())
    adopted: dict[int, int] = {}
    for number in numbers:
        if not made[number].is_open:
            continue
        own = told[number]
        best: tuple[float, int] | None = None
        for group in groups.values():
            if made[group[0]].kind != own.claim.kind or any(made[member].article == own.claim.article for member in group):
                continue  # years of service are no age; the article says it elsewhere
            standings = {member: _standing(own.value, told[member].value)[0] for member in group}
            for member in group:
                score = _score(own, told[member], _is_alone(own, told[member], printed))
                if score >= 1 and ("apart" not in standings.values() or standings[member] == "equal") and (best is None or score > best[0]):
                    best = score, member
        if best is not None:
            adopted[number] = best[1]
    for number, member in adopted.items():
        named = made[member]
        made[number] = replace(
            made[number], kind=named.kind, rule=named.rule, attribute=named.attribute, subject=named.subject, valid=named.valid,
            qualifiers=named.qualifiers, context=("=" + made[number].context[0][1:], *made[number].context[1:]), cues=(*made[number].cues, LINKED),
        )  # fmt: skip


def _link(claims: Sequence[Claim], numbers: Sequence[int], seen: Mapping[str, int], total: int, subjects: dict[int, Subject]) -> int:
    """Adds the subjects of the figures of one block that are linked; how many pairs were not."""
    told = {number: _figure(claims[number], seen, total) for number in numbers}
    groups, failed = _groups(told)
    taken: Counter[str] = Counter()
    for group in groups:
        subject = _subject([told[number] for number in group])
        taken[subject.id] += 1  # two sets of figures in the same words are two things
        if taken[subject.id] > 1:
            subject = replace(subject, id=f"{subject.id}:{taken[subject.id]}")
        subjects.update(dict.fromkeys(group, subject))
    return failed


def _kind_of_thing(claim: Claim) -> str:
    """The class of what is counted: "person" of "#person/worker:other"."""
    return claim.context[0][1:].partition("/")[0]


def _words(claim: Claim) -> list[str]:
    """The stems around a figure, the nearest first, then the words of names marked "&"."""
    return [word for word in claim.context[1:] if word[0] != "@"]


def _figure(claim: Claim, seen: Mapping[str, int], total: int) -> Figure:
    thing, _, narrowed = claim.context[0].partition("/")[2].partition(":")
    words = {}
    for rank, word in enumerate(_words(claim)):
        rarity = log(1 + total / seen[word])
        words[word] = rarity * NAME_WEIGHT if word[0] == "&" else rarity / (1 + FADING * rank)
    length = sqrt(fsum(weight * weight for weight in words.values()))
    return Figure(claim, thing, narrowed, claim.value, words, length, frozenset(word for word in claim.context if word[0] == "@"))


def _groups(told: Mapping[int, Figure]) -> tuple[list[list[int]], int]:
    """Groups of figures that match, each pair the best match of both in the other's article; and how many pairs failed."""
    printed = _printed_in(told.values())
    scores: dict[tuple[int, int], float] = {}
    best: dict[tuple[int, str], float] = {}
    failed = 0
    for one, two in combinations(told, 2):
        left, right = told[one], told[two]
        if left.claim.article == right.claim.article:
            continue
        score = _score(left, right, _is_alone(left, right, printed))
        if score <= 0:
            failed += 1
            continue
        scores[one, two] = score
        best[one, right.claim.article] = max(best.get((one, right.claim.article), 0.0), score)
        best[two, left.claim.article] = max(best.get((two, left.claim.article), 0.0), score)
    group = {number: number for number in told}
    members = {number: [number] for number in told}
    for (one, two), score in sorted(scores.items(), key=lambda item: -item[1]):
        if score < best[one, told[two].claim.article] or score < best[two, told[one].claim.article]:
            continue
        mine, other = group[one], group[two]
        if mine == other or {told[n].claim.article for n in members[mine]} & {told[n].claim.article for n in members[other]}:
            continue
        for number in members[other]:
            group[number] = mine
        members[mine] += members.pop(other)
    ranks = {number: rank for rank, number in enumerate(told)}
    return [sorted(found, key=ranks.__getitem__) for found in members.values() if len(found) > 1], failed


def _printed_in(told: Iterable[Figure]) -> dict[str, set[object]]:
    """The figures that each article prints."""
    printed: dict[str, set[object]] = defaultdict(set)
    for figure in told:
        printed[figure.claim.article].add(_printed(figure.value))
    return printed


def _is_alone(left: Figure, right: Figure, printed: Mapping[str, set[object]]) -> bool:
    """Neither figure stands in the article of the other."""
    return _printed(left.value) not in printed[right.claim.article] and _printed(right.value) not in printed[left.claim.article]


def _printed(value: Value) -> object:
    return "-".join(sorted((value.entity or "").split("-"))) if value.point is None else value.point


def _score(left: Figure, right: Figure, alone: bool) -> float:
    """How sure it is that two figures are told of one thing, 0 where it is not sure enough: equal figures come before others.

    `alone`: neither figure stands in the article of the other.
    """
    if left.narrowed != right.narrowed:
        return 0.0
    shared = left.words.keys() & right.words.keys()
    spoken = sum(word[0] != "&" for word in shared)
    norm = left.length * right.length
    likeness = fsum(left.words[word] * right.words[word] for word in shared) / norm if norm else 0.0
    kin = left.thing == right.thing
    akin = kin or not _names_kind(left) or not _names_kind(right)
    standing, ratio = _standing(left.value, right.value)
    if standing == "equal":
        return 2 + likeness if _is_equal_enough(left, right, akin, likeness, spoken, bool(shared)) else 0.0
    if not alone or left.value.point is None:
        return 0.0
    if standing == "compatible":
        wanted, least = NEAR_ENOUGH
        known = kin and _names_kind(left)
        return 1 + likeness if known or (likeness >= wanted and len(shared) >= least) else 0.0
    if not kin or left.claim.kind in NO_QUARREL or _is_measured(left) or (left.told_of and right.told_of and not left.told_of & right.told_of):
        return 0.0
    wanted, least = CLOSE if ratio <= CLOSE_SHARE else APART
    return likeness if ratio <= FAR and likeness >= wanted and spoken >= least else 0.0


def _names_kind(figure: Figure) -> bool:
    """Says what it counts, and not only that it counts people."""
    return figure.thing not in ("", "people", "person", "others")


def _is_equal_enough(left: Figure, right: Figure, akin: bool, likeness: float, spoken: int, shares: bool) -> bool:
    point = left.value.point
    digits = TELLING_DIGITS if point is None else len("".join(map(str, point.normalize().as_tuple().digits)).strip("0"))
    is_span = not left.thing and "duration" in (left.claim.kind, right.claim.kind)
    is_common = is_span or (left.claim.value.unit == "percent" and not left.thing)
    if digits > TELLING_DIGITS or (digits == TELLING_DIGITS and (shares or not is_common)):
        return True
    if left.thing and left.thing == right.thing and point is not None and point >= TELLING:
        return True
    wanted, least = EQUAL_SPAN if is_span else EQUAL
    return akin and likeness >= wanted and spoken >= least


def _is_measured(figure: Figure) -> bool:
    """An amount in a unit that is no money and no share: of these a text has many, and two that differ are most often two things."""
    unit = unit_named(figure.value.unit) if figure.value.unit else None
    return figure.value.point is None or (unit is not None and unit.kind not in ("money", "share"))


def _standing(left: Value, right: Value) -> tuple[str, Decimal]:
    """equal, compatible or apart, and how many times the smaller the larger is."""
    if left.point is None or right.point is None:
        # a result is told from either side
        same = left.entity is not None and right.entity is not None and sorted(left.entity.split("-")) == sorted(right.entity.split("-"))
        return ("equal" if same or (left.low, left.high) == (right.low, right.high) != (None, None) else "apart"), Decimal(1000)
    if left.unit != right.unit:
        one, two = unit_named(left.unit or ""), unit_named(right.unit or "")
        amount = convert(right.point, two, one) if one is not None and two is not None else None
        if amount is None:
            return _by_conversion(left, right)
        ratio = _ratio(left.point, amount)
        return ("equal" if ratio == 1 else "compatible" if ratio <= Decimal("1.05") else "apart"), ratio
    ratio = _ratio(left.point, right.point)
    if left.point == right.point:
        return "equal", ratio
    return ("compatible" if ratio <= FAR and figures.relate(left, right).can_both_be_right else "apart"), ratio


def _by_conversion(left: Value, right: Value) -> tuple[str, Decimal]:
    """Two currencies: what one of them gives in brackets in that of the other."""
    for one, two in ((left.conversion, right), (left, right.conversion), (left.conversion, right.conversion)):
        if one is not None and two is not None and one.unit == two.unit and one.point and two.point:
            ratio = _ratio(one.point, two.point)
            return ("equal" if ratio == 1 else "compatible" if ratio <= CLOSE_SHARE else "apart"), ratio
    return "apart", Decimal(1000)


def _ratio(one: Decimal, two: Decimal) -> Decimal:
    low, high = sorted((abs(one), abs(two)))
    return high / low if low else Decimal(1000) if high else Decimal(1)


def _subject(group: Sequence[Figure]) -> Subject:
    """One subject for a group: named by its longest noun, known by the stems that all share."""
    first = group[0].claim
    shared = set.intersection(*({word for word in figure.words if word[0] != "&"} for figure in group)) or set(first.context[1:3])
    surface = max((figure.claim.subject.surface for figure in group), key=lambda s: (len(s), s))
    identity = hashlib.sha256("\x1f".join((first.rule, first.context[0].partition("/")[0], *sorted(shared))).encode()).hexdigest()[:12]
    return Subject(surface, f"{first.rule}:{identity}", event=True)
