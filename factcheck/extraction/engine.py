"""The frame engine: which rules fire on a masked text, and what stands in their slots.

A rule book goes in once, a masked text each time, drafts come out. All frames of all packs are gated together in one
linear pass per block of sentences; only those that can match are then run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from factcheck.errors import PackError
from factcheck.extraction.masking import Masked
from factcheck.model.mention import Mention, QuantityMention
from factcheck.model.reading import Draft
from factcheck.model.value import Value
from factcheck.packs.frames import SLOTS, Frame, FrameError, Pattern, compile_frame
from factcheck.packs.rulebook import Attribute, FrameRule, RuleBook

BLOCK = 4096  # characters gated at once: larger blocks let more rules through, smaller ones cost calls
# The slot that carries the value where it is not called like the kind.
VALUE_ROLE = {"office": "person"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A frame ready to run. `value_role` is the slot that carries the claim's value."""

    attribute: Attribute
    frame: FrameRule
    pattern: Pattern
    regex: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...]
    value_role: str


class FrameEngine:
    """The compiled frames of a rule book."""

    def __init__(self, rules: RuleBook) -> None:
        lexicons = {name: lexicon.phrases for name, lexicon in rules.lexicons.items()}
        self._canonical = {name: {entry.phrase.lower(): entry.canonical for entry in lexicon.entries} for name, lexicon in rules.lexicons.items()}
        self.rules = tuple(_rule(attribute, frame, lexicons) for attribute in rules.attributes for frame in attribute.frames)

    @cached_property
    def _gate(self) -> Any:
        import re2

        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.log_errors = False
        options.max_mem = 256 << 20
        gate = re2.Set.SearchSet(options)
        for rule in self.rules:
            gate.Add(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.regex).encode("latin-1", "replace"))
        gate.Compile()
        return gate

    def drafts(self, masked: Masked) -> list[Draft]:
        """What the rules find, in order of the text; of several frames of one attribute on one value the fullest stands."""
        best: dict[tuple[str, int], tuple[tuple[int, int, int], Draft]] = {}
        for start, end in _blocks(masked.text):
            for number in sorted(self._gate.Match(masked.text[start:end].encode("latin-1", "replace")) or ()):
                rule = self.rules[number]
                for match in rule.regex.finditer(masked.text, start, end):
                    found = self._draft(rule, match, masked)
                    if found is None:
                        continue
                    at, draft = found
                    rank = (-len(draft.slots), match.end() - match.start(), number)
                    key = (rule.attribute.rule, at)
                    if key not in best or rank < best[key][0]:
                        best[key] = (rank, draft)
        return [best[key][1] for key in sorted(best, key=lambda key: (key[1], key[0]))]

    def _draft(self, rule: Rule, match: re.Match[str], masked: Masked) -> tuple[int, Draft] | None:
        slots: list[tuple[str, Mention]] = []
        value: Mention | None = None
        for group, role, _ in rule.pattern.slots:
            at = match.start(group)
            if at >= 0:
                mention = masked.mention_at[at][1]
                slots.append((role, mention))
                if role == rule.value_role:
                    value = mention
        if value is None:
            if rule.frame.implies is None:
                return None
            value = _implied(rule.frame.implies, masked, match)
        if rule.unless:
            line_start = masked.text.rfind("\n", 0, match.start()) + 1
            line = masked.text[line_start : masked.text.index("\n", match.end() - 1)]
            if any(guard.search(line) for guard in rule.unless):
                return None
        sets = [("modality", rule.frame.modality), *rule.frame.qualifiers]
        for group, name in rule.pattern.lists:
            phrase = match.group(group)
            if phrase is not None:
                sets.append((name, self._canonical[name].get(phrase, phrase)))
        attribute = rule.attribute
        return value.start, Draft(attribute.rule, attribute.name, masked.sentence_at(match.start()), value, tuple(slots), tuple(sets))


def _implied(number: str, masked: Masked, match: re.Match[str]) -> QuantityMention:
    """A count that the words of a match imply without printing it: at least so many."""
    start, end = masked.source(match.start()), masked.source(match.end() - 1) + 1
    last = masked.mention_at.get(match.end() - 1)
    if last is not None:
        end = last[1].end
    text = masked.raw[start:end]
    point = Decimal(number)
    if not point:  # "no one was hurt" prints no number and yet is exact
        return QuantityMention(start, end, text, Value(text, point, point, point, step=Decimal(1)), None, "=", None)
    value = Value(text, point, point, None, hedge=">", step=Decimal(1), is_implied=True)
    return QuantityMention(start, end, text, value, None, ">", None)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of whole lines of about BLOCK characters; a single longer line is one block."""
    start, length = 0, len(text)
    while start < length:
        end = start + BLOCK
        if end < length:
            cut = text.rfind("\n", start, end)
            if cut <= start:
                cut = text.find("\n", end)
            end = length if cut < 0 else cut
        else:
            end = length
        yield start, end
        start = end + 1


def _rule(attribute: Attribute, frame: FrameRule, lexicons: Mapping[str, tuple[str, ...]]) -> Rule:
    captured = frozenset((*attribute.binds, *attribute.optional, "modality")) & frozenset(lexicons)
    try:
        pattern = compile_frame(frame.frame, lexicons, captured)
        unless = tuple(_compiled(guard, lexicons) for guard in frame.unless)
    except FrameError as error:
        raise PackError(f"{error.message}, in the frame: {frame.frame.text}", attribute.source) from None
    if frame.implies is not None:
        return Rule(attribute, frame, pattern, re.compile(pattern.regex), unless, "")
    roles = [role for _, role, _ in pattern.slots]
    wanted = VALUE_ROLE.get(attribute.kind, attribute.kind)
    role = wanted if wanted in roles else "value" if "value" in roles else None
    if role is None:
        slot = wanted if wanted in SLOTS else "quantity"
        raise PackError(f"no slot carries the value: write {{{slot} as value}} in the frame: {frame.frame.text}", attribute.source)
    return Rule(attribute, frame, pattern, re.compile(pattern.regex), unless, role)


def _compiled(frame: Frame, lexicons: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    return re.compile(compile_frame(frame, lexicons).regex)
