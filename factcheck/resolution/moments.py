"""Times as values: the time of day or the day that a mention names, for attributes whose value it is.

A time expression with its form, the mention that it resolves to and the words before it go in, a `Value` comes out, or None where it
names none. Claims of one article that give several times for one event are left out: which of them is the event's is not known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from factcheck.kinds import clock, day
from factcheck.kinds.date import forms
from factcheck.model.claim import Claim
from factcheck.model.interval import Interval
from factcheck.model.mention import TimeMention
from factcheck.model.value import Hedge, Value
from factcheck.packs.rulebook import Attribute
from factcheck.text import figures
from factcheck.text.folding import person_key

_BESIDE = (
    r"(?P<about>about|around|approximately|roughly|circa|nearly|almost|some time around|sometime around|towards?)"
    r"|(?:just|shortly|soon|right|moments|minutes|a little|a few minutes|a short time|immediately|not long) (?P<side>before|after)"
    r"|(?P<before>before|by|no later than|prior to)|(?P<after>after|since|from)"
)
_BEFORE = re.compile(rf"\b(?:{_BESIDE})(?: about| around)?\s+$", re.IGNORECASE)
_INSIDE = re.compile(rf"(?:{_BESIDE})\b", re.IGNORECASE)
# "between 7.30 and 8 p.m.": what happened did so at some time from the one to the other.
_FROM_TO = re.compile(
    r"\bbetween (?:about |around |roughly )?(?:(?P<named>noon|midnight)|(?P<hour>\d{1,2})(?:[:.]?(?P<minute>[0-5]\d))?(?: ?(?P<half>[ap])\.?m\.?)?)"
    r"(?: \w+day)? and (?:about |around |roughly )?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly )?$", re.IGNORECASE)
_LONGEST = 240  # minutes; "between nine and five" is when a shop is open
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_CALENDAR_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
_CLOCK_UNITS = {**_CALENDAR_UNITS, "M": "minute"}
_ABOUT = re.compile(
    r"(?:(?P<more>more than|over|at least|just over|exceeding)|(?P<less>less than|under|up to|at most|as much as)"
    r"|about|around|nearly|almost|some|roughly|approximately|an estimated|close to|just under)\b",
    re.IGNORECASE,
)
_ONE_EVENT_DAYS = 2
_MOST = 12  # times told of one event in one article; more say no more
REACH = 40  # characters before a time in which its hedge stands, or that from which on it is told
_MINUTES = re.compile(r"\d[:.]\d\d|\b\d\d00\b")  # minutes that are none: "10:00", "1000 GMT", and no year
_HALF_SAID = re.compile(r"[ap]\.?m\b|noon|midnight|morning|afternoon|evening|night|hours|\b0\d", re.IGNORECASE)
_TOLD_BY_TODAY = re.compile(r"\b(?:today|tonight|yesterday|this|last night|overnight)\b", re.IGNORECASE)
_LATE, _EARLY = 21, 6  # from nine in the evening to six in the morning two clocks may give two days


def time_of_day(text: str, form: forms.Form, before: str) -> Value | None:
    """The time of day of an expression, with the hedge that stands in it or before it."""
    found = _clock_in(form)
    if found is None or found.hour is None:
        return None
    if _BETWEEN.search(before[-REACH:]) is not None:
        return None  # the other end tells both
    hedge, side = _hedge(text, before)
    minute = (found.minute or 0) if found.minute or _MINUTES.search(text) else None
    open_half = not found.zone and 1 <= found.hour <= 12 and _HALF_SAID.search(text) is None
    value = clock.clock_value(text, found.hour % 24, minute, found.zone, hedge, side, open_half)
    since = _FROM_TO.search(before)
    return value if since is None else _since(value, since)


def _since(value: Value, since: re.Match[str]) -> Value | None:
    """A time that lies between another before it and `value`; None where they are too far apart to tell it."""
    if value.point is None:
        return None
    last = int(value.point)
    hour = {"noon": 12, "midnight": 0}.get((since["named"] or "").lower(), int(since["hour"] or 0))
    first = hour % 24 * 60 + int(since["minute"] or 0)
    if since["half"] or (not since["named"] and 1 <= hour <= 12):  # the half of the day stands behind the second
        is_late = since["half"].lower() == "p" if since["half"] else (last // 720 == 1) != (first % 720 > last % 720)
        first = first % 720 + (720 if is_late else 0)
    length = (last - first) % clock.DAY
    if not 0 < length <= _LONGEST:
        return None
    last += clock.DAY if last < length else 0
    low, high = Decimal(last - length), Decimal(last)
    return replace(value, text=f"{since[0]}{value.text}", point=(low + high) / 2, low=low, high=high, hedge="~", step=Decimal(1))


def _hedge(text: str, before: str) -> tuple[Hedge, int]:
    found = _INSIDE.match(text) or _BEFORE.search(before[-REACH:])
    if found is None:
        return "=", 0
    if found["about"]:
        return "~", 0
    if found["side"]:
        return "~", -1 if found["side"].lower() == "before" else 1
    return ("<", 0) if found["before"] else (">", 0)


def day_of_time(time: TimeMention | None, text: str, form: forms.Form, in_part: str | None = None) -> Value:
    """The days that an expression means, hedged where they may be one off; `in_part` is what is known of them whatever the year."""
    found = _clock_in(form)
    is_told = found is None or found.of is not None  # an hour alone does not say of which day
    interval = time.interval if is_told and time is not None and time.kind in ("date", "time") else None
    if interval is not None and interval.last is not None and isinstance(form, forms.Modified) and form.modifier == "until":
        interval = _last_of(interval.last, form.form) or interval
    of_night = found is not None and (found.part in ("NI", "EV") or (found.hour is not None and not _EARLY <= found.hour < _LATE))
    is_loose = of_night or (isinstance(form, forms.Modified) and form.modifier == "approx") or _TOLD_BY_TODAY.search(text) is not None
    return day.day_value(text, interval, "~" if is_loose else "=", in_part)


def _last_of(last: date, form: forms.Form) -> Interval | None:
    """The day of "held until June 4", the month of "under contract until June 2010"."""
    if isinstance(form, forms.Weekday) or (isinstance(form, forms.Calendar) and form.day is not None):
        return Interval(last, last)
    return Interval(last.replace(day=1), last) if isinstance(form, forms.Calendar) and form.month is not None else None


def duration_of_time(timex: str | None, text: str) -> Value | None:
    """The length that an expression without a figure names: "a week", "about half an hour"; None for "several weeks"."""
    found = _LENGTH.fullmatch(timex or "")
    if found is None:
        return None
    number = Decimal(found[2])
    unit = (_CLOCK_UNITS if found[1] else _CALENDAR_UNITS)[found[3]]
    if (about := _ABOUT.match(text)) is None:
        return Value(text, number, number, number, unit, step=Decimal(1))
    if about["more"]:
        return Value(text, number, number, None, unit, ">", Decimal(1))
    if about["less"]:
        return Value(text, number, None, number, unit, "<", Decimal(1))
    return Value(text, number, number / 2, number * 3 / 2, unit, "~", Decimal(1))


def years_since(time: TimeMention | None, written: Interval, text: str) -> Value | None:
    """The years from a day or a year to the article, one more or less; None where either is not known or less than a year has gone by."""
    span = time.interval if time is not None else None
    if span is None or span.first is None or span.last is None or written.first is None or written.last is None:
        return None
    least, most = (written.first - span.last).days // 366, (written.last - span.first).days // 365
    return Value(text, None, Decimal(least - 1), Decimal(most + 1), "year", "..", Decimal(1)) if least > 0 else None


def _clock_in(form: forms.Form) -> forms.Clock | None:
    while isinstance(form, forms.Modified):
        form = form.form
    return form if isinstance(form, forms.Clock) else None


def with_one_value(claims: Iterable[Claim], attributes: Mapping[str, Attribute]) -> list[Claim]:
    """The claims without those times of an event, and values of `single` attributes, of which the article gives several that cannot be one."""
    kept = list(claims)
    told: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in kept:
        attribute = attributes[claim.rule]
        if attribute.single:
            currency = claim.value.unit if claim.kind == "money" else ""  # a price in every market
            told[claim.rule, claim.subject.id, claim.modality, currency, _bound(claim, attribute)].append(claim)
        elif claim.kind in ("time", "date") and claim.subject.event:
            told[claim.rule, claim.subject.id, claim.qualifiers].append(claim)
    made: dict[str, Claim | None] = {}
    for group in told.values():
        if _disagree(group, attributes):
            undated = [claim for claim in group if not claim.valid.interval.is_bounded]
            dated = [claim for claim in group if claim.valid.interval.is_bounded]
            if undated and dated and attributes[group[0].rule].single:  # what has a time of its own beside what has none is of another event
                made.update({claim.id: None for claim in dated})
                group = undated
            if _disagree(group, attributes):
                made.update(_by_person(group, attributes))
    return [claim for claim in (made.get(old.id, old) for old in kept) if claim is not None]


def _disagree(group: Sequence[Claim], attributes: Mapping[str, Attribute]) -> bool:
    return any(_differ(one, two, attributes) for one, two in combinations(group[:_MOST], 2))


def _by_person(group: Sequence[Claim], attributes: Mapping[str, Attribute]) -> dict[str, Claim | None]:
    """Values that differ are kept, each under its person or product where every one names one, and None stands for the others."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in group:
        qualifiers = dict(claim.qualifiers)
        told[qualifiers.get("person") or qualifiers.get("product") or ""].append(claim)
    if "" in told or len(told) == 1:
        return {claim.id: None for claim in group}
    made: dict[str, Claim | None] = {}
    for person, mine in told.items():
        is_one = not _disagree(mine, attributes)
        for claim in mine:
            subject = replace(claim.subject, id=f"{claim.subject.id}|person={person_key(person)}", name=person)
            made[claim.id] = replace(claim, subject=replace(subject, surface=f"{claim.subject.surface} ({person})")) if is_one else None
    return made


def _bound(claim: Claim, attribute: Attribute) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in claim.qualifiers if name in attribute.binds)


def _differ(one: Claim, two: Claim, attributes: Mapping[str, Attribute]) -> bool:
    """The two cannot be one value; days of an event farther apart are those of two events, which are kept apart anyway."""
    left, right = one.value, two.value
    if one.subject.event and one.kind not in ("time", "date") and one.valid.interval.gap_days(two.valid.interval) > _ONE_EVENT_DAYS:
        return False  # of another event, by its day
    if one.kind == "time":
        return clock.relate(left, right).standing == "apart"
    if one.kind == "date":
        found = day.relate(left, right)
        return found.standing == "apart" and found.gap is not None and (found.gap <= _ONE_EVENT_DAYS or attributes[one.rule].single)
    if left.point is None or right.point is None:
        return (left.entity or left.text.casefold()) != (right.entity or right.text.casefold())
    return left.unit != right.unit or figures.relate(left, right).standing == "apart"
