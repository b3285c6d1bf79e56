"""Shares told as fractions: "a fifth", "two-thirds", "one in 500" beside shares in percent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model.value import Value

HUNDRED = Decimal(100)
# A fraction in words is coarser than its digits: what is told as "a third" may be 31 or 35 percent, as "half" 45 to 55.
COARSE_SHARE, COARSE_POINTS = Decimal("0.2"), Decimal(10)


def as_percent(value: Value) -> Value:
    """A fraction of a whole in percent, as coarse as such fractions are told; any other value as it is.

    >>> as_percent(Value("a fifth", Decimal("0.2"))).point
    Decimal('20.0')
    """
    if value.unit is not None or value.point is None or value.point > 1:
        return value
    point = value.point * HUNDRED
    ends = (None if end is None else end * HUNDRED for end in (value.low, value.high))
    low, high = ends
    return replace(value, point=point, low=low, high=high, step=min(point * COARSE_SHARE, COARSE_POINTS), unit="percent")
