"""Resolution: what an article reads as becomes claims about entities at times.

Two steps, as a date has to be known before relative times and past holders can be: `date_article`, then `resolve`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.kinds.date import resolve_all
from factcheck.model.claim import Claim
from factcheck.model.interval import Interval
from factcheck.model.mention import TimeSpan
from factcheck.model.reading import Reading
from factcheck.model.setting import Dating
from factcheck.resolution.book import Book
from factcheck.resolution.claims import Resolver
from factcheck.resolution.holders import at_time, holdings, national_names
from factcheck.resolution.holding import Holding
from factcheck.resolution.written import date_of, infer

__all__ = ["Book", "date_article", "national_names", "resolve"]


def date_article(reading: Reading, book: Book) -> tuple[Dating, tuple[Holding, ...]]:
    """When an article was written, given or inferred, and whom it names in office."""
    held = holdings(reading, book.rules, book.offices)
    dating = date_of(reading.article) or infer(reading, held, _resolve_on)
    return dating, tuple(at_time(holding, dating.interval) for holding in held)


def resolve(reading: Reading, held: Sequence[Holding], dating: Dating, book: Book) -> tuple[Claim, ...]:
    """The claims of an article, in order of its text."""
    return Resolver(reading, held, dating, book).claims()


def _resolve_on(time: TimeSpan, day: date) -> Interval | None:
    """What days a time expression means in an article of that day."""
    return next((found.interval for found in resolve_all((time,), day)), None)  # type: ignore[arg-type]
