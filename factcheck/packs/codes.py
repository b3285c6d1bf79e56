"""Words as single characters: what frames are matched on, so that any of hundreds of words costs what one letter costs.

The words of frames and lexicons go in once; words that no frame tells apart share a character. A masked line goes in, and
comes out with each word one character and all else as it was, so that a frame over words is a short pattern over characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from factcheck.packs.frames import Choice, Frame, Item, Word
from factcheck.text.memory import Remembered

WORDS = re.compile(r"\w+")
PIECES = re.compile(r"\w+|\W")
# Words that no frame knows: of letters, and others.
LETTERS, OTHER = "x", "0"
# Characters that are letters to `re` and stand in no masked text, which is Latin-1: CJK and Hangul.
_FOR_LETTERS, _FOR_OTHERS = range(0x4E00, 0x9FA6), range(0xAC00, 0xD7A4)
_MORE_LETTERS, _MORE_OTHERS = range(0x20000, 0x25000), range(0x25000, 0x2A6D7)  # for books that tell tens of thousands of words apart
_PLAIN = re.compile(r"[a-z]+")
# Single characters in a row that a coded pattern gives a choice of.
_ANY_OF = re.compile(r"(?<=[(:|>!=])(?:[^\x00-\x7f]\|)+[^\x00-\x7f](?=[|)])")
_IN_PATTERN = re.compile(r"\\.|\(\?P<\w+>|\[(?:\\.|[^\]\\])*\]|(?P<word>[a-z]+)")


class Codebook:
    """The character of each word. `frames` are all that will be matched, `lexicons` the phrases that they may ask for,
    `words` further ones that are told apart. The words of the lexicon `first` get the first characters, side by side: a class of
    characters that is one range takes much less to compile than one of many."""

    def __init__(self, frames: Iterable[Frame], lexicons: Mapping[str, Sequence[str]], words: Iterable[str] = (), first: str = "") -> None:
        meanings: dict[str, set[str]] = {word: {word} for word in words}
        self._phrases = {name: sorted({phrase.lower() for phrase in phrases}, key=lambda w: (-len(w), w)) for name, phrases in lexicons.items()}
        for name, phrases in self._phrases.items():
            for phrase in phrases:
                if WORDS.fullmatch(phrase):
                    meanings.setdefault(phrase, set()).add(f"<{name}>")
                else:
                    for word in WORDS.findall(phrase):
                        meanings.setdefault(word, set()).add(word)
        self._beginnings: set[str] = set()
        for text, any_ending in dict.fromkeys(_words(chain.from_iterable([frame.items for frame in frames]))):
            if any_ending:
                self._beginnings.add(text)
            elif text[0].isalnum():
                meanings.setdefault(text, set()).add(text)
        self._lengths = sorted({len(beginning) for beginning in self._beginnings}, reverse=True)
        least = self._lengths[-1] if self._lengths else 0
        shortest = {beginning[:least] for beginning in self._beginnings}
        self._by_word: dict[str, str] = {}
        self._of_meaning: dict[str, str] = {}
        given: dict[tuple[bool, frozenset[str]], str] = {}
        plain, other = map(chr, chain(_FOR_LETTERS, _MORE_LETTERS)), map(chr, chain(_FOR_OTHERS, _MORE_OTHERS))
        in_order = sorted(meanings, key=lambda word: f"<{first}>" not in meanings[word])
        for word in (*in_order, *(beginning + "*" for beginning in sorted(self._beginnings))):
            is_plain = _PLAIN.fullmatch(word.rstrip("*")) is not None
            meaning = frozenset(meanings.get(word, ()))
            if word[:least] in shortest:
                meaning |= {f"{word[:length]}*" for length in self._lengths if word[:length] in self._beginnings}
            code = given.get((is_plain, meaning))
            if code is None:
                code = given[is_plain, meaning] = next(plain if is_plain else other)
                for one in meaning:
                    self._of_meaning[one] = self._of_meaning.get(one, "") + code
            self._by_word[word] = code
        self._known = Remembered(self._learn)
        self._lengths_of = Remembered(lambda token: (len(token), 1) if token.isalnum() else (*map(len, PIECES.findall(token)), 1))
        # Inside a class of characters: those of all words of small letters.
        self.letters = LETTERS + "".join(_ranges([code for (is_plain, _), code in given.items() if is_plain]))

    def of_word(self, word: str) -> str:
        """The character of a word as it stands in a text."""
        code = self._by_word.get(word)
        if code is None:
            begun = next((word[:length] for length in self._lengths if word[:length] in self._beginnings), None)
            code = self._by_word[f"{begun}*"] if begun is not None else LETTERS if _PLAIN.fullmatch(word) else OTHER
        return code

    def encode(self, tokens: Sequence[str]) -> str:
        """A text with each of its words one character; `tokens` are what its spaces part."""
        return " ".join(map(self._known.__getitem__, tokens))

    def lengths(self, tokens: Sequence[str]) -> Iterator[int]:
        """How long what each character of the encoded text stands for is in the text."""
        return chain.from_iterable(map(self._lengths_of.__getitem__, tokens))

    def _learn(self, token: str) -> str:
        return self.of_word(token) if token.isalnum() else WORDS.sub(lambda match: self.of_word(match.group()), token)

    def pattern_of_word(self, word: str, any_ending: bool) -> str:
        """What matches a word of a frame."""
        return one_of(self._of_meaning[f"{word}*" if any_ending else word])

    def pattern_of_lexicon(self, name: str, space: str) -> str:
        """What matches any phrase of a lexicon; phrases of several words, which may begin with a shorter one, are tried first."""
        single = self._of_meaning.get(f"<{name}>", "")
        longer = dict.fromkeys(self._pattern_of_phrase(phrase, space) for phrase in self._phrases[name] if not WORDS.fullmatch(phrase))
        return "|".join((*longer, one_of(single))) if single else "|".join(longer)

    def has_letters_at(self, name: str, at: int) -> bool:
        """All phrases of a lexicon start (`at` 0) or end (-1) with a letter."""
        return all(phrase[at].isalnum() for phrase in self._phrases[name])

    def of_pattern(self, pattern: str) -> str:
        """A pattern that is written with words, for coded text: every run of small letters in it is a whole word."""
        coded = _IN_PATTERN.sub(lambda match: self.pattern_of_word(match["word"], False) if match["word"] else match.group(), pattern)
        return _ANY_OF.sub(lambda match: one_of(match.group().replace("|", "")), coded)

    def _pattern_of_phrase(self, phrase: str, space: str) -> str:
        pieces = (self.pattern_of_word(piece, False) if WORDS.fullmatch(piece) else re.escape(piece) for piece in PIECES.findall(phrase))
        return "".join(pieces).replace(r"\ ", space)


def words_of_pattern(pattern: str) -> set[str]:
    """The words that a pattern is written with: the runs of small letters outside of its escapes, classes and names of groups."""
    return {match["word"] for match in _IN_PATTERN.finditer(pattern) if match["word"]}


def one_of(codes: str) -> str:
    """A pattern for any one of some characters."""
    return codes if len(codes) == 1 else f"[{''.join(_ranges(codes))}]"


def _ranges(codes: Iterable[str]) -> Iterator[str]:
    """Characters inside of a class, those side by side as one range."""
    numbers = sorted(map(ord, codes))
    at = 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        yield chr(numbers[at]) if at == end else f"{chr(numbers[at])}-{chr(numbers[end])}"
        at = end + 1


def _words(items: Iterable[Item]) -> list[Word]:
    found: list[Word] = []
    for item in items:
        part = item.part
        if isinstance(part, Word):
            found.append(part)
        elif isinstance(part, Choice):
            for option in part.options:
                found += _words(option)
    return found
