"""Of which country or state an office is where the words beside its title do not say so.

The holdings of one article go in; what the article says elsewhere, the tables of terms of office and the countries that it names come to
bear on them. Where these do not fit each other, the country stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from factcheck.kinds.name import relate_names
from factcheck.model.reading import Reading
from factcheck.packs.rulebook import Office, RuleBook
from factcheck.packs.terms import Term
from factcheck.resolution.governing import Governed
from factcheck.resolution.holding import Holding, kind_of_place, may_bear, terms_in_office, title_text
from factcheck.text.folding import words

_OF_MANY_BODIES = frozenset(("commission president", "council president", "parliament president"))
_HOME_ONLY = "shadow_"  # the article of a country tells of its own without its name
_PREFIX = re.compile(r"^(?:former|late|then|past|previous|outgoing|incoming|new|ex)[ -]+")
_WITHOUT_MINISTERS = frozenset(("US",))  # whose secretaries are no ministers
_OF_STATES = frozenset(
    ("AT", "AU", "BE", "BR", "CA", "CH", "DE", "IN", "MX", "MY", "NG", "PK", "US", "ZA")
)  # whose states have ministers or officers, too


def with_jurisdictions(found: Sequence[Holding], rules: RuleBook, reading: Reading) -> tuple[Holding, ...]:
    """The holdings, those of no named country with the one that can be known, and all with the terms of their persons."""
    day = published_on(reading)
    known = [_by_table(_by_article(holding, found, rules), rules, day) for holding in found]
    countries = _countries(reading, known) if any(holding.jurisdiction is None or holding.jurisdiction_why for holding in known) else frozenset()
    made = []
    for holding in known:
        if holding.jurisdiction is None:
            holding = _by_country(holding, countries, known, rules, reading, day)
        elif holding.jurisdiction_why.startswith('"') and _is_of_another(holding, countries, known, rules, reading, day):
            holding = replace(holding, jurisdiction=None, jurisdiction_why="")
        if holding.jurisdiction is not None and not holding.terms:
            holding = replace(holding, terms=terms_in_office(rules, holding.name, holding.jurisdiction, holding.office.id))
        made.append(holding)
    return tuple(made)


def published_on(reading: Reading) -> date | None:
    """The day on which the article says that it was published."""
    published = reading.article.published
    return None if published is None else date(published.year, published.month, published.day)


def _by_article(holding: Holding, every: Iterable[Holding], rules: RuleBook) -> Holding:
    """The country from another place in the article that names the same person in the same office with it."""
    if holding.jurisdiction is not None or holding.governed is Governed.SURELY:
        return holding
    for other in every:
        if other.jurisdiction is not None and other.office in holding.candidates and _may_be_one(holding, other, rules):
            return replace(holding, office=other.office, jurisdiction=other.jurisdiction, jurisdiction_why="named so elsewhere in the article")
    return holding


def _may_be_one(one: Holding, two: Holding, rules: RuleBook) -> bool:
    """The names are of one person, a last name that of the full one."""
    return bool(set(words(one.name)) & set(words(two.name))) and relate_names(one.name, two.name, rules.given_names).can_both_be_right


def posts_of(name: str, candidates: Iterable[Office], title: str, rules: RuleBook, day: date | None) -> tuple[tuple[Office, Term], ...]:
    """The posts with this title that the tables know somebody of the name in: on that day, else before it, else later."""
    title = _PREFIX.sub("", title)
    known = [
        (office, term)
        for office in candidates
        for term in terms_in_office(rules, name, None, office.id)
        if not term.weak and (may_bear(office, title, term.jurisdiction) or _is_short_for(title, office, term.jurisdiction))
    ]
    if day is None:
        return tuple(known)
    begun = [(office, term) for office, term in known if term.first is None or term.first <= day]
    later = known if len(words(name)) > 1 else []  # who held it later may have held it before the tables begin
    return tuple([(office, term) for office, term in begun if term.may_hold_on(day)] or begun or later)


def _is_short_for(title: str, office: Office, place: str) -> bool:
    """A title of there ends with the words: "chief of staff" for "White House chief of staff"."""
    return any(
        known.text.lower().endswith(" " + title) for known in office.titles if known.jurisdictions is not None and place in known.jurisdictions
    )


def _by_table(holding: Holding, rules: RuleBook, day: date | None) -> Holding:
    """The country and the terms, where the table knows one country only with such a holder."""
    if holding.jurisdiction is not None or holding.governed is Governed.SURELY:
        return holding
    if holding.governed is Governed.LIKELY and len(words(holding.name)) < 2:
        return holding
    known = posts_of(holding.name, holding.candidates, title_text(holding.draft), rules, day)
    if len({(office.id, term.jurisdiction) for office, term in known}) != 1:
        return holding
    office, term = known[0]
    found = tuple(term for _, term in known)
    return replace(holding, office=office, jurisdiction=term.jurisdiction, jurisdiction_why="by the table of terms of office", terms=found)


def _countries(reading: Reading, known: Iterable[Holding]) -> frozenset[str]:
    """Every country that the article names, by itself or by whoever holds an office there; capitals and towns stand for many things."""
    places = {place.ids[0] for sentence in reading.sentences for place in sentence.places if place.form in ("name", "adjective", "metonym")}
    held = {holding.jurisdiction for holding in known if holding.jurisdiction is not None}
    return frozenset(place for place in (*places, *held) if kind_of_place(place) == "country")


def _by_country(
    holding: Holding, countries: frozenset[str], every: Iterable[Holding], rules: RuleBook, reading: Reading, day: date | None
) -> Holding:
    """The only country that the article names, where it may have such an office and nobody else is known to hold it."""
    office, title = holding.office, title_text(holding.draft)
    if title.endswith("minister"):
        countries -= _WITHOUT_MINISTERS
    if holding.governed is not Governed.NOT or len(countries) != 1 or "country" not in office.of or office.id.startswith(_HOME_ONLY):
        return holding
    only = next(iter(countries))
    if not may_bear(office, title, only) or _is_held_by_another(holding, only, rules, day):
        return holding
    if any(_is_other_holder(other, holding, only, rules) for other in every):
        return holding
    if any("company" in candidate.of for candidate in holding.candidates) and not _is_surely_of(holding, only, rules, reading):
        return holding
    if _may_be_of_a_state(holding, only, every, reading):
        return holding
    return replace(holding, jurisdiction=only, jurisdiction_why="the only country that the article names")


def _is_surely_of(holding: Holding, country: str, rules: RuleBook, reading: Reading) -> bool:
    """Of a title that companies have, too: the tables know the person there, or the sentence names the country ("Ruiz said that Peru would pay")."""
    if holding.office.id != "president":
        return False
    places = reading.sentences[holding.draft.sentence].places
    is_named = any(place.ids[0] == country and place.form in ("name", "adjective") for place in places)
    return is_named or bool(terms_in_office(rules, holding.name, country, holding.office.id))


def _may_be_of_a_state(holding: Holding, country: str, every: Iterable[Holding], reading: Reading) -> bool:
    """States of the country have such an office, and the article names one of them but neither the seat nor an officer of the country."""
    title = title_text(holding.draft)
    if country not in _OF_STATES or not any("state" in office.of and may_bear(office, title, f"{country}-") for office in holding.candidates):
        return False
    places = [place for sentence in reading.sentences for place in sentence.places]
    is_national = any(place.ids[0] == country and place.form == "metonym" for place in places) or any(
        other.jurisdiction == country and not other.jurisdiction_why.startswith('"') for other in every
    )
    return not is_national and any(place.ids[0].startswith(f"{country}-") for place in places)


def _is_of_another(
    holding: Holding, countries: frozenset[str], every: Iterable[Holding], rules: RuleBook, reading: Reading, day: date | None
) -> bool:
    """A title that one country or body is known for, in an article of another: "Treasury Secretary" in one that is of Argentina."""
    place = holding.jurisdiction
    if place is None or not countries - {place} or terms_in_office(rules, holding.name, place, holding.office.id):
        return False
    if kind_of_place(place) == "country":
        rivals = {other.jurisdiction for other in every if other.office == holding.office and not other.jurisdiction_why.startswith('"')} - {
            None,
            place,
        }
        return place not in countries or bool(rivals) or _is_held_by_another(holding, place, rules, day)
    named = {told for sentence in reading.sentences for found in sentence.places for told in found.ids}
    return title_text(holding.draft) in _OF_MANY_BODIES and place not in named


def _is_held_by_another(holding: Holding, place: str, rules: RuleBook, day: date | None) -> bool:
    """The tables know who held the office there on the day, and that it was somebody else."""
    if day is None or holding.modality != "asserted":
        return False
    held = [
        term
        for term in rules.terms.of(place, holding.office.id)
        if not term.weak and term.may_hold_on(day) and (term.last or term.seen or day) >= day
    ]
    return bool(held) and not any(relate_names(holding.name, term.holder, rules.given_names).can_both_be_right for term in held)


def _is_other_holder(other: Holding, holding: Holding, place: str, rules: RuleBook) -> bool:
    """The article names somebody else in that office of that place, which only one person holds at a time."""
    is_same = other.office == holding.office and other.jurisdiction == place and other.modality == holding.modality
    return is_same and other.office.is_single_in(place) and not _may_be_one(other, holding, rules)
