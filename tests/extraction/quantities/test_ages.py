"""Numbers that are ages by what stands around them, and those that only look so."""

from __future__ import annotations

import pytest

from factcheck import find_quantities

# text, the ages in it
TOLD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("At 26 he is the youngest conductor of the orchestra.", ("26",)),
    ("On Sunday, at 25, she ran faster than anybody.", ("25",)),
    ("At 31, Mensah can still come back.", ("31",)),
    ("She's only 26, and she runs a bakery in Ghent.", ("26",)),
    ("He is 34 and says that he'll go on.", ("34",)),
    ("Lena Wirth was 34 and unmarried.", ("34",)),
    ("The boy, who is 12, was found.", ("12",)),
    ("The girl was 12.", ("12",)),
    ("The girls were 12 and 15.", ("12", "15")),
    ("Three children, aged four, seven and nine, were at home.", ("four", "seven", "nine")),
    ("There were 12- and 15-year-old girls.", ("12", "15-year-old")),
    ("He can be freed when he is 100.", ("100",)),
    ("She will be 40 in June.", ("40",)),
    ("When he was 17 he left home.", ("17",)),
    ("She died in Ghent at 83.", ("83",)),
    ("Wirth, now 83, lives in Ghent.", ("83",)),
    ("Wirth, 17 at the time, left home.", ("17",)),
    ("Wendt (52-3, 46 KOs), 33, of Poland, won.", ("33",)),
    ("Wirth, a Belgian sculptor, 40, sang.", ("40",)),
    ("The mother-of-two, 33, was held.", ("33",)),
    ("A boy of 12 was found.", ("12",)),
    ("The woman, believed to be 33, was found.", ("33",)),
    ("The teacher (39) went back.", ("39",)),
    ("Those held are between 26 and 91.", ("between 26 and 91",)),
    ("Those held are between the ages of 26 and 91.", ("26 and 91",)),
    ("The janitor, 44, said that he saw nothing.", ("44",)),
)
QUIET = (
    "At 26 Main Street a bakery burned.",
    "At 28 per cent the share was the highest.",
    "At 60 mph the car left the road.",
    "At 60 it is the shortest bridge.",
    "At 9 he scored at the first hole.",
    "At 45 Lowell Street was shut.",
    "It is 26 and raining.",
    "It was 40.",
    "He is 34 pounds lighter.",
    "She is 34 seconds behind.",
    "He was 12 for 15 from the line.",
    "He was 3 under par.",
    "He's 2 up.",
    "The score is 34 and counting.",
    "The Hawks were 12 and 15 last year.",
    "The girls were 12 and 15 points ahead.",
    "They were 12.",
    "She is a mother of three.",
    "The shares closed at 34, up 2.",
    "The toll was put at 40 after the fire.",
    "The total, 33, was a record.",
    "The speed limit, 34, was broken.",
    "The crew, 33, was saved.",
    "Goals: Wirth (33) and Tack (40).",
    "Prices are between 26 and 91 euros.",
    "Between 26 and 91 of them were held.",
)


def ages(text: str) -> tuple[str, ...]:
    return tuple(mention.text for mention in find_quantities(text) if mention.kind == "age")


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_an_age_is_read(text: str, told: tuple[str, ...]) -> None:
    assert ages(text) == told


@pytest.mark.parametrize("text", QUIET)
def test_what_is_no_age_is_not_read_as_one(text: str) -> None:
    assert ages(text) == ()
