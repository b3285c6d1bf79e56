"""Given names that stand for the same person: Dick and Richard, Bill and William."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

from factcheck.packs.tables import ReadTable
from factcheck.text.folding import fold


def build_given_names(tables: Iterable[ReadTable]) -> Mapping[str, tuple[str, ...]]:
    """Folded name to the folded names that it may stand for or be short for, both directions.

    Two short forms of one name are not linked: a man called Rick is hardly ever called Dick as well. A table has
    the columns `name` (the full name) and `variant`.
    """
    found: dict[str, set[str]] = {}
    for table in tables:
        for full, variant in map(partial(map, fold), table.pick("name", "variant")):
            found.setdefault(full, set()).add(variant)
            found.setdefault(variant, set()).add(full)
    return MappingProxyType({name: tuple(sorted(others)) for name, others in sorted(found.items())})
