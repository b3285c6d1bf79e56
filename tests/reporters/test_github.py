"""Workflow commands: read as the runner reads them, ten at most, nothing of an article's is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.reporters import View, github

from .ci_formats import read_commands
from .made import ARTICLES, CONFLICT, EMPTY, REPORT, SUCCESSION

CONFLICTS = tuple(replace(CONFLICT, id=f"{number:02}aaaaaa", subject=f"soldiers {number}") for number in range(14))


def test_a_conflict_is_an_error_at_its_line() -> None:
    assert github.render(REPORT) == (
        "::error title=conflict%3A stationed_personnel%2C soldiers in Ruritania (a91f3c),file=news/b.txt,line=12,col=10,endColumn=18::"
        "The intervals do not meet (65 apart). 2 origins say 780, 1 origin says about 900.%0A"
        'news/b.txt:12:10 (Zenda Wire, 11 May 2031): "For now, about 900 soldiers are based in Ruritania."%0A'
        'news/a.txt:3:19 (Strelsau Post, 2 Apr 2031): "The kingdom keeps 780 soldiers in the valley."%0A'
        "Would agree if: one counts reserves. Reserves included?\n"
    )


def test_the_runner_reads_back_what_was_meant() -> None:
    [(name, properties, message)] = read_commands(github.render(REPORT))
    assert (name, properties["title"]) == ("error", "conflict: stationed_personnel, soldiers in Ruritania (a91f3c)")
    assert (properties["file"], properties["line"], properties["col"], properties["endColumn"]) == ("news/b.txt", "12", "10", "18")
    assert message.split("\n")[-1] == "Would agree if: one counts reserves. Reserves included?"


def test_nothing_to_look_at_is_nothing_to_print() -> None:
    assert github.render(EMPTY) == ""


@pytest.mark.parametrize(("verdict", "severity", "command"), [("conflict", "error", "error"), ("disputed", "warning", "warning")])
def test_the_severity_gives_the_command(verdict: str, severity: str, command: str) -> None:
    finding = replace(CONFLICT, verdict=verdict, severity=severity)  # type: ignore[arg-type]
    [(name, _, _)] = read_commands(github.render(replace(REPORT, findings=(finding,))))
    assert name == command


def test_notes_are_told_only_where_they_fail_the_run() -> None:
    note = replace(SUCCESSION, values=CONFLICT.values)
    assert github.render(replace(REPORT, findings=(note,))) == ""
    [(name, _, _)] = read_commands(github.render(replace(REPORT, findings=(note,)), View(fail_level="note")))
    assert name == "notice"


def test_the_worst_ten_and_how_many_more() -> None:
    disputed = replace(CONFLICT, id="ffffffff", verdict="disputed", severity="warning")
    commands = read_commands(github.render(replace(REPORT, findings=(disputed, *CONFLICTS))))
    assert [name for name, _, _ in commands] == ["error"] * 10 + ["notice"]
    assert commands[-1][2] == "+5 more findings: see the summary of this step"


@pytest.mark.parametrize(("status", "told"), [(None, 1), ("new", 1), ("known", 0), ("baseline", 0), ("waived", 0)])
def test_what_is_known_is_not_told_again(status: str | None, told: int) -> None:
    report = replace(REPORT, findings=(replace(CONFLICT, status=status),))  # type: ignore[arg-type]
    assert len(read_commands(github.render(report))) == told


def test_a_span_over_several_lines_has_no_columns() -> None:
    claims = tuple(
        replace(c, text="about\n900", sentence=c.sentence.replace("about 900", "about\n900")) if c.id == "c2" else c for c in REPORT.claims
    )
    [(_, properties, _)] = read_commands(github.render(replace(REPORT, claims=claims)))
    assert properties.keys() == {"title", "file", "line"}


@pytest.mark.parametrize(
    "said", ["\n::error::owned", "%0A::set-env name=X::y", "\r\n::add-mask::a", "##[error]x", "a::error file=x::y", "\u2028::stop-commands::x"]
)
def test_a_command_in_an_article_is_only_text(said: str) -> None:
    claims = tuple(replace(c, text=said, sentence=f"{said} {said}", start=c.sentence_start) for c in REPORT.claims)
    finding = replace(CONFLICT, subject=said, explanation=said, question=f"{said}?")
    articles = tuple(replace(a, path=f"news/{said}", publisher=said) for a in ARTICLES)
    shown = github.render(replace(REPORT, articles=articles, claims=claims, findings=(finding,)))
    assert [name for name, _, _ in read_commands(shown)] == ["error"]
    assert shown.count("\n") == 1
