"""`.csv`: one article a row; the first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from factcheck.model.article import Article, Diagnostic
from factcheck.readers.decode import read_text
from factcheck.readers.record import FIELDS, read_row, row_id

_LONGEST_FIELD = 2**31 - 1  # articles are longer than the 128 KiB that the csv module allows by itself


def read(data: bytes, path: str) -> Iterator[Article | Diagnostic]:
    """The articles of a CSV file with comma, semicolon or tab between the columns."""
    for part in read_text(data, path):
        if isinstance(part, Diagnostic):
            yield part
        else:
            yield from _read_rows(part, path)


def _read_rows(text: str, path: str) -> Iterator[Article | Diagnostic]:
    if csv.field_size_limit() < _LONGEST_FIELD:
        csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    names: list[str] | None = None
    line, seen = 1, 0
    try:
        for row in rows:
            start, line = line, rows.line_num + 1
            if not row:
                continue
            if names is None:
                names = [name.strip().lower() for name in row]
                if "text" not in names:
                    message = f'the first row must name the columns, "text" among them ({", ".join(FIELDS)}); found {", ".join(row)[:200]}'
                    yield Diagnostic("error", path, start, message)
                    return
                twice = sorted({name for name in names if name in FIELDS and names.count(name) > 1})
                if twice:
                    yield Diagnostic("error", path, start, f'the column "{twice[0]}" stands twice in the first row; the file is not read')
                    return
                continue
            seen += 1
            if len(row) != len(names):
                message = f"the row has {len(row)} fields, the first row {len(names)}; quote fields that hold a comma or a line end; skipped"
                yield Diagnostic("error", path, start, message)
            else:
                yield from read_row(dict(zip(names, row, strict=True)), path, start, row_id(path, start))
        if seen == 0:
            yield Diagnostic("error", path, line, "names columns but holds no rows; expected an article a row")
    except csv.Error as error:
        yield Diagnostic("error", path, line, f"malformed CSV: {error}; a quote inside a quoted field is doubled; the rest of the file is not read")


def _delimiter(text: str) -> str:
    first = text.lstrip().partition("\n")[0]
    return max((",", ";", "\t"), key=first.count)
