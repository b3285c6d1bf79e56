"""The distinct values of a group, each within its scope, and everybody who says it. Sides go in, entries come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.comparison.identity import Anchor, Anchors, anchors_of, canonical, first_anchor
from factcheck.comparison.pair import Pair, Side
from factcheck.comparison.verdicts import judge
from factcheck.model.claim import Modality
from factcheck.model.finding import DistinctValue
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
    _first: tuple[date, Anchor] | None = field(default=None, init=False)
    _anchors: Anchors | None = field(default=None, init=False)
    _canonical: str = field(default="", init=False)
    _distinct: DistinctValue | None = field(default=None, init=False)

    @property
    def value(self) -> Value:
        return self.sides[0].claim.value

    @property
    def first(self) -> tuple[date, Anchor]:
        """What tells the subject, as the earliest article has it, with its day."""
        if self._first is None:
            self._first = first_anchor(self.sides)
        return self._first

    @property
    def anchors(self) -> Anchors:
        """What tells the subject, as the earliest article has it and then the others."""
        if self._anchors is None:
            self._anchors = anchors_of(self.sides)
        return self._anchors

    @property
    def canonical(self) -> str:
        """The value without its wording."""
        if not self._canonical:
            self._canonical = canonical(self.value)
        return self._canonical

    @property
    def distinct(self) -> DistinctValue:
        """The value as a finding shows it, with everybody who says it."""
        if self._distinct is None:
            sides = self.sides
            if len(sides) == 1:
                claim = sides[0].claim
                self._distinct = DistinctValue(self.display, (claim.id,), (claim.article,), 1)
            else:
                claims = [side.claim for side in sides]
                articles = dict.fromkeys([claim.article for claim in claims])  # in the order of their claims
                origins = {side.setting.origin for side in sides}
                self._distinct = DistinctValue(self.display, tuple([claim.id for claim in claims]), tuple(articles), len(origins))
        return self._distinct

    @property
    def display(self) -> str:
        """The fullest wording, the commonest among equals."""
        texts = [side.claim.value.text for side in self.sides]
        shown = texts[0]
        if texts.count(shown) < len(texts):
            counted = Counter(texts)
            is_name = self.value.point is None
            shown = max(counted) if self.is_ended else max(counted, key=lambda text: (len(text.split()) if is_name else 0, counted[text], text))
        return f"{shown} ({ENDED})" if self.is_ended else shown

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
    last: tuple[object, ...] = ()
    for side in sides:
        claim = side.claim
        value, modality, story = claim.value, claim.modality, side.setting.story
        number = value.point, value.low, value.high, value.unit, value.hedge
        is_ended = "end" in claim.cues
        said = number, claim.qualifiers, modality, is_ended, story
        if said == last and entry is not None:  # most of a group says the same
            entry.sides.append(side)
            continue
        last = said if value.point is not None and story is not None else ()
        scope: Qualifiers = ()
        if modality == "former":
            if holders is None:
                holders = {other.claim.value.entity for other in sides if other.claim.modality != "former"}
            if value.entity not in holders:
                last = ()
                continue
            modality = "asserted"
        elif binds and claim.qualifiers:
            scope = tuple([pair for pair in claim.qualifiers if pair[0] in binds])
        # an event whose story is unknown is one article's own
        event = (story or (claim.article,)) if claim.subject.event else None
        same: object = number
        if value.point is None and value.low is None and value.high is None:
            same = value.entity or value.text.casefold()
        key = (same, scope, modality, event)
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = Entry(scope, modality)
        entry.sides.append(side)
        has_end = has_end or is_ended
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
