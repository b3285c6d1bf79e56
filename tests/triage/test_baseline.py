"""The baseline: a file that merges, with what was accepted and nothing else in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reporters.made import CONFLICT

from factcheck.errors import UsageError
from factcheck.model.finding import Relation
from factcheck.triage.baseline import Baseline, Entry, entry_of, read, write

HEAD = '{"schema": "factcheck-baseline/1", "fingerprints": "factcheck-finding/1"}\n'
ONE = Entry("aaaaaaaaaaaaaaaa", "conflict", "stationed_personnel", "soldiers in Ruritania", ("780", "about 900"))
TWO = Entry("bbbbbbbbbbbbbbbb", "disputed", "length", "Zenda bridge", ("40 metres", "55 metres"), ("cccccccccccccccc",))


def test_one_entry_a_line_sorted_by_what_it_is_about() -> None:
    assert write([ONE, TWO]) == HEAD + (
        '{"attribute": "length", "subject": "Zenda bridge", "values": ["40 metres", "55 metres"], "verdict": "disputed",'
        ' "fingerprint": "bbbbbbbbbbbbbbbb", "also": ["cccccccccccccccc"]}\n'
        '{"attribute": "stationed_personnel", "subject": "soldiers in Ruritania", "values": ["780", "about 900"], "verdict": "conflict",'
        ' "fingerprint": "aaaaaaaaaaaaaaaa"}\n'
    )


def test_the_order_of_the_entries_changes_no_byte() -> None:
    assert write([ONE, TWO]) == write([TWO, ONE, TWO])


def test_what_was_written_is_read_back() -> None:
    assert read(write([ONE, TWO]), "b").entries == (TWO, ONE)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.builds(Entry, st.text("0123456789abcdef", min_size=16, max_size=16), st.just("conflict"), st.text(), st.text(), st.tuples(st.text())))
)
def test_any_text_of_an_article_survives(entries: list[Entry]) -> None:
    text = write(entries)
    assert read(text, "b").entries == Baseline(entries).entries
    assert text.isascii()
    assert text.count("\n") == len(Baseline(entries).entries) + 1


def test_lines_that_a_merge_left_twice_are_one_entry() -> None:
    text = write([ONE, TWO])
    assert read(text + text.removeprefix(HEAD), "b").entries == (TWO, ONE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "",
            'b:1: not a baseline: expected a first line with "schema": "factcheck-baseline/1"; make it anew with: factcheck',
        ),
        ("[]\n", 'b:1: not a baseline: expected a first line with "schema"'),
        ('{"schema": "factcheck-baseline/9"}\n', 'b:1: not a baseline: expected a first line with "schema"'),
        (HEAD.replace("finding/1", "finding/9"), "b:1: made with fingerprints of another version (factcheck-finding/9, here: factcheck-finding/1)"),
        (HEAD + "\n<<<<<<< HEAD\n", "b:3: a mark of an unfinished merge; keep the entries of both sides, and take the mark out"),
        (HEAD + '{"fingerprint": "a"}\n', "b:2: not an entry of a baseline ('verdict' is missing); take the line out, or make it anew"),
        (HEAD + write([ONE]).split("\n")[1].replace('"conflict"', '"odd"'), 'b:2: no verdict is called "odd"'),
        (HEAD + write([ONE]).split("\n")[1].replace('"soldiers in Ruritania"', "7"), "b:2: not an entry of a baseline (expected a text, found 7)"),
    ],
)
def test_a_file_that_is_no_baseline_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(text, "b")
    assert str(caught.value).startswith(said)


def test_an_entry_is_found_by_any_of_its_names() -> None:
    baseline = Baseline([ONE, TWO])
    assert baseline.find(["cccccccccccccccc"], "disputed") == TWO
    assert baseline.find(["dddddddddddddddd"], "disputed") is None


def test_what_became_graver_is_not_what_was_accepted() -> None:
    baseline = Baseline([TWO])
    assert baseline.find(["bbbbbbbbbbbbbbbb"], "conflict") is None
    assert baseline.find(["bbbbbbbbbbbbbbbb"], "undetermined") == TWO


def test_an_entry_has_the_two_values_of_its_pair() -> None:
    relation = Relation(0, 1, "conflict", "disjoint_values", "", fingerprint="f" * 16, aliases=("e" * 16,))
    entry = entry_of(replace(CONFLICT, relations=(relation,)), relation)
    assert entry == Entry("f" * 16, "conflict", "stationed_personnel", "soldiers in Ruritania", ("780", "about 900"), ("e" * 16,))
