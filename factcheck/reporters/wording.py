"""How a report's data reads as words: places, dates, intervals, values, counts. English, whatever the locale.

Model objects go in, short plain strings come out; whoever shows them escapes them for its format.
"""

from __future__ import annotations

import re

from factcheck.model.report import Report, ReportArticle, ReportClaim, ReportValue

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_IRREGULAR = {"foot": "feet", "inch": "inches", "percent": "percent"}
_PHRASE = {"=": "", "~": "about ", "<": "up to ", ">": "more than ", "..": ""}


def count(number: int, noun: str) -> str:
    """A number with its noun in the plural where it needs one.

    >>> count(1, "article"), count(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def verdict_name(verdict: str) -> str:
    """A verdict as a heading shows it: `time-dependent`."""
    return verdict.replace("_", "-")


def number(plain: str) -> str:
    """A plain decimal with its digits in groups of three.

    >>> number("60000"), number("-1234.50")
    ('60,000', '-1,234.50')
    """
    whole, point, part = plain.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{point}{part}" if digits.isdecimal() else plain


def unit_name(unit: str | None, one: bool = False) -> str:
    """A unit behind a number, with a space before it; nothing for persons and bare counts."""
    if not unit or unit == "person":
        return ""
    if one or not re.fullmatch(r"[a-z]+", unit):
        return f" {unit}"
    return f" {_IRREGULAR.get(unit, unit if unit.endswith('s') else unit + 's')}"


def interval_of(value: ReportValue) -> str:
    """What numbers a value may stand for: `55,000 to 65,000`, `50,000 and up`; nothing for a name.

    >>> interval_of(ReportValue("around 60,000", "60000", "55000", "65000", "person", "~"))
    '55,000 to 65,000'
    """
    low, high = value.low, value.high
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        same = low == high
        return f"exactly {number(low)}{unit_name(value.unit, low == '1')}" if same else f"{number(low)} to {number(high)}{unit_name(value.unit)}"
    return f"{number(low)}{unit_name(value.unit)} and up" if low is not None else f"{number(high or '')}{unit_name(value.unit)} at most"


def reading_of(value: ReportValue, display: str) -> str:
    """How a value was read: `about 60,000: 55,000 to 65,000`, `exactly 85 minutes`, or the name that it stands for."""
    interval = interval_of(value)
    if not interval or value.point is None or value.low == value.high:
        return interval or display
    return f"{_PHRASE.get(value.hedge, '')}{number(value.point)}: {interval}" if value.hedge != ".." else interval


def day(iso: str) -> str:
    """An ISO 8601 date or time, or a month or year, as it is read: `29 Oct 2025`.

    >>> day("2025-10-29"), day("2025-10"), day("2025-10-29T08:00:00+00:00")
    ('29 Oct 2025', 'Oct 2025', '29 Oct 2025')
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", iso)
    if match is None or not 0 < int(match[2] or 1) < 13:
        return iso
    year, month, date = match.groups()
    return " ".join(part for part in (str(int(date)) if date else "", _MONTHS[int(month) - 1] if month else "", year) if part)


def times(edtf: str) -> str:
    """An EDTF interval as it is read.

    >>> times("2025-10-21/2025-11-05"), times("2025-10-21/.."), times("../2025")
    ('21 Oct 2025 to 5 Nov 2025', 'from 21 Oct 2025', 'until 2025')
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return f"about {day(first[:-1])}" if first.endswith("~") else day(first)
    if first == "..":
        return f"until {day(last)}"
    return f"from {day(first)}" if last == ".." else f"{day(first)} to {day(last)}"


def place(claim: ReportClaim, article: ReportArticle | None) -> str:
    """Where a claim stands: `path:line:column`, lines as in the text of the article; `path:7 (title)` for a title."""
    path = article.path if article and article.path else claim.article
    if article and article.line:  # a row of a file: the line in the file finds it, the rest counts in its text
        return f"{path}:{article.line} ({claim.article}{' title' if claim.field == 'title' else f':{claim.line}:{claim.column}'})"
    return f"{path} (title)" if claim.field == "title" else f"{path}:{claim.line}:{claim.column}"


def told(claim: ReportClaim, article: ReportArticle | None) -> str:
    """Who printed a claim and when, whom it quotes, and how it says it where it does not assert it.

    `One Daily, 29 Oct 2025, quoting the ministry [forecast]`
    """
    quoting = f"quoting {claim.speaker}" if claim.speaker else ""
    modality = f" [{claim.modality}]" if claim.modality != "asserted" else ""
    return (", ".join(part for part in (source(article), quoting) if part) + modality).lstrip()


def unread(report: Report) -> list[str]:
    """The inputs that could not be read, sorted; those of which something was read are marked so."""
    read = {article.path for article in report.articles}
    return [f"{path} (in part)" if path in read else path for path in sorted({d.path for d in report.diagnostics if d.severity == "error"})]


def source(article: ReportArticle | None) -> str:
    """Who printed an article, and when, as far as it is known."""
    if article is None:
        return ""
    when = day(article.published) if article.published else f"written {times(article.written)}" if article.written else "undated"
    return f"{article.publisher}, {when}" if article.publisher else when


def not_compared(report: Report) -> str:
    """How many pairs were not compared, and why; empty where there is none."""
    total = sum(report.not_compared.values())
    if not total:
        return ""
    reasons = ", ".join(f"{reason} {number}" for reason, number in sorted(report.not_compared.items()))
    return f"{count(total, 'pair')} not comparable ({reasons})"
