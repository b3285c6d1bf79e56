"""A news desk for tests: batches of small articles, checked against a store one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from factcheck.batches import Asked, check_batch
from factcheck.batches.check import prepared
from factcheck.engines import Outliner
from factcheck.model.article import Article
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.pipeline import Options, check_articles
from factcheck.readers import Inputs
from factcheck.readers.record import parse_published
from factcheck.stores import Store


@cache
def tools() -> tuple[RuleBook, Outliner]:
    rules = load_rules([], reference=False)
    return rules, Outliner(rules, with_credit=True)


def make_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let runs of the command line in this process share rules that are ready, instead of loading them each time."""
    monkeypatch.setattr("factcheck.pipeline.rules_of", lambda options: tools()[0])
    monkeypatch.setattr("factcheck.batches.check.Outliner", lambda rules, with_credit: tools()[1])


def article(name: str, day: str | None, text: str, publisher: str | None = None, *, explicit: bool = True, url: str | None = None) -> Article:
    published = parse_published(day) if day else None
    return Article(name, text, f"{name}.txt", publisher=publisher, published=published, url=url, has_explicit_id=explicit or url is not None)


def inputs(articles: Sequence[Article]) -> Inputs:
    return Inputs(tuple(articles), (), len(articles))


def check(
    store: Store,
    articles: Sequence[Article],
    now: str = "2031-01-01T00:00:00Z",
    *,
    as_of: str | None = None,
    since: str | None = None,
    keep: bool = True,
) -> Report:
    """The report on a batch, which is recorded unless `keep` is off."""
    rules, outliner = tools()
    ready = prepared(inputs(articles), rules, store, Options(), as_of, outliner)
    report = check_batch(store, ready, Asked(now, as_of, since, "test", ""))
    if keep:
        store.commit()
    store.rollback()
    return report


def at_once(articles: Sequence[Article]) -> Report:
    """The report of one run over all, without a store."""
    return check_articles(inputs(articles), tools()[0])


def told(report: Report) -> list[tuple[str, str, str, tuple[str, ...], str | None]]:
    """Verdict, reason, attribute, values and status of each finding."""
    return [(f.verdict, f.reason, f.attribute, tuple(v.display for v in f.values), f.status) for f in report.findings]


def essence(finding: Finding) -> tuple[str, str, str, str, tuple[tuple[str, ...], ...], tuple[tuple[int, int, str, str], ...]]:
    """All that a finding says, in an order of its own."""
    sides = tuple(tuple(sorted(value.claims)) for value in finding.values)
    pairs = tuple((r.left, r.right, r.verdict, r.reason) for r in finding.relations)
    return finding.id, finding.verdict, finding.reason, finding.attribute, sides, pairs
