"""Front matter: YAML between two lines `---` at the very top of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.errors import PackError
from factcheck.model.article import Article, Diagnostic
from factcheck.readers.decode import normalize_line_ends, read_text
from factcheck.readers.record import build_article, file_id

_CLOSED = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPEN = re.compile(r"---[ \t]*\n[A-Za-z_][\w-]*:(?:[ \t]|\n)")


def read_with_front_matter(data: bytes, path: str, heading: re.Pattern[str] | None = None) -> Iterator[Article | Diagnostic]:
    """The article of a text file. Its text is the whole decoded file; the body starts behind the front matter.

    `heading` finds a title (group 1) in the body where the front matter gives none.
    """
    for part in read_text(data, path):
        if isinstance(part, Diagnostic):
            yield part
            continue
        text = normalize_line_ends(part)
        fields: Mapping[str, object] = {}
        start = 0
        found = _CLOSED.match(text)
        if found and (_OPEN.match(text) or not found[1].strip()):
            start = found.end()
            try:
                fields = _load(found[1], path)
            except PackError as error:
                yield Diagnostic("warning", path, error.line, f"front matter cannot be read and is left out: {error.detail}")
        elif _OPEN.match(text):
            yield Diagnostic("warning", path, 1, "front matter is opened by --- but never closed; the whole file is read as text")
        if not text[start:].strip():
            yield Diagnostic("error", path, None, "has front matter but no text behind it")
            continue
        if heading is not None and not fields.get("title"):
            title = heading.match(text, start)
            fields = {**fields, **({"title": title[1].strip()} if title else {})}
        yield from build_article(fields, text, path, 1 if start else None, file_id(path), body_start=start)


def _load(text: str, path: str) -> Mapping[str, object]:
    from factcheck import yaml_door

    fields = yaml_door.load(text, path, first_line=2).data  # the first line is the opening `---`
    if fields == "":
        return {}
    if not isinstance(fields, Mapping):
        raise PackError("expected lines of the form `name: value`", path, 2)
    return fields
