"""`--output-format table`: an overview, a block for each conflict and dispute, what only time changed, and the totals.

For people at a terminal: a fixed order, gravest first, and every quote with file, line and column.
"""

from __future__ import annotations

import textwrap

from factcheck.model.finding import Finding
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.reporters import View
from factcheck.reporters.quote import quote_lines
from factcheck.reporters.summary import (
    IN_FULL,
    VALUES,
    articles_by_id,
    claim_totals,
    claims_by_id,
    counts,
    explanation,
    for_overview,
    in_order,
    question,
    short_ids,
    status_name,
    totals,
)
from factcheck.reporters.terminal import clean, columns, crop, pad, paint
from factcheck.reporters.wording import count, place, reading_of, told, verdict_name

CELL = 48  # columns that a subject, or the values, may take where no terminal limits them


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The table of findings with their blocks, or the table of claims."""
    if view.shows == "claims":
        return "\n\n".join(part for part in (_claims(report, view), claim_totals(report)) if part) + "\n"
    names = short_ids(report.findings)
    claims, articles = claims_by_id(report), articles_by_id(report)
    parts = [_overview(report, names, view)]
    for finding in in_order(report.findings):
        if not (view.is_verbose or counts(finding)):
            continue
        if view.is_verbose or finding.verdict in IN_FULL:
            parts.append("\n".join(block(finding, names[finding.id], claims, articles, view)))
        elif finding.verdict == "time_dependent":
            parts.append(f"{_heading(finding, names[finding.id], view)}\n" + "\n".join(paragraph(explanation(finding), view)))
    parts.append("\n".join(totals(report)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _overview(report: Report, names: dict[str, str], view: View) -> str:
    shown, left_out = for_overview(report.findings)
    if not shown:
        return "No two claims were about one thing, so nothing was compared."
    rows = [
        (f, crop(clean(f.attribute), view.width // 5 if view.is_terminal else CELL), clean(f.subject), " | ".join(clean(v.display) for v in f.values))
        for f in shown
    ]
    # tabulate leaves two columns between cells, and makes a cell two wider than its header
    statuses = [status_name(f) for f in shown] if any(f.status for f in shown) else []
    taken = (
        max(9, *(len(f.verdict) for f in shown))
        + (max(8, *map(len, statuses)) + 2 if statuses else 0)
        + max(11, *(columns(row[1]) for row in rows))
        + 10
        + max(len(names[f.id]) for f in shown)
        + 10
    )
    room = view.width - taken if view.is_terminal else 2 * CELL
    widest, widest_values = max(columns(subject) for _, _, subject, _ in rows), max(columns(values) for _, _, _, values in rows)
    subject_width = min(widest, max(10, room * 55 // 100, room - widest_values))
    table = _tabulate(
        ("verdict", *(("status",) if statuses else ()), "attribute", "subject", "values", "articles", "id"),
        [
            (
                paint(verdict_name(f.verdict), f.verdict, view.has_color),
                *((status_name(f),) if statuses else ()),
                attribute,
                crop(subject, subject_width),
                crop(values, max(12, room - subject_width)),
                str(len({article for value in f.values for article in value.articles})),
                names[f.id],
            )
            for f, attribute, subject, values in rows
        ],
    )
    return f"{table}\n{left_out}".rstrip()


def _tabulate(headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    from tabulate import tabulate

    right = "articles"
    table = tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True, colalign=["right" if h == right else "left" for h in headers])
    return "\n".join(line.rstrip() for line in table.split("\n"))


def _heading(finding: Finding, name: str, view: View) -> str:
    left = f"{clean(finding.attribute)}  {clean(finding.subject)}"
    said = finding.subject.casefold()
    narrowed = ", ".join(f"{clean(key)} {clean(value)}" for key, value in sorted(finding.qualifiers.items()) if value.casefold() not in said)
    left += f" ({narrowed})" if narrowed else ""
    right = "  ".join(part for part in (verdict_name(finding.verdict), status_name(finding), name) if part)
    left = crop(left, view.width - len(right) - 2)
    return f"{paint(pad(left, view.width - len(right)), 'bold', view.has_color)}{paint(right, finding.verdict, view.has_color)}"


def block(finding: Finding, name: str, claims: dict[str, ReportClaim], articles: dict[str, ReportArticle], view: View) -> list[str]:
    """A finding with its evidence, explanation and question, line by line."""
    lines = [_heading(finding, name, view)]
    for value in finding.values[:VALUES]:
        quoted = [claims[claim] for claim in value.claims if claim in claims]
        if not quoted:
            continue
        lines += evidence(quoted[0], articles.get(quoted[0].article), value.display, view)
        others = len(set(value.articles) - {quoted[0].article})
        if others:
            lines.append(f"          and {count(others, 'more article')}")
    if len(finding.values) > VALUES:
        lines.append(f"  ... and {count(len(finding.values) - VALUES, 'more value')}")
    lines += paragraph(explanation(finding), view)
    if finding.waiver is not None:
        lines += paragraph(f"Waived by {finding.waiver.owner}: {finding.waiver.reason}", view)
    if finding.verdict in IN_FULL:
        lines += paragraph(question(finding), view)
    return lines


def paragraph(text: str, view: View) -> list[str]:
    """A text that is not of one line, indented and wrapped."""
    return textwrap.wrap(clean(text), view.width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def evidence(claim: ReportClaim, article: ReportArticle | None, display: str, view: View) -> list[str]:
    """Where a claim stands, who printed it when, and its sentence with the span marked."""
    where, who = clean(place(claim, article)), clean(told(claim, article))
    head = f"  {where}    {who}" if who else f"  {where}"
    return [head, *quote_lines(claim, reading_of(claim.value, display), view.width, view.has_color)]


def _claims(report: Report, view: View) -> str:
    if not report.claims:
        return ""
    articles = articles_by_id(report)
    rows = [(clean(place(c, articles.get(c.article))), clean(c.attribute), clean(c.subject), clean(c.value.text), c.modality) for c in report.claims]
    taken = max(columns(row[0]) for row in rows) + max(columns(row[1]) for row in rows) + max(10, *(len(row[4]) for row in rows)) + 8
    room = view.width - taken if view.is_terminal else 2 * CELL
    width = max(16, room // 2)
    return _tabulate(("place", "attribute", "subject", "value", "modality"), [(a, b, crop(c, width), crop(d, width), e) for a, b, c, d, e in rows])
