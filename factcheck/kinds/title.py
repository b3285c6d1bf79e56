"""Names of things: ships, operations, streets, hospitals, models. When two of them are one. Values in, a relation out.

The words that say what kind of thing it is are left out as often as not ("Operation Perseus", "the MV Sea Star", "Bloor Street").
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.model.relation import ValueRelation
from factcheck.model.value import Value
from factcheck.text.folding import fold

# Two spellings of one word score at least this with rapidfuzz (`ratio` over folded names) and begin with the same letters:
# Perseus and Perseo 77, Gaddafi and Kadhafi 71, which differ in the first and stay apart.
SPELLING_SCORE = 75.0
SAME_LETTERS = 3
_GENERIC = frozenset(
    """a an and at ave avenue bank boulevard building center centre city clinic county drive ferry film fv general highway hms hospital
    hotel in infirmary jail lane medical movie ms mt mv of operation prison project rd rms road saint ship square ss st street
    tanker the town university uss vessel""".split()
)
_ABBREVIATED = {"saint": "st", "mount": "mt", "fort": "ft", "street": "st", "road": "rd", "avenue": "ave", "centre": "center"}


def relate(left: Value, right: Value) -> ValueRelation:
    """How two names of things stand. Symmetric."""
    if left.entity and left.entity == right.entity:
        return ValueRelation("same", "the same")
    one, two = _words(left.text), _words(right.text)
    if one == two:
        return ValueRelation("same", "the same name")
    bare_one, bare_two = [w for w in one if w not in _GENERIC], [w for w in two if w not in _GENERIC]
    if bare_one and bare_one == bare_two:
        return ValueRelation("same", "the same name but for what kind of thing it is")
    if bare_one and bare_two and (set(bare_one) <= set(bare_two) or set(bare_two) <= set(bare_one)):
        if any(map(_tells_one_of_several, set(bare_one) ^ set(bare_two))):
            return ValueRelation("refinement", "one names a model or a part of the other")
        return ValueRelation("same", "one name is a short form of the other")
    if len(bare_one) == len(bare_two) and bare_one and all(map(_is_respelt, bare_one, bare_two)):
        return ValueRelation("same", "two spellings of one name")
    return ValueRelation("apart", "two names")


def _tells_one_of_several(word: str) -> bool:
    """A number or a letter behind a name makes another thing of it, or one of its kind."""
    return len(word) == 1 or any(char.isdigit() for char in word) or word in ("ii", "iii", "iv")


def _is_respelt(one: str, two: str) -> bool:
    if one == two:
        return True
    if one[:SAME_LETTERS] != two[:SAME_LETTERS] or one.isdigit() or two.isdigit():
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(one, two) >= SPELLING_SCORE


def is_generic(name: str) -> bool:
    """It says only what kind of thing it is: "Hospital"."""
    return _GENERIC.issuperset(_words(name))


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_ABBREVIATED.get(word, word) for word in fold(name.replace("'s", "").replace("’s", "")).split())
