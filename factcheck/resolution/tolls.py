"""Counts of an event within one article: what single victims add up to, and what follows from another count.

The claims of one article go in and come out: claims whose number is only implied give way to a printed number, else
become one claim; a derived count says from which it follows. No other article is known here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.model.claim import Claim
from factcheck.model.reading import Reading
from factcheck.packs.rulebook import Attribute, RuleBook


def settle(claims: Sequence[Claim], reading: Reading, rules: RuleBook) -> tuple[Claim, ...]:
    """The claims of an article with its implied counts settled and its derived ones added, in order of the text."""
    settled = _without_implied(claims)
    for attribute in rules.attributes:
        if attribute.derives is not None:
            settled += _derived(attribute, settled, reading, rules)
    return tuple(settled)


def _without_implied(claims: Sequence[Claim]) -> list[Claim]:
    """Of counts that words only imply the first stands, and none where the article prints a number for the same."""
    printed = {_key(claim) for claim in claims if claim.subject.event and not claim.value.is_implied and claim.value.point is not None}
    seen: set[tuple[object, ...]] = set()
    kept = []
    for claim in claims:
        if claim.value.is_implied:
            if _key(claim) in printed or _key(claim) in seen:
                continue
            seen.add(_key(claim))
        kept.append(claim)
    return kept


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.rule, claim.subject.id, claim.modality, claim.valid.interval


def _derived(attribute: Attribute, claims: Sequence[Claim], reading: Reading, rules: RuleBook) -> list[Claim]:
    """`derives` of an attribute: its largest count less that of `minus`, where the article states none of the result."""
    derives = attribute.derives
    assert derives is not None
    target = next((other for other in rules.attributes if other.name == derives.attribute and other.pack == attribute.pack), None)
    mine = [claim for claim in claims if claim.rule == attribute.rule and claim.value.point is not None and claim.modality == "asserted"]
    if target is None or not mine or any(claim.rule == target.rule for claim in claims):
        return []
    claim = max(mine, key=lambda c: (c.value.point or Decimal(0), -c.start))
    minus = [c.value.point for c in claims if c.attribute == derives.minus and c.value.point is not None and c.valid.interval == claim.valid.interval]
    if not minus and derives.unless is not None and _says(reading, rules, derives.unless):
        return []
    less = max(minus, default=Decimal(0))
    assert claim.value.point is not None
    point = claim.value.point - less
    if point <= 0:
        return []
    shift = point - claim.value.point
    low = None if claim.value.low is None else claim.value.low + shift
    high = None if claim.value.high is None else claim.value.high + shift
    value = replace(claim.value, point=point, low=low, high=high)
    subject = replace(claim.subject, id=claim.subject.id.replace(attribute.rule, target.rule))
    why = f"{claim.value.text!r} ({attribute.name.replace('_', ' ')}) less {less} {derives.minus.replace('_', ' ')}"
    identity = "c" + hashlib.sha256(f"{claim.id}\x1f{target.rule}".encode()).hexdigest()[:12]
    valid = replace(claim.valid, why=f"{claim.valid.why}; {why}" if claim.valid.why else why)
    return [
        replace(
            claim,
            id=identity,
            attribute=target.name,
            rule=target.rule,
            subject=subject,
            value=value,
            valid=valid,
            kind=target.kind,
            cues=(*claim.cues, "derived"),
        )
    ]


def _says(reading: Reading, rules: RuleBook, lexicon: str) -> bool:
    phrases = rules.lexicons[lexicon].phrases if lexicon in rules.lexicons else ()
    text = f"{reading.article.title or ''} {reading.article.text}".lower()
    return any(phrase in text for phrase in _lowered(phrases))


def _lowered(phrases: Iterable[str]) -> Iterable[str]:
    return (phrase.lower() for phrase in phrases)
