"""Rules for days, months, years and the other stretches of the calendar."""

from __future__ import annotations

from factcheck.extraction.times.grammar import Match, Rule, rule
from factcheck.extraction.times.lexer import Token
from factcheck.kinds.date import forms as f

Made = tuple[str, f.Form] | None

# A direction word: last and previous -1, this 0, next 1.
_DIRECTION = {"j": 1, "L": -1, "P": -1, "p": -1, "T": 0, "C": 0, "N": 1}


def _direction(m: Match, group: str = "dir") -> int:
    found = m.classes(group)
    return next((_DIRECTION[c] for c in reversed(found) if c in _DIRECTION), 0)


def full_year(value: int) -> int:
    """A year of two digits read in the century around 1970 to 2069, as POSIX has it from 1969 on."""
    return value if value >= 100 else value + (2000 if value < 50 else 1900)


def _day_in(m: Match) -> int:
    day = m.number("d")
    return day if 1 <= day <= 31 else 0


def _month_day(m: Match) -> Made:
    day, month = _day_in(m), m.number("m")
    if not day:
        return None
    year = m.number("y") if m.piece("y") else None
    weekday = m.number("w") if m.piece("w") else None
    if year is not None:
        year = full_year(year)
    first = f.Calendar(year, month, day, weekday)
    if m.piece("e"):
        last = m.number("e")
        if not day < last <= 31:
            return None
        return "%", f.Range(first, f.Calendar(year, month, last))
    return "@", first


def _month(m: Match) -> Made:
    piece = m.piece("m")
    if m.piece("y"):
        return "%", f.Calendar(full_year(m.number("y")), m.number("m"))
    assert piece is not None
    if m.classes("dir"):
        offset = _direction(m)
        return "%", f.Part("MONTH", m.number("m"), None, False, offset) if offset else f.Part("MONTH", m.number("m"), f.Period("Y"))
    if m.piece("u"):
        return "%", f.Part("MONTH", m.number("m"), f.Period("Y", _direction(m, "ydir")))
    return "%", f.Calendar(None, m.number("m"))


def _numeric(m: Match) -> Made:
    surface = str(m.value("d"))
    if surface.isdigit():
        return "@", f.Calendar(int(surface[:4]), int(surface[4:6]), int(surface[6:]))
    sign = next(c for c in surface if not c.isdigit())
    one, two, three = (int(part) for part in surface.split(sign))
    if len(surface.split(sign)[0]) == 4:
        return "@", f.Calendar(one, two, three)
    if sign == "-" and three < 100 and len(surface) < 8:
        return None
    return "@", f.Numeric(one, two, full_year(three))


def _moment(m: Match) -> Made:
    """An ISO 8601 date and time."""
    surface = str(m.value("d"))
    year, month, day = (int(part) for part in surface[:10].split("-"))
    second = int(surface[17:19]) if surface[16:17] == ":" else None
    return "!", f.Clock(f.Calendar(year, month, day), int(surface[11:13]), int(surface[14:16]), second)


def _year(m: Match) -> Made:
    if m.piece("u") and m.value("u") != "Y":
        return None
    return "%", f.Calendar(m.number("y"))


def _year_span(m: Match) -> Made:
    first, last = m.number("y"), m.number("z")
    piece = m.piece("z")
    if last < 100 and isinstance(piece, Token) and piece.end - piece.start == 2:
        last += first // 100 * 100 if last > first % 100 else first // 100 * 100 + 100
        if not first < last <= first + (60 if last // 100 == first // 100 else 1):
            return None
    if not first < last < first + 200:
        return None
    return "%", f.Range(f.Calendar(first), f.Calendar(last))


def _year_month(m: Match) -> Made:
    month = m.number("z")
    return ("%", f.Calendar(m.number("y"), month)) if 1 <= month <= 12 else None


def _weekday(m: Match) -> Made:
    found = m.classes("dir")
    day = m.number("w")
    if not found:
        return "@", f.Weekday(day)
    if ("T" in found and len(found) > 1) or (found in ("C", "N") and m.piece("dir") is None):
        return "@", f.Weekday(day, nearest=_direction(m))
    direction = _direction(m)
    if direction == 0:
        return "@", f.Weekday(day, week=0)
    return "@", f.Weekday(day, nearest=direction)


def _weekday_of_week(m: Match) -> Made:
    return "@", f.Weekday(m.number("w"), week=_direction(m))


def _ordinal_weekday(m: Match) -> Made:
    day = _day_in(m)
    return ("@", f.Calendar(None, None, day, m.number("w"))) if day else None


def _period(m: Match) -> Made:
    unit = str(m.value("u"))
    if unit in ("S", "MIN", "H", "NIGHT"):
        return None
    if unit == "2W":
        return None
    name = "@" if unit == "D" else "%"
    return name, f.Period(unit, _direction(m))


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
    return "@" if unit == "D" else "%", f.Shift(((1, unit),), sign, "context")


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
        return "%", f.Part(season, season, f.Period("Y", _direction(m, "ydir")))
    if found.strip("t"):
        return "%", f.Part(season, season, None, False, _direction(m)) if _direction(m) else f.Part(season, season, f.Period("Y", 0))
    return "%", f.Part(season, season)


def _part_of_year(m: Match) -> Made:
    """Quarters and halves: "the third quarter", "second half of fiscal 2024", "this year's third quarter", "Q3 2024"."""
    unit = str(m.value("u")) if m.piece("u") else "Q"
    letter = {"Q": "Q", "HY": "H"}.get(unit)
    if m.piece("g"):
        letter = "H"
    number = m.number("o")
    if letter is None or not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    fiscal = "F" in m.match.group()
    if m.piece("y"):
        year = full_year(m.number("y"))
        return "%", f.Part(letter, number, f.Fiscal(year) if fiscal else f.Calendar(year), fiscal)
    if m.piece("yu"):
        if m.value("yu") != "Y":
            return None
        offset = _direction(m, "ydir")
        return "%", f.Part(letter, number, f.Fiscal(None, offset) if fiscal else f.Period("Y", offset), fiscal)
    return "%", f.Part(letter, number, None, fiscal)


def _fiscal(m: Match) -> Made:
    if m.piece("y"):
        return "%", f.Fiscal(full_year(m.number("y")))
    if m.value("u") != "Y":
        return None
    return "%", f.Fiscal(None, _direction(m))


def _holiday(m: Match) -> Made:
    found = m.classes("dir")
    year: f.Form | None = None
    if m.piece("y"):
        year = f.Calendar(full_year(m.number("y")))
    elif m.piece("u"):
        year = f.Period("Y", _direction(m, "ydir"))
    return "@", f.Holiday(str(m.value("k")), year, _direction(m) if found else 0)


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
    year: f.Form = f.Calendar(m.number("y")) if m.piece("y") else f.Period("Y", _direction(m, "ydir") if m.classes("ydir") else 0)
    return "%", f.Part("W", number, year)


_DIR = r"(?P<dir>t?[LPpNCj]|TP?|TN|tC)"
_YEARLY = r"(?:,?[OI]?t?(?P<ydir>[LPpNTC])(?P<u>u))"
_QUARTER = r"(?P<o>[o2])-?(?:(?P<u>u)|(?P<g>G))"

RULES: tuple[Rule, ...] = (
    rule("month day", r"(?:T?N?(?P<w>W),?)?(?P<m>M)-?t?(?P<d>[no2])(?:[-r](?P<e>n)(?![uU]))?(?:,?O?(?P<y>Y|9))?", _month_day),
    rule(
        "month of 87",
        r"(?P<m>M)O(?P<y>n)(?!.)",
        lambda m: ("%", f.Calendar(1900 + m.number("y"), m.number("m"))) if 31 < m.number("y") < 100 else None,
    ),
    rule("year month day", r"(?P<y>Y)[-,/]?(?P<m>M)[-/]?(?P<d>[no])", _month_day),
    rule("month year day", r"(?P<m>M)-(?P<y>Y)-(?P<d>n)", _month_day),
    rule("day month", r"(?:(?P<w>W),?)?t?(?P<d>[no2])(?:uO)?O?[-/]?(?P<m>M)(?:[-/]?,?[OI]?(?P<y>Y|9))?", _month_day),
    rule("month", r"(?:(?P<dir>t?[LPpN]|TP?|TN))?(?P<m>M)(?:[-/]?,?[OI]?(?P<y>Y|9)|(?:,?O?t?(?P<ydir>[LPpNT])(?P<u>u)))?", _month),
    rule("year month", r"(?P<y>Y)[-/]?(?P<m>M)", _month),
    rule("numeric", r"(?:W,?)?(?P<d>D)", _numeric),
    rule("moment", r"(?P<d><)", _moment),
    rule("year and month", r"(?P<y>Y)-(?P<z>n)(?!-)", lambda m: _year_span(m) or _year_month(m)),
    rule("years", r"(?P<y>Y)[-/](?P<z>[Yn])(?![-/])", _year_span),
    rule("year", r"(?:t?8?(?P<u>u)O?)?(?P<y>Y)", _year),
    rule("weekday", r"(?:" + _DIR + r")?(?P<w>W)", _weekday),
    rule("weekday of a week", r"(?P<w>W)O?t?(?P<dir>[LPpNT])(?P<u>u)", lambda m: _weekday_of_week(m) if m.value("u") == "W" else None),
    rule("weekday of a week", r"(?P<dir>[LPpNT])(?P<u>u)-?(?P<w>W)", lambda m: _weekday_of_week(m) if m.value("u") == "W" else None),
    rule("weekday the nth", r"(?P<w>W)t?(?P<d>[o2]|n(?!.))", _ordinal_weekday),
    rule("next in the text", r"t?j8?(?P<u>u)", lambda m: _beside(m, 1)),
    rule("next in the text", r"tp8?(?P<u>u)", lambda m: _beside(m, -1)),
    rule("next in the text", r"tN(?P<u>u)", lambda m: _beside(m, 1) if m.value("u") == "D" else None),
    rule("period", _DIR + r"(?P<u>u)", _period),
    rule("weekdays", r"(?P<w>\+)", lambda m: ("!", f.Every(f"XXXX-WXX-{m.number('w') + 1}"))),
    rule("that period", r"(?:h|t7)(?P<u>u)", _that),
    rule("the period", r"t8?(?P<u>u)(?!k)", _the),
    rule("the day before", r"t?(?P<u>u)(?P<s>[BbeA])(?P<end>(?![@%\d]))", _day_before),
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
    rule("part of a year", r"(?P<ydir>t?[LPpNTC])F?(?P<yu>u)s?F?" + _QUARTER, _part_of_year),
    rule("part of a year", r"t?F?(?P<y>Y)s?-?F?" + _QUARTER, _part_of_year),
    rule("part of a year", r"(?P<o>4)(?:[O,]?F?(?P<y>Y|9))?", _part_of_year),
    rule("fiscal year", r"t?F-?(?:(?P<u>u))?O?(?P<y>Y|9|n)", _fiscal),
    rule("fiscal year", r"t?(?P<dir>[LPpNTC])?F(?P<u>u)", _fiscal),
    rule("holiday", r"(?:(?P<dir>t?[LPpN]|TP?|TN))?(?P<k>K)(?:,?[OI]?(?P<y>Y|9)|" + _YEARLY + ")?", _holiday),
    rule("nth of", r"t?(?P<o>[o2L])-?(?P<u>u)[OI](?P<m>M)?,?(?P<y>Y)?(?P<end>)", _nth_of),
    rule("week number", r"t?(?P<u>u)(?P<n>n)(?:O?(?:(?P<y>Y)|t?(?P<ydir>[LPpNT])u))?", _week_number),
)
