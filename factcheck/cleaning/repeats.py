"""What an article says twice: sentences, headlines and paragraphs repeated, re-wrapped or glued to something else."""

from __future__ import annotations

from factcheck.model.article import Segment

_SHORTEST = 20  # characters; shorter sentences repeat by chance ("He declined to comment.")
_FEWEST_WORDS = 4
_WORDS_ALONE = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def key_of(plain: str, start: int, end: int) -> str:
    """What two sayings of one sentence share: its words, without case, white space and punctuation. Empty: too short to count."""
    words = plain[start:end].lower().encode("latin-1", "replace").translate(_WORDS_ALONE).split()
    key = b" ".join(words).decode("ascii")
    return key if len(key) >= _SHORTEST and len(words) >= _FEWEST_WORDS else ""


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
