"""Articles to stories: alike vectors within a window of time are joined, the most alike first, while the groups stay alike on average.

Vectors and times go in, the number of each article's group comes out. Candidates come from an inverted index over
rare terms, never from all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import fsum, sqrt

from factcheck.model.interval import Interval
from factcheck.stories.features import Vector

# Two articles are joined from LINK on, and groups as long as their members are AVERAGE alike. Farther apart in time than
# WINDOW days only near-certain likeness joins: a trial months later names the same people. Where it is not known to the
# WINDOW when one of them was written, UNSURE_LINK does.
LINK = 0.2
UNSURE_LINK = 0.24
FAR_LINK = 0.28
AVERAGE = 0.17
WINDOW_DAYS = 30
# An article alone joins a group that it is ATTACH like on the whole, and CLEARLY times as like as any other.
ATTACH = 0.13
CLEARLY = 1.5
RIVALS = 8  # groups among which an article alone chooses
# A term in more articles than this is no candidate's reason; it still counts in the likeness.
RARE = 60
# Articles that share no rare name are looked at where they share so many other rare terms: with fewer they are never alike
# enough, as counted on 700 articles on shootings, and most pairs of a large batch share two or three.
WORDS_ALONE = 4
PROBES = 24  # of each article so many of its weightiest rare terms look for candidates


def clusters(vectors: Sequence[Vector], times: Sequence[Interval]) -> list[int]:
    """The group of each article, numbered by the first of its members."""
    documents: Counter[str] = Counter()
    for vector in vectors:
        documents.update(vector.keys())
    probes = [rare_terms(vector, documents) for vector in vectors]
    links = sorted(_links(vectors, times, probes), key=lambda link: (-link[0], link[1], link[2]))
    likeness: dict[tuple[int, int], float] = {(one, two): score for score, one, two in links}
    group = list(range(len(vectors)))
    members = {number: [number] for number in group}
    for score, one, two in links:
        left, right = group[one], group[two]
        if left == right or score < _wanted(times[one], times[two]):
            continue
        if len(members[left]) < len(members[right]):
            left, right = right, left
        pairs = len(members[left]) * len(members[right])
        total = sum(likeness.get((min(a, b), max(a, b)), 0.0) for a in members[left] for b in members[right])
        if total / pairs < AVERAGE:
            continue
        for member in members[right]:
            group[member] = left
        members[left] += members.pop(right)
    _attach(vectors, times, documents, group, members)
    first = {left: min(found) for left, found in members.items()}
    return [first[number] for number in group]


def _attach(
    vectors: Sequence[Vector], times: Sequence[Interval], documents: Mapping[str, int], group: list[int], members: dict[int, list[int]]
) -> None:
    """Joins an article that stands alone to the group that it is like on the whole, where it is clearly less like any other.

    A short article shares little with each single one, and yet most of what it says is said somewhere in the group. The
    groups are found by rare terms, and the `RIVALS` that share the most are weighed: no article is held against all groups.
    """
    alone = [found[0] for found in members.values() if len(found) == 1]
    index: dict[str, list[int]] = defaultdict(list)
    for found in members.values():
        if len(found) > 1:
            for member in found:
                for term in vectors[member]:
                    if documents[term] <= RARE:
                        index[term].append(member)
    centres: dict[int, Vector] = {}
    joined: list[tuple[int, int]] = []
    for number in alone:
        shared: dict[int, float] = defaultdict(float)
        for term, weight in vectors[number].items():
            for member in index.get(term, ()):
                shared[group[member]] += weight * vectors[member][term] / len(members[group[member]])
        rivals = sorted(shared, key=lambda other: (-round(shared[other], 9), other))[:RIVALS]
        for other in rivals:
            if other not in centres:
                centres[other] = _centre([vectors[n] for n in members[other]])
        ranked = sorted([(-_cosine(vectors[number], centres[other]), other) for other in rivals])
        if not ranked:
            continue
        best, other = -ranked[0][0], ranked[0][1]
        far = min(times[number].gap_days(times[member]) for member in members[other]) > WINDOW_DAYS
        if not far and best >= ATTACH and (len(ranked) == 1 or best >= CLEARLY * -ranked[1][0]):
            joined.append((number, other))
    for number, other in joined:
        del members[group[number]]
        members[other].append(number)
        group[number] = other


def _centre(vectors: Sequence[Vector]) -> Vector:
    """The unit vector of a group: the sum of its members' at length one."""
    total: dict[str, list[float]] = defaultdict(list)
    for vector in vectors:
        for term, weight in vector.items():
            total[term].append(weight)
    centre = {term: fsum(weights) for term, weights in total.items()}
    length = sqrt(fsum(weight * weight for weight in centre.values()))
    return {term: weight / length for term, weight in centre.items()} if length else {}


def _links(vectors: Sequence[Vector], times: Sequence[Interval], probes: Sequence[Sequence[str]]) -> list[tuple[float, int, int]]:
    """(likeness, lower, higher) of every pair of articles that share rare terms (`probes` of each) and are alike enough to matter."""
    index: dict[str, list[int]] = defaultdict(list)
    found = []
    for number, vector in enumerate(vectors):
        names: Counter[int] = Counter()
        words: Counter[int] = Counter()
        for term in probes[number]:
            (names if term[0] == "=" else words).update(index[term])
            index[term].append(number)
        for other in candidates(names, words):
            score = _cosine(vector, vectors[other])
            if score >= (FAR_LINK if _wanted(times[number], times[other]) == FAR_LINK else AVERAGE):
                found.append((score, other, number))
    return found


def rare_terms(vector: Vector, documents: Mapping[str, int]) -> list[str]:
    """The terms by which an article looks for others like it, the weightiest first; `documents` says in how many articles each stands."""
    return [term for _, term in sorted([(-weight, term) for term, weight in vector.items() if documents[term] <= RARE])[:PROBES]]


def candidates(names: Mapping[int, int], words: Mapping[int, int]) -> list[int]:
    """The articles worth a comparison among those that share so many rare names, and so many other rare terms, with one."""
    alike = [other for other, count in names.items() if count + words.get(other, 0) > 1]
    return alike + [other for other, count in words.items() if count >= WORDS_ALONE and other not in names]


def likeness_of(one: Vector, two: Vector) -> float:
    """From 0, nothing in common, to 1."""
    return _cosine(one, two)


def _cosine(one: Vector, two: Vector) -> float:
    return fsum([one[term] * two[term] for term in one.keys() & two.keys()])  # exact, so the order of a set does not show


def _wanted(one: Interval, two: Interval) -> float:
    """How alike two articles must be to be joined, by what is known of their times."""
    if one.gap_days(two) > WINDOW_DAYS:
        return FAR_LINK
    return LINK if one.is_within(WINDOW_DAYS) and two.is_within(WINDOW_DAYS) else UNSURE_LINK
