"""`.jsonl`: one article a line, as a JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.model.article import Article, Diagnostic
from factcheck.readers.decode import read_text
from factcheck.readers.record import read_row, row_id


def read(data: bytes, path: str) -> Iterator[Article | Diagnostic]:
    """The articles of a JSON Lines file. A malformed line is reported and the next one read."""
    for part in read_text(data, path):
        if isinstance(part, Diagnostic):
            yield part
        else:
            yield from read_lines(part, path)


def read_lines(text: str, path: str) -> Iterator[Article | Diagnostic]:
    """The articles of the lines of a text; empty lines are passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            yield Diagnostic("error", path, number, f"malformed JSON in column {error.colno}: {error.msg}; the line is skipped")
        except (ValueError, RecursionError) as error:
            yield Diagnostic("error", path, number, f"JSON that cannot be read: {error}; the line is skipped")
        else:
            yield from read_row(row, path, number, row_id(path, number))
