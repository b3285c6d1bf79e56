"""Whom a pronoun means: "he", "she", "the 40-year-old" in a sentence that names nobody before it.

A reading with its cast goes in, a name or nothing comes out. Only what the sentences right before name counts, and of
several people nobody is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.model.article import Field
from factcheck.model.mention import NameMention
from factcheck.model.reading import Draft, Reading
from factcheck.resolution.people import INSTITUTIONS, Cast
from factcheck.text.folding import fold, words

REACH = 2  # sentences back, over those that name nobody
_SAYS = re.compile(r",? (?:said|says|told|added|wrote)\b")
_SAID = re.compile(r"\b(?:said|says|added|according to) (?:[\w.]+ ){0,2}$")


class Antecedents:
    """The persons of one article. `holders` are full names of its office-holders, `given_names` known given names, folded."""

    def __init__(self, reading: Reading, cast: Cast, holders: frozenset[str], given_names: Mapping[str, tuple[str, ...]]) -> None:
        self.reading, self.cast, self.holders, self.given_names = reading, cast, holders, given_names

    def is_person(self, name: NameMention) -> bool:
        """An office-holder, or a name of two to four words that does not end like that of an institution."""
        if name.text.isupper() and " " not in name.text:  # initials of a company or a station
            return False
        full = self.cast.full_name(name)
        return full in self.holders or (" " in full and len(words(full)) in (2, 3, 4) and words(full)[-1] not in INSTITUTIONS)

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
        found = self.before(draft)
        return found if found is not None and self._is_known(found) else None

    def _is_known(self, name: str) -> bool:
        """An office-holder, or a name with a given name that is known."""
        return name in self.holders or any(word in self.given_names for word in fold(name).split()[:-1])

    def _is_sayer(self, name: NameMention, field: Field) -> bool:
        """The name is only given as the source of what the sentence says ("..., Ruiz said")."""
        text = self.reading.article.text if field == "text" else self.reading.article.title or ""
        return _SAYS.match(text, name.end) is not None or _SAID.search(text, max(0, name.start - 24), name.start) is not None
