"""What resolution looks up in the rules, put in order once a run."""

from __future__ import annotations

from functools import cached_property

from factcheck.packs.rulebook import Attribute, Place, RuleBook
from factcheck.resolution.holders import Offices


class Book:
    """A rule book with its attributes, places and offices by id."""

    def __init__(self, rules: RuleBook) -> None:
        self.rules = rules
        self.attributes: dict[str, Attribute] = {attribute.rule: attribute for attribute in rules.attributes}
        self.offices = Offices(rules)

    @cached_property
    def places(self) -> dict[str, Place]:
        """The first reading of each place by its id."""
        found: dict[str, Place] = {}
        for readings in self.rules.places.values():
            for place in readings:
                found.setdefault(place.id, place)
        return found
