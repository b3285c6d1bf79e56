"""Ids that survive: hashes of a canonical encoding, with the version of the scheme in front."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from json.encoder import encode_basestring_ascii
from typing import Any

from factcheck.model.value import Value

SCHEME = "factcheck-finding/1"


def fingerprint(parts: Sequence[Any]) -> str:
    """16 hexadecimal digits for a list of texts, lists of them and None."""
    return hashlib.sha256(_encoded([SCHEME, *parts]).encode()).hexdigest()[:16]


def _encoded(part: Any) -> str:
    """Compact JSON in ASCII, by hand: making an encoder for each finding costs more than all it writes."""
    if part is None:
        return "null"
    return encode_basestring_ascii(part) if isinstance(part, str) else f"[{','.join(map(_encoded, part))}]"


def normal(value: Value) -> list[str | None]:
    """A value without its wording: equal lists are one value."""
    if value.point is None and value.low is None and value.high is None:
        return [value.entity or value.text.casefold()]
    return [_number(value.point), _number(value.low), _number(value.high), value.unit, value.hedge]


def _number(number: Any) -> str | None:
    return None if number is None else f"{number.normalize():f}"
