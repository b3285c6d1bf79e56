"""Moments that are counted from others of their article: "found 16 days after the killing", "hit two hours into the trip".

The draft of such a moment and the claims of the article go in, its value comes out, or None where the article does not tell the moment that it
is counted from, or tells several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from factcheck.kinds import day
from factcheck.kinds.clock import DAY, clock_value
from factcheck.kinds.date import TimeExpression, forms
from factcheck.model.claim import Claim
from factcheck.model.interval import Interval
from factcheck.model.mention import Mention, QuantityMention
from factcheck.model.reading import Draft
from factcheck.model.value import Hedge, Value
from factcheck.resolution.relative import later
from factcheck.text import calendar

_FROM = re.compile(r"\^([+-])(?:@(\d+)|(\w+))")
_DAYS, _MINUTES = {"D": 1, "day": 1, "W": 7, "week": 7}, {"H": 60, "hour": 60, "MIN": 1, "minute": 1}


def is_counted(draft: Draft) -> bool:
    """The draft is of a moment that is counted from another."""
    return len(draft.context) > 1 and draft.context[1][0] == "^"


def counted_value(draft: Draft, told: Iterable[Claim]) -> Value | None:
    """The value of a moment that is counted from one of the moments told."""
    found = _FROM.fullmatch(draft.context[1])
    mention = draft.value
    length = _length(mention)
    if found is None or length is None:
        return None
    kind = draft.context[0][1:].partition("/")[0]
    moments = [claim for claim in told if claim.kind == kind and claim.context]
    if found[2] is not None:
        values = [claim.value for claim in moments if claim.start == int(found[2])]
    else:
        values = [claim.value for claim in moments if claim.context[0].partition("/")[2].partition(":")[0] == found[3]]
    if len({(value.entity, value.point) for value in values}) != 1:
        return None
    amount, unit = length
    signed = -amount if found[1] == "-" else amount
    if kind == "time":
        is_rough = isinstance(mention, QuantityMention) and mention.hedge != "="
        return _hour(mention.text, values[0], signed * _MINUTES[unit], "~" if is_rough or values[0].hedge != "=" else "=")
    return _day(mention.text, values[0], int(signed) * _DAYS[unit]) if signed == int(signed) else None


def _length(mention: Mention) -> tuple[Decimal, str] | None:
    """How many of which unit."""
    if isinstance(mention, QuantityMention):
        return (mention.value.point, mention.unit) if mention.value.point is not None and mention.unit else None
    if not isinstance(mention, TimeExpression) or not isinstance(mention.form, forms.Duration | forms.Shift):
        return None
    ((amount, unit),) = mention.form.amounts
    return (Decimal(amount), unit) if amount is not None else None


def _hour(text: str, origin: Value, minutes: Decimal, hedge: Hedge) -> Value | None:
    """A time of day so many minutes from another."""
    if origin.point is None or abs(minutes) >= DAY:
        return None
    at = int(origin.point + minutes) % DAY
    return replace(clock_value(text, at // 60, at % 60, hedge=hedge), unit=origin.unit, entity=origin.entity)


def _day(text: str, origin: Value, days: int) -> Value | None:
    """A day so many days from another; one or the other may be counted in."""
    span = origin.when
    if span is not None and span.first is not None and span.first == span.last:
        moved = calendar.add_days(span.first, days)
        return day.day_value(text, Interval(moved, moved)) if moved is not None else None
    if origin.entity is None or not day.is_day_in_part(origin) or (counted := later(origin.entity, days)) is None:
        return None
    return day.day_value(text, None, "=", counted)
