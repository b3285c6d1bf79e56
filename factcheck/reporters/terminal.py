"""What a terminal may show: text of articles without control characters, cut to a width in columns, painted or not.

Strings in, strings out. Nothing here asks which terminal there is.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

_CODES = {"conflict": "1;31", "disputed": "1;33", "time_dependent": "1;36", "undetermined": "1;35", "agree": "32", "compatible": "32"}
_CODES |= {"bold": "1", "faint": "2", "mark": "1;31"}
_DROPPED = frozenset("\u00ad\ufeff")  # soft hyphen and byte-order mark say nothing
_KEPT = frozenset("\u200b\u200c\u200d\u2060")  # joiners: part of words, of no width, and harmless


def clean(text: str) -> str:
    """The text on one line and harmless: escape and direction characters come out as `\\x1b` and `\\u202e`.

    >>> clean("red\\x1b[31m\\nalert")
    'red\\\\x1b[31m alert'
    """
    if text.isprintable():
        return text
    return "".join(_clean(char) for char in text)


def _clean(char: str) -> str:
    if char.isprintable() or char in _KEPT:
        return char
    if char in _DROPPED:
        return ""
    category = unicodedata.category(char)
    if char in "\t\n\v\f\r\x85" or category in ("Zs", "Zl", "Zp"):
        return " "
    return char.encode("unicode_escape").decode("ascii") if category in ("Cc", "Cf", "Cs") else char


@cache
def _wcwidth() -> Any:
    import wcwidth

    return wcwidth


def columns(text: str) -> int:
    """How many columns a cleaned text takes up."""
    return len(text) if text.isascii() else max(0, int(_wcwidth().wcswidth(text)))


def crop(text: str, width: int) -> str:
    """The cleaned text in at most `width` columns, with `…` where its end was cut off."""
    if columns(text) <= width:
        return text
    kept = text[:width]
    while kept and columns(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…" if width > 0 else ""


def crop_left(text: str, width: int) -> str:
    """The cleaned text in at most `width` columns, with `…` where its beginning was cut off."""
    if columns(text) <= width:
        return text
    kept = text[-width:] if width > 0 else ""
    while kept and columns(kept) > width - 1:
        kept = kept[1:]
    return "…" + kept.lstrip() if width > 0 else ""


def pad(text: str, width: int) -> str:
    """The text filled with spaces to `width` columns."""
    return text + " " * (width - columns(text))


def paint(text: str, role: str, has_color: bool) -> str:
    """The text in the colour of a role (a verdict, `bold`, `faint`, `mark`), or as it is."""
    code = _CODES.get(role)
    return f"\x1b[{code}m{text}\x1b[0m" if has_color and code and text else text
