"""SARIF: valid by its schema, anchored on the claim that brought the finding, with the other side linked."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import replace

import pytest

from factcheck.model.article import Diagnostic
from factcheck.model.finding import DistinctValue, Waiver
from factcheck.model.report import Report
from factcheck.reporters import Run, View, sarif

from .ci_formats import read_sarif
from .made import ARTICLES, CLAIMS, CONFLICT, EMPTY, REPORT


def _run(report: Report, view: View = View()) -> dict[str, object]:  # noqa: B008 - frozen
    [run] = read_sarif(sarif.render(report, view))["runs"]
    return run  # type: ignore[no-any-return]


def test_a_conflict_is_one_result_on_the_newest_claim() -> None:
    run = _run(REPORT)
    [result] = run["results"]
    assert result == {
        "ruleId": "disjoint_values",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "stationed_personnel, soldiers in Ruritania: about 900 against [780](1). The intervals do not meet (65 apart). 2 origins say 780,"
            " 1 origin says about 900. Would agree if: one counts reserves. Reserves included?"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "news/b.txt", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 12, "startColumn": 10, "endLine": 12, "endColumn": 19},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "news/a.txt", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 19, "endLine": 3, "endColumn": 22},
                },
                "message": {"text": "780: 775 to 785 (Strelsau Post, 2 Apr 2031): The kingdom keeps 780 soldiers in the valley."},
            }
        ],
        "partialFingerprints": {"factcheckFinding/v1": "a91f3c77d0"},
        "codeFlows": result["codeFlows"],
        "properties": {"attribute": "stationed_personnel", "subject": "soldiers in Ruritania", "verdict": "conflict", "nearMiss": False},
    }


def test_with_a_store_each_new_article_has_a_result_whatever_its_date() -> None:
    pair = replace(CONFLICT.relations[0], fingerprint="a" * 16)
    old, new = "2031-05-12T08:00:00Z", None
    for recorded, anchors in (((old, old, new), ["news/c.txt"]), ((new, old, new), ["news/a.txt", "news/c.txt"]), ((new, old, old), ["news/a.txt"])):
        articles = tuple(replace(article, recorded=when) for article, when in zip(ARTICLES, recorded, strict=True))
        results = _run(replace(REPORT, articles=articles, findings=(replace(CONFLICT, relations=(pair,)),)))["results"]
        found = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
        assert sorted(found) == anchors
        others = {result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
        assert others == {"news/b.txt"}


def test_the_timeline_goes_from_the_first_value_to_the_last() -> None:
    [result] = _run(REPORT)["results"]
    [flow] = result["codeFlows"]
    [thread] = flow["threadFlows"]
    uris = [step["location"]["physicalLocation"]["artifactLocation"]["uri"] for step in thread["locations"]]
    assert uris == ["news/a.txt", "news/b.txt"]


def test_columns_count_code_points() -> None:
    assert _run(REPORT)["columnKind"] == "unicodeCodePoints"


def test_a_rule_is_told_for_each_reason_that_occurs() -> None:
    [rule] = _run(replace(REPORT, findings=(CONFLICT,)))["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("disjoint_values", "ConflictDisjointValues")
    assert rule["fullDescription"]["text"] == "The values cannot both be right for the same thing at the same time."
    assert rule["help"].keys() == {"text", "markdown"}
    assert rule["properties"] == {"precision": "high", "problem.severity": "error", "tags": ["conflict"]}
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_agreement_is_no_result_and_an_empty_report_is_valid() -> None:
    run = _run(EMPTY)
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_a_waived_finding_is_suppressed_with_its_reason() -> None:
    waived = replace(CONFLICT, status="waived", waiver=Waiver("counted twice", "A. Holm", "2031-12-31"))
    [result] = _run(replace(REPORT, findings=(waived,)))["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "counted twice (A. Holm, until 2031-12-31)"}]
    assert result["baselineState"] == "unchanged"


def test_new_and_old_are_told_apart_only_where_that_is_known() -> None:
    states = [_run(replace(REPORT, findings=(replace(CONFLICT, status=s),)))["results"][0].get("baselineState") for s in (None, "new", "baseline")]
    assert states == [None, "new", "unchanged"]


def test_the_hash_of_the_line_is_given_where_the_file_is_to_be_had() -> None:
    asked: list[tuple[str, int]] = []

    def known(path: str, line: int) -> str | None:
        asked.append((path, line))
        return "abc:1"

    [result] = _run(REPORT, View(line_hash=known))["results"]
    assert result["partialFingerprints"] == {"factcheckFinding/v1": "a91f3c77d0", "primaryLocationLineHash": "abc:1"}
    assert asked == [("news/b.txt", 12)]
    [result] = _run(REPORT, View(line_hash=lambda path, line: None))["results"]
    assert "primaryLocationLineHash" not in result["partialFingerprints"]


def test_text_taken_out_of_a_web_page_and_a_row_of_a_file_have_no_columns() -> None:
    page = replace(REPORT, articles=(ARTICLES[0], replace(ARTICLES[1], path="news/b.html")))
    assert "region" not in _run(page)["results"][0]["locations"][0]["physicalLocation"]
    row = replace(REPORT, articles=(ARTICLES[0], replace(ARTICLES[1], path="news/all.jsonl", line=41)))
    assert _run(row)["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 41}


def test_a_path_is_a_uri() -> None:
    strange = replace(REPORT, articles=(ARTICLES[0], replace(ARTICLES[1], path="./my news/50% #1.txt")))
    [result] = _run(strange)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "my%20news/50%25%20%231.txt", "uriBaseId": "%SRCROOT%"}
    absolute = replace(REPORT, articles=(ARTICLES[0], replace(ARTICLES[1], path="/srv/b.txt")))
    assert _run(absolute)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///srv/b.txt"}


def test_brackets_of_an_article_make_no_link() -> None:
    value = replace(CONFLICT.values[0], display="[780](2)")
    [result] = _run(replace(REPORT, findings=(replace(CONFLICT, values=(value, CONFLICT.values[1])),)))["results"]
    assert r"against [\[780\](2)](1)." in result["message"]["text"]


def test_an_input_that_could_not_be_read_is_a_notification() -> None:
    report = replace(REPORT, diagnostics=(Diagnostic("error", "news/d.txt", 3, "no UTF-8"),))
    [invocation] = _run(report, View(run=Run("1.2.0", exit_code=4)))["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 4)
    [note] = invocation["toolExecutionNotifications"]
    assert (note["level"], note["message"]) == ("error", {"text": "no UTF-8"})
    assert note["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_findings_alone_make_no_failed_run() -> None:
    assert _run(REPORT, View(run=Run(exit_code=1)))["invocations"][0]["executionSuccessful"] is True


def test_more_results_than_code_scanning_takes_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (sarif.MOST_RESULTS, sarif.MOST_BYTES) == (25_000, 10_000_000)
    monkeypatch.setattr(sarif, "MOST_RESULTS", 20)
    note = replace(CONFLICT, id="f" * 16, severity="note")
    many = tuple(replace(CONFLICT, id=f"{number:016x}", subject=f"S{number:02}") for number in range(22))
    run = _run(Report(ARTICLES, CLAIMS, (note, *many), ()))
    assert len(run["results"]) == 20
    assert {result["level"] for result in run["results"]} == {"error"}
    assert run["invocations"][0]["toolExecutionNotifications"] == [
        {"level": "warning", "message": {"text": "3 more findings are left out, the least grave ones"}}
    ]


def test_more_bytes_than_code_scanning_takes_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_BYTES", 3_000)
    many = tuple(replace(CONFLICT, id=hashlib.sha256(str(number).encode()).hexdigest()[:16]) for number in range(300))
    text = sarif.render(Report(ARTICLES, CLAIMS, many, ()))
    assert len(gzip.compress(text.encode(), mtime=0)) <= 3_000
    [run] = read_sarif(text)["runs"]
    [note] = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == f"{300 - len(run['results'])} more findings are left out, the least grave ones"


def test_long_text_stays_bearable() -> None:
    long = "word " * 20_000
    claims = tuple(replace(c, sentence=long, sentence_start=0, start=0, text="word", subject=long) for c in CLAIMS)
    values = tuple(DistinctValue(long, value.claims, value.articles, value.origins) for value in CONFLICT.values)
    finding = replace(CONFLICT, subject=long, values=values, explanation=long)
    assert len(sarif.render(Report(ARTICLES, claims, (finding,), ()))) < 20_000
