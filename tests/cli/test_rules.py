"""`factcheck rules`: what the packs hold, what is wrong with one, and whether its cases come out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

PACK = "pack: bells\nversion: 1\nwhat: Bells and where they hang.\n"
RULE = """\
attribute: bell_count
kind: count
what: How many bells hang in a place.
why: Guide books count them differently.
example: 12 bells hang in Norway
time: {behaves: state, holds_for: 10y}
subject: "bells in {place}"
ask: With the chimes?
frames:
  - "{count} bells hang in {place}"
---
cases:
"""
FIRES = """\
  - name: two counts at one time are a conflict
    articles:
      - {id: a, published: 2031-02-01, text: "It is said that 12 bells hang in Norway."}
      - {id: b, published: 2031-03-01, text: "The guide says that 14 bells hang in Norway."}
    expect: [{verdict: conflict, values: ["12", "14"]}]
"""
QUIET = """\
  - name: bells that are sold hang nowhere
    articles:
      - {id: a, published: 2031-02-01, text: "The dealer sold 12 bells in Norway."}
    expect: []
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "packs" / "bells"
    folder.mkdir(parents=True)
    (folder / "pack.yml").write_text(PACK, encoding="utf-8")
    (folder / "bell_count.yml").write_text(RULE + FIRES + QUIET, encoding="utf-8")
    return folder


def test_the_rules_that_come_along_are_listed(run: Run) -> None:
    done = run("rules", "list")
    assert done.code == 0
    assert "military.stationed-personnel  " in done.out


def test_the_rules_of_a_given_pack_are_listed_too(run: Run, pack: Path) -> None:
    rows = json.loads(run("rules", "list", "-f", "json", "--rules", "packs").out)
    assert {"rule": "bells.bell-count", "kind": "count", "in time": "state", "what": "How many bells hang in a place."} in rows
    assert [row["rule"] for row in rows] == sorted(row["rule"] for row in rows)


@pytest.mark.parametrize("name", ["bells.bell-count", "bells.bell_count", "bell_count"])
def test_a_rule_is_shown_with_all_it_says(run: Run, pack: Path, name: str) -> None:
    assert run("rules", "show", name, "--rules", "packs").out == (
        "bells.bell-count\n"
        "  what       How many bells hang in a place.\n"
        "  why        Guide books count them differently.\n"
        "  example    12 bells hang in Norway\n"
        "  kind       count\n"
        "  subject    bells in {place}\n"
        "  in time    state, expected to hold for 3650 days\n"
        "  belongs to a thing\n"
        "  ask        With the chimes?\n"
        "  file       bells/bell_count.yml\n"
        "frames:\n"
        "  {count} bells hang in {place}\n"
    )


def test_explain_shows_a_rule_as_well(run: Run, pack: Path) -> None:
    assert run("explain", "bells.bell-count", "--rules", "packs").out == run("rules", "show", "bell_count", "--rules", "packs").out


@pytest.mark.parametrize(
    ("name", "line"), [("military", "  what       Forces"), ("troops", "<troops>"), ("defense_minister", "  label      defense minister")]
)
def test_packs_lexicons_and_offices_are_shown(run: Run, name: str, line: str) -> None:
    done = run("rules", "show", name)
    assert done.code == 0
    assert f"\n{line}" in f"\n{done.out}"


def test_a_name_that_no_pack_has_gets_a_suggestion(run: Run) -> None:
    done = run("rules", "show", "stationed-personell")
    assert done.code == 2
    assert done.last.endswith('is called "stationed-personell"; did you mean "military.stationed-personnel"?')
    assert run("explain", "disjoint_value").last == 'exit 2: no rule or reason is called "disjoint_value"; did you mean "disjoint_values"?'


def test_cases_that_come_out_end_with_0(run: Run, pack: Path) -> None:
    done = run("rules", "test", "--rules", "packs")
    assert (done.code, done.out, done.err) == (0, "2 cases, 0 known gaps, 0 failing\n", "")


def test_verbose_names_each_case(run: Run, pack: Path) -> None:
    assert "bell_count.yml:13: two counts at one time are a conflict: ok\n" in run("rules", "test", "--rules", "packs", "-v").out


def test_a_case_that_does_not_come_out_is_shown_at_its_line(run: Run, pack: Path) -> None:
    (pack / "bell_count.yml").write_text(RULE + FIRES.replace("conflict, values", "agree, values") + QUIET, encoding="utf-8")
    done = run("rules", "test", "--rules", "packs")
    assert (done.code, done.last) == (1, "exit 1: 1 case failing")
    assert done.out.startswith("packs/bells/bell_count.yml:13: two counts at one time are a conflict\n    missing: agree ['12', '14']; there: ")
    assert done.out.endswith("2 cases, 0 known gaps, 1 failing\n")


@pytest.mark.parametrize(("cases", "lacks"), [(FIRES, "in which it keeps quiet"), (QUIET, "in which it fires")])
def test_a_rule_needs_a_case_that_fires_and_one_that_keeps_quiet(run: Run, pack: Path, cases: str, lacks: str) -> None:
    (pack / "bell_count.yml").write_text(RULE + cases, encoding="utf-8")
    done = run("rules", "test", "--rules", "packs")
    assert (done.code, done.last) == (1, "exit 1: 1 rule without enough cases")
    assert f"bells/bell_count.yml: bells.bell-count lacks a case {lacks}\n" in done.out


def test_a_known_gap_may_fail_but_not_pass_by_surprise(run: Run, pack: Path) -> None:
    gap = "    known_gap: hanging is not the only way\n"
    third = FIRES.replace("two counts", "again two counts")
    (pack / "bell_count.yml").write_text(RULE + FIRES + QUIET + third.replace("verdict: conflict", "verdict: agree") + gap, encoding="utf-8")
    assert run("rules", "test", "--rules", "packs").out == "3 cases, 1 known gap, 0 failing\n"
    (pack / "bell_count.yml").write_text(RULE + FIRES + QUIET + third + gap, encoding="utf-8")
    done = run("rules", "test", "--rules", "packs")
    assert done.code == 1
    assert 'passes, though "known_gap" says that it does not; take the mark away' in done.out


def test_one_rule_or_pack_can_be_tested(run: Run, pack: Path) -> None:
    for name in ("bells", "bell_count", "bells.bell-count"):
        assert run("rules", "test", name, "--rules", "packs").out == "2 cases, 0 known gaps, 0 failing\n"
    assert run("rules", "test", "bels", "--rules", "packs").last == 'exit 2: no pack or rule with cases is called "bels"; did you mean "bells"?'


def test_a_good_pack_has_nothing_to_mend(run: Run, pack: Path) -> None:
    done = run("rules", "lint", "packs")
    assert (done.code, done.out, done.err) == (0, "", "nothing to mend\n")


def test_what_there_is_to_mend_is_listed_with_its_place(run: Run, pack: Path) -> None:
    (pack / "bell_count.yml").write_text(RULE.replace("differently.", "differently") + FIRES + QUIET, encoding="utf-8")
    done = run("rules", "lint", "packs")
    assert (done.code, done.out, done.last) == (
        1,
        'packs/bells/bell_count.yml:4:6: "why" is no sentence; end it with a full stop\n',
        "exit 1: 1 thing to mend",
    )


@pytest.mark.parametrize(
    "command",
    [("rules", "list", "--rules", "packs"), ("rules", "lint", "packs"), ("rules", "test", "--rules", "packs"), ("check", ".", "--rules", "packs")],
)
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: count", "knid: count", 'packs/bells/bell_count.yml:2:1: unknown key "knid"; did you mean "kind"?'),
        ("kind: count", "kind: cuont", 'packs/bells/bell_count.yml:2:7: "cuont" is no kind; did you mean "count"?'),
        ("{count} bells", "{cuont} bells", "packs/bells/bell_count.yml:10:"),
        ("what: How", "kind: count\nwhat: How", "packs/bells/bell_count.yml:3:"),
    ],
)
def test_a_faulty_pack_stops_every_command_at_once(run: Run, pack: Path, command: tuple[str, ...], old: str, new: str, said: str) -> None:
    (pack / "bell_count.yml").write_text((RULE + FIRES + QUIET).replace(old, new), encoding="utf-8")
    done = run(*command)
    assert (done.code, done.out) == (2, "")
    assert done.last.startswith(f"exit 2: {said}")
