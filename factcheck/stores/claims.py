"""Claims of a store, and whom or what each is about once the names and figures of its story were linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model.claim import Claim
from factcheck.model.report import ReportClaim
from factcheck.stores.connection import in_parts, marks, storable
from factcheck.stores.rows import CLAIM_COLUMNS, claim_of, claim_row
from factcheck.stores.store import Store

# Of a subject and attribute with more claims than WHOLE_GROUP, the first and the last FROM_EACH_END of each value are compared, of
# the MOST_VALUES values told last: comparison itself looks at eight of each value.
WHOLE_GROUP = 400
FROM_EACH_END = 8
MOST_VALUES = 60

Key = tuple[str, str]  # rule and subject id: a group of claims that belongs to no event


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with its number."""

    number: int
    claim: Claim
    shown: ReportClaim


@dataclass(frozen=True, slots=True)
class Link:
    """The subject of a claim as linked; `said` is equal for equal values of one scope, `day` the first it speaks of ("9999" unknown)."""

    rule: str
    subject_id: str
    subject: str
    said: str
    day: str


def claims_of(store: Store, articles: Mapping[int, tuple[str, str]]) -> dict[int, list[StoredClaim]]:
    """The claims of articles, as read; given with each number are the article's id in this run and what ends the ids of its claims."""
    found: dict[int, list[StoredClaim]] = {}
    for part in in_parts(articles):
        for row in store.db.rows(f"SELECT {', '.join(CLAIM_COLUMNS)} FROM claims WHERE article IN ({marks(part)}) ORDER BY id", part):
            claim, shown = claim_of(row, *articles[row[1]])
            found.setdefault(row[1], []).append(StoredClaim(row[0], claim, shown))
    return found


def record_claims(store: Store, first: int, articles: Iterable[tuple[int, Sequence[Claim], Sequence[ReportClaim]]]) -> dict[int, tuple[int, ...]]:
    """Write the claims of new articles, numbered from `first`; their numbers by article."""
    rows = []
    numbers: dict[int, tuple[int, ...]] = {}
    for article, claims, shown in articles:
        numbers[article] = tuple(range(first, first + len(claims)))
        rows += [claim_row(n, article, claim, as_shown) for n, claim, as_shown in zip(numbers[article], claims, shown, strict=True)]
        first += len(claims)
    if rows:
        store.db.run_many(f"INSERT INTO claims ({', '.join(CLAIM_COLUMNS)}) VALUES ({marks(CLAIM_COLUMNS)})", rows)
    return numbers


def links_of(store: Store, claims: Iterable[int]) -> dict[int, Link]:
    """The link of each claim that has one."""
    found: dict[int, Link] = {}
    for part in in_parts(claims):
        sql = f"SELECT claim, rule, subject_id, subject, said, day FROM links WHERE claim IN ({marks(part)}) AND {store.window.holds('links')}"
        found.update({row[0]: Link(*row[1:]) for row in store.db.rows(sql, part)})
    return found


def relink(store: Store, links: Mapping[int, Link], batch: int) -> None:
    """End the links of these claims, and write the new ones."""
    for part in in_parts(links):
        store.db.run(f"DELETE FROM links WHERE claim IN ({marks(part)}) AND since = ?", (*part, batch))
        store.db.run(f"UPDATE links SET until = ? WHERE claim IN ({marks(part)}) AND until IS NULL", (batch, *part))
    rows = [(n, k.rule, storable(k.subject_id), storable(k.subject), k.said, k.day, batch) for n, k in sorted(links.items())]
    if rows:
        store.db.run_many("INSERT INTO links (claim, rule, subject_id, subject, said, day, since) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def groups(store: Store, keys: Iterable[Key]) -> tuple[dict[int, int], dict[Key, int]]:
    """The articles of the claims with these rules and subjects, by claim; and how many claims there are of each that is too large to take whole."""
    found: dict[int, int] = {}
    large: dict[Key, int] = {}
    for rule, subject in sorted(set(keys)):
        where = f"FROM links l JOIN claims c ON c.id = l.claim WHERE l.subject_id = ? AND l.rule = ? AND {store.window.holds('l')} AND c.is_event = 0"
        key = (storable(subject), rule)
        rows = store.db.rows(f"SELECT l.claim, c.article {where} LIMIT {WHOLE_GROUP + 1}", key)
        if len(rows) > WHOLE_GROUP:
            large[rule, subject] = store.number(f"SELECT count(*) {where}", *key)
            rows = _ends(store, where, key)
        found.update(dict(rows))
    return found, large


def _ends(store: Store, where: str, key: tuple[str, str]) -> list[tuple[int, int]]:
    rows = []
    values = store.db.rows(f"SELECT l.said, max(l.day) {where} GROUP BY l.said ORDER BY 2 DESC, 1 LIMIT {MOST_VALUES}", key)
    for said, _ in values:
        for direction in ("", "DESC"):
            order = f"ORDER BY l.day {direction}, l.claim {direction} LIMIT {FROM_EACH_END}"
            rows += store.db.rows(f"SELECT l.claim, c.article {where} AND l.said = ? {order}", (*key, said))
    return [(claim, article) for claim, article in rows]


def articles_of(store: Store, claims: Iterable[int]) -> dict[int, int]:
    """The number of the article of each claim."""
    found: dict[int, int] = {}
    for part in in_parts(claims):
        found.update(dict(store.db.rows(f"SELECT id, article FROM claims WHERE id IN ({marks(part)})", part)))
    return found
