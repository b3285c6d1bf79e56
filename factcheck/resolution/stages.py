"""How far the news had come when an article told a count: whether its words make the count a first or a grown one, and how long ago the event was.

The claims of one article go in and come out with cues. What an undated article says of its event by weekday ("on Saturday",
"two days ago") is all that tells which of two such reports is the later one. No other article is known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.kinds.date import TimeExpression, forms
from factcheck.model.claim import EARLY, FEARED, GROWN, HISTORY, LEFT, SETTLED, SINCE, TOLL, UNSETTLED, WEEKDAYS, Claim
from factcheck.model.reading import Reading, Sentence
from factcheck.model.setting import Dating
from factcheck.packs.rulebook import Attribute

OPENING = 8  # sentences in which weekdays are looked for
FIRST = 4  # sentences that say how long ago the event was
LEFT_BEFORE = 30
BEFORE, BEHIND = 70, 48  # characters around a count in which words of growth stand

_HEDGE = r"(?:(?:at least|more than|about|around|nearly|over|some|almost|as many as|close to|well over|just over) )?"
_TO_NUMBER = rf"(?:(?: [\w'-]+){{0,6}}? (?:to|past|above|beyond)) {_HEDGE}$"
_GROWN_BEFORE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?|gr[eo]wn?|grows|growing|increas(?:e|es|ed|ing)|jump(?:s|ed)|mount(?:s|ed|ing)|soar(?:s|ed)|"
    rf"swell(?:s|ed)|swollen|gone up|went up|goes up|edged up|bring(?:s|ing)?|brought|rais(?:e|es|ed|ing)|push(?:es|ed|ing))\b{_TO_NUMBER}"
    rf"|\btak(?:es|en|ing|e) (?:the|its) (?:[\w'-]+ ){{1,6}}?to {_HEDGE}$"
    r"|\b(?:toll|number|count|tally|dead|deaths|total|figure)\b(?: [\w'-]+){0,8}? "
    r"(?:now|stands at|stood at|has reached|had reached|has passed|has topped)"
    rf"(?: [\w'-]+){{0,2}}? {_HEDGE}$|\bnow (?:(?:\w+ )?to have )?(?:[\w'-]+ ){{0,2}}?{_HEDGE}$"
    rf"|\b(?:revised|updated) (?:up |upwards? )(?:[\w'-]+ ){{0,6}}?to {_HEDGE}$",
    re.IGNORECASE,
)
_GROWN_BEHIND = re.compile(
    r"^(?: [\w'-]+){0,3} (?:(?:are|is|were|have|has|had) now\b|(?:has|have|had) since (?:died|been)|(?:have|has) since|later died|died later)|"
    r"^ (?:the )?(?:number|total|toll|count)\b",
    re.IGNORECASE,
)
_GROWN_SENTENCE = re.compile(
    r"\b(?:final (?:death )?(?:toll|count|tally|figures?)|certified|bringing to|brought to|further|more bod(?:y|ies)|another bod(?:y|ies))\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:as of|first reports?|initial (?:reports?|tolls?|counts?|figures?|estimates?)|early (?:reports?|estimates?|counts?)|"
    r"preliminary|at first|unconfirmed|"
    r"by (?:mid-?day|noon|nightfall|mid-?morning|dusk|midnight|(?:late |early |mid-?)?(?:morning|afternoon|evening))|"
    r"no immediate|not immediately)\b",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"\b(?:feared|presumed|believed|thought) (?:to (?:have|be) (?:been )?)?(?:dead|killed|drowned|lost|died|dying|perished|trapped|buried|missing)\b"
    r"|\bfear(?:ed|s|ing)? that\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:still|remain(?:s|ed|ing)?|left without|yet to be)\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:so far|until now|up to now|to date|known yet)\b", re.IGNORECASE)
_UNSETTLED = re.compile(
    r"\b(?:toll|numbers?|figures?|count|deaths|fatalities|casualties)\b[^.;]{0,50}\b(?:may|might|could|would|will|expected|likely|certain|sure|feared)"
    r"(?: yet| still| well| almost certainly)?(?: to)? (?:rise|climb|grow|increase|go up|mount|be higher)\b"
    r"|\b(?:story|article|report|page) (?:is (?:being updated|developing)|will be updated)|\bbreaking news\b|\bmore to follow\b"
)
_UNSETTLED_HINTS = (
    " rise",
    " climb",
    " grow",
    " increase",
    " go up",
    " mount",
    " be higher",
    "updated",
    "developing",
    "breaking news",
    "more to follow",
)
_AHEAD = re.compile(r"\b(?:will|would|next|until|by|due|scheduled|expected|set for|planned|coming|to be|before)(?: [\w-]+){0,4}? ?$", re.IGNORECASE)
_AGO = re.compile(r"(?P<number>\w+) (?P<unit>day|week)s? (?:ago|earlier|after|later|since|on)\b", re.IGNORECASE)
_LONG_AFTER = re.compile(r"\b(?P<number>\w+) (?P<unit>month|year)s? (?:after|later|on|since)\b", re.IGNORECASE)
_LAST = re.compile(
    r"\b(?:robbery|raid|attack|heist|theft|crash|fire|blast|earthquake|quake|storm|flood|sinking|disaster|shooting|vote|election|accident|\w+ed)"
    r"(?: [\w'-]+){0,4}? last (week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\bfinal (?:count|tally|results?|figures?|toll|margin)\b|\bcertified\b|\b(?:official|complete|full) (?:results?|tally|count|returns)\b|"
    r"\brescuers called off\b|\bsearch (?:was|has been|is) called off\b|\bcalled off the search\b",
    re.IGNORECASE,
)
AGE = "age"
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_NUMBERS = {word: number for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1,
    "an": 1,
}
_LAST_DAYS = {"week": 2, "month": 10, "year": 60}  # so long ago at least; "last Thursday" is not said of yesterday


def staged(claims: Sequence[Claim], reading: Reading, dating: Dating, attributes: Mapping[str, Attribute]) -> Sequence[Claim]:
    """The claims; those of an event that may change with its news with cues of how far the news had come, of an earlier event with that."""
    if not dating.interval.is_bounded:
        claims = _with_history(claims)
    if not any(_may_change(claim, attributes) or claim.kind == AGE for claim in claims):
        return claims
    claims = _with_toll(claims)
    when = () if dating.interval.is_bounded else tuple(_told_when(reading))
    whole = when
    if any(_is_unsettled(reading.article.text_of(field)) for field in ("text", "title")):
        whole += (UNSETTLED,)
    if any(_SETTLED.search(reading.article.text_of(s.field), s.start, s.end) for s in reading.sentences[:FIRST]):
        whole += (SETTLED,)
    made = []
    for claim in claims:
        cues = (*_told_of(claim, reading), *whole) if _may_change(claim, attributes) else when if claim.kind == AGE else ()
        added = [cue for cue in cues if cue not in claim.cues]
        made.append(replace(claim, cues=(*claim.cues, *added)) if added else claim)
    return made


def _is_unsettled(text: str) -> bool:
    """The words of an article say that its figures will still grow."""
    lower = text.lower()
    return any(words in lower for words in _UNSETTLED_HINTS) and _UNSETTLED.search(lower) is not None


def _with_history(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Marks what an undated article tells with a day or year, where it tells the same of its own event without one."""
    undated = {(claim.rule, claim.subject.id) for claim in claims if claim.subject.event and not claim.valid.interval.is_bounded}
    return [
        replace(claim, cues=(*claim.cues, HISTORY))
        if (claim.rule, claim.subject.id) in undated and claim.valid.interval.is_bounded and not claim.is_open
        else claim
        for claim in claims
    ]


def _with_toll(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Marks the dead and the missing of an article that gives one number of each with both: as the one grows, the other falls."""
    told = {name: {c.value.point for c in claims if c.attribute == name and c.subject.event and c.value.point} for name in ("killed", "missing")}
    if any(len(points) != 1 for points in told.values()):
        return claims
    cue = f"{TOLL}{'/'.join(f'{point:f}' for points in told.values() for point in points)}"
    return [replace(c, cues=(*c.cues, cue)) if c.attribute in told and c.subject.event else c for c in claims]


def _may_change(claim: Claim, attributes: Mapping[str, Attribute]) -> bool:
    attribute = attributes[claim.rule]
    return claim.subject.event and attribute.times.behaves != "fixed" and attribute.event_type != "any" and claim.value.point is not None


def _told_of(claim: Claim, reading: Reading) -> Iterable[str]:
    text = reading.article.text_of(claim.field)
    before = " ".join(text[max(claim.sentence_start, claim.start - BEFORE) : claim.start].split()) + " "
    behind = " " + " ".join(text[claim.end : min(claim.sentence_end, claim.end + BEHIND)].split())
    sentence = text[claim.sentence_start : claim.sentence_end]
    if _GROWN_BEFORE.search(before) or _GROWN_BEHIND.search(behind) or _GROWN_SENTENCE.search(sentence):
        yield GROWN
    if _EARLY.search(sentence):
        yield EARLY
    if _FEARED.search(before[-24:] + text[claim.start : claim.end] + behind):
        yield FEARED
    if _LEFT.search(before[-LEFT_BEFORE:] + text[claim.start : claim.end] + behind):
        yield LEFT
    if _SO_FAR.search(sentence):
        yield UNSETTLED


def _told_when(reading: Reading) -> Iterable[str]:
    """How long ago the event was, or the days of the week that the opening of the article names as past."""
    days: list[int] = []
    for number, sentence in enumerate(reading.sentences):
        if sentence.field == "text" and number < OPENING:
            days += [day for day in _weekdays(sentence, reading.article.text) if day not in days]
    if days:
        yield WEEKDAYS + ",".join(map(str, days))
    since = next(
        (found for sentence in reading.sentences[:FIRST] if (found := _elapsed(sentence, reading.article.text_of(sentence.field))) is not None), None
    )
    if since is not None:
        yield f"{SINCE}{since}"


def _weekdays(sentence: Sentence, text: str) -> Iterable[int]:
    for mention in sentence.times:
        form = mention.form if isinstance(mention, TimeExpression) else None
        while isinstance(form, forms.Modified | forms.Clock):
            form = form.form if isinstance(form, forms.Modified) else form.of
        if not isinstance(form, forms.Weekday) or form.nearest == 1 or (form.week or 0) > 0:
            continue
        if not _AHEAD.search(text[max(sentence.start, mention.start - 40) : mention.start]):
            yield form.day


def _elapsed(sentence: Sentence, text: str) -> int | None:
    """How many days before the article its sentence has the event."""
    if not sentence.times:
        return None
    told = text[sentence.start : sentence.end]
    found = _AGO.search(told) or _LONG_AFTER.search(told)
    if found is not None:
        number = _NUMBERS.get(found["number"].lower()) or (int(found["number"]) if found["number"].isdigit() else None)
        return number * _DAYS[found["unit"].lower()] if number is not None else None
    if re.search(r"\byesterday\b", told, re.IGNORECASE):
        return 1
    if re.search(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", told, re.IGNORECASE):
        return 0
    last = _LAST.search(told)
    return _LAST_DAYS.get(last[1].lower(), _LAST_DAYS["week"]) if last is not None else None
