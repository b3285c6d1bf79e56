"""First stage: files to articles. Paths go in; articles, each with an id of its own, and diagnostics come out, in the order of the input.

It must not know what anyone looks for in an article. A fault in one input never keeps the others from being read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck import registry
from factcheck.model.article import Article, Diagnostic
from factcheck.readers.decode import mend_surrogates
from factcheck.readers.ids import make_ids_unique
from factcheck.readers.language import check_language
from factcheck.readers.paths import Source, find_sources
from factcheck.readers.standard_input import read as read_standard_input

__all__ = ["Inputs", "read_inputs"]

_MOST_DIAGNOSTICS = 20  # of one file; a million malformed lines are one fault


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read. `files` counts the inputs that were tried, standard input as one."""

    articles: tuple[Article, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: int


def read_inputs(paths: Sequence[str], *, stdin: bytes | None = None) -> Inputs:
    """The articles under `paths`: files, folders, patterns that no shell expanded, or "-" for standard input (`stdin`, where given).

    UsageError, before anything is read, for a path that is missing or that no reader reads.
    """
    sources, notes = find_sources(paths)
    diagnostics = list(notes)
    articles: list[Article] = []
    relative: list[str] = []
    for source in sources:
        path = mend_surrogates(source.path)  # a name of bytes that are no UTF-8 opens its file, but cannot be printed
        for item in _cap(_read_source(source, stdin, path), path):
            if isinstance(item, Diagnostic):
                diagnostics.append(item)
                continue
            article, foreign = check_language(item)
            if foreign is not None:
                diagnostics.append(foreign)
            articles.append(article)
            relative.append(mend_surrogates(source.relative))
    unique, repeated = make_ids_unique(articles, relative)
    return Inputs(unique, (*diagnostics, *repeated), len(sources))


def _read_source(source: Source, stdin: bytes | None, path: str) -> Iterator[Article | Diagnostic]:
    if source.path == "-":
        yield from read_standard_input(sys.stdin.buffer.read() if stdin is None else stdin, "-")
        return
    try:
        with open(source.path, "rb") as file:
            data = file.read()
    except OSError as error:
        yield Diagnostic("error", path, None, f"cannot be read: {error.strerror}")
        return
    yield from registry.load("reader", source.reader)(data, path)


def _cap(items: Iterable[Article | Diagnostic], path: str) -> Iterator[Article | Diagnostic]:
    said = 0
    worst: Diagnostic | None = None
    for item in items:
        if isinstance(item, Diagnostic):
            said += 1
            if said > _MOST_DIAGNOSTICS:
                if worst is None or item.severity == "error":
                    worst = item
                continue
        yield item
    if worst is not None:
        yield Diagnostic(worst.severity, path, worst.line, f"{said - _MOST_DIAGNOSTICS} more like these; one of them: {worst.message}")
