"""What is known of an article from outside of its claims: when it was written, whose text it is, what story it tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck.model.interval import ANY_TIME, Interval


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was written. `is_given`: the input said so; else `because` tells how it was inferred."""

    interval: Interval = ANY_TIME
    because: tuple[str, ...] = ()
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """An article's dating, its `origin` (copies of one text share one) and its `story` (None: none known).

    `version_of` is the article of which this is a later version. `clock` is the hour at which it was published, where the input gives one.
    """

    article: str
    dating: Dating
    origin: str
    story: str | None = None
    publisher: str | None = None
    version_of: str | None = None
    clock: datetime | None = None
