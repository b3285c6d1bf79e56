"""Dates in odd writings, and numbers that only look like one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck.extraction.times import find_times


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Filed 24apr2025 in Lund.", "24apr2025"),
        ("Filed April/24/2025 in Lund.", "April/24/2025"),
        ("Filed 24 - April - 2025 in Lund.", "24 - April - 2025"),
        ("Filed 24. Apr. 2025 in Lund.", "24. Apr. 2025"),
        ("Filed 2025.04.24 in Lund.", "2025.04.24"),
        ("Filed Apr 24th,2025 in Lund.", "Apr 24th,2025"),
        ("Filed 24 April 2025 in Lund.", "24 April 2025"),
    ],
)
def test_a_date_in_any_writing_is_one_day(text: str, surface: str) -> None:
    assert [(m.text, m.timex, m.edtf) for m in find_times(text)] == [(surface, "2025-04-24", "2025-04-24")]


@pytest.mark.parametrize("text", ["Version 2025.14.24 is out.", "Part 24mar20257 is sold out.", "Ring 99apr2025 please.", "It is 10.11.12.13 here."])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [m for m in find_times(text) if m.edtf and len(m.edtf) == 10] == []


def test_dateparser_is_imported_only_where_such_a_date_stands() -> None:
    script = (
        "import sys, factcheck; factcheck.find_times('on 24 April 2025'); print('dateparser' in sys.modules); "
        "factcheck.find_times('24apr2025'); print('dateparser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
