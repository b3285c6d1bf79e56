"""Standard input: JSON lines, JSON, a web page or plain text, told apart by what stands in it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.model.article import Article, Diagnostic
from factcheck.readers.decode import read_text


def read(data: bytes, path: str) -> Iterator[Article | Diagnostic]:
    """The articles of standard input."""
    from factcheck.readers import html, jsonl, plain
    from factcheck.readers import json as json_reader

    if data.strip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        yield from html.read(data, path)
        return
    for part in read_text(data, path):
        if isinstance(part, Diagnostic):
            yield part
        elif (kind := _kind(part)) == "json":
            yield from json_reader.read_json(part, path)
        elif kind == "jsonl":
            yield from jsonl.read_lines(part, path)
        else:
            yield from plain.read(part.encode("utf-8"), path)


def _kind(text: str) -> str:
    """Prose may begin with a bracket ("[Updated] ..."); only what looks like an object is taken for data."""
    stripped = text.strip()
    first, _, rest = stripped.partition("\n")
    if first.startswith("{"):
        if rest and (_is_object(first) or rest.lstrip().startswith("{")):
            return "jsonl"
        return "json"
    return "json" if stripped.startswith("[") and stripped[1:].lstrip()[:1] in ("{", "]") else "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
