"""Lengths without a figure of their own: "for a year", "after a day and a half", "about a half-hour later".

The time expressions of a sentence go in; a quantity comes out of each that is a length there, and not a rate ("a week"), a day or a turn of speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.kinds.date import forms
from factcheck.kinds.date.forms import TimeExpression
from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Sentence
from factcheck.model.value import Hedge, Value
from factcheck.text.scan import Scan

_LEADS = re.compile(r"\b(?:for|after|within|took|takes|taken|lasted|lasting|spent|served|than|about|nearly|almost|another|got|over|under|nearly)\s$")
_TOOK = re.compile(r"\b(?:took|taken|takes|spent) [^.;:]{0,60} $")  # "took the jury a day and a half"
_HEDGES: tuple[tuple[re.Pattern[str], Hedge], ...] = (
    (re.compile(r"\b(?:more than|over|at least)\s*$"), ">"),
    (re.compile(r"\b(?:less than|under|within|up to|at most)\s*$"), "<"),
    (re.compile(r"\b(?:about|around|nearly|almost|roughly|some|approximately)\s*$"), "~"),
)
_INSIDE = re.compile(
    r"(?:(?P<more>more than|over|at least)|(?P<less>less than|under)|(?P<about>about|around|nearly|almost|roughly|some|approximately))\b"
)
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "MIN": "minute", "S": "second"}
_TO = re.compile(r" (?:to|until|till|through|and) |-")
LONGEST = 80  # years
_BEFORE = 72  # characters


def lengths_in(scan: Scan, sentence: Sentence) -> Iterator[QuantityMention]:
    """The lengths that a sentence tells by words alone, in order."""
    last: TimeExpression | None = None
    for mention in sentence.times:
        if not isinstance(mention, TimeExpression):
            continue
        if last is not None and (span := _years_between(scan, last, mention)) is not None:
            yield span
        last = mention
        form = mention.form
        if isinstance(form, forms.Duration):
            if len(form.amounts) != 1 or form.amounts[0][0] == "X":
                continue
            before = scan.plain[max(sentence.start, mention.start - _BEFORE) : mention.start].lower()
            if _LEADS.search(before) is None and _INSIDE.match(mention.text.lower()) is None and _TOOK.search(before) is None:
                continue
            ((amount, unit),) = form.amounts
        elif isinstance(form, forms.Shift) and form.anchor == "context" and form.sign > 0 and len(form.amounts) == 1:
            before = ""
            ((shifted, unit),) = form.amounts
            if shifted is None or not mention.text.endswith("later"):
                continue
            amount = str(shifted)
        else:
            continue
        if unit in _UNITS and re.fullmatch(r"\d+(?:\.\d+)?", amount):
            yield _length(mention, Decimal(amount), _UNITS[unit], before)


def _years_between(scan: Scan, first: TimeExpression, last: TimeExpression) -> QuantityMention | None:
    """The years "from 1998 to 2005", as what lasted so long."""
    one, two = _year_of(first), _year_of(last)
    if one is None or two is None or not 0 < two - one <= LONGEST or _TO.fullmatch(scan.plain, first.end, last.start) is None:
        return None
    if not scan.plain.endswith(("from ", "between ", "From ", "("), 0, first.start):
        return None
    text, years = scan.text[first.start : last.end], Decimal(two - one)
    value = Value(text, years, years, years, "year", "=", Decimal(1))
    return QuantityMention(first.start, last.end, text, value, "year", "=", None, "duration")


def _year_of(mention: TimeExpression) -> int | None:
    form = mention.form
    while isinstance(form, forms.Modified) and form.modifier in ("since", "until"):
        form = form.form
    is_year = isinstance(form, forms.Calendar) and form.month is None and form.day is None
    return form.year if is_year and isinstance(form, forms.Calendar) else None


def _length(mention: TimeExpression, amount: Decimal, unit: str, before: str) -> QuantityMention:
    inside = _INSIDE.match(mention.text.lower())
    if inside is not None:
        hedge: Hedge = ">" if inside["more"] else "<" if inside["less"] else "~"
    else:
        hedge = next((hedge for told, hedge in _HEDGES if told.search(before)), "=")
    step = Decimal(1) if amount == int(amount) else Decimal("0.5")
    low, high = (None if hedge == "<" else amount), (None if hedge == ">" else amount)
    if hedge == "~":
        low, high = amount - step / 2, amount + step / 2
    value = Value(mention.text, amount, low, high, unit, hedge, step)
    return QuantityMention(mention.start, mention.end, mention.text, value, unit, hedge, None, "duration")
