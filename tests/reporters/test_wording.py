"""How data reads as words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model.report import ReportValue
from factcheck.reporters.wording import interval_of, number, place, reading_of, source, times, told, unit_name

from .made import ARTICLES, CLAIMS, article


def _value(point: str | None, low: str | None, high: str | None, unit: str | None = None, hedge: str = "=") -> ReportValue:
    return ReportValue("as written", point, low, high, unit, hedge)


@pytest.mark.parametrize(
    ("value", "reading"),
    [
        (_value("60000", "55000", "65000", "person", "~"), "about 60,000: 55,000 to 65,000"),
        (_value("54000", "53500", "54500", "person"), "54,000: 53,500 to 54,500"),
        (_value("50000", "50000", None, "person", ">"), "more than 50,000: 50,000 and up"),
        (_value("300", None, "300", "person", "<"), "up to 300: 300 at most"),
        (_value(None, "40", "50", None, ".."), "40 to 50"),
        (_value("85", "85", "85", "minute"), "exactly 85 minutes"),
        (_value("1", "1", "1", "mile"), "exactly 1 mile"),
        (_value("5.9", "5.85", "5.95", "magnitude"), "5.9: 5.85 to 5.95 magnitudes"),
        (_value("2", "1.5", "2.5", "percent"), "2: 1.5 to 2.5 percent"),
        (_value("5000000", "4500000", "5500000", "USD"), "5,000,000: 4,500,000 to 5,500,000 USD"),
        (_value("6", "5", "7", "foot"), "6: 5 to 7 feet"),
        (_value(None, None, None), "shown as"),
    ],
)
def test_a_value_says_how_it_was_read(value: ReportValue, reading: str) -> None:
    assert reading_of(value, "shown as") == reading


@pytest.mark.parametrize(
    ("plain", "shown"), [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.80", "-1,234,567.80"), ("0.05", "0.05"), ("x", "x")]
)
def test_digits_stand_in_threes(plain: str, shown: str) -> None:
    assert number(plain) == shown


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2025", "2025"),
        ("2025-10", "Oct 2025"),
        ("2025-10~", "about Oct 2025"),
        ("2025-10-21/..", "from 21 Oct 2025"),
        ("../2025-02-01", "until 1 Feb 2025"),
        ("2025-10-21/2025-11-05", "21 Oct 2025 to 5 Nov 2025"),
        ("2025-13", "2025-13"),
        ("someday", "someday"),
    ],
)
def test_times_are_read_in_english(edtf: str, shown: str) -> None:
    assert times(edtf) == shown


def test_an_article_is_known_by_publisher_and_date() -> None:
    assert [source(a) for a in ARTICLES] == ["Strelsau Post, 2 Apr 2031", "Zenda Wire, 11 May 2031", "written 1 May 2031 to 20 May 2031"]
    assert source(article("x")) == "undated"
    assert source(None) == ""


def test_a_claim_is_told_with_its_speaker_and_modality() -> None:
    quoted = replace(CLAIMS[0], speaker="the ministry", modality="forecast")
    assert told(quoted, ARTICLES[0]) == "Strelsau Post, 2 Apr 2031, quoting the ministry [forecast]"
    assert told(CLAIMS[0], ARTICLES[0]) == "Strelsau Post, 2 Apr 2031"
    assert told(quoted, None) == "quoting the ministry [forecast]"
    assert told(replace(CLAIMS[0], modality="former"), None) == "[former]"


def test_a_claim_stands_at_line_and_column_or_in_a_title() -> None:
    assert place(CLAIMS[0], ARTICLES[0]) == "news/a.txt:3:19"
    assert place(replace(CLAIMS[0], field="title"), ARTICLES[0]) == "news/a.txt (title)"
    assert place(CLAIMS[0], None) == "a:3:19"


def test_a_row_of_a_file_is_found_by_its_line_in_the_file() -> None:
    assert place(CLAIMS[0], replace(ARTICLES[0], path="all.jsonl", line=41)) == "all.jsonl:41 (a:3:19)"
    assert place(replace(CLAIMS[0], field="title"), replace(ARTICLES[0], path="all.jsonl", line=41)) == "all.jsonl:41 (a title)"


def test_units_without_a_plural_stay() -> None:
    assert [unit_name(unit) for unit in (None, "person", "percent", "USD", "km/h", "hours")] == ["", "", " percent", " USD", " km/h", " hours"]


def test_an_unbounded_value_has_no_interval() -> None:
    assert interval_of(_value(None, None, None)) == ""
