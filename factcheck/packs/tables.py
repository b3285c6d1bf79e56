"""Reference tables: a CSV file and the declaration beside it go in, rows of checked text come out."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import PackError, did_you_mean
from factcheck.packs.rulebook import Table
from factcheck.packs.schema import ColumnModel, TableFile, check
from factcheck.yaml_door import load

_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as read: its declaration, its rows in the order of the columns, the path that errors name."""

    declared: TableFile
    rows: tuple[tuple[str, ...], ...]
    path: str
    source: str

    def pick(self, *columns: str) -> Iterator[tuple[str, ...]]:
        """These columns of every row; a column that the table lacks is "" throughout."""
        at = {name: number for number, name in enumerate(self.declared.columns)}
        if columns == tuple(at):
            return iter(self.rows)
        wanted = [at.get(name, -1) for name in columns]
        return (tuple([row[number] if number >= 0 else "" for number in wanted]) for row in self.rows)

    def plain(self) -> Table:
        """What the rule book keeps of a table that nothing else reads."""
        return Table(self.declared.table, tuple(self.declared.columns), self.rows, self.source)

    def error(self, message: str, row: int) -> PackError:
        """A PackError at a row by its number from 0; a cell over several lines shifts the line that it names."""
        return PackError(message, self.path, row + 2)


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
    rows = _read_rows(path, tuple(declared.columns))
    table = ReadTable(declared, rows, str(path), f"{pack}/reference/{path.name}")
    for (name, column), cells in zip(declared.columns.items(), zip(*rows, strict=True), strict=False):
        _check_column(table, name, column, cells)
    return table


def _read_rows(path: Path, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        try:
            header = next(reader, [])
            if tuple(header) != columns:
                raise PackError(f"the header is {','.join(header)}; declared is {','.join(columns)}", str(path), 1)
            rows = tuple([tuple(cells) for cells in reader])
        except csv.Error as error:
            raise PackError(f"not valid CSV: {error}", str(path), reader.line_num) from None
        except UnicodeDecodeError:
            raise PackError("not UTF-8", str(path)) from None
    for number, row in enumerate(rows):
        if len(row) != len(columns):
            raise PackError(f"{len(row)} cells; expected {len(columns)}", str(path), number + 2)
    return rows


def _check_column(table: ReadTable, name: str, column: ColumnModel, cells: tuple[str, ...]) -> None:
    """PackError at the first cell that is not as declared; whole columns at once, for speed."""
    distinct = set(cells)

    def first(is_wrong: Callable[[str], bool]) -> int | None:
        wrong = {cell for cell in distinct if is_wrong(cell)}
        return next((number for number, cell in enumerate(cells) if cell in wrong), None) if wrong else None

    if not column.may_be_empty and "" in distinct:
        raise table.error(f'the column "{name}" is empty', cells.index(""))
    distinct.discard("")
    allowed = frozenset(column.one_of or distinct)
    if (at := first(lambda cell: bool(cell) and cell not in allowed)) is not None:
        raise table.error(f'"{cells[at]}" is no {name}{did_you_mean(cells[at], allowed)}', at)
    if column.type == "date" and (at := first(lambda cell: bool(cell) and not _DATE.fullmatch(cell))) is not None:
        raise table.error(f'"{cells[at]}" is no date; write 2025-10-21 or 2025-10', at)
