"""Findings of a store as a report again: with the articles and claims that they name, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck import pipeline
from factcheck.model.finding import Finding
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.stores.articles import Entry, entries
from factcheck.stores.claims import articles_of, links_of
from factcheck.stores.findings import Kept
from factcheck.stores.store import Store


def report_on(store: Store, kept: Sequence[Kept]) -> Report:
    """The report of these findings, in their order."""
    numbers = {claim for one in kept for value in one.claims for claim in value}
    home = articles_of(store, numbers)
    articles = entries(store, set(home.values()))
    findings = tuple(_named(one, articles, home) for one in kept)
    links = links_of(store, numbers)
    shown: list[ReportClaim] = []
    for number in sorted(numbers):
        entry = articles[home[number]]
        at = entry.claims.index(number)
        claim, link = entry.outline.claims[at], links.get(number)
        if link is not None:
            claim = replace(claim, subject=replace(claim.subject, id=link.subject_id, surface=link.subject))
        shown.append(pipeline.report_claim(entry.outline.shown[at], claim, True))
    return Report(tuple(_shown(articles.values())), tuple(shown), findings, ())


def _shown(articles: Iterable[Entry]) -> Iterable[ReportArticle]:
    for entry in sorted(articles, key=lambda one: one.number):
        setting = pipeline.setting_of(entry.outline, f"o{entry.origin}", None if entry.story is None else f"s{entry.story}")
        yield pipeline.report_article(entry.outline, setting, entry.recorded)


def _named(kept: Kept, articles: dict[int, Entry], home: dict[int, int]) -> Finding:
    """The finding with the ids that its articles and claims have now: an article that was superseded since is called by its version."""
    values = []
    for value, numbers in zip(kept.finding.values, kept.claims, strict=True):
        entries_of_value = [articles[home[number]] for number in numbers]
        claims = tuple(entry.outline.claims[entry.claims.index(n)].id for n, entry in zip(numbers, entries_of_value, strict=True))
        names = tuple(dict.fromkeys(entry.outline.article.id for entry in entries_of_value))
        values.append(replace(value, claims=claims, articles=names))
    return replace(kept.finding, values=tuple(values))
