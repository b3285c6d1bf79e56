"""Titles written short: `(defense|defence) minister` is two titles, `[junior] minister` with and without. Text in, texts out."""

from __future__ import annotations

import re

_PART = re.compile(r"[()\[\]|]|[^()\[\]|]+")


def expand(text: str) -> tuple[str, ...]:
    """Every title that `text` stands for, in order, once each. ValueError for a bracket without its other half.

    >>> expand("minister (of|for) [national] defense")
    ('minister of national defense', 'minister of defense', 'minister for national defense', 'minister for defense')
    """
    parts = _PART.findall(text)
    found, end = _options(parts, 0, "")
    if end != len(parts):
        raise ValueError(f'"{parts[end]}" has no opening bracket in "{text}"')
    return tuple(dict.fromkeys(" ".join(one.split()) for one in found))


def _options(parts: list[str], at: int, closing: str) -> tuple[list[str], int]:
    """The texts up to `closing` (or the end), and where reading stopped."""
    options: list[str] = []
    texts = [""]
    while at < len(parts) and parts[at] not in (")", "]"):
        part = parts[at]
        at += 1
        if part == "|" and closing:
            options += texts
            texts = [""]
        elif part in ("(", "["):
            inner, at = _options(parts, at, ")" if part == "(" else "]")
            if part == "[":
                inner = [*inner, ""]
            texts = [before + after for before in texts for after in inner]
        else:
            texts = [before + part for before in texts]
    if closing:
        if at >= len(parts) or parts[at] != closing:
            raise ValueError(f'a bracket is not closed by "{closing}"')
        at += 1
    return options + texts, at
