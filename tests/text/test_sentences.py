"""Where sentences of news text end, and where they only seem to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.scan import Scan
from factcheck.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(Scan(text).plain, 0, len(text))]


# "|" stands where a sentence must end; the text is given to the program without it.
ENDS = [
    ("a stop before a capital", "Rain fell all night. |Two roads were closed."),
    ("a question and a cry", "Who pays? |Nobody! |The fund is empty."),
    ("a quotation closed behind the stop", "“The dam will hold.” |Engineers were less sure."),
    ("a quotation of two sentences", '"We saw smoke. |We ran."'),
    ("a bracket closed behind the stop", "The port was shut (for the second time.) |Ships waited."),
    ("an abbreviation before a word that opens sentences", "He moved to the U.S. |The move surprised many."),
    ("a company before a word that opens sentences", "She runs Acme Corp. |It employs 400 people."),
    ("a time of day before a new subject", "The blast came at 9 p.m. |Rescuers arrived in minutes."),
    ("a time of day before some time", "It opens at 9 p.m. |Some time later it shuts."),
    ("rupees at an end", "They paid it in Rs. |Nobody was glad."),
    ("a year", "The war ended in 1995. |Peace was slow."),
    ("a percentage", "Turnout fell to 41 percent. |Few were surprised."),
    ("a sentence that opens with a figure", "Nobody was hurt. |30 cars burned."),
    ("three dots before a capital", "They waited... |Nobody came."),
    ("no as a word", "The answer was no. |Talks ended."),
    ("a blank line", "A storm is coming\n\n|People leave"),
    (
        "a headline over a paragraph",
        "Storm Hits the Northern Coast\n|Hundreds left their homes on Monday as water rose over the quays of the old town.",
    ),
    ("entries of a list", "The toll:\n|- 12 dead\n|- 40 hurt"),
    ("a stop with the space missing", "The alliance has strength.|A new era begins."),
    ("a stop and an opening quotation with the space missing", 'The region is calm.|"We are ready," he said.'),
    ("a closed quotation with the space missing", 'He said: "We are ready."|They left.'),
    ("a heading glued to a word that opens sentences", "A Port Under Pressure|The harbour handles 300 ships a day."),
    ("a heading glued to a preposition", "Residents Voice Concerns|In a letter, 40 of them asked for help."),
    ("a heading glued to a name that stands elsewhere too", "A New Hand at the Helm|Moreno took over. |Nobody doubted Moreno."),
    ("a heading glued on both sides", "It is over.|Looking at the Leaders|Norwegian voters decide."),
    ("a street before a word that opens sentences", "The fire began on Elm Ave. |No one was hurt."),
    ("a word as long as an abbreviation", "He took a cab. |Police followed."),
    ("a sentence glued behind a day", "It began at 9 p.m. Tuesday.|A guard was hurt."),
    ("an abbreviation before a glued word that opens sentences", "The law is of the U.S.|The others have none."),
    ("a date glued to what stands before it", "Two boats sink, 4 hurt|March 13, 2013 was the day."),
    ("a word in capitals behind a glued stop", "The talks are over.|NATO will decide."),
    ("an entry and the next", "1. Who pays? |2. Who gains?"),
    ("dots with spaces before a space", "She waited . . . |Nobody came."),
    ("a single word", "They left. |Gone. |Nobody knew where."),
    ("a state before a word that opens sentences", "They live in Fort Hill, Ga. |The town has 900 people."),
]
GOES_ON = [
    ("a title before a name", "Gen. Arthur Holt met Sen. Mary Pike and Mr. Lee."),
    ("initials", "J. K. Brandt and Harry S. Olsen left."),
    ("a country before a noun", "The U.S. Navy and the U.K. Treasury agreed."),
    ("a country before a possessive", "He praised U.S. Defense Secretary Dale Moss."),
    ("a month before a day", "The vote is on Sept. 3 in the north."),
    ("a number", "Bus No. 5 carried 3.5 tons."),
    ("a time of day before a day", "It began at 9 a.m. Monday and ended at 10 p.m. EST."),
    ("a time of day before its zone", "The blast came at 9 p.m. Moscow time in the north."),
    ("rupees before a number", "Each got Rs. 25,000 and Tk. 900."),
    ("a company before a title", "Ford Motor Co. Chairman Bill Hart spoke."),
    ("a state between commas", "A house in Troy, N.Y., burned."),
    ("a state before a name", "They flew to Portland, Ore. Senator Pike came along."),
    ("a saint", "Ships left St. Louis for St. Helena."),
    ("a question inside a sentence", '"Is it over?" he asked.'),
    ("a question and who asked", '"Is it over?" Brandt asked reporters.'),
    ("a cry in a name", "The Yahoo! site was down."),
    ("three dots inside a sentence", "They waited... and waited."),
    (
        "a wrapped line",
        "The minister said on Tuesday that the government of the northern\nprovince had asked for help.",
    ),
    (
        "a wrapped line before a capital",
        "The minister said that the heads of the three big and small\nNorthern lands had asked for help, and that soldiers from\nGermany would go.",
    ),
    ("a name with a capital inside", "McDonald and DeSantis met LeBron and MacArthur in LaSalle."),
    ("a brand with a capital inside", "YouTube, PayPal, LinkedIn and iPhone sales rose."),
    ("a brand at the head of a headline", "SoftBank Shares Fall as BlackRock Sells"),
    ("a site", "He wrote to Example.com and Booking.Com for help."),
    ("a file and a version", "The script Node.js 3.2 runs there."),
    ("a degree", "She holds a Ph.D. in law."),
    ("versus", "It was Smith vs. Jones."),
    ("a list of states", "Floods hit Ala. and Ga. on Friday."),
    ("a name of a month inside a name", "CafeMarch and SunMay sold 13 boats."),
    ("a platform", "They use ASP.NET and Node.JS servers."),
    ("an address", "The list is at www.Example.org for all."),
    ("the number of an entry", "1. Who will pay for the dam?"),
    ("dots with spaces between", "She was at home . . .I saw her."),
    ("a text cut into tokens", "Output rose to 14 . 8 % in the week ended oct . 7 ."),
    ("an extension", "Call the desk, ext. 2002."),
    ("a sentence that ends", "The dam held."),
]


@pytest.mark.parametrize(("name", "text"), ENDS, ids=[name for name, _ in ENDS])
def test_a_sentence_ends(name: str, text: str) -> None:
    assert cut(text.replace("|", "")) == [piece.strip() for piece in text.split("|")]


@pytest.mark.parametrize(("name", "text"), GOES_ON, ids=[name for name, _ in GOES_ON])
def test_a_sentence_goes_on(name: str, text: str) -> None:
    assert cut(text) == [text]


def test_cases_are_even() -> None:
    assert len(ENDS) == len(GOES_ON)


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "One came. Two left. Three stayed."
    assert sentences(text, 10, 19) == ((10, 19),)


def test_nothing_has_no_sentences() -> None:
    assert sentences("  \n \n", 0, 5) == ()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("aBc.?!\"'()\n \tSMr09-—…é東")), max_size=120))
def test_sentences_cover_all_but_white_space_and_never_overlap(text: str) -> None:
    at = 0
    for start, end in sentences(Scan(text).plain, 0, len(text)):
        assert at <= start < end
        assert not text[at:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("unit", ["fooBar ", "Aaa BbbCcc ", 'xx."Yy ', "xx.Yy", "U.S. ", "a\n"])
def test_the_work_grows_with_the_text_alone(unit: str) -> None:
    """A quarter of a million characters without a sentence in them: with work by the square this takes minutes."""
    text = unit * (250_000 // len(unit))
    found = sentences(text, 0, len(text))
    assert found[0][0] == 0
    assert found[-1][1] == len(text.rstrip())
