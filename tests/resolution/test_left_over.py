"""Figures of rules of which resolution makes no claim stay open figures; those with a claim, and the smallest, do not."""

from __future__ import annotations

from factcheck.cleaning import clean
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.packs.loader import load_rules
from factcheck.pipeline import extract
from factcheck.resolution.book import Book
from factcheck.resolution.left_over import left_over

TEXT = "A fire burned 23 homes in Mill Lane on Monday, killing two people, Piet Holm said."


def test_a_figure_without_a_claim_is_told_by_the_open_rule_and_two_dead_are_not() -> None:
    rules = load_rules()
    article = Article(id="a", text=TEXT)
    reading = Extractor(rules).read(article, clean(article))
    found = list(left_over(reading.drafts, reading.sentences, (), Book(rules).open_by_kind))
    assert [(draft.attribute, draft.value.text, draft.context[0]) for draft in found] == [("open_count", "23", "#home/home:aside")]


def test_a_figure_with_a_claim_is_not_told_twice(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert [claim.attribute for claim in extract([str(path)]).claims if claim.value.text == "23"] == ["homes_lost"]
