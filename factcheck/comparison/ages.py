"""Two ages of one person: which of them the time between two articles explains."""

from __future__ import annotations

from factcheck.comparison.pair import Pair
from factcheck.model.claim import STAGE, Claim

BIRTHDAY_DAYS = 14  # so far apart the later of two ages may be a year higher
SAME_NEWS = 2  # days in which one piece of news is told
YEAR_DAYS = 365
CASE_YEARS = 5  # between an arrest and an appeal


def is_ageing(pair: Pair) -> bool:
    """Two ages of one life: the later is higher by the years between the two, a birthday in between or not.

    Days apart, a birthday in between is unlikely; over some weeks it is as likely as an error.
    """
    left, right = pair.left.claim.value.point, pair.right.claim.value.point
    one, two = pair.left.time, pair.right.time
    if pair.attribute.kind != "age" or left is None or right is None or left == right or not pair.order:
        return False
    if pair.gap_days < BIRTHDAY_DAYS:
        return False
    (young, early), (old, late) = ((left, one), (right, two)) if pair.order < 0 else ((right, two), (left, one))
    if early.first is None or early.last is None or late.first is None or late.last is None:
        return False
    least, most = (late.first - early.last).days // 366, -((early.first - late.last).days // 365)
    return least <= old - young <= most


def is_older_by_words(pair: Pair) -> bool:
    """Of two ages the higher is told by the article that is the later by its words, by the years that these say: "two years after the raid"."""
    left, right = pair.left.claim.value.point, pair.right.claim.value.point
    if pair.attribute.kind != "age" or left is None or right is None or left == right or pair.told_gap_days < BIRTHDAY_DAYS:
        return False
    years = pair.told_gap_days // YEAR_DAYS
    return pair.told_order == (-1 if left < right else 1) and years <= pair.years_apart <= years + 1


def is_older_at_later_stage(pair: Pair) -> bool:
    """Of two ages the higher is told at a later stage of a case, by articles that are not known to be of one time."""
    left, right = pair.left.claim.value.point, pair.right.claim.value.point
    if pair.attribute.kind != "age" or left is None or right is None or left == right:
        return False
    one, two = (stage_of(side.claim) for side in (pair.left, pair.right))
    if one is None or two is None or one == two or (left < right) != (one < two):
        return False
    if not (pair.left.time.is_bounded and pair.right.time.is_bounded):
        return pair.years_apart <= CASE_YEARS
    return pair.gap_days > SAME_NEWS and pair.years_apart <= 1 + pair.gap_days // 365 and pair.order == (-1 if left < right else 1)


def stage_of(claim: Claim) -> int | None:
    """How far the case had come of which the article tells."""
    return next((int(cue.removeprefix(STAGE)) for cue in claim.cues if cue.startswith(STAGE)), None)
