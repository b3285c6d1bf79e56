"""From numerals to mentions: signs, units, ranges, hedges, nouns, and what is no quantity at all.

`quantities_in` walks over the numerals of a scan once; each is read from the characters around it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from factcheck.extraction.quantities import quiet
from factcheck.extraction.quantities.hedges import HEDGES, bounds, hedge_after, hedge_before
from factcheck.extraction.quantities.nouns import noun_after
from factcheck.extraction.quantities.units import Affix, per_unit, prefix_before, unit_after
from factcheck.kinds.units import Unit, units
from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value
from factcheck.text import numerals
from factcheck.text.numerals import Numeral, numerals_of
from factcheck.text.scan import Scan


class Found(NamedTuple):
    """A numeral in the text: `[start, end)` and what it reads as."""

    start: int
    end: int
    numeral: Numeral


class Amount(NamedTuple):
    """One number with what belongs to it: sign or currency in front, unit behind."""

    start: int
    number_end: int
    end: int
    value: Decimal
    step: Decimal
    unit: Unit | None
    has_prefix: bool
    is_attributive: bool
    numeral: Numeral


_RANGE = re.compile(r" ?- ?| to | or |-to-|-or-| and | through ")
_HALF = re.compile(r" (?:of|the|its|their|his|her|our|all|as|that|those|these)\b| an? (?=[a-z])|-")
_PART = re.compile(r"\b(?i:an?) (half|third|quarter|fifth|sixth|tenth)\b")
_IN = re.compile(r" (?:in(?: every)?|out of(?: every)?|of every) ")
_RANGE_VERBS = frozenset(
    ["range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere", "anything", "between", "fluctuated"]
)
_CHANGES = frozenset(
    [
        "rose",
        "fell",
        "up",
        "down",
        "gained",
        "lost",
        "added",
        "dropped",
        "climbed",
        "slid",
        "jumped",
        "increased",
        "decreased",
        "declined",
        "grew",
        "surged",
        "plunged",
        "advanced",
        "slipped",
        "eased",
        "raised",
        "lowered",
        "cut",
        "soared",
        "tumbled",
        "shed",
        "rise",
        "fall",
        "rising",
        "falling",
    ]
)
_ONE_STOP = re.compile(
    r" (?:day|another|time|side|hand|thing|way|point|reason|last|more time|by one|such|or two|whose|that|who|which|can|could|may|might|must|should|would|will)\b"
    r"(?! of)|'s\b|-(?:on|sided|off|by|way|to|stop|time|up|of|another)\b|self"
)
_NOT_ONE = frozenset(["no", "any", "every", "each", "this", "the", "that", "another", "which", "some", "only", "number", "not"])
_OF_WHOLE = re.compile(r" of (?:the|its|their|his|her|our|my|these|those|all|[A-Z])")
_EXACT_KINDS = frozenset(("count", "age"))
_COUNTABLE = re.compile(
    r"(?:people|homes|jobs|users|customers|barrels|tonnes|tons|households|families|workers|copies|subscribers|visitors|passengers|votes|students|children|voters|residents|refugees|migrants|vehicles|cars|units|shares|viewers|followers|adults|women|men|patients|doses|cases|deaths|members|pupils|tests|acres|hectares|sq|square|cubic|pounds|dollars|euros|yen|litres|gallons|miles)\b"
)
_NAME_AGE = re.compile(r"[A-Z][a-z'.-]+,? ?$")
_AGE_BEHIND = re.compile(r",(?= (?:who|a|an|the|of|from|was|is|has|had|said|told|and|were|died|whose|also|will|an)\b)|,? ?(?=[.)]|, of )")


@cache
def _triggers() -> Any:
    import re2

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = 1 << 26
    pattern = numerals.PATTERN + (
        r"|\b(?i:(?:half (?:an? )?|half-|an? )(?:hour|mile|gallon|kilomet(?:er|re)))\b|\b(?i:an? (?:half|third|quarter|fifth|sixth|tenth))\b|\b(?i:half)\b"
    )
    return re2.compile(pattern.encode("latin-1"), options)


def quantities_in(scan: Scan) -> tuple[QuantityMention, ...]:
    """The quantities of a text, sorted by start, none overlapping."""
    plain, latin = _readable(scan)
    reader = _Reader(scan.text, plain)
    found = reader.found
    for match in _triggers().finditer(latin):
        start, end = match.span()
        token = plain[start:end]
        char = token[0]
        if char in "aAhH" and not token.endswith(_SCALED):
            numeral = _article_or_half(token)
            if numeral is not None:
                found.append(Found(start, start + numeral.end, numeral))
            continue
        for numeral in numerals_of(token):
            found.append(Found(start + numeral.start, start + numeral.end, numeral))
    at = 0
    while at < len(found):
        at = max(reader.read(at), at + 1)
    return tuple(reader.mentions)


_SCALED = tuple(numerals.SCALES) + ("dozen", "dozens")
_ODD = re.compile(r"(?![0-9])\d|[⅐-⅞]")


def _readable(scan: Scan) -> tuple[str, bytes]:
    """The plain text and its bytes, with the digits of other scripts as 0-9 and rarer fractions as one half's sign."""
    plain = scan.plain
    if plain.isascii():
        return plain, scan.latin
    try:
        plain.encode("latin-1")
    except UnicodeEncodeError:
        if _ODD.search(plain) is not None:
            plain = re.sub(r"(?![0-9])\d", lambda digit: str(int(digit.group())), plain)
            return plain, re.sub("[⅐-⅞]", "½", plain).encode("latin-1", "replace")
    return plain, scan.latin


def _article_or_half(token: str) -> Numeral | None:
    """ "an hour", "half a mile", "a third", "half": the number, ending where the unit starts."""
    lowered = token.lower()
    words = lowered.replace("-", " ").split()
    if words[0] == "half":
        end = len(token) if len(words) == 1 else token.rindex(words[-1][1:]) - 1
        if len(words) > 1:
            end -= 1
        value = Decimal("0.5")
        return Numeral(0, end, value, value, is_spelled=True, is_part=len(words) == 1)
    if words[1] in numerals._PARTS and words[1] not in ("hour",):
        below = numerals._PARTS[words[1]]
        return Numeral(0, len(token), numerals.ratio(1, below), numerals.ratio(1, below), is_spelled=True, is_part=True)
    one = Decimal(1)
    return Numeral(0, len(words[0]), one, one, is_spelled=True)


class _Reader:
    """The numerals of one text and the mentions read so far."""

    __slots__ = ("done", "found", "mentions", "plain", "text")

    def __init__(self, text: str, plain: str) -> None:
        self.text = text
        self.plain = plain
        self.found: list[Found] = []
        self.mentions: list[QuantityMention] = []
        self.done = 0

    def read(self, at: int) -> int:
        """Reads the numeral at index `at` and adds its mention, if it is one; the index of the next numeral to read."""
        plain = self.plain
        start, end, numeral = self.found[at]
        if start < self.done:
            return at + 1
        skip = self._never(at)
        if skip:
            return skip
        first = self._amount(start, end, numeral)
        if first is None:
            return at + 1
        joined = self._range(at, first)
        if joined is not None:
            second, reading = joined
            if reading == "quiet":
                self.done = second.end
                return at + 2
            return self._emit_range(at, first, second)
        if numeral.is_part and first.unit is None:
            return self._emit_part(at, first)
        share = self._one_in(at, first)
        if share is not None:
            return share
        before = quiet.word_before(plain, first.start)
        lowered = before.lower()
        value = first.value
        whole = numeral.digits.isdigit()
        unit = first.unit
        if unit is None and whole and value <= 31 and lowered != "may" and quiet.is_day_of_month(plain, start, end, lowered):
            return at + 1
        if unit is None and whole and value <= 31 and lowered == "may" and quiet.is_day_of_month(plain, start, end, lowered):
            return at + 1
        noun: tuple[str, int] | None = None
        hedge = hedge_before(plain, first.start)
        if unit is None:
            age = self._age(first, before)
            if age is not None:
                unit = age
            else:
                noun = noun_after(plain, first.end, value == 1 or first.is_attributive)
                if self._is_quiet_count(at, first, before, lowered, noun, hedge):
                    return at + 1
        elif (
            whole
            and lowered
            and not first.has_prefix
            and unit.kind != "share"
            and quiet.is_label(lowered, before[0].isupper(), True)
            and lowered in quiet._FIRM_LABELS
        ):
            return at + 1
        elif unit.kind in ("duration", "distance", "measure", "age") or first.is_attributive:
            noun = noun_after(plain, first.end, True) if first.is_attributive else self._of_noun(first.end)
        elif unit.kind == "share":
            noun = self._of_noun(first.end)
        self._emit(first, unit, noun, hedge, None)
        return at + 1

    def _never(self, at: int) -> int:
        """The index to go on with where the characters around the numeral rule a quantity out; 0 where they do not."""
        plain = self.plain
        start, end, numeral = self.found[at]
        if numeral.digits:
            if quiet.is_date_or_number_chain(plain, start):
                stop = start + 1
                while (
                    stop < len(plain)
                    and stop - start < 64
                    and (plain[stop].isalnum() or (plain[stop] in "-./:" and plain[stop + 1 : stop + 2].isalnum()))
                ):
                    stop += 1
                self.done = stop
                return at + 1
            if not numeral.scale and quiet.is_time_or_ordinal(plain, numeral.bare_end - numeral.start + start if numeral.suffix else end):
                self.done = end + 3 if plain[end : end + 1] in ":." else end
                return at + 1
            if quiet.is_list_mark(plain, start, end):
                return at + 1
        elif quiet.is_spelled_ordinal(plain, end):
            return at + 1
        return 0

    def _amount(self, start: int, end: int, numeral: Numeral) -> Amount | None:
        """The number with sign, currency and unit; None where the characters next to it make it part of a name."""
        plain = self.plain
        value, step = numeral.value, numeral.step
        prefix: Affix | None = None
        begin = start
        if start:
            char = plain[start - 1]
            if char.isalnum() or char in " $£¥\x80." or ord(char) > 255:
                prefix = prefix_before(plain, start)
            if prefix is not None:
                begin = prefix.at
            elif char.isalnum() or char in "_#@/\\=~^":
                return None
            elif char == "." and numeral.digits:
                before = plain[start - 2 : start - 1]
                if before.isalnum() or (start < 2 and False):
                    return None
                if before in (" ", "", "(", "$", "-", "\n") and numeral.digits.isdigit() and not numeral.scale:
                    value = Decimal(f"0.{numeral.digits}")
                    step = numerals.step_of(value)
                    begin = start - 1
            if begin and plain[begin - 1] == "-" and numeral.digits:
                before = plain[begin - 2 : begin - 1]
                if before.isalnum() or before in (")", "'", '"'):
                    return None
                if before in ("", " ", "(", "\n"):
                    value = -value
                    begin -= 1
            elif begin and plain[begin - 1] == "-" and numeral.is_spelled and plain[begin - 2 : begin - 1].isalnum():
                if not plain[max(0, begin - 6) : begin].endswith((" mid-", " non-")):
                    return None
        suffix = numeral.suffix
        number_end = end
        unit = None if prefix is None else prefix.unit
        attributive = False
        if suffix and prefix is None and self._suffix_is_unit(suffix, end):
            number_end = start + numeral.bare_end
            value, step = (numeral.bare if value >= 0 else -numeral.bare), numerals.step_of(numeral.bare)
        close = number_end
        following = plain[number_end : number_end + 1]
        if following.isdigit() or (following in "_@/\\" and following and not (following == "/" and prefix)):
            return None
        if unit is None or (suffix == "" and unit.kind == "money"):
            behind = unit_after(plain, number_end, value, numeral.is_spelled, prefix is not None)
            if behind is not None and (unit is None or behind.unit.kind == "money"):
                if unit is None:
                    unit = behind.unit
                value, step = value.scaleb(behind.power), step.scaleb(behind.power)
                close = behind.at
                attributive = behind.is_attributive
        if close == number_end and following and (following.isalpha() or following == "\xb0") and not suffix:
            return None
        if unit is not None:
            wider = per_unit(plain, close, unit)
            if wider is not None:
                close, unit = wider
        elif following == "-" and plain[number_end + 1 : number_end + 2].isalpha():
            attributive = True
        return Amount(begin, number_end, close, value, step, unit, prefix is not None, attributive, numeral)

    def _suffix_is_unit(self, suffix: str, end: int) -> bool:
        """ "5m" is metres and "5t" tonnes, "3bn" and "3m people" are numbers."""
        if suffix in ("m", "mm", "t", "g", "b"):
            return not (suffix in ("m", "b") and _COUNTABLE.match(self.plain, end + 1)) if self.plain[end : end + 1] == " " else True
        return suffix == "G" and False

    def _range(self, at: int, first: Amount) -> tuple[Amount, str] | None:
        """The second amount where the two make a range, and whether that is one or must stay quiet (a score, a span of years)."""
        found = self.found
        if at + 1 >= len(found):
            return None
        plain = self.plain
        start, end, numeral = found[at + 1]
        if start - first.end > 12 or (first.unit is not None and first.unit.kind == "age"):
            return None
        link = _RANGE.match(plain, first.end, first.end + 9)
        if link is None:
            return None
        joint = link.group().strip()
        gap = plain[link.end() : start]
        if gap and (len(gap) > 5 or not all(char in "$£¥\x80. " or char.isalpha() for char in gap)):
            return None
        if quiet.is_spelled_ordinal(plain, end):
            return None
        second = self._second(start, end, numeral, link.end())
        if second is None:
            return None
        before = quiet.word_before(plain, first.start).lower()
        hyphen = "-" in joint and joint not in ("-to-", "-or-")
        if joint == "and" and before != "between":
            return None
        if joint == "to" and before in _CHANGES:
            return None
        if (
            joint == "to"
            and before == "from"
            and quiet.word_before(plain, plain.rfind("from", 0, first.start) if False else first.start - 5).lower() not in _RANGE_VERBS
        ):
            return None
        if first.unit is not None and second.unit is not None and first.unit.name != second.unit.name:
            return None
        if first.is_attributive and not hyphen and first.unit is not None:
            return None
        low, high = first.value, second.value
        if (
            first.numeral.scale == 0
            and second.numeral.scale
            and low < (coefficient := second.value.scaleb(-second.numeral.scale))
            and coefficient < 1000
        ):
            low = low.scaleb(second.numeral.scale)
        if low >= high:
            if hyphen and first.numeral.digits and second.numeral.digits and first.unit is None and second.unit is None:
                return second, "quiet"
            return None
        if joint == "or" and (high > 2 * low + 1 or (second.unit is None and first.unit is not None)):
            return None
        if hyphen and first.unit is None and second.unit is None:
            if first.numeral.is_spelled != second.numeral.is_spelled and gap:
                return None
            if self._is_span_of_years(first, second) or (noun_after(plain, second.end) is None and not hedge_before(plain, first.start)):
                return second, "quiet"
        if first.unit is None and second.unit is None and self._is_span_of_years(first, second):
            return second, "quiet"
        return second, "range"

    def _second(self, start: int, end: int, numeral: Numeral, link_end: int) -> Amount | None:
        """The amount behind a range's link; a hyphen in front of it is the link and no sign."""
        if self.plain[start - 1 : start] == "-" and start == link_end:
            behind = unit_after(self.plain, end, numeral.value, numeral.is_spelled, False)
            if behind is not None:
                wider = per_unit(self.plain, behind.at, behind.unit) or (behind.at, behind.unit)
                return Amount(start, end, wider[0], numeral.value.scaleb(behind.power), numeral.step, wider[1], False, behind.is_attributive, numeral)
            following = self.plain[end : end + 1]
            return Amount(start, end, end, numeral.value, numeral.step, None, False, following == "-", numeral) if not following.isalnum() else None
        return self._amount(start, end, numeral)

    def _is_span_of_years(self, first: Amount, second: Amount) -> bool:
        one, two = first.numeral.digits, second.numeral.digits
        return len(one) == 4 and one.isdigit() and one[0] in "12" and two.isdigit() and len(two) in (2, 4)

    def _emit_range(self, at: int, first: Amount, second: Amount) -> int:
        low, high = first.value, second.value
        if first.numeral.scale == 0 and second.numeral.scale and low < second.value.scaleb(-second.numeral.scale):
            low = numerals.plain(low.scaleb(second.numeral.scale))
        unit = second.unit or first.unit
        before = quiet.word_before(self.plain, first.start)
        if unit is None:
            age = self._age(second, "") if before.lower() not in ("age", "aged", "ages") else units()["year of age"]
            unit = age
        noun = None
        if unit is None:
            noun = noun_after(self.plain, second.end, second.is_attributive)
            if (
                first.numeral.digits
                and second.numeral.digits
                and high <= 31
                and (quiet.is_day_of_month(self.plain, second.start, second.number_end, before.lower()))
            ):
                self.done = second.end
                return at + 2
            if noun is None and quiet.is_label(before.lower(), before[:1].isupper(), False):
                self.done = second.end
                return at + 2
        elif second.is_attributive:
            noun = noun_after(self.plain, second.end, True)
        hedge = hedge_before(self.plain, first.start)
        amount = second._replace(start=first.start, step=min(first.step, second.step))
        self._emit(amount, unit, noun, hedge, (low, high))
        return at + 2

    def _emit_part(self, at: int, amount: Amount) -> int:
        """A fraction in words: "two-thirds of voters", "half the seats"; quiet where it names something else."""
        plain = self.plain
        before = quiet.word_before(plain, amount.start).lower()
        written = plain[amount.start : amount.end].lower()
        noun = self._of_noun(amount.end)
        hedge = hedge_before(plain, amount.start)
        if written == "half":
            if before in (
                "first",
                "second",
                "latter",
                "other",
                "this",
                "better",
                "each",
                "a",
                "one's",
                "and",
                "top",
                "bottom",
                "half",
                "last",
                "next",
            ) or (_HALF.match(plain, amount.end) is None and not hedge):
                return at + 1
            if plain[amount.end : amount.end + 1] == "-":
                return at + 1
            noun = noun or noun_after(plain, amount.end)
        elif written.startswith(("a ", "an ")) and plain[amount.end : amount.end + 4] != " of " and not (written.endswith("half") and False):
            return at + 1
        noun = noun or noun_after(plain, amount.end, True)
        self._emit(amount, None, noun, hedge, None, "share")
        return at + 1

    def _one_in(self, at: int, first: Amount) -> int | None:
        """ "one in five", "three out of 10 voters": a share."""
        found = self.found
        if at + 1 >= len(found) or first.unit is not None or first.value != first.value.to_integral_value():
            return None
        start, end, numeral = found[at + 1]
        link = _IN.match(self.plain, first.end, first.end + 14)
        if link is None or link.end() != start or numeral.value <= first.value or first.value < 1:
            return None
        whole = self._amount(start, end, numeral)
        if whole is None or whole.unit is not None or whole.has_prefix or (numeral.digits.isdigit() and 1900 <= numeral.value <= 2100):
            return None
        if numeral.value not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000) and numeral.value < 1000 and link.group().strip() == "in":
            return None
        value = numerals.ratio(first.value, numeral.value)
        amount = whole._replace(start=first.start, value=value, step=numerals.ratio(1, numeral.value))
        noun = noun_after(self.plain, whole.end) or self._of_noun(whole.end)
        self._emit(amount, None, noun, hedge_before(self.plain, first.start), None, "share")
        return at + 2

    def _age(self, amount: Amount, before: str) -> Unit | None:
        """The unit of an age where the number is one by what stands in front: "aged 42", "Ann Lee, 42, said"."""
        if not 0 <= amount.value <= 125 or amount.value != amount.value.to_integral_value():
            return None
        lowered = before.lower()
        plain = self.plain
        if lowered in ("age", "aged", "ages") or (lowered == "of" and plain[max(0, amount.start - 8) : amount.start].endswith("age of ")):
            return units()["year of age"]
        if plain[amount.start - 2 : amount.start] in (", ", " (") and amount.numeral.digits and plain[amount.end : amount.end + 1] in (",", ")"):
            head = plain[max(0, amount.start - 40) : amount.start - 2]
            words = head.split()
            if (
                len(words) >= 2
                and all(word[:1].isupper() and word.replace("-", "").replace("'", "").replace(".", "").isalpha() for word in words[-2:])
                and (words[-1].lower().rstrip(".") not in quiet._MONTHS and _AGE_BEHIND.match(plain, amount.end) is not None)
            ):
                return units()["year of age"]
        return None

    def _of_noun(self, end: int) -> tuple[str, int] | None:
        """The noun behind "of": "2% of GDP", "20 tonnes of wheat"."""
        return noun_after(self.plain, end, True) if self.plain[end : end + 4] == " of " else None

    def _is_quiet_count(
        self, at: int, amount: Amount, before: str, lowered: str, noun: tuple[str, int] | None, hedge: tuple[int, str] | None
    ) -> bool:
        plain = self.plain
        numeral = amount.numeral
        start, end = amount.start, amount.end
        if numeral.is_spelled:
            if numeral.value == 1 and numeral.scale == 0 and not numeral.is_vague:
                if lowered in _NOT_ONE or _ONE_STOP.match(plain, end):
                    return True
                return noun is None or (plain[end : end + 4] == " of " and not _OF_WHOLE.match(plain, end))
            if numeral.value == 0 and (noun is None or lowered == "ground"):
                return True
            if noun is None and lowered in ("the", "these", "those", "group", "all", "or", "other"):
                return True
            return (
                before[:1].isupper()
                and noun is None
                and lowered in ("formula", "channel", "group", "number", "chapter", "phase", "studio", "apollo", "big", "phase")
            )
        digits = numeral.digits
        whole = digits.isdigit() and not numeral.scale
        if not whole:
            return quiet.is_label(lowered, before[:1].isupper(), noun is not None) or (
                before[:1].isupper() and noun is None and hedge is None and "," not in digits and lowered in ("version", "windows")
            )
        if len(digits) > 12 or (len(digits) > 1 and digits[0] == "0"):
            return True
        if quiet.is_label(lowered, before[:1].isupper(), noun is not None):
            return True
        if len(digits) == 4 and quiet.is_year(int(digits), lowered, noun[0] if noun else None, hedge is not None):
            return True
        if plain[end : end + 1] == "-" and noun is None:
            return True
        if plain[start - 1 : start] == "'" and len(digits) == 2:
            return True
        if before[:1].isupper() and hedge is None and noun is None:
            at_start = start - len(before) - 1
            head = plain[max(0, at_start - 2) : at_start]
            if plain[start - 1] == " " and (
                (head.strip() and head.strip() not in ('"', "(") and head[-1:] == " " and head[0] not in ".!?:")
                or (len(before) > 1 and before.isupper())
            ):
                return lowered not in ("at", "in", "of", "the", "and", "total")
        return False

    def _emit(
        self,
        amount: Amount,
        unit: Unit | None,
        noun: tuple[str, int] | None,
        hedge: tuple[int, str] | None,
        limits: tuple[Decimal, Decimal] | None,
        kind: str = "",
    ) -> None:
        start, end = amount.start, amount.end
        mark = "="
        if hedge is not None and not (hedge[1] == ">" and unit is not None and unit.kind == "duration" and self._is_period(hedge[0])):
            start, mark = hedge
        after = hedge_after(self.plain, end)
        if after is not None:
            end = after[0]
            mark = after[1] if mark == "=" or mark == "~" else mark
        if start < self.done:
            start = amount.start
            mark = "=" if after is None else mark
        kind = kind or (unit.kind if unit is not None else "count")
        point: Decimal | None = numerals.plain(amount.value)
        step = amount.step
        low: Decimal | None
        high: Decimal | None
        if limits is not None:
            low, high, low_open, high_open, point, shown = *limits, False, False, None, ".."
        elif amount.numeral.is_vague:
            low, high, low_open, high_open, point, shown = point, None, False, False, None, ">"
        else:
            exact = kind in _EXACT_KINDS and (kind == "age" or abs(amount.value) < 100)
            low, high, low_open, high_open = bounds(amount.value, step, mark, exact)
            shown = HEDGES[mark]
        text = self.text[start:end]
        name = unit.name if unit is not None else None
        value = Value(text, point, low, high, name, HEDGES[shown], step, low_open, high_open)
        words = noun if noun is not None else (None, end)
        self.mentions.append(QuantityMention(start, end, text, value, name, HEDGES[shown], words[0], kind, words[1]))
        self.done = end

    def _is_period(self, at: int) -> bool:
        """ "spread over four years": the hedge word is a preposition of time."""
        if self.plain[at : at + 5].lower() != "over ":
            return False
        return quiet.word_before(self.plain, at).lower() not in (
            "for", "lasted", "lasting", "lasts", "took", "takes", "take", "taking", "just", "well", "spent", "a", "after", "is", "was", "in", "of", "runs", "ran", "served"
        )  # fmt: skip
