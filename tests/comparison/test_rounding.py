"""Which two printed figures of one thing contradict each other, kind by kind, and which are one figure told twice.

What a careful reader says: people, goals and years of age are counted; minutes, miles and shares are rounded; a hedge, a
fraction or a dozen says so itself; nobody rounds away more than a tenth.
"""

from __future__ import annotations

import pytest

from factcheck.comparison import convert
from factcheck.comparison.values import relate
from factcheck.extraction.quantities import find_quantities
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute, Times

CONTRADICT = (
    # people and things are counted: small whole numbers are exact, round ones too
    ("count", "30 miners", "29 miners"),
    ("count", "forty houses", "39 houses"),
    ("count", "90 goals", "88 goals"),
    ("count", "seven lorries", "eight lorries"),
    ("count", "70 seats", "69 seats"),
    ("count", "1,416 votes", "1,418 votes"),
    ("count", "240 prisoners", "249 prisoners"),
    ("count", "3,000 tents", "3,400 tents"),
    # a hedge reaches as far as it would be used, and to its own side
    ("count", "about 30 miners", "37 miners"),
    ("count", "about 75 miners", "81 miners"),
    ("count", "around 400 bicycles", "480 bicycles"),
    ("count", "nearly 70 miners", "74 miners"),
    ("count", "almost 8,000 fans", "8,400 fans"),
    ("count", "about three lorries", "two lorries"),
    ("count", "30-odd sheep", "28 sheep"),
    ("count", "a dozen sheep", "16 sheep"),
    ("count", "hundreds of sheep", "70 sheep"),
    ("count", "some 6.2 million voters", "6.6 million voters"),
    ("count", "62 million voters", "63.8 million voters"),
    ("age", "60 years old", "59 years old"),
    ("duration", "40 minutes", "47 minutes"),
    ("duration", "about two hours", "three hours"),
    ("duration", "three weeks", "15 days"),
    ("duration", "four years", "40 months"),
    ("duration", "two hours", "100 minutes"),
    ("duration", "half an hour", "50 minutes"),
    ("distance", "4,478 metres", "4,477 metres"),
    ("distance", "60 miles", "67 miles"),
    ("distance", "half a mile", "300 metres"),
    ("money", "$52 million", "$54 million"),
    ("money", "$4,100", "$4,260"),
    ("money", "about $46 million", "$42 million"),
    ("share", "47 percent", "48 percent"),
    ("share", "a third of voters", "38 percent of voters"),
)
ONE_FIGURE = (
    ("count", "30 miners", "about 29 miners"),
    ("count", "forty houses", "some forty houses"),
    ("count", "90 goals", "more than 80 goals"),
    ("count", "seven lorries", "at least seven lorries"),
    ("count", "70 seats", "up to 70 seats"),
    ("count", "1,400 votes", "1,418 votes"),
    ("count", "250 prisoners", "249 prisoners"),
    ("count", "3,000 tents", "3,100 tents"),
    ("count", "about 30 miners", "34 miners"),
    ("count", "about 75 miners", "77 miners"),
    ("count", "around 400 bicycles", "431 bicycles"),
    ("count", "nearly 70 miners", "67 miners"),
    ("count", "almost 8,000 fans", "8,021 fans"),
    ("count", "about six lorries", "seven lorries"),
    ("count", "30-odd sheep", "36 sheep"),
    ("count", "a dozen sheep", "13 sheep"),
    ("count", "hundreds of sheep", "640 sheep"),
    ("count", "some 6.2 million voters", "6.28 million voters"),
    ("count", "62 million voters", "62.8 million voters"),
    ("age", "about 60 years old", "59 years old"),
    ("duration", "40 minutes", "39 minutes"),
    ("duration", "about two hours", "an hour and a half"),
    ("duration", "three weeks", "21 days"),
    ("duration", "four years", "43 months"),
    ("duration", "five hours", "280 minutes"),
    ("duration", "half an hour", "34 minutes"),
    ("distance", "4,500 metres", "4,478 metres"),
    ("distance", "60 miles", "62 miles"),
    ("distance", "half a mile", "900 metres"),
    ("money", "$52 million", "$52.4 million"),
    ("money", "$4,100", "$4,140"),
    ("money", "about $46 million", "$47 million"),
    ("share", "47 percent", "47.4 percent"),
    ("share", "a third of voters", "34 percent of voters"),
)


def value(text: str) -> Value:
    (mention,) = find_quantities(f"It was {text} at last.")
    return mention.value


def standing(kind: str, left: str, right: str) -> str:
    attribute = Attribute("told", "test", kind, "", "", "", Times("fixed"))
    one, two = (relate(value(a), value(b), attribute, {}, convert).standing for a, b in ((left, right), (right, left)))
    assert one == two, "the order of a pair changes nothing"
    return one


@pytest.mark.parametrize(("kind", "left", "right"), CONTRADICT)
def test_they_contradict_each_other(kind: str, left: str, right: str) -> None:
    assert standing(kind, left, right) == "apart"


@pytest.mark.parametrize(("kind", "left", "right"), ONE_FIGURE)
def test_they_can_both_be_right(kind: str, left: str, right: str) -> None:
    assert standing(kind, left, right) in ("same", "rounding", "bounds", "conversion")


def test_there_are_as_many_quiet_cases_as_firing_ones() -> None:
    assert len(CONTRADICT) == len(ONE_FIGURE)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("dozens of sheep", "400 sheep", "beyond_bound"),
        ("hundreds of sheep", "3,000 sheep", "beyond_bound"),
        ("more than 200 sheep", "700 sheep", "beyond_bound"),
    ],
)
def test_of_a_figure_far_beyond_a_bound_nothing_is_sure(left: str, right: str, told: str) -> None:
    assert standing("count", left, right) == told


@pytest.mark.parametrize("text", ["It has some 300 members.", "There was some 300 feet of rope.", "She ran as some 300 fans looked on."])
def test_some_before_a_number_is_a_hedge(text: str) -> None:
    assert find_quantities(text)[0].value.hedge == "~"


@pytest.mark.parametrize("text", ["It has more than 300 members.", "There was 300 feet of rope.", "It has 300 members, and some were there."])
def test_some_elsewhere_is_none(text: str) -> None:
    assert find_quantities(text)[0].value.hedge != "~"
