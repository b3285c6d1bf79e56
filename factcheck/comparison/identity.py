"""Ids that survive: hashes of a canonical encoding, with the version of the scheme in front.

What a pair of values is known by holds its subject, attribute, scope, modality and the two values, and what tells its event
from others; no file, wording, rule or day of reading. The words for an event, its day and the spelling of a name differ
from article to article: the earliest tells them, so that later ones change nothing, and what the others say are aliases.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted

from factcheck.comparison.entries import Entry
from factcheck.comparison.pair import Side
from factcheck.model.finding import FINGERPRINTS
from factcheck.model.value import Value
from factcheck.text.folding import words

MOST_NAMES = 8  # names of one pair: its own and its aliases; articles that differ on the event in more ways are few

Anchor = tuple[str, ...]


def fingerprint(parts: Sequence[str], scope: Sequence[tuple[str, str]] = (), modalities: Sequence[str] = (), values: Sequence[str] = ()) -> str:
    """16 hexadecimal digits for some texts, qualifiers, modalities and values: the hash of compact JSON in ASCII.

    It is written by hand: making an encoder for each finding costs more than all it writes.
    """
    scopes = ",".join([f"[{quoted(name)},{quoted(value)}]" for name, value in scope]) if scope else ""
    modality = ",".join(map(quoted, modalities)) if modalities else ""
    text = f'["{FINGERPRINTS}",{",".join(map(quoted, parts))},[{scopes}],[{modality}],[{",".join(map(quoted, values))}]]'
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def known_as(told: Sequence[Entry], rule: str, most: int = MOST_NAMES) -> tuple[str, ...]:
    """What one value, or a pair, is known by: its fingerprint, then those it may have had with fewer of its articles; `most` of them at most."""
    first = told[0]
    scope, modalities = first.scope, [first.modality]
    if len(told) > 1:
        scope = tuple(sorted({pair for entry in told for pair in entry.scope}))
        modalities = sorted({entry.modality for entry in told})
    modalities = [modality for modality in modalities if modality != "asserted"]
    values = sorted([str(normal(entry.value)) for entry in told])
    anchors = _anchors(first.sides if len(told) == 1 else [side for entry in told for side in entry.sides])[:most]
    return tuple(dict.fromkeys([fingerprint((rule, *anchor), scope, modalities, values) for anchor in anchors]))


def _anchors(sides: Iterable[Side]) -> list[Anchor]:
    """What tells the subject, by each article in its own way: as the earliest has it, then the others."""
    found: set[tuple[date, Anchor]] = set()
    for side in sides:
        claim, written = side.claim, side.setting.dating.interval
        subject = claim.subject
        if not subject.event and subject.name is None:
            return [(subject.id,)]
        known = written.first or written.last
        day = ""
        if subject.event:
            valid = claim.valid.interval.first
            day = str(valid or "") if valid is not None or known is None else str(known)[:7]
        if claim.is_open:  # a figure that no pack names: by what is counted
            anchor: Anchor = (f"{claim.rule}:{claim.context[0]}", "", day)
        elif subject.name is None:
            anchor = (subject.id, subject.surface if subject.event else "", day)
        else:
            anchor = (" ".join(sorted(words(subject.name))), "", day)
        found.add((known or date.max, anchor))
    return list(dict.fromkeys([anchor for _, anchor in sorted(found)])) if len(found) > 1 else [anchor for _, anchor in found]


def normal(value: Value) -> list[str | None]:
    """A value without its wording: equal lists are one value."""
    point, low, high = value.point, value.low, value.high
    if point is None and low is None and high is None:
        return [value.entity or value.text.casefold()]
    number = _number(point)
    return [number, number if low == point else _number(low), number if high == point else _number(high), value.unit, value.hedge]


@lru_cache(maxsize=4096)
def _number(number: Decimal | None) -> str | None:
    return None if number is None else f"{number.normalize():f}"
