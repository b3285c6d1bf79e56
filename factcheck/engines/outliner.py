"""One article to its outline: everything that can be said of it without knowing any other. A pure function of the article and the rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.cleaning import clean, grams, wire
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.outline import NO_TERMS, Outline
from factcheck.model.reading import Reading
from factcheck.model.report import ReportClaim, ReportValue
from factcheck.model.setting import Dating
from factcheck.model.value import Value
from factcheck.packs.rulebook import RuleBook
from factcheck.resolution import Book, date_article, national_names, resolve
from factcheck.stories import terms_of
from factcheck.text.lines import LineIndex

ENGLISH = frozenset({"", "en", "eng"})
TOGETHER = 16  # articles that pass through each stage before the next
SURROUNDINGS = 400  # characters of the sentence before a claim's and of the one behind it


def is_english(article: Article) -> bool:
    """Nothing says that the article is in another language."""
    return (article.language or "").lower()[:3].rstrip("-_") in ENGLISH


class Outliner:
    """Rules made ready to read articles by. `with_credit`: the agency that a text credits is looked for, which few runs need."""

    def __init__(self, rules: RuleBook, extractor: Extractor | None = None, with_credit: bool = False) -> None:
        self._extractor, self._book, self._with_credit = extractor or Extractor(rules), Book(rules), with_credit

    def outline(self, article: Article) -> Outline:
        """What is kept of the article."""
        return next(self.outlines((article,)))

    def outlines(self, articles: Sequence[Article]) -> Iterator[Outline]:
        """What is kept of each article, in their order. Some are read together, which is faster than one by one; nothing else hangs on it."""
        for at in range(0, len(articles), TOGETHER):
            yield from self._together(articles[at : at + TOGETHER])

    def _together(self, some: Sequence[Article]) -> list[Outline]:
        """Each stage goes over all of them before the next, so that what it looks things up in stays at hand."""
        book = self._book
        cleaned = [clean(article) for article in some]
        copies = [tuple(sorted(grams(article, segments))) for article, segments in zip(some, cleaned, strict=True)]
        credits = [wire(article) if self._with_credit else None for article in some]
        english = [number for number, article in enumerate(some) if is_english(article)]
        readings = self._extractor.read_all([(some[number], cleaned[number]) for number in english])
        dated = [date_article(reading, book) for reading in readings]
        told = [_unrepeated(resolve(reading, held, dating, book)) for reading, (dating, held) in zip(readings, dated, strict=True)]
        shown = [_shown(claims, reading) for claims, reading in zip(told, readings, strict=True)]
        terms = [terms_of(reading, national_names(held), claims) for reading, (_, held), claims in zip(readings, dated, told, strict=True)]
        bare = [replace(article, text="") for article in some]
        made = [Outline(bare[n], Dating(), (), (), NO_TERMS, copies[n], credits[n], is_read=False) for n in range(len(some))]
        for at, n in enumerate(english):
            made[n] = Outline(bare[n], dated[at][0], told[at], shown[at], terms[at], copies[n], credits[n])
        return made


def _unrepeated(claims: Iterable[Claim]) -> tuple[Claim, ...]:
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
    return tuple(sorted(kept.values(), key=lambda c: (c.field != "text", c.start, c.rule, c.id)))


def _shown(claims: Sequence[Claim], reading: Reading) -> tuple[ReportClaim, ...]:
    if not claims:
        return ()
    article = reading.article
    lines = {field: LineIndex(text) for field, text in (("text", article.text), ("title", article.title or ""))}
    told = [(sentence.start, sentence.end) for sentence in reading.sentences if sentence.field == "text"]
    return tuple(_report_claim(claim, article, lines[claim.field], told) for claim in claims)


def _report_claim(claim: Claim, article: Article, lines: LineIndex, told: Sequence[tuple[int, int]]) -> ReportClaim:
    text = article.text_of(claim.field)
    line, column = lines.position(claim.start)
    before, after = _around(claim, text, told) if claim.field == "text" else ("", "")
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
        before=before,
        after=after,
    )


def _around(claim: Claim, text: str, told: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """The sentence before that of the claim, and the one behind it, as far as `SURROUNDINGS` goes."""
    behind = bisect_left(told, (claim.sentence_end, 0))
    first = bisect_right(told, claim.sentence_start, key=lambda span: span[1])
    before = text[max(told[first - 1][0], told[first - 1][1] - SURROUNDINGS) : told[first - 1][1]] if first else ""
    after = text[told[behind][0] : min(told[behind][1], told[behind][0] + SURROUNDINGS)] if behind < len(told) else ""
    return before, after


def _report_value(value: Value) -> ReportValue:
    def number(of: object) -> str | None:
        return None if of is None else f"{of:f}"

    return ReportValue(value.text, number(value.point), number(value.low), number(value.high), value.unit, value.hedge, value.entity)
