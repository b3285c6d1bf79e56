"""Texts of a relation that are written when somebody reads them: most relations of a large batch are never looked into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload


class Later(Sequence[str]):
    """The texts that a call gives, as the tuple that they are equal to; the call is made once, when the first is read."""

    __slots__ = ("_texts", "_write")

    def __init__(self, write: Callable[[], tuple[str, ...]]) -> None:
        self._write: Callable[[], tuple[str, ...]] | None = write
        self._texts: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        if self._write is not None:
            self._texts, self._write = self._write(), None
        return self._texts

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        return self.texts[at]

    def __len__(self) -> int:
        return len(self.texts)

    def __eq__(self, other: object) -> bool:
        return self.texts == (other.texts if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self.texts)

    def __repr__(self) -> str:
        return repr(self.texts)

    def __reduce__(self) -> tuple[type[tuple[str, ...]], tuple[tuple[str, ...]]]:
        return tuple, (self.texts,)  # another process gets the words alone
