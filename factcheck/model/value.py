"""The value of a claim: a number read as an interval, or a name."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.model.interval import Interval

Hedge = Literal["=", "~", "<", ">", ".."]


@dataclass(frozen=True, slots=True)
class Value:
    """What a source printed, read as an interval.

    `text` is the surface. `point` is the number named, `low` and `high` what it may stand for (None: unbounded;
    both None with a `point` of None: no number, a name). `step` is one unit of the last digit that the writer
    vouches for: 54,000 has a step of 1000, 6.1 of 0.1. `unit` is the canonical unit name, None for a bare count.
    `entity` is the id of the thing named, once resolved. `is_implied`: the words print no number but imply that many at
    least ("a man was killed"). `conversion` is the same amount in another unit, in
    brackets in the source. `when` are the days that a date stands for, once resolved.
    """

    text: str
    point: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    hedge: Hedge = "="
    step: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    entity: str | None = None
    conversion: Value | None = None
    is_implied: bool = False
    when: Interval | None = None
