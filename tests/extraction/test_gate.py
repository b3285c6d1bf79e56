"""Which frames a line is for."""

from __future__ import annotations

import pytest

from factcheck.extraction.gate import Gate

NEEDS = [
    (frozenset({"killed", "dead"}), frozenset({"\x01"})),
    (frozenset({"troop*"}),),
    (frozenset({"\x01", "\x02"}), frozenset({"\x10,"})),
    (),
]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("\x01 people were killed.", [0, 3]),
        ("the dead: \x01", [0, 3]),
        ("troops, trooping", [1, 3]),
        ("in \x10, of \x02", [2, 3]),
        ("\x01 dead troopers in \x10,", [0, 1, 2, 3]),
        ("\x01 people were skilled", [3]),
        ("a trooper's uproar", [1, 3]),
        ("\x01 in \x10 ,", [3]),
        ("", [3]),
    ],
)
def test_a_frame_passes_where_all_its_needs_stand(line: str, numbers: list[int]) -> None:
    (found,) = Gate(NEEDS).lines(line)
    assert found[:2] == (0, line)
    assert sorted(found[2]) == numbers


def test_only_lines_in_which_a_frame_may_match_are_given() -> None:
    assert list(Gate(NEEDS[:3]).lines("quiet words\n\x01 were killed\n\nkilled\nthe trooper\n")) == [
        (12, "\x01 were killed", [0], ["\x01", "were", "killed"]),
        (34, "the trooper", [1], ["the", "trooper"]),
    ]
