"""Who holds which office: the country behind a title, the person behind a name, and what the reference tables know of both.

Drafts of one article go in, `Holding`s come out. Names alone never decide: two people of one name are told apart by
office, country and the article's time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.model.interval import Interval
from factcheck.model.mention import Mention, NameMention, OfficeMention, PlaceMention
from factcheck.model.reading import Draft, Reading, Sentence
from factcheck.packs.rulebook import Office, RuleBook
from factcheck.packs.terms import Term
from factcheck.resolution.companies import company_behind, company_beside, is_no_company
from factcheck.resolution.governing import Governed, governed, is_no_person, is_of_companies, is_part_of_name
from factcheck.resolution.holding import COMPANY, Holding, Offices, kind_of_place, may_bear, terms_in_office, title_text
from factcheck.resolution.jurisdictions import posts_of, published_on, with_jurisdictions
from factcheck.resolution.people import Cast
from factcheck.text.folding import words

MOST_INITIALS = 5
COUNTERPART = "counterpart"  # the entry of the offices that stands for the office named before
HEADS = frozenset(("president", "prime_minister", "monarch", "pope", "supreme_leader", "secretary_general"))  # ids of offices
_BEARS_ONE = frozenset(("monarch", "pope"))
_GOES_ON = re.compile(r"\)? [A-Z][a-z]+(?<!day)\b")
_OF_NAME = re.compile(r",? (?:of|at) (?:the )?[A-Z]")
_SEATS = ("senate_", "house_", "parliament_speaker")  # how the ids of offices in a parliament begin
_OF_ANOTHER = re.compile(r" [A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s ")  # "was named President Lind's adviser"
# "former Halvex Co chairman", "ex-Halvex chief executive", "former chairman and chief executive": whose title it is stands between.
_FORMER = re.compile(
    r"\b(?:(?:[Ff]ormer|[Rr]etired|[Oo]usted|[Oo]ne-?time) |[Ee]x-)"
    r"(?:(?!(?:President|Chairman|Minister|Secretary|Chancellor|Governor|Senator|Premier|King|Queen|General)\b)[A-Z][\w&.'’-]* ){0,5}"
    r"(?:(?:chairman|chairwoman|chair|president|founder|director|chief executive) and )?$"
)
_GOES_ON_SMALL = re.compile(r" a [A-Z]")  # "Karl Holm a Lind"
FORMER_REACH = 80  # characters before a title in which it may be said that it is no longer borne
NEAR_SENTENCES = 3  # so far back may that office be named


def holdings(reading: Reading, rules: RuleBook, offices: Offices) -> tuple[Holding, ...]:
    """The holdings of an article in order of the text, with the countries and terms that can be known without its date."""
    cast = Cast(name for sentence in reading.sentences for name in sentence.names)
    found: list[Holding] = []
    for draft in reading.drafts:
        person, title = draft.value, draft.slot("office")
        if isinstance(person, NameMention) and isinstance(title, OfficeMention) and not title.plural and not _is_initials(person, draft, reading):
            holding = _holding(draft, person, title, offices, cast, reading, rules)
            if holding is not None:
                found.append(holding)
    found = [_by_office(holding, cast, rules, found) for holding in _counterparts(found, reading)]
    resolved = with_jurisdictions([holding for holding in found if not _is_of_capitals(holding, rules, reading)], rules, reading)
    return tuple(holding for holding in resolved if holding.jurisdiction is not None or may_bear(holding.office, title_text(holding.draft), ""))


def _is_of_capitals(holding: Holding, rules: RuleBook, reading: Reading) -> bool:
    """In a line of capitals any word may stand behind a title ("FOREIGN MINISTER CALLS OFF TRIP"): only who is known holds the office."""
    sentence = reading.sentences[holding.draft.sentence]
    if not (holding.person.text.isupper() and reading.article.text_of(sentence.field)[sentence.start : sentence.end].isupper()):
        return False
    return not any(terms_in_office(rules, holding.name, holding.jurisdiction, office.id) for office in (holding.office, *holding.candidates))


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


def _holding(
    draft: Draft, person: NameMention, title: OfficeMention, offices: Offices, cast: Cast, reading: Reading, rules: RuleBook
) -> Holding | None:
    place = draft.slot("place")
    if isinstance(place, PlaceMention) and title.end < place.start and person.start == place.end + 1 and " " not in person.text:
        return None  # "president of U.S. Trust": the place is the head of a longer name
    name = _bare_name(person, cast) if not _BEARS_ONE.isdisjoint(title.offices) else cast.full_name(person)
    sentence = reading.sentences[draft.sentence]
    text = reading.article.text_of(sentence.field)
    if is_no_person(person.text) or _is_cut(person, name, text, title) or (person.end <= title.start and _OF_ANOTHER.match(text, title.end)):
        return None
    is_headline = sentence.field == "title"
    beside = Governed.NOT
    named: tuple[str, ...] = ()
    if not isinstance(place, PlaceMention):
        is_other = _is_of_other(person, title, text, sentence) and is_of_companies(title)
        beside = Governed.SURELY if is_other else governed(text, title, sentence.start, is_headline)
    elif title.end <= person.start and person.end <= place.start and any(office.startswith(_SEATS) for office in title.offices):
        pass  # "House Speaker Jim Wright of Texas": where he was elected
    elif is_part_of_name(text, title, place, person.start, sentence.start, is_headline):
        if title.end <= place.start and person.start == place.end + 1:
            return None  # "president of the French Growers": the name is the rest of the organisation's
        beside = Governed.SURELY
    else:
        named = place.ids
    modality = draft.setting("modality") or "asserted"
    if title.modality != "asserted":
        modality = title.modality
    elif modality == "asserted" and _FORMER.search(text, max(sentence.start, title.start - FORMER_REACH), title.start):
        modality = "former"
    candidates = tuple(offices[office] for office in title.offices)
    if beside is Governed.LIKELY and " " in name and posts_of(name, candidates, title_text(draft), rules, published_on(reading)):
        beside = Governed.NOT  # "Socialist President Mitterrand"
    company = _company(person, title, candidates, text, sentence, beside, place) if not named else ()
    meant = _office(title, named or company, offices)
    if meant is None and named and not _is_loose(candidates) and (company := _company(person, title, candidates, text, sentence, Governed.NOT, None)):
        meant = _office(title, company, offices)  # "Bank of America CEO": the place was part of a name
    if meant is None:
        return None
    office, jurisdiction, why = meant
    if beside is Governed.SURELY and jurisdiction is None:
        office = next((candidate for candidate in candidates if candidate.of == ("company",)), office)
    elif beside is Governed.SURELY and why:  # "State Commerce Secretary"
        jurisdiction, why = None, ""
    return Holding(draft, person, name, office, jurisdiction, why, modality, candidates=candidates, governed=beside)


def _is_of_other(person: NameMention, title: OfficeMention, text: str, sentence: Sentence) -> bool:
    """Behind the name stands of what that is no place: "President Nobuo Ito of Halvex Telecom"."""
    behind = _OF_NAME.match(text, person.end) if title.end <= person.start else None
    return behind is not None and all(place.start != behind.end() - 1 for place in sentence.places)


def _bare_name(person: NameMention, cast: Cast) -> str:
    """A king or a pope by one name bears it first: King Hussein is not the Saddam Hussein of the same article."""
    full = [name for name in cast.candidates(person) if words(name)[0] == words(person.text)[0]]
    return full[0] if full else person.text


def _is_cut(person: NameMention, name: str, text: str, title: OfficeMention) -> bool:
    """Only the first word of a name was read: "Carl" of "Carl Singer"; kings and popes have no more."""
    if _GOES_ON_SMALL.match(text, person.end) is not None:
        return True
    return " " not in name and _BEARS_ONE.isdisjoint(title.offices) and _GOES_ON.match(text, person.end) is not None


def _company(
    person: NameMention, title: OfficeMention, candidates: Sequence[Office], text: str, sentence: Sentence, beside: Governed, place: Mention | None
) -> tuple[str, ...]:
    """The company beside a title that companies have ("Nvidia CEO"), as a jurisdiction; where states have one, too, only if its words say so."""
    told = " ".join(title.text.lower().split())
    anywhere = [office for office in candidates if any(t.jurisdictions is None and t.text.lower() in told for t in office.titles)]
    if not any(office.of == ("company",) for office in anywhere):
        return ()
    if beside < Governed.LIKELY and any(office.of != ("company",) for office in anywhere):
        return ()
    name = company_beside(text, title.start, title.end, person.start)
    if name is None and _is_of_other(person, title, text, sentence):
        name = company_behind(text, person.end)
    return () if name is None or name in person.text or is_no_company(name) or (place is not None and name == place.text) else (f"{COMPANY}{name}",)


def _office(title: OfficeMention, named: Sequence[str], offices: Offices) -> tuple[Office, str | None, str] | None:
    """The office a title stands for: that of the named country, else the one its words imply; None where the named country has none such."""
    candidates = [offices[name] for name in title.offices]
    candidates = [office for office in candidates if not named or any(kind_of_place(place) in office.of for place in named)] or candidates
    text = " ".join(title.text.lower().split())
    for place in named:
        for office in candidates:
            if may_bear(office, text, place):
                return office, place, ""
    if named:
        return None
    candidates.sort(key=lambda office: office.of == ("company",))
    implied = {known.implies for office in candidates for known in office.titles if known.text.lower() == text}
    if len(implied) == 1 and (only := next(iter(implied))) is not None:
        return candidates[0], only, f'"{title.text}" is a title of there'
    # "Chief Executive Mara Tamm": what Hong Kong calls its head is borne without a place by those of companies alone.
    is_local = not may_bear(candidates[0], text, "") and candidates[-1].of == ("company",)
    return candidates[-1 if is_local else 0], None, ""


def _is_loose(candidates: Sequence[Office]) -> bool:
    """A title for heads of every kind ("leader"), of countries as well: "the Cuban leader" is of no company."""
    return any("company" in office.of and not office.single_holder for office in candidates)


def _by_office(holding: Holding, cast: Cast, rules: RuleBook, every: Sequence[Holding]) -> Holding:
    """A last name that fits several full names of the article is the one that holds the office, else nobody's but its own."""
    names = cast.candidates(holding.person)
    if len(names) < 2 or holding.office.id in _BEARS_ONE:
        return holding
    same = [other.name for other in every if other.office == holding.office and other.name in names and " " in other.person.text]
    known = [name for name in names if terms_in_office(rules, name, holding.jurisdiction, holding.office.id)]
    return replace(holding, name=(same or known or [holding.person.text])[0])


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
