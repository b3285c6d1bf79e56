"""Names made comparable: accents, case, hyphens and particles folded away. Text in, text out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a letter and a mark, as English news writes them.
_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "e", "ĸ": "k",
}  # fmt: skip
# Signs inside a name that carry no letter: apostrophes and Arabic or Hebrew half-rings. Full stops end initials ("J.D.").
_DROPPED = frozenset("'’‘ʼʻʾʿ`´‛ʹ\"“”")
# Words inside a name that transliterations write or leave out, or join to the next with a hyphen.
PARTICLES = frozenset(
    (
        *("abu", "al", "ben", "bin", "bint", "el", "ibn", "ul"),
        *("da", "das", "de", "del", "della", "di", "dos", "du", "la", "le"),
        *("den", "der", "ten", "ter", "van", "von", "zu"),
    )
)

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))  # behind a name; left out as often as not


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case, no accents, single spaces; hyphens and full stops part words, initials that stand together are joined.

    >>> fold("Shinjirō Koizumi")
    'shinjiro koizumi'
    >>> fold("Yoon Suk-yeol") == fold("YOON SUK YEOL")
    True
    >>> fold("J.D. Vance"), fold("Mohamed ElBaradei’s"), fold("Lech Wałęsa")
    ('jd vance', 'mohamed elbaradeis', 'lech walesa')
    """
    if name.isascii():
        plain = name.lower()
    else:
        plain = "".join(
            _LETTERS.get(char, char) for char in unicodedata.normalize("NFKD", name.casefold()).casefold() if not unicodedata.combining(char)
        )
    letters = "".join(char if char.isalnum() else "" if char in _DROPPED else " " for char in plain)
    return " ".join(_join_initials(letters.split()))


def _join_initials(words: list[str]) -> list[str]:
    """Single letters in a row become one word: j d vance, jd vance."""
    joined: list[str] = []
    after_initial = False
    for word in words:
        is_initial = len(word) == 1
        if is_initial and after_initial:
            joined[-1] += word
        else:
            joined.append(word)
        after_initial = is_initial
    return joined


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name without particles and without "Jr" or "III" (all of them where nothing else is left).

    >>> words("Mohammed bin Salman Al-Saud"), words("Ursula von der Leyen")
    (('mohammed', 'salman', 'saud'), ('ursula', 'leyen'))
    """
    every = tuple(fold(name).split())
    return tuple(word for word in every if word not in PARTICLES and word not in GENERATIONS) or every


def person_key(name: str) -> str:
    """The words of a person's name in one order, with what parts a father from his son ("Sr", "III"; "Jr" is left out as often as not).

    >>> person_key("Karl Lind Jr."), person_key("Lind, Karl"), person_key("Karl Lind Sr.")
    ('karl lind', 'karl lind', 'karl lind sr')
    """
    told = generation(name)
    return " ".join([*sorted(words(name)), *([told] if told not in ("", "jr") else [])])


def generation(name: str) -> str:
    """What stands behind a name to part a father from his son: "jr", "sr", "iii"; nothing for most names."""
    every = fold(name).split()
    return every[-1] if len(every) > 2 and every[-1] in GENERATIONS else ""


def squash(name: str) -> str:
    """The folded name without its spaces, for spellings that differ only in where they part.

    >>> squash("Al-Sisi") == squash("Alsisi"), squash("Suk-yeol") == squash("Sukyeol")
    (True, True)
    """
    return fold(name).replace(" ", "")
