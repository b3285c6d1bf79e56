"""When an earlier event was that a sentence opens with: "Five years after a crush left 71 dead, ...".

The text before a value and the interval in which its article was written go in, the days of the earlier event come out, as nearly as
the words tell them, or None.
"""

from __future__ import annotations

import re
from datetime import timedelta

from factcheck.model.interval import Interval
from factcheck.text.number_words import read_words

_DAYS = {"month": 30, "year": 365, "decade": 3652}
_ROUND = {"month": 31, "year": 200, "decade": 400}  # days to each side within which such words are meant
_OPENS = re.compile(
    r"(?:^|[:,\u2013\u2014-])[\s\"'\u201c\u2018]*(?:(?:nearly|almost|exactly|just|over|more than|less than|about|some|roughly|only) )*"
    r"(?P<number>[\w-]+)(?: and a half)? (?P<unit>month|year|decade)s?(?: to the day)? after (?P<clause>[^,;:.()]*)$",
    re.IGNORECASE,
)


def long_after(before: str, written: Interval) -> Interval | None:
    """`before` is the text of the sentence up to the value; a clause that ends before the value tells nothing of it."""
    if " after " not in before or written.first is None or written.last is None or (found := _OPENS.search(before)) is None:
        return None
    word, unit = found["number"].lower(), found["unit"].lower()
    number = 1 if word in ("a", "one") else int(word) if word.isdigit() else next((int(n.value) for n in read_words(word)), 0)
    if not 0 < number * _DAYS[unit] < 40_000:
        return None
    ago, spread = timedelta(number * _DAYS[unit]), timedelta(_ROUND[unit])
    last = min(written.last - ago + spread, written.first - timedelta(_DAYS["month"]))
    return Interval(written.first - ago - spread, last)
