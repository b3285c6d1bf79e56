"""Objects that are written when they are first looked at."""

from __future__ import annotations

import copy
import pickle
from dataclasses import asdict, dataclass, replace

import pytest

from factcheck.model.late import Late, later


@dataclass(frozen=True, slots=True)
class Note(Late):
    name: str
    lines: tuple[str, ...] = ()


class Writer:
    def __init__(self) -> None:
        self.asked = 0

    def fields(self) -> tuple[object, ...]:
        self.asked += 1
        return "tide", ("high at noon",)


AT_ONCE = Note("tide", ("high at noon",))


def test_nothing_is_written_before_somebody_looks_and_everything_once() -> None:
    writer = Writer()
    note = later(Note, writer)
    assert writer.asked == 0
    assert (note.lines, note.name, note.lines) == (("high at noon",), "tide", ("high at noon",))
    assert writer.asked == 1


def test_it_is_equal_to_one_that_was_made_at_once() -> None:
    assert later(Note, Writer()) == AT_ONCE == later(Note, Writer())
    assert later(Note, Writer()) != Note("ebb")
    assert hash(later(Note, Writer())) == hash(AT_ONCE)
    assert repr(later(Note, Writer())) == "Note(name='tide', lines=('high at noon',))"


def test_copies_and_what_leaves_the_process_are_written() -> None:
    assert pickle.loads(pickle.dumps(later(Note, Writer()))) == AT_ONCE
    assert copy.copy(later(Note, Writer())) == AT_ONCE == copy.deepcopy(later(Note, Writer()))
    assert replace(later(Note, Writer()), name="ebb") == Note("ebb", ("high at noon",))
    assert asdict(later(Note, Writer())) == {"name": "tide", "lines": ("high at noon",)}


@pytest.mark.parametrize("note", [AT_ONCE, later(Note, Writer())], ids=["at_once", "later"])
def test_an_attribute_that_is_no_field_is_none_of_it(note: Note) -> None:
    with pytest.raises(AttributeError, match="'Note' object has no attribute 'author'"):
        note.author  # type: ignore[attr-defined]  # noqa: B018
    assert note.name == "tide"
