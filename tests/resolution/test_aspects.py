"""Of which of two opposites the sentence of a figure tells it."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.engines.outliner import Outliner
from factcheck.model.article import Article
from factcheck.model.aspects import ASPECT, opposed
from factcheck.packs.loader import load_rules


@cache
def outliner() -> Outliner:
    return Outliner(load_rules())


def aspects(text: str, figure: str) -> set[str]:
    claims = [claim for claim in outliner().outline(Article("a", text)).claims if claim.value.text.startswith(figure)]
    assert claims, text
    return {cue.removeprefix(ASPECT) for claim in claims for cue in claim.cues if cue.startswith(ASPECT)}


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Norrvik earned 70 cents a share in the first quarter, excluding one-time costs.", "70 cents", {"turn quarter=first"}),
        ("Excluding one-time costs, Norrvik earned 70 cents a share.", "70 cents", {"items=adjusted"}),
        ("Norrvik paid its costs and earned 70 cents a share.", "70 cents", set()),
        ("Norrvik shares fell 9 percent in early trading.", "9 percent", {"trading=the open"}),
        ("Norrvik shares closed down 9 percent.", "9 percent", {"trading=the close"}),
        ("Norrvik closed two mills and its shares fell 9 percent.", "9 percent", set()),
        ("Ana Ruiz won 38 percent of the vote in the first round.", "38 percent", {"turn round=first"}),
        ("Ana Ruiz won 54 percent of the vote in the runoff.", "54 percent", {"turn round=second"}),
        ("Ana Ruiz won 54 percent of the vote and went round the hall.", "54 percent", set()),
        ("Sales rose to $5 million from $4 million a year earlier.", "$4 million", {"earlier=an earlier time"}),
        ("Sales rose to $5 million from $4 million a year earlier.", "$5 million", set()),
        ("The show drew 43 million viewers, against last year's 40 million viewers.", "40 million", {"earlier=an earlier time"}),
        ("The Senate passed the bill by 57 votes to 42, the foreign minister said.", "57", {"chamber=upper house"}),
        ("The foreign minister said that 57 people died in the wholesale market.", "57", {"market=wholesale"}),
        ("Approval fell to 27 percent in a poll by Datos Andinos.", "27 percent", {"poll=datos andinos"}),
        ("Approval fell to 27 percent in the latest Sondea poll.", "27 percent", {"poll=sondea"}),
        ("Approval fell to 27 percent in a poll published by the paper.", "27 percent", set()),
        ("The gunman who killed 49 people in Orlando was a guard.", "49", {"killer=those whom somebody killed"}),
        ("The fire killed 49 people in Orlando.", "49", set()),
        ("In Orlando 49 people were killed by a gunman.", "49", {"killer=those whom somebody killed"}),
        ("The model with 64 gigabytes costs $699.", "$699", {"storage=64"}),
        ("The model has 64 gigabytes of memory.", "64 gigabytes", set()),
    ],
)
def test_the_words_around_a_figure_say_of_which_opposite_it_is_told(text: str, figure: str, expected: set[str]) -> None:
    assert aspects(text, figure) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("aspect:turn round=first",), ("aspect:turn round=second",), ("first", "second")),
        (("aspect:turn round=first",), ("aspect:turn round=first",), None),
        (("aspect:turn round=first",), ("aspect:turn leg=second",), None),
        (("aspect:turn round=first",), (), None),
        (("aspect:poll=datos andinos",), ("aspect:poll=sondea",), ("datos andinos", "sondea")),
        (("aspect:poll=datos andinos",), ("aspect:poll=andinos",), None),
        (("aspect:killer=those whom somebody killed",), (), None),
        (("aspect:items=adjusted",), (), ("adjusted", "what is usual")),
        (("aspect:items=adjusted",), ("aspect:items=adjusted", "begin"), None),
    ],
)
def test_two_figures_are_of_two_opposites(left: tuple[str, ...], right: tuple[str, ...], expected: tuple[str, str] | None) -> None:
    assert opposed(left, right) == expected
