"""Which frames can match in a line of masked text, told from its words alone.

What each frame needs goes in once (see `factcheck.packs.needs`), a line each time; the numbers of the frames come out.
Every word is looked up once whatever the number of frames, so a line that holds no rare word of any costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.packs.needs import Clause, weight
from factcheck.text.memory import Remembered

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
        by_trigger: dict[int, dict[int, list[int]]] = {}
        for number, clauses in enumerate(needs):
            if not clauses:
                self._always.append(number)
                continue
            trigger = bits[min(clauses, key=lambda clause: (weight(clause), sorted(clause)))]
            whole = sum(bits[clause] for clause in dict.fromkeys(clauses))
            by_trigger.setdefault(trigger, {}).setdefault(whole, []).append(number)
        self._by_trigger = {trigger: tuple(wholes.items()) for trigger, wholes in by_trigger.items()}
        self._triggers = sum(self._by_trigger)
        self._known = Remembered(self._learn)
        self._pulled: Remembered[tuple[int, ...]] = Remembered(self._pulls)

    def passing(self, line: str) -> list[int]:
        """The numbers of the frames that may match in the line."""
        passing = self._always.copy()
        tokens = line.split()
        pulled = [*filter(None, map(self._pulled.__getitem__, tokens))]
        if not pulled:
            return passing
        bits = 0
        for found in filter(None, map(self._known.__getitem__, tokens)):
            bits |= found
        for trigger in set(pulled[0]).union(*pulled[1:]) if len(pulled) > 1 else pulled[0]:
            for whole, numbers in self._by_trigger[trigger]:
                if whole & bits == whole:
                    passing += numbers
        return passing

    def _pulls(self, token: str) -> tuple[int, ...]:
        """The rarest clauses of some frames that a token fulfils."""
        found = []
        pulled = self._known[token] & self._triggers
        while pulled:
            trigger = pulled & -pulled
            pulled ^= trigger
            found.append(trigger)
        return tuple(found)

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
