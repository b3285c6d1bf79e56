"""What goes into a store comes out equal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.model.claim import Claim, Subject, Validity
from factcheck.model.interval import Interval
from factcheck.model.outline import Terms
from factcheck.model.setting import Dating
from factcheck.model.value import Value
from factcheck.stores.rows import article_of, article_row, claim_of, claim_row, gram_count, packed_grams, packed_terms, terms_of
from stores.desk import article, tools

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
NUMBER = st.none() | st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=3).map(Decimal)
DAY = st.none() | st.dates(date(1900, 1, 1), date(2200, 1, 1))
INTERVAL = st.builds(Interval, DAY, DAY)
PLAIN = st.builds(
    Value,
    TEXT,
    NUMBER,
    NUMBER,
    NUMBER,
    st.none() | TEXT,
    st.sampled_from(["=", "~", "<", ">", ".."]),
    NUMBER,
    st.booleans(),
    st.booleans(),
    st.none() | TEXT,
    st.none(),
    st.booleans(),
    st.none() | INTERVAL,
)
VALUE = st.builds(lambda value, other: replace(value, conversion=other), PLAIN, st.none() | PLAIN)
CLAIM = st.builds(
    Claim,
    TEXT,
    st.just("a"),
    TEXT,
    st.builds(Subject, TEXT, TEXT, st.booleans(), st.none() | TEXT),
    TEXT,
    VALUE,
    st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple),
    st.sampled_from(["asserted", "former", "denied"]),
    st.none() | TEXT,
    st.builds(Validity, INTERVAL, TEXT),
    st.sampled_from(["text", "title"]),
    *[st.integers(0, 10**6)] * 4,
    TEXT,
    st.lists(TEXT, max_size=3).map(tuple),
    st.lists(TEXT, max_size=3).map(tuple),
)


@given(CLAIM)
@settings(max_examples=60, deadline=None)
def test_a_claim_comes_back(claim: Claim) -> None:
    _, outliner = tools()
    shown = outliner.outline(article("a", None, "Some 3,400 US troops are stationed in Norway.")).shown[0]
    assert claim_of(claim_row(1, 1, claim, shown), "a")[0] == claim


def test_what_a_report_shows_of_a_claim_comes_back() -> None:
    text = "It was quiet.\nOn Friday, about 20 miles (32 km) of road were closed near Lund. Some 3,400 US troops are stationed in Norway, he said."
    outline = tools()[1].outline(article("a", "2031-05-02", text))
    assert len(outline.claims) > 0
    for number, (claim, shown) in enumerate(zip(outline.claims, outline.shown, strict=True)):
        assert claim_of(claim_row(number, 1, claim, shown), "a") == (claim, shown)


@pytest.mark.parametrize("published", [None, date(2031, 5, 2), datetime(2031, 5, 2, 8, 30), datetime(2031, 5, 2, 8, 30, tzinfo=UTC)])
def test_an_article_comes_back_without_its_text(published: date | datetime | None) -> None:
    one = Article("a", "text", "n/a.json", "T", "P", "https://p.example/a", "A. Holm", published, "en", has_explicit_id=True, line=3)
    dating = Dating(Interval(date(2031, 5, 1), None), ("because",), False)
    row = article_row(one, "id a", dating, "AP", True, 2)
    assert article_of(row) == (replace(one, text=""), dating, "AP", True)


@given(st.dictionaries(st.text("=abcdefgh'-0123456789é", min_size=1, max_size=8), st.integers(1, 99), max_size=20))
@settings(max_examples=40, deadline=None)
def test_terms_come_back_in_their_order(counts: dict[str, int]) -> None:
    terms = Terms(counts, frozenset({"falk", "holm"}))
    assert terms_of(packed_terms(terms), '["falk","holm"]') == terms


def test_grams_take_four_bytes_each() -> None:
    assert packed_grams([1, 2, 2**32 - 1]) == b"\x01\x00\x00\x00\x02\x00\x00\x00\xff\xff\xff\xff"
    assert gram_count(packed_grams([1, 2, 2**32 - 1])) == 3
