"""Days that are counted from others, and days of which only a part is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import factcheck

# name, date of the article, text, and what is read: the words of a moment and its days or minutes
COUNTED: list[tuple[str, str | None, str, dict[str, str]]] = [
    (
        "days_later_than_a_weekday",
        None,
        "Jan Lund of Orbita crashed on Wednesday near Brunsholt and died in Tarrow two days later.",
        {"two days later": "XXXX-WXX-5"},
    ),
    (
        "days_later_than_a_day_of_a_month",
        None,
        "The boat of Jan Lund sank off Brunsholt on Jan. 30 and was found off Tarrow 4 days later.",
        {"4 days later": "XXXX-02-03"},
    ),
    (
        "the_same_day",
        None,
        "The boat of Jan Lund sank off Brunsholt on May 4 and its crew was arrested in Tarrow that same day.",
        {"that same day": "XXXX-05-04"},
    ),
    (
        "days_after_what_is_told_with_its_day",
        "2019-06-05",
        "Jan Lund killed her in Brunsholt on May 3, the court of Tarrow heard. Her body was found 16 days after the killing.",
        {"16 days": "2019-05-19"},
    ),
    ("hours_into_a_trip", None, "The ferry left Osterhede at 9:30 a.m. and was hit by a wave two hours into the trip.", {"two hours": "690"}),
    (
        "what_an_hour_is_counted_from",
        None,
        "The mill was shut at 11 a.m., an hour and a half after the ferry left Osterhede.",
        {"an hour and a half": "570"},
    ),
    (
        "a_day_in_an_account_of_last_year",
        "2014-07-17",
        "Ulla Brandt was poisoned in Tarrow in January 2013. She went missing from Brunsholt on 16 January and was found on 6 February.",
        {"16 January": "2013-01-16", "6 February": "2013-02-06"},
    ),
]
OPEN: list[tuple[str, str | None, str, tuple[str, ...]]] = [
    ("days_later_than_nothing", None, "The boat was found two days later.", ("two days later",)),
    ("days_after_what_has_no_day", None, "Her body was found 16 days after the killing.", ("16 days",)),
    ("hours_after_one_of_two_bombs", None, "A bomb went off at 9 a.m. and a bomb at 11 a.m. She died two hours after the bomb.", ("two hours",)),
    ("a_day_that_no_month_has", None, "The boat of Jan Lund sank off Brunsholt on April 31, and Lund of Orbita swam to Tarrow.", ("April 31",)),
    (
        "days_beyond_the_calendar",
        "2019-06-05",
        "The mill burned on May 3. Jan Lund of Brunsholt found it 99999999 days after the fire in Tarrow.",
        ("99999999 days",),
    ),
    ("a_length_that_is_counted_from_nothing", None, "The ferry left at 9 a.m. The trip takes two hours.", ("two hours",)),
]


def moments(text: str, published: str | None, tmp_path: Path) -> dict[str, str]:
    """What is read of each moment, linked or not: a copy in the same story shows all of them."""
    paths = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps({"id": name, "text": text, **({"published": published} if published else {})}))
        paths.append(str(path))
    report = factcheck.check(paths)
    return {c.text: str(c.value.entity or c.value.point) for c in report.claims if c.kind in ("date", "time") and c.article == "a"}


@pytest.mark.parametrize(("published", "text", "told"), [pytest.param(*case[1:], id=case[0]) for case in COUNTED])
def test_a_moment_is_counted_from_another(published: str | None, text: str, told: dict[str, str], tmp_path: Path) -> None:
    assert told.items() <= moments(text, published, tmp_path).items()


@pytest.mark.parametrize(("published", "text", "words"), [pytest.param(*case[1:], id=case[0]) for case in OPEN])
def test_what_is_counted_from_nothing_known_has_no_day(published: str | None, text: str, words: tuple[str, ...], tmp_path: Path) -> None:
    assert not set(words) & set(moments(text, published, tmp_path))
