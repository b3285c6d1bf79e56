"""The times of an article with their days, and what is known of days whose year is not.

A reading with the dating of its article goes in; each time expression comes out by its place. "Two days later" counts from the day before it
in the text, also where only a weekday or a day of a month is known of that; a day of a month in an account of an earlier year has that year.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from factcheck.kinds.date import TimeExpression, forms, resolve_all
from factcheck.model.interval import Interval
from factcheck.model.mention import TimeMention
from factcheck.model.reading import Reading
from factcheck.model.setting import Dating

Place = tuple[str, int]  # the field and the offset in it
FAR_DAYS = 60  # a day of a month so long before the article may be of the year of which the text tells
ACCOUNT_CHARS, ACCOUNT_YEARS = 600, 2  # so far an account reaches in the text, and so long ago it may be
NEXT_MONTHS = 2  # an account of a month goes on for so many
_WEEKDAY, _MONTHDAY = "XXXX-WXX-", "XXXX-"
_COMMON, _LEAP = 2001, 2000  # a year without a leap day, and one with it
MOST_DAYS = 366  # counted from a day without its year


def resolved_times(reading: Reading, dating: Dating) -> dict[Place, TimeMention]:
    """The time expressions of an article with the days that they mean."""
    found: dict[Place, TimeMention] = {}
    given = dating.interval if dating.interval.is_bounded else None
    day = given.first if given is not None and given.first == given.last else given
    for field in ("text", "title"):
        times = tuple(t for s in reading.sentences if s.field == field for t in s.times if isinstance(t, TimeExpression))
        told: date | None = None
        told_at = 0
        for expression, time in zip(times, resolve_all(times, day), strict=True):
            if told is not None and time.start - told_at <= ACCOUNT_CHARS:
                time = _of_year_told(expression, time, told, dating.interval)
            found[field, time.start] = time
            if (month := _told_month(expression, time)) is not None:
                told, told_at = month, time.end
    return found


def _told_month(expression: TimeExpression, time: TimeMention) -> date | None:
    """The month that an expression names with its year, or a day in it that was put to that year."""
    form = _plain(expression.form)
    span = time.interval
    if span is None or span.first is None or not isinstance(form, forms.Calendar) or form.month is None:
        return None
    return span.first if form.year is not None or time.note == _OF_TOLD else None


_OF_TOLD = "of the year that the text tells of"


def _of_year_told(expression: TimeExpression, time: TimeMention, told: date, written: Interval) -> TimeMention:
    """A day of a month long before the article, in an account of an earlier month of a named year, is of that account."""
    form = _plain(expression.form)
    span = time.interval
    if span is None or span.first is None or not isinstance(form, forms.Calendar) or expression.tense == "future":
        return time
    if not span.surely_before(written) or span.first.year - told.year > ACCOUNT_YEARS:
        return time
    if form.year is not None or form.month is None or form.day is None or written.gap_days(span) < FAR_DAYS or span.first < told:
        return time
    months = (form.month - told.month) % 12
    year = told.year + (form.month < told.month)
    if months > NEXT_MONTHS or span.first.year <= year:
        return time
    day = date(year, form.month, min(form.day, 28)) + timedelta(days=form.day - min(form.day, 28))
    return replace(time, timex=day.isoformat(), edtf=day.isoformat(), interval=Interval(day, day), note=_OF_TOLD)


def days_in_part(reading: Reading) -> Mapping[Place, str]:
    """What is known of each day whatever the date of the article: "XXXX-11-04", "XXXX-11", "XXXX-Q3", "XXXX-WXX-6"."""
    found: dict[Place, str] = {}
    for field in ("text", "title"):
        before: str | None = None
        for sentence in reading.sentences:
            for time in sentence.times if sentence.field == field else ():
                if not isinstance(time, TimeExpression):
                    continue
                known = in_part(time.form) or _counted(time.form, before)
                if known is not None:
                    found[field, time.start] = known
                    before = known if known.startswith(_WEEKDAY) or len(known) == len("XXXX-11-04") else None
                elif _names_day(time.form):
                    before = None  # a day that is known in another way
    return found


def in_part(form: forms.Form) -> str | None:
    """What an expression says of its days by itself."""
    match _plain(form):
        case forms.Weekday(day=number, week=None):
            return f"{_WEEKDAY}{number + 1}"
        case forms.Calendar(year=None, month=int(month), day=None):
            return f"{_MONTHDAY}{month:02d}"
        case forms.Calendar(year=None, month=int(month), day=int(number)) if 1 <= number <= monthrange(_LEAP, month)[1]:
            return f"{_MONTHDAY}{month:02d}-{number:02d}"
        case forms.Part(unit="Q", number=int(number), of=None, fiscal=False) if 1 <= number <= 4:
            return f"XXXX-Q{number}"
        case forms.Nth(unit="W" | "D", of=forms.Calendar(year=None, month=int(month), day=None)):
            return f"{_MONTHDAY}{month:02d}"
    return None


def _plain(form: forms.Form) -> forms.Form | None:
    """The day of an hour, early or late in it, or until it; None for a bound of another kind."""
    while True:
        if isinstance(form, forms.Modified):
            if form.modifier == "since" or (form.modifier == "until" and not isinstance(form.form, forms.Calendar | forms.Weekday)):
                return None
            form = form.form
        elif isinstance(form, forms.Clock) and form.of is not None:
            form = form.of
        else:
            return form


def _counted(form: forms.Form, before: str | None) -> str | None:
    """Days later than the one before in the text, of which only a part is known."""
    plain = _plain(form)
    if before is None:
        return None
    if isinstance(plain, forms.Period) and plain.unit == "D" and plain.anchor == "context":
        return later(before, plain.offset)
    if isinstance(plain, forms.Shift) and plain.anchor == "context" and len(plain.amounts) == 1:
        amount, unit = plain.amounts[0]
        if amount is not None and unit in ("D", "W"):
            return later(before, plain.sign * amount * (7 if unit == "W" else 1))
    return None


def later(known: str, days: int) -> str | None:
    """The day so many days behind one of which a part is known; None where that is more than a year."""
    if abs(days) > MOST_DAYS:
        return None
    if known.startswith(_WEEKDAY):
        return f"{_WEEKDAY}{(int(known[-1]) - 1 + days) % 7 + 1}"
    month, number = int(known[5:7]), int(known[8:])
    start = date(_COMMON, month, min(number, 28)) + timedelta(days=number - min(number, 28))
    return (start + timedelta(days=days)).strftime("XXXX-%m-%d")


def _names_day(form: forms.Form) -> bool:
    return isinstance(_plain(form), forms.Calendar | forms.Numeric | forms.Period | forms.Holiday)
