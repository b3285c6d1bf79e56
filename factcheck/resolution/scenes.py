"""Where and of whom the sentence of a figure tells it: "in the Mobale district", "across the state", "the ferry Astrid".

The claims of one article go in, those with a number of its event come out with a cue. What the cue says is only used where two figures
differ: figures of two places or of two owners do not contradict each other. No other article is known here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.kinds.clock import EITHER_HALF, UNIT
from factcheck.model.article import Field
from factcheck.model.claim import GROWN, Claim
from factcheck.model.mention import Mention, NameMention, PlaceMention
from factcheck.model.reading import Reading, Sentence
from factcheck.model.scene import BOTH, WIDE, Place, Scene, joined, written
from factcheck.packs.rulebook import Attribute
from factcheck.resolution.book import Book
from factcheck.resolution.others import is_elsewhere, others_of
from factcheck.resolution.people import INSTITUTIONS
from factcheck.text.folding import fold

OPENING = 8  # sentences whose names tell what an article is about
FIRST = 3  # of which an article tells how many events of a kind it has
COUNTRY = 4
HOUR = "time_of_event"
BEARING = "bearing"
ONE_HOUR = 60  # minutes by which the hours that one article gives for its event may differ
CHAMBERS = frozenset("assembly bundestag chamber commons congress diet duma house knesset lords parliament representatives senate".split())
BEFORE = 60  # characters in front of a name in which words of place stand
# Events that hit a whole country; others happen at one place unless the words say that they are several.
WIDESPREAD = frozenset(("earthquake", "event", "flood", "protest", "storm", "strike"))
_LEVELS = {
    **dict.fromkeys("city town village hamlet suburb capital neighbourhood neighborhood port borough resort".split(), 1),
    **dict.fromkeys("district county municipality prefecture parish valley department commune canton".split(), 2),
    **dict.fromkeys("province state region territory island governorate".split(), 3),
    **dict.fromkeys("country nation republic".split(), 4),
}
_TYPE = "|".join(_LEVELS)
_SIDE = r"(?:(?:north|south|east|west|central|coastal|nearby|neighbou?ring|upper|lower|greater|downtown|rural|mountainous)(?:ern)?[\s-]+){0,2}"
_PART = (
    r"(?:(?:hills|mountains|coast|outskirts|shores?|streets?|suburbs|heart|edge|centre|center|middle|rest|parts|whole|north|south|east|west"
    r"|north-?east|north-?west|south-?east|south-?west)\s+of\s+(?:the\s+)?)?"
)
_TO_NAME = re.compile(
    rf"\b(?:in|at|near|outside|inside|around|across|along|off|over|throughout|through|within|on|hit|struck|from)\s+(?:the\s+)?{_SIDE}{_PART}"
    rf"(?:(?P<type>{_TYPE})\s+(?:of\s+)?(?:the\s+)?)?$",
    re.IGNORECASE,
)
_OF_TYPE = re.compile(rf"\b(?P<type>{_TYPE})\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_TYPE_BEHIND = re.compile(rf"\s+(?P<type>{_TYPE})\b", re.IGNORECASE)
_OPENS = re.compile(r"[\"'\u201c]*(?:In|At|Near|Around|Across)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}")
_GOES_ON = re.compile(r",?\s+(?:and\s+|in\s+)?(?:the\s+)?|,\s*|\s*\(")
_SAYER_BEHIND = re.compile(r"\s+(?:\w+\s+)?(?:said|says|told|reported|announced|confirmed|added)\b")
_SAID_THERE = re.compile(r"\b(?:said|says|told (?:[\w'-]+ ){1,3}|announced|declared|reported|added) ?(?:by \w+ )?(?:in|from|at) $", re.IGNORECASE)
_ACCORDING_TO = re.compile(r"\baccording\s+to\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_WIDE = re.compile(
    r"(?<!\ba )(?<!\bthe )\b(?P<whole>nation|country|state|province|county|region|island)-?wide\b"
    r"|\b(?:across|throughout|all\s+over|around|in)\s+(?:much\s+of\s+|most\s+of\s+|parts\s+of\s+)?the\s+(?:whole\s+|entire\s+|wider\s+)?"
    r"(?P<of>country|nation|state|province|region)\b(?!\s+of\b|['\u2019]s\b)",
    re.IGNORECASE,
)
_WIDE_LEVELS = {"nation": 4, "country": 4, "state": 3, "province": 3, "region": 3, "island": 3, "county": 2}
_KIN_WORDS = frozenset("the of and north south east west northern southern eastern western central new saint st mount".split()) | _LEVELS.keys()
_NOT_SUBJECT = re.compile(
    r"\b(?:of|by|for|with|to|from|in|at|on|against|after|before|as|than|that|when|\w+ed|said|says|told|found|killed|shot|hit)\b", re.IGNORECASE
)
_TELLS = re.compile(
    r"(?:,[^,]{1,60},)?\s+(?:(?:also|later|has|have|had|earlier|now)\s+)*(?:said|says|told|puts?|measured|estimates?|estimated|reports?|reported|recorded"
    r"|registered|counted|counts|confirmed|announced|added|gave|gives|listed|lists|revised|lowered|raised|quoted|cited|wrote|tweeted|tweets)\b"
)
_OTHERS = re.compile(
    r"\b(?:two|three|four|five|six|several|multiple|twin|simultaneous|coordinated|different|separate|series\s+of|string\s+of|wave\s+of|spate\s+of"
    r"|number\s+of)\s+(?:\w+\s+)?"
    r"(?:accidents|attacks|blasts|bombings|bombs|boats|buses|cities|collisions|crashes|districts|explosions|ferries|fires|incidents|planes|prisons|protests"
    r"|raids|rallies|ships|shootings|stabbings|strikes|towns|trains|vessels|villages|wildfires)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:accidents|attacks|avalanches|blasts|bombings|bombs|clashes|crashes|demonstrations|embassies|explosions|landslides|marches|protests|raids|rallies"
    r"|riots|shootings|stations|stores|strikes|tornadoes|twisters)\b",
    re.IGNORECASE,
)
_TOLL_THERE = re.compile(r"\btoll\s+(?:from\s+(?:[\w'-]+\s+){1,5}?)?(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)  # "the toll in Ostheim rose to nine"
_OF_WHOM = re.compile(r"\s+(?:[\w-]+\s+){0,2}(?:of|at|from)\s+(?:the\s+)?", re.IGNORECASE)  # "280 pilots of Nordjet"
_POSSESSIVE = ("'s", "\u2019s", "s' ")
_WILD = re.compile(
    r"\b(?:wildfires?|bushfires?|forest fires?|heat ?wave|epidemic|outbreak|floods|storms|tornadoes|unrest|riots|clashes|fighting)\b", re.IGNORECASE
)


def scened(claims: Sequence[Claim], reading: Reading, book: Book, kind: str) -> Sequence[Claim]:
    """The claims; those of an event with a number say where and of whom they are told. `kind` is what the article tells of."""
    told = [claim for claim in claims if _is_of_event(claim, book.attributes)]
    return _Scenes(reading, book, kind).marked(claims, told) if told else claims


def _is_of_event(claim: Claim, attributes: Mapping[str, Attribute]) -> bool:
    return claim.subject.event and attributes[claim.rule].event_type != "any" and _has_number(claim)


def _has_number(claim: Claim) -> bool:
    value = claim.value
    return claim.kind == BEARING or value.point is not None or value.low is not None or value.high is not None or value.when is not None


class _Told(NamedTuple):
    """What one sentence tells.

    `places` with their spans, `both` those that stand beside others with all of them as one, `names` and the `owners` that a clause is
    about with their beginnings, `words` of all names.
    """

    places: list[tuple[int, int, Place]]
    both: dict[Place, Place]
    names: list[tuple[int, str]]
    owners: list[tuple[int, str]]
    words: frozenset[str]


class _Scenes:
    """The scenes of one article."""

    def __init__(self, reading: Reading, book: Book, kind: str) -> None:
        self.reading, self.callings = reading, book.callings
        self.sentences = {(sentence.field, sentence.start): sentence for sentence in reading.sentences}
        self.told: dict[tuple[str, int], _Told] = {}
        opening = [s for number, s in enumerate(reading.sentences) if number < OPENING or s.field == "title"]
        lead = " ".join(self.reading.article.text_of(s.field)[s.start : s.end] for s in opening)
        self.about = frozenset(word for s in opening for mention in _names(s) for word in self._words(mention))
        self.is_spread = kind in WIDESPREAD or _WILD.search(lead) is not None or _OTHERS.search(lead) is not None
        self.is_several = self._tells_of_several(opening[:FIRST])
        self.is_second, self.is_another = others_of(reading, book.event_words)
        self.hour, self.has_zone = -1, False

    def marked(self, claims: Sequence[Claim], told: Sequence[Claim]) -> Sequence[Claim]:
        """The claims with the cues of those told; a figure that is given again, or in a title, is told where it stands with a place."""
        parts = {claim.id: self._scene(claim) for claim in told}
        self.hour, self.has_zone = _hour(told)
        alike: dict[tuple[object, ...], list[Claim]] = {}
        first: dict[tuple[str, str], Claim] = {}
        for claim in told:
            alike.setdefault((claim.rule, claim.subject.id, claim.value.point, claim.value.low), []).append(claim)
            if claim.field == "text":
                first.setdefault((claim.rule, claim.subject.id), claim)
        cues = {}
        for same in alike.values():
            body = first.get((same[0].rule, same[0].subject.id))
            own = [parts[claim.id] for claim in same]
            if body is not None and all(claim.field == "title" for claim in same):
                own.append(parts[body.id])
            is_second = self.is_second or any(self._is_elsewhere(claim) for claim in same)
            scene = joined(own)._replace(
                about=self.about,
                is_spread=self.is_spread,
                is_second=is_second,
                is_another=self.is_another,
                hour=self.hour,
                has_zone=self.has_zone,
                is_several=self.is_several,
            )
            cues.update({claim.id: written(scene) for claim in same})
        return [replace(claim, cues=(*claim.cues, cues[claim.id])) if claim.id in cues else claim for claim in claims]

    def _tells_of_several(self, first: Sequence[Sentence]) -> bool:
        """The first sentences tell of several events of a kind, or of towns or countries that each had one."""
        for sentence in first:
            text = self.reading.article.text_of(sentence.field)
            if _OTHERS.search(text, sentence.start, sentence.end) or self._told(sentence.field, sentence.start).both:
                return True
        return False

    def _words(self, mention: Mention) -> list[str]:
        """The words that tell a thing from others of its kind; the first of three or more may be a calling or a title."""
        own = [word for word in fold(mention.text).split() if word not in _KIN_WORDS]
        return own[1:] if len(own) > 2 and own[0] in self.callings else own

    def _is_elsewhere(self, claim: Claim) -> bool:
        """The sentence of a figure ties it to another place or thing than the first."""
        return is_elsewhere(self.reading.article.text_of(claim.field), claim.sentence_start, claim.sentence_end)

    def _scene(self, claim: Claim) -> Scene:
        """What the sentence of the figure tells."""
        text = self.reading.article.text_of(claim.field)
        told = self._told(claim.field, claim.sentence_start)
        holders = [name for start, name in told.names if start > claim.end and _OF_WHOM.fullmatch(text, claim.end, start)]
        owners = [name for start, name in told.owners if start < claim.start]
        # "two bodies were found in Ostheim, bringing the toll to nine": the place is not that of the whole
        places = told.places
        if GROWN in claim.cues:
            places = [place for place in places if place[0] >= claim.end or _TOLL_THERE.search(text, claim.sentence_start, place[0])]
        distances = [(start - claim.end if start >= claim.end else claim.start - end + BEFORE, place) for start, end, place in places]
        inner = [far for far in distances if far[1].level < COUNTRY] or distances  # "in Ostheim, Germany" is told of Ostheim
        behind = [far for far in inner if far[0] < BEFORE]
        head = [(BEFORE, place) for start, _, place in places if _OPENS.fullmatch(text, claim.sentence_start, start) and place.level < COUNTRY]
        near = frozenset([told.both.get(found := min(behind or head or inner)[1], found)]) if inner else frozenset()
        return Scene(near, frozenset([place for _, _, place in told.places]), frozenset(owners), frozenset(holders), told.words)

    def _told(self, field: Field, start: int) -> _Told:
        """What a sentence tells, whichever of its figures is meant."""
        known = self.told.get((field, start))
        if known is None:
            known = self.told[field, start] = self._read(self.sentences[field, start], self.reading.article.text_of(field))
        return known

    def _read(self, sentence: Sentence, text: str) -> _Told:
        told = _Told([], {}, [], [], frozenset())
        words: list[str] = []
        last = -1
        for mention in _names(sentence):
            own = self._words(mention)
            if not own:
                continue
            words += own
            name, before = " ".join(own), text[max(sentence.start, mention.start - BEFORE) : mention.start]
            told.names.append((mention.start, name))
            match = _TO_NAME.search(before) or _OF_TYPE.search(before)
            is_next = 0 <= last <= mention.start and _GOES_ON.fullmatch(text, last, mention.start) is not None
            if (match is not None or is_next) and not text.startswith(_POSSESSIVE, mention.end):
                last = mention.end
                is_of_sayer = match is not None and (_SAID_THERE.search(before) or _ACCORDING_TO.search(before, 0, match.start())) is not None
                if not (is_of_sayer or _SAYER_BEHIND.match(text, mention.end) or not CHAMBERS.isdisjoint(own)):
                    told.places.append((mention.start, mention.end, Place(_level(mention, match, text), name)))
            elif _is_owner(mention, sentence, text):
                told.owners.append((mention.start, " ".join(own[1:]) if len(own) > 2 else name))  # two guards share their calling
        for wide in _WIDE.finditer(text, sentence.start, sentence.end):
            told.places.append((wide.start(), wide.end(), Place(_WIDE_LEVELS[(wide["whole"] or wide["of"]).lower()], WIDE)))
        told.both.update(_joined_places(told.places, text, _SEVERAL.search(text, sentence.start, sentence.end) is not None))
        return told._replace(words=frozenset(words))


def _hour(claims: Sequence[Claim]) -> tuple[int, bool]:
    """The minute of the day that the article gives for its event, and whether it names the zone; -1 where it gives several, or none."""
    told = [c.value for c in claims if c.attribute == HOUR and c.value.point is not None and c.value.entity != EITHER_HALF]
    minutes = [int(value.point) for value in told if value.point is not None]
    if not minutes or max(minutes) - min(minutes) > ONE_HOUR:
        return -1, False
    return minutes[0], any(value.unit != UNIT or value.conversion is not None for value in told)


def _joined_places(places: Sequence[tuple[int, int, Place]], text: str, are_several: bool) -> Mapping[Place, Place]:
    """Each place that is told beside others, "in Nairobi, Kenya, and in Arusha, Tanzania", with all of them as one place.

    One event may be told of two towns that it is near; two countries, or the places of several events (`are_several`), are two.
    """
    rows: list[list[Place]] = []
    joined_rows, last = set(), 0
    for start, end, place in sorted(places):
        between = _GOES_ON.fullmatch(text, last, start) if rows else None
        if between is None:
            rows.append([])
        elif "and" in between[0]:
            joined_rows.add(len(rows) - 1)
        rows[-1].append(place)
        last = end
    found = {}
    for row in (rows[number] for number in sorted(joined_rows)):
        inner = [place for place in row if place.level < COUNTRY] or row
        names = sorted({place.name for place in inner})
        if len(names) > 1 and (are_several or all(place.level == COUNTRY for place in inner)):
            found.update(dict.fromkeys(row, Place(max(place.level for place in inner), BOTH.join(names))))
    return found


def _names(sentence: Sentence) -> list[Mention]:
    return [m for m in sentence.mentions if isinstance(m, NameMention) or (isinstance(m, PlaceMention) and m.form in ("name", "capital"))]


def _level(mention: Mention, before: re.Match[str] | None, text: str) -> int:
    """How large a place is by its kind's noun, which may be its last word, or by the gazetteer."""
    behind = _TYPE_BEHIND.match(text, mention.end)
    kind = (before["type"] if before is not None and before["type"] else behind["type"] if behind is not None else mention.text.split()[-1]).lower()
    if kind in _LEVELS:
        return _LEVELS[kind]
    if isinstance(mention, PlaceMention):
        place = mention.ids[0]
        return 1 if mention.form == "capital" or "/" in place else 3 if "-" in place else 4 if len(place) == 2 else 0
    return 0


def _is_owner(mention: Mention, sentence: Sentence, text: str) -> bool:
    """A name at the head of a clause before the figure, which is not only that of who tells it or of whose it is."""
    clause = max(text.rfind(mark, sentence.start, mention.start) + len(mark) for mark in (";", ", and ", ", but ", " while "))
    before = text[max(clause, sentence.start) : mention.start]
    if (_NOT_SUBJECT.search(before) and ", " not in before) or len(before.split()) > 5:
        return False
    if text.startswith(_POSSESSIVE, mention.end) or fold(mention.text).split()[-1] in INSTITUTIONS:
        return False
    return _TELLS.match(text, mention.end) is None
