"""The table of time zones is what its generator writes, for territories whose clocks are long settled."""

from __future__ import annotations

import csv

import pytest

from .compile_zones import TABLE, minutes_of

ROWS = {row["territory"]: row["minutes"] for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())}


@pytest.mark.parametrize(("territory", "minutes"), [("IN", "330"), ("ID", "420 480 540"), ("IR", "210 270"), ("GB", "0 60")])
def test_row_is_what_the_generator_writes(territory: str, minutes: str) -> None:
    assert ROWS[territory] == minutes == " ".join(map(str, minutes_of(territory)))


def test_territories_are_sorted_and_stand_once() -> None:
    listed = [line.split(",")[0] for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    assert listed == sorted(set(listed))
