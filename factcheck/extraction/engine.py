"""The frame engine: which rules fire on a masked text, and what stands in their slots.

A rule book goes in once, a masked text each time, drafts come out. The words of a sentence tell which frames of all packs
it can be for; only those are then run, on an engine of linear time first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from factcheck.errors import PackError
from factcheck.extraction.gate import Gate
from factcheck.extraction.masking import Masked
from factcheck.extraction.people import GENERIC, PeopleFinder
from factcheck.model.mention import Mention, QuantityMention
from factcheck.model.reading import Draft
from factcheck.model.value import Value
from factcheck.packs.frames import SLOTS, FrameError, Pattern, compile_frame
from factcheck.packs.needs import needs
from factcheck.packs.rulebook import Attribute, FrameRule, RuleBook
from factcheck.text.automaton import compile_latin, has_match

# The slot that carries the value where it is not called like the kind.
VALUE_ROLE = {"office": "person"}
# Kinds of slot that stand for people told by number, noun or name; they carry a count.
PEOPLE = frozenset(("group", "part", "member"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A frame ready to run. `value_role` is the slot that carries the claim's value."""

    attribute: Attribute
    frame: FrameRule
    pattern: Pattern
    unless: tuple[Pattern, ...]
    value_role: str
    reads_people: bool = False
    number: int = 0
    where: tuple[Pattern, ...] = ()


class FrameEngine:
    """The compiled frames of a rule book."""

    def __init__(self, rules: RuleBook) -> None:
        lexicons = {name: lexicon.phrases for name, lexicon in rules.lexicons.items()}
        self._canonical = {name: {entry.phrase.lower(): entry.canonical for entry in lexicon.entries} for name, lexicon in rules.lexicons.items()}
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._linear: dict[int, Any] = {}
        made = (_rule(attribute, frame, lexicons) for attribute in rules.attributes for frame in attribute.frames)
        self.rules = tuple(replace(rule, number=number) for number, rule in enumerate(made))
        self._book = rules

    @cached_property
    def _people(self) -> PeopleFinder:
        """Made for the first sentence that needs it: its pattern takes longer to compile than all others together."""
        return PeopleFinder(self._book)

    @cached_property
    def _gate(self) -> Gate:
        lexicons = {name: lexicon.phrases for name, lexicon in self._book.lexicons.items()}
        return Gate([needs(rule.frame.frame, lexicons) for rule in self.rules])

    def _may_match(self, rule: Rule) -> Any:
        """The rule's pattern without look-around and before groups of people are found, on an engine whose time is linear."""
        found = self._linear.get(rule.number)
        if found is None:
            found = self._linear[rule.number] = compile_latin(rule.pattern.gate)
        return found

    def _confirming(self, regex: str) -> re.Pattern[str]:
        """The compiled pattern, made when its gate first opens: most rules of a book never fire in a run."""
        found = self._compiled.get(regex)
        if found is None:
            found = self._compiled[regex] = re.compile(regex)
        return found

    def drafts(self, masked: Masked) -> list[Draft]:
        """What the rules find, in order of the text; of several frames of one attribute on one value the fullest stands."""
        best: dict[tuple[str, int], tuple[tuple[int, int, int], Draft]] = {}
        for rule, start, end, text in self._fitting(masked):
            for match in self._confirming(rule.pattern.regex).finditer(text.text, start, end):
                found = self._draft(rule, match, text)
                if found is None:
                    continue
                at, draft = found
                told = sum(match.group(group) is not None for group, _ in rule.pattern.lists)  # qualifiers that the frame reads
                rank = (-len(draft.slots) - told, match.end() - match.start(), rule.number)
                key = (rule.attribute.rule, at)
                if key not in best or rank < best[key][0]:
                    best[key] = (rank, draft)
        return [best[key][1] for key in sorted(best, key=lambda key: (key[1], key[0]))]

    def _fitting(self, masked: Masked) -> Iterator[tuple[Rule, int, int, Masked]]:
        """Rules that may match, with the stretch and the text that they are to be run on.

        Groups of people are found only in sentences that a rule for them may match, as finding them costs more than the gate.
        """
        text = masked.text
        passing = self._gate.passing
        for_groups: list[tuple[int, int, list[Rule]]] = []
        start = 0
        for line in text.split("\n"):
            end = start + len(line)
            numbers = passing(line)
            if numbers:
                latin = line.encode("latin-1", "replace")
                readers: list[Rule] = []
                for number in numbers:
                    rule = self.rules[number]
                    if has_match(self._may_match(rule), latin):
                        if rule.reads_people:
                            readers.append(rule)
                        else:
                            yield rule, start, end, masked
                if readers:
                    for_groups.append((start, end, readers))
            start = end + 1
        if for_groups:
            grouped = self._people.grouped(masked, [(start, end) for start, end, _ in for_groups])
            for start, end, readers in for_groups:
                for rule in readers:
                    yield rule, start, end, grouped

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
        if rule.unless or rule.where:
            line_start = masked.text.rfind("\n", 0, match.start()) + 1
            line = masked.text[line_start : masked.text.index("\n", match.end() - 1)]
            if any(self._confirming(guard.regex).search(line) for guard in rule.unless):
                return None
            if rule.where and not any(self._confirming(also.regex).search(line) for also in rule.where):
                return None
        sets = [("modality", rule.frame.modality), *rule.frame.qualifiers]
        if (
            rule.reads_people
            and isinstance(value, QuantityMention)
            and value.noun
            and value.noun != GENERIC
            and not any(key == "population" for key, _ in sets)
        ):
            sets.append(("population", value.noun))
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


def _rule(attribute: Attribute, frame: FrameRule, lexicons: Mapping[str, tuple[str, ...]]) -> Rule:
    captured = frozenset((*attribute.scope, *attribute.optional, "modality")) & frozenset(lexicons)
    try:
        pattern = compile_frame(frame.frame, lexicons, captured)
        unless = tuple(compile_frame(guard, lexicons) for guard in frame.unless)
        where = tuple(compile_frame(also, lexicons) for also in frame.where)
    except FrameError as error:
        raise PackError(f"{error.message}, in the frame: {frame.frame.text}", attribute.source) from None
    people = next((role for _, role, kind in pattern.slots if kind in PEOPLE), None)
    if frame.implies is not None:
        return Rule(attribute, frame, pattern, unless, "", reads_people=people is not None, where=where)
    roles = [role for _, role, _ in pattern.slots]
    if people is not None and attribute.kind == "count" and "count" not in roles and "value" not in roles:
        return Rule(attribute, frame, pattern, unless, people, reads_people=True, where=where)
    wanted = VALUE_ROLE.get(attribute.kind, attribute.kind)
    role = wanted if wanted in roles else "value" if "value" in roles else None
    if role is None:
        slot = wanted if wanted in SLOTS else "quantity"
        raise PackError(f"no slot carries the value: write {{{slot} as value}} in the frame: {frame.frame.text}", attribute.source)
    return Rule(attribute, frame, pattern, unless, role, where=where)
