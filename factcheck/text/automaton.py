"""Where a pattern of google-re2 matches in Latin-1 bytes, as bare spans: the loop that every pass over a text runs.

The library's own `finditer` builds a match object for each hit, which costs more than finding it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any


def compile_latin(pattern: str, max_mem: int = 1 << 26) -> Any:
    """The compiled pattern for bytes of Latin-1. re2.error where it is no pattern of re2."""
    import re2

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = max_mem
    options.never_capture = True
    return re2.compile(pattern.encode("latin-1"), options)


def spans(regex: Any, data: bytes) -> Iterator[tuple[int, int]]:
    """The spans of the matches, left to right, none overlapping; it ends at a match of nothing, as of a pattern made of an empty list."""
    bare = _bare_search(regex)
    if bare is None:
        for found in regex.finditer(data):
            if found.end() == found.start():
                return
            yield found.span()
        return
    search, anchor = bare
    size = len(data)
    start, end = search(anchor, data, 0, size)[0]
    while end > start:
        yield start, end
        start, end = search(anchor, data, end, size)[0]


def has_match(regex: Any, data: bytes) -> bool:
    """Whether the pattern matches anywhere."""
    bare = _bare_search(regex)
    if bare is None:
        return regex.search(data) is not None
    search, anchor = bare
    found: bool = search(anchor, data, 0, len(data))[0][0] >= 0
    return found


@lru_cache(maxsize=4096)
def _bare_search(regex: Any) -> tuple[Any, Any] | None:
    """What the library itself searches with, and how; None in another build of the binding."""
    import re2

    try:
        return regex._regexp.Match, re2._Anchor.UNANCHORED
    except AttributeError:
        return None
