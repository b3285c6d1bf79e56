"""How two values stand before anything is known of times, scopes and speakers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Standing = Literal["same", "rounding", "bounds", "refinement", "conversion", "apart", "beyond_bound", "other_measure", "unknown", "both"]


@dataclass(frozen=True, slots=True)
class ValueRelation:
    """`standing` of two values, in words in `why`.

    `same` to `conversion` can both be right. `apart`: they cannot. `beyond_bound`: inside a stated bound but far from it.
    `other_measure`: units that do not compare. `unknown`: cannot be told (a surname alone). `both`: different values that
    one subject may have together. `gap` is the distance between the intervals, `near_miss` that it is small beside the values.
    """

    standing: Standing
    why: str
    gap: Decimal | None = None
    near_miss: bool = False

    @property
    def can_both_be_right(self) -> bool:
        return self.standing in ("same", "rounding", "bounds", "refinement", "conversion")


@dataclass(frozen=True, slots=True)
class Policy:
    """What an attribute's YAML says of comparing its values. `exact`: no rounding is excused; `small_are_exact`: none of
    a whole number under 100, as people are counted. `share` and `amount`: how far
    apart two figures may lie and still be one, as a share of the larger and in the unit.
    """

    exact: bool = False
    small_are_exact: bool = True
    share: Decimal | None = None
    amount: Decimal | None = None


AS_PRINTED = Policy()
