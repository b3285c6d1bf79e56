"""An amount told in two units, a larger and a smaller one: "31 years and eight months", "5 feet 8 inches", "2 hours, 15 minutes"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.extraction.quantities.hedges import value_of
from factcheck.kinds.units import convert, units
from factcheck.model.mention import QuantityMention
from factcheck.text.scan import Scan

_KINDS = frozenset(("distance", "duration", "measure"))
_LINKS = frozenset((" ", " and "))
_LISTED = frozenset((", ", ", and "))  # of hours and minutes; "5 km, 300 metres" are two distances
_PARTS = frozenset(("foot", "inch", "pound-mass", "ounce", "stone"))


_LONGEST_LINK = 6


def with_rests(mentions: Sequence[QuantityMention], scan: Scan) -> list[QuantityMention]:
    """The mentions of a text, two that are one amount as one.

    >>> from factcheck.extraction.quantities.reading import quantities_in
    >>> scan = Scan("He got two years and six months.")
    >>> [(m.text, m.value.point, m.unit) for m in with_rests(quantities_in(scan), scan)]
    [('two years and six months', Decimal('30'), 'month')]
    """
    found: list[QuantityMention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last is not None and mention.unit is not None and mention.start - last.end <= _LONGEST_LINK and mention.kind == last.kind:
            whole = _with_rest(last, mention, scan)
            if whole is not None:
                found[-1] = whole
                continue
        found.append(mention)
    return found


def _with_rest(last: QuantityMention, rest: QuantityMention, scan: Scan) -> QuantityMention | None:
    """The two as one amount in the unit of the smaller; None where they are two."""
    if last.kind != rest.kind or last.kind not in _KINDS or last.unit is None or rest.unit is None or last.unit == rest.unit:
        return None
    between = scan.plain[last.end : rest.start]
    if between not in _LINKS and not (between in _LISTED and last.kind == "duration"):
        return None
    if last.kind != "duration" and not _PARTS.issuperset((last.unit, rest.unit)):
        return None
    whole, part = last.value.point, rest.value.point
    one, two = units().get(last.unit), units().get(rest.unit)
    if whole is None or part is None or one is None or two is None or rest.value.hedge != "=" or last.value.conversion is not None:
        return None
    size = convert(Decimal(1), one, two)
    if size is None or size <= 1 or part >= size:
        return None
    point = (whole * size).quantize(Decimal(1)) + part
    value = value_of(scan.text[last.start : rest.end], point, rest.value.step or Decimal(1), rest.unit, last.value.hedge, False)
    return QuantityMention(last.start, rest.end, value.text, value, rest.unit, value.hedge, rest.noun, rest.kind, rest.noun_end)
