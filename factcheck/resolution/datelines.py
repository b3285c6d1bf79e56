"""The date that an article prints of itself: a line at its head or foot, or a dateline before its first sentence.

The text of an article goes in, the days out on which it says that it was published. A date inside running text is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

HEAD_LINES, FOOT_LINES = 8, 4  # so many lines that are not empty are looked at
LINE_CHARS = 90
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month{0}>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH.format(1)}\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year1>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.format(2)},?\s+(?P<year2>(?:19|20)\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d))(?:T[\d:.+Z-]+)?(?!\w)",
    re.IGNORECASE,
)
# What may stand on the line beside the date and say no more than that it is one.
_BESIDE = re.compile(
    r"\b(?:first |last )?(?:published|posted|updated|modified|created|released|filed|date|added|issued|submitted|edited)\b|\b(?:on|at|by|of)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}[:.]\d\d(?::\d\d)?\b|\b\d{1,2}\s?(?=[ap]\.?m)|\b[ap]\.?m\b"
    r"|\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST|JST|AEDT|AEST|local time|eastern|hrs)\b|[\W_]",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:published|posted|updated|released|filed|date|issued)\b", re.IGNORECASE)
# "NAIROBI, Kenya, Sept. 24, 2013 (AP) -": a place in capitals, the date, a mark.
_DATELINE = re.compile(r"\s*[A-Z][A-Z.' -]{2,30}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?,?\s+$")
_MARK = re.compile(r"\s*(?:\([\w/ ]{2,20}\)|/[\w -]+/)?\s*(?:--?|[\u2013\u2014:])\s")
BYLINE_WORDS = 4  # "Ann Smith, Daily News" may stand on the line


def printed_dates(text: str) -> tuple[date, ...]:
    """The days, the first printed first, on which the article says that it was published or changed."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    head = lines[:HEAD_LINES]
    foot = [line for line in lines[HEAD_LINES:][-FOOT_LINES:] if _LABEL.search(line)]
    return tuple(dict.fromkeys(day for line in (*head, *foot) for day in _of_line(line)))


def _of_line(line: str) -> Iterator[date]:
    match = _DATE.search(line[: LINE_CHARS * 2])
    if match is None:
        return
    day = _day(match)
    if day is None:
        return
    before, after = line[: match.start()], line[match.end() :]
    if _DATELINE.fullmatch(before) and _MARK.match(after):
        yield day
    elif len(line) <= LINE_CHARS:
        beside = _BESIDE.sub(" ", before + " " + _DATE.sub(" ", after)).split()
        allowed = BYLINE_WORDS if _LABEL.search(line) or before.lower().startswith("by ") or all(word[0].isupper() for word in beside) else 0
        if len(beside) <= allowed and not line.endswith((".", "?", "!")):
            yield day


def _day(match: re.Match[str]) -> date | None:
    for number in "123":
        if match[f"year{number}"]:
            month = match[f"month{number}"].lower()
            at = int(month) if month.isdigit() else next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
            try:
                return date(int(match[f"year{number}"]), at, int(match[f"day{number}"]))
            except ValueError:
                return None
    return None
