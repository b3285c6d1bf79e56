"""The date that an article prints of itself."""

from datetime import date

import pytest

from factcheck.resolution.datelines import printed_dates

BODY = "\nA barn burned down near Tarrow, officers said. Nobody was hurt.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barn burns down\nBy Staff Writer\nNovember 9, 2006" + BODY, date(2006, 11, 9)),
        ("Barn burns down\nPosted: Fri, 10 Nov 2006 8:15 a.m. EST" + BODY, date(2006, 11, 10)),
        ("Barn burns down\nAda Holm | Tarrow Post | 9 November 2006" + BODY, date(2006, 11, 9)),
        ("2006-11-09" + BODY, date(2006, 11, 9)),
        ("TARROW, Nov. 9, 2006 (AP) -- A barn burned down.", date(2006, 11, 9)),
        ("Barn burns down" + BODY * 5 + "Last updated: 9th November 2006, 14:20 GMT", date(2006, 11, 9)),
    ],
)
def test_a_line_or_a_dateline_dates_the_article(text: str, expected: date) -> None:
    assert printed_dates(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "The barn was built on November 9, 1906, by two brothers from Tarrow." + BODY,
        "Barn built November 9, 1906 burns down.",
        "Born in Tarrow on 9 November 1906, she ran the farm for fifty years",
        "Barn burns down" + BODY * 5 + "The farm was sold on 9 November 2006",
        "31 November 2006" + BODY,
        "Barn burns down\nNovember 9" + BODY,
    ],
)
def test_a_date_that_is_told_dates_nothing(text: str) -> None:
    assert printed_dates(text) == ()


def test_when_it_was_published_and_changed_are_two_days() -> None:
    assert printed_dates("Barn\nPublished: May 3, 2011 | Updated: May 5, 2011" + BODY)[0] == date(2011, 5, 3)
