"""Reference tables: a CSV file and the declaration beside it go in, rows of checked text come out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import PackError, did_you_mean
from factcheck.packs.rulebook import Table
from factcheck.packs.schema import ColumnModel, TableFile, check
from factcheck.yaml_door import load

_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column name, and its line (1-based) in the file."""

    cells: dict[str, str]
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str) -> str:
        """The cell, or "" where the table has no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as read: its declaration, its rows, and the path that errors name."""

    declared: TableFile
    rows: tuple[Row, ...]
    path: str
    source: str

    def plain(self) -> Table:
        """What the rule book keeps of a table that nothing else reads."""
        columns = tuple(self.declared.columns)
        return Table(self.declared.table, columns, tuple(tuple(row[c] for c in columns) for row in self.rows), self.source)

    def error(self, message: str, row: Row | None = None) -> PackError:
        return PackError(message, self.path, row.line if row else 1)


def read_table(path: Path, pack: str) -> ReadTable:
    """The table `path` (a .csv with a .yml of the same name). PackError for a header or a cell that is not as declared."""
    sidecar = path.with_suffix(".yml")
    if not sidecar.is_file():
        raise PackError(f"the table has no declaration; write {sidecar.name} with its columns and sources", str(path))
    document = load(sidecar.read_text(encoding="utf-8"), str(sidecar))
    declared = check(document, TableFile)
    if declared.table != path.stem:
        raise document.error(f'the table is called "{declared.table}", its file "{path.stem}"', ["table"])
    for key, names in (("sorted_by", declared.sorted_by), ("unique", declared.unique)):
        for at, name in enumerate(names):
            if name not in declared.columns:
                raise document.error(f'no column is called "{name}"{did_you_mean(name, declared.columns)}', [key, at])
    with path.open(encoding="utf-8", newline="") as lines:
        rows = tuple(_rows(csv.reader(lines, strict=True), declared, str(path)))
    return ReadTable(declared, rows, str(path), f"{pack}/reference/{path.name}")


def _rows(reader: Iterator[list[str]], declared: TableFile, path: str) -> Iterator[Row]:
    columns = list(declared.columns)
    checks = [(at, name, column) for at, (name, column) in enumerate(declared.columns.items())]
    try:
        header = next(reader, [])
        if header != columns:
            raise PackError(f"the header is {','.join(header)}; declared is {','.join(columns)}", path, 1)
        line = 2
        for cells in reader:
            if len(cells) != len(columns):
                raise PackError(f"{len(cells)} cells; expected {len(columns)}", path, line)
            for at, name, column in checks:
                _check_cell(cells[at], name, column, path, line)
            yield Row(dict(zip(columns, cells, strict=True)), line)
            line = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error as error:
        raise PackError(f"not valid CSV: {error}", path, reader.line_num) from None  # type: ignore[attr-defined]


def _check_cell(cell: str, name: str, column: ColumnModel, path: str, line: int) -> None:
    if not cell:
        if not column.may_be_empty:
            raise PackError(f'the column "{name}" is empty', path, line)
    elif column.one_of is not None and cell not in column.one_of:
        raise PackError(f'"{cell}" is no {name}{did_you_mean(cell, column.one_of)}', path, line)
    elif column.type == "date" and not _DATE.fullmatch(cell):
        raise PackError(f'"{cell}" is no date; write 2025-10-21 or 2025-10', path, line)
