"""The HTML page as a file: its policy, its size, its bytes. What it does in a browser is tested beside this."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.article import Diagnostic
from factcheck.reporters import PagedReporter, Run, View
from factcheck.reporters.html import render
from factcheck.reporters.html.page import compact
from reporters.made import CLAIMS, CONFLICT, REPORT

sys.path.append(str(Path(__file__).parents[2] / "bench"))


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_lets_in_this_script_and_this_style_and_nothing_else() -> None:
    page = render(REPORT)
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    script, style = re.findall(r"<script>(.*?)</script>", page, re.S), re.findall(r"<style>(.*?)</style>", page, re.S)
    assert policy == [
        f"default-src 'none'; script-src 'sha256-{_hash(script[0])}'; style-src 'sha256-{_hash(style[0])}'; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ]
    assert (len(script), len(style), page.index("Content-Security-Policy") < page.index("<style>")) == (1, 1, True)


def test_nothing_in_the_page_carries_style_or_script_of_its_own() -> None:
    markup = re.sub(r"<(script|style).*?</\1>", "", render(REPORT), flags=re.S)
    assert re.findall(r"<[^>]*\s(style|on\w+|src|srcset|action|background)=", markup) == []
    assert "<link" not in markup
    assert "javascript:" not in markup


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(REPORT) == render(REPORT)


def test_it_is_one_page_where_one_holds_everything() -> None:
    assert isinstance(render, PagedReporter)
    assert list(render.pages(REPORT, View(), "out.html")) == ["out.html"]


def test_further_pages_stand_in_a_folder_of_the_same_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.reporters.html.FINDINGS", 2)
    findings = tuple(replace(CONFLICT, id=f"{at:06x}77d0") for at in range(5))
    pages = render.pages(replace(REPORT, findings=findings), View(), "my out.html")
    assert list(pages) == ["my out.html", "my out_files/page-2.html", "my out_files/page-3.html"]
    assert re.findall(r'<a href="([^"]*)">page', pages["my out.html"]) == ["my%20out_files/page-2.html", "my%20out_files/page-3.html"]
    assert re.findall(r'<a href="([^"]*)">page', pages["my out_files/page-2.html"]) == ["../my%20out.html", "./page-3.html"]


def test_on_standard_output_a_page_says_that_there_are_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.reporters.html.FINDINGS", 1)
    assert "Findings 1 to 1 of 3, gravest first. The others are on further pages" in render(REPORT)


def test_a_thousand_findings_stay_under_three_megabytes() -> None:
    from bench_html import many

    pages = render.pages(many(1_000), View(), "out.html")
    assert [len(text.encode()) < 3_000_000 for text in pages.values()] == [True]


def test_no_page_grows_over_three_megabytes_whatever_the_articles_say() -> None:
    long = "<&>\"'" * 400
    claims = tuple(replace(c, sentence=long, text=long, start=100, before=long, after=long) for c in CLAIMS)
    findings = tuple(replace(CONFLICT, id=f"{at:06x}77d0", subject=long, explanation=long) for at in range(400))
    pages = render.pages(replace(REPORT, claims=claims, findings=findings), View(), "out.html")
    assert len(pages) > 1
    assert max(len(text.encode()) for text in pages.values()) < 3_000_000


def test_no_more_than_a_few_hundred_inputs_are_listed() -> None:
    articles = tuple(replace(REPORT.articles[0], id=f"x{at}", path=f"news/x{at}.txt") for at in range(1_000))
    page = render(replace(REPORT, articles=(*REPORT.articles, *articles)))
    assert "Inputs read: 1003 inputs" in page
    assert "and 703 more" in page


class _Seen(HTMLParser):
    """Which elements a page has, with which attributes, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]


MEAN = st.text(
    st.one_of(st.sampled_from("<>/\"'`=&;:!-[]{}%#\u202e\u2028\x00\x1b\r\n scriptonload"), st.characters(codec="utf-8")), min_size=1, max_size=40
)
PLAIN = _Seen(render(REPORT, View(run=Run("1", ("x",), (("x", "1"),), (("x", "y", "z"),), 1, "why"))))


@settings(max_examples=60, deadline=None)
@given(MEAN)
def test_no_text_of_an_article_makes_an_element_an_attribute_or_a_link(said: str) -> None:
    claims = tuple(replace(c, sentence=said, text=said, start=100, before=said, after=said, speaker=said, subject=said) for c in CLAIMS)
    values = tuple(replace(value, display=said) for value in CONFLICT.values)
    finding = replace(CONFLICT, subject=said, attribute=said, qualifiers={said: said}, values=values, explanation=said, question=said)
    articles = tuple(replace(a, title=said, publisher=said, path=said, url=said, language=said, origin=said) for a in REPORT.articles)
    diagnostics = (Diagnostic("error", said, None, said), Diagnostic("warning", said, 1, said))
    run = Run(said, (said,), ((said, said),), ((said, said, said),), 1, said)
    seen = _Seen(render(replace(REPORT, articles=articles, claims=claims, findings=(finding,), diagnostics=diagnostics), View(run=run)))
    assert seen.tags <= PLAIN.tags | {"a", "section"}
    assert seen.attributes <= PLAIN.attributes | {"href", "rel"}
    assert all(link.startswith(("#f-", "https://", "http://")) for link in seen.links)


def test_what_turns_text_round_is_written_out_in_the_header_too() -> None:
    turned = "\u202egnp"
    run = Run("1", (turned,), ((turned, turned),), ((turned, turned, turned),), 1, turned)
    page = render(REPORT, View(run=run))
    assert (page.count("\\u202egnp"), turned in page) == (7, False)


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_data_in_a_page_cannot_end_it(text: str) -> None:
    assert not re.search("[<>&\u2028\u2029]", compact({"text": text}))


def test_a_finding_whose_words_are_not_to_be_seen_has_a_row() -> None:
    unseen = replace(CONFLICT, subject="\xad", attribute="\xad", values=tuple(replace(value, display="\xad") for value in CONFLICT.values))
    assert "<h1" in render(replace(REPORT, findings=(unseen,)), View(run=Run("1", ("x",), (("x", "1"),), (("x", "y", "z"),), 1, "why")))
