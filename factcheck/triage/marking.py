"""Gives each finding of a report its status: new, in the baseline, or waived; and says which of these no longer fit anything.

A finding is old only where every pair of values in it is: a third value that conflicts with two known ones is news.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model.article import Diagnostic
from factcheck.model.finding import SEVERITY_BY_VERDICT, Finding, Relation, Severity, Waiver
from factcheck.model.report import Report
from factcheck.triage.baseline import Baseline
from factcheck.triage.baseline import Entry as Known
from factcheck.triage.waivers import Entry as Waived

Elsewhere = Callable[[set[str]], set[str]]
ORDER: tuple[Severity, ...] = ("error", "warning", "note", "none")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a report is held against. `level` is the fail level; conflicts and disputes are always looked at.

    `severities` are the user's, by verdict or reason. `baseline` None: there is none, so nothing is called new.
    """

    baseline: Baseline | None = None
    waivers: Sequence[Waived] = ()
    level: str = "error"
    severities: Mapping[str, Severity] | None = None
    baseline_path: str = ""
    waivers_path: str = ""


def mark(report: Report, terms: Terms, today: date, elsewhere: Elsewhere = lambda names: set()) -> Report:
    """The report with the status of each finding, and with diagnostics for waivers and entries that fit nothing any more.

    `elsewhere` gives, of some fingerprints, those that are known though this report does not show them: of a store.
    """
    active = [entry for entry in terms.waivers if entry.until >= today]
    findings = tuple(_marked(finding, terms, active) for finding in report.findings)
    wanted = {name for entry in terms.waivers for name in entry.names}
    if terms.baseline is not None:
        wanted |= {name for entry in terms.baseline.entries for name in entry.names}
    here = names_in(report)
    known = here | elsewhere(wanted - here)
    diagnostics = (*_stale_waivers(terms, today, here, known), *_stale_entries(terms, known))
    return replace(report, findings=findings, diagnostics=(*report.diagnostics, *diagnostics))


def open_pairs(finding: Finding, level: str, severities: Mapping[str, Severity] | None = None) -> list[Relation]:
    """The pairs of values for which a finding is looked at: those of a severity at or above `level`, conflicts and disputes at any rate."""
    return [r for r in finding.relations if r.fingerprint and ORDER.index(_severity(r, finding, severities or {})) <= _rank(level)]


def _severity(relation: Relation, finding: Finding, severities: Mapping[str, Severity]) -> Severity:
    if (relation.verdict, relation.reason) == (finding.verdict, finding.reason):
        return finding.severity
    return severities.get(relation.reason, severities.get(relation.verdict, SEVERITY_BY_VERDICT[relation.verdict]))


def is_looked_at(finding: Finding, level: str) -> bool:
    """Whether the finding's severity asks for a look at this level."""
    return ORDER.index(finding.severity) <= _rank(level)


def _rank(level: str) -> int:
    return ORDER.index(level) if level in ("note", "none") else ORDER.index("warning")


def _marked(finding: Finding, terms: Terms, active: Sequence[Waived]) -> Finding:
    if not is_looked_at(finding, terms.level):
        return finding
    pairs: list[Relation | None] = [*open_pairs(finding, terms.level, terms.severities)] or [None]
    waivers: list[Waived] = []
    is_old = True
    for pair in pairs:
        names = {finding.id} if pair is None else {pair.fingerprint, *pair.aliases}
        entry = terms.baseline.find(sorted(names), finding.verdict if pair is None else pair.verdict) if terms.baseline is not None else None
        waiver = next((one for one in active if names & one.names), None)
        if waiver is not None:
            waivers.append(waiver)
        is_old = is_old and (entry is not None or waiver is not None)
    if not is_old:
        return replace(finding, status=finding.status or ("new" if terms.baseline is not None else None))
    if waivers:
        first = min(waivers, key=lambda one: (one.until, one.line))
        return replace(finding, status="waived", waiver=Waiver(first.reason, first.owner, first.until.isoformat()))
    return replace(finding, status="baseline")


def _stale_waivers(terms: Terms, today: date, here: set[str], known: set[str]) -> Iterator[Diagnostic]:
    for entry in terms.waivers:
        about = f"{entry.finding[:6]}{f' ({entry.about[:100]})' if entry.about else ''}"
        if entry.until < today and entry.names & here:
            said = f"the waiver of {about} ended on {entry.until}, so the finding counts again; take the waiver out, or renew it"
        elif entry.until < today:
            said = f"the waiver of {about} ended on {entry.until} and fits no finding of this run; take it out"
        elif not entry.names & known:
            said = f"the waiver of {about} fits no finding of this run; where it is mended, take the waiver out"
        else:
            continue
        yield Diagnostic("warning", terms.waivers_path, entry.line, said)


def _stale_entries(terms: Terms, known: set[str]) -> Iterator[Diagnostic]:
    unused = len([entry for entry in terms.baseline.entries if not entry.names & known]) if terms.baseline is not None else 0
    if unused:
        entries = "1 entry fits" if unused == 1 else f"{unused} entries fit"
        said = f"{entries} no finding of this run; over all articles, factcheck baseline prune says which look mended"
        yield Diagnostic("note", terms.baseline_path, None, said)


def mended(baseline: Baseline, report: Report) -> list[Known]:
    """The entries that fit nothing in a report."""
    present = names_in(report)
    return [entry for entry in baseline.entries if not entry.names & present]


def names_in(report: Report) -> set[str]:
    """Everything that the findings of a report, and the pairs of values in them, may be known by."""
    return {name for f in report.findings for name in (f.id, *(n for r in f.relations for n in (r.fingerprint, *r.aliases)))}
