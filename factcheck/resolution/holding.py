"""A person named in an office by one article, and what is looked up for it: the offices of the rules, the kinds of places, the terms of office."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.kinds.name import relate_names
from factcheck.model.mention import NameMention, OfficeMention
from factcheck.model.reading import Draft
from factcheck.packs.rulebook import Office, RuleBook
from factcheck.packs.terms import Term
from factcheck.resolution.governing import Governed
from factcheck.text.folding import words

_UNIONS = frozenset(("EU", "UN"))  # CLDR gives them codes as if they were countries
COMPANY = "company:"  # begins the id of a jurisdiction that is a company


@dataclass(frozen=True, slots=True)
class Holding:
    """An article names a person in an office. `jurisdiction` None: not known. `terms` are that person's in that office.

    `is_past`: told of an earlier time (its terms were over when the article was written). `jurisdiction_why` says how
    the country is known where the words beside the title do not name it; `governed` whether they give the title to something else.
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
    governed: Governed = Governed.NOT

    @property
    def entity(self) -> str:
        """The person's id: by the reference table where it knows one such holder, else by the name as written in full."""
        holders = {term.holder for term in self.terms}
        if len(holders) == 1:
            return "holder:" + " ".join(sorted(words(holders.pop())))
        return "person:" + " ".join(sorted(words(self.name)))


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


def title_text(draft: Draft) -> str:
    title = draft.slot("office")
    return " ".join(title.text.lower().split()) if isinstance(title, OfficeMention) else ""


def may_bear(office: Office, text: str, place: str) -> bool:
    """The office bears this title there: "secretary of state" is no foreign minister but in the US, "leader" no office of Libya."""
    has_such = not place or kind_of_place(place) in office.of
    return any(has_such if known.jurisdictions is None else place in known.jurisdictions for known in office.titles if known.text.lower() in text)


def kind_of_place(place: str) -> str:
    """What kind of thing an id names: country (US), state (US-TX), city (JP/Tokyo), else an organisation."""
    if place.startswith(COMPANY):
        return "company"
    if "/" in place:
        return "city"
    if len(place) == 2:
        return "organisation" if place in _UNIONS else "country"
    return "state" if place[2:3] == "-" else "organisation"


def terms_in_office(rules: RuleBook, name: str, jurisdiction: str | None, office: str) -> tuple[Term, ...]:
    """The terms in an office of whoever the name may stand for: all its words, else its last with a variant of its given name."""
    found = rules.terms.find(name, jurisdiction, office)
    if found:
        return found
    near = rules.terms.find(words(name)[-1], jurisdiction, office)
    return tuple(term for term in near if relate_names(name, term.holder, rules.given_names).can_both_be_right)
