"""`factcheck explain NAME`: why a finding is one, what a rule takes out, what a reason means."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from factcheck.cli.batch import read_report, view_of
from factcheck.cli.options import color_option, input_options, settings_of, settings_options
from factcheck.cli.rule_text import named, names_of, rules_of
from factcheck.cli.stored import report_by_prefix, store_of, store_option
from factcheck.cli.streams import write_stdout
from factcheck.errors import UsageError, did_you_mean
from factcheck.model.finding import REASONS, SEVERITY_BY_VERDICT, Finding
from factcheck.model.report import Report
from factcheck.reporters.reasons import NEAR_MISS, reason_text
from factcheck.reporters.wording import verdict_name
from factcheck.settings import Settings

_ID = re.compile(r"[0-9a-f]+")
MIN_PREFIX = 6


@click.command()
@click.argument("name", metavar="NAME")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--report", metavar="FILE", type=click.Path(), help="Take the finding from this JSON report, not from checking PATH.")
@store_option
@color_option
@input_options
@settings_options
def explain(name: str, paths: tuple[str, ...], report: str | None, **given: Any) -> None:
    """Say why, of a finding, a rule or a reason.

    NAME is the beginning of a finding's id (six characters or more; with PATH to check, with --report FILE,
    or with --store), a rule such
    as offices.holder, or a reason such as disjoint_values.
    """
    settings = settings_of(given)
    if name.replace("-", "_") in REASONS:
        return write_stdout(reason_text(name.replace("-", "_")))
    if name.replace("-", "_") == "near_miss":
        return write_stdout(NEAR_MISS)
    if name.replace("-", "_") in SEVERITY_BY_VERDICT:
        return write_stdout(verdict_text(name.replace("-", "_")))
    if report is not None and paths:
        raise UsageError("give --report FILE or PATH, not both")
    if _ID.fullmatch(name) and (report is not None or paths):
        return write_stdout(_finding_text(name, read_report_or_check(report, paths, settings), settings, given))
    book = rules_of(settings)
    if found := named(book, name):
        return write_stdout(found)
    if _ID.fullmatch(name) and settings.store:
        with store_of(settings) as store:
            return write_stdout(_finding_text(name, report_by_prefix(store, name), settings, given))
    if _ID.fullmatch(name):
        raise UsageError(f'"{name}" looks like a finding; say where it is: factcheck explain {name} PATH..., --report FILE, or --store PLACE')
    raise UsageError(f'no rule or reason is called "{name}"{did_you_mean(name, [*names_of(book), *REASONS, *SEVERITY_BY_VERDICT])}')


def verdict_text(name: str) -> str:
    """The reasons of a verdict."""
    rows = [f"  {reason:<19}{meaning}" for reason, (verdict, meaning) in REASONS.items() if verdict == name]
    severity = next(severity for verdict, severity in SEVERITY_BY_VERDICT.items() if verdict == name)
    return "\n".join([f"{verdict_name(name)}, severity {severity}", *rows]) + "\n"


def findings_by_prefix(name: str, report: Report) -> list[Finding]:
    """The finding whose id, or that of a pair in it, begins so (several only where they share that id); UsageError with the candidates else."""
    if name not in {f.id for f in report.findings} and len(name) < MIN_PREFIX:
        raise UsageError(f'"{name}" is too short for a finding: give {MIN_PREFIX} characters or more')
    found = [f for f in report.findings if f.id == name] or [f for f in report.findings if f.id.startswith(name)]
    if not found:  # a baseline and waivers name pairs of values
        found = [f for f in report.findings if any(n.startswith(name) for r in f.relations for n in (r.fingerprint, *r.aliases))]
    if len({f.id for f in found}) == 1:
        return found
    if found:
        raise UsageError(f'"{name}" is the beginning of {len(found)} findings: {", ".join(_shown(f) for f in found[:5])}')
    if not report.findings:
        raise UsageError(f'no finding begins with "{name}": there are none at all')
    near = did_you_mean(name, [f.id[: len(name)] for f in report.findings])
    listed = ", ".join(_shown(f) for f in report.findings[:5]) + (", ..." if len(report.findings) > 5 else "")
    raise UsageError(f'no finding begins with "{name}"{near if near.startswith("; did") else f"; there are: {listed}"}')


def _shown(finding: Finding) -> str:
    return f"{finding.id[:10]} ({finding.attribute}, {finding.verdict})"


def _finding_text(name: str, report: Report, settings: Settings, given: dict[str, Any]) -> str:
    from factcheck.reporters.derivation import derive

    view = view_of(settings, "findings", sys.stdout is not None and sys.stdout.isatty(), bool(given.get("verbose")))
    return "\n\n".join(derive(finding, report, view) for finding in findings_by_prefix(name, report))


def read_report_or_check(path: str | None, paths: tuple[str, ...], settings: Settings) -> Report:
    """The JSON report in a file ("-": on standard input), or that on the articles under `paths` where no file is named."""
    if path is None:
        return read_report("findings", paths, settings)
    from factcheck.reporters.json import read

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from None
    return read(data, path)
