"""A run of text to tokens of time words, numbers and signs."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import NamedTuple

from factcheck.extraction.times.gate import ZONES
from factcheck.extraction.times.words import NEEDS_CAPITAL, Value, lexicon

_PIECE = re.compile(
    r"(?P<I>\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z\b|[+-]\d\d:?\d\d)?)"
    r"|(?P<D>(?:\d{4}(?P<s1>[-/. ])\d\d?(?P=s1)\d\d?|\d\d?(?P<s2>[/.-])\d\d?(?P=s2)(?:\d{4}|\d\d)|"
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\d/]))"
    r"|(?P<H>\d\d?:[0-5]\d(?::[0-5]\d)?(?:hrs)?(?!\d))"
    r"|(?P<h>\d\d?\.[0-5]\d(?= ?[ap]\.?m\b| in the (?:morning|afternoon|evening)\b| at night\b| ?(?:gmt|utc|bst|cet|cest|hrs|local time)\b))"
    rf"|(?P<g>0\d[0-5]\d(?= hours\b)|[0-2]\d[0-5]\d(?= ?(?:{ZONES})\b))"
    r"|(?P<E>'?(?:\d\d)?\d0'?s\b)"
    r"|(?P<o>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<q>(?:[1-4]q|q[1-4])\b)"
    r"|(?P<Y>(?:1[0-9]|2[01])\d\d(?![\d,.]\d|\d))"
    r"|(?P<f>\d{1,3}(?= 1/2\b) 1/2\b|1/2\b)"
    r"|(?P<n>\d+(?:,\d\d\d)+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<y>'\d\d\b)"
    r"|(?P<x>[ap]\.m\b\.?|[a-z]+\.?(?=[ /,-]|$)|[a-z]+(?:'(?!s\b)[a-z]+)?|o'clock)"
    r"|(?P<s>'s?\b|'(?= ))|(?P<c>[^\s])",
    re.IGNORECASE,
)
_PHRASE_WORDS = 5
_WORD = re.compile(r"[a-z]+")
_SECOND = re.compile(r"[a-z]+[^a-z]+([a-z]+)")
_PHRASE_WORD = re.compile(r"([a-z]+(?:[.'][a-z]+)*)(?:\.|')?")
_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun hr hrs min mins sec yr yrs st"
_ABBREVIATED = frozenset(_SHORT.split())


class Token(NamedTuple):
    """`name` is the class; `[start, end)` lies in the run. A named tuple: a run makes many, and they cost a third."""

    name: str
    start: int
    end: int
    value: Value = None


@cache
def _phrases() -> tuple[dict[str, tuple[str, Value]], dict[str, frozenset[str]]]:
    """The lexicon, and the first words of its phrases with the words that may come second."""
    table = lexicon()
    seconds: dict[str, set[str]] = {}
    for phrase in table:
        first, *rest = _WORD.findall(phrase)
        if rest:
            seconds.setdefault(first, set()).add(rest[0])
    return table, {first: frozenset(words) for first, words in seconds.items()}


def tokens(run: str) -> list[Token]:
    """The tokens of a run, spaces left out, in order."""
    table, openers = _phrases()
    low = run.lower()
    made: list[Token] = []
    pos = 0
    while match := _PIECE.search(low, pos):
        kind, start, end = match.lastgroup or "c", match.start(), match.end()
        pos = end
        surface = match.group()
        if kind == "x":
            token = _word(run, low, start, end, table, openers)
            pos = token.end
        elif kind in "Hh":
            token = Token("H", start, end, tuple(int(part) for part in re.split(r"[:.]", surface.removesuffix("hrs"))))
        elif kind in "DI":
            token = Token("D" if kind == "D" else "<", start, end, surface)
        elif kind == "g":
            token = Token("H", start, end, (int(surface[:2]), int(surface[2:])))
        elif kind == "E":
            digits = re.sub(r"\D", "", surface)
            token = Token("E", start, end, int(digits)) if len(digits) in (2, 4) else Token("x", start, end)
        elif kind == "o":
            token = Token("o", start, end, int(re.sub(r"\D", "", surface)))
        elif kind == "q":
            token = Token("4", start, end, int(re.sub(r"\D", "", surface)))
        elif kind == "Y":
            token = Token("Y", start, end, int(surface))
        elif kind == "f":
            whole = surface[:-4]
            token = Token("n", start, end, f"{whole}.5" if whole else "0.5")
        elif kind == "y":
            token = Token("9", start, end, int(surface[1:]))
        elif kind == "n":
            plain = surface.replace(",", "")
            token = Token("n", start, end, int(plain) if plain.isdigit() and len(plain) < 9 else plain)
        elif kind == "s":
            token = Token("s", start, end)
        else:
            token = Token(surface if surface in ",-/().=" else "x", start, end)
        made.append(token)
    return _merged(made, low)


def _word(run: str, low: str, start: int, end: int, table: dict[str, tuple[str, Value]], openers: dict[str, frozenset[str]]) -> Token:
    word = low[start:end]
    bare = word.rstrip(".")
    seconds = openers.get(_WORD.match(word).group() if not word.isalpha() else word)  # type: ignore[union-attr]
    if seconds is not None:
        following = _SECOND.match(low, start)
        if following is not None and following.group(1) in seconds:
            phrase = _phrase(low, start, table)
            if phrase is not None:
                return phrase
    found = table.get(word) or table.get(bare)
    if found is None:
        return Token("x", start, end)
    if bare in NEEDS_CAPITAL and not run[start].isupper():
        return Token("x", start, end)
    if word != bare and word not in table and bare not in _ABBREVIATED:
        end -= len(word) - len(bare)
    return Token(found[0], start, end, found[1])


def _phrase(low: str, start: int, table: dict[str, tuple[str, Value]]) -> Token | None:
    """The longest phrase of the lexicon that begins here."""
    matches = itertools.islice(_PHRASE_WORD.finditer(low, start, start + 40), _PHRASE_WORDS)
    ends = sorted({end for match in matches for end in (match.end(), match.end(1))}, reverse=True)
    for last in ends:
        found = table.get(low[start:last].replace("\n", " "))
        if found is not None and (last == len(low) or not low[last].isalpha()):
            return Token(found[0], start, last, found[1])
    return None


def _merged(made: list[Token], low: str) -> list[Token]:
    """Spelled numbers and years of several words as one token."""
    out: list[Token] = []
    i = 0
    while i < len(made):
        token = made[i]
        if token.name == "n" and isinstance(token.value, int) and low[token.start].isalpha():
            j, value, is_year = _spelled(made, i)
            name = "Y" if is_year else "n"
            if (
                j < len(made)
                and not is_year
                and made[j].name in "o2"
                and low[made[j].start].isalpha()
                and value % 10 == 0
                and value < 100
                and isinstance(made[j].value, int)
                and int(str(made[j].value)) < 10
                and made[j - 1].end + 1 == made[j].start
            ):
                out.append(Token("o", token.start, made[j].end, value + int(str(made[j].value))))
                i = j + 1
                continue
            if (
                j < len(made)
                and made[j].name == "-"
                and j + 1 < len(made)
                and made[j + 1].name in "o2"
                and value % 10 == 0
                and value < 100
                and made[j + 1].value
                and int(str(made[j + 1].value)) < 10
            ):
                out.append(Token("o", token.start, made[j + 1].end, value + int(str(made[j + 1].value))))
                i = j + 2
                continue
            out.append(Token(name, token.start, made[j - 1].end, value))
            i = j
            continue
        out.append(token)
        i += 1
    return out


def _spelled(made: list[Token], i: int) -> tuple[int, int, bool]:
    """Where a spelled number ends, its value and whether it is spoken as a year ("nineteen ninety-six")."""

    def number(k: int) -> int:
        return int(str(made[k].value)) if k < len(made) and made[k].name == "n" and isinstance(made[k].value, int) else -1

    def below_hundred(k: int) -> tuple[int, int]:
        value = number(k)
        if value < 0 or value > 99:
            return k, -1
        k += 1
        if value >= 20 and value % 10 == 0:
            after = k + 1 if k < len(made) and made[k].name == "-" else k
            if 1 <= number(after) <= 9:
                return after + 1, value + number(after)
        return k, value

    j, value = below_hundred(i)
    if value < 0:
        return i + 1, number(i), False
    if 11 <= value <= 20 and j < len(made):
        after = j + 1 if made[j].name == "-" else j
        k, rest = below_hundred(after)
        if 10 <= rest <= 99:
            return k, value * 100 + rest, True
        if number(after) == 100 and value < 20:
            k, rest = below_hundred(after + 1)
            if rest > 0:
                return k, value * 100 + rest, True
            return after + 1, value * 100, False
    total = value
    if number(j) == 100:
        total, j = value * 100, j + 1
        j, total = _tail(made, j, total, below_hundred)
    if number(j) == 1000:
        total, j = total * 1000, j + 1
        k, rest = below_hundred(j)
        if number(k) == 100 and rest > 0:
            total, j = total + rest * 100, k + 1
        j, total = _tail(made, j, total, below_hundred)
        return j, total, 1000 < total < 2100
    return j, total, False


def _tail(made: list[Token], j: int, total: int, below_hundred) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    after = j + 1 if j < len(made) and made[j].name == "&" else j
    k, rest = below_hundred(after)
    return (k, total + rest) if rest > 0 else (j, total)
