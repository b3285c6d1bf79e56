"""Ages that lie a year or two apart, told of one person: "the 54-year-old guard" is, some months later, the guard Ove Lindqvist, 55.

The claims of a run with the stories of their articles go in, ages that are equal linked (`factcheck.stories.ages`); the same claims come
out. It takes that the article with the higher age is the later one by weeks at least, that each tells of one grown-up of about that age
alone, that neither has the age of the other, and that a word or a name beside both ages says that it is the same person. Of two ages told
at one time nothing is said: two guards, a driver and a passenger, a witness and an accused are a year apart as often as not.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from factcheck.model.claim import LINKED, Claim, Subject
from factcheck.stories.ages import Person, is_nameless, may_be_one, people_in
from factcheck.stories.matching import words_of
from factcheck.text.stems import stem

ADULT = Decimal(18)  # brothers and school friends are a year or two apart
NEAR = Decimal(2)
YEAR = 366
BIRTHDAY_DAYS = 14  # so far apart a birthday may lie between two articles
BESIDE = 4  # so many words beside an age say whose it is
# Words beside an age that do not say who somebody is: what befell several, who tells it, where and when.
_COMMON = frozenset(
    map(
        stem,
        """accuse age appear arrest body charge child city come court custody day dead death department die early face family fatal fire
        following found friend girl guilty gun half home hospital hurt identify incident injure investigate jail kill know late life live local
        man member month morning murder name news night office officer old one open people person place police prison property
        release report resident say scene sentence serve shoot shot site spokesman state stay street suspect take tell time town trial
        tuesday two unit victim week weekend woman work worker wound wife year yesterday young husband son daughter""".split(),
    )
)
_BEFALLS = frozenset(map(stem, "died hospital hurt injured shot stabbed victim wounded".split()))
_STANDS_ACCUSED = frozenset(map(stem, "accused arrested charged convicted court custody guilty jailed pleaded sentenced suspect".split()))


def link_near_ages(claims: Sequence[Claim], stories: Mapping[str, str | None], given_names: Mapping[str, tuple[str, ...]]) -> tuple[Claim, ...]:
    """Gives one subject to ages of one grown-up that lie a year or two apart in two articles of one story."""
    told: dict[str, dict[str, dict[Decimal, dict[tuple[str, int], list[int]]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    )
    for number, claim in enumerate(claims):
        story, age = stories.get(claim.article), claim.value.point
        if claim.kind == "age" and claim.context and story is not None and age is not None and claim.value.hedge == "=":
            told[story][claim.article][age][claim.field, claim.start].append(number)
    made = list(claims)
    for story in sorted(told):
        people = {
            article: [person for age in sorted(ages) for person in people_in(made, article, ages[age].values(), given_names)]
            for article, ages in told[story].items()
        }
        for one, two in combinations(sorted(people), 2):
            for left, right in _pairs(made, people[one], people[two], given_names):
                _join(made, left, right)
    return tuple(made)


def _pairs(
    claims: Sequence[Claim], mine: Sequence[Person], others: Sequence[Person], given_names: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Person, Person]]:
    """The people of two articles who are one though their ages differ."""
    for left in mine:
        age = _age(claims, left)
        near = [right for right in others if abs(_age(claims, right) - age) <= NEAR and may_be_one(left, right, given_names)]
        if len(near) != 1 or age < ADULT:
            continue
        right = near[0]
        other = _age(claims, right)
        back = [person for person in mine if abs(_age(claims, person) - other) <= NEAR and may_be_one(person, right, given_names)]
        if other == age or other < ADULT or back != [left] or (left.names and right.names):
            continue
        if any(_age(claims, person) == age for person in others) or any(_age(claims, person) == other for person in mine):
            continue
        if not _has_aged(claims[left.numbers[0]], claims[right.numbers[0]]):
            continue
        if not _is_known(claims, left, others) and not _is_known(claims, right, mine) and _is_same(claims, left, right, (*mine, *others)):
            yield left, right


def _age(claims: Sequence[Claim], person: Person) -> Decimal:
    age = claims[person.numbers[0]].value.point
    assert age is not None
    return age


def _is_known(claims: Sequence[Claim], person: Person, others: Sequence[Person]) -> bool:
    """The other article tells of this person by some age."""
    subjects = {claims[number].subject.id for number in person.numbers}
    return any(claims[number].subject.id in subjects for other in others for number in other.numbers if not claims[number].subject.event)


def _is_same(claims: Sequence[Claim], left: Person, right: Person, people: Sequence[Person]) -> bool:
    """A word beside both ages, or a name that stands beside no other, says who it is; nobody is both hurt and charged."""
    one, two = left.words, right.words
    if (one & _BEFALLS and two & _STANDS_ACCUSED and not one & _STANDS_ACCUSED) or (
        two & _BEFALLS and one & _STANDS_ACCUSED and not two & _STANDS_ACCUSED
    ):
        return False
    if not _COMMON.issuperset(_beside(claims, left) & _beside(claims, right)):
        return True
    elsewhere = {word for person in people if person is not left and person is not right for word in _names(claims, person)}
    return bool((_names(claims, left) & _names(claims, right)) - elsewhere)


def _beside(claims: Sequence[Claim], person: Person) -> frozenset[str]:
    """The nearest words: farther off, those who tell of it are named."""
    return frozenset(
        word for number in person.numbers for word in words_of(claims[number])[:BESIDE] if word[0].isalpha() and not word.endswith("-old")
    )


def _names(claims: Sequence[Claim], person: Person) -> frozenset[str]:
    return frozenset(word for number in person.numbers for word in claims[number].context if word[0] == "&")


def _join(made: list[Claim], left: Person, right: Person) -> None:
    """Gives the ages of two who are one a subject: that of the one who has a name, else a new one."""
    numbers = [*left.numbers, *right.numbers]
    named = [number for number in numbers if not is_nameless(made[number]) and made[number].subject.name is not None]
    nameless = [number for number in numbers if is_nameless(made[number])]
    if not named:
        first = made[numbers[0]]
        identity = hashlib.sha256("\x1f".join(str(made[number].id) for number in numbers).encode()).hexdigest()[:12]
        for number in nameless:
            if made[number].is_open:
                made[number] = replace(made[number], subject=Subject(first.value.text, f"{first.rule}:{identity}", event=True))
        return
    model = made[named[0]]
    for number in nameless:
        own = made[number]
        told = replace(own, rule=model.rule, attribute=model.attribute, subject=model.subject)
        made[number] = replace(told, context=("=" + own.context[0][1:], *own.context[1:]), cues=(*own.cues, LINKED))


def _has_aged(one: Claim, two: Claim) -> bool:
    """The higher age is told later, by as many years and a birthday."""
    young, old = sorted((one, two), key=lambda claim: claim.value.point or 0)
    assert young.value.point is not None
    assert old.value.point is not None
    gap = young.valid.interval.gap_days(old.valid.interval)
    return gap >= BIRTHDAY_DAYS and young.valid.interval.surely_before(old.valid.interval) and old.value.point - young.value.point <= gap // YEAR + 1
