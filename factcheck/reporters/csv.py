"""`--output-format csv`: for spreadsheets, one row for each claim of a finding, or for each claim.

Text of articles is other people's: a cell that begins with `=`, `+`, `-`, `@`, or one of these behind spaces, gets an
apostrophe before it, so that no spreadsheet runs it as a formula (plain numbers stay as they are). Control characters
are written out (`\\x1b`), line ends are spaces.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.reporters import View
from factcheck.reporters.terminal import clean

_CLAIM_COLUMNS = (
    "claim",
    "attribute",
    "subject",
    "qualifiers",
    "kind",
    "text",
    "point",
    "low",
    "high",
    "unit",
    "hedge",
    "modality",
    "speaker",
    "valid",
)
_PLACE_COLUMNS = ("article", "publisher", "published", "path", "line", "column", "sentence", "rule")
_FINDING_COLUMNS = ("finding", "verdict", "reason", "severity", "near_miss", "value", "origins")
_LAST_COLUMNS = ("explanation", "question", "status")
_FORMULA = re.compile(r"\s*[-=+@].")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """A header and the rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    articles = {article.id: article for article in report.articles}
    if view.shows == "claims":
        writer.writerow((*_CLAIM_COLUMNS, *_PLACE_COLUMNS))
        rows: Iterable[tuple[object, ...]] = (_claim(claim, articles.get(claim.article)) for claim in report.claims)
    else:
        writer.writerow((*_FINDING_COLUMNS, *_CLAIM_COLUMNS, *_PLACE_COLUMNS, *_LAST_COLUMNS))
        rows = _findings(report, articles)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def cell(value: object) -> str:
    """A cell that no spreadsheet reads as a formula.

    >>> cell("=1+1"), cell("-12.5"), cell(None)
    ("'=1+1", '-12.5', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = clean(str(value))
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _findings(report: Report, articles: dict[str, ReportArticle]) -> Iterator[tuple[object, ...]]:
    claims = {claim.id: claim for claim in report.claims}
    for f in report.findings:
        for value in f.values:
            head = (f.id, f.verdict, f.reason, f.severity, f.near_miss, value.display, value.origins)
            for name in value.claims:
                if claim := claims.get(name):
                    yield (*head, *_claim(claim, articles.get(claim.article)), f.explanation, f.question, f.status)


def _claim(claim: ReportClaim, article: ReportArticle | None) -> tuple[object, ...]:
    qualifiers = "; ".join(f"{name}={value}" for name, value in sorted(claim.qualifiers.items()))
    value = claim.value
    told = (claim.id, claim.attribute, claim.subject, qualifiers, claim.kind, value.text, value.point, value.low, value.high, value.unit, value.hedge)
    publisher, published, path = (article.publisher, article.published, article.path) if article else (None, None, None)
    return (
        *told,
        claim.modality,
        claim.speaker,
        claim.valid,
        claim.article,
        publisher,
        published,
        path,
        claim.file_line or claim.line,
        claim.column,
        claim.sentence,
        claim.rule,
    )
