"""The event that an article tells of: what it is, where, on which day; and the time of what a sentence says of it.

A reading with its resolved times goes in. An article tells of one event in the main; what lies long before it is
history, and is kept apart by its time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.kinds.date.forms import Clock, TimeExpression
from factcheck.model.claim import Validity
from factcheck.model.interval import Interval
from factcheck.model.mention import PlaceMention, TimeMention, TimeSpan
from factcheck.model.reading import Reading, Sentence
from factcheck.model.setting import Dating

Times = Mapping[tuple[str, int], TimeMention]

# The day of the event is looked for in the opening of an article, among days not longer ago than this.
OPENING_SENTENCES = 8
RECENT_DAYS = 45
WEEK, MONTH, YEAR = 7, 31, 366
FIRST_SENTENCES = 4
LONG_AGO_DAYS = 4 * 366  # a trial may come so long after the crime
# What is told behind these words before a day was done on that day: a step of a case, or what followed a death. `soon`: most often within days.
_CASE_STEP = re.compile(
    r"\b(?:(?P<soon>arraign\w*|arrest(?:ed|s)?|bailed|charged|detained|extradited|funeral|freed on bail|identified|named|questioned"
    r"|released|remanded|vigil)"
    r"|appeal\w*|convict(?:ed|s)?|guilty|indicted|jur(?:y|ors)|plead\w*|pleas?|pled|sentenc\w*|testif\w*|trial|verdict)\b[^.;]{0,120}$"
)
# Kinds whose words often tell of an illness, of prices, of guns.
_OFTEN_OTHER = frozenset(("attack", "collapse", "crash", "explosion", "fire", "outbreak", "shooting", "sinking", "storm"))
LASTING = frozenset(("outbreak",))  # what goes on for months has no day
_SHOTS = re.compile(
    r"\b(?:(?:open(?:ed|ing|s)?|return(?:ed|ing|s)?|exchang(?:ed|ing|e)|exchanges? of|under|came under|tank|artillery|mortar|machine-?gun|rifle"
    r"|sniper|small-arms|hostile|friendly|heavy) fire|fire ?fights?|crossfire)\b"
)
_FIGURATIVE = re.compile(
    r"\b(?:heart|panic|asthma|anxiety|verbal|scathing|political|legal) attacks?\b|\bcease-? ?fire\b|\bfire (?:sale|power)\b"
    r"|\b(?:markets?|shares?|stocks?|price|prices|bond|currency|financial|banking) (?:crash(?:es|ed)?|collapse[sd]?|sank|meltdown)\b"
    r"|\b(?:crash(?:es|ed)?|collapse[sd]?|explosion) (?:in|of) (?:the )?(?:[\w'-]+ ){0,2}?(?:prices?|shares?|stocks?|markets?|currency|economy"
    r"|talks|negotiations|demand|banks?|regime|government|party|population|deal|pact|agreement|company|firm)\b"
    r"|\b(?:talks|negotiations|deal|bank|firm|company|government|coalition|economy|regime) (?:has |have |had )?collapsed?\b"
    r"|\boutbreaks? of (?:the )?(?:[\w-]+ ){0,2}?(?:clashes|conflict|fighting|hostilities|rioting|unrest|violence|war)\b"
    r"|\b(?:epidemic of (?:crime|guns?|killings|shootings|violence)|(?:blast furnaces?|cold war|political storm))\b"
)
_ADJECTIVES = frozenset(("U.S.", "US", "U.K.", "UK", "EU", "U.N.", "UN"))
_NOUN_BEHIND = re.compile(r" (?!(?:an?|and|are|as|at|by|for|from|had|has|have|in|is|of|on|or|said|says|that|the|to|was|were|will|with)\b)[A-Za-z]")
# The day of an earlier event of the kind: "two died in a previous explosion there on March 13".
_EARLIER_ONE = re.compile(
    r"\b(?:an?|the|its|last year's) (?:previous|earlier|similar|separate|prior|first such) (?:[\w-]+ )?"
    r"(?:accident|attack|blast|blaze|bombing|collision|crash|explosion|fire|flood|incident|killing|murder|protest|quake|earthquake|raid|shooting"
    r"|sinking|stabbing|storm|strike|tremor)s?\b"
)
_SAID = re.compile(r"\b(?:said|says|told [\w ]{2,30}|announced|confirmed|reported|disclosed|acknowledged)(?: late| early)?(?: on)? $")
_WORD = re.compile(r"[a-z]+")
_NOW = frozenset(("currently", "now", "presently", "so far", "to date"))  # what holds today did not happen today
NO_KIND = "event"  # what happened is told in no word of the lexicon


@dataclass(frozen=True, slots=True)
class Event:
    """`name` as a report shows it ("shooting in Tampa"), `day` where the article gives one; `kind` is its entry in the lexicon `events`.

    `territory` is the ISO 3166 code of the one that the opening names first of all, "" where it names none.
    """

    name: str
    day: date | None
    kind: str = ""
    territory: str = ""


def main_event(reading: Reading, times: Times, dating: Dating, phrases: Mapping[str, str]) -> Event:
    """What the article mainly tells of; `phrases` are the words for events with the kind of each."""
    kinds: Counter[str] = Counter()
    for number, sentence in enumerate(reading.sentences[: OPENING_SENTENCES * 2]):
        text = reading.article.text_of(sentence.field)[sentence.start : sentence.end].lower()
        words = text.replace(",", " ").replace(".", " ").split()
        found = {phrases[word] for word in words if word in phrases}
        if not found.isdisjoint(_OFTEN_OTHER):
            found = {phrases[word] for word in _meant(text).replace(",", " ").replace(".", " ").split() if word in phrases}
        for kind in found:
            kinds[kind] += OPENING_SENTENCES * 2 - number
    kind = max(kinds, key=lambda name: (kinds[name], name)) if kinds else NO_KIND
    place = _place(reading)
    own = frozenset(word for word, name in phrases.items() if name == kind)
    day = None if kind in LASTING else _day(reading, times, dating, own)
    return Event(f"{kind} in {place}" if place else kind, day, kind, _territory(reading))


def _meant(text: str) -> str:
    """The sentence without the words for events that tell something else in it; shots are told of as gunfire."""
    return _FIGURATIVE.sub(" ", _SHOTS.sub(" gunfire ", text))


def _place(reading: Reading) -> str:
    places: Counter[str] = Counter()
    for number, sentence in enumerate(reading.sentences[:OPENING_SENTENCES]):
        for mention in sentence.mentions:
            if isinstance(mention, PlaceMention) and mention.form in ("name", "capital") and not _is_attribute(mention, reading, sentence):
                places[mention.text] += OPENING_SENTENCES - number
    return max(places, key=lambda name: (places[name], name)) if places else ""


def _is_attribute(mention: PlaceMention, reading: Reading, sentence: Sentence) -> bool:
    """Whose something is, and not where it is: "the U.S. embassy", "U.S. forces"."""
    return mention.text in _ADJECTIVES and _NOUN_BEHIND.match(reading.article.text_of(sentence.field), mention.end) is not None


def _territory(reading: Reading) -> str:
    found: Counter[str] = Counter()
    for number, sentence in enumerate(reading.sentences[:OPENING_SENTENCES]):
        for mention in sentence.mentions:
            if isinstance(mention, PlaceMention) and mention.form in ("name", "capital", "adjective"):
                territories = {place[:2] for place in mention.ids if place[:2].isupper() and place[2:3] in ("", "/", "-")}
                if len(territories) == 1:
                    found[territories.pop()] += OPENING_SENTENCES - number
    return max(found, key=lambda code: (found[code], code)) if found else ""


def _day(reading: Reading, times: Times, dating: Dating, words: frozenset[str]) -> date | None:
    """The earliest day of the first sentences that name one, not after the article and not long before it.

    Of two days the later is when the news of it was given, or when a victim died. Where the opening says "last week" of the
    event, a day of this week is none of it, and the day may be named further on. The day of an arrest or a trial is not that of
    the crime: where there is no other, that is the last one of a sentence with one of the `words` for what happened, however long
    ago, else of an arrest the day is near enough, of a trial none is known.
    """
    written = dating.interval
    found: list[date] = []
    later: list[date] = []
    long_ago: list[date] = []
    stretch: Interval | None = None
    for number, sentence in enumerate(reading.sentences[:OPENING_SENTENCES]):
        if found and stretch is None and number >= FIRST_SENTENCES:
            break
        text = reading.article.text_of(sentence.field)
        if sentence.times and _EARLIER_ONE.search(text, sentence.start, sentence.end) is not None:
            continue
        if not found and stretch is None and number < FIRST_SENTENCES and len(sentence.times) > 1:
            stretch = stretch_spoken_of(sentence, text, times, written)
        for mention in sentence.times:
            time = times.get((sentence.field, mention.start))
            day = _single_day(time) if mention.text.lower() not in _NOW else None
            if day is None:
                if not found and stretch is None and number < FIRST_SENTENCES and _is_recent_stretch(time, written):
                    stretch = time.interval if time is not None else None
                continue
            if stretch is not None and Interval(day, day).meet(stretch) is None:
                continue
            if written.last is not None and day > written.last:
                continue
            step = _last_step(text, sentence.start, mention.start)
            step = None if step is not None and not words.isdisjoint(_WORD.findall(text[step.end() : mention.start].lower())) else step
            if written.last is not None and written.first is not None and day < written.first - timedelta(days=RECENT_DAYS):
                if step is None and day > written.first - timedelta(days=LONG_AGO_DAYS) and _tells(text, sentence, words):
                    long_ago.append(day)
            elif step is None:
                found.append(day)
            elif step["soon"] is not None:
                later.append(day)
    return min(found) if found else max(long_ago) if long_ago else min(later) if later else None


def stretch_spoken_of(sentence: Sentence, text: str, times: Times, written: Interval) -> Interval | None:
    """The week or month of the event in a sentence that begins with when somebody spoke of it: "said Monday that 12 died in last week's fire"."""
    if _SAID.search(text, sentence.start, sentence.times[0].start) is None:
        return None
    for mention in sentence.times[1:]:
        time = times.get((sentence.field, mention.start))
        if _is_recent_stretch(time, written):
            return time.interval if time is not None else None
    return None


def _last_step(text: str, start: int, end: int) -> re.Match[str] | None:
    """The nearest step of a case told before a day: "charged in a shooting last summer pleaded guilty on Tuesday"."""
    step = found = _CASE_STEP.search(text, start, end)
    while found is not None:
        step, found = found, _CASE_STEP.search(text, found.start() + 1, end)
    return step


def _tells(text: str, sentence: Sentence, words: frozenset[str]) -> bool:
    """The sentence has a word for what happened."""
    return not words.isdisjoint(_WORD.findall(text[sentence.start : sentence.end].lower()))


def _is_recent_stretch(time: TimeMention | None, written: Interval) -> bool:
    """A week or a month before the article: "last week", "in September"."""
    if time is None or time.kind != "date" or time.interval is None or not time.interval.surely_before(written):
        return False
    return time.interval.is_within(MONTH) and time.interval.gap_days(written) <= YEAR


def _single_day(time: TimeMention | None) -> date | None:
    if time is None or time.kind not in ("date", "time") or time.interval is None or time.interval.first != time.interval.last:
        return None
    return time.interval.first


def event_time(event: Event, sentence: Sentence, times: Times, dating: Dating, has_day: bool = True, reach: int = 0) -> Validity:
    """When what a sentence tells happened: a day or an earlier year of its own, else the day of the event.

    Without `has_day` what it tells is of no day, as of a case in court: only an earlier time of its own counts, which begins before `reach`.
    """
    written = dating.interval
    has_day = has_day and event.kind not in LASTING
    for mention in sentence.times:
        time = times.get((sentence.field, mention.start))
        if time is None or time.kind not in ("date", "time") or time.interval is None or not time.interval.is_bounded:
            continue
        if (not has_day and mention.start >= reach) or _is_hour_alone(mention):
            continue
        if time.interval.surely_before(written) and time.interval.gap_days(written) > RECENT_DAYS and time.interval.first is not None:
            return Validity(time.interval, f'"{mention.text}" in the same sentence')
        day = _single_day(time)
        is_stretch = day is None and has_day and time.kind == "date" and time.interval.is_within(YEAR)
        if is_stretch and event.day is not None and time.interval.surely_before(Interval(event.day, event.day)):
            return Validity(time.interval, f'"{mention.text}" in the same sentence')  # "in March another bus crashed"
        if day is None and not written.is_bounded and not time.interval.is_within(WEEK):
            return Validity(time.interval, f'"{mention.text}" in the same sentence')  # "the quake of 1967" in an article without a date
        if not has_day or (day is not None and event.day is not None and day >= event.day):
            continue  # when it was said, or what followed from it
        if day is not None and (written.last is None or day <= written.last):
            return Validity(Interval(day, day), f'"{mention.text}" in the same sentence')
    if has_day and event.day is not None:
        return Validity(Interval(event.day, event.day), "the day that the article gives for the event")
    return Validity()


def _is_hour_alone(mention: TimeSpan) -> bool:
    """An hour that names no day: it stands on the day of the sentence before only as far as that tells of the same."""
    return isinstance(mention, TimeExpression) and isinstance(mention.form, Clock) and mention.form.of is None
