"""The words of a text that begin with a capital letter: what places, titles and names are made of.

A scanned text and its sentences go in, columns of offsets and words come out. One split of the whole text finds them all;
what is in a word ("U.S.-Japan") is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import not_

from factcheck.text.memory import Remembered
from factcheck.text.scan import Scan

_WORD = r"[\w&]*(?:(?:\.[A-Z])+\.?)?(?:['-]\w+)*"
_ASCII = re.compile(r"([A-Z][A-Za-z0-9_&]*+(?:(?:\.[A-Z])+\.?)?(?:['-][A-Za-z0-9_]++)*+)")  # a class of characters is tested faster than \w
# Letters of other alphabets, and the name of a team: a number with "ers" behind it.
_ANY = re.compile(rf"([^\W\d_a-z]{_WORD}|(?<![\w.,-])\d\ders\b)")
_LETTERS_OR_DIGITS = re.compile(r"[a-z0-9]")
_SMALL, _CAPITAL = b"\1", b"\2"
_CLASSES = bytes(_CAPITAL[0] if 65 <= code <= 90 else _SMALL[0] if 97 <= code <= 122 or 48 <= code <= 57 else 0 for code in range(256))


@dataclass(frozen=True, slots=True)
class Capitals:
    """Words in the order of the text, each with its start and end, as columns: an article has a hundred, and most are only counted over."""

    starts: list[int]
    ends: list[int]
    words: list[str]

    def __getitem__(self, part: slice) -> Capitals:
        return Capitals(self.starts[part], self.ends[part], self.words[part])

    def extend(self, more: Capitals) -> None:
        self.starts.extend(more.starts)
        self.ends.extend(more.ends)
        self.words.extend(more.words)


def capitals(scan: Scan, spans: Iterable[tuple[int, int]]) -> Capitals:
    """The words of some sentences with a capital first letter, in order; "U.S." and "iPhone" are one, "U.S.-Japan" two, a possessive is left off."""
    plain = scan.plain
    # The signs of a dash and of the euro are no letters: most texts have no other.
    is_ascii = plain.isascii() or plain.replace("\x97", "-").replace("\x80", "$").isascii()
    pattern = _ASCII if is_ascii and not _has_team(plain) else _ANY
    may_be_glued = not is_ascii or _SMALL + _CAPITAL in scan.latin.translate(_CLASSES)
    found = Capitals([], [], [])
    for first, last in _blocks(plain, spans):
        pieces = pattern.split(plain[first:last])
        offsets = list(accumulate(map(len, pieces), initial=first))
        block = Capitals(offsets[1:-1:2], offsets[2::2], pieces[1::2])
        if may_be_glued:
            block = _unglued(plain, block)
        _take_apart(block)
        found.extend(block)
    return found


def _blocks(plain: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences between which is nothing but white space, together."""
    blocks: list[tuple[int, int]] = []
    first = last = -1
    for start, end in spans:
        if last < 0 or not plain[last:start].isspace():
            if last >= 0:
                blocks.append((first, last))
            first = start
        last = end
    if last >= 0:
        blocks.append((first, last))
    return blocks


def _unglued(plain: str, block: Capitals) -> Capitals:
    """A name with a small first letter gets it, and what only ends a figure ("5S") goes."""
    kept = Capitals([], [], [])
    for start, end, word in zip(block.starts, block.ends, block.words, strict=True):
        if start:
            before = plain[start - 1]
            if before.islower() and not plain[start - 2 : start - 1].isalnum():
                start -= 1
                word = before + word
            elif before.isdigit():
                continue
        kept.starts.append(start)
        kept.ends.append(end)
        kept.words.append(word)
    return kept


def _take_apart(block: Capitals) -> None:
    """Words with signs in them become what they hold."""
    odd = list(compress(count(), map(not_, map(str.isalnum, block.words))))
    for number in reversed(odd):
        start, parts = block.starts[number], _PARTS[block.words[number]]
        block.words[number : number + 1] = [word for _, word in parts]
        block.starts[number : number + 1] = [start + at for at, _ in parts]
        block.ends[number : number + 1] = [start + at + len(word) for at, word in parts]


_OF_FLAG = frozenset(("flag", "flagged", "registered"))  # "Liberian-flagged": the place stands for itself


def _parts_of(word: str) -> Sequence[tuple[int, str]]:
    """The words in a word with signs and where each begins: none of a possessive, and what follows a hyphen with a capital by itself."""
    parts: list[tuple[int, str]] = []
    at, rest = 0, word.removesuffix("'s")
    while "-" in rest:
        head, _, tail = rest.partition("-")
        if not tail[:1].isupper():
            if tail in _OF_FLAG:
                rest = head
            break
        parts.append((at, head))
        at, rest = at + len(head) + 1, tail
    return (*parts, (at, rest))


_PARTS = Remembered(_parts_of)


def _has_team(plain: str) -> bool:
    """A digit stands right before some "ers"."""
    at = plain.find("ers")
    while at >= 0:
        if at and plain[at - 1].isdigit():
            return True
        at = plain.find("ers", at + 3)
    return False
