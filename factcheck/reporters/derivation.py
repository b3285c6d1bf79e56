"""How a finding came about, step by step: for `factcheck explain`.

A finding and its report go in, text for a terminal comes out. Everything shown is in the report, so a report that was
kept explains itself without the articles.
"""

from __future__ import annotations

import textwrap

from factcheck.model.finding import GRAVITY, REASONS, DistinctValue, Finding, Relation
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.reporters import View
from factcheck.reporters.quote import quote_lines
from factcheck.reporters.summary import VALUES, articles_by_id, claims_by_id, status_name
from factcheck.reporters.terminal import clean, paint
from factcheck.reporters.wording import count, interval_of, number, place, reading_of, times, told, unit_name, verdict_name

LABEL = 11  # columns of a label and the space behind it
CLAIMS = 4  # claims of a value that are derived in full
RELATIONS = 10  # pairs of values that are derived, gravest first
_SIDES = ("left", "right")  # steps on one side say what the rows on its claim say


def derive(finding: Finding, report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The derivation: each value with its claims, then each pair of values with its verdict and what would flip it."""
    claims, articles = claims_by_id(report), articles_by_id(report)
    verdict = paint(f"{verdict_name(finding.verdict)} ({finding.reason})", finding.verdict, view.has_color)
    parts = [
        [
            paint(f"{clean(finding.attribute)}  {clean(finding.subject)}", "bold", view.has_color),
            f"{verdict}, severity {finding.severity}, finding {finding.id}",
        ]
    ]
    parts[0] += _wrapped("", finding.explanation, view, "")
    if status := status_name(finding):
        why = f", by {finding.waiver.owner}: {finding.waiver.reason}" if finding.waiver is not None else ""
        parts[0] += _row("status", f"{status}{why}", view)
    scope = _pairs(finding.qualifiers)
    if scope:
        parts[0] += _row("scope", scope, view)
    shown: set[str] = set()
    values = finding.values if view.is_verbose else finding.values[:VALUES]
    for number_of_value, value in enumerate(values, 1):
        parts.append([paint(f"Value {number_of_value}: {clean(value.display)}", "bold", view.has_color) + _support(value)])
        known = [claims[name] for name in value.claims if name in claims]
        for claim in known[:CLAIMS]:
            parts.append(_claim(claim, articles.get(claim.article), value.display, claim.article in shown, view))
            shown.add(claim.article)
        if len(known) > CLAIMS:
            parts.append([f"  ... and {count(len(known) - CLAIMS, 'more claim')}"])
    relations = sorted(finding.relations, key=lambda r: (GRAVITY.index(r.verdict), r.left, r.right))
    if len(finding.values) > len(values):
        parts.append([f"... and {count(len(finding.values) - len(values), 'more value')}; -v shows all"])
    shown_relations = relations if view.is_verbose else relations[:RELATIONS]
    parts += [_relation(relation, finding, view) for relation in shown_relations]
    if len(relations) > len(shown_relations):
        parts.append([f"... and {count(len(relations) - len(shown_relations), 'more pair')} of values; -v shows all"])
    if finding.question.endswith("?"):
        parts.append(_wrapped("To ask: ", finding.question, view, ""))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _support(value: DistinctValue) -> str:
    return f"  ({count(len(value.articles), 'article')}, {count(value.origins, 'origin')})"


def _claim(claim: ReportClaim, article: ReportArticle | None, display: str, is_dated_above: bool, view: View) -> list[str]:
    lines = [f"  {clean(place(claim, article))}    {clean(told(claim, article))}".rstrip()]
    lines += quote_lines(claim, reading_of(claim.value, display), view.width, view.has_color)
    value = claim.value
    lines += _row("text", f'"{value.text}"', view)
    if value.point is not None:
        lines += _row("value", f"{number(value.point)}{unit_name(value.unit, value.point == '1')}, hedge {value.hedge}", view)
    elif value.entity:
        lines += _row("value", value.entity, view)
    if interval := interval_of(value):
        lines += _row("interval", interval, view)
    lines += _row("dated", f"{when(article)}, as above" if is_dated_above else dated(article), view)
    lines += _row("speaks of", speaks_of(claim, article), view)
    lines += _row("scope", _pairs(claim.qualifiers) or "none stated", view)
    said = f"{claim.modality}, said by {claim.speaker}" if claim.speaker else claim.modality
    return lines + _row("modality", said, view) + _row("rule", f"{claim.rule} (claim {claim.id})", view)


def when(article: ReportArticle | None) -> str:
    """When an article was published, and written where that is another time."""
    if article is None:
        return "unknown"
    parts = [f"published {times(article.published)}"] if article.published else []
    if article.written and article.written != (article.published or "")[:10]:
        parts.append(f"written {times(article.written)}")
    return ", ".join(parts) or "undated"


def dated(article: ReportArticle | None) -> str:
    """When an article was published or written, and how that is known."""
    known = [why for why in article.written_because if why != f"published {(article.published or '')[:10]}"] if article else []
    because = "; ".join(known)
    return f"{when(article)}{f': {because}' if because else ''}"


def speaks_of(claim: ReportClaim, article: ReportArticle | None) -> str:
    """What time a claim speaks of, and how that is known."""
    if not claim.valid:
        return "no time stated"
    from_article = article is not None and claim.valid_because == "; ".join(article.written_because)
    because = "when its article was written" if from_article else claim.valid_because
    return f"{times(claim.valid)}{f' ({because})' if because else ''}"


def _relation(relation: Relation, finding: Finding, view: View) -> list[str]:
    left, right = (clean(finding.values[at].display) for at in (relation.left, relation.right))
    verdict = paint(f"{verdict_name(relation.verdict)} ({relation.reason})", relation.verdict, view.has_color)
    lines = [paint(f"{left}  against  {right}", "bold", view.has_color), f"  {verdict}{', a near miss' if relation.near_miss else ''}"]
    steps = [s for s in relation.steps if not s.startswith(_SIDES) and s != f"ask: {finding.question}"]
    for step in steps if relation.steps else [relation.explanation]:
        label, colon, text = step.partition(": ")
        lines += _row(label, text, view) if colon and len(label) < LABEL else _wrapped("  ", step, view, "    ")
    lines += _row("because", REASONS[relation.reason][1], view) if relation.reason in REASONS else []
    is_told = any(step.startswith(("would flip", "ask")) for step in relation.steps)
    return lines + (_row("would flip", relation.flips, view) if relation.flips and not is_told else [])


def _pairs(qualifiers: dict[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in sorted(qualifiers.items()))


def _row(label: str, text: str, view: View) -> list[str]:
    return _wrapped(f"  {label:<{LABEL}}", text, view, " " * (LABEL + 2))


def _wrapped(head: str, text: str, view: View, indent: str) -> list[str]:
    text = clean(text)
    return textwrap.wrap(head + text, view.width, subsequent_indent=indent, drop_whitespace=True, break_on_hyphens=False) or [head.rstrip()]
