"""Objects that are written when somebody first looks at them: most findings of a large batch are only sorted and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar


class Late:
    """What a frozen slotted dataclass is derived from so that `later` can make one of it."""

    __slots__ = ("_source",)

    if not TYPE_CHECKING:  # for a type checker every field is there

        def __getattr__(self, name: str) -> object:
            source = None if name == "_source" else getattr(self, "_source", None)
            if source is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            self.__init__(*source.fields())
            object.__setattr__(self, "_source", None)
            return object.__getattribute__(self, name)


L = TypeVar("L", bound=Late)


class Source(Protocol):
    """Knows all fields of an object, in their order."""

    def fields(self) -> tuple[object, ...]: ...


def later(kind: type[L], source: Source) -> L:
    """One of this kind whose fields the source is asked for once, when the first of them is read.

    It is equal to one that was made at once, and leaves the process as one.
    """
    made = object.__new__(kind)
    object.__setattr__(made, "_source", source)
    return made
