"""Lines of masked text whose words are single characters, and frames that are run on them.

A line and the codebook of a rule book go in; matches come out, and what they span in the masked text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from factcheck.packs.codes import Codebook
from factcheck.packs.patterns import Pattern


class CodedLine:
    """A line of masked text, which begins there at `start`; `tokens` are what its spaces part. What is asked for is made when it is."""

    __slots__ = ("_coded", "_codes", "_ends", "_latin", "_tokens", "start", "text")

    def __init__(self, text: str, start: int, codes: Codebook, tokens: Sequence[str] | None = None) -> None:
        self.text, self.start, self._codes = text, start, codes
        self._tokens = text.split(" ") if tokens is None else tokens
        self._coded: str | None = None
        self._latin: bytes | None = None
        self._ends: list[int] | None = None

    @property
    def coded(self) -> str:
        """The line with each word one character."""
        if self._coded is None:
            self._coded = self._codes.encode(self._tokens)
        return self._coded

    @property
    def latin(self) -> bytes:
        if self._latin is None:
            self._latin = self.text.encode("latin-1", "replace")
        return self._latin

    def words(self, match: re.Match[str], group: str) -> str:
        """The text that a group of a match in the coded line stands for, "" where it took no part."""
        start, end = match.span(group)
        return self.text[self.source(start) : self.source(end)] if start >= 0 else ""

    def replaced(self, stretches: Sequence[tuple[int, int, str]]) -> CodedLine:
        """The line with some stretches of its coded form each one character at its end and spaces before it."""
        text, coded = self.text, self.coded
        line = CodedLine("", self.start, self._codes)
        own = self.ends
        line._ends = ends = own.copy()
        for start, end, mask in stretches:
            first, last = own[start], own[end]
            ends[end - 1] = last - 1
            coded = f"{coded[:start]}{' ' * (end - start - 1)}{mask}{coded[end:]}"
            text = f"{text[:first]}{' ' * (last - first - 1)}{mask}{text[last:]}"
        line.text, line._coded = text, coded
        return line

    @property
    def ends(self) -> list[int]:
        """For each offset in the coded form the one in the line."""
        if self._ends is None:
            self._ends = list(accumulate(self._codes.lengths(self._tokens), initial=0))
        return self._ends

    def source(self, offset: int) -> int:
        """The offset in the line of an offset in its coded form."""
        return self.ends[offset]


class Compiled:
    """A frame that is ready to run, on coded lines or on text as it is."""

    __slots__ = ("_regex", "is_coded", "pattern")

    def __init__(self, pattern: Pattern, is_coded: bool) -> None:
        self.pattern, self.is_coded = pattern, is_coded
        self._regex = re.compile(pattern.regex)

    def finditer(self, line: CodedLine) -> Iterator[re.Match[str]]:
        return self._regex.finditer(line.coded if self.is_coded else line.text)

    def is_in(self, line: CodedLine) -> bool:
        """It matches somewhere in the line."""
        return self._regex.search(line.coded if self.is_coded else line.text) is not None

    def span(self, line: CodedLine, match: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        """What a group of a match covers in the masked text; (-1, -1) where it took no part."""
        start, end = match.span(group)
        if start < 0:
            return start, end
        if self.is_coded:
            ends = line.ends
            start, end = ends[start], ends[end]
        return line.start + start, line.start + end

    def start(self, line: CodedLine, match: re.Match[str], group: str) -> int:
        """Where a group of a match begins in the masked text; -1 where it took no part."""
        at = match.start(group)
        if at < 0:
            return at
        return line.start + (line.ends[at] if self.is_coded else at)
