"""The one pass over a text that finds what speaks of time; what a run of words says is remembered."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from factcheck.extraction.times.countries import fiscal_country
from factcheck.extraction.times.doubt import is_time
from factcheck.extraction.times.fallback import with_left_dates
from factcheck.extraction.times.gate import regions
from factcheck.extraction.times.grammar import Found, parse
from factcheck.extraction.times.spoken import with_spoken
from factcheck.extraction.times.tense import tense_at
from factcheck.kinds.date import forms as f
from factcheck.kinds.date.forms import TimeExpression
from factcheck.kinds.date.nature import needs_tense, stands_alone
from factcheck.kinds.date.reading import duration_timex
from factcheck.text.scan import Scan

_LONGEST_REMEMBERED = 120


def _parse(run: str) -> tuple[Found, ...]:
    """What a run says, marked with what its forms hang on."""
    return tuple(found._replace(tensed=needs_tense(found.form), alone=stands_alone(found.form)) for found in parse(run))


_remembered = lru_cache(maxsize=50_000)(_parse)


_FROM_EVENT = "counted from something that has no date here"
_ENDING = re.compile(r" (?:(?:that )?end(?:ed|ing|s)\b|to [A-Z])")


_ONE_DAY = f.Duration((("1", "D"),))
_SOME_DAY = re.compile(r"\b(?:will|would|could|may|might|can|must|should|that|they|he|she|it|we) $")
_TIMES = re.compile(r"\b(?:once|twice|times) $", re.IGNORECASE)
_COUNTED_FROM = re.compile(r" (?:after|before|into|ahead of|behind|since|from|later than|earlier than)\b")


def _of_country(form: f.Form, country: str) -> f.Form:
    """A fiscal year or a part of one with the country whose it is."""
    if isinstance(form, f.Part) and isinstance(form.of, f.Fiscal):
        return replace(form, of=replace(form.of, country=country))
    return replace(form, country=country) if isinstance(form, f.Fiscal) else form


_GOES_ON = re.compile(r"[./-]\d")  # behind figures: an address or a version, no date
_FIGURES = re.compile(r"[\d./-]+")
_WHEN = re.compile(r", when\b")  # "the worst since 1994, when ...": what follows is of that year


def times_in(scan: Scan) -> tuple[TimeExpression, ...]:
    """The expressions of time of a text, sorted, without overlaps; nothing in them depends on a date or a clock."""
    plain, text = scan.plain, scan.text
    made: list[TimeExpression] = []
    for first, last in regions(scan.latin):
        run = plain[first:last]
        for found in _remembered(run) if len(run) <= _LONGEST_REMEMBERED else _parse(run):
            start, end = first + found.start, first + found.end
            if not is_time(found, plain, start, end) or (_GOES_ON.match(plain, end) and _FIGURES.fullmatch(plain, start, end)):
                continue
            form, kind = _settled(found, plain, start, end)
            if form is None:
                continue
            tense = tense_at(plain, start, end) if found.tensed else None
            made.append(TimeExpression(start, end, text[start:end], kind, form, tense, found.alone))
    return tuple(with_spoken(scan, with_left_dates(scan, made)))


def _settled(found: Found, plain: str, start: int, end: int) -> tuple[f.Form | None, f.TimeKind]:
    """The form with its kind, once the words around have had their say."""
    form = found.form
    if isinstance(form, f.Modified) and form.modifier == "since" and _WHEN.match(plain, end):
        form = form.form
    if isinstance(form, f.Fiscal) or (isinstance(form, f.Part) and isinstance(form.of, f.Fiscal)):
        form = _of_country(form, fiscal_country(plain, start, end))
    if found.rule == "the period" and isinstance(form, f.Period) and form.unit in ("Y", "W") and _ENDING.match(plain, end):
        return f.Duration((("1", form.unit),)), "duration"
    if found.name == "+" and isinstance(form, f.Shift):
        if tense_at(plain, start, end) == "future":
            return form, "date"
        return f.Duration(tuple((str(amount), unit) for amount, unit in form.amounts)), "duration"
    if found.name == "#":
        if form == _ONE_DAY and _SOME_DAY.search(plain, max(0, start - 12), start):
            return f.Reference("FUTURE_REF"), "date"
        if isinstance(form, f.Duration) and found.rule == "amount" and _TIMES.search(plain, max(0, start - 7), start):
            return f.Every(duration_timex(form.amounts)), "set"
        if isinstance(form, f.Duration) and form.lies is None and _COUNTED_FROM.match(plain, end):
            form = replace(form, lies="event")
        return form, "duration"
    if found.rule == "part of a day" and plain.startswith((" of the ", " of a ", " of his ", " of her ", " of their "), end):
        return f.Unknown(_FROM_EVENT), "time"
    if isinstance(form, f.Every):
        return form, "set"
    if isinstance(form, f.Clock):
        return form, "time"
    return form, "date"
