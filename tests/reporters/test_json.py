"""JSON: the shape that other people's scripts rely on, and the way back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.errors import UsageError
from factcheck.model.article import Diagnostic
from factcheck.reporters.json import read, render
from factcheck.reporters.json_schema import report_schema

from .made import CLAIMS, EMPTY, REPORT

CHECKED_IN = Path(__file__).parents[2] / "rules" / "schema" / "report.v1.json"


def test_a_small_report_reads_so() -> None:
    small = replace(EMPTY, diagnostics=(Diagnostic("warning", "news/d.html", None, 'no "text"'),))
    assert render(small) == (
        '{"schema": "factcheck-report/1",\n'
        ' "articles": [\n'
        '  {"id": "a", "path": "news/a.txt", "title": "Garrison counted", "publisher": "Strelsau Post", "published": "2031-04-02", '
        '"written": null, "written_because": [], "origin": "o-a", "story": null, "url": null, "line": null, "language": null, "recorded": null}],\n'
        ' "claims": [],\n'
        ' "findings": [],\n'
        ' "diagnostics": [\n'
        '  {"severity": "warning", "path": "news/d.html", "line": null, "message": "no \\"text\\""}],\n'
        ' "not_compared": {}}\n'
    )


def test_the_fields_of_a_claim_stand_in_the_order_of_the_contract() -> None:
    first = json.loads(render(REPORT))["claims"][0]
    assert list(first)[:18] == [
        *("id", "article", "kind", "subject", "attribute", "qualifiers", "modality", "speaker", "valid", "value"),
        *("text", "field", "start", "end", "line", "column", "sentence", "rule"),
    ]
    assert list(first["value"])[:6] == ["text", "point", "low", "high", "unit", "hedge"]


def test_the_fields_of_a_finding_stand_in_the_order_of_the_contract() -> None:
    finding = json.loads(render(REPORT))["findings"][1]
    assert list(finding)[:10] == ["id", "verdict", "reason", "severity", "subject", "attribute", "qualifiers", "values", "relations", "explanation"]
    assert finding["values"][0] == {"display": "780", "claims": ["c1", "c3"], "articles": ["a", "c"], "origins": 2}
    assert list(finding["relations"][0])[:5] == ["left", "right", "verdict", "reason", "explanation"]


def test_letters_of_all_scripts_stand_as_they_are() -> None:
    assert "Shinjirō 小泉" in render(replace(EMPTY, claims=(replace(CLAIMS[0], subject="Shinjirō 小泉"),)))


def test_a_report_comes_back_as_it_was() -> None:
    assert read(render(REPORT), "r.json") == REPORT


@settings(max_examples=50, deadline=None)
@given(st.text(), st.text())
def test_any_text_comes_back_as_it_was(subject: str, sentence: str) -> None:
    report = replace(REPORT, claims=(replace(CLAIMS[0], subject=subject, sentence=sentence),))
    assert read(render(report), "r.json") == report


def test_fields_that_a_later_version_added_are_passed_over() -> None:
    data = json.loads(render(REPORT))
    data["weather"] = data["claims"][0]["mood"] = "fine"
    assert read(json.dumps(data), "r.json") == REPORT


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "r.json: not a factcheck-report/1: Invalid JSON: EOF while parsing an object at line 1 column 1"),
        ('{"articles": []}', "r.json: not a factcheck-report/1: claims: Field required"),
        (
            '{"schema": "other/2", "articles": [], "claims": [], "findings": [], "diagnostics": []}',
            'r.json: not a factcheck-report/1: schema is "other/2"',
        ),
    ],
)
def test_what_is_no_report_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(text, "r.json")
    assert str(caught.value) == message


def test_a_relation_between_values_that_are_not_there_is_refused() -> None:
    data = json.loads(render(REPORT))
    data["findings"][1]["relations"][0]["right"] = 7
    with pytest.raises(UsageError, match="finding a91f3c77d0: a relation names a value that is not there"):
        read(json.dumps(data), "r.json")


def test_the_schema_that_is_checked_in_is_current() -> None:
    assert json.loads(CHECKED_IN.read_text(encoding="utf-8")) == report_schema()


def test_the_schema_is_a_schema_and_names_its_version() -> None:
    Draft202012Validator.check_schema(report_schema())
    assert report_schema()["$id"] == "factcheck-report/1"


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_reports_are_valid_against_the_schema(report: object) -> None:
    Draft202012Validator(report_schema()).validate(json.loads(render(report)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "factcheck-report/2"),
        (("claims", 0, "value", "low"), 775),
        (("claims", 0, "value", "low"), "7.75E+2"),
        (("claims", 0, "line"), 0),
        (("claims", 0, "modality"), "perhaps"),
        (("findings", 1, "verdict"), "wrong"),
        (("findings", 1, "reason"), "because"),
        (("findings", 1, "relations", 0, "left"), -1),
        (("diagnostics", 0, "severity"), "fatal"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_have(path: tuple[str | int, ...], value: object) -> None:
    data = json.loads(render(REPORT))
    place = data
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    assert not Draft202012Validator(report_schema()).is_valid(data)


def test_the_schema_takes_fields_that_a_later_version_adds() -> None:
    data = json.loads(render(REPORT))
    data["weather"] = data["claims"][0]["mood"] = "fine"
    assert Draft202012Validator(report_schema()).is_valid(data)
