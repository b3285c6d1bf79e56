"""Points of the compass."""

from __future__ import annotations

import pytest

from factcheck.kinds.bearing import bearing_value, relate


@pytest.mark.parametrize(
    ("left", "right", "standing"),
    [
        ("west", "west", "same"),
        ("west", "west-southwest", "refinement"),
        ("north", "north-northwest", "refinement"),
        ("west", "southwest", "unknown"),
        ("west", "south", "apart"),
        ("north", "south", "apart"),
    ],
)
def test_how_two_directions_stand(left: str, right: str, standing: str) -> None:
    assert relate(bearing_value(left), bearing_value(right)).standing == standing
    assert relate(bearing_value(right), bearing_value(left)).standing == standing


def test_a_word_that_is_no_point_of_the_compass_has_no_number() -> None:
    assert bearing_value("upwards").point is None
