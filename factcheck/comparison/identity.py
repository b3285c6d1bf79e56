"""Ids that survive: hashes of a canonical encoding, with the version of the scheme in front.

What a pair of values is known by holds its subject, attribute, scope, modality and the two values, and what tells its event
from others; no file, wording, rule or day of reading. The words for an event, its day and the spelling of a name differ
from article to article: the earliest tells them, so that later ones change nothing, and what the others say are aliases.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted
from typing import Protocol

from factcheck.comparison.pair import Side
from factcheck.model.claim import Claim
from factcheck.model.finding import FINGERPRINTS
from factcheck.model.value import Hedge, Value
from factcheck.text.folding import words

MOST_NAMES = 8  # names of one pair: its own and its aliases; articles that differ on the event in more ways are few

Anchor = tuple[str, ...]  # of a subject that is no event's and has no name it is the subject alone
Anchors = Sequence[tuple[date, Anchor]]


class Named(Protocol):
    """A distinct value of a group, as far as names are made of it."""

    @property
    def scope(self) -> Sequence[tuple[str, str]]: ...
    @property
    def modality(self) -> str: ...
    @property
    def canonical(self) -> str: ...
    @property
    def first(self) -> tuple[date, Anchor]: ...
    @property
    def anchors(self) -> Anchors: ...


def fingerprint(parts: Sequence[str], scope: Sequence[tuple[str, str]] = (), modalities: Sequence[str] = (), values: Sequence[str] = ()) -> str:
    """16 hexadecimal digits for some texts, qualifiers, modalities and values: the hash of compact JSON in ASCII.

    It is written by hand: making an encoder for each finding costs more than all it writes.
    """
    scopes = ",".join([f"[{quoted(name)},{quoted(value)}]" for name, value in scope]) if scope else ""
    modality = ",".join(map(quoted, modalities)) if modalities else ""
    text = f'["{FINGERPRINTS}",{",".join(map(quoted, parts))},[{scopes}],[{modality}],[{",".join(map(quoted, values))}]]'
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def name_of(told: Sequence[Named], rule: str) -> str:
    """What one value, or a pair, is known by: its fingerprint, with the subject as the earliest article tells it."""
    first = told[0].first
    for named in told[1:]:
        other = named.first
        if len(first[1]) > 1 and (len(other[1]) == 1 or other < first):
            first = other
    return _name(told, rule, first[1])


def aliases_of(told: Sequence[Named], rule: str) -> tuple[str, ...]:
    """What else a pair may have been known by, with fewer of its articles."""
    parts = [named.anchors for named in told]
    anchors = next((part for part in parts if len(part[0][1]) == 1), None) or sorted({anchor for part in parts for anchor in part})
    distinct = list(dict.fromkeys([anchor for _, anchor in anchors]))[:MOST_NAMES]
    return tuple(dict.fromkeys([_name(told, rule, anchor) for anchor in distinct]))[1:]


def _name(told: Sequence[Named], rule: str, anchor: Anchor) -> str:
    first = told[0]
    scope, modality = first.scope, first.modality
    if len(told) == 1:
        return fingerprint((rule, *anchor), scope, () if modality == "asserted" else (modality,), (first.canonical,))
    if any(named.scope for named in told):
        scope = sorted({pair for named in told for pair in named.scope})
    said = sorted({named.modality for named in told} - {"asserted"})
    return fingerprint((rule, *anchor), scope, said, sorted([named.canonical for named in told]))


def anchors_of(sides: Sequence[Side]) -> Anchors:
    """What tells the subject, by each article in its own way, with the day: as the earliest has it, then the others."""
    first = sides[0].claim
    if not first.subject.event and first.subject.name is None:
        return [(date.min, (first.subject.id,))]
    found: set[tuple[date, Anchor]] = set()
    last: tuple[object, ...] = ()
    for side in sides:
        claim, written = side.claim, side.setting.dating.interval
        subject, known, day = claim.subject, written.first or written.last, None
        if subject.event:
            day = claim.valid.interval.first
        elif subject.name is None:
            return [(date.min, (subject.id,))]
        counted = claim.context[0] if claim.is_open else None  # a figure that no pack names: by what is counted
        told = (known, day, counted, subject.surface, subject.name)
        if told != last:
            last = told
            found.add((known or date.max, _anchor(claim, known, day, counted)))
    return sorted(found) if len(found) > 1 else list(found)


def first_anchor(sides: Sequence[Side]) -> tuple[date, Anchor]:
    """The first of the anchors; the sides of an event stand in the order of their articles' days, so that only those of the first day matter."""
    claim, written = sides[0].claim, sides[0].setting.dating.interval
    if not claim.subject.event:
        return anchors_of(sides)[0]
    known, day = written.first or written.last, claim.valid.interval.first
    told = (claim.subject.surface, claim.subject.name, day)
    first = _anchor(claim, known, day, claim.context[0] if claim.is_open else None)
    for at in range(1, len(sides)):
        claim, written = sides[at].claim, sides[at].setting.dating.interval
        if (written.first or written.last) != known:
            break
        if (claim.subject.surface, claim.subject.name, claim.valid.interval.first) != told or claim.is_open:
            return anchors_of(sides)[0]
    return known or date.max, first


def _anchor(claim: Claim, known: date | None, day: date | None, counted: str | None) -> Anchor:
    subject = claim.subject
    said = "" if not subject.event else day.isoformat() if day is not None else known.isoformat()[:7] if known is not None else ""
    if counted is not None:
        return (f"{claim.rule}:{counted}", "", said)
    return (subject.id, subject.surface, said) if subject.name is None else (_letters(subject.name), "", said)


@lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    """A name however its words stand."""
    return " ".join(sorted(words(name)))


def canonical(value: Value) -> str:
    """A value without its wording, as it stands in what a finding is known by."""
    if value.point is None and value.low is None and value.high is None:
        return f"[{value.entity or value.text.casefold()!r}]"
    return _canonical_number(value.point, value.low, value.high, value.unit, value.hedge)


def normal(value: Value) -> list[str | None]:
    """A value without its wording: equal lists are one value."""
    point, low, high = value.point, value.low, value.high
    if point is None and low is None and high is None:
        return [value.entity or value.text.casefold()]
    number = _number(point)
    return [number, number if low == point else _number(low), number if high == point else _number(high), value.unit, value.hedge]


@lru_cache(maxsize=4096)
def _canonical_number(point: Decimal | None, low: Decimal | None, high: Decimal | None, unit: str | None, hedge: Hedge) -> str:
    return str(normal(Value("", point, low, high, unit, hedge)))


@lru_cache(maxsize=4096)
def _number(number: Decimal | None) -> str | None:
    return None if number is None else f"{number.normalize():f}"
