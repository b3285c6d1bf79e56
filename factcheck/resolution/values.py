"""Drafts to values: what a mention says of its attribute, as the article means it. A draft goes in, a `Value` or nothing comes out."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.kinds.bearing import bearing_value
from factcheck.kinds.clock import in_territory
from factcheck.kinds.date import TimeExpression
from factcheck.kinds.title import is_generic
from factcheck.model.mention import Mention, NameMention, PlaceMention, QuantityMention
from factcheck.model.reading import Draft, Sentence
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute
from factcheck.resolution.known import Known
from factcheck.resolution.moments import REACH, day_of_time, duration_of_time, time_of_day, years_since
from factcheck.resolution.sites import is_site
from factcheck.text.folding import words

ANY_PLACE = "any_place"  # the type of event of which places are read after verbs behind which people stand, too
_BESIDE = re.compile(r"\b(?:previous|next|same|following|that|day before|day after|days? (?:earlier|later))\b", re.IGNORECASE)
_CONVERTED = re.compile(r"(?: (?:[A-Z]\w+|local) time|,? local)? \(")  # between a time and its conversion: "13:05 Indian time (0735 GMT)"
_NOUN = re.compile(r" ([a-z]+)\b")
# What stands behind the name of a country that is told for itself.
_NO_NOUN = frozenset(
    """about after again ago alone along also and are as at because before between but by during earlier early every for from had has have he
    if in including into is it its killed killing last late later leaving near next of off on or over said says she since so still than that the
    then there they this through to today together tomorrow tonight toward towards under until was we were when where which while who will with
    within would yesterday""".split()
)


def value_of(draft: Draft, attribute: Attribute, known: Known) -> Value | None:
    """The value of a draft; None where a time of day has no hour, or the day of an event is not known."""
    mention = draft.value
    if attribute.kind in ("bearing", "text") and (told := draft.setting(attribute.name)) is not None:
        return bearing_value(told) if attribute.kind == "bearing" else Value(told, entity=f"text:{told}")
    if isinstance(mention, TimeExpression):
        sentence = known.reading.sentences[draft.sentence]
        if attribute.kind == "time":
            text = known.reading.article.text_of(sentence.field)
            hour = time_of_day(mention.text, mention.form, text[max(sentence.start, mention.start - REACH) : mention.start])
            beside = next((t for t in sentence.times if mention.end < t.start and _CONVERTED.fullmatch(text, mention.end, t.start)), None)
            if hour is None:
                return None
            hour = in_territory(hour, known.event.territory)
            if not isinstance(beside, TimeExpression):
                return hour
            return replace(hour, conversion=time_of_day(beside.text, beside.form, ""))  # "4:52 a.m. (0252 GMT)"
        if attribute.kind == "duration" and mention.kind == "duration":
            time = known.times.get((sentence.field, mention.start))
            return duration_of_time(time.timex if time is not None else None, mention.text)
        if attribute.kind in ("age", "duration"):
            years = years_since(known.times.get((sentence.field, mention.start)), known.dating.interval, mention.text)
            return years if years is None or attribute.kind == "duration" else replace(years, unit=attribute.unit)
        if attribute.belongs_to != "entity" and attribute.event_type != "any" and _BESIDE.search(mention.text):
            return None  # "the previous day" counts from another event
        place = sentence.field, mention.start
        value = day_of_time(known.times.get(place), mention.text, mention.form, known.in_part.get(place))
        return value if attribute.belongs_to != "event" or value.entity is not None else None
    if isinstance(mention, QuantityMention):
        point = mention.value.point if mention.value.point is not None else mention.value.low
        if attribute.most is not None and point is not None and point > attribute.most:
            return None
        if not attribute.rates and " per " in (mention.unit or ""):
            return None
        ahead = draft.slot("ahead")
        return mention.value if ahead is None or "year" not in ahead.text else None  # "years before his 30th birthday" says no age
    if attribute.event_type == ANY_PLACE and not _is_site(mention, known.reading.sentences[draft.sentence], known):
        return None
    if isinstance(mention, NameMention):
        if attribute.rule in known.book.of_persons and not known.persons.is_evident(mention, known.reading.sentences[draft.sentence].field):
            return None
        name = known.cast.full_name(mention) if attribute.kind != "title" else _title(mention, known.reading.sentences[draft.sentence], known)
        if attribute.kind == "title" and (is_generic(name) or (attribute.event_type == ANY_PLACE and known.persons.is_known_person(mention))):
            return None
        return Value(name, entity="name:" + " ".join(sorted(words(name))))
    if isinstance(mention, PlaceMention):
        if attribute.event_type == ANY_PLACE and _narrows(mention, draft, known):
            return None
        if ("company", "firm") in attribute.defaults and _is_nationality(mention, draft, known):
            return None
        town = f"/{mention.text}" if mention.form == "capital" and attribute.belongs_to == "person" else ""  # who died in Tehran died in the town
        return Value(mention.text, entity=f"place:{mention.ids[0]}{town}")
    return Value(mention.text)


def _is_site(mention: Mention, sentence: Sentence, known: Known) -> bool:
    return not isinstance(mention, NameMention | PlaceMention) or is_site(mention, known.reading.article.text_of(sentence.field))


def _narrows(place: PlaceMention, draft: Draft, known: Known) -> bool:
    """The place is told of the noun behind it ("the Afghan border", "the US market"); a town may be, and is the place all the same."""
    if place.form == "adjective":
        return True
    if place.form != "name" or not all(len(one) == 2 for one in place.ids):
        return False
    text = known.reading.article.text_of(known.reading.sentences[draft.sentence].field)
    behind = _NOUN.match(text, place.end)
    return behind is not None and behind[1] not in _NO_NOUN


def _is_nationality(place: PlaceMention, draft: Draft, known: Known) -> bool:
    """ "The Dutch company" may have its seat in London; a "Leeds-based" one has it in Leeds."""
    text = known.reading.article.text_of(known.reading.sentences[draft.sentence].field)
    return place.form == "adjective" and not text.startswith("-based", place.end)


def _title(mention: NameMention, sentence: Sentence, known: Known) -> str:
    """The name of a thing with the name in the possessive that it goes on from: "St Mary's Hospital"."""
    if not is_generic(mention.text):
        return mention.text
    before = next((name for name in sentence.names if 2 < mention.start - name.end <= len("'s ")), None)
    return f"{before.text}'s {mention.text}" if before is not None else mention.text
