"""Figures that a market quotes or trades, the terms of a loan or a bond set, or a table puts side by side.

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
_GOODS = frozenset("barrel bushel carat gallon gram hundredweight kilogram litre ounce pound pound-mass ton tonne".split())
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
# "an auction of notes", "at this week's tender": each has figures of its own. A "tender offer" for a company is none.
_AUCTION = re.compile(
    r"\b(?:(?:weekly|monthly|bill|bond|note|grain|oil|sugar|wheat) (?:auctions?|tenders?)\b|at (?:[\w'.-]+ ){1,5}tender\b)(?! offers?)"
    r"|\bexport (?:licen[cs]es?|rebates?)\b|\brebates? of\b",
    re.IGNORECASE,
)
_PRICED_IN_TURN = re.compile(r"\bat [\d.,/-]+.{0,40}\band (?:[\w-]+ ){1,3}at $")  # "steers at 67.00 and heifers at"
_INDEX = re.compile(
    r"(?i:\b(?:index|indices|indexes|(?:industrial|share|stock) average|bourse|stocks|share prices|blue chips|basis points|futures|fees?"
    r"|concessions?|bonds?|discount)\b)|\b(?:CAC|DAX|Dow|FTSE|Footsie|Hang Seng|Nasdaq|Nikkei|Sensex|Topix)\b"
)
_POINTS = frozenset(("point", "points"))
_TRADED = frozenset("""bales barrels bonds bushels cargoes contracts issues lots options ounces shares stocks tonnes tons units warrants""".split())
_VOLUME = re.compile(r"\b(?:volumes?|turnover|dealings|trade|trading)\b[^.;]{0,30}$")
_HANDS = re.compile(r"[^.;,]{0,24}?\b(?:traded|changed hands|changing hands|were dealt)\b(?! (?:for|to|from|with)\b)|[^.;,]{0,24}\bturnover\b", re.I)
_MANY = frozenset(("count", "measure"))


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
    if _DOES.search(before) or _PRICED_IN_TURN.search(before):
        return True
    beside = f"{before[-_TERMS_REACH:]}|{scan.plain[figure.end : min(end, figure.end + _TERMS_REACH)].lower()}"
    return _TERMS.search(beside) is not None or any(told.search(scan.plain, start, end) is not None for told in (_TABLE, _AUCTION))


def is_traded(scan: Scan, sentence: Sentence, figure: QuantityMention, noun: str | None) -> bool:
    """Points of an index or of a fee, what a market has traded till then, amounts of one tender or of a row of a table."""
    if figure.kind not in _MANY:
        return False
    start, end = sentence.start, sentence.end
    last = noun.rpartition(" ")[2].lower() if noun else ""
    if last in _POINTS:
        return _INDEX.search(scan.plain, start, end) is not None
    if figure.kind == "measure" and (_TABLE.search(scan.plain, start, end) is not None or _AUCTION.search(scan.plain, start, end) is not None):
        return True
    unit = f"{figure.unit.rpartition(' ')[2]}s" if figure.unit else last
    if unit not in _TRADED:
        return False
    before = scan.plain[max(start, figure.start - _REACH) : figure.start].lower()
    return _VOLUME.search(before) is not None or _HANDS.match(scan.plain, figure.noun_end or figure.end, end) is not None
