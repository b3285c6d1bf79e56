"""Undated articles are dated by what they say, to an interval with its reasons."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.cleaning import clean
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.packs.loader import load_rules
from factcheck.resolution import Book, date_article


@cache
def tools(reference: bool) -> tuple[Extractor, Book]:
    rules = load_rules(reference=reference)
    return Extractor(rules), Book(rules)


def written(text: str, reference: bool = True) -> str | None:
    extractor, book = tools(reference)
    article = Article("a", text)
    return date_article(extractor.read(article, clean(article)), book)[0].interval.edtf()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two who were in office together
        ("Japanese Prime Minister Fumio Kishida met U.S. President Joe Biden.", "2021-10-04/2024-09-30"),
        # someone whose term was over by then does not bound it
        (
            "U.S. President Donald Trump spoke of the aid that President Joe Biden had sent, said Japanese Prime Minister Shigeru Ishiba.",
            "2025-01-20/2025-10-20",
        ),
        # who is called former had left by then
        ("Former Prime Minister Margaret Thatcher of Britain died.", "1990-11-28/.."),
        ("The weather was fine.", None),
    ],
)
def test_terms_of_office_date_an_article(text: str, expected: str | None) -> None:
    assert written(text) == expected


def test_a_swearing_in_told_in_relative_words_dates_an_article() -> None:
    text = "Japanese Prime Minister Shigeru Ishiba called. Pete Hegseth was sworn in as US Secretary of Defense on Saturday."
    assert written(text) == "2025-01-25/2025-01-31"


def test_a_day_still_ahead_bounds_it() -> None:
    text = (
        "Japanese Prime Minister Shigeru Ishiba called. Pete Hegseth was sworn in as US Secretary of Defense last weekend. "
        "The visit is scheduled for February 4."
    )
    assert written(text) == "2025-01-27/2025-02-03"


def test_without_the_reference_tables_nothing_dates_it() -> None:
    assert written("Japanese Prime Minister Fumio Kishida met U.S. President Joe Biden.", reference=False) is None
