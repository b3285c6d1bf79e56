"""Whether a figure that no frame took is expected or wanted, by the words beside it.

A figure with its sentence goes in, a modality comes out. What "will" be is not read: of a thing to come, its size is told with it and without.
"""

from __future__ import annotations

import re

from factcheck.model.claim import Modality
from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Sentence
from factcheck.text.scan import Scan

NOW_BEFORE = 40
# "now seven women", "still 60 flats"; "45 flats have water again", "60 flats are still dark", "300 so far"
_NOW_BEFORE = re.compile(
    r"\b(?:already|by now|now|so far|still)(?: (?:has|have|had|is|are|were|was|only|some|about|at|least|over|more|than|without|to))*"
    r"(?: [\w.,]+ [\w-]+ and)? $"
)
_NOW_BEHIND = re.compile(
    r"(?: (?!(?:after|and|as|because|but|or|that|when|where|which|while|who)\b)[\w'-]+){0,9}? (?:again|still|so far|to date|by now|until now)\b"
)
BEFORE, BEHIND = 70, 60  # characters on either side in which such words stand
# "12,000 runners are expected to", "the 300 jobs likely to go"
_BEHIND = re.compile(
    r"(?: [\w'-]+){0,4}? (?:(?:are|is|were|was|had been|have been|has been) )?"
    r"(?:(?P<expected>expected|forecast|projected|predicted|feared|likely)|due|scheduled|slated|planned|hoped|proposed) (?:to|for|by)\b"
)
# "expects to sell 12,000 cars", "had hoped for 400 guests", "its target of 2,000 homes"
_BEFORE = re.compile(
    r"\b(?:(?P<expected>expect(?:s|ed|ing)?|forecasts?|forecasting|predict(?:s|ed|ing)?|project(?:s|ed|ing)|likely)"
    r"|aim(?:s|ed|ing)?|hop(?:es|ed|ing|e)|intend(?:s|ed|ing)?|plan(?:s|ned|ning)?|propos(?:es|ed|ing|als?)|seek(?:s|ing)?|targets?|want(?:s|ed|ing)?)"
    r" (?:to|for|of|at)? ?(?:(?!(?:after|and|as|because|but|by|for|from|that|when|where|which|while|who|with)\b)[\w'-]+ ){0,6}$"
)
_CUES = tuple("aim|due |expect|feared|forecast|hope|hoping|intend|likely|plan|predict|project|propos|schedul|seek|slated|target|want".split("|"))


def words_for(scan: Scan, sentence: Sentence, mention: QuantityMention) -> tuple[tuple[str, str], ...]:
    """What the words beside a figure say, as a draft has it: its modality, and the cue of a change where it tells the state of the hour."""
    sets = (("modality", modality_of(scan, sentence, mention)),)
    end = mention.noun_end if mention.noun else mention.end
    before = scan.plain[max(sentence.start, mention.start - NOW_BEFORE) : mention.start]
    is_now = _NOW_BEFORE.search(before) or _NOW_BEHIND.match(scan.plain, end, min(sentence.end, end + BEFORE))
    return (*sets, ("cue", "change")) if is_now else sets


def modality_of(scan: Scan, sentence: Sentence, mention: QuantityMention) -> Modality:
    """What the words beside a figure make of it: `forecast`, `planned` or `asserted`."""
    around = scan.plain[max(sentence.start, mention.start - BEFORE) : min(sentence.end, mention.end + BEHIND)]
    if not any(map(around.__contains__, _CUES)):
        return "asserted"
    end = mention.noun_end if mention.noun else mention.end
    found = _BEHIND.match(scan.plain, end, min(sentence.end, end + BEHIND)) or _BEFORE.search(
        scan.plain, max(sentence.start, mention.start - BEFORE), mention.start
    )
    if found is None:
        return "asserted"
    return "forecast" if found["expected"] else "planned"
