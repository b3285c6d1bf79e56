"""Arithmetic of printed figures: what a rounded or hedged number may stand for, and how two of them stand.

Values go in, a relation comes out. It must not know what is counted, nor when.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal

from factcheck.model.relation import AS_PRINTED, Policy, ValueRelation
from factcheck.model.value import Value

# Rounding excuses the coarser of two figures by half a unit of its last significant digit, at most this share of it.
# A hedged one is excused by a whole unit where that is little beside it ("about 7": 6 to 8; "some 2.6 million": 2.5 to 2.7).
UNHEDGED_SHARE = Decimal("0.05")
HEDGED_SHARE, SMALL_HEDGED_SHARE = Decimal("0.1"), Decimal("0.15")  # the second under 100: "around 20" is told of 23
UNIT_SHARE, LEAST_SHARE = Decimal("0.05"), Decimal("0.2")  # a whole unit of large figures, and of whole ones that print each
CUT_SHARE = Decimal("0.025")  # so much may be cut off a figure: "43 million" of 43.7 million
LARGE = 1000  # the last digits of such figures are cut off
FIVES = 5  # about 65 is rounded to fives
DOZEN = 12
SMALL_STEPS = (1, 10)  # of whole numbers under 100 in digits or words
_CONTEXT = Context(prec=999)  # however many digits a figure has, its bounds hold it
VAGUE_TIMES = 10  # "hundreds" are told of up to so many times a hundred
BEYOND_NEARLY = Decimal("0.1")  # of a unit: so far above "nearly 9,000" may the figure be
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
    if value.hedge != "=":
        return reach_hedged(point, step)
    is_exact = policy.exact or (policy.small_are_exact and point < EXACT_BELOW and step in SMALL_STEPS and point == point.to_integral_value())
    if is_exact:
        return ZERO
    return point * LEAST_SHARE if is_fraction(value) else reach_rounded(point, step)


def reach_rounded(point: Decimal, step: Decimal) -> Decimal:
    """How far an unhedged figure may lie from the true number: half a unit; words that count by dozens are told of one more or less, too.

    >>> reach_rounded(Decimal(54000), Decimal(1000)), reach_rounded(Decimal(100), Decimal(100))
    (Decimal('500'), Decimal('5.00'))
    """
    return reach_hedged(point, step) if step == DOZEN else min(step / 2, _CONTEXT.multiply(point, UNHEDGED_SHARE))


def reach_hedged(point: Decimal, step: Decimal) -> Decimal:
    """How far a figure told as about so many may lie from the true number: half a unit, and a whole one where that is little beside it.

    >>> [reach_hedged(Decimal(n), Decimal(unit)) for n, unit in ((7, 1), (65, 1), (60000, 10000))]
    [Decimal('1'), Decimal('2.5'), Decimal('5000')]
    """
    fives = step * FIVES
    unit = fives if step >= 1 and point > fives and point % (step * 10) == fives else step
    share = SMALL_HEDGED_SHARE if point < EXACT_BELOW and step in (*SMALL_STEPS, DOZEN) else HEDGED_SHARE
    half = min(unit / 2, _CONTEXT.multiply(point, share))
    whole = min(step, _CONTEXT.multiply(point, UNIT_SHARE))
    fifth = _CONTEXT.multiply(point, LEAST_SHARE)
    least = min(step, fifth if point < 1 else max(step / 2, fifth)) if step <= 1 else ZERO
    return max(half, whole, least)


def rounds_length(coarse: Value, length: Decimal) -> bool:
    """An unhedged whole number of a large unit tells of a length in a smaller one, given as so many of the large: 43 months are four years.

    Off by half a unit at most, and by an eighth.
    """
    point = coarse.point
    if point is None or coarse.hedge != "=" or point < 2 or point != point.to_integral_value() or coarse.step not in SMALL_STEPS:
        return False
    return abs(point - length) <= min(Decimal("0.5"), point / 8)


def is_fraction(value: Value) -> bool:
    """A part of a unit in words, "half a mile": told of what is somewhat less or more."""
    return value.unit is not None and value.point is not None and value.point == value.step and 0 < value.point < 1


def relate(left: Value, right: Value, policy: Policy = AS_PRINTED) -> ValueRelation:
    """How two figures of one unit stand. Symmetric; reads point, step, low, high and hedge."""
    if left.point == right.point and (left.point is not None or (left.low == right.low and left.high == right.high)):
        return _same_figure(left, right)
    left, right = _as_bound(left), _as_bound(right)
    if left.is_implied or right.is_implied:
        return _implied(left, right)
    if left.hedge in "<>" or right.hedge in "<>":
        one, two = sorted((left, right), key=_order)
        return _bounds(one, two, policy)
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
    if one.is_implied != two.is_implied and "=" in (one.hedge, two.hedge):
        return ValueRelation("same", "the words name as many as the figure says")  # "a man and two girls" and "three people"
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
        if (distance <= reach and not _is_beyond_nearly(one, two) and not _is_beyond_nearly(two, one)) or (fine and distance < reach + fine):
            return ValueRelation("rounding", f"{plain(distance)} apart, and the coarser figure may be rounded by {plain(reach + fine)}")
        if not policy.exact and (_is_cut(one, two) or _is_cut(two, one)):
            return ValueRelation("rounding", "the coarser figure is the other without its last digits")
    gap = _gap(one, two)
    near = gap <= larger * NEAR_MISS_SHARE
    return ValueRelation("apart", f"the intervals do not meet ({plain(gap)} apart)" if gap else "two figures of one precision differ", gap, near)


def _is_beyond_nearly(nearly: Value, other: Value) -> bool:
    """The other is an unhedged figure above one that is told as not quite reached: 94 against "almost 90"."""
    if nearly.hedge != "~" or other.hedge != "=" or nearly.point is None or other.point is None:
        return False
    return nearly.high_open and nearly.high == nearly.point and other.point - nearly.point > (nearly.step or ZERO) * BEYOND_NEARLY


def _is_cut(coarse: Value, fine: Value) -> bool:
    """The coarse figure is the fine one with its last digits cut off, both of them large."""
    if coarse.point is None or fine.point is None or not coarse.step or not fine.step or coarse.step <= fine.step or coarse.point < LARGE:
        return False
    is_less = coarse.point <= fine.point < coarse.point + coarse.step and coarse.point % coarse.step == 0
    return is_less and coarse.hedge == "=" and fine.point - coarse.point <= CUT_SHARE * coarse.point


def _gap(one: Value, two: Value) -> Decimal:
    lower, upper = (two, one) if (two.point or ZERO) < (one.point or ZERO) else (one, two)
    if lower.high is None or upper.low is None:
        return ZERO
    return max(upper.low - lower.high, ZERO)


def _bounds(one: Value, two: Value, policy: Policy) -> ValueRelation:
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
        far = edge is not None and edge > (limit * VAGUE_TIMES if bound.point is None else limit + step)
    else:
        outside = low is not None and (low > limit)
        edge = high
        far = edge is not None and edge < limit - min(step, abs(limit) * FAR_BOUNDS)
    if outside:
        nearest = high if bound.hedge == ">" else low
        assert nearest is not None
        gap = abs(limit - nearest)
        slack = excuse(other, policy) if other.point is not None and other.hedge in "=~" else ZERO
        if gap <= slack:
            return ValueRelation("rounding", "the bound is met within rounding")
        return ValueRelation("apart", f"{plain(gap)} outside of the bound", gap, gap <= abs(limit) * NEAR_MISS_SHARE)
    if other.hedge in "<>" and not outside:  # "at least 140" and "up to 800" are both said of figures near them
        far = abs(_limit(other) - limit) > max(step, abs(_limit(other)) * FAR_BOUNDS)
    if far:
        return ValueRelation("beyond_bound", f"inside the bound, but more than a step of {plain(step)} from it")
    if bound.point is None:
        return ValueRelation("bounds", f"words such as hundreds are said of fewer than {VAGUE_TIMES} times as many")
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
