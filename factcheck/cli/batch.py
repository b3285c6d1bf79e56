"""What `check` and `extract` have in common: settings, the run, diagnostics, output, and what ends it.

Targets and formats are looked at before the work starts: nobody waits for a run whose result cannot be written.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import click

from factcheck import registry
from factcheck.cli.exits import EndedError
from factcheck.cli.line_hashes import LineHashes
from factcheck.cli.options import has_color, settings_of
from factcheck.cli.progress import Progress, at_work
from factcheck.cli.run_facts import run_of
from factcheck.cli.stored import Held, held_store
from factcheck.cli.streams import append_file, check_target, make_folder, no_commands, say, write_file, write_stdout
from factcheck.cli.triage import hold_against, terms_of
from factcheck.errors import UsageError, did_you_mean
from factcheck.model.report import Report
from factcheck.packs.cache import cache_folder
from factcheck.reporters import PagedReporter, Reporter, View
from factcheck.reporters.terminal import clean
from factcheck.settings import Settings

SHOW_RUN = ("sarif",)  # formats of one file that show how the run was made
OF_FINDINGS = ("sarif", "junit", "github", "gitlab")  # formats in which claims alone would look like "nothing found"
WIDTH = 100  # of anything that is no terminal, so that the bytes do not depend on where a run happens


Shows = Literal["findings", "claims"]
Ending = Callable[[Report, Settings], EndedError | None]  # how the run ends, None: with 0


@dataclass(frozen=True, slots=True)
class Output:
    """One text to write: a format and where it goes (None: standard output); `appends`: to what stands in the file already."""

    format: str
    reporter: Reporter
    path: str | None
    appends: bool = False


def run_batch(shows: Shows, paths: Sequence[str], given: dict[str, Any], ending: Ending, outputs: Sequence[Output] | None = None) -> None:
    """Read the settings, check the targets, run the pipeline, say its diagnostics, write its outputs; then end as `ending` says.

    `outputs` None: those that the settings and `given` name.
    """
    settings = settings_of(given)
    outputs = outputs_of(settings, given) if outputs is None else _checked(outputs)
    for output in outputs:
        if shows == "claims" and output.format in OF_FINDINGS:
            raise UsageError(f"{output.format} shows findings, and extract makes none; use check, or another format")
    _refuse_overwriting(paths, outputs)
    terms = terms_of(paths, settings) if shows == "findings" else None
    shown: list[str] = []
    with ExitStack() as open_stores:
        held: list[Held] = []

        def hold(progress: Progress) -> Held | None:
            store = open_stores.enter_context(held_store(settings, given, progress)) if shows == "findings" else None
            held.extend([store] if store is not None else [])
            return store

        cache = None if given.get("no_cache") else cache_folder()
        report = read_report(shows, paths, replace(settings, progress=False) if given.get("quiet") else settings, hold, cache)
        if terms is not None:
            report = hold_against(report, terms, given, *(store.told for store in held))
        end = ending(report, settings)
        shows_run = any(isinstance(output.reporter, PagedReporter) or output.format in SHOW_RUN for output in outputs)
        run = run_of(paths, settings, end) if shows_run else None
        for output in outputs:
            view = view_of(settings, shows, output.path is None and bool(sys.stdout) and sys.stdout.isatty(), bool(given.get("verbose")))
            if output.path is None:
                text = output.reporter(report, replace(view, run=run))
                shown.append(no_commands(text) if output.format == "table" else text)
                continue
            has_color = settings.came_from.get("color") == "command line" and settings.color == "always"
            _write(output.path, output, report, replace(view, run=run, has_color=has_color))
        for store in held:  # only what was told is known from now on; and nobody waits for a reader of standard output
            store.keep()
    say_diagnostics(report, given)
    for text in shown:
        write_stdout(text)
    if end is not None:
        raise end


def _write(path: str, output: Output, report: Report, view: View) -> None:
    if output.appends:
        append_file(path, output.reporter(report, view))
    elif isinstance(output.reporter, PagedReporter):
        folder = Path(path).parent
        for name, text in output.reporter.pages(report, view, Path(path).name).items():
            make_folder((folder / name).parent)
            write_file(str(folder / name), text)
    else:
        write_file(path, output.reporter(report, view))


def read_report(
    shows: Shows, paths: Sequence[str], settings: Settings, hold: Callable[[Progress], Held | None] | None = None, cache: Path | None = None
) -> Report:
    """Run the pipeline over paths, as the settings say, up to the findings or to the claims.

    `hold` opens the store to compare with; `cache` is where rules that were read are kept.
    """
    if "-" in paths and sys.stdin is None:
        raise UsageError("standard input is closed, and - reads it")
    with at_work(settings.progress) as progress:
        from factcheck import pipeline

        stdin = sys.stdin.buffer.read() if "-" in paths else None
        options = pipeline.Options(
            rules=settings.rules, reference=settings.reference, stdin=stdin, jobs=settings.jobs, advance=progress.advance, cache=cache
        )
        held = hold(progress) if hold is not None else None
        if held is not None:
            report = held.check(paths, options)
        else:
            report = pipeline.check(paths, options) if shows == "findings" else pipeline.extract(paths, options)
    if not settings.severity:
        return report
    by_name = settings.severity
    findings = tuple(replace(f, severity=by_name.get(f.reason, by_name.get(f.verdict, f.severity))) for f in report.findings)
    return replace(report, findings=findings)


def view_of(settings: Settings, shows: Shows, is_terminal: bool, is_verbose: bool) -> View:
    """How to show a report on standard output."""
    width = max(40, shutil.get_terminal_size((WIDTH, 24)).columns) if is_terminal else WIDTH
    color = has_color(settings, is_terminal)
    return View(shows, width, is_terminal, color, is_verbose, fail_level=settings.fail_level, line_hash=LineHashes())


def say_diagnostics(report: Report, given: dict[str, Any]) -> None:
    """Tell on standard error what a report has to say of its inputs, unless `-q` was given."""
    if not given.get("quiet"):
        for found in report.diagnostics:
            say(clean(": ".join(part for part in (_place(found.path, found.line), found.severity, found.message) if part)))


def _place(path: str, line: int | None) -> str:
    return f"{path}:{line}" if path and line else path


def outputs_of(settings: Settings, given: dict[str, Any]) -> Sequence[Output]:
    """The main output and those of `--write`, with their targets looked at."""
    path = given.get("output")
    place = settings.came_from.get("output_format", "")
    if place not in ("", "command line"):
        _check_format(settings.output_format, f"{place}: output_format: ")
    main = Output(settings.output_format, reporter_for(settings.output_format), None if path == "-" else path)
    return _checked([main, *written_outputs(given)])


def written_outputs(given: dict[str, Any]) -> list[Output]:
    """The outputs of `--write`."""
    made = []
    for item in given.get("write") or ():
        name, equals, file = item.partition("=")
        if not (name and equals and file):
            raise UsageError(f'--write {item}: expected NAME=FILE, as in "json=report.json"')
        made.append(Output(name, reporter_for(name), None if file == "-" else file))
    return made


def _checked(outputs: Sequence[Output]) -> Sequence[Output]:
    targets = [output.path and os.path.realpath(output.path) for output in outputs]
    for number, output in enumerate(outputs):
        if output.path is not None:
            check_target(output.path)
        if targets[number] in targets[:number]:
            raise UsageError(f"two outputs go to {output.path or 'standard output'}; give each a file of its own")
    return outputs


def reporter_for(name: str) -> Reporter:
    """The reporter of that name; UsageError with those on offer where it is not built."""
    _check_format(name, "")
    reporter: Reporter = registry.load("reporter", name)
    return reporter


def _check_format(name: str, place: str) -> None:
    if not registry.offers("reporter", name):
        known = registry.names("reporter")
        near = did_you_mean(name, known)
        raise UsageError(f'{place}no output format "{name}"{near if near.startswith("; did") else ""}; there are: {", ".join(known)}')


def _refuse_overwriting(paths: Sequence[str], outputs: Sequence[Output]) -> None:
    inputs = {os.path.realpath(path) for path in paths if os.path.isfile(path)}
    for output in outputs:
        if output.path is not None and os.path.realpath(output.path) in inputs:
            raise UsageError(f"{output.path} is an input; the output would overwrite it")


def paths_argument(command: Any) -> Any:
    """`PATH...`: files, folders, or `-` for standard input."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())(command)
