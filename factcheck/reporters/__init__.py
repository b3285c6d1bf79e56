"""A report in one format a file: `reporters/csv.py` is `--output-format csv`.

A `Report` and a `View` go in, one text comes out. A reporter knows no files, no clock, no terminal; the same report
gives the same text. Article text is other people's: each reporter escapes it for its format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from factcheck.model.report import Report


@dataclass(frozen=True, slots=True)
class View:
    """How to show a report. `shows`: the findings (of `check`) or the claims alone (of `extract`).

    `width` is in terminal columns; on a terminal no line may be wider, elsewhere a table may, so that names stay whole.
    `is_verbose` shows evidence for every finding, not for conflicts and disputes alone.
    """

    shows: Literal["findings", "claims"] = "findings"
    width: int = 100
    is_terminal: bool = False
    has_color: bool = False
    is_verbose: bool = False


class Reporter(Protocol):
    """What stands behind the name of a format."""

    def __call__(self, report: Report, view: View = ...) -> str:
        """The whole text, ending in a line end (empty where there is nothing to say)."""
        ...
