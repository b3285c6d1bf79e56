"""The second and third round: what days, stretches, amounts and clock times say together."""

from __future__ import annotations

from factcheck.extraction.times.grammar import Found, Match, Rule, rule
from factcheck.kinds.date import forms as f

Made = tuple[str, f.Form] | None


_HALVES = {"Y": (12, "M"), "D": (24, "H"), "H": (60, "MIN")}


def _whole(form: f.Form) -> tuple[tuple[int | None, str], ...]:
    """A duration as amounts to shift by; vague ones are None."""
    if not isinstance(form, f.Duration):
        return ()
    made: list[tuple[int | None, str]] = []
    for amount, unit in form.amounts:
        whole, _, rest = amount.partition(".")
        if rest == "5" and unit in _HALVES:
            parts, smaller = _HALVES[unit]
            made.append((int(whole) * parts + parts // 2, smaller))
        else:
            made.append((int(whole) if whole.isdigit() and len(whole) < 9 else None, unit))
    return tuple(made)


def _ago(m: Match) -> Made:
    amounts = _whole(m.form("a"))
    if amounts == ((1, "Y"),):
        return "@", f.Shift(amounts, -1, "report")
    return "@", f.Shift(amounts, -1)


def _from_context(m: Match) -> Made:
    amounts = _whole(m.form("a"))
    sign = -1 if m.name("s") in "eB" else 1
    if amounts == ((1, "Y"),) and sign < 0:
        return "@", f.Shift(amounts, -1, "report")
    return "@", f.Shift(amounts, sign, "context")


def _from_anchor(m: Match) -> Made:
    anchor = f.Period("D", 0) if m.name("to") == "!" else m.form("to")
    if m.name("to") == "!" and m.form("to") != f.Reference("PRESENT_REF"):
        return None
    amounts = _whole(m.form("a"))
    if any(amount is None for amount, _ in amounts):
        return None
    return "@", f.Shift(amounts, -1 if m.name("s") == "B" else 1, anchor, True)


def _unit_from_anchor(m: Match) -> Made:
    """The day after Christmas."""
    unit = str(m.value("u"))
    if unit not in ("D", "W", "M", "Y"):
        return None
    return "@", f.Shift(((1, unit),), -1 if m.name("s") == "B" else 1, m.form("to"), True)


def _around(m: Match) -> Made:
    """The past three weeks, the next few days."""
    form = m.form("a")
    if not isinstance(form, f.Duration):
        return None
    found = m.classes("dir")
    amount = m.piece("a")
    if isinstance(amount, Found) and amount.rule == "units":  # recent, coming, past years: no length at all
        return "!", f.Reference("FUTURE_REF" if "N" in found else "PAST_REF")
    return "#", f.Duration(form.amounts, "future" if "N" in found else "past")


def _clock_on(m: Match) -> Made:
    clock, day = m.form("c"), m.form("d")
    if not isinstance(clock, f.Clock):
        return None
    if isinstance(day, f.Clock):
        return None
    part = m.form("i") if m.piece("i") else None
    hour = _in_part(clock.hour, part.part) if isinstance(part, f.Clock) and clock.hour is not None else clock.hour
    return "!", f.Clock(day, hour, clock.minute, clock.second, clock.zone, clock.part)


def _in_part(hour: int, part: str) -> int:
    """The hour of twelve in its part of the day: "2:48 Tuesday afternoon" is 14:48, "12:30 Sunday morning" 0:30."""
    if part == "MO" or (part == "NI" and hour == 12):
        return hour % 12 if hour == 12 else hour
    first = 6 if part == "NI" else 1  # "2:30 Sunday night" is in its small hours
    return hour + 12 if part in ("AF", "EV", "NI") and first <= hour < 12 else hour


def _part_on(m: Match) -> Made:
    part, day = m.form("p"), m.form("d")
    if not isinstance(part, f.Clock) or isinstance(day, f.Clock):
        return None
    return "!", f.Clock(day, part=part.part)


def _named_night(m: Match) -> Made:
    """Last night, this morning, that evening."""
    part = m.form("p")
    if not isinstance(part, f.Clock):
        return None
    found = m.classes("dir")
    if "L" in found or "P" in found or "p" in found:
        return "!", f.Clock(f.Period("D", -1), part=part.part)
    if "T" in found:
        return "!", f.Clock(f.Period("D", 0), part=part.part)
    if "N" in found:
        return "!", f.Clock(f.Shift(((1, "D"),), 1, "context"), part=part.part)
    return "!", f.Clock(f.Period("D", 0, "context"), part=part.part)


def _modified(m: Match) -> Made:
    modifier = str(m.value("k"))
    form = m.form("d")
    name = m.name("d")
    if modifier in ("None", ""):
        return name, form
    if modifier not in ("start", "mid", "end"):
        return None
    return name, f.Modified(form, modifier)  # type: ignore[arg-type]


def _about(m: Match) -> Made:
    form = m.form("d")
    return (m.name("d"), f.Modified(form, "approx")) if m.value("k") == "approx" and isinstance(form, f.Calendar | f.Weekday | f.Decade) else None


def _bound(m: Match) -> Made:
    form = m.form("d")
    word = m.value("s")
    if isinstance(form, f.Reference | f.Every):
        return None
    return m.name("d"), f.Modified(form, "since" if word == "since" else "until")


def _nth(m: Match) -> Made:
    unit = str(m.value("u")) if m.name("u") != "2" else "S"
    number = -1 if m.name("o") == "L" else m.number("o")
    if unit not in ("D", "W", "M", "Q", "WE", "Y") or not number:
        return None
    outer = m.form("d") if m.piece("d") else f.Period(str(m.value("of")))
    return "@" if unit == "D" else "%", f.Nth(number, unit, outer)


def _across(m: Match) -> Made:
    """Jan. 30-Feb. 2."""
    first, last = m.form("a"), m.form("d")
    return ("%", f.Range(first, last)) if isinstance(first, f.Calendar) and isinstance(last, f.Calendar) else None


def _nth_weekday(m: Match) -> Made:
    """The first Monday of May, the last Friday in November."""
    day, month = m.form("w"), m.form("d")
    is_month = isinstance(month, f.Calendar) and month.month is not None and month.day is None
    is_month = is_month or (isinstance(month, f.Period) and month.unit == "M") or (isinstance(month, f.Part) and month.unit == "MONTH")
    if not isinstance(day, f.Weekday) or not is_month:
        return None
    if m.piece("o"):
        return ("@", f.Nth(m.number("o"), f"D{day.day}", month)) if m.number("o") <= 5 and day == f.Weekday(day.day) else None
    return ("@", f.Nth(-1, f"D{day.day}", month)) if day.nearest == -1 else None


def _day_of_month(m: Match) -> Made:
    """The 15th of this month."""
    form = m.form("d")
    is_month = (isinstance(form, f.Period) and form.unit == "M") or (isinstance(form, f.Part) and form.unit == "MONTH")
    return ("@", f.Nth(m.number("o"), "D", form)) if is_month else None


def _end_of_unit(m: Match) -> Made:
    unit, modifier = str(m.value("u")), str(m.value("k"))
    if unit not in ("D", "W", "M", "Q", "Y", "E", "C", "WE"):
        return None
    if unit == "D":
        return "@", f.Period(unit, 0, "context")
    form: f.Form = f.Period(unit, 0)
    return "%", f.Modified(form, modifier) if modifier in ("start", "mid", "end") else form  # type: ignore[arg-type]


def _part_of_named(m: Match) -> Made:
    unit, number = str(m.value("u")), m.number("o")
    letter = {"Q": "Q", "HY": "H"}.get(unit)
    if m.piece("g"):
        letter = "H"
    if letter is None or not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    return "%", f.Part(letter, number, m.form("d"))


def _weekday_in_weeks(m: Match) -> Made:
    """Monday two weeks ago."""
    day, amounts = m.form("w"), _whole(m.form("a"))
    if not isinstance(day, f.Weekday) or len(amounts) != 1 or amounts[0][1] != "W" or amounts[0][0] is None:
        return None
    return "@", f.Weekday(day.day, week=-amounts[0][0] if m.name("s") == "A" else amounts[0][0])


def _in(m: Match) -> Made:
    """In two weeks: only the sentence can tell a date from a length; the context settles it."""
    amounts = _whole(m.form("a"))
    if any(amount is None for amount, _ in amounts) or any(unit in ("H", "MIN", "S") for _, unit in amounts):
        return "#", m.form("a")
    return "+", f.Shift(amounts, 1, "now", amounts[-1][1] in ("D", "W"))


FIRST: tuple[Rule, ...] = (
    rule("ago", r"R*(?P<a>#)(?:A|Bn?(?P<now>\+))", _ago),
    rule("earlier", r"R*(?P<a>#)-?(?P<s>[elB])(?![@%])", lambda m: _from_context(m) if m.name("s") != "B" else None),
    rule("from now", r"R*(?P<a>#)(?P<s>[fbBN])(?P<to>[@%!])", _from_anchor),
    rule("in", r"I(?P<skip_to>)R*(?P<a>#)(?![elBAbO@%-])", _in),
    rule("weekday in weeks", r"(?P<w>@),?R*(?P<a>#)(?:(?P<s>A)|f[!@])", _weekday_in_weeks),
    rule("the day after", r"t(?P<u>u)(?P<s>[bBj])(?P<to>@)", _unit_from_anchor),
    rule("past three weeks", r"(?P<dir>[th]?[LPpN])(?P<a>#)", _around),
    rule("nth", r"t?(?P<o>[o2L])-?(?P<u>[u2])(?:[OI]|s)(?P<d>[%@])", _nth),
    rule("nth", r"t?(?P<o>[o2L])-?(?P<u>[u2])[OI]t(?P<of>u)", _nth),
    rule("half of", r"t?(?P<o>[o2])-?(?:(?P<g>G)|(?P<u>u))[OI](?P<d>%)", _part_of_named),
    rule("about", r"(?P<k>R)(?P<d>[%@])", _about),
    rule("early", r"t?(?P<k>[kel])-?(?:[OIw]t?)?(?P<d>[%@])", _modified),
    rule("early", r"t?(?P<k>0)(?:-|Ot?)(?P<d>[%@])", _modified),
    rule("end of the year", r"t?(?P<k>[kel])[OI]?t(?P<u>u)", _end_of_unit),
    rule("days across months", r"(?P<a>@)-(?P<d>@)", _across),
    rule("nth weekday", r"t?(?P<o>[o2])?(?P<w>@)[OI](?P<d>%)", _nth_weekday),
    rule("day of a month", r"t?(?P<o>o)O?(?P<d>%)", _day_of_month),
    rule("week of a day", r"t?(?P<u>u)O(?P<d>@)", lambda m: ("%", f.Nth(1, "W", m.form("d"))) if m.value("u") == "W" else None),
    rule("end of the year", r"t?(?P<k>0)Ot?(?P<u>u)", _end_of_unit),
    rule("year end", r"t?(?P<u>u)s?-?(?P<k>0)", lambda m: ("@", f.Calendar(None, 12, 31)) if m.value("u") == "Y" and m.value("k") == "end" else None),
    rule("last night", r"(?P<dir>[LPpNTh])(?:k-?)?(?P<p>~)", _named_night),
    rule("the past", r"tP(?![uUnvYMWJai#%@-])", lambda m: ("!", f.Reference("PAST_REF"))),
)

SECOND: tuple[Rule, ...] = (
    rule("week of a day", r"(?P<p>%)O(?P<d>@)", lambda m: ("%", f.Nth(1, "W", m.form("d"))) if m.form("p") == f.Period("W") else None),
    rule("clock on", r"R?(?P<c>=),?w?(?P<d>@)(?:k?(?P<i>~))?", _clock_on),
    rule("on at clock", r"(?P<d>@)(?:k?(?P<i>~))?,?Z?(?P<c>=)", _clock_on),
    rule("part on", r"(?P<d>@)s?k?(?P<p>~)", _part_on),
    rule("part of day", r"t?k?-?(?P<p>~)(?:O|w)?(?P<d>@)", _part_on),
)

LAST: tuple[Rule, ...] = (rule("since", r"(?P<s>S)(?P<skip_to>(?P<d>[@%]))", _bound),)


def is_found(piece: object) -> bool:
    """Whether a piece is the work of a rule."""
    return isinstance(piece, Found)
