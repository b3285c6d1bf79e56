"""Terms of office: dates read widely, weak sources marked, holders found by any spelling of their names."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.packs.terms import Term, Terms, read_term


def term(holder: str, start: str = "2000-01-01", end: str = "", note: str = "", source: str = "gazette", office: str = "president") -> Term:
    return read_term("XX", office, holder, start, end, note, source)


def test_a_month_alone_is_read_as_widely_as_it_may_be() -> None:
    assert (term("A", "2001-02", "2004-02").first, term("A", "2001-02", "2004-02").last) == (date(2001, 2, 1), date(2004, 2, 29))


def test_a_day_is_that_day() -> None:
    assert (term("A", "2001-02-03", "2004-05-06").first, term("A", "2001-02-03", "2004-05-06").last) == (date(2001, 2, 3), date(2004, 5, 6))


def test_an_open_term_has_no_last_day_but_one_when_it_was_seen() -> None:
    open_term = term("A", note="last source 2025-01")
    assert (open_term.last, open_term.seen) == (None, date(2025, 1, 1))
    assert term("A", note="named in office 2026-10-07").seen == date(2026, 10, 7)
    assert term("A", note="listed in a 2026-09 roster that may be stale").seen == date(2026, 9, 1)
    assert term("A", note="current status not checked").seen is None


@pytest.mark.parametrize(
    ("source", "weak"),
    [("unverified", True), ("repo-text", True), ("repo-text+unverified", True), ("gazette", False), ("gazette+repo-text", False)],
)
def test_a_term_is_weak_where_no_source_is_better(source: str, weak: bool) -> None:
    assert term("A", source=source).weak is weak


@pytest.mark.parametrize(
    ("note", "first", "last"),
    [
        ("start unverified", True, False),
        ("end unverified; acting", False, True),
        ("day unverified", True, True),
        ("start month uncertain", True, False),
        ("acting", False, False),
        ("", False, False),
    ],
)
def test_unsure_dates_are_marked(note: str, first: bool, last: bool) -> None:
    assert (term("A", note=note).unsure_first, term("A", note=note).unsure_last) == (first, last)


def test_acting_is_an_item_of_its_own() -> None:
    assert term("A", note="end inferred from successor; acting").acting
    assert not term("A", note="end = start of the acting successor").acting
    assert term("A", note="end inferred from successor; acting").inferred_end


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ValueError, match=r"the term of A ends \(1999-01-01\) before it begins \(2000-01-01\)"):
        term("A", end="1999-01-01")


def test_who_may_hold_on_a_day() -> None:
    closed = term("A", "2001-01-20", "2009-01-20")
    assert [closed.may_hold_on(day) for day in (date(2001, 1, 19), date(2001, 1, 20), date(2009, 1, 20), date(2009, 1, 21))] == [
        False,
        True,
        True,
        False,
    ]
    assert term("A", "2001-01-20").may_hold_on(date(2030, 1, 1))


PEOPLE = Terms(
    term(name)
    for name in (
        "George H. W. Bush",
        "George W. Bush",
        "James Baker",
        "Yoon Suk-yeol",
        "Shinjirō Koizumi",
        "Jun'ichirō Koizumi",
        "JD Vance",
        "Perfecto R. Yasay, Jr.",
        "Abdel Fattah el-Sisi",
        "Lee Hsien Loong",
        "Mohammed bin Salman",
    )
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Bush", ["George H. W. Bush", "George W. Bush"]),
        ("George Bush", ["George H. W. Bush", "George W. Bush"]),
        ("George W. Bush", ["George W. Bush"]),
        ("George H.W. Bush", ["George H. W. Bush"]),
        ("James A. Baker", ["James Baker"]),
        ("James A. Baker III", ["James Baker"]),
        ("Yoon Sukyeol", ["Yoon Suk-yeol"]),
        ("Yoon Suk Yeol", ["Yoon Suk-yeol"]),
        ("Suk-yeol Yoon", ["Yoon Suk-yeol"]),
        ("Koizumi Shinjiro", ["Shinjirō Koizumi"]),
        ("J.D. Vance", ["JD Vance"]),
        ("Perfecto Yasay", ["Perfecto R. Yasay, Jr."]),
        ("Al-Sisi", ["Abdel Fattah el-Sisi"]),
        ("Sisi", ["Abdel Fattah el-Sisi"]),
        ("Mohammed bin Salman Al Saud", []),
        ("Barbara Bush", []),
        ("Baker James Smith", []),
        ("Koizumi Taro", []),
        ("George Z. Bush", []),
        ("", []),
    ],
)
def test_holders_are_found_by_their_names(asked: str, found: list[str]) -> None:
    assert [term.holder for term in PEOPLE.find(asked)] == found


def test_a_search_may_be_narrowed() -> None:
    both = Terms([term("Ann Lee"), term("Ann Lee", office="mayor")])
    assert [found.office for found in both.find("Lee", office="mayor")] == ["mayor"]
    assert both.find("Lee", jurisdiction="YY") == ()


def test_terms_of_one_office_stand_by_their_start() -> None:
    terms = Terms([term("C", "2005-01-01"), term("A", "2001-01-01", "2003-01-01"), term("B", "2003-01-01", "2005-01-01")])
    assert [found.holder for found in terms.of("XX", "president")] == ["A", "B", "C"]
