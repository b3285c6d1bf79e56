"""The JSON Schema for editors is that of the models, and every file that comes along fits it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.packs.loader import builtin_folder
from factcheck.packs.schema import json_schema
from factcheck.yaml_door import load_documents

RULES = builtin_folder()
FILES = sorted(path for path in RULES.rglob("*.yml"))


@cache
def written() -> Any:
    return json.loads((RULES / "schema" / "pack.v1.json").read_text(encoding="utf-8"))


def test_the_schema_is_that_of_the_models() -> None:
    assert written() == json_schema(), "run: factcheck config schema pack > rules/schema/pack.v1.json"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(RULES).as_posix())
def test_a_file_that_comes_along_fits_the_schema(path: Path) -> None:
    for document in load_documents(path.read_text(encoding="utf-8"), str(path)):
        assert [error.message for error in jsonschema.Draft202012Validator(written()).iter_errors(document.data)] == []


@pytest.mark.parametrize(
    "data",
    [
        {"pack": "a", "version": "1", "what": "x", "extra": "y"},
        {"pack": "With Spaces", "version": "1", "what": "x"},
        {"lexicon": "a", "what": "x"},
        {"attribute": "a", "kind": "number", "what": "x", "why": "y", "example": "z", "time": {"behaves": "state"}},
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(data: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, written())
