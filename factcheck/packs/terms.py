"""Terms of office: who held which office when, by reference tables of the packs; facts with their sources and weaknesses."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from factcheck.text.folding import fold, words

# A term that rests on nothing better never by itself dates an article or makes a verdict.
WEAK_SOURCES = frozenset({"unverified", "repo-text"})

_Key = TypeVar("_Key")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

_UNSURE = re.compile(r"(start|end)?\s*(?:day|month)?\s*(?:unverified|uncertain)\b")
_SEEN = re.compile(r"(?:last source|named in office) (\d{4})(?:-(\d\d))?(?:-(\d\d))?|listed in a (\d{4})-(\d\d) roster")


# A named tuple, as a rule book has thousands of these and reads them from its cache.
class Term(NamedTuple):
    """One person in one office. Where a source gives only a month, `first` is its first day and `last` its last: the widest reading.

    `last` None: still in office when last looked at, or not known; `seen` is the last day on which a source had the
    holder in office (first day of a month given alone). An open term is no proof that the person is in office later.
    `weak`: no source better than general knowledge or a secondary text. `unsure_first`, `unsure_last`: the holder is
    sourced, that date is not. `inferred_end`: the end is the successor's start, so a vacancy may be hidden.
    """

    jurisdiction: str
    office: str
    holder: str
    first: date | None
    last: date | None
    acting: bool = False
    weak: bool = False
    inferred_end: bool = False
    source: str = ""
    note: str = ""
    seen: date | None = None
    unsure_first: bool = False
    unsure_last: bool = False

    def may_hold_on(self, day: date) -> bool:
        """Nothing known speaks against this person being in office on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Terms:
    """All terms, found by office or by name. Iterates in the order jurisdiction, office, start, holder."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self._all = tuple(sorted(terms, key=_order))
        self._by_office: dict[tuple[str, str], tuple[Term, ...]] | None = None
        self._by_word: dict[str, tuple[Term, ...]] | None = None

    def __iter__(self) -> Iterator[Term]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def of(self, jurisdiction: str, office: str) -> tuple[Term, ...]:
        """The terms of one office, the earliest first; empty where the tables know nothing of it."""
        if self._by_office is None:
            self._by_office = _grouped(((term.jurisdiction, term.office), term) for term in self._all)
        return self._by_office.get((jurisdiction, office), ())

    def find(self, name: str, jurisdiction: str | None = None, office: str | None = None) -> tuple[Term, ...]:
        """The terms of everybody whose name holds all words of `name`, folded and in any order: a last name finds all its bearers.

        An initial stands for a word that begins with it, and is passed over where the table gives no middle name. Words may be
        parted otherwise than in the table ("Sukyeol" for "Suk-yeol"); Jr. and the like are passed over.
        """
        if self._by_word is None:
            self._by_word = _grouped((key, term) for term in self._all for key in dict.fromkeys(_with_joined(fold(term.holder).split())))
        asked = tuple(word for word in words(name) if word not in _SUFFIXES)
        rarest = min((found for word in _with_joined(asked) if len(word) > 2 and (found := self._by_word.get(word))), key=len, default=())
        return tuple(
            term
            for term in rarest
            if (jurisdiction is None or term.jurisdiction == jurisdiction)
            and (office is None or term.office == office)
            and _has_words(term.holder, asked)
        )


def _with_joined(parts: Sequence[str]) -> list[str]:
    """The words of a name, and each two neighbours as one word."""
    return [*parts, *(one + two for one, two in pairwise(parts))]


def _order(term: Term) -> tuple[str, str, date, date, str]:
    return term.jurisdiction, term.office, term.first or date.min, term.last or date.max, term.holder


def _grouped(pairs: Iterable[tuple[_Key, Term]]) -> dict[_Key, tuple[Term, ...]]:
    found: dict[_Key, list[Term]] = {}
    for key, term in pairs:
        found.setdefault(key, []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


def _has_words(holder: str, asked: Sequence[str]) -> bool:
    own = [word for word in fold(holder).split() if word not in _SUFFIXES]
    spellings = set(_with_joined(own))
    used: set[str] = set()
    initials = []
    for at, word in enumerate(asked):
        if word in spellings:
            used.add(word)
        elif "".join(asked[at : at + 2]) in own or "".join(asked[max(0, at - 1) : at + 1]) in own:
            continue
        elif len(word) <= 2 and at:
            initials.append(word)
        else:
            return False
    rest = [word for word in own if word not in used]
    return not initials or not rest or all(any(word.startswith(initial) for word in rest) for initial in initials)


def read_term(jurisdiction: str, office: str, holder: str, start: str, end: str, note: str, source: str) -> Term:
    """A row of a table of terms. ValueError with the reason for a date that is none, or an end before its start."""
    first, last = _day(start, last=False), _day(end, last=True)
    if first is not None and last is not None and last < first:
        raise ValueError(f"the term of {holder} ends ({end}) before it begins ({start})")
    weak = WEAK_SOURCES.issuperset(source.split("+"))
    if not note:
        return Term(jurisdiction, office, holder, first, last, weak=weak, source=source)
    items = [item.strip() for item in note.split(";")]
    unsure = {match[1] for match in map(_UNSURE.match, items) if match}
    return Term(
        jurisdiction,
        office,
        holder,
        first,
        last,
        acting="acting" in items,
        weak=weak,
        inferred_end="end inferred from successor" in note,
        source=source,
        note=note,
        seen=max((date(int(m[1] or m[4]), int(m[2] or m[5] or 1), int(m[3] or 1)) for m in _SEEN.finditer(note)), default=None),
        unsure_first=bool(unsure & {None, "start"}),
        unsure_last=bool(unsure & {None, "end"}),
    )


@lru_cache(maxsize=8192)
def _day(text: str, last: bool) -> date | None:
    """A day; of a month alone its first or last day; None for nothing."""
    if not text:
        return None
    year, month, *day = (int(part) for part in text.split("-"))
    return date(year, month, day[0] if day else calendar.monthrange(year, month)[1] if last else 1)
