"""What stories and copies are known by: terms, rare terms to look by, and word sequences, each behind an index.

Only the articles that share something with those of a batch are looked at, however many there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.model.outline import Terms
from factcheck.stores.connection import in_parts, marks, storable
from factcheck.stores.rows import gram_count, terms_of
from factcheck.stores.store import Store

READ = "articles read"  # the counter of articles whose terms count


def add_terms(store: Store, articles: Sequence[Terms]) -> None:
    """Count the terms of new articles."""
    documents: Counter[str] = Counter()
    officials = {"=" + storable(word) for terms in articles for word in terms.officials}
    for terms in articles:
        documents.update([storable(term) for term in terms.counts])
    store.db.run_many(
        "INSERT INTO terms (term, documents, is_official) VALUES (?, ?, ?) ON CONFLICT (term) DO UPDATE SET "
        "documents = terms.documents + excluded.documents, is_official = CASE WHEN excluded.is_official = 1 THEN 1 ELSE terms.is_official END",
        [(term, documents[term], int(term in officials)) for term in sorted(documents.keys() | officials)],
    )
    store.db.run("UPDATE counters SET number = number + ? WHERE name = ?", (len(articles), READ))


def how_common(store: Store, terms: Iterable[str]) -> tuple[dict[str, int], set[str], int]:
    """In how many articles each term stands; which are words of national office-holders; and how many articles there are."""
    documents: dict[str, int] = {}
    officials: set[str] = set()
    for part in in_parts(terms):
        for term, count, is_official in store.db.rows(f"SELECT term, documents, is_official FROM terms WHERE term IN ({marks(part)})", part):
            documents[term] = max(1, count)
            if is_official:
                officials.add(term)
    return documents, officials, store.number("SELECT number FROM counters WHERE name = ?", READ)


def add_probes(store: Store, probes: Mapping[int, Sequence[str]]) -> None:
    """Let later articles find these by their rare terms."""
    rows = sorted((term, article) for article, terms in probes.items() for term in terms)
    store.db.run_many("INSERT INTO probes (term, article) VALUES (?, ?)", rows)


def sharing(store: Store, terms: Iterable[str]) -> dict[str, list[int]]:
    """The current articles that may be found by each of these terms."""
    found: dict[str, list[int]] = defaultdict(list)
    for part in in_parts(terms):
        sql = f"SELECT p.term, p.article FROM probes p JOIN placements h ON h.article = p.article WHERE p.term IN ({marks(part)})"
        for term, article in store.db.rows(f"{sql} AND {store.window.holds('h')} ORDER BY p.term, p.article", part):
            found[term].append(article)
    return found


def terms_by_article(store: Store, articles: Iterable[int]) -> dict[int, Terms]:
    """The terms of stored articles."""
    found: dict[int, Terms] = {}
    for part in in_parts(articles):
        rows = store.db.rows(f"SELECT id, terms, officials FROM articles WHERE id IN ({marks(part)})", part)
        found.update({number: terms_of(packed, officials) for number, packed, officials in rows})
    return found


def members(store: Store, stories: Iterable[int]) -> dict[int, list[int]]:
    """The current articles of each story."""
    found: dict[int, list[int]] = defaultdict(list)
    for part in in_parts(stories):
        sql = f"SELECT story, article FROM placements WHERE story IN ({marks(part)}) AND {store.window.holds('placements')} ORDER BY article"
        for story, article in store.db.rows(sql, part):
            found[story].append(article)
    return found


def placed(store: Store, articles: Iterable[int]) -> dict[int, tuple[int | None, int]]:
    """Story and origin of each current article."""
    found: dict[int, tuple[int | None, int]] = {}
    for part in in_parts(articles):
        sql = f"SELECT article, story, origin FROM placements WHERE article IN ({marks(part)}) AND {store.window.holds('placements')}"
        found.update({article: (story, origin) for article, story, origin in store.db.rows(sql, part)})
    return found


def place(store: Store, placements: Mapping[int, tuple[int | None, int]], batch: int) -> None:
    """Put articles into stories and origins."""
    for part in in_parts(placements):
        store.db.run(f"DELETE FROM placements WHERE article IN ({marks(part)}) AND since = ?", (*part, batch))
        store.db.run(f"UPDATE placements SET until = ? WHERE article IN ({marks(part)}) AND until IS NULL", (batch, *part))
    rows = [(article, story, origin, batch) for article, (story, origin) in sorted(placements.items())]
    if rows:
        store.db.run_many("INSERT INTO placements (article, story, origin, since) VALUES (?, ?, ?, ?)", rows)


def of_origins(store: Store, origins: Iterable[int]) -> dict[int, tuple[int | None, int]]:
    """Story and origin of all current articles of these origins."""
    found: dict[int, tuple[int | None, int]] = {}
    for part in in_parts(origins):
        sql = f"SELECT article, story, origin FROM placements WHERE origin IN ({marks(part)}) AND {store.window.holds('placements')}"
        found.update({article: (story, origin) for article, story, origin in store.db.rows(sql, part)})
    return found


def add_grams(store: Store, articles: Mapping[int, Sequence[int]]) -> None:
    """Let later articles find these by the word sequences that they share."""
    store.db.run_many("INSERT INTO grams (gram, article) VALUES (?, ?)", sorted((g, article) for article, grams in articles.items() for g in grams))


def holders(store: Store, grams: Iterable[int], before: int) -> dict[int, tuple[int, ...]]:
    """The first and the last article below number `before` that hold each gram: two of a thousand are enough to know a copy."""
    found: dict[int, tuple[int, ...]] = {}
    ends = ", ".join(f"(SELECT {end}(h.article) FROM grams h WHERE h.gram = g.column1 AND h.article < {int(before)})" for end in ("min", "max"))
    for part in in_parts(grams):
        rows = store.db.rows(f"SELECT g.column1, {ends} FROM (VALUES {', '.join(['(?)'] * len(part))}) AS g", part)
        found.update({gram: tuple(sorted({first, last})) for gram, first, last in rows if first is not None})
    return found


def copied(store: Store, articles: Iterable[int]) -> dict[int, tuple[int, str | None]]:
    """How many grams each current article has, and the agency that it credits."""
    found: dict[int, tuple[int, str | None]] = {}
    for part in in_parts(articles):
        sql = f"SELECT id, grams, credit FROM articles WHERE id IN ({marks(part)}) AND {store.window.is_current('articles')}"
        found.update({number: (gram_count(packed), credit) for number, packed, credit in store.db.rows(sql, part)})
    return found
