"""Which of two reports of one event is the later one, where the dates do not tell: by the days that their articles name.

Two claims go in. "The ferry sank on Thursday" is told before "the ferry that sank two days ago" and before what an article says that
tells of Thursday and of Saturday. What says neither is not ordered.
"""

from __future__ import annotations

from factcheck.model.claim import EARLY, FEARED, GROWN, LEFT, SETTLED, SINCE, UNSETTLED, WEEKDAYS, Claim

MOST_DAYS = 4  # a day of the week that lies further behind another one may as well lie before it


def days_between(left: Claim, right: Claim) -> int:
    """By how many days the left one's article is the later by its words: less than 0 where it is the earlier, 0 where they do not tell."""
    one, two = _days_since(left, right), _days_since(right, left)
    return 0 if one is None or two is None else one - two


def is_one_day(left: Claim, right: Claim) -> bool:
    """Both articles name one day of the week as past, the same one, and say nothing of a later one."""
    one, two = _weekdays(left), _weekdays(right)
    return len(one) == 1 and one == two and _since(left) in (None, 0) and _since(right) in (None, 0)


def are_two_days(left: Claim, right: Claim) -> bool:
    """Both articles name days of the week as past, each more than a day from each of the other's: they are not one day's news."""
    one, two = _weekdays(left), _weekdays(right)
    return bool(one) and bool(two) and all((day - other) % 7 not in (0, 1, 6) for day in one for other in two)


def is_grown(small: Claim, large: Claim) -> bool:
    """The words say that the larger of two counts is what the count had grown to, or that the smaller was a first one."""
    return GROWN in large.cues or EARLY in small.cues


def is_feared(claim: Claim) -> bool:
    """What the claim counts is feared and not known."""
    return FEARED in claim.cues


def is_left(claim: Claim) -> bool:
    """What the claim counts is what is still so."""
    return LEFT in claim.cues


def is_unsettled(claim: Claim) -> bool:
    """The article of the claim says that its figures will still grow."""
    return UNSETTLED in claim.cues


def is_settled(claim: Claim) -> bool:
    """The article of the claim says that its figures are the last ones."""
    return SETTLED in claim.cues


def _days_since(claim: Claim, other: Claim) -> int | None:
    """How many days after the event the claim was told; by days of the week, after the only one that the other's article names."""
    told = _since(claim)
    if told is not None:
        return told
    mine, others = _weekdays(claim), _weekdays(other)
    if len(mine) == 1:
        return 0
    if len(others) == 1 and others[0] in mine:
        return max((day - others[0]) % 7 for day in mine if (day - others[0]) % 7 <= MOST_DAYS)
    return None


def _since(claim: Claim) -> int | None:
    return next((int(cue.removeprefix(SINCE)) for cue in claim.cues if cue.startswith(SINCE)), None)


def _weekdays(claim: Claim) -> list[int]:
    return next(([int(day) for day in cue.removeprefix(WEEKDAYS).split(",")] for cue in claim.cues if cue.startswith(WEEKDAYS)), [])
