"""Names on offer per role, as import strings that are loaded only when asked for.

A role is `reader` (by file ending) or `reporter` (by format name). Other packages add names through entry
points of the group `factcheck.<role>`; a built-in name wins.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from factcheck.errors import UsageError, did_you_mean

BUILT_IN: dict[str, dict[str, str]] = {
    "reader": {
        ".txt": "factcheck.readers.plain:read",
        ".md": "factcheck.readers.markdown:read",
        ".html": "factcheck.readers.html:read",
        ".htm": "factcheck.readers.html:read",
        ".json": "factcheck.readers.json:read",
        ".jsonl": "factcheck.readers.jsonl:read",
        ".csv": "factcheck.readers.csv:read",
    },
    "reporter": {
        "table": "factcheck.reporters.table:render",
        "json": "factcheck.reporters.json:render",
        "jsonl": "factcheck.reporters.jsonl:render",
        "markdown": "factcheck.reporters.markdown:render",
        "csv": "factcheck.reporters.csv:render",
        "html": "factcheck.reporters.html:render",
        "sarif": "factcheck.reporters.sarif:render",
        "junit": "factcheck.reporters.junit:render",
        "github": "factcheck.reporters.github:render",
        "gitlab": "factcheck.reporters.gitlab:render",
    },
}


@cache
def _on_offer(role: str) -> dict[str, str]:
    found = {entry.name: entry.value for entry in entry_points(group=f"factcheck.{role}")}
    return {**found, **BUILT_IN.get(role, {})}


def offers(role: str, name: str) -> bool:
    """The name is on offer. Other packages are only looked at for one that is not built in, as that takes longer than all else here."""
    return name in BUILT_IN.get(role, {}) or name in _on_offer(role)


def names(role: str) -> tuple[str, ...]:
    """The names on offer for a role, sorted."""
    return tuple(sorted(_on_offer(role)))


def load(role: str, name: str) -> Any:
    """What stands behind a name. UsageError with the names on offer where there is none."""
    try:
        module, _, attribute = (BUILT_IN.get(role, {}).get(name) or _on_offer(role)[name]).partition(":")
    except KeyError:
        raise UsageError(
            f'no {role} is called "{name}"; on offer: {", ".join(names(role))}{did_you_mean(name, names(role)) if len(names(role)) > 20 else ""}'
        ) from None
    return getattr(import_module(module), attribute)
