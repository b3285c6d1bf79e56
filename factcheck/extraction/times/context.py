"""What the words around an expression tell: whether it speaks of time at all, and whether of the past or the future."""

from __future__ import annotations

import re

from factcheck.extraction.times.grammar import Found
from factcheck.kinds.date import forms as f

_REACH = 90
_BOUNDARY = re.compile(r"[.!?;][\"')]*\s|\n|\x97|--")
_FUTURE = (
    "will|won't|shall|would|going to|scheduled|slated|due|expected|expects?|plans?|planned|planning|hopes?|intends?|upcoming|set to|"
    "supposed to|to be|could|might|must|should|set for|"
    "(?:is|are|be) to|begins|starts|expires?|matures?|effective|deadline|begin|start|take place|coming|next|ahead of|forecast|payable"
)
_PAST = (
    "said|says|was|were|had|told|did|came|went|took|made|rose|fell|met|won|lost|left|held|began|killed|sent|hit|shot|saw|gave|found|got|set|cut|led|ran|"
    "wrote|spoke|broke|sold|bought|ended|died|happened|opened|closed|announced|reported|arrived|[a-z]{2,}ed"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b|(?P<ll>'ll)\b")


_DEADLINE = re.compile(
    r"\b(?:until|till|as soon as|as early as|as late as|no later than|not later than|through|starting|beginning|effective|set for|scheduled for|due|to be \w+)"
    r"(?: (?:on|in|at|from|early|late|mid|the))* ?$"
)
_SAID = re.compile(
    r"\b(?:said|says|told \w+|announced|reported|met|disclosed|confirmed|ended|closed|died|killed|held)(?: (?:on|in|late|early|here|also))* $"
)
_DID = re.compile(rf"(?:'s)? (?:{_PAST})\b")


def tense_at(plain: str, start: int, end: int) -> f.Tense | None:
    """What the nearest verb before the expression, else after it, in its clause says; None where there is none."""
    left = plain[max(0, start - _REACH) : start]
    if _DEADLINE.search(left):
        return "future"
    if _SAID.search(left) or _DID.match(plain, end, end + 24):
        return "past"
    for cut in _BOUNDARY.finditer(left):
        pass_from = cut.end()
        left = " " * pass_from + left[pass_from:]
    cues = list(_CUE.finditer(left))
    last = cues[-1] if cues else None
    if last is None:
        right = plain[end : end + _REACH]
        stop = _BOUNDARY.search(right)
        last = _CUE.search(right[: stop.start()] if stop else right)
    if last is None:
        return None
    return "past" if last.group("past") else "future"


_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|to|through|after|before|during|for|and|or|late|early|mid|year|between|around|about|circa|than|the|fiscal|calendar|a|over|against|vs\.?|versus|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|this|that|his|her|its|their|our|back|as|at|on)|[(\[/,;:\"'=-]|^|[.!?]|\n)[ \n]*$",
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(
    r"[ -]?(?:%|percent|points?|dollars?|pounds?|euros?|yen|people|persons|men|women|children|troops|soldiers|miles?|kilomet|met(?:er|re)s?|feet|"
    r"tons?|tonnes|acres|shares|jobs|homes|houses|employees|workers|votes|cases|deaths|barrels|calories|rpm|(?:cc|mb|hp|kg|km|m|ft|lbs?|hours|gmt)\b|"
    r"(?-i:[A-Z][a-z]+ (?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Lane))\b)",
    re.IGNORECASE,
)
_BAD_LEFT = re.compile(
    r"(?:[$\x80#\xa3\xa5]|\d[.,:/-]|\bno\. |\bnumber |\bflight |\bboeing |\broute |\bhighway |\bsection |\bmodel |\bpage |[A-Za-z]-|\w)$",
    re.IGNORECASE,
)
_MAY_VERB_NEXT = re.compile(
    r" (?:not|be|have|also|well|or|seem|still|yet|even|never|only|soon|need|want|go|come|get|take|make|i|you|he|she|it|we|they)\b"
)
_PERSON_BEFORE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Theresa|Minister|President|Brian|Sir|Lord|Lady|Miss|Justice|Karl|Robert|Fredric|Elaine)\.? ?)$")
_MARCH_NEXT = re.compile(r" (?:for|of|on|against|to)\b")
_EVENT = re.compile(r"(?:\b(?:the|a|annual|this|its|long|protest)|[\"'`]) ?$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[ -](?:old|olds|of age)\b")
_POSSESSIVE = re.compile(r"\b(?:his|her|their|my|our|your)(?: (?:early|late|mid))?[ -]*$", re.IGNORECASE)


def is_time(found: Found, plain: str, start: int, end: int) -> bool:
    """Whether an expression that could be another word or number is one of time here."""
    rule, text = found.rule, plain[start:end]
    if rule != "numeric" and _BAD_LEFT.search(plain[max(0, start - 9) : start]):
        return False
    if text[-1].isalnum() and plain[end : end + 1].isalnum():
        return False
    if rule in ("year", "years", "year and month") and text[0].isdigit():
        if _AFTER_NUMBER.match(plain, end) or plain[end : end + 1] in ("%", "$") or re.match(r"[.,]\d|-\d|:\d", plain[end : end + 2]):
            return False
        return text >= "17" or _BEFORE_YEAR.search(plain[max(0, start - 14) : start]) is not None
    if rule == "reference" and text.lower() == "soon" and re.match(r" (?:as|after|enough)\b", plain[end : end + 8]):
        return False
    if rule == "part of a day" and plain[max(0, start - 5) : start].lower() == "good ":
        return False
    if text[0].isupper() and re.search(r" [A-Z][a-z]+$", text) and rule in ("period", "amount") and not text[-1].isdigit():
        return False
    if (
        rule == "amount"
        and re.match(r"(?:about |nearly |almost |roughly |some |over )?three[- ]quarters$", text, re.IGNORECASE)
        and re.match(r" of\b", plain[end : end + 4])
    ):
        return False
    if rule == "month" and text == "March" and _MARCH_NEXT.match(plain, end) and _EVENT.search(plain[max(0, start - 12) : start]):
        return False
    if rule == "month" and text in ("May", "March", "August"):
        after = plain[end : end + 12]
        if text != "August" and _MAY_VERB_NEXT.match(after):
            return False
        return _PERSON_BEFORE.search(plain[max(0, start - 14) : start]) is None
    if rule in ("month", "weekday") and len(text) == 3 and text != "May":
        return False
    if rule == "season" and " " not in text:
        return (
            re.search(r"\b(?:in|by|since|until|every|through|during|of|for|and|,) *$", plain[max(0, start - 8) : start]) is not None
            and text.islower()
        )
    if rule in ("amount", "units", "amounts") and _AGE_AFTER.match(plain, end):
        return False
    if rule == "decade" and _POSSESSIVE.search(plain[max(0, start - 14) : start]):
        return False
    if rule == "clock" and isinstance(found.form, f.Clock) and ":" in text and not re.search(r"[a-z]", text):
        return (
            re.search(r"\b(?:at|by|around|about|from|to|until|till|before|after|since|between|and) *$", plain[max(0, start - 10) : start]) is not None
        )
    return True
