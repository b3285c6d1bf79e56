"""How far a case in court has come by the time an article is written: the title and the first sentences say what is new.

A reading and the rules go in, a cue of the later claims comes out, or None. Only the order of two such stages is of use: an
age told at a later stage may be higher although neither article has a date.
"""

from __future__ import annotations

import re

from factcheck.model.claim import STAGE
from factcheck.model.reading import Reading
from factcheck.resolution.book import Book

LEXICON = "case_stage"  # its groups stand in the order of a case
LEAD = 3  # sentences of the body that say what is new
_AHEAD = re.compile(r"\b(?:be|if|being|not|when|before|until|ahead of) $")  # "if convicted", "to be sentenced"


def stage_cue(reading: Reading, book: Book, number: int | None = None) -> str | None:
    """The last stage that the lead tells of as reached, or the last of all where the sentence with that number does ("Holm, 56, is serving life")."""
    pattern = book.pattern(LEXICON)
    if pattern is None:
        return None
    article, lexicon = reading.article, book.rules.lexicons[LEXICON]
    stages = list(dict.fromkeys(entry.canonical for entry in lexicon.entries))
    stage_by_phrase = {entry.phrase.lower(): stages.index(entry.canonical) for entry in lexicon.entries}

    def reached(text: str) -> set[int]:
        told = text.lower()
        found = (match for match in pattern.finditer(told) if _AHEAD.search(told, max(0, match.start() - 12), match.start()) is None)
        return {stage_by_phrase[match.group()] for match in found}

    lead = [sentence for sentence in reading.sentences if sentence.field == "text"][:LEAD]
    stages_told = reached(article.title or "").union(*(reached(article.text[sentence.start : sentence.end]) for sentence in lead))
    if number is not None:
        own = reading.sentences[number]  # what it says of earlier stages may be of an earlier case
        stages_told |= reached(article.text_of(own.field)[own.start : own.end]) & {len(stages) - 1}
    return f"{STAGE}{max(stages_told)}" if stages_told else None
