"""`.md`: the file is the article, marks included; a first heading of level one is its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.article import Article, Diagnostic
from factcheck.readers.front_matter import read_with_front_matter

_HEADING = re.compile(r"\s*#[ \t]+([^\n]*[^\n# \t])[ \t#]*(?:\n|\Z)")


def read(data: bytes, path: str) -> Iterator[Article | Diagnostic]:
    """The article of a Markdown file, and what was amiss with it."""
    return read_with_front_matter(data, path, _HEADING)
