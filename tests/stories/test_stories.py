"""Which articles tell of one event; names and figures joined inside a story."""

from __future__ import annotations

from functools import cache

from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.report import Report
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.pipeline import check_articles
from factcheck.readers import Inputs
from factcheck.readers.record import parse_published


@cache
def tools() -> tuple[RuleBook, Extractor]:
    rules = load_rules()
    return rules, Extractor(rules)


def report(*articles: tuple[str | None, str]) -> Report:
    made = tuple(Article(f"a{n}", text, published=parse_published(day) if day else None) for n, (day, text) in enumerate(articles, 1))
    return check_articles(Inputs(made, (), len(made)), *tools())


FIRE = "A fire gutted the Halvorsen paper mill in Kalmora on Monday night, Sheriff Ulla Brandt said. Crews from Berund pumped water until dawn."
FIRE_AGAIN = (
    "Flames destroyed a paper mill in Kalmora late on Monday, the owner, Nils Halvorsen, told Radio Berund. The sheriff, Ulla Brandt, shut a road."
)
GUESTS = "Tor Hov Mest Kvist Bren Ulv Jarn Rosk Fjel Gron".split()
OTHER_FIRE = "A fire gutted the Ekman paper mill in Tosvik on Monday night, Sheriff Piet Holm said. Crews from Lund pumped water until dawn."


def test_two_outlets_on_one_fire_are_one_story() -> None:
    found = report(("2019-06-04", FIRE), ("2019-06-04", FIRE_AGAIN), ("2019-06-04", OTHER_FIRE))
    stories = {article.id: article.story for article in found.articles}
    assert stories["a1"] is not None
    assert stories == {"a1": stories["a1"], "a2": stories["a1"], "a3": None}


def test_two_alike_fires_years_apart_are_two_stories() -> None:
    found = report(("2013-06-04", OTHER_FIRE.replace("Tosvik", "Kalmora")), ("2019-06-04", FIRE_AGAIN))
    assert [article.story for article in found.articles] == [None, None]


def test_a_long_report_full_of_names_that_nobody_else_has_finds_its_story() -> None:
    guests = ". ".join(f"The smoke woke Olga {begin}{end}" for begin in GUESTS for end in ("dal", "vik", "nes", "hagen", "moen"))
    found = report(("2019-06-04", FIRE), ("2019-06-04", f"{guests}. {FIRE_AGAIN}"))
    assert [article.story for article in found.articles] == ["s1", "s1"]


def test_stories_do_not_depend_on_the_order_of_the_input() -> None:
    one = report(("2019-06-04", FIRE), ("2019-06-04", OTHER_FIRE), ("2019-06-04", FIRE_AGAIN))
    assert [article.story for article in one.articles] == ["s1", None, "s1"]


SINKING = (
    "The Margit Sol, a ferry with 212 people on board, sank in Lake Orvanta near Pellmo on Tuesday, the port captain, Ines Tarrazu, said. "
    "Fishermen pulled 41 people from the water. The ferry had left Pellmo at dawn."
)
SEARCH = "Divers searched the wreck of the Margit Sol in Lake Orvanta on Thursday. The owner of the ferry, Olav Brisco, was held in Pellmo."
INQUIRY = "An inquiry blamed Olav Brisco, the owner of the ferry, for the loss of the Margit Sol in Lake Orvanta, and the mayor of Pellmo wept."
OTHER_SINKING = "The Sankt Jurgen, a ferry with 180 people on board, sank off Varnholm on Tuesday, the coast guard chief, Abel Mirov, said."


def stories(*articles: tuple[str | None, str]) -> list[str | None]:
    return [article.story for article in report(*articles).articles]


def test_what_divers_and_an_inquiry_found_is_told_with_the_sinking() -> None:
    assert stories(("2017-03-01", SINKING), ("2017-03-03", SEARCH), ("2017-09-20", INQUIRY), ("2017-03-02", OTHER_SINKING)) == [
        "s1",
        "s1",
        "s1",
        None,
    ]


def test_two_ferries_that_sank_in_one_week_are_two_stories() -> None:
    again = "Abel Mirov of the coast guard said that the Sankt Jurgen lies at a depth of 30 metres off Varnholm. It sank with 180 people on board."
    assert stories(("2017-03-01", SINKING), ("2017-03-02", OTHER_SINKING), ("2017-03-03", SEARCH), ("2017-03-03", again)) == ["s1", "s2", "s1", "s2"]


def test_one_line_each_on_two_days_in_one_city_is_no_story() -> None:
    told = "A gunman killed {} people in a mall in Lima on {}."
    assert stories(("2015-02-02", told.format(30, "Sunday")), ("2024-02-01", told.format(12, "Wednesday"))) == [None, None]
    assert stories(("", "Some 31,000 foreign troops are based in Spain."), ("", "Some 44,000 foreign troops are based in Spain.")) == [None, None]


def test_one_line_each_of_one_day_on_one_person_is_a_story() -> None:
    told = (
        "A gunman killed 12 people in a mall in Lima, Carla Quintal said.",
        "Carla Quintal called the killing of 12 people in a mall in Lima cruel.",
    )
    assert stories(("2024-02-01", told[0]), ("2024-02-02", told[1])) == ["s1", "s1"]


def test_firms_whose_names_only_say_what_they_are_share_no_story() -> None:
    told = "{} Savings Bank Corp. of {} said that its quarterly loss grew, and that it will pay no dividend. It told the Securities Commission."
    assert stories(("2019-05-02", told.format("Ostrander", "Dunmow")), ("2019-05-02", told.format("Kepler", "Ashby"))) == [None, None]


def test_reports_that_give_a_long_name_and_those_that_give_none_share_a_story() -> None:
    named = (
        "Police in Dunmow arrested Anna Maria Ostrander Kell over the 1971 mill murders.",
        "Anna Maria Ostrander Kell of Dunmow is charged with the 1971 mill murders.",
    )
    nameless = (
        "A woman was charged in Dunmow on Friday with the murders of two millers in 1971.",
        "The woman charged with the 1971 murders of the Dunmow millers is ill.",
    )
    assert len(set(stories(*((None, told) for told in named + nameless)))) == 1


def test_reports_on_one_firm_share_a_story() -> None:
    told = ("Ostrander Savings Bank Corp. of Dunmow said that its loss grew.", "The loss of Ostrander Savings Bank is larger than Dunmow feared.")
    assert stories(("2019-05-02", told[0]), ("2019-05-03", told[1])) == ["s1", "s1"]


def test_a_story_is_the_same_whatever_comes_first() -> None:
    told = [("2017-03-01", SINKING), ("2017-03-03", SEARCH), ("2017-03-02", OTHER_SINKING), ("2017-09-20", INQUIRY), ("2019-06-04", FIRE)]
    assert stories(*told) == ["s1", "s1", None, "s1", None]
    assert stories(*reversed(told)) == [None, "s1", None, "s1", "s1"]


# The local daily and the wire share nothing but the lake, a country and the day that both give for what happened.
LOCAL = (
    "Divers from Tarvo brought the bus up on Friday. It sank in Lake Miren on March 4, and the driver, Ole Tamm, got out alone. "
    "The Tarvo club had worked for four days, and Liis Kask, who leads it, said that her friends Anu Poder and Mart Vilde were worn out."
)
WIRE = (
    "TALLINN (Reuters) - Twelve pensioners drowned on Sunday when a coach broke through the ice of Lake Miren in Estonia, the ministry said. "
    "President Toomas Arrak flew in from Brussels, where he had met Jose Barroso. Prime Minister Juhan Vaher spoke with Helsinki and Riga."
)


def test_a_day_that_both_tell_of_makes_a_story_of_two_with_little_in_common() -> None:
    assert stories(("2012-03-09", LOCAL), ("2012-03-04", WIRE)) == ["s1", "s1"]


def test_without_a_common_day_two_with_little_in_common_are_no_story() -> None:
    assert stories(("2012-03-09", LOCAL.replace("March 4", "February 11")), ("2012-03-04", WIRE)) == [None, None]


PHONE = (
    "Tirrell Mobile unveiled the Pebble 2 in Oslo on Tuesday. The phone of Tirrell has a screen of 5 inches, and Ingrid Falk, its chief, "
    "called it the best phone that Tirrell has made.",
    "Ingrid Falk of Tirrell Mobile showed the Pebble 2 in Oslo on Tuesday. The Pebble of Tirrell costs $499 and has a screen of 5 inches.",
)


def test_two_launches_of_one_firm_years_apart_are_two_stories() -> None:
    later = [told.replace("Pebble 2", "Pebble 4").replace("Oslo", "Bergen").replace("5 inches", "6 inches") for told in PHONE]
    found = stories(*(("2012-05-08", told) for told in PHONE), *(("2014-05-06", told) for told in later))
    assert found == ["s1", "s1", "s2", "s2"]


def test_two_reports_of_a_launch_and_two_of_the_queues_weeks_later_share_a_story() -> None:
    queues = [f"{told} It goes on sale on Friday, after the launch on May 8." for told in PHONE]
    found = stories(*(("2012-05-08", told) for told in PHONE), *(("2012-06-05", told) for told in queues))
    assert found == ["s1", "s1", "s1", "s1"]


def test_spellings_of_one_foreign_name_are_one_name() -> None:
    told = (
        "A gas blast wrecked flats in Zaporizhzhya, and Mohammed Saddiq, the rescuer who dug for hours, found nobody alive.",
        "Rescuer Mohamed Sadiq dug in Zaporizhia for hours after the gas blast that wrecked the flats.",
    )
    assert stories(("2007-11-25", told[0]), ("2007-11-26", told[1])) == ["s1", "s1"]


def test_names_that_only_sound_alike_are_two_names() -> None:
    told = (
        "A gas blast wrecked flats in Zaporova, and Magnus Sadler, the rescuer who dug for hours, found nobody alive.",
        "Rescuer Marcus Sattler dug in Zabrovia for hours after the gas blast that wrecked the flats.",
    )
    assert stories(("2007-11-25", told[0]), ("2007-11-26", told[1])) == [None, None]
