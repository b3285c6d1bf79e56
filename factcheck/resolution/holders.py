"""Who holds which office: the country behind a title, the person behind a name, and what the reference tables know of both.

Drafts of one article go in, `Holding`s come out. Names alone never decide: two people of one name are told apart by
office, country and the article's time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.kinds.name import relate_names
from factcheck.model.interval import Interval
from factcheck.model.mention import NameMention, OfficeMention, PlaceMention
from factcheck.model.reading import Draft, Reading
from factcheck.packs.rulebook import Office, RuleBook
from factcheck.packs.terms import Term
from factcheck.resolution.companies import company_beside
from factcheck.resolution.people import Cast
from factcheck.text.folding import words

_UNIONS = frozenset(("EU", "UN"))  # CLDR gives them codes as if they were countries
COMPANY = "company:"  # begins the id of a jurisdiction that is a company


@dataclass(frozen=True, slots=True)
class Holding:
    """An article names a person in an office. `jurisdiction` None: not known. `terms` are that person's in that office.

    `is_past`: told of an earlier time (its terms were over when the article was written). `jurisdiction_why` says how
    the country is known where the words beside the title do not name it.
    """

    draft: Draft
    person: NameMention
    name: str
    office: Office
    jurisdiction: str | None
    jurisdiction_why: str
    modality: str
    terms: tuple[Term, ...] = ()
    is_past: bool = False
    candidates: tuple[Office, ...] = ()

    @property
    def entity(self) -> str:
        """The person's id: by the reference table where it knows one such holder, else by the name as written in full."""
        holders = {term.holder for term in self.terms}
        if len(holders) == 1:
            return "holder:" + " ".join(sorted(words(holders.pop())))
        return "person:" + " ".join(sorted(words(self.name)))


MOST_INITIALS = 5
COUNTERPART = "counterpart"  # the entry of the offices that stands for the office named before
HEADS = frozenset(("president", "prime_minister", "monarch", "pope", "supreme_leader", "secretary_general"))  # ids of offices
NEAR_SENTENCES = 3  # so far back may that office be named


class Offices:
    """The offices of the rules by id, and those that a prefix makes of them ("deputy_prime_minister" where the rules have none)."""

    def __init__(self, rules: RuleBook) -> None:
        self._known = {office.id: office for office in rules.offices}

    def __getitem__(self, name: str) -> Office:
        if name not in self._known:
            base = next(known for known in sorted(self._known, key=len, reverse=True) if name.endswith(f"_{known}"))
            office = self._known[base]
            prefix = name.removesuffix(base).rstrip("_").replace("_", " ")
            self._known[name] = replace(
                office,
                id=name,
                label=f"{prefix} {office.label}",
                label_by_place=tuple((p, f"{prefix} {label}") for p, label in office.label_by_place),
                single_holder=False,
            )
        return self._known[name]


def holdings(reading: Reading, rules: RuleBook, offices: Offices) -> tuple[Holding, ...]:
    """The holdings of an article in order of the text, with the countries and terms that can be known without its date."""
    cast = Cast(name for sentence in reading.sentences for name in sentence.names)
    found: list[Holding] = []
    for draft in reading.drafts:
        person, title = draft.value, draft.slot("office")
        if isinstance(person, NameMention) and isinstance(title, OfficeMention) and not title.plural and not _is_initials(person, draft, reading):
            holding = _holding(draft, person, title, offices, cast, reading)
            if holding is not None:
                found.append(holding)
    found = [_by_office(holding, cast, rules, found) for holding in _counterparts(found, reading)]
    found = [_by_article(holding, found) for holding in found]
    resolved = [_by_reference(holding, rules, reading, found) for holding in found]
    return tuple(holding for holding in resolved if holding.jurisdiction is not None or _may_bear(holding.office, _title_text(holding.draft), ""))


def _is_initials(person: NameMention, draft: Draft, reading: Reading) -> bool:
    """A broadcaster or an agency beside the title ("the next surgeon general, CNN reported"); in a line of capitals every name is in capitals."""
    if not (len(person.text) <= MOST_INITIALS and person.text.isalpha() and person.text.isupper()):
        return False
    sentence = reading.sentences[draft.sentence]
    return not reading.article.text_of(sentence.field)[sentence.start : sentence.end].isupper()


def _counterparts(found: Sequence[Holding], reading: Reading) -> Iterator[Holding]:
    """The holdings, a counterpart's with the office of whoever it is the counterpart of: a holder whom its sentence names, else the last one.

    Without such a holder near before it, or without a country, a counterpart holds nothing.
    """
    seen: list[Holding] = []
    for holding in found:
        if holding.office.id != COUNTERPART:
            seen.append(holding)
            yield holding
            continue
        sentence = reading.sentences[holding.draft.sentence]
        named = {word for name in sentence.names if name.end <= holding.person.start for word in words(name.text)}
        here = [other for other in seen if named & set(words(other.name))]
        near = [other for other in seen if holding.draft.sentence - other.draft.sentence <= NEAR_SENTENCES]
        if holding.jurisdiction is not None and (here or near):
            office = (here or near)[-1].office
            yield replace(holding, office=office, candidates=(office,), modality="asserted")


def _title_text(draft: Draft) -> str:
    title = draft.slot("office")
    return " ".join(title.text.lower().split()) if isinstance(title, OfficeMention) else ""


def _holding(draft: Draft, person: NameMention, title: OfficeMention, offices: Offices, cast: Cast, reading: Reading) -> Holding | None:
    place = draft.slot("place")
    named = place.ids if isinstance(place, PlaceMention) else _company(draft, person, title, offices, reading)
    if isinstance(place, PlaceMention) and title.end < place.start and person.start == place.end + 1 and " " not in person.text:
        return None  # "president of U.S. Trust": the place is the head of a longer name
    name = cast.full_name(person)
    modality = draft.setting("modality") or "asserted"
    if title.modality != "asserted":
        modality = title.modality
    meant = _office(title, named, offices)
    if meant is None and (company := _company(draft, person, title, offices, reading)):
        meant = _office(title, company, offices)  # "Bank of America CEO": the place was part of a name
    if meant is None:
        return None
    office, jurisdiction, why = meant
    candidates = tuple(offices[name] for name in title.offices)
    return Holding(draft, person, name, office, jurisdiction, why, modality, candidates=candidates)


def _company(draft: Draft, person: NameMention, title: OfficeMention, offices: Offices, reading: Reading) -> tuple[str, ...]:
    """The company beside a title that only companies have ("Nvidia CEO"), as a jurisdiction."""
    text = " ".join(title.text.lower().split())
    anywhere = [
        office
        for office in (offices[name] for name in title.offices)
        if any(t.jurisdictions is None and t.text.lower() in text for t in office.titles)
    ]
    if not anywhere or any(set(office.of) != {"company"} for office in anywhere):
        return ()
    article = reading.article
    field = article.text_of(reading.sentences[draft.sentence].field)
    name = company_beside(field, title.start, title.end, person.start)
    return () if name is None or name in person.text else (f"{COMPANY}{name}",)


def _may_bear(office: Office, text: str, place: str) -> bool:
    """The office bears this title there: "secretary of state" is no foreign minister but in the US, "leader" no office of Libya."""
    has_such = not place or kind_of_place(place) in office.of
    return any(has_such if known.jurisdictions is None else place in known.jurisdictions for known in office.titles if known.text.lower() in text)


def _office(title: OfficeMention, named: Sequence[str], offices: Offices) -> tuple[Office, str | None, str] | None:
    """The office a title stands for: that of the named country, else the one its words imply; None where the named country has none such."""
    candidates = [offices[name] for name in title.offices]
    candidates = [office for office in candidates if not named or any(kind_of_place(place) in office.of for place in named)] or candidates
    text = " ".join(title.text.lower().split())
    for place in named:
        for office in candidates:
            if _may_bear(office, text, place):
                return office, place, ""
    if named:
        return None
    implied = {known.implies for office in candidates for known in office.titles if known.text.lower() == text}
    if len(implied) == 1 and (only := next(iter(implied))) is not None:
        return candidates[0], only, f'"{title.text}" is a title of there'
    return candidates[0], None, ""


def kind_of_place(place: str) -> str:
    """What kind of thing an id names: country (US), state (US-TX), city (JP/Tokyo), else an organisation."""
    if place.startswith(COMPANY):
        return "company"
    if "/" in place:
        return "city"
    if len(place) == 2:
        return "organisation" if place in _UNIONS else "country"
    return "state" if place[2:3] == "-" else "organisation"


def _by_office(holding: Holding, cast: Cast, rules: RuleBook, every: Sequence[Holding]) -> Holding:
    """A last name that fits several full names of the article is the one that holds the office, else nobody's but its own."""
    names = cast.candidates(holding.person)
    if len(names) < 2:
        return holding
    same = [other.name for other in every if other.office == holding.office and other.name in names and " " in other.person.text]
    known = [name for name in names if _terms(rules, name, holding.jurisdiction, holding.office.id)]
    return replace(holding, name=(same or known or [holding.person.text])[0])


def _by_article(holding: Holding, every: Iterable[Holding]) -> Holding:
    """The country from another place in the article that names the same person in the same office with it."""
    if holding.jurisdiction is not None:
        return holding
    for other in every:
        if other.jurisdiction is not None and other.office in holding.candidates and set(words(holding.name)) & set(words(other.name)):
            return replace(holding, office=other.office, jurisdiction=other.jurisdiction, jurisdiction_why="named so elsewhere in the article")
    return holding


def _by_reference(holding: Holding, rules: RuleBook, reading: Reading, every: Iterable[Holding]) -> Holding:
    """The terms of the person, and the country where the table knows one country only with such a holder."""
    if holding.jurisdiction is None:
        known = [(office, term) for office in holding.candidates for term in _terms(rules, holding.name, None, office.id) if not term.weak]
        published = reading.article.published
        if published is not None:
            day = date(published.year, published.month, published.day)
            known = [(office, term) for office, term in known if term.may_hold_on(day)] or known
        posts = {(office.id, term.jurisdiction) for office, term in known}
        if len(posts) == 1:
            office, term = known[0]
            found = tuple(term for _, term in known)
            return replace(holding, office=office, jurisdiction=term.jurisdiction, jurisdiction_why="by the table of terms of office", terms=found)
        only = _only_country(reading, holding)
        if only is None or any(_is_other_holder(other, holding, only) for other in every):
            return holding
        holding = replace(holding, jurisdiction=only, jurisdiction_why="the only country that the article names")
    assert holding.jurisdiction is not None
    return replace(holding, terms=_terms(rules, holding.name, holding.jurisdiction, holding.office.id))


def _is_other_holder(other: Holding, holding: Holding, place: str) -> bool:
    """The article names somebody else in that office of that place, which only one person holds at a time."""
    is_same = other.office == holding.office and other.jurisdiction == place and other.modality == holding.modality
    return is_same and other.office.is_single_in(place) and not set(words(holding.name)) & set(words(other.name))


def _terms(rules: RuleBook, name: str, jurisdiction: str | None, office: str) -> tuple[Term, ...]:
    """The terms in an office of whoever the name may stand for: all its words, else its last with a variant of its given name."""
    found = rules.terms.find(name, jurisdiction, office)
    if found:
        return found
    near = rules.terms.find(words(name)[-1], jurisdiction, office)
    return tuple(term for term in near if relate_names(name, term.holder, rules.given_names).can_both_be_right)


def _only_country(reading: Reading, holding: Holding) -> str | None:
    if not set(holding.office.of) & {"country"}:
        return None
    named = (place for sentence in reading.sentences for place in sentence.places if place.form in ("name", "adjective"))
    countries = {place.ids[0] for place in named if len(place.ids[0]) == 2}
    only = countries.pop() if len(countries) == 1 else None
    return only if only is not None and _may_bear(holding.office, _title_text(holding.draft), only) else None


def national_names(held: Iterable[Holding]) -> frozenset[str]:
    """The folded words of the names of those whom news of every kind names: heads of states and governments, and who has terms of office.

    Somebody named to a lesser office of a country is most often what the article is about.
    """
    found: set[str] = set()
    for holding in held:
        if {"country", "organisation"} & set(holding.office.of) and (holding.office.id in HEADS or holding.terms):
            found.update(words(holding.name))
    return frozenset(found)


def at_time(holding: Holding, written: Interval) -> Holding:
    """The holding with the terms that fit the time of the article; told as past where the person's terms were over by then."""
    strong = [term for term in holding.terms if not term.weak]
    if not strong and written.first is not None and holding.modality == "asserted":
        # A weak source never makes a verdict, but it may keep one from being made: a term long over is history.
        weak_end = max((term.last.toordinal() if term.last else date.max.toordinal() for term in holding.terms), default=date.max.toordinal())
        return replace(holding, modality="former", is_past=True) if weak_end + 365 < written.first.toordinal() else holding
    if not strong or not written.is_bounded:
        return holding
    fitting = tuple(term for term in strong if term_span(term).meet(written) is not None)
    if fitting:
        return replace(holding, terms=fitting)
    over = written.first is not None and all(term.last is not None and term.last < written.first for term in strong)
    if over and holding.modality == "asserted":
        latest = max(strong, key=lambda term: term.first or date.min)
        same = tuple(term for term in strong if term.holder == latest.holder)
        return replace(holding, terms=same, modality="former", is_past=True)
    return holding


def term_span(term: Term) -> Interval:
    """The days of a term; the day of the hand-over counts as the successor's."""
    last = term.last
    if last is not None and last.toordinal() > 1 and (term.first is None or last > term.first):
        last = date.fromordinal(last.toordinal() - 1)
    return Interval(term.first, last)
