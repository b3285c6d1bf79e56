"""Which news agency a text credits, and the dateline at its head."""

from __future__ import annotations

import re
from functools import cache

from factcheck.model.article import Article
from factcheck.text.scan import Scan

# The name that we use to surfaces in lower case. Agencies whose copy other outlets print; from their own sites and style
# guides, short forms as newspapers credit them.
_SURFACES: dict[str, tuple[str, ...]] = {
    "AFP": (
        "afp",
        "agence france-presse",
        "agence france presse",
    ),
    "AP": (
        "ap",
        "the associated press",
        "associated press",
    ),
    "Reuters": (
        "reuters",
        "thomson reuters",
    ),
    "Kyodo": (
        "kyodo",
        "kyodo news",
    ),
    "Jiji": (
        "jiji",
        "jiji press",
    ),
    "Xinhua": ("xinhua",),
    "Yonhap": ("yonhap",),
    "dpa": ("dpa",),
    "UPI": ("upi",),
    "PTI": (
        "pti",
        "press trust of india",
    ),
    "ANI": ("ani",),
    "IANS": ("ians",),
    "TASS": ("tass",),
    "Interfax": ("interfax",),
    "RIA Novosti": (
        "ria novosti",
        "ria",
    ),
    "Anadolu": (
        "anadolu",
        "anadolu agency",
        "aa",
    ),
    "EFE": ("efe",),
    "ANSA": ("ansa",),
    "Bloomberg": ("bloomberg",),
    "PA": (
        "pa",
        "pa media",
        "press association",
    ),
    "AAP": ("aap",),
    "The Canadian Press": (
        "cp",
        "the canadian press",
    ),
    "CNA": ("cna",),
    "WAM": ("wam",),
    "SPA": ("spa",),
    "IRNA": ("irna",),
    "Ukrinform": ("ukrinform",),
    "Bernama": ("bernama",),
    "Antara": ("antara",),
    "MTI": ("mti",),
    "Belga": ("belga",),
    "APA": ("apa",),
    "BNO News": ("bno news",),
    "CNN": ("cnn wire",),
    "agencies": ("agencies",),
}
AGENCIES: dict[str, str] = {surface: name for name, surfaces in _SURFACES.items() for surface in surfaces}
# "TOKYO (AP) -", "NAIROBI, Kenya (AP) _", "RICHMOND, Va. (WRIC) -", "BEIJING, March 5 (Xinhua) --", "(Reuters) -", "DETROIT --"
_PLACE = r"(?:[A-Z][A-Z.'\-]+(?:[ /][A-Z][A-Z.'\-]+){0,3})"
_REGION = r"(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})"
_DAY = r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}(?:, \d{4})?)"
_CREDIT = r"\((?:[A-Z][\w.]*(?:[ /&.-]{1,3}[A-Z0-9][\w.]*){0,3}(?:\.com)?) ?\)"
_MARGIN = 600  # characters from either end in which a credit stands


@cache
def _dateline() -> re.Pattern[str]:
    dash = r"(?:--?|\x97|_|:)(?:\s|\Z)"
    return re.compile(
        rf"(?:{_PLACE}{_REGION}?{_DAY}?,? ?{_CREDIT} ?{dash}|{_PLACE}{_REGION}?{_DAY}? ?(?:(?: --?|\x97| _)(?:\s|\Z)|\x97)"
        rf"|[A-Z][a-z]+(?: [A-Z][a-z]+)?{_REGION}?{_DAY}?,? {_CREDIT} ?{dash}|{_CREDIT} ?(?:--|-|\x97|_)(?:\s|\Z))"
        r"\s*(?=[\"'(`$\[A-Z0-9]|\Z)"
    )


@cache
def _credits() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of a credit at the head of a text, at its foot, and of a report that is quoted."""
    long = "|".join(sorted((re.escape(name) for name in AGENCIES if len(name) > 3), key=len, reverse=True))
    short = "|".join(sorted((re.escape(name.upper()) for name in AGENCIES if len(name) <= 3), key=len, reverse=True))
    agency = rf"(?:(?i:{long})|{short}|dpa)"
    head = rf"\((?P<a>{agency})\)|^(?:[Bb]y )?(?P<b>{agency})\s*$"
    foot = (
        rf"(?i:sources?|with (?:additional )?(?:inputs?|reporting|reports|files|information) (?:from|by))\s*:?\s*(?:the )?(?P<a>{agency})\b"
        rf"|[\(/\x97-] ?(?P<b>{agency})\)?\.?\s*$|(?i:copyright|\xa9|\(c\))[^\n]{{0,12}} (?:[Tt]he )?(?P<c>{agency})\b|^\W*(?P<d>{agency})\W*$"
    )
    quoted = (
        r"(?:according to (?:a |the )?reports? (?:by|from|in)|excerpts? from (?:the|a)|as reported by|(?:posted|quoted|reproduced) below is"
        rf" [^.\n]{{0,40}}\bfrom (?:the|a)?) ?(?:the )?(?P<a>{agency})\b"
    )
    return re.compile(head, re.MULTILINE), re.compile(foot, re.MULTILINE), re.compile(quoted)


def dateline_end(plain: str, start: int, end: int) -> int:
    """Where the dateline that opens `plain[start:end]` ends, white space included; `start` where there is none."""
    match = _dateline().match(plain, start, end)
    return match.end() if match else start


def wire(article: Article) -> str | None:
    """The agency that the article credits for its text, under one name, None where it credits none.

    A mention in passing ("told Reuters") is no credit. "agencies" where it credits them without a name.
    """
    published_by = AGENCIES.get((article.publisher or "").strip().lower())
    if published_by:
        return published_by
    plain = Scan(article.text).plain
    start = article.body_start
    head, foot, quoted = _credits()
    for pattern, first, last in (
        (head, start, min(len(plain), start + _MARGIN)),
        (foot, max(start, len(plain) - _MARGIN), len(plain)),
        (quoted, start, len(plain)),
    ):
        match = pattern.search(plain, first, last)
        if match:
            name = next(group for group in match.groups() if group)
            return AGENCIES.get(name.lower())
    return None
