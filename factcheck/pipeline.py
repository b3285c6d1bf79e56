"""Puts the stages together: paths in, a report out. The only module that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cache
from pathlib import Path

from factcheck import comparison
from factcheck.cleaning import origins_of, wire
from factcheck.engines import Outliner, outlines
from factcheck.engines.processes import Source
from factcheck.errors import NoArticleError, UnreadableInputError, UsageError
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.outline import Outline
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.model.setting import Setting
from factcheck.packs.cache import load_cached_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.readers import Inputs, read_inputs
from factcheck.stories import Linked, link_ages, link_figures, link_moments, link_names, link_near_ages, link_posts, stories


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: `rules` are folders of further packs; `reference` off leaves out their tables of terms; `stdin` is what "-" reads.

    `jobs` processes read the articles at most (0: one for each core); `advance` is told how many were read, of how many.
    `cache` is a folder in which rules that were read are kept for the next run (None: nowhere).
    """

    rules: tuple[str, ...] = ()
    reference: bool = True
    stdin: bytes | None = None
    jobs: int = 1
    advance: Callable[[int, int], None] | None = None
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Claims with the subjects that linking gave them, and what came of comparing them."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    not_compared: dict[str, int]


def check(paths: Sequence[str], options: Options = Options()) -> Report:
    """Reads, extracts and compares: the report on all articles under the paths.

    UsageError for a missing path, PackError for a faulty rule pack, UnreadableInputError where nothing that was given can
    be read, NoArticleError where there is nothing to check.
    """
    rules = rules_of(options)
    return _checked(inputs_of(paths, options), rules, _outliner(rules), options)


def extract(paths: Sequence[str], options: Options = Options()) -> Report:
    """Reads and extracts: the report with its claims and without findings. Errors as for `check`."""
    rules = rules_of(options)
    inputs = inputs_of(paths, options)
    read = read_all(inputs.articles, _outliner(rules), options)
    return report_of(read, _settings(inputs.articles, read), Compared(_claims(read), (), {}), inputs)


def check_articles(inputs: Inputs, rules: RuleBook, extractor: Extractor | None = None) -> Report:
    """The report on articles that are read already; an extractor of these rules may be given to several calls."""
    return _checked(inputs, rules, Outliner(rules, extractor), Options())


def _checked(inputs: Inputs, rules: RuleBook, outliner: Outliner, options: Options) -> Report:
    read = read_all(inputs.articles, outliner, options)
    settings = _settings(inputs.articles, read)
    return report_of(read, settings, compare(_claims(read), settings, rules), inputs)


def rules_of(options: Options) -> RuleBook:
    """The rules of a run; those that come along are loaded once a process."""
    if not options.rules:
        return _shipped(options.reference, options.cache)
    return load_cached_rules([Path(folder) for folder in options.rules], options.reference, options.cache)


@cache
def _shipped(reference: bool, kept_in: Path | None) -> RuleBook:
    return load_cached_rules([], reference, kept_in)


_outliners: list[tuple[RuleBook, Outliner]] = []


def _outliner(rules: RuleBook) -> Outliner:
    """What reads articles by these rules; the last is kept, as its patterns are compiled when first needed."""
    if not _outliners or _outliners[0][0] is not rules:
        _outliners[:] = [(rules, Outliner(rules))]
    return _outliners[0][1]


def inputs_of(paths: Sequence[str], options: Options) -> Inputs:
    """What is under the paths; errors as for `check`."""
    if isinstance(paths, str):
        raise UsageError(f"paths is a list of paths, not one text; write [{paths!r}]")
    inputs = read_inputs(paths, stdin=options.stdin)
    if not inputs.articles:
        if any(d.severity == "error" for d in inputs.diagnostics):
            raise UnreadableInputError("; ".join(f"{d.path}: {d.message}" for d in inputs.diagnostics if d.severity == "error"))
        raise NoArticleError(f"no article under {', '.join(paths)}")
    return inputs


def read_all(articles: Sequence[Article], outliner: Outliner, options: Options, with_credit: bool = False) -> list[Outline]:
    """The outlines of articles; `with_credit` says that the outliner looks for the agency of each."""
    return outlines(articles, outliner, Source(options.rules, options.reference, with_credit, options.cache), options.jobs, options.advance)


def _claims(read: Iterable[Outline]) -> tuple[Claim, ...]:
    return tuple(claim for outline in read for claim in outline.claims)


def _settings(articles: Sequence[Article], read: Sequence[Outline]) -> dict[str, Setting]:
    texts = {article.id: article for article in articles}
    origin = origins_of({outline.article.id: outline.grams for outline in read}, lambda name: wire(texts[name]))
    told = [outline for outline in read if outline.is_read]
    story = stories({outline.article.id: outline.terms for outline in told}, [outline.dating.interval for outline in told])
    return {o.article.id: setting_of(o, origin[o.article.id], story.get(o.article.id)) for o in read}


def setting_of(outline: Outline, origin: str, story: str | None) -> Setting:
    """What comparison knows of the article."""
    article = outline.article
    published = article.published
    clock = published if isinstance(published, datetime) and published.time() != time() else None  # midnight stands for no hour
    return Setting(article.id, outline.dating, origin, story, article.publisher, article.version_of, clock)


def link(claims: Sequence[Claim], settings: Mapping[str, Setting], rules: RuleBook) -> Linked:
    """Claims with one subject for the spellings of a name, and for moments and figures of one thing, in one story."""
    told = {name: setting.story for name, setting in settings.items()}
    written = {name: setting.dating.interval for name, setting in settings.items()}
    named = link_posts(link_names(claims, told, rules.given_names), told, rules.given_names)
    aged = link_near_ages(link_ages(named, told, rules.given_names), told, rules.given_names)
    return link_figures(link_moments(aged, told, written, rules), told, written)


def compare(claims: Sequence[Claim], settings: Mapping[str, Setting], rules: RuleBook) -> Compared:
    """Links claims inside their stories and compares them."""
    linked = link(claims, settings, rules)
    return compare_linked(linked.claims, settings, rules, linked.apart)


def compare_linked(claims: Sequence[Claim], settings: Mapping[str, Setting], rules: RuleBook, apart: int = 0) -> Compared:
    """Compares claims that are linked; `apart` pairs of figures of one noun in one story were told in words that do not match."""
    found = comparison.compare(claims, settings, {a.rule: a for a in rules.attributes}, rules.given_names, comparison.convert)
    not_compared = found.not_compared
    if apart:
        not_compared = dict(sorted({**not_compared, "different_scope": not_compared.get("different_scope", 0) + apart}.items()))
    return Compared(tuple(claims), found.findings, not_compared)


def report_of(read: Iterable[Outline], settings: Mapping[str, Setting], compared: Compared, inputs: Inputs) -> Report:
    """The report; claims of findings come with the sentences around theirs, so that a reader sees what the words belong to.

    A figure that no pack names and that was linked with no other is no claim of the report: nobody can say what it counts.
    """
    read = list(read)
    articles = tuple(report_article(outline, settings[outline.article.id]) for outline in read)
    shown = {claim.id: claim for outline in read for claim in outline.shown}
    in_findings = {claim for finding in compared.findings for value in finding.values for claim in value.claims}
    told = (claim for claim in compared.claims if not claim.is_open or claim.id in in_findings)
    claims = tuple(report_claim(shown[claim.id], claim, claim.id in in_findings) for claim in told)
    return Report(articles, claims, compared.findings, inputs.diagnostics, compared.not_compared)


def report_claim(shown: ReportClaim, claim: Claim, is_in_finding: bool) -> ReportClaim:
    """A claim as the report lists it, about whom or what linking said; one in no finding without the sentences around it."""
    if is_in_finding and (shown.rule, shown.subject_id, shown.subject) == (claim.rule, claim.subject.id, claim.subject.surface):
        return shown
    before, after = (shown.before, shown.after) if is_in_finding else ("", "")
    subject = claim.subject
    told = replace(shown, kind=claim.kind, attribute=claim.attribute, rule=claim.rule, subject=subject.surface, subject_id=subject.id)
    return replace(told, before=before, after=after)


def report_article(outline: Outline, setting: Setting, recorded: str | None = None) -> ReportArticle:
    """An article as the report lists it; `recorded` is when an earlier batch brought it into a store."""
    article, dating = outline.article, outline.dating
    published = article.published.isoformat() if article.published is not None else None
    return ReportArticle(
        article.id,
        article.path,
        article.title,
        article.publisher,
        published,
        dating.interval.edtf(),
        dating.because,
        setting.origin,
        setting.story,
        article.url,
        article.line,
        article.language,
        recorded,
    )
