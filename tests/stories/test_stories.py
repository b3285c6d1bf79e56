"""Which articles tell of one event; names and figures joined inside a story."""

from __future__ import annotations

from functools import cache

from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.report import Report
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.pipeline import check_articles
from factcheck.readers import Inputs
from factcheck.readers.record import parse_published


@cache
def tools() -> tuple[RuleBook, Extractor]:
    rules = load_rules()
    return rules, Extractor(rules)


def report(*articles: tuple[str, str]) -> Report:
    made = tuple(Article(f"a{n}", text, published=parse_published(day)) for n, (day, text) in enumerate(articles, 1))
    return check_articles(Inputs(made, (), len(made)), *tools())


FIRE = "A fire gutted the Halvorsen paper mill in Kalmora on Monday night, Sheriff Ulla Brandt said. Crews from Berund pumped water until dawn."
FIRE_AGAIN = (
    "Flames destroyed a paper mill in Kalmora late on Monday, the owner, Nils Halvorsen, told Radio Berund. The sheriff, Ulla Brandt, shut a road."
)
OTHER_FIRE = "A fire gutted the Ekman paper mill in Tosvik on Monday night, Sheriff Piet Holm said. Crews from Lund pumped water until dawn."


def test_two_outlets_on_one_fire_are_one_story() -> None:
    found = report(("2019-06-04", FIRE), ("2019-06-04", FIRE_AGAIN), ("2019-06-04", OTHER_FIRE))
    stories = {article.id: article.story for article in found.articles}
    assert stories["a1"] is not None
    assert stories == {"a1": stories["a1"], "a2": stories["a1"], "a3": None}


def test_two_alike_fires_years_apart_are_two_stories() -> None:
    found = report(("2013-06-04", OTHER_FIRE.replace("Tosvik", "Kalmora")), ("2019-06-04", FIRE_AGAIN))
    assert [article.story for article in found.articles] == [None, None]


def test_stories_do_not_depend_on_the_order_of_the_input() -> None:
    one = report(("2019-06-04", FIRE), ("2019-06-04", OTHER_FIRE), ("2019-06-04", FIRE_AGAIN))
    assert [article.story for article in one.articles] == ["s1", None, "s1"]
