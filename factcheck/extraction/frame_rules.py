"""The frames of a rule book as rules to be run: which slot carries the claim's value, which lexicons are kept, what a match always says.

An attribute and a frame go in, a `Rule` comes out. PackError where a frame names what the rule book lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from factcheck.errors import PackError, did_you_mean
from factcheck.packs.frames import SLOTS, Frame
from factcheck.packs.rulebook import Attribute, FrameRule

# The slot that carries the value where it is not called like the kind.
VALUE_ROLE = {"office": "person"}
# Kinds of slot that stand for people told by number, noun or name; they carry a count.
PEOPLE = frozenset(("group", "part", "member"))
# Words that tell a time; guards that name times in words are asked for in the words themselves.
WORDED = ("last", "this", "each", "every", "next")


@dataclass(frozen=True, slots=True)
class Rule:
    """A frame to be run; `name` is its attribute's rule. `value_role` is the slot that carries the claim's value; `captured` are the
    lexicons whose entry is kept; `sets` is what every match says; `worded` are the guards to ask for where a time covers their words."""

    attribute: Attribute
    frame: FrameRule
    name: str
    value_role: str
    sets: tuple[tuple[str, str], ...]
    captured: frozenset[str]
    worded: tuple[Frame, ...]
    reads_people: bool = False
    number: int = 0


def rules_of(attributes: Iterable[Attribute], lexicons: Mapping[str, tuple[str, ...]]) -> tuple[Rule, ...]:
    """All rules, each with its number."""
    made = (_rule(attribute, frame, lexicons) for attribute in attributes for frame in attribute.frames)
    return tuple(replace(rule, number=number) for number, rule in enumerate(made))


def _rule(attribute: Attribute, frame: FrameRule, lexicons: Mapping[str, tuple[str, ...]]) -> Rule:
    for asked in (frame.frame, *frame.unless, *frame.where):
        for name in asked.lexicons:
            if name not in lexicons:
                raise PackError(f'no lexicon is called "{name}"{did_you_mean(name, lexicons)}, in the frame: {asked.text}', attribute.source)
    for name in attribute.nearby:
        if name not in lexicons:
            raise PackError(f'no lexicon is called "{name}"{did_you_mean(name, lexicons)}', attribute.source)
    captured = frozenset((*attribute.scope, *attribute.optional, "modality")) & frozenset(lexicons)
    value_role, reads_people = _value_role(attribute, frame)
    sets = (("modality", frame.modality), *frame.qualifiers)
    is_worded = any(word in guard.text for guard in frame.unless for word in WORDED)
    worded = tuple(guard for guard in frame.unless if not guard.roles) if is_worded else ()
    return Rule(attribute, frame, attribute.rule, value_role, sets, captured, worded, reads_people)


def _value_role(attribute: Attribute, frame: FrameRule) -> tuple[str, bool]:
    """The slot that carries the value, "" where words imply it; and whether groups of people have to be found first."""
    roles = [role for role, _ in frame.frame.roles]
    people = next((role for role, kind in frame.frame.roles if kind in PEOPLE), None)
    if frame.implies is not None:
        return "", people is not None
    if people is not None and attribute.kind == "count" and "count" not in roles and "value" not in roles:
        return people, True
    wanted = VALUE_ROLE.get(attribute.kind, attribute.kind)
    if wanted in roles or "value" in roles:
        return (wanted if wanted in roles else "value"), False
    slot = wanted if wanted in SLOTS else "quantity"
    raise PackError(f"no slot carries the value: write {{{slot} as value}} in the frame: {frame.frame.text}", attribute.source)
