"""What interval a written figure stands for, by its digits and its hedge (DESIGN.md, "Numbers are intervals")."""

from __future__ import annotations

import pytest

from factcheck import find_quantities

# text, hedge, point, low, high, step; "(" and ")" mark an open end
INTERVALS = (
    ("54,000 troops", "=", "54000", "53500", "54500", "1000"),
    ("around 60,000 troops", "~", "60000", "55000", "65000", "10000"),
    ("more than 50,000 troops", ">", "50000", "(50000", "None", "10000"),
    ("over 900 homes", ">", "900", "(900", "None", "100"),
    ("scattered over 900 homes", "=", "900", "855", "945", "100"),
    ("at least 12 people", ">", "12", "12", "None", "1"),
    ("up to 900 jobs", "<", "900", "None", "900", "100"),
    ("fewer than 900 jobs", "<", "900", "None", "900)", "100"),
    ("nearly 300 people", "~", "300", "270", "300)", "100"),
    ("just under 300 people", "<", "300", "270", "300)", "100"),
    ("just over 300 people", ">", "300", "(300", "330", "100"),
    ("40 to 50 tanks", "..", "None", "40", "50", "10"),
    ("6.1 metres", "=", "6.1", "6.05", "6.15", "0.1"),
    (
        "1234567890123456789012345678901 metres",
        "=",
        "1234567890123456789012345678901",
        "1234567890123456789012345678901",
        "1234567890123456789012345678901",
        "1",
    ),
    (
        "100100001000001000001000000020 miles",
        "=",
        "100100001000001000001000000020",
        "100100001000001000001000000015",
        "100100001000001000001000000025",
        "10",
    ),
    ("6.10 metres", "=", "6.10", "6.095", "6.105", "0.01"),
    ("1,203 people", "=", "1203", "1203", "1203", "1"),
    ("about 50 minutes", "~", "50", "45", "55", "10"),
    ("90 people", "=", "90", "90", "90", "10"),
    ("a 60-year-old man", "=", "60", "60", "60", "10"),
    ("9 trillion yen", "=", "9000000000000", "8550000000000", "9450000000000", "1000000000000"),
    ("about 3 people", "~", "3", "2.4", "3.6", "1"),
    ("dozens of homes", ">", "None", "12", "None", "12"),
)


@pytest.mark.parametrize(("text", "hedge", "point", "low", "high", "step"), INTERVALS, ids=[case[0] for case in INTERVALS])
def test_interval(text: str, hedge: str, point: str, low: str, high: str, step: str) -> None:
    (mention,) = find_quantities(text)
    value = mention.value
    assert (mention.hedge, str(value.point)) == (hedge, point)
    assert ("(" if value.low_open else "") + str(value.low) == low
    assert str(value.high) + (")" if value.high_open else "") == high
    assert str(value.step) == step


def test_conversion_in_brackets_belongs_to_the_figure_it_converts() -> None:
    miles, kilometres = find_quantities("It lies 20 miles (32 km) inland.")
    assert miles.value.conversion == kilometres.value
    assert kilometres.value.conversion is None


@pytest.mark.parametrize("text", ["20 miles and 32 km", "20 miles (32 people)", "12 people (5 children)", "20 miles (in 2020)"])
def test_brackets_with_another_thing_convert_nothing(text: str) -> None:
    assert all(mention.value.conversion is None for mention in find_quantities(text))
