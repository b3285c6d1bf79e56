"""A sign of life on standard error, and how far the work is: on a terminal, for anything longer than a second, never in a pipe."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from factcheck.cli.streams import say


@dataclass(slots=True)
class Progress:
    """How far the work is, as the work says it; what is not said is not shown."""

    told: str = "at work"

    def advance(self, done: int, total: int) -> None:
        """So many articles of so many were read."""
        self.told = f"read {done:,} of {total:,} articles" if done < total else "comparing"

    def wait(self, store: str) -> None:
        """Another process writes to the store."""
        self.told = f"waiting for another process that writes to {store}"


@contextmanager
def at_work(is_wanted: bool, delay_s: float = 1.0) -> Iterator[Progress]:
    """Show what is done, and the seconds gone by, until the block ends, and wipe the line away."""
    progress = Progress()
    if not (is_wanted and sys.stderr is not None and sys.stderr.isatty()):
        yield progress
        return
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(progress, done, delay_s), daemon=True)
    ticker.start()
    try:
        yield progress
    finally:
        done.set()
        ticker.join()


def _tick(progress: Progress, done: threading.Event, delay_s: float) -> None:
    ticks = 0
    while not done.wait(delay_s):
        ticks += 1
        say(f"\r\x1b[K{progress.told}, {round(ticks * delay_s)} s", end="")
    if ticks:
        say("\r\x1b[K", end="")
