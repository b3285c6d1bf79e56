"""The paths of a command line to files: folders searched, patterns expanded, what is missing refused before anything is read."""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck import registry
from factcheck.errors import UsageError, did_you_mean
from factcheck.model.article import Diagnostic


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `path` is as the user would write it, `relative` seen from the PATH given, `reader` its ending on offer."""

    path: str
    relative: str
    reader: str


def find_sources(paths: Sequence[str]) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """The files under `paths` in their order, folders sorted, each file once; notes on what a folder holds besides.

    UsageError for a path or pattern that matches nothing, and for a file named outright that no reader reads.
    """
    sources: list[Source] = []
    diagnostics: list[Diagnostic] = []
    for path in paths:
        if path == "-":
            sources.append(Source("-", "-", "-"))
        elif os.path.isdir(path):
            _search_folder(path, path, sources, diagnostics)
        elif os.path.exists(path):
            sources.append(_named_file(path))
        elif glob.has_magic(path):
            _expand(path, sources, diagnostics)
        else:
            raise UsageError(f"{path}: no such file or folder{_nearby(path)}")
    unique: dict[str, Source] = {}
    for source in sources:
        unique.setdefault("-" if source.path == "-" else os.path.realpath(source.path), source)
    return tuple(unique.values()), tuple(diagnostics)


def ending_of(name: str) -> str | None:
    """The longest ending on offer that `name` has, None where no reader reads it."""
    lowered = name.lower()
    return max((ending for ending in registry.names("reader") if lowered.endswith(ending)), key=len, default=None)


def _named_file(path: str) -> Source:
    ending = ending_of(path)
    if ending is None:
        found = os.path.splitext(path)[1]
        what = f'no reader for "{found}"' if found else "no ending says how to read it"
        raise UsageError(f"{path}: {what}; on offer: {', '.join(registry.names('reader'))}, or - for standard input")
    return Source(path, path, ending)


def _search_folder(folder: str, given: str, sources: list[Source], diagnostics: list[Diagnostic]) -> None:
    passed_over: dict[str, int] = {}

    def refuse(error: OSError) -> None:
        diagnostics.append(Diagnostic("error", str(error.filename), None, f"the folder cannot be read: {error.strerror}"))

    found: list[tuple[str, str]] = []
    for top, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.startswith("."):
                continue
            ending = ending_of(name)
            if ending is None:
                unread = os.path.splitext(name)[1].lower() or "no ending"
                passed_over[unread] = passed_over.get(unread, 0) + 1
            else:
                path = os.path.join(top, name)
                found.append((path.removeprefix(f".{os.sep}") if folder == "." else path, ending))
    sources.extend(Source(path, os.path.relpath(path, given), ending) for path, ending in sorted(found, key=lambda pair: pair[0].split(os.sep)))
    if passed_over:
        listed = ", ".join(f"{count} with {ending}" for ending, count in sorted(passed_over.items()))
        diagnostics.append(Diagnostic("note", folder, None, f"files passed over, as no reader reads their ending: {listed}"))


def _expand(pattern: str, sources: list[Source], diagnostics: list[Diagnostic]) -> None:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        raise UsageError(f"{pattern}: no file matches the pattern")
    before = len(sources)
    for path in matches:
        if os.path.isdir(path):
            if not pattern.endswith("**"):  # "**" itself lists every folder and every file in it
                _search_folder(path, path, sources, diagnostics)
        elif ending_of(path) is not None:
            sources.append(Source(path, path, ending_of(path) or ""))
    if len(sources) == before and not all(map(os.path.isdir, matches)):
        _named_file(next(path for path in matches if not os.path.isdir(path)))


def _nearby(path: str) -> str:
    folder, name = os.path.split(path)
    try:
        known = os.listdir(folder or ".")
    except OSError:
        return ""
    return did_you_mean(name, known) if len(known) > 20 else did_you_mean(name, known).replace("; known:", "; there is:")
