"""Whether an expression that could be another word or number is one of time, by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.extraction.times.grammar import Found

_UNITS_AFTER = re.compile(
    r"[ -]?(?:%|percent|points?|dollars?|pounds?|euros?|yen|people|persons|men|women|children|troops|soldiers|miles?|kilomet|met(?:er|re)s?|feet|"
    r"tons?|tonnes|acres|shares|jobs|homes|houses|employees|workers|votes|cases|deaths|barrels|calories|rpm|"
    r"(?:cc|mb|hp|kg|km|m|ft|lbs?|hours|gmt|utc|block|blk)\b|"
    r"addresses|students|residents|passengers|"
    r"(?-i:(?:[NSEW]\.?|North\w*|South\w*|East|West) [A-Z0-9]|(?:[A-Z0-9][\w.]* ){1,3}"
    r"(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Dr|Drive|Lane|Place|Way|Court)\b))|"
    r"[.,:]\d|-\d|\$",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b(?:no|number|flight|boeing|airbus|route|highway|section|model|page|room|unit|"
    r"channel|article|resolution|form|type|ext|extension|suite|apt|box)\.? $",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?:in|since|by|until) $", re.IGNORECASE)
_NEVER_YEAR = re.compile(r" (?:hours|gmt|utc|block|percent|km|kilomet|miles?|[NSEW]\.? |North|South|East|West)", re.IGNORECASE)
_OLD_YEAR_BEFORE = re.compile(r"\b(?:in|since|of|by|from|until|year|before|after|about|around|circa|between|and|to)\s$", re.IGNORECASE)
_TIME_BEFORE = re.compile(r"\b(?:at|by|around|about|from|to|until|till|before|after|since|between|and) $")
_FALL_BEFORE = re.compile(r"\b(?:in|by|since|until|every|during) $")
# What hurts is a fall, and no autumn: "killed by the fall", "her leg broke in the fall".
_HARM_BEFORE = re.compile(
    r"\b(?:kill(?:ed|ing)|die[ds]?|dead|death|hurt|injur(?:ed|ies|y)|bruis(?:ed|es)|brok(?:e|en)|fractur(?:ed?|es)|surviv(?:ed?|es|ing)|sustained|suffered"
    r"|unhurt|unconscious|paraly[sz]ed|damaged|smashed)"
    r"(?: \w+){0,3}? (?:in|by|during|from|of|after) ?$|\bsurvived $"
)
_SEASON_BEFORE = re.compile(r"\b(?:in|by|since|until|every|through|during|of|for|and|,) $")
_MAY_VERB_NEXT = re.compile(
    r" (?:not|be|have|also|well|or|seem|still|yet|even|never|only|soon|need|want|go|come|get|take|make|i|you|he|she|it|we|they)\b"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Gen|Sen|Rep|Gov|Col|Lt|Capt|Adm|Sgt|Minister|Secretary|General|Officer|Detective|President|Sir|Lord|Lady|Justice|"
    r"Judge|Theresa|Brian)\.? $"
)
# A capital right before, but for the words that open a time: Jessica May, World News Tonight, Latin Night.
_NAME_BEFORE = re.compile(
    r"\b(?!(?:In|Since|By|Until|Last|Next|This|Early|Late|Mid|On|Of|And|To|From|For|The|During|After|Before|Every|Each|Around|About|Between|Through|"
    r"\w+day|Jan\w*|Feb\w*|March|April|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|"
    r"Yesterday|Today|Published|Posted|Updated|That|Also|But|So|As|At|It)\b)"
    r"[A-Z][\w&'-]* $"
)
_PAST_NEXT = re.compile(
    r"[^\w\s]|$|\n|\s(?:$|for|by|it|he|she|they|we|you|i|and|but|that|as|when|to|with|have|has|had|is|was|were|are|who|"
    r"which|in|on|at|or|if|because|there|while|the|a|an)\b",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(r" (?:said|says|told|won|has|had|is|was|added|called|faces)\b")
_TIME_BEFORE_MAY = re.compile(r"\b(?:in|since|by|until|of|last|next|this|early|late|mid|and|to) $", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|last|next|this|the|that|a|its|his|early|late|mid|of|on|for|from|to|and|or|between|during|through|after|before|each|every|around|about|\w+'s)"
    r"|[^\w\s])[ -]?\n?$",
    re.IGNORECASE,
)
_MARCH_NEXT = re.compile(r" (?:for|of|on|against|to)\b")
_EVENT_BEFORE = re.compile(r"(?:\b(?:the|a|annual|this|its|long|protest)|[\"'`]) ?$", re.IGNORECASE)
_COUNTING_BEFORE = re.compile(r"(?:\b(?:in|into|is|was)|'s|\benter(?:s|ed|ing)|\bmark(?:s|ed|ing))(?: now)?(?: its| their| a)? $", re.IGNORECASE)
# Five dollars a day, 3 percent a year: what the sum is for, not how long anything took.
_RATE_BEFORE = re.compile(r"(?:\d|illion|%|percent|cents?|dollars?|pounds?|euros?|yen|tons?|barrels|units|miles) $")
_AGE_AFTER = re.compile(r"[ -](?:old|olds|of age)\b")
_OF_LIFE = re.compile(r"(?:(?<!\d)\d0'?s|ties)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:his|her|their|my|our|your)(?: (?:early|late|mid))?[ -]*$", re.IGNORECASE)
_SECOND_NEXT = re.compile(r"[.,;!?]|$| (?:later|ago|earlier|or|before|after)\b")
# Bloody Sunday, the Sunday Times: no day of any week.
_NAMED_DAY = re.compile(r"\b(?:Bloody|Super|Cyber|Holy|Shrove|Giving|Freaky) $")
_PAPER_NEXT = re.compile(r" (?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|Independent|Review|Night (?:Live|Football|Lights)|[Ss]chools?)\b")
_SOON_AFTER = re.compile(r" (?:as|after|enough)\b")
_THREE_QUARTERS = re.compile(r"(?:\w+ )?three[- ]quarters$", re.IGNORECASE)
_TITLE = re.compile(r"[ -][A-Z]")


def _is_year(text: str, plain: str, start: int, end: int) -> bool:
    if not text[0].isdigit():
        return True
    if _UNITS_AFTER.match(plain, end) and not (
        _YEAR_BEFORE.search(plain, max(0, start - 8), start) and plain.startswith(" ", end) and not _NEVER_YEAR.match(plain, end)
    ):
        return False
    if _NAMED_BEFORE.search(plain, max(0, start - 14), start) or _is_side(plain, start, end):
        return False
    return "17" <= text < "21" or _OLD_YEAR_BEFORE.search(plain, max(0, start - 14), start) is not None


def _is_side(plain: str, start: int, end: int) -> bool:
    """One side of a screen or a sheet: "1080 x 1920"."""
    return (plain[start - 3 : start] in (" x ", " \xd7 ") and plain[start - 4 : start - 3].isdigit()) or (
        plain[end : end + 3] in (" x ", " \xd7 ") and plain[end + 3 : end + 4].isdigit()
    )


def _is_month(text: str, plain: str, start: int, end: int) -> bool:
    if len(text) == 3 and text != "May":
        return False
    if text not in ("May", "March", "August", "April", "June"):
        return True
    if _TITLE.match(plain, end) and start and not _MONTH_BEFORE.search(plain, max(0, start - 10), start):
        return False  # June Carter
    if _PERSON_BEFORE.search(plain, max(0, start - 14), start) or _is_name(text, plain, start, end):
        return False
    if text == "March":
        return not (_MARCH_NEXT.match(plain, end) and _EVENT_BEFORE.search(plain, max(0, start - 12), start))
    if text == "May" and _PERSON_AFTER.match(plain, end):
        return _TIME_BEFORE_MAY.search(plain, max(0, start - 10), start) is not None
    return text != "May" or _MAY_VERB_NEXT.match(plain, end) is None


def _is_weekday(text: str, plain: str, start: int, end: int) -> bool:
    return len(text) > 3 and not _NAMED_DAY.search(plain, max(0, start - 7), start) and not _PAPER_NEXT.match(plain, end)


def _is_nth_day(text: str, plain: str, start: int, end: int) -> bool:
    return _COUNTING_BEFORE.search(plain, max(0, start - 24), start) is not None


def _is_season(text: str, plain: str, start: int, end: int) -> bool:
    if text.endswith("fall") and text.startswith(("the ", "The ")) and plain.startswith(" of ", end):
        return False  # the fall of a city
    if text in ("the fall", "The fall") and _HARM_BEFORE.search(plain, max(0, start - 40), start):
        return False
    if text in ("fall", "spring"):
        return _FALL_BEFORE.search(plain, max(0, start - 8), start) is not None
    return " " in text or (text.islower() and _SEASON_BEFORE.search(plain, max(0, start - 8), start) is not None)


def _is_amount(text: str, plain: str, start: int, end: int) -> bool:
    if _AGE_AFTER.match(plain, end) or text.lower().endswith("a quarter"):
        return False
    if plain[start - 1 : start] in ('"', "'") and _TITLE.search(text):
        return False
    if text.lower().endswith("a second") and not _SECOND_NEXT.match(plain, end):
        return False  # a second ship
    if text[0] == "a" and _RATE_BEFORE.search(plain, max(0, start - 12), start):
        return False
    return not (text[-1] == "s" and plain.startswith(" of", end) and _THREE_QUARTERS.match(text))


def _is_units(text: str, plain: str, start: int, end: int) -> bool:
    if start > 1 and plain[start - 2].isdigit():
        return False
    return _is_amount(text, plain, start, end) and not _is_name(text, plain, start, end)


def _is_about(text: str, plain: str, start: int, end: int) -> bool:
    year = text[-4:]
    return not year.isdigit() or " " in year or _is_year(year, plain, end - 4, end)


def _is_period(text: str, plain: str, start: int, end: int) -> bool:
    return not (plain[start - 1 : start] in ('"', "'") and _TITLE.search(text))


def _is_decade(text: str, plain: str, start: int, end: int) -> bool:
    if len(text.strip("'s")) == 2 and text[0] != "'":
        return False  # men in their 20s, in 20's, 30s or 40s
    return _POSSESSIVE.search(plain, max(0, start - 14), start) is None


def _is_early(text: str, plain: str, start: int, end: int) -> bool:
    return not _OF_LIFE.search(text) or _POSSESSIVE.search(plain, max(0, start - 14), start) is None  # in her late 60s


def _is_clock(text: str, plain: str, start: int, end: int) -> bool:
    if not text.replace(":", "").isdigit():
        return True
    return _TIME_BEFORE.search(plain, max(0, start - 10), start) is not None


def _is_reference(text: str, plain: str, start: int, end: int) -> bool:
    if _is_name(text, plain, start, end):
        return False
    return text not in ("soon", "Soon") or _SOON_AFTER.match(plain, end) is None


def _is_part_of_year(text: str, plain: str, start: int, end: int) -> bool:
    # A half without its year is more often one of a game, unless it is written as an adjective of business.
    return not text.lower().endswith((" half", "the half")) or not text.lower().startswith(("first", "second", "the first", "the second"))


def _is_part_of_day(text: str, plain: str, start: int, end: int) -> bool:
    if text[0].islower() and text != text.lower():
        return False  # the Evening Post
    return text.lower() not in _BARE_PARTS and not _is_name(text, plain, start, end) and not plain.startswith(" club", end)


# Without an article or a day these name no time of any day: sleep at night, good evening, a morning show.
_BARE_PARTS = frozenset(
    ("morning", "afternoon", "evening", "night", "mornings", "early-morning", "late-night", "early morning", "late night", "late afternoon")
)


def _is_name(text: str, plain: str, start: int, end: int) -> bool:
    """A capital in the midst of other capitals."""
    if not text[0].isupper() or text.isupper():
        return False
    return _NAME_BEFORE.search(plain, max(0, start - 20), start) is not None


def _is_no_name(text: str, plain: str, start: int, end: int) -> bool:
    return not _is_name(text, plain, start, end)


def _is_frequency(text: str, plain: str, start: int, end: int) -> bool:
    return not (text[0].isupper() and _TITLE.match(plain, end)) and not _is_name(text, plain, start, end)


def _is_noon(text: str, plain: str, start: int, end: int) -> bool:
    return _is_frequency(text, plain, start, end)


def _is_the_past(text: str, plain: str, start: int, end: int) -> bool:
    return _PAST_NEXT.match(plain, end) is not None


def _is_nth_weekday(text: str, plain: str, start: int, end: int) -> bool:
    return " the " in text or (text[-1].isdigit() and not plain[end : end + 2].strip().islower())


_CHECKS: dict[str, Callable[[str, str, int, int], bool]] = {
    "year": _is_year,
    "years": _is_year,
    "year and month": _is_year,
    "month": _is_month,
    "weekday": _is_weekday,
    "nth day": _is_nth_day,
    "season": _is_season,
    "amount": _is_amount,
    "amounts": _is_amount,
    "units": _is_units,
    "range of amounts": _is_amount,
    "about": _is_about,
    "frequency": _is_frequency,
    "noon": _is_noon,
    "the past": _is_the_past,
    "tonight": _is_no_name,
    "deictic": _is_no_name,
    "weekday the nth": _is_nth_weekday,
    "period": _is_period,
    "decade": _is_decade,
    "early": _is_early,
    "clock": _is_clock,
    "reference": _is_reference,
    "part of a year": _is_part_of_year,
    "part of a day": _is_part_of_day,
}
# What may stand right before an expression; anything else there makes it part of a word, a number or a sum.
_PLAIN_BEFORE = frozenset(" \n\t\"'([`/-_\x97*|>")


def is_time(found: Found, plain: str, start: int, end: int) -> bool:
    """Whether the words around leave an expression its meaning in time."""
    if start:
        before = plain[start - 1]
        if before not in _PLAIN_BEFORE and (
            before.isalnum() or before in "$#\x80\xa3\xa5" or (before in ".,:" and plain[max(0, start - 2)].isdigit())
        ):
            return False
        if before in "-/" and start > 1 and plain[start - 2].isalnum() and found.rule != "numeric":
            return plain[max(0, start - 5) : start].lower().endswith(("post-", "pre-"))
    if plain[end - 1].isalnum() and end < len(plain) and plain[end].isalnum():
        return False
    check = _CHECKS.get(found.rule)
    return check is None or check(plain[start:end], plain, start, end)
