"""Drafts to claims: names become entities, relative times dates, and templates subjects.

A reading, its holdings and the dating of its article go in, immutable claims come out. No other article is known here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast as typed

from factcheck.kinds.bearing import bearing_value
from factcheck.kinds.clock import in_territory
from factcheck.kinds.company import without_form
from factcheck.kinds.date import TimeExpression
from factcheck.kinds.title import is_generic
from factcheck.model.claim import TAKEN_UP, Claim, Modality, Subject, Validity
from factcheck.model.interval import Interval
from factcheck.model.mention import Mention, NameMention, OfficeMention, PlaceMention, QuantityMention
from factcheck.model.reading import Draft, Reading, Sentence
from factcheck.model.setting import Dating
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute
from factcheck.resolution.antecedents import MAIN, Antecedents
from factcheck.resolution.book import Book
from factcheck.resolution.counted import counted_value, is_counted
from factcheck.resolution.events import main_event
from factcheck.resolution.holders import COMPANY, Holding
from factcheck.resolution.left_over import left_over
from factcheck.resolution.moments import REACH, day_of_time, duration_of_time, time_of_day, with_one_value, years_since
from factcheck.resolution.people import Cast
from factcheck.resolution.proceedings import stage_cue
from factcheck.resolution.relative import days_in_part, resolved_times
from factcheck.resolution.scenes import scened
from factcheck.resolution.stages import staged
from factcheck.resolution.titles import qualified
from factcheck.resolution.tolls import settle, without_inner
from factcheck.resolution.validity import valid_time
from factcheck.resolution.whose_age import is_epithet, is_taken_up, other_of_both, person_of_age
from factcheck.resolution.written import is_time
from factcheck.text.folding import fold, words

_ROLE = re.compile(r"\{(\w+)\}")
# Who holds an office is the article's own statement, whoever is quoted in the sentence.
OWN_WORDS = frozenset(("office", "post"))
# Roles in which a name stands for itself; in others it may be the last name of a person whose full one was given.
COMPANY_ROLES = frozenset(("club", "company", "award", "film", "landmark", "organisation", "party", "product", "target", "thing", "vessel"))
ANY_PLACE = "any_place"  # the type of event of which places are read after verbs behind which people stand, too
SIDES = frozenset(("club", "player", "side", "team"))
COMPETITIONS = (" Championship", " Championships", " Conference", " Cup", " Division", " League", " Series")  # what a side plays in
HANDOVER_DAYS = 1  # around the day of a hand-over both holders are named, by day and time zone
_BESIDE = re.compile(r"\b(?:previous|next|same|following|that|day before|day after|days? (?:earlier|later))\b", re.IGNORECASE)
_CONVERTED = re.compile(r"(?: (?:[A-Z]\w+|local) time|,? local)? \(")  # between a time and its conversion: "13:05 Indian time (0735 GMT)"
_MODALITIES = frozenset(("asserted", "former", "planned", "forecast", "target", "conditional", "denied", "alleged"))


@dataclass(frozen=True, slots=True)
class Named:
    """What a role stands for: `shown` to a reader, `id` for comparing."""

    shown: str
    id: str


class Resolver:
    """Resolves the drafts of one article."""

    def __init__(self, reading: Reading, held: Sequence[Holding], dating: Dating, book: Book) -> None:
        self.reading, self.dating, self.book = reading, dating, book
        self.attributes = book.attributes
        self.held = {id(holding.draft): holding for holding in held}
        self.cast = Cast(name for sentence in reading.sentences for name in sentence.names)
        self.people = Antecedents(reading, self.cast, frozenset(holding.name for holding in held), book)
        self.holders_in: dict[int, list[Holding]] = {}
        for holding in held:
            self.holders_in.setdefault(holding.draft.sentence, []).append(holding)
        self._times = resolved_times(reading, dating)
        self._in_part = days_in_part(reading) if not dating.interval.is_within(0) else {}
        self.event = main_event(reading, self._times, dating, book.event_kinds)

    def claims(self) -> tuple[Claim, ...]:
        """The claims of the article in order of its text."""
        made = list(self._drafted(self.reading.drafts))
        made += self._counted(made)
        kept = without_inner(with_one_value(made, self.attributes))
        told = {_place_of(claim) for claim in kept if not self._is_open(claim) and not self._is_of_nobody(claim)}
        settled = settle([claim for claim in kept if not self._is_open(claim) or _place_of(claim) not in told], self.reading, self.book)
        left = left_over(self.reading.drafts, self.reading.sentences, settled, self.book.open_by_kind)
        told_when = staged(qualified([*settled, *self._drafted(left)], self.attributes), self.reading, self.dating, self.attributes)
        return tuple(scened(told_when, self.reading, self.book, self.event.kind))

    @cached_property
    def _stage(self) -> str | None:
        return stage_cue(self.reading, self.book)

    @cached_property
    def _age(self) -> Attribute | None:
        """The rule for how old a person is."""
        return next((a for a in self.attributes.values() if a.kind == "age" and a.belongs_to == "person"), None)

    @cached_property
    def _aged(self) -> frozenset[tuple[int, int]]:
        """Where a frame of that rule reads an age."""
        return frozenset((draft.sentence, draft.value.start) for draft in self.reading.drafts if self._age and draft.rule == self._age.rule)

    def _is_open(self, claim: Claim) -> bool:
        """A figure that no rule names."""
        return self.attributes[claim.rule].event_type == "any"

    def _is_of_nobody(self, claim: Claim) -> bool:
        """An age that a rule names of somebody whom the article may not name: another may."""
        return claim.kind == "age" and claim.subject.event

    def _drafted(self, drafts: Iterable[Draft]) -> Iterable[Claim]:
        for draft in drafts:
            attribute = self.attributes[draft.rule]
            holding = self.held.get(id(draft))
            if attribute is self._age and draft.setting("whom") is None and not self._is_of_person(draft) and person_of_age(draft, self.people):
                draft = draft._replace(slots=())  # "Ana Ruiz, a singer from Vestra, 40": the name right before is a town's
            if attribute.kind == "office":
                if holding is not None:
                    yield from self._holder_claims(draft, attribute, holding)
            elif attribute.about and self.event.kind not in attribute.about:
                continue  # a depth of a mine or of a market is none of an earthquake
            elif is_counted(draft) or (attribute.belongs_to == "person" and not self._is_of_person(draft)):
                continue
            elif attribute.makes_claims and (value := self._value(draft, attribute)) is not None:
                is_open_age = attribute.event_type == "any" and attribute.kind == "age" and (draft.sentence, draft.value.start) not in self._aged
                if is_open_age and self._age is not None and person_of_age(draft, self.people):
                    attribute = self._age
                    draft = draft._replace(rule=attribute.rule, attribute=attribute.name, context=("=" + draft.context[0][1:], *draft.context[1:]))
                claim = self._claim(draft, attribute, value)
                if not self._is_of_another_year(claim, attribute):
                    yield claim
                    if attribute is self._age and (other := other_of_both(draft, self.people)) is not None:
                        yield self._of_other(claim, other)

    def _of_other(self, claim: Claim, name: str) -> Claim:
        """The claim as it is of somebody else, too."""
        subject = Subject(name, f"{claim.rule}:person={' '.join(sorted(words(name)))}", name=name)
        return replace(claim, id="c" + hashlib.sha256(f"{claim.id}\x1f{subject.id}".encode()).hexdigest()[:12], subject=subject)

    def _counted(self, told: Sequence[Claim]) -> Iterable[Claim]:
        """Moments that are counted from others of the article."""
        for draft in self.reading.drafts:
            if is_counted(draft) and (value := counted_value(draft, told)) is not None:
                yield self._claim(draft, self.attributes[draft.rule], value)

    def _is_of_another_year(self, claim: Claim, attribute: Attribute) -> bool:
        """What belongs to an event without a day is told with a time of its own, in an article of which it is not known how long ago that was."""
        if attribute.belongs_to != "event" or attribute.anchors or attribute.kind in ("date", "time"):
            return False
        return claim.valid.interval.is_bounded and not self.dating.interval.is_bounded

    def _is_of_person(self, draft: Draft) -> bool:
        """The person is known whom words take up, and a name in that role is not a mere word with a capital behind whom the sentence tells of."""
        if draft.setting("whom") == MAIN:
            return self.people.taken_up(draft) is not None
        name = draft.slot("person")
        if not isinstance(name, NameMention) or self.people.is_person(name):
            return True
        return not any(self.people.is_person(other) for other in self.reading.sentences[draft.sentence].names if other.start < name.start)

    def _holder_claims(self, draft: Draft, attribute: Attribute, holding: Holding) -> Iterable[Claim]:
        where = self._place_name(holding.jurisdiction)
        label = holding.office.label_for(holding.jurisdiction)
        surface = f"{label} of {self._labelled(holding.jurisdiction)}" if where else f"{label} (country not known)"
        # An office that several people hold at a time is one subject a person: two of its holders are no conflict.
        local = "" if holding.office.is_single_in(holding.jurisdiction) else f":{holding.entity}"
        if holding.jurisdiction is None:
            local = f":{self.reading.article.id}:{holding.entity}"
        subject = Subject(surface, f"office:{holding.jurisdiction or '?'}:{holding.office.id}{local}")
        value = Value(holding.name, entity=holding.entity)
        qualifiers = (("jurisdiction", where),) if where else ()
        cue = draft.setting("cue")
        cues = tuple(name for name in (cue, *self._standing(holding)) if name)
        valid = self._office_time(holding)
        modality = typed(Modality, holding.modality)
        yield self._made(draft, attribute, subject, value, qualifiers, modality, valid, cues)
        post = self.attributes.get(f"{attribute.pack}.post")
        if post is not None and where and len(words(holding.name)) > 1:
            person = Subject(
                holding.name, "person:" + holding.entity.partition(":")[2], name=holding.name if holding.entity.startswith("person:") else None
            )
            office = Value(surface, entity=subject.id)
            yield self._made(draft, post, person, office, (), modality, valid, ())

    def _standing(self, holding: Holding) -> Iterable[str]:
        """What keeps two holders of one day from being a contradiction: one acts for the other, or hands over to the other."""
        title = holding.draft.slot("office")
        if isinstance(title, OfficeMention) and title.acting:
            yield "acting"
        day = self.dating.interval
        if day.first is not None and day.first == day.last:
            ends = (end for term in holding.terms for end in (term.first, term.last) if end is not None)
            if any(abs(end.toordinal() - day.first.toordinal()) <= HANDOVER_DAYS for end in ends):
                yield "handover"

    def _office_time(self, holding: Holding) -> Validity:
        if holding.modality == "former":
            spans = [Interval(term.first, term.last) for term in holding.terms if not term.weak]
            if len(spans) == 1:
                return Validity(spans[0], "the term of office in the reference table")
            return Validity(Interval(None, self.dating.interval.last), "told as past") if self.dating.interval.last else Validity()
        return Validity(self.dating.interval, "; ".join(self.dating.because)) if self.dating.interval.is_bounded else Validity()

    def _claim(self, draft: Draft, attribute: Attribute, value: Value) -> Claim:
        subject, qualifiers = self._subject(draft, attribute)
        modality = draft.setting("modality") or "asserted"
        if modality not in _MODALITIES:
            modality = "asserted"
        cues = tuple(value for key, value in draft.sets if key == "cue")
        if attribute.kind == "age":
            cues = (*cues, *([self._stage] if self._stage is not None else ()), *([TAKEN_UP] if is_taken_up(draft, self.people) else ()))
        if attribute.unit is not None and value.unit is None and value.point is not None:
            value = replace(value, unit=attribute.unit)
        return self._made(
            draft,
            attribute,
            subject,
            value,
            qualifiers,
            typed(Modality, modality),
            valid_time(draft, attribute, self.reading, self._times, self.dating, self.event),
            cues,
        )

    def _made(
        self,
        draft: Draft,
        attribute: Attribute,
        subject: Subject,
        value: Value,
        qualifiers: tuple[tuple[str, str], ...],
        modality: Modality,
        valid: Validity,
        cues: tuple[str, ...],
    ) -> Claim:
        sentence, mention = self.reading.sentences[draft.sentence], draft.value
        article = self.reading.article.id
        is_own = attribute.kind in OWN_WORDS
        if modality == "asserted" and not is_own:
            said = sentence.modality_at(mention.start)
            # a speaker who denies something denies this figure only where its clause says so, which extraction reads
            modality = typed(Modality, said if said != "denied" else "asserted")
        key = "\x1f".join((article, attribute.rule, sentence.field, str(mention.start), str(mention.end), subject.id))
        return Claim(
            id="c" + hashlib.sha256(key.encode()).hexdigest()[:12],
            article=article,
            kind=attribute.kind,
            subject=subject,
            attribute=attribute.name,
            value=value,
            qualifiers=tuple(sorted(qualifiers)),
            modality=modality,
            speaker=None if is_own else sentence.speaker_at(mention.start),
            valid=valid,
            field=sentence.field,
            start=mention.start,
            end=mention.evidence_end if isinstance(mention, QuantityMention) else mention.end,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            rule=attribute.rule,
            cues=cues,
            context=draft.context,
        )

    def _value(self, draft: Draft, attribute: Attribute) -> Value | None:
        """The value of a draft; None where a time of day has no hour, or the day of an event is not known."""
        mention = draft.value
        if attribute.kind in ("bearing", "text") and (told := draft.setting(attribute.name)) is not None:
            return bearing_value(told) if attribute.kind == "bearing" else Value(told, entity=f"text:{told}")
        if isinstance(mention, TimeExpression):
            sentence = self.reading.sentences[draft.sentence]
            if attribute.kind == "time":
                text = self.reading.article.text_of(sentence.field)
                hour = time_of_day(mention.text, mention.form, text[max(sentence.start, mention.start - REACH) : mention.start])
                beside = next((t for t in sentence.times if mention.end < t.start and _CONVERTED.fullmatch(text, mention.end, t.start)), None)
                if hour is None:
                    return None
                hour = in_territory(hour, self.event.territory)
                if not isinstance(beside, TimeExpression):
                    return hour
                return replace(hour, conversion=time_of_day(beside.text, beside.form, ""))  # "4:52 a.m. (0252 GMT)"
            if attribute.kind == "duration" and mention.kind == "duration":
                known = self._times.get((sentence.field, mention.start))
                return duration_of_time(known.timex if known is not None else None, mention.text)
            if attribute.kind == "duration":
                return years_since(self._times.get((sentence.field, mention.start)), self.dating.interval, mention.text)
            if attribute.belongs_to != "entity" and attribute.event_type != "any" and _BESIDE.search(mention.text):
                return None  # "the previous day" counts from another event
            place = sentence.field, mention.start
            value = day_of_time(self._times.get(place), mention.text, mention.form, self._in_part.get(place))
            return value if attribute.belongs_to != "event" or value.entity is not None else None
        if isinstance(mention, QuantityMention):
            ahead = draft.slot("ahead")
            return mention.value if ahead is None or "year" not in ahead.text else None  # "years before his 30th birthday" says no age
        if isinstance(mention, NameMention):
            name = self.cast.full_name(mention) if attribute.kind != "title" else self._title(mention, self.reading.sentences[draft.sentence])
            if attribute.kind == "title" and (is_generic(name) or (attribute.event_type == ANY_PLACE and self.people.is_known_person(mention))):
                return None
            return Value(name, entity="name:" + " ".join(sorted(words(name))))
        if isinstance(mention, PlaceMention):
            town = f"/{mention.text}" if mention.form == "capital" and attribute.belongs_to == "person" else ""  # who died in Tehran died in the town
            return Value(mention.text, entity=f"place:{mention.ids[0]}{town}")
        return Value(mention.text)

    def _title(self, mention: NameMention, sentence: Sentence) -> str:
        """The name of a thing with the name in the possessive that it goes on from: "St Mary's Hospital"."""
        if not is_generic(mention.text):
            return mention.text
        before = next((name for name in sentence.names if 2 < mention.start - name.end <= len("'s ")), None)
        return f"{before.text}'s {mention.text}" if before is not None else mention.text

    def _subject(self, draft: Draft, attribute: Attribute) -> tuple[Subject, tuple[tuple[str, str], ...]]:
        """The subject by the attribute's template, and the qualifiers that its roles and the frame's lexicons fill."""
        named: dict[str, Named | None] = {}
        roles = tuple(dict.fromkeys(_ROLE.findall(attribute.subject)))
        for role in dict.fromkeys((*roles, *attribute.scope, *attribute.optional)):
            named[role] = self._named(role, draft, attribute)
        missing = [role for role in roles if named[role] is None]
        surface = _ROLE.sub(lambda match: _shown(named[match[1]], match[1]), attribute.subject) or attribute.name.replace("_", " ")
        ids = "|".join(f"{role}={_id(named[role])}" for role in roles)
        local = f"|?{self.reading.article.id}" if missing else ""
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
        if not names and len(roles) == 1 and dict(attribute.defaults).get(roles[0]) in ("he", "who"):
            found = named[roles[0]]
            name = found.shown if found is not None else None
        return Subject(surface, f"{attribute.rule}:{ids}{local}", attribute.belongs_to == "event", name), tuple(sorted(qualifiers.items()))

    def _named(self, role: str, draft: Draft, attribute: Attribute) -> Named | None:
        mention = draft.slot(role)
        if role == "person" and attribute.kind == "age" and isinstance(mention, NameMention) and is_epithet(mention, self._before(mention, draft)):
            name = self.people.described(draft)
            return Named(name, " ".join(sorted(words(name)))) if name is not None else None
        if role == "person" and role in attribute.contrasts and isinstance(mention, NameMention) and not self.people.is_person(mention):
            mention = None
        if role in SIDES and mention is not None and mention.text.endswith(COMPETITIONS):
            return None  # "last in the Northern Division with a 9-14 record"
        if mention is not None:
            return self._of_mention(mention, draft, role not in COMPANY_ROLES)
        default = dict(attribute.defaults).get(role)
        return None if default is None else self._default(default, draft, attribute)

    def _before(self, mention: Mention, draft: Draft) -> str:
        """The characters right before a mention."""
        return self.reading.article.text_of(self.reading.sentences[draft.sentence].field)[max(0, mention.start - 4) : mention.start]

    def _of_mention(self, mention: Mention, draft: Draft, is_person: bool) -> Named:
        """What a mention names; a company keeps its name as written, a person gets the full one of the article."""
        if isinstance(mention, PlaceMention):
            return Named(self._place_name(mention.ids[0]), mention.ids[0])
        if isinstance(mention, NameMention):
            if not is_person:
                return Named(mention.text, " ".join(sorted(without_form(mention.text))))
            name = self.cast.full_name(mention)
            return Named(name, " ".join(sorted(words(name))))
        if isinstance(mention, OfficeMention):
            return Named(mention.text, mention.offices[0])
        if is_time(mention):
            time = self._times.get((self.reading.sentences[draft.sentence].field, mention.start))
            return Named((time.edtf if time is not None else None) or mention.text, mention.text.lower())
        return Named(mention.text, fold(mention.text))

    def _default(self, default: str, draft: Draft, attribute: Attribute) -> Named | None:
        """What stands in a role that no slot fills.

        `event`: what the article tells of; `he`: the only person that the sentence before names, or the one whom a frame with
        `whom: main` takes up; `who`: the only one that the sentence names before the value, else `he`;
        `holder`: the country of an office-holder named in the sentence; `place`: its only country;
        `persons`: everybody named in it; `thing`: what a figure counts; anything else stands for itself.
        """
        sentence = self.reading.sentences[draft.sentence]
        if default == "persons":
            people = sorted({self.cast.full_name(name) for name in sentence.names if self.people.is_person(name)})
            return Named(" and ".join(people), "+".join(sorted(" ".join(sorted(words(p))) for p in people))) if len(people) > 1 else None
        if default in ("he", "who"):
            is_main = draft.setting("whom") == MAIN
            name = self.people.who(draft) if default == "who" else self.people.taken_up(draft) if is_main else None
            if name is None and default == "he" and not is_main:
                name = (person_of_age(draft, self.people) if attribute.kind == "age" else None) or self.people.before(draft)
            return Named(name, " ".join(sorted(words(name)))) if name is not None else None
        countries = {holding.jurisdiction for holding in self.holders_in.get(draft.sentence, ()) if holding.jurisdiction}
        if default == "holder" and len(countries) == 1:
            return Named(self._place_name(next(iter(countries))), next(iter(countries)))
        if default in ("holder", "place"):
            # a "Czech champion" does not say where he won
            ids = {place.ids[0] for place in sentence.places if default == "holder" or place.form in ("name", "capital")}
            return Named(self._place_name(next(iter(ids))), next(iter(ids))) if len(ids) == 1 else None
        if default == "thing":
            noun = draft.value.noun if isinstance(draft.value, QuantityMention) else None
            field = "" if self.reading.sentences[draft.sentence].field == "text" else "title:"
            return Named(noun or draft.value.text, f"?{self.reading.article.id}:{field}{draft.value.start}")
        if default == "event":
            return Named(self.event.name, "event")
        return Named(default, fold(default))

    def _place_name(self, place: str | None) -> str:
        if place is None:
            return ""
        known = self.book.places.get(place)
        return known.name if known is not None else _own_name(place)

    def _labelled(self, place: str | None) -> str:
        """The place as it stands in running text: "the United States"."""
        known = self.book.places.get(place or "")
        return known.label if known is not None else _own_name(place or "")


def _place_of(claim: Claim) -> tuple[str, int, str]:
    """Where it stands; a day and its time of day are two claims of one place."""
    return claim.field, claim.start, claim.kind if claim.kind in ("date", "time") else ""


def _shown(named: Named | None, role: str) -> str:
    return named.shown if named is not None else f"({role} not known)"


def _id(named: Named | None) -> str:
    return named.id if named is not None else "?"


def _own_name(place: str) -> str:
    """The name in an id that no table holds: of a company, or of a town ("US/Birmingham")."""
    return place.removeprefix(COMPANY) if place.startswith(COMPANY) else place.rpartition("/")[2]
