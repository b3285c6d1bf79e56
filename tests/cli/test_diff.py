"""`factcheck diff`: new, changed, gone; exit code 1 where it matters."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from reporters.made import AGREEMENT, CONFLICT, REPORT, SUCCESSION

from factcheck.model.finding import DistinctValue, Finding
from factcheck.reporters import json as json_format

from .conftest import Run

DISPUTED = replace(CONFLICT, verdict="disputed", reason="speakers", severity="warning")
GROWN = replace(CONFLICT, values=(*CONFLICT.values, DistinctValue("1,200", ("c9",), ("d",), 1)))


def _run(path: str, *findings: Finding) -> str:
    Path(path).write_text(json_format.render(replace(REPORT, findings=findings)), "utf-8")
    return path


def test_two_equal_runs_differ_in_nothing(run: Run) -> None:
    done = run("diff", _run("a.json", CONFLICT, AGREEMENT), _run("b.json", AGREEMENT, CONFLICT))
    assert (done.code, done.out, done.err) == (0, "0 new, 0 changed, 0 gone\n", "")


def test_what_is_new_changed_and_gone_is_listed(run: Run) -> None:
    done = run("diff", _run("a.json", DISPUTED, AGREEMENT), _run("b.json", SUCCESSION, CONFLICT))
    assert (done.code, done.last) == (1, 'exit 1: 1 new or changed finding at or above "error"')
    assert done.out == (
        "         verdict               attribute            subject                values              id\n"
        "-------  --------------------  -------------------  ---------------------  ------------------  ------\n"
        "new      time-dependent        holder               warden of Zenda        Ada Holm | Bo Lind  7d02be\n"
        "changed  disputed -> conflict  stationed_personnel  soldiers in Ruritania  780 | about 900     a91f3c\n"
        "gone     agree                 length               Zenda bridge           40 metres           a91f3e\n"
        "\n"
        "1 new, 1 changed, 1 gone\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "level", "code"),
    [
        ((), (CONFLICT,), "error", 1),
        ((CONFLICT,), (), "error", 0),
        ((CONFLICT,), (GROWN,), "error", 1),
        ((CONFLICT,), (DISPUTED,), "error", 0),
        ((CONFLICT,), (DISPUTED,), "warning", 1),
        ((), (SUCCESSION,), "error", 0),
        ((), (SUCCESSION,), "note", 1),
        ((), (CONFLICT,), "never", 0),
        ((), (replace(CONFLICT, status="baseline"),), "error", 0),
        ((), (replace(CONFLICT, status="new"),), "error", 1),
    ],
)
def test_only_news_at_the_fail_level_ends_with_1(run: Run, before: tuple[Finding, ...], after: tuple[Finding, ...], level: str, code: int) -> None:
    assert run("diff", _run("a.json", *before), _run("b.json", *after), "--fail-level", level).code == code


def test_json_has_the_findings_whole(run: Run) -> None:
    done = run("diff", _run("a.json", CONFLICT), _run("b.json", GROWN, AGREEMENT), "-f", "json")
    found = json.loads(done.out)
    assert (found["schema"], [f["id"] for f in found["new"]], found["gone"]) == ("factcheck-diff/1", ["a91f3e0000"], [])
    [change] = found["changed"]
    assert (change["what"], len(change["before"]["values"]), len(change["after"]["values"])) == (["values"], 2, 3)


@pytest.mark.parametrize(
    ("args", "last"),
    [
        (("a.json", "none.json"), "exit 2: cannot read none.json: No such file or directory"),
        (("a.json", "bad.json"), "exit 2: bad.json: not a factcheck-report/1: "),
        (("-", "-"), "exit 2: only one of the two can be standard input"),
    ],
)
def test_what_is_no_report_is_told(run: Run, args: tuple[str, str], last: str) -> None:
    _run("a.json")
    Path("bad.json").write_text("{}", "utf-8")
    done = run("diff", *args)
    assert done.code == 2
    assert done.last.startswith(last)
