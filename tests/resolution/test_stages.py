"""What an article's words say of how far the news had come when it told a count."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.engines.outliner import Outliner
from factcheck.model.article import Article
from factcheck.packs.loader import load_rules


@cache
def outliner() -> Outliner:
    return Outliner(load_rules())


def cues(text: str, attribute: str = "killed") -> set[str]:
    found = [claim for claim in outliner().outline(Article("a", text)).claims if claim.attribute == attribute]
    assert found, text
    return {cue for claim in found for cue in claim.cues if not cue.startswith(("dead:", "scene:"))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll from the ferry at Kalmora rose to 33.", {"grown"}),
        ("Divers at Kalmora found two bodies, bringing the number of dead to 33.", {"grown"}),
        ("That brought to nine the number of people killed in the fire at Kalmora.", {"grown"}),
        ("The death toll in Kalmora now stands at 33.", {"grown"}),
        ("A third person has died of the fire in Kalmora.", {"grown"}),
        ("A fire killed 33 people in Kalmora.", set()),
        ("The fire rose to the roof and killed 33 people in Kalmora.", set()),
        ("First reports spoke of 14 dead in the fire in Kalmora.", {"early", "correction"}),
        ("As of 6 p.m. the fire in Kalmora had killed 14 people.", {"early"}),
        ("The fire in Kalmora killed 14 people so far.", {"unsettled"}),
        ("A fire killed 14 people in Kalmora. Police said the toll may rise.", {"unsettled"}),
        ("A fire killed 14 people in Kalmora. Police said prices may rise.", set()),
    ],
)
def test_words_around_a_count_say_whether_it_grew_or_was_a_first_one(text: str, expected: set[str]) -> None:
    assert {cue for cue in cues(text) if not cue.startswith("weekdays:")} - {"correction"} == expected - {"correction"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fire killed 14 people in Kalmora on Monday.", {"weekdays:0"}),
        ("A fire killed 14 people in Kalmora on Monday, the mayor said on Thursday.", {"weekdays:0,3"}),
        ("A fire killed 14 people in Kalmora on Monday. The mayor will speak on Thursday.", {"weekdays:0"}),
        ("Fourteen people died in the fire that burned Kalmora two days ago.", {"since:2"}),
        ("Fourteen people died in the fire in Kalmora yesterday.", {"since:1"}),
        ("Fourteen people died in the fire in Kalmora last week.", {"since:2"}),
        ("Fourteen people died in the fire in Kalmora.", set()),
        ("Fourteen people died in the fire in Kalmora, which had two days of rain.", set()),
    ],
)
def test_an_article_without_a_date_says_how_long_ago_its_event_was(text: str, expected: set[str]) -> None:
    assert cues(text) == expected


def test_an_article_with_its_date_says_nothing_of_it() -> None:
    assert cues("KALMORA, June 3, 2019 - A fire killed 14 people in Kalmora on Monday.") == set()
