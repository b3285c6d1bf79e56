"""Amounts told in two units are one amount in the smaller."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.extraction.quantities import quantities_in, with_rests
from factcheck.text.scan import Scan


def read(text: str) -> list[tuple[str, Decimal | None, str | None]]:
    scan = Scan(text)
    return [(mention.text, mention.value.point, mention.unit) for mention in with_rests(quantities_in(scan), scan)]


@pytest.mark.parametrize(
    ("text", "whole", "point", "unit"),
    [
        ("The court gave her four years and nine months.", "four years and nine months", 57, "month"),
        ("The climb took 2 hours, 15 minutes.", "2 hours, 15 minutes", 135, "minute"),
        ("The winner needed two hours, three minutes and 59 seconds.", "two hours, three minutes and 59 seconds", 7439, "second"),
        ("The keeper is 6 feet 2 inches tall.", "6 feet 2 inches", 74, "inch"),
        ("The twin weighed 7 pounds 3 ounces.", "7 pounds 3 ounces", 115, "ounce"),
        ("He faces up to 31 years and eight months.", "up to 31 years and eight months", 380, "month"),
    ],
)
def test_a_larger_and_a_smaller_unit_are_one_amount(text: str, whole: str, point: int, unit: str) -> None:
    assert read(text) == [(whole, Decimal(point), unit)]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The road is 5 km, 300 metres of it paved.", ["kilometre", "metre"]),
        ("They got three years and two years.", ["year", "year"]),
        ("He spent two years and 30 months on it.", ["year", "month"]),
        ("The child is 2 years and 3 months old.", ["year", "month of age"]),
        ("It took six months and two years.", ["month", "year"]),
        ("They ran 10 miles and three hours later slept.", ["mile", "hour"]),
    ],
)
def test_two_amounts_stay_two(text: str, units: list[str]) -> None:
    assert [unit for _, _, unit in read(text)] == units
