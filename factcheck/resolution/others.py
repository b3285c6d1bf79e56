"""Whether an article, or a sentence of it, tells of a second event or thing of a kind, and not of the first.

A reading goes in, or a stretch of text; what comes out is only used where two figures differ.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.model.reading import Reading

LEAD = 2  # sentences, the title among them, that say that this is another event than the one of the day before
# "Second ship taken off Kenya", "A third bank was robbed".
_SECOND_THING = re.compile(
    r"[\"'\u2018\u201c(]*(?:An?\s+)?(?:Second|Third|Fourth|Another)\s+(?:[\w-]+\s+){0,2}?(?:airliner|bank|boat|bomb|bridge|bus|church|coach|dam|ferry|freighter"
    r"|helicopter|hospital|hotel|jail|jet|lorry|mine|mosque|plane|prison|refinery|school|ship|shop|store|tanker|train|trawler|truck|vessel|yacht)\b",
    re.IGNORECASE,
)
_SECOND = re.compile(r"[\"'\u201c]*(?:An?\s+(?:second|third|fourth|different|separate)|Another)\s+(?!(?:day|night|time|week|month|year|\d)\b)[a-z]")
# "The first satellite, launched seven years earlier, weighed".
_EARLIER = re.compile(r"[\"'\u201c]*(?:The|Its|Their)\s+(?:first|previous|earlier|older|original|last|predecessor)\b")
_AGO = re.compile(r"\b(?:years?|months?|decades?)\s+(?:earlier|before|ago|previously)\b|\bin\s+(?:1[89]|20)\d\d\b|\blast\s+(?:year|season)\b")
# "in another district", "from a second shop"; not "in another sign of".
_ELSEWHERE = re.compile(
    r"\b(?:aboard|at|from|in|on|off)\s+(?:an?\s+(?:second|third|different|separate|neighbou?ring)|another)\s+"
    r"(?!(?:blow|case|day|development|half|hour|move|month|place|quarter|round|set|sign|step|time|twist|way|week|year)\b)[a-z]",
)
_DAY = re.compile(r"\b(?:today|tonight|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SOME_TIME_AGO = rf"\b(?:last (?:week|weekend|month|year|{_WEEKDAY})|(?:days?|weeks?|months?|years?) (?:ago|earlier|before))\b"
_AGO_TOO = re.compile(_SOME_TIME_AGO, re.IGNORECASE)


def others_of(reading: Reading, words: frozenset[str]) -> tuple[bool, bool]:
    """The title or the first sentences tell of a second event; of another one, or of one a day after another. `words` are those for events."""
    second, another = _patterns(words)
    lead = [s for s in reading.sentences if s.field == "title"] + [s for s in reading.sentences if s.field == "text"][:LEAD]
    told = [(reading.article.text_of(s.field), s.start, s.end) for s in lead]
    is_second = any(second.search(*place) or _SECOND_THING.match(*place) for place in told)
    return is_second, any(another.search(*place) for place in told)


def is_elsewhere(text: str, start: int, end: int) -> bool:
    """The sentence tells of another place or thing than the first, or of one of earlier years."""
    if _SECOND.match(text, start, end) is not None:
        return True
    return _ELSEWHERE.search(text, start, end) is not None or (
        _EARLIER.match(text, start, end) is not None and _AGO.search(text, start, end) is not None
    )


def is_of_earlier(told: str, lead: str, words: frozenset[str]) -> bool:
    """A sentence tells of one more event of some days ago, where the lead has a day of its own: "34 died in a blast last Thursday".

    An event that both tell of is "the" blast.
    """
    if _AGO_TOO.search(told) is None or _AGO_TOO.search(lead) is not None:
        return False
    days = {word.lower() for word in _DAY.findall(lead)}
    return bool(days) and days.isdisjoint(word.lower() for word in _DAY.findall(told)) and _one_more(words).search(told) is not None


@lru_cache(maxsize=16)
def _one_more(words: frozenset[str]) -> re.Pattern[str]:
    """An event without "the", and behind it when it was."""
    kinds = "|".join(map(re.escape, sorted(words)))
    return re.compile(
        r"\b(?:in|by|after|when) (?:an? |another )?(?!(?:her|his|its|that|the|their|this)\b)"
        rf"(?:[\w-]+ ){{0,4}}?(?:{kinds})\b[^.;]{{0,60}}?{_SOME_TIME_AGO}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _patterns(words: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    kinds = "|".join(map(re.escape, sorted(words | {"incident", "strike"})))
    one = (
        rf"(?:[\w-]+,?\s+){{0,2}}?(?:{kinds})\b(?!\s+(?:alarm|crew|drill|engine|report|scene|station|survivor|suspect|team|victim|warning|wave)s?\b)"
    )
    return (
        re.compile(rf"\b(?:second|third|fourth|new),?\s+(?!of\b){one}", re.IGNORECASE),
        re.compile(
            rf"\banother\s+{one}|\b(?:days?|hours?|weeks?|night)\s+after\s+(?:an?|another|the\s+first|one|similar)\s+(?:[\w-]+\s+)?{one}",
            re.IGNORECASE,
        ),
    )
