"""The company (bank, club, university) whose office a title names, read from the words beside the title. Text in, a name or nothing out."""

from __future__ import annotations

import re

_WORD = r"[A-Z][\w&'\u2019-]*(?:\.[A-Z]\.?)*"
_NAME = rf"{_WORD}(?: (?:(?:of|and|&) )?{_WORD})*"
_ALSO = r"(?:new|current|longtime|founder|co-founder|chair(?:man|woman)?|president)(?:,? and)?"
# "Toyota chief executive", "Boeing's chairman", "AMD president and chief executive".
_BEFORE = re.compile(rf"(?:^|[\s(\u201c\"'])(?P<name>{_NAME})(?:['\u2019]s?)? (?:{_ALSO} )*$")
# "chief executive of General Motors", "chairman of the Ford Foundation".
_BEHIND = re.compile(rf",? (?:of|at) (?:the )?(?P<name>{_NAME})")
_BASED = re.compile(r",?(?: [\w.]+)?[ -](?:based|listed)\b|,? [\w.]+-(?:based|listed)\b|-based\b")
_COUNTRY = frozenset({"U.S", "U.S.", "US", "UK", "U.K."})
# Words with a capital at the head of a sentence or a headline, and words that belong to the title.
_NO_COMPANY = frozenset(
    "a after also although an and as at because before both but by during even for from her his how if in into its like my of on or our over since "
    "so than that the their then though to under until what when where whether while who why with without yet meanwhile later earlier once says said "
    "acting board co deputy executive former group interim mr mrs ms dr sir lord lady senior vice company club team university committee "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "today yesterday president chairman chairwoman founder chief ceo new".split()
)

_TITLES = frozenset("ceo cfo chair chairman chairwoman chief founder president".split())


def company_beside(text: str, start: int, end: int, until: int | None = None) -> str | None:
    """The name right before the title `text[start:end]`, or behind it after "of" and before `until`; None where there is none.

    >>> text = "Meanwhile Nvidia CEO Jen-Hsun Huang spoke"
    >>> company_beside(text, 17, 20)
    'Nvidia'
    >>> text = "Mary Barra, chief executive of General Motors, spoke"
    >>> company_beside(text, 12, 27)
    'General Motors'
    >>> company_beside("the chairman of Toledo, Ohio-based Meridian, spoke", 4, 12) is None
    True
    >>> text = "Apple CEO Tim Cook and Halvex chief executive Lena Fox met"
    >>> company_beside(text, 30, 45)
    'Halvex'
    """
    behind = _BEHIND.match(text, end, len(text) if until is None or until < end else until)
    if behind is not None:
        # "chief executive of Toledo, Ohio-based Meridian": the town of the company, not the company.
        return None if behind["name"] in _COUNTRY or _BASED.match(text, behind.end()) else behind["name"]
    before = _BEFORE.search(text[max(0, start - 80) : start])
    return _trimmed(before["name"]) if before is not None else None


def _trimmed(name: str) -> str | None:
    """Without words that open sentences or belong to the title; None where nothing is left.

    A title inside is that of another company: of "Apple CEO Tim Cook and Microsoft" only the last is beside ours.
    """
    words = name.split()
    if any(word.lower() in _TITLES for word in words[1:-1]):
        if "and" not in words:
            return None
        words = words[len(words) - words[::-1].index("and") :]
    while words and words[0].lower().rstrip(".") in _NO_COMPANY:
        words.pop(0)
    while words and words[-1].lower().rstrip(".") in _NO_COMPANY:
        words.pop()
    text = " ".join(words).removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019")
    return text if len(text) > 1 else None
