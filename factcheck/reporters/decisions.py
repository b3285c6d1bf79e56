"""`decisions.json`, schema `factcheck-decisions/1`: what the HTML report lets a person download, and the door where it comes in again.

    {"schema": "factcheck-decisions/1",
     "decisions": [{"fingerprint": "8fedea0c1d2e3f40", "decision": "real", "why": "asked both", "who": "A. Holm"}]}

The text of a file goes in, `Decision` objects come out, or a UsageError that says which one is wrong and why.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from factcheck.errors import UsageError
from factcheck.model.decision import Choice, Decision

SCHEMA = "factcheck-decisions/1"


def render(decisions: Sequence[Decision]) -> str:
    """The file that holds these decisions, by fingerprint; one a line."""
    rows = ",\n  ".join(json.dumps(asdict(one), ensure_ascii=False) for one in sorted(decisions, key=lambda one: one.fingerprint))
    return f'{{"schema": "{SCHEMA}",\n "decisions": [\n  {rows}]}}\n' if rows else f'{{"schema": "{SCHEMA}",\n "decisions": []}}\n'


def read(text: str | bytes, path: str) -> tuple[Decision, ...]:
    """The decisions in the order of the file. UsageError for anything else, for a finding decided twice, and for a waiver without a reason."""
    from pydantic import ValidationError

    try:
        rows = _door().validate_json(text).decisions
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: not a {SCHEMA}: {place + ': ' if place else ''}{first['msg']}") from None
    decisions = tuple(Decision(row.fingerprint, row.decision, row.why, row.who) for row in rows)
    seen: set[str] = set()
    for number, one in enumerate(decisions):
        place = f"{path}: decisions.{number} ({one.fingerprint})"
        if one.fingerprint in seen:
            raise UsageError(f"{place}: this finding is decided above already; keep one of the two")
        if one.decision == "waived" and not one.why.strip():
            raise UsageError(f'{place}: waived without a reason; say it under "why"')
        seen.add(one.fingerprint)
    return decisions


@cache
def _door() -> Any:
    from typing import Annotated, Literal

    from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

    class Row(BaseModel):
        model_config = ConfigDict(extra="forbid")
        fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{6,64}$")]
        decision: Choice
        why: Annotated[str, Field(max_length=10_000)] = ""
        who: Annotated[str, Field(max_length=1_000)] = ""

    class File(BaseModel):
        model_config = ConfigDict(extra="forbid", populate_by_name=True)
        schema_: Annotated[Literal["factcheck-decisions/1"], Field(alias="schema")]
        decisions: list[Row]

    # the names of these classes are not those of the module, which is where pydantic would look for them
    File.model_rebuild(_types_namespace={"Row": Row, "Annotated": Annotated, "Literal": Literal, "Field": Field, "Choice": Choice})
    return TypeAdapter(File)
