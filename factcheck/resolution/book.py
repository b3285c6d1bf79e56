"""What resolution looks up in the rules, put in order once a run."""

from __future__ import annotations

import re
from functools import cached_property

from factcheck.packs.rulebook import Attribute, Place, RuleBook
from factcheck.resolution.holding import Offices
from factcheck.text.folding import fold

ALONE = "alone"  # phrases of a setting of which one is enough
ATTACKER = "attacker"  # the kind of people in the lexicon `people` who did it


class Book:
    """A rule book with its attributes, places and offices by id."""

    def __init__(self, rules: RuleBook) -> None:
        self.rules = rules
        self.attributes: dict[str, Attribute] = {attribute.rule: attribute for attribute in rules.attributes}
        self.offices = Offices(rules)
        self._patterns: dict[str, re.Pattern[str] | None] = {}
        self._alone: dict[str, frozenset[str]] = {}

    @cached_property
    def sexes(self) -> dict[str, str]:
        """The sex that a folded given name tells; names that both bear are not in it."""
        names = self.rules.lexicons.get("sex_of_name")
        return {fold(entry.phrase): entry.canonical for entry in names.entries} if names is not None else {}

    @cached_property
    def counted(self) -> dict[str, Attribute]:
        """The attributes that count people whom an event befell, and that grow with the reports, by rule."""
        return {rule: a for rule, a in self.growing.items() if "population" in a.binds}

    @cached_property
    def growing(self) -> dict[str, Attribute]:
        """The attributes that tell of an event and grow with the reports, by rule."""
        return {rule: a for rule, a in self.attributes.items() if a.belongs_to == "event" and a.times.behaves == "cumulative"}

    @cached_property
    def open_by_kind(self) -> dict[str, Attribute]:
        """The attributes of figures that no other names, by kind."""
        return {attribute.kind: attribute for attribute in self.attributes.values() if attribute.event_type == "any"}

    @cached_property
    def deriving(self) -> frozenset[str]:
        """The rules of attributes from which another follows."""
        return frozenset(rule for rule, attribute in self.attributes.items() if attribute.derives is not None)

    @cached_property
    def includes_attacker(self) -> re.Pattern[str] | None:
        """Words that count an attacker among the victims."""
        people = self.rules.lexicons.get("people")
        nouns = [re.escape(entry.phrase) for entry in people.entries if entry.canonical == ATTACKER] if people is not None else []
        return re.compile(rf"\b(?:including|among them|counting)(?: [\w-]+){{0,6}}? (?:{'|'.join(nouns)})\b") if nouns else None

    def pattern(self, lexicon: str) -> re.Pattern[str] | None:
        """The phrases of a lexicon as whole words, in lower case; None where there are none."""
        if lexicon not in self._patterns:
            phrases = self.rules.lexicons[lexicon].phrases if lexicon in self.rules.lexicons else ()
            body = "|".join(re.escape(phrase.lower()) for phrase in phrases)
            self._patterns[lexicon] = re.compile(rf"(?<!\w)(?:{body})(?!\w)") if phrases else None
        return self._patterns[lexicon]

    def is_set(self, lexicon: str, text: str) -> bool:
        """The text, in lower case, has the words of a setting: a phrase that tells it alone, or two that do so together."""
        pattern = self.pattern(lexicon)
        if pattern is None:
            return False
        alone = self._alone.get(lexicon)
        if alone is None:
            entries = self.rules.lexicons[lexicon].entries
            alone = self._alone[lexicon] = frozenset(entry.phrase.lower() for entry in entries if entry.canonical == ALONE)
        found: set[str] = set()
        for match in pattern.finditer(text):
            found.add(match[0])
            if len(found) > 1 or match[0] in alone:
                return True
        return False

    @cached_property
    def of_persons(self) -> frozenset[str]:
        """The rules of attributes whose value is the name of a person in each of their frames."""
        named = (a for a in self.attributes.values() if a.kind == "name" and a.frames)
        return frozenset(a.rule for a in named if all(dict(f.frame.roles).get("value") == "person" for f in a.frames))

    @cached_property
    def event_kinds(self) -> dict[str, str]:
        """The words of the lexicon of events with the kind of event that each names."""
        lexicon = self.rules.lexicons.get("events")
        return {entry.phrase: entry.canonical for entry in lexicon.entries} if lexicon is not None else {}

    @cached_property
    def event_words(self) -> frozenset[str]:
        """The words of the lexicon of events."""
        return frozenset(self.event_kinds)

    @cached_property
    def callings(self) -> frozenset[str]:
        """Words that say of the name behind them that it is a person's, in lower case."""
        lexicons = (self.rules.lexicons[name] for name in ("person_noun", "profession") if name in self.rules.lexicons)
        return frozenset(phrase.lower().rpartition(" ")[2] for lexicon in lexicons for phrase in lexicon.phrases)

    @cached_property
    def people(self) -> frozenset[str]:
        """Words for somebody without a name, in lower case: a cashier, a guard."""
        lexicon = self.rules.lexicons.get("somebody")
        return self.callings | frozenset(phrase.lower().rpartition(" ")[2] for phrase in lexicon.phrases) if lexicon is not None else self.callings

    @cached_property
    def places(self) -> dict[str, Place]:
        """The first reading of each place by its id."""
        found: dict[str, Place] = {}
        for readings in self.rules.places.values():
            for place in readings:
                found.setdefault(place.id, place)
        return found
