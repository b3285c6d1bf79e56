"""`--output-format markdown`: for a pull request, a wiki or a mail: an overview, then quotes for conflicts and disputes.

Text of articles is other people's. Quotes stand in code blocks whose fence is longer than any in the text; everything else is
escaped so that it makes no link, image, heading, table cell or HTML; `@` and `#` get a zero-width space behind them,
so that nobody is notified and no issue is linked.
"""

from __future__ import annotations

import re

from factcheck.model.finding import Finding
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.reporters import View
from factcheck.reporters.quote import quote_lines
from factcheck.reporters.summary import (
    IN_FULL,
    VALUES,
    articles_by_id,
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
from factcheck.reporters.terminal import clean
from factcheck.reporters.wording import count, place, reading_of, told, verdict_name

_SPECIAL = re.compile(r"[\\`*\[\]#|~$]|(?<!\w)_|_(?!\w)")
_AT_START = re.compile(r"^(\s*)([-+=])|^(\s*\d+)([.)])(?=\s|$)")
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The document."""
    if view.shows == "claims":
        return _claims(report)
    names = short_ids(report.findings)
    claims, articles = claims_by_id(report), articles_by_id(report)
    parts = ["# Where the sources stand", "  \n".join(escape(line) for line in totals(report))]
    if report.findings:
        parts.append(_overview(report, names))
    for finding in in_order(report.findings):
        if not (view.is_verbose or counts(finding)):
            continue
        if view.is_verbose or finding.verdict in IN_FULL:
            parts.append(_section(finding, names[finding.id], claims, articles, view))
        elif finding.verdict == "time_dependent":
            parts.append(f"{_heading(finding, names[finding.id])}\n\n{escape(explanation(finding))}")
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it stands.

    >>> escape("a|b <b> [x](http://y.z) @you")
    'a\\\\|b &lt;b&gt; \\\\[x\\\\](http&#58;//y.z) @&#8203;you'
    """
    text = clean(text)
    for char, entity in _ENTITIES:
        text = text.replace(char, entity)
    text = _SPECIAL.sub(lambda found: "\\" + found[0], text).replace("@", "@&#8203;").replace("\\#", "\\#&#8203;")
    text = text.replace("://", "&#58;//")
    text = re.sub(r"(?i)(www)\.", r"\1&#46;", text)
    return _AT_START.sub(lambda found: f"{found[1] or found[3] or ''}\\{found[2] or found[4]}", text)


def fenced(lines: list[str]) -> str:
    """A code block that its content cannot end."""
    longest = max((len(run) for line in lines for run in re.findall(r"`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}text", *lines, fence])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _overview(report: Report, names: dict[str, str]) -> str:
    shown, left_out = for_overview(report.findings)
    has_status = any(f.status for f in shown)
    head = ["Verdict", *(["Status"] if has_status else []), "Attribute", "Subject", "Values", "Articles", "Finding"]
    rows = [_row(head), _row(["---:" if name == "Articles" else "---" for name in head])]
    for f in shown:
        values = "; ".join(escape(value.display) for value in f.values)
        number = len({article for value in f.values for article in value.articles})
        status = [status_name(f)] if has_status else []
        rows.append(_row([verdict_name(f.verdict), *status, escape(f.attribute), escape(f.subject), values, str(number), f"`{names[f.id]}`"]))
    return "\n".join(rows) + (f"\n\n{left_out}" if left_out else "")


def _heading(finding: Finding, name: str) -> str:
    status = f", {status_name(finding)}" if finding.status else ""
    return f"## {verdict_name(finding.verdict)}{status}: {escape(finding.attribute)}, {escape(finding.subject)} (`{name}`)"


def _section(finding: Finding, name: str, claims: dict[str, ReportClaim], articles: dict[str, ReportArticle], view: View) -> str:
    parts = [_heading(finding, name), escape(explanation(finding))]
    if finding.waiver is not None:
        parts.append(f"Waived by {escape(finding.waiver.owner)}: {escape(finding.waiver.reason)}")
    for value in finding.values[:VALUES]:
        quoted = [claims[claim] for claim in value.claims if claim in claims]
        if not quoted:
            continue
        article = articles.get(quoted[0].article)
        others = len(set(value.articles) - {quoted[0].article})
        more = f" and {count(others, 'more article')}" if others else ""
        who = " · ".join(part for part in (escape(place(quoted[0], article)), escape(told(quoted[0], article)) + more) if part)
        parts += [f"**{escape(value.display)}** · {who}", fenced(quote_lines(quoted[0], reading_of(quoted[0].value, value.display), view.width))]
    if len(finding.values) > VALUES:
        parts.append(f"... and {count(len(finding.values) - VALUES, 'more value')}")
    parts += [escape(asked)] if finding.verdict in IN_FULL and (asked := question(finding)) else []
    return "\n\n".join(parts)


def _claims(report: Report) -> str:
    articles = articles_by_id(report)
    rows = [_row(["Place", "Attribute", "Subject", "Value", "Modality"]), "| --- | --- | --- | --- | --- |"]
    rows += [
        _row([escape(place(c, articles.get(c.article))), escape(c.attribute), escape(c.subject), escape(c.value.text), escape(c.modality)])
        for c in report.claims
    ]
    return "\n".join(rows) + "\n"
