"""How sure it is that two figures of one story are told of one thing: by what they count, the words around them and how their values stand.

Figures that agree need little more than the same noun or unit. A figure that differs matches where neither article has the figure of the
other, and both sentences begin with one name and have their words in common, or each article gives what is counted, or what happens
with it, one figure alone (`factcheck.stories.given`). Below that nothing is said: of other figures that differ most are of two owners.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import fsum, log, sqrt

from factcheck.kinds.share import as_percent
from factcheck.kinds.units import unit_named
from factcheck.model.claim import Claim
from factcheck.model.scene import MODELS
from factcheck.model.value import Value
from factcheck.stories.standings import CLOSE_SHARE, FAR, SAME_MEASURE, size_of, standing_of
from factcheck.text.stems import stem

# What a figure of the same story needs to be told of the same thing, by how it stands to the other: so alike must the
# words around them be, so many of them be shared. All were set by reading what they let through on articles of eighteen
# alike events: of equal figures with two digits that tell, 95 of 100 are of one thing whatever the words.
EQUAL = 0.05, 1
EQUAL_SPAN = 0.1, 1  # a bare "three years" stands in many sentences
NEAR_ENOUGH = 0.03, 1
LEAST_ONCE = 0.1
CLOSE = 0.1, 1  # they contradict each other and lie within a tenth
APART = 0.4, 3
NEAR_BOUND = Decimal("1.2")  # "just under 2.5 pounds" is not told of two pounds
TELLING_DIGITS, TELLING, THOUSANDS = 2, Decimal(100), Decimal(1000)
PEOPLE = "person"
NAME_WEIGHT, FADING = 0.5, 0.08  # of a name beside a word; of each word farther from the figure
ROUNDED_SUM = Decimal("1.02")  # "$26.8 million" told as 27: of amounts so near each other a story has one
ROUNDED_MONEY = Decimal("1.05")  # 6 and 5.8 million
ROUNDED_AMOUNT = Decimal("1.03")
EQUAL_PEOPLE = 0.15, 2  # as many people of two kinds, or of one kind where a rule reads the other figure
# Two amounts with one role, which each article gives to one figure alone, may lie so far apart; where days lie between the articles, so far.
ONCE_SHARE, ONCE_LATER = Decimal("1.4"), Decimal(6)
BESIDE = 5  # so many words beside a figure may say what happens with what is counted
LEAD = "!"  # marks words of the names that the article begins with
HELD = "%"  # marks words of the name of what a share is of
UNTOLD = "+?"  # a pronoun says who does something with what is counted
GENERAL_ROLE = "cost"  # of what is said to be paid, too, another role says why
SCALED = Decimal(1_000_000)  # "22.4 billion" is an amount of money without its sign more often than a count of nothing
NO_QUARREL = frozenset(("age", "ordinal", "score"))  # "the third of the east" is no other count than "the fifth of the league"
ALMOST = Decimal("1.003")  # 8,126 and 8,125 metres, 40.4 and 40.3 million viewers
NEARLY_ALIKE = frozenset(("", "ballot", "point", "seat", "vote", "voter"))  # classes of what rivals have nearly as many of
OF_FIRMS = frozenset(
    "ag bank co company corp corporation group holding holdings inc incorporated industries limited llc ltd nv plc sa spa"
    " dbrs fitch moody moodys poor".split()
)  # of many names, and of those who rate the debt of others
EQUAL_SCORE = 2  # of a match of equal figures, at least
# Classes of what is so long: a story has one of the second, and one of the third of each person.
LAG = "lag "
LASTS, LASTS_ONCE, LASTS_OF_ONE = "lasts", "lasts once", "lasts of one"
OWNED = frozenset(
    ("money", "share", "shar", "stock", "bond", "seat", "vote")
)  # kinds of figures and classes of what is counted: everybody has some of their own
VAGUE = frozenset(("", "people", "person", "others"))  # names of heads that do not say what is counted
PART, ASIDE = "part", "aside"  # the number is that of some of those that are counted; a rule read it and put it aside
AND_MORE = frozenset(("and", "or", "of"))  # the number is of other things, too, or of one owner's
UNTOLD_APART = AND_MORE | {PART, ASIDE}  # what the same number elsewhere need not say
_MODELS = frozenset(f"&{word}" for word in MODELS)  # among the words of a figure: of which model it is
WITHIN = frozenset(("", "including"))  # words before a figure that change nothing where another has the same figure


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what links it. `heads` are what it counts, by class ("person": "officer"), none of a bare number.

    `words` are weighted stems, names among them marked "&"; `length` is their norm. `told_of` are names that its sentence
    begins with. `digits` are those of its number that tell, and one more of a large number. `roles` say what happens with it,
    `near` are the words right beside it that do not say what is counted; `inside` those of the place that its sentence says it is in.
    `owners` are words of the names in its sentence, `lead` those of further names that its article begins with, `held`
    those of what it is a share of.
    """

    claim: Claim
    heads: Mapping[str, str]
    narrowed: str
    value: Value
    words: dict[str, float]
    length: float
    told_of: frozenset[str]
    digits: int
    roles: frozenset[str]
    near: frozenset[str]
    inside: frozenset[str]
    owners: frozenset[str]
    lead: frozenset[str]
    held: frozenset[str]

    @property
    def is_bare(self) -> bool:
        return not self.heads

    @property
    def is_owned(self) -> bool:
        """So much money, such a share, so many shares: everybody has some of their own."""
        return self.claim.kind in OWNED or not self.heads.keys().isdisjoint(OWNED)

    @property
    def lasting(self) -> str:
        """What is so long, "" where it is no length or the words do not say."""
        return self.heads.get(LASTS_ONCE) or self.heads.get(LASTS_OF_ONE) or self.heads.get(LASTS) or ""


def words_of(claim: Claim) -> list[str]:
    """The stems around a figure, the nearest first, then the words of names marked "&"."""
    return [word for word in claim.context[1:] if word[0] not in "@+~!%"]


def figure_of(claim: Claim, seen: Mapping[str, int], total: int) -> Figure:
    """`seen` says in how many of the `total` figures of the story a word stands."""
    heads, _, narrowed = claim.context[0][1:].partition(":")
    named = dict(head.split("/", 1) for head in heads.split("|") if head != "/")
    words = {}
    for rank, word in enumerate(words_of(claim)):
        rarity = log(1 + total / seen[word])
        words[word] = rarity * NAME_WEIGHT if word[0] == "&" else rarity / (1 + FADING * rank)
    length = sqrt(fsum(weight * weight for weight in words.values()))
    spoken = [word for word in words if word[0] != "&"]
    near = frozenset(() if UNTOLD in claim.context else spoken[:BESIDE]) - {part for name in named.values() for part in (name, stem(name))}
    value = as_percent(claim.value) if claim.kind == "share" else claim.value
    point = value.point
    digits = 0 if point is None else 1 if value is not claim.value else len("".join(map(str, point.as_tuple().digits)).strip("0"))
    if digits == TELLING_DIGITS and point is not None and point >= THOUSANDS:
        digits += 1  # how large it is tells, too
    told_of = frozenset(word for word in claim.context if word[0] == "@" and word[1:] not in OF_FIRMS)
    inside = frozenset(word[1:] for word in claim.context[1:] if word[0] == "~")
    owners, lead, held = (
        frozenset(word[1:] for word in claim.context[1:] if word[0] == mark and word[1:] not in OF_FIRMS) for mark in ("&", LEAD, HELD)
    )
    return Figure(claim, named, narrowed, value, words, length, told_of, digits, _roles_of(claim), near, inside, owners, lead, held)


def _roles_of(claim: Claim) -> frozenset[str]:
    roles = frozenset(word[1:] for word in claim.context[1:] if word[0] == "+" and word != UNTOLD)
    return roles - {GENERAL_ROLE} if len(roles) > 1 else roles


def printed(value: Value) -> object:
    """What stands for a value where equal ones are looked up: a result is the same from either side."""
    return "-".join(sorted((value.entity or "").split("-"))) if value.point is None else value.point


def match(left: Figure, right: Figure, alone: bool, reach: Decimal | None = None, *, only: bool = False, unowned: bool = False) -> float:
    """How sure it is that two figures are told of one thing, 0 where it is not sure enough: equal figures come before others.

    `alone`: neither figure stands in the article of the other, and they are not of two owners; `unowned`: the first of these
    alone. `reach`: each is the only one of its article with a role that both have, and one may be so many times the other.
    `only`: each article gives no other number of what both count.
    """
    likeness, shared, spoken = _likeness(left, right)
    standing, ratio = standing_of(left.value, right.value)
    one, two = left.lasting, right.lasting
    if one and two and (one == two or not (one.startswith(LAG) and two.startswith(LAG))):  # both say what lasts so long
        return _match_lasting(left, right, standing, ratio, alone, likeness) if one == two else 0.0
    if standing == "equal":
        return EQUAL_SCORE + likeness if _is_equal_enough(left, right, likeness, spoken, shared > 0, only) else 0.0
    size = size_of(left.value)
    if (
        standing == "compatible"
        and unowned
        and left.narrowed == right.narrowed
        and (_is_converted(left, right, ratio) or _is_rounding(left, right, ratio))
    ):
        return 1 + likeness
    if not alone or size is None or left.narrowed != right.narrowed or left.narrowed == ASIDE:
        return 0.0
    if (left.is_bare or right.is_bare) and (standing == "apart" or size < SCALED):
        return 0.0
    kin = _are_kin(left, right)
    is_again = _is_almost_again(left, right, ratio)
    once = reach is not None and not _is_measured(left) and (shared > 0 or ratio <= CLOSE_SHARE or not left.roles <= {GENERAL_ROLE})
    if standing == "compatible":
        is_range = left.value.point is None or right.value.point is None
        if is_range and "duration" in (left.claim.kind, right.claim.kind):  # what is meant to last from one to two weeks, and what lasted so long
            return 0.0
        if _is_measured(left) and ratio > NEAR_BOUND:
            return 0.0
        wanted, least = NEAR_ENOUGH
        if _go_two_ways(left, right):
            return 0.0
        known = kin and _names_kind(left) and _names_kind(right)
        is_rounded = left.value.unit is not None and kin and max(left.digits, right.digits) > TELLING_DIGITS and ratio <= _rounding_of(left, right)
        return 1 + likeness if known or is_rounded or once or is_again or (likeness >= wanted and shared >= least) else 0.0
    if left.claim.kind in NO_QUARREL or (left.told_of and right.told_of and not left.told_of & right.told_of):
        return 0.0
    if is_again:
        return max(likeness, LEAST_ONCE)
    if _is_measured(left):
        return 0.0
    if size >= THOUSANDS and "point" in left.heads and "point" in right.heads:  # an index of two days
        return 0.0
    if _are_elsewhere(left, right) or left.words.keys() & _MODELS != right.words.keys() & _MODELS:
        return 0.0
    if once and reach is not None and ratio <= reach and (shared > 0 or left.roles != right.roles or left.roles != {GENERAL_ROLE}):
        return max(likeness, LEAST_ONCE)
    if not kin or not (_names_kind(left) or left.claim.kind != "count") or not left.told_of & right.told_of:
        return 0.0
    wanted, least = CLOSE if ratio <= CLOSE_SHARE else APART
    return likeness if ratio <= FAR and likeness >= wanted and spoken >= least else 0.0


def _match_lasting(left: Figure, right: Figure, standing: str, ratio: Decimal, alone: bool, likeness: float) -> float:
    """Lengths of one kind of thing; two that differ are those of one thing where a story has one of it, and something else is shared."""
    if standing == "equal":
        return EQUAL_SCORE + likeness
    if left.narrowed != right.narrowed or not alone:
        return 0.0
    if standing == "compatible":
        return 1 + likeness
    is_of_one = LASTS_ONCE in left.heads or (LASTS_OF_ONE in left.heads and bool(left.told_of & right.told_of))
    if is_of_one and left.lasting[-1].isdigit():  # of the ninth round: in other words, too, but not of another card's bout
        return max(likeness, LEAST_ONCE) if ratio <= NEAR_BOUND else 0.0
    return likeness if is_of_one else 0.0


def _rounding_of(left: Figure, right: Figure) -> Decimal:
    """How far apart amounts may lie of which one is a rounding of the other: farther for money."""
    return ROUNDED_MONEY if "money" in left.heads and "money" in right.heads else ROUNDED_SUM


def _is_converted(left: Figure, right: Figure, ratio: Decimal) -> bool:
    """One amount told in two units, in two digits or more: 4,600 pounds and 2,090 kilograms. No story has two by chance."""
    if left.value.unit is None or right.value.unit is None or left.value.unit == right.value.unit or min(left.digits, right.digits) < TELLING_DIGITS:
        return False
    return _is_measured(left) and left.claim.kind != "duration" and right.claim.kind != "duration" and ratio <= SAME_MEASURE


def _is_rounding(left: Figure, right: Figure, ratio: Decimal) -> bool:
    """An amount of money told in three digits or more, and in fewer, whoever pays it: 44,990 and 45,000."""
    is_money = "money" in left.heads and "money" in right.heads and left.value.unit == right.value.unit
    return is_money and left.digits != right.digits and max(left.digits, right.digits) > TELLING_DIGITS and ratio <= ROUNDED_AMOUNT


def _go_two_ways(left: Figure, right: Figure) -> bool:
    """Money of which one thing is told and money of which another is: what is raised is not what is spent."""
    is_money = "money" in left.heads and "money" in right.heads
    return is_money and bool(left.roles) and bool(right.roles) and left.roles.isdisjoint(right.roles)


def _is_almost_again(left: Figure, right: Figure, ratio: Decimal) -> bool:
    """Amounts of three digits or more that lie next to each other: no story has two by chance.

    But for what is told in many nearly equal figures: votes, times of a race, shares, prices and rates.
    """
    if ratio > ALMOST or max(left.digits, right.digits) <= TELLING_DIGITS or not left.heads.keys() & right.heads.keys() - NEARLY_ALIKE:
        return False
    if left.claim.kind not in ("count", "measure", "distance") or right.claim.kind not in ("count", "measure", "distance"):
        return False
    if _names_kind(left) and _names_kind(right) and not _are_kin(left, right):  # so much of two goods
        return False
    return left.heads.keys().isdisjoint(NEARLY_ALIKE) and right.heads.keys().isdisjoint(NEARLY_ALIKE) and " per " not in (left.value.unit or "")


def is_sure_of_people(left: Figure, right: Figure) -> bool:
    """Two equal figures of people are of the same people: of these a story counts too many for a small figure alone to say who is meant."""
    if left.digits > TELLING_DIGITS:
        return True
    wanted, least = EQUAL_PEOPLE
    likeness, _, spoken = _likeness(left, right)
    are_alike = (likeness >= wanted and spoken >= least) or _are_of_one_owner(left, right)
    return _are_kin(left, right) and _names_kind(left) and are_alike


def _likeness(left: Figure, right: Figure) -> tuple[float, int, int]:
    """The cosine of the words around two figures, how many they share, and how many of these are no names."""
    shared = left.words.keys() & right.words.keys()
    norm = left.length * right.length
    likeness = fsum(left.words[word] * right.words[word] for word in sorted(shared)) / norm if norm else 0.0
    return likeness, len(shared), sum(word[0] != "&" for word in shared)


def _are_elsewhere(left: Figure, right: Figure) -> bool:
    """The sentences tell of two places, and neither names the other's."""
    if not left.inside or not right.inside or not left.inside.isdisjoint(right.inside):
        return False
    return not any(f"&{word}" in other.words for one, other in ((left, right), (right, left)) for word in one.inside)


def _are_kin(left: Figure, right: Figure) -> bool:
    """One of what the one counts has the name of one of what the other counts."""
    return not left.heads.items().isdisjoint(right.heads.items())


def counts_as_many(left: Figure, right: Figure) -> bool:
    """As many of one thing that has a name."""
    return printed(left.value) == printed(right.value) and _names_kind(left) and _names_kind(right) and _are_kin(left, right)


def _are_of_one_owner(left: Figure, right: Figure) -> bool:
    """Both say whose it is, and what: a father of three leaves three children."""
    return _names_kind(left) and _names_kind(right) and bool(left.told_of & right.told_of)


def tells_of_other(left: Figure, right: Figure) -> bool:
    """Both say what they count, it is not the same, the words around differ, and the figure is too small to be known again.

    16 of the past 18 seasons are not 16 points.
    """
    if left.digits > TELLING_DIGITS or not _names_kind(left) or not _names_kind(right) or _are_kin(left, right):
        return False
    likeness, shared, _ = _likeness(left, right)
    wanted, least = EQUAL_PEOPLE
    return likeness < wanted or shared < least


def _names_kind(figure: Figure) -> bool:
    """Says what it counts, and not only that it counts people."""
    return not VAGUE.issuperset(figure.heads.values())


def _is_equal_enough(left: Figure, right: Figure, likeness: float, spoken: int, shares: bool, only: bool) -> bool:
    one, two = ("" if figure.narrowed in UNTOLD_APART else figure.narrowed for figure in (left, right))
    is_known = left.digits > TELLING_DIGITS and (left.is_bare or right.is_bare)
    if one != two and not is_known and not (WITHIN.issuperset((one, two)) and left.digits >= TELLING_DIGITS):
        return False
    point = left.value.point
    digits = TELLING_DIGITS if point is None else left.digits
    no_noun = VAGUE.issuperset(left.heads.values())
    is_span = no_noun and "duration" in (left.claim.kind, right.claim.kind)
    is_common = is_span or (left.value.unit == "percent" and no_noun) or left.is_bare or right.is_bare
    if digits > TELLING_DIGITS or (digits == TELLING_DIGITS and (shares or not is_common)):
        return True
    kin = _are_kin(left, right)
    if kin and (only or (point is not None and point >= TELLING) or _are_of_one_owner(left, right)):
        return True
    wanted, least = EQUAL_SPAN if is_span else EQUAL
    if not kin and _names_kind(left) and _names_kind(right):
        if PEOPLE not in left.heads.keys() & right.heads.keys():
            return False
        wanted, least = EQUAL_PEOPLE
    return likeness >= wanted and spoken >= least


def _is_measured(figure: Figure) -> bool:
    """An amount in a unit that is no money and no share: of these a text has many, and two that differ are most often two things."""
    unit = unit_named(figure.value.unit) if figure.value.unit else None
    return size_of(figure.value) is None or (unit is not None and unit.kind not in ("money", "share"))
