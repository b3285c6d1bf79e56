"""Articles to stories: alike vectors within a window of time are joined, the most alike first, while the groups stay alike on average.

Vectors and times go in, the number of each article's group comes out. Candidates come from an inverted index over
rare terms, never from all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.model.interval import Interval
from factcheck.stories.features import Vector

# Two articles are joined from LINK on, and groups as long as their members are AVERAGE alike. Farther apart in time than
# WINDOW days only near-certain likeness joins: a trial months later names the same people. Where it is not known to the
# WINDOW when one of them was written, UNSURE_LINK does.
LINK = 0.2
UNSURE_LINK = 0.24
FAR_LINK = 0.34
AVERAGE = 0.17
WINDOW_DAYS = 30
# A term in more articles than this is no candidate's reason; it still counts in the likeness.
RARE = 60
PROBES = 24  # of each article so many of its weightiest rare terms look for candidates


def clusters(vectors: Sequence[Vector], times: Sequence[Interval]) -> list[int]:
    """The group of each article, numbered by the first of its members."""
    links = sorted(_links(vectors, times), key=lambda link: (-link[0], link[1], link[2]))
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
    first = {left: min(found) for left, found in members.items()}
    return [first[number] for number in group]


def _links(vectors: Sequence[Vector], times: Sequence[Interval]) -> list[tuple[float, int, int]]:
    """(likeness, lower, higher) of every pair of articles that share rare terms and are alike enough to matter."""
    documents = Counter(term for vector in vectors for term in vector)
    index: dict[str, list[int]] = defaultdict(list)
    found = []
    for number, vector in enumerate(vectors):
        rare = sorted((term for term in vector if documents[term] <= RARE), key=lambda term: (-vector[term], term))[:PROBES]
        shared: Counter[int] = Counter()
        for term in rare:
            shared.update(index[term])
            index[term].append(number)
        for other, count in shared.items():
            if count < 2:
                continue
            score = _cosine(vector, vectors[other])
            if score >= (FAR_LINK if _wanted(times[number], times[other]) == FAR_LINK else AVERAGE):
                found.append((score, other, number))
    return found


def _cosine(one: Vector, two: Vector) -> float:
    if len(one) > len(two):
        one, two = two, one
    get = two.get
    return sum(weight * get(term, 0.0) for term, weight in one.items())


def _wanted(one: Interval, two: Interval) -> float:
    """How alike two articles must be to be joined, by what is known of their times."""
    if one.gap_days(two) > WINDOW_DAYS:
        return FAR_LINK
    return LINK if one.is_within(WINDOW_DAYS) and two.is_within(WINDOW_DAYS) else UNSURE_LINK
