"""Amounts that only bound: "several thousand", "a few hundred dollars", "millions of euros"; and "a couple of hundred"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extraction.quantities.amounts import Amount
from factcheck.extraction.quantities.units import unit_after

_SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion", "dozen"))
_SEVERAL = ("a few", "several", "few", "many")
_COUPLE = ("a couple of", "couple of")


def leading_several(plain: str, amount: Amount) -> tuple[int, bool] | None:
    """Where "several" or "a few" in front of a bare scale word starts, and whether it is "a couple of"; None where there is none."""
    if not amount.numeral.is_spelled or amount.has_prefix or not _SCALES.issuperset(plain[amount.start : amount.number_end].lower().split()):
        return None
    head = plain[max(0, amount.start - 16) : amount.start].lower()
    if head[-1:] != " ":
        return None
    head = head[:-1]
    for phrases, is_couple in ((_SEVERAL, False), (_COUPLE, True)):
        for phrase in phrases:
            if head.endswith(phrase) and not head[: -len(phrase)][-1:].isalnum():
                return amount.start - 1 - len(phrase), is_couple
    return None


def with_unit_behind_of(plain: str, amount: Amount) -> Amount:
    """ "thousands of dollars": the unit stands behind "of"."""
    if plain[amount.end : amount.end + 4] != " of ":
        return amount
    behind = unit_after(plain, amount.end + 3, amount.value, True)
    if behind is None or behind.unit.kind not in ("money", "distance", "measure", "duration") or behind.is_attributive:
        return amount
    return amount._replace(end=behind.at, unit=behind.unit)


def both(low: Decimal, written: str, behind: str) -> Decimal:
    """The lower limit of "two or three dozen", which leaves its own dozen out."""
    return low * 12 if behind.endswith(("dozen", "dozens")) and not written.endswith(("dozen", "dozens")) else low
