"""How news writes time: rules over token classes, in two rounds.

The first round makes days (`@`), longer stretches of the calendar (`%`), amounts of time (`#`), clock times (`=`) and
finished expressions (`!`); the second puts these together ("9 a.m. on Friday", "two weeks before Christmas").
A rule is a regular expression over the one-character classes of `words`; the longest match at the leftmost place wins,
the earlier rule where two are of one length. A maker may decline by giving None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.extraction.times.first import first_characters
from factcheck.extraction.times.lexer import Token, tokens
from factcheck.kinds.date import forms as f


class Found(NamedTuple):
    """Part of a run and what it says; `name` is the class it has for the second round; `rule` what made it."""

    name: str
    start: int
    end: int
    form: f.Form
    rule: str = ""
    tensed: bool = False
    alone: bool = False


Piece = Token | Found

# Tokens that a rule may look at from where it begins: longer than any rule.
_WINDOW = 16
_CLASSES = "".join(chr(code) for code in range(33, 127))


class Match:
    """A rule's match: its tokens by group."""

    __slots__ = ("at", "match", "pieces")

    def __init__(self, match: re.Match[str], pieces: list[Piece], at: int) -> None:
        self.match, self.pieces, self.at = match, pieces, at

    def piece(self, group: str) -> Piece | None:
        """The first piece of a group."""
        if group not in self.match.re.groupindex:
            return None
        at = self.match.start(group)
        return self.pieces[self.at + at] if at >= 0 and self.match.end(group) > at else None

    def value(self, group: str) -> str | int | tuple[int | str, ...] | None:
        """The value of a group's token."""
        piece = self.piece(group)
        return piece.value if isinstance(piece, Token) else None

    def number(self, group: str, default: int = 0) -> int:
        """The whole number of a group's token."""
        value = self.value(group)
        return value if isinstance(value, int) else default

    def classes(self, group: str) -> str:
        """The classes that a group covers, "" where it took no part."""
        return (self.match.group(group) or "") if group in self.match.re.groupindex else ""

    def name(self, group: str) -> str:
        """The class of a group's piece."""
        piece = self.piece(group)
        return piece.name if piece else ""

    def form(self, group: str) -> f.Form:
        """The form of a group's found piece."""
        piece = self.piece(group)
        assert isinstance(piece, Found)
        return piece.form


Maker = Callable[[Match], tuple[str, f.Form] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over classes, and what it makes."""

    name: str
    pattern: re.Pattern[str]
    make: Maker


def rule(name: str, pattern: str, make: Maker) -> Rule:
    """A rule from its pattern."""
    return Rule(name, re.compile(pattern.replace(" ", "")), make)


@cache
def rounds() -> tuple[tuple[Rule, ...], ...]:
    """All rules, by round."""
    from factcheck.extraction.times import compose, dates, periods, spans

    return ((*dates.RULES, *periods.RULES, *spans.RULES), compose.FIRST, compose.SECOND, compose.LAST)


@cache
def _openers(number: int) -> dict[str, tuple[Rule, ...]]:
    """The rules of a round by the class that they may begin with."""
    firsts = [(one, first_characters(one.pattern, _CLASSES)) for one in rounds()[number]]
    made = {name: tuple(one for one, first in firsts if name in first) for name in _CLASSES}
    return {name: ones for name, ones in made.items() if ones}


@lru_cache(maxsize=20_000)
def _candidates(number: int, classes: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """The rules of a round that match at the beginning of some classes, longest first."""
    found = [(one, match) for one in _openers(number)[classes[0]] if (match := one.pattern.match(classes)) and match.end()]
    return tuple(sorted(found, key=lambda pair: -pair[1].end()))


def parse(run: str) -> tuple[Found, ...]:
    """What a run of text says, leftmost longest, in order."""
    pieces: list[Piece] = list(tokens(run))
    for number in range(len(rounds())):
        pieces = _apply(number, pieces)
        if len(pieces) == 1:
            break
    return tuple(piece for piece in pieces if isinstance(piece, Found))


def _apply(number: int, pieces: list[Piece]) -> list[Piece]:
    classes = "".join(piece.name for piece in pieces)
    openers = _openers(number)
    if openers.keys().isdisjoint(classes):
        return pieces
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        if classes[at] not in openers:
            made.append(pieces[at])
            at += 1
            continue
        for one, match in _candidates(number, classes[at : at + _WINDOW]):
            result = one.make(Match(match, pieces, at))
            if result is not None:
                first = at + (match.start("skip_to") if "skip_to" in one.pattern.groupindex else 0)
                last = at + match.end()
                made.append(Found(result[0], pieces[first].start, pieces[last - 1].end, result[1], one.name))
                at = last
                break
        else:
            made.append(pieces[at])
            at += 1
    return made
