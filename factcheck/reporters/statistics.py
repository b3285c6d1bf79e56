"""What each rule did over the articles of a run: how often it fired, was compared, was flagged, and why its claims were not compared.

A report goes in with the names of all rules, so that those that never fired are told too; a table or JSON comes out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from factcheck.model.finding import GRAVITY
from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.terminal import clean, columns
from factcheck.reporters.wording import count, not_compared

SCHEMA = "factcheck-statistics/1"
FLAGGED = ("conflict", "disputed")
_HEADERS = ("rule", "articles", "claims", "compared", "alone", "agree", "flagged", "in time", "open", "not compared because")


@dataclass(frozen=True, slots=True)
class RuleStatistics:
    """One rule. `claims` it made in `articles`; of these `compared` stand in a finding that compares, and `alone` in none at all.

    `verdicts` counts findings, `flagged` those among them that somebody should look at; `not_compared` counts pairs by reason.
    """

    rule: str
    attribute: str
    articles: int = 0
    claims: int = 0
    compared: int = 0
    alone: int = 0
    flagged: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)
    not_compared: dict[str, int] = field(default_factory=dict)


def statistics(report: Report, rules: Iterable[tuple[str, str]]) -> tuple[RuleStatistics, ...]:
    """One entry a rule, by name; `rules` are (rule, attribute) of all that were loaded."""
    rule_by_attribute = {attribute: rule for rule, attribute in rules}
    rule_by_attribute |= {claim.attribute: claim.rule for claim in report.claims if claim.attribute not in rule_by_attribute}
    claims, articles = Counter(claim.attribute for claim in report.claims), {(claim.attribute, claim.article) for claim in report.claims}
    compared: set[str] = set()
    listed: set[str] = set()
    verdicts: dict[str, Counter[str]] = {}
    reasons: dict[str, Counter[str]] = {}
    for finding in report.findings:
        members = {name for value in finding.values for name in value.claims}
        listed |= members
        if finding.verdict == "not_comparable":
            reasons.setdefault(finding.attribute, Counter())[finding.reason] += 1
        else:
            compared |= members
            verdicts.setdefault(finding.attribute, Counter())[finding.verdict] += 1
    fired = Counter(attribute for attribute, _ in articles)
    stood = Counter(claim.attribute for claim in report.claims if claim.id in compared)
    alone = Counter(claim.attribute for claim in report.claims if claim.id not in listed)
    return tuple(
        RuleStatistics(
            rule,
            attribute,
            fired[attribute],
            claims[attribute],
            stood[attribute],
            alone[attribute],
            sum(verdicts.get(attribute, Counter())[verdict] for verdict in FLAGGED),
            {verdict: number for verdict in GRAVITY if (number := verdicts.get(attribute, Counter())[verdict])},
            dict(sorted(reasons.get(attribute, Counter()).items())),
        )
        for attribute, rule in sorted(rule_by_attribute.items(), key=lambda item: item[1])
    )


def render_json(report: Report, rules: Iterable[tuple[str, str]]) -> str:
    """The statistics as schema `factcheck-statistics/1`, a rule a line."""
    rows = ",\n  ".join(json.dumps(asdict(row), ensure_ascii=False) for row in statistics(report, rules))
    head = f'"articles": {len(report.articles)}, "claims": {len(report.claims)}, "findings": {len(report.findings)}'
    listed = f"[\n  {rows}]" if rows else "[]"
    return f'{{"schema": "{SCHEMA}", {head},\n "not_compared": {json.dumps(report.not_compared, sort_keys=True)},\n "rules": {listed}}}\n'


def render_table(report: Report, rules: Iterable[tuple[str, str]], view: View) -> str:
    """The statistics for people: the rules that fired, most flagged first, and the names of those that did not."""
    from tabulate import tabulate

    made = statistics(report, rules)
    fired = sorted((row for row in made if row.claims), key=lambda row: (-row.flagged, -row.claims, row.rule))
    rows = [
        (
            clean(row.rule),
            *(str(number) if number else "" for number in (row.articles, row.claims, row.compared, row.alone)),
            *(_sum(row, *names) for names in (("agree", "compatible"), FLAGGED, ("time_dependent",), ("undetermined",))),
            ", ".join(f"{reason} {number}" for reason, number in row.not_compared.items()),
        )
        for row in fired
    ]
    parts = []
    if rows:
        table = tabulate(rows, headers=_HEADERS, tablefmt="simple", disable_numparse=True, colalign=["left", *["right"] * 8, "left"])
        parts.append("\n".join(line.rstrip() for line in table.split("\n")))
    silent = [clean(row.rule) for row in made if not row.claims]
    if silent:
        parts.append(f"Never fired: {count(len(silent), 'rule')}\n" + "\n".join(_wrapped(silent, view.width)))
    read = f"{count(len(report.articles), 'article')}, {count(len(report.claims), 'claim')}, {count(len(fired), 'rule')} of {len(made)} fired"
    pairs = not_compared(report)
    parts.append(f"{read}\n{pairs}" if pairs else read)
    return "\n\n".join(parts) + "\n"


def _sum(row: RuleStatistics, *verdicts: str) -> str:
    number = sum(row.verdicts.get(verdict, 0) for verdict in verdicts)
    return str(number) if number else ""


def _wrapped(names: list[str], width: int) -> list[str]:
    lines = [""]
    for name in names:
        if lines[-1] and columns(lines[-1]) + columns(name) + 2 > width:
            lines.append("")
        lines[-1] += f"  {name}"
    return lines
