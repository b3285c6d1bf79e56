"""What a value of a file of a rule pack may be: names, lengths of time, lists that may be one text, flags. pydantic at the door."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

Kind = Literal[
    "count", "money", "share", "duration", "distance", "age", "date", "time", "office", "name",
    "place", "measure", "bearing", "title", "given_name", "text", "ordinal", "score", "code", "post",
]  # fmt: skip

_PERIOD = re.compile(r"(\d+)\s*(d|days?|w|weeks?|m|months?|y|years?)")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def _days(text: Any) -> Any:
    """Days in "1y", "6 months", "2w", "90 days": a month is 30, a year 365."""
    if not isinstance(text, str):
        return text
    found = _PERIOD.fullmatch(text.strip())
    if not found:
        raise ValueError(f'"{text}" is no length of time; write "1y", "6 months", "2w" or "90 days"')
    return int(found[1]) * _DAYS[found[2][0]]


def one_or_more(given: Any) -> Any:
    """A text alone is a list of one."""
    return [given] if isinstance(given, str) else given


Text = Annotated[str, Field(min_length=1)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", description="lower case with underscores")]
Days = Annotated[int, BeforeValidator(_days), WithJsonSchema({"type": "string", "examples": ["1y", "6 months", "90 days"]})]
Texts = Annotated[
    list[Text], BeforeValidator(one_or_more), WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})
]
Share = Annotated[str, Field(pattern=r"^\d+(\.\d+)?%?$", description='an amount ("0.1") or a share of the larger value ("5%")')]
Flag = Annotated[bool, WithJsonSchema({"enum": ["yes", "no", True, False]})]


class Strict(BaseModel):
    """Unknown keys are errors; the data are text, typed here."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
