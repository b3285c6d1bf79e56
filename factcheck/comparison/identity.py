"""Ids that survive: hashes of a canonical encoding, with the version of the scheme in front.

What a pair of values is known by holds its subject, attribute, scope, modality and the two values, and what tells its event
from others; no file, wording, rule or day of reading. The words for an event, its day and the spelling of a name differ
from article to article: the earliest tells them, so that later ones change nothing, and what the others say are aliases.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from json.encoder import encode_basestring_ascii
from typing import Any

from factcheck.comparison.pair import Side
from factcheck.model.finding import FINGERPRINTS
from factcheck.model.value import Value
from factcheck.text.folding import words

MOST_NAMES = 8  # names of one pair: its own and its aliases; articles that differ on the event in more ways are few


def fingerprint(parts: Sequence[Any]) -> str:
    """16 hexadecimal digits for a list of texts, lists of them and None."""
    return hashlib.sha256(_encoded([FINGERPRINTS, *parts]).encode()).hexdigest()[:16]


def known_as(
    sides: Iterable[Side], rule: str, scope: Iterable[tuple[str, str]], modalities: Iterable[str], values: Iterable[Value]
) -> tuple[str, ...]:
    """What one value, or a pair, is known by: its fingerprint, then those it may have had with fewer of its articles.

    `sides` are all who say one of the values, in any order.
    """
    told = [list(pair) for pair in sorted(set(scope))], sorted(set(modalities) - {"asserted", "former"}), sorted(str(normal(v)) for v in values)
    first, *others = _anchors(sides)
    return tuple(dict.fromkeys(fingerprint([rule, *anchor, *told]) for anchor in (first, *others[: MOST_NAMES - 1])))


def _anchors(sides: Iterable[Side]) -> list[list[str | None]]:
    """What tells the subject, by each article in its own way: as the earliest has it, then the others."""
    found: dict[tuple[date, tuple[str, str, str]], None] = {}
    for side in sides:
        subject, claim, dating = side.claim.subject, side.claim, side.setting.dating.interval
        if not subject.event and subject.name is None:
            return [[subject.id]]
        known = dating.first or dating.last
        if subject.event:
            valid = claim.valid.interval.first
            day = str(valid or "") if valid is not None or known is None else str(known)[:7]
        else:
            day = ""
        if claim.context:  # a figure that no pack names: by what is counted
            name, event = f"{claim.rule}:{claim.context[0]}", ""
        else:
            name = subject.id if subject.name is None else " ".join(sorted(words(subject.name)))
            event = subject.surface if subject.event and subject.name is None else ""
        found[known or date.max, (name, event, day)] = None
    return [list(anchor) for anchor in dict.fromkeys(anchor for _, anchor in sorted(found))]


def _encoded(part: Any) -> str:
    """Compact JSON in ASCII, by hand: making an encoder for each finding costs more than all it writes."""
    if part is None:
        return "null"
    return encode_basestring_ascii(part) if isinstance(part, str) else f"[{','.join(map(_encoded, part))}]"


def normal(value: Value) -> list[str | None]:
    """A value without its wording: equal lists are one value."""
    if value.point is None and value.low is None and value.high is None:
        return [value.entity or value.text.casefold()]
    return [_number(value.point), _number(value.low), _number(value.high), value.unit, value.hedge]


def _number(number: Any) -> str | None:
    return None if number is None else f"{number.normalize():f}"
