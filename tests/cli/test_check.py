"""`factcheck check`: exit codes, the last line, outputs, options."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from reporters.made import AGREEMENT, CONFLICT, EMPTY, REPORT, SUCCESSION

from factcheck.errors import NoArticleError, PackError, UnreadableInputError
from factcheck.model.article import Diagnostic
from factcheck.registry import names

from .conftest import Run, Stub

ON_OFFER = ", ".join(names("reporter"))
DISPUTED = replace(CONFLICT, verdict="disputed", reason="speakers", severity="warning")
UNREAD = (Diagnostic("error", "news/bad.html", None, "no UTF-8"),)


def test_a_conflict_ends_the_run_with_1_and_the_reason(run: Run, pipeline: Stub) -> None:
    done = run("check", "news")
    assert (done.code, done.last) == (1, 'exit 1: 1 finding at or above "error". Next: factcheck explain a91f3c news')


def test_agreement_alone_ends_with_0_and_says_nothing(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=(AGREEMENT,), diagnostics=())
    done = run("check", "news")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("level", "findings", "code"),
    [
        ("error", (CONFLICT,), 1),
        ("error", (DISPUTED, SUCCESSION), 0),
        ("warning", (DISPUTED,), 1),
        ("warning", (SUCCESSION,), 0),
        ("note", (SUCCESSION,), 1),
        ("note", (AGREEMENT,), 0),
        ("never", (CONFLICT, DISPUTED), 0),
        ("never", (), 0),
    ],
)
def test_the_fail_level_says_what_counts(run: Run, pipeline: Stub, level: str, findings: tuple[object, ...], code: int) -> None:
    pipeline.report = replace(REPORT, findings=findings)  # type: ignore[arg-type]
    assert run("check", "news", "--fail-level", level).code == code


def test_the_last_line_counts_findings_and_names_the_gravest(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=(SUCCESSION, DISPUTED, replace(CONFLICT, id="bbbbbb00")))
    assert run("check", "x", "--fail-level", "note").last == 'exit 1: 3 findings at or above "note". Next: factcheck explain bbbbbb x'


def test_a_path_with_spaces_is_quoted_in_the_next_command(run: Run, pipeline: Stub) -> None:
    assert run("check", "my news", "b").last.endswith("Next: factcheck explain a91f3c 'my news' b")


def test_the_next_command_finds_the_same_finding(run: Run, pipeline: Stub) -> None:
    assert run("check", "a", "--no-reference", "--rules", "p").last.endswith("explain a91f3c a --rules p --no-reference")
    assert run("check", "a", "--write", "json=r.json").last.endswith("explain a91f3c --report r.json")
    assert run("check", "a", "-f", "json", "-o", "s.json").last.endswith("explain a91f3c --report s.json")


@pytest.mark.parametrize("found", [(), (CONFLICT,)])
def test_an_unreadable_input_counts_when_inputs_are_strict_and_outranks_findings(run: Run, pipeline: Stub, found: tuple[object, ...]) -> None:
    pipeline.report = replace(REPORT, findings=found, diagnostics=UNREAD)  # type: ignore[arg-type]
    done = run("check", "news", "--strict-inputs")
    assert (done.code, done.last) == (4, "exit 4: 1 input could not be read: news/bad.html")
    assert "Checked 3 articles" in done.out


@pytest.mark.parametrize(("found", "code"), [((), 0), ((CONFLICT,), 1)])
def test_an_unreadable_input_is_told_and_passed_over_else(run: Run, pipeline: Stub, found: tuple[object, ...], code: int) -> None:
    pipeline.report = replace(REPORT, findings=found, diagnostics=UNREAD)  # type: ignore[arg-type]
    done = run("check", "news")
    assert done.code == code
    assert done.err.startswith("news/bad.html: error: no UTF-8\n")


def test_an_input_read_in_part_is_told_so(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, diagnostics=(*UNREAD, Diagnostic("error", "news/a.txt", 7, "no text")))
    done = run("check", "news", "--strict-inputs")
    assert done.last == "exit 4: 2 inputs could not be read: news/a.txt (in part), news/bad.html"
    assert "; 2 inputs could not be read in full\n" in done.out


def test_warnings_are_no_unreadable_inputs(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=())
    assert run("check", "news", "--strict-inputs").code == 0


@pytest.mark.parametrize(
    ("error", "code", "last"),
    [
        (NoArticleError("no article under news"), 5, "exit 5: no article under news"),
        (UnreadableInputError("a.txt: empty"), 4, "exit 4: a.txt: empty"),
        (PackError("no key", "p/pack.yml", 3, 5), 2, "exit 2: p/pack.yml:3:5: no key"),
        (KeyboardInterrupt(), 130, "exit 130: interrupted"),
    ],
)
def test_what_stops_the_run_gives_its_code(run: Run, pipeline: Stub, error: BaseException, code: int, last: str) -> None:
    pipeline.error = error
    done = run("check", "news")
    assert (done.code, done.last, done.out) == (code, last, "")


def test_a_report_without_articles_is_no_success(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(EMPTY, articles=())
    assert run("check", "news").code == 5
    pipeline.report = replace(EMPTY, articles=(), diagnostics=UNREAD)
    assert run("check", "news").code == 4


def test_an_internal_error_is_short_and_v_gives_the_traceback(run: Run, pipeline: Stub) -> None:
    pipeline.error = ValueError("seven is no colour")
    done = run("check", "news")
    assert (done.code, done.err) == (
        3,
        "exit 3: internal error: ValueError: seven is no colour. Run again with -v for the traceback, and please report it.\n",
    )
    done = run("check", "news", "-v")
    assert done.err.startswith("Traceback (most recent call last):")
    assert done.last == "exit 3: internal error: ValueError: seven is no colour."


@pytest.mark.parametrize("name", ["table", "json", "jsonl", "markdown", "csv", "sarif", "junit", "github", "gitlab"])
def test_every_format_on_offer_can_be_had(run: Run, pipeline: Stub, name: str) -> None:
    done = run("check", "news", "-f", name)
    assert done.code == 1
    assert "780" in done.out


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_a_format_that_is_not_built_is_refused_with_those_that_are(run: Run, pipeline: Stub, name: str) -> None:
    done = run("check", "news", "--output-format", name)
    assert (done.code, done.last) == (2, f'exit 2: no output format "{name}"; there are: {ON_OFFER}')
    assert pipeline.calls == []


def test_a_format_written_wrong_gets_a_suggestion(run: Run, pipeline: Stub) -> None:
    assert run("check", "news", "-f", "tabel").last == f'exit 2: no output format "tabel"; did you mean "table"?; there are: {ON_OFFER}'


def test_output_goes_to_a_file_and_not_to_standard_output(run: Run, pipeline: Stub) -> None:
    done = run("check", "news", "-f", "json", "-o", "r.json")
    assert (done.code, done.out) == (1, "")
    assert json.loads(Path("r.json").read_text("utf-8"))["schema"] == "factcheck-report/1"


def test_further_formats_go_to_files_beside_the_main_one(run: Run, pipeline: Stub) -> None:
    done = run("check", "news", "--write", "json=r.json", "--write", "csv=r.csv")
    assert done.out.startswith("verdict ")
    assert Path("r.csv").read_text("utf-8").startswith("finding,")
    assert Path("r.json").read_text("utf-8").startswith("{")


@pytest.mark.parametrize(
    ("args", "last"),
    [
        (("--write", "r.json"), 'exit 2: --write r.json: expected NAME=FILE, as in "json=report.json"'),
        (("--write", "=r.json"), 'exit 2: --write =r.json: expected NAME=FILE, as in "json=report.json"'),
        (("-o", "gone/r.json"), "exit 2: cannot write gone/r.json: there is no folder {here}/gone"),
        (("-o", "."), "exit 2: cannot write .: it is a folder"),
        (("-o", "r", "--write", "json=./r"), "exit 2: two outputs go to ./r; give each a file of its own"),
        (("--write", "json=-"), "exit 2: two outputs go to standard output; give each a file of its own"),
    ],
)
def test_targets_that_cannot_be_written_are_told_before_the_work(run: Run, pipeline: Stub, tmp_path: Path, args: tuple[str, ...], last: str) -> None:
    done = run("check", "news", *args)
    assert (done.code, done.last) == (2, last.replace("{here}", str(tmp_path)))
    assert pipeline.calls == []


def test_an_input_is_never_overwritten(run: Run, pipeline: Stub) -> None:
    Path("a.txt").write_text("An article.", encoding="utf-8")
    assert run("check", "./a.txt", "-o", "a.txt").last == "exit 2: a.txt is an input; the output would overwrite it"
    assert Path("a.txt").read_text(encoding="utf-8") == "An article."


def test_options_reach_the_pipeline(run: Run, pipeline: Stub) -> None:
    run("check", "a", "b", "--no-reference", "--rules", "p", "--rules", "q")
    paths, options = pipeline.calls[0]
    assert (tuple(paths), options.reference, options.rules, options.stdin) == (("a", "b"), False, ("p", "q"), None)


def test_settings_reach_the_run(run: Run, pipeline: Stub) -> None:
    Path("factcheck.toml").write_text('output_format = "jsonl"\nfail_level = "never"\nreference = false', encoding="utf-8")
    done = run("check", "a")
    assert done.code == 0
    assert done.out.startswith('{"id": "a91f3e0000"')
    assert pipeline.calls[0][1].reference is False


def test_a_setting_changes_the_severity_of_a_verdict_or_reason(run: Run, pipeline: Stub) -> None:
    Path("factcheck.toml").write_text('[severity]\nconflict = "note"\nsuccession = "error"', encoding="utf-8")
    done = run("check", "a", "-f", "json")
    assert {f["verdict"]: f["severity"] for f in json.loads(done.out)["findings"]} == {"agree": "none", "conflict": "note", "time_dependent": "error"}
    assert done.last.startswith('exit 1: 1 finding at or above "error". Next: factcheck explain 7d02be')


def test_quiet_leaves_the_last_line(run: Run, pipeline: Stub) -> None:
    assert run("check", "a", "-q").err == 'exit 1: 1 finding at or above "error". Next: factcheck explain a91f3c a\n'
    assert run("check", "a").err.startswith("news/d.html: warning: no text found\n")


def test_colour_obeys_the_command_line_then_the_environment(run: Run, pipeline: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run("check", "a").out
    assert "\x1b[" in run("check", "a", "--color").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("check", "a").out
    assert "\x1b[" not in run("check", "a", "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", "a").out
    assert "\x1b[" in run("check", "a", "--color").out


def test_a_path_that_is_no_utf8_does_not_stop_the_report(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, articles=(replace(REPORT.articles[0], path="news/\udcff.txt"), *REPORT.articles[1:]))
    assert json.loads(run("check", "a", "-f", "json").out)["articles"][0]["path"] == "news/\udcff.txt"
    assert "news/\\udcff.txt:3:19" in run("check", "a").out


def test_hostile_names_stay_text_on_standard_error(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, diagnostics=(Diagnostic("error", "a\x1b[2J\nexit 0.txt", 3, "no \x1b]0;x\x07"),))
    done = run("check", "news", "--strict-inputs")
    assert done.err == ("a\\x1b[2J exit 0.txt:3: error: no \\x1b]0;x\\x07\nexit 4: 1 input could not be read: a\\x1b[2J exit 0.txt\n")


def test_the_last_line_is_of_bearable_length(run: Run, pipeline: Stub) -> None:
    pipeline.error = UnreadableInputError("x.txt: empty; " * 1000)
    assert 1000 < len(run("check", "news").last) < 1020


def test_settings_beside_the_articles_count_for_nothing(run: Run, pipeline: Stub) -> None:
    Path("news").mkdir()
    Path("news/factcheck.toml").write_text('fail_level = "never"\nnonsense = 1', encoding="utf-8")
    assert run("check", "news").code == 1


def test_a_format_in_the_settings_that_is_not_built_is_told_with_its_place(run: Run, pipeline: Stub, tmp_path: Path) -> None:
    Path("factcheck.toml").write_text('output_format = "pdf"', encoding="utf-8")
    assert run("check", "x").last == f'exit 2: {tmp_path}/factcheck.toml:1: output_format: no output format "pdf"; there are: {ON_OFFER}'
    assert run("check", "x", "-f", "csv").code == 1
