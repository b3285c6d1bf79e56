"""What a frame cannot match without: words and masks that a sentence must hold, told without running the frame.

A parsed frame goes in, clauses come out: of each clause at least one atom stands in every sentence that the frame
matches. An atom is a whole word ("killed"), the beginning of one ("kill*") or the mask of a mention with the sign that follows
it, if any. What cannot be told for sure is left out: a clause too few lets more sentences through, and none is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from factcheck.packs.frames import MASKS, PEOPLE, SLOTS, Choice, Frame, Item, Lexicon, Slot, Word
from factcheck.packs.patterns import is_closed, is_open, may_be_nothing

Clause = frozenset[str]

_WORDS = re.compile(r"\w+")
# How often an atom stands in a sentence of news, roughly: the rarest clause of a frame is looked up first.
_COMMON = frozenset(
    """a about after all also an and any are as at be been before but by can could did do down during each for from get had has have he her him
    his how i if in into is it its just made make many more most new no not now of off on one only or other our out over said say says she so
    some such than that the their them then there these they this those through to two under up was we were what when where which while who
    will with would year years you""".split()
)
_FREQUENT = frozenset(
    """area back because between big came city come country day days end even expected first found four go going good government group held help
    high home house know last late later left life like local long made man market may men might much must nobody number officials old open
    part people place plan police public put say second see set seven several should since state still take taken their they think third three
    time told took town used want way week weeks well went women work world""".split()
)
_MASK_WEIGHTS = {"count": 30, "name": 60, "place": 50, "date": 40, "duration": 25, "time": 20, "office": 15, "age": 15}
_WEIGHTS = {MASKS[kind]: mass for kind, mass in _MASK_WEIGHTS.items()}
_RARE_MASK = 8


def weight(clause: Iterable[str]) -> int:
    """How often some atom of a clause stands in a sentence, in no unit."""
    return sum(map(_weight, clause))


@lru_cache(maxsize=4096)
def rank(clause: Clause) -> tuple[int, list[str]]:
    """The rarer clause sorts first."""
    return weight(clause), sorted(clause)


@lru_cache(maxsize=16384)
def _weight(atom: str) -> int:
    if not atom[0].isalnum():
        mass = _WEIGHTS.get(atom[0], _RARE_MASK)
        return mass if len(atom) == 1 else mass // 2
    word = atom.rstrip("*")
    if word in _COMMON:
        return 40
    if word in _FREQUENT:
        return 10
    rare = 8 if len(word) < 4 else 4 if len(word) < 6 else 2 if len(word) < 8 else 1
    return rare if word == atom else 3 * rare


class Lexicons:
    """The phrases that frames may ask for, and the clauses of each lexicon once they were made."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self.phrases = phrases
        self.clauses: dict[tuple[str, bool, bool], list[Clause]] = {}


def needs_of(frames: Iterable[Frame], phrases: Mapping[str, Sequence[str]]) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of each frame; `phrases` are those of the lexicons, which frames share."""
    lexicons = Lexicons(phrases)
    return tuple([needs(frame, lexicons) for frame in frames])


def needs(frame: Frame, lexicons: Lexicons) -> tuple[Clause, ...]:
    """The clauses of a frame, the rarest first; groups of people are none, as they are found later."""
    found = dict.fromkeys(_sequence(frame.items, True, True, lexicons))
    return tuple(sorted(found, key=rank))


def _sequence(items: tuple[Item, ...], left: bool, right: bool, lexicons: Lexicons) -> list[Clause]:
    """`left`, `right`: a word that stands at that edge begins or ends there for sure."""
    found: list[Clause] = []
    for number, item in enumerate(items):
        if may_be_nothing(item):
            continue
        clauses = _part(item, is_open(items, number, left), is_closed(items, number, right), lexicons)
        if isinstance(item.part, Slot) and clauses and number + 1 < len(items) and (signs := _signs(items[number + 1])):
            clauses = [frozenset(mask + sign for mask in clauses[0] for sign in signs)]
        found += clauses
    return found


def _signs(item: Item) -> set[str]:
    """The signs of which one follows for sure, with no space between: `,` or `.` in "{person}(,|.)"."""
    part = item.part
    if item.spaced or may_be_nothing(item):
        return set()
    if isinstance(part, Word):
        return set() if part.text[0].isalnum() else {part.text[0]}
    if isinstance(part, Choice):
        options = [_signs(option[0]._replace(spaced=False)) for option in part.options]
        return set().union(*options) if all(options) else set()
    return set()


def _part(item: Item, is_open: bool, is_closed: bool, lexicons: Lexicons) -> list[Clause]:
    part = item.part
    if isinstance(part, Slot):
        masks = SLOTS[part.kind]
        return [] if any(mask in PEOPLE for mask in masks) else [frozenset(masks)]
    if isinstance(part, Word):
        atom = _atom(part.text, is_open, is_closed and not part.any_ending)
        return [frozenset((atom,))] if atom else []
    if isinstance(part, Lexicon):
        key = (part.name, is_open, is_closed)
        if key not in lexicons.clauses:
            lexicons.clauses[key] = _one_of([_phrase(phrase.lower(), is_open, is_closed) for phrase in lexicons.phrases[part.name]])
        return lexicons.clauses[key]
    assert isinstance(part, Choice)
    inside = (_rarest(option, is_open, is_closed, lexicons) for option in part.options)
    return _one_of(inside)


def _rarest(option: tuple[Item, ...], is_open: bool, is_closed: bool, lexicons: Lexicons) -> Iterable[str]:
    word = option[0].part
    if len(option) == 1 and isinstance(word, Word):  # as most are
        atom = _atom(word.text, is_open, is_closed and not word.any_ending)
        return (atom,) if atom else ()
    return min(_sequence(option, is_open, is_closed, lexicons), key=rank, default=())


def _one_of(clauses: Iterable[Iterable[str]]) -> list[Clause]:
    """One clause for any of several; nothing where one of them needs nothing."""
    atoms: set[str] = set()
    for clause in clauses:
        if not clause:
            return []
        atoms.update(clause)
    return [frozenset(atoms)] if atoms else []


def _phrase(phrase: str, is_open: bool, is_closed: bool) -> Iterable[str]:
    """The rarest word of a phrase that stands whole in it."""
    if phrase.isalnum():
        atom = _atom(phrase, is_open, is_closed)
        return (atom,) if atom else ()
    atoms = [
        atom
        for match in _WORDS.finditer(phrase)
        if (atom := _atom(match.group(), is_open or match.start() > 0, is_closed or match.end() < len(phrase)))
    ]
    return (min(atoms, key=lambda atom: (_weight(atom), -len(atom), atom)),) if atoms else ()


def _atom(word: str, is_open: bool, is_closed: bool) -> str | None:
    if not is_open or not word.isalnum():
        return None
    return word if is_closed else f"{word}*"
