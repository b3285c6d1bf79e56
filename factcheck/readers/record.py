"""The fields that an input gives for an article (a JSON object, a CSV row, front matter) to an Article.

What does not fit is said in a diagnostic; a fault in an optional field never loses the article.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from factcheck.errors import did_you_mean
from factcheck.model.article import Article, Diagnostic
from factcheck.readers.decode import mend_surrogates

FIELDS = ("id", "text", "title", "publisher", "url", "author", "published", "language")
# What other tools call these fields; used only to say what to write instead.
_OTHER_NAMES = {
    "body": "text", "content": "text", "article": "text", "date": "published", "pubdate": "published", "published_at": "published",
    "source": "publisher", "outlet": "publisher", "link": "url", "headline": "title", "byline": "author", "lang": "language",
}  # fmt: skip


def file_id(path: str) -> str:
    """The id of a file that names none: its name without the ending."""
    return "stdin" if path == "-" else os.path.splitext(os.path.basename(path))[0]


def row_id(path: str, line: int) -> str:
    """The id of a row that names none: the file's name and the line."""
    return f"{'stdin' if path == '-' else os.path.basename(path)}:{line}"


def parse_published(surface: str) -> date | datetime | None:
    """A date or a time in ISO 8601, None where it is neither."""
    surface = surface.strip()
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            return parse(surface)
        except ValueError:
            continue
    return None


def read_row(row: object, path: str, line: int | None, default_id: str) -> Iterator[Article | Diagnostic]:
    """The article of one JSON object or CSV row; `line` is where it starts in its file."""
    if not isinstance(row, Mapping):
        yield Diagnostic("error", path, line, f'expected an object with "text", found {_name_type(row)}; skipped')
        return
    text = row.get("text")
    if not isinstance(text, str):
        found = _name_type(text) if "text" in row else f"no field of that name{_instead(row, 'text')}"
        yield Diagnostic("error", path, line, f'"text" must be a string with the article, found {found}; skipped')
    elif not text.strip():
        yield Diagnostic("error", path, line, '"text" is empty; skipped')
    else:
        yield from build_article(row, text, path, line, default_id)


def build_article(
    fields: Mapping[str, Any], text: str, path: str, line: int | None, default_id: str, *, body_start: int = 0, article_line: int | None = None
) -> Iterator[Article | Diagnostic]:
    """The article of `text` with the optional `fields`, after a diagnostic for each of these that does not fit.

    `line` is where to point at in a diagnostic; `article_line` what the article keeps (given: `line`).
    """
    strings: dict[str, str] = {}
    for name in FIELDS:
        value = fields.get(name)
        if name == "text" or value is None or value == "":
            continue
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            yield Diagnostic("warning", path, line, f'"{name}" must be a string, found {_name_type(value)}; left out')
        elif value.strip():
            strings[name] = mend_surrogates(value if name == "title" else value.strip())
    published = None
    if "published" in strings:
        published = parse_published(strings["published"])
        if published is None:
            shown = strings["published"][:60]
            yield Diagnostic("warning", path, line, f'"published" is "{shown}", expected an ISO 8601 date or time such as 2025-03-31; kept undated')
    elif _instead(fields, "published"):
        yield Diagnostic("note", path, line, f'the article is undated: there is no "published"{_instead(fields, "published")}')
    mended = mend_surrogates(text)
    if mended != text:
        yield Diagnostic("warning", path, line, '"text" has broken surrogate pairs; each is read as U+FFFD')
    yield Article(
        id=strings.get("id", default_id),
        text=mended,
        path=path,
        title=strings.get("title"),
        publisher=strings.get("publisher"),
        url=strings.get("url"),
        author=strings.get("author"),
        published=published,
        language=strings.get("language"),
        has_explicit_id="id" in strings or "url" in strings,
        line=line if article_line is None and body_start == 0 else article_line,
        body_start=body_start,
    )


def _instead(fields: Mapping[str, Any], wanted: str) -> str:
    for name in sorted(str(key) for key in fields):
        if _OTHER_NAMES.get(name.lower().strip()) == wanted:
            return f'; rename "{name}" to "{wanted}"'
    near = did_you_mean(wanted, (str(key) for key in fields if wanted == "text" or key not in FIELDS))
    return near if wanted == "text" or near.startswith("; did") else ""


def _name_type(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")
