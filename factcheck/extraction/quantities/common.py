"""The common cases, read in a few look-ups: plain counts ("killed 12 people"), years, days of a month, ages with a hyphen.

Every condition here only sends a numeral on to the full reading; what is read here, the full reading reads the same
(a test compares the two). More than half of the numbers of news end here.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from factcheck.extraction.quantities import quiet
from factcheck.extraction.quantities.hedges import HEDGES, ends_hedge, hedge_before, value_of
from factcheck.extraction.quantities.lexicon import words
from factcheck.extraction.quantities.nouns import ends_phrase, is_head, noun_after, opens_noun, stops_noun
from factcheck.extraction.quantities.units import opens_prefix, opens_unit, rate_behind, simple_unit
from factcheck.kinds.units import units
from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value
from factcheck.text.numerals import Numeral

_WINDOW = 28
_SPECIAL = words("special_before")
_RATES = frozenset((" pe", " a ", " an", " ea", " ev", " fo", " ou", " in"))
_QUOTES = "\"'(,;:.!?\x97"
_ENDS = ',;:.!?")'
_OPENERS = frozenset(["the", "all", "in", "and", "but", "when", "these", "those", "other", "with", "for", "on", "as", "its", "their", "his", "her"])
_FULL, _PLAIN, _HEDGE = 0, 1, 2
_HEAD, _PHRASE, _UNIT = 1, 2, 3
_GOES_ON = frozenset((" old", "-old", " of ", " squ", " cub", " per", " a ", " an ", " and", " eac", " eve", " or ", " to ", " (", " a h"))


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
def _ahead(word: str) -> int:
    """A word in front of a number that changes nothing about it, or may end a hedge, or needs the full reading."""
    bare = word.strip(_QUOTES)
    if not bare:
        return _PLAIN if word in ("", ",", ";", "\x97", '"') else _FULL
    lowered = bare.lower()
    if not bare.isalpha() or opens_prefix(bare) or lowered in _SPECIAL or quiet.is_label(lowered, True, False):
        return _FULL
    if lowered in quiet.MONTHS or word[-1] == ")":
        return _FULL
    if ends_hedge(lowered):
        return _HEDGE if word[-1].isalpha() else _FULL
    return _PLAIN if bare.islower() or lowered in _OPENERS or (word[-1] in ".!?" and len(bare) > 3) else _FULL


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
    if simple_unit(bare) is not None:
        return _UNIT
    if bare == "of" or bare in ("other", "separate"):
        return _PHRASE if bare == word else _FULL
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
def _value(text: str, numeral: Numeral, unit: str | None, mark: str) -> Value:
    return value_of(text, numeral.value, numeral.step, unit, mark, unit is None and abs(numeral.value) < Decimal(100))


@lru_cache(maxsize=4096)
def _age_value(text: str, numeral: Numeral) -> Value:
    value = numeral.value
    return Value(text, value, value, value, _year_of_age(), "=", numeral.step)


@cache
def _year_of_age() -> str:
    return units()["year of age"].name


def read_common(text: str, plain: str, start: int, end: int, numeral: Numeral, done: int) -> QuantityMention | Literal[False] | None:
    """The mention of a numeral in plain surroundings, False where it is none, None where it needs the full reading."""
    following = plain[end : end + 1]
    if start and plain[start - 1] not in " \n":
        if plain[start - 1] in "$£" and (start == 1 or plain[start - 2] in " \n"):
            return _money(text, plain, start, end, numeral, done)
        return None
    if following == "%":
        return _percent(text, plain, start, end, end + 1, numeral, done)
    if following == ",":
        if start > 3 and plain[start - 2] == "," and len(numeral.digits) == 2 and quiet.sets_off_age(plain, start, end):
            surface = text[start:end]
            return QuantityMention(start, end, surface, _age_value(surface, numeral), _year_of_age(), "=", None, "age", end)
    elif following == "-":
        return _hyphened_age(text, plain, start, end, numeral)
    shape = _shape(numeral)
    if not shape:
        is_third = numeral.is_part and plain[start] in "aA" and following != "-" and plain[end : end + 4] != " of " and plain[start - 5 : start] != "than "
        return False if is_third and plain[start : start + 2] in ("a ", "A ") and following in (" ", ",") and not _hedged(plain, start) else None
    if following != " ":
        if shape == "year" or len(numeral.digits) in (1, 2):
            return _date(plain, start, end, numeral, shape, following)
        return None
    stop = plain.find(" ", end + 1, end + _WINDOW)
    if following == " " and plain.startswith("per", end + 1):
        close = end + 8 if plain.startswith("percent", end + 1) else end + 9 if plain.startswith("per cent", end + 1) else 0
        return _percent(text, plain, start, end, close, numeral, done) if close else None
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
    if shape == "one" and _is_pronoun(word):
        return False
    role = _role(word)
    ahead = _ahead(before)
    if role == _FULL or ahead == _FULL:
        return None
    begin, mark = start, "="
    if ahead == _HEDGE:
        hedge = hedge_before(plain, start)
        if hedge is not None:
            begin, mark = hedge
            if begin < done:
                return None
    if role == _UNIT:
        return _measure(text, plain, begin, end, numeral, mark, word)
    if role == _HEAD and shape == "count":
        bare = word.rstrip(_ENDS)
        noun_end = end + 1 + len(bare)
        if bare == word and opens_noun(plain, stop):
            return None
        noun = text[end + 1 : noun_end]
    else:
        if shape == "one" and not quiet.counts_one(plain, end, before.strip(_QUOTES).lower()):
            return None
        if word == "of" and (following_digit(plain, end + 4) or (shape == "one" and not quiet.is_of_whole(plain, end))):
            return None
        found = noun_after(plain, end, shape == "one")
        if found is None:
            return None
        noun, noun_end = found
    if (plain[noun_end : noun_end + 3] in _RATES and rate_behind(plain, noun_end, None) is not None) or plain[end : end + 7] == " block ":
        return None
    surface = text[begin:end]
    return QuantityMention(begin, end, surface, _value(surface, numeral, None, mark), None, HEDGES[mark], noun, "count", noun_end)


@lru_cache(maxsize=4096)
def _is_pronoun(word: str) -> bool:
    """ "one" in front of this word counts nothing: "one was", "one who"."""
    bare = word.rstrip(_ENDS)
    return ends_phrase(bare) and bare not in ("in", "of", "out", "or", "to", "and", "per", "through", "every", "a", "an", "each", "more", "fewer", "less")


def _hedged_start(plain: str, start: int, done: int) -> tuple[int, str] | None:
    """Where the amount that starts at `start` begins with its hedge, and the hedge's mark; None for the full reading."""
    before = _before(plain, start)
    ahead = _ahead(before) if before is not None else _FULL
    if ahead == _FULL:
        return None
    hedge = hedge_before(plain, start) if ahead == _HEDGE else None
    if hedge is None:
        return start, "="
    return hedge if hedge[0] >= done else None


@lru_cache(maxsize=8192)
def _is_figure(numeral: Numeral) -> bool:
    """Digits, grouped or with decimals, scaled or not, above nothing."""
    return bool(numeral.digits) and not numeral.is_part and numeral.value > 0 and "/" not in numeral.digits and numeral.digits[:2] != "00"


def _percent(text: str, plain: str, start: int, end: int, close: int, numeral: Numeral, done: int) -> QuantityMention | None:
    """ "about 12%", "3.5 per cent of voters"."""
    if not _is_figure(numeral) or numeral.suffix or (plain[close : close + 4] in _GOES_ON and plain[close : close + 4] != " of ") or (
        plain[close : close + 3] in _GOES_ON or plain[close : close + 1] not in _CLOSERS or plain[close : close + 2] == " p"
    ):
        return None
    begun = _hedged_start(plain, start, done)
    if begun is None:
        return None
    begin, mark = begun
    noun = noun_after(plain, close, True) if plain[close : close + 4] == " of " else None
    surface = text[begin:close]
    value = _value(surface, numeral, "percent", mark)
    return QuantityMention(begin, close, surface, value, "percent", HEDGES[mark], noun[0] if noun else None, "share", noun[1] if noun else close)


def _money(text: str, plain: str, start: int, end: int, numeral: Numeral, done: int) -> QuantityMention | None:
    """ "$5m", "more than £1.2 billion" with nothing else behind that belongs to it."""
    behind = plain[end : end + 4]
    if not _is_figure(numeral) or behind in _GOES_ON or behind[:3] in _GOES_ON or behind[:1] not in _CLOSERS or behind[:2] == " p":
        return None
    if behind[:1] == " ":
        stop = plain.find(" ", end + 1, end + _WINDOW)
        if opens_unit(plain[end + 1 : stop if stop > 0 else end + _WINDOW].rstrip(_ENDS).lower()) or behind[1:2] in ("$", "£", "", "(", "-", "+"):
            return None
    elif behind[1:2].isdigit():
        return None
    begun = _hedged_start(plain, start - 1, done)
    if begun is None or plain[max(0, start - 5) : start - 1].strip().lower() in _DOLLAR_WORDS or plain[max(0, start - 4) : start - 1].lower() in _DOLLARS:
        return None
    begin, mark = begun
    unit = "USD" if plain[start - 1] == "$" else "GBP"
    surface = text[begin:end]
    return QuantityMention(begin, end, surface, _value(surface, numeral, unit, mark), unit, HEDGES[mark], None, "money", end)


_CLOSERS = ("", " ", ",", ".", ";", ")", "\n", ":", "?", "!")
_DOLLAR_WORDS = frozenset(("us", "hk", "nz", "u.s.", "c"))
_DOLLARS = frozenset((" c ", " us", "us ", "hk ", "nz ", ".s."))


def _measure(text: str, plain: str, begin: int, end: int, numeral: Numeral, mark: str, word: str) -> QuantityMention | None:
    """ "about 50 minutes", "six miles": a unit of one word that nothing goes on with."""
    bare = word.rstrip(_ENDS)
    unit = simple_unit(bare)
    end += 1 + len(bare)
    if unit is None or plain[end : end + 4] in _GOES_ON or plain[end : end + 3] in _GOES_ON or plain[end : end + 2] in (" (", "-o", " p", " l"):
        return None
    if mark == ">" and plain[begin : begin + 5].lower() == "over ":
        return None
    surface = text[begin:end]
    return QuantityMention(begin, end, surface, _value(surface, numeral, unit.name, mark), unit.name, HEDGES[mark], None, unit.kind, end)


def following_digit(plain: str, at: int) -> bool:
    """A digit stands within the next few words: "of the 54,000"."""
    return any(char.isdigit() for char in plain[at : at + 12])


def _before(plain: str, start: int) -> str | None:
    """The word in front, with its punctuation; "" at the head of a line; None where it is too long to be one."""
    if not start or plain[start - 1] == "\n":
        return ""
    low = plain.rfind(" ", max(0, start - _WINDOW), start - 1)
    if low < 0 and start > _WINDOW:
        return None
    word = plain[low + 1 : start - 1]
    return word[word.rfind("\n") + 1 :] if "\n" in word else word


def _hedged(plain: str, start: int) -> bool:
    before = _before(plain, start)
    return before is None or _ahead(before) != _PLAIN


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
    if not plain.startswith("-year-old", end) or plain[end + 9 : end + 10] not in (" ", ",", ".", "") or _shape(numeral) != "count" or numeral.scale:
        return None
    before = _before(plain, start)
    if before is None or not (_ahead(before) == _PLAIN or before in ("A", "An", "The")):
        return None
    end += 9
    surface = text[start:end]
    noun = noun_after(plain, end, True)
    unit = _year_of_age()
    return QuantityMention(start, end, surface, _age_value(surface, numeral), unit, "=", noun[0] if noun else None, "age", noun[1] if noun else end)
