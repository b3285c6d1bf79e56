"""Words as single characters: a frame matches the same on them as on the words."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.coding import CodedLine, Compiled
from factcheck.packs.codes import Codebook
from factcheck.packs.frames import MASKS, Frame, parse
from factcheck.packs.loader import load_rules
from factcheck.packs.patterns import compile_frame, is_of_whole_words

LEXICONS = {"troops": ("troops", "soldiers", "service members"), "ex": ("ex", "ex-")}
FRAMES = tuple(map(parse, ("{count} <troops>", "<ex> kill*", "killing members")))
BOOK = Codebook(FRAMES, LEXICONS)
COUNT = MASKS["count"]


@pytest.mark.parametrize(
    ("one", "another"),
    [("troops", "soldiers"), ("killed", "killer"), ("apple", "pear"), ("é", "7th"), (f"{COUNT} troops, at sea", f"{COUNT} soldiers, by air")],
)
def test_what_no_frame_tells_apart_has_one_spelling(one: str, another: str) -> None:
    assert BOOK.encode(one.split(" ")) == BOOK.encode(another.split(" "))


@pytest.mark.parametrize(
    ("one", "another"),
    [("troops", "service"), ("killed", "killing"), ("apple", "7th"), ("members", "service"), ("ex-kin", "ex kin")],
)
def test_what_a_frame_tells_apart_is_spelled_apart(one: str, another: str) -> None:
    assert BOOK.encode(one.split(" ")) != BOOK.encode(another.split(" "))


def test_a_book_may_tell_tens_of_thousands_of_words_apart() -> None:
    many = Codebook([parse(f"virb{number} of {{count}}") for number in range(12_000)], {})
    assert len({many.of_word(f"virb{number}") for number in range(12_000)}) == 12_000
    assert all(re.fullmatch(r"\w", many.of_word(f"virb{number}")) for number in range(12_000))


def test_each_word_is_one_character_and_signs_and_spaces_stay() -> None:
    coded = BOOK.encode(f"  the {COUNT} service  members' kit, ex-killers: 7th".split(" "))
    assert re.sub(r"\w", "w", coded) == f"  w {COUNT} w  w' w, w-w: w"


PEOPLE = ("boys", "clerk", "crew", "nuns", "ship's cook")
APART = tuple(map(parse, (*(f"{word} {{count}}" for word in ("zebra", "nuns", "apple", "boys")), "<people>")))


def test_words_of_the_first_lexicon_lie_side_by_side() -> None:
    book = Codebook(APART, {"people": PEOPLE}, first="people")
    assert re.fullmatch(r".+\|\[(.)-(.)\]", book.pattern_of_lexicon("people", " +"))
    assert re.fullmatch(rf"(?:{book.pattern_of_lexicon('people', ' +')})+", "".join(map(book.of_word, PEOPLE[:-1])))


@pytest.mark.parametrize("word", ["boys", "apple", "it"])
def test_a_choice_of_words_matches_each_of_them(word: str) -> None:
    book = Codebook(APART, {"people": PEOPLE}, ("it", "s"), first="people")
    assert re.fullmatch(book.of_pattern(r"(?P<one>boys|apple|it's|it|nuns)"), book.of_word(word))


@pytest.mark.parametrize("word", ["zebra", "s", "other"])
def test_a_choice_of_words_matches_no_other(word: str) -> None:
    book = Codebook(APART, {"people": PEOPLE}, ("it", "s"), first="people")
    assert not re.fullmatch(book.of_pattern(r"(?P<one>boys|apple|it's|it|nuns)"), book.of_word(word))


@pytest.mark.parametrize(
    ("frame", "is_whole"),
    [("{count} <troops> died", True), ("{count} troop[s], [in [the] {place}]", True), ("[un]armed men", False), ("<troops>[s] left", False)],
)
def test_frames_of_whole_words_can_be_coded(frame: str, is_whole: bool) -> None:
    assert is_of_whole_words(parse(frame).items) is is_whole


@cache
def shipped() -> tuple[list[tuple[Compiled, Compiled]], Codebook, list[str]]:
    """Frames of the packs on coded lines and on text, their codebook and the words of their patterns."""
    book = load_rules([], reference=False)
    lexicons = {name: lexicon.phrases for name, lexicon in book.lexicons.items()}
    frames: list[Frame] = [rule.frame for attribute in book.attributes for rule in attribute.frames][3::7]
    frames = [frame for frame in frames if is_of_whole_words(frame.items)]
    codes = Codebook(frames, lexicons)
    pairs = [(Compiled(compile_frame(f, lexicons, frozenset(), codes), True), Compiled(compile_frame(f, lexicons), False)) for f in frames]
    found = {word for _, text in pairs for word in re.findall(r"(?<!\\)\b[a-z]{2,}\b|[\x01-\x16]", re.sub(r"\?P<\w+>", "", text.pattern.regex))}
    return pairs, codes, sorted(found | {",", ".", "'s", "-", "the", "a", "of", "é", "s"})


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_shipped_frame_finds_the_same_on_coded_lines_as_on_text(data: st.DataObject) -> None:
    pairs, codes, words = shipped()
    spaced = st.sampled_from(words).flatmap(lambda word: st.sampled_from((f"{word} ", f" {word} ", word)))
    line = CodedLine("".join(data.draw(st.lists(spaced, min_size=1, max_size=14))), 5, codes)
    for coded, text in pairs:
        groups = [0, *(group for group, _, _ in text.pattern.slots)]
        assert [[coded.span(line, match, group) for group in groups] for match in coded.finditer(line)] == [
            [text.span(line, match, group) for group in groups] for match in text.finditer(line)
        ]
