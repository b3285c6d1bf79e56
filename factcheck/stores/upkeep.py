"""Looking after a store: what is in it, whether it holds together, and taking old articles out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from factcheck.stores.connection import in_parts, marks
from factcheck.stores.likeness import READ
from factcheck.stores.rows import terms_of
from factcheck.stores.schema import STEPS, TABLES
from factcheck.stores.store import Store

PART = 400  # articles whose terms are held at a time
_COUNTED = "is_read = 1 AND id IN (SELECT article FROM placements)"  # those that were ever placed in a story


@dataclass(frozen=True, slots=True)
class Info:
    """What is in a store. Times are None where it is empty."""

    schema: int
    batches: int
    articles: int
    superseded: int
    claims: int
    subjects: int
    first_recorded: str | None
    last_recorded: str | None
    first_published: str | None
    last_published: str | None
    findings: tuple[tuple[str, int], ...]
    decisions: int
    program: str
    packs: str


def info(store: Store) -> Info:
    """Counts and times, as of the window of the store."""
    window = store.window
    number = store.number
    recorded = store.db.rows(f"SELECT min(recorded), max(recorded) FROM batches WHERE {window.counts('id')}")[0]
    published = store.db.rows(f"SELECT min(published), max(published) FROM articles WHERE {window.counts('batch')}")[0]
    made = store.db.rows(f"SELECT program, packs FROM batches WHERE {window.counts('id')} ORDER BY id DESC LIMIT 1")
    findings = store.db.rows(f"SELECT verdict, count(*) FROM findings WHERE {window.holds('findings')} GROUP BY verdict ORDER BY verdict")
    return Info(
        len(STEPS),
        number(f"SELECT count(*) FROM batches WHERE {window.counts('id')}"),
        number(f"SELECT count(*) FROM articles a WHERE {window.is_current('a')}"),
        number(f"SELECT count(*) FROM articles a WHERE {window.counts('a.batch')} AND NOT {window.is_current('a')}"),
        number(f"SELECT count(*) FROM links WHERE {window.holds('links')}"),
        number(f"SELECT count(DISTINCT subject_id) FROM links WHERE {window.holds('links')}"),
        recorded[0],
        recorded[1],
        published[0],
        published[1],
        tuple((verdict, count) for verdict, count in findings),
        number("SELECT count(*) FROM decisions WHERE undone IS NULL"),
        made[0][0] if made else "",
        made[0][1] if made else "",
    )


def verify(store: Store) -> list[str]:
    """What does not hold together, in sentences; empty where all does."""
    found = store.db.integrity()
    for told, sql in _WRONG:
        rows = store.db.rows(f"{sql} LIMIT 6")
        if rows:
            names = ", ".join(str(row[0]) for row in rows[:5])
            found.append(f"{told}: {names}{', ...' if len(rows) > 5 else ''}")
    return found + _miscounted(store)


# What must give no row.
_WRONG = (
    ("articles without a place in a story or origin", "SELECT name FROM articles a WHERE superseded_by IS NULL AND NOT EXISTS "
     "(SELECT 1 FROM placements p WHERE p.article = a.id AND p.until IS NULL) ORDER BY id"),
    ("articles that were superseded and still have a place", "SELECT name FROM articles a WHERE superseded_by IS NOT NULL AND EXISTS "
     "(SELECT 1 FROM placements p WHERE p.article = a.id AND p.until IS NULL) ORDER BY id"),
    ("articles in two places at a time", "SELECT article FROM placements WHERE until IS NULL GROUP BY article HAVING count(*) > 1 ORDER BY article"),
    ("claims without a subject", "SELECT c.name FROM claims c JOIN articles a ON a.id = c.article WHERE a.superseded_by IS NULL AND NOT EXISTS "
     "(SELECT 1 FROM links l WHERE l.claim = c.id AND l.until IS NULL) ORDER BY c.id"),
    ("claims with two subjects at a time", "SELECT claim FROM links WHERE until IS NULL GROUP BY claim HAVING count(*) > 1 ORDER BY claim"),
    ("rows of batches that are not there", "SELECT since FROM placements WHERE since NOT IN (SELECT id FROM batches) ORDER BY since"),
    ("findings without claims", "SELECT name FROM findings f WHERE until IS NULL AND NOT EXISTS "
     "(SELECT 1 FROM finding_claims v WHERE v.finding = f.id) ORDER BY id"),
)  # fmt: skip


def _miscounted(store: Store) -> list[str]:
    counted: Counter[str] = Counter()
    articles = [row[0] for row in store.db.rows(f"SELECT id FROM articles WHERE {_COUNTED}")]
    total = store.number("SELECT number FROM counters WHERE name = ?", READ)
    for part in in_parts(articles, PART):
        for packed, officials in store.db.rows(f"SELECT terms, officials FROM articles WHERE id IN ({marks(part)})", part):
            counted.update(terms_of(packed, officials).counts.keys())
    written: dict[str, int] = dict(store.db.rows("SELECT term, documents FROM terms WHERE documents > 0"))
    wrong = sorted(term for term in written.keys() | counted.keys() if written.get(term, 0) != counted[term])
    if wrong:
        return [f"words counted wrongly, so that stories may be joined or parted wrongly: {', '.join(wrong[:5])}{', ...' if len(wrong) > 5 else ''}"]
    return [f"{total} articles counted, {len(articles)} are there"] if total != len(articles) else []


@dataclass(frozen=True, slots=True)
class Pruned:
    """How much was taken out."""

    articles: int
    claims: int
    findings: int


def prune(store: Store, before: str) -> Pruned:
    """Take out the articles published before a day (those without a date: recorded before it), with their claims and what only they tell.

    Decisions and the fingerprints of what was told stay: what comes back is no news.
    """
    sql = "SELECT a.id FROM articles a JOIN batches b ON b.id = a.batch WHERE coalesce(a.published, b.recorded) < ?"
    gone = [row[0] for row in store.db.rows(sql, (before,))]
    claims = findings = 0
    for part in in_parts(gone):
        inside = f"IN ({marks(part)})"
        _uncount(store, part)
        claims_inside = f"claim IN (SELECT id FROM claims WHERE article {inside})"
        findings_inside = f"IN (SELECT finding FROM finding_claims WHERE {claims_inside})"
        touched = [row[0] for row in store.db.rows(f"SELECT DISTINCT finding FROM finding_claims WHERE {claims_inside}", part)]
        findings += len(touched)
        store.db.run(f"DELETE FROM finding_claims WHERE finding {findings_inside}", part)
        for some in in_parts(touched):
            store.db.run(f"DELETE FROM findings WHERE id IN ({marks(some)})", some)
        store.db.run(f"DELETE FROM links WHERE {claims_inside}", part)
        claims += store.number(f"SELECT count(*) FROM claims WHERE article {inside}", *part)
        store.db.run(f"DELETE FROM claims WHERE article {inside}", part)
        for table in ("placements", "probes", "grams"):
            store.db.run(f"DELETE FROM {table} WHERE article {inside}", part)
        for column in ("version_of", "superseded_by"):
            store.db.run(f"UPDATE articles SET {column} = NULL WHERE {column} {inside}", part)
    for part in in_parts(gone):
        store.db.run(f"DELETE FROM articles WHERE id IN ({marks(part)})", part)
    return Pruned(len(gone), claims, findings)


def _uncount(store: Store, articles: list[int]) -> None:
    counted: Counter[str] = Counter()
    sql = f"SELECT terms, officials FROM articles WHERE id IN ({marks(articles)}) AND {_COUNTED}"
    rows = store.db.rows(sql, articles)
    for packed, officials in rows:
        counted.update(terms_of(packed, officials).counts.keys())
    store.db.run_many("UPDATE terms SET documents = documents - ? WHERE term = ?", [(count, term) for term, count in sorted(counted.items())])
    store.db.run("DELETE FROM terms WHERE documents <= 0")
    store.db.run("UPDATE counters SET number = number - ? WHERE name = ?", (len(rows), READ))


def is_empty(store: Store) -> bool:
    """Nothing was recorded in it."""
    return not any(store.db.rows(f"SELECT 1 FROM {table} LIMIT 1") for table in TABLES if table != "counters")
