"""Ids that survive: hashes of a canonical encoding, with the version of the scheme in front."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from factcheck.model.value import Value

SCHEME = "factcheck-finding/1"
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def fingerprint(parts: Sequence[Any]) -> str:
    """16 hexadecimal digits for a list of texts, numbers and lists."""
    return hashlib.sha256(_CANONICAL.encode([SCHEME, *parts]).encode()).hexdigest()[:16]


def normal(value: Value) -> list[str | None]:
    """A value without its wording: equal lists are one value."""
    if value.point is None and value.low is None and value.high is None:
        return [value.entity or value.text.casefold()]
    return [_number(value.point), _number(value.low), _number(value.high), value.unit, value.hedge]


def _number(number: Any) -> str | None:
    return None if number is None else f"{number.normalize():f}"
