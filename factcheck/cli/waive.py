"""`factcheck waive FINDING`: let a finding pass until a day, with a reason and somebody who answers for it."""

from __future__ import annotations

import getpass
import re
from pathlib import Path
from typing import Any

import click

from factcheck.cli.explain import findings_by_prefix, read_report_or_check
from factcheck.cli.moment import day_of, now_of, now_option
from factcheck.cli.options import input_options, settings_of, settings_options
from factcheck.cli.stored import report_by_prefix, store_of, store_option
from factcheck.cli.streams import check_target, say, write_file, write_stdout
from factcheck.cli.triage import WAIVERS, read_text, refuse_inside, shown, waivers_option
from factcheck.errors import UsageError
from factcheck.model.finding import SEVERITY_BY_VERDICT
from factcheck.triage.waivers import Entry, added, entry_of


@click.command()
@click.argument("name", metavar="FINDING")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--reason", metavar="TEXT", required=True, help="Why it may pass.")
@click.option("--until", metavar="DATE", required=True, help="The last day on which it passes; then it fires again.")
@click.option("--owner", metavar="NAME", help="Who answers for it (default: the user of this machine).")
@click.option("--report", metavar="FILE", type=click.Path(), help="Take the finding from this JSON report, not from checking PATH.")
@waivers_option
@store_option
@now_option
@input_options
@settings_options
def waive(name: str, paths: tuple[str, ...], reason: str, until: str, owner: str | None, report: str | None, **given: Any) -> None:
    """Let a finding pass until a day: adds an entry to the file of waivers.

    FINDING is the beginning of its id (six characters or more; with PATH to check, with --report FILE, or with --store), or its whole id.
    All pairs of values that conflict in it now are waived; one that comes later is not.
    """
    settings = settings_of(given)
    last = day_of(until, "--until")
    today = now_of(given.get("now")).date()
    if last < today:
        raise UsageError(f"--until {last} is over (today is {today}); a waiver that has ended waives nothing")
    if not reason.strip():
        raise UsageError("--reason is empty; say why the finding may pass")
    file = shown(settings.waivers) or WAIVERS
    refuse_inside(file, paths, "a batch cannot waive itself")
    check_target(file)
    who = owner or _user()
    entry = _entry(name, paths, report, settings, (reason, who, last))
    text = read_text(file, "") if Path(file).exists() else ""
    write_file(file, added(text, entry, file))
    write_stdout(f"waived until {last}: {entry.finding}{f' ({entry.about})' if entry.about else ''}, in {file}\n")


def _entry(name: str, paths: tuple[str, ...], report: str | None, settings: Any, said: tuple[str, str, Any]) -> Entry:
    if report is not None and paths:
        raise UsageError("give --report FILE or PATH, not both")
    if report is None and not paths and settings.store:
        with store_of(settings) as store:
            known = report_by_prefix(store, name)
    elif report is None and not paths:
        if not re.fullmatch(r"[0-9a-f]{16}", name):
            raise UsageError(f'"{name}" is not a whole id; say where the finding is: factcheck waive {name} PATH..., --report FILE, or --store PLACE')
        say("note: the finding was not looked up; only the pair of values with this id is waived")
        return Entry(name, *said)
    else:
        known = read_report_or_check(report, paths, settings)
    found = findings_by_prefix(name, known)
    if len(found) > 1:
        raise UsageError(f'{len(found)} findings share the id "{found[0].id}"; nothing is waived')
    [finding] = found
    if SEVERITY_BY_VERDICT[finding.verdict] == "none" and finding.severity == "none":
        raise UsageError(f'the verdict of {finding.id[:6]} is "{finding.verdict}"; there is nothing to waive')
    return entry_of(finding, *said)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("--owner NAME is needed: the user of this machine has no name") from None
