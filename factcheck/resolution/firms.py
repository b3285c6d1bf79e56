"""Which company "the company", "the bank" or "it" means: the one that an article is about, where no other stands nearer.

A reading with its persons goes in, a name or nothing comes out. Of two companies nobody is chosen.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cached_property

from factcheck.kinds.company import LEGAL_FORMS, TRADES, bare, without_form
from factcheck.model.mention import NameMention
from factcheck.model.reading import Draft, Sentence
from factcheck.resolution.governing import Governed
from factcheck.resolution.holding import COMPANY, Holding
from factcheck.resolution.persons import Persons
from factcheck.text.folding import words

MOST_INITIALS = 5
LEADING = 3  # so many sentences may come before the one that says whom an article is about
REACH = 4  # sentences back over which words like "the bank" reach
FRONT = 30  # characters before a name in which it may be said what kind of company bears it
# What stands before a title borne in the company of which the article tells: "Chief Executive", "its chief executive", "said founder and CEO".
_BARE = re.compile(
    r"(?:^[\s\"'“‘(]*|[,;:\"”’] |\b(?:[Ii]ts|said|says|by|with|from|but|and|that|as|told|including|[Ff]ounder and|[Cc]hairman and|[Pp]resident and) "
    r"|\b[Tt]he (?:airline|bank|carmaker|chain|company|firm|group|retailer)(?:'s|’s) )$"
)
_NOUN = (
    r"(?:airline|bank|brewer|broadcaster|builder|carmaker|automaker|carrier|chain|chipmaker|company|developer|drugmaker|drug maker|firm|giant|"
    r"grocer|group|insurer|lender|maker|manufacturer|miner|operator|phonemaker|producer|provider|publisher|refiner|retailer|shipbuilder|startup|start-up|store|"
    r"supermarket|supplier|utility)"
)
_CALLED = re.compile(rf"\b{_NOUN},? $")
_IS = re.compile(
    rf"(?:,? (?:which |whose )?(?:is |was )?(?:the|a|an|one of the) (?:[\w.'’&$-]+ ){{0,5}}{_NOUN}\b"
    r"|(?:'s|’s)? (?:chief executive|CEO|chairman|shares?|stock|stores|employees|workforce|customers|profits?|factory|factories)\b)"
)
_ENDS = (LEGAL_FORMS - {"sa", "se", "ab"}) | (TRADES - {"media", "line", "lines"}) | frozenset(("airline", "cos", "pharmacies"))
_INSIDE = (" in ", " at ", " near ")  # a town that no table knows
_TRADE_WORDS = LEGAL_FORMS | TRADES


class Firms:
    """The companies of one article."""

    def __init__(self, persons: Persons) -> None:
        self.reading, self.persons = persons.reading, persons

    def meant(self, draft: Draft, reach: int = REACH) -> str | None:
        """The main company, where the nearest sentence before the value that names anything but people and places names it alone."""
        if self.main is None:
            return None
        number = draft.sentence
        field = self.reading.sentences[number].field
        for at in range(number, max(-1, number - 1 - reach), -1):
            sentence = self.reading.sentences[at]
            if sentence.field != field:
                break
            text = self.reading.article.text_of(field)
            named = [name for name in sentence.names if at < number or name.end <= draft.value.start]
            named = [name for name in named if not text.endswith(_INSIDE, sentence.start, name.start) or self._firm(name) == self.main]
            firms = {self._firm(name) for name in named if self._firm(name)}
            if firms:
                return self.main if firms == {self.main} else None
        return None

    def of_holding(self, holding: Holding) -> Holding:
        """The holding with the company whose title it is by the name that the article calls it most briefly, or with the one that it tells of."""
        where = holding.jurisdiction
        if where is not None and where.startswith(COMPANY):
            return replace(holding, jurisdiction=COMPANY + self.short(where.removeprefix(COMPANY)))
        if where is not None or holding.office.of != ("company",) or holding.governed is not Governed.NOT or not self._is_bare(holding):
            return holding
        firm = self.meant(holding.draft, len(self.reading.sentences))
        return holding if firm is None else replace(holding, jurisdiction=COMPANY + self.short(firm), jurisdiction_why="whom the article tells of")

    def _is_bare(self, holding: Holding) -> bool:
        """Nothing before the title says whose it is but words for the company that the article is about."""
        title, sentence = holding.draft.slot("office"), self.reading.sentences[holding.draft.sentence]
        if title is None:
            return False
        before = self.reading.article.text_of(sentence.field)[sentence.start : title.start]
        return _BARE.search(before) is not None

    @cached_property
    def main(self) -> str | None:
        """The company that the lead names first, by its longest name; None where it may be none, or another is named as often."""
        body = [sentence for sentence in self.reading.sentences if sentence.field == "text"]
        first = next((names[0] for sentence in body[:LEADING] if (names := sentence.names)), None)
        if first is None:
            return None
        mine = self._full(first)
        if not self._is_firm(mine):
            return None
        told: Counter[str] = Counter()
        for sentence in self.reading.sentences:
            told.update({firm for name in sentence.names if (firm := self._firm(name, mine))})
        rivals = [count for firm, count in told.items() if firm != mine and not (firm.isupper() and len(firm) <= MOST_INITIALS)]  # an agency
        return mine if told[mine] > 1 and max(rivals, default=0) < told[mine] else None

    def short(self, name: str) -> str:
        """The name by which the article calls its main company most briefly: "Fernholm" for "Fernholm Stores Inc"; another is left as it is."""
        if self.main is None or not is_same(name, self.main):
            return name
        brief = next((other for other in self._names if words(other) == bare(self.main)), None)
        return brief or " ".join(self.main.split()[: len(without_form(self.main))]).removesuffix(" and").rstrip(",")

    def _firm(self, name: NameMention, main: str | None = None) -> str:
        """The company (body, thing) that a name is of, "" for people."""
        full = self._full(name)
        if full == (main or self.main):
            return full
        return "" if words(full)[-1:] and words(full)[-1] not in _ENDS and self.persons.is_person(name) else full

    def _full(self, name: NameMention) -> str:
        """The longest name of what one or two words stand for: "Fernholm" is "Fernholm Stores"."""
        own = words(name.text)
        longest = name.text
        for other in self._names:
            theirs = words(other)
            if len(theirs) > len(words(longest)) and theirs[: len(own)] == own and self._is_named_so(theirs[len(own) :]):
                longest = other
        return longest

    def _is_named_so(self, rest: tuple[str, ...]) -> bool:
        """What is left out of a name is not the last name of a person of the article."""
        return rest[-1] in _TRADE_WORDS or rest[-1] in _ENDS or (rest[-1],) not in self._singles

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name.text for sentence in self.reading.sentences for name in sentence.names))

    @cached_property
    def _singles(self) -> frozenset[tuple[str, ...]]:
        return frozenset(found for name in self._names if len(found := words(name)) == 1)

    def _is_firm(self, full: str) -> bool:
        """It ends as companies do, or the words beside it say that it is one; and nobody is called by its last word."""
        own = words(full)
        if not own:
            return False
        if own[-1] in _ENDS and len(own) > 1:
            return True
        if len(own) > 1 and own[-1:] in self._singles:
            return False
        return any(self._is_called_firm(name, sentence) for sentence in self.reading.sentences for name in sentence.names if self._full(name) == full)

    def _is_called_firm(self, name: NameMention, sentence: Sentence) -> bool:
        text = self.reading.article.text_of(sentence.field)
        before = text[max(sentence.start, name.start - FRONT) : name.start]
        return _CALLED.search(before) is not None or _IS.match(text, name.end) is not None


def is_same(one: str, main: str) -> bool:
    """One name is the other, or all of it that stands before the legal form or the trade.

    >>> is_same("Fernholm", "Fernholm Stores Inc"), is_same("Fernholm Foods", "Fernholm Stores Inc")
    (True, False)
    """
    own, full = without_form(one), without_form(main)
    return own == full or own == bare(main)
