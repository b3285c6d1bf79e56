"""The words and names around a figure, by which it is told from others and linked with its like.

A mention in its sentence goes in; stems come out, names marked "@" or "&", places "~", names of the lead "!", of what a share is of "%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model.mention import Mention, NameMention, PlaceMention
from factcheck.model.reading import Sentence
from factcheck.model.scene import MODELS
from factcheck.text.folding import words
from factcheck.text.scan import Scan
from factcheck.text.stems import content

LEADING = 3  # so many sentences may come before the one that says whom an article is about: a caption, a dateline
COUNTRY_CODE = 2  # letters of the id of a whole country
_OPENING = re.compile(r"[A-Z][a-z]{2,}(?![\w'-])")
_HELD = re.compile(
    r"(?: (?:stake|interest|share|shareholding|holding|shares|stock))?(?: of| in) (?:the )?([A-Z][\w&.-]*(?: (?:(?:and|&|of) )?[A-Z][\w&.-]*)*)"
)
_PRONOUN = re.compile(r"(?:It|He|She|They) ")


def nearest_first(scan: Scan, left: int, mention: Mention, right: int, opening: str = "") -> tuple[str, ...]:
    """The stems of the content words on both sides, the nearest first; `opening` is a common noun that opens the sentence at `left`."""
    before = content(scan.plain, left, mention.start)[::-1]
    if opening and opening not in before:
        before = (*before, opening)
    after = content(scan.plain, mention.end, right)
    mixed = [word for pair in zip(after, before, strict=False) for word in pair]
    mixed += after[len(before) :] or before[len(after) :]
    return tuple(mixed)


def opening_of(scan: Scan, sentence: Sentence, left: int) -> str:
    """The stem of the word that opens a sentence, "" where it is a name or says nothing, or the figure is far from it."""
    start = sentence.start
    if left > start or (sentence.mentions and sentence.mentions[0].start <= start):
        return ""
    found = _OPENING.match(scan.plain, start)
    stems = content(found[0].lower(), 0, len(found[0])) if found is not None else ()
    return stems[0] if stems else ""


def named(sentence: Sentence, mention: Mention, scan: Scan) -> tuple[str, ...]:
    """Words of the names in a sentence: marked "@" of the one it begins with before the figure, whom it is most often told of, else "&"."""
    named = [m for m in sentence.mentions if isinstance(m, NameMention | PlaceMention)]
    first = next((name for name in named if name.end <= mention.start and (isinstance(name, NameMention) or _does(name, sentence, scan))), None)
    told = [f"@{word}" for word in words(first.text)] if first is not None else []
    told += [f"&{word}" for name in named for word in words(name.text) if len(word) > 2]
    return tuple(dict.fromkeys(told))


def places_inside(sentence: Sentence, scan: Scan) -> tuple[str, ...]:
    """Words of the only town or house that the sentence says it is in, each behind "~": prices and crowds of two places are two."""
    inside = [m for m in sentence.mentions if isinstance(m, NameMention | PlaceMention) and scan.plain.endswith((" in ", " at "), 0, m.start)]
    inside = [m for m in inside if not scan.plain.startswith(("'s", "\u2019s"), m.end)]  # "a fund in Ulla's name" is in no place
    if len(inside) != 1 or (isinstance(inside[0], PlaceMention) and len(inside[0].ids[0]) == COUNTRY_CODE):
        return ()
    return tuple([f"~{word}" for word in words(inside[0].text)])


def lead_names(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Words of the names in the first sentence of an article that names anybody, and that is among the first LEADING."""
    for sentence in sentences[:LEADING]:
        found = [word for m in sentence.mentions if isinstance(m, NameMention | PlaceMention) for word in words(m.text) if len(word) > 2]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def led_by(lead: Sequence[str], context: Sequence[str]) -> tuple[str, ...]:
    """Words of the names that the article begins with, each behind "!", but for those that stand beside the figure."""
    return tuple([f"!{word}" for word in lead if f"&{word}" not in context])


def held_of(scan: Scan, share: Mention) -> tuple[str, ...]:
    """Words of the name of what a share is of, each behind "%": "51 percent of Vasker", "a 9 percent stake in Vasker"."""
    found = _HELD.match(scan.plain, share.end)
    return tuple([f"%{word}" for word in words(found[1]) if len(word) > 2]) if found is not None else ()


def _does(name: Mention, sentence: Sentence, scan: Scan) -> bool:
    """A country or a town that opens the sentence and does something: "Norway won nine medals", not "Norway's navy", "Norway, where"."""
    is_place = isinstance(name, PlaceMention) and name.form in ("name", "capital")
    return is_place and name.start == sentence.start and scan.plain.startswith(" ", name.end) and scan.plain[name.end + 1 : name.end + 2].islower()


def taken_up(scan: Scan, sentence: Sentence, before: Sentence | None) -> Iterator[str]:
    """Words of the name that the pronoun at the head of a sentence takes up: the first of the sentence before."""
    if before is not None and before.field == sentence.field and _PRONOUN.match(scan.plain, sentence.start):
        name = next((m for m in before.mentions if isinstance(m, NameMention)), None)
        if name is not None:
            yield from (f"@{word}" for word in words(name.text))
        yield from (f"&{word}" for m in before.mentions if isinstance(m, NameMention) for word in words(m.text) if word in MODELS)
