"""`factcheck diff RUN1 RUN2`: what is new, gone and changed between two JSON reports."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click

from factcheck.cli.batch import WIDTH
from factcheck.cli.exits import EndedError
from factcheck.cli.explain import read_report_or_check
from factcheck.cli.options import OneOf, fail_level_option, settings_of, settings_options
from factcheck.cli.streams import write_stdout
from factcheck.errors import UsageError
from factcheck.model.finding import Finding
from factcheck.reporters.json import line
from factcheck.reporters.summary import counts, is_at, short_ids
from factcheck.reporters.terminal import clean, crop
from factcheck.reporters.wording import count, verdict_name
from factcheck.triage.difference import Change, Difference, differ

SCHEMA = "factcheck-diff/1"
CELL = 60  # columns that a subject, or the values, may take


@click.command()
@click.argument("before", metavar="RUN1", type=click.Path())
@click.argument("after", metavar="RUN2", type=click.Path())
@click.option("-f", "--output-format", type=OneOf(["table", "json"]), default="table", help="A table, or JSON.")
@fail_level_option
@settings_options
def diff(before: str, after: str, output_format: str, **given: Any) -> None:
    """Say which findings of RUN2 are new against RUN1, which are gone, and which say something else.

    RUN1 and RUN2 are JSON reports, as check --write json=FILE makes them; one of them may be - for standard input. Exit code 1 means
    that something new or changed is at or above --fail-level.
    """
    if before == after == "-":
        raise UsageError("only one of the two can be standard input")
    settings = settings_of(given | {"output_format": None})
    found = differ(read_report_or_check(before, (), settings), read_report_or_check(after, (), settings))
    write_stdout(_json(found) if output_format == "json" else _table(found))
    counted = [f for f in (*found.new, *(change.after for change in found.changed)) if is_at(f, settings.fail_level) and counts(f)]
    if counted:
        raise EndedError(1, f'{count(len(counted), "new or changed finding")} at or above "{settings.fail_level}"')


def _json(found: Difference) -> str:
    changed = [{"what": list(c.what), "before": json.loads(line(c.before)), "after": json.loads(line(c.after))} for c in found.changed]
    parts = {"schema": SCHEMA, "new": _plain(found.new), "gone": _plain(found.gone), "changed": changed}
    return json.dumps(parts, ensure_ascii=False, indent=1) + "\n"


def _plain(findings: Iterable[Finding]) -> list[Any]:
    return [json.loads(line(finding)) for finding in findings]


def _table(found: Difference) -> str:
    names = short_ids([*found.new, *found.gone, *(change.after for change in found.changed)])
    rows = [_row("new", f, names[f.id], verdict_name(f.verdict), _values(f)) for f in found.new]
    rows += [_changed(change, names) for change in found.changed]
    rows += [_row("gone", f, names[f.id], verdict_name(f.verdict), _values(f)) for f in found.gone]
    last = f"{len(found.new)} new, {len(found.changed)} changed, {len(found.gone)} gone\n"
    if not rows:
        return last
    from tabulate import tabulate

    table = tabulate(rows, headers=("", "verdict", "attribute", "subject", "values", "id"), tablefmt="simple", disable_numparse=True)
    return "\n".join(row.rstrip() for row in table.split("\n")) + f"\n\n{last}"


def _changed(change: Change, names: dict[str, str]) -> tuple[str, ...]:
    before, after = change.before, change.after
    verdict, values = verdict_name(after.verdict), _values(after)
    if before.verdict != after.verdict:
        verdict = f"{verdict_name(before.verdict)} -> {verdict}"
    elif "reason" in change.what:
        verdict = f"{verdict}: {before.reason} -> {after.reason}"
    elif change.what == ("severity",):
        verdict = f"{verdict}: {before.severity} -> {after.severity}"
    if "values" in change.what:
        values = f"{_values(before)} -> {values}"
    return _row("changed", after, names[after.id], verdict, values)


def _row(kind: str, finding: Finding, name: str, verdict: str, values: str) -> tuple[str, ...]:
    return kind, verdict, clean(finding.attribute), crop(clean(finding.subject), CELL), crop(values, WIDTH), name


def _values(finding: Finding) -> str:
    return " | ".join(clean(value.display) for value in finding.values)
