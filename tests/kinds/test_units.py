"""Units convert within a dimension, compounds included, and not beyond it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.kinds.units import convert, unit_named


@pytest.mark.parametrize(
    ("amount", "unit", "to", "expected"),
    [
        ("20", "mile", "kilometre", "32.18688"),
        ("1", "metric ton", "kilogram", "1000"),
        ("2", "hour", "minute", "120"),
        ("100", "degree Celsius", "degree Fahrenheit", "212"),
        ("32", "degree Fahrenheit", "degree Celsius", "0"),
        ("50", "basis point", "percentage point", "0.5"),
        ("5", "USD", "USD", "5"),
        ("36", "kilometre per hour", "metre per second", "10"),
        ("150", "cent", "USD", "1.5"),
    ],
)
def test_amount_converts(amount: str, unit: str, to: str, expected: str) -> None:
    one, two = unit_named(unit), unit_named(to)
    assert one is not None
    assert two is not None
    made = convert(Decimal(amount), one, two)
    assert made is not None
    assert round(made, 9) == Decimal(expected)


@pytest.mark.parametrize(("unit", "to"), [("mile", "hour"), ("USD", "EUR"), ("kilogram", "litre"), ("percent", "percentage point"), ("year", "mile")])
def test_amount_of_another_dimension_does_not(unit: str, to: str) -> None:
    one, two = unit_named(unit), unit_named(to)
    assert one is not None
    assert two is not None
    assert convert(Decimal(1), one, two) is None


@pytest.mark.parametrize("name", ["smoot", "", "metre per", "per hour", "percentage of"])
def test_unknown_unit_is_none(name: str) -> None:
    assert unit_named(name) is None
