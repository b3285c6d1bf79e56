"""The unit behind an amount: "%", " km", "-minute", " years old", " U.S. dollars"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.extraction.quantities.lexicon import words
from factcheck.extraction.quantities.prefixes import Affix
from factcheck.extraction.quantities.rates import PER_NAMES, PER_WORDS
from factcheck.kinds.units import Unit, UnitNames, per, unit_names, units

_WORD = re.compile(r"U\.S\.?|(?:\xb0 ?)?[A-Za-z\xb5Ωμ]+\.?(?:[²³]|\^?[23](?![0-9A-Za-z]))?(?:/[A-Za-z]+[²³]?)?|[%$£¥¢\x80\xb0]|[^\x00-\xff\s]")
_AGE = re.compile(
    r"[ -]?(?:year|yr|month|week|day)s?(?:-| |- | - )olds?\b|[ -]?(years?|months?|weeks?|days?) of age\b|[ -]?(?:y/?o|yo)\b", re.IGNORECASE
)
_DEGREES = re.compile(
    r" ?(?:\xb0|degrees?|deg\.?) ?(?:([CF])\b|(c|f)\b(?!\.[a-z])|(?i:(celsius|celcius|centigrade|centigrate)|(fahrenheit|farenheit))\b)"
)
_SPACED_LETTERS = frozenset(["m", "g", "t", "L", "l"])
_IN_CUE = re.compile(r" in(?:\.? (?:thick|wide|long|tall|high|deep|across|x|by|of (?:rain|snow))\b|\.?$)")
_WEIGHT_CUES = re.compile(
    r"(?i)\bweigh|\b(?:thrust|payload|cargo|heavy|mass of|pounds of (?:explosives?|tnt|dynamite|fertili[sz]er|cocaine|heroin|marijuana|cannabis"
    r"|drugs|food|rice|meat|beef|fish|fruit|cheese|waste|trash|fuel|propellant|gold|silver|copper|steel|sand|rock|debris|bombs?|supplies|aid))\b"
)
_MONEY_CUES = re.compile(
    r"(?i)\b(?:cost|costs|paid|pay|price|priced|worth|fine|fined|profits?|bills?|sold|spend|spent|earn|earned|salary|fee|tax|budget|debt|sterling)\b"
)
_NOT_UNITS = words("not_units")
_SIMPLE = words("simple_units")


@lru_cache(maxsize=4096)
def simple_unit(word: str) -> Unit | None:
    """The unit that this lower-cased word names by itself, whatever follows: one of duration or distance, or a common other."""
    names = unit_names()
    if (len(word) < 4 and word not in _SIMPLE) or not word.isalpha() or word in ("second", "light"):
        return None
    if any(not longer.endswith((" squared", " cubed")) for longer, _ in names.longer.get(word, ())):
        return None
    unit = names.words.get(word)
    return unit if unit is not None and (unit.kind in ("duration", "distance") or word in _SIMPLE) else None


def opens_unit(word: str) -> bool:
    """A unit may start with this lower-cased word."""
    names = unit_names()
    return word in names.words or word in names.longer or word in names.signs or word.endswith("old")


@lru_cache(maxsize=16384)
def may_open_unit(word: str) -> bool:
    """A unit may start with this token, as far as it alone tells."""
    names = unit_names()
    lowered = word.lower().rstrip(".")
    return (
        word.rstrip(".") in names.signs
        or lowered in names.words
        or lowered in names.longer
        or word.lower() in names.words
        or word.rstrip(".") in ("in", "U.S", "US", "C", "F", "yo", "y", "deg", "\xb0")
        or not lowered.isalpha()
        or (len(word) == 4 and word[0] == "M" and word[1:] in names.before)
    )


def unit_after(plain: str, end: int, value: Decimal, is_spelled: bool) -> Affix | None:
    """The unit behind a number that ends at `end`: "%", " km", "-minute", " years old"; None where there is none."""
    char = plain[end : end + 1]
    if char == "-":
        at = end + 1
    elif char == " ":
        at = end + 1
        if plain[at : at + 2] == "- ":
            at += 2
        elif plain[at : at + 1] == " ":
            at += 1
    else:
        at = end
    attributive = at > end and plain[at - 1 - (plain[at - 1] == " " and char == " " and at > end + 1) : at].startswith("-")
    if char == '"' and _INCHES.match(plain, end, end + 3) and value != value.to_integral_value():
        return Affix(end + 1, units()["inch"])
    if plain[at : at + 1] in "([{<" and plain[at : at + 1]:
        close = _BRACKETED.match(plain, at)
        inner = unit_names().signs.get(close.group(1)) if close else None
        return Affix(close.end(), inner) if close and inner is not None else None
    found = _WORD.match(plain, at, at + 40)
    if found is None:
        return None
    names = unit_names()
    word = found.group()
    if not may_open_unit(word):
        return None
    lowered = word.lower()
    first = lowered[:1]
    if first in "ymwd":
        age = _AGE.match(plain, end, end + 18)
        if age is not None:
            base = next((unit for unit in ("month", "week", "day") if unit in age.group().lower()), "year")
            return Affix(age.end(), units()[f"{base} of age"], 0, "-" in age.group())
    if first in "d\xb0":
        degrees = _DEGREES.match(plain, end, end + 24)
        if degrees is not None:
            is_celsius = bool(degrees.group(3)) or (degrees.group(1) or degrees.group(2) or "").lower() == "c"
            return Affix(degrees.end(), units()["degree Celsius" if is_celsius else "degree Fahrenheit"])
        if first == "\xb0" and len(word) == 1:
            return Affix(found.end(), units()["degree"])
    longer = names.longer.get(lowered.rstrip(".")) or names.longer.get(lowered)
    if longer is not None:
        window = plain[at : at + 34].lower().replace("-", " ")
        for name, unit in longer:
            if window.startswith(name) and not window[len(name) : len(name) + 1].isalpha():
                return Affix(at + len(name), unit, 0, attributive)
    return _single(plain, end, at, found.end(), word, value, names, attributive, is_spelled)


_INCHES = re.compile(r'" [a-z]')
_MODEL = re.compile(r" \d")
_BRACKETED = re.compile(r"[(\[{<]([A-Za-z°]{1,4})[)\]}>]")


def _names_model(plain: str, close: int, word: str) -> bool:
    """The capitalized word before another number is the name of a product: "1.5 million Lumen 3 phones"."""
    return word[0].isupper() and word[1:].islower() and _MODEL.match(plain, close) is not None


def _single(
    plain: str, end: int, at: int, close: int, word: str, value: Decimal, names: UnitNames, attributive: bool, is_spelled: bool
) -> Affix | None:
    """A unit of one word or sign."""
    beyond = plain[close : close + 2]
    if beyond[:1].isdigit() or (beyond[:1] == "-" and beyond[1:].isdigit() and at > end and len(word) < 3):
        return None  # "24703 L-202", "3 USD50": the letters belong to what follows
    if word[-1] == "." and word.lower() not in names.words:
        word, close = word[:-1], close - 1
    if at == end and word in _GLUED:
        is_screen = word == "p" and value in (480, 720, 1080, 1440, 2160)
        return None if is_screen or (word != "p" and value >= 1000) else Affix(close, units()[_GLUED[word]])
    unit = names.signs.get(word)
    if unit is not None and len(word) <= 2 and word.isalpha() and word.isascii() and at > end:
        is_initial = plain[close : close + 1] == "." and plain[close + 1 : close + 2].isalpha()
        unit = None if is_initial or is_spelled or (word not in _SPACED_LETTERS and len(word) == 1) else unit
    if unit is None and word == "in" and at > end and _IN_CUE.match(plain, end, end + 16):
        return Affix(close, units()["inch"])
    if unit is None:
        lowered = word.lower()
        if lowered in _NOT_UNITS and at > end:
            return None
        unit = names.words.get(lowered)
        if unit is not None and unit.kind != "money" and _names_model(plain, close, word):
            return None
        if unit is None and "/" in word:
            over, _, under = word.partition("/")
            base = names.signs.get(over) or names.words.get(over.lower())
            if base is None:
                return None
            beneath = names.signs.get(under) or names.words.get(under.lower())
            if beneath is None and under not in PER_NAMES and under not in PER_WORDS:
                return Affix(at + len(over), base, 0, attributive)
            return Affix(close, per(base, beneath.name if beneath else PER_NAMES.get(under, under)), 0, attributive)
        if unit is None:
            if len(word) == 4 and word[0] == "M" and word[1:] in names.before and word.isupper():
                return Affix(close, names.before[word[1:]], 6)
            if word[0] == "U" and word in ("US", "U.S") and plain[close : close + 8].lower().lstrip(". ").startswith("dollar"):
                written = plain[close : close + 12].lower()
                return Affix(close + written.index("dollar") + (7 if "dollars" in written else 6), units()["USD"])
            return None
        if lowered in ("won",) and abs(value) < 100:
            return None
        if lowered in ("pound", "pounds") and not _is_money_pound(plain, end, value):
            unit = units()["pound-mass"]
        if lowered in ("second", "cup", "point", "minute", "p") and is_spelled and not attributive and lowered == "second":
            return None
    if unit.kind == "money" and plain[close : close + 1] == " " and plain[close + 1 : close + 3] in ("mi", "bi", "tr"):
        scale = _SCALE_BEHIND.match(plain, close)
        if scale is not None:
            return Affix(scale.end(), unit, {"m": 6, "b": 9, "t": 12}[scale.group(1)[0]])
    return Affix(close, unit, 0, attributive)


_GLUED = {"C": "degree Celsius", "F": "degree Fahrenheit", "in": "inch", "p": "penny"}
_SCALE_BEHIND = re.compile(r" (million|billion|trillion)\b")


def _is_money_pound(plain: str, end: int, value: Decimal) -> bool:
    if _WEIGHT_CUES.search(plain, max(0, end - 40), end + 30) is not None and not _MONEY_CUES.search(plain, max(0, end - 60), end + 40):
        return False
    if value != value.to_integral_value():
        return value >= 10000
    return value >= 5000 or _MONEY_CUES.search(plain, max(0, end - 60), end + 40) is not None
