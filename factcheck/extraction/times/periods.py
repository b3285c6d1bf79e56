"""Rules for the other stretches of the calendar: weeks, quarters, seasons, decades, fiscal years, holidays, counted days."""

from __future__ import annotations

from factcheck.extraction.times.dates import DIRECTED, direction_of, full_year
from factcheck.extraction.times.grammar import Match, Rule, rule
from factcheck.kinds.date import forms as f

Made = tuple[str, f.Form] | None

_YEARLY = r"(?:,?[OI]?t?(?P<ydir>[LPpNTC])(?P<u>u))"
_QUARTER = r"(?P<o>[o2])-?(?:(?P<u>u)|(?P<g>G))"


def _period(m: Match) -> Made:
    unit = str(m.value("u"))
    if unit in ("S", "MIN", "H", "NIGHT"):
        return None
    if unit == "2W":
        return None
    name = "@" if unit == "D" else "%"
    return name, f.Period(unit, direction_of(m))


def _that(m: Match) -> Made:
    unit = str(m.value("u"))
    if unit in ("S", "MIN", "H", "NIGHT", "2W"):
        return None
    return "@" if unit == "D" else "%", f.Period(unit, 0, "context")


def _the(m: Match) -> Made:
    unit = str(m.value("u"))
    if unit == "Q":
        return "%", f.Period("Q", 0, "report")
    return ("%", f.Period(unit)) if unit in ("W", "WE", "M", "Y") else None


def _day_before(m: Match) -> Made:
    unit = str(m.value("u"))
    if unit not in ("D", "W", "M", "Y") or m.name("s") == "A" or "t" not in m.match.group():
        return None
    return "@" if unit == "D" else "%", f.Shift(((1, unit),), 1 if m.name("s") == "b" else -1, "context")


def _beside(m: Match, sign: int) -> Made:
    unit = str(m.value("u"))
    if unit not in ("D", "W", "M", "Q", "Y"):
        return None
    return "@" if unit == "D" else "%", f.Period(unit, sign, "context")


def _year_back(m: Match) -> Made:
    if (m.piece("u") and m.value("u") != "Y") or (m.piece("u3") and m.value("u3") != "Y"):
        return None
    return "%", f.Shift(((1, "Y"),), -1, "report")


def _latest(m: Match) -> Made:
    if m.classes("u"):
        unit = str(m.value("u"))
        if unit == "Q":
            return "%", f.Period("Q", 0, "report")
        return ("%", f.Period(unit, -1)) if unit in ("W", "WE", "M", "Y") else None
    if "3" not in m.match.group():
        return None
    return "%", f.Period("Q", 0, "report")


def _period_of(m: Match) -> Made:
    if m.piece("u") and m.value("u") != "Q":
        return None
    return "%", f.Part("Q", 0, f.Calendar(m.number("y")))


def _deictic(m: Match) -> Made:
    return "@", f.Period("D", m.number("d"))


def _decade(m: Match) -> Made:
    value = m.number("e")
    if value < 100:
        return "%", f.Decade(190 + value // 10 if value >= 20 else 200 + value // 10)
    if not 1000 <= value < 2100:
        return None
    return "%", f.Decade(value // 10) if value % 100 else f.Century(value // 100) if value % 1000 and value < 2000 else f.Decade(value // 10)


def _century(m: Match) -> Made:
    number = m.number("o")
    if m.value("u") == "L" and 1 <= number <= 3:
        return None
    return ("%", f.Century(number - 1)) if m.value("u") == "C" and 1 <= number <= 30 else None


def _elapsed(m: Match) -> Made:
    unit = str(m.value("u"))
    if unit not in ("D", "W", "M", "Y") or m.number("o") < 2:
        return None
    return "@" if unit == "D" else "%", f.Elapsed(m.number("o"), unit)


def _season(m: Match) -> Made:
    season, found = str(m.value("j")), m.classes("dir")
    if m.piece("y"):
        return "%", f.Part(season, season, f.Calendar(m.number("y")))
    if m.piece("u"):
        return "%", f.Part(season, season, f.Period("Y", direction_of(m, "ydir")))
    if found.strip("t"):
        return "%", f.Part(season, season, None, False, direction_of(m)) if direction_of(m) else f.Part(season, season, f.Period("Y", 0))
    return "%", f.Part(season, season)


def _part_of_year(m: Match) -> Made:
    """Quarters and halves: "the third quarter", "second half of fiscal 2024", "this year's third quarter", "Q3 2024"."""
    unit = str(m.value("u")) if m.piece("u") else "Q"
    letter = {"Q": "Q", "HY": "H"}.get(unit)
    if m.piece("g"):
        letter = "H"
    number = m.number("o") if m.name("o") != "L" else 4 if letter == "Q" else 2
    if letter is None or not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    fiscal = "F" in m.match.group()
    if m.piece("y"):
        year = full_year(m.number("y"))
        return "%", f.Part(letter, number, f.Fiscal(year) if fiscal else f.Calendar(year), fiscal)
    if m.piece("yu"):
        if m.value("yu") != "Y":
            return None
        offset = direction_of(m, "ydir")
        return "%", f.Part(letter, number, f.Fiscal(None, offset) if fiscal else f.Period("Y", offset), fiscal)
    return "%", f.Part(letter, number, None, fiscal)


def _fiscal(m: Match) -> Made:
    if m.piece("y"):
        return "%", f.Fiscal(full_year(m.number("y")))
    if m.value("u") != "Y":
        return None
    return "%", f.Fiscal(None, direction_of(m))


def _weekdays_ago(m: Match) -> Made:
    """Two Sundays ago."""
    count = m.number("n")
    last = f.Weekday(m.number("w"), nearest=-1)
    return ("@", f.Shift(((count - 1, "W"),), -1, last, True)) if 1 <= count <= 99 else None


def _holiday(m: Match) -> Made:
    found = m.classes("dir")
    year: f.Form | None = None
    if m.piece("y"):
        year = f.Calendar(full_year(m.number("y")))
    elif m.piece("u"):
        year = f.Period("Y", direction_of(m, "ydir"))
    return "@", f.Holiday(str(m.value("k")), year, direction_of(m) if found else 0)


def _nth_of(m: Match) -> Made:
    unit = str(m.value("u"))
    number = -1 if m.name("o") == "L" else m.number("o")
    if unit not in ("D", "W", "M", "WE") or not (m.piece("m") or m.piece("y")):
        return None
    outer = f.Calendar(m.number("y") if m.piece("y") else None, m.number("m") if m.piece("m") else None)
    return "@" if unit == "D" else "%", f.Nth(number, unit, outer)


def _week_number(m: Match) -> Made:
    number = m.number("n")
    if m.value("u") != "W" or not 1 <= number <= 53:
        return None
    year: f.Form = f.Calendar(m.number("y")) if m.piece("y") else f.Period("Y", direction_of(m, "ydir") if m.classes("ydir") else 0)
    return "%", f.Part("W", number, year)


RULES: tuple[Rule, ...] = (
    rule("next in the text", r"t?j8?(?P<u>u)", lambda m: _beside(m, 1)),
    rule("next in the text", r"tp8?(?P<u>u)", lambda m: _beside(m, -1)),
    rule("next in the text", r"tN(?P<u>u)", lambda m: _beside(m, 1) if m.value("u") == "D" else None),
    rule("period", DIRECTED + r"8?(?P<u>u)", _period),
    rule("weekdays", r"(?P<w>\+)", lambda m: ("!", f.Every(f"XXXX-WXX-{m.number('w') + 1}"))),
    rule("that period", r"(?:h7?|t7)(?P<u>u)", _that),
    rule("the period", r"t8?(?P<u>u)(?!k)", _the),
    rule("the day before", r"t?(?P<u>u)(?P<s>[BbeA])(?![LNTPpMWKDdYthn])", _day_before),
    rule("year ago", r"t?7?5(?:6|u)?", _year_back),
    rule("year ago", r"t?7(?:6|u)(?:,?[OI]?t?(?P<dir>[Lp])(?P<u>u)|,?a(?P<u3>u)[Ae])", _year_back),
    rule("year ago", r"t?(?P<dir>[Lp])(?P<u>u)s?(?:6|(?P<q>u))", lambda m: _year_back(m) if m.value("q") in (None, "Q") else None),
    rule("latest", r"t?[3LC]?(?:6|3(?P<u>u))", _latest),
    rule("quarter of", r"t?(?P<y>Y)(?:6|(?P<u>u))", _period_of),
    rule("deictic", r"(?P<d>d)", _deictic),
    rule("decade", r"t?(?P<e>E)", _decade),
    rule("century", r"t?(?P<o>[o2])-?(?P<u>u)", _century),
    rule("nth day", r"t?(?P<o>[o2])-?(?P<u>u)(?!O(?:t?[uMYLPNTpJ]|h)|k)", _elapsed),
    rule("season", r"(?:(?P<dir>t?[LPpN]|TP?|TN|t))?(?P<j>J)(?:,?O?(?P<y>Y)|" + _YEARLY + ")?", _season),
    rule("part of a year", r"t?F?" + _QUARTER + r"(?:,?[OI]?t?(?:[Fu])?(?P<y>Y|9)|,?[OI]?(?:t|t?(?P<ydir>[LPpNTC]))F?(?P<yu>u))?", _part_of_year),
    rule("part of a year", r"t?(?P<o>L)-?(?:(?P<u>u)|(?P<g>G))[OI](?:F?(?P<y>Y)|(?:t|t?(?P<ydir>[LPpNTC]))F?(?P<yu>u))", _part_of_year),
    rule("part of a year", r"(?P<ydir>t?[LPpNTC])F?(?P<yu>u)s?F?" + _QUARTER, _part_of_year),
    rule("part of a year", r"t?F?(?P<y>Y)s?-?F?" + _QUARTER, _part_of_year),
    rule("part of a year", r"(?P<o>4)(?:[O,]?F?(?P<y>Y|9))?", _part_of_year),
    rule("fiscal year", r"t?F-?(?:(?P<u>u))?O?(?P<y>Y|9|n)", _fiscal),
    rule("fiscal year", r"t?F-?u?O?(?P<y>Y)[-/](?P<z>[nY])", lambda m: ("%", f.Fiscal(m.number("y"), begun=True))),
    rule("fiscal year", r"t?(?P<y>Y)-?F(?P<u>u)", _fiscal),
    rule("weekdays ago", r"(?P<n>n)(?P<w>\+)A", _weekdays_ago),
    rule("fiscal year", r"t?(?P<dir>[LPpNTC])?F(?P<u>u)", _fiscal),
    rule("holiday", r"(?:(?P<dir>t?[LPpN]|TP?|TN))?(?P<k>K)(?:,?[OI]?(?P<y>Y|9)|" + _YEARLY + ")?", _holiday),
    rule("nth of", r"t?(?P<o>[o2L])-?(?P<u>u)[OI](?P<m>M)?,?(?P<y>Y)?(?P<end>)", _nth_of),
    rule("week number", r"t?(?P<u>u)(?P<n>n)(?:O?(?:(?P<y>Y)|t?(?P<ydir>[LPpNT])u))?", _week_number),
)
