"""Directions of the compass: how two of them stand. "55 km west of a town" and "55 km south of it" are two places.

A bearing is a `Value` in degrees, clockwise from north.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.model.relation import ValueRelation
from factcheck.model.value import Value

UNIT = "degree"
# Half a point to either side is rounding: of west-southwest the one makes west and the other southwest.
ROUNDING = Decimal("22.5")
UNSURE = Decimal(45)


_POINTS = (
    "north north-northeast northeast east-northeast east east-southeast southeast south-southeast "
    "south south-southwest southwest west-southwest west west-northwest northwest north-northwest"
).split()
_DEGREES = {point: ROUNDING * number for number, point in enumerate(_POINTS)}


def bearing_value(point: str) -> Value:
    """The value of one of the sixteen points of the compass, by its name; without a number for any other word."""
    degrees = _DEGREES.get(point)
    return Value(point, degrees, degrees, degrees, UNIT, "=", ROUNDING)


def relate(left: Value, right: Value) -> ValueRelation:
    """How two bearings stand. Symmetric; neighbours of the eight-point compass may be two roundings of one."""
    if left.point is None or right.point is None:
        return ValueRelation("unknown", "one of the two names no direction")
    apart = abs(left.point - right.point) % 360
    apart = min(apart, 360 - apart)
    if not apart:
        return ValueRelation("same", "the same direction")
    if apart <= ROUNDING:
        return ValueRelation("refinement", "the one direction is a finer point of the other")
    if apart <= UNSURE:
        return ValueRelation("unknown", "two neighbouring directions, which may be roundings of one between")
    return ValueRelation("apart", f"two directions, {apart.normalize():f} degrees apart", apart)
