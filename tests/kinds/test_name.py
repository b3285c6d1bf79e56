"""When two names may be of one person."""

from __future__ import annotations

import pytest

from factcheck.kinds.name import relate_holders, relate_names
from factcheck.model.value import Value

GIVEN = {"don": ("donald",), "donald": ("don",), "leonard": ("lenny",), "stephen": ("steve",)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("T. Don Ekman", "Donald Ekman"),
        ("Don McKeogh", "Donald McKeough"),
        ("J. Howard Ekman", "Howard Ekman"),
        ("Mara K. Lind", "Mara Lind"),
        ("Mohamed Ali", "Mohamed Aly"),
        ("Lennie Ekman", "Leonard Ekman"),
    ],
)
def test_spellings_and_shorter_forms_of_a_full_name_are_one_name(left: str, right: str) -> None:
    assert relate_names(left, right, GIVEN).standing == relate_names(right, left, GIVEN).standing == "same"


@pytest.mark.parametrize(("left", "right"), [("Halvorssen", "Nils Halvorsen"), ("Ekman", "Donald Ekman")])
def test_a_last_name_alone_says_less_than_a_full_one(left: str, right: str) -> None:
    assert relate_names(left, right, GIVEN).standing == relate_names(right, left, GIVEN).standing == "refinement"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Roberts", "Nils Robert"),
        ("Nils R. Ekman", "Rolf A. Ekman"),
        ("Karl S. Lind", "Nils K. Lind"),
        ("George Holt", "George Bolt"),
        ("Don Larsen", "Donald Larson"),
        ("Johnson", "Karl Johnston"),
        ("Stevie Ekman", "Oliver Ekman"),
    ],
)
def test_other_last_names_and_given_names_that_share_initials_are_of_two(left: str, right: str) -> None:
    assert relate_names(left, right, GIVEN).standing == relate_names(right, left, GIVEN).standing == "apart"


@pytest.mark.parametrize(
    ("left", "right"), [("Jan Vermeulen", "Vermuelen"), ("Kasparow", "Olga Kasperow"), ("Wendelin", "Karl Wenderlin"), ("Mbekani", "Mbekeni")]
)
def test_of_one_office_a_longer_last_name_may_have_a_wrong_letter(left: str, right: str) -> None:
    assert relate_holders(Value(left), Value(right), {}).standing == relate_holders(Value(right), Value(left), {}).standing == "refinement"


@pytest.mark.parametrize(("left", "right"), [("Jan Vermeulen", "Piet Vermuelen"), ("Kim", "Kin"), ("Peters", "Petersen"), ("Wendelin", "Ekman")])
def test_of_one_office_given_names_short_names_and_ends_part_two(left: str, right: str) -> None:
    assert relate_holders(Value(left), Value(right), {}).standing == relate_holders(Value(right), Value(left), {}).standing == "apart"
