"""Figures that no pack names, linked inside a story: which of them count the same thing.

The claims of a run with the stories of their articles go in; the same claims come out, those that speak of one thing
with one subject. A link needs the same head noun and the same words around; below that, nothing is said.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from math import log, sqrt

from factcheck.model.claim import Claim, Subject

# Of two figures in two articles of a story: so alike must the words around them be, so many of them shared. Figures
# that are equal need less. Found on pairs of alike events; below these values other things begin to match.
LIKENESS, SHARED = 0.45, 3
EQUAL_LIKENESS, EQUAL_SHARED = 0.25, 2
# An equal figure of several digits is itself a sign: few other things of one noun have it in one story.
TELLING_LIKENESS, TELLING_SHARED = 0.05, 1
TELLING = Decimal(20)
MOST_IN_BLOCK = 80  # figures of one kind and noun in one story; more say too little each


@dataclass(frozen=True, slots=True)
class Linked:
    """`claims` in their order, with subjects; `apart` counts the pairs of one noun that did not match."""

    claims: tuple[Claim, ...]
    apart: int


def link_figures(claims: Sequence[Claim], stories: Mapping[str, str | None]) -> Linked:
    """Gives one subject to open figures of one story that count the same."""
    blocks: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        story = stories.get(claim.article)
        if claim.context and story is not None:
            blocks[story, claim.rule, claim.value.unit or "", claim.context[0]].append(number)
    subjects: dict[int, Subject] = {}
    apart = 0
    for key in sorted(blocks):
        numbers = blocks[key]
        if 2 <= len(numbers) <= MOST_IN_BLOCK:
            found, failed = _groups(claims, numbers)
            apart += failed
            taken: Counter[str] = Counter()
            for group in found:
                subject = _subject(claims, group)
                taken[subject.id] += 1  # two sets of figures in the same words are two things
                if taken[subject.id] > 1:
                    subject = replace(subject, id=f"{subject.id}:{taken[subject.id]}")
                subjects.update(dict.fromkeys(group, subject))
    return Linked(tuple(replace(claim, subject=subjects[n]) if n in subjects else claim for n, claim in enumerate(claims)), apart)


def _groups(claims: Sequence[Claim], numbers: Sequence[int]) -> tuple[list[list[int]], int]:
    """Groups of claims that match, each pair the best match of both in the other's article; and how many pairs failed."""
    documents = Counter(word for number in numbers for word in _words(claims[number]))
    weight = {word: log(1 + len(numbers) / count) for word, count in documents.items()}
    scores: dict[tuple[int, int], float] = {}
    best: dict[tuple[int, str], float] = {}
    failed = 0
    for one, two in combinations(numbers, 2):
        left, right = claims[one], claims[two]
        if left.article == right.article:
            continue
        score = _score(left, right, weight)
        if score <= 0:
            failed += 1
            continue
        scores[one, two] = score
        best[one, right.article] = max(best.get((one, right.article), 0.0), score)
        best[two, left.article] = max(best.get((two, left.article), 0.0), score)
    group = {number: number for number in numbers}
    members = {number: [number] for number in numbers}
    for (one, two), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < best[one, claims[two].article] or score < best[two, claims[one].article]:
            continue
        mine, other = group[one], group[two]
        if mine == other or {claims[n].article for n in members[mine]} & {claims[n].article for n in members[other]}:
            continue
        for number in members[other]:
            group[number] = mine
        members[mine] += members.pop(other)
    return [sorted(found) for found in members.values() if len(found) > 1], failed


def _score(left: Claim, right: Claim, weight: Mapping[str, float]) -> float:
    """How alike the words around two figures are, 0 where that is not enough; equal figures come before others."""
    one, two = _words(left), _words(right)
    shared = one & two
    equal = left.value.point is not None and left.value.point == right.value.point
    telling = equal and left.value.point is not None and left.value.point >= TELLING
    wanted, least = (TELLING_LIKENESS, TELLING_SHARED) if telling else (EQUAL_LIKENESS, EQUAL_SHARED) if equal else (LIKENESS, SHARED)
    if len(shared) < least:
        return 0.0
    names, others = _names(left), _names(right)
    if not equal and names and others and not names & others:
        return 0.0  # told of other people
    norm = sqrt(sum(weight[w] for w in one) * sum(weight[w] for w in two))
    score = sum(weight[w] for w in shared) / norm if norm else 0.0
    return score + equal if score >= wanted else 0.0


def _words(claim: Claim) -> set[str]:
    return {word for word in claim.context[1:] if word[0] != "@"}


def _names(claim: Claim) -> set[str]:
    """The words of the first name before a figure in its sentence."""
    return {word for word in claim.context if word[0] == "@"}


def _subject(claims: Sequence[Claim], group: Sequence[int]) -> Subject:
    """One subject for a group: named by its longest noun, known by the stems that all share."""
    shared = set.intersection(*(_words(claims[n]) for n in group)) or set(claims[group[0]].context[1:3])
    first = claims[group[0]]
    surface = max((claims[n].subject.surface for n in group), key=lambda s: (len(s), s))
    identity = hashlib.sha256("\x1f".join((first.rule, first.context[0], *sorted(shared))).encode()).hexdigest()[:12]
    return Subject(surface, f"{first.rule}:{identity}", event=True)
