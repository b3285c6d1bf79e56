"""`--output-format sarif`: SARIF 2.1.0, for code scanning and editors.

One result for each claim that brought a finding that somebody may have to look at, the other values linked from its message; a
rule for each reason. Text of articles is other people's: control characters are written out, and
brackets escaped, so that no link is made but ours.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from factcheck.model.article import Diagnostic
from factcheck.model.finding import REASONS, SEVERITY_BY_VERDICT, Finding
from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.places import Place, Sighting, Sightings
from factcheck.reporters.summary import explanation, in_order, question
from factcheck.reporters.terminal import clean, crop
from factcheck.reporters.wording import reading_of, told, verdict_name

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000  # of a run, and of gzipped bytes: what code scanning takes in
MOST_BYTES = 10_000_000
MOST_RELATED = 100  # of a result: what code scanning shows
LONGEST = 400  # characters of one piece of a message
FINGERPRINT = "factcheckFinding/v1"
_LEVELS = {"error": "error", "warning": "warning", "note": "note", "none": "none"}
# How often a finding of this verdict is worth the look: what the verdict itself promises.
_PRECISION = {"conflict": "high", "disputed": "high", "time_dependent": "medium", "undetermined": "low"}
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation", "none": "recommendation"}


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The log, one result a line, of a size that code scanning takes: the least grave findings beyond it are left out, and a notification says so."""
    findings = [f for f in in_order(report.findings) if f.severity != "none"]
    kept = findings[:MOST_RESULTS]
    text = _log(report, kept, len(findings), view)
    while len(text) > MOST_BYTES and kept and len(gzip.compress(text.encode("utf-8", "backslashreplace"), mtime=0)) > MOST_BYTES:
        kept = kept[: len(kept) * 3 // 4]
        text = _log(report, kept, len(findings), view)
    return text


def _log(report: Report, findings: Sequence[Finding], total: int, view: View) -> str:
    sightings = Sightings(report)
    reasons = sorted({finding.reason for finding in findings})
    has_status = any(finding.status is not None for finding in findings)
    results = [result for f in findings for result in _results(f, sightings, reasons.index(f.reason), has_status, view)]
    results = results[:MOST_RESULTS]
    notes = [_notification(d) for d in report.diagnostics]
    if total > len(findings):
        notes.append({"level": "warning", "message": {"text": f"{total - len(findings)} more findings are left out, the least grave ones"}})
    driver: dict[str, Any] = {"name": "factcheck", "rules": [_rule(reason) for reason in reasons]}
    if view.run is not None and view.run.version[:1].isdigit():
        driver["version"] = view.run.version
    invocation: dict[str, Any] = {"executionSuccessful": view.run is None or view.run.exit_code in (0, 1), "toolExecutionNotifications": notes}
    if view.run is not None:
        invocation |= {"exitCode": view.run.exit_code}
    run = {"tool": {"driver": driver}, "invocations": [invocation], "columnKind": "unicodeCodePoints"}
    head = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False).removesuffix("}]}")
    rows = ",\n  ".join([json.dumps(result, ensure_ascii=False) for result in results])
    return f'{head}, "results": [{f"{chr(10)}  {rows}{chr(10)} " if rows else ""}]}}]}}\n'


def _rule(reason: str) -> dict[str, Any]:
    verdict, meaning = REASONS[reason]
    severity = SEVERITY_BY_VERDICT[verdict]
    more = f"Run `factcheck explain {reason}` for the reason, `factcheck explain` with the id of a finding for its derivation."
    return {
        "id": reason,
        "name": "".join(part.title() for part in (*verdict.split("_"), *reason.split("_"))),
        "shortDescription": {"text": f"{verdict_name(verdict)}: {reason.replace('_', ' ')}"},
        "fullDescription": {"text": meaning},
        "help": {
            "text": f"{meaning} The report says where sources disagree, not who is right. {more.replace('`', '')}",
            "markdown": f"**{verdict_name(verdict)}**: {meaning}\n\nThe report says where sources disagree, not who is right. {more}",
        },
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"precision": _PRECISION.get(verdict, "low"), "problem.severity": _PROBLEM[severity], "tags": [verdict_name(verdict)]},
    }


def _results(finding: Finding, sightings: Sightings, rule: int, has_status: bool, view: View) -> Iterable[dict[str, Any]]:
    for anchor, *others in sightings.of_each(finding):
        yield _result(finding, anchor, others[:MOST_RELATED], sightings, rule, has_status, view)


def _result(
    finding: Finding, anchor: Sighting, others: Sequence[Sighting], sightings: Sightings, rule: int, has_status: bool, view: View
) -> dict[str, Any]:
    prints = {FINGERPRINT: finding.id}
    place = anchor.place
    if view.line_hash is not None and place.line is not None and (known := view.line_hash(place.path, place.line)) is not None:
        prints["primaryLocationLineHash"] = known
    result: dict[str, Any] = {
        "ruleId": finding.reason,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding, anchor, others)},
        "locations": [_location(anchor)],
        "relatedLocations": [
            {"id": number, **_location(other), "message": {"text": _piece(_caption(other))}} for number, other in enumerate(others, 1)
        ],
        "partialFingerprints": prints,
    }
    timeline = sightings.timeline(finding)
    if len(timeline) > 1:
        steps = [{"location": {**_location(step), "message": {"text": _piece(_caption(step))}}} for step in timeline[:MOST_RELATED]]
        result["codeFlows"] = [{"message": {"text": "The values as they followed each other"}, "threadFlows": [{"locations": steps}]}]
    if finding.status == "waived" and finding.waiver is not None:
        until = f", until {finding.waiver.until}" if finding.waiver.until else ""
        why = clean(f"{finding.waiver.reason} ({finding.waiver.owner}{until})")
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    if has_status:
        result["baselineState"] = "new" if finding.status in (None, "new") else "unchanged"
    subject = crop(clean(finding.subject[: 4 * LONGEST]), LONGEST)
    properties = {"attribute": finding.attribute, "subject": subject, "verdict": finding.verdict, "nearMiss": finding.near_miss}
    return {**result, "properties": properties}


def _message(finding: Finding, anchor: Sighting, others: Sequence[Sighting]) -> str:
    links = ", ".join(f"[{_piece(other.display)}]({number})" for number, other in enumerate(others, 1))
    against = f" against {links}" if links else ""
    said = [
        f"{finding.attribute}, {_piece(finding.subject)}: {_piece(anchor.display)}{against}.",
        _piece(explanation(finding)),
        _piece(question(finding)),
    ]
    return " ".join(part for part in said if part)


def _caption(sighting: Sighting) -> str:
    who = told(sighting.claim, sighting.article)
    return f"{reading_of(sighting.claim.value, sighting.display)}{f' ({who})' if who else ''}: {sighting.claim.sentence}"


def _piece(text: str) -> str:
    """A part of a message, cleaned, of bearable length, in which nothing is a link."""
    shown = crop(clean(text[: 4 * LONGEST]), LONGEST)
    for char in "\\[]":
        shown = shown.replace(char, f"\\{char}")
    return shown


def _location(sighting: Sighting) -> dict[str, Any]:
    place = sighting.place
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), **({"region": _region(place)} if place.line is not None else {})}}


def _region(place: Place) -> dict[str, int]:
    named = {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    return {name: number for name, number in named.items() if number is not None}


def _artifact(path: str) -> dict[str, str]:
    """A relative path as a relative reference below the root of the sources, an absolute one as a file's."""
    try:
        data = path.removeprefix("./").encode("utf-8", "surrogateescape")  # the bytes of a path that is no UTF-8
    except UnicodeEncodeError:
        data = clean(path).encode()
    uri = quote(data, safe="/")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _notification(found: Diagnostic) -> dict[str, Any]:
    note: dict[str, Any] = {"level": found.severity, "message": {"text": _piece(found.message)}}
    if found.path:
        region = {"region": {"startLine": found.line}} if found.line else {}
        note["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(found.path), **region}}]
    return note
