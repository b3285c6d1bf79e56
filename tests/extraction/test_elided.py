"""Figures that leave out what they count or in what they are measured."""

import pytest

from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article, Segment
from factcheck.packs.loader import load_rules


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load_rules())


def told(extractor: Extractor, text: str, figure: str) -> list[tuple[str, str]]:
    """The attribute and the head of the open figures with these words."""
    reading = extractor.read(Article("a", text), [Segment("body", 0, len(text))])
    return [
        (draft.attribute, draft.context[0]) for draft in reading.drafts if draft.value is not None and draft.value.text == figure and draft.context
    ]


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Charging takes three hours, down from nine.", "nine", [("open_duration", "#[time]/:part")]),
        ("Support stood at 44.5 percent, against 39 in spring.", "39", [("open_share", "#percent/:part")]),
        ("The gale felled 14 masts in Kent and nine in Surrey.", "nine", [("open_count", "#mast/mast:part")]),
        ("She spent ten years at the bank, the last six as its head.", "six", [("open_duration", "#[time]/:last")]),
        ("It was the airline's 40th crossing and Norway's 300th.", "300th", [("open_ordinal", "#cross/cross:part")]),
        ("Seven hikers set out. Five were questioned by dusk.", "Five", [("open_count", "#person/visitor:part")]),
        ("Police stopped a lorry on Monday. Eleven fled into a wood.", "Eleven", [("open_count", "#person/people:part")]),
        ("There were 30,000 in the square, the mayor told reporters.", "30,000", [("open_count", "#person/people")]),
        ("The tally of broken windows climbed to 40,000 on Sunday.", "40,000", [("open_count", "#window/window")]),
        ("Tamm will be the 12th to wear the cape.", "12th", [("open_ordinal", "#ordinal/")]),
        ("Complaints about the smell climbed from 40 to 58.", "58", [("open_count", "#complaint/complaint")]),
        ("Ticket sales passed 70,000 on Friday.", "passed 70,000", [("open_count", "#sale/sale")]),
        ("Signatures on the petition rose by 23 to 410.", "410", [("open_count", "#signatur/signatur")]),
        ("The bus hit 48 on the clock.", "48", [("open_count", "#/")]),
        ("The twins were 48.", "48", [("open_count", "#/")]),
        ("Prices rise by 3 to 5 percent.", "5", []),
        ("Tamm hit three singles in the third and ran.", "third", []),
        ("The museum sold 14 masts. Nine o'clock struck.", "Nine", []),
        ("Rain fell. Two and two make four.", "Two", []),
        ("There were two or three.", "two", []),
        ("The clerk said it rose to 40 on Sunday.", "40", []),
        ("He drove 14 miles and back.", "back", []),
    ],
)
def test_what_a_bare_figure_counts_is_taken_from_what_stands_before(
    extractor: Extractor, text: str, figure: str, expected: list[tuple[str, str]]
) -> None:
    assert told(extractor, text, figure) == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("The last mayor from the valley was Ulla Brandt in 1988.", "1988", ["open_day"]),
        ("Brandt has chaired the board since March 2015.", "March 2015", ["open_day"]),
        ("Ekman worked for the bank from 1998 to 2005.", "1998", ["open_day"]),
        ("The chapel dates from 1743 and stands empty.", "1743", ["open_day"]),
        ("The closure will last until mid-March.", "mid-March", ["open_day"]),
        ("The council wrote its 2014 budget.", "2014", []),
        ("The plan for 2014 stands.", "2014", []),
        ("The 1954 mark fell.", "1954", []),
        ("The wine of 2009 is red.", "2009", []),
        ("The minister said in 2009 that it was.", "2009", []),
    ],
)
def test_years_and_days_at_which_something_is_are_moments(extractor: Extractor, text: str, day: str, expected: list[str]) -> None:
    reading = extractor.read(Article("a", text), [Segment("body", 0, len(text))])
    assert [draft.attribute for draft in reading.drafts if draft.value is not None and draft.value.text == day] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sat in parliament from 1998 to 2005 for the north.", ["1998 to 2005"]),
        ("She ran the mill between 1970 and 1979 with her aunt.", ["1970 and 1979"]),
        ("Prices rose to 2005 from 1998 levels.", []),
        ("The fair of 1998 to 2005 crowns was held.", []),
    ],
)
def test_from_one_year_to_another_is_a_length(extractor: Extractor, text: str, expected: list[str]) -> None:
    reading = extractor.read(Article("a", text), [Segment("body", 0, len(text))])
    assert [draft.value.text for draft in reading.drafts if draft.attribute == "open_duration" and draft.value is not None] == expected
