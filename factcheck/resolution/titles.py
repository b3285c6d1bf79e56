"""What a title leaves out: whom its figure counts, which the article says where it gives the figure again.

The claims of one article go in and come out, those that repeat a figure with the qualifiers of the claim that they repeat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.model.claim import Claim
from factcheck.packs.rulebook import Attribute

INCLUSION = "inclusion"  # what one sentence says of it holds for the figure wherever it stands


def qualified(claims: Sequence[Claim], attributes: Mapping[str, Attribute]) -> Sequence[Claim]:
    """The claims; a title takes over the binding qualifiers that all claims of its figure in the body share.

    Whether the attacker is in a figure is said once, and holds wherever the figure stands.
    """
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.value.point is not None and attributes[claim.rule].binds:
            alike.setdefault((claim.rule, claim.subject.id, claim.value.point, claim.value.unit, claim.modality), []).append(claim)
    made = {claim.id: found for same in alike.values() if len(same) > 1 for claim in same if (found := _taken(claim, same, attributes)) is not None}
    return [made.get(claim.id, claim) for claim in claims] if made else claims


def _taken(claim: Claim, same: Sequence[Claim], attributes: Mapping[str, Attribute]) -> Claim | None:
    """The claim with what the others say of its figure, None where they say no more than it."""
    own, binds = dict(claim.qualifiers), attributes[claim.rule].binds
    others = [dict(other.qualifiers) for other in same if other is not claim and other.field == "text"]
    taken = {}
    for name in binds:
        if name in own:
            continue
        told = {other.get(name) for other in others}
        told = told - {None} if name == INCLUSION else told
        if len(told) == 1 and None not in told and (name == INCLUSION or claim.field == "title"):
            taken[name] = told.pop()
    return replace(claim, qualifiers=tuple(sorted({**own, **taken}.items()))) if taken else None  # type: ignore[arg-type]
