"""YAML comes in as plain text, lists and dicts, or is refused with its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import PackError
from factcheck.yaml_door import load, load_documents


def test_scalars_stay_text() -> None:
    text = "country: NO\nat: 12:30\nyes: yes\nday: 2025-10-21\nn: 012\nnothing: ~\nempty:\n"
    assert load(text, "a.yml").data == {"country": "NO", "at": "12:30", "yes": "yes", "day": "2025-10-21", "n": "012", "nothing": "~", "empty": ""}


def test_lists_and_mappings_nest() -> None:
    assert load("a:\n  - x\n  - {b: [1, 2]}\n", "a.yml").data == {"a": ["x", {"b": ["1", "2"]}]}


def test_documents_are_parted_and_know_their_lines() -> None:
    assert [(d.line, d.data) for d in load_documents("a: 1\n---\nb: 2\n", "a.yml")] == [(1, {"a": "1"}), (2, {"b": "2"})]


def test_an_empty_text_is_no_document() -> None:
    assert load_documents("# only a note\n", "a.yml") == ()
    assert load("", "a.yml").data == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 'f.yml:3:1: the key "a" is repeated'),
        ("a:\n  - {x: 1, x: 2}\n", 'f.yml:2:12: the key "x" is repeated'),
        ("a: &one 1\nb: *one\n", "f.yml:1:4: anchors and aliases are not allowed; write the value out"),
        ("<<: x\n", "f.yml:1:1: merge keys are not allowed; write the values out"),
        ("a: !!int 3\n", "f.yml:1:4: tags are not allowed (tag:yaml.org,2002:int); all values are text and the schema types them"),
        ("a:\n\t- b\n", "f.yml:2:1: not valid YAML: a tab stands where YAML wants spaces"),
        ("a: b: c\n", 'f.yml:1:5: not valid YAML: a ": " inside a value, or a key that is indented wrongly; quote the text or mend the indentation'),
        ("a:\n  - b\n c: 1\n", "f.yml:3:2: not valid YAML: this line is indented unlike the keys above it"),
        ("a: 'x\n", "f.yml:2:1: not valid YAML: a quotation is not closed"),
        ("a: [1, 2\n", "f.yml:2:1: not valid YAML: a bracket is not closed, or a comma is missing"),
        ("a: @x\n", "f.yml:1:4: not valid YAML: this character cannot start a value; quote the text"),
        ("ok: 1\na: \x07\n", "f.yml:2:4: not valid YAML: control characters are not allowed"),
        ("? [a]\n: b\n", "f.yml:1:3: a key must be a plain text"),
        ("a: 1\n---\nb: 2\n", "f.yml:2:1: a second document begins here; only one is expected"),
        ("[" * 60, "f.yml:1:41: nested deeper than 40 levels"),
    ],
)
def test_what_is_not_plain_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(PackError) as error:
        load(text, "f.yml")
    assert str(error.value) == message


def test_a_value_and_its_key_are_found() -> None:
    document = load("a: 1\nb:\n  - x\n  - y: deep\n", "f.yml")
    assert document.where(["a"]) == (1, 4)
    assert document.where(["a"], at_key=True) == (1, 1)
    assert document.where(["b"]) == (2, 1)
    assert document.where(["b", 1, "y"]) == (4, 8)
    assert document.where(["b", 1, "y"], at_key=True) == (4, 5)
    assert document.where(["b", 1, "gone", 3]) == (4, 5)


def test_places_count_from_the_line_where_the_text_begins() -> None:
    assert load("a: 1\n", "f.yml", first_line=7).where(["a"]) == (7, 4)
    with pytest.raises(PackError, match=r"f\.yml:8:1: the key"):
        load("a: 1\na: 2\n", "f.yml", first_line=7)


def test_places_are_those_of_their_own_document() -> None:
    first, second = load_documents("a: 1\nc: 3\n---\nb: 1\na: 2\n", "f.yml")
    assert first.where(["a"]) == (1, 4)
    assert second.where(["a"]) == (5, 4)
    assert second.where(["c"]) == (4, 1)


_plain = st.recursive(
    st.text("abcNO:# -'\"é日", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc -:", max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(_plain)
def test_what_json_writes_comes_back(data: object) -> None:
    import json

    assert load(json.dumps(data, ensure_ascii=False), "f.yml").data == data
