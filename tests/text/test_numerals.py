"""What a numeral reads as, without its surroundings."""

from __future__ import annotations

import pytest

from factcheck.text.numerals import numerals_of

# token, numbers with the step of the last stated digit
READ = (
    ("54,000", "54000/1000"),
    ("1.20", "1.20/0.01"),
    ("12,34,567.89", "1234567.89/0.01"),
    ("1 234 567", "1234567/1"),
    ("1.234.567,8", "1234567.8/0.1"),
    ("1.2 million", "1200000/100000"),
    ("5-million", "5000000/1000000"),
    ("7 3/4", "7.75/0.25"),
    ("2½", "2.5/0.5"),
    ("1/4", "0.25/0.25"),
    ("2.5×10^6", "2500000/100000"),
    ("3bn", "3000000000/1000000000"),
    ("1.4billion", "1400000000/100000000"),
    ("9million", "9000000/1000000"),
    ("twenty-three", "23/1"),
    ("two hundred and three", "203/1"),
    ("two and a half million", "2500000/500000"),
    ("half a million", "500000/100000"),
    ("one mln", "1000000/1000000"),
    ("two bln", "2000000000/1000000000"),
    ("8.2 mln", "8200000/100000"),
    ("a half-million", "500000/100000"),
    ("half-a-dozen", "6/12"),
    ("two-and-a-half", "2.5/0.5"),
    ("three quarters of a million", "0.75/0.25 1000000/1000000"),
    ("a dozen", "12/12"),
    ("two dozen", "24/12"),
    ("half a dozen", "6/12"),
    ("three lakh crore", "3000000000000/1000000000000"),
    ("six point one", "6.1/0.1"),
    ("one two three", "1/1 2/1 3/1"),
    ("tens of thousands", "10000/10000"),
)
NONE = ("twenty-third", "9/11", "24/7", "1/0", "nineteen eighty-four", "7" * 200, "one " * 60)


@pytest.mark.parametrize(("token", "expected"), READ, ids=[case[0] for case in READ])
def test_numeral(token: str, expected: str) -> None:
    assert " ".join(f"{numeral.value}/{numeral.step}" for numeral in numerals_of(token)) == expected


@pytest.mark.parametrize("token", NONE, ids=[case[:24] for case in NONE])
def test_token_that_is_no_numeral(token: str) -> None:
    assert numerals_of(token) == ()
