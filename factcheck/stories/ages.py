"""Ages told inside a story: "a 15-year-old boy" of one article may be the Jan Tamm, 15, of another.

The claims of a run with the stories of their articles go in; the same claims come out, ages that are of one person with one
subject: that of the named one where an article names one. Of an age that an article tells of two people, or that fits
two whom others tell apart, nothing is said.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.kinds.name import relate_names
from factcheck.model.claim import LINKED, Claim, Subject
from factcheck.text.folding import words

LONG = 183  # days after which an equal age is most likely that of another, or no longer the same
GROWN_UP = Decimal(10)  # two digits of an age tell who is meant; of children under ten a story often has two of one age
_LIKELY = 80.0  # by rapidfuzz's `ratio`: of two names that close, one story and one age a misprint


@dataclass(frozen=True, slots=True)
class Person:
    """Whom one article tells of by one age: the numbers of its claims, what else it says of them, and the words around."""

    article: str
    numbers: tuple[int, ...]
    names: frozenset[str]
    sexes: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]

    def with_(self, other: Person) -> Person:
        return Person(
            self.article,
            self.numbers + other.numbers,
            self.names | other.names,
            self.sexes | other.sexes,
            self.roles | other.roles,
            self.words | other.words,
        )


def link_ages(claims: Sequence[Claim], stories: Mapping[str, str | None], given_names: Mapping[str, tuple[str, ...]]) -> tuple[Claim, ...]:
    """Gives one subject to ages of one person in one story."""
    told: dict[tuple[str, Decimal, str | None], dict[str, dict[tuple[str, int], list[int]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for number, claim in enumerate(claims):
        story = stories.get(claim.article)
        if claim.kind == "age" and claim.context and story is not None and claim.value.point is not None and claim.value.hedge == "=":
            told[story, claim.value.point, claim.value.unit][claim.article][claim.field, claim.start].append(number)
    ages: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
    for claim in claims:
        if claim.kind == "age" and claim.subject.name is not None and claim.value.point is not None:
            ages[claim.article, claim.subject.id].add(claim.value.point)
    made = list(claims)
    for key in sorted(told, key=str):
        people: list[Person] = []
        for article in sorted(told[key]):
            people += people_in(claims, article, told[key][article].values(), given_names)
        for group in _groups(people, key[1] >= GROWN_UP, given_names):
            _give_subject(made, group, ages)
    return tuple(made)


def people_in(claims: Sequence[Claim], article: str, places: Iterable[Sequence[int]], given_names: Mapping[str, tuple[str, ...]]) -> list[Person]:
    """Who in one article has one age: a nameless one is the one who alone may be meant, and nobody where two may be."""
    found: list[Person] = []
    persons = [_person(claims, article, numbers) for numbers in places]
    for person in sorted(persons, key=lambda p: (not p.names, p.numbers)):
        fits = [other for other in found if may_be_one(person, other, given_names)]
        if len(fits) == 1:
            found[found.index(fits[0])] = fits[0].with_(person)
        elif not fits:
            found.append(person)
    return found


def _person(claims: Sequence[Claim], article: str, numbers: Sequence[int]) -> Person:
    mine = [claims[number] for number in numbers]
    heads = {claim.context[0].partition("/")[2].partition(":")[0] for claim in mine}
    return Person(
        article,
        tuple(numbers),
        frozenset(claim.subject.name for claim in mine if claim.subject.name is not None and not claim.is_open),
        frozenset(heads - {""}),
        frozenset(claim.attribute for claim in mine if not claim.is_open and claim.subject.event),
        frozenset(word for claim in mine for word in claim.context[1:] if word[0] not in "@&"),
    )


def may_be_one(one: Person, two: Person, given_names: Mapping[str, tuple[str, ...]]) -> bool:
    """Neither name, sex nor role tells them apart."""
    if (one.sexes and two.sexes and one.sexes != two.sexes) or (one.roles and two.roles and not one.roles & two.roles):
        return False
    return all(_is_one_name(left, right, given_names) for left in one.names for right in two.names)


def _is_one_name(left: str, right: str, given_names: Mapping[str, tuple[str, ...]]) -> bool:
    """Two spellings of one name, or one of them misprinted: the given names are close, and the last ones."""
    if relate_names(left, right, given_names).can_both_be_right:
        return True
    one, two = words(left), words(right)
    if len(one) == 1 or len(two) == 1:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(one[0], two[0]) >= _LIKELY and fuzz.ratio(one[-1], two[-1]) >= _LIKELY


def _groups(people: Sequence[Person], is_telling: bool, given_names: Mapping[str, tuple[str, ...]]) -> list[list[Person]]:
    """People of several articles who are one; who fits two that are told apart stays alone."""
    groups: list[list[Person]] = []
    for person in sorted(people, key=lambda p: (not p.names, not p.roles, not p.sexes, p.article, p.numbers)):
        fits = [
            group
            for group in groups
            if all(other.article != person.article and may_be_one(person, other, given_names) for other in group)
            and (is_telling or any(_is_known_again(person, other) for other in group))
        ]
        if len(fits) == 1:
            fits[0].append(person)
        elif not fits:
            groups.append([person])
    return [group for group in groups if len(group) > 1]


def _is_known_again(one: Person, two: Person) -> bool:
    """Of two people of one age more is alike: the name, the sex, what befell them, or a word beside the age."""
    return bool(one.names & two.names or one.sexes & two.sexes or one.roles & two.roles or one.words & two.words)


def _give_subject(made: list[Claim], group: Sequence[Person], ages: Mapping[tuple[str, str], set[Decimal]]) -> None:
    """Gives the ages of a group that stand without a name one subject, in place, and a misprinted name that of the others.

    Where claims of one rule say it in each article, it stands there already. `ages` are those that each article gives each subject.
    """
    if set.intersection(*(set(person.roles) for person in group)):
        return
    numbers = [number for person in group for number in person.numbers]
    named = [number for number in numbers if made[number].subject.name is not None and not made[number].is_open]
    nameless = [number for number in numbers if is_nameless(made[number])]
    if named:
        model = made[max(named, key=lambda number: (len(words(made[number].subject.name or "")), -number))]
        for number in nameless:
            own = made[number]
            if own.valid.interval.gap_days(model.valid.interval) <= LONG and ages.get((own.article, model.subject.id), set()) <= {own.value.point}:
                context = ("=" + own.context[0][1:], *own.context[1:])
                told = replace(own, rule=model.rule, attribute=model.attribute, subject=model.subject)
                made[number] = replace(told, context=context, cues=(*own.cues, LINKED))
        for number in named:
            if made[number].rule == model.rule:
                made[number] = replace(made[number], subject=model.subject)
        return
    first = made[nameless[0]]
    identity = hashlib.sha256("\x1f".join((first.rule, str(first.value.point), *sorted(group[0].words))).encode()).hexdigest()[:12]
    surface = max((made[number].value.text for number in nameless), key=lambda s: (len(s), s))
    for number in nameless:
        if made[number].is_open:
            made[number] = replace(made[number], subject=Subject(surface, f"{first.rule}:{identity}", event=True))


def is_nameless(claim: Claim) -> bool:
    """An age that no rule names, or one of which the article does not say whose it is."""
    return claim.is_open or (not claim.subject.event and "?" in claim.subject.id)
