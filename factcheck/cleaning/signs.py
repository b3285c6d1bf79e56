"""The signs of what stands around an article: read from `signs.yml`, which says what each field means, and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from factcheck import yaml_door
from factcheck.text.automaton import spans

Reach = Literal["line", "sentence", "list", "end"]

_LEAD = r"[\s\-*>#=|\xbb\xd7\xb7\u2022\u25cf\u25ba\u25b6+\[(]*"
_STANDS_FOR = {
    "<end>": r"[\s\-:>|.\u2026\xbb+\])*]*(?:\(https?://[^)\s]*\))?\Z",
    "<entry>": r"(?:(?:\s*[:|]\s*|\s+-+\s+)\S[^\n]{0,240}\Z|[\s\-:>|.\u2026\xbb+\])*]*(?:\(https?://[^)\s]*\))?\Z)",
    "<bare>": r"[\s\-:>|\xbb+\])*]*(?:\(https?://[^)\s]*\))?\Z",
    "<social>": r"(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|tiktok|youtube|threads|bluesky"
    r"|google news|google\+?|social media|wechat|line)",
    "<phone>": r"(?:\(\d{3}\) ?\d{3}|\d{3}[-. ]\d{4}\b|\d{3}-(?-i:[A-Z]{4})\b|\b1-8\d\d-)",
    "<weekday>": r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*",
    "<month>": r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}[.,]*",
}
_DIGITS = bytes(ord("0") if chr(code).isdigit() and code < 128 else code for code in range(256))  # one entry for all telephone numbers


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign; `source` is its pattern, `longest` bounds the characters of what may bear it."""

    why: str
    reach: Reach
    source: str
    longest: int

    def match(self, plain: str, start: int, end: int) -> re.Match[str] | None:
        """The sign at the start of `plain[start:end]`, None where it is not borne or that is too long for it."""
        return _compile(self.source).match(plain, start, end) if end - start <= self.longest else None


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs to try on a paragraph by its first word, and the linear engine that finds what others cannot do without."""

    by_first_word: dict[str, tuple[Sign, ...]]
    gate: Any
    by_need: tuple[tuple[re.Pattern[bytes], Sign], ...]
    _by_literal: dict[bytes, tuple[Sign, ...]] = field(default_factory=dict)

    def find(self, latin: bytes) -> list[tuple[int, tuple[Sign, ...]]]:
        """Offsets at which something stands that signs need, with these signs."""
        found: list[tuple[int, tuple[Sign, ...]]] = []
        lower = latin.lower()
        for start, end in spans(self.gate, lower):
            literal = lower[start:end].translate(_DIGITS)
            signs = self._by_literal.get(literal)
            if signs is None:
                signs = tuple(dict.fromkeys(sign for need, sign in self.by_need if need.fullmatch(literal)))
                self._by_literal[literal] = signs
            found.append((start, signs))
        return found


@cache
def load_signs() -> Signs:
    """The signs of `signs.yml`."""
    import re2

    document = yaml_door.load(files("factcheck.cleaning").joinpath("signs.yml").read_text(encoding="utf-8"), "signs.yml").data
    by_word: dict[str, list[Sign]] = {}
    needs: list[tuple[str, Sign]] = []
    for entry in document:
        sign = Sign(entry["why"], entry["reach"], _join(entry["patterns"]), int(entry.get("longest", "400")))
        needs += [(need, sign) for need in entry.get("needs", ())]
        for word in entry.get("opens", "").split():
            by_word.setdefault(word, []).append(sign)
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.longest_match = True
    options.never_capture = True
    gate = re2.compile("|".join(sorted({need for need, _ in needs})).encode("latin-1"), options)
    compiled = tuple((re.compile(need.encode("latin-1")), sign) for need, sign in needs)
    return Signs({word: tuple(entries) for word, entries in by_word.items()}, gate, compiled)


def _join(patterns: list[str]) -> str:
    joined = "|".join(patterns)
    for name, meaning in _STANDS_FOR.items():
        joined = joined.replace(name, meaning)
    return f"{_LEAD}(?:{joined})"


@cache
def _compile(source: str) -> re.Pattern[str]:
    """On first use: most articles meet few signs, and compiling all of them takes longer than reading five articles."""
    return re.compile(source, re.IGNORECASE)
