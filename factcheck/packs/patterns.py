"""Frames as regular expressions: over masked text, or over masked text whose words are single characters.

A parsed frame and the lexicons go in, a `Pattern` comes out. How words are written as characters is `factcheck.packs.codes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from factcheck.packs.frames import GAP, PEOPLE, SLOTS, SPACE, Choice, Frame, FrameError, Gap, Item, Lexicon, Slot, Word

# They enclose what the gate leaves out while a pattern is written.
_OPEN, _CLOSE = "\x1c", "\x1d"


class Spelling(Protocol):
    """How words are written in the text that a pattern is for."""

    def pattern_of_word(self, word: str, any_ending: bool) -> str: ...
    def pattern_of_lexicon(self, name: str, space: str) -> str: ...
    def has_letters_at(self, name: str, at: int) -> bool: ...


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled frame: a regular expression over masked text, and what its groups stand for.

    `slots` maps a group to its role and kind, `lists` a group to the lexicon that matched there. `gate` matches wherever
    `regex` does, without look-around.
    """

    regex: str
    slots: tuple[tuple[str, str, str], ...]
    lists: tuple[tuple[str, str], ...]
    gate: str = ""


def compile_frame(
    frame: Frame, lexicons: Mapping[str, Iterable[str]], captured: frozenset[str] = frozenset(), codes: Spelling | None = None
) -> Pattern:
    """The pattern of a frame. Lexicons in `captured` get a group of their own; FrameError for one that is unknown.

    With `codes` it is one over coded text, which only a frame has that `is_of_whole_words`.
    """
    writer = _Writer(lexicons, captured, codes)
    body = writer.sequence(frame.items, True, True)
    gate = re.sub(r"\(\?P<\w+>", "(?:", re.sub(rf"{_OPEN}[^{_CLOSE}]*{_CLOSE}", "", body))
    gate = re.sub(rf"\[[{PEOPLE}]\]", r"[^\\n]+", gate)  # the gate sees the text before groups of people are found in it
    return Pattern(body.replace(_OPEN, "").replace(_CLOSE, ""), tuple(writer.slots), tuple(writer.lists), gate)


def may_be_nothing(item: Item) -> bool:
    """A gap, what is optional, and what is forbidden."""
    return isinstance(item.part, Gap) or (isinstance(item.part, Choice) and (item.part.optional or item.part.forbidden))


def is_open(items: tuple[Item, ...], number: int, left: bool) -> bool:
    """What stands at this place of a sequence is preceded by no letter; `left` says so of the sequence."""
    if number == 0:
        return left
    if all(may_be_nothing(item) for item in items[:number]):
        return left and all(item.spaced for item in items[1 : number + 1])
    return items[number].spaced or _is_sign(items[number - 1])


def is_closed(items: tuple[Item, ...], number: int, right: bool) -> bool:
    """What stands at this place is followed by no letter, also where what is optional is left out; `right` says so of the sequence."""
    for item in items[number + 1 :]:
        if isinstance(item.part, Choice) and item.part.forbidden:
            continue
        if not (item.spaced or _is_sign(item, True)):
            return False
        if not may_be_nothing(item):
            return True
    return right


def _is_sign(item: Item, is_optional_too: bool = False) -> bool:
    """A mask or a sign, not a letter; in brackets as well where asked."""
    part = item.part
    if isinstance(part, Choice) and is_optional_too and not part.forbidden:
        return all(_is_sign(option[0], True) for option in part.options)
    return isinstance(part, Slot) or (isinstance(part, Word) and not part.any_ending and not part.text[0].isalnum() and not part.text[-1].isalnum())


def is_of_whole_words(items: tuple[Item, ...], left: bool = True, right: bool = True) -> bool:
    """No word of a frame can match a part of a longer word of the text, but one with any ending."""
    for number, item in enumerate(items):
        part = item.part
        if isinstance(part, Slot | Gap) or (isinstance(part, Word) and not part.text[0].isalnum()):
            continue
        open_, closed = is_open(items, number, left), is_closed(items, number, right)
        if isinstance(part, Choice):
            if not all(is_of_whole_words(option, open_, closed or part.forbidden) for option in part.options):
                return False
        elif not (open_ and closed):
            return False
    return True


class _Writer:
    def __init__(self, lexicons: Mapping[str, Iterable[str]], captured: frozenset[str], codes: Spelling | None) -> None:
        self.lexicons, self.captured, self.codes = lexicons, captured, codes
        self.forbidding = False
        self.slots: list[tuple[str, str, str]] = []
        self.lists: list[tuple[str, str]] = []

    def sequence(self, items: tuple[Item, ...], opens: bool = False, closes: bool = False) -> str:
        """`opens`, `closes`: it stands at an edge of the frame, where a word begins or ends with its first or last letter."""
        made: list[str] = []
        leading = True  # nothing obligatory stands before yet, so a leading optional part brings the space after it
        pending_space = False
        last = max((number for number, item in enumerate(items) if not may_be_nothing(item)), default=-1)
        for number, item in enumerate(items):
            spaced = item.spaced and number > 0
            follows = items[number + 1].spaced if number + 1 < len(items) else False
            edges = opens and leading, closes and number >= last
            if isinstance(item.part, Gap) and len(items) == 1:  # one of several in brackets, which say whether none may stand
                made.append(f"{GAP}(?:{SPACE}{GAP}){{0,{item.part.words - 1}}}?")
                continue
            if leading and isinstance(item.part, Gap) and number + 1 < len(items) and not items[number + 1].spaced:
                made.append(f"(?:{GAP}(?:{SPACE}{GAP}){{0,{item.part.words - 1}}}?)??")  # "a teacher," in "[...8,]"
                leading = False
                continue
            if leading and isinstance(item.part, Gap):
                made.append(f"(?:{GAP}{SPACE}){{0,{item.part.words}}}?")
                pending_space = True
                continue
            if leading and isinstance(item.part, Choice) and item.part.optional:
                made.append(f"(?:{self._inside(item.part, edges[0], edges[1])}{SPACE if follows else ''})?")
                pending_space = True
                continue
            space = SPACE if spaced and not (leading and pending_space) and not leading else ""
            leading = False
            if isinstance(item.part, Gap):
                made.append(f"(?:{space}{GAP}){{0,{item.part.words}}}?")
            elif isinstance(item.part, Choice) and item.part.forbidden:
                self.forbidding = True
                made.append(f"{_OPEN}(?!{space}{self._inside(item.part)}(?!\\w)){_CLOSE}")
                self.forbidding = False
            elif isinstance(item.part, Choice) and item.part.optional:
                made.append(f"(?:{space}{self._inside(item.part, *edges)})?")
            else:
                made.append(space + self._one(item.part, *edges))
        return "".join(made)

    def _inside(self, choice: Choice, opens: bool = False, closes: bool = False) -> str:
        options = [self.sequence(option, opens, closes) for option in choice.options]
        return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"

    def _one(self, part: Slot | Lexicon | Word | Gap | Choice, opens: bool, closes: bool) -> str:
        before = r"\b" if opens and self._is_edge(part, 0) else ""
        behind = r"\b" if closes and self._is_edge(part, -1) else ""
        return before + self._body(part, opens, closes) + behind

    def _is_edge(self, part: Slot | Lexicon | Word | Gap | Choice, at: int) -> bool:
        """An edge of a word has to be asked for there: a part starts (`at` 0) or ends (-1) with a letter, and is not a whole word by itself."""
        if isinstance(part, Lexicon):
            return self.codes is None or not self.codes.has_letters_at(part.name, at)
        return self.codes is None and isinstance(part, Word) and part.text[at].isalnum()

    def _body(self, part: Slot | Lexicon | Word | Gap | Choice, opens: bool, closes: bool) -> str:
        if isinstance(part, Slot) and self.forbidding:
            return f"[{SLOTS[part.kind]}]"
        if isinstance(part, Slot):
            name = f"s{len(self.slots)}"
            self.slots.append((name, part.role, part.kind))
            return f"(?P<{name}>[{SLOTS[part.kind]}])"
        if isinstance(part, Lexicon):
            return self._list(part)
        if isinstance(part, Word) and self.codes is not None and part.text[0].isalnum():
            return self.codes.pattern_of_word(part.text, part.any_ending)
        if isinstance(part, Word):
            return re.escape(part.text) + (r"\w*" if part.any_ending else "")
        assert isinstance(part, Choice)
        return f"(?:{'|'.join(self.sequence(option, opens, closes) for option in part.options)})"

    def _list(self, part: Lexicon) -> str:
        if part.name not in self.lexicons:
            from factcheck.errors import did_you_mean

            raise FrameError(f'no lexicon is called "{part.name}"{did_you_mean(part.name, self.lexicons)}', part.at)
        if self.codes is not None:
            body = self.codes.pattern_of_lexicon(part.name, SPACE)
        else:
            words = sorted({w.lower() for w in self.lexicons[part.name]}, key=lambda w: (-len(w), w))
            body = "|".join(re.escape(w).replace(r"\ ", SPACE) for w in words)
        if part.name in self.captured:
            name = f"l{len(self.lists)}"
            self.lists.append((name, part.name))
            return f"(?P<{name}>{body})"
        return f"(?:{body})"
