"""Every reason of the contract is explained: its meaning, an example, and what would change the verdict."""

from __future__ import annotations

import pytest

from factcheck.model.finding import REASONS
from factcheck.reporters.reasons import NOTES, reason_text


def test_every_reason_has_a_note_and_every_note_a_reason() -> None:
    assert list(NOTES) == list(REASONS)


@pytest.mark.parametrize("name", REASONS)
def test_a_note_is_an_example_and_a_sentence(name: str) -> None:
    note = NOTES[name]
    assert note.example.endswith((".", '."'))
    assert note.change.endswith(".")
    assert ", if " in note.change or "if they" in note.change


def test_a_reason_reads_so() -> None:
    assert reason_text("stale") == (
        "stale\n"
        "  A source still states in the present tense what an independent source reported as ended.\n"
        "  verdict     conflict, severity error\n"
        '  for example March: "the ban ended". June, elsewhere: "the ban is in force".\n'
        "  would be    a change of state, if a return of the ban was reported.\n"
    )
