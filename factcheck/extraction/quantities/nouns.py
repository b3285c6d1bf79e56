"""The thing counted: the noun phrase behind a number, cut where the phrase ends.

There is no tagger here. A phrase runs to its first plural (or a noun that has no plural form), and stops at words
that no noun phrase of news holds: prepositions, auxiliaries, verbs of reporting. Where no head is found there is none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.extraction.quantities.lexicon import words

_STOP = words("phrase_ends")
_LEADING = words("before_nouns")
_NO_PLURAL = words("plural_as_it_is")
_NOT_PLURAL = words("not_plural")
_NOUNS_LIKE_VERBS = words("nouns_in_ing_and_ed")
_NOT_ADVERBS = words("not_adverbs")
_WORD = re.compile(r"[A-Za-z\xc0-\xff][\w.&'\xc0-\xff]*(?:-[\w']+)*")
_ACRONYMS = re.compile(r"[A-Z]{2,}s")  # PCs, TVs
_IN_YEAR = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d[ -]")
# They end a phrase behind a number that names nothing ("ten arrested"), but stand before a noun, too ("ten arrested men").
_BEFORE_PLURALS = words("participles_before_nouns")
_JOINED = re.compile(r"[a-z]\.[A-Z]")
_PRONOUN = re.compile(r" (?:them|those|these|us|it|this|that|whom|which|you)\b(?! [a-z]+s\b)")
_PEOPLES = frozenset(("british", "french", "irish", "swiss", "dutch", "spanish", "english", "welsh"))
_MAX_WORDS = 8
_MAX_CHARS = 96
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "feet": "foot", "mice": "mouse"}


class _Token(NamedTuple):
    """A word as it stands between two spaces: how many characters it has without punctuation, what it does in a phrase,
    and what its punctuation does.

    `kind`: "." ends a phrase, "+" a head in the plural, "v" an adverb, "g" a participle, "n" a people that is its own
    plural ("six Sudanese"), "l" comes before nouns ("other"), "-" the rest, "" no word. `close`: "" goes on, "," a comma,
    "." ends the phrase.
    """

    kind: str
    size: int
    close: str
    is_name: bool


_NO_TOKEN = _Token("", 0, ".", False)


def _is_plural(word: str) -> bool:
    return word in _NO_PLURAL or (
        len(word) > 3 and word[-1] == "s" and word[-2] not in "su'" and word not in _NOT_PLURAL and not word.endswith("ous")
    )


@lru_cache(maxsize=16384)
def _class(word: str) -> str:
    lowered = word.lower()
    if lowered in _NO_PLURAL:
        return "+"
    if lowered in _STOP or lowered.rstrip(".") in _STOP:
        return "-" if word == "US" or (word.isupper() and len(word) > 1) else "."
    if word.endswith(("'s", "s'")):
        return "-"
    if word[:1].isupper() and (lowered.endswith("ese") or lowered in _PEOPLES):
        return "n"
    if _is_plural(lowered) or _ACRONYMS.fullmatch(word):
        return "+"
    if lowered.endswith("ly") and len(lowered) > 4 and lowered not in _NOT_ADVERBS:
        return "v"
    return "g" if lowered.endswith(("ed", "ing")) and lowered not in _NOUNS_LIKE_VERBS else "-"


@lru_cache(maxsize=32768)
def _token(raw: str) -> _Token:
    found = _WORD.match(raw)
    if found is None:
        return _NO_TOKEN
    word = found.group()
    joined = _JOINED.search(word)
    if joined is not None:
        word = word[: joined.start() + 1]  # "a girl.Police said"
    if word[-1] == "." and "." not in word[:-1] and (len(word) > 4 or word.islower() or word[:-1].isupper() or _ACRONYMS.fullmatch(word[:-1])):
        word = word[:-1]
    rest = raw[len(word) :]
    kind = "l" if word.lower() in _LEADING else _class(word)
    return _Token(kind, len(word), "" if not rest else "," if rest == "," else ".", word[0].isupper())


def is_head(word: str) -> bool:
    """A lower-cased word that heads a noun phrase: a plural that no stop word is."""
    return _class(word) == "+"


def ends_phrase(word: str) -> bool:
    """No noun phrase holds this lower-cased word."""
    return _class(word) == "."


def stops_noun(word: str) -> bool:
    """A noun phrase cannot start with this lower-cased word, or only behind others ("of the")."""
    return _class(word) not in "-g" or word in _LEADING


def opens_noun(text: str, at: int) -> bool:
    """The word behind the space at `at` goes on with a phrase that has its plural: "sports cars"."""
    stop = text.find(" ", at + 1, at + 32)
    raw = text[at + 1 : stop if stop > 0 else at + 32]
    token = _token(raw)
    return token.kind == "+" and raw[: token.size].lower() not in _NO_PLURAL


def noun_after(text: str, at: int, is_one: bool = False) -> tuple[str, int] | None:
    """The noun phrase that starts at `at` (a space or hyphen may come first) and its end; None where none does.

    `is_one`: the count is one, or the number is part of a compound ("a two-door car"): the head is a singular.

    >>> noun_after("54,000 US military personnel in Japan", 6)
    ('US military personnel', 28)
    >>> noun_after("212 in all", 3) is None
    True
    """
    position = at + 1 if text[at : at + 1] in (" ", "-") else at
    window = text[position : position + _MAX_CHARS]
    raws = window.split(" ", _MAX_WORDS)
    if len(raws) > _MAX_WORDS or (len(window) == _MAX_CHARS and len(raws) > 1):
        raws.pop()  # the window cuts it
    begin = head_end = last_end = -1
    for index, raw in enumerate(raws):
        kind, size, close, is_name = _token(raw)
        if kind == "." and index == 0 and _is_before_plural(raws) and not _IN_YEAR.match(text, at - 4):
            kind = "-"
        if kind == "" or kind == ".":
            break
        end = position + size
        if begin < 0:
            if kind == "l":
                if close or (raw == "of" and _PRONOUN.match(text, end)):
                    return None
                position = end + 1
                continue
            begin = position
        behind = _token(raws[index + 1]) if index + 1 < len(raws) and not close else _NO_TOKEN
        if is_one:
            if kind == "+" and is_name and behind.kind not in ("", "."):
                kind = "-"  # an 8-year-old Las Vegas boy
            elif kind == "g" and (last_end >= 0 or (behind.kind in ("", ".") and raw[:size].endswith("ed"))):
                break
        if kind == "n":
            kind = "+" if behind.kind in ("", ".") else "-"
        if kind == "+":
            head_end = end
            if behind.kind != "+" or raws[index + 1][: behind.size].lower() in _NO_PLURAL:
                break
        elif head_end >= 0:
            break
        last_end = end
        if close and (close == "." or kind == "v" or is_one):
            break
        position = end + (2 if close else 1)
    if head_end < 0 and is_one:
        head_end = last_end
    return (text[begin:head_end], head_end) if 0 <= begin < head_end else None


def _is_before_plural(raws: list[str]) -> bool:
    """The first word is a participle, the second the noun that it belongs to."""
    return len(raws) > 1 and raws[0] in _BEFORE_PLURALS and _token(raws[1]).kind == "+"


def as_written(text: str, noun: tuple[str, int] | None) -> tuple[str, int] | None:
    """A noun found in the plain text, with the characters of the text itself."""
    return None if noun is None else (text[noun[1] - len(noun[0]) : noun[1]], noun[1])


def singular(word: str) -> str:
    """A plural's singular, by its ending.

    >>> singular("deaths"), singular("cities"), singular("people")
    ('death', 'city', 'person')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
