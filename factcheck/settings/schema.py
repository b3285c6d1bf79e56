"""The JSON Schema of settings files."""

from __future__ import annotations

from typing import Any

from factcheck.model.finding import REASONS, SEVERITY_BY_VERDICT
from factcheck.settings.names import CHOICES, MEANING, SEVERITIES, default_of


def settings_schema() -> dict[str, Any]:
    """JSON Schema of a settings file (of its table [tool.factcheck], in pyproject.toml), for editors."""
    shapes: dict[type, dict[str, Any]] = {
        bool: {"type": "boolean"},
        str: {"type": "string"},
        int: {"type": "integer", "minimum": 0},
        tuple: {"type": "array", "items": {"type": "string"}},
    }
    properties: dict[str, Any] = {"extend": {"description": "a settings file that this one goes on from, relative to it", "type": "string"}}
    for name, meaning in MEANING.items():
        default = default_of(name)
        shape = {"enum": list(CHOICES[name])} if name in CHOICES else shapes.get(type(default), {})
        if name == "severity":
            names = {key: {"enum": list(SEVERITIES)} for key in (*SEVERITY_BY_VERDICT, *REASONS)}
            shape = {"type": "object", "properties": names, "additionalProperties": False}
        properties[name] = {"description": meaning, **shape, "default": list(default) if isinstance(default, tuple) else default}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "factcheck-settings/1", "title": "factcheck-settings/1"}
    return {**head, "type": "object", "properties": properties, "additionalProperties": False}
