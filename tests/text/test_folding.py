"""One name, however it is spelled, folds to one text; two names stay two."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.folding import fold, squash, words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Shinjirō Koizumi", "Shinjiro Koizumi"),
        ("Yoon Suk-yeol", "Yoon Suk Yeol"),
        ("J.D. Vance", "JD Vance"),
        ("J. D. Vance", "JD Vance"),
        ("George W. Bush", "George W Bush"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("Jun’ichirō", "Jun'ichiro"),
        ("Støre", "STORE"),
        ("Tsai Ing‑wen", "Tsai Ing-wen"),
        ("Benjamin  Netanyahu\n", "Benjamin Netanyahu"),
        ("Ilham Əliyev", "Ilham Eliyev"),
    ],
)
def test_spellings_of_one_name_fold_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("George W. Bush", "George H. W. Bush"),
        ("Sato", "Saito"),
        ("Koizumi Shinjiro", "Shinjiro Koizumi"),
        ("Ali", "Aly"),
    ],
)
def test_two_names_stay_two(left: str, right: str) -> None:
    assert fold(left) != fold(right)


def test_particles_are_left_out_of_the_words() -> None:
    assert words("Abdel Fattah al-Sisi") == ("abdel", "fattah", "sisi")
    assert words("Mahmoud Abu Mazen") == ("mahmoud", "mazen")


def test_a_name_of_particles_keeps_them() -> None:
    assert words("Van Le") == ("van", "le")


def test_squashed_names_have_no_parts() -> None:
    assert squash("Suk-yeol") == "sukyeol"
    assert squash("El Baradei") == squash("ElBaradei")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(name: str) -> None:
    once = fold(name)
    assert fold(once) == once
