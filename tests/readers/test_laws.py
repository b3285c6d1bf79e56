"""What no input may do to a reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import registry
from factcheck.cleaning import clean
from factcheck.model.article import Article, Diagnostic
from factcheck.readers import read_inputs

PIECES = st.sampled_from(
    [b'{"text": "a"}', b"---\n", b"title: a\n", b"[", b"]", b",", b'"', b"\n", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"text,id\n",
     b"a,b\n",      b'"text"', b": ", b"\\ud800", b"<html>", b"<p>A ferry sank on Monday.</p>", b"# A\n", "é日".encode(), b"12 died. ",
     b"&amp;", b"null", b"{", b"}"]
)  # fmt: skip
DATA = st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=10).map(b"".join))


@pytest.mark.parametrize("ending", [".txt", ".md", ".json", ".jsonl", ".csv"])
def test_no_bytes_make_a_reader_raise_and_each_input_gets_an_answer(ending: str) -> None:
    read = registry.load("reader", ending)

    @settings(max_examples=150, deadline=None)
    @given(DATA)
    def law(data: bytes) -> None:
        items = list(read(data, f"a{ending}"))
        assert all(isinstance(item, Article | Diagnostic) for item in items)
        articles = [item for item in items if isinstance(item, Article)]
        if not articles:
            assert any(item.severity == "error" for item in items if isinstance(item, Diagnostic))
        for article in articles:
            assert article.text.strip()
            article.text.encode("utf-8")
            assert 0 <= article.body_start < len(article.text)
            clean(article)

    law()


@settings(max_examples=25, deadline=None)
@given(DATA)
def test_no_bytes_make_the_reader_of_pages_raise(data: bytes) -> None:
    items = list(registry.load("reader", ".html")(data, "a.html"))
    assert items
    assert all(isinstance(item, Article | Diagnostic) for item in items)


@settings(max_examples=100, deadline=None)
@given(st.lists(DATA, max_size=3).map(b"\n".join))
def test_standard_input_is_always_read_or_refused_and_twice_the_same(data: bytes) -> None:
    first = read_inputs(["-"], stdin=data)
    assert first == read_inputs(["-"], stdin=data)
    assert len({article.id for article in first.articles}) == len(first.articles)
    assert first.articles or first.diagnostics
