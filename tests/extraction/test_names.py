"""Names, places and titles in running text, in headlines, and what is none of them."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.cleaning import clean
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.reading import Reading
from factcheck.packs.loader import load_rules


@cache
def extractor() -> Extractor:
    return Extractor(load_rules())


def read(text: str, title: str | None = None) -> Reading:
    article = Article("a", text, title=title)
    return extractor().read(article, clean(article))


def names(text: str) -> list[str]:
    return [name.text for sentence in read(text).sentences for name in sentence.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Ulla Brandt spoke to Yoon Suk-yeol.", ["Ulla Brandt", "Yoon Suk-yeol"]),
        ("The visitor was Ursula von der Leyen of Kalm.", ["Ursula von der Leyen", "Kalm"]),
        ("It was J. K. Osterhede who called.", ["J. K. Osterhede"]),
        ("Last week Martin Luther King Jr. was remembered.", ["Martin Luther King Jr."]),
        ("They met Mr. Brandt and Dr. Holm there.", ["Brandt", "Holm"]),
        ("IBM bought the firm.", ["IBM"]),
        ("The Japanese Defense Minister Gen Nakatani spoke.", ["Gen Nakatani"]),
        ("The makers of the kOne and the Vestra Note 7 spoke.", ["kOne", "Vestra Note 7"]),
        ("The kOne 5S costs $199, and Vestra 7 costs more.", ["kOne 5S", "Vestra 7"]),
        ("In the hall Tamm 3, Brandt 1 was the result.", ["Tamm", "Brandt"]),
        ("The lake of Osterhede 34 people saw.", ["Osterhede"]),
    ],
)
def test_names_in_running_text(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police closed the road. Residents were told to leave.",
        "However, nothing came of it. Recently it was tried again.",
        "On Monday in March the French left Tokyo.",
        "More than 50 people came. Officers searched the house.",
    ],
)
def test_capitals_that_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_headline_in_title_case_names_only_whom_the_text_names() -> None:
    reading = read("The harbour was closed by Ulla Brandt on Monday.", title="Brandt Closes Old Harbour After Storm")
    assert [name.text for sentence in reading.sentences if sentence.field == "title" for name in sentence.names] == ["Brandt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputy Prime Minister Ann Bo spoke.", [("Deputy Prime Minister", ("deputy_prime_minister",), "asserted", False)]),
        ("On Monday acting Interior Minister Ann Bo spoke.", [("acting Interior Minister", ("interior_minister",), "asserted", True)]),
        ("The former finance minister, Ann Bo, spoke.", [("former finance minister", ("finance_minister",), "former", False)]),
        ("Former Italian Foreign Minister Ann Bo spoke.", [("Foreign Minister", ("foreign_minister",), "former", False)]),
        ("A shadow defence minister spoke.", [("shadow defence minister", ("shadow_defense_minister",), "asserted", False)]),
    ],
)
def test_titles_with_what_stands_before_them(text: str, expected: list[tuple[str, tuple[str, ...], str, bool]]) -> None:
    found = [m for sentence in read(text).sentences for m in sentence.offices]
    assert [(m.text, m.offices, m.modality, m.acting) for m in found] == expected


def test_a_plural_title_is_marked() -> None:
    assert [m.plural for s in read("The two foreign ministers met.").sentences for m in s.offices] == [True]


def test_drafts_slice_back_to_the_text() -> None:
    reading = read("A blast in Kalm killed 12 people. Around 4,000 French troops are stationed in Chad. A 31-year-old man was shot dead in Kalm.")
    found = [(draft.attribute, reading.article.text[draft.value.start : draft.value.end]) for draft in reading.drafts]
    assert ("killed", "12") in found
    assert ("stationed_personnel", "Around 4,000") in found
    assert all(draft.value.text == reading.article.text[draft.value.start : draft.value.end] for draft in reading.drafts)
