"""A whole store as lines of JSON, and back: to take it to another database, or to keep a copy that any tool reads.

The first line says what it is (`factcheck-store/1`), each further one is a row: its table, then its values by column. What
one store exports and another imports is the same store.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.errors import UsageError
from factcheck.stores.connection import marks
from factcheck.stores.rows import dumped
from factcheck.stores.schema import STEPS, TABLES
from factcheck.stores.store import Store
from factcheck.stores.upkeep import is_empty

FORMAT = "factcheck-store/1"
AT_A_TIME = 2000  # rows that are written at once
_BINARY = ("terms", "grams")  # columns of `articles`
_ORDER = {
    "batches": "id", "articles": "id", "placements": "article, since", "terms": "term*", "probes": "term*, article", "grams": "gram, article",
    "claims": "id", "links": "claim, since", "findings": "id", "finding_claims": "claim, finding, value", "fingerprints": "fingerprint*, verdict*",
    "decisions": "id", "counters": "name*",
}  # fmt: skip


def columns(store: Store, table: str) -> list[str]:
    """The columns of a table, in their order."""
    if store.db.is_sqlite:
        return [row[1] for row in store.db.rows(f"PRAGMA table_info({table})")]
    sql = "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position"
    return [row[0] for row in store.db.rows(sql, (table,))]


def export(store: Store) -> Iterator[str]:
    """The lines of a store that is being looked at, without line ends; the same store gives the same lines from every database."""
    yield dumped({"format": FORMAT, "schema": len(STEPS)})
    for table in TABLES:
        names = columns(store, table)
        order = _ORDER[table].replace("*", "" if store.db.is_sqlite else ' COLLATE "C"')  # by bytes, in both
        for row in store.db.each(f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}"):
            yield dumped({"table": table, **{name: _told(value) for name, value in zip(names, row, strict=True)}})


def _told(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def take_in(store: Store, lines: Iterable[str], path: str) -> int:
    """Write the rows of an export into a store that has none; how many there were. UsageError for anything else, with its line."""
    if not is_empty(store):
        raise UsageError(f"{store.name} has batches already; import into a new store")
    store.db.run("DELETE FROM counters")
    known = {table: columns(store, table) for table in TABLES}
    waiting: list[tuple[Any, ...]] = []
    current, count, is_begun = "", 0, False

    def flush() -> None:
        if waiting:
            store.db.run_many(f"INSERT INTO {current} ({', '.join(known[current])}) VALUES ({marks(known[current])})", waiting)
            waiting.clear()

    later: list[tuple[int, int]] = []  # articles that a later one supersedes, which is written after them
    for number, line in enumerate(lines, 1):
        row = _parsed(line, path, number)
        if not is_begun:
            _check_head(row, path)
            is_begun = True
            continue
        table = row.pop("table", None)
        if table not in known or set(row) != set(known[table]):
            raise UsageError(f"{path}:{number}: not a row of a store of this version")
        if table != current or len(waiting) >= AT_A_TIME:
            flush()
            current = table
        if table == "articles":
            for name in _BINARY:
                row[name] = base64.b64decode(row[name])
            if row["superseded_by"] is not None:
                later.append((row["superseded_by"], row["id"]))
                row["superseded_by"] = None
        waiting.append(tuple(row[name] for name in known[table]))
        count += 1
    flush()
    if not is_begun:
        raise UsageError(f"{path}: empty, no {FORMAT}")
    store.db.run_many("UPDATE articles SET superseded_by = ? WHERE id = ?", later)
    return count


def _parsed(line: str, path: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{path}:{number}: not JSON: {error}; an export was cut off, or is of something else") from None
    if not isinstance(row, dict):
        raise UsageError(f"{path}:{number}: expected an object")
    return row


def _check_head(row: dict[str, Any], path: str) -> None:
    if row.get("format") != FORMAT:
        raise UsageError(f'{path}:1: expected {{"format": "{FORMAT}", ...}}; write one with: factcheck store export')
    if row.get("schema") != len(STEPS):
        raise UsageError(f"{path}:1: of schema {row.get('schema')}, this factcheck imports {len(STEPS)}; export it with this version")
