"""The currency in front of an amount: "$", "US$", "EUR", "Rs"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.kinds.units import Unit, unit_names, units


class Affix(NamedTuple):
    """A unit next to a number: where it ends (behind) or starts (in front), and a power of ten it carries ("MUSD")."""

    at: int
    unit: Unit
    power: int = 0
    is_attributive: bool = False


# Short for a currency in this spelling only.
_AS_WRITTEN = frozenset(("Rs", "Rs.", "RM", "Tk", "Tk.", "Rp", "Rp.", "Ksh", "KSh", "Tsh", "TSh", "Ush", "USh", "NIS", "Bt"))


@lru_cache(maxsize=16384)
def opens_prefix(word: str) -> bool:
    """A currency in front of an amount may end with this word: "USD", "Rs", and "MEUR"."""
    names = unit_names().before
    return word in names or word.lower() in names or (len(word) == 4 and word[0] == "M" and word[1:] in names) or word in ("R", "N")


def prefix_before(plain: str, start: int, is_scaled: bool = False) -> Affix | None:
    """The currency in front of a number: "$", "US$", "C $", "EUR", "RM"; None where there is none."""
    names = unit_names().before
    at = start - 1
    if plain[at] == " ":
        at -= 1
    if at < 0:
        return None
    char = plain[at]
    if char in "$£¥\x80" or ord(char) > 255:
        sign = names.get(char)
        if sign is None:
            return None
        if char not in "$£¥":
            return Affix(at, sign)
        low = at
        while low > 0 and at - low < 4 and (plain[low - 1].isalpha() or plain[low - 1] == "."):
            low -= 1
        if low == at and plain[at - 1 : at] == " " and at > 1:
            low = at - 1
            while low > 0 and at - low < 5 and plain[low - 1].isalpha():
                low -= 1
            if low == at - 1 or plain[low - 1 : low].isalnum() or plain[low:at].strip().lower() not in ("c", "us", "hk", "nz", "u.s", "u.s."):
                return Affix(at, sign)
        written = plain[low : at + 1].replace(" ", "").lower()
        while written:
            unit = names.get(written) or (names.get(written.replace(".", "")) if "." in written else None)
            if unit is not None:
                return Affix(low, unit)
            low += 1
            written = written[1:]
        return Affix(at, sign)
    if not char.isalpha() and char != ".":
        return None
    low = at
    while low > 0 and at - low < 6 and plain[low - 1].isalpha():
        low -= 1
    word = plain[low : at + 1]
    if low > 0 and plain[low - 1].isalnum():
        return None
    if len(word) < 2:
        code = {"R": "ZAR", "N": "NGN"}.get(word) if is_scaled and at == start - 1 else None
        return Affix(low, units()[code]) if code else None
    unit = names.get(word)
    if unit is None and word in _AS_WRITTEN:
        unit = names.get(word.lower())
    if unit is None and len(word) == 4 and word[0] == "M" and plain[at + 1] == " ":
        unit = names.get(word[1:]) if word[1:].isupper() else None
        return Affix(low, unit, 6) if unit is not None else None
    return Affix(low, unit) if unit is not None else None
