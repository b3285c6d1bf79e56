"""What the rules that come along say: places, offices, terms of office, given names."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import Office, RuleBook, Title


@cache
def book() -> RuleBook:
    return load_rules()


def office(name: str) -> Office:
    return next(office for office in book().offices if office.id == name)


def title(office_id: str, text: str) -> Title | None:
    return next((title for title in office(office_id).titles if title.text == text), None)


@pytest.mark.parametrize(
    ("surface", "place", "form"),
    [
        ("US", "US", "name"),
        ("U.S.", "US", "name"),
        ("American", "US", "adjective"),
        ("Washington", "US", "capital"),
        ("White House", "US", "metonym"),
        ("Britain", "GB", "name"),
        ("British", "GB", "adjective"),
        ("South Korea", "KR", "name"),
        ("South Korean", "KR", "adjective"),
        ("North Korea", "KP", "name"),
        ("UAE", "AE", "name"),
        ("Ivory Coast", "CI", "name"),
        ("Cote d'Ivoire", "CI", "name"),
        ("Burma", "MM", "name"),
        ("Turkiye", "TR", "name"),
        ("Czech Republic", "CZ", "name"),
        ("Norway", "NO", "name"),
        ("Philippine", "PH", "adjective"),
        ("Thai", "TH", "adjective"),
        ("Kyiv", "UA", "capital"),
        ("Kiev", "UA", "capital"),
        ("Kremlin", "RU", "metonym"),
        ("NATO", "NATO", "organisation"),
        ("United Nations", "UN", "organisation"),
        ("Texas", "US-TX", "name"),
        ("Okinawa", "JP-47", "name"),
        ("Osaka", "JP/Osaka", "name"),
    ],
)
def test_the_likeliest_reading_of_a_surface_comes_first(surface: str, place: str, form: str) -> None:
    first = book().places[surface][0]
    assert (first.id, first.form) == (place, form)


def test_a_capital_is_a_government_and_a_city() -> None:
    assert [(place.id, place.type, place.form) for place in book().places["Tokyo"]] == [("JP", "country", "capital"), ("JP/Tokyo", "city", "name")]


def test_reports_name_places_as_news_does() -> None:
    assert book().places["U.S."][0].label == "the United States"
    assert book().places["Japanese"][0].label == "Japan"
    assert book().places["Dutch"][0].label == "the Netherlands"
    assert book().places["Ivorian"][0].label == "Ivory Coast"
    assert book().places["U.N."][0].label == "the United Nations"


@pytest.mark.parametrize("surface", ["Georgia", "Jordan", "Chad", "Turkey", "Dominican", "Congo", "Pole"])
def test_a_surface_that_is_also_something_else_is_marked(surface: str) -> None:
    assert book().places[surface][0].ambiguous


@pytest.mark.parametrize("surface", ["Japan", "American", "Indian", "Kremlin", "Germany"])
def test_a_plain_surface_is_not_marked(surface: str) -> None:
    assert not book().places[surface][0].ambiguous


def test_words_that_are_no_place_are_not_there() -> None:
    assert [word for word in ("polish", "china", "turkey", "May", "March", "The", "us") if word in book().places] == []


def test_an_office_has_its_titles_in_either_spelling_and_order() -> None:
    texts = {title.text for title in office("defense_minister").titles}
    assert {
        "defense minister",
        "defence minister",
        "minister of defense",
        "minister for defence",
        "minister of national defense",
        "defense chief",
    } <= texts


def test_a_title_may_be_of_one_country_only() -> None:
    assert title("foreign_minister", "secretary of state") == Title("secretary of state", ("US",), "US")
    assert title("interior_minister", "home secretary") == Title("home secretary", ("GB",))
    assert title("defense_minister", "Pentagon chief") == Title("Pentagon chief", ("US",), "US")


def test_a_renamed_office_has_its_title_for_its_time() -> None:
    assert title("defense_minister", "secretary of war") == Title("secretary of war", ("US",), "US", date(2025, 9, 5))
    assert title("defense_minister", "director-general of the defense agency") == Title(
        "director-general of the defense agency", ("JP",), "JP", None, date(2007, 1, 9)
    )


def test_a_title_with_a_capital_is_exact() -> None:
    assert [title.text for title in office("prime_minister").titles if title.is_exact] == ["PM"]
    assert title("prime_minister", "prime minister") == Title("prime minister")


def test_a_deputy_is_no_title_of_the_office_itself() -> None:
    assert [title.text for title in office("prime_minister").titles if "deputy" in title.text] == []
    assert office("deputy_prime_minister").single_holder is False


def test_an_office_is_called_by_its_name_in_its_country() -> None:
    assert office("defense_minister").label_for("US") == "secretary of defense"
    assert office("defense_minister").label_for("JP") == "defense minister"
    assert office("prime_minister").label_for("DE") == "chancellor"


def test_an_office_may_have_several_holders_in_one_country() -> None:
    assert office("vice_president").is_single_in("US")
    assert not office("vice_president").is_single_in("IQ")


def test_terms_of_an_office_stand_in_order() -> None:
    terms = book().terms.of("JP", "prime_minister")[-3:]
    assert [(term.holder, term.first, term.last) for term in terms] == [
        ("Fumio Kishida", date(2021, 10, 4), date(2024, 10, 1)),
        ("Shigeru Ishiba", date(2024, 10, 1), date(2025, 10, 21)),
        ("Sanae Takaichi", date(2025, 10, 21), None),
    ]


def test_an_unknown_office_has_no_terms() -> None:
    assert book().terms.of("JP", "vice_president") == ()
    assert book().terms.of("XX", "president") == ()


def test_terms_are_found_by_any_spelling_of_a_name() -> None:
    assert {term.holder for term in book().terms.find("Koizumi Shinjiro")} == {"Shinjirō Koizumi"}
    assert {term.holder for term in book().terms.find("Koizumi", "JP", "defense_minister")} == {"Shinjirō Koizumi"}
    assert {term.holder for term in book().terms.find("Koizumi", "JP", "prime_minister")} == {"Jun'ichirō Koizumi"}


def test_two_people_of_one_surname_are_both_found() -> None:
    assert {term.holder for term in book().terms.find("Bush", "US", "president")} == {"George H. W. Bush", "George W. Bush"}


def test_terms_without_a_better_source_are_weak() -> None:
    assert [(term.weak, term.source) for term in book().terms.find("Kim Beazley", "AU")] == [(True, "unverified")]
    assert [(term.weak, term.source) for term in book().terms.find("John Moore", "AU")] == [(False, "peppercat")]


def test_short_forms_of_given_names_are_linked_to_the_full_name() -> None:
    assert "richard" in book().given_names["dick"]
    assert "bill" in book().given_names["william"]
    assert "anthony" in book().given_names["tony"]


def test_two_short_forms_are_not_linked_to_each_other() -> None:
    assert "robert" in book().given_names["bob"]
    assert "bill" not in book().given_names["bob"]


def test_without_reference_there_are_no_terms() -> None:
    assert len(load_rules(reference=False).terms) == 0
    assert load_rules(reference=False).offices == book().offices
