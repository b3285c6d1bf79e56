"""Puts the stages together: paths in, a report out. The only module that knows them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import comparison
from factcheck.cleaning import clean, origins
from factcheck.errors import NoArticleError, UnreadableInputError, UsageError
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article, Diagnostic
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.report import Report, ReportArticle, ReportClaim, ReportValue
from factcheck.model.setting import Dating, Setting
from factcheck.model.value import Value
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.readers import Inputs, read_inputs
from factcheck.resolution import Book, date_article, national_names, resolve
from factcheck.stories import link_figures, link_names, stories
from factcheck.text.lines import LineIndex

ENGLISH = frozenset({"", "en", "eng"})
SURROUNDINGS = 400  # characters of the sentence before a claim's and of the one behind it


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: `rules` are folders of further packs; `reference` off leaves out their tables of terms; `stdin` is what "-" reads."""

    rules: tuple[str, ...] = ()
    reference: bool = True
    stdin: bytes | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles with everything that was read in them."""

    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    settings: dict[str, Setting]
    claims: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...]


def check(paths: Sequence[str], options: Options = Options()) -> Report:
    """Reads, extracts and compares: the report on all articles under the paths.

    UsageError for a missing path, PackError for a faulty rule pack, UnreadableInputError where nothing that was given can
    be read, NoArticleError where there is nothing to check.
    """
    rules = load_rules([Path(folder) for folder in options.rules], reference=options.reference)
    return check_articles(_inputs(paths, options), rules)


def extract(paths: Sequence[str], options: Options = Options()) -> Report:
    """Reads and extracts: the report with its claims and without findings. Errors as for `check`."""
    rules = load_rules([Path(folder) for folder in options.rules], reference=options.reference)
    return _report(_read(_inputs(paths, options), Extractor(rules), rules))


def check_articles(inputs: Inputs, rules: RuleBook, extractor: Extractor | None = None) -> Report:
    """The report on articles that are read already; an extractor of these rules may be given to several calls."""
    batch = _read(inputs, extractor or Extractor(rules), rules)
    told = {name: setting.story for name, setting in batch.settings.items()}
    linked = link_figures(link_names(batch.claims, told, rules.given_names), told)
    batch = replace(batch, claims=linked.claims)
    found = comparison.compare(batch.claims, batch.settings, {a.rule: a for a in rules.attributes}, rules.given_names, comparison.convert)
    report = _report(batch)
    claims = _with_surroundings(report.claims, found.findings, batch.readings)
    return replace(report, claims=claims, findings=found.findings, not_compared=_counted(found.not_compared, linked.apart))


def _counted(not_compared: dict[str, int], apart: int) -> dict[str, int]:
    """With the pairs of figures of one noun in one story whose words do not match."""
    if not apart:
        return not_compared
    return dict(sorted({**not_compared, "different_scope": not_compared.get("different_scope", 0) + apart}.items()))


def _inputs(paths: Sequence[str], options: Options) -> Inputs:
    if isinstance(paths, str):
        raise UsageError(f"paths is a list of paths, not one text; write [{paths!r}]")
    inputs = read_inputs(paths, stdin=options.stdin)
    if not inputs.articles:
        if any(d.severity == "error" for d in inputs.diagnostics):
            raise UnreadableInputError("; ".join(f"{d.path}: {d.message}" for d in inputs.diagnostics if d.severity == "error"))
        raise NoArticleError(f"no article under {', '.join(paths)}")
    return inputs


def _read(inputs: Inputs, extractor: Extractor, rules: RuleBook) -> Batch:
    articles = tuple(article for article in inputs.articles if (article.language or "").lower()[:3].rstrip("-_") in ENGLISH)
    segments = {article.id: clean(article) for article in inputs.articles}
    readings = tuple(extractor.read(article, segments[article.id]) for article in articles)
    origin = origins(inputs.articles, segments)
    book = Book(rules)
    dated = [date_article(reading, book) for reading in readings]
    officials = [national_names(held) for _, held in dated]
    story = stories(readings, [dating.interval for dating, _ in dated], officials)
    settings: dict[str, Setting] = {}
    claims: list[Claim] = []
    for reading, (dating, held) in zip(readings, dated, strict=True):
        article = reading.article
        settings[article.id] = Setting(article.id, dating, origin[article.id], story[article.id], article.publisher, article.version_of)
        claims += _unrepeated(resolve(reading, held, dating, book))
    for article in inputs.articles:
        settings.setdefault(article.id, Setting(article.id, Dating(), origin[article.id]))
    return Batch(inputs.articles, readings, settings, tuple(claims), inputs.diagnostics)


def _unrepeated(claims: Iterable[Claim]) -> list[Claim]:
    """A claim said again in the same article with the same value is one claim: the first in the body is kept, a title's never replaces it."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.field != "text", c.start)):
        value = claim.value
        wording = claim.end - claim.start if value.entity else value.text.casefold()
        key = (
            claim.rule,
            claim.subject.id,
            value.entity,
            wording,
            value.point,
            value.hedge,
            claim.qualifiers,
            claim.modality,
            claim.speaker,
            claim.cues,
        )
        kept.setdefault(key, claim)
    return sorted(kept.values(), key=lambda c: (c.field != "text", c.start, c.rule, c.id))


def _report(batch: Batch) -> Report:
    articles = tuple(_report_article(article, batch.settings[article.id]) for article in batch.articles)
    texts = {article.id: article for article in batch.articles}
    lines: dict[tuple[str, str], LineIndex] = {}
    claims = tuple(_report_claim(claim, texts[claim.article], lines) for claim in batch.claims)
    return Report(articles, claims, (), batch.diagnostics)


def _report_article(article: Article, setting: Setting) -> ReportArticle:
    dating = setting.dating
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
    )


def _report_claim(claim: Claim, article: Article, lines: dict[tuple[str, str], LineIndex]) -> ReportClaim:
    text = article.text if claim.field == "text" else article.title or ""
    index = lines.setdefault((article.id, claim.field), LineIndex(text))
    line, column = index.position(claim.start)
    return ReportClaim(
        id=claim.id,
        article=claim.article,
        kind=claim.kind,
        subject=claim.subject.surface,
        attribute=claim.attribute,
        qualifiers=dict(claim.qualifiers),
        modality=claim.modality,
        speaker=claim.speaker,
        valid=claim.valid.interval.edtf(),
        value=_report_value(claim.value),
        text=text[claim.start : claim.end],
        field=claim.field,
        start=claim.start,
        end=claim.end,
        line=line,
        column=column,
        sentence=text[claim.sentence_start : claim.sentence_end],
        rule=claim.rule,
        file_line=article.line if article.line is not None else line,
        subject_id=claim.subject.id,
        valid_because=claim.valid.why,
        sentence_start=claim.sentence_start,
    )


def _with_surroundings(claims: Iterable[ReportClaim], findings: Iterable[Finding], readings: Iterable[Reading]) -> tuple[ReportClaim, ...]:
    """The claims, those of findings with the sentences before and behind theirs, so that a reader sees what the words belong to."""
    in_findings = {claim for finding in findings for value in finding.values for claim in value.claims}
    reading_by_article = {reading.article.id: reading for reading in readings}
    return tuple(_surrounded(c, reading_by_article[c.article]) if c.id in in_findings and c.article in reading_by_article else c for c in claims)


def _surrounded(claim: ReportClaim, reading: Reading) -> ReportClaim:
    if claim.field != "text":
        return claim
    text, end = reading.article.text, claim.sentence_start + len(claim.sentence)
    before = after = ""
    for sentence in reading.sentences:
        if sentence.field != "text":
            continue
        if sentence.end <= claim.sentence_start:
            before = text[max(sentence.start, sentence.end - SURROUNDINGS) : sentence.end]
        elif sentence.start >= end:
            after = text[sentence.start : min(sentence.end, sentence.start + SURROUNDINGS)]
            break
    return replace(claim, before=before, after=after)


def _report_value(value: Value) -> ReportValue:
    def number(of: object) -> str | None:
        return None if of is None else f"{of:f}"

    return ReportValue(value.text, number(value.point), number(value.low), number(value.high), value.unit, value.hedge, value.entity)
