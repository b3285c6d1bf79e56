"""What figures each article of a story gives, by what they count and what is told of them: whether one stands there alone.

The figures of a story go in with the times of their articles. A figure that differs from another is told of the same thing
most often where each article gives but one of that kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from factcheck.model.interval import Interval
from factcheck.stories.matching import AND_MORE, ONCE_LATER, ONCE_SHARE, OWNED, PART, PEOPLE, UNTOLD, VAGUE, Figure, printed

# Things of which a story tells many numbers, by the class of the noun: two that differ are most often of two sets of them.
COMMON_THINGS = frozenset(
    """aircraft apartment attack award ballot bomb book bout build building business car case center charge child club compan company computer
    copy country crew day death defeat defense dollar euro family famil film fire flight game goal gun hit home hour hospital job kilometr match
    member meter mile minut month mountain nation night office officer park part person plac player point pound record road robber rocket run
    school season seat second series ship shop shot site song staff stage start stat station street strike student team theater ticket time tire
    title town truck update view vote week win worker year""".split()
)
_NOBODY: frozenset[str] = frozenset()
WHENEVER = Interval(None, None)
CHANGES = frozenset(("join", "lay-off"))  # who joins or leaves is not who is there


class Given:
    """The numbers that each article gives, by class of what is counted, and by what happens with it.

    `written` says when each article was, `names` are the words of names beside what it tells.
    """

    def __init__(self, figures: Iterable[Figure], written: Mapping[str, Interval], names: Mapping[str, set[str]]) -> None:
        self._written = written
        self._names = names
        self._printed: dict[tuple[str, str], set[object]] = defaultdict(set)
        self._roles: dict[tuple[str, str, str], set[object]] = defaultdict(set)
        self._told: dict[tuple[str, str], set[object]] = defaultdict(set)
        self._of_more: set[tuple[str, str, object]] = set()
        for figure in figures:
            article, value = figure.claim.article, printed(figure.value)
            if figure.narrowed in AND_MORE:
                self._of_more.update((article, kind, value) for kind in figure.heads)
            for kind in figure.heads or ("",):
                self._printed[article, kind].add(value)
                if figure.narrowed == PART:
                    continue
                name = figure.heads.get(kind, "")
                self._told[kind, name].add(value)
                for role in (*figure.roles, f"={name}"):
                    self._roles[article, kind, role].add(value)

    def is_alone(self, left: Figure, right: Figure) -> bool:
        """Neither article gives the number of the other's figure, of the same or without saying of what."""
        kinds = {*left.heads, *right.heads, ""}
        return not any(
            printed(figure.value) in self._printed.get((other.claim.article, kind), ())
            for figure, other in ((left, right), (right, left))
            for kind in kinds
        )

    def are_of_two(self, left: Figure, right: Figure) -> bool:
        """Each sentence names somebody whom the article of the other names nowhere: the debts of two companies, the taxes of two towns."""
        if not left.is_owned:
            return False
        one, two = left.owners | left.lead, right.owners | right.lead
        if left.claim.kind in OWNED and one.isdisjoint(two):  # of one of them nobody knows whose it is, or the articles tell of two
            return True
        return self._names_another(left, right) and self._names_another(right, left)

    def _names_another(self, figure: Figure, other: Figure) -> bool:
        """The sentence names somebody whom the article of the other does not, or nobody, and the article begins with others."""
        names = self._names_of(other)
        return not names.issuperset(figure.owners) if figure.owners else bool(figure.lead) and figure.lead.isdisjoint(names)

    def _names_of(self, figure: Figure) -> frozenset[str] | set[str]:
        return self._names.get(figure.claim.article, _NOBODY)

    def is_only(self, left: Figure, right: Figure) -> bool:
        """Both count one thing that has a name, of which each article gives no other number; of people a story counts too many."""
        return any(
            kind != PEOPLE
            and name not in VAGUE
            and name == right.heads.get(kind)
            and len(self._roles[left.claim.article, kind, f"={name}"]) == 1 == len(self._roles[right.claim.article, kind, f"={name}"])
            for kind, name in left.heads.items()
        )

    def reach(self, left: Figure, right: Figure) -> Decimal | None:
        """How many times the other a figure told once by each article may be, more where days lie between the articles; none if told of more."""
        if not self._is_told_once(left, right) or self._is_of_more(left) or self._is_of_more(right):
            return None
        one, two = (self._written.get(figure.claim.article, WHENEVER) for figure in (left, right))
        return ONCE_LATER if one.is_bounded and two.is_bounded and one.gap_days(two) > 1 else ONCE_SHARE

    def _is_of_more(self, figure: Figure) -> bool:
        """The article says somewhere that the number is of other things, too."""
        return any((figure.claim.article, kind, printed(figure.value)) in self._of_more for kind in figure.heads)

    def _is_told_once(self, left: Figure, right: Figure) -> bool:
        """Both have one role, or count one thing beside one word, which the article of each gives to no other figure of what is counted."""
        if (left.roles ^ right.roles) & CHANGES:
            return False
        return any(
            len(self._roles[left.claim.article, kind, role]) == 1 == len(self._roles[right.claim.article, kind, role])
            for kind in left.heads.keys() & right.heads.keys()
            for role in (*(left.roles & right.roles), *_count_alike(left, right, kind), *self._is_rare(left, right, kind))
        )

    def _is_rare(self, left: Figure, right: Figure, kind: str) -> Iterator[str]:
        """What both are figures of, where the story gives no third number of it, and both sentences name nobody whom the other article does not."""
        name = left.heads[kind]
        if kind in COMMON_THINGS or name in VAGUE or name != right.heads[kind] or len(self._told[kind, name]) != 2:
            return
        if left.value.hedge != "=" or right.value.hedge != "=" or left.claim.kind != "count":
            return
        is_taken_up = any(UNTOLD in figure.claim.context for figure in (left, right))
        if is_taken_up and not left.told_of & right.told_of:
            return
        if all(
            self._names_of(other).issuperset(word[1:] for word in figure.words if word[0] == "&") for figure, other in ((left, right), (right, left))
        ):
            yield f"={name}"


def _count_alike(left: Figure, right: Figure, kind: str) -> Iterator[str]:
    """What both are figures of, where they count one thing that has a name and share a word beside it."""
    name = left.heads[kind]
    if name not in VAGUE and name == right.heads[kind] and left.near & right.near:
        yield f"={name}"
