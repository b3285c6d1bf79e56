"""Waivers: findings that somebody lets pass, with a reason, an owner and a last day, in a YAML file of the desk's own.

waivers:
  - finding: 4e2c070814047e8d
    about: "stationed_personnel, United States troops in Japan: 54,000 | around 60,000"
    reason: "One counts ships' crews; asked the ministry on 3 March."
    owner: "standards desk"
    until: 2026-03-31
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck import yaml_door
from factcheck.errors import PackError, did_you_mean
from factcheck.model.finding import Finding

_HEAD = "# Findings that somebody lets pass until a day; written by: factcheck waive FINDING --reason TEXT --until DATE\nwaivers:\n"
_KEYS = ("finding", "also", "about", "reason", "owner", "until")
_ID = re.compile(r"[0-9a-f]{16}")
_NEVER_IN_YAML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One waiver: the id of the finding, with the further pairs of values that it had when it was waived (`also`); `until` counts in.

    `line` is where it stands in its file. A pair of values that came later is not waived.
    """

    finding: str
    reason: str
    owner: str
    until: date
    also: tuple[str, ...] = ()
    about: str = ""
    line: int = 1

    @property
    def names(self) -> frozenset[str]:
        """The fingerprints that are waived."""
        return frozenset((self.finding, *self.also))


def read(text: str, path: str) -> tuple[Entry, ...]:
    """The waivers of a file, in its order; PackError with line and column for anything that is none."""
    document = yaml_door.load(text, path)
    data = document.data
    if data == "":
        return ()
    if not isinstance(data, dict) or set(data) != {"waivers"}:
        raise document.error('expected one key, "waivers", with a list')
    rows = data["waivers"]
    if rows == "":
        return ()
    if not isinstance(rows, list):
        raise document.error("expected a list of waivers", ("waivers",))
    entries = tuple(_entry(document, number) for number in range(len(rows)))
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries):
        if entry.finding in seen:
            raise document.error(f"the finding is waived on line {seen[entry.finding]} already; keep one of the two", ("waivers", number, "finding"))
        seen[entry.finding] = entry.line
    return entries


def _entry(document: yaml_door.Document, number: int) -> Entry:
    row: Any = document.data["waivers"][number]
    here = ("waivers", number)
    if not isinstance(row, dict):
        raise document.error("expected a waiver: finding, reason, owner, until", here)
    for key in row:
        if key not in _KEYS:
            raise document.error(f'a waiver has no "{key}"{did_you_mean(key, _KEYS)}', (*here, key), at_key=True)
    for key in ("finding", "reason", "owner", "until"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise document.error(f'a waiver needs "{key}"' + (", as a text" if row.get(key) else ""), (*here, key) if key in row else here)
    also = row.get("also", [])
    if not isinstance(also, list):
        raise document.error("expected a list of ids", (*here, "also"))
    for place, name in (((*here, "finding"), row["finding"]), *(((*here, "also", at), name) for at, name in enumerate(also))):
        if not isinstance(name, str) or not _ID.fullmatch(name):
            raise document.error(f'expected the whole id of a finding, 16 characters of 0-9 and a-f, found "{name}"', place)
    try:
        until = date.fromisoformat(row["until"])
    except ValueError:
        raise document.error(f'expected a day such as 2026-03-31, found "{row["until"]}"', (*here, "until")) from None
    return Entry(row["finding"], row["reason"], row["owner"], until, tuple(also), str(row.get("about", "")), document.where((*here, "finding"))[0])


def entry_of(finding: Finding, reason: str, owner: str, until: date) -> Entry:
    """A waiver of a finding, with all pairs of values that do not fit in it now."""
    names = sorted({relation.fingerprint for relation in finding.relations if relation.fingerprint} - {finding.id})
    about = f"{finding.attribute}, {finding.subject}: {' | '.join(value.display for value in finding.values[:8])}"
    return Entry(finding.id, reason, owner, until, tuple(names), about)


def added(text: str, entry: Entry, path: str) -> str:
    """The text of a file with a waiver more; comments and order stay. PackError where the result would be no file of waivers."""
    before = read(text, path)
    for old in before:
        if old.finding == entry.finding:
            raise PackError(f"{entry.finding} is waived already, until {old.until}; change it there", path, old.line)
    if not before:
        kept = [line for line in text.split("\n") if line.lstrip().startswith("#") and line not in _HEAD.split("\n")]
        text = "".join(f"{line}\n" for line in kept) + _HEAD
    made = (text if text.endswith("\n") else f"{text}\n") + "".join(f"{line}\n" for line in _lines(entry, _indent(text)))
    if len(read(made, path)) != len(before) + 1:
        raise PackError("the waiver cannot be added at the end of this file; add it by hand", path)
    return made


def _indent(text: str) -> str:
    """How far the waivers of a file are set in."""
    found = re.findall(r"(?m)^( *)- ", text)
    return found[-1] if found else "  "


def _lines(entry: Entry, indent: str) -> Iterator[str]:
    yield f"{indent}- finding: {entry.finding}"
    if entry.also:
        yield f"{indent}  also: [{', '.join(entry.also)}]"
    for key, text in (("about", entry.about), ("reason", entry.reason), ("owner", entry.owner)):
        if text:
            yield f"{indent}  {key}: {_quoted(text)}"
    yield f"{indent}  until: {entry.until}"


def _quoted(text: str) -> str:
    """A text in double quotes on one line, as YAML and JSON both read it."""
    return _NEVER_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
