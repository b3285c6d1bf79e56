"""Quarters, halves, seasons and named months without a year, and parts of fiscal years."""

from __future__ import annotations

from dataclasses import replace

from factcheck.kinds.date import forms as f
from factcheck.kinds.date.fiscal import FISCAL_UNKNOWN, FISCAL_YEARS, FiscalYear, any_fiscal
from factcheck.kinds.date.now import NO_DATE, Now
from factcheck.kinds.date.reading import Reading, span_reading, unresolved
from factcheck.kinds.date.units import OUTSIDE, part_of

# A quarter that ended this many days ago or fewer is the one reported on.
_FRESH_DAYS = 92


def label_of(form: f.Part) -> str:
    """Q3, H1, SU, W31 or a month of two digits."""
    if form.unit == "MONTH":
        return f"{form.number:02d}"
    return form.unit if isinstance(form.number, str) else f"{form.unit}{form.number}"


def nearest_part(form: f.Part, now: Now) -> Reading:
    """The one just over or under way, else the one that the tense allows, else the nearest."""
    number, unit = form.number, form.unit
    today = now.day
    if today is None:
        return unresolved(NO_DATE, f"XXXX-{label_of(form)}")
    if form.offset:
        now = replace(now, tense="past" if form.offset < 0 else "future")
    spans = []
    for year_number in (today.year - 1, today.year, today.year + 1):
        found = part_of(year_number, unit, number)
        if found.interval and found.interval.first and found.interval.last:
            spans.append((found, found.interval.first, found.interval.last))
    if form.offset is not None and form.offset < 0:
        spans = [s for s in spans if s[2] < today] or spans
    elif form.offset is not None and form.offset > 0:
        spans = [s for s in spans if s[1] > today] or spans
    else:
        fresh = [s for s in spans if s[1] <= today and (today - s[2]).days <= _FRESH_DAYS]
        if fresh:
            spans = fresh
        elif now.tense == "past":
            spans = [s for s in spans if s[1] <= today] or spans
        elif now.tense == "future":
            spans = [s for s in spans if s[2] >= today] or spans
    if not spans:
        return unresolved(OUTSIDE)
    return min(spans, key=lambda s: 0 if s[1] <= today <= s[2] else min(abs((s[1] - today).days), abs((s[2] - today).days)))[0]


def fiscal_part(year: int, form: f.Part, fiscal: FiscalYear | None) -> Reading:
    """A quarter or half of a fiscal year."""
    label = label_of(form)
    if fiscal is None:
        return Reading(f"{year:04d}-{label}", any_fiscal(year), "FY", reason=FISCAL_UNKNOWN)
    length = {"Q": 3, "H": 6}.get(form.unit, 12)
    first = length * (int(form.number) - 1) if length < 12 else 0
    return span_reading(f"{year:04d}-{label}", fiscal.part(year, first, length), form.unit)


def read_fiscal(form: f.Fiscal, now: Now) -> Reading:
    """A fiscal year: that of the country named, else of the rule given, else as wide as all of them."""
    fiscal = FISCAL_YEARS.get(form.country) if form.country else now.fiscal
    if form.year is None:
        if now.day is None:
            return unresolved(NO_DATE)
        rule = fiscal or FiscalYear(1)
        year = rule.number(now.day.year, now.day.month) + form.offset
    else:
        year = form.year
        if form.begun and fiscal is not None:
            year = fiscal.number(year, fiscal.start_month)
        elif form.begun:
            return Reading(f"{year:04d}/{year + 1:04d}", any_fiscal(year + 1), "FY", reason=FISCAL_UNKNOWN)
    if fiscal is None:
        return Reading(f"{year:04d}", any_fiscal(year), "FY", reason=FISCAL_UNKNOWN)
    return span_reading(f"{year:04d}", fiscal.span(year), "FY")
