"""Places as values: which of two holds the other, and which cannot be one.

Ids are ISO 3166 ("JP", "US-TX"), towns "JP/Tokyo"; a place that no table knows is a name, and may lie anywhere.
"""

from __future__ import annotations

from factcheck.model.relation import ValueRelation
from factcheck.model.value import Value

_PLACE = "place:"


def relate(left: Value, right: Value) -> ValueRelation:
    """How two places stand. Symmetric. A country holds its towns and states; of a town and a state of one country it is not known."""
    one, two = left.entity or left.text.casefold(), right.entity or right.text.casefold()
    if one == two:
        return ValueRelation("same", "the same place")
    if not (one.startswith(_PLACE) and two.startswith(_PLACE)):
        return ValueRelation("unknown", "where one of the two places lies is not known")
    one, two = one.removeprefix(_PLACE), two.removeprefix(_PLACE)
    if one[:2] != two[:2]:
        return ValueRelation("apart", "two places in two countries")
    if len(one) == 2 or len(two) == 2:
        return ValueRelation("refinement", "the one place lies in the other")
    if ("/" in one) != ("/" in two):
        return ValueRelation("unknown", "a town and a state of one country")
    return ValueRelation("apart", "two different places")
