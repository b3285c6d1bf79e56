"""Arithmetic of printed figures: what a rounded or hedged number may stand for, and how two of them stand.

Values go in, a relation comes out. It must not know what is counted, nor when.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model.relation import AS_PRINTED, Policy, ValueRelation
from factcheck.model.value import Value

# Rounding excuses the coarser of two figures by half a unit of its last significant digit, at most this share of it.
# A hedged one is excused by one unit at least where that is what its digits say ("about 7": 6 to 8).
UNHEDGED_SHARE = Decimal("0.05")
HEDGED_SHARE = Decimal("0.1")
NEAR_MISS_SHARE = Decimal("0.05")
SAME_WAY_SHARE = Decimal("0.1")  # bounds the same way conflict from this distance on
FAR_BOUNDS = Decimal("0.5")  # bounds from both sides that leave so much of the larger between them are of two counts
ZERO = Decimal(0)
EXACT_BELOW = 100  # unhedged counts under this are exact


def plain(number: Decimal) -> str:
    """A number for a reader: thousands separators, no exponent, no trailing zeros behind the point.

    >>> plain(Decimal("54000")), plain(Decimal("6.10"))
    ('54,000', '6.1')
    """
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def excuse(value: Value, policy: Policy = AS_PRINTED) -> Decimal:
    """How far from its point the true number may lie for rounding alone, in the value's unit."""
    assert value.point is not None
    point, step = abs(value.point), value.step or ZERO
    if value.hedge == "=":
        if policy.exact or (policy.small_are_exact and point < EXACT_BELOW and step == 1):
            return ZERO
        return min(step / 2, point * UNHEDGED_SHARE)
    return max(min(step / 2, point * HEDGED_SHARE), min(step, Decimal(1)))


def relate(left: Value, right: Value, policy: Policy = AS_PRINTED) -> ValueRelation:
    """How two figures of one unit stand. Symmetric; reads point, step, low, high and hedge."""
    if left.point == right.point and (left.point is not None or (left.low == right.low and left.high == right.high)):
        return _same_figure(left, right)
    left, right = _as_bound(left), _as_bound(right)
    if left.is_implied or right.is_implied:
        return _implied(left, right)
    if left.hedge in "<>" or right.hedge in "<>":
        one, two = sorted((left, right), key=_order)
        return _bounds(one, two)
    if left.hedge == ".." or right.hedge == "..":
        return _ranges(left, right)
    return _points(left, right, policy)


def _implied(one: Value, two: Value) -> ValueRelation:
    """At least one of the two prints no number: it only speaks against fewer."""
    if one.is_implied and two.is_implied:
        return ValueRelation("bounds", "neither prints a number; the one names more than the other")
    implied, other = (one, two) if one.is_implied else (two, one)
    least = implied.low if implied.low is not None else _limit(implied)
    high = other.point if other.hedge == "=" else other.high
    if high is not None and high < least:
        return ValueRelation("apart", f"the words imply {plain(least)} at least", least - high)
    return ValueRelation("bounds", f"the words imply {plain(least)} at least")


def _order(value: Value) -> tuple[str, Decimal, Decimal]:
    return value.hedge, value.point if value.point is not None else value.low or ZERO, value.high or ZERO


def _as_bound(value: Value) -> Value:
    """A figure that follows from another and may be less is a bound, but for one that is the same."""
    return replace(value, hedge="<") if value.hedge == ".." and value.low is None and value.point is not None else value


def _same_figure(one: Value, two: Value) -> ValueRelation:
    is_derived = one.point is not None and ".." in (one.hedge, two.hedge)  # a printed range has no point
    if one.hedge == two.hedge or (is_derived and "=" in (one.hedge, two.hedge)):
        return ValueRelation("same", "the same figure")
    return ValueRelation(
        "rounding" if "=" in (one.hedge, two.hedge) and "~" in (one.hedge, two.hedge) else "bounds", "the same figure, hedged on one side"
    )


def _points(one: Value, two: Value, policy: Policy) -> ValueRelation:
    assert one.point is not None
    assert two.point is not None
    distance = abs(one.point - two.point)
    larger = max(abs(one.point), abs(two.point))
    if policy.amount is not None and distance <= policy.amount:
        return ValueRelation("rounding", f"{plain(distance)} apart, within the tolerance of {plain(policy.amount)}")
    if policy.share is not None and distance <= policy.share * larger:
        return ValueRelation("rounding", f"{plain(distance)} apart, within the tolerance of {plain(policy.share * 100)} %")
    step_one, step_two = one.step or ZERO, two.step or ZERO
    hedged = one.hedge == "~" or two.hedge == "~"
    if hedged or step_one != step_two:
        reach_one, reach_two = excuse(one, policy), excuse(two, policy)
        coarse = reach_one if (step_one, reach_one) >= (step_two, reach_two) else reach_two
        fine = min(reach_one, reach_two) if one.hedge == two.hedge == "~" else ZERO
        reach = coarse if not hedged else max(reach_one if one.hedge == "~" else ZERO, reach_two if two.hedge == "~" else ZERO, coarse)
        if distance <= reach or (fine and distance < reach + fine):
            return ValueRelation("rounding", f"{plain(distance)} apart, and the coarser figure may be rounded by {plain(reach + fine)}")
    gap = _gap(one, two)
    near = gap <= larger * NEAR_MISS_SHARE
    return ValueRelation("apart", f"the intervals do not meet ({plain(gap)} apart)" if gap else "two figures of one precision differ", gap, near)


def _gap(one: Value, two: Value) -> Decimal:
    lower, upper = (two, one) if (two.point or ZERO) < (one.point or ZERO) else (one, two)
    if lower.high is None or upper.low is None:
        return ZERO
    return max(upper.low - lower.high, ZERO)


def _bounds(one: Value, two: Value) -> ValueRelation:
    if one.hedge == two.hedge:
        left, right = _limit(one), _limit(two)
        if one.point is None or two.point is None:  # "hundreds" are many, and not 200
            return ValueRelation("beyond_bound", "words such as hundreds say how large a number is and no bound that another may not pass")
        if abs(left - right) >= max(abs(left), abs(right)) * SAME_WAY_SHARE:
            return ValueRelation("apart", f"two bounds the same way, {plain(abs(left - right))} apart: a tenth or more", abs(left - right))
        return ValueRelation("bounds", "two bounds the same way, less than a tenth apart")
    bound, other = (one, two) if one.hedge in "<>" else (two, one)
    limit, step = _limit(bound), max(bound.step or ZERO, Decimal(1))
    low, high = _ends(other)
    if bound.hedge == ">":
        outside = high is not None and (high < limit)
        edge = low
        far = edge is not None and edge > limit + step
    else:
        outside = low is not None and (low > limit)
        edge = high
        far = edge is not None and edge < limit - min(step, abs(limit) * FAR_BOUNDS)
    if outside:
        nearest = high if bound.hedge == ">" else low
        assert nearest is not None
        gap = abs(limit - nearest)
        slack = excuse(other) if other.point is not None and other.hedge in "=~" else ZERO
        if gap <= slack:
            return ValueRelation("rounding", "the bound is met within rounding")
        return ValueRelation("apart", f"{plain(gap)} outside of the bound", gap, gap <= abs(limit) * NEAR_MISS_SHARE)
    if other.hedge in "<>" and not outside:  # "at least 140" and "up to 800" are both said of figures near them
        far = abs(_limit(other) - limit) > max(step, abs(_limit(other)) * FAR_BOUNDS)
    if far:
        return ValueRelation("beyond_bound", f"inside the bound, but more than a step of {plain(step)} from it")
    return ValueRelation("bounds", f"inside the bound and within a step of {plain(step)}")


def _limit(bound: Value) -> Decimal:
    limit = bound.point if bound.point is not None else bound.low if bound.hedge == ">" else bound.high
    assert limit is not None, bound
    return limit


def _ends(value: Value) -> tuple[Decimal | None, Decimal | None]:
    if value.hedge == "=" and value.point is not None:
        return value.point, value.point
    return value.low, value.high


def _ranges(one: Value, two: Value) -> ValueRelation:
    lows, highs = zip(_ends(one), _ends(two), strict=True)
    low = max(v for v in lows if v is not None) if any(v is not None for v in lows) else None
    high = min(v for v in highs if v is not None) if any(v is not None for v in highs) else None
    if low is None or high is None or low <= high:
        return ValueRelation("bounds", "the ranges overlap")
    gap = low - high
    return ValueRelation("apart", f"the ranges do not meet ({plain(gap)} apart)", gap, gap <= abs(low) * NEAR_MISS_SHARE)
