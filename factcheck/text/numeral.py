"""A numeral as read: its number, its stated precision, and the arithmetic that keeps both exact."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

_CONTEXT = Context(prec=28)
_LONG = Context(prec=60)


@dataclass(frozen=True, slots=True, eq=False)
class Numeral:
    """`[start, end)` of the token, the number, and one unit of its last significant digit (1000 for 54,000).

    `scale` is the power of ten that a scale word gave; `suffix` the letters of a glued scale ("3bn", "5m"), which may
    be a unit instead: `bare_end` and `bare` are then the number without it. `is_vague`: a plural scale word alone
    ("thousands"), a lower bound. `is_spelled`: starts with a word. `part`: a fraction in words ("two-thirds").
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    scale: int = 0
    suffix: str = ""
    bare_end: int = 0
    bare: Decimal = Decimal(0)
    is_vague: bool = False
    is_spelled: bool = False
    is_part: bool = False
    digits: str = ""


def step_of(value: Decimal) -> Decimal:
    """One unit of the last significant digit: 54,000 gives 1000, 6.10 gives 0.01, 0 gives 1.

    >>> step_of(Decimal("54000")), step_of(Decimal("6.10")), step_of(Decimal("203"))
    (Decimal('1000'), Decimal('0.01'), Decimal('1'))
    """
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent < 0:
        return Decimal((0, (1,), exponent if isinstance(exponent, int) else 0))
    for digit in reversed(digits):
        if digit:
            return plain(Decimal((0, (1,), exponent)))
        exponent += 1
    return Decimal(1)


def plain(value: Decimal) -> Decimal:
    """The same number without a positive exponent, so that its digits print as they are."""
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1), context=_LONG) if isinstance(exponent, int) and exponent > 0 else value


def whole(value: Decimal) -> Decimal:
    """The same number, without zeros behind the point where it is whole: words state no decimals."""
    return value.quantize(Decimal(1), context=_LONG) if value == value.to_integral_value() else value


def ratio(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    """`numerator / denominator` to 28 digits, whatever the caller's decimal context."""
    return _CONTEXT.divide(Decimal(numerator), Decimal(denominator))


def times(value: Decimal, power: int) -> Decimal:
    """`value` times ten to the power."""
    return plain(value.scaleb(power, context=_CONTEXT)) if power else value


def add(one: Decimal, two: Decimal) -> Decimal:
    """The sum to 28 digits, whatever the caller's decimal context."""
    return _CONTEXT.add(one, two)


def multiply(one: Decimal, two: Decimal) -> Decimal:
    """The product to 28 digits, whatever the caller's decimal context."""
    return _CONTEXT.multiply(one, two)
