"""Settings, limits and names: what keeps a draft of a rule from being a claim."""

from __future__ import annotations

import pytest

from factcheck.packs.loader import load_rules
from factcheck.pipeline import extract
from factcheck.resolution.book import Book


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(load_rules())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the goalkeeper signed for four years", True),  # one phrase that stands alone
        ("the club and its coach agreed", True),  # two that stand together
        ("the club agreed, and the club was glad", False),  # one of them twice
        ("the bank agreed to a loan", False),
        ("the clubhouse burned", False),  # whole words only
    ],
)
def test_a_setting_is_told_by_one_phrase_or_by_two_others(book: Book, text: str, expected: bool) -> None:
    assert book.is_set("sport_setting", text) is expected


def test_a_setting_that_no_pack_names_is_none(book: Book) -> None:
    assert not book.is_set("no_such_setting", "the goalkeeper signed")


def test_values_of_some_rules_are_persons(book: Book) -> None:
    assert {"courts.suspect-name", "people.pick"} <= book.of_persons
    assert "sport.winner" not in book.of_persons  # a team may win


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Larkhill 7 smartphone costs $320 in Osterhede.", ["$320"]),
        ("The Larkhill 7 smartphone costs $320 million in Osterhede.", []),  # above `most`
        ("The Larkhill 7 smartphone costs $30 a month in Osterhede.", []),  # a rate
    ],
)
def test_a_value_above_the_most_and_a_rate_are_none(tmp_path, sentence: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.txt"
    path.write_text(sentence, encoding="utf-8")
    assert [claim.value.text for claim in extract([str(path)]).claims if claim.attribute == "product_price"] == expected
