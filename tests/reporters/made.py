"""Reports made by hand for the reporters: invented articles, every verdict."""

from __future__ import annotations

from factcheck.model.article import Diagnostic
from factcheck.model.finding import DistinctValue, Finding, Relation
from factcheck.model.report import Report, ReportArticle, ReportClaim, ReportValue


def article(name: str, published: str | None = None, publisher: str | None = None, **more: object) -> ReportArticle:
    fields: dict[str, object] = {"title": None, "written": None, "written_because": (), "origin": f"o-{name}", "story": None}
    return ReportArticle(id=name, path=f"news/{name}.txt", published=published, publisher=publisher, **{**fields, **more})  # type: ignore[arg-type]


def claim(name: str, source: str, sentence: str, text: str, value: ReportValue, line: int = 1, **more: object) -> ReportClaim:
    start = sentence.index(text)
    fields: dict[str, object] = {"kind": "count", "subject": "soldiers in Ruritania", "attribute": "stationed_personnel", "qualifiers": {}}
    fields |= {"modality": "asserted", "speaker": None, "valid": None, "field": "text", "rule": "military.stationed_personnel"}
    fields |= {"start": 100 + start, "end": 100 + start + len(text), "column": start + 1, "sentence_start": 100, "text": text}
    return ReportClaim(id=name, article=source, value=value, line=line, sentence=sentence, **{**fields, **more})  # type: ignore[arg-type]


ABOUT_900 = ReportValue("about 900", "900", "850", "950", "person", "~")
EXACT_780 = ReportValue("780", "780", "775", "785", "person", "=")
ARTICLES = (
    article("a", "2031-04-02", "Strelsau Post", title="Garrison counted"),
    article("b", "2031-05-11", "Zenda Wire"),
    article("c", written="2031-05-01/2031-05-20", written_because=('says "the vote on May 21 is ahead"',)),
)
CLAIMS = (
    claim("c1", "a", "The kingdom keeps 780 soldiers in the valley.", "780", EXACT_780, line=3),
    claim("c2", "b", "For now, about 900 soldiers are based in Ruritania.", "about 900", ABOUT_900, line=12),
    claim("c3", "c", "Some 780 of them live there, and 780 is the figure.", "780", EXACT_780, line=7),
)
CONFLICT = Finding(
    id="a91f3c77d0",
    verdict="conflict",
    reason="disjoint_values",
    severity="error",
    subject="soldiers in Ruritania",
    attribute="stationed_personnel",
    qualifiers={"place": "Ruritania"},
    values=(DistinctValue("780", ("c1", "c3"), ("a", "c"), 2), DistinctValue("about 900", ("c2",), ("b",), 1)),
    relations=(
        Relation(0, 1, "conflict", "disjoint_values", "The intervals do not meet (65 apart).", steps=("785 < 850",), flips="one counts reserves"),
    ),
    explanation="The intervals do not meet (65 apart). 2 origins say 780, 1 origin says about 900.",
    question="Reserves included?",
)
SUCCESSION = Finding(
    id="7d02be10aa",
    verdict="time_dependent",
    reason="succession",
    severity="note",
    subject="warden of Zenda",
    attribute="holder",
    qualifiers={},
    values=(DistinctValue("Ada Holm", ("c4",), ("a",), 1), DistinctValue("Bo Lind", ("c5",), ("b",), 1)),
    relations=(Relation(0, 1, "time_dependent", "succession", "Ada Holm until 5 May 2031, then Bo Lind."),),
    explanation="Ada Holm until 5 May 2031, then Bo Lind.",
)
AGREEMENT = Finding(
    id="a91f3e0000",
    verdict="agree",
    reason="same_value",
    severity="none",
    subject="Zenda bridge",
    attribute="length",
    qualifiers={},
    values=(DistinctValue("40 metres", ("c6", "c7"), ("a", "b"), 2),),
    relations=(),
    explanation="Two origins say 40 metres.",
)
REPORT = Report(
    articles=ARTICLES,
    claims=CLAIMS,
    findings=(AGREEMENT, CONFLICT, SUCCESSION),
    diagnostics=(Diagnostic("warning", "news/d.html", None, "no text found"),),
    not_compared={"different_event": 3, "modality": 1},
)
EMPTY = Report(articles=ARTICLES[:1], claims=(), findings=(), diagnostics=())
