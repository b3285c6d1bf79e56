"""Per what: "a share", "per capita", "an hour", and rates of counts ("15 deaths per 100,000")."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extraction.quantities.lexicon import words
from factcheck.kinds.units import Unit, per, unit_names

_PER = re.compile(
    r"(?: per | an? |/| each | every |-an?-|-per-| - an? - )((?:square |cubic )?[A-Za-z]+)",
)
PER_WORDS = words("per_words")
PER_NAMES = {"annum": "year", "liter": "litre", "kilometer": "kilometre", "meter": "metre", "kilo": "kilogram", "kg": "kilogram", "km": "kilometre",
              "kwh": "kilowatt hour", "mwh": "megawatt hour", "tonne": "metric ton", "h": "hour", "s": "second", "l": "litre"}  # fmt: skip
_TIME_LATER = re.compile(r" (?:ago|earlier|later|before|after|old|prior|previously|and a half)\b|-")
_RATE = re.compile(
    r" (?:per|for every|out of every|in every|a|an|each|every) "
    r"((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|million|thousand|hundred)(?: (?:people|residents|inhabitants|live births|population|women|children))?|"
    r"(?:second|minute|hour|day|week|month|year|night|capita|person|household|head|game|match|"
    r"square (?:mile|kilometre|kilometer|metre|meter|foot)))\b"
)


@cache
def _per_cached(unit: Unit, under: str) -> Unit:
    return per(unit, PER_NAMES.get(under, under))


def per_unit(plain: str, end: int, unit: Unit) -> tuple[int, Unit] | None:
    """Where a "per" phrase behind a unit ends, and the compound: "a share", "per capita", "/hour", "an hour"."""
    char = plain[end : end + 1]
    if char not in (" ", "/", "-"):
        return None
    found = _PER.match(plain, end, end + 40)
    if found is None:
        return None
    under = found.group(1).lower()
    link = found.group()[0:3]
    single = under
    if single not in PER_WORDS:
        if link != " pe":
            return None
        names = unit_names()
        known = names.words.get(single) or names.signs.get(found.group(1))
        single = known.name if known is not None else single
    if link[:2] == " a" and (unit.kind == "duration" or _TIME_LATER.match(plain, found.end())):
        return None
    return found.end(), _per_cached(unit, single)


def rate_behind(plain: str, end: int, over: Unit | None, noun: str = "") -> tuple[int, Unit] | None:
    """The rate that a noun's count is: "15 deaths per 100,000", "200 people a day"; and "tonnes of copper a year"."""
    if plain[end : end + 1] != " ":
        return None
    found = _RATE.match(plain, end, end + 36)
    if found is None or (found.group()[:3] in (" a ", " an") and (_TIME_LATER.match(plain, found.end()) or found.group(1)[0].isdigit())):
        return None
    under = found.group(1)
    unit = _per_cached(over, under) if over is not None else Unit(f"{noun} per {under}", "measure", f"{noun} / {under}")
    return found.end(), unit
