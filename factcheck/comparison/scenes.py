"""Whether two figures that differ are told of two places, of two owners or of two events of one kind.

A `Pair` goes in, why the two may be of two things comes out, None where nothing says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from factcheck.comparison.pair import POPULATION, Pair
from factcheck.kinds.name import is_respelt
from factcheck.model.aspects import PEOPLE, SEVERAL_DAYS, names_killer, opposed
from factcheck.model.scene import BOTH, MODELS, WIDE, Place, Scene, scene_of
from factcheck.text.folding import fold

ELECTION = "election"  # each town and region has its own result of one election
STATE = 3  # from this level on a place is one that has others in it
TWO_HOURS, DAY, HALF_DAY = 120, 1440, 720  # minutes; two hours of one event so far apart are no two clocks
ZONE, ROUND = 30, 5  # zones lie whole or half hours apart, and times are rounded
NO_NUMBERS = frozenset(("given_name", "name", "office", "person", "place", "post", "text", "title"))


def told_apart(pair: Pair) -> tuple[str, str] | None:
    """Why two figures may be of two things, and what would show that they are of one."""
    if pair.attribute.kind not in NO_NUMBERS and (sides := opposed(pair.left.claim.cues, pair.right.claim.cues)) is not None:
        return f"told of {sides[0]} and of {sides[1]}", "both are told of the same"
    if _may_count_killer(pair):
        return "one counts those whom somebody killed, the other one more, who may be the killer", "both count the killer, or neither does"
    left, right = scene_of(pair.left.claim.cues), scene_of(pair.right.claim.cues)
    if pair.attribute.kind in NO_NUMBERS or not (left.about or left.places or right.about or right.places):
        return None
    if not pair.is_one_article and _are_two_events(pair, left, right):
        return "one article tells of a second such event", "both tell of one event"
    if pair.attribute.event_type == "launch" and left.about & MODELS != right.about & MODELS:
        return "one article tells of a model of its own", "both tell of one model"
    if not pair.is_one_article and _are_two_hours(pair, left, right):
        return "the articles give two hours, far apart, for the event", "both tell of one event"
    if (place := part_of_several(pair)) is not None:
        return f"one is told of {place} alone, and the other of several places", "both count the same area"
    if pair.attribute.times.behaves != "fixed" and (places := _two_places(left, right, pair.is_one_article)) is not None:
        return f"told of two places: {places[0]} and {places[1]}", "both count the same area"
    if pair.attribute.event_type == ELECTION and (place := _part_of_land(left, right) or _part_of_land(right, left)) is not None:
        return f"one is told of {place} alone, which the other article does not name", "both tell of the same area"
    if (owners := _two_owners(left, right) or _other_person(pair, left, right)) is not None:
        return f"told of two: {owners[0]} and {owners[1]}", "both tell of one"
    return None


def is_told_of_part(pair: Pair) -> bool:
    """One of two counts is of one place or people, or of a day, and the other of several."""
    sides = opposed(pair.left.claim.cues, pair.right.claim.cues, (PEOPLE, SEVERAL_DAYS))
    is_more = pair.is_inconsistent or pair.values.standing == "beyond_bound"
    return is_more and (sides is not None or part_of_several(pair) is not None)


def may_be_apart(pair: Pair, doubt: Pair | None = None) -> bool:
    """The two are told of something with a place, and their words do not tie both to one place, nor to one hour where hours make the `doubt`."""
    left, right = scene_of(pair.left.claim.cues), scene_of(pair.right.claim.cues)
    if doubt is not None and _are_two_hours(doubt, scene_of(doubt.left.claim.cues), scene_of(doubt.right.claim.cues)):
        return left.hour < 0 or right.hour < 0
    is_untimed = doubt is None and (left.hour < 0) != (right.hour < 0)
    return bool(left.about or right.about) and (is_untimed or not _share(left.near, right.near))


def _may_count_killer(pair: Pair) -> bool:
    """Of two counts of the dead that differ by one only the smaller says who killed them."""
    left, right = pair.left.claim, pair.right.claim
    if POPULATION not in pair.attribute.binds or left.value.point is None or right.value.point is None:
        return False
    small, large = (left, right) if left.value.point < right.value.point else (right, left)
    is_one_more = small.value.point + 1 == large.value.point  # type: ignore[operator]
    return is_one_more and names_killer(small.cues) and not names_killer(large.cues)


def _are_two_events(pair: Pair, left: Scene, right: Scene) -> bool:
    if left.is_second != right.is_second:
        return True
    days, others = pair.left.claim.valid.interval, pair.right.claim.valid.interval
    is_one_day = days.is_within(0) and days == others
    return left.is_another != right.is_another and not is_one_day


def _are_two_hours(pair: Pair, left: Scene, right: Scene) -> bool:
    """The two articles tell of two hours that no zone and no mistaken half of the day makes one.

    Of one day they may tell of two quakes; two tolls of one day are set against each other.
    """
    if left.hour < 0 or right.hour < 0:
        return False
    gap = abs(left.hour - right.hour)
    gap = min(gap, DAY - gap)
    if gap < TWO_HOURS or abs(gap - HALF_DAY) <= ROUND:
        return False
    if (left.has_zone or right.has_zone) and min(gap % ZONE, -gap % ZONE) <= ROUND:
        return False
    if pair.attribute.kind == "time" and (left.hour != pair.left.claim.value.point or right.hour != pair.right.claim.value.point):
        return False  # another hour than that of the event
    days, others = pair.left.claim.valid.interval, pair.right.claim.valid.interval
    is_one_day = days.is_within(0) and days == others
    return not is_one_day or (pair.attribute.times.behaves == "fixed" and pair.attribute.kind not in ("date", "time"))


def _of_both(one: Scene, other: Scene) -> tuple[str, str] | None:
    """The one is told of two places, "in Kenya and Tanzania", and the other of one of them."""
    both = [place for place in one.near if BOTH in place.name]
    if len(both) != 1 or not other.near or any(BOTH in place.name for place in other.near):
        return None
    told = {word for place in other.places for word in place.name.split()}
    parts = [part for part in both[0].name.split(BOTH) if not told.isdisjoint(part.split())]
    return None if not parts or len(parts) == len(both[0].name.split(BOTH)) else (_shown(one.near), _shown(other.near))


def part_of_several(pair: Pair) -> str | None:
    """The town or region to which the smaller of two counts is tied, where the article of the larger tells of several such events.

    So it is too where what happened was spread over the country, and that article does not name the town.
    """
    one, two = pair.left.claim, pair.right.claim
    if one.value.point is None or two.value.point is None or pair.is_one_article or pair.attribute.kind != "count":
        return None
    part, whole = (scene_of(side.cues) for side in sorted((one, two), key=lambda claim: claim.value.point or 0))
    if not part.near or not (whole.is_several or whole.is_spread) or not all(map(is_narrow, part.near)):
        return None
    is_tied = any(map(is_narrow, whole.near))
    is_same = not whole.is_several and any(_words(place) & (whole.about | whole.names) for place in part.near)
    return None if is_tied or is_same else _shown(part.near)


def is_narrow(place: Place) -> bool:
    """A town or a region that has a name."""
    return place.level <= STATE and place.name != WIDE and BOTH not in place.name


def _two_places(left: Scene, right: Scene, is_one_article: bool) -> tuple[str, str] | None:
    """The places to which the two are tied, where neither is one of the other's; one article names both."""
    if found := _of_both(left, right) or _of_both(right, left):
        return found
    if not left.near or not right.near or _share(left.near, right.near):
        return None
    is_spread = left.is_spread or right.is_spread
    is_wider = is_spread and (_holds_other(left, right) or _holds_other(right, left))  # all over a state, and in a town of it
    if not is_wider and (_share(left.near, right.places) or _share(right.near, left.places)):
        return None
    is_known = not is_one_article and (_is_known(left, right) or _is_known(right, left))
    if not is_spread and (_holds_other(left, right) or _holds_other(right, left) or is_known):
        return None
    return _shown(left.near), _shown(right.near)


def _part_of_land(one: Scene, other: Scene) -> str | None:
    """The town or region to which the one is tied, where the article of the other does not name it and tells of no other place."""
    if not one.near or other.near:
        return None
    if any(place.level > STATE or place.name == WIDE for place in one.near):
        return None
    return None if any(_words(place) & (other.about | other.names) for place in one.near) else _shown(one.near)


def _share(some: Iterable[Place], others: Iterable[Place]) -> bool:
    """A place with a word in common stands on both sides; two whole countries without a name are one."""
    others = list(others)
    return any(one.name == other.name or not _words(one).isdisjoint(_words(other)) for one in some for other in others)


def _words(place: Place) -> frozenset[str]:
    return frozenset(place.name.split()) - {BOTH.strip()}


def _holds_other(wide: Scene, narrow: Scene) -> bool:
    """A state or a country, and what may lie in it."""
    return all(place.level >= STATE for place in wide.near) and all(place.level < STATE for place in narrow.near)


def _is_known(one: Scene, other: Scene) -> bool:
    """The opening of the other's article names a place of the one: the other may tell it by a nearer or a wider place."""
    return any(not other.about.isdisjoint(place.name.split()) for place in one.near)


def _shown(places: Iterable[Place]) -> str:
    return ", ".join(sorted("the whole country or state" if place.name == WIDE else place.name.title() for place in places))


def _meet(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """They have a word in common, or one in two spellings."""
    return not some.isdisjoint(others) or any(is_respelt(one, other) for one in some for other in others)


def _two_owners(left: Scene, right: Scene) -> tuple[str, str] | None:
    """The names that the two sentences are about, where they have none in common and one article does not tell of the other's."""
    held, other = (sorted(scene.holders) for scene in (left, right))
    if held and other and not _meet({word for name in held for word in name.split()}, {word for name in other for word in name.split()}):
        return held[0].title(), other[0].title()
    if not left.owners or not right.owners:
        return None
    mine, others = ({word for name in scene.owners for word in name.split()} for scene in (left, right))
    if _meet(mine, right.names) or _meet(others, left.names):
        return None
    if not mine.isdisjoint(right.about) and not others.isdisjoint(left.about):
        return None
    return tuple(", ".join(sorted(scene.owners)).title() for scene in (left, right))  # type: ignore[return-value]


def _other_person(pair: Pair, left: Scene, right: Scene) -> tuple[str, str] | None:
    """The person of whom one tells, and the name that the other is about, whose article does not name that person."""
    persons = tuple(dict(side.claim.qualifiers).get("person") for side in (pair.left, pair.right))
    if (persons[0] is None) == (persons[1] is None):
        return None
    person, other = (persons[0], right) if persons[0] is not None else (persons[1], left)
    parts = set(fold(person or "").split())
    if not other.owners or not parts.isdisjoint(other.about | other.names):
        return None
    return person or "", ", ".join(sorted(other.owners)).title()
