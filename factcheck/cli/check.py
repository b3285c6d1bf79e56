"""`factcheck check PATH...`: the report, and exit code 1 where something conflicts."""

from __future__ import annotations

import shlex
from typing import Any

import click

from factcheck.cli.batch import paths_argument, run_batch
from factcheck.cli.exits import EndedError
from factcheck.cli.options import fail_level_option, input_options, output_options, settings_options
from factcheck.cli.stored import store_options
from factcheck.cli.triage import known_options
from factcheck.model.finding import GRAVITY, Finding
from factcheck.model.report import Report
from factcheck.reporters.summary import SEVERITIES, counts, is_at, short_ids
from factcheck.reporters.wording import count, unread
from factcheck.settings import Settings, without_password


@click.command()
@paths_argument
@output_options
@click.option("--statistics", is_flag=True, help="Show what each rule did instead of the findings: fired, compared, flagged, and why not compared.")
@fail_level_option
@known_options
@store_options
@input_options
@settings_options
def check(paths: tuple[str, ...], **given: Any) -> None:
    """Report what the articles under PATH agree on, where they conflict, and where only time has passed.

    PATH is a file, a folder, or - for standard input.
    """
    from factcheck.cli.statistics import statistics_outputs

    outputs = statistics_outputs(given) if given["statistics"] else None
    run_batch("findings", paths, given, lambda report, settings: ending_of(report, settings, _where(paths, settings, given)), outputs)


def ending_of(report: Report, settings: Settings, where: str) -> EndedError | None:
    """How a check ends: with 4 or 5 for its inputs, with 1 for findings that nobody knew; `where` is how `explain` finds them again."""
    if end := end_for_inputs(report, settings):
        return end
    found = findings_at(report, settings.fail_level)
    if not found:
        return None
    kind = "new finding" if any(finding.status for finding in report.findings) else "finding"
    some = f'{count(len(found), kind)} at or above "{settings.fail_level}"'
    return EndedError(1, f"{some}. Next: factcheck explain {f'{short_ids(report.findings)[found[0].id]} {where}'.rstrip()}")


def _where(paths: tuple[str, ...], settings: Settings, given: dict[str, Any]) -> str:
    """Where `explain` finds the finding again: a JSON report that this run wrote, else the same articles by the same rules."""
    written = [item.partition("=")[2] for item in given["write"] if item.startswith("json=")]
    written += [given["output"]] if settings.output_format == "json" and given["output"] else []
    if written:
        return shlex.join(["--report", written[0]])
    if settings.store and not (given.get("no_record") or given.get("as_of")):
        return shlex.join(["--store", without_password(settings.store)] if given.get("store") else [])
    options = [part for folder in given["rules"] for part in ("--rules", folder)] + ([] if given["reference"] is None else ["--no-reference"])
    return shlex.join([*paths, *options])


def findings_at(report: Report, level: str) -> list[Finding]:
    """The findings with this severity or a graver one that nobody knew, gravest verdict first."""
    found = [finding for finding in report.findings if is_at(finding, level) and counts(finding)]
    return sorted(found, key=lambda finding: (SEVERITIES.index(finding.severity), GRAVITY.index(finding.verdict), finding.id))


def end_for_inputs(report: Report, settings: Settings) -> EndedError | None:
    """The end with 4 or 5 where inputs could not be read and that counts, or where nothing was checked."""
    lost = unread(report)
    listed = ", ".join(lost[:3]) + (f" and {len(lost) - 3} more" if len(lost) > 3 else "")
    if not report.articles:
        return EndedError(4, f"no input could be read: {listed}") if lost else EndedError(5, "no article found, so nothing was checked")
    if lost and settings.strict_inputs:
        return EndedError(4, f"{count(len(lost), 'input')} could not be read: {listed}")
    return None
