"""Comparison: claims with the settings of their articles go in, findings come out."""

from __future__ import annotations

from decimal import Decimal

from factcheck.comparison.groups import Comparison, compare
from factcheck.comparison.values import Convert
from factcheck.kinds import units

__all__ = ["Comparison", "Convert", "compare", "convert"]


def convert(amount: Decimal, unit: str, to: str) -> Decimal | None:
    """An amount of one unit in another, both by their canonical names; None where they do not measure one thing.

    >>> convert(Decimal(2), "decade", "year")
    Decimal('20')
    """
    one, two = units.unit_named(unit), units.unit_named(to)
    return units.convert(amount, one, two) if one is not None and two is not None else None
