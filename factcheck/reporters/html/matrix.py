"""Sources against subjects: which value each source gives of each finding, with the copies of one text together.

Cards and sources go in, rows for the template come out; the script of the page makes the same of what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SUBJECTS = 12  # of the page without scripts
ROWS = 60


def matrix(cards: Sequence[dict[str, Any]], sources: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """`heads` of the columns, and `groups` of (origin or "", rows of (source, cells)); a cell is (number of the value, its text) or None."""
    columns = cards[:SUBJECTS]
    rows: dict[int, list[tuple[int, str] | None]] = {}
    for column, card in enumerate(columns):
        for at, value in enumerate(card.get("y", ())):
            for source in value.get("s", ()):
                cells = rows.setdefault(source, [None] * len(columns))
                cells[column] = cells[column] or (at, value.get("d", ""))
    groups: dict[str, list[tuple[dict[str, Any], list[tuple[int, str] | None]]]] = {}
    for source in sorted(rows)[:ROWS]:
        groups.setdefault(sources[source].get("o", ""), []).append((sources[source], rows[source]))
    copies = {origin: members for origin, members in groups.items() if origin and len(members) > 1}
    alone = [row for origin, members in groups.items() if origin not in copies for row in members]
    return {
        "heads": [f"{card.get('a', '')}: {card.get('b', '')}" for card in columns],
        "groups": [*sorted(copies.items()), *([("", alone)] if alone else [])],
    }
