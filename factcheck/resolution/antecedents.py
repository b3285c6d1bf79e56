"""Whom a pronoun means: "he", "she", "the 40-year-old" in a sentence that names nobody before it.

A reading with its cast goes in, a name or nothing comes out. Only what the sentences right before name counts, and of
several people nobody is chosen.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cached_property

from factcheck.model.article import Field
from factcheck.model.mention import NameMention, QuantityMention
from factcheck.model.reading import Draft, Reading
from factcheck.resolution.book import Book
from factcheck.resolution.people import INSTITUTIONS, Cast, words_in_full
from factcheck.text.folding import fold, words

MAIN = "main"  # how a frame says that its words take up the person whom the article is about
REACH = 2  # sentences back, over those that name nobody
TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady judge officer sergeant sgt detective deputy rev father captain capt lieutenant lt col".split()
)
_FRONT = 24  # characters before a name in which a calling stands
_OF_PERSON = re.compile(
    r",? (?:who\b|aged \d|\d\d[,.;]|\(\d\d\)|died|resigned|retired|wept|pleaded|stepped down|quit|has died|and (?:his|her)\b)"
    r"|,? (?:was|is|has been|had been) (?:arrested|born|charged|convicted|fined|jailed|killed|married|murdered|sentenced|shot|stabbed|sworn)\b"
)
# Who the words ", the American chat show host" call by a calling is a person.
_CALLED = re.compile(r", (?:the|a|an) ((?:(?!(?:at|by|for|from|in|of|on|that|to|which|who|with)\b)[\w'’-]+ ){0,4}[\w'’-]+)")
# What the first word of a name makes no name of a person: "Mount Etna" is later "Etna" alone, too.
_NO_GIVEN = frozenset(
    """camp cape east fort grand great gulf hurricane lake los mount mt new north operation port saint san santa south st storm team the tropical
    typhoon uss west""".split()
)
# Somebody without a name, told of for the first time, whom later words may take up.
_NAMELESS = re.compile(
    r"\b(?:an?|another|one|second|third) (?:[\w-]+ ){0,2}(?:boy|child|cyclist|driver|employee|girl|guard|juvenile|man|officer|passenger|pedestrian"
    r"|shooter|student|suspect|teen|teenager|toddler|victim|woman|worker|youth)\b",
    re.IGNORECASE,
)
# The opening of a sentence about somebody or something new; what a court did, or a lawyer said, is done to whom the sentence before names.
_NEW = re.compile(r"[\"'\u201c]*(?:An?|Another|One)((?:\s+[a-z][\w'’-]*){1,4})")
_OF_COURT = frozenset("attorney court judge jury lawyer magistrate official panel prosecutor spokesman spokeswoman tribunal warrant".split())
_MALE, _FEMALE = "male", "female"
_SHORT = {"dr": "doctor", "rev": "reverend", "capt": "captain", "sen": "senator", "gen": "general", "prof": "professor"}
_HIM = re.compile(r"\b(?:he|she|him|her|his)\b")
_PRONOUN = re.compile(r"[\"“‘'(]*(?:And |But |Then |Now )?(?:He|She|His|Her)\b")
RANKS = frozenset(
    """attorney captain capt chief col colonel commander commissioner coroner deputy det detective inspector investigator judge lawyer lieutenant
    lt maj major mayor officer prosecutor sergeant sgt sheriff spokesman spokesperson spokeswoman superintendent supt trooper""".split()
)
_SAYS = re.compile(
    r"(?:,[^,.;]{1,60},| (?:of|from|for|at|with|in) [^,.;]{1,40}?)?,? (?:also |later )?(?:said|says|told|added|adds|wrote|explained|tweeted)\b"
)
_SAID = re.compile(r"\b(?:said|says|added|explained|recalled|remembered|according to) (?:[\w.'’]+ ){0,5}$")


class Antecedents:
    """The persons of one article. `holders` are full names of its office-holders."""

    def __init__(self, reading: Reading, cast: Cast, holders: frozenset[str], book: Book) -> None:
        self.reading, self.cast, self.holders = reading, cast, holders
        self.given_names, self.callings = book.rules.given_names, book.callings | TITLES
        self.nameless = book.people
        self._sexes = book.sexes

    def is_person(self, name: NameMention) -> bool:
        """An office-holder, or a name of two to four words that does not end like that of an institution."""
        if name.text.isupper() and " " not in name.text:  # initials of a company or a station
            return False
        full = self.cast.full_name(name)
        if full in self.holders:
            return True
        parts = words_in_full(full)
        return " " in full and len(parts) in (2, 3, 4) and parts[-1] not in INSTITUTIONS and parts[0] not in _NO_GIVEN

    def is_known_person(self, name: NameMention) -> bool:
        """A name with a given name that is known, an office-holder, or the last name of such a one ("Ruiz" beside "Ana Ruiz")."""
        return self.is_person(name) and self._is_known(self.cast.full_name(name))

    def before(self, draft: Draft) -> str | None:
        """The full name of the only person named since the sentence before the one of the draft; who is only quoted there does not count."""
        sentence = self.reading.sentences[draft.sentence]
        begin = min((mention.start for _, mention in draft.slots), default=draft.value.start)
        if any(self.is_person(name) for name in sentence.names if name.start < begin):
            return None
        for number in range(draft.sentence - 1, max(-1, draft.sentence - 1 - REACH), -1):
            before = self.reading.sentences[number]
            if before.field != sentence.field:
                break
            people = {self.cast.full_name(name) for name in before.names if self.is_person(name) and not self._is_sayer(name, sentence.field)}
            people = {name for name in people if not any(set(words(other)) < set(words(name)) for other in people)}
            known = {name for name in people if self._is_known(name)}
            found = known or people
            if len(found) == 1:
                return found.pop()
            if found:
                break
        return None

    def who(self, draft: Draft) -> str | None:
        """The full name of the only person with a known given name whom the sentence of a draft names before its value, else the one `before` it."""
        sentence = self.reading.sentences[draft.sentence]
        named = (name for name in sentence.names if name.start < draft.value.start)
        people = {self.cast.full_name(name) for name in named if self.is_person(name) and not self._is_sayer(name, sentence.field)}
        people = {name for name in people if self._is_known(name)}
        if people:
            return people.pop() if len(people) == 1 else None
        text = self.reading.article.text_of(sentence.field)
        new = _NEW.match(text, sentence.start)  # "A former bus driver was jailed"
        if new is not None and (called := set(new[1].split())) & self.nameless and called.isdisjoint(_OF_COURT):
            return self._named_behind(draft.sentence)
        found = self.before(draft)
        return found if found is not None and self._is_known(found) else None

    def _named_behind(self, number: int) -> str | None:
        """Whom the next sentence names first, with an age or a pronoun behind: "A guard was jailed. Colin Trask, 36, had ..."."""
        following = [s for s in self.reading.sentences[number + 1 : number + 2] if s.field == self.reading.sentences[number].field]
        if not following:
            return None
        text, begin = self.reading.article.text_of(following[0].field), following[0].start
        name = next((name for name in following[0].names if self.is_person(name)), None)
        if name is None or not self._is_opening(text[begin : name.start]) or not _OF_PERSON.match(text, name.end):
            return None
        return self.cast.full_name(name)

    def meant_by(self, draft: Draft, pronoun: str, at: int) -> str | None:
        """The full name of whom "he" or "she" at an offset means: of a sex that fits, and of no other age.

        That is the only one whom its sentence names before it, else the only one of that sex whom the nearest sentence before that names any
        tells of; where nobody is named before, the main person, whom the article names next.
        """
        sentence = self.reading.sentences[draft.sentence]
        text = self.reading.article.text_of(sentence.field)
        here = list(dict.fromkeys(self.cast.full_name(name) for name in sentence.names if name.end <= at and self.is_person(name)))
        found: str | None = None
        if here:
            last = max(name.end for name in sentence.names if name.end <= at and self.is_person(name))
            is_his = text.startswith(("'s ", "’s "), last) or _NAMELESS.search(text, last, at) is not None
            found = here[0] if len(here) == 1 and not is_his else None
        else:
            found = self._told_before(draft.sentence, pronoun)
        if found is None or found in self._officials or not self._is_of_sex(found, pronoun):
            return None
        return found if self._may_be_of_age(found, draft) else None

    def names_before(self, draft: Draft) -> bool:
        """The sentence of the draft names somebody before it."""
        return any(self.is_person(name) for name in self.reading.sentences[draft.sentence].names if name.end <= draft.value.start)

    def _told_before(self, number: int, pronoun: str) -> str | None:
        field = self.reading.sentences[number].field
        text = self.reading.article.text_of(field)
        for at in range(number - 1, max(-1, number - 1 - self._reach(number)), -1):
            before = self.reading.sentences[at]
            if before.field != field:
                break
            told = [name for name in before.names if self.is_person(name) and not self._is_sayer(name, field)]
            named = [name for name in dict.fromkeys(map(self.cast.full_name, told)) if self._is_of_sex(name, pronoun)]
            people = [name for name in named if name in self._evident] or (named if len(told) == 1 else [])
            if _NAMELESS.search(text, before.start, before.end) is not None:
                return None
            if len(people) == 1:
                return people[0]
            if people:
                return None
        is_first = not any(self.is_person(name) for s in self.reading.sentences[:number] if s.field == field for name in s.names)
        coming = [name for s in self.reading.sentences[number : number + 2] if s.field == field for name in s.names if self.is_person(name)]
        return self._main if is_first and coming and self.cast.full_name(coming[0]) == self._main else None

    def _reach(self, number: int) -> int:
        """So many sentences back: past those that begin with a pronoun one more each."""
        text, reach = self.reading.article.text_of(self.reading.sentences[number].field), REACH
        for at in range(number - 1, -1, -1):
            if number - at > reach:
                break
            reach += _PRONOUN.match(text, self.reading.sentences[at].start) is not None
        return reach

    def described(self, draft: Draft) -> str | None:
        """The full name of whom words with "the" mean, by what they say of somebody: as those which `taken_up` takes up."""
        return self._meant(draft)

    def _is_of_sex(self, name: str, pronoun: str) -> bool:
        """The given name does not tell the other sex."""
        told = self._sexes.get(fold(name).split()[0])
        return told is None or told == (_MALE if pronoun == "he" else _FEMALE)

    def taken_up(self, draft: Draft) -> str | None:
        """The full name of whom words like "the 40-year-old" take up; None where two people may be meant, or somebody without a name.

        That is the only person whom the sentence right before names, else the one whom the article is mainly about; of nobody it says two ages.
        """
        return self._taken_up.get((draft.sentence, draft.value.start))

    @cached_property
    def _taken_up(self) -> dict[tuple[int, int], str]:
        found = [(draft, name) for draft in self.reading.drafts if draft.setting("whom") == MAIN and (name := self._meant(draft)) is not None]
        ages: dict[str, set[Decimal | None]] = {}
        for draft, name in found:
            ages.setdefault(name, set()).add(_age(draft))
        return {(draft.sentence, draft.value.start): name for draft, name in found if len(ages[name]) == 1}

    def _meant(self, draft: Draft) -> str | None:
        begin = min((mention.start for _, mention in draft.slots), default=draft.value.start)
        sentence = self.reading.sentences[draft.sentence]
        here = {self.cast.full_name(name) for name in sentence.names if self.is_person(name)}
        if any(self.cast.full_name(name) in self._evident for name in sentence.names if name.start < begin) or self._is_introduced(draft):
            return None
        near = self._named_before(draft.sentence)
        fitting = [name for name in near if self._may_be_of_age(name, draft)]
        if len(fitting) > 1:  # who holds an office is told by it
            others = [name for name in fitting if name not in self.holders]
            fitting = near = [name for name in others if self._is_called_so(name, draft)] or others
        found = fitting[0] if len(fitting) == 1 else None
        if len(near) != 1 and found != self._main and (found is None or len(near) > 2):
            found = self._main if not near and self._is_named_before(draft) else None
        if found is None or found in here or found in self._officials:  # who is named beside such words is somebody else
            return None
        return found if self._may_be_of_age(found, draft) and not self._is_nameless_between(found, draft) else None

    def _is_called_so(self, name: str, draft: Draft) -> bool:
        """The calling behind the age stands before the name as well: "the 39-year-old doctor" is Dr Gupta."""
        sentence = self.reading.sentences[draft.sentence]
        behind = self.reading.article.text_of(sentence.field)[draft.value.end : sentence.end].lower().split()[:3]
        called = {word.rstrip(".,:;") for word in behind} & self.callings
        if not called:
            return False
        for other in self.reading.sentences[max(0, draft.sentence - REACH) : draft.sentence]:
            for one in other.names:
                if self.cast.full_name(one) == name:
                    before = self.reading.article.text_of(other.field)[max(0, one.start - _FRONT) : one.start].lower().replace(".", "").split()
                    if called & {_SHORT.get(word, word) for word in before}:
                        return True
        return False

    def _is_nameless_between(self, name: str, draft: Draft) -> bool:
        """Behind the last sentence with the name, somebody without a name is told of."""
        sentence = self.reading.sentences[draft.sentence]
        ends = [s.end for s in self.reading.sentences[: draft.sentence] if s.field == sentence.field and name in map(self.cast.full_name, s.names)]
        start = max(ends, default=max(0, sentence.start))
        return _NAMELESS.search(self.reading.article.text_of(sentence.field), start, draft.value.start) is not None

    def _is_named_before(self, draft: Draft) -> bool:
        """The main person is named in the title or in a sentence before the one of the draft."""
        before = (s for n, s in enumerate(self.reading.sentences) if n < draft.sentence or s.field == "title")
        return any(self.cast.full_name(name) == self._main for sentence in before for name in sentence.names)

    def _named_before(self, number: int) -> list[str]:
        """Which persons the nearest sentence before names that names any, in order; who is only quoted there does not count.

        Of somebody who may be no person it is enough to open the sentence right before, and to be the only one named there.
        """
        field = self.reading.sentences[number].field
        for before in reversed(self.reading.sentences[max(0, number - REACH) : number]):
            if before.field != field:
                break
            if _PRONOUN.match(self.reading.article.text_of(field), before.start):  # who is told of there is told of before
                continue
            told = [name for name in before.names if self.is_person(name) and not self._is_sayer(name, field)]
            names = list(dict.fromkeys(self.cast.full_name(name) for name in told))
            people = [name for name in names if name in self._evident]
            opens = bool(told) and self._is_opening(self.reading.article.text_of(field)[before.start : told[0].start])
            if people and not opens and _HIM.search(self.reading.article.text_of(field), before.start, told[0].start):
                return []  # "he has to face Jan Tamm": of him, or of Jan Tamm
            if people or (opens and len(names) == 1 and before is self.reading.sentences[number - 1]):
                return people or names
        return []

    def _is_opening(self, words_before: str) -> bool:
        """Nothing but names, titles and a dateline stand before the name in its sentence, so that it is the subject."""
        return all(not word[0].islower() or word in self.callings for word in re.findall(r"[^\W\d_]+(?:['’-]\w+)*", words_before))

    @cached_property
    def _main(self) -> str | None:
        """The person who is named twice as often as anybody else; to be named first counts twice more."""
        told: Counter[str] = Counter()
        opened: set[Field] = set()
        for sentence in self.reading.sentences:
            names = [self.cast.full_name(name) for name in sentence.names if self.is_person(name) and not self._is_sayer(name, sentence.field)]
            people = [name for name in names if name in self._evident]
            is_first = bool(names) and sentence.field not in opened and len(set(people)) == 1
            opened.update([sentence.field] if names else ())
            told.update(people + 2 * people[:1] if is_first else people)
        ranked = told.most_common(2)
        return ranked[0][0] if ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]) else None

    @cached_property
    def _evident(self) -> frozenset[str]:
        """The full names that are surely those of persons: by a given name that is known, a calling in front of it, an age or "who" behind it."""
        found: set[str] = set()
        for sentence in self.reading.sentences:
            text = self.reading.article.text_of(sentence.field)
            for name in sentence.names:
                full = self.cast.full_name(name)
                if full not in found and self.is_person(name):
                    before = text[max(0, name.start - _FRONT) : name.start].lower().replace(",", "").split()
                    called = _CALLED.match(text, name.end)
                    if (
                        self._is_known(full)
                        or _OF_PERSON.match(text, name.end)
                        or (before and before[-1].rstrip(".") in self.callings)
                        or (called is not None and not self.callings.isdisjoint(called[1].lower().split()))
                        or self._is_surname(name, full)
                    ):
                        found.add(full)
        return frozenset(found)

    def _is_surname(self, name: NameMention, full: str) -> bool:
        """The last word of a full name stands alone: what is no person is called by the first."""
        return " " not in name.text and fold(name.text) == words(full)[-1]

    @cached_property
    def _officials(self) -> frozenset[str]:
        """Who speaks for police, a court or a side, by rank and by being quoted."""
        found = set()
        for sentence in self.reading.sentences:
            text = self.reading.article.text_of(sentence.field)
            for name in sentence.names:
                before = text[max(0, name.start - _FRONT) : name.start].lower().split()
                if before and before[-1].rstrip(".,") in RANKS and self._is_sayer(name, sentence.field):
                    found.add(self.cast.full_name(name))
        return frozenset(found)

    @cached_property
    def _ages(self) -> dict[str, set[Decimal | None]]:
        """The ages that the article gives next to a name."""
        told: dict[str, set[Decimal | None]] = {}
        for draft in self.reading.drafts:
            name = draft.slot("person")
            if draft.attribute == "age" and isinstance(name, NameMention):
                told.setdefault(self.cast.full_name(name), set()).add(_age(draft))
        return told

    def _may_be_of_age(self, name: str, draft: Draft) -> bool:
        """The article gives the person no age, or that of the draft."""
        told = self._ages.get(name)
        return told is None or _age(draft) in told

    def _is_introduced(self, draft: Draft) -> bool:
        """Somebody without a name was told of by that age: "a 15-year-old cyclist", "his brother, 15"."""
        sentence = self.reading.sentences[draft.sentence]
        before = self.reading.article.text_of(sentence.field)[: draft.value.start]
        named = {
            d.value.start for d in self.reading.drafts if d.slot("person") is not None and self.reading.sentences[d.sentence].field == sentence.field
        }
        number = re.split(r"[- ]", draft.value.text)[0]
        told = re.finditer(rf"\b{number}[- ]year[- ]|(?<=, ){number}\b|(?<=aged ){number}\b", before)
        return any(match.start() not in named and not before.endswith(("the ", "The "), 0, match.start()) for match in told)

    def _is_known(self, name: str) -> bool:
        """An office-holder, or a name with a given name that is known."""
        return name in self.holders or any(word in self.given_names for word in fold(name).split()[:-1])

    def _is_sayer(self, name: NameMention, field: Field) -> bool:
        """The name is only given as the source of what the sentence says ("..., Ruiz said")."""
        text = self.reading.article.text_of(field)
        return _SAYS.match(text, name.end) is not None or _SAID.search(text, max(0, name.start - 64), name.start) is not None


def _age(draft: Draft) -> Decimal | None:
    return draft.value.value.point if isinstance(draft.value, QuantityMention) else None
