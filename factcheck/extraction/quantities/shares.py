"""Shares in words: "two in five voters", "a third of the seats", "half the country"."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.extraction.quantities import quiet
from factcheck.extraction.quantities.amounts import Amount, read_amount
from factcheck.extraction.quantities.lexicon import words
from factcheck.extraction.quantities.scanning import Found
from factcheck.text.numeral import ratio

_IN = re.compile(r"(?: |-)(?:in(?: every)?|out of(?: every)?|of every)(?: |-)")
_HALF_OF = re.compile(r" (?:of|the|its|their|his|her|our|my|all|as|that|those|these)\b| an? (?=[a-z])")
# "nearly a third above the price", "fell by a quarter in May": what follows belongs to no noun.
_COMPARED = re.compile(
    r" (?:above|after|and|as|at|below|but|compared|fewer|from|higher|in|last|less|lower|more|on|over|since|than|this|to|when|while|with|within)\b"
)
_NOT_HALF = words("before_other_halves")
_ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 50, 100, 200, 250, 500, 1000))


def share_with(plain: str, first: Amount, nearby: Found, done: int) -> Amount | None:
    """The share that `first` and the numeral behind it name together, or None."""
    start, end, numeral = nearby
    link = _IN.match(plain, first.end, first.end + 14)
    if link is None or link.end() != start or first.unit is not None or first.has_prefix:
        return None
    if not 1 <= first.value < numeral.value or first.value != first.value.to_integral_value():
        return None
    whole = read_amount(plain, start, end, numeral, done, True)
    if whole is None or whole.unit is not None or whole.has_prefix:
        return None
    is_year = numeral.digits.isdigit() and 1900 <= numeral.value <= 2100
    if is_year or ("in" in link.group() and "every" not in link.group() and numeral.value < 1000 and numeral.value not in _ROUND):
        return None
    return whole._replace(start=first.start, value=ratio(first.value, numeral.value), step=ratio(1, numeral.value))


def is_quiet_part(plain: str, amount: Amount, is_hedged: bool) -> bool:
    """ "the second half", "a third man", "half-time": no share of anything."""
    written = plain[amount.start : amount.end].lower()
    before = quiet.word_before(plain, amount.start).lower()
    behind = plain[amount.end : amount.end + 4]
    if written == "half":
        return before in _NOT_HALF or behind[:1] == "-" or (_HALF_OF.match(plain, amount.end) is None and not is_hedged)
    if written.startswith(("a ", "an ")):
        is_set_off = behind[:1] in (",", ".", ";", "") or _COMPARED.match(plain, amount.end) is not None
        return behind != " of " and not ((is_hedged or before == "by") and is_set_off)
    return False


def is_share(value: Decimal) -> bool:
    """Between nothing and the whole."""
    return 0 < value < 1
