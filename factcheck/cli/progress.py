"""A sign of life on standard error: on a terminal, for anything longer than a second, never in a pipe."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.cli.streams import say


@contextmanager
def at_work(is_wanted: bool, delay_s: float = 1.0) -> Iterator[None]:
    """Show the seconds gone by until the block ends, and wipe the line away."""
    if not (is_wanted and sys.stderr is not None and sys.stderr.isatty()):
        yield
        return
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(done, delay_s), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()


def _tick(done: threading.Event, delay_s: float) -> None:
    ticks = 0
    while not done.wait(delay_s):
        ticks += 1
        say(f"\rat work for {round(ticks * delay_s)} s", end="")
    if ticks:
        say("\r\x1b[K", end="")
