"""Rules for days, months and years: what is written with a name or number of its own."""

from __future__ import annotations

from factcheck.extraction.times.grammar import Match, Rule, rule
from factcheck.extraction.times.lexer import Token
from factcheck.kinds.date import forms as f

Made = tuple[str, f.Form] | None

# A direction word: last and previous -1, this 0, next 1.
_DIRECTION = {"j": 1, "L": -1, "P": -1, "p": -1, "T": 0, "C": 0, "N": 1}
# Words of direction before a unit, a weekday or a month.
DIRECTED = r"(?P<dir>t?[LPpNCj]|TP?|TN|tC)"


def direction_of(m: Match, group: str = "dir") -> int:
    """-1, 0 or 1 by the direction words that a group covers."""
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
    if not day or (m.piece("of") and m.value("of") != "D"):  # the second week of May
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


def _days_month(m: Match) -> Made:
    """22-25 July; 4 and 5 August."""
    day, last = _day_in(m), m.number("e")
    if not day or not day < last <= 31 or (m.classes("by") == "&" and last != day + 1):
        return None
    year, month = full_year(m.number("y")) if m.piece("y") else None, m.number("m")
    return "%", f.Range(f.Calendar(year, month, day), f.Calendar(year, month, last))


def _directed_day(m: Match) -> Made:
    """Last Oct. 23."""
    day, offset = _day_in(m), direction_of(m)
    if not day:
        return None
    month = f.Part("MONTH", m.number("m"), None, False, offset) if offset else f.Part("MONTH", m.number("m"), f.Period("Y"))
    return "@", f.Nth(day, "D", month)


def _month(m: Match) -> Made:
    piece = m.piece("m")
    if m.piece("y"):
        return "%", f.Calendar(full_year(m.number("y")), m.number("m"))
    assert piece is not None
    if m.classes("dir"):
        offset = direction_of(m)
        return "%", f.Part("MONTH", m.number("m"), None, False, offset) if offset else f.Part("MONTH", m.number("m"), f.Period("Y"))
    if m.piece("u"):
        return "%", f.Part("MONTH", m.number("m"), f.Period("Y", direction_of(m, "ydir")))
    return "%", f.Calendar(None, m.number("m"))


def _months(m: Match) -> Made:
    """July-September 2012."""
    year = full_year(m.number("y")) if m.piece("y") else None
    return "%", f.Range(f.Calendar(year, m.number("m")), f.Calendar(year, m.number("e")))


def _numeric(m: Match) -> Made:
    surface = str(m.value("d"))
    if surface.isdigit():
        return "@", f.Calendar(int(surface[:4]), int(surface[4:6]), int(surface[6:]))
    sign = next(c for c in surface if not c.isdigit())
    one, two, three = (int(part) for part in surface.split(sign))
    if len(surface.split(sign)[0]) == 4:
        return "@", f.Calendar(one, two, three)
    if sign == ".":  # who writes points writes the day first
        return "@", f.Calendar(full_year(three), two, one) if two <= 12 else f.Calendar(full_year(three), one, two)
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
    found, day, where = m.classes("dir"), m.number("w"), direction_of(m)
    if not found:
        return "@", f.Weekday(day)
    if found == "N" and m.value("dir") == "next":
        return "@", f.Weekday(day, week=1)
    return "@", f.Weekday(day, nearest=where) if where else f.Weekday(day, week=0)


def _weekday_of_week(m: Match) -> Made:
    return "@", f.Weekday(m.number("w"), week=direction_of(m))


def _ordinal_weekday(m: Match) -> Made:
    day = _day_in(m)
    return ("@", f.Calendar(None, None, day, m.number("w"))) if day else None


RULES: tuple[Rule, ...] = (
    rule("month day", r"(?:T?N?(?P<w>W),?)?(?P<m>M)-?t?(?P<d>[no2])(?:[-r](?P<e>n)(?![uU]))?(?:[-/]?,?O?(?P<y>Y|9))?", _month_day),
    rule("last month day", r"(?P<dir>[LTN])(?P<m>M)(?P<d>[no])(?![-,]?[uUY])", _directed_day),
    rule(
        "month of 87",
        r"(?P<m>M)O(?P<y>n)(?!.)",
        lambda m: ("%", f.Calendar(1900 + m.number("y"), m.number("m"))) if 31 < m.number("y") < 100 else None,
    ),
    rule("year month day", r"(?P<y>Y)[-,/]?(?P<m>M)[-/]?(?P<d>[no])", _month_day),
    rule("month year day", r"(?P<m>M)-(?P<y>Y)-(?P<d>n)", _month_day),
    rule("day month", r"(?:(?P<w>W),?)?t?(?P<d>[no2])(?:(?P<of>u)O)?O?[-/]?(?P<m>M)(?:[-/]?,?[OI]?(?P<y>Y|9))?", _month_day),
    rule("days month", r"(?P<d>[no])(?P<by>[-r&])(?P<e>[no])O?(?P<m>M)(?:,?O?(?P<y>Y|9))?", _days_month),
    rule("months", r"(?P<m>M)[-/](?P<e>M)(?:,?O?(?P<y>Y|9))?", _months),
    rule("month", r"(?:(?P<dir>t?[LPpN]|TP?|TN))?(?P<m>M)(?:[-/]?,?[OI]?(?P<y>Y|9)|(?:,?O?t?(?P<ydir>[LPpNT])(?P<u>u)))?", _month),
    rule("year month", r"(?P<y>Y)[-/]?(?P<m>M)", _month),
    rule("numeric", r"(?:W,?)?(?P<d>D)", _numeric),
    rule("moment", r"(?P<d><)", _moment),
    rule("year and month", r"(?P<y>Y)-(?P<z>n)(?!-)", lambda m: _year_span(m) or _year_month(m)),
    rule("years", r"(?P<y>Y)[-/](?P<z>[Yn])(?![-/])", _year_span),
    rule("year", r"(?:t?8?(?P<u>u)O?)?(?P<y>Y)", _year),
    rule("weekday", r"(?:" + DIRECTED + r")?(?P<w>W)", _weekday),
    rule("weekday of a week", r"(?P<w>W)O?t?(?P<dir>[LPpNTj])(?P<u>u)", lambda m: _weekday_of_week(m) if m.value("u") == "W" else None),
    rule("weekday of a week", r"(?P<dir>[LPpNT])(?P<u>u)-?(?P<w>W)", lambda m: _weekday_of_week(m) if m.value("u") == "W" else None),
    rule("weekday the nth", r"(?P<w>W)t?(?P<d>[o2]|n(?!.))", _ordinal_weekday),
)
