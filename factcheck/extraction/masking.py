"""Masked text: each mention one character, the rest in lower case with single spaces, a line a sentence.

Sentences with their mentions go in; a `Masked` comes out, on which frames are plain regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.mention import Mention, NameMention, OfficeMention, PlaceMention, QuantityMention
from factcheck.model.reading import Sentence
from factcheck.packs.frames import MASKS
from factcheck.text.scan import Scan

_SPACES = re.compile(r"\s+")
_MASKED = re.compile(f"[{''.join(MASKS.values())}]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Masked:
    """`text` in Latin-1 characters only; `mention_at` maps the offset of a mask to (number of its sentence, mention)."""

    text: str
    mention_at: dict[int, tuple[int, Mention]]


def mask_of(mention: Mention) -> str:
    """The character that stands for a mention."""
    if isinstance(mention, QuantityMention):
        return MASKS.get(mention.kind, MASKS["measure"])
    if isinstance(mention, PlaceMention):
        return MASKS["place"]
    if isinstance(mention, OfficeMention):
        return MASKS["office"]
    if isinstance(mention, NameMention):
        return MASKS["name"]
    return MASKS["time"] if mention.kind == "time" else MASKS["duration"] if mention.kind == "duration" else MASKS["date"]


def mask(scan: Scan, sentences: Sequence[Sentence], first: int = 0) -> Masked:
    """Masks sentences of one scanned text; `first` is the number that the first of them has in its article."""
    source = scan.latin.decode("latin-1").lower()
    lines: list[str] = []
    order: list[tuple[int, Mention]] = []
    for number, sentence in enumerate(sentences, first):
        pieces, at = [], sentence.start
        for mention in sentence.mentions:
            pieces.append(_CONTROL.sub(" ", source[at : mention.start]))
            pieces.append(mask_of(mention))
            order.append((number, mention))
            at = mention.end
        pieces.append(_CONTROL.sub(" ", source[at : sentence.end]))
        lines.append(_SPACES.sub(" ", "".join(pieces)))
    text = "\n".join(lines)
    return Masked(text, {match.start(): entry for match, entry in zip(_MASKED.finditer(text), order, strict=True)})
