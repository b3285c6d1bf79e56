"""Pydantic's complaints about a pack file in our words, at their place in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast, get_args

from pydantic import BaseModel, ValidationError

from factcheck.errors import PackError, did_you_mean
from factcheck.yaml_door import Document


def located(error: ValidationError, document: Document, model: type[BaseModel]) -> PackError:
    """The deepest of pydantic's errors, in our words, at its place; an unknown key before the missing one that it was to be."""
    found = [(_path(document.data, item["loc"]), item) for item in error.errors()]
    path, item = max(found, key=lambda pair: (len(pair[0]), pair[1]["type"] == "extra_forbidden"))
    key = str(path[-1]) if path else ""
    kind = item["type"]
    if kind == "extra_forbidden":
        return document.error(f'unknown key "{key}"{did_you_mean(key, _fields_at(model, path[:-1]))}', path, at_key=True)
    if kind == "missing":
        return document.error(f'the key "{key}" is missing', path[:-1])
    if kind == "literal_error":
        options = re.findall(r"'([^']*)'", str(item.get("ctx", {}).get("expected", "")))
        if not isinstance(item["input"], str):
            return document.error(f'"{key}" wants one of {", ".join(options)}', path)
        return document.error(f'"{item["input"]}" is no {key or "value"}{did_you_mean(str(item["input"]), options)}', path)
    if kind == "value_error":
        return document.error(str(item["msg"]).removeprefix("Value error, "), path)
    expected = {
        "string_type": "a text",
        "list_type": "a list",
        "dict_type": "key: value lines",
        "model_type": "key: value lines",
        "model_attributes_type": "key: value lines",
        "bool_parsing": "yes or no",
        "int_parsing": "a whole number",
        "string_too_short": "a text that is not empty",
        "too_short": "a list that is not empty",
        "date_from_datetime_parsing": "a day such as 2025-10-21",
        "date_parsing": "a day such as 2025-10-21",
    }.get(kind)
    given = item["input"]
    shown = "a list" if isinstance(given, list) else "key: value lines" if isinstance(given, dict) else str(given)
    if kind == "string_pattern_mismatch":
        pattern = str(item.get("ctx", {}).get("pattern"))
        expected = "lower case with underscores" if pattern.startswith("^[a-z]") else f"the form {pattern}"
    return document.error(f'"{key}" wants {expected or item["msg"]}, not "{shown}"' if shown else f'"{key}" wants {expected or item["msg"]}', path)


def _path(data: Any, loc: Sequence[str | int]) -> tuple[str | int, ...]:
    """The keys of a pydantic location that stand in the data (it also names members of unions), and a missing last one."""
    path: list[str | int] = []
    for at, part in enumerate(loc):
        is_there = part in data if isinstance(data, dict) else isinstance(data, list) and isinstance(part, int) and part < len(data)
        if is_there:
            path.append(part)
            data = cast(Any, data)[part]
        elif isinstance(data, dict) and at == len(loc) - 1 and part != "[key]":
            path.append(part)
    return tuple(path)


def _fields_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The keys that may stand under `path`."""
    for part in path:
        if isinstance(part, int):
            continue
        inner = _model_in(model.model_fields[part].annotation) if part in model.model_fields else None
        if inner is None:
            return []
        model = inner
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
