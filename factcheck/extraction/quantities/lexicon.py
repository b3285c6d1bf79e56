"""The word lists beside this module, one file a list: what its words are is in the file's name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The lower-cased words of a list."""
    return frozenset(files("factcheck.extraction.quantities").joinpath("words", f"{name}.txt").read_text(encoding="utf-8").split())
