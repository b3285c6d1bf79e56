"""What every report for people says the same way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reporters.summary import explanation, for_overview, question, short_ids

from .made import AGREEMENT, CONFLICT, SUCCESSION


@pytest.mark.parametrize(
    ("flips", "asked", "line"),
    [
        ("one counts reserves", "Reserves included?", "Would agree if: one counts reserves. Reserves included?"),
        ("one counts reserves.", "", "Would agree if: one counts reserves."),
        ("one counts reserves", "one counts reserves", "Would agree if: one counts reserves."),
        ("", "Reserves included?", "Reserves included?"),
        ("Reserves included?", "Reserves included?", "Reserves included?"),
        ("Reserves included?", "", "Reserves included?"),
        ("", "", ""),
    ],
)
def test_what_would_flip_it_and_what_to_ask_are_said_once(flips: str, asked: str, line: str) -> None:
    relation = replace(CONFLICT.relations[0], flips=flips)
    assert question(replace(CONFLICT, relations=(relation,), question=asked)) == line


def test_the_change_is_that_of_the_gravest_pair() -> None:
    mild = replace(CONFLICT.relations[0], verdict="undetermined", reason="undated", flips="both were dated")
    assert question(replace(CONFLICT, relations=(mild, *CONFLICT.relations))).startswith("Would agree if: one counts reserves.")


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        ("disputed", "Would agree if: both speak of one day."),
        ("time_dependent", "Would conflict if: both speak of one day."),
        ("undetermined", "Could be told if: both speak of one day."),
        ("not_comparable", "Could be compared if: both speak of one day."),
    ],
)
def test_what_the_change_leads_to_depends_on_the_verdict(verdict: str, line: str) -> None:
    relation = replace(CONFLICT.relations[0], verdict=verdict, flips="both speak of one day")  # type: ignore[arg-type]
    assert question(replace(CONFLICT, verdict=verdict, relations=(relation,), question="both speak of one day")) == line  # type: ignore[arg-type]


def test_a_near_miss_is_said_once() -> None:
    near = replace(CONFLICT, near_miss=True, explanation="They do not meet (5 apart).")
    assert explanation(near) == "They do not meet (5 apart). A near miss."
    assert explanation(replace(near, explanation="They do not meet (5 apart: a near miss).")) == "They do not meet (5 apart: a near miss)."
    assert explanation(replace(near, near_miss=False)) == "They do not meet (5 apart)."


@given(st.lists(st.text("ab", min_size=1, max_size=12), unique=True, max_size=8))
def test_short_ids_tell_findings_apart(ids: list[str]) -> None:
    short = short_ids([replace(CONFLICT, id=name) for name in ids])
    for name in ids:
        assert name.startswith(short[name])
        assert len(short[name]) >= min(6, len(name))
        assert short[name] == name or [other for other in ids if other.startswith(short[name])] == [name]


def test_the_gravest_come_first() -> None:
    listed, left_out = for_overview([AGREEMENT, SUCCESSION, CONFLICT])
    assert ([f.verdict for f in listed], left_out) == (["conflict", "time_dependent", "agree"], "")
