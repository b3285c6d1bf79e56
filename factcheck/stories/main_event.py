"""The main event of a story: most of its articles tell of one happening, each in its own words, and most of their moments are those of it.

The moments of a story go in; whether two of them, which agree, are both told of that event comes out. A moment of which no word says what
happens at it is that of the main event, where it falls on its day; an arrest, a court day, a later call have days of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.kinds import day
from factcheck.model.relation import ValueRelation
from factcheck.stories.same_moments import Kinds, Moment, is_weekday, tells

# Words before a moment that tell of another event than the story's.
_ELSEWHERE = frozenset(
    ("second", "third", "fourth", "fifth", "previous", "previously", "earlier", "last", "separate", "similar", "later", "latest", "next")
)
GENERIC = "happening"  # "the incident occurred"
_HELP = "call"  # for help, at the hour of what happens
LEAST_ARTICLES = 2  # so many articles must tell the day of what happens


class MainEvent:
    """The day of the main event, by the family of words that it is told in."""

    def __init__(self, told: Iterable[Moment], kinds: Kinds) -> None:
        self._kinds = kinds
        articles: dict[tuple[str, str], set[str]] = defaultdict(set)
        first: dict[tuple[str, str], set[str]] = defaultdict(set)
        for moment in told:
            entity = moment.claim.value.entity
            if moment.claim.kind == "date" and entity is not None and day.is_one_day(moment.claim.value) and not _is_of_another(moment):
                for family in self._families(moment):
                    articles[family, entity].add(moment.claim.article)
                    if family == kinds.families.get(moment.first):
                        first[family, entity].add(moment.claim.article)
        ranks: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for (family, entity), found in articles.items():
            ranks[family].append((len(first[family, entity]), len(found), entity))
        self._day = {family: most for family, days in ranks.items() if (most := _most_told(days)) is not None}

    def are_one(self, left: Moment, right: Moment, found: ValueRelation) -> bool:
        """Two moments are both of the main event: both fall on its day, or at its hour."""
        if _is_of_another(left) or _is_of_another(right):
            return False
        if left.claim.kind == "date":
            return found.standing == "same" and self._are_of_its_day(left, right)
        return found.can_both_be_right and found.standing != "beyond_bound" and self._are_of_its_hour(left, right)

    def _are_of_its_day(self, left: Moment, right: Moment) -> bool:
        one, two = self._families(left), self._families(right)
        if one and two:
            return any(self._is_its_day(family, left) or self._is_its_day(family, right) for family in one & two)
        bare, other = (left, right) if two else (right, left)
        if bare.is_planned or tells(bare) or not any(self._is_its_day(family, other) for family in one | two):
            return False
        return _share(left, right) or not is_weekday(bare)

    def _is_its_day(self, family: str, moment: Moment) -> bool:
        return self._day.get(family) == moment.claim.value.entity

    def _are_of_its_hour(self, left: Moment, right: Moment) -> bool:
        one, two = self._befalls(left), self._befalls(right)
        if not (one or two):
            return False
        if one and two:
            return _share(left, right) or GENERIC in (left.first, right.first)
        other = left if two else right
        is_equal = left.claim.value.point == right.claim.value.point
        is_bare = not tells(other) and not other.is_planned and other.claim.value.hedge not in "<>"  # "from nine" is when a shop opens
        return (is_equal and other.first == _HELP) or (is_bare and _share(left, right))

    def _befalls(self, moment: Moment) -> bool:
        return moment.first in self._kinds.befalling or moment.first == GENERIC

    def _families(self, moment: Moment) -> frozenset[str]:
        """How what happens may be told; nothing of what has a day of its own for each person."""
        if moment.first in self._kinds.of_persons and moment.first not in self._kinds.families:
            return frozenset()
        return frozenset(self._kinds.families[kind] for kind in moment.kinds if kind in self._kinds.families)


def _share(left: Moment, right: Moment) -> bool:
    return not (left.names.isdisjoint(right.names) and left.words.isdisjoint(right.words))


def _is_of_another(moment: Moment) -> bool:
    """Of another event than the story's, or too rough to say."""
    return moment.order in _ELSEWHERE or moment.is_counted


def _most_told(days: Iterable[tuple[int, int, str]]) -> str | None:
    """The day that more articles tell than any other, by the nearest words before any words; None where there is none, or several."""
    (nearest, articles, entity), *others = sorted(days, reverse=True)
    is_alone = not others or others[0][:2] < (nearest, articles)
    return entity if is_alone and nearest and articles >= LEAST_ARTICLES else None
