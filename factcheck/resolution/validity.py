"""The time that a claim speaks of: a time in its frame, else an earlier one that its sentence names, else the article's.

A draft with its reading and resolved times goes in, a validity with its reason comes out.
"""

from __future__ import annotations

import re

from factcheck.model.claim import Validity
from factcheck.model.mention import QuantityMention, TimeMention
from factcheck.model.reading import Draft, Reading
from factcheck.model.setting import Dating
from factcheck.packs.rulebook import Attribute
from factcheck.resolution.events import Event, Times, event_time, stretch_spoken_of
from factcheck.resolution.long_after import long_after
from factcheck.resolution.written import is_time

NEAR = 40  # characters behind a value in which a time may be its own, where the fact is of no day
# "..., where a bridge fell in 1988": what such a clause tells is of another thing, and so is its time.
_OTHER_CLAUSE = re.compile(r", (?:where|which|who|whose|whom|in which|from which|to which|of which|home to|the site of)\b")
# "heavier than last year's", "12 percent, compared with 9 in 2006", "14th, up from 19th last year": the time of what the figure is set against.
_COMPARED = re.compile(r"\b(?:than|compared (?:with|to)|against|versus|unlike|(?:up|down) from)\b", re.IGNORECASE)
_COMPARED_BEFORE = re.compile(r"\b(?:than|compared (?:with|to)|against|versus|unlike|(?:up|down) from)(?: [\w.,$%-]+){0,3} $", re.IGNORECASE)
# "The ferry, built in 1984 and 142 metres long": the year is the thing's own.
_MADE = re.compile(
    r"\b(?:born|built|constructed|completed|established|founded|formed|incorporated|launched|commissioned|opened|created|since|elected|appointed|joined"
    r"|introduced|refitted|refurbished|released)(?: in| during)?(?: early| late| mid-?)? $",
    re.IGNORECASE,
)
_MADE_CHARS = 28
# "the 1999 Prevost", "a 2004 Honda Civic": the year of the model.
_MODEL = re.compile(
    r" (?:Acura|Audi|BMW|Beechcraft|Bentley|Blue Bird|Boeing|Buick|Cadillac|Cessna|Chevrolet|Chevy|Chrysler|Daihatsu|Dodge|Ducati|Ferrari|Fiat"
    r"|Ford|Freightliner|GMC|Harley|Holden|Honda|Hummer|Hyundai|Infiniti|Isuzu|Jaguar|Jeep|Kawasaki|Kenworth|Kia|Lamborghini|Land Rover|Lexus|Lincoln"
    r"|Maserati|Mazda|Mercedes|Mercury|Mini|Mitsubishi|Nissan|Oldsmobile|Opel|Peterbilt|Peugeot|Plymouth|Pontiac|Porsche|Prevost|Range Rover"
    r"|Renault|Rolls|Saab|Saturn|Scion|Skoda|Subaru|Suzuki|Tesla|Toyota|Vauxhall|Volkswagen|Volvo|VW|Yamaha)\b"
)
_WHEN = re.compile(r",? when\b")  # "the worst since 1995, when ...": what follows is of that year
EARLIER_DAYS = 60  # a time in the sentence so long before the article is the claim's; a nearer one is when something was said


def valid_time(draft: Draft, attribute: Attribute, reading: Reading, times: Times, dating: Dating, event: Event) -> Validity:
    """When what the draft says holds; of an age the day of writing, unless its frame names another."""
    sentence = reading.sentences[draft.sentence]
    if attribute.event_type == "any" and attribute.kind in ("date", "time"):
        return Validity()  # a moment that no rule names is the time itself
    if attribute.event_type == "any" and attribute.kind == "age":
        return Validity(dating.interval, "; ".join(dating.because)) if dating.interval.is_bounded else Validity()
    if attribute.belongs_to == "event":
        has_day = bool(attribute.anchors) or attribute.kind in ("time", "date")
        text = reading.article.text_of(sentence.field)
        if has_day and (ago := long_after(text[sentence.start : draft.value.start], dating.interval)) is not None:
            return Validity(ago, "so long before the article, by the words before it")
        if sentence.times:
            before = {mention.start: text[max(sentence.start, mention.start - _MADE_CHARS) : mention.start] for mention in sentence.times}
            apart = _COMPARED_BEFORE if _COMPARED.search(text, sentence.start, sentence.end) else None
            own = [
                mention
                for mention in sentence.times
                if not (_MADE.search(before[mention.start]) and not _WHEN.match(text, mention.end))
                and _MODEL.match(text, mention.end) is None
                and not (apart is not None and apart.search(before[mention.start]))
                and not (mention.start == draft.value.start and _is_stretch(times.get((sentence.field, mention.start))))  # the value, of no day
            ]
            if len(own) > 1 and stretch_spoken_of(sentence, text, times, dating.interval) is not None:
                own = [mention for mention in own if mention.start != sentence.times[0].start]
            if len(own) < len(sentence.times):
                sentence = sentence._replace(times=tuple(own))
        return event_time(event, sentence, times, dating, has_day, draft.value.end + NEAR)
    for role, mention in draft.slots:
        if is_time(mention) and role in ("when", "date") and mention is not draft.value:
            time = times.get((sentence.field, mention.start))
            if time is not None and time.interval is not None:
                return Validity(time.interval, f'"{mention.text}"')
    written = dating.interval
    for mention in sentence.times:
        if attribute.kind == "age" and mention.start > draft.value.start:  # "Ruiz, 34, who came in 1999"
            continue
        time = times.get((sentence.field, mention.start))
        if (
            time is None
            or time.kind != "date"
            or time.interval is None
            or not time.interval.is_bounded
            or _is_of_another(mention.start, draft, reading)
        ):
            continue
        if time.interval.surely_before(written) and time.interval.gap_days(written) > EARLIER_DAYS:
            return Validity(time.interval, f'"{mention.text}" in the same sentence')
    return Validity(written, "; ".join(dating.because)) if written.is_bounded else Validity()


def _is_stretch(time: TimeMention | None) -> bool:
    return time is not None and time.interval is not None and time.interval.first != time.interval.last


def _is_of_another(time: int, draft: Draft, reading: Reading) -> bool:
    """The time is what another claim or clause says ("founded in 2007", ", where a bridge fell in 1988"), or stands behind another such figure."""
    value = draft.value
    sentence = reading.sentences[draft.sentence]
    text = reading.article.text_of(sentence.field)
    behind = max((mention.end for _, mention in draft.slots), default=value.end)
    if time > behind and _OTHER_CLAUSE.search(text, behind, time):
        return True
    if any(other.value.start == time and not other.is_open for other in reading.drafts if other.sentence == draft.sentence):
        return True
    if not isinstance(value, QuantityMention):
        return False
    mentions = sentence.mentions
    return any(isinstance(m, QuantityMention) and m.kind == value.kind and value.start < m.start < time for m in mentions)
