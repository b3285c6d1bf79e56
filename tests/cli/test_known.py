"""`factcheck check` against a baseline and waivers: what fails the run, what is shown, which files count."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from reporters.made import AGREEMENT, CONFLICT, REPORT, SUCCESSION

from factcheck.triage.baseline import entry_of, write
from factcheck.triage.waivers import added
from factcheck.triage.waivers import entry_of as waiver_of

from .conftest import Run, Stub

ONE = replace(CONFLICT, id="a" * 16, relations=(replace(CONFLICT.relations[0], fingerprint="a" * 16),))
TWO = replace(CONFLICT, id="b" * 16, subject="sailors in Ruritania", relations=(replace(CONFLICT.relations[0], fingerprint="b" * 16),))


@pytest.fixture(autouse=True)
def _desk(pipeline: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1938038400")  # 2031-06-01
    pipeline.report = replace(REPORT, findings=(AGREEMENT, ONE, TWO, SUCCESSION), diagnostics=())


def _baseline(*findings: object, path: str = "factcheck.baseline") -> None:
    Path(path).write_text(write(entry_of(f, f.relations[0]) for f in findings), "utf-8")  # type: ignore[attr-defined]


def _waivers(*findings: object, until: str = "2031-12-31", path: str = "factcheck-waivers.yml") -> None:
    from datetime import date

    text = ""
    for finding in findings:
        text = added(text, waiver_of(finding, "counted twice", "A. Holm", date.fromisoformat(until)), path)  # type: ignore[arg-type]
    Path(path).write_text(text, "utf-8")


def test_only_what_is_new_fails_the_run_and_is_quoted(run: Run) -> None:
    _baseline(ONE)
    done = run("check", "news", "--baseline", "factcheck.baseline")
    assert (done.code, done.last) == (1, 'exit 1: 1 new finding at or above "error". Next: factcheck explain bbbbbb news')
    assert done.out.split("\n")[:6] == [
        "verdict         status       attribute            subject                values                articles  id",
        "--------------  -----------  -------------------  ---------------------  ------------------  ----------  ------",
        "conflict        new          stationed_personnel  sailors in Ruritania   780 | about 900              3  bbbbbb",
        "conflict        in baseline  stationed_personnel  soldiers in Ruritania  780 | about 900              3  aaaaaa",
        "time-dependent               holder               warden of Zenda        Ada Holm | Bo Lind           2  7d02be",
        "agree                        length               Zenda bridge           40 metres                    2  a91f3e",
    ]
    assert f"\n{'stationed_personnel  sailors in Ruritania':<79}conflict  new  bbbbbb\n" in done.out
    assert "stationed_personnel  soldiers in Ruritania  " not in done.out.partition("\n\n")[2]
    assert done.out.endswith("1 conflict new, 1 in baseline; 1 time-dependent; 1 agree; 4 pairs not comparable (different_event 3, modality 1)\n")


def test_nothing_new_is_no_failure(run: Run) -> None:
    _baseline(ONE, TWO)
    done = run("check", "news", "--baseline", "factcheck.baseline")
    assert (done.code, done.err) == (0, "")
    assert "0 conflict new, 2 in baseline; 1 time-dependent" in done.out


def test_what_is_waived_does_not_fail_the_run_until_its_last_day(run: Run) -> None:
    _waivers(ONE, TWO)
    done = run("check", "news")
    assert (done.code, done.err) == (0, "")
    assert "waived until 31 Dec 2031" in done.out
    assert "2 waived, the first until 31 Dec 2031" in done.out.split("\n")[-2]
    done = run("check", "news", "--now", "2032-01-01")
    assert done.code == 1
    assert "ended on 2031-12-31, so the finding counts again; take the waiver out, or renew it" in done.err


def test_the_closing_line_says_new_baseline_and_waived(run: Run, pipeline: Stub) -> None:
    three = replace(TWO, id="c" * 16, relations=(replace(CONFLICT.relations[0], fingerprint="c" * 16),))
    pipeline.report = replace(pipeline.report, findings=(ONE, TWO, three), not_compared={})
    _baseline(ONE)
    _waivers(TWO)
    assert run("check", "news", "--baseline", "factcheck.baseline").out.endswith("\n1 conflict new, 1 in baseline, 1 waived until 31 Dec 2031\n")


def test_a_waiver_that_fits_nothing_is_told_and_fails_nothing(run: Run, pipeline: Stub) -> None:
    _waivers(ONE)
    pipeline.report = replace(REPORT, findings=(AGREEMENT,), diagnostics=())
    done = run("check", "news")
    assert done.code == 0
    assert done.err == (
        "factcheck-waivers.yml:3: warning: the waiver of aaaaaa (stationed_personnel, soldiers in Ruritania: 780 | about 900) fits no finding of"
        " this run; where it is mended, take the waiver out\n"
    )


def test_v_shows_what_is_waived_with_its_reason(run: Run) -> None:
    _waivers(ONE)
    assert "  Waived by A. Holm: counted twice\n" in run("check", "news", "-v").out
    assert "Waived by" not in run("check", "news").out


def test_the_json_report_has_the_status(run: Run) -> None:
    _baseline(ONE)
    _waivers(TWO)
    done = run("check", "news", "--baseline", "factcheck.baseline", "-f", "json")
    found = {f["id"][0]: (f["status"], f["waiver"]) for f in json.loads(done.out)["findings"] if f["verdict"] == "conflict"}
    assert found == {"a": ("baseline", None), "b": ("waived", {"reason": "counted twice", "owner": "A. Holm", "until": "2031-12-31"})}


@pytest.mark.parametrize("folder", ["news", "."])
def test_a_batch_cannot_waive_itself(run: Run, pipeline: Stub, folder: str) -> None:
    Path("news").mkdir()
    path = "news/w.yml" if folder == "news" else "factcheck-waivers.yml"
    _waivers(ONE, path=path)
    done = run("check", folder, *(["--waivers", path] if folder == "news" else []))
    assert (done.code, done.last) == (
        2,
        f"exit 2: {path} lies among the articles under {folder}: a batch cannot waive itself; keep it outside of them, or check the folder of the"
        " articles alone",
    )
    assert pipeline.calls == []


def test_a_file_of_waivers_in_a_batch_that_nobody_named_counts_for_nothing(run: Run) -> None:
    Path("news").mkdir()
    _waivers(ONE, TWO, path="news/factcheck-waivers.yml")
    _baseline(ONE, TWO, path="news/factcheck.baseline")
    assert run("check", "news").code == 1


def test_a_baseline_is_no_article(run: Run) -> None:
    Path("news").mkdir()
    _baseline(ONE, TWO, path="news/b.json")
    assert run("check", "news", "--baseline", "news/b.json").last.startswith("exit 2: news/b.json lies among the articles under news: a run would")
    _baseline(ONE, TWO, path="news/factcheck.baseline")
    assert run("check", "news", "--baseline", "news/factcheck.baseline").code == 0


@pytest.mark.parametrize(
    ("args", "text", "last"),
    [
        (("--baseline", "none"), None, "exit 2: there is no file none; make it with: factcheck baseline create PATH... --baseline none"),
        (("--waivers", "none"), None, "exit 2: there is no file none; make it with: factcheck waive FINDING"),
        (("--baseline", "f"), "{}", 'exit 2: f:1: not a baseline: expected a first line with "schema"'),
        (("--waivers", "f"), "waivers:\n  - finding: x\n", 'exit 2: f:2:5: a waiver needs "reason"'),
        (("--now", "soon"), None, 'exit 2: --now: expected an ISO 8601 date or time such as 2026-03-31, found "soon"'),
    ],
)
def test_what_cannot_be_used_ends_the_run_with_2(run: Run, args: tuple[str, ...], text: str | None, last: str) -> None:
    _waivers(ONE)
    if text is not None:
        Path("f").write_text(text, "utf-8")
    done = run("check", "news", *args)
    assert done.code == 2
    assert done.last.startswith(last)
    assert done.out == ""


def test_settings_name_the_files_relative_to_themselves(run: Run, pipeline: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("desk").mkdir()
    Path("factcheck.toml").write_text('baseline = "desk/known"\nwaivers = "desk/passed.yml"\n', "utf-8")
    _baseline(ONE, path="desk/known")
    _waivers(TWO, path="desk/passed.yml")
    assert run("check", "news").code == 0
    monkeypatch.chdir("desk")
    assert run("check", "news").code == 0


def test_markdown_says_the_status_too(run: Run) -> None:
    _baseline(ONE)
    done = run("check", "news", "--baseline", "factcheck.baseline", "-f", "markdown")
    assert "| conflict | new | stationed_personnel |" in done.out
    assert "\n## conflict, new: " in done.out
    assert "in baseline: " not in done.out


def test_extract_is_held_against_nothing(run: Run) -> None:
    Path("factcheck.toml").write_text('baseline = "none"\n', "utf-8")
    assert run("extract", "news").code == 0


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab"])
def test_extract_has_nothing_for_formats_of_findings(run: Run, name: str) -> None:
    assert run("extract", "news", "-f", name).last == f"exit 2: {name} shows findings, and extract makes none; use check, or another format"
