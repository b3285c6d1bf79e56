"""Where and of whom a sentence tells a figure: the words by which figures of two places, or of two owners, are told apart.

It travels as one cue of a claim, so that whatever keeps claims keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

SCENE = "scene:"  # begins the cue
WIDE = "*"  # the name of a whole country or state that is not named: "nationwide"
BOTH = " & "
# Words behind a product's name that make it another model.
MODELS = frozenset("air deluxe elite hybrid lite max mini plus premium pro se ultra xl".split())
_FIELD, _ITEM = "\x1e", "\x1f"


class Place(NamedTuple):
    """A place as folded words with how large it is by the words: 1 a town, 2 a district, 3 a province or a state, 4 a country; 0 unknown."""

    level: int
    name: str


class Scene(NamedTuple):
    """`near` are the places to which the figure is tied, `places` all of its sentence, `owners` the names that its sentence is about,
    `holders` those behind the figure ("280 pilots of Nordjet").

    `names` are the words of all names of the sentence, `about` those of the title and the opening of the article. `is_spread`: what
    the article tells of happened over a wide area or in several places; `is_second`: it tells of the second event of that kind; `is_another`: its
    words speak of another such event, which may be one of other days. `hour` is the minute of the day at which the event happened, -1
    where the article does not say or says several; `has_zone`: with the zone that it is told in. `is_several`: its title or first sentences tell of
    several such events, or of several places that each had one.

    A place that is two ("in Kenya and Tanzania") has both names, with `BOTH` between them.
    """

    near: frozenset[Place] = frozenset()
    places: frozenset[Place] = frozenset()
    owners: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    is_spread: bool = False
    is_second: bool = False
    is_another: bool = False
    hour: int = -1
    has_zone: bool = False
    is_several: bool = False


NO_SCENE = Scene()


def joined(scenes: Iterable[Scene]) -> Scene:
    """What several sentences tell of one figure."""
    told = tuple(scenes)
    return Scene(
        frozenset(place for scene in told for place in scene.near),
        frozenset(place for scene in told for place in scene.places),
        frozenset(name for scene in told for name in scene.owners),
        frozenset(name for scene in told for name in scene.holders),
        frozenset(name for scene in told for name in scene.names),
    )


def written(scene: Scene) -> str:
    """The scene as a cue."""
    told = (("s", scene.is_spread), ("n", scene.is_second), ("a", scene.is_another), ("z", scene.has_zone), ("m", scene.is_several))
    flags = "".join(flag for flag, is_so in told if is_so)
    fields = (_places(scene.near), _places(scene.places), scene.owners, scene.holders, scene.names, scene.about)
    return SCENE + _FIELD.join([*[_ITEM.join(sorted(items)) for items in fields], str(scene.hour), flags])


def scene_of(cues: Iterable[str]) -> Scene:
    """The scene among some cues; an empty one where there is none."""
    return next((_read(cue) for cue in cues if cue.startswith(SCENE)), NO_SCENE)


def _places(places: Iterable[Place]) -> list[str]:
    return [f"{place.level}{place.name}" for place in places]


@lru_cache(maxsize=4096)
def _read(cue: str) -> Scene:
    near, places, owners, holders, names, about, hour, flags = cue.removeprefix(SCENE).split(_FIELD)
    told = (_named(near), _named(places), _items(owners), _items(holders), _items(names), _items(about))
    return Scene(*told, "s" in flags, "n" in flags, "a" in flags, int(hour), "z" in flags, "m" in flags)


def _items(text: str) -> frozenset[str]:
    return frozenset(text.split(_ITEM)) if text else frozenset()


def _named(text: str) -> frozenset[Place]:
    return frozenset(Place(int(item[0]), item[1:]) for item in _items(text))
