"""Units and currencies: what a unit is called, how it is written, and how many of another it makes.

The tables beside this file come from pint and CLDR (tests/tables/compile_units.py writes them); `*_news.csv` adds how
news writes them and nothing else. A unit that no table knows is unknown. Pure look-ups: no text is searched here.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit: `metre`, `USD`, `percent`, `metre per second`, `year of age`.

    `kind` says how its amounts are compared (distance, duration, money, share, age, measure). `dimension` and
    `factor` (how many SI base units one is) are pint's; a currency's dimension is itself. `spoken` is how the unit
    is called inside a compound ("dollar per share").
    """

    name: str
    kind: str
    dimension: str
    factor: Decimal | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class UnitNames:
    """How units are written: `words` lower-cased, `signs` with their case, `longer` the names of several words by
    their first, longest first; `before` is what stands in front of an amount ("us$", "eur"), lower-cased unless a code."""

    words: dict[str, Unit]
    signs: dict[str, Unit]
    longer: dict[str, tuple[tuple[str, Unit], ...]]
    before: dict[str, Unit]


_EURO_IN_SCAN = "\x80"
"""`factcheck.text.scan` writes the euro sign as this character."""
_PREFIX_CODES = [
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "CNY",
    "CHF",
    "CAD",
    "AUD",
    "NZD",
    "HKD",
    "SGD",
    "INR",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "HUF",
    "RUB",
    "BRL",
    "ZAR",
    "MXN",
    "KRW",
    "TWD",
    "THB",
    "IDR",
    "MYR",
    "PHP",
    "AED",
    "SAR",
    "QAR",
    "KWD",
    "ILS",
    "EGP",
    "NGN",
    "KES",
    "PKR",
    "BDT",
    "LKR",
    "VND",
    "UAH",
    "ARS",
    "RMB",
    "CNH",
]
"""Codes read in front of an amount. The others are words too: ALL 5, TOP 10, COP 26, CUP 2022."""
_NOT_BEHIND = {"ALL", "TOP", "CUP", "COP", "SOS", "MAD"}


def _table(name: str) -> list[dict[str, str]]:
    text = files("factcheck.kinds").joinpath("tables", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def units() -> dict[str, Unit]:
    """Every unit of the tables by canonical name; a currency by its code."""
    found: dict[str, Unit] = {}
    for row in _table("units.csv"):
        found.setdefault(
            row["unit"], Unit(row["unit"], row["kind"], row["dimension"], Decimal(row["factor"]) if row["factor"] else None, row["unit"])
        )
    for row in _table("currencies.csv"):
        spoken = row["name"].lower().removeprefix("us ")
        found[row["code"]] = Unit(row["code"], "money", row["code"], Decimal(1), {"british pound": "pound sterling"}.get(spoken, spoken))
    for name, code in (("cent", "USD"), ("penny", "GBP"), ("eurocent", "EUR")):
        found[name] = Unit(name, "money", code, Decimal("0.01"), name)
    for name in ("krone", "peso", "dinar", "dirham", "shilling", "dime", "kopeck", "paisa", "satoshi", "mark"):
        found[name] = Unit(name, "money", name, None, name)
    found["BTC"] = Unit("BTC", "money", "BTC", Decimal(1), "bitcoin")
    found["percentage point"] = Unit("percentage point", "share", "percentage point", Decimal(1), "percentage point")
    found["basis point"] = Unit("basis point", "share", "percentage point", Decimal("0.01"), "basis point")
    found["percent"] = Unit("percent", "share", "percent", Decimal("0.01"), "percentage")
    for name in ("newton metre", "pound-foot", "frame per second"):
        found[name] = Unit(name, "measure", name, Decimal(1), name)
    for name in ("year", "month", "week", "day"):
        found[f"{name} of age"] = Unit(f"{name} of age", "age", found[name].dimension, found[name].factor, f"{name} of age")
    return found


@cache
def per(over: Unit, under: str) -> Unit:
    """The compound of two units: "dollar per share", "kilometre per hour". `under` is a unit's name or a noun."""
    base = units().get(under)
    factor = over.factor / base.factor if base is not None and over.factor is not None and base.factor else None
    dimension = f"{over.dimension} / {base.dimension if base is not None else under}"
    return Unit(f"{over.spoken or over.name} per {under}", "money" if over.kind == "money" else "measure", dimension, factor)


def unit_named(name: str) -> Unit | None:
    """The unit of a canonical name, compounds included; None where it is unknown."""
    known = units()
    over, _, under = name.partition(" per ")
    if not under or name in known:
        return known.get(name)
    by_spoken = next((unit for unit in known.values() if over in (unit.name, unit.spoken)), None)
    return per(by_spoken, under) if by_spoken is not None else None


def convert(amount: Decimal, unit: Unit, to: Unit) -> Decimal | None:
    """`amount` in another unit of the same dimension; None where the two do not measure one thing."""
    if unit.name == to.name:
        return amount
    scales = {"degree Celsius": (Decimal("1.8"), Decimal(32)), "degree Fahrenheit": (Decimal(1), Decimal(0))}
    if unit.name in scales and to.name in scales:
        (size, zero), (new_size, new_zero) = scales[unit.name], scales[to.name]
        return (amount * size + zero - new_zero) / new_size
    if unit.dimension != to.dimension or unit.factor is None or not to.factor or (unit.kind == "money" and " per " in unit.name):
        return None
    return amount * unit.factor / to.factor


# Currencies that their own papers write "$"; a bare one elsewhere is the American.
_DOLLARS = frozenset("AUD BBD BSD BZD CAD FJD GYD HKD JMD LRD NAD NZD SGD SRD TTD TWD".split())
_AMERICAN = re.compile(r"U\.?S|America")


def may_be_dollars(bare: str, unit: str | None, other: str | None) -> bool:
    """An amount written `bare` and read as so many US dollars (`unit`) may be in `other`, the dollars of another country."""
    return unit == "USD" and other in _DOLLARS and _AMERICAN.search(bare) is None


@cache
def unit_names() -> UnitNames:
    """All the ways in which the tables write their units."""
    known = units()
    words: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    before: dict[str, Unit] = {}
    for row in _table("units.csv"):
        words |= {name: known[row["unit"]] for name in row["names"].split("|") if name}
        signs |= {name: known[row["unit"]] for name in row["symbols"].split("|") if name}
    for row in _table("currencies.csv"):
        unit = known[row["code"]]
        words |= {name: unit for name in row["names"].split("|") if name}
        for sign in row["symbols"].split("|"):
            if sign:
                before[sign.lower()] = unit
        if row["current"] == "1" and row["code"] not in _NOT_BEHIND:
            signs[row["code"]] = unit
    for row in _table("units_news.csv"):
        over, _, under = row["unit"].partition(" per ")
        table = words if row["surface"].islower() or not row["surface"].isalpha() else signs
        table[row["surface"]] = known[row["unit"]] if row["unit"] in known else per(known[over], under)
    for row in _table("currencies_news.csv"):
        unit = known[row["unit"]]
        if row["surface"].isalpha() or (" " in row["surface"] and not row["surface"].endswith("$")):
            words[row["surface"].lower()] = unit
        else:
            before[row["surface"].lower()] = unit
            if len(row["surface"]) == 1:
                signs[row["surface"]] = unit
    for code in _PREFIX_CODES:
        before[code] = known.get(code) or known["CNY"]
    for word in ("usd", "rmb", "eur", "gbp", "rs", "rs.", "rm", "tk", "ksh", "tsh", "ush", "rp", "nis", "bt", "dlrs", "dlr", "dollar", "euro", "sen"):
        if word in words or word in before:
            before[word] = words.get(word) or before[word]
    if "€" in before:
        before[_EURO_IN_SCAN] = signs[_EURO_IN_SCAN] = before["€"]
    longer: dict[str, list[tuple[str, Unit]]] = {}
    for name, unit in (*words.items(), *signs.items()):
        first, _, rest = name.partition(" ")
        if rest:
            longer.setdefault(first.lower(), []).append((name.lower(), unit))
    return UnitNames(words, signs, {first: tuple(sorted(names, key=lambda pair: -len(pair[0]))) for first, names in longer.items()}, before)
