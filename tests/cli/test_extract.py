"""`factcheck extract`: the claims, and no verdicts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from reporters.made import REPORT

from .conftest import Run, Stub


def test_jsonl_is_one_claim_a_line_and_findings_do_not_matter(run: Run, pipeline: Stub) -> None:
    done = run("extract", "news", "-f", "jsonl")
    assert done.code == 0
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["c1", "c2", "c3"]


@pytest.mark.parametrize("name", ["table", "json", "jsonl", "markdown", "csv"])
def test_every_format_on_offer_can_be_had(run: Run, pipeline: Stub, name: str) -> None:
    pipeline.report = replace(REPORT, findings=())
    done = run("extract", "news", "-f", name)
    assert done.code == 0
    assert "about 900" in done.out


def test_an_empty_run_is_no_success(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, articles=(), claims=(), findings=(), diagnostics=())
    assert run("extract", "news").last == "exit 5: no article found, so nothing was checked"


def test_it_has_no_fail_level(run: Run, pipeline: Stub) -> None:
    assert run("extract", "news", "--fail-level", "note").code == 2
