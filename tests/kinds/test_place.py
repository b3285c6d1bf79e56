"""How two places stand as values."""

from __future__ import annotations

import pytest

from factcheck.kinds.place import relate
from factcheck.model.value import Value


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("place:JP/Tokyo", "place:JP/Tokyo", "same"),
        ("place:JP/Tokyo", "place:JP", "refinement"),
        ("place:US-TX", "place:US", "refinement"),
        ("place:US/Austin", "place:US-TX", "unknown"),
        ("place:US/Austin", "name:kalmora", "unknown"),
        ("place:US/Austin", "place:US/Boston", "apart"),
        ("place:US-TX", "place:US-OH", "apart"),
        ("place:JP/Tokyo", "place:FR", "apart"),
    ],
)
def test_places(left: str, right: str, expected: str) -> None:
    one, two = Value(left, entity=left), Value(right, entity=right)
    assert relate(one, two).standing == expected
    assert relate(two, one).standing == expected
