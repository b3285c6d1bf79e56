"""`factcheck check --statistics`: what the rules did stands in place of the findings, and the exit code is that of the check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run, Stub


def test_the_statistics_stand_in_place_of_the_findings(run: Run, pipeline: Stub) -> None:
    done = run("check", "x", "--statistics")
    assert (done.code, done.out.split()[:3]) == (1, ["rule", "articles", "claims"])
    assert "military.stationed-personnel" in done.out.split("Never fired")[0]


def test_they_come_as_json_and_a_report_goes_beside_them(run: Run, pipeline: Stub, tmp_path: Path) -> None:
    done = run("check", "x", "--statistics", "-f", "json", "--write", "json=report.json")
    assert json.loads(done.out)["schema"] == "factcheck-statistics/1"
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["schema"] == "factcheck-report/1"


def test_they_go_into_a_file_too(run: Run, pipeline: Stub, tmp_path: Path) -> None:
    assert run("check", "x", "--statistics", "-o", "rules.txt").out == ""
    assert "Never fired" in (tmp_path / "rules.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["csv", "html", "markdown", "sarif"])
def test_another_format_is_refused(run: Run, pipeline: Stub, name: str) -> None:
    done = run("check", "x", "--statistics", "-f", name)
    assert (done.code, done.last, pipeline.calls) == (
        2,
        f"exit 2: --statistics comes as table or json, not as {name}; a report goes beside it with --write",
        [],
    )
