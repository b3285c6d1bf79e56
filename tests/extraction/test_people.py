"""Groups of people: what one is, how many it holds and of what kind."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.cleaning import clean
from factcheck.extraction.coding import CodedLine
from factcheck.extraction.engine import FrameEngine
from factcheck.extraction.masking import Masked
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.packs.loader import load_rules


@cache
def extractor() -> Extractor:
    return Extractor(load_rules())


def counts(text: str, attribute: str = "killed") -> list[tuple[str, str | None]]:
    """What was read of an attribute: the wording and the number."""
    article = Article("a", text)
    drafts = extractor().read(article, clean(article)).drafts
    return [
        (draft.value.text, str(draft.value.value.point) if hasattr(draft.value, "value") else None)
        for draft in drafts
        if draft.attribute == attribute
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men and one woman were killed near Osterhede.", [("Two men and one woman", "3")]),
        ("3 adults, 2 children dead in Osterhede fire", [("3 adults, 2 children", "5")]),
        ("The blast killed a teacher and four pupils.", [("a teacher and four pupils", "5")]),
        ("He killed his wife, two sons and himself.", [("his wife, two sons and himself", "4")]),
        ("Ana Ruiz, 34, and Bo Lund, 41, died in the fire.", [("Ana Ruiz, 34, and Bo Lund, 41", "2")]),
        ("Ana Ruiz, a teacher, was killed.", [("Ana Ruiz, a teacher", "1")]),
        ("The two guards, Ana Ruiz and Bo Lund, were killed.", [("two", "2")]),
        ("Woman, 71, killed in Osterhede crash", [("Woman, 71", "1")]),
        ("He and eight others were gunned down.", [("He and eight others", "9")]),
        ("Three of the wounded died on Friday.", [("Three", "3")]),
        ("Every one of the 41 people on board was killed.", [("41", "41")]),
        ("Dozens of villagers were killed.", [("Dozens", "None")]),
        ("Both drivers and 21 passengers died.", [("Both drivers and 21 passengers", "23")]),
        ("Three workers, two men and a woman, were killed.", [("Three", "3")]),
        ("Two teachers, a girl and a boy were killed.", [("Two teachers, a girl and a boy", "4")]),
        ("Four pupils - two girls and two boys - were killed.", [("Four", "4")]),
        ("Two people — a nurse and her son — died in the fire.", [("Two", "2")]),
        ("A raid on Osterhede killed 14 Hindus and 3 Sikhs.", [("14 Hindus and 3 Sikhs", "17")]),
    ],
)
def test_people_told_by_number_noun_or_name_are_one_sum(text: str, expected: list[tuple[str, str]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A guard shot dead a wolf and 12 foxes.",
        "Hunters killed 30 wolves near Osterhede.",
        "The senate killed two bills.",
        "A man in his late teens was found asleep.",
        "Five shots were fired at the mill.",
        "The two guards killed time with cards.",
        "An officer's car was found dead in the water.",
        "The battery of the phone was dead by noon.",
    ],
)
def test_what_is_no_victim_is_no_group(text: str) -> None:
    assert [found for found in counts(text) if found[1] != "1"] == []


def test_a_clause_behind_a_comma_is_no_part_of_the_group() -> None:
    assert counts("The blast killed two, and a third man fled.") == [("two", "2")]


def test_those_that_did_it_are_not_those_that_suffered_it() -> None:
    assert counts("Two gunmen killed five people.") == [("five", "5")]


def test_an_empty_line_holds_nobody() -> None:
    engine = FrameEngine(load_rules([], reference=False))
    line = CodedLine("", 0, engine._codes)
    assert engine._people.grouped(Masked("", "", {}, [0], 0, [0], [0]), [line])[1] == [line]
