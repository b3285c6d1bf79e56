"""Findings as compact data that a page is drawn from: by its script, or by the template where scripts are off.

A report goes in; plain lists and dicts of cleaned text come out, with short keys, as a page holds a thousand of them:

source  n name, d when, w how that is known, t title, p path, u link, g language, o origin
card    i id, s short id, v verdict, r reason, g severity, k status, a attribute, b subject, q qualifiers, x explanation, z question,
        w waiver, n articles, y values, l relations, t timeline
value   d shown as, o origins, n articles, s sources, e evidence
evidence  s source, p place behind its path, b before, q [before the span, the span, behind it], f after, m said how, y why rows
relation  [left, right, verdict, reason, explanation, near miss, would flip]
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from factcheck.model.finding import GRAVITY, DistinctValue, Finding, Relation
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.reporters.derivation import dated, speaks_of
from factcheck.reporters.html.timeline import timeline
from factcheck.reporters.quote import from_a_word, quote, to_a_word
from factcheck.reporters.summary import WOULD_FLIP, articles_by_id, claims_by_id, explanation, question, short_ids
from factcheck.reporters.terminal import clean, crop
from factcheck.reporters.wording import interval_of, number, place, source, unit_name

WHY_ROWS = ("text", "value", "interval", "speaks of", "scope", "modality", "rule")
VALUES = 8  # values that a card quotes
QUOTES = 2  # quotes of a value; the other sources are named
SOURCES = 40  # sources that are named of a value
RELATIONS = 6  # pairs of values that a card derives, gravest first
SENTENCE, AROUND, TEXT = 420, 180, 600  # characters of a sentence, of one around it, and of any other text

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_LINK = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20]+")

Data = dict[str, Any]


class Cards:
    """Cards of a report, and the sources that they name by number."""

    def __init__(self, report: Report) -> None:
        self.claims, self.articles = claims_by_id(report), articles_by_id(report)
        self.short = short_ids(report.findings)
        origins: dict[str, int] = {}
        for article in report.articles:
            origins[article.origin] = origins.get(article.origin, 0) + 1
        self._copies = {origin for origin, number in origins.items() if number > 1}
        self.sources: list[Data] = []
        self._number_by_article: dict[str, int] = {}

    def forget(self) -> None:
        """Begin with new sources: those of the next page."""
        self.sources = []
        self._number_by_article = {}

    def source(self, name: str) -> int:
        """The number of an article among `sources`."""
        if name not in self._number_by_article:
            self._number_by_article[name] = len(self.sources)
            self.sources.append(_source(name, self.articles.get(name), self._copies))
        return self._number_by_article[name]

    def card(self, finding: Finding) -> Data:
        """A finding as data; what is empty is left out."""
        is_settled = finding.verdict in ("agree", "compatible", "not_comparable")
        relations = sorted(finding.relations, key=lambda r: (GRAVITY.index(r.verdict), r.left, r.right))
        waiver = finding.waiver
        return _full(
            {
                "i": finding.id,
                "s": self.short[finding.id],
                "v": finding.verdict,
                "r": finding.reason,
                "g": finding.severity,
                "k": finding.status,
                "a": _text(finding.attribute),
                "b": _text(finding.subject),
                "q": _text(_pairs(finding.qualifiers)),
                "x": _text(explanation(finding)),
                "z": _text(question(finding)) if not is_settled else "",
                "w": _text(f"{waiver.reason} ({waiver.owner}{f', until {waiver.until}' if waiver.until else ''})") if waiver else "",
                "n": len({article for value in finding.values for article in value.articles}),
                "y": [self._value(value, is_settled) for value in finding.values[:VALUES]],
                "m": max(0, len(finding.values) - VALUES) or None,
                "l": [_relation(relation) for relation in relations if relation.left < VALUES and relation.right < VALUES][:RELATIONS],
                "t": timeline(finding, self.claims, self.articles, self.source),
            }
        )

    def _value(self, value: DistinctValue, is_settled: bool) -> Data:
        claims = [self.claims[name] for name in value.claims if name in self.claims]
        quoted: list[ReportClaim] = []
        for claim in claims:  # what copies of one text say is quoted once
            if len(quoted) < QUOTES and self._origin(claim) not in map(self._origin, quoted):
                quoted.append(claim)
        return _full(
            {
                "d": _text(value.display),
                "o": value.origins,
                "n": len(value.articles),
                "s": [self.source(name) for name in value.articles[:SOURCES]],
                "e": [self._evidence(claim, number == 0, is_settled) for number, claim in enumerate(quoted)],
            }
        )

    def _origin(self, claim: ReportClaim) -> str:
        article = self.articles.get(claim.article)
        return article.origin if article else claim.article

    def _evidence(self, claim: ReportClaim, is_first: bool, is_settled: bool) -> Data:
        article = self.articles.get(claim.article)
        words = quote(claim, SENTENCE)
        said = f"quoting {claim.speaker}" if claim.speaker else ""
        said += f" [{claim.modality}]" if claim.modality != "asserted" else ""
        return _full(
            {
                "s": self.source(claim.article),
                "p": _text(place(claim, article).removeprefix(article.path if article and article.path else claim.article)),
                "b": "" if is_settled else from_a_word(clean(claim.before), AROUND),
                "q": [words.before, words.marked, words.after],
                "f": "" if is_settled else to_a_word(clean(claim.after), AROUND),
                "m": _text(said.strip()),
                "y": [_text(row) for row in _why(claim, article)] if is_first else None,
            }
        )


def _why(claim: ReportClaim, article: ReportArticle | None) -> tuple[str, ...]:
    """What was read in a claim, a text for each of `WHY_ROWS`."""
    value = claim.value
    one = value.point == "1"
    read = f"{number(value.point)}{unit_name(value.unit, one)}, hedge {value.hedge}" if value.point is not None else value.entity or ""
    said = f"{claim.modality}, said by {claim.speaker}" if claim.speaker else claim.modality
    return (f'"{value.text}"', read, interval_of(value), speaks_of(claim, article), _pairs(claim.qualifiers) or "none stated", said, claim.rule)


def _source(name: str, article: ReportArticle | None, copies: set[str]) -> Data:
    if article is None:
        return {"n": _text(name), "d": "not in this report", "p": "", "o": ""}
    url = article.url or ""
    language = article.language or ""
    return _full(
        {
            "n": _text(article.publisher or article.title or article.id),
            "d": _text(source(article).removeprefix(f"{article.publisher}, ")),
            "w": _text(dated(article)),
            "t": _text(article.title or ""),
            "p": _text(article.path or article.id),
            "u": url if _LINK.fullmatch(url) and len(url) <= 2_000 else "",
            "g": language if _LANGUAGE.fullmatch(language) and language != "en" else "",
            "o": _text(article.origin) if article.origin in copies else "",
        }
    )


def _relation(relation: Relation) -> list[Any]:
    flips = relation.flips if relation.verdict not in ("agree", "compatible") else ""
    asked = flips if flips.endswith("?") else f"{WOULD_FLIP.get(relation.verdict, 'Would flip if')}: {flips.rstrip('.')}" if flips else ""
    return [relation.left, relation.right, relation.verdict, relation.reason, _text(relation.explanation), int(relation.near_miss), _text(asked)]


def _pairs(qualifiers: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in sorted(qualifiers.items()))


def _text(text: str) -> str:
    return crop(clean(text[: 2 * TEXT]), TEXT)


def _full(data: Data) -> Data:
    """Without what is empty; a zero stays, as it may be the number of a source."""
    return {name: value for name, value in data.items() if value not in ("", None, [])}
