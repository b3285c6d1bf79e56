"""Numerals as news writes them: digits, words and both together ("1.2 million", "two and a half", "35 lakh").

`PATTERN` is the source of one expression for google-re2 that finds the whole numeral in Latin-1 bytes;
`numerals_of` reads what it found. Neither knows units, nouns or what stands around a numeral.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.text.number_words import DOZENS, ONES, PARTS, SCALES, TENS, read_words
from factcheck.text.numeral import Numeral, add, multiply, plain, ratio, step_of, times

_EXPONENT = re.compile(r"(?:[x\xd7]10\^?|[eE])([+-]?[0-9]{1,3})")
_FRACTIONAL = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64))
"""What a fraction in digits has below its bar; 24/7 and 9/11 are none."""
_HYPHENED = re.compile(r"-[0-9]{1,2}/[0-9]")
"""The fraction of "3-1/2"."""
_MAX_CHARS = 120
"""A longer run of digits or number words is no figure that a text states."""

_SUFFIXES: dict[str, int] = {
    "k": 3, "m": 6, "mn": 6, "mln": 6, "mil": 6, "mm": 6, "b": 9, "bn": 9, "bln": 9, "g": 9, "t": 12, "tn": 12, "trn": 12, "tln": 12,
}  # fmt: skip
_GLUED = ("million", "billion", "trillion", "crore", "lakh")  # "£9million", as British tabloids print it
FRACTIONS: dict[str, tuple[int, int]] = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6),
    "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
"""The signs for fractions; those outside Latin-1 do not reach `PATTERN` as they are."""


def _alternatives(words: object) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))  # type: ignore[call-overload]


_SCALE_WORDS = _alternatives([*SCALES, "dozen", "dozens"])
_CARDINALS = _alternatives([*ONES, *TENS])
_GAP = r"(?: ?- ?| +)"
_MIXED = r"(?:[ -]and[ -](?:a|one|two|three|five)[ -](?:half|quarters?|thirds?|fourths?|fifths?|eighths?))"
PATTERN = (
    # digits: grouped, spaced or plain; a vulgar fraction; a scale
    r"(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}\b|[0-9]{1,3}(?:\.[0-9]{3}){2,}\b|"
    r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]{1,3}, 000|[0-9]{1,3}(?: [0-9]{3})+\b|[0-9]+)(?:\.[0-9]+)?"
    r"(?:[x\xd7]10\^?-?[0-9]{1,3}\b|[eE][+-]?[0-9]{1,3}\b)?"
    r"(?:(?: {1,2}[0-9]{1,2}/[0-9]{1,2}\b|-[0-9]{1,2}/(?:2|3|4|5|8|16|32|64)\b| ?[\xbc\xbd\xbe])|/[0-9]{1,2}\b)?"
    rf"(?:(?i:{_MIXED})?(?:{_GAP}(?i:{_SCALE_WORDS})\b)+(?i: and a half\b)?|"
    rf"(?i:{_MIXED}\b)|(?i: ?(?:mln|bln|tln|trn|bn|mn|tn|mil)\b)|(?i:mm|[kmbtg]|{'|'.join(_GLUED)})\b)?"
    r"|[\xbc\xbd\xbe]"
    # words
    rf"|\b(?i:(?:tens of thousands|(?:tens|hundreds|dozens|thousands) of (?:thousands|millions|billions|trillions))\b"
    rf"|(?:(?:a )?(?:half|quarter)-(?:a-)?(?:{_SCALE_WORDS})|"
    rf"(?:a half|half an?|half|an?|a quarter|quarter|three quarters|quarter of a|a couple)(?: of an?)? (?:{_SCALE_WORDS})|"
    rf"{_CARDINALS}|{_SCALE_WORDS})\b"
    rf"(?:(?:{_GAP}| and |, )(?:{_CARDINALS}|{_SCALE_WORDS})\b)*(?: point(?: (?:{_CARDINALS})\b)+(?:{_GAP}(?:{_SCALE_WORDS})\b)*)?"
    rf"(?:{_MIXED}\b(?:{_GAP}(?:{_SCALE_WORDS})\b)*|{_GAP}(?:{_alternatives(PARTS)})\b)?)"
)


@lru_cache(maxsize=8192)
def numerals_of(token: str) -> tuple[Numeral, ...]:
    """The numerals in a match of `PATTERN`, in order; empty where it is none after all ("twenty-third").

    >>> [(n.value, n.step) for n in numerals_of("1.2 million")]
    [(Decimal('1200000'), Decimal('100000'))]
    """
    if len(token) > _MAX_CHARS:
        return ()
    return _digits(token) if token[0].isdigit() or token[0] in FRACTIONS else tuple(read_words(token))


def _digits(token: str) -> tuple[Numeral, ...]:
    bare = token.replace(",", "")
    if bare.isascii() and bare.replace(".", "", 1).isdigit() and token.rfind(",") < (token.find(".") if "." in token else len(token)):
        value = Decimal(bare)
        return (Numeral(0, len(token), value, step_of(value), bare_end=len(token), bare=value, digits=token),)
    end = 0
    size = len(token)
    while end < size and (token[end].isdigit() or (token[end] in ",. " and end + 1 < size and token[end + 1].isdigit() and token[end - 1] != " ")):
        if token[end] == " " and "/" in token[end + 1 : end + 4]:
            break
        end += 1
        if end < size and token[end] == "," and token[end : end + 5] == ", 000":
            end += 5
    number = token[:end]
    if number.count(".") > 1 or ("," in number and -1 < number.find(".") < number.find(",")):
        number = number.replace(".", "").replace(",", ".")  # 1.234.567,89
    digits = number.replace(",", "").replace(" ", "")
    value = Decimal(digits) if digits else Decimal(0)
    step = step_of(value)
    rest = token[end:]
    exponent = _EXPONENT.match(rest)
    if exponent is not None:
        power = int(exponent.group(1))
        stop = end + exponent.end()
        if abs(power) > 40:
            return ()
        return (Numeral(0, stop, times(value, power), times(step, power), power, bare_end=stop, bare=value, digits=number),)
    fraction = rest.strip()
    if rest[:1] == "/":
        cut = _after_digits(rest, 1)
        below = int(rest[1:cut])
        if below not in _FRACTIONAL or "." in digits or "," in number or value >= below:
            return ()
        value, step, end, rest, number = ratio(value, below), ratio(1, below), end + cut, rest[cut:], token[: end + cut]
    elif fraction[:1] in FRACTIONS or (fraction[:1].isdigit() and "/" in fraction) or _HYPHENED.match(fraction) is not None:
        fraction = fraction.removeprefix("-")
        skipped = len(rest) - len(rest.lstrip(" -"))
        if fraction[0] in FRACTIONS:
            above, below, cut = *FRACTIONS[fraction[0]], 1
        else:
            slash = fraction.index("/")
            cut = _after_digits(fraction, slash + 1)
            above, below = int(fraction[:slash]), int(fraction[slash + 1 : cut])
        if not below or above >= below:
            return ()
        value, step, end, rest = add(value, ratio(above, below)), ratio(1, below), end + skipped + cut, fraction[cut:]
    if not rest:
        return (Numeral(0, end, value, step, bare_end=end, bare=value, digits=number),)
    lowered = rest.lower()
    if lowered.startswith(" and ") or lowered[0] in " -":
        value, step, scale = _mixed_and_scaled(value, step, lowered)
        if scale >= 0:
            return (Numeral(0, len(token), value, step, scale, bare_end=end, bare=Decimal(digits or 0), digits=number),)
    suffix = lowered.strip()
    if suffix in _GLUED:
        power = SCALES[suffix]
        return (Numeral(0, len(token), times(value, power), times(step, power), power, bare_end=end, bare=value, digits=number),)
    power = _SUFFIXES[suffix]
    return (Numeral(0, len(token), times(value, power), times(step, power), power, rest.strip(), end, value, digits=number),)


def _after_digits(text: str, at: int) -> int:
    while at < len(text) and text[at].isdigit():
        at += 1
    return at


def _mixed_and_scaled(value: Decimal, step: Decimal, rest: str) -> tuple[Decimal, Decimal, int]:
    """ " and a half million" behind a number; a scale of -1 where a word is no scale word."""
    words = rest.replace("-", " ").split()
    scale = 0
    at = 0
    while at < len(words):
        word = words[at]
        if word == "and":
            above = 1 if words[at + 1] == "a" else ONES[words[at + 1]]
            below = PARTS[words[at + 2]]
            one = Decimal(1).scaleb(scale)
            value = plain(add(value, multiply(one, ratio(above, below))))
            step = plain(multiply(one, ratio(1, below)))
            at += 3
        elif word in SCALES:
            value, step, scale = times(value, SCALES[word]), times(step, SCALES[word]), scale + SCALES[word]
            at += 1
        elif word in DOZENS:
            value, step = value * 12, Decimal(12)
            at += 1
        else:
            return value, step, -1
    return value, step, scale
