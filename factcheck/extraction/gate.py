"""Which frames can match in a line of masked text, told from its words alone.

What each frame needs goes in once (see `factcheck.packs.needs`), a line each time; the numbers of the frames come out.
Every word is looked up once whatever the number of frames, so a line that holds no rare word of any costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from factcheck.packs.needs import Clause, rank
from factcheck.text.memory import MOST

_WORDS = re.compile(r"\w+")


class Gate:
    """The needs of some frames, each clause a bit: a frame may match where a line has all its bits."""

    def __init__(self, needs: Sequence[Sequence[Clause]]) -> None:
        self._words: dict[str, int] = {}
        self._beginnings: dict[str, int] = {}
        self._masks: dict[str, int] = {}
        bits: dict[Clause, int] = {}
        for clause in dict.fromkeys(clause for clauses in needs for clause in clauses):
            bits[clause] = bit = 1 << len(bits)
            for atom in clause:
                if not atom[0].isalnum():
                    self._masks[atom] = self._masks.get(atom, 0) | bit
                elif atom[-1] == "*":
                    self._beginnings[atom[:-1]] = self._beginnings.get(atom[:-1], 0) | bit
                else:
                    self._words[atom] = self._words.get(atom, 0) | bit
        self._lengths = sorted({len(beginning) for beginning in self._beginnings})
        self._always: list[int] = []
        by_rarest: dict[Clause, dict[int, list[int]]] = {}
        for number, clauses in enumerate(needs):
            if not clauses:
                self._always.append(number)
                continue
            whole = sum(bits[clause] for clause in dict.fromkeys(clauses))
            by_rarest.setdefault(min(clauses, key=rank), {}).setdefault(whole, []).append(number)
        # For the rarest clause of some frames, which has a number of its own: all clauses of these frames, and their numbers.
        self._by_rarest = [tuple(wholes.items()) for wholes in by_rarest.values()]
        self._rarest = {bits[clause]: number for number, clause in enumerate(by_rarest)}
        self._all_rarest = sum(self._rarest)
        self._known: dict[str, int] = {}
        self._pulling: dict[str, tuple[int, ...]] = {}  # tokens that fulfil the rarest clause of some frames, with these clauses

    def lines(self, text: str) -> Iterator[tuple[int, str, list[int]]]:
        """The lines of a text in which some frame may match: where each starts, what it is, and the numbers of the frames."""
        self._learn_all(text)
        always, pulling = self._always, self._pulling.keys()
        start = 0
        for line in text.split("\n"):
            tokens = line.split()
            if always or not pulling.isdisjoint(tokens):
                passing = self._passing(tokens)
                if passing:
                    yield start, line, passing
            start += len(line) + 1

    def _learn_all(self, text: str) -> None:
        unknown = set(text.split()).difference(self._known)
        if len(self._known) + len(unknown) > MOST:
            self._known.clear()
            self._pulling.clear()
            unknown = set(text.split())
        for token in unknown:
            bits = self._known[token] = self._learn(token)
            pulled = bits & self._all_rarest
            found = []
            while pulled:
                lowest = pulled & -pulled
                found.append(self._rarest[lowest])
                pulled ^= lowest
            if found:
                self._pulling[token] = tuple(found)

    def _passing(self, tokens: Sequence[str]) -> list[int]:
        passing = self._always.copy()
        bits = 0
        for found in filter(None, map(self._known.__getitem__, tokens)):
            bits |= found
        by_rarest = self._by_rarest
        for rarest in set(chain.from_iterable(filter(None, map(self._pulling.get, tokens)))):
            for whole, numbers in by_rarest[rarest]:
                if whole & bits == whole:
                    passing += numbers
        return passing

    def _learn(self, token: str) -> int:
        """The bits of a token, which may hold several words and masks ("killed,", "him-or-her")."""
        bits = 0
        for mask, own in self._masks.items():
            if mask in token:
                bits |= own
        for word in _WORDS.findall(token):
            bits |= self._words.get(word, 0)
            for length in self._lengths:
                if length > len(word):
                    break
                bits |= self._beginnings.get(word[:length], 0)
        return bits
