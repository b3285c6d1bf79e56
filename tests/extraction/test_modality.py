"""Denials, questions, conditions and corrections; and words that look like them and are not."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.cleaning import clean
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.packs.loader import load_rules


@cache
def extractor() -> Extractor:
    return Extractor(load_rules())


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    article = Article("a", text)
    drafts = extractor().read(article, clean(article)).drafts
    return [(d.value.text, d.setting("modality"), d.setting("cue")) for d in drafts if d.attribute == "stationed_personnel"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("About 500 French troops are stationed in Chad.", "asserted"),
        ("The minister denied that 500 French troops are stationed in Chad.", "denied"),
        ("It is not true: the army does not keep 500 French troops stationed in Chad.", "denied"),
        ("If 500 French troops are stationed in Chad, the treaty is void.", "conditional"),
        ("Not only that, 500 French troops are stationed in Chad.", "asserted"),
        ("It was not far off, for 500 French troops are stationed in Chad.", "asserted"),
        ("Nobody could not have known how many of the 500 French troops are stationed in Chad.", "asserted"),
        ("Denied leave, 500 French troops are stationed in Chad.", "asserted"),
        ("The army has not 500 French troops stationed in Chad.", "denied"),
        ("He did not come, but 500 French troops are stationed in Chad.", "asserted"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [found for _, found, _ in told(text)] == [modality]


@pytest.mark.parametrize(
    "text",
    ["Are 500 French troops stationed in Chad?", "In the novel, 500 French troops are stationed in Chad.", "Who knows whether it rains in Chad?"],
)
def test_questions_and_fiction_claim_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("An earlier version of this article said that 500 French troops are stationed in Chad.", "correction"),
        ("About 500 French troops are stationed in Chad, the ministry said in a revised report.", "correction"),
        ("About 500 French troops are stationed in Chad.", None),
        ("About 500 French troops are stationed in Chad, a corrections officer said.", None),
    ],
)
def test_corrections(text: str, cue: str | None) -> None:
    assert [found for _, _, found in told(text)] == [cue]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tamm had 31 points in the game against the Bears.", ["31"]),
        ("Tamm took nine wickets in the series with the Lions.", ["nine"]),
        ("Tamm plays four princes in the film, which opens in May.", ["four"]),
        ("What did the 5,000 nurses of the valley win?", ["5,000"]),
        ("In the film, 40 sailors drown off the cape.", []),
        ("In the game 40 sailors drown off the cape.", ["40"]),
        ("In the video game 40 sailors drown off the cape.", []),
        ("Did 5,000 nurses of the valley win?", []),
    ],
)
def test_a_game_is_no_fiction_and_a_question_grants_what_it_names(text: str, expected: list[str]) -> None:
    article = Article("a", text)
    reading = extractor().read(article, clean(article))
    assert [draft.value.text for draft in reading.drafts if draft.attribute == "open_count" and draft.value is not None] == expected
