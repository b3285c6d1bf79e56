"""Stories: which articles tell of one event. Readings go in, a story id an article comes out, None where none is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model.reading import Reading


def stories(readings: Sequence[Reading]) -> Mapping[str, str | None]:
    """The story of each article; an article that shares its event with no other has None."""
    return {reading.article.id: None for reading in readings}
