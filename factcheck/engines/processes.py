"""Outlines of many articles, by one process or by several that share them in chunks.

Each process loads the rules by itself, which takes about as long as reading a few hundred articles: a small batch is
read here. Nothing depends on how many processes there are but the time.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from factcheck.engines.outliner import Outliner
from factcheck.model.article import Article
from factcheck.model.outline import Outline
from factcheck.packs.cache import load_cached_rules

CHUNK = 64  # articles that a process takes at a time
WORTH_IT = 400  # articles for each process, below which loading the rules once more costs more than it saves

Advance = Callable[[int, int], None]  # how many articles are done, of how many


@dataclass(frozen=True, slots=True)
class Source:
    """Where a process takes its rules from: folders of further packs, and whether their reference facts count, and where rules are kept."""

    rules: tuple[str, ...] = ()
    reference: bool = True
    with_credit: bool = False
    cache: Path | None = None


def outlines(articles: Sequence[Article], outliner: Outliner, source: Source, jobs: int = 1, advance: Advance | None = None) -> list[Outline]:
    """The outline of each article, in their order. `jobs` processes at most (0: one for each core); `outliner` serves where it is this one alone."""
    wanted = jobs or os.cpu_count() or 1
    workers = min(wanted, len(articles) // WORTH_IT)
    if workers < 2:
        return _here(articles, outliner, advance)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    chunks = [articles[at : at + CHUNK] for at in range(0, len(articles), CHUNK)]
    made: list[Outline] = []
    others = {child.pid for child in active_children()}
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _prepare, (source,))
    try:
        with _unheard_interrupts():  # nor do the processes that start here hear any: this one ends them
            parts = pool.map(_outline_all, chunks)
        for part in parts:
            made += part
            if advance is not None:
                advance(len(made), len(articles))
    except BaseException:
        for child in active_children():  # nobody waits for what they are at
            if child.pid not in others:
                child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    return made


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """Put off what Ctrl-C says until the block ends; processes begun in it never hear it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _here(articles: Sequence[Article], outliner: Outliner, advance: Advance | None) -> list[Outline]:
    made = []
    for outline in outliner.outlines(articles):
        made.append(outline)
        if advance is not None:
            advance(len(made), len(articles))
    return made


_outliner: list[Outliner] = []  # of a worker process, made once


def _prepare(source: Source) -> None:
    rules = load_cached_rules([Path(folder) for folder in source.rules], source.reference, source.cache)
    _outliner[:] = [Outliner(rules, with_credit=source.with_credit)]


def _outline_all(articles: Sequence[Article]) -> list[Outline]:
    return list(_outliner[0].outlines(articles))
