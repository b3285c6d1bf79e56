"""A verdict in words: the steps that lead to it, each with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factcheck.comparison.entries import Entry
from factcheck.comparison.judgement import Judgement
from factcheck.comparison.pair import Pair, Side
from factcheck.model.finding import DistinctValue, Relation
from factcheck.model.value import Value
from factcheck.text.figures import plain


def gloss(value: Value) -> str:
    """A value as it was read: "55,000 to 65,000", "more than 50,000", a name as it stands."""
    low, high = value.low, value.high
    unit = f" {value.unit}" if value.unit else ""
    if low is None and high is None:
        return value.text if value.point is None else plain(value.point) + unit
    if low is None or high is None:
        return f"{'up to' if low is None else 'from'} {plain(_known(high if low is None else low))}{unit}"
    return f"{plain(low)} to {plain(high)}{unit}" if low != high else plain(low) + unit


def _known(number: Decimal | None) -> Decimal:
    assert number is not None
    return number


def steps_of(pair: Pair, judgement: Judgement) -> tuple[str, ...]:
    """Text, value, time and scope of both sides, then the relation of the values, and the row that decided."""
    return (
        *_side_steps("left", pair.left),
        *_side_steps("right", pair.right),
        f"values: {pair.values.why}",
        f"times: {_times(pair)}",
        f"verdict: {judgement.verdict} ({judgement.reason}): {judgement.why}",
        *((f"ask: {judgement.flips}" if judgement.flips.endswith("?") else f"would flip: if {judgement.flips}",) if judgement.flips else ()),
    )


def _side_steps(name: str, side: Side) -> tuple[str, ...]:
    claim = side.claim
    said = f"{claim.article}: {claim.value.text!r} read as {gloss(claim.value)}"
    time = side.time.edtf() or "unknown"
    why = claim.valid.why or "; ".join(side.setting.dating.because) or "no date"
    scope = ", ".join(f"{key}={value}" for key, value in claim.qualifiers) or "none stated"
    return (
        f"{name}: {said}",
        f"{name} time: {time} ({why})",
        f"{name} scope: {scope}; {claim.modality}{f', said by {claim.speaker}' if claim.speaker else ''}",
    )


def _times(pair: Pair) -> str:
    if pair.must:
        return "surely of a common time"
    if pair.order:
        return (
            f"the {'left' if pair.order < 0 else 'right'} is surely earlier, by {'a day' if pair.gap_days == 1 else f'{pair.gap_days} days'} or more"
        )
    return "not known to be of one time"


def explain_relation(judgement: Judgement, left: str, right: str) -> str:
    """One sentence for a pair of values."""
    return f"{left} against {right}: {judgement.why}"


def explain_finding(values: Sequence[DistinctValue], worst: Relation | None, told: Sequence[Entry]) -> str:
    """What the finding says, for a reader of one line."""
    if worst is None:
        origins = values[0].origins
        return f"{origins} {'origin says' if origins == 1 else 'independent origins say'} {values[0].display}."
    if worst.reason == "succession":
        return _succession(values, told)
    counts = ", ".join(f"{v.origins} {'origin says' if v.origins == 1 else 'origins say'} {v.display}" for v in values)
    return f"{worst.explanation}. {counts}."


def _stretch(since: date | None, until: date | None) -> str:
    """ ", as of 3 May 2024", ", 3 May 2024 to 2 June 2025", ", from 3 May 2024 on"; nothing where nothing is known."""
    if since is None or until is None:
        return f", from {_day(since)} on" if since else f", until {_day(until)}" if until else ""
    return f", as of {_day(since)}" if since == until else f", {_day(since)} to {_day(until)}"


def _day(day: date) -> str:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _succession(values: Sequence[DistinctValue], told: Sequence[Entry]) -> str:
    parts = []
    known = True
    for value, entry in zip(values, told, strict=True):
        said = entry.sides
        firsts = [side.time.first for side in said if side.time.first]
        lasts = [side.time.last for side in said if side.time.last]
        known = known and bool(firsts or lasts)
        articles = f"{len(value.articles)} {'article' if len(value.articles) == 1 else 'articles'}"
        since, until = min(firsts, default=None), max(lasts, default=None) if len(lasts) == len(said) else None
        parts.append(f"{value.display} ({articles}{_stretch(since, until)})")
    if not known:
        return f"{' and '.join(parts)}: one after the other, in which order is not known."
    return ", then ".join(parts) + "."
