"""The baseline: what was known when a desk began, or was accepted since, so that only what is new fails a run.

A text file for version control: after a first line one entry a line, sorted, without times, files and lines, so that two
branches merge and a diff shows what changed. An entry is a pair of values that does not fit, by its fingerprint.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from factcheck.errors import UsageError
from factcheck.model.finding import FINGERPRINTS, GRAVITY, Finding, Relation, Verdict

SCHEMA = "factcheck-baseline/1"
_HEAD = {"schema": SCHEMA, "fingerprints": FINGERPRINTS}
_ANEW = "make it anew with: factcheck baseline create PATH... --force"


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted pair of values. `also` are the aliases of its fingerprint; the rest is for people who read the file."""

    fingerprint: str
    verdict: Verdict
    attribute: str
    subject: str
    values: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Everything that the pair may be known by."""
        return frozenset((self.fingerprint, *self.also))


class Baseline:
    """The entries of a file, to be looked up by any of their names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(sorted({e.fingerprint: e for e in entries}.values(), key=_order))
        self._by_name: dict[str, Entry] = {}
        for entry in self.entries:
            for name in sorted(entry.names):
                self._by_name.setdefault(name, entry)

    def find(self, names: Iterable[str], verdict: Verdict) -> Entry | None:
        """The entry that one of the names is of. A pair that is graver now than it was then is not the one that was accepted."""
        found = next((entry for name in names if (entry := self._by_name.get(name)) is not None), None)
        return found if found is not None and GRAVITY.index(verdict) >= GRAVITY.index(found.verdict) else None


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.attribute, entry.subject, entry.fingerprint


def entry_of(finding: Finding, relation: Relation | None) -> Entry:
    """The entry of a pair of values of a finding; of the finding itself, where it has no pairs."""
    if relation is None:
        return Entry(finding.id, finding.verdict, finding.attribute, finding.subject, tuple(value.display for value in finding.values))
    values = tuple(sorted(finding.values[at].display for at in (relation.left, relation.right)))
    return Entry(relation.fingerprint, relation.verdict, finding.attribute, finding.subject, values, tuple(relation.aliases))


def write(entries: Iterable[Entry]) -> str:
    """The text of a baseline: ASCII, one entry a line."""
    rows = [json.dumps(_HEAD)]
    for entry in Baseline(entries).entries:
        row: dict[str, Any] = {"attribute": entry.attribute, "subject": entry.subject, "values": list(entry.values), "verdict": entry.verdict}
        rows.append(json.dumps({**row, "fingerprint": entry.fingerprint, **({"also": sorted(entry.also)} if entry.also else {})}))
    return "".join(f"{row}\n" for row in rows)


def read(text: str, path: str) -> Baseline:
    """The baseline that a text holds; UsageError with path and line where it is none. Entries that stand there twice are one."""
    lines = text.split("\n")
    try:
        head = json.loads(lines[0])
    except ValueError:
        head = None
    if not isinstance(head, dict) or head.get("schema") != SCHEMA:
        raise UsageError(f'{path}:1: not a baseline: expected a first line with "schema": "{SCHEMA}"; {_ANEW}')
    if head.get("fingerprints") != FINGERPRINTS:
        raise UsageError(f"{path}:1: made with fingerprints of another version ({head.get('fingerprints')}, here: {FINGERPRINTS}); {_ANEW}")
    return Baseline(_entries(lines[1:], path))


def _entries(lines: Iterable[str], path: str) -> Iterator[Entry]:
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            raise UsageError(f"{path}:{number}: a mark of an unfinished merge; keep the entries of both sides, and take the mark out")
        try:
            row = json.loads(line)
            entry = Entry(
                _text(row["fingerprint"]),
                row["verdict"],
                _text(row["attribute"]),
                _text(row["subject"]),
                tuple(map(_text, row["values"])),
                tuple(map(_text, row.get("also", ()))),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(f"{path}:{number}: not an entry of a baseline ({_said(error)}); take the line out, or {_ANEW}") from None
        if entry.verdict not in get_args(Verdict):
            raise UsageError(f'{path}:{number}: no verdict is called "{entry.verdict}"; take the line out, or {_ANEW}')
        yield entry


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a text, found {value!r}")
    return value


def _said(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
