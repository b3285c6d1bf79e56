"""Lengths that are told by words alone."""

import pytest

from factcheck.extraction.reading import Extractor
from factcheck.extraction.spoken_lengths import lengths_in
from factcheck.model.article import Article, Segment
from factcheck.packs.loader import load_rules
from factcheck.text.scan import Scan


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load_rules())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He lost his licence for a year.", [("1", "year", "=")]),
        ("The verdict came after a day and a half.", [("1.5", "day", "=")]),
        ("It took the council a week to answer.", [("1", "week", "=")]),
        ("About a half-hour later, guards found him.", [("30", "minute", "~")]),
        ("She earns 500 euros a week.", []),
        ("A day of rain followed.", []),
        ("They met three times a month.", []),
        ("Years later he returned.", []),
        ("He left a week ago.", []),
    ],
)
def test_lengths_by_words_alone(extractor: Extractor, text: str, expected: list[tuple[str, str, str]]) -> None:
    article = Article("a", text)
    reading = extractor.read(article, [Segment("body", 0, len(text))])
    found = [length for sentence in reading.sentences for length in lengths_in(Scan(text), sentence)]
    assert [(str(length.value.point), length.unit, length.hedge) for length in found] == expected
