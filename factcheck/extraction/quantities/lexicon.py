"""The word lists beside this module, one file a list: what its words are is in the file's name."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The lower-cased words of a list."""
    return frozenset(files("factcheck.extraction.quantities").joinpath("words", f"{name}.txt").read_text(encoding="utf-8").split())


def marks(name: str) -> dict[str, str]:
    """The mark of each phrase of a table of hedges."""
    text = files("factcheck.extraction.quantities").joinpath("words", f"{name}.csv").read_text(encoding="utf-8")
    return {row["phrase"]: row["mark"] for row in csv.DictReader(text.splitlines())}
