"""A store in a PostgreSQL database, by URL; needs psycopg (the extra `postgres`).

The tables stand in the first schema of the connection's search path, so several stores can share a database:
`postgresql://host/desk?options=-csearch_path%3Dpolitics`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from factcheck.stores.connection import WAIT_S, OnWait, Row
from factcheck.stores.errors import StoreError, StoreFailure

LOCK = 0x46435354  # of the advisory lock that one writer holds in a schema
MARK = "factcheck store, schema version "  # the comment of the table by which a store is known, and the number behind it


class PostgresConnection:
    """A connection to a server."""

    is_sqlite = False

    def __init__(self, url: str, on_wait: OnWait | None) -> None:
        try:
            import psycopg
        except ImportError:
            raise StoreError("a store in PostgreSQL needs psycopg: pip install 'factcheck[postgres]'") from None
        self.name, self._on_wait, self._psycopg = shown(url), on_wait, psycopg
        try:
            self._db = psycopg.connect(url, autocommit=True, connect_timeout=20)
        except psycopg.Error as error:
            raise StoreError(f"{self.name}: no connection: {_first_line(error)}. Look at the URL, and whether the server runs") from None

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        with self._told():
            return [tuple(map(_plain, row)) for row in self._db.execute(_translated(sql), parameters).fetchall()]

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        with self._told():
            self._db.execute(_translated(sql), parameters or None)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._told(), self._db.cursor() as cursor:
            cursor.executemany(_translated(sql), rows)

    def begin(self) -> None:
        with self._told():
            self._db.execute("BEGIN")
            if self._db.execute(f"SELECT pg_try_advisory_xact_lock({LOCK}, hashtext(current_schema()))").fetchone() == (True,):
                return
            if self._on_wait is not None:
                self._on_wait(self.name)
            self._db.execute(f"SET LOCAL lock_timeout = '{WAIT_S}s'")
            self._db.execute(f"SELECT pg_advisory_xact_lock({LOCK}, hashtext(current_schema()))")

    def snapshot(self) -> None:
        with self._told():
            self._db.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def each(self, sql: str) -> Iterator[Row]:
        with self._told(), self._db.cursor("each_row") as cursor:
            cursor.itersize = 2000
            for row in cursor.execute(_translated(sql)):
                yield tuple(map(_plain, row))

    def commit(self) -> None:
        with self._told():
            self._db.execute("COMMIT")

    def rollback(self) -> None:
        if not self._db.closed and self._db.info.transaction_status:
            with self._told():
                self._db.execute("ROLLBACK")

    def schema_version(self) -> int:
        found = self.rows(
            "SELECT obj_description(c.oid) FROM pg_class c WHERE c.relname = 'batches' AND c.relnamespace = current_schema()::regnamespace"
        )
        if not found:
            return 0
        comment = found[0][0] or ""
        if not comment.startswith(MARK):
            raise StoreError(f"{self.name}: tables of another program, no store; name another database or schema")
        return int(comment.removeprefix(MARK))

    def set_schema_version(self, version: int) -> None:
        self.run(f"COMMENT ON TABLE batches IS '{MARK}{version}'")

    def integrity(self) -> list[str]:
        return []  # the server sees to its pages, and enforces references

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except self._psycopg.errors.LockNotAvailable:
            raise StoreFailure(
                f"{self.name}: another process has held the store for {WAIT_S // 60} minutes; nothing was recorded. Run again when it ended"
            ) from None
        except (self._psycopg.errors.InsufficientPrivilege, self._psycopg.errors.ReadOnlySqlTransaction) as error:
            raise StoreError(f"{self.name}: {_first_line(error)}; the role needs the right to create and write tables in this schema") from None
        except (self._psycopg.errors.DiskFull, self._psycopg.errors.OutOfMemory) as error:
            raise StoreFailure(
                f"{self.name}: {_first_line(error)}; nothing of the batch was recorded. Free space on the server and run again"
            ) from None
        except self._psycopg.Error as error:
            if self._db.closed or self._db.broken:
                said = f"{self.name}: the connection was lost ({_first_line(error)}); nothing of the batch was recorded"
                raise StoreFailure(f"{said}. Run again when the server answers") from None
            raise StoreFailure(f"{self.name}: {_first_line(error)}; nothing was recorded") from None


def shown(url: str) -> str:
    """The URL without the password."""
    without = re.sub(r"(?<=://)([^/@:]*):[^/]*@", r"\1@", url)
    return re.sub(r"(?<=[?&]password=)[^&]*", "***", without)


def _translated(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
