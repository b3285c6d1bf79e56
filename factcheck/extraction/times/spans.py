"""Rules for amounts of time, sets of times, clock times and references to now, the past and the future."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extraction.times.grammar import Match, Rule, rule
from factcheck.kinds.date import forms as f

Made = tuple[str, f.Form] | None


def _amount(m: Match, group: str, default: str = "1") -> str:
    name, value = m.name(group), m.value(group)
    if name in ("a", ""):
        return default
    if name == "2":
        return "2"
    return "X" if value is None else str(value)


def unit_amount(amount: str, unit: str) -> tuple[str, str]:
    """An amount of a unit in TIMEX3 letters: nights are days, fortnights weeks."""
    if unit == "2W":
        return (str(2 * int(amount)), "W") if amount.isdigit() else (amount, "W")
    if unit in ("E", "C"):
        years = Decimal(amount) * (10 if unit == "E" else 100) if amount != "X" else None
        return (f"{years:f}".removesuffix(".0") if years is not None else "X", "Y")
    if unit == "NIGHT":
        return amount, "D"
    if unit == "WE":
        return (str(2 * int(amount)), "D") if amount.isdigit() else (amount, "WE")
    if unit == "HY":
        return (str(6 * int(amount)), "M") if amount.isdigit() else (amount, "M")
    if unit == "Q":
        return (str(3 * int(amount)), "M") if amount.isdigit() else (amount, "Q")
    return amount, unit


def _duration(m: Match) -> Made:
    piece = m.piece("u")
    unit = "S" if m.name("u") == "2" else str(m.value("u")) if m.name("u") != "i" else "NIGHT"
    amount = _amount(m, "n")
    if m.piece("half"):
        if not amount.isdigit():
            return None
        amount += ".5"
    if m.piece("g"):
        amount = "0.5"
    if piece is None or (not m.classes("n") and not m.classes("g") and m.name("u") == "U"):
        return None
    if m.name("n") == "Y" and m.name("u") != "U":
        return None
    amounts = [unit_amount(amount, unit)]
    if m.piece("u2"):
        amounts.append(unit_amount(_amount(m, "n2"), "S" if m.name("u2") == "2" else str(m.value("u2"))))
    if m.piece("u3"):
        amounts.append(unit_amount(_amount(m, "n3"), "S" if m.name("u3") == "2" else str(m.value("u3"))))
    return "#", f.Duration(tuple(amounts))


def _bare_units(m: Match) -> Made:
    if m.classes("recent"):
        return "!", f.Reference("PAST_REF")
    unit = str(m.value("u"))
    return "#", f.Duration((unit_amount("X", unit) if unit != "NIGHT" else ("X", "D"),))


def _range(m: Match) -> Made:
    unit = "S" if m.name("u") == "2" else str(m.value("u"))
    return "#", f.Duration((unit_amount(_amount(m, "n2"), unit),))


def _every(m: Match) -> Made:
    value = m.value("u") if m.name("u") != "2" else "S"
    if m.name("u") == "W":
        return "!", f.Every(f"XXXX-WXX-{m.number('u') + 1}")
    if m.name("u") == "M":
        return "!", f.Every(f"XXXX-{m.number('u'):02d}")
    if m.name("u") == "i":
        return "!", f.Every(f"XXXX-XX-XXT{value}")
    if m.name("u") == "J":
        return "!", f.Every(f"XXXX-{value}")
    amount = _amount(m, "n")
    from factcheck.kinds.date.reading import duration_timex

    return "!", f.Every(duration_timex((unit_amount(amount, str(value)),)))


def _frequency(m: Match) -> Made:
    return "!", f.Every(str(m.value("y")))


def _plural_days(m: Match) -> Made:
    return "!", f.Every(f"XXXX-WXX-{m.number('w') + 1}")


def _reference(m: Match) -> Made:
    return "!", f.Reference(str(m.value("x")))


def _clock(m: Match) -> Made:
    value = m.value("h")
    if m.name("h") == "c":
        return "=", f.Clock(None, int(str(value)), 0)
    half = str(m.value("m")) if m.piece("m") else ""
    parts = value if isinstance(value, tuple) else (value,)
    numbers = [part for part in parts if isinstance(part, int)]
    if not numbers or numbers[0] > 24 or (half and not 1 <= numbers[0] <= 24):
        return None
    hour = numbers[0]
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if m.piece("i") and m.value("i") in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    return "=", f.Clock(None, hour, numbers[1] if len(numbers) > 1 else 0, numbers[2] if len(numbers) > 2 else None, str(m.value("z") or ""))


def _clock_or_length(m: Match) -> Made:
    """0800 hours; 12:30 hours."""
    last = m.match.group()[-1]
    return None if last == "U" and m.pieces[m.at + m.match.end() - 1].value != "H" else _clock(m)  # type: ignore[union-attr]


def _part_of_day(m: Match) -> Made:
    return "~", f.Clock(None, part=str(m.value("i")))


_U = r"(?P<u>[uU2])"

RULES: tuple[Rule, ...] = (
    rule("amount", r"R*(?:a?(?P<n>[nYv])|a)-?8?" + _U + r"(?P<half>&aG)?", _duration),
    rule("amount of few", r"R?[at](?P<n>v)" + _U, _duration),
    rule("amount of nights", r"R?(?P<n>n)(?P<u>i)", lambda m: _duration(m) if m.value("u") == "NI" else None),
    rule("amount and a half", r"R?(?P<n>n)-?&-?a-?(?P<half>G)-?" + _U, _duration),
    rule("amounts", r"R?(?P<n>[nva])" + _U + r",?&?(?P<n2>[nv])(?P<u2>[uU2])(?:,?&?(?P<n3>[nv])(?P<u3>[uU2]))?", _duration),
    rule("half a unit", r"R?a?(?P<g>G)-?a?" + _U, _duration),
    rule("units", r"(?P<recent>Q)?(?P<u>U)", _bare_units),
    rule("current", r"C(?!F?[ujMWJ6])", lambda m: ("!", f.Reference("PRESENT_REF"))),
    rule("unit long", r"(?P<u>u)-1", _duration),
    rule("units long", r"(?P<u>U)-1", _bare_units),
    rule("range of amounts", r"R?(?P<n>[nY])(?:-|r|&)(?P<n2>[nY])-?" + _U, _range),
    rule("set", r"V(?P<n>[no2])?(?P<u>[uUWMJi2])", _every),
    rule("frequency", r"(?P<y>y)", _frequency),
    rule("reference", r"(?P<x>X)", _reference),
    rule("clock", r"R?(?:[nH]-)?(?P<h>H)(?P<m>m)?(?:(?P<z>z)|U)?", _clock_or_length),
    rule("clock", r"R?(?:[nH]m?-)?(?P<h>n)-?(?P<m>m)(?P<z>z)?", _clock),
    rule("clock", r"R?(?P<h>[nH])It(?P<i>i)", _clock),
    rule("noon", r"R?(?P<h>c)(?P<z>z)?", _clock),
    rule("tonight", r"[kel]?g", lambda m: ("!", f.Clock(f.Period("D", 0), part="NI"))),
    rule("part of a day", r"(?:k-?)?(?P<i>i)", _part_of_day),
    rule("part of a day", r"t(?:k-?)?(?P<i>i)", _part_of_day),
)
