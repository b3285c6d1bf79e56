"""Entries that compare with each other, as one finding: its gravest verdict, an id that survives, and what it tells to who looks at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import cast as typed

from factcheck.comparison.entries import Entry
from factcheck.comparison.explain import explain_finding, explain_relation, steps_of
from factcheck.comparison.identity import aliases_of, name_of
from factcheck.comparison.judgement import Judgement
from factcheck.comparison.later import Later
from factcheck.comparison.pair import Pair
from factcheck.model.finding import GRAVITY, SEVERITY_BY_VERDICT, Relation, Verdict
from factcheck.packs.rulebook import Attribute

# Relations that somebody may have to look at; only these are known by a name of their own.
OPEN = frozenset({"conflict", "disputed", "time_dependent", "undetermined"})
RANK = {verdict: rank for rank, verdict in enumerate(GRAVITY)}

Ends = tuple[int, int]
Judged = Mapping[Ends, tuple[Judgement, Pair]]
_NO_NAMES: Mapping[Ends, str] = {}
_NO_PAIRS: Judged = {}


class Found:
    """The finding on some entries, as far as it takes to sort and count it; `judged` holds how its pairs of entries stand."""

    __slots__ = ("attribute", "entries", "id", "judged", "names", "rule", "verdict")

    def __init__(self, entries: Sequence[Entry], judged: Judged, attribute: Attribute, rule: str) -> None:
        self.entries, self.judged, self.attribute, self.rule = entries, judged, attribute, rule
        self.verdict: Verdict = "agree"
        self.names = _NO_NAMES  # of the gravest pairs
        if judged:
            verdicts = {judgement.verdict for judgement, _ in judged.values()}
            self.verdict = min(verdicts, key=RANK.__getitem__) if len(verdicts) > 1 else verdicts.pop()
            self.names = {ends: self._name(ends) for ends, (judgement, _) in judged.items() if judgement.verdict == self.verdict}
        # of equals the one that no further article can move
        self.id = min(self.names.values()) if self.names else name_of(entries, rule)

    @property
    def subject(self) -> str:
        return self.entries[0].sides[0].claim.subject.surface

    def fields(self) -> tuple[object, ...]:
        """All fields of the `Finding`."""
        values = tuple([entry.distinct for entry in self.entries])
        relations = self._relations()
        worst = min(relations, key=lambda relation: RANK[relation.verdict], default=None)
        severity = self.attribute.severity if self.verdict in ("conflict", "disputed") else None
        return (
            self.id,
            self.verdict,
            worst.reason if worst else "same_value",
            severity or SEVERITY_BY_VERDICT[self.verdict],
            self.subject,
            self.attribute.name,
            _common_qualifiers(self.entries),
            values,
            relations,
            explain_finding(values, worst, self.entries),
            worst is not None and worst.near_miss,
            worst.flips if worst else "",
        )

    def _relations(self) -> tuple[Relation, ...]:
        relations = []
        for ends, (judgement, pair) in self.judged.items():
            told = self.entries[ends[0]], self.entries[ends[1]]
            said = explain_relation(judgement, told[0].distinct.display, told[1].distinct.display)
            steps = typed("tuple[str, ...]", Later(partial(steps_of, pair, judgement)))
            name = ""
            aliases: tuple[str, ...] = ()
            if judgement.verdict in OPEN or len(self.entries) == 2:
                name = self.names.get(ends) or self._name(ends)
                aliases = typed("tuple[str, ...]", Later(partial(aliases_of, told, self.rule)))
            relations.append(Relation(*ends, judgement.verdict, judgement.reason, said, judgement.near_miss, steps, judgement.flips, name, aliases))
        return tuple(relations)

    def _name(self, ends: Ends) -> str:
        return name_of((self.entries[ends[0]], self.entries[ends[1]]), self.rule)


def found_on(entries: Sequence[Entry], members: Sequence[int], judged: Judged, attribute: Attribute, rule: str) -> Found:
    """The finding on some entries of a group, by their numbers; `judged` holds how the pairs of the group stand."""
    if len(members) == len(entries):
        return Found(entries, judged, attribute, rule)
    some = [entries[member] for member in members]
    if len(members) == 1:
        return Found(some, _NO_PAIRS, attribute, rule)
    pairs = combinations(enumerate(members), 2)
    return Found(some, {(a, b): judged[i, j] for (a, i), (b, j) in pairs if (i, j) in judged}, attribute, rule)


def _common_qualifiers(told: Sequence[Entry]) -> dict[str, str]:
    """What all sides say of their scope."""
    first = told[0].sides[0].claim.qualifiers
    for entry in told:
        for side in entry.sides:
            if side.claim.qualifiers != first:
                return dict(sorted(set.intersection(*[set(said.claim.qualifiers) for other in told for said in other.sides])))
    return dict(first)
