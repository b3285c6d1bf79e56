"""With which characters a match of a regular expression can begin, so that most rules are never tried."""

from __future__ import annotations

import re
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any


def first_characters(pattern: re.Pattern[str], alphabet: str) -> frozenset[str]:
    """Those characters of an alphabet that some match begins with; all of them where the pattern may match nothing.

    >>> sorted(first_characters(re.compile("a?(?:b|[cd]e)(?!f)"), "abcdefg"))
    ['a', 'b', 'c', 'd']
    """
    found, may_be_empty = _first(parser.parse(pattern.pattern, pattern.flags & re.IGNORECASE), frozenset(alphabet))
    return frozenset(alphabet) if may_be_empty else found


def _first(parsed: Any, alphabet: frozenset[str]) -> tuple[frozenset[str], bool]:
    """The first characters of a sequence, and whether it may match nothing."""
    found: frozenset[str] = frozenset()
    for code, argument in parsed:
        if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            continue
        if code is codes.LITERAL:
            return found | ({chr(argument)} & alphabet), False
        if code is codes.MAX_REPEAT:
            least, _, body = argument
            inner, is_empty = _first(body, alphabet)
            found |= inner
            if least and not is_empty:
                return found, False
        elif code is codes.SUBPATTERN:
            inner, is_empty = _first(argument[-1], alphabet)
            found |= inner
            if not is_empty:
                return found, False
        elif code is codes.BRANCH:
            branches = [_first(branch, alphabet) for branch in argument[1]]
            found = found.union(*(inner for inner, _ in branches))
            if not any(is_empty for _, is_empty in branches):
                return found, False
        elif code is codes.IN and argument[0][0] is codes.LITERAL:
            return found | (frozenset(chr(value) for _, value in argument) & alphabet), False
        else:
            return alphabet, False
    return found, True
