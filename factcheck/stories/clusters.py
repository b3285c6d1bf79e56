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
from datetime import date
from heapq import heapify, heappop, heappush
from typing import NamedTuple

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
# Two articles are joined that are LINK alike, groups that are LINK_GROUPS alike on average, an article alone to a group from LINK_ONE on.
# Groups are no closer than a share of what their own members are to each other: then they tell of twins. For an article alone a smaller
# share will do, as a short one shares little with each single one of a group. An article alone that is less than SURE alike joins only a
# group to which it is CLEARLY times as like as to any other. What suffices hangs on the days that two groups tell of.
LINK_GROUPS, LINK_ONE, SURE = 0.12, 0.08, 0.2


class Bounds(NamedTuple):
    """How alike is alike enough."""

    link: float
    share: float
    share_one: float
    clearly: float


ONE_DAY = Bounds(0.1, 0.35, 0.15, 1.0)  # both tell of one day
NO_DAY = Bounds(0.18, 0.57, 0.2, 1.2)
FAINT = NO_DAY._replace(share_one=0.25, clearly=1.5)  # of two that are less than LIKELY alike: most reports on markets share so much
LIKELY = 0.15
APART = Bounds(0.18, 0.8, 0.28, 1.5)  # both tell of days, and those of the one lie APART_DAYS from those of the other
APART_DAYS, NEVER = 240, 1 << 30
DAYS_SHARE = 2  # one of so many articles of a group tells of a day of the group; a day that fewer tell of may be that of another event
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
    return _Groups(len(vectors), _links(vectors, times, probes), [vector.days for vector in vectors], times).join()


class _Groups:
    """Groups of articles and how alike they are: sums of the likeness of all pairs across, by group and other group."""

    def __init__(self, total: int, links: Sequence[tuple[float, int, int]], days: Sequence[frozenset[str]], times: Sequence[Interval]) -> None:
        self._members: list[list[int]] = [[number] for number in range(total)]
        self._across: list[dict[int, float]] = [{} for _ in range(total)]
        self._within = [0.0] * total  # the average over all pairs of a group
        self._days = [dict.fromkeys(told, 1) for told in days]  # in how many articles of a group each stands
        self._times = times
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
        bounds = self._bounds(one, two, score)
        if len(members[one]) == 1 == len(members[two]):
            return score >= bounds.link
        if len(members[one]) > 1 < len(members[two]):
            return score >= LINK_GROUPS and score >= bounds.share * min(within[one], within[two])
        alone, other = (one, two) if len(members[one]) == 1 else (two, one)
        if score < LINK_ONE or score < bounds.share_one * within[other]:
            return False
        rivals = (total / len(members[rival]) for rival, total in self._across[alone].items() if rival != other and len(members[rival]) > 1)
        return score >= SURE or score >= bounds.clearly * max(rivals, default=0.0)

    def _bounds(self, one: int, two: int, score: float) -> Bounds:
        """How alike two groups must be for what is known of their days."""
        days, others = self._days[one], self._days[two]
        size, other_size = len(self._members[one]), len(self._members[two])
        if any(days[day] * DAYS_SHARE >= size and others[day] * DAYS_SHARE >= other_size for day in days.keys() & others.keys()):
            return ONE_DAY
        mine, theirs = self._known_days(one), self._known_days(two)
        if mine and theirs and _gap(mine, theirs) > APART_DAYS:
            return APART
        return NO_DAY if score >= LIKELY else FAINT

    def _known_days(self, group: int) -> list[int]:
        """The days that a group tells of or was written on, in order."""
        times = [self._times[member] for member in self._members[group]]
        written = {time.first.toordinal() for time in times if time.first is not None and time.first == time.last}
        return sorted(written | {date.fromisoformat(day[1:]).toordinal() for day in self._days[group]})

    def _merge(self, one: int, two: int) -> None:
        members, across, turn = self._members, self._across, self._turn
        kept, gone = (one, two) if (len(across[one]), two) >= (len(across[two]), one) else (two, one)
        pairs, more = _pairs(len(members[kept])), _pairs(len(members[gone]))
        total = self._within[kept] * pairs + self._within[gone] * more + across[kept].pop(gone)
        del across[gone][kept]
        members[kept] += members[gone]
        members[gone] = []
        told = self._days[kept]
        for day, count in self._days[gone].items():
            told[day] = told.get(day, 0) + count
        self._days[gone] = {}
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


def _gap(some: Sequence[int], others: Sequence[int]) -> int:
    """The least distance between two sorted runs of days."""
    found = NEVER
    at = 0
    for day in some:
        while at + 1 < len(others) and others[at + 1] <= day:
            at += 1
        found = min(found, abs(others[at] - day), abs(others[min(at + 1, len(others) - 1)] - day))
    return found


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
