"""The tables of units and currencies are what pint and CLDR give, byte for byte; what news adds is sorted and known."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factcheck.kinds.units import unit_named, unit_names

from .compile_units import TABLES, currencies_table, units_table


@pytest.mark.parametrize(("name", "compiled"), [("units.csv", units_table), ("currencies.csv", currencies_table)])
def test_table_is_what_the_generator_writes(name: str, compiled: object) -> None:
    assert (TABLES / name).read_text(encoding="utf-8") == compiled()  # type: ignore[operator]


@pytest.mark.parametrize("name", ["units_news.csv", "currencies_news.csv"])
def test_news_usage_is_sorted_unique_and_of_known_units(name: str) -> None:
    rows = list(csv.DictReader((Path(TABLES) / name).read_text(encoding="utf-8").splitlines()))
    surfaces = [row["surface"] for row in rows]
    assert surfaces == sorted(set(surfaces))
    assert [row["unit"] for row in rows if unit_named(row["unit"]) is None] == []


def test_every_written_name_is_of_a_unit_that_can_be_named_again() -> None:
    names = unit_names()
    found = {*names.words.values(), *names.signs.values(), *names.before.values()}
    assert sorted(unit.name for unit in found if unit_named(unit.name) != unit) == []
