"""Whose fiscal year a sentence means: the country named beside it, or in a sentence about public money."""

from __future__ import annotations

import re

_COUNTRIES = re.compile(
    r"\b(?:(?P<JP>Japan(?:ese)?|Tokyo)|(?P<US>U\.S\.|US|United States|Pentagon|Congress|federal)|(?P<GB>UK|U\.K\.|Britain|British|Whitehall)|"
    r"(?P<IN>India|Indian|New Delhi)|(?P<AU>Australian?|Canberra)|(?P<CA>Canada|Canadian|Ottawa)|(?P<NZ>New Zealand)|(?P<PK>Pakistani?|Islamabad)|"
    r"(?P<SG>Singapore)|(?P<HK>Hong Kong)|(?P<ZA>South Africa))(?!\w)"
)
_PUBLIC_MONEY = re.compile(
    r"\b(?:budget\w*|spending|defen[cs]e|ministry|government|parliament|congress|diet|treasury|taxpayers?|deficit|debt)\b", re.IGNORECASE
)
_BEFORE, _AFTER, _BESIDE = 160, 80, 12


def fiscal_country(plain: str, start: int, end: int) -> str:
    """The ISO 3166 code of the country whose fiscal year is meant, "" where the words around do not tell."""
    left = plain[max(0, start - _BEFORE) : start].rsplit("\n", 1)[-1]
    right = plain[end : end + _AFTER].split("\n", 1)[0]
    matches = list(_COUNTRIES.finditer(left))
    if matches and len(left) - matches[-1].end() <= _BESIDE:
        return matches[-1].lastgroup or ""
    if not _PUBLIC_MONEY.search(left) and not _PUBLIC_MONEY.search(right):
        return ""
    nearest = matches[-1] if matches else _COUNTRIES.search(right)
    return (nearest.lastgroup or "") if nearest else ""
