"""Dates and times as values: what an expression says (`forms`), and the days it means by the article's date (`resolve`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from factcheck.kinds.date.fiscal import FISCAL_YEARS, FiscalYear
from factcheck.kinds.date.forms import Period, Shift, TimeExpression
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
    reading = _read(
        expression,
        published,
        earlier,
        earlier if earlier and earlier.grain == "Q" else None,
        _rule(fiscal),
        day_first,
    )
    return _mention(expression, reading)


def resolve_all(
    expressions: Iterable[TimeExpression], published: Published, *, fiscal: FiscalYear | str | int | None = None, day_first: bool = False
) -> Iterable[TimeMention]:
    """The mentions of one text, in order; each is the anchor of those after it."""
    rule = _rule(fiscal)
    before: Reading | None = None
    quarter: Reading | None = None
    quarter_end = 0
    for expression in expressions:
        if expression.start - quarter_end > _QUARTER_REACH:
            quarter = None
        reading = _read(expression, published, before, quarter, rule, day_first)
        if reading.grain == "Q" and not _is_report(expression.form) and _is_reported(reading, quarter, published):
            quarter, quarter_end = reading, expression.end
        if reading.interval is not None and reading.grain and reading.reason is None:
            before = reading
        yield _mention(expression, reading)


def _rule(fiscal: FiscalYear | str | int | None) -> FiscalYear | None:
    """A fiscal year from itself, the ISO 3166 code of a country or the number of its first month."""
    if isinstance(fiscal, str):
        return FISCAL_YEARS.get(fiscal)
    return FiscalYear(fiscal) if isinstance(fiscal, int) else fiscal


def _read(
    expression: TimeExpression, published: Published, before: Reading | None, quarter: Reading | None, fiscal: FiscalYear | None, day_first: bool
) -> Reading:
    if not isinstance(published, Interval):
        day = published.date() if isinstance(published, datetime) else published
        return read(expression.form, Now(day, expression.tense, before, quarter, fiscal, day_first))
    ends = [day for day in (published.first, published.last) if day is not None]
    if len(ends) < 2:
        return read(expression.form, Now(None, expression.tense, before, quarter, fiscal, day_first))
    low, high = (read(expression.form, Now(day, expression.tense, before, quarter, fiscal, day_first)) for day in ends)
    if low == high:
        return low
    why = f"the article was written in {published.edtf()}"
    if low.interval is None or high.interval is None:
        return Reading(low.timex if low.timex == high.timex else None, reason=why)
    firsts = [day for day in (low.interval.first, high.interval.first) if day is not None]
    lasts = [day for day in (low.interval.last, high.interval.last) if day is not None]
    hull = Interval(min(firsts) if len(firsts) == 2 else None, max(lasts) if len(lasts) == 2 else None)
    return Reading(low.timex if low.timex == high.timex else None, hull, reason=why)


def _is_reported(reading: Reading, quarter: Reading | None, published: Published) -> bool:
    """Whether a quarter can be the one a report is about: over when it appeared, and no earlier year's beside one."""
    last = reading.interval.last if reading.interval else None
    day = published.last if isinstance(published, Interval) else published.date() if isinstance(published, datetime) else published
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
