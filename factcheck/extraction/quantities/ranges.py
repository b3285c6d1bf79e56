"""Two amounts that are one range: "40 to 50 tanks", "between 3% and 4%", "5 to 7 million"; and what only looks like one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.extraction.quantities import quiet
from factcheck.extraction.quantities.amounts import Amount, read_amount
from factcheck.extraction.quantities.hedges import hedge_before
from factcheck.extraction.quantities.lexicon import words
from factcheck.extraction.quantities.nouns import noun_after
from factcheck.extraction.quantities.prefixes import opens_prefix
from factcheck.extraction.quantities.scanning import Found
from factcheck.extraction.quantities.vague import both
from factcheck.text.numeral import plain as plainly


class Range(NamedTuple):
    """The second amount, the limits, where the range starts; `is_quiet`: a score, a vote, a span of years."""

    second: Amount
    start: int
    low: Decimal
    high: Decimal
    is_quiet: bool = False


_LINK = re.compile(r"- (?:to|or) |-to-|-or-| ?- ?| to | or | and | through ")
_RANGE_WORDS = words("range_words")
_CHANGE_WORDS = words("change_words")
_WORDS = re.compile(r"[a-z]+")


def range_with(plain: str, first: Amount, nearby: Found, done: int) -> Range | None:
    """The range of `first` and the numeral behind it, or None where they are two amounts."""
    start, end, numeral = nearby
    link = _LINK.match(plain, first.end, first.end + 9)
    if link is None:
        return None
    gap = plain[link.end() : start]
    sign = gap.strip(" -")
    if len(gap) > 5 or (sign and not opens_prefix(sign.rstrip("$£¥\x80") or "usd")):
        return None
    joint = link.group().strip(" ")
    is_hyphen = joint == "-"
    if first.unit is not None and first.unit.kind == "age" and not is_hyphen:
        return None
    if quiet.is_spelled_ordinal(plain, end):
        return None
    second = read_amount(plain, start, end, numeral, link.end(), "-" in joint)
    if second is None or (is_hyphen and second.value < 0):
        return None
    before = quiet.word_before(plain, first.start).lower()
    begin = first.start
    if joint == "and" and before != "between" and not plain.endswith("between the ages of ", 0, first.start):
        return None
    one, two = first.unit, second.unit
    if one is not None and two is not None and one.name != two.name and not two.name.startswith(f"{one.spoken} per "):
        return None
    if one is not None and two is None and (first.is_attributive or not (first.has_prefix or is_hyphen)):
        return None
    if one is not None and two is None and link.group() == " - ":
        return None
    if joint == "to" and before in _CHANGE_WORDS and (one is not None or two is None):
        return None
    if joint == "to" and before == "by" and one is None and two is None and _from_to(plain, first.start - 3) == "change":
        return None  # "rose by 23 to 410"
    low, high = _limits(first, second)
    low = both(low, plain[first.start : first.number_end], plain[second.start : second.number_end])
    is_stretch = joint == "to" and before == "from"
    if is_stretch:
        kind = _from_to(plain, first.start - 5)
        if kind == "change" or (low >= high and kind != "range"):
            return None
        if kind == "range" and low > high:
            low, high = high, low
        begin = _word_start(plain, "from", first.start)
    if joint == "and" or (is_hyphen and before == "between"):
        begin = _word_start(plain, "between", first.start)
        if low > high:
            low, high = high, low
    if low >= high:
        is_hyphen = is_hyphen or joint == "-to-"
        is_bare = first.unit is None and second.unit is None and (joint == "-to-" or (first.numeral.digits and second.numeral.digits))
        return Range(second, begin, low, high, True) if is_hyphen and is_bare else None
    if joint == "or" and high > 2 * low + 1:
        return None
    if one is None and two is None:
        if _is_span_of_years(first, second):
            return Range(second, begin, low, high, True)
        if is_hyphen and (first.numeral.is_spelled != second.numeral.is_spelled and gap):
            return None
        if (
            is_hyphen
            and before not in ("age", "aged", "ages")
            and noun_after(plain, second.end, second.is_attributive) is None
            and not second.numeral.scale
            and hedge_before(plain, first.start) is None
        ):
            return Range(second, begin, low, high, max(low, high) < 1000 or not _is_grouped(second))
    return Range(second, max(begin, done), low, high)


def _word_start(plain: str, word: str, start: int) -> int:
    """Where the word in front of `start` begins; `start` itself where it is not there."""
    at = plain[max(0, start - 12) : start].lower().rfind(word)
    return start if at < 0 else max(0, start - 12) + at


def _is_grouped(amount: Amount) -> bool:
    """Written with thousands, as no score, vote or telephone number is."""
    return "," in amount.numeral.digits


def _limits(first: Amount, second: Amount) -> tuple[Decimal, Decimal]:
    """Both values; the first takes the scale of the second where it leaves its own out ("5 to 7 million")."""
    low, high = first.value, second.value
    scale = second.numeral.scale
    if scale and not first.numeral.scale:
        coefficient = high.scaleb(-scale)
        if abs(low) < coefficient < 1000:
            low = plainly(low.scaleb(scale))
    return low, high


def _from_to(plain: str, at: int) -> str:
    """What "from A to B" tells: "range" after a word of extent, "change" after one of movement, else ""."""
    near = _WORDS.findall(plain[max(0, at - 48) : at].lower().rpartition(".")[2])
    if any(word in _RANGE_WORDS for word in near[-3:]):
        return "range"
    return "change" if any(word in _CHANGE_WORDS for word in near) else ""


def _is_span_of_years(first: Amount, second: Amount) -> bool:
    one, two = first.numeral.digits, second.numeral.digits
    return len(one) == 4 and one.isdigit() and one[0] in "12" and two.isdigit() and len(two) in (2, 4)
