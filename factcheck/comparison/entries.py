"""The distinct values of a group, each within its scope, and everybody who says it. Sides go in, entries come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from factcheck.comparison.pair import Pair, Side
from factcheck.comparison.verdicts import judge
from factcheck.model.claim import Modality
from factcheck.model.relation import ValueRelation
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute

ENDED = "end reported"  # marks the entry of those who report the end of what others still state

Qualifiers = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Entry:
    """A distinct value of a group within one scope; `is_ended`: told by those who report its end."""

    scope: Qualifiers
    modality: Modality
    sides: list[Side] = field(default_factory=list)
    is_ended: bool = False

    @property
    def value(self) -> Value:
        return self.sides[0].claim.value

    @property
    def display(self) -> str:
        """The fullest wording, the commonest among equals."""
        first = self.value.text
        for side in self.sides:
            if side.claim.value.text != first:
                break
        else:
            return f"{first} ({ENDED})" if self.is_ended else first
        counted = Counter([side.claim.value.text for side in self.sides])
        if self.is_ended:
            return f"{max(counted)} ({ENDED})"
        return max(counted, key=lambda text: (len(text.split()) if self.value.point is None else 0, counted[text], text))

    def distinct_sides(self, shared: AbstractSet[str]) -> list[Side]:
        """One of all sides that a verdict cannot tell apart; in `shared` are origins that have another entry, too."""
        if len(self.sides) == 1:
            return self.sides
        kept: dict[tuple[object, ...], Side] = {}
        for side in self.sides:
            kept.setdefault(_profile(side, shared), side)
        return list(kept.values())


def entries_of(sides: Sequence[Side], attribute: Attribute) -> list[Entry]:
    """Distinct values in the order of their sides, each with its scope and modality.

    A former holder is told only where an article names that person as holder.
    """
    entries: dict[tuple[object, ...], Entry] = {}
    binds = attribute.scope
    has_end = False
    holders: set[str | None] | None = None
    entry: Entry | None = None
    for side in sides:
        claim = side.claim
        value, modality = claim.value, claim.modality
        if entry is not None and _is_said_again(side, entry.sides[0]):  # most of a group says the same
            entry.sides.append(side)
            continue
        scope: Qualifiers = ()
        if modality == "former":
            if holders is None:
                holders = {other.claim.value.entity for other in sides if other.claim.modality != "former"}
            if value.entity not in holders:
                continue
            modality = "asserted"
        elif binds and claim.qualifiers:
            scope = tuple([pair for pair in claim.qualifiers if pair[0] in binds])
        # an event whose story is unknown is one article's own
        event = (side.setting.story or (claim.article,)) if claim.subject.event else None
        same: object = value.entity or value.text.casefold()
        if value.point is not None or value.low is not None or value.high is not None:
            same = value.point, value.low, value.high, value.unit, value.hedge
        key = (same, scope, modality, event)
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = Entry(scope, modality)
        entry.sides.append(side)
        has_end = has_end or "end" in claim.cues
    found: Iterable[Entry] = entries.values()
    return [part for entry in found for part in _without_stale(entry, attribute)] if has_end else list(found)


def _profile(side: Side, shared: AbstractSet[str]) -> tuple[object, ...]:
    """All that a verdict may rest on. Which article and origin a side has matters only where another entry has the same."""
    claim, setting, time = side.claim, side.setting, side.time
    value, days, written = claim.value, claim.valid.interval, setting.dating.interval
    is_known = setting.origin in shared or claim.article in shared or setting.version_of is not None
    source = (claim.article, claim.field, setting.origin) if is_known else None
    wording = value.text if value.point is None else (value.step, value.is_implied, value.conversion)
    told = (setting.story, claim.modality, claim.speaker, claim.cues, claim.qualifiers, value.hedge, wording, source)
    return (time.first, time.last, days.first, days.last, written.first, written.last, *told)


def shared_origins(entries: Iterable[Entry]) -> AbstractSet[str]:
    """The origins that stand behind more than one of the entries, and the articles of which another is a later version."""
    seen: set[str] = set()
    shared: set[str] = set()
    for entry in entries:
        origins = {side.setting.origin for side in entry.sides}
        shared |= origins & seen
        shared.update([version for side in entry.sides if (version := side.setting.version_of) is not None])
        seen |= origins
    return shared


def _is_said_again(side: Side, other: Side) -> bool:
    """The figure is the other's, with the same cues and in the same scope and story, so that it has the other's entry."""
    claim, told = side.claim, other.claim
    one, two = claim.value, told.value
    return (
        one.point is not None
        and one.point == two.point
        and one.low == two.low
        and one.high == two.high
        and one.hedge == two.hedge
        and one.unit == two.unit
        and claim.qualifiers == told.qualifiers
        and claim.modality == told.modality
        and claim.cues == told.cues
        and side.setting.story is not None
        and side.setting.story == other.setting.story
    )


def _without_stale(entry: Entry, attribute: Attribute) -> list[Entry]:
    """The entry, or two of one value: those who report its end, apart from those who later still state it or who report its beginning."""
    ended = [side for side in entry.sides if "end" in side.claim.cues]
    if not ended or len(ended) == len(entry.sides):
        return [entry]
    same = ValueRelation("same", "the same")
    others = [side for side in entry.sides if side not in ended]
    apart = [side for side in others if "begin" in side.claim.cues or any(judge(Pair(end, side, attribute, same)).reason == "stale" for end in ended)]
    if not apart:
        return [entry]
    told = replace(entry, sides=[side for side in entry.sides if side not in apart], is_ended=True)
    return [told, replace(entry, sides=apart)]
