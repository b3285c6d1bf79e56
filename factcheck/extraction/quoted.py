"""Amounts and shares that a market quotes, the terms of a loan or a bond set, or a table puts side by side.

They change from hour to hour, from one issue to the next, from row to row: another figure of the kind contradicts none of them.
A figure in its sentence goes in, yes or no comes out.
"""

from __future__ import annotations

import re

from factcheck.kinds.units import unit_named
from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Sentence
from factcheck.text.scan import Scan

ASIDE = "aside"  # narrows a figure that only the same figure elsewhere may be linked with
_TABLE = re.compile(r"\b(?:vs|versus)\b")
_REACH = 48  # characters before a figure in which a market is said to do something
_GOODS = frozenset("barrel bushel carat gallon gram hundredweight kilogram litre ounce pound ton tonne".split())
# "closed at", "was trading up 3 at", "fell 12 cents to"
_DOES = re.compile(
    r"\b(?:averag(?:ed|ing)|(?:clos|end|finish|open|settl)(?:ed|ing)|chang(?:ed|ing) hands|(?:peak|quot|trad)(?:ed|ing)|quotes?|trades?|bid)"
    r" (?:[\w.-]+ ){0,4}(?:about|around|as high as|as low as|at|down|from|near|up|to)? ?$"
)
_TERMS = re.compile(
    r"\b(?:basis points?|bonds?|conver(?:sion|tible)|coupons?|debentures?|denominations?|libor|maturit(?:y|ies)|notes|par|redeem(?:able|ed)"
    r"|tranches?|warrants?|yield(?:s|ed|ing)?)\b"
)
_TERMS_REACH = 40  # characters to each side


def is_of_moment(scan: Scan, sentence: Sentence, figure: QuantityMention) -> bool:
    """Another figure of the kind is that of another hour, another issue, another row.

    Prices of goods by weight or measure are those of a market; basis points are terms or changes of them.
    """
    start, end = sentence.start, sentence.end
    unit = unit_named(figure.unit) if figure.unit else None
    if unit is not None and (unit.name == "basis point" or (" per " in unit.name and unit.name.rpartition(" ")[2] in _GOODS)):
        return True
    left = max(start, figure.start - _REACH)
    before = scan.plain[left : figure.start].lower()
    if _DOES.search(before):
        return True
    beside = f"{before[-_TERMS_REACH:]}|{scan.plain[figure.end : min(end, figure.end + _TERMS_REACH)].lower()}"
    return _TERMS.search(beside) is not None or _TABLE.search(scan.plain, start, end) is not None
