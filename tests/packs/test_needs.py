"""What a frame cannot match without."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.gate import Gate
from factcheck.packs.frames import MASKS, Frame, parse
from factcheck.packs.loader import load_rules
from factcheck.packs.needs import Lexicons, needs
from factcheck.packs.patterns import compile_frame

LEXICONS = Lexicons({"troops": ("troops", "service members"), "kill": ("killed", "shot dead")})
COUNT, PLACE, NAME, DATE, TIME = (MASKS[kind] for kind in ("count", "place", "name", "date", "time"))


@pytest.mark.parametrize(
    ("frame", "clauses"),
    [
        ("{count} <troops> in {place}", [{"members", "troops"}, {COUNT}, {"in"}, {PLACE}]),
        ("kill* ... {count}", [{"kill*"}, {COUNT}]),
        ("(dead|[badly] hurt) [in {place}]", [{"dead", "hurt"}]),
        ("troop[s] left", [{"left"}, {"troop", "troops"}]),
        ("{person}, {count as value}(,|.|;) !(in|on)", [{f"{COUNT},", f"{COUNT}.", f"{COUNT};"}, {f"{NAME},"}]),
        ("{place}'s {when}", [{"s"}, {f"{PLACE}'"}, {DATE, TIME}]),
        ("{group} <kill>", [{"killed", "dead"}]),
        ("(dies|...)", []),
    ],
)
def test_each_clause_holds_what_one_of_must_stand_there(frame: str, clauses: list[set[str]]) -> None:
    assert sorted(map(sorted, needs(parse(frame), LEXICONS))) == sorted(map(sorted, clauses))


def test_a_word_that_may_go_on_is_the_beginning_of_one() -> None:
    assert needs(parse("[re]build[ing] homes"), LEXICONS) == (frozenset({"homes"}),)
    assert needs(parse("<kill>[d|ed] {place}"), LEXICONS) == (frozenset({"killed*", "shot"}), frozenset({PLACE}))


@cache
def frames() -> tuple[tuple[Frame, re.Pattern[str]], ...]:
    book = load_rules([], reference=False)
    lexicons = {name: lexicon.phrases for name, lexicon in book.lexicons.items()}
    every = [rule.frame for attribute in book.attributes for rule in attribute.frames]
    return tuple((frame, re.compile(compile_frame(frame, lexicons).regex)) for frame in every[::7])


@cache
def gate() -> Gate:
    lexicons = Lexicons({name: lexicon.phrases for name, lexicon in load_rules([], reference=False).lexicons.items()})
    return Gate([needs(frame, lexicons) for frame, _ in frames()])


@cache
def words() -> list[str]:
    """The words of the patterns, their masks and signs."""
    found = {word for _, pattern in frames() for word in re.findall(r"(?<!\\)\b[a-z]{2,}\b|[\x01-\x16]", re.sub(r"\?P<\w+>", "", pattern.pattern))}
    return sorted(found | {",", ".", "'s", "-", "the", "a", "of", "é"})


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_sentence_that_a_shipped_frame_matches_is_held_back(data: st.DataObject) -> None:
    spaced = st.sampled_from(words()).flatmap(lambda word: st.sampled_from((f"{word} ", f" {word} ", word)))
    line = "".join(data.draw(st.lists(spaced, min_size=1, max_size=14)))
    matching = {number for number, (_, pattern) in enumerate(frames()) if pattern.search(line)}
    assert matching <= {number for _, _, numbers, _ in gate().lines(line) for number in numbers}
