"""An amount in brackets behind another, which gives the same in another unit: "20 miles (32 km)"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.kinds.units import units
from factcheck.model.mention import QuantityMention

SCALED = Decimal(1_000_000)  # a number of this size that counts nothing is an amount of money


def with_conversion(last: QuantityMention, mention: QuantityMention) -> QuantityMention:
    """The amount in front, with the one in brackets as its conversion where it is the same in another unit."""
    if last.end != mention.start - 2 or mention.unit is None or last.unit == mention.unit:
        return last
    if last.unit is None:  # "110 billion ($143 billion)": the sign of the currency was lost, or its name stands elsewhere
        is_amount = last.noun is None and mention.kind == "money" and last.value.point is not None and last.value.point >= SCALED
    else:
        one, two = units().get(last.unit), units().get(mention.unit)
        is_amount = last.kind == mention.kind and (last.kind == "money" or (one is not None and two is not None and one.dimension == two.dimension))
    return last._replace(value=replace(last.value, conversion=mention.value)) if is_amount else last
