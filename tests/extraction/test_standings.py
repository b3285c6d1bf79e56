"""Places in a row and results, as news prints them."""

import pytest

from factcheck.extraction.results import race_times, results_in_words
from factcheck.extraction.standings import standings
from factcheck.text.scan import Scan


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.kind, str(m.value.point or m.value.entity), m.noun) for m in standings(Scan(text), []).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She is the 20th head coach of the club.", [("ordinal", "20", "head coach")]),
        ("It was his twenty-first title.", [("ordinal", "21", "title")]),
        ("his fourth marriage ended", [("ordinal", "4", "marriage")]),
        ("Its third chief executive left.", [("ordinal", "3", "chief executive")]),
        ("The club went 16-9 last year.", [("score", "16-9", None)]),
        ("Brunsby beat Tarrow 3\u20131 on Sunday.", [("score", "3-1", None)]),
        ("The court ruled 5-4 against him.", [("score", "5-4", None)]),
        ("a 9-14-2 record", [("score", "9-14-2", None)]),
        ("in the 12200 block of Kalm Street", [("ordinal", "12200", "block")]),
        ("ranked No. 9 in the world", [("ordinal", "9", None)]),
        ("in round six, the world number nine", [("ordinal", "6", "round"), ("ordinal", "9", None)]),
        ("the court's second woman after its second failure", [("ordinal", "2", "woman"), ("ordinal", "2", "failure")]),
        ("the second woman ever to sit there, on the world's seventh-highest peak", [("ordinal", "2", "woman"), ("ordinal", "7", "highest peak")]),
        ("in rehab for a third time, his second arrest", [("ordinal", "3", "time"), ("ordinal", "2", "arrest")]),
    ],
)
def test_places_and_results(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a third of the money",
        "the third party and third person",
        "the first and the second time",
        "the 9-11 attacks",
        "call 555-0100 or 1-800-555-0199",
        "children ages 6-8",
        "on Sept. 9-14",
        "10-12 years in prison",
        "Flight 3-1",
        "a number of men in a round of talks, say no. He waits",
        "its second half, her second thoughts, the club's second largest",
        "a fifth-grade class and 8th-grade pupils",
        "on 2019-05-06",
        "a block of 40 flats and 12 blocks of ice",
    ],
)
def test_neither_places_nor_results(text: str) -> None:
    assert found(text) == []


def test_what_is_read_already_is_no_result() -> None:
    assert standings(Scan("a 9-14 record"), [(2, 6)]).mentions == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was passed by 61 votes to 38", ["61-38"]),
        ("52 votes against three", ["52-3"]),
        ("with 27 wins and three losses", ["27-3"]),
        ("has won 20 and lost five", ["20-5"]),
        ("12 wins, 61 votes", []),
        ("40 votes to 12 percent", []),
        ("won the toss and lost five men", []),
        ("added two wins and a loss", []),
    ],
)
def test_results_in_words(text: str, expected: list[str]) -> None:
    assert [mention.value.entity for mention in results_in_words(Scan(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("won the 200m in 2:04.18", ["124.18"]),
        ("ran the marathon in 2:03:59", ["7439"]),
        ("a best of 58.2 and of 1:01.5", ["61.5"]),
        ("lifted off at 2:03:59", []),
        ("began in Rome at 10:30", []),
        ("in 10:30:15 a.m.", []),
        ("stopped at 1.58 of the ninth round", ["118"]),
        ("at 2:14 of round six, at 1:09 into the fifth", ["134", "69"]),
        ("scored at 12:40 in the second period", ["760"]),
        ("with 4:12 left in the third quarter", ["252"]),
        ("Official time: 2:14.", ["134"]),
        ("faster than any woman: 2:14:04", ["8044"]),
        ("Brekke's 2:03:41 in Tarrow", ["7421"]),
        ("the 5:15 left the station", []),
        ("at 4:12 in the first rain", []),
        ("rose by 1.58 of the total", []),
        ("a share of 2.50 in the third quarter", []),
        ("the time was 9:15 when it rang", []),
        ("the time: 9:15 p.m.", []),
        ("the board read: 2:03:41", []),
    ],
)
def test_times_of_races_are_lengths(text: str, expected: list[str]) -> None:
    assert [str(mention.value.point) for mention in race_times(Scan(text))] == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a man in his thirties", 30, 39),
        ("in her late 60s, she", 65, 69),
        ("in their 20's", 20, 29),
        ("in his mid-40s", 43, 47),
        ("in her teens", 13, 19),
    ],
)
def test_ten_years_of_a_life_are_an_age(text: str, low: int, high: int) -> None:
    (mention,) = standings(Scan(text), []).mentions
    assert (mention.kind, mention.value.low, mention.value.high, mention.value.point) == ("age", low, high, None)


@pytest.mark.parametrize("text", ["in the sixties", "in the 1960s", "temperatures in the 80s", "his 60s records", "the roaring twenties"])
def test_years_of_a_century_are_no_age(text: str) -> None:
    assert standings(Scan(text), []).mentions == []


@pytest.mark.parametrize(
    ("text", "taken", "expected"),
    [
        ("a third tremor shook the town", [], [("3", "tremor")]),
        ("It was the second breakout from the jail", [], [("2", "breakout")]),
        ("She finished third in the sprint", [], [("3", None)]),
        ("the walkout entered its fourth day on Monday", [(20, 34)], [("4", "day")]),
        ("another man, a second gunman in Leeds", [], [("2", "gunman")]),
        ("a second later, a third of them", [], []),
        ("in the second half, the third quarter", [], []),
        ("She was second to none", [], []),
        ("the third week of May", [(0, 21)], []),
        ("on second thoughts, third parties", [], []),
    ],
)
def test_words_alone_tell_of_a_row(text: str, taken: list[tuple[int, int]], expected: list[tuple[str, str | None]]) -> None:
    assert [(str(order.value.point), order.noun) for order in standings(Scan(text), taken).orders] == expected
