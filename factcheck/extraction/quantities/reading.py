"""From numerals to mentions: which numbers are quantities, and what each one counts, measures or shares.

`quantities_in` walks over the numerals of a scan once; each is read from the characters around it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.extraction.quantities import quiet
from factcheck.extraction.quantities.ages import OLDEST, age_by_clause, age_in_apposition, age_in_front, is_age_in_brackets, is_span_of_ages
from factcheck.extraction.quantities.amounts import Amount, read_amount, with_cents, with_decimal_comma, year_of_age
from factcheck.extraction.quantities.common import read_common
from factcheck.extraction.quantities.common_amounts import age_figure
from factcheck.extraction.quantities.conversions import with_conversion
from factcheck.extraction.quantities.hedges import HEDGES, hedge_after, hedge_before, value_of
from factcheck.extraction.quantities.lexicon import words
from factcheck.extraction.quantities.nouns import as_written, noun_after, singular
from factcheck.extraction.quantities.ranges import range_with
from factcheck.extraction.quantities.rates import rate_behind
from factcheck.extraction.quantities.scanning import Found, numerals_in
from factcheck.extraction.quantities.shares import is_quiet_part, share_with
from factcheck.extraction.quantities.vague import leading_several, with_unit_behind_of
from factcheck.kinds.units import Unit
from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value
from factcheck.text.scan import Scan

Noun = tuple[str, int]

_OF_THE = re.compile(r" of (?:the|its|their|his|her|our|my|these|those|all|about|around|some|nearly) ")
_SHARED = re.compile(r" (?:and|or) |, ")
_ATTRIBUTIVE_NOUN_KINDS = frozenset(("duration", "distance", "measure", "age"))
_STRONG = re.compile(r"-(?:strong|fold|member|person|man)\b")
_ARTICLE_NEEDS_HEDGE = frozenset(["year", "month", "week", "day", "decade", "century", "minute", "metre", "yard", "foot", "ton", "acre"])
"""Units that "a" counts only behind a hedge: "nearly a year", but not "once a year"."""
_LIST_LINKS = frozenset((" and ", ", ", " or ", ", and "))
_AGED = words("aged")


def quantities_in(scan: Scan) -> tuple[QuantityMention, ...]:
    """The quantities of a text, sorted by start, none overlapping."""
    plain, found = numerals_in(scan)
    text = scan.text
    reader = _Reader(text, plain, found)
    mentions = reader.mentions
    for at, (start, end, numeral) in enumerate(found):
        if start < reader.done:
            continue
        mention = read_common(text, plain, start, end, numeral, reader.done)
        if mention is None:
            reader.read(at)
        elif mention:
            mentions.append(mention)
            reader.done = mention.end
    return tuple(mentions)


class _Reader:
    """The numerals of one text and the mentions read so far; nothing before `done` is looked at again."""

    __slots__ = ("done", "found", "mentions", "plain", "text")

    def __init__(self, text: str, plain: str, found: list[Found]) -> None:
        self.text = text
        self.plain = plain
        self.found = found
        self.mentions: list[QuantityMention] = []
        self.done = 0

    def read(self, at: int) -> None:
        """Reads the numeral at index `at` in full and adds its mention, if it is one."""
        plain = self.plain
        start, end, numeral = self.found[at]
        beyond = quiet.end_of_quiet(plain, start, end, numeral)
        if beyond:
            if beyond == end and plain[start - 1 : start] == "(" and plain[end : end + 1] == ")" and is_age_in_brackets(plain, start, end):
                surface = self.text[start:end]
                self.mentions.append(QuantityMention(start, end, surface, age_figure(surface, numeral), year_of_age().name, "=", None, "age", end))
            self.done = max(self.done, beyond)
            return
        first = read_amount(plain, start, end, numeral, self.done)
        if first is None:
            return
        nearby = self.found[at + 1] if at + 1 < len(self.found) and self.found[at + 1][0] - first.end <= 14 else None
        if nearby is not None and self._read_pair(first, nearby):
            return
        if numeral.is_vague:
            first = with_unit_behind_of(plain, first)
        several = leading_several(plain, first)
        if several is not None:
            self._add_several(first, *several)
            return
        hedge = hedge_before(plain, first.start)
        if numeral.is_part and first.unit is None:
            if not is_quiet_part(plain, first, hedge is not None):
                noun = self._of_noun(first.end) or noun_after(plain, first.end, True)
                self._add(first, None, noun, hedge, None, "share")
            return
        before = quiet.word_before(plain, first.start)
        unit = first.unit
        if hedge is None and unit is not None and unit.name in _ARTICLE_NEEDS_HEDGE and plain[start:end] in ("a", "an", "A", "An"):
            return
        if unit is None:
            self._read_count(at, first, before, hedge)
        elif not quiet.is_measured_label(numeral, before.lower(), first.has_prefix, unit.kind):
            noun = self._measured_noun(first, unit)
            if noun is not None and not first.is_attributive and unit.kind == "measure":
                wider = rate_behind(plain, noun[1], unit)
                unit = unit if wider is None else wider[1]
            self._add(first, unit, noun, hedge, None)

    def _read_pair(self, first: Amount, nearby: Found) -> bool:
        """Reads two numerals that are one mention: a range, a share, dollars and cents; False where they are not."""
        plain = self.plain
        joined = range_with(plain, first, nearby, self.done)
        if joined is not None:
            if joined.is_quiet:
                self.done = joined.second.end
            else:
                self._add_range(first, joined.second, joined.start, (joined.low, joined.high))
            return True
        share = share_with(plain, first, nearby, self.done)
        if share is not None:
            noun = noun_after(plain, share.end) or self._of_noun(share.end)
            self._add(share, None, noun, hedge_before(plain, share.start), None, "share")
            return True
        if plain[first.number_end : nearby[0]] == ",":
            rest = read_amount(plain, *nearby, first.number_end)
            comma = with_decimal_comma(plain, first, rest) if rest is not None else None
            if comma is not None:
                self._add(comma, comma.unit, self._measured_noun(comma, comma.unit) if comma.unit else None, hedge_before(plain, first.start), None)
                return True
        if first.unit is not None and first.unit.kind == "money":
            cents = read_amount(plain, *nearby, first.number_end)
            whole = with_cents(plain, first, cents) if cents is not None else None
            if whole is not None:
                self._add(whole, first.unit, None, hedge_before(plain, first.start), None)
                return True
        return False

    def _read_count(self, at: int, first: Amount, before: str, hedge: tuple[int, str] | None) -> None:
        """A number without a unit: an age by what stands in front, a count, or nothing."""
        plain = self.plain
        numeral = first.numeral
        lowered = before.lower()
        if 0 <= first.value <= 125 and first.value == first.value.to_integral_value():
            if (
                age_in_front(plain, first, before)
                or age_in_apposition(plain, first, quiet.MONTHS_AND_FIRMS, quiet.PEOPLE)
                or age_by_clause(plain, first, before, quiet.PEOPLE)
            ):
                self._add(first, year_of_age(), None, hedge, None)
                return
            if first.value <= 31 and numeral.digits and quiet.is_day_of_month(plain, first.start, first.end, lowered):
                return
        close = first.end
        if first.is_attributive:
            strong = _STRONG.match(plain, close)
            if strong is not None:
                if strong.group() == "-fold":
                    return
                close = strong.end()
        after = hedge_after(plain, first.end)
        noun = noun_after(plain, close if after is None else after[0], 0 <= first.value <= 1 or first.is_attributive)
        is_next_age = noun is None and self.mentions and self.mentions[-1].kind == "age" and plain[self.done : first.start] in _LIST_LINKS
        is_spelled_as_well = is_next_age and numeral.is_spelled and first.value <= 12 and self.mentions[-1].text.isalpha()
        if is_next_age and (numeral.digits or is_spelled_as_well) and first.value <= OLDEST:
            self._add(first, year_of_age(), None, hedge, None)
            return
        is_limit = noun is None and hedge is not None and hedge[1] in ("<", ">", "<=", ">=") and 0 < first.value <= OLDEST
        if is_limit and hedge is not None and quiet.word_before(plain, hedge[0]).lower() in _AGED:
            self._add(first, year_of_age(), None, hedge, None)
            return
        if noun is None and after is None and first.end == first.number_end:
            noun, unit = self._shared(at, first)
            if unit is not None:
                self._add(first, unit, noun, hedge, None)
                return
        if quiet.is_quiet_count(plain, first, before, noun, hedge is not None or after is not None):
            return
        unit = None
        close = 0
        if noun is not None:
            rate = rate_behind(plain, noun[1], None, singular(noun[0].rpartition(" ")[2]))
            if rate is not None:
                close, unit = rate
        self._add(first, unit, noun, hedge, None)
        self.done = max(self.done, close)

    def _shared(self, at: int, first: Amount) -> tuple[Noun | None, Unit | None]:
        """The noun or unit that a number shares with the one behind it: "45 and 50 mg", "10,000 of the 54,000 troops"."""
        plain = self.plain
        if at + 1 >= len(self.found):
            return None, None
        nearby = self.found[at + 1]
        if plain[first.end : nearby[0]] == " ":
            second = read_amount(plain, *nearby, first.end)
            is_modifier = second is not None and (second.is_attributive or (second.unit is not None and second.unit.kind in ("distance", "measure")))
            return (noun_after(plain, second.end) if second is not None and is_modifier else None), None  # two 10-year-old boys, five 9mm shells
        link = _OF_THE.match(plain, first.end, first.end + 12)
        if link is not None:
            return (noun_after(plain, nearby[1]), None) if link.end() == nearby[0] else (None, None)
        link = _SHARED.match(plain, first.end, first.end + 5)
        if link is None or link.end() != nearby[0]:
            return None, None
        second = read_amount(plain, *nearby, first.end)
        if second is None or second.has_prefix or second.is_attributive:
            return None, None
        if second.unit is not None:
            return None, (second.unit if " " in link.group()[:1] and second.unit.kind in ("measure", "distance", "share", "age") else None)
        return noun_after(plain, second.end), None

    def _measured_noun(self, amount: Amount, unit: Unit) -> Noun | None:
        """What an amount with a unit is of: "2% of GDP", "20 tonnes of wheat", "an 85-minute talk"."""
        if amount.is_attributive:
            return noun_after(self.plain, amount.end, True)
        return self._of_noun(amount.end) if unit.kind != "money" else None

    def _of_noun(self, end: int) -> Noun | None:
        return noun_after(self.plain, end, True) if self.plain[end : end + 4] == " of " else None

    def _add_range(self, first: Amount, second: Amount, start: int, limits: tuple[Decimal, Decimal]) -> None:
        plain = self.plain
        unit = second.unit or first.unit
        before = quiet.word_before(plain, first.start)
        noun: Noun | None = None
        if unit is None:
            if age_in_front(plain, first, quiet.word_before(plain, start) if start < first.start else before) or is_span_of_ages(plain, start):
                unit = year_of_age()
            else:
                is_days = first.numeral.digits and second.numeral.digits and limits[1] <= 31
                noun = noun_after(plain, second.end, second.is_attributive)
                if (is_days and quiet.is_day_of_month(plain, second.start, second.number_end, before.lower())) or (
                    quiet.is_label(before.lower(), before[:1].isupper(), noun is not None)
                ):
                    self.done = second.end
                    return
        else:
            noun = self._measured_noun(second, unit)
        amount = second._replace(start=start, step=min(first.step, second.step))
        self._add(amount, unit, noun, hedge_before(plain, start), limits)

    def _add(
        self,
        amount: Amount,
        unit: Unit | None,
        noun: Noun | None,
        hedge: tuple[int, str] | None,
        limits: tuple[Decimal, Decimal] | None,
        kind: str = "",
    ) -> None:
        plain = self.plain
        start, end, mark = amount.start, amount.end, "="
        if hedge is not None and hedge[0] >= self.done:
            is_period = hedge[1] == ">" and unit is not None and unit.kind == "duration" and quiet.is_period(plain, hedge[0])
            start, mark = (start, mark) if is_period else hedge
        if mark == "=" and plain[start : start + 8].lower() == "a couple":
            mark = "~"
        after = hedge_after(plain, end)
        if after is not None:
            end = after[0]
            if mark in ("=", "~"):
                mark = after[1]
            if unit is None and plain[end - 5 : end] in ("older", "unger"):
                unit, noun = year_of_age(), None
        kind = kind or (unit.kind if unit is not None else "count")
        name = unit.name if unit is not None else None
        text = self.text[start:end]
        if limits is not None:
            mark = ".."
            value = Value(text, None, limits[0], limits[1], name, "..", amount.step)
        elif amount.numeral.is_vague:
            mark = ">"
            value = Value(text, None, amount.value, None, name, ">", amount.step)
        else:
            value = value_of(text, amount.value, amount.step, name, mark, kind == "age" or (kind == "count" and abs(amount.value) < 100))
        shown = HEDGES[mark]
        noun = as_written(self.text, noun)
        mention = QuantityMention(start, end, text, value, name, shown, noun[0] if noun else None, kind, noun[1] if noun else end)
        if self.mentions and plain[start - 2 : start] in (" (", "; ") and plain[end : end + 1] in (")", ";"):
            self.mentions[-1] = with_conversion(self.mentions[-1], mention)
        self.mentions.append(mention)
        self.done = end

    def _add_several(self, amount: Amount, start: int, is_couple: bool) -> None:
        """ "several thousand", "a few dozen": no figure, but not fewer than one of them; "a couple of hundred": about 200."""
        noun = (self._of_noun(amount.end) or noun_after(self.plain, amount.end)) if amount.unit is None else None
        noun = as_written(self.text, noun)
        name, kind = (None, "count") if amount.unit is None else (amount.unit.name, amount.unit.kind)
        text = self.text[start : amount.end]
        value = (
            value_of(text, amount.value * 2, amount.step, name, "~", False)
            if is_couple
            else Value(text, None, amount.value, None, name, ">", amount.step)
        )
        self.mentions.append(
            QuantityMention(start, amount.end, text, value, name, value.hedge, noun[0] if noun else None, kind, noun[1] if noun else amount.end)
        )
        self.done = amount.end
