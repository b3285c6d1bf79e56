"""CSV: rows for a spreadsheet, which must not run them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from factcheck.reporters import View
from factcheck.reporters.csv import cell, render

from .made import CONFLICT, EMPTY, REPORT


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_check_gives_a_row_for_each_claim_of_a_finding() -> None:
    rows = _rows(render(REPORT))
    assert [(r["finding"], r["verdict"], r["value"], r["article"], r["line"], r["low"]) for r in rows] == [
        ("a91f3c77d0", "conflict", "780", "a", "3", "775"),
        ("a91f3c77d0", "conflict", "780", "c", "7", "775"),
        ("a91f3c77d0", "conflict", "about 900", "b", "12", "850"),
    ]


def test_extract_gives_a_row_for_each_claim() -> None:
    assert [(r["claim"], r["text"], r["publisher"]) for r in _rows(render(REPORT, View(shows="claims")))] == [
        ("c1", "780", "Strelsau Post"),
        ("c2", "about 900", "Zenda Wire"),
        ("c3", "780", ""),
    ]


def test_nothing_found_is_a_header_alone() -> None:
    assert render(EMPTY).count("\n") == 1


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", " =1+1", "\t=1+1", "\r=1+1", "\u00a0=1"])
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["-12.5", "780", "=", "-", "a=b", "e-mail", "3-2", ""])
def test_what_is_no_formula_stays(text: str) -> None:
    assert cell(text) == text


def test_quotes_commas_and_line_ends_stay_in_their_cell() -> None:
    odd = replace(REPORT, findings=(replace(CONFLICT, explanation='He said "no", then\r\nleft\x1b.'),))
    assert {row["explanation"] for row in _rows(render(odd))} == {'He said "no", then  left\\x1b.'}


def test_the_status_stands_last() -> None:
    assert render(REPORT).split("\n")[0].endswith(",explanation,question,status")
    assert {row["status"] for row in _rows(render(replace(REPORT, findings=(replace(CONFLICT, status="baseline"),))))} == {"baseline"}
    assert {row["status"] for row in _rows(render(REPORT))} == {""}
