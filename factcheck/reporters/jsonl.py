"""`--output-format jsonl`: one claim a line for `extract`, one finding a line for `check`, as in the JSON report."""

from __future__ import annotations

from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.json import line


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The lines; nothing at all where there is no claim or finding."""
    rows = report.claims if view.shows == "claims" else report.findings
    return "".join(line(row) + "\n" for row in rows)
