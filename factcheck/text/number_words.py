"""Numbers in words: "two hundred and three", "two and a half million", "a quarter of a million", "two-thirds"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.text.numeral import Numeral, add, multiply, plain, ratio, step_of, times, whole

SCALES: dict[str, int] = {
    "hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "trillion": 12, "quadrillion": 15,
    "hundreds": 2, "thousands": 3, "lakhs": 5, "millions": 6, "crores": 7, "billions": 9, "trillions": 12,
    "mln": 6, "bln": 9,
}  # fmt: skip
_VAGUE = {"tens": 1, "dozens": 1, "hundreds": 2, "thousands": 3}
DOZENS = {"dozen": 12, "dozens": 12}
ONES = {
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
ONES |= {"nought": 0, "naught": 0}
TENS = {word: 10 * number for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)} | {
    "fourty": 40
}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
          "twentieth": 20, "hundredth": 100, "thousandth": 1000}  # fmt: skip
PARTS |= {"halves": 2} | {f"{word}s": number for word, number in PARTS.items()}


def _tokens(token: str) -> list[tuple[int, int, str]]:
    found = []
    at = 0
    for word in token.lower().replace("-", " ").replace(",", " ").split(" "):
        if word:
            found.append((at, at + len(word), word))
        at += len(word) + 1
    return found


def read_words(token: str) -> list[Numeral]:
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
    scale, largest, is_vague, is_dozens, seen = 0, 0, False, False, False
    start = words[at][0]
    word = words[at][2]
    if word in ("a", "an", "half", "quarter") or (word == "three" and _word(words, at + 1) == "quarters" and _word(words, at + 2) in SCALES):
        current, at = _article(words, at)
        seen, last = True, 0
    while at < len(words):
        word = words[at][2]
        if word in ONES:
            number = ONES[word]
            if number >= last or (number >= 10 and last != 100 and last < 10**9) or (last < 10 and seen):
                break
            current, last, seen = current + number, 1, True
        elif word in TENS:
            if last <= 10 or (seen and last < 100):
                break
            current, last, seen = current + TENS[word], 10, True
        elif word in DOZENS:
            if not seen:
                is_vague = word == "dozens"
            current = (current if seen else Decimal(1)) * 12
            seen, last, is_dozens = True, 0, True
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
                    total = times(total, power)
                elif largest and power > largest:
                    break
                else:
                    total, current = total + times(current, power), Decimal(0)
                last = 10**9
                largest = power
            scale, seen = max(scale, power), True
        elif word == "and":
            following = _word(words, at + 1)
            above = 1 if following == "a" else ONES.get(following, 0)
            if seen and above and _word(words, at + 2) in PARTS:
                below = PARTS[_word(words, at + 2)]
                one = Decimal(10) ** largest
                current = current + multiply(one, ratio(above, below)) if not largest else current
                if largest:
                    total = total + multiply(one, ratio(above, below))
                last = 10**9
                at += 3
                power = SCALES.get(_word(words, at), 0)
                if power and not largest:
                    current, scale, at = times(current, power), max(scale, power), at + 1
                value = whole(plain(add(total, current)))
                return Numeral(start, words[at - 1][1], value, times(ratio(1, below), scale), scale, is_spelled=True), at - first
            if not seen or last not in (100, 10**9) or not (following in ONES or following in TENS):
                break
        elif word == "point" and seen:
            decimals = ""
            at += 1
            while at < len(words) and (words[at][2] in ONES or words[at][2] in TENS):
                decimals += str(ONES.get(words[at][2], TENS.get(words[at][2])))
                at += 1
            value = Decimal(f"{total + current}.{decimals}")
            step = step_of(value)
            while _word(words, at) in SCALES:
                power = SCALES[_word(words, at)]
                value, step, scale, at = times(value, power), times(step, power), scale + power, at + 1
            return Numeral(start, words[at - 1][1], value, step, scale, is_spelled=True), at - first
        elif word in PARTS:
            if not seen:
                return None, at - first + 1
            value, below = total + current, PARTS[word]
            if word == "quarters" and value != 3:
                break  # two quarters of growth
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
    value = whole(plain(total + current))
    step = Decimal(12) if is_dozens and last == 0 else step_of(value)
    return Numeral(start, words[at - 1][1], value, step, scale, is_vague=is_vague, is_spelled=True), at - first


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
