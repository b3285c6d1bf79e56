"""`--store`: the store that a batch is held against and recorded in, and the moments that the options name."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.moment import now_of
from factcheck.cli.progress import Progress
from factcheck.cli.run_facts import packs_of, version_of_program
from factcheck.cli.streams import say
from factcheck.errors import UsageError
from factcheck.model.report import Report
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.pipeline import Options
    from factcheck.stores import Store

F = TypeVar("F", bound=Callable[..., Any])

store_option = click.option(
    "--store", metavar="PLACE", help="Compare with earlier batches, and record this one: an SQLite file, or a postgresql:// URL."
)


def store_options(command: F) -> F:
    """`--store` and what goes with it."""
    for option in reversed(
        (
            store_option,
            click.option("--as-of", metavar="TIME", help="Take the store as it stood then (a day: at its end), and record nothing."),
            click.option("--since", metavar="TIME", help="Look at what the store recorded since then as if it came now."),
            click.option("--no-record", is_flag=True, help="Compare with the store, and record nothing."),
        )
    ):
        command = option(command)
    return command


def moment(said: str, option: str, is_end: bool) -> str:
    """The time that an option names, in UTC as stores write it; a day stands for its first or its last second."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
            found = datetime.combine(date.fromisoformat(said), time(23, 59, 59) if is_end else time(), UTC)
        else:
            found = datetime.fromisoformat(said)
            found = found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    except ValueError:
        raise UsageError(f'{option}: expected an ISO 8601 date or time such as 2026-03-31, found "{said}"') from None
    return stamp(found)


def stamp(when: datetime) -> str:
    """A moment as stores write it."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(slots=True)
class Held:
    """A store that is open for a batch; nothing is recorded before `keep`."""

    store: Store
    given: dict[str, Any]
    settings: Settings

    @property
    def is_kept(self) -> bool:
        """The batch is to be recorded."""
        return not (self.given.get("no_record") or self.given.get("as_of"))

    def check(self, paths: Sequence[str], options: Options) -> Report:
        """The report on a batch; the store is held until `keep`, or until the block around ends."""
        from factcheck.batches import Asked, check_batch, prepare

        as_of = moment(self.given["as_of"], "--as-of", True) if self.given.get("as_of") else None
        since = moment(self.given["since"], "--since", False) if self.given.get("since") else None
        packs = ", ".join(f"{name} {version}" for name, version in packs_of(self.settings))
        asked = Asked(stamp(now_of(self.given.get("now"))), as_of, since, version_of_program(), packs)
        return check_batch(self.store, prepare(paths, self.store, options, as_of), asked)

    def told(self, names: set[str]) -> set[str]:
        """Of some fingerprints those that the store was told of, whether or not this batch touches them."""
        from factcheck.stores.connection import in_parts, marks

        return {
            row[0]
            for part in in_parts(names)
            for row in self.store.db.rows(f"SELECT fingerprint FROM fingerprints WHERE fingerprint IN ({marks(part)})", part)
        }

    def keep(self) -> None:
        """Record the batch, where it is to be."""
        if self.is_kept:
            self.store.commit()
        self.store.rollback()


@contextmanager
def held_store(settings: Settings, given: dict[str, Any], progress: Progress) -> Iterator[Held | None]:
    """The store of a run, None where there is none; UsageError for options that need one."""
    if not settings.store:
        for name in ("as_of", "since", "no_record"):
            if given.get(name):
                raise UsageError(f"--{name.replace('_', '-')} asks about a store; name it with --store")
        yield None
        return
    from factcheck.stores import open_store

    with open_store(settings.store, must_exist=bool(given.get("as_of")), on_wait=progress.wait) as store:
        yield Held(store, given, settings)


@contextmanager
def store_of(settings: Settings) -> Iterator[Store]:
    """The store that a command works on; UsageError where none is named, or none is there."""
    if not settings.store:
        raise UsageError("which store? Name it with --store, or as store in the settings")
    from factcheck.stores import open_store

    with open_store(settings.store, must_exist=True, on_wait=say_wait) as store:
        yield store


def say_wait(store: str) -> None:
    """Say on a terminal that another process writes to the store."""
    if sys.stderr is not None and sys.stderr.isatty():
        say(f"waiting for another process that writes to {store}")


def report_by_prefix(store: Store, prefix: str) -> Report:
    """A report of the findings in a store whose ids begin so."""
    from factcheck.batches.look_back import report_on
    from factcheck.stores.findings import kept_findings

    store.look()
    return report_on(store, kept_findings(store, "f.name >= ? AND f.name < ?", (prefix, prefix + "g")))
