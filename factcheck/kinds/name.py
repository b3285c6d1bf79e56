"""Names of persons: when two may be one person.

Values in, a relation out. Role, country and term are for the caller: here only the letters speak.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.model.relation import ValueRelation
from factcheck.model.value import Value
from factcheck.text.folding import PARTICLES, fold, generation, squash

# Two spellings of one full name score at least this with rapidfuzz (`ratio` over folded names); transliterations of one
# name score 88 and more, other people of one family name less.
SPELLING_SCORE = 88.0
MISHEARD_SCORE = 85.0  # Keogh and Keough 91, Larsen and Larson 83
LONG_WORD = 6  # letters at least of a name of one word of which two spellings are known
SHORT_WORD = 5  # with fewer letters another consonant makes another last name: George Holt and George Bolt
TWICE = 8  # letters at least of a last name in which two may be wrong
# First letters that stand for one sound in names written down from other alphabets.
_ONE_SOUND = ("ckq", "ijy", "vw", "gj", "sz")
_FOND = ("ie", "ey", "y", "i")  # ends of short forms
# Letters with a mark that some write as two letters and some as one (ö, ø, ä, æ, å, ü).
_DIGRAPHS = (("oe", "o"), ("ae", "a"), ("aa", "a"), ("ue", "u"))

TWO_NAMES = ValueRelation("apart", "two names")


class _Forms(NamedTuple):
    """A name as it is held against others: its words in order of letters, without spaces, and as no transliteration parts them."""

    words: list[str]
    squashed: str
    respelt: list[str]


def relate(left: Value, right: Value, given_names: Mapping[str, tuple[str, ...]]) -> ValueRelation:
    """`same`, `refinement` (a last name inside a full one), `unknown`, or `apart`. Resolved entities decide first."""
    if left.entity and left.entity == right.entity:
        return ValueRelation("same", "the same person")
    if left.entity and right.entity and left.entity.startswith("holder:") and right.entity.startswith("holder:"):
        return ValueRelation("apart", "two persons in the table of terms of office")
    return relate_names(left.text, right.text, given_names)


def relate_names(left: str, right: str, given_names: Mapping[str, tuple[str, ...]]) -> ValueRelation:
    """The same for two names as written, in either order of given and family name."""
    one, two = _words(left), _words(right)
    if not one or not two:
        return ValueRelation("unknown", "no name")
    if one == two and (first := generation(left)) and (second := generation(right)) and first != second:
        return ValueRelation("apart", "two generations of one name")
    mine, others = _forms(left), _forms(right)
    if one == two or mine.words == others.words or mine.squashed == others.squashed:
        return ValueRelation("same", "the same name")
    if mine.respelt == others.respelt:
        return ValueRelation("same", "two spellings of one name")
    if len(one) > len(two):
        one, two = two, one
    if len(one) == 1:
        if _respelt(one[0]) in (_respelt(two[-1]), _respelt(two[0])):
            return ValueRelation("refinement", "one gives a last name that fits the other's full name")
        if _is_slip(one[0], two[-1]):
            return ValueRelation("refinement", "one gives the other's last name in another spelling")
        return ValueRelation("apart", "the last names differ")
    if one[-1] == two[-1] or one[0] == two[0] or set(one) <= set(two):
        rest_one, rest_two = (one[:-1], two[:-1]) if one[-1] == two[-1] else (one[1:], two[1:])
        if set(one) <= set(two) or _may_be_given_alike(rest_one, rest_two, given_names):
            return ValueRelation("same", "one name is a fuller or a shorter form of the other")
    if len(one) > 1 and _may_be_one(one[0], two[0], given_names) and _is_misheard(one[-1], two[-1]):
        return ValueRelation("same", "two forms of one given name, and the last name in two spellings")
    if not _begin_alike(one[0], two[0]):
        return TWO_NAMES
    from rapidfuzz import fuzz

    score = max(fuzz.ratio(" ".join(one), " ".join(two)), fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(two))))
    is_short = one[0] == two[0] and min(len(one[-1]), len(two[-1])) < SHORT_WORD and skeleton(one[-1]) != skeleton(two[-1])
    if score >= SPELLING_SCORE and not is_short:
        return ValueRelation("same", f"two spellings of one name (likeness {score:.0f} of 100)")
    return TWO_NAMES


def relate_holders(left: Value, right: Value, given_names: Mapping[str, tuple[str, ...]]) -> ValueRelation:
    """The same for two who hold one office of one place, where a longer last name may have a wrong letter: Vermeulen and Jan Vermuelen."""
    found = relate(left, right, given_names)
    if found.standing != "apart" or (left.entity and right.entity and left.entity.startswith("holder:") and right.entity.startswith("holder:")):
        return found
    one, two = _words(left.text), _words(right.text)
    if generation(left.text) != generation(right.text) or not _has_wrong_letters(one[-1], two[-1], one[:-1] == two[:-1] != ()):
        return found
    if one[:-1] and two[:-1] and not _may_be_one(one[0], two[0], given_names):
        return found
    return ValueRelation("refinement", "one last name in two spellings, and nothing tells the two apart")


def _has_wrong_letters(one: str, two: str, may_be_two: bool) -> bool:
    """Two longer words differ by one letter, or by two where `may_be_two`; one that only has more at its end is another name (Robert, Roberts)."""
    if min(len(one), len(two)) < LONG_WORD or not _begin_alike(one, two) or one.startswith(two) or two.startswith(one):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, two) <= (2 if may_be_two and min(len(one), len(two)) >= TWICE else 1)


def _begin_alike(one: str, two: str) -> bool:
    """Two words begin with one letter, or with two that stand for one sound of another alphabet: Carolos and Karolos."""
    return one[0] == two[0] or any(one[0] in letters and two[0] in letters for letters in _ONE_SOUND)


def relate_identified(left: Value, right: Value, given_names: Mapping[str, tuple[str, ...]]) -> ValueRelation:
    """Names of somebody of whom age and story are one: `apart` where the last names are one and the given names begin alike but are two.

    Two other names are of two people, which contradicts nothing.
    """
    one, two = _words(left.text), _words(right.text)
    if min(len(one), len(two)) > 1 and one[-1] == two[-1] and one[0] not in two and two[0] not in one:
        if _may_be_one(one[0], two[0], given_names) or squash(one[0]) == squash(two[0]) or skeleton(one[0]) == skeleton(two[0]):
            return ValueRelation("same", "two forms of one given name")
        if one[0][:2] == two[0][:2] and not (one[0].startswith(two[0]) or two[0].startswith(one[0])):
            return ValueRelation("apart", "two given names with one last name")
        return ValueRelation("other_measure", "two people of one family")
    found = relate(left, right, given_names)
    return ValueRelation("other_measure", "two people") if found.standing == "apart" else found


def is_respelt(left: str, right: str) -> bool:
    """Two names of one longer word each that are spellings of one: "Bireun" and "Bireuen", but not "Larsen" and "Larson".

    >>> is_respelt("Bireun", "Bireuen"), is_respelt("Larsen", "Larson"), is_respelt("Bam", "Bamm")
    (True, False, False)
    """
    one, two = _words(left), _words(right)
    if len(one) != 1 or len(two) != 1 or min(len(one[0]), len(two[0])) < LONG_WORD or not _begin_alike(one[0], two[0]):
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(one[0], two[0]) >= SPELLING_SCORE


def _is_slip(one: str, two: str) -> bool:
    """Two longer last names that differ by a letter written once or twice, or by a vowel: Halvorssen and Halvorsen, not Halvor and Halvors."""
    return skeleton(one) == skeleton(two) and is_respelt(one, two)


def _is_misheard(one: str, two: str) -> bool:
    """Two last names of no fewer than five letters that part in a vowel too many: Keogh and Keough, but not Larsen and Larson."""
    if min(len(one), len(two)) < SHORT_WORD or not _begin_alike(one, two) or skeleton(one) != skeleton(two):
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(one, two) >= MISHEARD_SCORE


def skeleton(word: str) -> str:
    """The consonants of a name, which transliterations keep: Mohamed and Muhammed."""
    letters = [char for char in word if char not in "aeiouyh"]
    return "".join(char for at, char in enumerate(letters) if not at or char != letters[at - 1])


def block_of(word: str) -> str:
    """What two spellings of a last name have in common, those of another alphabet among them: Mihailov, Michailov and Mikhaylov."""
    return skeleton(word.replace("ch", "h").replace("kh", "h"))


def may_be_one_person(left: str, right: str) -> bool:
    """One last name with given names that begin alike or hold each other: a short form that no list has (Bibi, Tony)."""
    one, two = _words(left), _words(right)
    if len(one) < 2 or len(two) < 2 or _respelt(one[-1]) != _respelt(two[-1]):
        return False
    return one[0][0] == two[0][0] or one[0] in two[0] or two[0] in one[0]


@lru_cache(maxsize=4096)
def _respelt(word: str) -> str:
    """A word as no transliteration parts it from another: Stoere and Store, Zelenskyy, Zelenskiy and Zelensky."""
    for two, letter in _DIGRAPHS:
        word = word.replace(two, letter)
    return word.rstrip("iyj") + "y" if word.endswith(("i", "y", "ij")) and len(word) > 4 else word


def _may_be_one(one: str, two: str, given_names: Mapping[str, tuple[str, ...]]) -> bool:
    """Two given names or initials may stand for one person."""
    if one == two or (len(one) == 1 and two.startswith(one)) or (len(two) == 1 and one.startswith(two)):
        return True
    if two in given_names.get(one, ()) or one in given_names.get(two, ()):
        return True
    short, full = sorted((one, two), key=len)
    return short.endswith(_FOND) and _fond(short) in map(_fond, given_names.get(full, ()))  # Leonard: Lenny, and so Lennie


def _fond(word: str) -> str:
    """A short form however its end is written: Lenny, Lennie, Lenni."""
    return next((word[: -len(end)] + "y" for end in _FOND if word.endswith(end)), word)


def _may_be_given_alike(one: Sequence[str], two: Sequence[str], given_names: Mapping[str, tuple[str, ...]]) -> bool:
    """Some of the given names fit; where both begin with a name in full, it takes more than an initial: "Karl S." and "Nils K." are two."""
    are_full = one[:1] != () and two[:1] != () and min(len(one[0]), len(two[0])) > 1
    return any(_may_be_one(a, b, given_names) for a in one for b in two if not are_full or min(len(a), len(b)) > 1)


@lru_cache(maxsize=16384)
def _forms(name: str) -> _Forms:
    found = _words(name)
    return _Forms(sorted(found), squash(name), sorted(map(_respelt, found)))


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    every = tuple(fold(name).split())
    return tuple(w for w in every if w not in PARTICLES and w not in ("jr", "sr")) or every
