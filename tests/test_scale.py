"""Generated news with known relations: what the program finds in it, what it must not find, and how its work grows with the batch.

The news is that of `tests/bench/news.py`. Work is counted in calls, not in seconds.
"""

from __future__ import annotations

import hashlib
import importlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from bench.news import Known, News, generate

from factcheck.extraction.reading import Extractor
from factcheck.model.finding import Finding, Relation
from factcheck.model.report import Report, ReportClaim
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.pipeline import check_articles
from factcheck.readers import Inputs

COUNT = 300
WRONG = ("conflict", "copy_error")


@cache
def rules() -> tuple[RuleBook, Extractor]:
    book = load_rules([], reference=False)  # its ministers are invented, and so hold no real office
    return book, Extractor(book)


def checked(count: int) -> tuple[News, Report]:
    news = generate(count)
    book, extractor = rules()
    return news, check_articles(Inputs(tuple(news.articles), (), len(news.articles)), book, extractor)


@pytest.fixture(scope="module")
def batch() -> tuple[News, Report]:
    return checked(COUNT)


def known_by_pair(news: News) -> dict[frozenset[str], list[Known]]:
    found: dict[frozenset[str], list[Known]] = defaultdict(list)
    for known in news.known:
        found[frozenset((known.left.article, known.right.article))].append(known)
    return found


def number(text: str) -> str:
    """The figure alone: "about 1,200 people" and "1,200" are one."""
    return re.sub(r"^(another |about |at least |around )*", "", text.lower()).split(" ")[0]


def judged(news: News, report: Report) -> Iterator[tuple[Finding, Relation, Known | None]]:
    """Each relation of the report with what is known of the same two figures in the same two articles, None where nothing is."""
    claims = {claim.id: claim for claim in report.claims}
    known = known_by_pair(news)

    def figures(value_claims: tuple[str, ...], article: str) -> set[str]:
        of: list[ReportClaim] = [claims[name] for name in value_claims if claims[name].article == article]
        return {number(claim.value.text) for claim in of}

    for finding in report.findings:
        for relation in finding.relations:
            left, right = finding.values[relation.left], finding.values[relation.right]
            is_known = False
            for one in left.articles:
                for two in right.articles:
                    for entry in known.get(frozenset((one, two)), ()):
                        mine, other = (entry.left, entry.right) if entry.left.article == one else (entry.right, entry.left)
                        if number(mine.text) in figures(left.claims, one) and number(other.text) in figures(right.claims, two):
                            is_known = True
                            yield finding, relation, entry
            if not is_known:
                yield finding, relation, None


def test_one_seed_gives_one_news() -> None:
    text = "\n".join(f"{article.id} {article.published} {article.title}\n{article.text}" for article in generate(60).articles)
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == "87d888b135f7384c"


def test_more_news_begins_with_the_same_articles() -> None:
    assert generate(60).articles == generate(120).articles[: len(generate(60).articles)]


def test_news_of_a_seed_has_every_relation_and_twins() -> None:
    news = generate(COUNT)
    stands = Counter(known.stand for known in news.known)
    assert min(stands[stand] for stand in ("same", "compatible", "conflict", "update", "copy_error")) >= 15
    assert len(news.twins) >= 5
    assert len(news.copies) >= 20


def test_no_conflict_that_the_news_does_not_have(batch: tuple[News, Report]) -> None:
    invented = [
        f"{finding.attribute} {finding.subject}: {relation.explanation}"
        for finding, relation, known in judged(*batch)
        if relation.verdict == "conflict" and (known is None or known.stand not in WRONG)
    ]
    assert invented == []


def test_known_relations_are_found(batch: tuple[News, Report]) -> None:
    """Of the facts that packs name and of open counts; what is told in words too different is left alone."""
    news, report = batch
    wanted = {"conflict": "conflict", "copy_error": "conflict", "update": "time_dependent", "compatible": "compatible"}
    found = {(id(known), relation.verdict) for _, relation, known in judged(news, report) if known is not None}
    share = {}
    for stand, verdict in wanted.items():
        entries = [known for known in news.known if known.stand == stand]
        share[stand] = sum((id(known), verdict) in found for known in entries) / len(entries)

    assert share["conflict"] >= 0.4
    assert share["copy_error"] >= 0.4
    assert share["update"] >= 0.5
    assert share["compatible"] >= 0.5


def test_tolls_that_differ_on_one_day_are_found(batch: tuple[News, Report]) -> None:
    news, report = batch
    found = {id(known) for _, relation, known in judged(news, report) if known is not None and relation.verdict == "conflict"}
    entries = [known for known in news.known if known.stand == "conflict" and known.left.fact in ("killed", "injured")]
    assert len(entries) >= 10
    assert sum(id(known) in found for known in entries) / len(entries) >= 0.7


def test_every_event_is_one_story(batch: tuple[News, Report]) -> None:
    news, report = batch
    stories: dict[int, set[str | None]] = defaultdict(set)
    for article in report.articles:
        stories[news.event_by_article[article.id]].add(article.story)
    split = [event for event, found in stories.items() if len(found) > 1 or None in found]
    assert len(split) <= 1


def test_no_story_tells_of_two_events_and_twins_stay_apart(batch: tuple[News, Report]) -> None:
    news, report = batch
    events: dict[str, set[int]] = defaultdict(set)
    for article in report.articles:
        if article.story is not None:
            events[article.story].add(news.event_by_article[article.id])
    assert [found for found in events.values() if len(found) > 1] == []
    assert all(not {one, two} <= found for one, two in news.twins for found in events.values())


def test_copies_are_one_origin_and_nothing_else_is(batch: tuple[News, Report]) -> None:
    news, report = batch
    members: dict[str | None, set[str]] = defaultdict(set)
    for article in report.articles:
        members[article.origin].add(article.id)
    assert sorted(sorted(found) for found in members.values() if len(found) > 1) == sorted(sorted(pair) for pair in news.copies)


# module, function: what is called for pairs of articles, of claims, of values
COUNTED = (
    ("factcheck.stories.clusters", "_cosine"),
    ("factcheck.stories.clusters", "_weight"),
    ("factcheck.stories.figures", "match"),
    ("factcheck.cleaning.origins", "_root"),
    ("factcheck.comparison.groups", "judge"),
    ("factcheck.text.figures", "relate"),
)


def counting(original: Callable[..., object], calls: Counter[str], name: str) -> Callable[..., object]:
    def call(*given: object, **named: object) -> object:
        calls[name] += 1
        return original(*given, **named)

    return call


def counted(count: int) -> Counter[str]:
    calls: Counter[str] = Counter()
    with pytest.MonkeyPatch.context() as patch:
        for module_name, function_name in COUNTED:
            module = importlib.import_module(module_name)
            patch.setattr(module, function_name, counting(getattr(module, function_name), calls, function_name))
        checked(count)
    return calls


@pytest.mark.slow
def test_the_work_on_pairs_grows_with_the_news_and_not_with_its_square() -> None:
    """Four times the articles make at most five times the calls, where all pairs would be sixteen times."""
    small, large = counted(200), counted(800)
    for _, name in COUNTED:
        assert small[name] > 0, name
        assert large[name] <= 5 * small[name], (name, small[name], large[name])
