"""Whom a pronoun means: "he", "she", "the 40-year-old" in a sentence that names nobody before it.

A reading with its cast goes in, a name or nothing comes out. Only what the sentences right before name counts, and of
several people nobody is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cached_property

from factcheck.model.reading import Draft
from factcheck.resolution.persons import FRONT, OF_PERSON, Persons, age_of
from factcheck.text.folding import words

MAIN = "main"  # how a frame says that its words take up the person whom the article is about
REACH = 2  # sentences back, over those that name nobody
# Somebody without a name, told of for the first time, whom later words may take up.
_NAMELESS = re.compile(
    r"\b(?:an?|another|one|second|third) (?:[\w-]+ ){0,2}(?:boy|child|cyclist|driver|employee|girl|guard|juvenile|man|officer|passenger|pedestrian"
    r"|shooter|student|suspect|teen|teenager|toddler|victim|woman|worker|youth)\b",
    re.IGNORECASE,
)
# The opening of a sentence about somebody or something new; what a court did, or a lawyer said, is done to whom the sentence before names.
_NEW = re.compile(r"[\"'\u201c]*(?:An?|Another|One)((?:\s+[a-z][\w'’-]*){1,4})")
_OF_COURT = frozenset("attorney court judge jury lawyer magistrate official panel prosecutor spokesman spokeswoman tribunal warrant".split())
_SHORT = {"dr": "doctor", "rev": "reverend", "capt": "captain", "sen": "senator", "gen": "general", "prof": "professor"}
_HIM = re.compile(r"\b(?:he|she|him|her|his)\b")
_PRONOUN = re.compile(r"[\"“‘'(]*(?:And |But |Then |Now )?(?:He|She|His|Her)\b")


class Antecedents:
    """Whom the words of one article mean. `nameless` are nouns that call somebody who has no name."""

    def __init__(self, persons: Persons, nameless: AbstractSet[str]) -> None:
        self.persons, self.reading, self.cast, self._nameless = persons, persons.reading, persons.cast, nameless

    def before(self, draft: Draft) -> str | None:
        """The full name of the only person named since the sentence before the one of the draft; who is only quoted there does not count."""
        sentence = self.reading.sentences[draft.sentence]
        begin = min((mention.start for _, mention in draft.slots), default=draft.value.start)
        if any(name.start < begin for name in self.persons.named_in(sentence)):
            return None
        for number in range(draft.sentence - 1, max(-1, draft.sentence - 1 - REACH), -1):
            before = self.reading.sentences[number]
            if before.field != sentence.field:
                break
            people = {self.cast.full_name(name) for name in self.persons.told_of(before)}
            people = {name for name in people if not any(set(words(other)) < set(words(name)) for other in people)}
            known = {name for name in people if self.persons.is_known(name)}
            found = known or people
            if len(found) == 1:
                return found.pop()
            if found:
                break
        return None

    def who(self, draft: Draft) -> str | None:
        """The full name of the only person with a known given name whom the sentence of a draft names before its value, else the one `before` it."""
        sentence = self.reading.sentences[draft.sentence]
        people = {self.cast.full_name(name) for name in self.persons.told_of(sentence) if name.start < draft.value.start}
        people = {name for name in people if self.persons.is_known(name)}
        if people:
            return people.pop() if len(people) == 1 else None
        text = self.reading.article.text_of(sentence.field)
        new = _NEW.match(text, sentence.start)  # "A former bus driver was jailed"
        if new is not None and (called := set(new[1].split())) & self._nameless and called.isdisjoint(_OF_COURT):
            return self._named_behind(draft.sentence)
        found = self.before(draft)
        return found if found is not None and self.persons.is_known(found) else None

    def _named_behind(self, number: int) -> str | None:
        """Whom the next sentence names first, with an age or a pronoun behind: "A guard was jailed. Colin Trask, 36, had ..."."""
        following = [s for s in self.reading.sentences[number + 1 : number + 2] if s.field == self.reading.sentences[number].field]
        if not following:
            return None
        text, begin = self.reading.article.text_of(following[0].field), following[0].start
        name = next(iter(self.persons.named_in(following[0])), None)
        if name is None or not self.persons.is_opening(text[begin : name.start]) or not OF_PERSON.match(text, name.end):
            return None
        return self.cast.full_name(name)

    def meant_by(self, draft: Draft, pronoun: str, at: int) -> str | None:
        """The full name of whom "he" or "she" at an offset means: of a sex that fits, and of no other age.

        That is the only one whom its sentence names before it, else the only one of that sex whom the nearest sentence before that names any
        tells of; where nobody is named before, the main person, whom the article names next.
        """
        sentence = self.reading.sentences[draft.sentence]
        text = self.reading.article.text_of(sentence.field)
        named = [name for name in self.persons.named_in(sentence) if name.end <= at]
        here = list(dict.fromkeys(map(self.cast.full_name, named)))
        found: str | None = None
        if here:
            last = max(name.end for name in named)
            is_his = text.startswith(("'s ", "’s "), last) or _NAMELESS.search(text, last, at) is not None
            found = here[0] if len(here) == 1 and not is_his else None
        else:
            found = self._told_before(draft.sentence, pronoun)
        if found is None or found in self.persons.officials or not self.persons.is_of_sex(found, pronoun):
            return None
        return found if self.persons.may_be_of_age(found, draft) else None

    def names_before(self, draft: Draft) -> bool:
        """The sentence of the draft names somebody before it."""
        return any(name.end <= draft.value.start for name in self.persons.named_in(self.reading.sentences[draft.sentence]))

    def _told_before(self, number: int, pronoun: str) -> str | None:
        field = self.reading.sentences[number].field
        text = self.reading.article.text_of(field)
        for at in range(number - 1, max(-1, number - 1 - self._reach(number)), -1):
            before = self.reading.sentences[at]
            if before.field != field:
                break
            told = self.persons.told_of(before)
            named = [name for name in dict.fromkeys(map(self.cast.full_name, told)) if self.persons.is_of_sex(name, pronoun)]
            people = [name for name in named if name in self.persons.evident] or (named if len(told) == 1 else [])
            if _NAMELESS.search(text, before.start, before.end) is not None:
                return None
            if len(people) == 1:
                return people[0]
            if people:
                return None
        is_first = not any(self.persons.named_in(s) for s in self.reading.sentences[:number] if s.field == field)
        coming = [name for s in self.reading.sentences[number : number + 2] if s.field == field for name in self.persons.named_in(s)]
        return self.persons.main if is_first and coming and self.cast.full_name(coming[0]) == self.persons.main else None

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
            ages.setdefault(name, set()).add(age_of(draft))
        return {(draft.sentence, draft.value.start): name for draft, name in found if len(ages[name]) == 1}

    def _meant(self, draft: Draft) -> str | None:
        begin = min((mention.start for _, mention in draft.slots), default=draft.value.start)
        sentence = self.reading.sentences[draft.sentence]
        here = set(map(self.cast.full_name, self.persons.named_in(sentence)))
        if any(self.cast.full_name(name) in self.persons.evident for name in sentence.names if name.start < begin) or self._is_introduced(draft):
            return None
        near = self._named_before(draft.sentence)
        fitting = [name for name in near if self.persons.may_be_of_age(name, draft)]
        if len(fitting) > 1:  # who holds an office is told by it
            others = [name for name in fitting if name not in self.persons.holders]
            fitting = near = [name for name in others if self._is_called_so(name, draft)] or others
        found = fitting[0] if len(fitting) == 1 else None
        if len(near) != 1 and found != self.persons.main and (found is None or len(near) > 2):
            found = self.persons.main if not near and self._is_named_before(draft) else None
        if found is None or found in here or found in self.persons.officials:  # who is named beside such words is somebody else
            return None
        return found if self.persons.may_be_of_age(found, draft) and not self._is_nameless_between(found, draft) else None

    def _is_called_so(self, name: str, draft: Draft) -> bool:
        """The calling behind the age stands before the name as well: "the 39-year-old doctor" is Dr Gupta."""
        sentence = self.reading.sentences[draft.sentence]
        behind = self.reading.article.text_of(sentence.field)[draft.value.end : sentence.end].lower().split()[:3]
        called = {word.rstrip(".,:;") for word in behind} & self.persons.callings
        if not called:
            return False
        for other in self.reading.sentences[max(0, draft.sentence - REACH) : draft.sentence]:
            for one in other.names:
                if self.cast.full_name(one) == name:
                    before = self.reading.article.text_of(other.field)[max(0, one.start - FRONT) : one.start].lower().replace(".", "").split()
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
        return any(self.cast.full_name(name) == self.persons.main for sentence in before for name in sentence.names)

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
            told = self.persons.told_of(before)
            names = list(dict.fromkeys(self.cast.full_name(name) for name in told))
            people = [name for name in names if name in self.persons.evident]
            opens = bool(told) and self.persons.is_opening(self.reading.article.text_of(field)[before.start : told[0].start])
            if people and not opens and _HIM.search(self.reading.article.text_of(field), before.start, told[0].start):
                return []  # "he has to face Jan Tamm": of him, or of Jan Tamm
            if people or (opens and len(names) == 1 and before is self.reading.sentences[number - 1]):
                return people or names
        return []

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
