"""The drawing of a finding: where its claims stand in time, and what an axis says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.report import ReportClaim
from factcheck.reporters.html.days import days_of, marks
from factcheck.reporters.html.timeline import WIDTH, letter, timeline
from factcheck.reporters.summary import articles_by_id
from reporters.made import AGREEMENT, CLAIMS, CONFLICT, REPORT

ARTICLE = articles_by_id(REPORT)


def _drawn(*claims: ReportClaim) -> dict[str, list[list[object]]]:
    found = timeline(CONFLICT, {claim.id: claim for claim in claims or CLAIMS}, ARTICLE, list(ARTICLE).index)
    assert found is not None
    return {kind: [shape[1:] for shape in found["s"] if shape[0] == kind] for kind in "gxpbhk"}


def test_a_figure_stands_at_its_day_with_its_interval() -> None:
    points = _drawn()["p"]
    assert [(at, when) for at, _, _, when, *_ in points] == [
        (0, "Strelsau Post, 2 Apr 2031"),
        (0, "written 1 May 2031 to 20 May 2031"),
        (1, "Zenda Wire, 11 May 2031"),
    ]
    (_, x_a, y_a, *_), (_, x_c, y_c, *_), (_, x_b, y_b, _, top, foot) = points
    assert x_a < x_c < WIDTH  # later is further right
    assert x_a < x_b
    assert y_a == y_c > y_b  # more is higher
    assert top < y_b < foot


def test_a_figure_whose_time_is_a_stretch_reaches_over_it() -> None:
    start, end = _drawn()["p"][1][6:]
    assert end > start  # written over three weeks


def test_an_open_bound_reaches_to_the_edge() -> None:
    open_above = replace(CLAIMS[1], value=replace(CLAIMS[1].value, high=None))
    assert _drawn(CLAIMS[0], open_above)["p"][-1][4] == 18


def test_each_article_has_a_tick() -> None:
    assert [number for *_, number in _drawn()["k"]] == [0, 1, 2]


def test_what_has_no_date_has_a_column_of_its_own() -> None:
    bare = {name: replace(article, published=None, written=None) if name == "b" else article for name, article in ARTICLE.items()}
    found = timeline(CONFLICT, {claim.id: claim for claim in CLAIMS}, bare, list(ARTICLE).index)
    assert found is not None
    assert found["s"][-3] == ["x", WIDTH - 16 - 42, "undated"]


def test_without_a_date_or_a_second_value_nothing_is_drawn() -> None:
    undated = {name: replace(article, published=None, written=None) for name, article in ARTICLE.items()}
    assert timeline(CONFLICT, {claim.id: claim for claim in CLAIMS}, undated, list(ARTICLE).index) is None
    assert timeline(AGREEMENT, {}, ARTICLE, list(ARTICLE).index) is None


@pytest.mark.parametrize(("at", "shown"), [(0, "A"), (25, "Z"), (26, "A2")])
def test_each_value_has_a_letter(at: int, shown: str) -> None:
    assert letter(at) == shown


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-10~", date(2025, 10, 1), date(2025, 10, 31)),
        ("2025-10-21", date(2025, 10, 21), date(2025, 10, 21)),
        ("2025-10-21T08:00:00+09:00", date(2025, 10, 21), date(2025, 10, 21)),
        ("2025-10-21/..", date(2025, 10, 21), None),
        ("../2025-10-20", None, date(2025, 10, 20)),
        ("2025-07/2025-09", date(2025, 7, 1), date(2025, 9, 30)),
    ],
)
def test_a_time_is_its_first_and_last_day(edtf: str, first: date | None, last: date | None) -> None:
    assert days_of(edtf) == (first.toordinal() if first else None, last.toordinal() if last else None)


@pytest.mark.parametrize("edtf", [None, "", "../..", "soon", "2025-13", "2025-02-30"])
def test_what_is_no_time_has_no_days(edtf: str | None) -> None:
    assert days_of(edtf) is None


@settings(max_examples=80, deadline=None)
@given(st.dates(), st.integers(0, 400_000))
def test_an_axis_has_few_marks_and_all_of_them_lie_on_it(first: date, days: int) -> None:
    start, end = first.toordinal(), min(first.toordinal() + days, date.max.toordinal())
    found = marks(start, end, 5)
    assert len(found) <= 7
    assert all(start <= at <= end for at, _ in found)
