"""Which frames can match in a line of masked text, told from its words alone.

What each frame needs goes in once (see `factcheck.packs.needs`), a line each time; the numbers of the frames come out.
Every word is looked up once whatever the number of frames, so a line that lacks one of the two rarest things that each
frame needs costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from factcheck.packs.needs import Clause, rank
from factcheck.text.memory import Remembered

_WORDS = re.compile(r"\w+")


class Gate:
    """The needs of some frames, each clause a bit: a frame may match where a line has all its bits.

    Frames are put together by their two rarest clauses. Such a pair has two more bits, side by side above those of all
    clauses, and a token brings the one, the other or both; only where a line has both are its other clauses asked for.
    """

    def __init__(self, needs: Sequence[Sequence[Clause]]) -> None:
        bits = {clause: 1 << number for number, clause in enumerate(dict.fromkeys(clause for clauses in needs for clause in clauses))}
        self._words: dict[str, int] = {}
        beginnings: dict[str, int] = {}
        self._masks: dict[str, int] = {}
        for clause, bit in bits.items():
            for atom in clause:
                if not atom[0].isalnum():
                    self._masks[atom] = self._masks.get(atom, 0) | bit
                elif atom[-1] == "*":
                    beginnings[atom[:-1]] = beginnings.get(atom[:-1], 0) | bit
                else:
                    self._words[atom] = self._words.get(atom, 0) | bit
        self._shortest = min(map(len, beginnings), default=0)
        self._beginnings: dict[str, list[tuple[str, int]]] = {}  # by as many letters as the shortest has
        for beginning, own in beginnings.items():
            self._beginnings.setdefault(beginning[: self._shortest], []).append((beginning, own))
        self._always: list[int] = []
        pairs: dict[tuple[Clause, Clause], dict[int, list[int]]] = {}
        for number, clauses in enumerate(needs):
            if not clauses:
                self._always.append(number)
                continue
            whole = reduce(or_, (bits[clause] for clause in clauses))
            rarest = sorted(set(clauses), key=rank)
            pairs.setdefault((rarest[0], rarest[min(1, len(rarest) - 1)]), {}).setdefault(whole, []).append(number)
        # For each pair: all clauses of its frames, and their numbers.
        self._pairs = [tuple(wholes.items()) for wholes in pairs.values()]
        self._above = len(bits)  # where the bits of the pairs begin
        self._first_of_pairs = sum(1 << self._above + 2 * number for number in range(len(pairs)))
        self._in_pairs: dict[int, int] = {}  # the bits of a clause among the pairs
        for number, pair in enumerate(pairs):
            for place, clause in enumerate(pair):
                self._in_pairs[bits[clause]] = self._in_pairs.get(bits[clause], 0) | 1 << self._above + 2 * number + place
        self._known = Remembered(self._learn)

    def lines(self, text: str) -> Iterator[tuple[int, str, list[int], list[str]]]:
        """The lines of a text in which some frame may match: where each starts, what it is, the numbers of the frames, and what its spaces part."""
        known, firsts, always = self._known.__getitem__, self._first_of_pairs, self._always
        pairs, above = self._pairs, self._above
        start = 0
        for line in text.split("\n"):
            tokens = line.split(" ")
            found = reduce(or_, filter(None, map(known, tokens)), 0)
            both = found & found >> 1 & firsts
            passing = always.copy()
            while both:
                last = both.bit_length() - 1
                both ^= 1 << last
                for whole, numbers in pairs[last - above >> 1]:
                    if whole & found == whole:
                        passing += numbers
            if passing:
                yield start, line, passing, tokens
            start += len(line) + 1

    def _learn(self, token: str) -> int:
        """The bits that a token brings."""
        found = rest = self._clauses_of(token)
        while rest:
            lowest = rest & -rest
            found |= self._in_pairs.get(lowest, 0)
            rest ^= lowest
        return found

    def _clauses_of(self, token: str) -> int:
        """The clauses that a token fulfils; it may hold several words and masks ("killed,", "him-or-her")."""
        bits = 0
        words = [token] if token.isalnum() else _WORDS.findall(token)
        if words != [token]:
            for mask, own in self._masks.items():
                if mask in token:
                    bits |= own
        for word in words:
            bits |= self._words.get(word, 0)
            for beginning in self._beginnings.get(word[: self._shortest], ()):
                if word.startswith(beginning[0]):
                    bits |= beginning[1]
        return bits
