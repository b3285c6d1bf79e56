"""`--output-format html`: one file to read, filter and decide in, by anyone with a browser and no network.

Header (what was run, read and not read, why it ended so), a card a finding with its quotes, "why" and timeline, a matrix of sources and
subjects, facets, and decisions that are downloaded as `decisions.json`. Cards are drawn from compact data as they are needed; a
page holds `FINDINGS` findings and `BYTES` of data at most, gravest first, and the rest goes into further pages in a folder beside the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from factcheck.model.decision import CHOICES
from factcheck.model.finding import GRAVITY, REASONS
from factcheck.model.report import Report
from factcheck.reporters import Run, View
from factcheck.reporters.html import page
from factcheck.reporters.html.cards import VALUES, WHY_ROWS, Cards, Data
from factcheck.reporters.html.matrix import matrix
from factcheck.reporters.html.timeline import WIDTH, letter
from factcheck.reporters.quote import quote
from factcheck.reporters.summary import articles_by_id, claim_totals, in_order, totals
from factcheck.reporters.terminal import clean, crop
from factcheck.reporters.wording import count, place, unread, verdict_name

FINDINGS = 1_000  # of a page
BYTES = 2_640_000  # of the data and the table of a page, so that the whole of it stays under 3 MB
STATIC_BYTES = 80_000  # of data whose cards are drawn without scripts too, gravest first; as markup they take three times as much
ROW = 300  # bytes of markup of a row of that table, without what it says
FILES = 300  # inputs that a header lists
CLAIMS = 5_000  # rows of a page of claims
_SIGNS = {
    "conflict": "\u2260",
    "disputed": "\u21c4",
    "time_dependent": "\u21bb",
    "undetermined": "?",
    "not_comparable": "\u2225",
    "compatible": "\u2248",
    "agree": "=",
}
_TOLD = {
    "numbers": "Values over time: each point is a figure, with a bar for the interval that it stands for.",
    "bands": "Who or what is named over time: a band for each, from its first to its last claim.",
}
_LABELS = {"real": "Real", "not": "Not one", "scope": "Scope differs", "waived": "Waive", "deferred": "Defer"}


@dataclass(slots=True)
class _Page:
    cards: list[Data]
    data: list[str]
    sources: list[Data]
    size: int = 0


class HtmlReporter:
    """The report as one page, or as a page and a folder of further ones."""

    def __call__(self, report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
        """The first page; where there are more, it says so."""
        return self._texts(report, view, None)[0]

    def pages(self, report: Report, view: View, name: str) -> dict[str, str]:
        """The file `name`, and `<name>_files/page-2.html` and so on where one page cannot hold all findings."""
        return dict(zip(_names(name, 10**6), self._texts(report, view, name), strict=False))

    def _texts(self, report: Report, view: View, name: str | None) -> list[str]:
        header = _header(report, view)
        if view.shows == "claims":
            return [page.render({**header, **_claims(report)}, "")]
        made = _pages(report)
        names = _names(name, len(made)) if name is not None else []
        return [page.render({**header, **_links(made, number, names), **_values(one, report)}, _data(one)) for number, one in enumerate(made)]


render = HtmlReporter()


def _names(name: str, number: int) -> list[str]:
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return [name, *(f"{stem}_files/page-{at}.html" for at in range(2, min(number, 10_000) + 1))]


def _pages(report: Report) -> list[_Page]:
    """The findings, gravest first, cut into pages; each page names its own sources."""
    made: list[_Page] = []
    cards = Cards(report)
    for finding in in_order(report.findings):
        card = cards.card(finding)
        text = page.compact(card)
        known = len(made[-1].sources) if made else 0
        size = _size(card, text, cards.sources[known:])
        if not made or len(made[-1].cards) >= FINDINGS or made[-1].size + size > BYTES:
            cards.forget()
            card = cards.card(finding)
            text = page.compact(card)
            made.append(_Page([], [], cards.sources))
            size = _size(card, text, cards.sources)
        made[-1].cards.append(card)
        made[-1].data.append(text)
        made[-1].size += size
    return made or [_Page([], [], [])]


def _size(card: Data, text: str, sources: Sequence[Data]) -> int:
    """Bytes that a card takes: its data, its row in the table, and the sources that it names first."""
    shown = (card.get("a", ""), card.get("b", ""), *(value.get("d", "") for value in card["y"]))
    row = ROW + sum(len(escape(said).encode("utf-8", "replace")) for said in shown)
    return row + sum(len(part.encode("utf-8", "replace")) for part in (text, *map(page.compact, sources)))


def _data(one: _Page) -> str:
    cards = ",\n".join(one.data)
    reasons = {relation[3] for card in one.cards for relation in card.get("l", ())}
    head = {
        "schema": "factcheck-html/1",
        "key": hashlib.sha256(cards.encode("utf-8", "replace")).hexdigest()[:16],
        "width": WIDTH,
        "why": WHY_ROWS,
        "told": _TOLD,
        "names": {verdict: verdict_name(verdict) for verdict in GRAVITY},
        "signs": _SIGNS,
        "reasons": {name: REASONS[name][1] for name in sorted(reasons) if name in REASONS},
        "choices": [[name, _LABELS[name], key, meaning] for name, (key, meaning) in CHOICES.items()],
        "sources": one.sources,
    }
    return f'{page.compact(head)[:-1]},\n"cards":[\n{cards}]}}'


def _values(one: _Page, report: Report) -> dict[str, Any]:
    """What the template draws for whom scripts are off: all findings in a table, the gravest as cards."""
    full, size = 0, 0
    for text in one.data:
        size += len(text)
        if size > STATIC_BYTES and full:
            break
        full += 1
    return {
        "claims": None,
        "cards": one.cards,
        "full": full,
        "sources": one.sources,
        "matrix": matrix(one.cards, one.sources),
        "signs": _SIGNS,
        "names": {verdict: verdict_name(verdict) for verdict in GRAVITY},
        "letters": [letter(at) for at in range(VALUES)],
        "reasons": {name: meaning for name, (_, meaning) in REASONS.items()},
        "why_rows": WHY_ROWS,
        "told_of": _TOLD,
        "width": WIDTH,
    }


def _links(made: Sequence[_Page], number: int, names: Sequence[str]) -> dict[str, Any]:
    if len(made) == 1:
        return {"page_links": [], "page_told": ""}
    before = sum(len(one.cards) for one in made[:number])
    total = sum(len(one.cards) for one in made)
    told = f"Findings {before + 1:,} to {before + len(made[number].cards):,} of {total:,}, gravest first."
    if not names:
        return {"page_links": [], "page_told": f"{told} The others are on further pages, which a file (-o FILE) has beside it."}
    up = "../" if number else ""
    links = [
        (at + 1, "" if at == number else _link(f"{up}{other}" if at == 0 or not up else other.rsplit("/", 1)[1])) for at, other in enumerate(names)
    ]
    return {"page_links": links, "page_told": told}


def _link(path: str) -> str:
    from urllib.parse import quote as escaped

    return escaped(path) if "/" in path else f"./{escaped(path)}"


def _header(report: Report, view: View) -> dict[str, Any]:
    lines = [claim_totals(report)] if view.shows == "claims" else totals(report)
    lost = unread(report)
    errors: dict[str, str] = {}
    for found in report.diagnostics:
        if found.severity == "error":
            errors.setdefault(found.path, found.message)
    told = [f"{found.path}{f':{found.line}' if found.line else ''}: {found.severity}: {found.message}" for found in report.diagnostics]
    read = [f"{article.path or article.id}{f':{article.line}' if article.line else ''}" for article in report.articles]
    why = [f"{path}: {errors.get(path.removesuffix(' (in part)'), '')}" for path in lost]
    return {
        "title": f"factcheck: {crop(clean(lines[-1]), 120)}",
        "heading": "What the articles claim" if view.shows == "claims" else "Where the sources stand",
        "totals": [clean(line) for line in lines],
        "run": _cleaned(view.run) if view.run else None,
        "schema": report.schema,
        **_listed("lost", why),
        **_listed("read", read),
        **_listed("told", told),
    }


def _cleaned(run: Run) -> Run:
    """The facts of a run without characters that would turn or hide what stands beside them."""
    paths = tuple(clean(path) for path in run.paths[:FILES]) + (("...",) if len(run.paths) > FILES else ())
    packs = tuple((clean(name), clean(version)) for name, version in run.packs)
    settings = tuple((clean(name), crop(clean(value), 240), clean(place)) for name, value, place in run.settings)
    return replace(run, paths=paths, packs=packs, settings=settings, why=clean(run.why))


def _listed(name: str, lines: Sequence[str]) -> dict[str, Any]:
    more = max(0, len(lines) - FILES)
    return {name: [crop(clean(line[:1_000]), 240) for line in lines[:FILES]], f"{name}_count": count(len(lines), "input"), f"{name}_more": more}


def _claims(report: Report) -> dict[str, Any]:
    articles = articles_by_id(report)
    rows = []
    for claim in report.claims[:CLAIMS]:
        words = quote(claim, 160)
        cells = (place(claim, articles.get(claim.article)), claim.attribute, claim.subject, claim.value.text, claim.modality)
        rows.append([*(crop(clean(cell), 200) for cell in cells), (words.before, words.marked, words.after)])
    return {"claims": rows, "claims_more": max(0, len(report.claims) - CLAIMS), "page_links": [], "page_told": ""}
