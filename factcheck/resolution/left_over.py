"""Figures that a rule read but of which resolution makes no claim: they stay figures that no rule names.

An article tells a toll of long ago, or a second one, and the rule's claim is put aside. The figure is still told of something,
and another article may tell the same: the open rule of its kind takes it. Drafts and claims go in, drafts come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model.claim import Claim
from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Draft, Sentence
from factcheck.packs.rulebook import Attribute

ASIDE = ":aside"  # behind what is counted: the figure agrees with others, and contradicts none
LEAST = 3  # one dead and two hurt are told again and again, and of many


def left_over(
    drafts: Iterable[Draft], sentences: Sequence[Sentence], claims: Sequence[Claim], open_by_kind: Mapping[str, Attribute]
) -> Iterator[Draft]:
    """The figures of rules at whose place none of the `claims` stands, as figures of the open rule of their kind."""
    places = {(claim.field, claim.start) for claim in claims}
    said = {(claim.rule, claim.value.point) for claim in claims}
    for draft in drafts:
        mention = draft.value
        if draft.is_open or not draft.context or not isinstance(mention, QuantityMention) or mention.kind not in open_by_kind:
            continue
        place, point = (sentences[draft.sentence].field, mention.start), mention.value.point
        if place in places or point is None or point < LEAST or (draft.rule, point) in said:
            continue
        places.add(place)
        attribute = open_by_kind[mention.kind]
        head = draft.context[0][1:]
        context = (f"#{head if ':' in head else head + ASIDE}", *draft.context[1:])
        yield Draft(attribute.rule, attribute.name, draft.sentence, mention, (), (("modality", "asserted"),), context)
