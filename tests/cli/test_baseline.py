"""`factcheck baseline`: written once, added to, pruned, counted; lines that stay do not change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reporters.made import AGREEMENT, CONFLICT, EMPTY, REPORT, SUCCESSION

from factcheck.model.article import Diagnostic
from factcheck.model.finding import Finding

from .conftest import Run, Stub

FILE = Path("factcheck.baseline")
HEAD = '{"schema": "factcheck-baseline/1", "fingerprints": "factcheck-finding/1"}'


def _conflict(name: str, **more: object) -> Finding:
    relation = replace(CONFLICT.relations[0], fingerprint=name * 16)
    return replace(CONFLICT, id=name * 16, subject=f"soldiers of {name}", relations=(relation,), **more)  # type: ignore[arg-type]


ONE, TWO, THREE = (_conflict(name) for name in "abc")
DISPUTED = replace(
    _conflict("d"), verdict="disputed", severity="warning", relations=(replace(ONE.relations[0], verdict="disputed", fingerprint="d" * 16),)
)
NOTE = replace(SUCCESSION, relations=(replace(SUCCESSION.relations[0], fingerprint="e" * 16),))


def _line(name: str, verdict: str = "conflict") -> str:
    return (
        f'{{"attribute": "stationed_personnel", "subject": "soldiers of {name}", "values": ["780", "about 900"], "verdict": "{verdict}",'
        f' "fingerprint": "{name * 16}"}}'
    )


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1938038400")  # 2031-06-01


def _report(pipeline: Stub, *findings: Finding) -> None:
    pipeline.report = replace(REPORT, findings=findings, diagnostics=())


def test_conflicts_and_disputes_are_written_down_and_then_the_run_passes(run: Run, pipeline: Stub) -> None:
    _report(pipeline, DISPUTED, ONE, NOTE, AGREEMENT)
    done = run("baseline", "create", "news")
    assert (done.code, done.out, done.err) == (0, "factcheck.baseline: 2 entries (1 conflict, 1 disputed)\n", "")
    assert FILE.read_text("utf-8").split("\n") == [HEAD, _line("a"), _line("d", "disputed"), ""]
    assert run("check", "news", "--baseline", "factcheck.baseline").code == 0


def test_changes_in_time_are_written_down_where_they_fail_a_run(run: Run, pipeline: Stub) -> None:
    _report(pipeline, NOTE)
    assert run("baseline", "create", "news", "--fail-level", "note").out == "factcheck.baseline: 1 entry (1 time-dependent)\n"
    assert run("check", "news", "--baseline", "factcheck.baseline", "--fail-level", "note").code == 0
    assert run("check", "news", "--fail-level", "note").code == 1


def test_a_baseline_that_is_there_is_not_overwritten_by_chance(run: Run, pipeline: Stub) -> None:
    _report(pipeline, ONE)
    FILE.write_text("mine\n", "utf-8")
    assert run("baseline", "create", "news").last == (
        "exit 2: factcheck.baseline is there already; factcheck baseline update adds to it, --force overwrites it"
    )
    assert FILE.read_text("utf-8") == "mine\n"
    assert run("baseline", "create", "news", "--force").code == 0
    assert FILE.read_text("utf-8").startswith(HEAD)


def test_nothing_is_written_where_inputs_are_missing(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(EMPTY, articles=())
    assert run("baseline", "create", "news").code == 5
    pipeline.report = replace(REPORT, diagnostics=(Diagnostic("error", "news/d.txt", None, "no text"),))
    assert run("baseline", "create", "news", "--strict-inputs").code == 4
    assert not FILE.exists()


def test_what_is_waived_is_not_written_down(run: Run, pipeline: Stub) -> None:
    _report(pipeline, ONE, TWO)
    run("waive", "a" * 16, "news", "--reason", "r", "--until", "2031-12-31")
    assert run("baseline", "create", "news").out == "factcheck.baseline: 1 entry (1 conflict)\n"
    assert _line("b") in FILE.read_text("utf-8")


def test_update_adds_what_is_new_and_keeps_the_rest_to_the_byte(run: Run, pipeline: Stub) -> None:
    _report(pipeline, ONE, THREE)
    run("baseline", "create", "news")
    reworded = replace(ONE, subject="troops of a", values=(replace(ONE.values[0], display="780 men"), ONE.values[1]))
    _report(pipeline, reworded, TWO)
    done = run("baseline", "update", "news")
    assert done.out == "factcheck.baseline: 1 added, 3 entries (3 conflict); 1 entry fits nothing, see factcheck baseline prune\n"
    assert FILE.read_text("utf-8").split("\n") == [HEAD, _line("a"), _line("b"), _line("c"), ""]


def test_update_takes_over_what_became_graver(run: Run, pipeline: Stub) -> None:
    _report(pipeline, DISPUTED)
    run("baseline", "create", "news")
    graver = _conflict("d")
    _report(pipeline, graver)
    assert run("check", "news", "--baseline", "factcheck.baseline").code == 1
    run("baseline", "update", "news")
    assert FILE.read_text("utf-8").split("\n") == [HEAD, _line("d"), ""]


def test_update_needs_a_baseline(run: Run, pipeline: Stub) -> None:
    assert run("baseline", "update", "news").last == (
        "exit 2: there is no file factcheck.baseline; make it with: factcheck baseline create PATH... --baseline factcheck.baseline"
    )


def test_prune_says_what_looks_mended_and_takes_it_out(run: Run, pipeline: Stub) -> None:
    _report(pipeline, ONE, TWO)
    run("baseline", "create", "news")
    _report(pipeline, TWO)
    before = FILE.read_text("utf-8")
    done = run("baseline", "prune", "news", "--dry-run")
    assert done.out == (
        "looks mended: stationed_personnel, soldiers of a: 780 | about 900 (aaaaaa)\nfactcheck.baseline: 2 entries (2 conflict), 1 looks mended\n"
    )
    assert FILE.read_text("utf-8") == before
    done = run("baseline", "prune", "news")
    assert done.out == (
        "taken out: stationed_personnel, soldiers of a: 780 | about 900 (aaaaaa)\nfactcheck.baseline: 1 entry (1 conflict), 1 taken out\n"
    )
    assert FILE.read_text("utf-8").split("\n") == [HEAD, _line("b"), ""]


def test_stats_count_by_attribute_and_verdict(run: Run, pipeline: Stub) -> None:
    _report(pipeline, ONE, TWO, DISPUTED, replace(THREE, attribute="length"))
    run("baseline", "create", "news")
    assert run("baseline", "stats").out == (
        "attribute              conflict    disputed\n"
        "-------------------  ----------  ----------\n"
        "length                        1\n"
        "stationed_personnel           2           1\n"
        "\n"
        "factcheck.baseline: 4 entries (3 conflict, 1 disputed)\n"
    )


def test_an_empty_baseline_is_one(run: Run, pipeline: Stub) -> None:
    _report(pipeline, AGREEMENT)
    assert run("baseline", "create", "news").out == "factcheck.baseline: 0 entries\n"
    assert run("baseline", "stats").out == "factcheck.baseline: 0 entries\n"
    _report(pipeline, ONE)
    assert run("check", "news", "--baseline", "factcheck.baseline").last.startswith("exit 1: 1 new finding")


@pytest.mark.parametrize("command", ["create", "update", "prune"])
def test_a_baseline_is_no_article(run: Run, pipeline: Stub, command: str) -> None:
    Path("news").mkdir()
    done = run("baseline", command, "news", "--baseline", "news/b.json")
    assert (done.code, pipeline.calls) == (2, [])
    assert "a run would read it as one of them" in done.last


def test_the_settings_name_the_file(run: Run, pipeline: Stub) -> None:
    Path("desk").mkdir()
    Path("factcheck.toml").write_text('baseline = "desk/known"\n', "utf-8")
    _report(pipeline, ONE)
    assert run("baseline", "create", "news").out == "desk/known: 1 entry (1 conflict)\n"
    assert run("check", "news").code == 0
