"""Drafts to subjects: who or what a claim is about, by the template of its attribute, and the qualifiers that narrow it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.kinds.company import without_form
from factcheck.model.claim import Subject
from factcheck.model.mention import Mention, NameMention, OfficeMention, PlaceMention, QuantityMention
from factcheck.model.reading import Draft
from factcheck.packs.rulebook import Attribute
from factcheck.resolution.antecedents import MAIN
from factcheck.resolution.holding import COMPANY
from factcheck.resolution.known import Known
from factcheck.resolution.whose_age import is_epithet, person_of_age
from factcheck.resolution.written import is_time
from factcheck.text.folding import fold, person_key

_ROLE = re.compile(r"\{(\w+)\}")
# Roles in which a name stands for itself; in others it may be the last name of a person whose full one was given.
COMPANY_ROLES = frozenset(("club", "company", "award", "film", "landmark", "organisation", "party", "product", "target", "thing", "vessel"))
SIDES = frozenset(("club", "player", "side", "team"))
FIRM = "firm"  # the default of a role that words like "the bank" may fill
COMPETITIONS = (" Championship", " Championships", " Conference", " Cup", " Division", " League", " Series")  # what a side plays in


@dataclass(frozen=True, slots=True)
class Named:
    """What a role stands for: `shown` to a reader, `id` for comparing."""

    shown: str
    id: str


def subject_of(draft: Draft, attribute: Attribute, known: Known) -> tuple[Subject, tuple[tuple[str, str], ...]]:
    """The subject by the attribute's template, and the qualifiers that its roles and the frame's lexicons fill."""
    named: dict[str, Named | None] = {}
    roles = tuple(dict.fromkeys(_ROLE.findall(attribute.subject)))
    for role in dict.fromkeys((*roles, *attribute.scope, *attribute.optional)):
        named[role] = _named(role, draft, attribute, known)
    missing = [role for role in roles if named[role] is None]
    surface = _ROLE.sub(lambda match: _shown(named[match[1]], match[1]), attribute.subject) or attribute.name.replace("_", " ")
    ids = "|".join(f"{role}={_id(named[role])}" for role in roles)
    local = f"|?{known.reading.article.id}" if missing else ""
    if missing and attribute.belongs_to == "person":  # two people without a name are not known to be one
        local += f":{draft.value.start}"
    qualifiers = {role: value.shown for role in (*attribute.scope, *attribute.optional) if (value := named[role]) is not None}
    for key, text in draft.sets:
        if key in attribute.scope or key in attribute.optional:
            qualifiers[key] = text
    names = [mention for role in roles if isinstance(mention := draft.slot(role), NameMention)]
    telling = [role for role in roles if role != "event"]  # a story has one event
    only = named[telling[0]] if len(names) == 1 and len(telling) == 1 else None
    name = only.shown if only is not None else None
    if not names and len(roles) == 1 and dict(attribute.defaults).get(roles[0]) in ("he", "who", FIRM):
        found = named[roles[0]]
        name = found.shown if found is not None else None
    return Subject(surface, f"{attribute.rule}:{ids}{local}", attribute.belongs_to == "event", name), tuple(sorted(qualifiers.items()))


def _named(role: str, draft: Draft, attribute: Attribute, known: Known) -> Named | None:
    mention = draft.slot(role)
    if role == "person" and attribute.kind == "age" and isinstance(mention, NameMention) and is_epithet(mention, _before(mention, draft, known)):
        name = known.people.described(draft)
        return Named(name, person_key(name)) if name is not None else None
    if role == "person" and role in attribute.contrasts and isinstance(mention, NameMention) and not known.persons.is_person(mention):
        mention = None
    if role in SIDES and mention is not None and mention.text.endswith(COMPETITIONS):
        return None  # "last in the Northern Division with a 9-14 record"
    if mention is not None:
        return _of_mention(mention, draft, role not in COMPANY_ROLES, known)
    default = dict(attribute.defaults).get(role)
    return None if default is None else _default(default, draft, attribute, known)


def _before(mention: Mention, draft: Draft, known: Known) -> str:
    """The characters right before a mention."""
    return known.reading.article.text_of(known.reading.sentences[draft.sentence].field)[max(0, mention.start - 4) : mention.start]


def _of_mention(mention: Mention, draft: Draft, is_person: bool, known: Known) -> Named:
    """What a mention names; a company keeps its name as written, a person gets the full one of the article."""
    if isinstance(mention, PlaceMention):
        return Named(place_name(mention.ids[0], known), mention.ids[0])
    if isinstance(mention, NameMention):
        if not is_person:
            return _company(mention.text)
        name = known.cast.full_name(mention)
        return Named(name, person_key(name))
    if isinstance(mention, OfficeMention):
        return Named(mention.text, mention.offices[0])
    if is_time(mention):
        time = known.times.get((known.reading.sentences[draft.sentence].field, mention.start))
        return Named((time.edtf if time is not None else None) or mention.text, mention.text.lower())
    return Named(mention.text, fold(mention.text))


def _company(name: str) -> Named:
    return Named(name, " ".join(sorted(without_form(name))))


def _default(default: str, draft: Draft, attribute: Attribute, known: Known) -> Named | None:
    """What stands in a role that no slot fills.

    `event`: what the article tells of; `he`: the only person that the sentence before names, or the one whom a frame with
    `whom: main` takes up; `who`: the only one that the sentence names before the value, else `he`;
    `firm`: the company that the article is about, where no other is named nearer;
    `holder`: the country of an office-holder named in the sentence; `place`: its only country;
    `persons`: everybody named in it; `thing`: what a figure counts; anything else stands for itknown.
    """
    sentence = known.reading.sentences[draft.sentence]
    if default == "persons":
        people = sorted({known.cast.full_name(name) for name in sentence.names if known.persons.is_person(name)})
        return Named(" and ".join(people), "+".join(sorted(person_key(p) for p in people))) if len(people) > 1 else None
    if default in ("he", "who"):
        is_main = draft.setting("whom") == MAIN
        name = known.people.who(draft) if default == "who" else known.people.taken_up(draft) if is_main else None
        if name is None and default == "he" and not is_main:
            name = (person_of_age(draft, known.people) if attribute.kind == "age" else None) or known.people.before(draft)
        return Named(name, person_key(name)) if name is not None else None
    if default == FIRM:
        name = known.firms.meant(draft)
        return _company(name) if name is not None else None
    countries = {holding.jurisdiction for holding in known.holders_in.get(draft.sentence, ()) if holding.jurisdiction}
    if default == "holder" and len(countries) == 1:
        return Named(place_name(next(iter(countries)), known), next(iter(countries)))
    if default in ("holder", "place"):
        # a "Czech champion" does not say where he won
        ids = {place.ids[0] for place in sentence.places if default == "holder" or place.form in ("name", "capital")}
        return Named(place_name(next(iter(ids)), known), next(iter(ids))) if len(ids) == 1 else None
    if default == "thing":
        noun = draft.value.noun if isinstance(draft.value, QuantityMention) else None
        field = "" if known.reading.sentences[draft.sentence].field == "text" else "title:"
        return Named(noun or draft.value.text, f"?{known.reading.article.id}:{field}{draft.value.start}")
    if default == "event":
        return Named(known.event.name, "event")
    return Named(default, fold(default))


def place_name(place: str | None, known: Known) -> str:
    if place is None:
        return ""
    found = known.book.places.get(place)
    return found.name if found is not None else _own_name(place)


def labelled(place: str | None, known: Known) -> str:
    """The place as it stands in running text: "the United States"."""
    found = known.book.places.get(place or "")
    return found.label if found is not None else _own_name(place or "")


def _shown(named: Named | None, role: str) -> str:
    return named.shown if named is not None else f"({role} not known)"


def _id(named: Named | None) -> str:
    return named.id if named is not None else "?"


def _own_name(place: str) -> str:
    """The name in an id that no table holds: of a company, or of a town ("US/Birmingham")."""
    return place.removeprefix(COMPANY) if place.startswith(COMPANY) else place.rpartition("/")[2]
