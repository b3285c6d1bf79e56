"""What a run is held against: the baseline and the waivers, which files they are, and that no batch brings its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck import registry
from factcheck.cli.moment import now_of, now_option
from factcheck.errors import UsageError
from factcheck.model.report import Report
from factcheck.settings import Settings
from factcheck.triage import baseline, waivers
from factcheck.triage.marking import Elsewhere, Terms, mark

F = TypeVar("F", bound=Callable[..., Any])

BASELINE = "factcheck.baseline"  # written where nobody names another file; endings that no reader takes for articles
WAIVERS = "factcheck-waivers.yml"

baseline_option = click.option(
    "--baseline", metavar="FILE", type=click.Path(), help="Take the findings in this file as known; only others end the run with 1."
)
waivers_option = click.option(
    "--waivers", metavar="FILE", type=click.Path(), help=f"Let pass what this file waives (default: {WAIVERS}, where there is one)."
)


def known_options(command: F) -> F:
    """`--baseline`, `--waivers` and `--now`."""
    return baseline_option(waivers_option(now_option(command)))


def terms_of(paths: Sequence[str], settings: Settings, with_baseline: bool = True) -> Terms:
    """The files in force, read before the work begins. UsageError with the remedy where one is missing, broken, or among the articles."""
    known: baseline.Baseline | None = None
    let_pass: tuple[waivers.Entry, ...] = ()
    baseline_path, waivers_path = shown(settings.baseline) if with_baseline else "", shown(waivers_file(settings))
    if baseline_path:
        refuse_as_article(baseline_path, paths)
        known = read_baseline(baseline_path)
    if waivers_path:
        refuse_inside(waivers_path, paths, "a batch cannot waive itself")
        let_pass = waivers.read(read_text(waivers_path, "make it with: factcheck waive FINDING"), waivers_path)
    return Terms(known, let_pass, settings.fail_level, settings.severity, baseline_path, waivers_path)


def read_baseline(path: str) -> baseline.Baseline:
    """The baseline in a file; UsageError where there is none."""
    return baseline.read(read_text(path, f"make it with: factcheck baseline create PATH... --baseline {path}"), path)


def shown(path: str) -> str:
    """A path of the settings, relative to the working directory where it lies in it, so that no report depends on where that is."""
    if os.path.isabs(path) and Path.cwd() in Path(path).parents:
        return os.path.relpath(path)
    return path


def hold_against(report: Report, terms: Terms, given: dict[str, Any], elsewhere: Elsewhere = lambda names: set()) -> Report:
    """The report with the status of each finding, where there is anything to hold it against; `elsewhere` as for `mark`."""
    if terms.baseline is None and not terms.waivers:
        return report
    return mark(report, terms, now_of(given.get("now")).date(), elsewhere)


def waivers_file(settings: Settings) -> str:
    """The file of waivers in force: that of the settings, else the one in the working directory, empty where there is none."""
    return settings.waivers or (WAIVERS if os.path.isfile(WAIVERS) else "")


def refuse_inside(file: str, paths: Sequence[str], why: str) -> None:
    """UsageError where a file lies among the articles that are checked: articles are other people's, and decide nothing here."""
    real = Path(os.path.realpath(file))
    for path in paths:
        folder = Path(os.path.realpath(path))
        if path != "-" and (folder == real or folder in real.parents):
            raise UsageError(
                f"{file} lies among the articles under {path}: {why}; keep it outside of them, or check the folder of the articles alone"
            )


def refuse_as_article(file: str, paths: Sequence[str]) -> None:
    """UsageError where a baseline lies among the articles under a name that readers take for one of them."""
    if os.path.splitext(file)[1].lower() in registry.names("reader"):
        refuse_inside(file, paths, "a run would read it as one of them")


def read_text(path: str, remedy: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"there is no file {path}; {remedy}") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8: byte {error.start}") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
