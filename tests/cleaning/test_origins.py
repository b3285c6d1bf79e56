"""Which articles are one origin, and which agency an article credits."""

import random
import subprocess
import sys
import textwrap

import pytest

from factcheck.cleaning import clean, origins, wire
from factcheck.model.article import Article

SINKING = (
    "A passenger ferry sank off the northern islands on Monday evening with 140 people on board."
    " Fishermen from neighbouring villages reached the wreck first. Helicopters followed from the mainland, and rescuers searched through the night."
    " Investigators believe that the overloaded vessel struck a submerged rock. "
)
STRIKE = (
    "Railway employees across the country walked out on Thursday in a disagreement over pensions."
    " Management described the industrial action as irresponsible. Commuters queued for replacement buses."
    " Parliament is expected to discuss the proposed compromise after the weekend. Economists estimated considerable damage for manufacturers and"
    " exporters, although warehouses remained sufficiently stocked. "
)
INQUIRY = (
    "Survivors described overcrowded corridors and missing lifejackets. The transport ministry promised an independent commission. "
    "Opposition politicians demanded resignations. "
)
HARVEST = (
    "Elsewhere, agricultural cooperatives celebrated an exceptional harvest. Vineyards recovered after several disappointing seasons, and"
    " temperatures remained favourable throughout September. Meteorologists nevertheless predicted thunderstorms. "
)


def groups(*texts: str, publishers: tuple[str | None, ...] = ()) -> list[str]:
    """The origin of each text, in the order given."""
    articles = [Article(f"a{index}", text, publisher=publishers[index] if publishers else None) for index, text in enumerate(texts)]
    found = origins(articles, {article.id: clean(article) for article in articles})
    return [found[article.id] for article in articles]


def test_a_copy_with_another_headline_and_figure_is_one_origin() -> None:
    assert groups(SINKING, "Ferry Disaster in the North\n\n" + SINKING.replace("140", "142"), STRIKE) == ["o1", "o1", "o2"]


def test_a_copy_in_other_line_lengths_is_one_origin() -> None:
    assert groups(SINKING, textwrap.fill(SINKING, 60)) == ["o1", "o1"]


def test_an_excerpt_inside_a_longer_article_is_one_origin() -> None:
    assert groups(SINKING, STRIKE + SINKING + STRIKE.replace("Thursday", "Friday")) == ["o1", "o1"]


def test_two_reports_of_one_event_are_two_origins() -> None:
    other = (
        "At least 140 people were aboard a ferry that went down near the northern islands late on Monday. Local boats picked up the first survivors. "
        "A commission is to establish why the ship sank."
    )
    assert groups(SINKING, other) == ["o1", "o2"]


def test_one_quotation_in_two_reports_makes_no_copy() -> None:
    quotation = 'The minister said: "Everybody responsible for this catastrophe will answer for it." '
    assert groups(SINKING + quotation, STRIKE + quotation) == ["o1", "o2"]


def test_a_part_shared_under_one_credit_is_one_origin() -> None:
    left, right = SINKING + STRIKE, SINKING + INQUIRY + HARVEST
    assert groups(left + "\n\nSource: AFP", right + "\n\n(AFP)") == ["o1", "o1"]


def test_a_part_shared_without_a_credit_is_a_quotation() -> None:
    left, right = SINKING + STRIKE, SINKING + INQUIRY + HARVEST
    assert groups(left, right) == ["o1", "o2"]


def test_a_credit_alone_makes_no_copy() -> None:
    assert groups(SINKING + "\n\nSource: AFP", STRIKE + "\n\nSource: AFP") == ["o1", "o2"]


def test_boilerplate_alone_makes_no_copy() -> None:
    form = "\n\nLeave a Reply\n\nYour email address will not be shown. Moderators reserve everything permissible."
    assert groups(SINKING + form, STRIKE + form) == ["o1", "o2"]


def test_short_texts_are_copies_only_word_for_word() -> None:
    assert groups("Two died.", "Two died.", "Two survived.") == ["o1", "o1", "o2"]


def test_copies_of_copies_are_one_origin() -> None:
    assert groups(*[SINKING.replace("140", str(number)) for number in range(100, 140)]) == ["o1"] * 40


def test_origins_do_not_depend_on_the_order_of_the_articles() -> None:
    articles = [Article(f"a{index}", text) for index, text in enumerate((SINKING, STRIKE, SINKING + INQUIRY, INQUIRY + STRIKE, "Two died."))]
    segments = {article.id: clean(article) for article in articles}
    expected = {"a0": "o1", "a1": "o2", "a2": "o1", "a3": "o2", "a4": "o3"}
    assert origins(articles, segments) == expected
    for seed in range(5):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert origins(shuffled, segments) == expected


@pytest.mark.parametrize("seed", ["0", "1"])
def test_origins_do_not_depend_on_the_hash_seed(seed: str) -> None:
    code = (
        "from factcheck.cleaning import origins; from factcheck.model.article import Article;"
        f"print(sorted(origins([Article('a', {SINKING!r}), Article('b', {STRIKE!r}), Article('c', {SINKING!r})], {{}}).items()))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed})
    assert run.stdout == "[('a', 'o1'), ('b', 'o2'), ('c', 'o1')]\n"


def test_no_articles_have_no_origins() -> None:
    assert origins([], {}) == {}


CREDITS = [
    ("TOKYO (AP) - Two died.", "AP"),
    ("OSLO, March 5 (Reuters) - Two died.", "Reuters"),
    ("Two died.\n\nSource: AFP", "AFP"),
    ("Two died.\n\n(With inputs from agencies.)", "agencies"),
    ("Two died, according to a report by Kyodo News.", "Kyodo"),
    ("Two died.\n\nCopyright 2024 The Associated Press. All rights reserved.", "AP"),
    ("Two died. - Xinhua", "Xinhua"),
    ("Two died.\n\nSOURCE: the associated press", "AP"),
]
NO_CREDITS = [
    "The minister told Reuters that two died.",
    "AP officers in the town counted two dead.",
    "The AAP party won two seats.",
    "Two died, according to a report by the police.",
    "Shares of Bloomberg rose.",
    "The PA system failed twice.",
    "Two agencies sent help.",
    "Two died at the day-spa",
]


@pytest.mark.parametrize(("text", "agency"), CREDITS)
def test_a_credit_names_the_agency(text: str, agency: str) -> None:
    assert wire(Article("a", text)) == agency


@pytest.mark.parametrize("text", NO_CREDITS)
def test_a_mention_in_passing_is_no_credit(text: str) -> None:
    assert wire(Article("a", text)) is None


def test_an_agency_that_publishes_credits_itself() -> None:
    assert wire(Article("a", "Two died.", publisher="Reuters")) == "Reuters"
