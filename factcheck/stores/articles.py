"""Articles of a store: which of a batch it knows, recording new ones, and reading old ones back.

An article has a name, and versions under it. In a run it is known by its name alone if it is the version that counts, else
by `name#v1`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.model.outline import NO_TERMS, Outline
from factcheck.stores.claims import claims_of
from factcheck.stores.connection import Row, in_parts, marks, storable
from factcheck.stores.rows import ARTICLE_COLUMNS, article_of, article_row, dumped, packed_grams, packed_terms
from factcheck.stores.store import Store


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article of the batch as it is looked up: its `name` in the batch, what makes it a version, its `digest`, and its date (empty: none)."""

    name: str
    identity: str
    digest: str
    published: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an incoming article belongs. `known`: the number of the stored article that it is, None for a new one.

    `supersedes` is the number of the version before it, or its index in the batch as a negative number less one;
    `is_late` says that it is older than that, so that it counts no more.
    """

    name: str
    version: int = 1
    known: int | None = None
    supersedes: int | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored article with its number, its outline, and what the store says of it."""

    number: int
    outline: Outline
    story: int | None
    origin: int
    recorded: str
    version: int
    claims: tuple[int, ...] = ()  # the numbers of the outline's claims
    superseded_by: int | None = None
    version_of: int | None = None


def place_all(store: Store, incoming: Sequence[Incoming]) -> list[Place]:
    """Where each article of a batch belongs, in their order. Nothing is written."""
    known = _alike(store, incoming)
    places: list[Place] = []
    batch: dict[str, list[int]] = {}  # indexes of the batch by identity, in order of their versions
    taken = set(known.names)
    for index, one in enumerate(incoming):
        same = known.by_digest.get(one.digest, [])
        found = [row for row in same if (row.identity == one.identity if one.identity else _base(row.name) == one.name)]
        if found:
            row = found[-1]
            places.append(Place(row.name, row.version, row.number))
            continue
        earlier = [row for row in known.by_identity.get(one.identity, []) if one.identity]
        mine = batch.setdefault(one.identity, []) if one.identity else []
        if mine:
            before = next((i for i in reversed(mine) if not places[i].is_late), mine[-1])
            is_late = bool(one.published and incoming[before].published and one.published < incoming[before].published)
            places.append(Place(places[before].name, places[mine[-1]].version + 1, None, -before - 1, is_late))
        elif earlier:
            current = max(earlier, key=lambda row: (row.is_current, row.version))
            newest = max(*(row.version for row in earlier), _later(store, current.name))
            is_late = bool(one.published and current.published and one.published < current.published)
            places.append(Place(current.name, newest + 1, None, current.number, is_late))
        else:
            name = _unused(storable(one.name), taken, store)
            places.append(Place(name, 1 + _later(store, name)))
        taken.add(places[-1].name)
        mine.append(index)
    return places


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    name: str
    version: int
    identity: str
    digest: str
    published: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class _Alike:
    by_digest: dict[str, list[_Row]]
    by_identity: dict[str, list[_Row]]
    names: frozenset[str]


def _alike(store: Store, incoming: Sequence[Incoming]) -> _Alike:
    found: dict[int, _Row] = {}
    columns = f"id, name, version, identity, digest, published, CASE WHEN {store.window.is_current('articles')} THEN 1 ELSE 0 END"
    for column, wanted in (
        ("identity", [storable(one.identity) for one in incoming if one.identity]),
        ("name", [storable(one.name) for one in incoming]),
        ("digest", [one.digest for one in incoming]),
    ):
        for part in in_parts(wanted):
            sql = f"SELECT {columns} FROM articles WHERE {column} IN ({marks(part)}) AND {store.window.counts('batch')}"
            for number, name, version, identity, digest, published, is_current in store.db.rows(sql, part):
                found[number] = _Row(number, name, version, identity, digest, published or "", bool(is_current))
    by_digest: dict[str, list[_Row]] = {}
    by_identity: dict[str, list[_Row]] = {}
    for _, row in sorted(found.items()):
        by_digest.setdefault(row.digest, []).append(row)
        by_identity.setdefault(row.identity, []).append(row)
    return _Alike(by_digest, by_identity, frozenset(row.name for row in found.values()))


def _later(store: Store, name: str) -> int:
    """The highest version that is there of an article, also of one recorded after the day as of which a run looks; 0 where no run looks back."""
    if not store.window.looks_back:
        return 0
    return store.number("SELECT coalesce(max(version), 0) FROM articles WHERE name = ?", name)


def _base(name: str) -> str:
    """The name without the number that tells it from another article's."""
    base, _, number = name.rpartition("#")
    return base if base and number.isdecimal() else name


def _unused(name: str, taken: set[str], store: Store) -> str:
    number, tried = 1, name
    while tried in taken or (number > 1 and store.db.rows("SELECT 1 FROM articles WHERE name = ?", (tried,))):
        number += 1
        tried = f"{name}#{number}"
    return tried


def record(store: Store, number: int, batch: int, place: Place, incoming: Incoming, outline: Outline, version_of: int | None) -> None:
    """Write a new article; its claims, placement and links are written apart."""
    article = replace(outline.article, id=place.name)
    row = article_row(article, incoming.identity, outline.dating, outline.credit, outline.is_read, place.version)
    columns = ("id", "batch", *ARTICLE_COLUMNS, "digest", "terms", "officials", "grams", "version_of")
    officials = storable(dumped(sorted(outline.terms.officials)))
    more = (incoming.digest, packed_terms(outline.terms), officials, packed_grams(outline.grams), version_of)
    store.db.run(f"INSERT INTO articles ({', '.join(columns)}) VALUES ({marks(columns)})", (number, batch, *row, *more))


def supersede(store: Store, old: int, new: int, batch: int) -> None:
    """The version `old` counts no more: its placement and links end."""
    store.db.run("UPDATE articles SET superseded_by = ?, superseded_in = ? WHERE id = ?", (new, batch, old))
    for table in ("placements", "links"):
        which = "article = ?" if table == "placements" else "claim IN (SELECT id FROM claims WHERE article = ?)"
        store.db.run(f"DELETE FROM {table} WHERE {which} AND until IS NULL AND since = ?", (old, batch))
        store.db.run(f"UPDATE {table} SET until = ? WHERE {which} AND until IS NULL", (batch, old))


def entries(store: Store, numbers: Iterable[int], with_claims: bool = True) -> dict[int, Entry]:
    """Stored articles by number, those that a later version superseded included; their terms are read apart."""
    window = store.window
    columns = ", ".join(f"a.{name}" for name in ARTICLE_COLUMNS)
    found: dict[int, Entry] = {}
    for part in in_parts(numbers):
        rows = store.db.rows(
            f"SELECT a.id, a.superseded_by, a.version_of, {window.is_current('a')}, b.recorded, p.story, p.origin, {columns} FROM articles a "
            f"JOIN batches b ON b.id = a.batch LEFT JOIN placements p ON p.article = a.id AND {window.holds('p')} WHERE a.id IN ({marks(part)})",
            part,
        )
        names = {row[0]: (_name_in_run(row), "" if row[3] else f"v{row[8]}") for row in rows}
        claims = claims_of(store, names) if with_claims else {}
        for row in rows:
            number, superseded_by, version_of, is_current, recorded, story, origin, *rest = row
            article, dating, credit, is_read = article_of(tuple(rest))
            said = claims.get(number, [])
            article = replace(article, id=names[number][0])
            outline = Outline(article, dating, tuple(c.claim for c in said), tuple(c.shown for c in said), NO_TERMS, (), credit, is_read)
            superseded = None if is_current else superseded_by
            numbers_of_claims = tuple(c.number for c in said)
            found[number] = Entry(number, outline, story, origin or number, recorded, rest[1], numbers_of_claims, superseded, version_of)
    return found


def _name_in_run(row: Row) -> str:
    is_current, name, version = row[3], row[7], row[8]
    return str(name) if is_current else f"{name}#v{version}"


def current_version(store: Store, number: int) -> int | None:
    """The version that counts in place of the article, None where it does itself."""
    seen = number
    while True:
        sql = f"SELECT superseded_by FROM articles WHERE id = ? AND NOT {store.window.is_current('articles')}"
        found = store.db.rows(sql, (seen,))
        if not found or found[0][0] is None:
            return None if seen == number else seen
        seen = found[0][0]


def recorded_since(store: Store, moment: str) -> list[int]:
    """The numbers of current articles that were recorded at that moment or later."""
    sql = f"SELECT a.id FROM articles a JOIN batches b ON b.id = a.batch WHERE b.recorded >= ? AND {store.window.is_current('a')} ORDER BY a.id"
    return [row[0] for row in store.db.rows(sql, (moment,))]
