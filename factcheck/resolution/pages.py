"""An article as its counts are read against it: what the words around a count say of it.

A reading and the lexicons of the packs go in, claims one by one; they come out with what their sentence says of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.model.claim import Claim
from factcheck.model.reading import Reading, Sentence
from factcheck.model.value import Value
from factcheck.resolution.book import ATTACKER, Book
from factcheck.resolution.events import NO_KIND
from factcheck.resolution.others import is_of_earlier

# An article tells its event in its title and these many sentences; what stands later may be the history of others.
OPENING = 8
FIRST = 1  # the number of the last sentence that may be the first: a title may stand before it
LEAD = 4  # sentences that say of which countries the article tells
# How far before a count a word stands that takes it back ("could have killed 40").
REACH = 34
# What the frames say of the people counted, by the words of their lexicon.
OTHERS = "others"
SOME = "some of them"
IN_HOSPITAL = "in hospital"
MIXED = "several"
WITH_ATTACKER = "with the attacker"
_RANK = re.compile(
    r"\b(?:the|its|their|one of the|[\w.-]+'s)\s+(?:[\w'-]+\s+){0,3}?(?:deadliest|worst|bloodiest|strongest|most\s+(?:deadly|powerful|violent))\b",
    re.IGNORECASE,
)
_DIED = re.compile(r"\b(?:died|dies|death|passed away)\b")
_CLAUSE = re.compile(r"[,;:.()\u2013\u2014]")
_NEXT = re.compile(r"[,;:.()\u2013\u2014]|\s(?:and|while|but|as)\s")  # behind it another count may stand: "killing two and wounding two others"
_WIDE = re.compile(r"\b(?:an?|the|this|that|its|their)\s+(?:[\w-]+\s+)?(?:nationwide|citywide)\b")  # "a nationwide strike" counts nothing
# "The quake came twelve years after 17,000 died": those of another event.
_COMES_AFTER = re.compile(
    r"\b(?:came|comes|coming|struck|strikes|hit|hits|happened|happens|occurred|occurs|erupted|sank|crashed|follows|followed)\b[^.;]{0,50}?"
    r"\b(?:years?|decades?|months?|weeks?|days?) after\b",
    re.IGNORECASE,
)
# Of a name these words tell something else: "claiming Security Council backing", "flaws that may hurt Ferrona".
_FIGURATIVE = re.compile(r"\b(?:claim(?:ed|ing|s)?|hurt(?:s|ing)?) $")
# The toll of a war, in the news of one of its attacks: "the death toll of 15 months of fighting".
_WAR = r"(?:civil war|conflict|fighting|hostilities|insurgency|intifada|rebellion|revolt|unrest|uprising|violence|war)"
_LONG_TOLL = re.compile(
    rf"\b(?:months?|years?|decades?)(?: of)? (?:[\w-]+ ){{0,2}}{_WAR}\b"
    rf"|\bsince (?:the|an?|its) (?:[\w-]+ ){{0,3}}{_WAR} (?:began|started|erupted|broke out|flared)"
    r"|\b(?:in|during|of) the (?:[\w-]+ ){0,3}(?:civil war|insurgency|intifada|uprising)\b"
)
# A paragraph of a digest: "CAIRO - Egypt's", "ZEEBRUGGE, Belgium - A ferry".
_ITEM = re.compile(
    r"^[ \t]*([A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}(?:, [A-Z][\w. ]{2,24})?) (?:\([\w ]{2,12}\) )?(?:--?|[\u2013\u2014]) ", re.MULTILINE
)
_FORM_LINE = re.compile(r" \w+: ?\d")  # "Total dead: 10"
_OF_THESE = re.compile(
    r"\b[Oo]f (?:the|those|these|all)(?: [\w-]+){0,2} (?:casualties|dead|hurt|injured|killed|missing|passengers|people|victims|wounded),?"
    r" (?:at least |about |some )?$"
)
_SEVERAL_DAYS = re.compile(r"\bin (?:[\w-]+ ){0,4}(?:hours|days|weeks)\b|\b(?:weekend|overnight) (?:shootings|violence|crashes|fires)\b")
_SEVERAL_EVENTS = re.compile(
    r"\bin (?:[\w-]+ ){0,4}(?:shootings|stabbings|attacks|crashes|incidents|accidents|collisions|explosions|bombings|raids|strikes)\b"
)


@dataclass(frozen=True)
class Page:
    """An article as its counts are read against it: sentences by place, cue words by lexicon."""

    reading: Reading
    book: Book

    @cached_property
    def _sentences(self) -> dict[tuple[str, int], tuple[int, Sentence]]:
        return {(sentence.field, sentence.start): (number, sentence) for number, sentence in enumerate(self.reading.sentences)}

    @cached_property
    def _opening_places(self) -> frozenset[str]:
        return frozenset(
            place.ids[0] for number, s in enumerate(self.reading.sentences) if number < OPENING or s.field == "title" for place in s.places
        )

    def position(self, claim: Claim) -> int:
        """The number of the claim's sentence; 0 for a title."""
        return 0 if claim.field == "title" else self._sentences[claim.field, claim.sentence_start][0]

    @cached_property
    def is_roundup(self) -> bool:
        """The title announces several events, or the text has items from several towns: counts of the text may be of any of them."""
        title = self.text("title").lower()
        if len({item[1] for item in _ITEM.finditer(self.text("text"))}) > 1:
            return True
        return _SEVERAL_EVENTS.search(title) is not None or _SEVERAL_DAYS.search(title) is not None

    def is_opening(self, claim: Claim) -> bool:
        return self.position(claim) < OPENING

    def is_of_earlier(self, claim: Claim, claims: Sequence[Claim]) -> bool:
        """The claim counts those of an event some days before that of the lead, of which the lead tells a count of the same kind."""
        if self.position(claim) < 1 or claim.field == "title":
            return False
        told = self.sentence(claim)
        return any(
            other.rule == claim.rule
            and self.position(other) <= FIRST
            and other.sentence_start != claim.sentence_start
            and is_of_earlier(told, self.sentence(other), self.book.event_words)
            for other in claims
        )

    def text(self, field: str) -> str:
        return self.reading.article.text_of(field)

    def sentence(self, claim: Claim) -> str:
        """The claim's sentence in lower case with single spaces."""
        return " ".join(self.text(claim.field)[claim.sentence_start : claim.sentence_end].lower().split())

    def says(self, text: str, lexicon: str) -> bool:
        """The text, in lower case, holds a phrase of the lexicon as whole words."""
        return (pattern := self.book.pattern(lexicon)) is not None and pattern.search(text) is not None

    def is_of_the_event(self, claim: Claim) -> bool:
        """The claim counts what happened, and in the event that the article tells of as far as its sentence shows."""
        if self.is_roundup or self._is_one_life(claim):
            return False
        before = self.text(claim.field)[max(claim.sentence_start, claim.start - REACH) : claim.start].lower()
        if claim.value.is_implied and claim.value.text[0].isupper():
            is_figurative = _FIGURATIVE.search(before) is not None and all(word[0].isupper() for word in claim.value.text.split())
            if is_figurative or _FORM_LINE.match(self.text(claim.field), claim.end) is not None:
                return False
        if claim.value.point and self.says(before, "unreal"):
            return False
        told = self._up_to_rank(claim)
        if (claim.value.point or 0) > 1 and _LONG_TOLL.search(told) is not None:
            return False
        if self.says(told, "tally") or _SEVERAL_EVENTS.search(told) or _COMES_AFTER.search(self.text(claim.field), claim.sentence_start, claim.start):
            return False
        sentence = self._sentences[claim.field, claim.sentence_start][1]
        places = {place.ids[0] for place in sentence.places if place.form in ("name", "capital")}
        if self.position(claim) >= LEAD and self._is_abroad(sentence):
            return False
        return self.is_opening(claim) or not places or not self._opening_places or bool(places & self._opening_places)

    @cached_property
    def _lead_countries(self) -> frozenset[str]:
        lead = [s for number, s in enumerate(self.reading.sentences) if number < LEAD or s.field == "title"]
        return frozenset(place.ids[0][:2] for s in lead for place in s.places)

    def _is_abroad(self, sentence: Sentence) -> bool:
        """The sentence tells of another country than the lead, whose names it takes up none of: news of another event, in one bulletin."""
        own = {place.ids[0][:2] for place in sentence.places if place.form in ("name", "capital")}
        if not own or not self._lead_countries or not own.isdisjoint(self._lead_countries):
            return False
        return self._lead_names.isdisjoint(word for name in sentence.names for word in name.text.split())

    @cached_property
    def _lead_names(self) -> frozenset[str]:
        lead = [s for number, s in enumerate(self.reading.sentences) if number < LEAD or s.field == "title"]
        return frozenset(word for s in lead for name in s.names for word in name.text.split())

    def _up_to_rank(self, claim: Claim) -> str:
        """The claim's sentence up to words behind the count that only rank the event: "..., the deadliest in three decades"."""
        text = self.text(claim.field)
        behind = _RANK.search(text, claim.end, claim.sentence_end)
        end = behind.start() if behind is not None else claim.sentence_end
        return _WIDE.sub("", " ".join(text[claim.sentence_start : end].lower().split()))

    def _is_one_life(self, claim: Claim) -> bool:
        """Somebody known by name died, and the article tells of no event: "the late president died of old age" is no toll."""
        is_named = claim.value.is_implied and len(claim.value.text.split()) > 1 and all(word[0].isupper() for word in claim.value.text.split())
        return (
            is_named
            and (claim.subject.surface == NO_KIND or claim.subject.surface.startswith(f"{NO_KIND} in "))
            and _DIED.search(self.sentence(claim)) is not None
        )

    def marked(self, claim: Claim, told_dead: frozenset[tuple[str, int]]) -> Claim:
        """The claim with what its sentence says of it: with or without the attacker, one more or some of several, given before and taken back.

        `told_dead` are the places of the sentences that tell of dead people.
        """
        sentence = self.sentence(claim)
        qualifiers = dict(claim.qualifiers)
        population = qualifiers.get("population", "")
        if population.endswith("+" + ATTACKER) or self._includes_attacker(sentence):
            qualifiers["inclusion"] = WITH_ATTACKER
        is_least = False
        is_whole = claim.attribute == "killed" or claim.rule in self.book.deriving  # the dead are among them
        if population in (OTHERS, SOME, IN_HOSPITAL) or population.startswith(MIXED):
            del qualifiers["population"]
            beside_dead = not is_whole and (claim.field, claim.sentence_start) in told_dead
            is_least = population == IN_HOSPITAL or (population == SOME and claim.attribute != "killed") or (population == OTHERS and not beside_dead)
        elif (self._is_of_several(claim) or self._is_some(claim)) and not (not is_whole and (claim.field, claim.sentence_start) in told_dead):
            is_least = True
        if claim.value.is_implied and population not in (ATTACKER, ""):
            qualifiers.pop("population", None)
        cues = (*claim.cues, "correction") if self.says(sentence, "revised") and not self.says(sentence, "gainsaid") else claim.cues
        cues = (*cues, population) if population in (OTHERS, IN_HOSPITAL) else cues
        value = at_least(claim) if is_least and claim.value.point else claim.value
        return replace(claim, value=value, qualifiers=tuple(sorted(qualifiers.items())), cues=cues)

    def _is_of_several(self, claim: Claim) -> bool:
        """The count is of some of those whom its clause has just named: "Of the dead, 11 were killed in Osterhede"."""
        return _OF_THESE.search(self.text(claim.field), max(claim.sentence_start, claim.start - REACH), claim.start) is not None

    def _is_some(self, claim: Claim) -> bool:
        """Words around the count say how many more there are, or how badly these are hurt."""
        text = self.text(claim.field)
        before = _CLAUSE.split(text[max(claim.sentence_start, claim.start - 12) : claim.start].lower())[-1]
        behind = _NEXT.split(text[claim.start : min(claim.sentence_end, claim.end + 40)].lower())[0]
        return self.says((before + behind).replace("more than", ""), "some")  # "more than 20 people" are not more of them

    def contradicts(self, none: Claim, some: Claim) -> bool:
        """That nobody was hit stands in the article against a count that others give: "contradicting reports of 12 killed"."""
        if self.says(self.sentence(none), "gainsaid"):
            return True
        return none.speaker is not None and some.speaker is not None and none.speaker != some.speaker and self.says(self.sentence(some), "gainsaid")

    def same_words(self, left: Claim, right: Claim) -> bool:
        """The two counts stand between the same words: "killed 20 people", "killed 35 people"."""
        words = []
        for claim in (left, right):
            text = self.text(claim.field)
            before, behind = text[claim.sentence_start : claim.start].split()[-1:], text[claim.end : claim.sentence_end].split()[:1]
            words.append([word.strip(".,").lower() for word in (*before, *behind)])
        return words[0] == words[1]

    def _includes_attacker(self, sentence: str) -> bool:
        pattern = self.book.includes_attacker
        return pattern is not None and pattern.search(sentence) is not None


def at_least(claim: Claim) -> Value:
    """The value of a claim that tells some of several: it speaks only against fewer than the least that its figure may stand for."""
    value = claim.value
    return replace(value, low=value.point if value.low is None else value.low, high=None, hedge=">", is_implied=True)
