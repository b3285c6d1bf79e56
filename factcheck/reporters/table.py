"""`--output-format table`: an overview, a block for each conflict and dispute, what only time changed, and the totals.

For people at a terminal: a fixed order, gravest first, and every quote with file, line and column.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.finding import GRAVITY, Finding
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.reporters import View
from factcheck.reporters.quote import quote_lines
from factcheck.reporters.terminal import clean, columns, crop, pad, paint
from factcheck.reporters.wording import count, not_compared, place, reading_of, source, verdict_name

AGREEMENTS = 20  # lines of agreement that the overview shows
VALUES = 8  # values that a block quotes


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The table of findings with their blocks, or the table of claims."""
    if view.shows == "claims":
        return "\n".join(part for part in (_claims(report, view), claim_totals(report)) if part) + "\n"
    findings = sorted(report.findings, key=lambda f: (GRAVITY.index(f.verdict), f.attribute, f.subject, f.id))
    names = short_ids(findings)
    in_full = [f for f in findings if f.verdict in ("conflict", "disputed")]
    in_short = [f for f in findings if f.verdict == "time_dependent"]
    if view.is_verbose:
        in_full, in_short = [*in_full, *(f for f in findings if f not in in_full and f not in in_short)], in_short
    parts = [_overview(findings, names, view)]
    parts += ["\n".join(_block(finding, names[finding.id], report, view)) for finding in in_full]
    parts += ["\n".join(_short_block(finding, names[finding.id], view)) for finding in in_short]
    parts.append("\n".join(totals(report)))
    return "\n\n".join(part for part in parts if part) + "\n"


def short_ids(findings: Iterable[Finding]) -> dict[str, str]:
    """For each finding's id its shortest beginning of six characters or more that no other shares."""
    ids = sorted({finding.id for finding in findings})
    short: dict[str, str] = {}
    for number, name in enumerate(ids):
        length = 6
        for other in ids[max(0, number - 1) : number + 2]:
            while other != name and length < len(name) and other.startswith(name[:length]):
                length += 1
        short[name] = name[:length]
    return short


def _overview(findings: list[Finding], names: dict[str, str], view: View) -> str:
    agreeing = [f for f in findings if f.verdict in ("agree", "compatible")]
    shown = [f for f in findings if f not in agreeing] + agreeing[:AGREEMENTS]
    if not shown:
        return "No two claims were about one thing, so nothing was compared."
    rows = [(f, clean(f.attribute), clean(f.subject), " | ".join(clean(v.display) for v in f.values)) for f in shown]
    room = view.width - 14 - max(columns(attribute) for _, attribute, _, _ in rows) - 8 - max(len(names[f.id]) for f in shown) - 10
    widest, widest_values = max(columns(subject) for _, _, subject, _ in rows), max(columns(values) for _, _, _, values in rows)
    subject_width = min(widest, max(16, room * 45 // 100, room - widest_values))
    table = _tabulate(
        ("verdict", "attribute", "subject", "values", "articles", "finding"),
        [
            (
                paint(verdict_name(f.verdict), f.verdict, view.has_color),
                attribute,
                crop(subject, subject_width),
                crop(values, max(16, room - subject_width)),
                str(len({article for value in f.values for article in value.articles})),
                names[f.id],
            )
            for f, attribute, subject, values in rows
        ],
    )
    left_out = len(agreeing) - AGREEMENTS
    return table + (f"\n... and {count(left_out, 'more agreement')}" if left_out > 0 else "")


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
    right = f"{verdict_name(finding.verdict)}  {name}"
    left = crop(left, view.width - len(right) - 2)
    return f"{paint(pad(left, view.width - len(right)), 'bold', view.has_color)}{paint(right, finding.verdict, view.has_color)}"


def _block(finding: Finding, name: str, report: Report, view: View) -> list[str]:
    claims, articles = claims_by_id(report), articles_by_id(report)
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
    lines.append(f"  {clean(finding.explanation)}")
    if finding.verdict in ("conflict", "disputed"):
        lines += [f"  {line}" for line in (origins(finding), question(finding)) if line]
    return lines


def evidence(claim: ReportClaim, article: ReportArticle | None, display: str, view: View) -> list[str]:
    """Where a claim stands, who printed it when, and its sentence with the span marked."""
    where, who = clean(place(claim, article)), clean(source(article))
    head = f"  {where}    {who}" if who else f"  {where}"
    return [head, *quote_lines(claim, reading_of(claim.value, display), view.width, view.has_color)]


def origins(finding: Finding) -> str:
    """How many independent origins stand behind each value."""
    if len(finding.values) < 2:
        return ""
    first, *others = (f"{count(v.origins, 'origin')} {'says' if v.origins == 1 else 'say'} {clean(v.display)}" for v in finding.values[:VALUES])
    return ", ".join([first, *(other.replace(" origins", "").replace(" origin", "") for other in others)]) + "."


def question(finding: Finding) -> str:
    """What would flip the verdict, and what to ask the sources."""
    gravest = [r for r in finding.relations if r.verdict == finding.verdict and r.reason == finding.reason] or list(finding.relations)
    flips = next((r.flips for r in gravest if r.flips), "")
    parts = (f"Would agree if: {clean(flips).rstrip('.')}." if flips else "", clean(finding.question))
    return " ".join(part for part in parts if part)


def _short_block(finding: Finding, name: str, view: View) -> list[str]:
    return [_heading(finding, name, view), f"  {clean(finding.explanation)}"]


def totals(report: Report) -> list[str]:
    """What was read, and how many findings there are of each verdict."""
    undated = sum(article.published is None and article.written is None for article in report.articles)
    dated = sum(article.published is None and article.written is not None for article in report.articles)
    notes = [f"{dated} dated by what it says" if dated == 1 else f"{dated} dated by what they say"] if dated else []
    notes += [f"{undated} undated"] if undated else []
    attributes = len({claim.attribute for claim in report.claims})
    dating = f" ({', '.join(notes)})" if notes else ""
    tally = {v: sum(f.verdict == v for f in report.findings) for v in GRAVITY}
    found = [f"{number} {verdict_name(v)}" for v, number in tally.items() if number]
    pairs = not_compared(report)
    read = f"Checked {count(len(report.articles), 'article')}{dating}"
    lines = [f"{read}, {count(len(report.claims), 'claim')}, {count(attributes, 'attribute')}", "; ".join([*found, *([pairs] if pairs else [])])]
    return [line for line in lines if line]


def claim_totals(report: Report) -> str:
    """What was read, for a report of claims alone."""
    attributes = len({claim.attribute for claim in report.claims})
    return f"\nRead {count(len(report.articles), 'article')}, {count(len(report.claims), 'claim')}, {count(attributes, 'attribute')}"


def _claims(report: Report, view: View) -> str:
    if not report.claims:
        return ""
    articles = articles_by_id(report)
    rows = [(clean(place(c, articles.get(c.article))), clean(c.attribute), clean(c.subject), clean(c.value.text), c.modality) for c in report.claims]
    room = view.width - max(columns(row[0]) for row in rows) - max(columns(row[1]) for row in rows) - max(len(row[4]) for row in rows) - 8
    width = max(16, room // 2)
    return _tabulate(("place", "attribute", "subject", "value", "modality"), [(a, b, crop(c, width), crop(d, width), e) for a, b, c, d, e in rows])


def claims_by_id(report: Report) -> dict[str, ReportClaim]:
    """The claims of a report by id."""
    return {claim.id: claim for claim in report.claims}


def articles_by_id(report: Report) -> dict[str, ReportArticle]:
    """The articles of a report by id."""
    return {article.id: article for article in report.articles}
