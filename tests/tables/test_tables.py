"""Tables compiled from other people's data are what their source gives, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import given_names, territories

RULES = Path(__file__).resolve().parents[2] / "rules"


def test_territories_are_those_of_cldr() -> None:
    assert territories.render() == (RULES / "places/reference/territories.csv").read_text(encoding="utf-8")


def test_given_names_are_those_of_their_source() -> None:
    assert given_names.render() == (RULES / "names/reference/given_names.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("row", ["JP,Japan", "NO,Norway", "CI,Côte d'Ivoire", "TW,Taiwan"])
def test_territories_hold(row: str) -> None:
    assert row in territories.render().split("\n")


@pytest.mark.parametrize("code", ["ZZ", "EU", "UN", "XA"])
def test_codes_of_no_territory_are_left_out(code: str) -> None:
    assert f"\n{code}," not in territories.render()
