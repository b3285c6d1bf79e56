"""The years of a story: of which year a day is that an article without a date names without one.

The moments of a story with the dates of its articles go in; claims with their days come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR

from factcheck.kinds import day
from factcheck.model.claim import Claim
from factcheck.model.interval import Interval

# An article is written in the year of the latest date that it prints, or in one of so many after it.
YEARS_AFTER = 2
SERIES_DAYS = 5  # articles on one thing that recurs lie so far apart, or farther
NEAR_DAYS = 180  # a day without its year lies so near to the articles that have a date


class Calendars:
    """What the articles of one story know of their years."""

    def __init__(self, told: Iterable[Claim], written: Mapping[str, Interval]) -> None:
        self._written = written
        known = [claim for claim in told if claim.kind == "date"]
        spans = {claim.article: written[claim.article] for claim in known if claim.article in written}
        dated = [span for span in spans.values() if span.first is not None and span.last is not None and span.is_within(NEAR_DAYS)]
        self._near: Interval | None = None
        years = {end.year for span in dated for end in (span.first, span.last) if end is not None}
        if years:
            self._near = Interval(min(span.first for span in dated if span.first), max(span.last for span in dated if span.last))
            self._years, self._likely = _between(min(years) - 1, max(years) + 1), _between(min(years), max(years))
        else:
            printed = [claim.value.when.last.year for claim in known if claim.value.when is not None and claim.value.when.last is not None]
            self._years = self._likely = _between(max(printed), max(printed) + YEARS_AFTER) if printed else ()

    def settled(self, claim: Claim) -> Claim:
        """The claim with the days of a date whose year the articles of the story settle."""
        value = claim.value
        if claim.kind != "date" or self._near is None or value.when is not None or not day.is_known_in_part(value):
            return claim
        made = day.settled(value, self._years, self._near)
        return replace(claim, value=made) if made is not value else claim

    def are_of_two(self, left: Claim, right: Claim) -> bool:
        """Two days that differ are those of two happenings: one lies behind the writing of the article that tells the other as past,
        or articles some days apart tell each its own, as far back ("on Tuesday", a week later "on Tuesday")."""
        one, two = left.value.when, right.value.when
        if one is None or two is None or None in (one.first, one.last, two.first, two.last):
            return False
        mine, other = self._written.get(left.article), self._written.get(right.article)
        if mine is None or other is None or None in (mine.first, mine.last, other.first, other.last):
            return False
        if (one.surely_before(mine) and mine.surely_before(two)) or (two.surely_before(other) and other.surely_before(one)):
            return True
        return mine.gap_days(other) >= SERIES_DAYS and _days(one, two) == _days(mine, other)

    def dated(self, claims: Sequence[Claim]) -> list[Claim]:
        """Claims of one thing: those that tell a day of the week have the one date that others tell, where it fell on that day in a likely year."""
        dates = {claim.value.entity: claim.value for claim in claims if claim.kind == "date" and day.is_day(claim.value)}
        if len(dates) != 1:
            return list(claims)
        (date,) = dates.values()
        return [
            replace(claim, value=replace(claim.value, entity=date.entity))
            if day.is_weekday(claim.value) and day.may_fall_on(claim.value, date, self._likely)
            else claim
            for claim in claims
        ]


def _days(one: Interval, two: Interval) -> int:
    """From the end of one to the end of the other."""
    assert one.last is not None
    assert two.last is not None
    return (two.last - one.last).days


def _between(first: int, last: int) -> tuple[int, ...]:
    """The years of the calendar from one to another."""
    return tuple(range(max(first, MINYEAR), min(last, MAXYEAR) + 1))
