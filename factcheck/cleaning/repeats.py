"""What an article says twice: sentences, headlines and paragraphs repeated, re-wrapped or glued to something else."""

from __future__ import annotations

import re

from factcheck.model.article import Segment

_SHORTEST = 20  # characters; shorter sentences repeat by chance ("He declined to comment.")
_FEWEST_WORDS = 4
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def key_of(plain: str, start: int, end: int) -> str:
    """What two sayings of one sentence share: its words, without case, white space and punctuation. Empty: too short to count."""
    key = _NOT_WORD.sub(" ", plain[start:end].lower()).strip()
    return key if len(key) >= _SHORTEST and key.count(" ") + 1 >= _FEWEST_WORDS else ""


def may_repeat(plain: str, spans: list[tuple[int, int]]) -> bool:
    """Whether anything in these paragraphs can stand there twice; quick, and never wrongly False for more than a phrase."""
    seen: set[str] = set()
    for start, end in spans:
        text = plain[start:end]
        if "\n" in text:
            text = " ".join(text.split())
        for piece in text.split("."):
            bare = piece.strip(" \"'")
            if len(bare) >= _SHORTEST:
                if bare in seen:
                    return True
                seen.add(bare)
        if plain[end - 1] not in ".!?\"'" and len(text) >= _SHORTEST and plain.count(text.strip("\"' ")) > 1:
            return True
    return False


def mark_repeats(plain: str, said: list[Segment]) -> list[Segment]:
    """The sentences `said`, in order, with each saying but one as a `repeat` of it: the first in the body, else the first headline."""
    keys = [key_of(plain, segment.start, segment.end) for segment in said]
    kept: dict[str, Segment] = {}
    for key, segment in zip(keys, said, strict=True):
        if key and (key not in kept or (kept[key].kind == "headline" and segment.kind == "body")):
            kept[key] = segment
    return [
        segment if not key or kept[key] is segment else Segment("repeat", segment.start, segment.end, why="said before", of=kept[key].start)
        for key, segment in zip(keys, said, strict=True)
    ]
