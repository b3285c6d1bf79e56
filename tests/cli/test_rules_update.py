"""`factcheck rules test --update`: expectations become what comes out, and not one other character changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

HEAD = """\
# what the desk agreed on
attribute: building_height
kind: distance
time: {behaves: fixed}
subject: "{name}"
what: How tall a building is.   # in metres
why: Owners count the antenna.
example: "The Harbour Tower is 142 metres tall"
frames:
  - "{name} (is|stands) {distance} tall"
---
cases:
"""
ARTICLES = """\
    articles:
      - {id: a, published: 2024-02-01, text: "The Harbour Tower is 142 metres tall."}  # the owner
      - {id: b, published: 2024-02-03, text: "The Harbour Tower stands 155 metres tall."}
"""
RIGHT = '[{verdict: conflict, reason: disjoint_values, values: ["142 metres", "155 metres"]}]'
QUIET = """\
  - name: a tower without a height
    articles: [{id: a, text: "The Harbour Tower is closed."}]
    expect: []
"""


def _pack(folder: Path, cases: str) -> Path:
    (folder / "own").mkdir()
    (folder / "own" / "pack.yml").write_text('pack: own\nversion: "1"\nwhat: Ours.\n', encoding="utf-8")
    path = folder / "own" / "building_height.yml"
    path.write_text(HEAD + cases, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    expect: []\n", f"    expect: {RIGHT}\n"),
        ("    expect: []   # to be settled\n", f"    expect: {RIGHT}   # to be settled\n"),
        ("    expect: [{verdict: agree}]\n", f"    expect: {RIGHT}\n"),
        ("    expect:\n      - verdict: agree\n", f"    expect: {RIGHT}\n"),
        ("    expect:\n    - {verdict: agree}\n\n    # about the next one\n", f"    expect: {RIGHT}\n\n    # about the next one\n"),
        ("    expect: [  # both\n      {verdict: agree},\n    ]\n", f"    # both\n    expect: {RIGHT}\n"),
        (
            "    expect:\n      # one is the owner's\n      - {verdict: agree}  # by rounding\n",
            f"    # one is the owner's\n    # by rounding\n    expect: {RIGHT}\n",
        ),
        ('    expect: [{verdict: agree, values: ["a ]# b"]}]\n', f"    expect: {RIGHT}\n"),
    ],
)
def test_an_expectation_is_rewritten_and_nothing_else(run: Run, tmp_path: Path, before: str, after: str) -> None:
    path = _pack(tmp_path, f"  - name: two heights\n{ARTICLES}{before}{QUIET}")
    assert run("rules", "test", "--rules", "own").code == 1
    done = run("rules", "test", "--rules", "own", "--update")
    assert (done.code, done.out.splitlines()[-1]) == (0, "2 cases, 0 known gaps, 0 failing")
    assert path.read_text(encoding="utf-8") == f"{HEAD}  - name: two heights\n{ARTICLES}{after}{QUIET}"


def test_what_changed_is_said(run: Run, tmp_path: Path) -> None:
    _pack(tmp_path, f"  - name: two heights\n{ARTICLES}    expect: [{{verdict: agree}}]\n{QUIET}")
    assert run("rules", "test", "--rules", "own", "--update").out == (
        f"own/building_height.yml:13: two heights: expect rewritten\n    - [{{verdict: agree}}]\n    + {RIGHT}\n2 cases, 0 known gaps, 0 failing\n"
    )


def test_a_case_that_passes_keeps_its_words(run: Run, tmp_path: Path) -> None:
    path = _pack(tmp_path, f"  - name: two heights\n{ARTICLES}    expect: [ {{ verdict: conflict }} ]\n{QUIET}")
    before = path.read_bytes()
    assert run("rules", "test", "--rules", "own", "--update").out == "2 cases, 0 known gaps, 0 failing\n"
    assert path.read_bytes() == before


def test_a_known_gap_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    path = _pack(tmp_path, f"  - name: two heights\n    known_gap: not yet\n{ARTICLES}    expect: [{{verdict: agree}}]\n{QUIET}")
    before = path.read_bytes()
    run("rules", "test", "--rules", "own", "--update")
    assert path.read_bytes() == before


def test_claims_are_rewritten_with_the_keys_that_their_author_used(run: Run, tmp_path: Path) -> None:
    case = f'  - name: two heights\n{ARTICLES}    claims: [{{text: "142 metres", value: "141"}}]\n'
    path = _pack(tmp_path, case + QUIET)
    run("rules", "test", "--rules", "own", "--update")
    assert path.read_text(encoding="utf-8").split("claims: ")[1].split("\n  - name")[0] == (
        '[{text: "142 metres", article: a, value: "142"}, {text: "155 metres", article: b, value: "155"}]'
    )


def test_a_long_expectation_gets_a_line_an_entry(run: Run, tmp_path: Path) -> None:
    more = "".join(f'      - {{id: "{at}", text: "The Harbour Tower is {200 + 10 * at} metres tall."}}\n' for at in range(5))
    path = _pack(tmp_path, f"  - name: many heights\n{ARTICLES}{more}    claims:\n    - {{text: x}}\n{QUIET}")
    assert run("rules", "test", "--rules", "own", "--update").out.splitlines()[-1] == "2 cases, 0 known gaps, 0 failing"
    written = path.read_text(encoding="utf-8")
    assert written.split("    claims:")[1].startswith(
        '\n      - {text: "142 metres", article: a}\n      - {text: "155 metres", article: b}\n      - '
    )
    assert written.endswith(QUIET)


def test_a_case_on_one_line_is_rewritten_there(run: Run, tmp_path: Path) -> None:
    one = '  - {name: a, articles: [{id: a, text: "The Harbour Tower is 142 metres tall."}], claims: [], expect: []}  # short\n'
    path = _pack(tmp_path, one + QUIET)
    run("rules", "test", "--rules", "own", "--update")
    assert path.read_text(encoding="utf-8") == HEAD + one.replace("claims: []", 'claims: [{text: "142 metres"}]') + QUIET


def test_only_the_rules_that_were_named_are_rewritten(run: Run, tmp_path: Path) -> None:
    path = _pack(tmp_path, f"  - name: two heights\n{ARTICLES}    expect: []\n{QUIET}")
    before = path.read_bytes()
    run("rules", "new", "bed_capacity", "--pack", "own")
    assert run("rules", "test", "bed_capacity", "--rules", "own", "--update").code == 0
    assert path.read_bytes() == before
