"""`factcheck ci PATH...`: check as a CI job needs it: strict, offline, with the reports and annotations that its system shows."""

from __future__ import annotations

import hashlib
import os
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from factcheck.cli.batch import Output, paths_argument, reporter_for, run_batch, written_outputs
from factcheck.cli.check import ending_of
from factcheck.cli.ci_system import NAMES, System, located, system_of
from factcheck.cli.exits import EndedError
from factcheck.cli.line_hashes import LineHashes
from factcheck.cli.options import OneOf, color_option, fail_level_option, input_options, settings_options, write_option
from factcheck.cli.stored import store_options
from factcheck.cli.streams import make_folder, write_stdout
from factcheck.cli.triage import known_options, refuse_inside
from factcheck.errors import FactcheckError
from factcheck.model.report import Report
from factcheck.reporters import Reporter, View
from factcheck.settings import Settings

FOLDER = "factcheck-reports"
# What each run leaves in its folder, under the names that the systems look for.
FILES = {"json": "report.json", "sarif": "factcheck.sarif", "junit": "junit.xml", "gitlab": "gl-code-quality-report.json"}
MOST_SUMMARY = 1_000_000  # bytes; GitHub takes 1 MiB of a step, and nothing of what is larger


@click.command()
@paths_argument
@click.option("--reports", metavar="DIR", type=click.Path(), default=FOLDER, help=f"Write the reports into this folder (default: {FOLDER}).")
@click.option("--system", type=OneOf(NAMES), help="The CI system to write for (default: the one that the environment tells of).")
@write_option
@color_option
@fail_level_option
@known_options
@store_options
@input_options
@settings_options
def ci(paths: tuple[str, ...], reports: str, system: str | None, **given: Any) -> None:
    """Check the articles under PATH in a CI job: annotations, a summary of the step, and reports in a folder.

    The same as check with --strict-inputs, and without a look at any network. In GitHub Actions it prints annotations and writes the
    summary of the step. In every system it leaves report.json, factcheck.sarif, junit.xml and gl-code-quality-report.json.
    """
    where = system_of(os.environ, system)
    refuse_inside(reports, paths, "the next run would read its own reports")
    make_folder(Path(reports))
    outputs = [*_outputs(where, Path(reports)), *written_outputs(given)]
    report_file = shlex.join(["--report", str(Path(reports, FILES["json"]))])

    def ending(report: Report, settings: Settings) -> EndedError | None:
        return ending_of(report, settings, report_file)

    try:
        run_batch("findings", paths, {**given, "strict_inputs": True}, ending, outputs)
    except EndedError as end:
        _tell(where, end.code, end.why)
        raise
    except FactcheckError as error:
        _tell(where, error.exit_code, str(error))
        raise


def _tell(system: System, code: int, why: str) -> None:
    """An annotation for a run that failed for another reason than its findings, which have their own."""
    if system.name == "github" and code != 1:
        from factcheck.reporters.github import message_command

        write_stdout(message_command(f"exit {code}: {why}"))


def _outputs(system: System, folder: Path) -> list[Output]:
    """What goes to the log, to the summary of the step, and into the folder."""
    log = _github_log(system) if system.name == "github" else reporter_for("table")
    outputs = [Output("log", log, None)]
    for name, file in FILES.items():
        reporter = reporter_for(name)
        outputs.append(Output(name, reporter if name == "json" else _from_root(reporter, system), str(folder / file)))
    if system.summary is not None:
        outputs.append(Output("markdown", _summary(system), system.summary, appends=True))
    return outputs


def _from_root(reporter: Reporter, system: System) -> Reporter:
    """The reporter, with paths as they are in the repository."""
    hashes = LineHashes(system.root)

    def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
        return reporter(located(report, system.root), replace(view, line_hash=hashes))

    return render


def _github_log(system: System) -> Reporter:
    """The table with commands switched off while it is printed, since it quotes articles; then the annotations."""
    table, github = reporter_for("table"), _from_root(reporter_for("github"), system)

    def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
        from factcheck.reporters.github import unread_commands

        text = table(report, view).replace("##[", "#\u200b#[")
        token = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()  # no article can hold the hash of itself
        unread = unread_commands(located(report, system.root).diagnostics)
        return f"::stop-commands::{token}\n{text}::{token}::\n{unread}{github(report, view)}"

    return render


def _summary(system: System) -> Reporter:
    """Markdown for the summary of the step, of a size that GitHub takes."""
    markdown = reporter_for("markdown")

    def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
        return capped(markdown(report, view), MOST_SUMMARY)

    return render


def capped(text: str, most: int) -> str:
    """Whole sections of a Markdown text, in at most so many bytes, with a line on what is left out."""
    if len(text.encode("utf-8", "backslashreplace")) <= most:
        return text
    first, *sections = text.split("\n\n## ")
    kept, size = [], len(first.encode("utf-8", "backslashreplace")) + 200
    for section in sections:
        size += len(section.encode("utf-8", "backslashreplace")) + 5
        if size > most:
            break
        kept.append(section)
    last = f"... and {len(sections) - len(kept)} more: see the reports of this run\n"
    if size > most and not kept and len(first) > most // 4:
        first = "# Where the sources stand"
    return "\n\n## ".join([first, *kept]).rstrip() + f"\n\n{last}"
