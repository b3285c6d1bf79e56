"""Qualifiers that are names, which two outlets write more or less fully: whether two of them may stand for one person or thing."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text.folding import fold

NAMED = frozenset({"person", "product", "street"})
# Words of a street's name that many streets have.
ROADS = frozenset(
    """avenue ave boulevard blvd circle court ct drive dr east highway hwy lane ln n north northeast northwest parkway place pl road rd s south
    southeast southwest square st street terrace way w west e""".split()
)
CHILD, CHILDREN = "child", "children"
ALIKE = 3  # so many letters in common make one name of two given names


def may_be_one(qualifier: str, one: str, two: str, is_inconsistent: bool) -> bool:
    """Two names of a person share a word, a last name in a full one; all words of one name of a product stand in the other.

    Where what is said of them cannot be true of one, more is asked: two full names are two people unless the given names begin alike,
    and words behind a product's name make it another model, words before it name the maker.
    """
    if qualifier == CHILD:
        return not is_inconsistent and CHILDREN in (one, two) and "grandchildren" not in (one, two)  # "a father of three", "his three sons"
    if qualifier not in NAMED:
        return False
    first, second = fold(one).split(), fold(two).split()
    left, right = set(first), set(second)
    if qualifier == "person":
        if left.isdisjoint(right):
            return False
        return not is_inconsistent or left <= right or right <= left or _begin_alike(first, second)
    if qualifier == "product" and is_inconsistent:
        short, long = sorted((first, second), key=len)
        return long[len(long) - len(short) :] == short
    if qualifier == "street":  # "43rd Street" is told by its number alone
        left, right = left - ROADS, right - ROADS
        if not left or not right:
            return left == right
    return left <= right or right <= left


def _begin_alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """One last name, and given names of which one begins like the other, or is its initial: Kate and Katherine, J. and John."""
    return one[-1] == two[-1] and (one[0][:ALIKE] == two[0][:ALIKE] or (min(len(one[0]), len(two[0])) < ALIKE and one[0][0] == two[0][0]))
