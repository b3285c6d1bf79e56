"""Each reader: what it makes of a good file, and what it says of a bad one."""

from datetime import date, datetime, timezone

import pytest

from factcheck.model.article import Article, Diagnostic
from factcheck.readers import csv, html, json, jsonl, markdown, plain


def split(items: object) -> tuple[list[Article], list[Diagnostic]]:
    found = list(items)  # type: ignore[call-overload]
    return [item for item in found if isinstance(item, Article)], [item for item in found if isinstance(item, Diagnostic)]


# plain text and Markdown


def test_front_matter_gives_the_fields_and_stays_in_the_text() -> None:
    data = b"---\r\nid: a7\r\npublisher: NO\r\npublished: 2025-03-31\r\nurl: https://example.org/a\r\n---\r\nTwo died.\r\n"
    (article,), diagnostics = split(plain.read(data, "in/a.txt"))
    assert diagnostics == []
    assert (article.id, article.publisher, article.published, article.url) == ("a7", "NO", date(2025, 3, 31), "https://example.org/a")
    assert article.has_explicit_id
    assert article.text == "---\nid: a7\npublisher: NO\npublished: 2025-03-31\nurl: https://example.org/a\n---\nTwo died.\n"
    assert article.text[article.body_start :] == "Two died.\n"


def test_a_text_without_front_matter_begins_at_once() -> None:
    (article,), _ = split(plain.read(b"Two died.", "a.txt"))
    assert article.body_start == 0


def test_a_rule_line_at_the_top_is_no_front_matter() -> None:
    (article,), diagnostics = split(plain.read(b"---\nTwo died on Monday.\n---\nMore rain came.", "a.txt"))
    assert (article.body_start, diagnostics) == (0, [])


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"---\ntitle: a\ntitle: b\n---\nTwo died.", 3, 'front matter cannot be read and is left out: the key "title" is repeated'),
        (b"---\ntitle: [a\n---\nTwo died.", 2, "front matter cannot be read and is left out:"),
        (b"---\ntitle: a\nTwo died.", 1, "front matter is opened by --- but never closed; the whole file is read as text"),
    ],
)
def test_bad_front_matter_is_reported_and_the_text_read(data: bytes, line: int, message: str) -> None:
    articles, (diagnostic,) = split(plain.read(data, "a.txt"))
    assert [article.text.endswith("Two died.") for article in articles] == [True]
    assert diagnostic.severity == "warning"
    assert diagnostic.message.startswith(message)
    assert diagnostic.line is not None
    assert diagnostic.line >= line


def test_front_matter_without_a_text_is_an_error() -> None:
    assert split(plain.read(b"---\ntitle: a\n---\n", "a.txt")) == ([], [Diagnostic("error", "a.txt", None, "has front matter but no text behind it")])


def test_the_first_heading_of_markdown_is_the_title() -> None:
    (article,), _ = split(markdown.read(b"# Ferry sinks #\n\nTwo died.", "a.md"))
    assert (article.title, article.text) == ("Ferry sinks", "# Ferry sinks #\n\nTwo died.")


def test_a_title_in_front_matter_beats_the_heading() -> None:
    (article,), _ = split(markdown.read(b"---\ntitle: Two dead\n---\n# Ferry sinks\n\nTwo died.", "a.md"))
    assert article.title == "Two dead"


def test_a_later_heading_is_no_title() -> None:
    (article,), _ = split(markdown.read(b"Two died.\n\n# Background\n", "a.md"))
    assert article.title is None


# JSON and JSON Lines


def test_an_object_is_an_article_with_its_fields() -> None:
    row = '{"id": 7, "text": "A\\r\\nB", "title": "T", "publisher": "P", "url": "u", "author": "A", "language": "en",'
    row += ' "published": "2025-03-31T10:00:00Z"}'
    articles, diagnostics = split(json.read(row.encode(), "a.json"))
    assert diagnostics == []
    assert articles == [
        Article("7", "A\r\nB", "a.json", "T", "P", "u", "A", datetime(2025, 3, 31, 10, tzinfo=timezone.utc), "en", has_explicit_id=True),  # noqa: UP017
    ]


def test_an_object_without_an_id_is_named_after_its_file() -> None:
    (article,), _ = split(json.read(b'{"text": "One."}', "in/a.json"))
    assert (article.id, article.has_explicit_id, article.line) == ("a", False, None)


def test_a_list_keeps_the_line_of_each_article() -> None:
    articles, _ = split(json.read(b'[\n {"text": "One."},\n\n {"text":\n "Two."}\n]', "a.json"))
    assert [(article.id, article.line) for article in articles] == [("a.json:2", 2), ("a.json:4", 4)]


BAD_JSON = [
    ("an object cut off", b'{"text": "One."', [], 1, "malformed JSON in column 16"),
    ("a list cut off keeps what stood before", b'[{"text": "One."},\n{"text": "Two', ["One."], 2, "malformed JSON in column 10"),
    ("an empty list", b"[]", [], 1, "the list is empty; expected articles"),
    ("a number", b"3", [], None, 'expected an object with "text", found a number'),
    ("no text", b'{"body": "One."}', [], None, '"text" must be a string with the article, found no field of that name; rename "body" to "text"'),
    ("a text that is none", b'{"text": 3}', [], None, '"text" must be a string with the article, found a number'),
    ("an empty text", b'{"text": " "}', [], None, '"text" is empty'),
    ("two objects", b'{"text": "One."}\n{"text": "Two."}', ["One."], 2, "more text after the JSON object"),
    ("nesting without end", b"[" * 100_000, [], 1, "JSON that cannot be read"),
]


@pytest.mark.parametrize(("name", "data", "texts", "line", "message"), BAD_JSON, ids=[name for name, *_ in BAD_JSON])
def test_bad_json_is_reported_with_its_line(name: str, data: bytes, texts: list[str], line: int | None, message: str) -> None:
    articles, (diagnostic,) = split(json.read(data, "a.json"))
    assert [article.text for article in articles] == texts
    assert (diagnostic.severity, diagnostic.line) == ("error", line)
    assert diagnostic.message.startswith(message)


def test_a_bad_line_is_reported_and_the_next_one_read() -> None:
    articles, diagnostics = split(jsonl.read(b'{"text": "One."}\n{"text": }\n\n"x"\n{"text": "Two."}', "a.jsonl"))
    assert [article.line for article in articles] == [1, 5]
    assert diagnostics == [
        Diagnostic("error", "a.jsonl", 2, "malformed JSON in column 10: Expecting value; the line is skipped"),
        Diagnostic("error", "a.jsonl", 4, 'expected an object with "text", found a string; skipped'),
    ]


def test_a_separator_of_lines_inside_a_text_is_no_line_end() -> None:
    articles, diagnostics = split(jsonl.read('{"text": "One.\u2028Two."}'.encode(), "a.jsonl"))
    assert ([article.text for article in articles], diagnostics) == (["One.\u2028Two."], [])


def test_half_a_surrogate_pair_is_replaced_in_place() -> None:
    (article,), (diagnostic,) = split(jsonl.read(b'{"text": "a\\ud800b"}', "a.jsonl"))
    assert article.text == "a\ufffdb"
    assert diagnostic == Diagnostic("warning", "a.jsonl", 1, '"text" has broken surrogate pairs; each is read as U+FFFD')


# fields


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2025-03-31", date(2025, 3, 31)),
        ("20250331", date(2025, 3, 31)),
        (" 2025-03-31T08:30 ", datetime(2025, 3, 31, 8, 30)),
        ("2025-03-31T08:30:00+09:00", datetime.fromisoformat("2025-03-31T08:30:00+09:00")),
    ],
)
def test_a_date_or_a_time_is_read(given: str, expected: date) -> None:
    (article,), diagnostics = split(jsonl.read(f'{{"text": "x", "published": "{given}"}}'.encode(), "a.jsonl"))
    assert (article.published, diagnostics) == (expected, [])


@pytest.mark.parametrize("given", ["31 March 2025", "2025-13-01", "03/31/2025", "2025-03"])
def test_a_bad_date_is_reported_and_the_article_kept_undated(given: str) -> None:
    (article,), diagnostics = split(jsonl.read(f'{{"text": "x", "published": "{given}"}}'.encode(), "a.jsonl"))
    assert article.published is None
    message = f'"published" is "{given}", expected an ISO 8601 date or time such as 2025-03-31; kept undated'
    assert diagnostics == [Diagnostic("warning", "a.jsonl", 1, message)]


def test_a_date_under_another_name_is_pointed_out() -> None:
    (article,), diagnostics = split(jsonl.read(b'{"text": "x", "date": "2025-03-31"}', "a.jsonl"))
    assert article.published is None
    assert diagnostics == [Diagnostic("note", "a.jsonl", 1, 'the article is undated: there is no "published"; rename "date" to "published"')]


def test_a_date_under_a_misspelt_name_is_pointed_out() -> None:
    (article,), diagnostics = split(jsonl.read(b'{"text": "x", "publised": "2025-03-31"}', "a.jsonl"))
    assert article.published is None
    assert diagnostics == [Diagnostic("note", "a.jsonl", 1, 'the article is undated: there is no "published"; did you mean "publised"?')]


def test_a_text_that_is_null_is_not_told_what_it_is_called() -> None:
    articles, diagnostics = split(jsonl.read(b'{"text": null}', "a.jsonl"))
    assert articles == []
    assert diagnostics == [Diagnostic("error", "a.jsonl", 1, '"text" must be a string with the article, found null; skipped')]


def test_a_field_of_a_wrong_type_is_left_out() -> None:
    (article,), diagnostics = split(jsonl.read(b'{"text": "x", "title": ["T"], "publisher": null, "url": ""}', "a.jsonl"))
    assert (article.title, article.publisher, article.url, article.has_explicit_id) == (None, None, None, False)
    assert diagnostics == [Diagnostic("warning", "a.jsonl", 1, '"title" must be a string, found a list; left out')]


# CSV


def test_rows_are_articles_with_the_line_they_begin_on() -> None:
    data = b'Text,ID,Published\n"One, two.\nThree.",a,2025-03-31\n\nFour.,,\n'
    articles, diagnostics = split(csv.read(data, "a.csv"))
    assert diagnostics == []
    assert [(article.id, article.line, article.text) for article in articles] == [("a", 2, "One, two.\nThree."), ("a.csv:5", 5, "Four.")]


@pytest.mark.parametrize("between", [";", "\t"])
def test_semicolon_and_tab_part_columns_too(between: str) -> None:
    articles, diagnostics = split(csv.read(f"id{between}text\na{between}One, two.\n".encode(), "a.csv"))
    assert ([article.text for article in articles], diagnostics) == (["One, two."], [])


def test_an_article_longer_than_the_usual_limit_is_read() -> None:
    (article,), _ = split(csv.read(b"text\n" + b"a" * 200_000 + b"\n", "a.csv"))
    assert len(article.text) == 200_000


BAD_CSV = [
    ("no column of texts", b"id,title\n1,x\n", [], 1, "the first row must name the columns, "),
    ("no rows", b"id,text\n", [], 2, "names columns but holds no rows"),
    ("a column twice", b"text,text\nx,y\n", [], 1, 'the column "text" stands twice in the first row'),
    ("a field too many", b"id,text\n1,x\n2,y,z\n3,w\n", ["x", "w"], 3, "the row has 3 fields, the first row 2"),
    ("a quotation never closed", b'id,text\n1,x\n2,"y\n', ["x"], 3, "malformed CSV: unexpected end of data"),
    ("an empty text", b"id,text\n1,\n", [], 2, '"text" is empty'),
]


@pytest.mark.parametrize(("name", "data", "texts", "line", "message"), BAD_CSV, ids=[name for name, *_ in BAD_CSV])
def test_bad_csv_is_reported_with_its_line(name: str, data: bytes, texts: list[str], line: int, message: str) -> None:
    articles, (diagnostic,) = split(csv.read(data, "a.csv"))
    assert [article.text for article in articles] == texts
    assert (diagnostic.severity, diagnostic.line) == ("error", line)
    assert diagnostic.message.startswith(message)


# HTML

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry sinks off Gull Bay</title>
<meta property="og:site_name" content="The Gull"><link rel="canonical" href="https://gull.example/ferry">{meta}</head>"""
BODY = """<body><nav><a href="/">Home</a></nav><article><h1>Ferry sinks off Gull Bay</h1>
<p>A ferry with 140 people on board sank off Gull Bay on Monday evening, the coast guard said, and 14 of them are still missing.</p>
<p>The vessel had left the old port an hour before. Boats from two villages reached it first, and helicopters followed from the north.</p>
<p>The harbour master said that the ferry was built in 1987 and had been inspected in May, when no fault was found by the two engineers.</p>
</article><footer>Copyright 2031 The Gull</footer></body></html>"""


def page(meta: str = "") -> bytes:
    return (HEAD.format(meta=meta) + BODY).encode()


def test_a_page_is_read_with_what_it_states() -> None:
    meta = '<meta property="article:published_time" content="2025-03-31T10:00:00+02:00">'
    (article,), diagnostics = split(html.read(page(meta), "a.html"))
    assert diagnostics == []
    assert article.text.splitlines()[-3:] == [
        "A ferry with 140 people on board sank off Gull Bay on Monday evening, the coast guard said, and 14 of them are still missing.",
        "The vessel had left the old port an hour before. Boats from two villages reached it first, and helicopters followed from the north.",
        "The harbour master said that the ferry was built in 1987 and had been inspected in May, when no fault was found by the two engineers.",
    ]
    assert (article.title, article.publisher, article.url) == ("Ferry sinks off Gull Bay", "The Gull", "https://gull.example/ferry")
    assert article.published == datetime.fromisoformat("2025-03-31T10:00:00+02:00")
    assert article.has_explicit_id


@pytest.mark.parametrize(
    "meta",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-03-31"}]}</script>',
        '<meta name="DC.date.issued" content="2025-03-31">',
        '<meta itemprop="datePublished" content="2025-03-31">',
    ],
)
def test_a_date_is_read_from_where_pages_state_it(meta: str) -> None:
    (article,), _ = split(html.read(page(meta), "a.html"))
    assert article.published == date(2025, 3, 31)


def test_a_year_on_the_page_is_no_date() -> None:
    (article,), diagnostics = split(html.read(page(), "a.html"))
    assert article.published is None
    assert diagnostics == [Diagnostic("note", "a.html", None, "the page does not state when it was published; read as undated")]


def test_a_page_in_a_declared_encoding_is_read() -> None:
    data = page().replace(b"utf-8", b"iso-8859-2").replace(b"Gull Bay", "Łódź Bay".encode("iso-8859-2"))
    (article,), _ = split(html.read(data, "a.html"))
    assert "sank off Łódź Bay" in article.text


@pytest.mark.parametrize("address", [b"https://gull.example/", b"http://[gull/ferry"])
def test_the_address_of_a_whole_site_or_of_nothing_names_no_article(address: bytes) -> None:
    (article,), _ = split(html.read(page().replace(b"https://gull.example/ferry", address), "a.html"))
    assert (article.url, article.has_explicit_id) == (None, False)


def test_a_page_without_an_article_is_an_error() -> None:
    articles, diagnostics = split(html.read(b"<html><body></body></html>", "a.html"))
    assert articles == []
    assert [diagnostic.severity for diagnostic in diagnostics] == ["error"]
