"""Of which of two opposites a figure is told: the upper or the lower house, the first or the second round, before or after tax.

Each travels as a cue of a claim. What the cues say is only used where two figures differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

ASPECT = "aspect:"  # begins the cue: "aspect:chamber=upper house"
KILLER = "killer"  # the dead are those whom somebody killed, who is none of them
PEOPLE = "people"  # the dead, hurt or missing are of this people
SEVERAL_DAYS = "days"  # counted over several days
POLL = "poll"  # its sides are names: two that share a word are one
USUAL = "what is usual"
# Said only of what is not told as usual: a figure without such a word is of the usual one.
UNUSUAL = frozenset((SEVERAL_DAYS, "earlier", "items", "prices"))


def cue_of(family: str, side: str) -> str:
    """The cue that says of which side of a family of opposites a figure is told."""
    return f"{ASPECT}{family}={side}"


def opposed(left: Iterable[str], right: Iterable[str], families: Iterable[str] = ()) -> tuple[str, str] | None:
    """The two opposites that two sets of cues name, of some families or of all; of what is only said where it is not usual, the one and `USUAL`."""
    one, two = _read(tuple(cue for cue in left if cue.startswith(ASPECT))), _read(tuple(cue for cue in right if cue.startswith(ASPECT)))
    for family in sorted(families or one.keys() | two.keys()):
        mine, other = one.get(family), two.get(family)
        if family == POLL and mine and other and not set(mine.split()).isdisjoint(other.split()):
            continue
        if mine != other and ((mine and other) or family in UNUSUAL):
            return mine or USUAL, other or USUAL
    return None


def names_killer(cues: Iterable[str]) -> bool:
    """The dead are told of as those whom somebody killed."""
    return any(cue.startswith(f"{ASPECT}{KILLER}=") for cue in cues)


@lru_cache(maxsize=4096)
def _read(cues: tuple[str, ...]) -> Mapping[str, str]:
    pairs = (cue[len(ASPECT) :].partition("=") for cue in cues)
    return {family: side for family, _, side in pairs}
