"""The door to a database: SQLite in a file, or PostgreSQL by URL, behind one interface.

SQL goes in with `?` for each parameter, in the words that both know; rows come out as tuples. Errors leave as `StoreError`
(exit 2) and `StoreFailure` (exit 3) that say what to do. Which database it is shows in no other module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol

from factcheck.errors import UsageError

Row = tuple[Any, ...]
OnWait = Callable[[str], None]  # told once, when another process holds the store

WAIT_S = 600  # how long a process waits for another that writes
IN_ONE_QUERY = 400  # values in one list of a query; older SQLite takes 999 parameters


class Connection(Protocol):
    """One open database."""

    name: str  # as it may be shown: without a password
    is_sqlite: bool

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """What a query gives."""
        ...

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """A statement that gives nothing."""
        ...

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for each of many rows."""
        ...

    def begin(self) -> None:
        """Start a transaction that no other writer shares; waits for one that is under way."""
        ...

    def snapshot(self) -> None:
        """Start a transaction that only reads, and sees the store as it is now whatever others write."""
        ...

    def each(self, sql: str) -> Iterator[Row]:
        """What a large query gives, a few rows held at a time; inside of a transaction."""
        ...

    def commit(self) -> None:
        """Keep what the transaction wrote."""
        ...

    def rollback(self) -> None:
        """Forget what the transaction wrote."""
        ...

    def schema_version(self) -> int:
        """The version that the store says it has; 0 for an empty database. StoreError for a database of something else."""
        ...

    def set_schema_version(self, version: int) -> None:
        """Say so for whoever opens it next."""
        ...

    def integrity(self) -> list[str]:
        """What the database itself finds wrong with its pages, indexes and references."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


def is_url(place: str) -> bool:
    """A server and not a file."""
    return "://" in place


def connect(place: str, *, must_exist: bool = False, on_wait: OnWait | None = None) -> Connection:
    """The database at a path or a `postgresql://` URL. A file is made where there is none, unless it must exist."""
    if is_url(place):
        scheme = place.partition("://")[0]
        if scheme not in ("postgresql", "postgres"):
            raise UsageError(f'store {scheme}://...: expected a path or postgresql://, found "{scheme}"')
        from factcheck.stores.postgres import PostgresConnection

        return PostgresConnection(place, on_wait)
    from factcheck.stores.sqlite import SqliteConnection

    return SqliteConnection(place, must_exist, on_wait)


def in_parts(values: Iterable[Any], size: int = IN_ONE_QUERY) -> Iterator[list[Any]]:
    """The distinct values, sorted, in lists that fit one query."""
    ordered = sorted(set(values))
    for at in range(0, len(ordered), size):
        yield ordered[at : at + size]


def marks(values: Sequence[Any]) -> str:
    """`?, ?, ?` for a list of values."""
    return ", ".join("?" * len(values))


def storable(text: str) -> str:
    """The text as every database takes it: no zero bytes, and half a surrogate pair as its escape."""
    if text.isascii():
        return text.replace("\x00", "\ufffd") if "\x00" in text else text
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "backslashreplace").decode()
    return text.replace("\x00", "\ufffd")
