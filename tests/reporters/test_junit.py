"""JUnit: valid by the schema of Jenkins, read by a parser, one case a finding."""

from __future__ import annotations

from dataclasses import replace

import junitparser
import pytest

from factcheck.model.article import Diagnostic
from factcheck.model.finding import Waiver
from factcheck.model.report import Report
from factcheck.reporters import View, junit

from .ci_formats import read_junit
from .made import AGREEMENT, ARTICLES, CLAIMS, CONFLICT, EMPTY, REPORT

AGREED = replace(AGREEMENT, values=(replace(AGREEMENT.values[0], claims=("c1", "c3"), articles=("a", "c")),))


def _cases(report: Report, view: View = View()) -> list[junitparser.TestCase]:  # noqa: B008 - frozen
    return read_junit(junit.render(report, view))


def test_a_conflict_fails_with_its_quotes() -> None:
    [case] = _cases(replace(REPORT, findings=(CONFLICT,)))
    assert (case.classname, case.name) == ("b", "stationed_personnel: soldiers in Ruritania (a91f3c)")
    assert 'file="news/b.txt" line="12"' in junit.render(REPORT)
    [failure] = case.result
    assert isinstance(failure, junitparser.Failure)
    assert failure.type == "conflict.disjoint_values"
    assert failure.message == "780 | about 900: The intervals do not meet (65 apart). 2 origins say 780, 1 origin says about 900."
    assert failure.text == (
        "conflict (disjoint_values), finding a91f3c77d0\n"
        "news/b.txt:12:10    Zenda Wire, 11 May 2031\n"
        "   12 | For now, about 900 soldiers are based in Ruritania.\n"
        "      |          ^^^^^^^^^ about 900: 850 to 950\n"
        "news/a.txt:3:19    Strelsau Post, 2 Apr 2031\n"
        "    3 | The kingdom keeps 780 soldiers in the valley.\n"
        "      |                   ^^^ 780: 775 to 785\n"
        "The intervals do not meet (65 apart). 2 origins say 780, 1 origin says about 900.\n"
        "Would agree if: one counts reserves. Reserves included?"
    )


def test_agreement_passes() -> None:
    [case] = _cases(replace(REPORT, findings=(AGREED,)))
    assert (case.name, case.result) == ("length: Zenda bridge (a91f3e)", [])


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        ("new", junitparser.Failure, "780 | about 900: The intervals"),
        ("baseline", junitparser.Skipped, "in the baseline"),
        ("known", junitparser.Skipped, "known from an earlier batch"),
        ("waived", junitparser.Skipped, "waived until 2031-12-31: counted twice (A. Holm)"),
    ],
)
def test_what_is_known_is_skipped_with_its_reason(status: str, kind: type[junitparser.Result], said: str) -> None:
    waiver = Waiver("counted twice", "A. Holm", "2031-12-31") if status == "waived" else None
    [case] = _cases(replace(REPORT, findings=(replace(CONFLICT, status=status, waiver=waiver),)))  # type: ignore[arg-type]
    [result] = case.result
    assert isinstance(result, kind)
    assert result.message.startswith(said)


@pytest.mark.parametrize(("level", "results"), [("error", 1), ("note", 1), ("never", 0)])
def test_the_fail_level_says_what_fails(level: str, results: int) -> None:
    [case] = _cases(replace(REPORT, findings=(CONFLICT,)), View(fail_level=level))
    assert len(case.result) == results


def test_an_input_that_could_not_be_read_is_an_error() -> None:
    found = (
        Diagnostic("error", "news/d.txt", 3, "no UTF-8"),
        Diagnostic("error", "news/d.txt", 9, "no text"),
        Diagnostic("note", "news/e.txt", 1, "x"),
    )
    cases = _cases(replace(EMPTY, diagnostics=found))
    assert [(case.classname, case.result[0].message) for case in cases] == [("news/d.txt", "no UTF-8"), ("news/d.txt", "no text")]


def test_findings_that_share_an_id_keep_names_of_their_own() -> None:
    cases = _cases(Report(ARTICLES, CLAIMS, (CONFLICT, CONFLICT), ()))
    assert [case.name for case in cases] == [
        "stationed_personnel: soldiers in Ruritania (a91f3c)",
        "stationed_personnel: soldiers in Ruritania (a91f3c-2)",
    ]


def test_nothing_compared_is_a_valid_document() -> None:
    assert _cases(EMPTY) == []


def test_the_end_of_a_section_in_an_article_ends_nothing() -> None:
    said = replace(CONFLICT, explanation="]]></failure><script>&amp;\x00\x1b[31m\ufffe")
    [case] = _cases(replace(REPORT, findings=(said,)))
    assert "]]></failure><script>&amp;\\x00\\x1b[31m" in case.result[0].text
