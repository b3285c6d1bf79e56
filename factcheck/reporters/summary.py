"""What every report for people says the same way: the order of findings, short ids, origins, questions, totals.

A report goes in, plain strings and findings come out; whoever shows them escapes them for its format.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.finding import GRAVITY, Finding
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.reporters.wording import count, day, not_compared, unread, verdict_name

LINES = 20  # lines of agreement that an overview shows, and of pairs that do not compare
VALUES = 8  # values that a finding quotes
# What the smallest change that would flip a verdict leads to.
WOULD_FLIP = {
    "conflict": "Would agree if",
    "disputed": "Would agree if",
    "time_dependent": "Would conflict if",
    "undetermined": "Could be told if",
    "not_comparable": "Could be compared if",
}
IN_FULL = ("conflict", "disputed")
SEVERITIES = ("error", "warning", "note", "none")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, gravest verdict first, of these the new ones first, then by attribute, subject and id."""
    return sorted(findings, key=lambda f: (GRAVITY.index(f.verdict), not counts(f), f.attribute, f.subject, f.id))


def for_overview(findings: Iterable[Finding]) -> tuple[list[Finding], str]:
    """The findings that an overview lists, in order, and a line on what it leaves out (or nothing).

    Everything that someone should look at is listed; of agreements, and of pairs that do not compare, `LINES` each.
    """
    listed, left_out = [], {"agreement": 0, "not comparable": 0}
    lines = dict.fromkeys(left_out, 0)
    for finding in in_order(findings):
        kind = {"agree": "agreement", "compatible": "agreement", "not_comparable": "not comparable"}.get(finding.verdict)
        if kind is not None:
            lines[kind] += 1
            if lines[kind] > LINES:
                left_out[kind] += 1
                continue
        listed.append(finding)
    parts = [f"{left_out['not comparable']} more not comparable"] if left_out["not comparable"] else []
    parts += [count(left_out["agreement"], "more agreement")] if left_out["agreement"] else []
    return listed, f"... and {' and '.join(parts)}" if parts else ""


def counts(finding: Finding) -> bool:
    """Whether a finding can fail a run: it is not waived, in the baseline, or known from an earlier batch."""
    return finding.status in (None, "new")


def status_name(finding: Finding) -> str:
    """What a report says of a finding's status; empty where nothing is known of it.

    `new`, `known`, `in baseline`, `waived until 30 Nov 2025`
    """
    if finding.status == "waived":
        until = finding.waiver.until if finding.waiver is not None else None
        return f"waived until {day(until)}" if until else "waived"
    return "in baseline" if finding.status == "baseline" else finding.status or ""


def is_at(finding: Finding, level: str) -> bool:
    """Whether a finding has this severity or a graver one; never where the level is "never"."""
    return level in SEVERITIES and SEVERITIES.index(finding.severity) <= SEVERITIES.index(level)


def for_attention(findings: Iterable[Finding], level: str) -> list[Finding]:
    """The findings that somebody should look at, gravest severity first: errors, warnings, and notes where they fail the run."""
    wanted = level if level in ("note", "none") else "warning"
    return sorted((f for f in in_order(findings) if is_at(f, wanted)), key=lambda f: SEVERITIES.index(f.severity))


def short_ids(findings: Iterable[Finding]) -> dict[str, str]:
    """For each finding's id its shortest beginning of six characters or more that no other shares."""
    ids = sorted({finding.id for finding in findings})
    short: dict[str, str] = {}
    for number, name in enumerate(ids):
        length = 6
        for other in ids[max(0, number - 1) : number + 2]:
            while other != name and length < len(name) and other.startswith(name[:length]):
                length += 1
        short[name] = name[:length]
    return short


def question(finding: Finding) -> str:
    """What would flip the verdict, and what to ask the sources."""
    gravest = [r for r in finding.relations if r.verdict == finding.verdict and r.reason == finding.reason] or list(finding.relations)
    flips = next((r.flips for r in gravest if r.flips), "").rstrip(".")
    if flips.endswith("?"):  # a question of the pack stands for the change
        return finding.question or flips
    asked = "" if finding.question.rstrip(".") == flips else finding.question
    return " ".join(part for part in (f"{WOULD_FLIP.get(finding.verdict, 'Would flip if')}: {flips}." if flips else "", asked) if part)


def explanation(finding: Finding) -> str:
    """What the finding says, and that it is a near miss where it does not say so itself."""
    return f"{finding.explanation} A near miss." if finding.near_miss and "near miss" not in finding.explanation else finding.explanation


def totals(report: Report) -> list[str]:
    """What was read, and how many findings there are of each verdict."""
    undated = sum(article.published is None and article.written is None for article in report.articles)
    dated = sum(article.published is None and article.written is not None for article in report.articles)
    notes = [f"{sum(a.recorded is None for a in report.articles)} new"] if any(a.recorded for a in report.articles) else []
    notes += [f"{dated} dated by what {'it says' if dated == 1 else 'they say'}"] if dated else []
    notes += [f"{undated} undated"] if undated else []
    dating = f" ({', '.join(notes)})" if notes else ""
    read = f"Checked {count(len(report.articles), 'article')}{dating}"
    found = [told for verdict in GRAVITY if (told := _tally([f for f in report.findings if f.verdict == verdict]))]
    found += [pairs] if (pairs := not_compared(report)) else []
    lost = unread(report)
    not_read = f"; {count(len(lost), 'input')} could not be read{' in full' if any(p.endswith(' (in part)') for p in lost) else ''}" if lost else ""
    return [line for line in (f"{read}, {_claims(report)}{not_read}", "; ".join(found)) if line]


def _tally(findings: list[Finding]) -> str:
    """How many findings of one verdict there are: `1 conflict new, 5 in baseline, 1 waived until 30 Nov 2025`."""
    if not findings:
        return ""
    name = verdict_name(findings[0].verdict)
    if all(f.status is None for f in findings):
        return f"{len(findings)} {name}"
    number = {status: sum(f.status == status for f in findings) for status in (None, "new", "known", "baseline", "waived")}
    parts = [f"{number['new']} {name} new"] if number["new"] or not number[None] else []
    parts += [f"{number[None]} {name}"] if number[None] else []
    parts += [f"{number['known']} known"] if number["known"] else []
    parts += [f"{number['baseline']} in baseline"] if number["baseline"] else []
    if number["waived"]:
        ends = sorted(f.waiver.until for f in findings if f.status == "waived" and f.waiver is not None and f.waiver.until)
        first = f"{'until' if number['waived'] == 1 else ', the first until'} {day(ends[0])}" if ends else ""
        parts.append(f"{number['waived']} waived{' ' if number['waived'] == 1 and first else ''}{first}")
    return ", ".join(parts)


def claim_totals(report: Report) -> str:
    """What was read, for a report of claims alone."""
    return f"Read {count(len(report.articles), 'article')}, {_claims(report)}"


def _claims(report: Report) -> str:
    return f"{count(len(report.claims), 'claim')}, {count(len({claim.attribute for claim in report.claims}), 'attribute')}"


def claims_by_id(report: Report) -> dict[str, ReportClaim]:
    """The claims of a report by id."""
    return {claim.id: claim for claim in report.claims}


def articles_by_id(report: Report) -> dict[str, ReportArticle]:
    """The articles of a report by id."""
    return {article.id: article for article in report.articles}
