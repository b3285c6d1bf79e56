"""How the values of two figures stand before it is known whether they are told of one thing: equal, compatible or apart, and how far.

Values go in, with their units; it must not know what is counted.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.kinds.units import convert, may_be_dollars, unit_named
from factcheck.model.relation import AS_PRINTED, Policy
from factcheck.model.value import Value
from factcheck.text import figures

CLOSE_SHARE = Decimal("1.1")
FAR = 2  # one figure at most so many times the other
SAME_MEASURE, SAME_HEDGED = Decimal("1.01"), Decimal("1.05")  # so far apart may amounts in two units be
COUNTED, MEASURED = AS_PRINTED, Policy(small_are_exact=False)  # eight kilometres are 8.3, eight people are no nine
AGED = Policy(exact=True)


def standing_of(left: Value, right: Value) -> tuple[str, Decimal]:
    """equal, compatible or apart, and how many times the smaller the larger is."""
    if left.point is None or right.point is None:
        if size_of(left) is not None and size_of(right) is not None and left.unit == right.unit:
            return _standing_of_ranges(left, right)
        # a result is told from either side
        same = left.entity is not None and right.entity is not None and sorted(left.entity.split("-")) == sorted(right.entity.split("-"))
        return ("equal" if same or (left.low, left.high) == (right.low, right.high) != (None, None) else "apart"), Decimal(1000)
    if left.unit is None or right.unit is None:
        known = _by_conversion(left, right)  # "110 billion ($143 billion)"
        if known[0] != "apart":
            return known
    elif left.unit != right.unit:
        if may_be_dollars(left.text, left.unit, right.unit) or may_be_dollars(right.text, right.unit, left.unit):
            return standing_of(left, replace(right, unit=left.unit)) if left.point == right.point else _by_conversion(left, right)
        one, two = unit_named(left.unit or ""), unit_named(right.unit or "")
        amount = convert(right.point, two, one) if one is not None and two is not None else None
        if amount is None:
            return _by_conversion(left, right)
        ratio = _ratio(left.point, amount)
        near = (
            ratio <= SAME_MEASURE
            or _is_rounded(left, right, amount)
            or (one is not None and one.kind == "duration" and _is_in_larger_unit(left, right, amount))
            or (ratio <= FAR and figures.relate(left, _in_unit(right, amount)).can_both_be_right)
        )
        return ("equal" if ratio == 1 else "compatible" if near else "apart"), ratio
    ratio = _ratio(left.point, right.point)
    if left.point == right.point:
        return "equal", ratio
    unit = unit_named(left.unit) if left.unit else None
    policy = COUNTED if unit is None else AGED if unit.kind == "age" else MEASURED
    return ("compatible" if ratio <= FAR and figures.relate(left, right, policy).can_both_be_right else "apart"), ratio


def _standing_of_ranges(left: Value, right: Value) -> tuple[str, Decimal]:
    """Of two figures of which one at least is a range: "between 15 and 20" is nothing else than "about 18"."""
    if (left.low, left.high) == (right.low, right.high):
        return "equal", Decimal(1)
    return ("compatible", Decimal(1)) if figures.relate(left, right, COUNTED).can_both_be_right else ("apart", Decimal(1000))


def size_of(value: Value) -> Decimal | None:
    """The number that was printed, of a range the lower; none of a result or a name."""
    return value.point if value.point is not None else value.low if value.hedge == ".." else None


def _is_rounded(left: Value, right: Value, amount: Decimal) -> bool:
    """`amount` is `right` in the unit of `left`: they differ by no more than both may be rounded, or by a twentieth where one is hedged."""
    assert left.point is not None
    if left.hedge != "=" or right.hedge != "=":
        return _ratio(left.point, amount) <= SAME_HEDGED
    step = right.step * amount / right.point if right.step and right.point else Decimal(0)
    return 2 * abs(left.point - amount) <= (left.step or Decimal(0)) + step and _ratio(left.point, amount) <= SAME_HEDGED


def _is_in_larger_unit(left: Value, right: Value, amount: Decimal) -> bool:
    """One of two lengths is a whole number of a larger unit than the other's, of which `amount` is `right` in the unit of `left`."""
    assert left.point is not None
    assert right.point is not None
    if not amount or not right.point:
        return False
    if amount < right.point:
        return figures.rounds_length(left, amount)
    return figures.rounds_length(right, left.point * right.point / amount)


def _in_unit(value: Value, amount: Decimal) -> Value:
    """The value as so much of another unit."""
    assert value.point is not None
    scale = amount / value.point if value.point else Decimal(1)
    low, high, step = (part * scale if part is not None else None for part in (value.low, value.high, value.step))
    return replace(value, point=amount, low=low, high=high, step=step)


def _by_conversion(left: Value, right: Value) -> tuple[str, Decimal]:
    """Two currencies: what one of them gives in brackets in that of the other."""
    for one, two in ((left.conversion, right), (left, right.conversion), (left.conversion, right.conversion)):
        if one is not None and two is not None and one.unit == two.unit and one.point and two.point:
            ratio = _ratio(one.point, two.point)
            return ("equal" if ratio == 1 else "compatible" if ratio <= CLOSE_SHARE else "apart"), ratio
    return "apart", Decimal(1000)


def _ratio(one: Decimal, two: Decimal) -> Decimal:
    low, high = sorted((abs(one), abs(two)))
    return high / low if low else Decimal(1000) if high else Decimal(1)
