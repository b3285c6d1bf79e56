"""Who in an article is a person: which names are those of persons, how old they are, who only speaks, and whom the article is about.

A reading with its cast goes in; each question is answered for a full name or for a name as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cached_property

from factcheck.model.article import Field
from factcheck.model.mention import NameMention, QuantityMention
from factcheck.model.reading import Draft, Reading, Sentence
from factcheck.resolution.book import Book
from factcheck.resolution.people import INSTITUTIONS, Cast, words_in_full
from factcheck.text.folding import fold, words

TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady judge officer sergeant sgt detective deputy rev father captain capt lieutenant lt col".split()
)
FRONT = 24  # characters before a name in which a calling stands
OF_PERSON = re.compile(
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
_MALE, _FEMALE = "male", "female"
RANKS = frozenset(
    """attorney captain capt chief col colonel commander commissioner coroner deputy det detective inspector investigator judge lawyer lieutenant
    lt maj major mayor officer prosecutor sergeant sgt sheriff spokesman spokesperson spokeswoman superintendent supt trooper""".split()
)
_SAYS = re.compile(
    r"(?:,[^,.;]{1,60},| (?:of|from|for|at|with|in) [^,.;]{1,40}?)?,? (?:also |later )?(?:said|says|told|added|adds|wrote|explained|tweeted)\b"
)
_SAID = re.compile(r"\b(?:said|says|added|explained|recalled|remembered|according to) (?:[\w.'’]+ ){0,5}$")


class Persons:
    """The persons of one article. `holders` are full names of its office-holders."""

    def __init__(self, reading: Reading, cast: Cast, holders: frozenset[str], book: Book) -> None:
        self.reading, self.cast, self.holders = reading, cast, holders
        self.given_names, self.callings = book.rules.given_names, book.callings | TITLES
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

    def is_evident(self, name: NameMention, field: Field) -> bool:
        """A full name that may be a person's, or a single one with a calling in front of it or what persons do behind it."""
        if self.is_person(name):
            return True
        text = self.reading.article.text_of(field)
        before = text[max(0, name.start - FRONT) : name.start].lower().replace(",", "").split()
        is_called = bool(before) and before[-1].rstrip(".") in self.callings
        is_single = not name.text.isupper() and " " not in name.text and fold(name.text) not in INSTITUTIONS
        return is_single and (is_called or OF_PERSON.match(text, name.end) is not None)

    def named_in(self, sentence: Sentence) -> list[NameMention]:
        """The names of persons in a sentence."""
        return [name for name in sentence.names if self.is_person(name)]

    def told_of(self, sentence: Sentence) -> list[NameMention]:
        """The same without those who are only quoted there."""
        return [name for name in self.named_in(sentence) if not self.is_sayer(name, sentence.field)]

    def is_known_person(self, name: NameMention) -> bool:
        """A name with a given name that is known, an office-holder, or the last name of such a one ("Ruiz" beside "Ana Ruiz")."""
        return self.is_person(name) and self.is_known(self.cast.full_name(name))

    def is_known(self, name: str) -> bool:
        """An office-holder, or a name with a given name that is known."""
        return name in self.holders or any(word in self.given_names for word in fold(name).split()[:-1])

    def is_of_sex(self, name: str, pronoun: str) -> bool:
        """The given name does not tell the other sex."""
        told = self._sexes.get(fold(name).split()[0])
        return told is None or told == (_MALE if pronoun == "he" else _FEMALE)

    @cached_property
    def main(self) -> str | None:
        """The person who is named twice as often as anybody else; to be named first counts twice more."""
        told: Counter[str] = Counter()
        opened: set[Field] = set()
        for sentence in self.reading.sentences:
            names = [self.cast.full_name(name) for name in self.told_of(sentence)]
            people = [name for name in names if name in self.evident]
            is_first = bool(names) and sentence.field not in opened and len(set(people)) == 1
            opened.update([sentence.field] if names else ())
            told.update(people + 2 * people[:1] if is_first else people)
        ranked = told.most_common(2)
        return ranked[0][0] if ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]) else None

    @cached_property
    def evident(self) -> frozenset[str]:
        """The full names that are surely those of persons: by a given name that is known, a calling in front of it, an age or "who" behind it."""
        found: set[str] = set()
        for sentence in self.reading.sentences:
            text = self.reading.article.text_of(sentence.field)
            for name in sentence.names:
                full = self.cast.full_name(name)
                if full not in found and self.is_person(name):
                    before = text[max(0, name.start - FRONT) : name.start].lower().replace(",", "").split()
                    called = _CALLED.match(text, name.end)
                    if (
                        self.is_known(full)
                        or OF_PERSON.match(text, name.end)
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
    def officials(self) -> frozenset[str]:
        """Who speaks for police, a court or a side, by rank and by being quoted."""
        found = set()
        for sentence in self.reading.sentences:
            text = self.reading.article.text_of(sentence.field)
            for name in sentence.names:
                before = text[max(0, name.start - FRONT) : name.start].lower().split()
                if before and before[-1].rstrip(".,") in RANKS and self.is_sayer(name, sentence.field):
                    found.add(self.cast.full_name(name))
        return frozenset(found)

    @cached_property
    def _ages(self) -> dict[str, set[Decimal | None]]:
        """The ages that the article gives next to a name."""
        told: dict[str, set[Decimal | None]] = {}
        for draft in self.reading.drafts:
            name = draft.slot("person")
            if draft.attribute == "age" and isinstance(name, NameMention):
                told.setdefault(self.cast.full_name(name), set()).add(age_of(draft))
        return told

    def may_be_of_age(self, name: str, draft: Draft) -> bool:
        """The article gives the person no age, or that of the draft."""
        told = self._ages.get(name)
        return told is None or age_of(draft) in told

    def is_sayer(self, name: NameMention, field: Field) -> bool:
        """The name is only given as the source of what the sentence says ("..., Ruiz said")."""
        text = self.reading.article.text_of(field)
        return _SAYS.match(text, name.end) is not None or _SAID.search(text, max(0, name.start - 64), name.start) is not None

    def is_opening(self, words_before: str) -> bool:
        """Nothing but names, titles and a dateline stand before the name in its sentence, so that it is the subject."""
        return all(not word[0].islower() or word in self.callings for word in re.findall(r"[^\W\d_]+(?:['’-]\w+)*", words_before))


def age_of(draft: Draft) -> Decimal | None:
    """The age that a draft tells, in years; None where its value is none."""
    return draft.value.value.point if isinstance(draft.value, QuantityMention) else None
