"""`factcheck baseline ...`: what a desk knows already, in a file, so that only what is new fails a run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from factcheck.cli.batch import paths_argument, read_report, say_diagnostics
from factcheck.cli.check import end_for_inputs
from factcheck.cli.group import LazyGroup
from factcheck.cli.moment import now_option
from factcheck.cli.options import fail_level_option, input_options, settings_of, settings_options
from factcheck.cli.streams import check_target, write_file, write_stdout
from factcheck.cli.triage import BASELINE, baseline_option, hold_against, read_baseline, refuse_as_article, shown, terms_of, waivers_option
from factcheck.errors import UsageError
from factcheck.model.finding import GRAVITY
from factcheck.model.report import Report
from factcheck.reporters.terminal import clean
from factcheck.reporters.wording import verdict_name
from factcheck.settings import Settings
from factcheck.triage.baseline import Baseline, Entry, entry_of, write
from factcheck.triage.marking import is_looked_at, mended, open_pairs

baseline = LazyGroup(
    name="baseline",
    help="Keep what is known in a file, so that only what is new fails a run (check --baseline FILE).",
    lazy={
        "create": ("factcheck.cli.baseline:create", "Write down what conflicts now."),
        "update": ("factcheck.cli.baseline:update", "Add what is new; what stands there stays."),
        "prune": ("factcheck.cli.baseline:prune", "Take out what looks mended."),
        "stats": ("factcheck.cli.baseline:stats", "Count what stands in the file."),
    },
)


@click.command()
@paths_argument
@baseline_option
@waivers_option
@click.option("--force", is_flag=True, help="Overwrite a baseline that is there.")
@fail_level_option
@now_option
@input_options
@settings_options
def create(paths: tuple[str, ...], force: bool, **given: Any) -> None:
    """Write the conflicts and disputes of the articles under PATH to a baseline, but for what is waived.

    Changes in time and open questions are left out, unless --fail-level is note.
    """
    settings = settings_of(given)
    file = _target(paths, settings)
    if Path(file).exists() and not force:
        raise UsageError(f"{file} is there already; factcheck baseline update adds to it, --force overwrites it")
    report = _report(paths, settings, given)
    made = Baseline(_entries(report, settings))
    write_file(file, write(made.entries))
    write_stdout(f"{file}: {_told(made)}\n")


@click.command()
@paths_argument
@baseline_option
@waivers_option
@fail_level_option
@now_option
@input_options
@settings_options
def update(paths: tuple[str, ...], **given: Any) -> None:
    """Add to a baseline what conflicts in the articles under PATH and does not stand there; lines that do stay as they are."""
    settings = settings_of(given)
    file = _target(paths, settings)
    known = read_baseline(file)
    report = _report(paths, settings, given)
    new = [entry for entry in _entries(report, settings) if known.find(sorted(entry.names), entry.verdict) is None]
    made = Baseline((*known.entries, *new))
    write_file(file, write(made.entries))
    unused = len(mended(known, report))
    fit = "1 entry fits" if unused == 1 else f"{unused} entries fit"
    hint = f"; {fit} nothing, see factcheck baseline prune" if unused else ""
    write_stdout(f"{file}: {len(new)} added, {_told(made)}{hint}\n")


@click.command()
@paths_argument
@baseline_option
@click.option("-n", "--dry-run", is_flag=True, help="Only say which entries look mended.")
@input_options
@settings_options
def prune(paths: tuple[str, ...], dry_run: bool, **given: Any) -> None:
    """Say which entries fit no finding of the articles under PATH any more, and take them out.

    PATH must be all articles that the baseline is for: what is not read looks mended.
    """
    settings = settings_of(given)
    file = _target(paths, settings)
    known = read_baseline(file)
    report = read_report("findings", paths, settings)
    say_diagnostics(report, given)
    if end := end_for_inputs(report, settings):
        raise end
    out = mended(known, report)
    for entry in out:
        write_stdout(f"{'looks mended' if dry_run else 'taken out'}: {_line(entry)}\n")
    left = Baseline(entry for entry in known.entries if entry not in out)
    if out and not dry_run:
        write_file(file, write(left.entries))
    done = f"{len(out)} {'looks' if len(out) == 1 else 'look'} mended" if dry_run else f"{len(out)} taken out"
    write_stdout(f"{file}: {_told(known if dry_run else left)}, {done}\n")


@click.command()
@baseline_option
@settings_options
def stats(**given: Any) -> None:
    """Count the entries of a baseline, by attribute and verdict."""
    file = _target((), settings_of(given))
    known = read_baseline(file)
    tally = Counter((entry.attribute, entry.verdict) for entry in known.entries)
    verdicts = [verdict for verdict in GRAVITY if any(entry.verdict == verdict for entry in known.entries)]
    if tally:
        from tabulate import tabulate

        names = sorted({attribute for attribute, _ in tally})
        rows = [[clean(name), *(str(tally[name, verdict] or "") for verdict in verdicts)] for name in names]
        headers = ["attribute", *map(verdict_name, verdicts)]
        table = tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True, colalign=["left", *["right"] * len(verdicts)])
        write_stdout("\n".join(line.rstrip() for line in table.split("\n")) + "\n\n")
    write_stdout(f"{file}: {_told(known)}\n")


def _target(paths: tuple[str, ...], settings: Settings) -> str:
    file = shown(settings.baseline) or BASELINE
    refuse_as_article(file, paths)
    check_target(file)
    return file


def _report(paths: tuple[str, ...], settings: Settings, given: dict[str, Any]) -> Report:
    """The report on the articles, with what is waived marked; ends where inputs are missing and that counts."""
    terms = terms_of(paths, settings, with_baseline=False)
    report = read_report("findings", paths, settings)
    if end := end_for_inputs(report, settings):
        say_diagnostics(report, given)
        raise end
    say_diagnostics(report, given)
    return hold_against(report, terms, given)


def _entries(report: Report, settings: Settings) -> list[Entry]:
    """An entry for each pair of values that asks for a look and is not waived."""
    looked_at = [f for f in report.findings if is_looked_at(f, settings.fail_level) and f.status != "waived"]
    made: list[Entry] = []
    for finding in looked_at:
        pairs = open_pairs(finding, settings.fail_level, settings.severity)
        made += [entry_of(finding, pair) for pair in pairs] or [entry_of(finding, None)]
    return made


def _told(known: Baseline) -> str:
    number = len(known.entries)
    entries = "1 entry" if number == 1 else f"{number} entries"
    tally = Counter(entry.verdict for entry in known.entries)
    kinds = ", ".join(f"{tally[verdict]} {verdict_name(verdict)}" for verdict in GRAVITY if tally[verdict])
    return f"{entries} ({kinds})" if kinds else entries


def _line(entry: Entry) -> str:
    return clean(f"{entry.attribute}, {entry.subject}: {' | '.join(entry.values)} ({entry.fingerprint[:6]})")
