"""Waivers: a reason, an owner and a last day, in YAML that people write and the program adds to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporters.made import CONFLICT

from factcheck.errors import PackError
from factcheck.model.finding import Relation
from factcheck.triage.waivers import Entry, added, entry_of, read

ONE = Entry("a" * 16, "counted twice", "A. Holm", date(2031, 12, 31), about="stationed_personnel")
FILE = """\
# ours
waivers:
  - finding: aaaaaaaaaaaaaaaa
    also: [bbbbbbbbbbbbbbbb]
    reason: Counted twice.
    owner: A. Holm
    until: 2031-12-31   # see the mail
"""


def test_a_waiver_is_read_with_its_line() -> None:
    assert read(FILE, "w.yml") == (Entry("a" * 16, "Counted twice.", "A. Holm", date(2031, 12, 31), ("b" * 16,), "", 3),)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "waivers:\n", "waivers: []\n"])
def test_a_file_without_waivers_waives_nothing(text: str) -> None:
    assert read(text, "w.yml") == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    owner: A. Holm\n", "", 'w.yml:3:5: a waiver needs "owner"'),
        ("reason: Counted twice.", 'reason: ""', 'w.yml:5:5: a waiver needs "reason"'),
        ("    until: 2031-12-31   # see the mail\n", "", 'w.yml:3:5: a waiver needs "until"'),
        ("until: 2031-12-31", "until: soon", 'w.yml:7:12: expected a day such as 2026-03-31, found "soon"'),
        (
            "finding: aaaaaaaaaaaaaaaa",
            "finding: aaaaaa",
            'w.yml:3:14: expected the whole id of a finding, 16 characters of 0-9 and a-f, found "aaaaaa"',
        ),
        ("[bbbbbbbbbbbbbbbb]", "[b]", 'w.yml:4:12: expected the whole id of a finding, 16 characters of 0-9 and a-f, found "b"'),
        ("    owner:", "    owners: x\n    owner:", 'w.yml:6:5: a waiver has no "owners"; did you mean "owner"?'),
        ("waivers:", "waiver:", 'w.yml:2:1: expected one key, "waivers", with a list'),
        ("    reason:", "   reason:", "w.yml:5:4: not valid YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(PackError) as caught:
        read(FILE.replace(old, new), "w.yml")
    assert str(caught.value).startswith(said)


def test_a_finding_is_waived_once() -> None:
    with pytest.raises(PackError, match=r"^w.yml:8:14: the finding is waived on line 3 already; keep one of the two$"):
        read(FILE + FILE.partition("waivers:\n")[2], "w.yml")


def test_a_waiver_is_added_and_the_rest_stays_as_it_was() -> None:
    new = replace(ONE, finding="c" * 16, reason='He said: "no #1"', also=("d" * 16,))
    made = added(FILE, new, "w.yml")
    assert made == FILE + (
        "  - finding: cccccccccccccccc\n"
        "    also: [dddddddddddddddd]\n"
        '    about: "stationed_personnel"\n'
        '    reason: "He said: \\"no #1\\""\n'
        '    owner: "A. Holm"\n'
        "    until: 2031-12-31\n"
    )
    assert read(made, "w.yml")[1] == replace(new, line=8)


@pytest.mark.parametrize("text", ["", "# ours\n", "waivers:\n", "waivers: []\n"])
def test_the_first_waiver_makes_the_list(text: str) -> None:
    made = added(text, ONE, "w.yml")
    assert read(made, "w.yml") == (replace(ONE, line=made.split("\n").index("  - finding: aaaaaaaaaaaaaaaa") + 1),)
    assert ("# ours\n" in made) == ("# ours" in text)


def test_a_list_that_is_not_set_in_is_kept_so() -> None:
    flat = FILE.replace("\n    ", "\n  ").replace("  - ", "- ")
    assert [entry.finding for entry in read(added(flat, replace(ONE, finding="c" * 16), "w.yml"), "w.yml")] == ["a" * 16, "c" * 16]


def test_what_cannot_be_added_to_is_told_and_left() -> None:
    with pytest.raises(PackError, match=r"add it by hand|not valid YAML"):
        added("waivers: [{finding: aaaaaaaaaaaaaaaa, reason: r, owner: o, until: 2031-12-31}]\n", replace(ONE, finding="c" * 16), "w.yml")


def test_a_finding_that_is_waived_is_not_waived_again() -> None:
    with pytest.raises(PackError, match=r"^w.yml:3: a{16} is waived already, until 2031-12-31; change it there$"):
        added(FILE, ONE, "w.yml")


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_text_survives(about: str, reason: str) -> None:
    [entry] = read(added("", replace(ONE, about=about, reason=reason), "w.yml"), "w.yml")
    assert (entry.about, entry.reason) == (about, reason)


def test_a_waiver_of_a_finding_holds_all_its_pairs() -> None:
    pairs = tuple(Relation(0, 1, "conflict", "disjoint_values", "", fingerprint=name * 16) for name in "cab")
    entry = entry_of(replace(CONFLICT, id="a" * 16, relations=pairs), "r", "o", date(2031, 12, 31))
    assert (entry.finding, entry.also) == ("a" * 16, ("b" * 16, "c" * 16))
    assert entry.about == "stationed_personnel, soldiers in Ruritania: 780 | about 900"
