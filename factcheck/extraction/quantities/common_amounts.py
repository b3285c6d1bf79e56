"""Amounts of one number and one unit with nothing else to them: "about 12%", "$5m", "six miles", "a 42-year-old man".

Part of the common cases; see `common`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from factcheck.extraction.quantities.hedges import HEDGES, hedge_before, value_of
from factcheck.extraction.quantities.neighbours import ENDS, FULL, HEDGE, PLAIN, WINDOW, ahead_of, is_figure, shape_of, word_ahead
from factcheck.extraction.quantities.nouns import as_written, ends_phrase, noun_after
from factcheck.extraction.quantities.rates import rate_behind
from factcheck.extraction.quantities.units import opens_unit, simple_unit
from factcheck.kinds.units import units
from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value
from factcheck.text.numeral import Numeral

_GOES_ON = frozenset((" old", "-old", " of ", " squ", " cub", " per", " a ", " an ", " and", " eac", " eve", " or ", " to ", " (", " a h", " - "))
_CLOSERS = ("", " ", ",", ".", ";", ")", "\n", ":", "?", "!")
_DOLLAR_WORDS = frozenset(("us", "hk", "nz", "u.s.", "c"))
_DOLLARS = frozenset((" c ", " us", "us ", "hk ", "nz ", ".s."))


@lru_cache(maxsize=16384)
def figure(text: str, numeral: Numeral, unit: str | None, mark: str) -> Value:
    return value_of(text, numeral.value, numeral.step, unit, mark, unit is None and abs(numeral.value) < Decimal(100))


@lru_cache(maxsize=4096)
def age_figure(text: str, numeral: Numeral) -> Value:
    value = numeral.value
    return Value(text, value, value, value, year_of_age_name(), "=", numeral.step)


@cache
def year_of_age_name() -> str:
    return units()["year of age"].name


def _hedged_start(plain: str, start: int, done: int) -> tuple[int, str] | None:
    """Where the amount that starts at `start` begins with its hedge, and the hedge's mark; None for the full reading."""
    before = word_ahead(plain, start)
    ahead = ahead_of(before) if before is not None else FULL
    if ahead == FULL:
        return None
    hedge = hedge_before(plain, start) if ahead == HEDGE else None
    if hedge is None:
        return start, "="
    return hedge if hedge[0] >= done else None


def read_percent(text: str, plain: str, start: int, end: int, close: int, numeral: Numeral, done: int) -> QuantityMention | None:
    """ "about 12%", "3.5 per cent of voters"."""
    if (
        not is_figure(numeral)
        or numeral.suffix
        or (plain[close : close + 4] in _GOES_ON and plain[close : close + 4] != " of " and plain[close : close + 5] not in (" to $", " to £"))
        or (plain[close : close + 3] in _GOES_ON or plain[close : close + 1] not in _CLOSERS or plain[close : close + 2] == " p")
    ):
        return None
    begun = _hedged_start(plain, start, done)
    if begun is None:
        return None
    begin, mark = begun
    noun = as_written(text, noun_after(plain, close, True)) if plain[close : close + 4] == " of " else None
    surface = text[begin:close]
    value = figure(surface, numeral, "percent", mark)
    return QuantityMention(begin, close, surface, value, "percent", HEDGES[mark], noun[0] if noun else None, "share", noun[1] if noun else close)


def read_money(text: str, plain: str, start: int, end: int, numeral: Numeral, done: int) -> QuantityMention | None:
    """ "$5m", "more than £1.2 billion" with nothing else behind that belongs to it."""
    behind = plain[end : end + 4]
    if not is_figure(numeral) or behind in _GOES_ON or behind[:3] in _GOES_ON or behind[:1] not in _CLOSERS or behind[:2] == " p":
        return None
    if behind[:1] == " ":
        stop = plain.find(" ", end + 1, end + WINDOW)
        if opens_unit(plain[end + 1 : stop if stop > 0 else end + WINDOW].rstrip(ENDS).lower()) or behind[1:2] in ("$", "£", "", "(", "-", "+"):
            return None
    elif behind[1:2].isdigit():
        return None
    begun = _hedged_start(plain, start - 1, done)
    if (
        begun is None
        or plain[max(0, start - 5) : start - 1].strip().lower() in _DOLLAR_WORDS
        or plain[max(0, start - 4) : start - 1].lower() in _DOLLARS
    ):
        return None
    begin, mark = begun
    unit = "USD" if plain[start - 1] == "$" else "GBP"
    surface = text[begin:end]
    return QuantityMention(begin, end, surface, figure(surface, numeral, unit, mark), unit, HEDGES[mark], None, "money", end)


def read_measure(text: str, plain: str, begin: int, end: int, numeral: Numeral, mark: str, word: str) -> QuantityMention | None:
    """ "about 50 minutes", "six miles": a unit of one word that nothing goes on with."""
    bare = word.rstrip(ENDS)
    unit = simple_unit(bare)
    end += 1 + len(bare)
    behind = plain[end : end + 4]
    is_of = behind == " of " and plain[end + 4 : end + 7] != "age"
    if unit is None or (behind in _GOES_ON and not is_of) or behind[:3] in _GOES_ON or behind[:2] in (" (", "-o", " p", " l"):
        return None
    noun = None
    if is_of and unit.kind != "money":
        noun = as_written(text, noun_after(plain, end, True))
        if noun is not None and unit.kind == "measure" and rate_behind(plain, noun[1], unit) is not None:
            return None
    elif unit.kind == "money" and behind[:1] == " " and not is_of and not _ends_phrase_at(plain, end + 1):
        return None  # three dollars fifty
    if mark == ">" and plain[begin : begin + 5].lower() == "over ":
        return None
    surface = text[begin:end]
    return QuantityMention(
        begin,
        end,
        surface,
        figure(surface, numeral, unit.name, mark),
        unit.name,
        HEDGES[mark],
        noun[0] if noun else None,
        unit.kind,
        noun[1] if noun else end,
    )


def read_scaled_measure(text: str, plain: str, start: int, end: int, numeral: Numeral, done: int) -> QuantityMention | None:
    """ "15.2 million euros", "6.5 miles": digits with a scale or decimals and a unit of one word."""
    if not is_figure(numeral) or numeral.suffix:
        return None
    stop = plain.find(" ", end + 1, end + WINDOW)
    word = plain[end + 1 : stop if stop > 0 else end + WINDOW]
    if simple_unit(word.rstrip(ENDS)) is None:
        return None
    begun = _hedged_start(plain, start, done)
    return read_measure(text, plain, begun[0], end, numeral, begun[1], word) if begun is not None else None


def _ends_phrase_at(plain: str, at: int) -> bool:
    stop = plain.find(" ", at, at + WINDOW)
    return ends_phrase(plain[at : stop if stop > 0 else at + WINDOW].rstrip(ENDS))


def read_hyphened_age(text: str, plain: str, start: int, end: int, numeral: Numeral) -> QuantityMention | None:
    """ "a 42-year-old man"."""
    if (
        not plain.startswith("-year-old", end)
        or plain[end + 9 : end + 10] not in (" ", ",", ".", "")
        or shape_of(numeral) != "count"
        or numeral.scale
    ):
        return None
    before = word_ahead(plain, start)
    if before is None or not (ahead_of(before) == PLAIN or before in ("A", "An", "The")):
        return None
    end += 9
    surface = text[start:end]
    noun = as_written(text, noun_after(plain, end, True))
    unit = year_of_age_name()
    return QuantityMention(start, end, surface, age_figure(surface, numeral), unit, "=", noun[0] if noun else None, "age", noun[1] if noun else end)
