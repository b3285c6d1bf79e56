"""The sentence around a claim, with the span marked."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reporters.quote import Quote, quote, quote_lines
from factcheck.reporters.terminal import columns

from .made import ABOUT_900, claim

SHORT = claim("c", "a", "Now about 900 are there.", "about 900", ABOUT_900)


def test_a_short_sentence_stands_whole() -> None:
    assert quote(SHORT, 80) == Quote("Now ", "about 900", " are there.")


def test_a_long_sentence_keeps_the_words_around_the_span() -> None:
    long = claim("c", "a", "one two three four five six seven about 900 eight nine ten eleven twelve", "about 900", ABOUT_900)
    assert quote(long, 40) == Quote("…six seven ", "about 900", " eight nine ten …")


def test_a_sentence_at_the_start_keeps_its_start() -> None:
    long = claim("c", "a", "In about 900 cases, " + "and so on " * 20, "about 900", ABOUT_900)
    assert quote(long, 40).before == "In "


def test_the_second_of_two_equal_words_is_marked_where_it_stands() -> None:
    twice = replace(claim("c", "a", "780 and 780 more", "780", ABOUT_900), start=108, end=111)
    assert quote(twice, 80) == Quote("780 and ", "780", " more")


def test_a_span_that_is_not_in_its_sentence_is_shown_alone() -> None:
    assert quote(replace(SHORT, text="elsewhere"), 80) == Quote("", "elsewhere", "")


def test_a_reading_that_does_not_fit_goes_below() -> None:
    at_end = claim("c", "a", "There are as many soldiers in the valley as there ever were, about 900", "about 900", ABOUT_900)
    assert quote_lines(at_end, "about 900: 850 to 950", 80) == [
        "    1 | There are as many soldiers in the valley as there ever were, about 900",
        "      |                                                              ^^^^^^^^^",
        "      |                                                    about 900: 850 to 950",
    ]


@settings(max_examples=200, deadline=None)
@given(st.text("ab 東\n", max_size=60), st.text("ab 東\n", max_size=60), st.integers(30, 60), st.integers(0, 30))
def test_a_quote_fits_and_keeps_its_span(before: str, after: str, width: int, reserve: int) -> None:
    made = claim("c", "a", f"{before}SPAN{after}", "SPAN", ABOUT_900)
    found = quote(made, width, reserve)
    assert found.marked == "SPAN"
    assert columns(found.before) + 4 + columns(found.after) <= width
