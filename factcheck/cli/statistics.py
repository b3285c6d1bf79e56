"""`factcheck check --statistics`: what stands on standard output in place of the findings."""

from __future__ import annotations

from typing import Any

from factcheck.cli.batch import Output, written_outputs
from factcheck.cli.options import settings_of
from factcheck.cli.rule_text import rules_of
from factcheck.errors import UsageError
from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.statistics import render_json, render_table
from factcheck.settings import Settings

FORMATS = ("table", "json")


def statistics_outputs(given: dict[str, Any]) -> list[Output]:
    """The statistics where the findings would go, and the outputs of `--write` as ever. UsageError for a format that they do not have."""
    settings = settings_of(given)
    if settings.output_format not in FORMATS:
        raise UsageError(f"--statistics comes as {' or '.join(FORMATS)}, not as {settings.output_format}; a report goes beside it with --write")
    path = given.get("output")
    return [Output(settings.output_format, _Statistics(settings), None if path == "-" else path), *written_outputs(given)]


class _Statistics:
    """A reporter that knows which rules there are."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self, report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
        rules = [(attribute.rule, attribute.name) for attribute in rules_of(self._settings).attributes]
        return render_json(report, rules) if self._settings.output_format == "json" else render_table(report, rules, view)
