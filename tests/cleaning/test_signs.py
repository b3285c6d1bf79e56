"""What goes and what stays: the cases of signs.yml."""

from pathlib import Path

import pytest

from factcheck import yaml_door
from factcheck.cleaning import clean
from factcheck.cleaning.signs import load_signs
from factcheck.model.article import Article

CASES_PATH = Path(__file__).parent / "signs.yml"
CASES = yaml_door.load(CASES_PATH.read_text(encoding="utf-8"), str(CASES_PATH)).data
NEWS = (
    "Dock workers in the two ports walked out on Monday over pay, and 300 ships had to wait at anchor. The union said more would follow.\n\n"
    "The harbour company called the strike a mistake. It offered 4 percent in May and said that it would not offer more before the winter.\n\n"
)
FIRES = [(entry["why"], line) for entry in CASES for line in entry["fires"]]
QUIET = [(entry["why"], line) for entry in CASES for line in entry["quiet"]]


def whys_of(line: str) -> list[str]:
    """Why the paragraph `line` goes, behind two paragraphs of news: one entry a segment of it."""
    article = Article("a", NEWS + line)
    return [segment.why for segment in clean(article) if segment.start >= len(NEWS) and segment.kind == "boilerplate"]


@pytest.mark.parametrize(("why", "line"), FIRES)
def test_what_stands_around_an_article_makes_no_claims(why: str, line: str) -> None:
    segments = [segment for segment in clean(Article("a", NEWS + line)) if segment.start >= len(NEWS)]
    assert [segment.kind for segment in segments] == ["boilerplate"] * len(segments)
    assert segments[0].why == why


@pytest.mark.parametrize(("why", "line"), QUIET)
def test_news_that_looks_like_it_stays(why: str, line: str) -> None:
    assert whys_of(line) == []


def test_each_sign_has_cases_firing_and_quiet_in_even_number() -> None:
    signs = load_signs()
    known = {sign.why for entries in signs.by_first_word.values() for sign in entries} | {sign.why for _, sign in signs.by_need}
    assert {entry["why"] for entry in CASES} == known
    assert [entry["why"] for entry in CASES if len(entry["fires"]) != len(entry["quiet"])] == []
