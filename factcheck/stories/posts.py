"""Holders of posts of which the text does not say where, joined inside a story: "police chief Ana Ruiz" of two articles on one event.

The claims of a run with the stories of their articles go in; the same claims come out. One person in one office is one subject: that
of an article that says where, if one alone does. Two people in offices of one name are left apart, as they may be of two places,
but for those of whom an article says that the one followed the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.kinds.name import relate_names
from factcheck.model.claim import PREDECESSOR, Claim, Subject
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
        for person in _joined_by_succession(people, claims, given_names):
            _join(person, made)
    return tuple(made)


def _joined_by_succession(
    people: Mapping[str, list[int]], claims: Sequence[Claim], given_names: Mapping[str, tuple[str, ...]]
) -> Iterator[list[int]]:
    """The claims of each person, those of a holder together with those of whoever it is said to have followed."""
    taken: set[str] = set()
    for person, numbers in people.items():
        before = {told for number in numbers if (told := dict(claims[number].qualifiers).get(PREDECESSOR)) is not None}
        for other in sorted(people.keys() - {person} - taken):
            if any(relate_names(one, other, given_names).standing == "same" for one in before):
                taken |= {person, other}
                yield [*numbers, *people[other]]
                break
    yield from (numbers for person, numbers in people.items() if person not in taken)


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
