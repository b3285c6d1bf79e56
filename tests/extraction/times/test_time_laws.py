"""Laws of reading time: whatever the text, spans hold, nothing raises, and only the article's date decides."""

from __future__ import annotations

import locale
import os
import string
import time
from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import find_times
from factcheck.extraction.times import times_in
from factcheck.model.interval import Interval
from factcheck.text.scan import Scan

WORDS = (
    "the a last next this past previous Monday Friday May March october Sept. 3 12 1998 2,012 2025-10-29 24/7 9/11 03/04/2025 at 7:15 p.m. EST "
    "two three weeks week days day month months year years quarter third fiscal early late mid end of since until in on by before after ago earlier "
    "later from now recently soon daily every each weekend night morning noon Christmas Easter summer fall decade 1990s 20th century half and a few "
    "nineteen ninety-six hundred first second 400th 2012-13 -year-old million people $ , . - / ' ( ) \n \u2013 \u00a0 \u0661\u0669 e\u0301 \u202e"
).split(" ")
texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.text(max_size=60), st.text(string.printable, max_size=60))
days = st.dates(date(1000, 1, 1), date(9000, 12, 31))


@given(texts, st.none() | days)
@settings(max_examples=300, deadline=None)
def test_spans_slice_to_the_text_and_stand_in_order(text: str, published: date | None) -> None:
    last = 0
    for mention in find_times(text, published=published):
        assert text[mention.start : mention.end] == mention.text != ""
        assert last <= mention.start
        last = mention.end


@given(texts, days)
@settings(max_examples=100, deadline=None)
def test_every_edtf_is_read_by_another_parser(text: str, published: date) -> None:
    for mention in find_times(text, published=published):
        if mention.edtf is not None:
            edtf.parse_edtf(mention.edtf)


@given(texts, days)
@settings(max_examples=200, deadline=None)
def test_an_interval_begins_before_it_ends(text: str, published: date) -> None:
    for mention in find_times(text, published=published):
        span = mention.interval
        if span is not None and span.first is not None and span.last is not None:
            assert span.first <= span.last


@given(texts, st.one_of(st.dates(date(1, 1, 1), date(3, 1, 1)), st.dates(date(9997, 1, 1), date(9999, 12, 31))))
@settings(max_examples=150, deadline=None)
def test_the_ends_of_the_calendar_raise_nothing(text: str, published: date) -> None:
    find_times(text, published=published)


@given(texts, days, st.integers(0, 400))
@settings(max_examples=150, deadline=None)
def test_an_article_of_unknown_day_holds_what_each_known_day_gives(text: str, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    wide = find_times(text, published=Interval(first, last))
    for day in (first, last):
        for narrow, hull in zip(find_times(text, published=day), wide, strict=True):
            if hull.interval is None or narrow.interval is None:
                continue
            for end in ("first", "last"):
                bound, known = getattr(hull.interval, end), getattr(narrow.interval, end)
                if bound is not None:
                    assert known is not None
                    assert bound <= known if end == "first" else known <= bound


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
@settings(max_examples=100, deadline=None)
def test_one_day_in_many_notations_is_one_day(day: date) -> None:
    month, short = f"{day:%B}", f"{day:%b}."
    for text in (
        f"on {month} {day.day}, {day.year}",
        f"on {day.day} {month} {day.year}",
        f"on {short} {day.day}, {day.year}" if day.month != 5 else f"on May {day.day}, {day.year}",
        f"on {day.isoformat()}",
        f"on {day.month}/{day.day}/{day.year}",
        f"on {day:%A}, {month} {day.day}, {day.year}",
        f"on {month}\u00a0{day.day}, {day.year}",
    ):
        (mention,) = find_times(text)
        assert mention.interval == Interval(day, day), text


TEXT = "He said on Thursday that the 1998 talks of last week will go on until March 3, for two days, at 9 a.m. Tuesday, in fiscal 2026."


def test_neither_clock_nor_time_zone_nor_locale_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = find_times(TEXT, published="2020-02-12")
    kept = locale.setlocale(locale.LC_ALL)
    try:
        for zone in ("Pacific/Kiritimati", "America/Adak"):
            monkeypatch.setitem(os.environ, "TZ", zone)
            time.tzset()
            monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
            assert find_times(TEXT, published="2020-02-12") == expected
        locale.setlocale(locale.LC_ALL, "C")
        assert find_times(TEXT, published="2020-02-12") == expected
    finally:
        locale.setlocale(locale.LC_ALL, kept)
        monkeypatch.undo()
        time.tzset()


def test_the_first_stage_knows_no_date() -> None:
    once = times_in(Scan(TEXT))
    assert times_in(Scan(TEXT)) == once
    assert hash(once) == hash(times_in(Scan(TEXT)))


@pytest.mark.parametrize(
    "piece",
    [
        "last ",
        "1998 ",
        "the ",
        "Monday ",
        "two ",
        "May 3-",
        "nineteen ",
        "12:",
        "2025-10-",
        "early ",
        "a year ago ",
        "fiscal ",
        "'",
        "of the end of the ",
        "every ",
    ],
)
def test_repeats_without_end_are_read_in_linear_time(piece: str) -> None:
    def cost(count: int) -> float:
        text = piece * (count // len(piece))
        return min(_timed(text) for _ in range(2))

    assert cost(40_000) < 12 * cost(10_000) + 0.05


def _timed(text: str) -> float:
    started = time.process_time()
    find_times(text, published="2025-10-29")
    return time.process_time() - started
