"""Laws of reading quantities: one value in many notations, spans, no input that raises, the quick way and the full way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import find_quantities
from factcheck.extraction.quantities import reading
from factcheck.text.scan import Scan

_WORDS = (
    "about 12 people|5 dollars|3 million euros|6 miles|more than 3.5%|$5m|"
    "nearly half|one of the|5 to 7 million|a 42-year-old man|2012-13|10:30 am|No. 5|on May 5|20 miles (32 km)|"
    "one|two|million|and|a|of|the|per|or so|-|–|(|)|,|.|%|$|£|€|km²|¾|½|٣|१२|\u200f|\u0301|\ud83d\ude00|\n|x10^|e9|:|/|'|+|#"
).split("|")
_PIECES = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=4), st.integers(0, 10**7).map(str)), max_size=14)


@given(_PIECES, st.sampled_from((" ", "", "  ")))
@settings(max_examples=400, deadline=None)
def test_spans_slice_to_their_text_in_order_and_nothing_raises(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    end = 0
    for mention in find_quantities(text):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text == mention.value.text
        assert mention.noun is None or text[: mention.noun_end].endswith(mention.noun)
        value = mention.value
        assert value.low is None or value.high is None or value.low <= value.high
        assert value.point is None or ((value.low is None or value.low <= value.point) and (value.high is None or value.point <= value.high))
        end = mention.end


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_text_raises(text: str) -> None:
    find_quantities(text)


@given(st.text(alphabet="0123456789., -/:$%ab", max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_run_of_digits_and_marks_raises(text: str) -> None:
    find_quantities(text)


@given(_PIECES)
@settings(max_examples=300, deadline=None)
def test_the_quick_way_reads_what_the_full_way_reads(pieces: list[str]) -> None:
    scan = Scan(" ".join(pieces))
    quick = reading.quantities_in(scan)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_common", _never)
        assert reading.quantities_in(scan) == quick


def _never(*_: Any) -> None:
    return None


@given(st.integers(1, 999), st.sampled_from((("thousand", 3), ("million", 6), ("billion", 9))))
@settings(deadline=None)
def test_one_value_in_many_notations_is_one_interval(number: int, scale: tuple[str, int]) -> None:
    word, power = scale
    whole = number * 10**power
    letter = {"thousand": "k", "million": "m", "billion": "bn"}[word]
    notations = (
        f"${number} {word}",
        f"${whole:,}",
        f"{number} {word} dollars",
        f"${number}{letter}",
        f"{whole:,} US dollars",
        f"USD {number} {word}",
        f"${number}-{word}",
    )
    read = [find_quantities(f"It cost {notation}, they said.") for notation in notations]
    assert [len(mentions) for mentions in read] == [1] * len(notations)
    values = {(m.value.point, m.value.low, m.value.high, m.value.step, m.unit) for (m,) in read}
    assert values == {next(iter(values))}
    assert next(iter(values))[0] == Decimal(whole)


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _spelled(number: int, hundred_and: str) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_ONES[number // 100]} hundred" + (f"{hundred_and}{_spelled(number % 100, hundred_and)}" if number % 100 else "")
    return f"{_spelled(number // 1000, hundred_and)} thousand" + (f" {_spelled(number % 1000, hundred_and)}" if number % 1000 else "")


@given(st.integers(2, 999_999), st.sampled_from((" and ", " ")))
@settings(deadline=None)
def test_a_number_in_words_is_the_number_in_digits(number: int, hundred_and: str) -> None:
    (spelled,) = find_quantities(f"They counted {_spelled(number, hundred_and)} houses.")
    (written,) = find_quantities(f"They counted {number:,} houses.")
    assert (spelled.value.point, spelled.value.low, spelled.value.high) == (written.value.point, written.value.low, written.value.high)


@pytest.mark.parametrize("piece", ["7", "1,", "one ", "twenty-", "(1) ", "5-", "$", "a million "])
def test_long_monotonous_text_is_read_to_its_end(piece: str) -> None:
    find_quantities(piece * (30_000 // len(piece)))
