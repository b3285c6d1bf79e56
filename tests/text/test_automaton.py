"""The loop over matches ends, whatever the pattern."""

from __future__ import annotations

import pytest

from factcheck.text.automaton import compile_latin, spans


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("ab?", [(0, 2), (3, 4)]), ("x", []), ("(?:)", []), ("(?:|a)", [])],
)
def test_spans_stand_left_to_right_and_a_match_of_nothing_ends_them(pattern: str, found: list[tuple[int, int]]) -> None:
    assert list(spans(compile_latin(pattern), b"abca")) == found
