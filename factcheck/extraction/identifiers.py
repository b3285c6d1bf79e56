"""Numbers and codes by which things are known: flights, roads, bulletins, cases, models, houses of a street. A scanned text goes in,
mentions come out.

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
    "android|ios|windows|firefox|internet explorer|version|"
    "case (?:no\\.?|number)|patent (?:no\\.?|number)|file (?:no\\.?|number)"
)
_LABELLED = re.compile(
    rf"\b(?P<label>{_NUMBERED})s? (?:no\.? ?|number )?"
    r"(?P<code>(?-i:(?:[A-Z]{1,3}[ -]?)?\d{1,6}(?:[-/]\d{1,5}|(?:\.\d{1,2}){1,2}(?![\w%])|[A-Z])?))"
    r"(?![\w%]|[.,:]\d|-(?:mile|year|day|hour|seat)| (?:days?|hours?|km|miles?|minutes?|passengers|people|years?)\b)",
    re.IGNORECASE,
)
# Letters and digits in one: "HS08-073", "KB958644", "CVE-2014-0160", "MH370". Two digits are no code, as in "G20" and "F16".
_MIXED = re.compile(
    r"(?<![\w$.,/-])(?=[A-Z]{1,4}\d|[A-Z]{2,4}-)(?P<code>[A-Z]{1,4}-?\d{2,8}(?:-\d{2,6}){0,2})"
    r"(?![\w%-]|[.,]\d| (?:[mb]illion|trillion|crore|lakh)\b)"
)
# "418 E. Larch St.", "6000 NW 32nd Court", "2136 North State Road 7": a house number, its street, and what kind of street it is.
_STREETS = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "blvd": "boulevard", "dr": "drive", "ln": "lane", "ct": "court",
    "pl": "place", "hwy": "highway", "pkwy": "parkway", "cir": "circle", "ter": "terrace", "sq": "square",
}  # fmt: skip
_KINDS = "|".join((*(word.title() for word in (*_STREETS, *_STREETS.values())), "Way", "Row", "Trail", "Broadway", "Route"))
_SIDES = frozenset("n s e w ne nw se sw north south east west northeast northwest southeast southwest".split())
_HOUSE = rf"\b[0-9]{{1,5}}[A-Z]? (?:[A-Z0-9][\w'.]* ){{0,3}}?(?:[A-Z0-9][\w'.]*) (?:{_KINDS})\b"
_ADDRESS = re.compile(rf"(?<![\d.,$/-])(?P<address>{_HOUSE[2:]}(?: \d{{1,4}}\b)?)")
_WORD = re.compile(r"[a-z0-9']+")
_LEAST_DIGITS = 3
_TRIGGERS = rf"(?i:\b(?:{_NUMBERED})s? (?:no\.? ?|number )?(?:[a-z]{{1,3}}[ -]?)?[0-9])|\b[A-Z]{{1,4}}-?[0-9]{{2}}|{_HOUSE}"
_DIGIT = re.compile(r"\d")


@cache
def _triggers() -> Any:
    return compile_latin(_TRIGGERS)


def identifiers(scan: Scan) -> Iterator[QuantityMention]:
    """Codes in order; of a code that stands in the text again, the first."""
    seen: set[str] = set()
    for start, _ in spans(_triggers(), scan.latin):
        if (found := _LABELLED.match(scan.plain, start) or _MIXED.match(scan.plain, start)) is not None:
            begin, end = found.span("code")
            code = "".join(filter(str.isalnum, found["code"].upper()))
            if found.groupdict().get("label") is None and len(_DIGIT.findall(code)) < _LEAST_DIGITS:
                continue
        elif (found := _ADDRESS.match(scan.plain, start)) is not None:
            begin, end = found.span("address")
            code = _address(found["address"])
        else:
            continue
        if code in seen:
            continue
        seen.add(code)
        text = scan.text[begin:end]
        yield QuantityMention(begin, end, text, Value(text, entity=f"code:{code}"), None, "=", None, KIND)


def _address(text: str) -> str:
    """The house number and the street, without the part of the town in which it lies: "418 larch street"."""
    number, *words = _WORD.findall(text.lower())
    return " ".join((number, *(_STREETS.get(word, word) for word in words if word not in _SIDES)))
