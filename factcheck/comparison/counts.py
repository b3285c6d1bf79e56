"""Two counts of one event as their words tell them: which is a first one, what it grew to, what is left of it.

Pairs go in; each question is symmetric, as the properties of a pair are.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.comparison import stages
from factcheck.comparison.pair import Pair
from factcheck.model.claim import TOLL


def tolls_moved(pair: Pair) -> bool:
    """Of the dead and the missing, both counted by both articles, the one side has more of the ones and fewer of the others."""
    left, right = (next((cue[len(TOLL) :] for cue in side.claim.cues if cue.startswith(TOLL)), None) for side in (pair.left, pair.right))
    if left is None or right is None or pair.is_one_article:
        return False
    (dead, missing), (other_dead, other_missing) = (map(Decimal, toll.split("/")) for toll in (left, right))
    return (dead - other_dead) * (missing - other_missing) < 0


def is_told_to_grow(pair: Pair) -> bool:
    """The larger of two counts is said to be what the other grew to, or the smaller to be a first one."""
    left, right = pair.left.claim, pair.right.claim
    if left.value.point is None or right.value.point is None or left.value.point == right.value.point:
        return False
    is_left_smaller = left.value.point < right.value.point
    small, large = (left, right) if is_left_smaller else (right, left)
    if pair.told_order == (1 if is_left_smaller else -1):  # the smaller is the later
        return False
    if stages.is_grown(small, large):
        return True
    return not pair.has_dates and (stages.is_unsettled(small) or (stages.is_settled(large) and not stages.is_settled(small)))


def is_count_of_feared(pair: Pair) -> bool:
    """One figure was feared and the other, not the earlier of them, is no such figure."""
    left, right = stages.is_feared(pair.left.claim), stages.is_feared(pair.right.claim)
    return left != right and pair.told_order != (1 if left else -1)


def is_what_is_left(pair: Pair) -> bool:
    """Of two counts only the smaller is said to be what is still so."""
    left, right = pair.left.claim, pair.right.claim
    if left.value.point is None or right.value.point is None or stages.is_left(left) == stages.is_left(right):
        return False
    return stages.is_left(left) == (left.value.point < right.value.point)


def is_last_one_told(pair: Pair) -> bool:
    """One of two articles without their dates says that its figures are the last ones, and the other does not."""
    left, right = pair.left.claim, pair.right.claim
    return not pair.has_dates and not pair.is_one_article and stages.is_settled(left) != stages.is_settled(right)
