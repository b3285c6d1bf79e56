"""`--output-format gitlab`: a Code Quality report, which GitLab shows in merge requests.

A JSON list of what somebody may have to look at; what is waived is left out. GitLab itself compares the report with that of the
target branch, by fingerprint, so what stands in the baseline stays in. Paths have to be relative to the root of the repository.
"""

from __future__ import annotations

import json
from collections import Counter

from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.places import Sightings
from factcheck.reporters.summary import explanation, in_order, question
from factcheck.reporters.terminal import clean, crop
from factcheck.reporters.wording import verdict_name

LONGEST = 1000  # characters of a description; the list shows it on one line
_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The list, one entry a line."""
    sightings = Sightings(report)
    taken: Counter[str] = Counter()
    rows = []
    for finding in in_order(report.findings):
        seen = sightings.of(finding)
        if finding.severity not in _SEVERITIES or finding.status == "waived" or not seen:
            continue
        taken[finding.id] += 1  # GitLab shows one entry for each fingerprint
        place = seen[0].place
        row = {
            "description": crop(clean(_description(finding)), LONGEST),
            "check_name": finding.reason,
            "fingerprint": finding.id if taken[finding.id] == 1 else f"{finding.id}-{taken[finding.id]}",
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": place.path.removeprefix("./"), "lines": {"begin": place.line or 1}},
        }
        rows.append(json.dumps(row))
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def _description(finding: Finding) -> str:
    values = " | ".join(value.display[:LONGEST] for value in finding.values[:8])
    said = [f"{finding.attribute}: {finding.subject[:LONGEST]}: {values} ({verdict_name(finding.verdict)}).", explanation(finding), question(finding)]
    return " ".join(part for part in said if part)
