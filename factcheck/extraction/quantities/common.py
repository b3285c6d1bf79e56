"""The common cases, read in a few look-ups: plain counts ("killed 12 people"), years, days of a month, simple amounts.

Every condition here only sends a numeral on to the full reading; what is read here, the full reading reads the same
(a test compares the two). More than half of the numbers of news end here.
"""

from __future__ import annotations

from typing import Literal

from factcheck.extraction.quantities import quiet
from factcheck.extraction.quantities.common_amounts import (
    age_figure,
    figure,
    read_hyphened_age,
    read_measure,
    read_money,
    read_percent,
    read_scaled_measure,
    year_of_age_name,
)
from factcheck.extraction.quantities.hedges import HEDGES, hedge_before
from factcheck.extraction.quantities.neighbours import (
    ENDS,
    FULL,
    HEAD,
    HEDGE,
    PLAIN,
    QUOTES,
    UNIT,
    WINDOW,
    ahead_of,
    closes_year,
    dating,
    has_digit_near,
    is_pronoun,
    role_of,
    shape_of,
    word_ahead,
)
from factcheck.extraction.quantities.nouns import noun_after, opens_noun
from factcheck.extraction.quantities.rates import rate_behind
from factcheck.model.mention import QuantityMention
from factcheck.text.numeral import Numeral

_RATES = frozenset((" pe", " a ", " an", " ea", " ev", " fo", " ou", " in"))


def read_common(text: str, plain: str, start: int, end: int, numeral: Numeral, done: int) -> QuantityMention | Literal[False] | None:
    """The mention of a numeral in plain surroundings, False where it is none, None where it needs the full reading."""
    following = plain[end : end + 1]
    if start and plain[start - 1] not in " \n":
        if plain[start - 1] in "$£" and (start == 1 or plain[start - 2] in " \n"):
            return read_money(text, plain, start, end, numeral, done)
        return None
    if following == "%":
        return read_percent(text, plain, start, end, end + 1, numeral, done)
    if following == ",":
        if start > 3 and plain[start - 2] == "," and len(numeral.digits) == 2 and quiet.sets_off_age(plain, start, end):
            surface = text[start:end]
            return QuantityMention(start, end, surface, age_figure(surface, numeral), year_of_age_name(), "=", None, "age", end)
    elif following == "-":
        return read_hyphened_age(text, plain, start, end, numeral)
    shape = shape_of(numeral)
    if not shape:
        if following == " " and numeral.digits:
            return read_scaled_measure(text, plain, start, end, numeral, done)
        return False if _is_ordinal_part(plain, start, end, numeral) else None
    if following != " ":
        if shape == "year" or len(numeral.digits) in (1, 2):
            return _date(plain, start, end, numeral, shape, following)
        return None
    stop = plain.find(" ", end + 1, end + WINDOW)
    if following == " " and plain.startswith("per", end + 1):
        close = end + 8 if plain.startswith("percent", end + 1) else end + 9 if plain.startswith("per cent", end + 1) else 0
        return read_percent(text, plain, start, end, close, numeral, done) if close else None
    if stop < 0:
        if end + WINDOW <= len(plain):
            return None
        stop = len(plain)
    word = plain[end + 1 : stop]
    before = word_ahead(plain, start)
    if before is None:
        return None
    if shape == "year":
        return False if dating(before) == "year" and closes_year(word) else None
    if numeral.digits.isdigit() and dating(before) == "label" and not numeral.scale:
        return False if closes_year(word) else None
    ahead = ahead_of(before)
    if shape == "one" and ahead != FULL and is_pronoun(word):
        return False
    role = role_of(word)
    if (
        role == FULL
        or ahead == FULL
        or (before == "of" and plain[start - 10 : start - 4] == "couple")
        or (numeral.scale and plain[start + 1 : start + 4] == " co")
    ):
        return None
    begin, mark = start, "="
    if ahead == HEDGE:
        hedge = hedge_before(plain, start)
        if hedge is not None:
            begin, mark = hedge
            if begin < done:
                return None
    if role == UNIT and mark == "=" and plain[start] in "aA":
        return None
    if role == UNIT:
        return read_measure(text, plain, begin, end, numeral, mark, word)
    if role == HEAD and shape == "count":
        bare = word.rstrip(ENDS)
        noun_end = end + 1 + len(bare)
        if bare == word and opens_noun(plain, stop):
            return None
        noun = text[end + 1 : noun_end]
    else:
        if shape == "one" and not quiet.counts_one(plain, end, before.strip(QUOTES).lower()):
            return None
        if word == "of" and (has_digit_near(plain, end + 4) or (shape == "one" and not quiet.is_of_whole(plain, end))):
            return None
        found = noun_after(plain, end, shape == "one")
        if found is None:
            return None
        noun_end = found[1]
        noun = text[noun_end - len(found[0]) : noun_end]
    if (plain[noun_end : noun_end + 3] in _RATES and rate_behind(plain, noun_end, None) is not None) or plain[end : end + 7] == " block ":
        return None
    surface = text[begin:end]
    return QuantityMention(begin, end, surface, figure(surface, numeral, None, mark), None, HEDGES[mark], noun, "count", noun_end)


def _is_ordinal_part(plain: str, start: int, end: int, numeral: Numeral) -> bool:
    """ "a third man": a part of nothing, in plain surroundings."""
    if not numeral.is_part or plain[start : start + 2] not in ("a ", "A "):
        return False
    stop = plain.find(" ", end + 1, end + WINDOW)
    before = word_ahead(plain, start)
    return plain[end : end + 1] == " " and closes_year(plain[end + 1 : stop]) and before is not None and ahead_of(before) == PLAIN


def _date(plain: str, start: int, end: int, numeral: Numeral, shape: str, following: str) -> Literal[False] | None:
    """False for a year or a day of a month that punctuation or the end of the text closes."""
    if following not in ("", ",", ".", ";", ")", "\n", '"', "'") or plain[end + 1 : end + 2].isdigit() or (following == "'" and shape != "year"):
        return None
    before = word_ahead(plain, start)
    if not before:
        return None
    kind = dating(before)
    if kind == "label":
        return False
    if shape == "year":
        return False if kind else None
    return False if kind == "day" and numeral.value <= 31 else None
