"""`--output-format json`: the report as schema `factcheck-report/1`, and back.

One object a line, so that it is quick to write, to search and to compare. This is also the door where a report comes in
again (`read`), and where its JSON Schema comes from; pydantic is imported for these two alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from factcheck.errors import UsageError
from factcheck.model.report import SCHEMA, Report
from factcheck.reporters import View

_LISTS = ("articles", "claims", "findings", "diagnostics")


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The whole report; every field of the schema is there, null where there is nothing to say."""
    parts = [f'{{"schema": {line(report.schema)}']
    for name in _LISTS:
        rows = ",\n  ".join(line(row) for row in getattr(report, name))
        parts.append(f'"{name}": [\n  {rows}]' if rows else f'"{name}": []')
    parts += [f'"{f.name}": {line(getattr(report, f.name))}' for f in fields(report) if f.name not in (*_LISTS, "schema")]
    return ",\n ".join(parts) + "}\n"


def line(value: object) -> str:
    """One object of the report as JSON on one line, its fields in their order."""
    return json.dumps(value, ensure_ascii=False, default=_fields)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def _fields(value: object) -> dict[str, Any] | tuple[Any, ...]:
    if isinstance(value, Sequence):
        return tuple(value)
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"not part of a report: {value!r}")
    return {name: getattr(value, name) for name in _names(type(value))}


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Report)


def read(text: str | bytes, path: str) -> Report:
    """The report that a JSON text holds; fields that this version does not know are left out. UsageError names `path`."""
    from pydantic import ValidationError

    try:
        report = _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: not a {SCHEMA}: {place + ': ' if place else ''}{first['msg']}") from None
    assert isinstance(report, Report)
    if report.schema != SCHEMA:
        raise UsageError(f'{path}: not a {SCHEMA}: schema is "{report.schema}"')
    for finding in report.findings:
        if any(not 0 <= at < len(finding.values) for relation in finding.relations for at in (relation.left, relation.right)):
            raise UsageError(f"{path}: not a {SCHEMA}: finding {finding.id}: a relation names a value that is not there")
    return report
