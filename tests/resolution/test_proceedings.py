"""How far a case has come of which an article tells."""

from __future__ import annotations

import pytest

from factcheck.cleaning import clean
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.packs.loader import load_rules
from factcheck.resolution.book import Book
from factcheck.resolution.proceedings import stage_cue

RULES = load_rules()
EXTRACTOR = Extractor(RULES)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The miller was arrested on Monday. The mill burned.", "stage:0"),
        ("The miller was arrested in May. On Monday he was charged with arson.", "stage:1"),
        ("A court in Tarrow jailed the miller. He was sentenced to two years.", "stage:4"),
        ("If convicted of arson, the miller faces two years.", None),
        ("The mill burned. Nobody was hurt. It was old. The miller was arrested.", None),
        ("An appeals court has upheld the conviction of the miller, who was arrested in 2009.", "stage:5"),
    ],
)
def test_the_first_sentences_tell_the_last_stage_that_is_reached(text: str, cue: str | None) -> None:
    article = Article("a", text, "a")
    assert stage_cue(EXTRACTOR.read(article, clean(article)), Book(RULES)) == cue


@pytest.mark.parametrize(
    ("own", "cue"),
    [
        ("Olga Tamm, 44, is serving a sentence of nine years.", "stage:6"),
        ("Olga Tamm, 44, serving life for arson, owned it.", "stage:6"),
        ("Olga Tamm, 44, was convicted of theft in 1998.", "stage:0"),
        ("Olga Tamm, 44, is serving a second term as mayor.", "stage:0"),
    ],
)
def test_whoever_serves_a_sentence_is_past_it(own: str, cue: str) -> None:
    article = Article("a", f"A man was arrested on Monday. The mill burned. Nobody was hurt. It was old. {own}", "a")
    assert stage_cue(EXTRACTOR.read(article, clean(article)), Book(RULES), 4) == cue
