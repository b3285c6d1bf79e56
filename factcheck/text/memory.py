"""What was learnt about each word of the texts read so far, for loops that look up every word of every text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MOST = 1 << 17  # words; beyond them the memory begins anew


class Remembered(dict[str, T]):
    """A dictionary that learns what it does not know. Reading it costs a look-up of the interpreter and no call."""

    __slots__ = ("_learn",)

    def __init__(self, learn: Callable[[str], T]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, word: str) -> T:
        if len(self) >= MOST:
            self.clear()
        self[word] = learnt = self._learn(word)
        return learnt
