"""Figures that a frame makes of what is printed: counts that words imply, and numbers to which words add. Mentions come out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from factcheck.extraction.masking import Masked
from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value


def implied(number: str, masked: Masked, first: int, last: int) -> QuantityMention:
    """A count that the words from `first` to `last` imply without printing it: at least so many."""
    start, end = masked.source(first), masked.source(last) + 1
    closing = masked.mention_at.get(last)
    if closing is not None:
        end = closing.end
    text = masked.raw[start:end]
    point = Decimal(number)
    if not point:  # "no one was hurt" prints no number and yet is exact
        return QuantityMention(start, end, text, Value(text, point, point, point, step=Decimal(1)), None, "=", None)
    value = Value(text, point, point, None, hedge=">", step=Decimal(1), is_implied=True)
    return QuantityMention(start, end, text, value, None, ">", None)


def end_of(mention: QuantityMention, end: Literal["low", "high"]) -> QuantityMention | None:
    """One end of a range as a figure of its own, which says what was printed; None for what is no range."""
    value = mention.value
    bound = value.low if end == "low" else value.high
    if value.hedge != ".." or bound is None:
        return None
    return mention._replace(value=replace(value, text=f"{bound} ({mention.text})", point=bound, low=bound, high=bound, hedge="="), hedge="=")


def added(mention: QuantityMention, number: Decimal) -> QuantityMention:
    """The mention with its number and its bounds so much larger; its value says what was printed."""
    value = mention.value
    if value.point is None:
        return mention
    low, high = (None if bound is None else bound + number for bound in (value.low, value.high))
    point = value.point + number
    text = f"{point} ({mention.text} {'less' if number < 0 else 'and'} {abs(number)})"
    return mention._replace(value=replace(value, text=text, point=point, low=low, high=high))
