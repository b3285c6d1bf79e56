"""`factcheck ci`: what it prints and leaves behind in each system, how it ends, and that articles command nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from reporters.ci_formats import read_commands, read_gitlab, read_junit, read_sarif
from reporters.made import AGREEMENT, ARTICLES, CONFLICT, EMPTY, REPORT

from factcheck.cli.ci import capped
from factcheck.errors import NoArticleError, UnreadableInputError
from factcheck.model.article import Diagnostic
from factcheck.reporters import markdown

from .conftest import Run, Stub

FOLDER = Path("factcheck-reports")
VARIABLES = ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "GITLAB_CI", "CI_PROJECT_DIR", "CI")


@pytest.fixture(autouse=True)
def _plain_shell(monkeypatch: pytest.MonkeyPatch, pipeline: Stub) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    pipeline.report = replace(REPORT, diagnostics=())


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """GitHub Actions, the working directory its workspace; the file of the step's summary."""
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    return summary


def test_a_plain_shell_gets_the_table_and_every_report(run: Run) -> None:
    done = run("ci", "news")
    assert done.code == 1
    assert done.err == 'exit 1: 1 finding at or above "error". Next: factcheck explain a91f3c --report factcheck-reports/report.json\n'
    assert done.out.startswith("verdict ")
    assert "::" not in done.out
    assert sorted(path.name for path in FOLDER.iterdir()) == ["factcheck.sarif", "gl-code-quality-report.json", "junit.xml", "report.json"]
    assert len(read_sarif((FOLDER / "factcheck.sarif").read_text("utf-8"))["runs"][0]["results"]) == 1
    assert len(read_gitlab((FOLDER / "gl-code-quality-report.json").read_text("utf-8"))) == 1
    assert len(read_junit((FOLDER / "junit.xml").read_text("utf-8"))) == 1
    assert json.loads((FOLDER / "report.json").read_text("utf-8"))["schema"] == "factcheck-report/1"


def test_the_next_command_works(run: Run) -> None:
    last = run("ci", "news").last.partition("Next: factcheck ")[2]
    assert run(*last.split()).code == 0


def test_nothing_found_is_told_too(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=(AGREEMENT,), diagnostics=())
    done = run("ci", "news")
    assert (done.code, done.err) == (0, "")
    assert read_gitlab((FOLDER / "gl-code-quality-report.json").read_text("utf-8")) == []
    assert read_sarif((FOLDER / "factcheck.sarif").read_text("utf-8"))["runs"][0]["results"] == []


def test_github_gets_annotations_and_a_summary(run: Run, github: Path) -> None:
    github.write_text("# An earlier line\n", "utf-8")
    done = run("ci", "news")
    assert done.code == 1
    lines = done.out.split("\n")
    token = lines[0].removeprefix("::stop-commands::")
    assert len(token) == 64
    assert lines[1].startswith("verdict ")
    assert f"::{token}::" in lines
    [stop, go, error] = read_commands(done.out)
    assert (stop[0], go[0], error[0]) == ("stop-commands", token, "error")
    assert (error[1]["file"], error[1]["line"]) == ("news/b.txt", "12")
    summary = github.read_text("utf-8")
    assert summary.startswith("# An earlier line\n# Where the sources stand\n")
    assert "## conflict: stationed_personnel, soldiers in Ruritania (`a91f3c`)" in summary


def test_gitlab_gets_paths_from_the_root_of_the_project(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITLAB_CI", "true")
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    done = run("ci", "news")
    assert done.out.startswith("verdict ")
    [row] = read_gitlab((FOLDER / "gl-code-quality-report.json").read_text("utf-8"))
    assert row["location"]["path"] == "desk/news/b.txt"
    assert "desk/news" not in done.out
    [case] = read_junit((FOLDER / "junit.xml").read_text("utf-8"))
    assert case.classname == "b"


def test_an_absolute_path_becomes_one_of_the_repository(run: Run, pipeline: Stub, github: Path, tmp_path: Path) -> None:
    articles = tuple(replace(a, path=str(tmp_path / a.path)) for a in ARTICLES)
    pipeline.report = replace(pipeline.report, articles=articles)
    run("ci", "news")
    [row] = read_gitlab((FOLDER / "gl-code-quality-report.json").read_text("utf-8"))
    assert row["location"]["path"] == "news/b.txt"


def test_a_path_outside_of_the_repository_stays(run: Run, pipeline: Stub, github: Path) -> None:
    articles = tuple(replace(a, path=f"/elsewhere/{a.id}.txt") for a in ARTICLES)
    pipeline.report = replace(pipeline.report, articles=articles)
    run("ci", "news")
    [row] = read_gitlab((FOLDER / "gl-code-quality-report.json").read_text("utf-8"))
    assert row["location"]["path"] == "/elsewhere/b.txt"


@pytest.mark.parametrize(("said", "first"), [("github", "::stop-commands::"), ("gitlab", "verdict "), ("plain", "verdict ")])
def test_the_system_can_be_named(run: Run, said: str, first: str) -> None:
    assert run("ci", "news", "--system", said).out.startswith(first)


def test_the_line_of_the_file_gets_the_hash_of_code_scanning(run: Run, pipeline: Stub) -> None:
    Path("news").mkdir()
    Path("news/b.txt").write_text(" a\nb\n  \t\tc\n d", "utf-8")
    claims = tuple(replace(claim, line=2) for claim in REPORT.claims)
    pipeline.report = replace(pipeline.report, claims=claims)
    run("ci", "news")
    [result] = read_sarif((FOLDER / "factcheck.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert result["partialFingerprints"] == {"factcheckFinding/v1": "a91f3c77d0", "primaryLocationLineHash": "54703d4cd895b18:1"}


def test_inputs_are_strict_and_an_unread_one_outranks_findings(run: Run, pipeline: Stub, github: Path) -> None:
    pipeline.report = replace(REPORT, diagnostics=(Diagnostic("error", "news/d.txt", 3, "no UTF-8: byte 9"),))
    done = run("ci", "news")
    assert (done.code, done.last) == (4, "exit 4: 1 input could not be read: news/d.txt")
    commands = read_commands(done.out)
    assert [(name, properties.get("file"), message) for name, properties, message in commands[2:3]] == [("error", "news/d.txt", "no UTF-8: byte 9")]
    assert commands[-1][2] == "exit 4: 1 input could not be read: news/d.txt"
    assert [type(r).__name__ for case in read_junit((FOLDER / "junit.xml").read_text("utf-8")) for r in case.result] == ["Failure", "Error"]
    run_of = read_sarif((FOLDER / "factcheck.sarif").read_text("utf-8"))["runs"][0]["invocations"][0]
    assert (run_of["executionSuccessful"], run_of["exitCode"]) == (False, 4)


@pytest.mark.parametrize(("error", "code"), [(NoArticleError("no article under news"), 5), (UnreadableInputError("a.txt: empty"), 4)])
def test_a_run_that_checked_nothing_fails_and_is_annotated(run: Run, pipeline: Stub, github: Path, error: Exception, code: int) -> None:
    pipeline.error = error
    done = run("ci", "news")
    assert (done.code, done.last) == (code, f"exit {code}: {error}")
    assert read_commands(done.out) == [("error", {"title": "factcheck"}, f"exit {code}: {error}")]


def test_settings_that_are_wrong_end_it_with_2(run: Run, pipeline: Stub, github: Path) -> None:
    Path("factcheck.toml").write_text('fail_levl = "note"', "utf-8")
    done = run("ci", "news")
    assert (done.code, pipeline.calls) == (2, [])
    assert 'did you mean "fail_level"?' in read_commands(done.out)[0][2]


def test_the_reports_do_not_go_among_the_articles(run: Run, pipeline: Stub) -> None:
    Path("news").mkdir()
    done = run("ci", "news", "--reports", "news/out")
    assert (done.code, pipeline.calls) == (2, [])
    assert "news/out lies among the articles under news: the next run would read its own reports" in done.last


def test_further_formats_can_be_written(run: Run) -> None:
    assert run("ci", "news", "--write", "csv=f.csv", "--reports", "out").code == 1
    assert Path("f.csv").read_text("utf-8").startswith("finding,")
    assert Path("out/report.json").exists()


def test_baseline_and_waivers_count_here_too(run: Run, pipeline: Stub) -> None:
    pair = replace(CONFLICT, id="a" * 16, relations=(replace(CONFLICT.relations[0], fingerprint="a" * 16),))
    pipeline.report = replace(REPORT, findings=(pair,), diagnostics=())
    run("baseline", "create", "news")
    assert run("ci", "news", "--baseline", "factcheck.baseline").code == 0
    [result] = read_sarif((FOLDER / "factcheck.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert result["baselineState"] == "unchanged"


@pytest.mark.parametrize("said", ["::error::owned", "##[error]owned", "x\n::add-mask::a", "::stop-commands::x"])
def test_nothing_in_an_article_or_its_name_is_a_command(run: Run, pipeline: Stub, github: Path, said: str) -> None:
    claims = tuple(replace(c, text=said, sentence=f"{said} {said}", start=c.sentence_start, subject=said) for c in REPORT.claims)
    values = tuple(replace(value, display=said) for value in CONFLICT.values)
    finding = replace(CONFLICT, subject=said, values=values, explanation=f"{said} {said}", question=f"{said}?")
    articles = tuple(replace(a, path=said, publisher=said) for a in ARTICLES)
    diagnostics = (Diagnostic("error", said, None, said), Diagnostic("note", said, None, said))
    pipeline.report = replace(REPORT, articles=articles, claims=claims, findings=(finding,), diagnostics=diagnostics)
    done = run("ci", "news")
    stop, *rest = [name for name, _, _ in read_commands(done.out)]
    assert stop == "stop-commands"
    token = done.out.split("\n")[0].removeprefix("::stop-commands::")
    assert rest[rest.index(token) :] == [token, "error", "error", "error"]
    assert read_commands(done.err) == []


def test_check_in_a_github_job_commands_nothing_either(run: Run, pipeline: Stub, github: Path) -> None:
    finding = replace(CONFLICT, explanation=f"{'x' * 97} ::error::owned ##[error]owned")
    pipeline.report = replace(REPORT, findings=(finding,), diagnostics=(Diagnostic("note", "::error::owned", None, "x"),))
    done = run("check", "news")
    assert "error::owned" in done.out
    assert read_commands(done.out + done.err) == []


def test_a_summary_of_any_size_fits() -> None:
    many = tuple(replace(CONFLICT, id=f"{number:016x}", subject=f"soldiers {number}") for number in range(600))
    text = markdown.render(replace(REPORT, findings=many))
    shown = capped(text, 100_000)
    assert len(shown.encode()) < 100_000 < len(text.encode())
    assert shown.endswith(" more: see the reports of this run\n")
    assert shown.count("\n## ") + int(shown.rsplit("... and ", 1)[1].split()[0]) == 600
    assert len(capped(text, 10_000).encode()) < 10_000
    assert capped(markdown.render(EMPTY), 10_000) == markdown.render(EMPTY)


NO_NETWORK = """
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        raise RuntimeError(f"the network was asked for: {event} {arguments}")
sys.addaudithook(watch)
from factcheck.cli import main
raise SystemExit(main(["ci", "news"]))
"""


@pytest.mark.slow
def test_a_run_over_real_articles_asks_no_network(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name, number in (("a", "12,000"), ("b", "about 15,000")):
        text = f"---\npublished: 2031-02-0{ord(name) - 96}\n---\nItaly hosts {number} US service members.\n"
        (tmp_path / "news" / f"{name}.txt").write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "HOME": str(tmp_path), "GITHUB_ACTIONS": "true"}
    done = subprocess.run([sys.executable, "-c", NO_NETWORK], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1, done.stderr
    [*_, (name, properties, _)] = read_commands(done.stdout)
    assert (name, properties["file"], properties["line"]) == ("error", "news/b.txt", "4")
