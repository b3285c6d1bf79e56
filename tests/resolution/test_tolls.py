"""What an article's counts come to: one total, its parts, with and without the attacker, and what is of another event."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.pipeline import extract


def claims(tmp_path: Path, text: str, attribute: str, published: str = "2019-06-04") -> list[str]:
    path = tmp_path / "a.txt"
    path.write_text(f"---\npublished: {published}\n---\n{text}\n", encoding="utf-8")
    made = []
    for claim in extract([str(path)]).claims:
        if claim.attribute == attribute:
            value = claim.value
            shown = f"{value.hedge}{value.point}" if value.point is not None else value.text
            made.append(" ".join([shown, *(text for _, text in sorted(claim.qualifiers.items()))]))
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bus burned on Monday, killing five people. Two people died at the scene, officials said.", ["=5"]),
        ("A bus burned on Monday, killing five people. Two firefighters were killed when it exploded.", ["=5", "=2 rescuer"]),
        ("A 31-year-old man was killed on Monday. Ana Ruiz, 31, was shot dead outside a bar.", [">1"]),
        ("Nobody was killed on Monday, officials said.", ["=0"]),
        ("A bus burned on Monday, killing five people. In 2011, a man was killed there.", ["=5"]),
    ],
)
def test_the_largest_count_is_the_total(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert claims(tmp_path, text, "killed") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man killed four people on Monday before killing himself.", ["=4 without the attacker", "=5 with the attacker"]),
        ("Five people are dead, including the gunman, after a shooting on Monday.", ["=5 with the attacker"]),
        ("Two guards and the gunman were killed on Monday.", [">3 with the attacker"]),
        ("A gunman killed four people on Monday and fled.", ["=4"]),
        ("The gunman was killed on Monday, officials said.", [">1 attacker"]),
    ],
)
def test_the_attacker_is_counted_or_not(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert sorted(claims(tmp_path, text, "killed")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people were shot on Monday. One of the victims died.", ["..4 shot"]),
        ("Five people were shot on Monday. All are expected to live.", ["..5 shot"]),
        ("Five people were shot on Monday. Three people were wounded and two died.", ["=3"]),
        ("Five people were shot on Monday. The detective said it was a fatal attack.", []),
        ("Two people were shot and killed on Monday.", []),
    ],
)
def test_who_was_shot_and_did_not_die_was_injured(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert claims(tmp_path, text, "injured") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fire on Monday sent nine people to hospital.", [">9"]),
        ("A fire on Monday sent nine people to hospital. Two people died.", [">7"]),
        ("Three people were critically injured in a fire on Monday.", [">3"]),
        ("A fire on Monday injured nine people, three of them critically.", ["=9"]),
    ],
)
def test_some_of_the_injured_are_a_lower_bound(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert claims(tmp_path, text, "injured") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Officials said on Monday that the gas could have killed 40 people.",
        "The drill on Monday simulated a quake in which 500 people died.",
        "So far this year 140 people were killed on the roads, officials said on Monday.",
        "Twelve people were killed in three separate crashes on Monday.",
    ],
)
def test_what_did_not_happen_or_happened_elsewhere_is_no_toll(tmp_path: Path, text: str) -> None:
    assert claims(tmp_path, text, "killed") == []


@pytest.mark.parametrize(
    ("text", "attribute", "expected"),
    [
        ("A woman opened fire on Monday, killing two men and injuring a third worker.", "injured", ["=1"]),
        ("Two cars crashed on Monday and a third driver was hurt.", "injured", [">1"]),
        ("A third person has died of the fire on Monday.", "killed", ["=3"]),
        ("A third man was shot dead on Monday.", "killed", [">1"]),
        ("A bomb on Monday killed at least three people, a man and two women.", "killed", [">3"]),
        ("A bomb on Monday killed two men, a woman and a child.", "killed", [">4"]),
    ],
)
def test_an_ordinal_and_an_apposition_say_what_the_number_is(tmp_path: Path, text: str, attribute: str, expected: list[str]) -> None:
    assert claims(tmp_path, text, attribute) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six workers were killed in a rock fall on Monday. Officials met. Thirty workers died in a gas explosion last Thursday.", ["=6 worker"]),
        ("A bus crash killed nine people today. It was a black month: 14 people died in a train crash three weeks ago.", ["=9"]),
        ("A bus crash killed nine people today. Doctors said 14 people had died in the crash by the evening.", ["=14"]),
        ("Nine people died in a bus crash last Thursday. The driver was held on Monday. Nine people died in the crash last week.", ["=9"]),
    ],
)
def test_an_event_of_days_before_that_of_the_lead_has_a_toll_of_its_own(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert claims(tmp_path, text, "killed") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a camp, killing nine people.\n\nLIMA - A ferry sank.\n\nROME, Italy - Ministers met.", []),
        ("A ferry sank.\n\nOSLO (Norpress) - A bus crash killed nine people.\n\nLIMA - Ministers met.", []),
        ("LIMA, Peru - A bus crash killed nine people.\n\nPolice in LIMA held the driver.", ["=9"]),
        ("A bus crash killed nine people.\n\nUPDATE - Police held the driver.", ["=9"]),
    ],
)
def test_items_from_several_towns_have_no_one_event(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert claims(tmp_path, text, "killed") == expected
