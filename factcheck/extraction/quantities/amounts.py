"""One number with what belongs to it: the sign or currency in front, the unit behind, and per what."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.extraction.quantities.prefixes import Affix, opens_prefix, prefix_before
from factcheck.extraction.quantities.rates import per_unit
from factcheck.extraction.quantities.units import unit_after
from factcheck.kinds.units import Unit, units
from factcheck.text.numeral import Numeral, ratio, step_of
from factcheck.text.numeral import plain as plainly


class Amount(NamedTuple):
    """`[start, end)` with currency, number (to `number_end`) and unit. `is_attributive`: a hyphen ties it to what follows."""

    start: int
    number_end: int
    end: int
    value: Decimal
    step: Decimal
    unit: Unit | None
    has_prefix: bool
    is_attributive: bool
    numeral: Numeral


_COUNTED_BEHIND = re.compile(
    r" (?:people|homes|jobs|users|customers|barrels|tonnes|tons|households|families|workers|copies|subscribers|visitors|passengers|"
    r"votes|students|children|voters|"
    r"residents|refugees|migrants|vehicles|cars|units|shares|viewers|followers|adults|women|men|patients|doses|cases|deaths|members|pupils|tests|acres|hectares|"
    r"sq|square|cubic|pounds|dollars|euros|yen|litres|gallons|miles|[a-z]+ (?:people|users|customers|tonnes|jobs|workers|homes|households))\b"
)
_SUFFIX_UNITS = frozenset(("m", "mm", "t", "g", "b"))
_MINUS = re.compile(r"(?:\b(?:minus|negative) |(?:^|(?<=[\s(]))- )$")
_AND_A_HALF = re.compile(r" and (?:a|one) (half|quarter)\b")
_HALF = Decimal("0.5")


def read_amount(plain: str, start: int, end: int, numeral: Numeral, done: int, is_linked: bool = False) -> Amount | None:
    """The amount of a numeral; None where the characters next to it make it part of a name.

    `done`: nothing before it may be taken. `is_linked`: a hyphen in front links it to another number and is no sign.
    """
    value, step = numeral.value, numeral.step
    begin = start
    prefix: Affix | None = None
    char = plain[start - 1] if start else " "
    if char != " " or (start > 1 and (plain[start - 2] in "$£¥\x80." or plain[start - 2] > "\xff" or _may_be_code(plain, start - 1))):
        if char in " $£¥\x80." or char.isalnum() or char > "\xff":
            prefix = prefix_before(plain, start, numeral.scale >= 5)
            if prefix is not None and prefix.at < done:
                prefix = None
        if prefix is not None:
            begin = prefix.at
            value, step = value.scaleb(prefix.power), step.scaleb(prefix.power)
        elif char.isalnum() or char in "_#@/\\=^&" or (char in "+'" and plain[start - 2 : start - 1].isdigit()):
            return None
        elif char == "." and numeral.digits:
            if not _is_decimal_point(plain, start) or not numeral.digits.isdigit() or numeral.scale:
                if plain[start - 2 : start - 1].isalnum():
                    return None
            else:
                value = Decimal(f"0.{numeral.digits}")
                step, begin = step_of(value), start - 1
    if begin and plain[begin - 1] == "-" and not is_linked:
        before = plain[begin - 2 : begin - 1] if begin > 1 else " "
        if before.isalnum() or before in ")\"'":
            if (not plain[max(0, begin - 5) : begin].endswith(("mid-", "non-", "pre-", "all-")) or numeral.digits) and plain[
                max(0, begin - 10) : begin
            ].lower() != "magnitude-":
                return None
        elif numeral.digits and before in " (\n":
            value, begin = -value, begin - 1
    number_end = end
    suffix = numeral.suffix
    if suffix and prefix is None and _is_unit(plain, start, end, suffix):
        number_end = start + numeral.bare_end
        value, step, suffix = numeral.bare if value >= 0 else -numeral.bare, step_of(numeral.bare), ""
    following = plain[number_end : number_end + 1]
    if following == "'" and plain[number_end + 1 : number_end + 2].isdigit():
        return None
    if following and (
        following.isdigit() or following in "_@\\" or (following == "/" and prefix is None and plain[number_end + 1 : number_end + 2].isdigit())
    ):
        return None
    unit = None if prefix is None else prefix.unit
    close = number_end
    attributive = following == "-" and plain[number_end + 1 : number_end + 2].isalpha()
    if unit is None or (not suffix and unit.kind == "money"):
        behind = unit_after(plain, number_end, value, numeral.is_spelled) if following else None
        if behind is not None and (unit is None or (behind.unit.name == unit.name and plain[behind.at - 1].isalpha())):
            unit, close, attributive = behind.unit, behind.at, behind.is_attributive
            if behind.power:
                value, step = value.scaleb(behind.power), step.scaleb(behind.power)
    if close == number_end and following and (following.isalpha() or following == "\xb0"):
        return None
    if unit is not None:
        if plain[close : close + 5] == " and ":
            mixed = _AND_A_HALF.match(plain, close)
            if mixed is not None:
                share = _HALF if mixed.group(1) == "half" else ratio(1, 4)
                value, step, close = value + share, share, mixed.end()
        wider = per_unit(plain, close, unit)
        if wider is not None:
            close, unit = wider
        if (
            unit.dimension == "[temperature]"
            and value > 0
            and begin == start
            and start > 1
            and plain[start - 2 : start] == "- "
            and (start < 3 or plain[start - 3] in " (")
        ):
            value, begin = -value, start - 2
    if (
        value > 0
        and begin >= 6
        and plain[begin - 6 : begin].lower() in ("minus ", "ative ")
        and begin - 6 >= done
        and unit is not None
        and not _is_either(plain, begin)
    ):
        word = 6 if plain[begin - 6 : begin].lower() == "minus " else 9
        value, begin = -value, begin - word
    if value is not numeral.value:
        value, step = plainly(value), plainly(step)
    return Amount(begin, number_end, close, value, step, unit, prefix is not None, attributive, numeral)


def _may_be_code(plain: str, end: int) -> bool:
    """The word in front of the space at `end` may be a currency's."""
    low = max(0, end - 8)  # codes are short: a longer word is cut, and its end is none
    return opens_prefix(plain[max(low, plain.rfind(" ", low, end) + 1) : end].lstrip("(\"'"))


def _is_unit(plain: str, start: int, end: int, suffix: str) -> bool:
    """The glued letters are a unit, or part of a name, and no scale: "5m tall", "5G"; not "3m people", "10M users"."""
    if suffix in _SUFFIX_UNITS:
        if suffix not in ("m", "b"):
            return True
        behind = unit_after(plain, end, Decimal(0), is_spelled=False) if plain[end : end + 1] == " " else None
        if behind is not None and behind.unit.kind == "money":  # "200m naira"
            return False
        return _COUNTED_BEHIND.match(plain, end) is None and _POPULATION.search(plain, max(0, start - 24), start) is None
    return suffix in ("G", "B", "T") or (suffix == "K" and end - start < 3)


_POPULATION = re.compile(
    r"(?:population|number|total|audience|sales|circulation|membership|users|viewers|sold|readers) (?:of )?(?:about |around |nearly |some |over )?$"
)


def _is_decimal_point(plain: str, start: int) -> bool:
    """The full stop in front of the digits starts a decimal: " .08"."""
    before = plain[start - 2 : start - 1] if start > 1 else " "
    return before in " ($-\n"


def with_decimal_comma(plain: str, first: Amount, second: Amount) -> Amount | None:
    """ "3,5 %", "1,25 million euros": digits, a comma, one or two digits and a unit are one number of a continental writer."""
    if plain[first.number_end : second.start] != "," or not first.numeral.digits.isdigit() or second.unit is None or second.has_prefix:
        return None
    digits = second.numeral.digits
    if not digits.isdigit() or len(digits) > 2 or first.value < 0:
        return None
    bare = Decimal(f"{first.numeral.digits}.{digits}")
    scale = second.numeral.scale
    return second._replace(start=first.start, value=plainly(bare.scaleb(scale)), step=plainly(step_of(bare).scaleb(scale)))


def with_cents(plain: str, first: Amount, second: Amount) -> Amount | None:
    """ "3 dollars 50 cents", "15 dollars and 50": one amount of money; None where the second number is another thing."""
    link = plain[first.number_end : second.start]
    if first.unit is None or first.unit.kind != "money" or first.unit.factor != 1 or first.has_prefix or not 0 < second.value < 100:
        return None
    if plain[first.end : second.start] not in (" ", " and ") or first.value != first.value.to_integral_value() or not link:
        return None
    if second.unit is not None:
        if second.unit.kind != "money" or second.unit.factor == 1:
            return None
    elif (
        second.value < 10
        or second.has_prefix
        or plain[second.end : second.end + 1] not in ("", ".", ",", ";", ")")
        or plain[second.end : second.end + 3].strip(".,;)").isdigit()
    ):
        return None
    value = first.value + second.value.scaleb(-2)
    return first._replace(end=second.end, value=value, step=Decimal("0.01"))


def year_of_age() -> Unit:
    """The unit of an age that names none."""
    return units()["year of age"]


def _is_either(plain: str, begin: int) -> bool:
    """ "plus or minus" stands before a number: it has no sign."""
    return plain[max(0, begin - 14) : begin].lower() == "plus or minus "
