"""The frame language: what a frame matches in masked text, and what it says of a malformed one."""

from __future__ import annotations

import re

import pytest

from factcheck.packs.frames import MASKS, FrameError, parse
from factcheck.packs.patterns import compile_frame

LEXICONS = {"troops": ["troops", "service members"], "former": ["former", "ex"]}


def masked(text: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: MASKS[match[1]], text)


def matches(frame: str, text: str) -> bool:
    return re.search(compile_frame(parse(frame), LEXICONS).regex, masked(text)) is not None


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("{count} <troops> in {place}", "about {count} troops in {place}."),
        ("{count} <troops> in {place}", "{count} service members in {place}"),
        ("{count} <troops> [are] in [the] {place}", "{count} troops are in the {place}"),
        ("{count} (dead|killed)", "{count} killed"),
        ("[<former>] {place}['s] {office}", "ex {place}'s {office}"),
        ("[<former>] {place}['s] {office}", "{place} {office}"),
        ("{person}[, ...,] resigned", "{name}, a man of few words, resigned"),
        ("{person}[, ...,] resigned", "{name} resigned"),
        ("{person}, [who|...8,] resigned", "{name}, a teacher, resigned"),
        ("killed ... {count}", "killed in the blast were {count}"),
        ("kill* {count}", "killing {count}"),
        ("... {count} dead", "at least on that day {count} dead"),
        ("toll ...12 to {count}", "toll from the ship that went down off the port rose to {count}"),
        ("{duration}-long", "{duration}-long"),
        ("was shot [dead]", "was shot, they say"),
        ("(kill|wound)ed {count}", "wounded {count}"),
        ("[{place}] dead", "{place} dead"),
    ],
)
def test_a_frame_matches(frame: str, text: str) -> None:
    assert matches(frame, text)


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("{count} <troops> in {place}", "{count} trooping in {place}"),
        ("{count} <troops> in {place}", "{share} troops in {place}"),
        ("{count} (dead|killed)", "{count} were killed"),
        ("killed ... {count}", "killed, and in the end {count}"),
        ("killed ... {count}", "killed {money} and {count}"),
        ("killed ... {count}", "killed in the great blast of the old mill {count}"),
        ("kill* {count}", "skill {count}"),
        ("in {place}", "within {place}"),
        ("{count} died", "{count}\ndied"),
        ("was shot [dead]", "was shotgunned"),
        ("{person}, [who|...2,] resigned", "{name}, a teacher of the school, resigned"),
        ("(killed|hurt) {count}", "skilled {count}"),
        ("{count} (were|got) (killed|hurt)", "{count} were hurting"),
        ("[{place}] dead", "undead"),
    ],
)
def test_a_frame_keeps_quiet(frame: str, text: str) -> None:
    assert not matches(frame, text)


def test_roles_are_the_kinds_unless_named() -> None:
    assert parse("{count} {place as force} in {place}").roles == (("count", "count"), ("force", "place"), ("place", "place"))


@pytest.mark.parametrize(
    ("frame", "message", "offset"),
    [
        ("{counts} dead", 'no kind of mention is called "counts"; did you mean "count"?', 0),
        ("{count} (dead", '"(" is never closed', 8),
        ("{count} dead)", '")" closes nothing', 12),
        ("{count} a|b", '"|" stands outside of brackets; write (a|b)', 9),
        ("{count} ()", "an empty alternative; write [x] for x or nothing", 8),
        ("{count} dead!", "'!' has no meaning in a frame", 12),
        ("{count as} dead", "{count as} is no slot; write {count} or {place as force}", 0),
        ("  ", "the frame is empty", 0),
        ("{count} ...99 dead", "a gap has at most 15 words", 8),
    ],
)
def test_a_malformed_frame_says_where_and_how(frame: str, message: str, offset: int) -> None:
    with pytest.raises(FrameError) as error:
        parse(frame)
    assert (error.value.message, error.value.offset) == (message, offset)


def test_an_unknown_lexicon_is_named() -> None:
    with pytest.raises(FrameError) as error:
        compile_frame(parse("{count} <trops>"), LEXICONS)
    assert error.value.message == 'no lexicon is called "trops"; did you mean "troops"?'
