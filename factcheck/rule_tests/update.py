"""Expectations rewritten to what the program says: the text of a case file goes in, the text with new `expect` and `claims` comes out.

Only the values of these keys change; every other character of the file, comments among them, stays. A comment inside of an
expectation that is rewritten moves above the new one. Cases that pass, and known gaps, are left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import PackError
from factcheck.model.report import Report
from factcheck.packs.cases import Case
from factcheck.rule_tests.expected import claims_of, findings_of
from factcheck.rule_tests.runner import RuleTests
from factcheck.yaml_door import Document, load_documents

WIDTH = 150  # columns of a line; a longer expectation gets a line an entry
_PLAIN = re.compile(r"[A-Za-z_][\w'%$ -]*(?<! )")


@dataclass(frozen=True, slots=True)
class Change:
    """An expectation that was rewritten: the case, and the key with its old and its new text."""

    case: Case
    key: str
    old: str
    new: str


def rewrite(path: Path, cases: Iterable[Case], tests: RuleTests) -> tuple[str, tuple[Change, ...]]:
    """The text of a file with the expectations of its failing cases rewritten, and what changed (nothing: the text as it is)."""
    text = path.read_text(encoding="utf-8")
    changes: list[Change] = []
    for case in cases:
        if case.model.known_gap or not tests.outcome(case).failures:
            continue
        report = tests.report(case)
        for key in ("expect", "claims"):
            if getattr(case.model, key) is None:
                continue
            start, end = _value_at(text, _case(text, case), case, key)
            old = text[start:end]
            new = _written(_entries(case, key, report), text, start)
            if old.strip() != new.strip():
                text = _put(text, start, end, new)
                changes.append(Change(case, key, old.strip(), new.strip()))
    return text, tuple(changes)


def _entries(case: Case, key: str, report: Report) -> list[dict[str, Any]]:
    return findings_of(case, report) if key == "expect" else claims_of(case, report)


def _case(text: str, case: Case) -> tuple[Document, int]:
    """The document in which a case of this name stands, and its number there."""
    for document in load_documents(text, case.path):
        entries = document.data.get("cases", []) if isinstance(document.data, dict) else []
        for number, entry in enumerate(entries):
            if entry.get("name") == case.model.name:
                return document, number
    raise PackError(f'the case "{case.model.name}" is not there any more', case.path)


def _value_at(text: str, place: tuple[Document, int], case: Case, key: str) -> tuple[int, int]:
    """Where the value of a key of a case begins (behind its colon) and ends, without the line end."""
    document, number = place
    line, column = document.where(["cases", number, key], at_key=True)
    start = _offset(text, line, column)
    start = text.index(":", start + len(key)) + 1
    at = re.compile(r"[ \t]*").match(text, start)
    first = at.end() if at else start
    if text[first : first + 1] == "[":
        return start, _bracket_end(text, first)
    if text[first : first + 1] in ("#", "\n", ""):
        return start, _block_end(text, text.find("\n", first), column - 1)
    raise PackError(f'"{key}" of "{case.model.name}" is no list', case.path, line, column)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _bracket_end(text: str, start: int) -> int:
    """Behind the bracket that closes the one at `start`; quotations and comments hold none."""
    depth, at = 0, start
    while at < len(text):
        char = text[at]
        if char in "\"'" and text[at - 1] in " ,[{:\n\t":
            at += 1
            while at < len(text) and text[at] != char:
                at += 2 if char == '"' and text[at] == "\\" else 1
        elif char == "#" and text[at - 1] in " \n\t":
            at = text.find("\n", at) if "\n" in text[at:] else len(text) - 1
        elif char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
            if not depth:
                return at + 1
        at += 1
    return len(text)


def _block_end(text: str, line_end: int, indent: int) -> int:
    """Where a list in lines ends: at the first line that is indented less than its key, or as much and no entry."""
    end = at = len(text) if line_end < 0 else line_end
    while at < len(text):
        following = text.find("\n", at + 1)
        following = len(text) if following < 0 else following
        line = text[at + 1 : following]
        bare = line.lstrip(" ")
        depth = len(line) - len(bare)
        if bare and (depth < indent or (depth == indent and not bare.startswith("- "))):
            break
        if bare and not (bare.startswith("#") and depth <= indent):
            end = following
        at = following
    return end


def _written(entries: Sequence[dict[str, Any]], text: str, start: int) -> str:
    """The value as text, on the line of its key where it fits there, else an entry a line."""
    line_start = text.rfind("\n", 0, start) + 1
    flow = f" [{', '.join(map(_flow, entries))}]"
    if len(entries) < 2 or start - line_start + len(flow) <= WIDTH or "{" in text[line_start:start]:
        return flow
    key = re.search(r"\w+:$", text[line_start:start])
    indent = " " * ((key.start() if key else 4) + 2)
    return "".join(f"\n{indent}- {_flow(entry)}" for entry in entries)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(json.dumps(inner, ensure_ascii=False) for inner in value)}]"
    return str(value) if _PLAIN.fullmatch(str(value)) else json.dumps(str(value), ensure_ascii=False)


def _put(text: str, start: int, end: int, new: str) -> str:
    """The text with the new value; comments inside of the old one stand above its key."""
    comments = re.findall(r"(?:^|(?<=[ \t\n]))#[^\n]*", _unquoted(text[start:end]))
    if comments:
        line_start = text.rfind("\n", 0, start) + 1
        bare = text[line_start:start].lstrip(" -")
        indent = " " * (start - line_start - len(bare))
        if not text[line_start:start].lstrip().startswith("- "):
            above = "".join(f"{indent}{comment}\n" for comment in comments)
            return text[:line_start] + above + text[line_start:start] + new + text[end:]
    return text[:start] + new + text[end:]


def _unquoted(text: str) -> str:
    """The text with each quotation blanked, so that what looks like a comment in it is none."""
    return re.sub(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'', lambda found: "x" * len(found[0]), text)
