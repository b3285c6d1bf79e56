"""Stories that tell of many events of one kind over weeks: a war, a wave of attacks. Its counts are of one event only where place or day say so.

Entries go in, the words of their places come out. A town or a region is a place of an event; a country with a long conflict is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparison.entries import Entry
from factcheck.comparison.judgement import Judgement
from factcheck.comparison.scenes import is_narrow
from factcheck.model.scene import BOTH, scene_of
from factcheck.packs.rulebook import Attribute

CASUALTIES = "casualties"  # the type of event whose counts are of people
# One of these is told of many towns, and an accident is no war.
ELSEWHERE_TOO = frozenset("accident avalanche collapse crash crush earthquake eruption fire flood landslide protest sinking storm tsunami".split())
LEAST_PLACES, LEAST_ARTICLES = 3, 5  # from so many on a story is of several events; two may be a town and its district
APART = Judgement(
    "not_comparable",
    "different_event",
    "the story tells of such events in three places or more, and the two name no place or day in common",
    "both tell of one place or day",
)


def places_of_many(entries: Sequence[Entry], attribute: Attribute) -> Sequence[frozenset[str]] | None:
    """The words of the places of each entry, where the undated articles of a story tell of three places or more; else None."""
    if attribute.event_type != CASUALTIES or len(entries) < LEAST_PLACES:
        return None
    if any(side.claim.subject.surface.partition(" ")[0] in ELSEWHERE_TOO for entry in entries for side in entry.sides):
        return None
    undated = [side for entry in entries for side in entry.sides if not side.has_day and not side.time.is_bounded]
    if len({side.claim.article for side in undated}) < LEAST_ARTICLES:
        return None
    places = [frozenset().union(*(_places(side.claim.cues) for side in entry.sides)) for entry in entries]
    apart: list[frozenset[str]] = []
    for words in places:
        if words and all(words.isdisjoint(other) for other in apart):
            apart.append(words)
    return places if len(apart) >= LEAST_PLACES else None


def are_apart(one: Entry, two: Entry, places: frozenset[str], others: frozenset[str]) -> bool:
    """The two entries of such a story share no place and no day."""
    if not places.isdisjoint(others):
        return False
    days = {side.claim.valid.interval for side in one.sides if side.has_day}
    return days.isdisjoint(side.claim.valid.interval for side in two.sides if side.has_day)


def _places(cues: Sequence[str]) -> frozenset[str]:
    return frozenset(
        word for place in scene_of(cues).near if is_narrow(place) or BOTH in place.name for word in place.name.split() if word != BOTH.strip()
    )
