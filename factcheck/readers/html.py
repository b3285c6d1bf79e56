"""`.html`: the main text of a web page, through trafilatura (imported on use), with the metadata that the page states.

Dates are read here, from the places where a page states when it was published: guessing one from anything else on
the page (a copyright line, a sidebar) would misdate every claim, and trafilatura's guess depends on today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from factcheck.model.article import Article, Diagnostic
from factcheck.readers.decode import normalize_line_ends, read_text
from factcheck.readers.record import build_article, file_id, parse_published

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_META_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date.issued", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_ENOUGH_HEAD = 4096  # bytes in which a page must declare its encoding (HTML says 1024)


def read(data: bytes, path: str) -> Iterator[Article | Diagnostic]:
    """The article of a web page. Offsets count in the text that was taken out of it."""
    for part in read_text(data, path, _declared(data)):
        if isinstance(part, Diagnostic):
            yield part
        else:
            yield from _read_page(_XML_DECLARATION.sub("", normalize_line_ends(part), count=1), path)


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_ENOUGH_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _read_page(page: str, path: str) -> Iterator[Article | Diagnostic]:
    # Heavy (a quarter of a second), and of use for this one ending.
    import logging

    import lxml.etree  # type: ignore[import-untyped]
    import trafilatura
    from trafilatura.utils import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say is said in our diagnostics
    tree = load_html(page)
    if tree is None:
        yield Diagnostic("error", path, None, "no HTML document can be made out; expected a web page with an article")
        return
    published = _published(tree)
    try:
        found: Any = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "9999-12-31"},
        )
    except (ValueError, lxml.etree.LxmlError) as error:
        yield Diagnostic("error", path, None, f"the page cannot be taken apart: {error}")
        return
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        yield Diagnostic("error", path, None, "no article text was found on the page; give its text as .txt or .md")
        return
    # Not the language: templates state a wrong one too often, and the text tells it.
    fields = {"title": found.title, "publisher": found.sitename, "author": found.author, "url": _article_url(found.url)}
    if not found.title:
        yield Diagnostic("note", path, None, "the page states no title")
    if published is None:
        yield Diagnostic("note", path, None, "the page does not state when it was published; read as undated")
    else:
        fields["published"] = published
    yield from build_article(fields, text, path, None, file_id(path))


def _article_url(url: str | None) -> str | None:
    """The address of one article; pages that state the front page of their site as their own are no versions of each other."""
    try:
        parts = urlsplit(url or "")
    except ValueError:  # "http://[": no address at all
        return None
    return url if parts.path.strip("/") or parts.query else None


def _published(tree: Any) -> str | None:
    """The publication date as stated in metadata, JSON-LD or a marked <time>, in this order."""
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        stated.setdefault(name, (meta.get("content") or "").strip())
    candidates = [stated[name] for name in _META_DATES if name in stated]
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            candidates += _dates_in_json(script.text or "")
    for time in tree.iter("time"):
        if time.get("datetime") and (
            time.get("itemprop") == "datePublished" or time.get("pubdate") is not None or "publish" in (time.get("class") or "")
        ):
            candidates.append(time.get("datetime").strip())
    return next((candidate for candidate in candidates if _is_date(parse_published(candidate))), None)


def _dates_in_json(script: str) -> list[str]:
    try:
        waiting: list[object] = [json.loads(script)]
    except (ValueError, RecursionError):
        return []
    dates: list[str] = []
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                dates.append(item["datePublished"].strip())
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]
    return dates


def _is_date(value: date | datetime | None) -> bool:
    return value is not None
