"""Numbers that are no quantities: dates, years, times of day, scores, identifiers, labels, addresses.

Each test looks at a few characters around a numeral in the plain text and says True where the numeral must stay quiet.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Protocol

from factcheck.extraction.quantities.lexicon import words

MONTHS = words("months")
"""Names of months and their short forms."""
MONTHS_AND_FIRMS = MONTHS | words("no_names")
PEOPLE = words("people")
"""Nouns behind which a number between commas is an age."""


class Numeral(Protocol):
    """What is asked of a numeral here."""

    @property
    def value(self) -> Decimal: ...
    @property
    def digits(self) -> str: ...
    @property
    def scale(self) -> int: ...
    @property
    def is_spelled(self) -> bool: ...
    @property
    def suffix(self) -> str: ...
    @property
    def bare_end(self) -> int: ...


class Amount(Protocol):
    """What is asked of an amount here."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def numeral(self) -> Numeral: ...


_LABELS = words("labels")
_FIRM_LABELS = words("firm_labels")
"""Labels that stay labels whatever follows ("Boeing 737 jets")."""
_YEAR_CUES = words("year_cues")
_COUNTED = words("counted")
_NOT_PERIODS = words("before_over")
_TIME_BEHIND = re.compile(
    r" ?(?:[ap]\.?\s?m\b|o'clock|hrs? (?:GMT|UTC|local)|GMT|UTC|noon)"
    r"|[:h.][0-5][0-9](?:[:.][0-5][0-9])?(?: ?(?:[ap]\.?m\b|GMT|UTC|hrs?\b))|:[0-5][0-9]"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|'?s)\b")
_ORDINAL_WORD = re.compile(
    r"[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"[a-z]+teenth|[a-z]+tieth|[a-z]*hundredth|thousandth)\b(?![a-z])"
)
_MONTH_BEHIND = re.compile(
    r"(?:-[0-9]{1,2})? ?(?:(?:of )?(January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|january|february|april|june|july|august|september|october|november|december)\b"
    r"|(may|march)\b(?= [0-9]{4}| that year))"
)
_DATE = re.compile(r"[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{2,4}\b")
_DASHED = re.compile(r"[0-9]+(?:-[0-9]+){2,}|[0-9]{3}-[0-9]{4}\b|[0-9]{3} [0-9]{4}\b")
_DOTTED = re.compile(r"(?![0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2}|\.[0-9]{3})(?![0-9.]))[0-9]+\.[0-9]+\.[0-9]")


def word_before(plain: str, start: int) -> str:
    """The word in front of `start`, as written, without a final full stop; "" where none is near."""
    at = start - 1
    if at >= 0 and plain[at] == " ":
        at -= 1
    if at >= 0 and plain[at] == ".":
        at -= 1
        if at >= 0 and plain[at] == " ":
            at -= 1
    end = at + 1
    low = max(0, end - 24)
    while at >= low and (plain[at].isalpha() or plain[at] in "&'-"):
        at -= 1
    return plain[at + 1 : end]


_CHAIN_MAX = 64


def end_of_quiet(plain: str, start: int, end: int, numeral: Numeral) -> int:
    """How far the text is no quantity because of the characters around the numeral, whatever else stands there; else 0."""
    digits = numeral.digits
    if not digits:
        return end if is_spelled_ordinal(plain, end) else 0
    last = min(len(plain), start + _CHAIN_MAX)
    stop = end
    if digits[0] == "0" and digits.isdigit() and end - start > 1 and plain[start - 1 : start] not in (".", "$"):
        while stop < last and (plain[stop].isdigit() or (plain[stop] in " -()" and plain[stop + 1 : stop + 2].isdigit())):
            stop += 1
        return stop
    following = plain[end : end + 1]
    if following and following in "-/." and is_date_or_number_chain(plain, start):
        stop = start + 1
        while stop < last and (plain[stop].isalnum() or (plain[stop] in "-./:" and plain[stop + 1 : stop + 2].isalnum())):
            stop += 1
        return stop
    if not numeral.scale or numeral.suffix:
        close = start + numeral.bare_end
        if is_time_or_ordinal(plain, close):
            return close + 3 if plain[close : close + 1] in ":." else close
    return end if is_list_mark(plain, start, end) else 0


def is_time_or_ordinal(plain: str, end: int) -> bool:
    """What follows makes it a time of day or an ordinal: "5 pm", "10:30", "21st", "1960s"."""
    char = plain[end : end + 1]
    if char in " :.aph":
        return _TIME_BEHIND.match(plain, end) is not None
    return char in "stnr'" and char != "" and _ORDINAL.match(plain, end) is not None


def is_spelled_ordinal(plain: str, end: int) -> bool:
    """ "twenty-" followed by an ordinal."""
    return _ORDINAL_WORD.match(plain, end, end + 16) is not None


def is_date_or_number_chain(plain: str, start: int) -> bool:
    """Digits that go on as a date, a telephone number, an address of the net or a version: 2025-10-29, 555-0199, 1.2.3."""
    window = plain[start : start + 32]
    return bool(_DATE.match(window) or _DASHED.match(window) or _DOTTED.match(window))


def is_day_of_month(plain: str, start: int, end: int, before: str) -> bool:
    """A day with its month before or behind it; `before` is the lower-cased word in front."""
    if before in MONTHS:
        return True
    return plain[end : end + 1] in " -" and _MONTH_BEHIND.match(plain, end, end + 20) is not None


def is_label(before: str, is_capitalised: bool, has_noun: bool) -> bool:
    """The word in front names a thing that the number numbers: "Flight 370", "Section 27", "No. 10"."""
    return before in _FIRM_LABELS or (before in _LABELS and (is_capitalised or not has_noun))


def is_firm_label(before: str) -> bool:
    """A lower-cased word whose number is a name whatever follows: "flight", "no"."""
    return before in _FIRM_LABELS


def is_measured_label(numeral: Numeral, before: str, has_prefix: bool, kind: str) -> bool:
    """The same where a unit seems to follow: "Highway 1 m", "No. 10 days"."""
    return before in _FIRM_LABELS and not has_prefix and kind != "share" and numeral.digits.isdigit() and not numeral.scale


def is_year(number: int, before: str, noun: str | None, is_hedged: bool) -> bool:
    """Four digits that date something rather than count it."""
    if not 1000 <= number <= 2199:
        return False
    if noun is None:
        return not (is_hedged and before not in ("in", "since", "by") and number < 1900)
    if not is_hedged and before in _YEAR_CUES:
        return True
    return 1900 <= number <= 2099 and noun.rpartition(" ")[2] not in _COUNTED


def dates_years(before: str) -> bool:
    """Four digits behind this lower-cased word date something: "in 2016"."""
    return before in _YEAR_CUES and before not in ("to", "of", "between", "from", "a", "for")


def is_ordinal_or_month(word: str) -> bool:
    """A lower-cased word that makes the number in front an ordinal or a day."""
    return word in MONTHS or _ORDINAL_WORD.match(f" {word}") is not None


def counts_one(plain: str, end: int, before: str) -> bool:
    """ "one" that ends at `end` counts something, as far as the words next to it tell."""
    return before not in _NOT_ONE and _ONE_STOP.match(plain, end, end + 16) is None


_NAMED = re.compile(r"(?:^|[\s(])[A-Z][A-Za-z'.\xc0-\xff-]* [A-Z][A-Za-z'.\xc0-\xff-]*$")


def sets_off_age(plain: str, start: int, end: int) -> bool:
    """A number between commas behind two capitalised words, of which the last is no month: "Ann Lee, 42, said"."""
    if plain[end + 1 : end + 2] != " " or plain[end + 2 : end + 3].isdigit():
        return False
    found = _NAMED.search(plain, max(0, start - 42), start - 2)
    return found is not None and found.group().rpartition(" ")[2].lower().rstrip(".") not in MONTHS_AND_FIRMS


def is_of_whole(plain: str, end: int) -> bool:
    """ "of" and a definite whole follow: "one of the attackers"."""
    return _OF_WHOLE.match(plain, end) is not None


def is_list_mark(plain: str, start: int, end: int) -> bool:
    """ "3. ", "3) " or "(3)" at the head of a line or an item."""
    following = plain[end : end + 2]
    if following[:1] == ")":
        return plain[start - 1 : start] in ("(", " ", "\n", "") and (plain[start - 1 : start] != "(" or end - start <= 2)
    if following == " )" and end - start <= 2 and plain[start - 1 : start] == " " and (plain[start - 2].isalpha() or plain[start - 2] in ";:"):
        return True
    if following in (". ", ": "):
        return start == 0 or plain[start - 1] == "\n" or plain[max(0, start - 2) : start] == "\n "
    return False


def is_quiet_count(plain: str, amount: Amount, before: str, noun: tuple[str, int] | None, is_hedged: bool) -> bool:
    """A number without unit or currency that counts nothing: a year, a label, an id, a pronoun ("one another")."""
    numeral = amount.numeral
    end = amount.end
    lowered = before.lower()
    if numeral.is_spelled:
        if lowered in ("few", "several", "many"):
            return False
        return _is_quiet_word(plain, numeral, end, before, lowered, noun is not None)
    has_noun = noun is not None
    digits = numeral.digits
    is_capitalised = before[:1].isupper()
    if lowered == "number" and _COUNTS_UP.search(plain[max(0, amount.start - 64) : amount.start]):
        return False
    if is_label(lowered, is_capitalised, has_noun) and (lowered in ("no", "nos") or not ("," in digits or numeral.scale)):
        return True
    if not digits.isdigit() or numeral.scale:
        return is_capitalised and not has_noun and not is_hedged and "." in digits and lowered in ("version", "windows", "web", "euro", "level")
    if (
        plain[end : end + 7] == " block "
        or (not has_noun and plain[amount.start - 5 : amount.start] == "U.S. ")
        or (not has_noun and digits in ("911", "999", "112") and _REACHED.search(plain[max(0, amount.start - 24) : amount.start]) is None)
    ):
        return True
    if len(digits) >= 5 and not has_noun and not is_hedged and not digits.endswith("00"):
        return True
    if plain[amount.start - 6 : amount.start].startswith("(") and plain[amount.start - 2 : amount.start] == ") ":
        return True
    if len(digits) > 12 or (len(digits) > 1 and digits[0] == "0"):
        return True
    if len(digits) == 4 and is_year(int(digits), lowered, noun[0] if noun else None, is_hedged):
        return True
    if not has_noun and not is_hedged and plain[end : end + 1] == "-":
        return True
    if _ADDRESS.match(plain, end, end + 40) is not None:
        return True
    return (
        is_capitalised and not is_hedged and not has_noun and "/" not in plain[amount.start : end] and _is_part_of_name(plain, amount.start, before)
    )


def _is_quiet_word(plain: str, numeral: Numeral, end: int, before: str, lowered: str, has_noun: bool) -> bool:
    if numeral.value == 1 and not numeral.scale:
        if lowered in _NOT_ONE and not (lowered in ("that", "which", "only", "not") and plain[end : end + 4] == " of "):
            return True
        if _ONE_STOP.match(plain, end, end + 16) or not has_noun:
            return True
        return plain[end : end + 4] == " of " and _OF_WHOLE.match(plain, end) is None
    if before[:1].isupper() and lowered in _FIRM_LABELS and lowered != "no":
        return True
    if lowered in ("number", "round") and not has_noun:
        return True
    if has_noun:
        return False
    if lowered == "year" or (before.isupper() and len(before) > 1):
        return True
    if numeral.value == 0 or (lowered == "or" and numeral.value == 2):
        return True
    if lowered in ("all", "the") and _STATE.match(plain, end, end + 24):
        return False
    return lowered in _BARE_STOP or (
        before[:1].isupper() and lowered in ("formula", "channel", "group", "number", "chapter", "phase", "big", "part", "act")
    )


def _is_part_of_name(plain: str, start: int, before: str) -> bool:
    """The capitalised word in front opens no sentence, so that the number belongs to a name: "Apollo 11 landed"."""
    if plain[start - 1 : start] != " " or before.lower() in _OPENERS:
        return False
    head = plain[max(0, start - len(before) - 3) : start - len(before) - 1]
    if len(before) > 1 and before.isupper():
        return True
    return head[-1:] == " " and head[:1] not in (".", "!", "?", ":", '"', "\n", "")


_ADDRESS = re.compile(r" (?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Blvd|St|Rd|Ave|Square|Place|Court|Way|Terrace)\b")
_OPENERS = words("capitalised_no_names")
_BARE_STOP = words("before_bare_words")
_REACHED = re.compile(
    r"\b(?:rose|risen|climbed|jumped|grown|grew|stands|stood|toll|reached|killed|killing|to at least|dead|deaths|number)\b", re.IGNORECASE
)
_COUNTS_UP = re.compile(
    r"\b(?:now|they|who) number $|\b(?:dead|injured|wounded|missing|victims|survivors|killed)\b[^,;.!?]*"
    r"(?<! the)(?<! a)(?<!phone)(?<!flight)(?<!case)(?<!line)(?<! and)(?<! or) number $",
    re.IGNORECASE,
)
_BEFELL = r"killed|hurt|injured|wounded|arrested|detained|rescued|charged"
_STATE = re.compile(
    rf" (?:still|confirmed|reported|feared|presumed|known|{_BEFELL}|who (?:died|drowned|perished|survived|escaped|(?:are|were) (?:{_BEFELL})))\b"
)
"""What follows a number of people behind "the": "the eight still missing", "the two who died"."""
_NOT_ONE = words("before_pronoun_one")
_ONE_STOP = re.compile(
    r" (?:another|time|side|hand|thing|way|point of|reason|last|by one|such|or two|whose|that|who|which|can|could|may|might|must|should|would|will)\b"
    r"(?! of)|'s\b|-(?:on|sided|off|by|way|to|stop|time|up|of|another|day)\b|self"
)
_OF_WHOLE = re.compile(r" of (?:the|its|their|his|her|our|my|these|those|all|[A-Za-z]+'s|[A-Z])")


def is_period(plain: str, at: int) -> bool:
    """ "spread over four years": the word at `at` that could be a hedge is a preposition of time."""
    return plain[at : at + 5].lower() == "over " and word_before(plain, at).lower() not in _NOT_PERIODS
