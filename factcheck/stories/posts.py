"""Holders of posts of which the text does not say where, joined inside a story: "police chief Ana Ruiz" of two articles on one event.

The claims of a run with the stories of their articles go in; the same claims come out. One person in one office is one subject: that
of an article that says where, if one alone does. Two people in offices of one name are left apart, as they may be of two places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.model.claim import Claim, Subject
from factcheck.stories.people import joined_names

UNPLACED = "office:?:"
# Whoever is called by the first may be called by the second: a boss is a chief executive, too.
_LOOSE = {"company_head": "chief_executive"}


def link_posts(claims: Sequence[Claim], stories: Mapping[str, str | None], given_names: Mapping[str, tuple[str, ...]]) -> tuple[Claim, ...]:
    """Gives one subject to the claims of one story that one person holds one office."""
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        story = stories.get(claim.article)
        if claim.kind == "office" and story is not None:
            told[story, _office(claim.subject)].append(number)
    made = list(claims)
    for numbers in told.values():
        if all(_is_settled(claims[number].subject) for number in numbers) or len({claims[number].article for number in numbers}) == 1:
            continue
        names = joined_names({claims[number].value.text: claims[number].subject.id for number in numbers}, given_names)
        people: dict[str, list[int]] = defaultdict(list)
        for number in numbers:
            people[names[claims[number].value.text][0]].append(number)
        for person in people.values():
            _join(person, made)
    return tuple(made)


def _join(numbers: Sequence[int], made: list[Claim]) -> None:
    placed = {made[number].subject.id: made[number].subject for number in numbers if _is_settled(made[number].subject)}
    unplaced = [number for number in numbers if not _is_settled(made[number].subject)]
    if len(placed) > 1:
        return
    subject = next(iter(placed.values()), None) or min((made[number].subject for number in unplaced), key=lambda subject: subject.id, default=None)
    for number in unplaced:
        if subject is not None:
            made[number] = replace(made[number], subject=subject)


def _is_settled(subject: Subject) -> bool:
    """It says where, and which office."""
    return not subject.id.startswith(UNPLACED) and _named_office(subject) not in _LOOSE


def _office(subject: Subject) -> str:
    """The office under which claims are joined."""
    named = _named_office(subject)
    return _LOOSE.get(named, named)


def _named_office(subject: Subject) -> str:
    """The office in an id like "office:US/Seattle:mayor", "office:company:Halvex:chief_executive" or "office:?:mayor:article:person"."""
    parts = subject.id.split(":")
    return parts[3] if parts[1] == "company" and len(parts) > 3 else parts[2]
