"""`.txt`: the file is the article, with optional YAML front matter."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.article import Article, Diagnostic
from factcheck.readers.front_matter import read_with_front_matter


def read(data: bytes, path: str) -> Iterator[Article | Diagnostic]:
    """The article of a text file, and what was amiss with it."""
    return read_with_front_matter(data, path)
