"""Drafts to claims: names become entities, relative times dates, and templates subjects.

A reading, its holdings and the dating of its article go in, immutable claims come out. No other article is known here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import cast as typed

from factcheck.model.claim import PREDECESSOR, TAKEN_UP, Claim, Modality, Subject, Validity
from factcheck.model.interval import Interval
from factcheck.model.mention import Mention, NameMention, OfficeMention, QuantityMention
from factcheck.model.reading import Draft, Reading
from factcheck.model.setting import Dating
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute
from factcheck.resolution.antecedents import MAIN
from factcheck.resolution.aspects import aspected
from factcheck.resolution.book import Book
from factcheck.resolution.counted import counted_value, is_counted
from factcheck.resolution.holding import Holding
from factcheck.resolution.known import Known
from factcheck.resolution.left_over import left_over
from factcheck.resolution.moments import with_one_value
from factcheck.resolution.proceedings import stage_cue
from factcheck.resolution.scenes import scened
from factcheck.resolution.sides import sided
from factcheck.resolution.stages import staged
from factcheck.resolution.subjects import FIRM, labelled, place_name, subject_of
from factcheck.resolution.titles import qualified
from factcheck.resolution.tolls import settle, without_inner
from factcheck.resolution.validity import valid_time
from factcheck.resolution.values import value_of
from factcheck.resolution.whose_age import is_taken_up, other_of_both, person_of_age
from factcheck.text.folding import person_key, words

# Who holds an office is the article's own statement, whoever is quoted in the sentence.
OWN_WORDS = frozenset(("office", "post"))
HANDOVER_DAYS = 1  # around the day of a hand-over both holders are named, by day and time zone
_MODALITIES = frozenset(("asserted", "former", "planned", "forecast", "target", "conditional", "denied", "alleged"))


class Resolver:
    """Resolves the drafts of one article."""

    def __init__(self, reading: Reading, held: Sequence[Holding], dating: Dating, book: Book) -> None:
        self.reading, self.dating, self.book = reading, dating, book
        self.attributes = book.attributes
        self.held = {id(holding.draft): holding for holding in held}
        self.known = Known(reading, held, dating, book)
        self.people, self.event = self.known.people, self.known.event
        self._stages: dict[int, str | None] = {}
        self._settings: dict[str, bool] = {}

    def claims(self) -> tuple[Claim, ...]:
        """The claims of the article in order of its text."""
        made = list(self._drafted(self.reading.drafts))
        made += self._counted(made)
        kept = without_inner(with_one_value(made, self.attributes))
        told = {_place_of(claim) for claim in kept if not self._is_open(claim) and not self._is_of_nobody(claim)}
        settled = settle([claim for claim in kept if not self._is_open(claim) or _place_of(claim) not in told], self.reading, self.book)
        left = left_over(self.reading.drafts, self.reading.sentences, settled, self.book.open_by_kind)
        told_when = staged(qualified([*settled, *self._drafted(left)], self.attributes), self.reading, self.dating, self.attributes)
        told_where = scened(told_when, self.reading, self.book, self.event.kind)
        return tuple(aspected(sided(told_where, self.reading, self.attributes), self.reading))

    def _stage_of(self, sentence: int) -> str | None:
        if sentence not in self._stages:
            self._stages[sentence] = stage_cue(self.reading, self.book, sentence)
        return self._stages[sentence]

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
            elif (attribute.about and self.event.kind not in attribute.about) or not self._is_in_setting(attribute.setting):
                continue  # a depth of a mine or of a market is none of an earthquake, a contract of a bank none of a player
            elif is_counted(draft) or (attribute.belongs_to == "person" and not self._is_of_person(draft)) or self._is_of_no_firm(draft, attribute):
                continue
            elif attribute.makes_claims and (value := value_of(draft, attribute, self.known)) is not None:
                is_open_age = attribute.event_type == "any" and attribute.kind == "age" and (draft.sentence, draft.value.start) not in self._aged
                if is_open_age and self._age is not None and person_of_age(draft, self.people):
                    attribute = self._age
                    draft = draft._replace(rule=attribute.rule, attribute=attribute.name, context=("=" + draft.context[0][1:], *draft.context[1:]))
                claim = self._claim(draft, attribute, value)
                if not self._is_of_another_year(claim, attribute):
                    yield claim
                    if attribute is self._age and (other := other_of_both(draft, self.people)) is not None:
                        yield self._of_other(claim, other)

    def _is_of_no_firm(self, draft: Draft, attribute: Attribute) -> bool:
        """It tells of "the company" or "it", and which one is not known."""
        return any(default == FIRM and draft.slot(role) is None for role, default in attribute.defaults) and self.known.firms.meant(draft) is None

    def _is_in_setting(self, lexicons: tuple[str, ...]) -> bool:
        """The article has the words of one of the settings, or none is asked for."""
        for lexicon in lexicons:
            if lexicon not in self._settings:
                article = self.reading.article
                self._settings[lexicon] = self.book.is_set(lexicon, f"{article.title or ''} {article.text}".lower())
        return not lexicons or any(self._settings[lexicon] for lexicon in lexicons)

    def _of_other(self, claim: Claim, name: str) -> Claim:
        """The claim as it is of somebody else, too."""
        subject = Subject(name, f"{claim.rule}:person={person_key(name)}", name=name)
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
        if not isinstance(name, NameMention) or self.known.persons.is_person(name):
            return True
        return not any(self.known.persons.is_person(other) for other in self.reading.sentences[draft.sentence].names if other.start < name.start)

    def _holder_claims(self, draft: Draft, attribute: Attribute, holding: Holding) -> Iterable[Claim]:
        holding = self.known.firms.of_holding(holding)
        where = place_name(holding.jurisdiction, self.known)
        label = holding.office.label_for(holding.jurisdiction)
        surface = f"{label} of {labelled(holding.jurisdiction, self.known)}" if where else f"{label} (country not known)"
        # An office that several people hold at a time is one subject a person: two of its holders are no conflict.
        local = "" if holding.office.is_single_in(holding.jurisdiction) else f":{holding.entity}"
        if holding.jurisdiction is None:
            local = f":{self.reading.article.id}:{holding.entity}"
        subject = Subject(surface, f"office:{holding.jurisdiction or '?'}:{holding.office.id}{local}")
        value = Value(holding.name, entity=holding.entity)
        before = draft.slot("predecessor")
        follows = ((PREDECESSOR, before.text),) if isinstance(before, NameMention) else ()
        qualifiers = ((("jurisdiction", where),) if where else ()) + follows
        cue = draft.setting("cue")
        cues = tuple(name for name in (cue, *self._standing(holding)) if name)
        valid = self._office_time(holding)
        modality = typed(Modality, holding.modality)
        yield self._made(draft, attribute, subject, value, qualifiers, modality, valid, cues)
        post = self.attributes.get(f"{attribute.pack}.post")
        title = draft.slot("office")
        if post is not None and isinstance(title, OfficeMention) and len(words(holding.name)) > 1:
            # without a country two people of one name may bear the title: only inside a story they are one
            key = holding.entity.partition(":")[2]
            person = Subject(
                holding.name,
                f"person:{key}" if where else f"person:{self.reading.article.id}:{key}",
                name=holding.name if holding.entity.startswith("person:") or not where else None,
            )
            stands_in = ("acting",) if title.acting else ()
            identity = subject.id if where else f"office:?:{holding.office.id}"
            office = Value(surface if where else label, entity=":".join((identity, *stands_in)))
            yield self._made(draft, post, person, office, (), modality, valid, stands_in, title)

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
        subject, qualifiers = subject_of(draft, attribute, self.known)
        modality = draft.setting("modality") or "asserted"
        if modality not in _MODALITIES:
            modality = "asserted"
        cues = tuple(value for key, value in draft.sets if key == "cue")
        if attribute.kind == "age":
            stage = self._stage_of(draft.sentence)
            cues = (*cues, *([stage] if stage is not None else ()), *([TAKEN_UP] if is_taken_up(draft, self.people) else ()))
        if attribute.unit is not None and value.unit is None and value.point is not None:
            value = replace(value, unit=attribute.unit)
        return self._made(
            draft,
            attribute,
            subject,
            value,
            qualifiers,
            typed(Modality, modality),
            valid_time(draft, attribute, self.reading, self.known.times, self.dating, self.event),
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
        evidence: Mention | None = None,
    ) -> Claim:
        sentence, mention = self.reading.sentences[draft.sentence], evidence or draft.value
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


def _place_of(claim: Claim) -> tuple[str, int, str]:
    """Where it stands; a day and its time of day are two claims of one place."""
    return claim.field, claim.start, claim.kind if claim.kind in ("date", "time") else ""
