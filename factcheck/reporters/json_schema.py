"""The JSON Schema of a report, from its dataclasses through pydantic, narrowed where a text has a form of its own.

Objects take further fields: within `/1` fields are added, never renamed or dropped, so an older schema accepts a newer
report of the same number. A field with a default may be missing, so the newest schema accepts the older reports.
"""

from __future__ import annotations

from typing import Any, get_args

from factcheck.model.claim import Modality
from factcheck.model.finding import REASONS
from factcheck.model.report import SCHEMA, Report
from factcheck.model.value import Hedge

_DECIMAL = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
_NUMBER: dict[str, Any] = {"anyOf": [_DECIMAL, {"type": "null"}]}
_REASON = {"enum": sorted(REASONS), "type": "string"}
_COUNT = {"minimum": 0, "type": "integer"}
_POSITION = {"minimum": 1, "type": "integer"}
_NARROWED: dict[str, dict[str, dict[str, Any]]] = {
    "ReportValue": {"point": _NUMBER, "low": _NUMBER, "high": _NUMBER, "hedge": {"enum": list(get_args(Hedge)), "type": "string"}},
    "ReportClaim": {
        "modality": {"enum": list(get_args(Modality)), "type": "string"},
        "field": {"enum": ["text", "title"], "type": "string"},
        "start": _COUNT,
        "end": _COUNT,
        "line": _POSITION,
        "column": _POSITION,
    },
    "Relation": {"reason": _REASON, "left": _COUNT, "right": _COUNT},
    "Finding": {"reason": _REASON},
    "DistinctValue": {"origins": _COUNT},
}


def report_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of `factcheck-report/1`."""
    from pydantic import TypeAdapter

    made = TypeAdapter(Report).json_schema()
    for name, narrowed in _NARROWED.items():
        properties = made["$defs"][name]["properties"]
        for field, schema in narrowed.items():
            default = {"default": properties[field]["default"]} if "default" in properties[field] else {}
            properties[field] = {**schema, **default}
    for shape in (made, *made["$defs"].values()):
        for schema in shape["properties"].values():
            schema.pop("title", None)  # pydantic's titles only say the name again
    made["properties"] = {"schema": {"const": SCHEMA}, **{name: s for name, s in made["properties"].items() if name != "schema"}}
    made["required"] = ["schema", *made["required"]]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA}
    return {**head, "title": SCHEMA, **{key: value for key, value in made.items() if key != "title"}}
