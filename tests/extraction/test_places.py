"""Which place a surface names, by the words right beside it."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.extraction.capitals import capitals
from factcheck.extraction.gazetteer import Gazetteer
from factcheck.packs.loader import load_rules
from factcheck.text.scan import Scan


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(load_rules())


def places(text: str) -> list[tuple[str, str]]:
    """Each place with the id of its likeliest reading."""
    scan = Scan(text)
    behind = frozenset(office.end + 1 for office in gazetteer().offices(scan))
    return [(mention.text, mention.ids[0]) for mention in gazetteer().places(scan, capitals(scan, [(0, len(text))]), behind)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Birmingham, Alabama, on Sunday", [("Birmingham", "US/Birmingham"), ("Alabama", "US-AL")]),
        ("in Athens, Ga., on Sunday", [("Athens", "US/Athens")]),
        ("in Lebanon, Tenn., on Sunday", [("Lebanon", "US/Lebanon")]),
        ("near Houston on Sunday", [("Houston", "US/Houston")]),
        ("Georgia Governor Brian Kemp", [("Georgia", "GE")]),
        ("Houston Police Chief Art Acevedo", [("Houston", "US/Houston")]),
        ("in Washington Thursday", [("Washington", "US")]),
        ("the Tokyo-Washington alliance", [("Tokyo", "JP"), ("Washington", "US")]),
        ("across South America and Papua New Guinea", [("South America", "001/South America"), ("Papua New Guinea", "PG")]),
        ("Scottish and U.S. police", [("Scottish", "GB-SCT"), ("U.S.", "US")]),
    ],
)
def test_a_place_is_read(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Birmingham on Sunday", [("Birmingham", "GB/Birmingham")]),
        ("in Athens, Greece, on Sunday", [("Athens", "GR"), ("Greece", "GR")]),
        ("leaders of Armenia, Georgia and Lebanon", [("Armenia", "AM"), ("Georgia", "GE"), ("Lebanon", "LB")]),
        ("Lloyd Austin spoke", []),
        ("Mr. Jordan spoke", []),
        ("Defense Secretary Austin spoke", []),
        ("Sofia Marini spoke", []),
        ("Miami-Dade police", []),
        ("turkey, polish and nice weather in may", []),
        ("Male suspects and a Nice try", []),
    ],
)
def test_a_surface_is_not_read_as_what_it_only_looks_like(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found
