"""`factcheck explain`: findings by the beginning of their id, rules, reasons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reporters.made import AGREEMENT, CONFLICT, REPORT

from factcheck.model.finding import REASONS, SEVERITY_BY_VERDICT
from factcheck.reporters.json import render

from .conftest import Run, Stub

DERIVATION = """\
stationed_personnel  soldiers in Ruritania
conflict (disjoint_values), severity error, finding a91f3c77d0
The intervals do not meet (65 apart). 2 origins say 780, 1 origin says about 900.
  scope      place Ruritania

Value 1: 780  (2 articles, 2 origins)

  news/a.txt:3:19    Strelsau Post, 2 Apr 2031
    3 | The kingdom keeps 780 soldiers in the valley.
      |                   ^^^ 780: 775 to 785
  text       "780"
  value      780, hedge =
  interval   775 to 785
  dated      published 2 Apr 2031
  speaks of  no time stated
  scope      none stated
  modality   asserted
  rule       military.stationed_personnel (claim c1)

  news/c.txt:7:6    written 1 May 2031 to 20 May 2031
    7 | Some 780 of them live there, and 780 is the figure.
      |      ^^^ 780: 775 to 785
  text       "780"
  value      780, hedge =
  interval   775 to 785
  dated      written 1 May 2031 to 20 May 2031: says "the vote on May 21 is ahead"
  speaks of  no time stated
  scope      none stated
  modality   asserted
  rule       military.stationed_personnel (claim c3)

Value 2: about 900  (1 article, 1 origin)

  news/b.txt:12:10    Zenda Wire, 11 May 2031
   12 | For now, about 900 soldiers are based in Ruritania.
      |          ^^^^^^^^^ about 900: 850 to 950
  text       "about 900"
  value      900, hedge ~
  interval   850 to 950
  dated      published 11 May 2031
  speaks of  no time stated
  scope      none stated
  modality   asserted
  rule       military.stationed_personnel (claim c2)

780  against  about 900
  conflict (disjoint_values)
  785 < 850
  because    The values cannot both be right for the same thing at the same time.
  would flip one counts reserves

To ask: Reserves included?
"""


def test_a_finding_is_derived_step_by_step(run: Run, pipeline: Stub) -> None:
    done = run("explain", "a91f3c", "news")
    assert (done.code, done.out, done.err) == (0, DERIVATION, "")


def test_a_kept_report_explains_itself(run: Run) -> None:
    Path("r.json").write_text(render(REPORT), encoding="utf-8")
    assert run("explain", "a91f3c77d0", "--report", "r.json").out == DERIVATION


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("a91f3", 'exit 2: "a91f3" is too short for a finding: give 6 characters or more'),
        ("a91f3d", 'exit 2: no finding begins with "a91f3d"; did you mean "a91f3e"?'),
        (
            "000000",
            'exit 2: no finding begins with "000000"; there are: a91f3e0000 (length, agree), a91f3c77d0 (stationed_personnel, conflict), '
            "7d02be10aa (holder, time_dependent)",
        ),
    ],
)
def test_a_name_that_fits_no_finding_is_told_with_candidates(run: Run, pipeline: Stub, name: str, last: str) -> None:
    done = run("explain", name, "news")
    assert (done.code, done.last) == (2, last)


def test_a_beginning_of_two_findings_is_told_with_both(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=(*REPORT.findings, replace(AGREEMENT, id="a91f3c0000")))
    assert run("explain", "a91f3c", "x").last == (
        'exit 2: "a91f3c" is the beginning of 2 findings: a91f3c77d0 (stationed_personnel, conflict), a91f3c0000 (length, agree)'
    )


def test_a_whole_id_is_found_though_another_begins_with_it(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=(replace(AGREEMENT, id="abcdef"), replace(AGREEMENT, id="abcdef01")))
    assert "finding abcdef\n" in run("explain", "abcdef", "x").out


def test_a_report_without_findings_says_so(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=())
    assert run("explain", "a91f3c", "x").last == 'exit 2: no finding begins with "a91f3c": there are none at all'


@pytest.mark.parametrize("name", sorted(REASONS))
def test_every_reason_is_explained(run: Run, name: str) -> None:
    done = run("explain", name)
    assert done.code == 0
    assert done.out.startswith(f"{name}\n  {REASONS[name][1]}\n  verdict ")


@pytest.mark.parametrize("name", sorted(SEVERITY_BY_VERDICT))
def test_every_verdict_lists_its_reasons(run: Run, name: str) -> None:
    done = run("explain", name)
    assert done.code == 0
    assert all(reason in done.out for reason, (verdict, _) in REASONS.items() if verdict == name)


def test_a_report_and_paths_are_too_much(run: Run) -> None:
    assert run("explain", "a91f3c", "x", "--report", "r.json").last == "exit 2: give --report FILE or PATH, not both"


def test_a_report_that_is_not_there_is_told(run: Run) -> None:
    assert run("explain", "a91f3c", "--report", "gone.json").last == "exit 2: cannot read gone.json: No such file or directory"


def test_a_file_that_is_no_report_is_told(run: Run) -> None:
    Path("r.json").write_bytes(b"\xff\xfe")
    done = run("explain", "a91f3c", "--report", "r.json")
    assert done.code == 2
    assert done.last.startswith("exit 2: r.json: not a factcheck-report/1: ")


def test_steps_of_the_comparison_are_shown_once(run: Run, pipeline: Stub) -> None:
    steps = (
        "left: a: '780' read as 775 to 785",
        "left time: 2031",
        "values: the intervals do not meet",
        "times: surely of a common time",
        "would flip: reserves",
    )
    conflict = replace(REPORT.findings[1], relations=(replace(REPORT.findings[1].relations[0], steps=steps, flips="reserves", near_miss=True),))
    pipeline.report = replace(REPORT, findings=(conflict,))
    assert (
        "780  against  about 900\n"
        "  conflict (disjoint_values), a near miss\n"
        "  values     the intervals do not meet\n"
        "  times      surely of a common time\n"
        "  would flip reserves\n"
        "  because    The values cannot both be right for the same thing at the same time.\n"
    ) in run("explain", "a91f3c", "x").out


def test_findings_that_share_an_id_are_all_derived(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=(AGREEMENT, replace(AGREEMENT, subject="Strelsau bridge")))
    out = run("explain", AGREEMENT.id, "x").out
    assert ("length  Zenda bridge\n" in out, "length  Strelsau bridge\n" in out) == (True, True)


def test_a_finding_is_found_by_a_pair_of_values_in_it(run: Run, pipeline: Stub) -> None:
    pairs = (replace(CONFLICT.relations[0], fingerprint="b" * 16, aliases=("c" * 16,)),)
    pipeline.report = replace(REPORT, findings=(AGREEMENT, replace(CONFLICT, relations=pairs)))
    for name in ("bbbbbb", "c" * 16, "a91f3c"):
        assert run("explain", name, "x").out.startswith("stationed_personnel  soldiers in Ruritania\n")
    assert run("explain", "bbbbbc", "x").code == 2
