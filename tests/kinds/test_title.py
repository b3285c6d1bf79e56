"""Names of things: which spellings and short forms are one."""

from __future__ import annotations

import pytest

from factcheck.kinds.title import is_generic, relate
from factcheck.model.value import Value


@pytest.mark.parametrize(
    ("left", "right", "standing"),
    [
        ("Perseus", "Perseo", "same"),
        ("Operation Perseus", "Perseus", "same"),
        ("MV Sea Star", "Sea Star", "same"),
        ("St. Brigid's Hospital", "Saint Brigid’s", "same"),
        ("Bloor Street West", "Bloor", "same"),
        ("Vauxhall Astra", "Astra", "same"),
        ("North Street", "South Street", "apart"),
        ("Audi", "Audi A6", "refinement"),
        ("Clean Hands", "Clean Hands II", "refinement"),
        ("Eagle", "Falcon", "apart"),
        ("Gaddafi", "Kadhafi", "apart"),
        ("Apollo 11", "Apollo 12", "apart"),
        ("Ocean Pearl", "Ocean Harvest", "apart"),
    ],
)
def test_two_names_of_things(left: str, right: str, standing: str) -> None:
    assert relate(Value(left), Value(right)).standing == standing
    assert relate(Value(right), Value(left)).standing == standing


def test_a_word_for_a_kind_of_thing_is_no_name() -> None:
    assert is_generic("Hospital")
    assert not is_generic("St Mary's Hospital")
