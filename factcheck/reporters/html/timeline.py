"""The timeline of a finding, as a few shapes: numbers as points with bars, names as bands with the hand-over, articles as ticks.

A finding and its claims go in. A drawing in the coordinates of `WIDTH` by its height comes out, which the page (by script) and the
template (without) draw alike; the keys are short, as a page holds a thousand of them:

h height, l and r where the axis begins and ends, y where it lies, n what the drawing is ("numbers" or "bands"), s shapes:
`["g", y, text]` a line of the grid with its number, `["x", x, text]` a mark of the axis,
`["p", value, x, y, when, top, foot, start, end]` a point with the interval it stands for and the time it speaks of,
`["b", value, y, when, [[x, width], ...], x, width]` what is known of a name, and from first to last,
`["h", x, width, text]` a hand-over, `["k", x, width, source]` the tick of an article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from factcheck.model.finding import DistinctValue, Finding
from factcheck.model.report import ReportArticle, ReportClaim
from factcheck.reporters.html.days import Days, days_of, marks
from factcheck.reporters.terminal import clean, crop
from factcheck.reporters.wording import day, number, source, times

WIDTH = 640
LEFT, RIGHT, TOP = 120, 16, 18  # room for labels, in the units of the drawing
UNDATED = 84  # room for what has no date
PLOT = 150  # height of a plot of numbers
BAND = 24
MOST = 60  # points that are drawn
VALUES = 8

Data = dict[str, Any]
Shape = list[Any]


@dataclass(frozen=True, slots=True)
class _Point:
    at: int  # the number of its value
    claim: ReportClaim
    days: Days | None
    when: str


def letter(at: int) -> str:
    """The letter that marks a value: A, B, ... Z, A2, B2, ..."""
    return chr(65 + at % 26) + (str(at // 26 + 1) if at >= 26 else "")


def timeline(
    finding: Finding, claims: Mapping[str, ReportClaim], articles: Mapping[str, ReportArticle], number_of: Callable[[str], int]
) -> Data | None:
    """The drawing, with articles by their number; None where no claim has a date, or there is nothing to set apart."""
    points = _points(finding.values[:VALUES], claims, articles)
    known = [end for point in points for end in point.days or () if end is not None]
    if not known or len({point.at for point in points}) < 2:
        return None
    axis = _Axis(min(known), max(known), any(point.days is None for point in points))
    is_numeric = all(
        point.claim.value.point is not None or point.claim.value.low is not None or point.claim.value.high is not None for point in points
    )
    bottom, shapes = _numbers(points, axis) if is_numeric else _bands(finding, points, axis)
    shapes += [["x", axis.x(at), day(iso)] for at, iso in marks(axis.first, axis.last, 5)]
    shapes += [["x", axis.undated, "undated"]] if axis.has_undated else []
    shapes += _ticks(points, axis, articles, number_of)
    return {"h": bottom + 24, "l": axis.left, "r": axis.right, "y": bottom, "n": "numbers" if is_numeric else "bands", "s": shapes}


def _points(values: Sequence[DistinctValue], claims: Mapping[str, ReportClaim], articles: Mapping[str, ReportArticle]) -> list[_Point]:
    found = []
    for at, value in enumerate(values):
        for claim in (claims[name] for name in value.claims if name in claims):
            article = articles.get(claim.article)
            days = days_of(claim.valid) or (days_of(article.published or article.written) if article else None)
            found.append(_Point(at, claim, days, clean(times(claim.valid) if claim.valid else source(article))))
    return found[:MOST]


class _Axis:
    """Days to x. The ends stand a little inside, so that a first and last point are whole."""

    def __init__(self, first: int, last: int, has_undated: bool) -> None:
        room = max(2, (last - first) // 20)
        self.first, self.last = max(1, first - room), min(date.max.toordinal(), last + room)
        self.left, self.right = LEFT, WIDTH - RIGHT - (UNDATED if has_undated else 0)
        self.has_undated, self.undated = has_undated, WIDTH - RIGHT - UNDATED // 2

    def x(self, at: int) -> int:
        return self.left + round((at - self.first) * (self.right - self.left) / max(1, self.last - self.first))

    def span(self, days: Days | None) -> tuple[int, int]:
        """Where it begins and ends; open sides reach the edge, and what has no date its own column."""
        if days is None:
            return self.undated, self.undated
        first, last = days
        return self.left if first is None else self.x(first), self.right if last is None else self.x(last)


def _numbers(points: Sequence[_Point], axis: _Axis) -> tuple[int, list[Shape]]:
    ends = [Decimal(n) for p in points for n in (p.claim.value.point, p.claim.value.low, p.claim.value.high) if n is not None]
    low, high = min(ends), max(ends)
    room = (high - low) / 12 or abs(high) / 12 or Decimal(1)
    low, high = low - room, high + room

    def y(n: str) -> int:
        return TOP + round((high - Decimal(n)) * PLOT / (high - low))

    shapes: list[Shape] = []
    for at in sorted({p.claim.value.point for p in points if p.claim.value.point is not None}, key=Decimal):
        if all(abs(y(at) - other[1]) >= 13 for other in shapes):
            shapes.append(["g", y(at), crop(number(at), 16)])
    taken: set[tuple[int, int]] = set()
    for point in points:
        value = point.claim.value
        start, end = axis.span(point.days)
        x, middle = (start + end) // 2, y(value.point or value.low or value.high or "0")
        while (x, middle) in taken:  # points that would hide each other stand side by side
            x += 9
        taken.add((x, middle))
        top, foot = TOP if value.high is None else y(value.high), TOP + PLOT if value.low is None else y(value.low)
        shapes.append(["p", point.at, x, middle, point.when, top, foot, *((start, end) if end - start > 3 else ())])
    return TOP + PLOT + 8, shapes


def _bands(finding: Finding, points: Sequence[_Point], axis: _Axis) -> tuple[int, list[Shape]]:
    shapes: list[Shape] = []
    reach: list[Days] = []
    rows = sorted({point.at for point in points})
    for row, at in enumerate(rows):
        own = [point for point in points if point.at == at]
        dated = [point.days for point in own if point.days is not None]
        spans = sorted({axis.span(point.days) for point in own})
        parts = [[start - 1, max(3, end - start + 2)] for start, end in spans]
        shapes.append(["b", at, TOP + BAND * row, own[0].when, parts])
        firsts, lasts = [d[0] for d in dated if d[0] is not None], [d[1] for d in dated if d[1] is not None]
        reach.append((min(firsts, default=None), max(lasts, default=None) if len(lasts) == len(dated) else None))
        if firsts and lasts:
            start, end = axis.x(min(firsts)), axis.x(max(lasts))
            shapes[-1] += [start - 1, max(3, end - start + 2)]
    if finding.reason == "succession":
        shapes += _hand_overs(reach, axis)
    return TOP + BAND * len(rows) + 6, shapes


def _hand_overs(reach: Sequence[Days], axis: _Axis) -> Iterator[Shape]:
    """Where one holder's last known day and the next one's first lie: a day where they meet, else the days between."""
    order = sorted(reach, key=lambda ends: (ends[0] or 0, ends[1] or 0))
    for (_, last), (first, _) in pairwise(order):
        if last is None or first is None or last > first:
            continue
        start, end = axis.x(last), axis.x(first)
        till = day(date.fromordinal(first).isoformat())
        if first - last <= 1:
            yield ["h", end, 0, till]
        else:
            yield ["h", start, max(2, end - start), f"{day(date.fromordinal(last).isoformat())} \u2013 {till}"]


def _ticks(points: Sequence[_Point], axis: _Axis, articles: Mapping[str, ReportArticle], number_of: Callable[[str], int]) -> Iterator[Shape]:
    """A tick for each article: when it was published, or the stretch in which it was written."""
    for name in sorted({point.claim.article for point in points}):
        article = articles.get(name)
        days = days_of(article.published or article.written) if article else None
        if days is not None:
            start, end = (min(max(x, axis.left), axis.right) for x in axis.span(days))
            yield ["k", start, max(2, end - start), number_of(name)]
