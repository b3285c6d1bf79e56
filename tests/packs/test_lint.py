"""Lint says what is allowed but not good, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.packs.lint import lint
from factcheck.packs.loader import builtin_folder

from .test_loader import ATTRIBUTE, LEXICON, PACK, TABLE, write

CASES = """---
cases:
  - name: two counts of one day differ
    articles: [{id: a, text: "300 homes were flooded in Dresden."}, {id: b, text: "450 homes were flooded in Dresden."}]
    expect: [{verdict: conflict}]
  - name: two towns are two counts
    articles: [{id: a, text: "300 homes were flooded in Dresden."}, {id: b, text: "450 homes were flooded in Prague."}]
    expect: []
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "pack.yml", PACK)
    return tmp_path


def said(folder: Path) -> list[str]:
    return [str(found).removeprefix(f"{folder}/") for found in lint([folder], builtin=False)]


def test_a_good_pack_has_nothing_to_mend(folder: Path) -> None:
    write(folder, "homes_flooded.yml", ATTRIBUTE + CASES)
    write(folder, "lexicon/flooded.yml", LEXICON)
    write(folder, "reference/rivers.yml", TABLE)
    write(folder, "reference/rivers.csv", "name,since,bank\nElbe,1900-01,left\nOder,,right\n")
    assert said(folder) == []


def test_an_attribute_wants_a_firing_and_a_quiet_case(folder: Path) -> None:
    write(folder, "homes_flooded.yml", ATTRIBUTE)
    assert said(folder) == [
        "homes_flooded.yml:1:12: no case in which the rule fires",
        'homes_flooded.yml:1:12: no case in which the rule keeps quiet ("expect: []" or "claims: []")',
    ]


def test_a_known_gap_is_no_case(folder: Path) -> None:
    write(folder, "homes_flooded.yml", ATTRIBUTE + CASES.replace("expect: []", "expect: []\n    known_gap: towns are not told apart"))
    assert said(folder) == ['homes_flooded.yml:1:12: no case in which the rule keeps quiet ("expect: []" or "claims: []")']


def test_claims_of_one_article_are_cases_too(folder: Path) -> None:
    cases = CASES.replace("expect: [{verdict: conflict}]", 'claims: [{text: "300"}]').replace("expect: []", "claims: []")
    write(folder, "homes_flooded.yml", ATTRIBUTE + cases)
    assert said(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("stand under water.", "stand under water", 'homes_flooded.yml:3:7: "what" is no sentence; end it with a full stop'),
        ("outlets lag.", "outlets lag", 'homes_flooded.yml:4:6: "why" is no sentence; end it with a full stop'),
        (
            'flooded in {place}"\nframes',
            'flooded in {town}"\nframes',
            'homes_flooded.yml:7:10: no frame fills "town" of the subject; known: count, place',
        ),
        ("two towns are two counts", "two counts of one day differ", 'homes_flooded.yml:15:1: two cases are called "two counts of one day differ"'),
        ("\n---", '\n  - "{count} homes (were|are) flooded in {place}"\n---', "homes_flooded.yml:10:5: the same frame stands above"),
    ],
)
def test_an_attribute_is_linted(folder: Path, old: str, new: str, message: str) -> None:
    write(folder, "homes_flooded.yml", (ATTRIBUTE + CASES).replace(old, new, 1))
    assert said(folder) == [message]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Oder,,right\nElbe,,left\n", "reference/rivers.csv:3:1: not sorted by name: Elbe stands after Oder"),
        ("Elbe,,left\nElbe,,right\n", "reference/rivers.csv:3:1: the same name as in line 2: Elbe"),
        ("Elbe ,,left\n", 'reference/rivers.csv:2:1: the column "name" has spaces too many: "Elbe "'),
    ],
)
def test_a_table_is_linted(folder: Path, rows: str, message: str) -> None:
    write(folder, "reference/rivers.yml", TABLE)
    write(folder, "reference/rivers.csv", "name,since,bank\n" + rows)
    assert said(folder) == [message]


def test_a_row_names_a_source_of_its_table(folder: Path) -> None:
    write(
        folder,
        "reference/rivers.yml",
        TABLE.replace("  bank: {what: side, one_of: [left, right]}", "  source: {what: key}").replace("{own: the authors}", "{own: x, map: y}"),
    )
    write(folder, "reference/rivers.csv", "name,since,source\nElbe,,own\nOder,,own+hearsay\n")
    assert said(folder) == [
        'reference/rivers.csv:3:1: "hearsay" is no source of this table; known: map, own',
        'reference/rivers.yml:1:1: no row names the source "map"',
    ]


def test_a_lexicon_is_linted(folder: Path) -> None:
    write(folder, "lexicon/wet.yml", LEXICON.replace("under water.", "under water").replace("- flooded", "- 'flooded  out'"))
    assert said(folder) == [
        'lexicon/wet.yml:1:10: the lexicon is called "flooded", its file "wet"',
        'lexicon/wet.yml:2:7: "what" is no sentence; end it with a full stop',
        'lexicon/wet.yml:4:5: "flooded  out" has spaces too many',
    ]


def test_the_tables_and_lexicons_that_come_along_have_nothing_to_mend() -> None:
    assert [str(found) for found in lint([builtin_folder()], builtin=False) if "/reference/" in found.path or "/lexicon/" in found.path] == []
