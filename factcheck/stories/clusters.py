"""Articles to stories: the two groups that are most alike on the whole are joined, again and again, while they are alike enough.

Vectors and times go in, the number of each article's group comes out. Candidates come from an inverted index over
rare terms, never from all pairs.

How alike is alike enough depends on the groups. Articles on one event are as like those of another outlet as those of their
own; articles on twin events share a subject, a country, sometimes a firm, and yet each group is far more like itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import heapify, heappop, heappush

from factcheck.model.interval import Interval
from factcheck.stories.features import Vector

# Likeness of two articles is the cosine of their vectors, more where both were written within NEAR days, less from a WEEK on
# and again where they lie farther apart than WINDOW days (a trial months later names the same people), less also where it
# is not known to the WINDOW when one was written, and where they share no name. Pairs below WORTH count as not alike. As the
# numbers below, these were tuned together, on articles on shootings, on pairs of alike events and on all of them among
# others; a tenth more or less of any of them changes little.
NEAR_DAYS, WEEK_DAYS, WINDOW_DAYS = 3, 7, 30
NEAR, LATER, FAR, UNSURE, NAMELESS = 1.3, 0.9, 0.75, 0.8, 0.7
WORTH = 0.05
# Two that share no name, or one and lie far apart in time, share so many terms at least: two lines on troops of one country
# are no story, and no more are two on shootings in one city.
TERMS_AT_LEAST = 6
# Two articles are joined that are LINK alike, groups that are on average, an article alone to a group from LINK_ONE on.
LINK, LINK_GROUPS, LINK_ONE = 0.18, 0.12, 0.08
# Groups are no closer than such a share of what their own members are to each other: then they tell of twins. For an article
# alone a smaller share will do, as a short one shares little with each single one of a group.
SHARE, SHARE_ONE = 0.57, 0.25
# An article alone that is less than SURE alike joins only a group to which it is CLEARLY times as like as to any other.
SURE, CLEARLY = 0.2, 1.5
# A name in more articles than this, or another term, is no candidate's reason; it still counts in the likeness.
RARE_NAME, RARE = 100, 40
# Articles that share no rare name are looked at where they share so many other rare terms: with fewer they are never alike
# enough, as counted on 700 articles on shootings, and most pairs of a large batch share two or three.
WORDS_ALONE = 4
PROBES = 40  # of each article so many of its weightiest rare terms look for candidates


def clusters(vectors: Sequence[Vector], times: Sequence[Interval], documents: Mapping[str, int]) -> list[int]:
    """The group of each article, numbered by the first of its members; `documents` says in how many articles each term stands."""
    shared = rare_terms(documents)
    probes = [probes_of(vector, shared) for vector in vectors]
    return _Groups(len(vectors), _links(vectors, times, probes)).join()


class _Groups:
    """Groups of articles and how alike they are: sums of the likeness of all pairs across, by group and other group."""

    def __init__(self, total: int, links: Sequence[tuple[float, int, int]]) -> None:
        self._members: list[list[int]] = [[number] for number in range(total)]
        self._across: list[dict[int, float]] = [{} for _ in range(total)]
        self._within = [0.0] * total  # the average over all pairs of a group
        self._turn = [0] * total  # how often a group has grown: what the heap has of a smaller one is void
        self._heap = [(-score, one, two, 0, 0) for score, one, two in links]
        for score, one, two in links:
            self._across[one][two] = self._across[two][one] = score

    def join(self) -> list[int]:
        """Joins what is alike enough; the number of each article's group."""
        turn, heap = self._turn, self._heap
        heapify(heap)
        while heap:
            score, one, two, turn_of_one, turn_of_two = heappop(heap)
            if turn[one] == turn_of_one and turn[two] == turn_of_two and self._is_enough(-score, one, two):
                self._merge(one, two)
        group = [0] * len(self._members)
        for members in self._members:
            first = min(members, default=0)
            for member in members:
                group[member] = first
        return group

    def _is_enough(self, score: float, one: int, two: int) -> bool:
        members, within = self._members, self._within
        if len(members[one]) == 1 == len(members[two]):
            return score >= LINK
        if len(members[one]) > 1 < len(members[two]):
            return score >= LINK_GROUPS and score >= SHARE * min(within[one], within[two])
        alone, other = (one, two) if len(members[one]) == 1 else (two, one)
        if score < LINK_ONE or score < SHARE_ONE * within[other]:
            return False
        rivals = (total / len(members[rival]) for rival, total in self._across[alone].items() if rival != other and len(members[rival]) > 1)
        return score >= SURE or score >= CLEARLY * max(rivals, default=0.0)

    def _merge(self, one: int, two: int) -> None:
        members, across, turn = self._members, self._across, self._turn
        kept, gone = (one, two) if (len(across[one]), two) >= (len(across[two]), one) else (two, one)
        pairs, more = _pairs(len(members[kept])), _pairs(len(members[gone]))
        total = self._within[kept] * pairs + self._within[gone] * more + across[kept].pop(gone)
        del across[gone][kept]
        members[kept] += members[gone]
        members[gone] = []
        self._within[kept] = total / _pairs(len(members[kept]))
        turn[kept] += 1
        turn[gone] = -1
        for other, score in across[gone].items():
            del across[other][gone]
            across[other][kept] = across[kept][other] = across[kept].get(other, 0.0) + score
        across[gone] = {}
        size = len(members[kept])
        for other, score in across[kept].items():
            average = score / (size * len(members[other]))
            if average >= LINK_ONE:
                first, second = (kept, other) if kept < other else (other, kept)
                heappush(self._heap, (-average, first, second, turn[first], turn[second]))


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


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
            score = _likeness(vector, vectors[other], times[number], times[other])
            if score >= WORTH:
                found.append((score, other, number))
    return found


def rare_terms(documents: Mapping[str, int], least: int = 2) -> AbstractSet[str]:
    """The terms that stand in few articles and in `least` of them: one that nobody else has finds nobody, unless more are to come."""
    return {term for term, count in documents.items() if least <= count <= (RARE_NAME if term[0] == "=" else RARE)}


def probes_of(vector: Vector, rare: AbstractSet[str]) -> list[str]:
    """The rare terms by which an article looks for others like it, the weightiest first."""
    weights = vector.weights
    return [term for _, term in sorted([(-weights[term], term) for term in weights.keys() & rare])[:PROBES]]


def candidates(names: Mapping[int, int], words: Mapping[int, int]) -> list[int]:
    """The articles worth a comparison among those that share so many rare names, and so many other rare terms, with one."""
    alike = [other for other, count in names.items() if count + words.get(other, 0) > 1]
    return alike + [other for other, count in words.items() if count >= WORDS_ALONE and other not in names]


def likeness_of(one: Vector, two: Vector) -> float:
    """The cosine: from 0, nothing in common, to 1."""
    return _cosine(one, two, one.weights.keys() & two.weights.keys())


def _cosine(one: Vector, two: Vector, shared: Iterable[str]) -> float:
    mine, other = one.weights, two.weights
    return sum([mine[term] * other[term] for term in shared]) / (one.length * two.length) if one.length and two.length else 0.0


def _likeness(one: Vector, two: Vector, time_of_one: Interval, time_of_two: Interval) -> float:
    """How alike two articles are for what is known of their times, 0 where that is too little to tell."""
    shared = one.weights.keys() & two.weights.keys()
    score = _cosine(one, two, shared)
    if score < WORTH:
        return 0.0
    names = 0  # two are enough
    for term in shared:
        if term[0] == "=":
            names += 1
            if names == 2:
                break
    weight = _weight(time_of_one, time_of_two)
    if names < (2 if weight == FAR else 1) and len(shared) < TERMS_AT_LEAST:
        return 0.0
    return score * weight * (1 if names else NAMELESS)


def _weight(one: Interval, two: Interval) -> float:
    """What is known of their times makes two articles more or less alike."""
    gap = one.gap_days(two)
    if gap > WINDOW_DAYS:
        return FAR
    if not (one.is_within(WINDOW_DAYS) and two.is_within(WINDOW_DAYS)):
        return UNSURE
    return NEAR if gap <= NEAR_DAYS else 1.0 if gap <= WEEK_DAYS else LATER
