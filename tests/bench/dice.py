"""Seeded choices, and invented names put together of parts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from bench import wording as w

T = TypeVar("T")


class Dice:
    """Choices by `random()` alone, whose sequence no version of Python changes."""

    def __init__(self, *seed: object) -> None:
        self._random = random.Random("/".join(map(str, seed))).random

    def pick(self, of: Sequence[T]) -> T:
        return of[int(self._random() * len(of))]

    def number(self, low: int, high: int) -> int:
        return low + int(self._random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        return self._random() < share

    def shuffled(self, of: Sequence[T]) -> list[T]:
        return [item for _, _, item in sorted((self._random(), number, item) for number, item in enumerate(of))]

    def surname(self) -> str:
        return self.pick(w.ONSETS) + self.pick(w.MIDDLES) + self.pick(w.ENDS)

    def person(self) -> str:
        return f"{self.pick(w.GIVEN)} {self.surname()}"

    def town(self) -> str:
        return self.pick(w.TOWN_FRONTS) + self.pick(w.ONSETS) + self.pick(w.MIDDLES) + self.pick(w.TOWN_ENDS)
