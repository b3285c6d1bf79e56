"""The frame engine: which rules fire on a masked text, and what stands in their slots.

A rule book goes in once, a masked text each time, drafts come out. The words of a sentence tell which frames of all packs
it can be for; only those are then run, on an engine of linear time first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.extraction.coding import CodedLine, Compiled
from factcheck.extraction.frame_rules import WORDED, Rule, rules_of
from factcheck.extraction.gate import Gate
from factcheck.extraction.implied import added, end_of, implied
from factcheck.extraction.masking import Masked
from factcheck.extraction.people import GENERIC, PeopleFinder
from factcheck.extraction.people import LEXICON as PEOPLE_NOUNS
from factcheck.extraction.people import WORDS as PEOPLE_WORDS
from factcheck.kinds.units import unit_named
from factcheck.model.mention import Mention, QuantityMention
from factcheck.model.reading import Draft
from factcheck.packs.codes import Codebook
from factcheck.packs.frames import DIMENSIONS, MASKS, Frame, parse
from factcheck.packs.needs import needs_of
from factcheck.packs.patterns import Pattern, compile_frame, is_of_whole_words
from factcheck.packs.rulebook import RuleBook
from factcheck.text.automaton import compile_latin, has_match

# Behind a figure these words tell of some of what it counts.
_PART = re.compile(rf"{MASKS['count']} of (?:them|those|these|which|whom)\b")
# Times are one character of masked text; guards that name them in words are asked for in the words themselves.
_TIMES = frozenset((MASKS["date"], MASKS["time"], MASKS["duration"]))
_TIME = re.compile(f"[{''.join(sorted(_TIMES))}]")
# A sentence that begins so goes on about what the one before it told of.
_TAKEN_UP = ("it ", "its ", "it's ", "this one ", "that one ")
# Phrases of a lexicon that narrow nothing: a spacecraft may be a satellite.
ANY = "any"


class _Ready(NamedTuple):
    """A rule that had its words: its frame, the group of each slot, the numbers of those that carry the value, and whether some measure."""

    frame: Compiled
    slots: tuple[str, ...]
    values: tuple[int, ...]
    measures: bool


class Hit(NamedTuple):
    """Where a rule matches a masked text: all of it, each slot of its pattern (-1: took no part), the entry of each captured lexicon,
    and qualifiers that another part of the sentence fills."""

    rule: Rule
    start: int
    end: int
    slots: tuple[int, ...]
    phrases: tuple[str | None, ...]
    nearby: tuple[tuple[str, str], ...] = ()


class FrameEngine:
    """The frames of a rule book; each is compiled when a sentence first has the words for it."""

    def __init__(self, rules: RuleBook) -> None:
        self._lexicons = {name: lexicon.phrases for name, lexicon in rules.lexicons.items()}
        self.rules = rules_of(rules.attributes, self._lexicons)
        self._compiled: dict[tuple[str, frozenset[str]], Compiled] = {}
        self._ready: dict[int, _Ready] = {}  # by the number of the rule
        self._guards: dict[int, tuple[Compiled, ...]] = {}
        self._linear: dict[int, Any] = {}
        self._book = rules

    @cached_property
    def _people(self) -> PeopleFinder:
        """Made for the first sentence that needs it."""
        return PeopleFinder(self._book, self._codes)

    @cached_property
    def _gate(self) -> Gate:
        return Gate(self._book.needs or needs_of([rule.frame.frame for rule in self.rules], self._lexicons))

    @cached_property
    def _codes(self) -> Codebook:
        frames = [frame for rule in self.rules for frame in (rule.frame.frame, *rule.frame.unless, *rule.frame.where)]
        asked = {
            PEOPLE_NOUNS,
            *(name for frame in frames for name in frame.lexicons),
            *(name for rule in self.rules for name in rule.attribute.nearby),
        }
        return Codebook(frames, {name: phrases for name, phrases in self._lexicons.items() if name in asked}, PEOPLE_WORDS, PEOPLE_NOUNS)

    @cached_property
    def _nearby_lexicons(self) -> dict[str, Compiled]:
        names = {name for rule in self.rules for name in rule.attribute.nearby}
        return {name: self.pattern(parse(f"<{name}>"), frozenset((name,))) for name in sorted(names)}

    @cached_property
    def _canonical(self) -> dict[str, dict[str, str]]:
        return {name: {entry.phrase.lower(): entry.canonical for entry in lexicon.entries} for name, lexicon in self._book.lexicons.items()}

    def pattern(self, frame: Frame, captured: frozenset[str] = frozenset()) -> Compiled:
        """A frame as it is run: most frames of a book never have their words in a run, and are never compiled."""
        key = (frame.text, captured)
        found = self._compiled.get(key)
        if found is None:
            codes = self._codes if is_of_whole_words(frame.items) else None
            found = self._compiled[key] = Compiled(compile_frame(frame, self._lexicons, captured, codes), codes is not None)
        return found

    def drafts(self, masked: Masked) -> list[Draft]:
        """What the rules find, in order of the text; of several frames of one attribute on one value the fullest stands.

        Who is told with two titles holds both: "council president Ana Ruiz was sworn in as mayor".
        """
        best: dict[tuple[str, int, int], tuple[tuple[int, int, int], Draft]] = {}
        for hit, text in self._hits(masked):
            if not self._fit_dimensions(hit, text):
                continue
            at, draft = self._draft(hit, text)
            if hit.rule.frame.end is not None:
                one = end_of(draft.value, hit.rule.frame.end) if isinstance(draft.value, QuantityMention) else None
                if one is None:
                    continue
                draft = draft._replace(value=one)
            told = sum(phrase is not None for phrase in hit.phrases)  # qualifiers that the frame reads
            rank = (-len(draft.slots) - told, hit.end - hit.start, hit.rule.number)
            title = draft.slot("office") if hit.rule.attribute.kind == "office" else None
            key = (hit.rule.name, at, title.start if title is not None else -1)
            if key not in best or rank < best[key][0]:
                best[key] = (rank, draft)
        return [best[key][1] for key in sorted(best, key=lambda key: (key[1], key[0], key[2]))]

    def _hits(self, masked: Masked) -> Iterator[tuple[Hit, Masked]]:
        """The matches of all rules, with the text that they were found in.

        Groups of people are found only in sentences that a rule for them may match, as finding them costs more than the rules.
        """
        for_groups: list[tuple[CodedLine, list[Rule]]] = []
        codes = self._codes
        for start, text, numbers, tokens in self._gate.lines(masked.text):
            line = CodedLine(text, start, codes, tokens)
            readers: list[Rule] = []
            for number in numbers:
                rule = self.rules[number]
                if not rule.reads_people:
                    for hit in self._matches(rule, line, masked):
                        yield hit, masked
                elif readers or has_match(self._before_groups(rule), line.latin):  # one is enough to have the groups found
                    readers.append(rule)
            if readers:
                for_groups.append((line, readers))
        if for_groups:
            grouped, lines = self._people.grouped(masked, [line for line, _ in for_groups])
            for line, (_, readers) in zip(lines, for_groups, strict=True):
                for rule in readers:
                    for hit in self._matches(rule, line, grouped):
                        yield hit, grouped

    def _before_groups(self, rule: Rule) -> Any:
        """The pattern of a rule for text whose groups of people are not found yet, on an engine whose time is linear."""
        found = self._linear.get(rule.number)
        if found is None:
            found = self._linear[rule.number] = compile_latin(compile_frame(rule.frame.frame, self._lexicons).gate)
        return found

    def _made_ready(self, rule: Rule) -> _Ready:
        frame = self.pattern(rule.frame.frame, rule.captured)
        slots = frame.pattern.slots
        values = tuple([number for number, (_, role, _) in enumerate(slots) if role == rule.value_role])
        ready = _Ready(frame, tuple([group for group, _, _ in slots]), values, any(kind in DIMENSIONS for _, _, kind in slots))
        self._ready[rule.number] = ready
        return ready

    def _matches(self, rule: Rule, line: CodedLine, masked: Masked) -> Sequence[Hit]:
        ready = self._ready.get(rule.number) or self._made_ready(rule)
        return self._hits_of(rule, ready, line, masked) if ready.frame.is_in(line) else ()

    def _is_guarded(self, rule: Rule, line: CodedLine, masked: Masked) -> bool:
        """A frame of `unless` stands in the line; one of words alone also where a time covers them, as "last month"."""
        guards = self._guards.get(rule.number)
        if guards is None:
            guards = self._guards[rule.number] = tuple([self.pattern(guard) for guard in rule.frame.unless])
        for guard in guards:
            if guard.is_in(line):
                return True
        if not rule.worded:
            return False
        times = [found for found in _TIME.finditer(line.text) if self._is_worded(masked.mention_at[line.start + found.start()])]
        if not times:
            return False
        shown = line.text
        for found in reversed(times):
            shown = f"{shown[: found.start()]}{masked.mention_at[line.start + found.start()].text.lower()}{shown[found.end() :]}"
        plain = CodedLine(shown, 0, self._codes)
        return any(self.pattern(guard).is_in(plain) for guard in rule.worded)

    @staticmethod
    def _is_worded(time: Mention) -> bool:
        """A time that guards name in words, as "last year"."""
        return time.text.partition(" ")[0].lower() in WORDED

    def _hits_of(self, rule: Rule, ready: _Ready, line: CodedLine, masked: Masked) -> list[Hit]:
        """The matches of a rule in a line that its frame matches."""
        if rule.frame.unless and self._is_guarded(rule, line, masked):
            return []
        if rule.frame.where and not any(self.pattern(also).is_in(line) for also in rule.frame.where):
            return []
        found = []
        compiled = ready.frame
        for match in compiled.finditer(line):
            slots = tuple([compiled.start(line, match, group) for group in ready.slots])
            if rule.frame.implies is None and all(slots[number] < 0 for number in ready.values):
                continue
            start, end = compiled.span(line, match)
            spans = [compiled.span(line, match, group) for group, _ in compiled.pattern.lists]
            phrases = tuple([line.text[first - line.start : last - line.start] if first >= 0 else None for first, last in spans])
            nearby = self._nearby(rule, compiled.pattern, phrases, line, start, end) if rule.attribute.nearby else ()
            if rule.attribute.nearby and len(nearby) < len(rule.attribute.nearby) and line.text.startswith(_TAKEN_UP):
                known = dict(nearby)
                before = self._nearby(rule, compiled.pattern, phrases, _line_before(line, masked, self._codes), 0, 0)
                nearby += tuple((name, told) for name, told in before if name not in known)
            found.append(Hit(rule, start, end, slots, phrases, nearby))
        return found

    def _nearby(
        self, rule: Rule, pattern: Pattern, phrases: Sequence[str | None], line: CodedLine, start: int, end: int
    ) -> tuple[tuple[str, str], ...]:
        """Qualifiers that a match at `[start, end)` leaves open and that the sentence names once, as in "Last season he scored 12 goals".

        What is told of a part alone is not told of the whole: "12 goals, two of them last season".
        """
        told = {name for phrase, (_, name) in zip(phrases, pattern.lists, strict=True) if phrase is not None} | dict(rule.frame.qualifiers).keys()
        found = []
        for name in rule.attribute.nearby:
            if name not in told:
                lexicon = self._nearby_lexicons[name]
                spans = [lexicon.span(line, match) for match in lexicon.finditer(line)]
                named = {self._canonical[name].get(phrase := line.text[first - line.start : last - line.start], phrase) for first, last in spans}
                between = line.text[end - line.start : max((first for first, _ in spans), default=end) - line.start]
                named.discard(ANY)
                if len(named) == 1 and not _PART.search(between):
                    found.append((name, named.pop()))
        return tuple(found)

    def _fit_dimensions(self, hit: Hit, masked: Masked) -> bool:
        """What stands in a slot for an area, a weight or a speed measures one."""
        ready = self._ready[hit.rule.number]
        if not ready.measures:
            return True
        for at, (_, _, kind) in zip(hit.slots, ready.frame.pattern.slots, strict=True):
            if at >= 0 and kind in DIMENSIONS:
                mention = masked.mention_at[at]
                unit = unit_named(mention.unit) if isinstance(mention, QuantityMention) and mention.unit else None
                if unit is None or unit.dimension != DIMENSIONS[kind]:
                    return False
        return True

    def _draft(self, hit: Hit, masked: Masked) -> tuple[int, Draft]:
        rule, pattern = hit.rule, self._ready[hit.rule.number].frame.pattern
        slots = [(role, masked.mention_at[at]) for at, (_, role, _) in zip(hit.slots, pattern.slots, strict=True) if at >= 0]
        carried = [mention for role, mention in slots if role == rule.value_role]
        value = carried[-1] if carried else implied(str(rule.frame.implies), masked, hit.start, hit.end - 1)
        if rule.frame.added is not None and isinstance(value, QuantityMention):
            value = added(value, rule.frame.added)
        sets = list(rule.sets)
        if (
            rule.reads_people
            and isinstance(value, QuantityMention)
            and value.noun
            and value.noun != GENERIC
            and not any(key == "population" for key, _ in sets)
        ):
            sets.append(("population", value.noun))
        for phrase, (_, name) in zip(hit.phrases, pattern.lists, strict=True):
            if phrase is not None and (meant := self._canonical[name].get(phrase, phrase)) != ANY:
                sets.append((name, meant))
        sets += hit.nearby
        return value.start, Draft(rule.name, rule.attribute.name, masked.sentence_at(hit.start), value, tuple(slots), tuple(sets))


def _line_before(line: CodedLine, masked: Masked, codes: Codebook) -> CodedLine:
    """The sentence before a line, empty before the first."""
    end = max(0, line.start - 1)
    return CodedLine(masked.text[masked.text.rfind("\n", 0, end) + 1 : end], 0, codes)
