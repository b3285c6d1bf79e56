"""Whatever an article says: each format keeps its shape, and nothing in it acts."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.report import Report
from factcheck.reporters import View, jsonl, markdown, table
from factcheck.reporters import csv as csv_format
from factcheck.reporters import json as json_format

from .made import ARTICLES, CLAIMS, CONFLICT

MEAN = st.text(
    st.one_of(st.sampled_from("\x1b\x07\r\n\t|`<>\"'=+-@#*_[]()\\&,;\u202e\u2028\ufeff\x9b\x00"), st.characters(codec="utf-8")), max_size=30
)


def _report(said: str) -> Report:
    """A report where every text of an article's says this."""
    claims = tuple(
        replace(c, text=said, sentence=f"{said} {said}", start=c.sentence_start, subject=said, speaker=said, value=replace(c.value, text=said))
        for c in CLAIMS
    )
    values = tuple(replace(value, display=said) for value in CONFLICT.values)
    finding = replace(CONFLICT, subject=said, qualifiers={"place": said}, values=values, explanation=f"They say {said}.")
    articles = tuple(replace(a, title=said, publisher=said, path=f"news/{said}") for a in ARTICLES)
    return Report(articles, claims, (finding,), ())


@settings(max_examples=60, deadline=None)
@given(MEAN)
def test_a_terminal_gets_lines_of_text_and_nothing_that_acts(said: str) -> None:
    for shows in ("findings", "claims"):
        shown = table.render(_report(said), View(shows=shows))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@settings(max_examples=60, deadline=None)
@given(MEAN)
def test_csv_keeps_its_rows_and_runs_nothing(said: str) -> None:
    rows = list(csv.reader(io.StringIO(csv_format.render(_report(said)))))
    assert [len(row) for row in rows] == [len(rows[0])] * 4
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@].", cell)]


@settings(max_examples=60, deadline=None)
@given(MEAN)
def test_markdown_keeps_its_rows_and_makes_no_html(said: str) -> None:
    shown = markdown.render(_report(said))
    outside = re.sub(r"(?ms)^(`{3,})text\n.*?\n\1$", "", shown)
    rows = [line for line in outside.split("\n") if line.startswith("| ")]
    assert [len(re.findall(r"(?<!\\)\|", row.replace("\\\\", ""))) for row in rows] == [7, 7, 7]
    assert not re.search(r"<[a-zA-Z/!]", outside)
    assert len(re.findall(r"(?m)^`{3,}", shown)) == 4


@settings(max_examples=60, deadline=None)
@given(MEAN)
def test_json_says_exactly_what_was_said(said: str) -> None:
    report = _report(said)
    assert json_format.read(json_format.render(report), "r") == report
    assert json.loads(jsonl.render(report))["subject"] == said
