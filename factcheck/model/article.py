"""One document, as a reader made it, and the stretches that cleaning cut it into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

Field = Literal["text", "title"]
SegmentKind = Literal["headline", "body", "boilerplate", "repeat"]


@dataclass(frozen=True, slots=True)
class Article:
    """One document. `text` is what offsets count in; `published` a date, or a datetime with a time zone or without.

    `id` is unique in a run. `has_explicit_id`: the input named it (or an URL), so a later text under it is a new
    version. `path` is as the user gave it, `line` the line of the row in its file (JSONL, CSV), else None.
    `body_start` is where the article proper begins in `text` (behind front matter). `version_of` is the id of the
    first article of the run that the input gave under the same id or URL with another text.
    """

    id: str
    text: str
    path: str = ""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | datetime | None = None
    language: str | None = None
    has_explicit_id: bool = False
    line: int | None = None
    body_start: int = 0
    version_of: str | None = None

    def text_of(self, field: str) -> str:
        """What offsets in a field count in: "text", or "title", which may be missing."""
        return self.text if field == "text" else self.title or ""


class Segment(NamedTuple):
    """`[start, end)` of a field of an article and what it is; `why` names the sign by which cleaning knew.

    A `repeat` says again what stood before (`of` is the start of the first saying).
    """

    kind: SegmentKind
    start: int
    end: int
    field: Field = "text"
    why: str = ""
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something about an input that the user should know; the run goes on."""

    severity: Literal["error", "warning", "note"]
    path: str
    line: int | None
    message: str
