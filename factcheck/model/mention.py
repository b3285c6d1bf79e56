"""Mentions: spans of one text with the role they play. Offsets are half-open, in Unicode code points.

Those that every article makes by the dozen are named tuples, which are made in a quarter of the time of a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from factcheck.model.interval import Interval
from factcheck.model.value import Hedge, Value

TimeKind = Literal["date", "time", "duration", "set"]


class QuantityMention(NamedTuple):
    """An amount in a text: `text[start:end]` with its hedge, number and unit, but without the noun counted.

    `kind` says how it is compared: count, money, share, duration, distance, age, ... (a module of `factcheck.kinds`,
    or `measure` for the other units). `unit` is the canonical unit (`metre`, `USD`, `percent`), None for a count.
    `noun` is what is counted, whole ("US military personnel"), with its end in `noun_end`.
    """

    start: int
    end: int
    text: str
    value: Value
    unit: str | None
    hedge: Hedge
    noun: str | None
    kind: str = "count"
    noun_end: int = 0

    @property
    def evidence_end(self) -> int:
        """`end`, or where the brackets close that give the same amount in another unit."""
        conversion = self.value.conversion
        return self.end if conversion is None else self.end + len(conversion.text) + 3


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: `timex` is its TIMEX3 value, `edtf` the interval or None, `unresolved` why there is none or only a wide one.

    `note` says what else it may mean (03/04/2025).
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    timex: str | None
    edtf: str | None
    interval: Interval | None = None
    unresolved: str | None = None
    note: str | None = None


class PlaceMention(NamedTuple):
    """A place or organisation: every `ids` it may be (ISO codes, `org:NATO`), and the `form` of its name.

    `form` is name, adjective ("Japanese"), capital, metonym ("the Kremlin") or organisation.
    """

    start: int
    end: int
    text: str
    ids: tuple[str, ...]
    form: str


class OfficeMention(NamedTuple):
    """A title: the ids of the offices it may name, with the jurisdictions that its words imply (empty: any).

    `modality` is former, planned (-elect, nominee) or asserted; `acting` an acting holder.
    """

    start: int
    end: int
    text: str
    offices: tuple[str, ...]
    jurisdictions: tuple[str, ...] = ()
    modality: str = "asserted"
    acting: bool = False
    plural: bool = False


class NameMention(NamedTuple):
    """A run of capitalised words that no lexicon knows: a person, a company, a ship. `text` has no title."""

    start: int
    end: int
    text: str


class TimeSpan(Protocol):
    """A time expression before it is resolved: extraction makes it, resolution reads its form."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> TimeKind: ...


Mention = QuantityMention | PlaceMention | OfficeMention | NameMention | TimeSpan
