"""Whom a sentence attributes what it says to: "police said", "according to the ministry", a person who told reporters.

A sentence's text and mentions go in, the speaker's words come out. Only plain attribution inside the sentence counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model.mention import Mention, NameMention
from factcheck.text.scan import Scan

_SAID = r"(?:said|says|told|stated|announced|confirmed|reported|added|claimed|estimated|wrote|noted)"
_ACCORDING = re.compile(r"\baccording to (?:(?:a|the|an) )?([^,.;]{2,60})", re.IGNORECASE)
_GROUP = re.compile(
    r"\b((?:[\w.-]+ ){0,3}?(?:police|officials|authorities|ministry|department|sheriff|prosecutors|hospital|government|army|military|company|"
    r"spokesman|spokeswoman|spokesperson))"
    rf" (?:\w+ )?{_SAID}\b",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(rf",?(?: \w+)? {_SAID}\b", re.IGNORECASE)
_VERB_BEFORE = re.compile(rf"\b{_SAID} (?:[\w.]+ ){{0,4}}$", re.IGNORECASE)


def speaker_of(scan: Scan, start: int, end: int, mentions: Sequence[Mention]) -> str | None:
    """The speaker as written, or None where the sentence names none."""
    plain = scan.plain
    if (match := _ACCORDING.search(plain, start, end)) is not None:
        return scan.text[match.start(1) : match.end(1)].strip()
    for mention in mentions:
        if isinstance(mention, NameMention):
            if _VERB_AFTER.match(plain, mention.end, end):
                return mention.text
            if _VERB_BEFORE.search(plain[max(start, mention.start - 40) : mention.start]):
                return mention.text
    if (match := _GROUP.search(plain, start, end)) is not None:
        return scan.text[match.start(1) : match.end(1)].strip()
    return None
