"""What a case would have to expect, for the program as it is: a report goes in, entries of `expect` and `claims` come out.

An entry that fits already keeps its words; a new one says the verdict, the reason and the values, and as much more as the other
entries of its case do.
"""

from __future__ import annotations

from typing import Any

from factcheck.model.finding import Finding
from factcheck.model.report import Report, ReportClaim
from factcheck.packs.cases import Case
from factcheck.packs.schema import ExpectedClaim, ExpectedFinding
from factcheck.rule_tests.runner import is_claim, is_finding, is_told

Entry = dict[str, Any]


def findings_of(case: Case, report: Report) -> list[Entry]:
    """`expect` of a case: those that hold, in their order, then what else has to be expected."""
    left = [f for f in report.findings if case.attribute in (None, f.attribute)]
    keys = {key for wanted in case.model.expect or () for key in wanted.model_fields_set}
    kept: list[Entry] = []
    for wanted in case.model.expect or ():
        hit = next((finding for finding in left if is_finding(wanted, finding)), None)
        if hit is not None:
            left.remove(hit)
            kept.append(_said(wanted))
    return kept + [_finding(finding, keys, case.attribute is None) for finding in left if is_told(finding, report)]


def claims_of(case: Case, report: Report) -> list[Entry]:
    """`claims` of a case, likewise."""
    left = [claim for claim in report.claims if case.attribute in (None, claim.attribute)]
    keys = {key for wanted in case.model.claims or () for key in wanted.model_fields_set}
    kept: list[Entry] = []
    for wanted in case.model.claims or ():
        hit = next((claim for claim in left if is_claim(wanted, claim)), None)
        if hit is not None:
            left.remove(hit)
            kept.append(_said(wanted))
    many = len(case.model.articles) > 1
    return kept + [_claim(claim, keys | ({"article"} if many else set()), case.attribute is None) for claim in left]


def _said(wanted: ExpectedFinding | ExpectedClaim) -> Entry:
    """The entry with the keys that its author wrote, in the order of the schema."""
    return {name: value for name, value in wanted.model_dump().items() if name in wanted.model_fields_set}


def _finding(finding: Finding, keys: set[str], is_of_pack: bool) -> Entry:
    entry: Entry = {"verdict": finding.verdict, "reason": finding.reason}
    if is_of_pack or "attribute" in keys:
        entry["attribute"] = finding.attribute
    if is_of_pack or "subject" in keys:
        entry["subject"] = finding.subject
    entry["values"] = [value.display for value in finding.values]
    if "qualifiers" in keys and finding.qualifiers:
        entry["qualifiers"] = dict(finding.qualifiers)
    return entry


def _claim(claim: ReportClaim, keys: set[str], is_of_pack: bool) -> Entry:
    entry: Entry = {"text": claim.text}
    said = {
        "article": claim.article,
        "attribute": claim.attribute if is_of_pack or "attribute" in keys else None,
        "subject": claim.subject,
        "value": claim.value.point,
        "modality": claim.modality,
        "speaker": claim.speaker,
        "qualifiers": dict(claim.qualifiers) or None,
    }
    told = keys | {"attribute"} | ({"modality"} if claim.modality != "asserted" else set()) | ({"speaker"} if claim.speaker else set())
    return entry | {name: value for name, value in said.items() if name in told and value is not None}
