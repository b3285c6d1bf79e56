"""`.json`: one article as an object, or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from factcheck.model.article import Article, Diagnostic
from factcheck.readers.decode import read_text
from factcheck.readers.record import file_id, read_row, row_id

_SPACE = re.compile(r"[ \t\r\n]*")
_AFTER_ITEM = re.compile(r"[ \t\r\n]*([,\]])")


def read(data: bytes, path: str) -> Iterator[Article | Diagnostic]:
    """The articles of a JSON file. A fault in a list ends it there; what stood before is kept."""
    for part in read_text(data, path):
        if isinstance(part, Diagnostic):
            yield part
        else:
            yield from read_json(part, path)


def read_json(text: str, path: str) -> Iterator[Article | Diagnostic]:
    """The articles of a JSON text: item by item, so that each keeps its line and a fault loses only what follows."""
    decoder = json.JSONDecoder()
    at = _SPACE.match(text).end()  # type: ignore[union-attr]  # matches nothing at worst
    try:
        if not text.startswith("[", at):
            row, at = decoder.raw_decode(text, at)
            yield from read_row(row, path, None, file_id(path))
            rest = _SPACE.match(text, at).end()  # type: ignore[union-attr]
            if rest < len(text):
                message = "more text after the JSON object: left out; for one object a line use the ending .jsonl"
                yield Diagnostic("error", path, text.count("\n", 0, rest) + 1, message)
            return
        at = _SPACE.match(text, at + 1).end()  # type: ignore[union-attr]
        line, counted = 1, 0
        if text.startswith("]", at):
            yield Diagnostic("error", path, 1, "the list is empty; expected articles")
            return
        while True:
            row, end = decoder.raw_decode(text, at)
            line, counted = line + text.count("\n", counted, at), at
            yield from read_row(row, path, line, row_id(path, line))
            after = _AFTER_ITEM.match(text, end)
            if after is None:
                raise json.JSONDecodeError("expecting ',' or ']'", text, end)
            if after[1] == "]":
                return
            at = _SPACE.match(text, after.end()).end()  # type: ignore[union-attr]
    except json.JSONDecodeError as error:
        yield Diagnostic("error", path, error.lineno, f"malformed JSON in column {error.colno}: {error.msg}; the rest of the file is not read")
    except (ValueError, RecursionError) as error:
        yield Diagnostic("error", path, text.count("\n", 0, at) + 1, f"JSON that cannot be read: {error}; the rest of the file is not read")
