"""Hedges around a numeral, and the interval that a hedged figure stands for.

The hedge is read to the left ("more than 50") or the right ("50 or more") of the amount; `bounds` turns figure, stated
precision and hedge into an interval by DESIGN.md, "Numbers are intervals".
"""

from __future__ import annotations

import re
from decimal import Context, Decimal

from factcheck.extraction.quantities.lexicon import marks
from factcheck.model.value import Hedge, Value
from factcheck.text.figures import reach_hedged, reach_rounded

# A mark says which side a hedge opens and whether the figure itself is inside: "~" about, "<~" close below,
# "<~=" just below (the contract's "<"), "<" below, "<=" at most, ">~" just above, ">" above, ">=" at least.
_BEFORE = marks("hedges_before")
_BEHIND = marks("hedges_after")
_AFTER_STARTS = frozenset((" or", " an", "-od", " od", "-pl", " pl", "-is", " mo", " ap", " at", " up", " ma"))
HEDGES: dict[str, Hedge] = {"~": "~", "<~": "~", "<~=": "<", "<": "<", "<=": "<", ">~": ">", ">": ">", ">=": ">", "=": "=", "..": ".."}
"""The hedge of the contract for each mark."""
_LENGTHS: dict[str, tuple[tuple[str, str], ...]] = {}
for _phrase in sorted(_BEFORE, key=lambda phrase: (-len(phrase), phrase)):
    _last = _phrase.rpartition(" ")[2]
    _LENGTHS[_last] = (*_LENGTHS.get(_last, ()), (_phrase, _BEFORE[_phrase]))
_FILLERS = re.compile(r"(?:another|(?:an? )?(?:additional|further|extra|combined|whopping))$")
_FILLER_ENDS = frozenset(("another", "additional", "further", "extra", "combined", "whopping"))
_AFTER = re.compile(
    r" ?\(?(" + "|".join(sorted((re.escape(phrase.strip()) for phrase in _BEHIND if phrase[0] not in "-+ "), key=lambda p: (-len(p), p))) + r")\b"
    r"|(-odd|-ish|ish|-plus|\+)(?![0-9])| (odd)(?= [a-z])"
)
_SPREAD = ("spread ", "scattered ", "stretched ", "stretching ", "extends ", "extending ", "sprawling ", "dispersed ", "divided ", "averaged ")
"""Verbs behind which "over" says where or how long, and does not bound."""
_CONTEXT = Context(prec=999)  # however many digits a figure has, its bounds hold it


def ends_hedge(word: str) -> bool:
    """Some hedge ends with this lower-cased word."""
    return word in _LENGTHS


def hedge_before(text: str, start: int) -> tuple[int, str] | None:
    """Where the hedge in front of `start` begins, and its mark; None where there is none.

    >>> hedge_before("with no more than 50", 18)
    (5, '<=')
    """
    stop = start - 1 if text[start - 1 : start] == " " else start
    base = stop - 36 if stop > 36 else 0
    head = text[base:stop].lower()
    end = stop - base
    last = head[max(head.rfind(" "), head.rfind("\n")) + 1 :]
    if last[:1] in "(\"'`":
        last = last[1:]
    known = _LENGTHS.get(last)
    if known is None:
        filler = _FILLERS.search(head) if last in _FILLER_ENDS else None
        return hedge_before(text, base + filler.start()) if filler is not None and filler.start() else None
    for phrase, mark in known:
        at = end - len(phrase)
        if head.endswith(phrase) and (at == 0 or not head[at - 1].isalnum()):
            if phrase == "over" and head[:at].endswith(_SPREAD):
                return None
            if mark == "~" and phrase == "some" and head[:at].endswith("than "):
                return None
            return base + at, mark
    return None


def hedge_after(text: str, end: int) -> tuple[int, str] | None:
    """Where the hedge behind `end` ends, and its mark.

    >>> hedge_after("300 or so were hurt", 3)
    (9, '~')
    """
    if text[end : end + 3] not in _AFTER_STARTS and text[end : end + 1] not in ("+", "i"):
        return None
    found = _AFTER.match(text, end, end + 24)
    if found is None:
        return None
    phrase = found.group(found.lastindex or 0)
    if phrase == "plus" and text[found.end() : found.end() + 2] != "":
        following = text[found.end() : found.end() + 12].split()
        if text[end] == " " and (not following or not following[0].isalpha() or following[0] in ("or", "a", "the", "an", "another")):
            return None
    if found.group()[:2] == " (":
        return None
    return found.end(), _BEHIND.get(phrase) or _BEHIND[f" {phrase}"]


def bounds(point: Decimal, step: Decimal, mark: str, is_exact: bool) -> tuple[Decimal | None, Decimal | None, bool, bool]:
    """(low, high, low is open, high is open) of a figure under a hedge mark.

    `is_exact`: the figure is not rounded where nothing hedges it (a count under 100, an age, a vote).

    >>> bounds(Decimal(60000), Decimal(10000), "~", False)[:2]
    (Decimal('55000'), Decimal('65000'))
    """
    if mark == "=" and (is_exact or step == 1 or not point):
        return point, point, False, False
    size = abs(point)
    if mark == "=":
        half = reach_rounded(size, step)
        return _around(point, half, half, False, False)
    if mark == "<":
        return None, point, False, True
    if mark == "<=":
        return None, point, False, False
    if mark == ">":
        return point, None, True, False
    if mark == ">=":
        return point, None, False, False
    half = reach_hedged(size, step)
    if mark == "~":
        return _around(point, half, half, False, False)
    if mark == ">~":
        return _around(point, Decimal(0), half, True, False)
    return _around(point, half, Decimal(0), False, True)


def value_of(text: str, point: Decimal, step: Decimal, unit: str | None, mark: str, is_exact: bool) -> Value:
    """The value of one figure under a hedge mark."""
    low, high, low_open, high_open = bounds(point, step, mark, is_exact)
    return Value(text, point, low, high, unit, HEDGES[mark], step, low_open, high_open)


def _around(point: Decimal, below: Decimal, above: Decimal, low_open: bool, high_open: bool) -> tuple[Decimal, Decimal, bool, bool]:
    return _plain(_CONTEXT.subtract(point, below)), _plain(_CONTEXT.add(point, above)), low_open, high_open


def _plain(value: Decimal) -> Decimal:
    """Without trailing zeros behind the point, and without an exponent."""
    exponent = value.as_tuple().exponent
    if exponent == 0:
        return value
    value = value.normalize(_CONTEXT)
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1), context=_CONTEXT) if isinstance(exponent, int) and exponent > 0 else value
