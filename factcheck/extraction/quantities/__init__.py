"""Amounts in a text: counts, money, shares, measures, with hedge, stated precision and the noun counted.

Part of extraction: a `Scan` goes in, `QuantityMention`s in the order of the text come out. One pass of an automaton
finds the numerals; everything else looks only at the characters around them. Nothing here knows rules or articles.
"""

from __future__ import annotations

from factcheck.extraction.quantities.compounds import with_rests
from factcheck.extraction.quantities.reading import quantities_in
from factcheck.model.mention import QuantityMention
from factcheck.text.scan import Scan

__all__ = ["find_quantities", "quantities_in", "with_rests"]


def find_quantities(text: str) -> list[QuantityMention]:
    """The quantities of a text, in its order.

    >>> [(m.text, m.hedge, m.noun) for m in find_quantities("Around 60,000 US troops are stationed there.")]
    [('Around 60,000', '~', 'US troops')]
    """
    return list(quantities_in(Scan(text)))
