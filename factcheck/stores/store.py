"""A store opened: its connection, and which batches count.

Everything that a batch does to a store happens between `begin` and `commit`; leaving the block without `commit` leaves the
store as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import TracebackType

from factcheck.stores.connection import Connection, OnWait, connect
from factcheck.stores.schema import bring_up_to_date


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows count: those of the batches up to `last`, and of the batch `mine` that is under way."""

    last: int
    mine: int

    @property
    def looks_back(self) -> bool:
        """Some batches came later and do not count."""
        return self.last + 1 < self.mine

    def holds(self, table: str) -> str:
        """SQL: the row was valid then. The numbers are our own, so they stand in the text."""
        return f"({self.counts(f'{table}.since')} AND ({table}.until IS NULL OR NOT {self.counts(f'{table}.until')}))"

    def is_current(self, article: str) -> str:
        """SQL: the article was recorded by then and no later version of it."""
        return f"({self.counts(f'{article}.batch')} AND ({article}.superseded_in IS NULL OR NOT {self.counts(f'{article}.superseded_in')}))"

    def counts(self, batch: str) -> str:
        """SQL: a batch is one of those that count."""
        return f"({batch} <= {self.last} OR {batch} = {self.mine})"


@dataclass(slots=True)
class Store:
    """An open store; use it in a `with` block."""

    db: Connection
    window: Window = field(default_factory=lambda: Window(0, 0))
    is_open: bool = False

    @property
    def name(self) -> str:
        """The path or URL, as it may be shown."""
        return self.db.name

    def begin(self, as_of: str | None = None) -> Window:
        """Start the work of a batch, alone; `as_of` is the last moment (ISO 8601, UTC) whose batches count."""
        self.db.begin()
        self.is_open = True
        newest = self.number("SELECT coalesce(max(id), 0) FROM batches")
        last = newest if as_of is None else self.number("SELECT coalesce(max(id), 0) FROM batches WHERE recorded <= ?", as_of)
        self.window = Window(last, newest + 1)
        return self.window

    def look(self) -> None:
        """Read the store as it is now, whatever others write, without holding it."""
        self.db.snapshot()
        self.is_open = True
        newest = self.number("SELECT coalesce(max(id), 0) FROM batches")
        self.window = Window(newest, newest + 1)

    def commit(self) -> None:
        """Keep what the batch wrote."""
        self.db.commit()
        self.is_open = False

    def rollback(self) -> None:
        """Forget what the batch wrote."""
        if self.is_open:
            self.is_open = False
            self.db.rollback()

    def number(self, sql: str, *parameters: object) -> int:
        """The one number that a query gives."""
        return int(self.db.rows(sql, parameters)[0][0])

    def next_id(self, table: str) -> int:
        """The lowest id of a table that no row has or had; alone as we are, nobody takes it meanwhile."""
        return self.number(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self.rollback()
        finally:
            self.db.close()


def open_store(place: str, *, must_exist: bool = False, on_wait: OnWait | None = None) -> Store:
    """The store at a path or a `postgresql://` URL, brought up to this version of the schema."""
    db = connect(place, must_exist=must_exist, on_wait=on_wait)
    try:
        if must_exist and db.schema_version() == 0:
            from factcheck.stores.errors import StoreError

            raise StoreError(f"{db.name}: there is no store yet. factcheck check PATH --store {db.name} makes one")
        bring_up_to_date(db)
    except BaseException:
        db.close()
        raise
    return Store(db)
