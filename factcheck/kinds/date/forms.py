"""What an expression of time says before anyone knows when it was said: symbolic forms.

Each is immutable and hashable and says nothing of the article. Units are the letters of TIMEX3: S second, MIN minute,
H hour, D day, W week, WE weekend, M month, Q quarter, HY half year, Y year, E decade, C century, L millennium.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

# "context" is the reading before in the text; "report" the quarter that the text reports on, else the last full one.
Anchor = Literal["now", "context", "report"]
TimeKind = Literal["date", "time", "duration", "set"]
Tense = Literal["past", "future"]
Modifier = Literal["start", "mid", "end", "approx", "since", "until"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, month or day by number; what is None is left to the article's date. `weekday` (Monday is 0) only confirms."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in figures whose order of day and month the country decides: 03/04/2025."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week. `week` counts calendar weeks from the present one; None: the nearest that the tense allows.

    `nearest`: -1 the last such day before the article's, 1 the first after it.
    """

    day: int
    week: int | None = None
    nearest: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit counted from the present one (0): yesterday is D -1, next year Y 1."""

    unit: str
    offset: int = 0
    anchor: Anchor = "now"


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered or named part of a year: Q3, H1, SU (season), W31, MONTH 4; `of` is the year.

    `offset` -1 or 1: the last or next such part that has wholly gone or is wholly to come.
    """

    unit: str
    number: int | str
    of: Form | None = None
    fiscal: bool = False
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal year by its number, or counted from the present one; `country` (ISO 3166) where the text names it.

    `begun`: the number is the calendar year it begins in, whatever its name (FY2013/14).
    """

    year: int | None = None
    offset: int = 0
    country: str = ""
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """Amounts of units before (-1) or after (1) an anchor; an amount of None is a vague one.

    `exact`: the day itself is meant ("two weeks from tomorrow"), not the week or month it lies in.
    """

    amounts: tuple[tuple[int | None, str], ...]
    sign: int
    anchor: Anchor | Form = "now"
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length: amounts (digits as written, or "X") of units.

    `lies` tells whether it ends (past) or begins (future) now; event: it is counted from something without a date.
    """

    amounts: tuple[tuple[str, str], ...]
    lies: Literal["past", "future", "event"] | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times: the TIMEX3 value says what repeats."""

    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on a day; `part` stands where only a part of the day is named (MO, AF, EV, NI, ...)."""

    of: Form | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: 198 is the 1980s."""

    tens: int


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years: 19 is the 20th century."""

    hundreds: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day of a year."""

    name: str
    of: Form | None = None
    nearest: int = 0


@dataclass(frozen=True, slots=True)
class Nth:
    """The number-th unit (-1 the last) within another: the 15th day of next month, the first week of 2021.

    D0 to D6 are Mondays to Sundays.
    """

    number: int
    unit: str
    of: Form


@dataclass(frozen=True, slots=True)
class Elapsed:
    """In its 400th day: the article's day, that many units after something began."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Range:
    """From one to another, both included."""

    first: Form
    last: Form


@dataclass(frozen=True, slots=True)
class Modified:
    """Early, mid, late, about, since or until a form."""

    form: Form
    modifier: Modifier


@dataclass(frozen=True, slots=True)
class Unknown:
    """A time that hangs on something that no calendar knows."""

    reason: str
    timex: str | None = None


Form = (
    Calendar
    | Numeric
    | Weekday
    | Period
    | Part
    | Fiscal
    | Shift
    | Duration
    | Reference
    | Every
    | Clock
    | Decade
    | Century
    | Holiday
    | Nth
    | Elapsed
    | Range
    | Modified
    | Unknown
)


class TimeExpression(NamedTuple):
    """A stretch of a text that speaks of time: `form` is what it says, `tense` what its sentence is told in.

    `alone`: no mention before can change what it means.
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    form: Form
    tense: Tense | None = None
    alone: bool = False
