"""The report, schema `factcheck-report/1`, in the shape of its JSON. Numbers are strings in plain decimal, times are EDTF."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.model.article import Diagnostic
from factcheck.model.finding import Finding

SCHEMA = "factcheck-report/1"


@dataclass(frozen=True, slots=True)
class ReportArticle:
    """An article as the report lists it. `written` is the interval in which it was written, with its reasons.

    `language` is what the input says or the reader saw, None where neither does. `recorded` is when an earlier batch brought the
    article into the store (ISO 8601, UTC), None for one that this run read.
    """

    id: str
    path: str
    title: str | None
    publisher: str | None
    published: str | None
    written: str | None
    written_because: tuple[str, ...]
    origin: str
    story: str | None
    url: str | None = None
    line: int | None = None
    language: str | None = None
    recorded: str | None = None


@dataclass(frozen=True, slots=True)
class ReportValue:
    """A value: `text` as written; numbers in plain decimal, None where there is none or it is unbounded."""

    text: str
    point: str | None
    low: str | None
    high: str | None
    unit: str | None
    hedge: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """A claim with its evidence: `start`, `end` in code points of `field`; `line`, `column` 1-based; `file_line` the line in the file.

    `before` and `after` are the sentences around its sentence, for claims that stand in a finding; a report never holds whole articles.
    """

    id: str
    article: str
    kind: str
    subject: str
    attribute: str
    qualifiers: dict[str, str]
    modality: str
    speaker: str | None
    valid: str | None
    value: ReportValue
    text: str
    field: str
    start: int
    end: int
    line: int
    column: int
    sentence: str
    rule: str
    file_line: int | None = None
    subject_id: str = ""
    valid_because: str = ""
    sentence_start: int = 0
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What one run says of its articles. `not_compared` counts pairs that were judged not comparable, by reason."""

    articles: tuple[ReportArticle, ...]
    claims: tuple[ReportClaim, ...]
    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]
    not_compared: dict[str, int] = field(default_factory=dict)
    schema: str = SCHEMA
