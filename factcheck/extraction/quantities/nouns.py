"""The thing counted: the noun phrase behind a number, cut where the phrase ends.

There is no tagger here. A phrase runs to its first plural (or a noun that has no plural form), and stops at words
that no noun phrase of news holds: prepositions, auxiliaries, verbs of reporting. Where no head is found there is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extraction.quantities.lexicon import words

_STOP = words("phrase_ends")
_LEADING = words("before_nouns")
_NO_PLURAL = words("plural_as_it_is")
_NOT_PLURAL = words("not_plural")
_WORD = re.compile(r"[ -]?([A-Za-z\xc0-\xff][\w.&\x27\xc0-\xff]*(?:-[\w\x27]+)*)(,?)")
_PER_WORDS = frozenset(("a", "an", "per", "every", "each"))
_MAX_WORDS = 8


def is_plural(word: str) -> bool:
    """A noun in the plural, or one whose plural looks the same, as far as its letters tell."""
    return word in _NO_PLURAL or (
        len(word) > 3 and word[-1] == "s" and word[-2] not in "su'" and word not in _NOT_PLURAL and not word.endswith(("ous", "'s"))
    )


@lru_cache(maxsize=16384)
def _class(word: str) -> str:
    """ "." where the word ends a phrase, "+" for a head in the plural, "v" for a participle or adverb, "-" for the rest."""
    lowered = word.lower()
    if lowered in _NO_PLURAL:
        return "+"
    if lowered in _STOP or lowered.rstrip(".") in _STOP:
        return "." if word != "US" and not (word.isupper() and len(word) > 1 and lowered != word) else "-"
    if is_plural(lowered):
        return "+"
    if (
        lowered.endswith("ly")
        and len(lowered) > 4
        and lowered not in ("family", "early", "elderly", "friendly", "deadly", "likely", "daily", "italy")
    ):
        return "v"
    return "-"


def is_head(word: str) -> bool:
    """A lower-cased word that heads a noun phrase: a plural that no stop word is."""
    return _class(word) == "+"


def stops_noun(word: str) -> bool:
    """A noun phrase cannot start with this lower-cased word, or only behind others ("of the")."""
    return _class(word) != "-" or word in _LEADING


def opens_noun(text: str, at: int) -> bool:
    """The word behind a plural goes on with the phrase: "sports cars"."""
    found = _WORD.match(text, at, at + 60)
    return found is not None and _class(found.group(1)) == "+" and found.group(1).lower() not in _NO_PLURAL


def noun_after(text: str, at: int, is_one: bool = False) -> tuple[str, int] | None:
    """The noun phrase that starts at `at` (a space or hyphen may come first) and its end; None where none does.

    `is_one`: the count is one, or the number is part of a compound ("a two-door car"): the head is a singular.

    >>> noun_after("54,000 US military personnel in Japan", 6)
    ('US military personnel', 28)
    >>> noun_after("212 in all", 3) is None
    True
    """
    begin = head_end = last_end = -1
    words = 0
    position = at
    while words < _MAX_WORDS:
        found = _WORD.match(text, position, position + 60)
        if found is None:
            break
        word = found.group(1)
        joined = _JOINED.search(word)
        if joined is not None:
            word = word[: joined.start() + 1]
        if word[-1] == ".":
            inner = word[:-1]
            if "." not in inner and (len(inner) > 3 or inner.islower()):
                word = inner
        lowered = word.lower()
        if begin < 0 and lowered in _LEADING:
            position = found.start(1) + len(word)
            words += 1
            if lowered == "of" and text[position : position + 1] == " " and _PRONOUN.match(text, position):
                return None
            continue
        kind = _class(word)
        if kind == ".":
            break
        if begin < 0:
            begin = found.start(1)
        end = found.start(1) + len(word)
        if word.endswith(("'s", "s'")):
            kind = "-"
        elif is_one and kind == "+" and word[0].isupper() and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha() and _class_behind(text, end) != ".":
            kind = "-"  # an 8-year-old Las Vegas boy
        elif is_one and begin >= 0 and head_end < 0 and lowered.endswith(("ed", "ing")) and (last_end >= 0 or lowered.endswith("ed")) and lowered not in _ING:
            if last_end >= 0 or _class_behind(text, end) == ".":
                break
        if kind == "+":
            head_end = end
            following = _WORD.match(text, end, end + 60)
            if following is None or found.group(2) or word != found.group(1):
                break
            if _class(following.group(1)) != "+" or text[following.start()] != " " or following.group(1).lower() in _NO_PLURAL:
                break
        elif head_end >= 0:
            break
        last_end = end
        position = end
        words += 1
        if found.group(2):
            if kind == "v" or head_end >= 0 or is_one:
                break
            position += 1
        elif word != found.group(1):
            break
    if head_end < 0 and is_one and last_end > 0:
        head_end = last_end
    if head_end <= begin or begin < 0:
        return None
    return text[begin:head_end], head_end


_JOINED = re.compile(r"[a-z]\.[A-Z]")
_ING = frozenset(
    """building meeting shooting hearing filing offering ruling bombing killing training wedding painting king ring spring string wing thing evening
    morning warning setting reading listing rating housing funding spending bed shed seed speed feed creed steed hundred kindred weed""".split()
)


def _class_behind(text: str, at: int) -> str:
    found = _WORD.match(text, at, at + 60)
    return "." if found is None else _class(found.group(1))


_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "feet": "foot", "mice": "mouse"}


def singular(word: str) -> str:
    """A plural's singular, by its ending: "deaths" gives "death", "cities" gives "city"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


_PRONOUN = re.compile(r" (?:them|those|these|us|it|this|that|whom|which|you)\b(?! [a-z]+s\b)")
