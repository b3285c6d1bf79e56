"""Lines and paragraphs of a text: where an offset stands for a reader, and which line ends part what was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

# A line that opens something new whatever stands before it: a list entry, a heading, a quotation, a rule.
_OPENS = re.compile(r"[ \t]*(?:[-*\u2022\u25cf\u25aa\xb7\x97>#]|\d{1,2}[.)] )")
_TITLE_WORDS = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "vs",
        "with",
        "after",
        "amid",
        "is",
        "its",
        "via",
    )
)
_NARROWEST_COLUMN = 45  # nobody wraps prose at fewer characters; a shorter line was ended by its writer
_WIDEST_COLUMN = 120


class LineIndex:
    """Line and column of an offset, both 1-based, in code points; a line ends behind its line feed."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))[:-1]

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset; an offset on a line feed belongs to the line that it ends.

        >>> LineIndex("ab\\ncd").position(4)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_start(self, line: int) -> int:
        """The offset at which a line (1-based) begins."""
        return self._starts[line - 1]

    def __len__(self) -> int:
        return len(self._starts)


def paragraphs(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The paragraphs of `plain[start:end]` without the white space around them; headings and list entries count as such.

    A blank line parts paragraphs. A single line end does, unless the lines were wrapped: then the next line goes on in
    lower case, or its first word would not have fitted into the width of the lines around it.
    """
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    before = start
    at = start
    for line in plain[start:end].split("\n"):
        bare = line.strip()
        first = at if len(bare) == len(line) else at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if not bare:
            continue
        span = first, last = first, first + len(bare)
        if block and first - before > 1 and plain.count("\n", before, first) > 1:
            if len(block) == 1:
                found.append(block[0])
            else:
                _join_wrapped(plain, block, found)
            block = [span]
        else:
            block.append(span)
        before = last
    if block:
        _join_wrapped(plain, block, found)
    return found


def _join_wrapped(plain: str, lines: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    if len(lines) == 1:
        found.append(lines[0])
        return
    width = max([end - start for start, end in lines])
    first, last = lines[0]
    line = first
    for start, end in lines[1:]:
        if not _is_wrapped(plain, line, last, start, end, width):
            found.append((first, last))
            first = start
        line, last = start, end
    found.append((first, last))


def _is_wrapped(plain: str, line: int, before: int, following: int, end: int, width: int) -> bool:
    """Whether the end of the line `[line, before)` is only the edge of a column `width` wide, with `[following, end)` going on."""
    length = before - line
    if plain[following].islower():
        return length >= _NARROWEST_COLUMN // 2 and plain[line] != "#"
    if width > _WIDEST_COLUMN or length < _NARROWEST_COLUMN or plain[line] == "#" or _OPENS.match(plain, following):
        return False
    space = plain.find(" ", following, end)
    word = (space if space >= 0 else end) - following
    return length + 1 + word > width and not is_title_case(plain[line:before])


def is_title_case(words: str) -> bool:
    """Whether each word is capitalized as in a headline, small words aside; at least two are.

    >>> is_title_case("A Long Way to the Coast"), is_title_case("Officers went to the coast")
    (True, False)
    """
    capitalized = 0
    for word in words.split():
        bare = word.lstrip("\"'([")
        if not bare or not bare[0].isalpha():
            continue
        if bare[0].isupper():
            capitalized += 1
        elif bare.rstrip(",:;") not in _TITLE_WORDS:
            return False
    return capitalized >= 2
