"""The words next to a number, each classed once: what stands in front, what follows, what shape the number has.

Only ever a reason to send a numeral on to the full reading; see `common`.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.extraction.quantities import quiet
from factcheck.extraction.quantities.hedges import ends_hedge
from factcheck.extraction.quantities.lexicon import words
from factcheck.extraction.quantities.nouns import ends_phrase, is_head, stops_noun
from factcheck.extraction.quantities.prefixes import opens_prefix
from factcheck.extraction.quantities.units import opens_unit, simple_unit
from factcheck.text.numeral import Numeral

WINDOW = 28
QUOTES = "\"'(,;:.!?\x97"
ENDS = ',;:.!?")'
_SPECIAL = words("special_before")
_AFTER_ONE = words("after_one") | words("before_nouns")
_OPENERS = words("sentence_openers")
FULL, PLAIN, HEDGE = 0, 1, 2
HEAD, PHRASE, UNIT = 1, 2, 3


@lru_cache(maxsize=8192)
def shape_of(numeral: Numeral) -> str:
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


@lru_cache(maxsize=8192)
def is_figure(numeral: Numeral) -> bool:
    """Digits, grouped or with decimals, scaled or not, above nothing."""
    return bool(numeral.digits) and not numeral.is_part and numeral.value > 0 and "/" not in numeral.digits and numeral.digits[:2] != "00"


@lru_cache(maxsize=16384)
def ahead_of(word: str) -> int:
    """A word in front of a number that changes nothing about it, or may end a hedge, or needs the full reading."""
    bare = word.strip(QUOTES)
    if not bare:
        return PLAIN if word in ("", ",", ";", "\x97", '"') else FULL
    lowered = bare.lower()
    if not bare.isalpha() or opens_prefix(bare) or lowered in _SPECIAL or quiet.is_label(lowered, True, False):
        return FULL
    if lowered in quiet.MONTHS or word[-1] == ")":
        return FULL
    if ends_hedge(lowered):
        return HEDGE if word[-1].isalpha() else FULL
    return PLAIN if bare.islower() or lowered in _OPENERS or (word[-1] in ".!?" and len(bare) > 3) else FULL


@lru_cache(maxsize=16384)
def dating(word: str) -> str:
    """Whether the word in front makes four digits a "year" or a number up to 31 a "day" of its month,
    or names a thing by its number ("label"); "" for none of these."""
    bare = word.strip("\"'(,.\x97")
    lowered = bare.lower()
    if lowered in quiet.MONTHS and (bare[0].isupper() or lowered not in ("may", "march")):
        return "day"
    if quiet.is_firm_label(lowered):
        return "label"
    return "year" if quiet.dates_years(lowered) and not ends_hedge(lowered) else ""


@lru_cache(maxsize=16384)
def role_of(word: str) -> int:
    """What the word behind a number is: the head that it counts, the start of a phrase, or a case for the full reading."""
    bare = word.rstrip(ENDS)
    if simple_unit(bare) is not None:
        return UNIT
    if bare == "of" or bare in ("other", "separate"):
        return PHRASE if bare == word else FULL
    if not bare.isalpha() or not bare.islower() or opens_unit(bare) or quiet.is_ordinal_or_month(bare):
        return FULL
    if is_head(bare):
        return HEAD
    return FULL if stops_noun(bare) or bare != word else PHRASE


@lru_cache(maxsize=16384)
def closes_year(word: str) -> bool:
    """Nothing that goes on with a number of four digits: no unit, no link, no sign."""
    bare = word.rstrip(ENDS)
    return bare.isalpha() and bare.islower() and not opens_unit(bare) and bare not in ("to", "and", "or", "through", "in", "of", "plus", "out")


@lru_cache(maxsize=4096)
def is_pronoun(word: str) -> bool:
    """ "one" in front of this word counts nothing: "one was", "one who"."""
    bare = word.rstrip(ENDS)
    return bare.islower() and ends_phrase(bare) and bare not in _AFTER_ONE


def word_ahead(plain: str, start: int) -> str | None:
    """The word in front, with its punctuation; "" at the head of a line; None where it is too long to be one."""
    if not start or plain[start - 1] == "\n":
        return ""
    low = plain.rfind(" ", max(0, start - WINDOW), start - 1)
    if low < 0 and start > WINDOW:
        return None
    word = plain[low + 1 : start - 1]
    return word[word.rfind("\n") + 1 :] if "\n" in word else word


def has_digit_near(plain: str, at: int) -> bool:
    """A digit stands within the next few words: "of the 54,000"."""
    return any(char.isdigit() for char in plain[at : at + 12])
