"""What is kept of an article once it was read: its claims, how to show them, and what links it to other articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.report import ReportClaim
from factcheck.model.setting import Dating


@dataclass(frozen=True, slots=True)
class Terms:
    """What an article is about: how often each term stands in it (names begin with "="), and the words of the names of national office-holders."""

    counts: Mapping[str, int] = field(default_factory=dict)
    officials: frozenset[str] = frozenset()


NO_TERMS = Terms()


@dataclass(frozen=True, slots=True)
class Outline:
    """One article, read. `article` has no text any more; `claims` are not linked to those of others; `shown` are they as a report lists them.

    `grams` are sorted hashes of word sequences by which copies are known, `credit` the agency that the text credits. `is_read` is off for an
    article in another language: it has an origin and nothing else.
    """

    article: Article
    dating: Dating
    claims: tuple[Claim, ...]
    shown: tuple[ReportClaim, ...]
    terms: Terms
    grams: tuple[int, ...]
    credit: str | None
    is_read: bool = True
