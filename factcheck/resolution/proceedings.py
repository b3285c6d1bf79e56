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


def stage_cue(reading: Reading, book: Book) -> str | None:
    """The last stage that the lead tells of as reached."""
    pattern = book.pattern(LEXICON)
    if pattern is None:
        return None
    article, lexicon = reading.article, book.rules.lexicons[LEXICON]
    body = [sentence for sentence in reading.sentences if sentence.field == "text"][:LEAD]
    lead = [article.title or "", *(article.text[sentence.start : sentence.end] for sentence in body)]
    stages = list(dict.fromkeys(entry.canonical for entry in lexicon.entries))
    stage_by_phrase = {entry.phrase.lower(): stages.index(entry.canonical) for entry in lexicon.entries}
    reached = [
        stage_by_phrase[match.group()]
        for text in map(str.lower, lead)
        for match in pattern.finditer(text)
        if _AHEAD.search(text, max(0, match.start() - 12), match.start()) is None
    ]
    return f"{STAGE}{max(reached)}" if reached else None
