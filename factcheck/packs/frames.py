"""The frame language: how a rule says in words what a claim looks like.

A frame is a phrase with slots, and reads as one::

    {count} {place as force} <troops> [are] [<stationed>] in {place}

``{count}``            a mention of that kind; its role in the claim is its kind
``{place as force}``   the same with a role of its own
``<troops>``           any entry of the lexicon of that name
``(a|b)``              one of several; ``[x]`` x or nothing; ``[a|b]`` one of several or nothing
``...``                up to six words of the same clause: no ``, ; : ( ) "`` and no other count, amount or share among them; ``...12`` up to twelve
``!(a|b)``             not followed by one of these
``word*``              any ending: ``kill*`` is kill, kills, killed, killing
``troop[s]``           brackets without a space join on
``\\(``                 a bracket of the text itself

``{group}`` is one or several people, told by number, noun or name ("two men and a girl", "his wife and Ana Ruiz, 34"), by
the lexicon `people`; ``{part}`` some of a whole ("two of the victims"), ``{member}`` some that are named as part of it ("including a child").

A frame begins and ends at the edges of words, whichever of its options stand there.
Frames match the masked text of a sentence: lower case, single spaces, each mention one character (see `MASKS`).
They use no look-around but `!(...)`, which the gate leaves out, so that the same pattern serves a gate on a linear-time engine and the final matcher.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# The character that stands for a mention of each kind in masked text. All lie outside what news prints.
MASKS: dict[str, str] = {
    "count": "\x01",
    "money": "\x02",
    "share": "\x03",
    "duration": "\x04",
    "distance": "\x05",
    "measure": "\x06",
    "age": "\x07",
    "date": "\x0e",
    "time": "\x0f",
    "place": "\x10",
    "office": "\x11",
    "name": "\x12",
    "ordinal": "\x13",
    "group": "\x14",
    "part": "\x15",
    "member": "\x16",
    "score": "\x17",
}
# What a slot of a frame accepts: a kind of mention, or several.
SLOTS: dict[str, str] = {
    **MASKS,
    "person": MASKS["name"],
    "quantity": "".join(MASKS[k] for k in ("count", "money", "share", "duration", "distance", "measure", "age")),
    "when": MASKS["date"] + MASKS["time"],
    "area": MASKS["measure"],
    "weight": MASKS["measure"],
    "speed": MASKS["measure"],
    "volume": MASKS["measure"],
    "temperature": MASKS["measure"],
    "holder": MASKS["name"] + MASKS["place"],
}
# Slots for measures of one dimension: what their units measure, as the table of units says.
DIMENSIONS: dict[str, str] = {
    "area": "[length] ** 2",
    "weight": "[mass]",
    "speed": "[length] / [time]",
    "volume": "[length] ** 3",
    "temperature": "[temperature]",
}
# What stands for people told by number, noun or name.
PEOPLE = MASKS["group"] + MASKS["part"] + MASKS["member"]
SPACE = " +"
GAP = r"[^ \n,;:!?()\"\x97\x01\x02\x03\x14\x15]+"
GAP_WORDS = 6
MAX_GAP_WORDS = 15
MAX_FRAME_CHARS = 400

_TOKEN = re.compile(
    r"\s*(?:(?P<word>\w+\*?)|(?P<bar>\|)|(?P<close>[)\]])|(?P<open>!\(|[(\[])|(?P<slot>\{[^{}]*\})|(?P<list><[^<>]*>)|(?P<gap>\.\.\.\d*)"
    r"|(?P<mark>[-,;:.'\"%$/&]|\\[()])|(?P<none>\S))"
)
_SLOT = re.compile(r"\{\s*(?P<kind>[a-z_]+)(?:\s+as\s+(?P<role>[a-z_]+))?\s*\}")


class FrameError(ValueError):
    """A frame that cannot be read; `offset` says where in the frame."""

    def __init__(self, message: str, offset: int) -> None:
        self.message, self.offset = message, offset
        super().__init__(message)


# Named tuples: a rule book has tens of thousands of these, and reads them from its cache.
class Slot(NamedTuple):
    kind: str
    role: str


class Lexicon(NamedTuple):
    name: str
    at: int


class Word(NamedTuple):
    text: str
    any_ending: bool = False


class Gap(NamedTuple):
    """At most so many words of the same clause."""

    words: int


class Choice(NamedTuple):
    """One of several sequences; `optional`: or nothing; `forbidden`: none of them."""

    options: tuple[tuple[Item, ...], ...]
    optional: bool
    forbidden: bool = False


class Item(NamedTuple):
    """A part of a frame and whether a space stands before it."""

    part: Slot | Lexicon | Word | Gap | Choice
    spaced: bool


class Frame(NamedTuple):
    """A parsed frame: what `parse` read, with the roles of its slots and the lexicons it asks for."""

    text: str
    items: tuple[Item, ...]
    roles: tuple[tuple[str, str], ...]
    lexicons: tuple[str, ...]


def parse(text: str) -> Frame:
    """Reads a frame. FrameError, with the offset in it, where it is malformed."""
    if len(text) > MAX_FRAME_CHARS:
        raise FrameError(f"a frame has at most {MAX_FRAME_CHARS} characters, this has {len(text)}", MAX_FRAME_CHARS)
    reader = _Reader(text)
    options = reader.options(None)
    if len(options) > 1:
        raise FrameError('"|" stands outside of brackets; write (a|b)', text.index("|"))
    if not options[0]:
        raise FrameError("the frame is empty", 0)
    return Frame(text, options[0], tuple(reader.roles), tuple(dict.fromkeys(reader.lexicons)))


def _with_ending(before: Item, after: Choice) -> Item | None:
    """A word and endings in brackets written out: "troop[s]" is (troop|troops). None where it is not that."""
    word = before.part
    if not isinstance(word, Word) or not _is_letters(word) or word.any_ending:
        return None
    endings = [option[0].part for option in after.options if len(option) == 1]
    words = [Word(word.text + end.text, end.any_ending) for end in endings if isinstance(end, Word) and _is_letters(end)]
    if len(words) < len(after.options):
        return None
    return Item(Choice(tuple([(Item(one, False),) for one in (word, *words)]), optional=False), before.spaced)


def _is_letters(word: Word) -> bool:
    return word.text[0].isalnum()


@lru_cache(maxsize=4096)
def _word(token: str, spaced: bool) -> Item:
    """Most of a frame is words, and frames share them."""
    return Item(Word(token.removesuffix("*").removeprefix("\\").lower(), token.endswith("*")), spaced)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.tokens = text, _TOKEN.finditer(text)
        self.roles: list[tuple[str, str]] = []
        self.lexicons: list[str] = []
        self.forbidding = 0

    def options(self, closing: str | None, opened: int = 0) -> tuple[tuple[Item, ...], ...]:
        made: list[tuple[Item, ...]] = []
        items: list[Item] = []
        for match in self.tokens:
            kind = match.lastgroup
            assert kind is not None
            token, start = match[kind], match.start(kind)
            spaced = start > match.start()
            if kind == "word" or kind == "mark":
                items.append(_word(token, spaced))
            elif kind == "bar":
                made.append(tuple(items))
                items = []
            elif kind == "close":
                if token != closing:
                    raise FrameError(f'"{token}" closes nothing', start)
                made.append(tuple(items))
                return tuple(made)
            else:
                part = self._part(kind, token, start)
                whole = _with_ending(items[-1], part) if isinstance(part, Choice) and part.optional and not spaced and items else None
                if whole is None:
                    items.append(Item(part, spaced))
                else:
                    items[-1] = whole
        if closing is not None:
            raise FrameError(f'"{self.text[opened]}" is never closed', opened)
        made.append(tuple(items))
        return tuple(made)

    def _part(self, kind: str, token: str, start: int) -> Slot | Lexicon | Gap | Choice:
        if kind == "slot":
            return self._slot(token, start)
        if kind == "list":
            name = token[1:-1].strip()
            self.lexicons.append(name)
            return Lexicon(name, start)
        if kind == "gap":
            words = int(token[3:] or GAP_WORDS)
            if words > MAX_GAP_WORDS:
                raise FrameError(f"a gap has at most {MAX_GAP_WORDS} words", start)
            return Gap(words)
        if kind == "none":
            raise FrameError(f"{token!r} has no meaning in a frame", start)
        self.forbidding += token == "!("
        options = self.options("]" if token == "[" else ")", start)
        self.forbidding -= token == "!("
        if any(not option for option in options):
            raise FrameError("an empty alternative; write [x] for x or nothing", start)
        if token == "[" and len(options) == 1 and len(options[0]) == 1 and isinstance(only := options[0][0].part, Gap):
            return only  # "[...2]" is "...2": a gap may be empty by itself
        return Choice(options, token == "[", token == "!(")

    def _slot(self, token: str, start: int) -> Slot:
        match = _SLOT.fullmatch(token)
        if match is None:
            raise FrameError(f"{token} is no slot; write {{count}} or {{place as force}}", start)
        kind, role = match["kind"], match["role"] or match["kind"]
        if kind not in SLOTS:
            from factcheck.errors import did_you_mean

            raise FrameError(f'no kind of mention is called "{kind}"{did_you_mean(kind, SLOTS)}', start)
        if not self.forbidding:
            self.roles.append((role, kind))
        return Slot(kind, role)
