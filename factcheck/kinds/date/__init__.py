"""Dates and times as values: what an expression says (`forms`), and the days it means by the article's date (`resolve`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from factcheck.kinds.date.fiscal import FISCAL_YEARS, FiscalYear
from factcheck.kinds.date.forms import Form, Period, Shift, Tense, TimeExpression
from factcheck.kinds.date.now import Now
from factcheck.kinds.date.reading import Reading
from factcheck.kinds.date.resolve import read
from factcheck.model.interval import Interval
from factcheck.model.mention import TimeMention

__all__ = ["FISCAL_YEARS", "FiscalYear", "TimeExpression", "resolve", "resolve_all"]

# Characters over which "a year earlier" still counts from the quarter last named.
_QUARTER_REACH = 1500

Published = date | datetime | Interval | None


def resolve(
    expression: TimeExpression,
    published: Published,
    *,
    before: TimeMention | None = None,
    fiscal: FiscalYear | str | int | None = None,
    day_first: bool = False,
) -> TimeMention:
    """The mention that an expression is in an article of that day.

    `before` is the mention that "a year earlier" or "the next day" counts from. Where only an interval is known for the
    article, the answer stands if both its ends give the same; else the mention has the days from the earliest to the
    latest and says so in `unresolved`.
    """
    earlier = Reading(before.timex, before.interval, _grain(before.timex)) if before else None
    quarter = earlier if earlier and earlier.grain == "Q" else None
    rule = _rule(fiscal)
    made = [read(expression.form, Now(day, expression.tense, earlier, quarter, rule, day_first)) for day in _days(published)]
    return _mention(expression, made[0] if len(made) == 1 else _both(made[0], made[1], published))


def resolve_all(
    expressions: Iterable[TimeExpression], published: Published, *, fiscal: FiscalYear | str | int | None = None, day_first: bool = False
) -> list[TimeMention]:
    """The mentions of one text, in order; each is the anchor of those after it."""
    known = tuple(expressions)
    made = [_readings(known, day, _rule(fiscal), day_first) for day in _days(published)]
    if len(made) == 1:
        return [_mention(expression, reading) for expression, reading in zip(known, made[0], strict=True)]
    return [_mention(expression, _both(low, high, published)) for expression, low, high in zip(known, *made, strict=True)]


def _days(published: Published) -> tuple[date | None, ...]:
    """The day of publication; two days where only an interval is known; one None where nothing is."""
    if isinstance(published, Interval):
        if published.first is None or published.last is None:
            return (None,)
        return (published.first,) if published.first == published.last else (published.first, published.last)
    return (published.date() if isinstance(published, datetime) else published,)


def _readings(expressions: tuple[TimeExpression, ...], day: date | None, fiscal: FiscalYear | None, day_first: bool) -> list[Reading]:
    before: Reading | None = None
    quarter: Reading | None = None
    quarter_end = 0
    made: list[Reading] = []
    for expression in expressions:
        form = expression.form
        if quarter is not None and expression.start - quarter_end > _QUARTER_REACH:
            quarter = None
        if expression.alone:
            reading = _read_alone(form, day, expression.tense, fiscal, day_first)
        else:
            reading = read(form, Now(day, expression.tense, before, quarter, fiscal, day_first))
        if reading.grain == "Q" and not _is_report(form) and _is_reported(reading, quarter, day):
            quarter, quarter_end = reading, expression.end
        if reading.grain and reading.interval is not None and reading.reason is None:
            before = reading
        made.append(reading)
    return made


@lru_cache(maxsize=20_000)
def _read_alone(form: Form, day: date | None, tense: Tense | None, fiscal: FiscalYear | None, day_first: bool) -> Reading:
    """A form that hangs on nothing before it: articles of one day share most of them. Its EDTF is worked out once too."""
    reading = read(form, Now(day, tense, None, None, fiscal, day_first))
    return replace(reading, code=reading.edtf) if reading.code is None else reading


def _rule(fiscal: FiscalYear | str | int | None) -> FiscalYear | None:
    """A fiscal year from itself, the ISO 3166 code of a country or the number of its first month."""
    if isinstance(fiscal, str):
        return FISCAL_YEARS.get(fiscal)
    return FiscalYear(fiscal) if isinstance(fiscal, int) else fiscal


def _both(low: Reading, high: Reading, published: Published) -> Reading:
    """What holds whichever end of an interval the article is from; the days of both where they differ."""
    if low == high:
        return low
    why = f"the article was written in {published.edtf()}" if isinstance(published, Interval) else None
    timex = low.timex if low.timex == high.timex else None
    if low.interval is None or high.interval is None:
        return Reading(timex, reason=why)
    firsts = [day for day in (low.interval.first, high.interval.first) if day is not None]
    lasts = [day for day in (low.interval.last, high.interval.last) if day is not None]
    return Reading(timex, Interval(min(firsts) if len(firsts) == 2 else None, max(lasts) if len(lasts) == 2 else None), reason=why)


def _is_reported(reading: Reading, quarter: Reading | None, day: date | None) -> bool:
    """Whether a quarter can be the one a report is about: over when it appeared, and no earlier year's beside one."""
    last = reading.interval.last if reading.interval else None
    if last is None or (day is not None and last > day):
        return False
    return quarter is None or quarter.interval is None or quarter.interval.last is None or last.year >= quarter.interval.last.year


def _is_report(form: object) -> bool:
    """Whether a form hangs on the quarter reported itself, and so cannot become it."""
    return isinstance(form, Period | Shift) and form.anchor == "report"


def _mention(expression: TimeExpression, reading: Reading) -> TimeMention:
    return TimeMention(
        expression.start,
        expression.end,
        expression.text,
        expression.kind,
        reading.timex,
        reading.edtf,
        reading.interval,
        reading.reason,
        reading.note,
    )


def _grain(timex: str | None) -> str:
    if not timex or not timex[:4].isdigit():
        return ""
    if "-Q" in timex:
        return "Q"
    if "-W" in timex:
        return "W"
    return {4: "Y", 7: "M", 10: "D"}.get(len(timex), "D" if "T" in timex else "")
