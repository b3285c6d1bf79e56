"""Rule books that were read before, kept in the user's cache folder: a start without YAML, schemas and frames to parse.

The same folders as for `load_rules` go in, the same rule book comes out. A kept book is found by the content of every
rule file and by this program's own state, so it is never out of date; where it cannot be read or written, nothing is lost.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factcheck.packs.rulebook import RuleBook

KEPT = 4  # books; the oldest go when another is written
_DIGEST = 32  # bytes in front of a kept book, by which a torn file is known
_NAME = "rules-{}.bin"
_MODULES = ("factcheck.packs.rulebook", "factcheck.packs.frames", "factcheck.packs.terms")
_OTHERS = frozenset((("datetime", "date"), ("decimal", "Decimal"), (__name__, "_proxy")))


def cache_folder() -> Path | None:
    """Where books are kept: under XDG_CACHE_HOME or the system's own place; None where there is no home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return Path(base) / "factcheck" if os.path.isabs(base) else None


def load_cached_rules(folders: Sequence[Path] = (), reference: bool = True, kept_in: Path | None = None) -> RuleBook:
    """The rules that come along and those of `folders`, from the cache in `kept_in` or else from their files. Errors as for `load_rules`."""
    key = _key(folders, reference) if kept_in is not None else None
    if kept_in is None or key is None:
        return _load(folders, reference)
    path = kept_in / _NAME.format(key)
    book = _read(path)
    if book is None:
        book = _with_needs(_load(folders, reference))
        _write(path, book)
    return book


def _load(folders: Sequence[Path], reference: bool) -> RuleBook:
    from factcheck.packs.loader import load_rules

    return load_rules(folders, reference=reference)


def _with_needs(book: RuleBook) -> RuleBook:
    """To be kept with the book, as they take a tenth of a start."""
    from factcheck.packs.needs import needs_of

    frames = (rule.frame for attribute in book.attributes for rule in attribute.frames)
    return replace(book, needs=needs_of(frames, {name: lexicon.phrases for name, lexicon in book.lexicons.items()}))


def _key(folders: Sequence[Path], reference: bool) -> str | None:
    """What a book hangs on, as a name; None where some file cannot be read, which loading will report."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    roots = [installed if installed.is_dir() else package.parent / "rules", *folders]
    made = blake2b(repr((sys.version_info[:3], reference, [str(root) for root in roots])).encode(), digest_size=20)
    try:
        for code in sorted((*package.glob("packs/*.py"), *package.glob("text/*.py"), package / "yaml_door.py")):
            stat = code.stat()
            made.update(repr((code.name, stat.st_size, stat.st_mtime_ns)).encode())
        for root in roots:
            for path in _files(root):
                data = path.read_bytes()
                made.update(repr((str(path), len(data))).encode())
                made.update(data)
    except OSError:
        return None
    return made.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(root):
        inner.sort()
        for name in sorted(names):
            yield Path(folder) / name


def _read(path: Path) -> RuleBook | None:
    """The book of a file; None where there is none, or none that this user alone may have written."""
    try:
        if not _is_private(path.parent):
            return None
        data = path.read_bytes()
    except OSError:
        return None
    if blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() != data[:_DIGEST]:
        return None
    try:
        book = _Unpickler(io.BytesIO(data[_DIGEST:])).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError):
        return None
    return book if isinstance(book, RuleBook) else None


def _write(path: Path, book: RuleBook) -> None:
    """Keeps a book, at once or not at all."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(path.parent):
            return
        stream = io.BytesIO()
        _Pickler(stream, protocol=5).dump(book)
        payload = stream.getvalue()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix="rules-", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(blake2b(payload, digest_size=_DIGEST).digest() + payload)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise
        kept = sorted(path.parent.glob(_NAME.format("*")), key=lambda one: (one.stat().st_mtime_ns, one.name))
        for old in kept[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _is_private(folder: Path) -> bool:
    """Nobody but this user may write there."""
    if not hasattr(os, "getuid"):
        return True
    stat = folder.stat()
    return stat.st_uid == os.getuid() and not stat.st_mode & 0o022


def _proxy(content: dict[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(content)


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        """Read-only mappings as what they hold."""
        return (_proxy, (dict(value),)) if isinstance(value, MappingProxyType) else NotImplemented


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Only what rule books are made of; UnpicklingError for anything else."""
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module in _MODULES and "." not in name else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"a rule book holds no {module}.{name}")
        return found
