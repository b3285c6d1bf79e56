"""Of which people a count of those whom an event befell is told, and of how many days: "1,269 Libyan soldiers", "22 houses in three days".

The claims of one article go in, those that name a people or a stretch of days come out with a cue. It is only used where two figures
differ: the losses of one side do not contradict those of the other, nor those of a night those of a week. No other article is known here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.model.aspects import PEOPLE, SEVERAL_DAYS, cue_of
from factcheck.model.claim import Claim
from factcheck.model.reading import Reading
from factcheck.packs.rulebook import Attribute

CASUALTIES = "casualties"  # the type of event whose counts are of people
BEFORE = 60  # characters before a figure in which the clause begins that tells who had the losses
_PEOPLE = r"(?P<people>[A-Z][a-z]*(?:i|ian|ean|[^i]an|ese|ish|nch|ench|lander))s?"
_OF = re.compile(rf"\s+(?:(?:more|other|young|dead|wounded)\s+)?(?:of\s+(?:the|their|its)\s+)?{_PEOPLE}\b(?!['\u2019-])")
_LOST = re.compile(
    rf"(?:^|[,;:\"]\s|\b(?:that|said|and|while|but|where)\s)(?:the\s+)?{_PEOPLE}\b(?:\s+[a-z]+){{0,3}}?"
    r"\s+(?:had|has|have|incurred|lost|suffered|sustained|took)"
    r"(?:\s+(?:about|around|at|least|over|more|than|nearly|some|suffered|lost|sustained|up|to|a|total|of))*\s+$"
)
_DAYS = re.compile(
    r"\b(?:in|over|during|within)\s+(?:(?:the\s+)?(?:past|last|course of|first)\s+)?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|recent)"
    r"\s+(?:days|weeks|months)\b(?!\s+(?:ago|later|before|after|earlier|since))"
)


def sided(claims: Sequence[Claim], reading: Reading, attributes: Mapping[str, Attribute]) -> Sequence[Claim]:
    """The claims; counts of what an event befell say whose they were, and whether several days had them."""
    made = []
    for claim in claims:
        attribute = attributes[claim.rule]
        is_count = claim.value.point is not None and claim.subject.event and attribute.times.behaves == "cumulative" and not claim.is_open
        made.append(_sided(claim, reading.article.text_of(claim.field), attribute) if is_count else claim)
    return made


def _sided(claim: Claim, text: str, attribute: Attribute) -> Claim:
    people = _people(claim, text) if attribute.event_type == CASUALTIES else None
    days = _DAYS.search(text, claim.sentence_start, claim.sentence_end)
    cues = [cue_of(PEOPLE, people)] if people is not None else []
    cues += [cue_of(SEVERAL_DAYS, "several days")] if days is not None else []
    return replace(claim, cues=(*claim.cues, *cues)) if cues else claim


def _people(claim: Claim, text: str) -> str | None:
    """The people named behind the figure, else the one whose losses its clause tells."""
    found = _OF.match(text, claim.end, claim.sentence_end) or _LOST.search(text, max(claim.sentence_start, claim.start - BEFORE), claim.start)
    return found["people"].lower() if found is not None else None
