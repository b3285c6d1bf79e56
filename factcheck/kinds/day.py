"""Days, months and years as values: how two stretches of the calendar stand.

A date is a `Value` without a number; its days stand in `when`, and in `entity` as EDTF ("2010-09-10", "1967"). A hedge of "~" says that it may
be a day off: it was told as "today", or at night, when two clocks give two days.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.model.interval import Interval
from factcheck.model.relation import ValueRelation
from factcheck.model.value import Hedge, Value


def day_value(text: str, interval: Interval | None, hedge: Hedge = "=") -> Value:
    """The value of a date; `interval` None where its days are not known."""
    return Value(text, hedge=hedge, entity=interval.edtf() if interval is not None else None, when=interval)


def relate(left: Value, right: Value) -> ValueRelation:
    """How two dates stand. Symmetric. Of two grains the coarser holds the finer; a day apart is no difference where one of them may be off."""
    one, two = left.when, right.when
    if one is None or two is None or not (one.is_bounded and two.is_bounded):
        return ValueRelation("unknown", "one of the two names no day that is known")
    if one == two:
        return ValueRelation("same", "the same date")
    if one.meet(two) is not None:
        return ValueRelation("refinement", "one date is told more coarsely, and the other lies in it")
    gap = one.gap_days(two)
    if gap == 1 and "~" in (left.hedge, right.hedge):
        return ValueRelation("unknown", "the dates lie a day apart, and one of them is told by the day of writing or by night")
    return ValueRelation("apart", f"the dates lie {gap} day{'s' if gap > 1 else ''} apart", Decimal(gap))
