"""`--output-format github`: workflow commands that GitHub Actions turns into annotations.

The worst ten findings that are new, and a line on how many more there are: GitHub shows ten of a step and drops the rest
without a word. Text of articles is other people's: it stands only in places where it is escaped, so that it is no command.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.article import Diagnostic
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.places import Sighting, Sightings
from factcheck.reporters.summary import counts, explanation, for_attention, question, short_ids
from factcheck.reporters.terminal import clean, crop
from factcheck.reporters.wording import count, place, told, verdict_name

MOST = 10  # annotations of a step that GitHub shows
LONGEST = 1000  # characters of a piece of a message; GitHub takes 64 KB of all
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice", "none": "notice"}


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """One command a line; empty where there is nothing to look at."""
    sightings, names = Sightings(report), short_ids(report.findings)
    found = [(finding, seen) for finding in for_attention(report.findings, view.fail_level) if counts(finding) and (seen := sightings.of(finding))]
    lines = [_command(finding, seen, names[finding.id]) for finding, seen in found[:MOST]]
    if len(found) > MOST:
        lines.append(f"::notice title=factcheck::+{count(len(found) - MOST, 'more finding')}: see the summary of this step")
    return "".join(f"{line}\n" for line in lines)


def message_command(text: str) -> str:
    """An error that belongs to no file."""
    return f"::error title=factcheck::{escape_data(crop(clean(text[: 4 * LONGEST]), LONGEST))}\n"


def unread_commands(diagnostics: Iterable[Diagnostic]) -> str:
    """An error for each input that could not be read, ten at most."""
    lost = [found for found in diagnostics if found.severity == "error"][:MOST]
    lines = []
    for found in lost:
        line = f",line={found.line}" if found.line is not None else ""
        message = escape_data(crop(clean(found.message[: 4 * LONGEST]), LONGEST))
        lines.append(f"::error title=input could not be read,file={escape_property(clean(found.path.removeprefix('./')))}{line}::{message}\n")
    return "".join(lines)


def _command(finding: Finding, seen: list[Sighting], name: str) -> str:
    where = seen[0].place
    properties: dict[str, object] = {"title": f"{verdict_name(finding.verdict)}: {finding.attribute}, {finding.subject} ({name})"}
    properties["file"] = where.path.removeprefix("./")
    if where.line is not None:
        properties["line"] = where.line
        if where.column is not None and where.end_column is not None and where.end_line == where.line:
            properties |= {"col": where.column, "endColumn": max(where.column, where.end_column - 1)}
    lines = [explanation(finding), *(_quoted(sighting) for sighting in seen[:8]), question(finding)]
    message = "\n".join(crop(clean(line[: 4 * LONGEST]), LONGEST) for line in lines if line)
    joined = ",".join(f"{key}={escape_property(crop(clean(str(value)), LONGEST))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {joined}::{escape_data(message)}"


def _quoted(sighting: Sighting) -> str:
    who = told(sighting.claim, sighting.article)
    return f'{place(sighting.claim, sighting.article)}{f" ({who})" if who else ""}: "{sighting.claim.sentence[:LONGEST]}"'


def escape_data(text: str) -> str:
    """Text behind the second `::`: one line, in which nothing is a command of either syntax.

    >>> escape_data("50%\\n##[error]x")
    '50%25%0A#\\u200b#[error]x'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "#\u200b#[")


def escape_property(text: str) -> str:
    """The value of a property.

    >>> escape_property("a:b, c")
    'a%3Ab%2C c'
    """
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
