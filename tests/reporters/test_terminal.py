"""What a terminal may show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reporters.terminal import clean, columns, crop, crop_left, pad


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("tab\there", "tab here"),
        ("over\u202ewritten", "over\\u202ewritten"),
        ("soft\u00adhyphen", "softhyphen"),
        ("half \udcff", "half \\udcff"),
        ("line\u2028end", "line end"),
        ("nul\x00", "nul\\x00"),
    ],
)
def test_what_could_act_is_written_out(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize("text", ["Shinjirō Koizumi", "東京", "“quoted” – dash", "naïve café"])
def test_words_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_nothing_that_acts_is_left(text: str) -> None:
    assert not {unicodedata.category(char) for char in clean(text) if char not in "\u200b\u200c\u200d\u2060"} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.integers(0, 30))
def test_a_cropped_text_fits(text: str, width: int) -> None:
    assert columns(crop(clean(text), width)) <= width
    assert columns(crop_left(clean(text), width)) <= width


def test_a_text_that_fits_is_not_cropped() -> None:
    assert crop("東京 1", 6) == "東京 1"
    assert crop("東京 12", 6) == "東京…"
    assert crop_left("12 東京", 6) == "…東京"


def test_padding_counts_columns() -> None:
    assert pad("東京", 6) == "東京  "
