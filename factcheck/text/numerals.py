"""Numerals as news writes them: digits, words and both together ("1.2 million", "two and a half", "35 lakh").

`PATTERN` is the source of one expression for google-re2 that finds the whole numeral in Latin-1 bytes;
`numerals_of` reads what it found. Neither knows units, nouns or what stands around a numeral.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

_CONTEXT = Context(prec=28)
_FRACTIONAL = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64))
"""What a fraction in digits has below its bar; 24/7 and 9/11 are none."""
_MAX_CHARS = 120
"""A longer run of digits or number words is no figure that a text states."""

SCALES: dict[str, int] = {
    "hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "trillion": 12, "quadrillion": 15,
    "hundreds": 2, "thousands": 3, "lakhs": 5, "millions": 6, "crores": 7, "billions": 9, "trillions": 12,
}  # fmt: skip
_SUFFIXES: dict[str, int] = {
    "k": 3, "m": 6, "mn": 6, "mln": 6, "mil": 6, "mm": 6, "b": 9, "bn": 9, "bln": 9, "g": 9, "t": 12, "tn": 12, "trn": 12, "tln": 12,
}  # fmt: skip
_VAGUE = {"tens": 1, "dozens": 1, "hundreds": 2, "thousands": 3}
_DOZENS = {"dozen": 12, "dozens": 12}
_ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_ONES |= {"nought": 0, "naught": 0}
_TENS = {word: 10 * number for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)} | {
    "fourty": 40
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
          "twentieth": 20, "hundredth": 100, "thousandth": 1000}  # fmt: skip
_PARTS |= {"halves": 2} | {f"{word}s": number for word, number in _PARTS.items()}
FRACTIONS: dict[str, tuple[int, int]] = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6),
    "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
"""The signs for fractions; those outside Latin-1 do not reach `PATTERN` as they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Numeral:
    """`[start, end)` of the token, the number, and one unit of its last significant digit (1000 for 54,000).

    `scale` is the power of ten that a scale word gave; `suffix` the letters of a glued scale ("3bn", "5m"), which may
    be a unit instead: `bare_end` and `bare` are then the number without it. `is_vague`: a plural scale word alone
    ("thousands"), a lower bound. `is_spelled`: starts with a word. `part`: a fraction in words ("two-thirds").
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    scale: int = 0
    suffix: str = ""
    bare_end: int = 0
    bare: Decimal = Decimal(0)
    is_vague: bool = False
    is_spelled: bool = False
    is_part: bool = False
    digits: str = ""


def _alternatives(words: object) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))  # type: ignore[call-overload]


_SCALE_WORDS = _alternatives([*SCALES, "dozen", "dozens"])
_CARDINALS = _alternatives([*_ONES, *_TENS])
_SUFFIX_WORDS = _alternatives(word for word in _SUFFIXES)
_GAP = r"(?: ?- ?| +)"
_MIXED = r"(?: and (?:a|one|two|three|five) (?:half|quarters?|thirds?|fourths?|fifths?|eighths?))"
PATTERN = (
    # digits: grouped, spaced or plain; a vulgar fraction; a scale
    r"(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}\b|[0-9]{1,3}(?:\.[0-9]{3}){2,}\b|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]{1,3}, 000|[0-9]{1,3}(?: [0-9]{3})+\b|[0-9]+)(?:\.[0-9]+)?"
    r"(?:[x\xd7]10\^?-?[0-9]{1,3}\b|[eE][+-]?[0-9]{1,3}\b)?"
    r"(?:(?: {1,2}[0-9]{1,2}/[0-9]{1,2}\b| ?[\xbc\xbd\xbe])|/[0-9]{1,2}\b)?"
    rf"(?:(?i:{_MIXED})?(?:{_GAP}(?i:{_SCALE_WORDS})\b)+(?i: and a half\b)?|(?i:{_MIXED}\b)|(?i: ?(?:mln|bln|tln|trn|bn|mn|tn|mil)\b)|(?i:mm|[kmbtg])\b)?"
    r"|[\xbc\xbd\xbe]"
    # words
    rf"|\b(?i:(?:tens of thousands|(?:tens|hundreds|dozens|thousands) of (?:thousands|millions|billions|trillions))\b"
    rf"|(?:(?:half an?|half|an?|a quarter|quarter|three quarters|quarter of a|a couple)(?: of an?)? (?:{_SCALE_WORDS})|{_CARDINALS}|{_SCALE_WORDS})\b"
    rf"(?:(?:{_GAP}| and |, )(?:{_CARDINALS}|{_SCALE_WORDS})\b)*(?: point(?: (?:{_CARDINALS})\b)+)?"
    rf"(?:{_MIXED}\b(?:{_GAP}(?:{_SCALE_WORDS})\b)*|{_GAP}(?:{_alternatives(_PARTS)})\b)?)"
)


def step_of(value: Decimal) -> Decimal:
    """One unit of the last significant digit: 54,000 gives 1000, 6.10 gives 0.01, 0 gives 1.

    >>> step_of(Decimal("54000")), step_of(Decimal("6.10")), step_of(Decimal("203"))
    (Decimal('1000'), Decimal('0.01'), Decimal('1'))
    """
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent < 0:
        return Decimal((0, (1,), exponent if isinstance(exponent, int) else 0))
    for digit in reversed(digits):
        if digit:
            return plain(Decimal((0, (1,), exponent)))
        exponent += 1
    return Decimal(1)


def plain(value: Decimal) -> Decimal:
    """The same number without a positive exponent, so that its digits print as they are."""
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1), context=Context(prec=60)) if isinstance(exponent, int) and exponent > 0 else value


def ratio(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    """`numerator / denominator` to 28 digits, whatever the caller's decimal context."""
    return _CONTEXT.divide(Decimal(numerator), Decimal(denominator))


@lru_cache(maxsize=8192)
def numerals_of(token: str) -> tuple[Numeral, ...]:
    """The numerals in a match of `PATTERN`, in order; empty where it is none after all ("twenty-third").

    >>> [(n.value, n.step) for n in numerals_of("1.2 million")]
    [(Decimal('1200000'), Decimal('100000'))]
    """
    if len(token) > _MAX_CHARS:
        return ()
    return _digits(token) if token[0].isdigit() or token[0] in FRACTIONS else tuple(_words(token))


def _times(value: Decimal, power: int) -> Decimal:
    return plain(value.scaleb(power, context=_CONTEXT)) if power else value


def _digits(token: str) -> tuple[Numeral, ...]:
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
    if rest[:1] in ("x", "\xd7", "e", "E"):
        power = int(rest.lower().replace("x10", "").replace("\xd710", "").strip("^e"))
        if abs(power) > 40:
            return ()
        return (Numeral(0, len(token), _times(value, power), _times(step, power), power, bare_end=len(token), bare=value, digits=number),)
    fraction = rest.strip()
    if rest[:1] == "/":
        cut = _after_digits(rest, 1)
        below = int(rest[1:cut])
        if below not in _FRACTIONAL or "." in digits or "," in number or value >= below:
            return ()
        value, step, end, rest, number = ratio(value, below), ratio(1, below), end + cut, rest[cut:], token[: end + cut]
    elif fraction[:1] in FRACTIONS or (fraction[:1].isdigit() and "/" in fraction):
        skipped = len(rest) - len(rest.lstrip())
        if fraction[0] in FRACTIONS:
            above, below, cut = *FRACTIONS[fraction[0]], 1
        else:
            slash = fraction.index("/")
            cut = _after_digits(fraction, slash + 1)
            above, below = int(fraction[:slash]), int(fraction[slash + 1 : cut])
        if not below:
            return ()
        value, step, end, rest = _CONTEXT.add(value, ratio(above, below)), ratio(1, below), end + skipped + cut, fraction[cut:]
    if not rest:
        return (Numeral(0, end, value, step, bare_end=end, bare=value, digits=number),)
    lowered = rest.lower()
    if lowered.startswith(" and ") or lowered[0] in " -":
        value, step, scale = _mixed_and_scaled(value, step, lowered)
        if scale >= 0:
            return (Numeral(0, len(token), value, step, scale, bare_end=end, bare=Decimal(digits or 0), digits=number),)
    suffix = lowered.strip()
    power = _SUFFIXES[suffix]
    return (Numeral(0, len(token), _times(value, power), _times(step, power), power, rest.strip(), end, value, digits=number),)


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
            above = 1 if words[at + 1] == "a" else _ONES[words[at + 1]]
            below = _PARTS[words[at + 2]]
            one = Decimal(1).scaleb(scale)
            value = plain(_CONTEXT.add(value, _CONTEXT.multiply(one, ratio(above, below))))
            step = plain(_CONTEXT.multiply(one, ratio(1, below)))
            at += 3
        elif word in SCALES:
            value, step, scale = _times(value, SCALES[word]), _times(step, SCALES[word]), scale + SCALES[word]
            at += 1
        elif word in _DOZENS:
            value, step = value * 12, Decimal(12)
            at += 1
        else:
            return value, step, -1
    return value, step, scale


def _tokens(token: str) -> list[tuple[int, int, str]]:
    found = []
    at = 0
    for word in token.lower().replace("-", " ").replace(",", " ").split(" "):
        if word:
            found.append((at, at + len(word), word))
        at += len(word) + 1
    return found


def _words(token: str) -> list[Numeral]:
    """The numerals in a run of number words: "two hundred and three" is one, "two three" are two."""
    words = _tokens(token)
    found: list[Numeral] = []
    if len(words) == 3 and words[1][2] == "of" and words[0][2] in _VAGUE and words[2][2] in SCALES:
        value = plain(Decimal(10) ** (_VAGUE[words[0][2]] + SCALES[words[2][2]]))
        return [Numeral(0, len(token), value, value, is_vague=True, is_spelled=True)]
    at = 0
    while at < len(words):
        if words[at][2] == "and" or words[at][2] == "of":
            at += 1
            continue
        numeral, used = _one(words, at)
        if numeral is not None:
            found.append(numeral)
        at += max(used, 1)
    if len(found) == 2 and found[0].value in (18, 19, 20) and 10 <= found[1].value < 100 and not found[0].scale:
        return []  # nineteen eighty-four
    return found


def _one(words: list[tuple[int, int, str]], at: int) -> tuple[Numeral | None, int]:
    first = at
    total, current, last = Decimal(0), Decimal(0), 10**9
    scale, largest, is_vague, seen = 0, 0, False, False
    start = words[at][0]
    word = words[at][2]
    if word in ("a", "an", "half", "quarter") or (word == "three" and _word(words, at + 1) == "quarters" and _word(words, at + 2) in SCALES):
        current, at = _article(words, at)
        seen, last = True, 0
    while at < len(words):
        word = words[at][2]
        if word in _ONES:
            number = _ONES[word]
            if number >= last or (number >= 10 and last != 100 and last < 10**9) or (last < 10 and seen):
                break
            current, last, seen = current + number, 1, True
        elif word in _TENS:
            if last <= 10 or (seen and last < 100):
                break
            current, last, seen = current + _TENS[word], 10, True
        elif word in _DOZENS:
            if not seen:
                is_vague = word == "dozens"
            current = (current if seen else Decimal(1)) * 12
            seen, last = True, 0
        elif word in SCALES:
            power = SCALES[word]
            if power == 2 and seen and current < 100:
                current, last = current * 100, 100
            elif not seen:
                is_vague = word.endswith("s")
                current, last = Decimal(10) ** power, 100 if power == 2 else 10**9
                if _word(words, at + 1) == "of" and _word(words, at + 2) in SCALES:
                    at += 1
            else:
                if largest and power >= largest and not current:
                    total = _times(total, power)
                elif largest and power > largest:
                    break
                else:
                    total, current = total + _times(current, power), Decimal(0)
                last = 10**9
                largest = power
            scale, seen = max(scale, power), True
        elif word == "and":
            following = _word(words, at + 1)
            above = 1 if following == "a" else _ONES.get(following, 0)
            if seen and above and _word(words, at + 2) in _PARTS:
                below = _PARTS[_word(words, at + 2)]
                one = Decimal(10) ** largest
                current = current + _CONTEXT.multiply(one, ratio(above, below)) if not largest else current
                if largest:
                    total = total + _CONTEXT.multiply(one, ratio(above, below))
                last = 10**9
                at += 3
                power = SCALES.get(_word(words, at), 0)
                if power and not largest:
                    current, scale, at = _times(current, power), max(scale, power), at + 1
                value = plain(_CONTEXT.add(total, current))
                return Numeral(start, words[at - 1][1], value, _times(ratio(1, below), scale), scale, is_spelled=True), at - first
            if not seen or last not in (100, 10**9) or not (following in _ONES or following in _TENS):
                break
        elif word == "point" and seen:
            decimals = ""
            at += 1
            while at < len(words) and (words[at][2] in _ONES or words[at][2] in _TENS):
                decimals += str(_ONES.get(words[at][2], _TENS.get(words[at][2])))
                at += 1
            value = Decimal(f"{total + current}.{decimals}")
            return Numeral(start, words[at - 1][1], value, step_of(value), is_spelled=True), at - first
        elif word in _PARTS:
            if not seen:
                return None, at - first + 1
            value, below = total + current, _PARTS[word]
            if (value != 1 and not word.endswith("s")) or value == 0:
                return None, at - first + 1  # twenty-third: an ordinal
            if below == 2 and word == "half" and value != 1:
                return None, at - first + 1
            return Numeral(start, words[at][1], ratio(value, below), ratio(1, below), is_spelled=True, is_part=True), at - first + 1
        else:
            break
        at += 1
    if not seen:
        return None, 1
    while at - 1 > first and words[at - 1][2] == "and":
        at -= 1
    value = plain(total + current)
    return Numeral(start, words[at - 1][1], value, step_of(value), scale, is_vague=is_vague, is_spelled=True), at - first


def _word(words: list[tuple[int, int, str]], at: int) -> str:
    return words[at][2] if at < len(words) else ""


def _article(words: list[tuple[int, int, str]], at: int) -> tuple[Decimal, int]:
    """What "a", "half a", "quarter of a", "three quarters" multiply the scale word behind them by."""
    number = Decimal(1)
    while at < len(words):
        word = words[at][2]
        if word == "half":
            number = Decimal("0.5")
        elif word in ("quarter", "quarters"):
            number = number * Decimal("0.25")
        elif word == "three":
            number = Decimal(3)
        elif word == "couple":
            number = Decimal(2)
        elif word not in ("a", "an", "of"):
            break
        at += 1
    return number, at
