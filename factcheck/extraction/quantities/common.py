"""The common cases, read in a few look-ups: plain counts ("killed 12 people"), years, days of a month, ages with a hyphen.

Every condition here only sends a numeral on to the full reading; what is read here, the full reading reads the same
(a test compares the two). More than half of the numbers of news end here.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from factcheck.extraction.quantities import quiet
from factcheck.extraction.quantities.hedges import bounds, ends_hedge
from factcheck.extraction.quantities.lexicon import words
from factcheck.extraction.quantities.nouns import is_head, noun_after, opens_noun, stops_noun
from factcheck.extraction.quantities.units import opens_prefix, opens_unit
from factcheck.kinds.units import units
from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value
from factcheck.text.numerals import Numeral

_WINDOW = 28
_SPECIAL = words("special_before")
_RATES = frozenset((" pe", " a ", " an", " ea", " ev", " fo", " ou", " in"))
_QUOTES = "\"'(,;:.!?\x97"
_ENDS = ",;:.!?\"')"
_HEAD, _PHRASE, _FULL = 1, 2, 0


@lru_cache(maxsize=8192)
def _shape(numeral: Numeral) -> str:
    """ "count" for a plain whole number, "one", "year" for four digits that may date, "" for the rest."""
    digits = numeral.digits
    if numeral.suffix or numeral.is_part or numeral.is_vague or "." in digits or numeral.value < 1 or digits[:1] == "0" or "/" in digits:
        return ""
    if digits and not digits.replace(",", "").isdigit():
        return ""
    if numeral.value == 1:
        return "one" if numeral.is_spelled else ""
    if len(digits) == 4 and not numeral.scale:
        return "year" if 1000 <= numeral.value <= 2199 else ""
    if not digits or "," in digits or len(digits) < 4 or numeral.scale > 1:
        return "count"
    return ""


@lru_cache(maxsize=16384)
def _is_plain_before(word: str) -> bool:
    """A word in front of a number that changes nothing about it."""
    bare = word.strip(_QUOTES)
    if not bare:
        return word in ("", ",", ";", "\x97", '"')
    lowered = bare.lower()
    if not bare.isalpha() or ends_hedge(lowered) or opens_prefix(bare) or lowered in _SPECIAL or quiet.is_label(lowered, True, False):
        return False
    if lowered in quiet.MONTHS or word[-1] == ")":
        return False
    return bare.islower() or (word[-1] in ".!?" and len(bare) > 3)


@lru_cache(maxsize=16384)
def _dates(word: str) -> str:
    """Whether the word in front makes four digits a "year" or a number up to 31 a "day" of its month; "" for neither."""
    bare = word.strip("\"'(,.\x97")
    lowered = bare.lower()
    if lowered in quiet.MONTHS and (bare[0].isupper() or lowered not in ("may", "march")):
        return "day"
    return "year" if quiet.dates_years(lowered) and not ends_hedge(lowered) else ""


@lru_cache(maxsize=16384)
def _role(word: str) -> int:
    """What the word behind a number is: the head that it counts, the start of a phrase, or a case for the full reading."""
    bare = word.rstrip(_ENDS)
    if not bare.isalpha() or not bare.islower() or opens_unit(bare) or quiet.is_ordinal_or_month(bare):
        return _FULL
    if is_head(bare):
        return _HEAD
    return _FULL if stops_noun(bare) or bare != word else _PHRASE


@lru_cache(maxsize=16384)
def _no_unit(word: str) -> bool:
    """Nothing that goes on with a number of four digits: no unit, no link, no sign."""
    bare = word.rstrip(_ENDS)
    return bare.isalpha() and bare.islower() and not opens_unit(bare) and bare not in ("to", "and", "or", "through", "in", "of", "plus", "out")


@lru_cache(maxsize=16384)
def _count_value(text: str, numeral: Numeral) -> Value:
    value = numeral.value
    low, high, low_open, high_open = bounds(value, numeral.step, "=", abs(value) < Decimal(100))
    return Value(text, value, low, high, None, "=", numeral.step, low_open, high_open)


@lru_cache(maxsize=4096)
def _age_value(text: str, numeral: Numeral) -> Value:
    value = numeral.value
    return Value(text, value, value, value, _year_of_age(), "=", numeral.step)


@cache
def _year_of_age() -> str:
    return units()["year of age"].name


def read_common(text: str, plain: str, start: int, end: int, numeral: Numeral) -> QuantityMention | Literal[False] | None:
    """The mention of a numeral in plain surroundings, False where it is none, None where it needs the full reading."""
    following = plain[end : end + 1]
    if start and plain[start - 1] not in " \n":
        return None
    if following == "-":
        return _hyphened_age(text, plain, start, end, numeral)
    shape = _shape(numeral)
    if not shape:
        return None
    if following != " ":
        if shape == "year" or len(numeral.digits) in (1, 2):
            return _date(plain, start, end, numeral, shape, following)
        return None
    stop = plain.find(" ", end + 1, end + _WINDOW)
    if stop < 0:
        if end + _WINDOW <= len(plain):
            return None
        stop = len(plain)
    word = plain[end + 1 : stop]
    before = _before(plain, start)
    if before is None:
        return None
    if shape == "year":
        return False if _dates(before) == "year" and _no_unit(word) else None
    role = _role(word)
    if role == _FULL or not _is_plain_before(before):
        return None
    if role == _HEAD and shape == "count":
        bare = word.rstrip(_ENDS)
        noun_end = end + 1 + len(bare)
        if bare == word and opens_noun(plain, stop):
            return None
        noun = text[end + 1 : noun_end]
    else:
        if shape == "one" and not quiet.counts_one(plain, end, before.strip(_QUOTES).lower()):
            return None
        found = noun_after(plain, end, shape == "one")
        if found is None:
            return None
        noun, noun_end = found
    if plain[noun_end : noun_end + 3] in _RATES or plain[end : end + 7] == " block ":
        return None
    surface = text[start:end]
    return QuantityMention(start, end, surface, _count_value(surface, numeral), None, "=", noun, "count", noun_end)


def _before(plain: str, start: int) -> str | None:
    """The word in front, with its punctuation; "" at the head of a line; None where it is too long to be one."""
    if not start or plain[start - 1] == "\n":
        return ""
    low = plain.rfind(" ", max(0, start - _WINDOW), start - 1)
    if low < 0 and start > _WINDOW:
        return None
    word = plain[low + 1 : start - 1]
    return word[word.rfind("\n") + 1 :] if "\n" in word else word


def _date(plain: str, start: int, end: int, numeral: Numeral, shape: str, following: str) -> Literal[False] | None:
    """False for a year or a day of a month that punctuation or the end of the text closes."""
    if following not in ("", ",", ".", ";", ")", "\n", '"', "'") or plain[end + 1 : end + 2].isdigit() or (following == "'" and shape != "year"):
        return None
    before = _before(plain, start)
    if not before:
        return None
    kind = _dates(before)
    if shape == "year":
        return False if kind else None
    return False if kind == "day" and numeral.value <= 31 else None


def _hyphened_age(text: str, plain: str, start: int, end: int, numeral: Numeral) -> QuantityMention | None:
    """ "a 42-year-old man"."""
    if not plain.startswith("-year-old", end) or plain[end + 9 : end + 10] not in (" ", ",", ".", "") or _shape(numeral) != "count" or numeral.value > 150:
        return None
    before = _before(plain, start)
    if before is None or not (_is_plain_before(before) or before in ("of", "to", "and", "by", "at", "A", "The")):
        return None
    end += 9
    surface = text[start:end]
    noun = noun_after(plain, end, True)
    unit = _year_of_age()
    return QuantityMention(start, end, surface, _age_value(surface, numeral), unit, "=", noun[0] if noun else None, "age", noun[1] if noun else end)
