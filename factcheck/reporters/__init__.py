"""A report in one format a file: `reporters/csv.py` is `--output-format csv`.

A `Report` and a `View` go in, one text comes out. A reporter knows no files, no clock, no terminal; the same report
gives the same text. Article text is other people's: each reporter escapes it for its format.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from factcheck.model.report import Report


@dataclass(frozen=True, slots=True)
class Run:
    """What a report does not hold of the run that made it, for reporters that show it.

    `version` of the program; `paths` as they were given; `packs` are (name, version); `settings` are (name, value, where it
    was set) of those that somebody set; `why` it ends with `exit_code`, empty for 0.
    """

    version: str = ""
    paths: tuple[str, ...] = ()
    packs: tuple[tuple[str, str], ...] = ()
    settings: tuple[tuple[str, str, str], ...] = ()
    exit_code: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """How to show a report. `shows`: the findings (of `check`) or the claims alone (of `extract`).

    `width` is in terminal columns; on a terminal no line may be wider, elsewhere a table may, so that names stay whole.
    `is_verbose` shows evidence for every finding, not for conflicts and disputes alone. `run` is None where nobody said how
    the report was made. `fail_level` is the severity from which on a finding fails the run. `line_hash` gives, for a path and a
    line of the file, what code scanning knows that line by (None where the file is not to be had).
    """

    shows: Literal["findings", "claims"] = "findings"
    width: int = 100
    is_terminal: bool = False
    has_color: bool = False
    is_verbose: bool = False
    run: Run | None = None
    fail_level: str = "error"
    line_hash: Callable[[str, int], str | None] | None = None


class Reporter(Protocol):
    """What stands behind the name of a format."""

    def __call__(self, report: Report, view: View = ...) -> str:
        """The whole text, ending in a line end (empty where there is nothing to say)."""
        ...


@runtime_checkable
class PagedReporter(Protocol):
    """A reporter whose report may be too large for one file."""

    def pages(self, report: Report, view: View, name: str) -> dict[str, str]:
        """All files by their path beside the file `name`, that file among them."""
        ...
