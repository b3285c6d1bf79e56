"""Writes factcheck/kinds/tables/units.csv from pint's registry and currencies.csv from CLDR (through Babel).

    python tests/tables/compile_units.py            # needs the dev dependencies pint and Babel

Both libraries are needed here only: the tables are checked in, and a test compiles them again and compares bytes.
What is chosen here is which units news writes and under which prefixes; their names, symbols and sizes are pint's.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

TABLES = Path(__file__).parents[2] / "factcheck" / "kinds" / "tables"

_BRITISH = (("meter", "metre"), ("liter", "litre"))
# Canonical names where ours is not pint's with spaces.
_NAMES = {
    "degree_Celsius": "degree Celsius",
    "degree_Fahrenheit": "degree Fahrenheit",
    "oil_barrel": "barrel",
    "metric_ton": "metric ton",
    "pound": "pound-mass",
}
_KIND_BY_DIMENSION = {"[length]": "distance", "[time]": "duration", "percent": "share"}

# pint name -> prefixes under which it is written
_PREFIXED = {
    "meter": "pico nano micro milli centi deci kilo", "gram": "nano micro milli kilo", "liter": "micro milli centi deci hecto mega",
    "second": "nano micro milli", "watt": "milli kilo mega giga tera", "watt_hour": "kilo mega giga tera", "joule": "kilo mega giga tera",
    "hertz": "kilo mega giga tera", "volt": "milli kilo mega", "ampere": "milli kilo", "pascal": "hecto kilo mega giga", "newton": "kilo mega",
    "electron_volt": "kilo mega giga tera", "calorie": "kilo", "byte": "kilo mega giga tera peta exa zetta kibi mebi gibi tebi",
    "bit": "kilo mega giga tera", "metric_ton": "kilo mega giga", "ton_TNT": "kilo mega", "gray": "micro milli", "sievert": "micro milli",
    "becquerel": "kilo mega giga tera peta", "bar": "milli", "mole": "milli", "ohm": "kilo mega", "tesla": "milli", "pixel": "mega",
    "volt_ampere": "kilo mega", "ampere_hour": "milli", "molar": "micro milli", "parsec": "kilo mega",
}  # fmt: skip
_PLAIN = [
    "mile",
    "nautical_mile",
    "foot",
    "inch",
    "yard",
    "furlong",
    "fathom",
    "league",
    "light_year",
    "parsec",
    "astronomical_unit",
    "angstrom",
    "acre",
    "hectare",
    "are",
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "year",
    "decade",
    "century",
    "millennium",
    "pound",
    "ounce",
    "stone",
    "ton",
    "long_ton",
    "short_ton",
    "metric_ton",
    "carat",
    "troy_ounce",
    "grain",
    "dram",
    "hundredweight",
    "dalton",
    "gallon",
    "quart",
    "pint",
    "cup",
    "tablespoon",
    "teaspoon",
    "fluid_ounce",
    "oil_barrel",
    "bushel",
    "acre_foot",
    "board_foot",
    "cubic_centimeter",
    "peck",
    "degree_Celsius",
    "degree_Fahrenheit",
    "kelvin",
    "degree",
    "radian",
    "turn",
    "arcminute",
    "arcsecond",
    "horsepower",
    "knot",
    "decibel",
    "candela",
    "lumen",
    "lux",
    "coulomb",
    "farad",
    "henry",
    "weber",
    "siemens",
    "becquerel",
    "curie",
    "roentgen",
    "rem",
    "katal",
    "standard_atmosphere",
    "pound_force_per_square_inch",
    "torr",
    "british_thermal_unit",
    "therm",
    "erg",
    "dyne",
    "percent",
    "ppm",
    "revolutions_per_minute",
    "millimeter_Hg",
    "tonne_of_oil_equivalent",
    "dalton",
]
_SQUARES = ["meter", "kilometer", "centimeter", "millimeter", "mile", "foot", "inch", "yard"]
# Symbols of pint that mean another thing in prose ("5 a", "3 d", "7 are", "in 10 c"), or that news never writes.
_NO_SYMBOL = {
    "a",
    "d",
    "c",
    "u",
    "h",
    "C",
    "F",
    "K",
    "A",
    "N",
    "T",
    "H",
    "J",
    "V",
    "W",
    "S",
    "R",
    "b",
    "B",
    "s",
    "M",
    "Da",
    "au",
    "are",
    "rd",
    "ly",
    "fifth",
    "dr",
    "gr",
    "bu",
    "cp",
    "ct",
    "dot",
    "fur",
    "kat",
    "kt",
    "pc",
    "pel",
    "pk",
    "pt",
    "rad",
    "thm",
    "in",
}
# Names that in prose are mostly something else: two leagues, 20 cycles, three Teslas, five candles, a dozen grains.
_NO_NAME = {
    "are",
    "international_foot",
    "international_feet",
    "international_inch",
    "international_yard",
    "international_mile",
    "league",
    "cycle",
    "circle",
    "revolution",
    "turn",
    "tesla",
    "candle",
    "grain",
    "dot",
    "pel",
    "picture_element",
    "gray",
    "weber",
    "henry",
    "siemens",
    "mho",
    "mole",
    "molar",
    "bar",
    "rem",
    "octet",
    "peck",
    "dram",
    "avdp_dram",
    "cal_th",
    "EC_therm",
    "metric_dram",
    "mm_Hg",
    "dyn",
    "stones",
    "international_knot",
    "knot_international",
}


def _plural(word: str) -> str:
    head, _, tail = word.partition(" per ")
    tail = f" per {tail}" if tail else ""
    for of in (" of ", "-"):
        if of in head:
            first, rest = head.split(of, 1)
            return _plural(first) + of + rest + tail
    if head.endswith(("foot", "Foot")):
        head = head[:-4] + "feet"
    elif head.endswith(("inch", "lux", "watch")):
        head += "es"
    elif re.search(r"[^aeiou]y$", head):
        head = head[:-1] + "ies"
    elif not head.endswith(("hertz", "feet", "s", "percent", "Celsius", "Fahrenheit", "ppm", "stone", "ennium", "horsepower")):
        head += "s"
    elif head.endswith("ennium"):
        head = head[:-2] + "a"
    if head.startswith("degree "):
        head = "degrees " + head.removeprefix("degree ")
    return head + tail


def _ours(name: str) -> str:
    for american, british in _BRITISH:
        name = re.sub(rf"{american}(?=\b|_|$)", british, name)
    return name.replace("metric_ton", "tonne").replace("electron_volt", "electronvolt").replace("_", " ")


def _decimal(number: Decimal) -> str:
    text = format(number.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def units_table() -> str:
    """The text of units.csv: one line a unit, sorted; names are lower-cased, symbols keep their case."""
    import pint

    registry = pint.UnitRegistry(non_int_type=Decimal)
    chosen: dict[str, tuple[str, str]] = {}
    for name in _PLAIN:
        chosen[name] = ("", name)
    for name, prefixes in _PREFIXED.items():
        chosen[name] = ("", name)
        for prefix in prefixes.split():
            chosen[prefix + name] = (prefix, name)
    rows = []
    for full, (prefix, name) in chosen.items():
        definition = registry._units[name]
        before = registry._prefixes[prefix] if prefix else None
        words = [word for word in (name, *definition.aliases) if (prefix or word not in _NO_NAME) and len(word) > 2]
        signs = [word for word in (definition.defined_symbol, *definition.aliases) if word and len(word) <= 4 and word not in _NO_SYMBOL]
        names: set[str] = set()
        for word in words:
            spelled = {f"{prefix}{word}".replace("_", " "), _ours(f"{prefix}{word}")}
            names |= {form.lower() for single in spelled for form in (single, _plural(single))}
        symbols = set(signs)
        if before:
            marks = {before.defined_symbol, *before.aliases} - {None, ""}
            own = definition.defined_symbol
            symbols = {
                mark + own
                for mark in marks
                if own and (mark in "µμ" or (mark.isascii() and mark not in ("mc", "mu", "u")) or (own == "g" and mark != "mu"))
            }
        # pint's decade is a ratio of frequencies.
        quantity = registry.Quantity(Decimal(10), "year") if name == "decade" else registry.Quantity(Decimal(1), full)
        dimension = str(quantity.dimensionality) if name != "percent" else "percent"
        factor = "" if name.startswith(("degree_", "decibel")) else _decimal(quantity.to_base_units().magnitude)
        unit = _NAMES.get(full, _ours(full))
        if not names and not symbols:
            continue
        rows.append((unit, _KIND_BY_DIMENSION.get(dimension, "measure"), dimension, factor, names, symbols))
    for name in _SQUARES:
        for power, word, digit in ((2, "square", "²2"), (3, "cubic", "³3")):
            size = registry.Quantity(Decimal(1), name).to_base_units().magnitude ** power
            unit = f"{word} {_ours(name)}"
            definition = registry._units.get(name)
            singles = {f"{word} {name}", unit}
            names = {form.lower() for single in singles for form in (single, _plural(single))}
            sign = registry.get_symbol(name)
            short = "sq" if power == 2 else "cu"
            symbols = {sign + mark for mark in digit} | {f"{sign}^{power}", f"{short} {sign}", f"{short}. {sign}"}
            names |= {f"{single} {past}" for single in (_ours(name), _plural(_ours(name)), sign) for past in ("squared" if power == 2 else "cubed",)}
            rows.append((unit, "measure", f"[length] ** {power}", _decimal(size), names, symbols))
    return _written(("unit", "kind", "dimension", "factor", "names", "symbols"), rows)


def currencies_table() -> str:
    """The text of currencies.csv: one line a code of ISO 4217; `current` is 1 where a country pays with it."""
    from babel import Locale
    from babel.core import get_global

    english = Locale("en")
    plurals = english._data["currency_names_plural"]
    territories = get_global("territory_currencies")
    tender = {code for entries in territories.values() for code, _, end, is_tender in entries if end is None and is_tender}
    rows = []
    for code, name in sorted(english.currencies.items()):
        if re.search(r"[\d(]", name) or (code.startswith("X") and code not in tender):
            continue
        names = {name.lower(), *(form.lower() for form in plurals.get(code, {}).values())}
        names |= {form.replace("us dollar", "u.s. dollar") for form in names if "us dollar" in form}
        symbol = english.currency_symbols.get(code, code)
        symbols = {symbol} if symbol != code and not symbol.isalpha() else set()
        rows.append((code, name, "1" if code in tender else "0", names, symbols))
    return _written(("code", "name", "current", "names", "symbols"), rows)


def _written(header: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted([["|".join(sorted(cell)) if isinstance(cell, set) else cell for cell in row] for row in rows]))
    return out.getvalue()


if __name__ == "__main__":
    TABLES.mkdir(exist_ok=True)
    (TABLES / "units.csv").write_text(units_table(), encoding="utf-8")
    (TABLES / "currencies.csv").write_text(currencies_table(), encoding="utf-8")
