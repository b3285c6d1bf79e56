"""Numbers and codes by which things are known: flights, roads, bulletins, cases, models. A scanned text goes in, mentions come out.

They count nothing, so they are values of one kind alone (`code`): two that are equal are of one thing, two that differ say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from factcheck.model.mention import QuantityMention
from factcheck.model.value import Value
from factcheck.text.automaton import compile_latin, spans
from factcheck.text.scan import Scan

KIND = "code"
# What is known by a number behind its name. "Section 4" and "page 12" are of every paper, and tell little.
_NUMBERED = (
    "flight|route|highway|interstate|runway|docket|bulletin|boeing|airbus|embraer|proposition|asteroid|squadron|"
    "case (?:no\\.?|number)|patent (?:no\\.?|number)|file (?:no\\.?|number)"
)
_LABELLED = re.compile(
    rf"\b(?P<label>{_NUMBERED})s? (?:no\.? ?|number )?(?P<code>(?-i:(?:[A-Z]{{1,3}}[ -]?)?\d{{1,6}}(?:[-/]\d{{1,5}}|[A-Z])?))"
    r"(?![\w%]|[.,:]\d|-(?:mile|year|day|hour|seat)| (?:days?|hours?|km|miles?|minutes?|passengers|people|years?)\b)",
    re.IGNORECASE,
)
# Letters and digits in one: "HS08-073", "KB958644", "CVE-2014-0160", "MH370". Two digits are no code, as in "G20" and "F16".
_MIXED = re.compile(r"(?<![\w$.,/-])(?=[A-Z]{1,4}\d|[A-Z]{2,4}-)(?P<code>[A-Z]{1,4}-?\d{2,8}(?:-\d{2,6}){0,2})(?![\w%-]|[.,]\d)")
_LEAST_DIGITS = 3
_TRIGGERS = rf"(?i:\b(?:{_NUMBERED})s? (?:no\.? ?|number )?(?:[a-z]{{1,3}}[ -]?)?[0-9])|\b[A-Z]{{1,4}}-?[0-9]{{2}}"
_DIGIT = re.compile(r"\d")


@cache
def _triggers() -> Any:
    return compile_latin(_TRIGGERS)


def identifiers(scan: Scan) -> Iterator[QuantityMention]:
    """Codes in order; of a code that stands in the text again, the first."""
    seen: set[str] = set()
    for start, _ in spans(_triggers(), scan.latin):
        found = _LABELLED.match(scan.plain, start) or _MIXED.match(scan.plain, start)
        if found is None:
            continue
        code = "".join(filter(str.isalnum, found["code"].upper()))
        label = found.groupdict().get("label")
        if (label is None and len(_DIGIT.findall(code)) < _LEAST_DIGITS) or code in seen:
            continue
        seen.add(code)
        text = scan.text[found.start("code") : found.end("code")]
        yield QuantityMention(found.start("code"), found.end("code"), text, Value(text, entity=f"code:{code}"), None, "=", None, KIND)
