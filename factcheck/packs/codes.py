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
_IN_PATTERN = re.compile(r"\\.|\(\?P<\w+>|\[(?:\\.|[^\]\\])*\]|(?P<word>[a-z]+)")


class Codebook:
    """The character of each word. `frames` are all that will be matched, `lexicons` the phrases that they may ask for,
    `words` further ones that are told apart."""

    def __init__(self, frames: Iterable[Frame], lexicons: Mapping[str, Sequence[str]], words: Iterable[str] = ()) -> None:
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
        for word in chain.from_iterable(map(_words, (frame.items for frame in frames))):
            if word.any_ending:
                self._beginnings.add(word.text)
            elif word.text[0].isalnum():
                meanings.setdefault(word.text, set()).add(word.text)
        self._lengths = sorted({len(beginning) for beginning in self._beginnings}, reverse=True)
        self._by_word: dict[str, str] = {}
        self._of_meaning: dict[str, str] = {}
        given: dict[tuple[bool, frozenset[str]], str] = {}
        plain, other = map(chr, chain(_FOR_LETTERS, _MORE_LETTERS)), map(chr, chain(_FOR_OTHERS, _MORE_OTHERS))
        for word in (*meanings, *(beginning + "*" for beginning in sorted(self._beginnings))):
            is_plain = _PLAIN.fullmatch(word.rstrip("*")) is not None
            meaning = frozenset(meanings.get(word, set()) | {f"{word[:length]}*" for length in self._lengths if word[:length] in self._beginnings})
            code = given.get((is_plain, meaning))
            if code is None:
                code = given[is_plain, meaning] = next(plain if is_plain else other)
                for one in meaning:
                    self._of_meaning[one] = self._of_meaning.get(one, "") + code
            self._by_word[word] = code
        self._known = Remembered(self._learn)
        self._lengths_of = Remembered(lambda token: (len(token), 1) if token.isalnum() else (*map(len, PIECES.findall(token)), 1))
        # Inside a class of characters: those of all words of small letters.
        self.letters = LETTERS + "".join(f"{chr(letters[0])}-{chr(letters[-1])}" for letters in (_FOR_LETTERS, _MORE_LETTERS))

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
        return _IN_PATTERN.sub(lambda match: self.pattern_of_word(match["word"], False) if match["word"] else match.group(), pattern)

    def _pattern_of_phrase(self, phrase: str, space: str) -> str:
        pieces = (self.pattern_of_word(piece, False) if WORDS.fullmatch(piece) else re.escape(piece) for piece in PIECES.findall(phrase))
        return "".join(pieces).replace(r"\ ", space)


def words_of_pattern(pattern: str) -> set[str]:
    """The words that a pattern is written with: the runs of small letters outside of its escapes, classes and names of groups."""
    return {match["word"] for match in _IN_PATTERN.finditer(pattern) if match["word"]}


def one_of(codes: str) -> str:
    """A pattern for any one of some characters."""
    return codes if len(codes) == 1 else f"[{codes}]"


def _words(items: Iterable[Item]) -> Iterator[Word]:
    for item in items:
        if isinstance(item.part, Word):
            yield item.part
        elif isinstance(item.part, Choice):
            for option in item.part.options:
                yield from _words(option)
