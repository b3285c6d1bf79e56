"""The hash of a line of a file, as code scanning computes it, for formats that point at lines."""

from __future__ import annotations

from pathlib import Path

from factcheck.reporters.line_hash import line_hashes


class LineHashes:
    """Asked for a path (from `root` on) and a line (1-based), gives the hash; None where the file cannot be read now, or lacks the line."""

    def __init__(self, root: Path = Path()) -> None:
        self._root = root
        self._by_path: dict[str, tuple[str, ...]] = {}

    def __call__(self, path: str, line: int) -> str | None:
        if path not in self._by_path:
            try:
                text = (self._root / path).read_bytes().decode("utf-8", "replace")
            except (OSError, ValueError):
                text = ""
            self._by_path[path] = line_hashes(text) if text else ()
        known = self._by_path[path]
        return known[line - 1] if line <= len(known) else None
