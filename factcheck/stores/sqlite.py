"""A store in one SQLite file, beside which a journal stands while it is written (WAL)."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factcheck.stores.connection import WAIT_S, OnWait, Row
from factcheck.stores.errors import StoreError, StoreFailure

APPLICATION_ID = 0x46435354  # "FCST", by which `file` and we know the database as a store
OLDEST = (3, 24)  # upserts


class SqliteConnection:
    """An open file."""

    is_sqlite = True

    def __init__(self, path: str, must_exist: bool, on_wait: OnWait | None) -> None:
        self.name, self._on_wait, self._is_busy = path, on_wait, False
        if sqlite3.sqlite_version_info < OLDEST:
            raise StoreError(f"SQLite {sqlite3.sqlite_version} is too old for a store: 3.24 or later is needed")
        is_new = _look_at(Path(path), must_exist)
        with self._told():
            self._db = sqlite3.connect(path, timeout=1.0, isolation_level=None)
        try:
            with self._told():
                self._db.execute("PRAGMA foreign_keys = ON")
                self._db.execute("PRAGMA synchronous = FULL")  # a commit outlives a power cut
                self._db.execute("PRAGMA cache_size = -65536")
                self._db.execute("PRAGMA journal_size_limit = 67108864")
                if is_new or (self.schema_version() and self._db.execute("PRAGMA journal_mode").fetchone()[0] != "wal"):
                    self._db.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            self._db.close()
            raise

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        with self._told():
            return self._db.execute(sql, parameters).fetchall()

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        with self._told():
            self._db.execute(sql, parameters)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._told():
            self._db.executemany(sql, rows)

    def begin(self) -> None:
        limit = time.monotonic() + WAIT_S
        is_told = False
        while True:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if not _is_busy(error) or time.monotonic() > limit:
                    raise self._said(error) from None
            if not is_told and self._on_wait is not None:
                self._on_wait(self.name)
            is_told = True

    def snapshot(self) -> None:
        with self._told():
            self._db.execute("BEGIN")

    def each(self, sql: str) -> Iterator[Row]:
        with self._told():
            yield from self._db.execute(sql)

    def commit(self) -> None:
        with self._told():
            self._db.execute("COMMIT")

    def rollback(self) -> None:
        if self._db.in_transaction:
            with self._told():
                self._db.execute("ROLLBACK")

    def schema_version(self) -> int:
        with self._told():
            ours = self._db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            version = int(self._db.execute("PRAGMA user_version").fetchone()[0])
            tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not ours and (tables or version):
            raise StoreError(f"{self.name}: a database of another program ({tables} tables and indexes), no store; name another file")
        return version

    def set_schema_version(self, version: int) -> None:
        with self._told():
            self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._db.execute(f"PRAGMA user_version = {version}")

    def integrity(self) -> list[str]:
        with self._told():
            found = [str(row[0]) for row in self._db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            broken = self._db.execute("PRAGMA foreign_key_check").fetchall()
        return found + [f"{table} row {number} names a row of {parent} that is not there" for table, number, parent, _ in broken]

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._said(error) from None

    def _said(self, error: sqlite3.Error) -> StoreError | StoreFailure:
        """The error as a user reads it; told by its words, as older Pythons give no code."""
        said = str(error)
        name = self.name
        if "not a database" in said:
            return StoreError(f"{name}: not a store: the file is no SQLite database; name another file")
        if "readonly" in said or "read-only" in said:
            return StoreError(f"{name}: the store is read-only, and recording a batch writes to it and to its folder; allow that, or copy the store")
        if "unable to open" in said:
            return StoreError(f"{name}: cannot be opened: the store and its folder must be there and writable")
        if "full" in said:
            return StoreFailure(f"{name}: the disk is full; nothing of the batch was recorded, and the store is as before. Free space and run again")
        if _is_busy(error):
            return StoreFailure(
                f"{name}: another process has held the store for {WAIT_S // 60} minutes; nothing was recorded. Run again when it ended"
            )
        if "malformed" in said:
            return StoreFailure(f"{name}: the database is damaged ({said}). Next: factcheck store verify --store {name}, or take a backup")
        if isinstance(error, sqlite3.OperationalError) and ("I/O" in said or "locking" in said):
            return StoreFailure(f"{name}: cannot be read or written ({said}); nothing was recorded. Look at the disk, and run again")
        return StoreFailure(f"{name}: {said}; nothing was recorded")


def _is_busy(error: sqlite3.Error) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _look_at(path: Path, must_exist: bool) -> bool:
    """Whether the file has to be made; StoreError where it cannot be used."""
    if path.is_dir():
        raise StoreError(f"{path}: a folder, no store; name a file, as in {path / 'factcheck.sqlite'}")
    if path.exists():
        if not os.access(path, os.R_OK):
            raise StoreError(f"{path}: the store may not be read")
        return path.stat().st_size == 0
    if must_exist:
        raise StoreError(f"{path}: there is no store. factcheck check PATH --store {path} makes one")
    folder = Path(os.path.realpath(path)).parent
    if not folder.is_dir():
        raise StoreError(f"{path}: there is no folder {folder} to make the store in")
    if not os.access(folder, os.W_OK):
        raise StoreError(f"{path}: the folder {folder} is read-only, so no store can be made in it")
    return True
