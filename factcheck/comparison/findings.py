"""Entries that compare with each other, as one finding: values, relations, the gravest verdict, and an id that survives."""

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
from factcheck.model.finding import GRAVITY, SEVERITY_BY_VERDICT, Finding, Relation
from factcheck.packs.rulebook import Attribute

# Relations that somebody may have to look at; only these are known by a name of their own.
OPEN = frozenset({"conflict", "disputed", "time_dependent", "undetermined"})
RANK = {verdict: rank for rank, verdict in enumerate(GRAVITY)}

Judged = Mapping[tuple[int, int], tuple[Judgement, Pair]]


def finding_of(entries: Sequence[Entry], members: Sequence[int], judged: Judged, attribute: Attribute) -> Finding:
    """The finding of some entries of a group, by their numbers; `judged` holds how the pairs of entries stand."""
    told = [entries[m] for m in members]
    values = tuple([entry.distinct for entry in told])
    relations = _relations(members, told, judged, attribute.rule) if len(told) > 1 else ()
    worst = min(relations, key=lambda r: RANK[r.verdict]) if relations else None
    verdict = worst.verdict if worst else "agree"
    severity = attribute.severity if attribute.severity and verdict in ("conflict", "disputed") else SEVERITY_BY_VERDICT[verdict]
    return Finding(
        id=_identity(told, relations, verdict, attribute.rule),
        verdict=verdict,
        reason=worst.reason if worst else "same_value",
        severity=severity,
        subject=told[0].sides[0].claim.subject.surface,
        attribute=attribute.name,
        qualifiers=_common_qualifiers(told),
        values=values,
        relations=relations,
        explanation=explain_finding(values, worst, told),
        near_miss=worst is not None and worst.near_miss,
        question=worst.flips if worst else "",
    )


def _relations(members: Sequence[int], told: Sequence[Entry], judged: Judged, rule: str) -> tuple[Relation, ...]:
    relations = []
    for (a, i), (b, j) in combinations(enumerate(members), 2):
        found = judged.get((i, j))
        if found is None:
            continue
        judgement, pair = found
        one, two = told[a], told[b]
        said = explain_relation(judgement, one.distinct.display, two.distinct.display)
        steps = typed("tuple[str, ...]", Later(partial(steps_of, pair, judgement)))
        name = ""
        aliases: tuple[str, ...] = ()
        if judgement.verdict in OPEN or len(members) == 2:
            name = name_of((one, two), rule)
            if len(one.anchors) > 1 or one.anchors != two.anchors:
                aliases = typed("tuple[str, ...]", Later(partial(aliases_of, (one, two), rule)))
        relations.append(Relation(a, b, judgement.verdict, judgement.reason, said, judgement.near_miss, steps, judgement.flips, name, aliases))
    return tuple(relations)


def _identity(told: Sequence[Entry], relations: Sequence[Relation], verdict: str, rule: str) -> str:
    """The fingerprint of the value where there is one alone, else of the gravest pair: of equals the one that no further article can move."""
    if not relations:
        return name_of(told[:1], rule)
    if len(relations) == 1 and relations[0].fingerprint:
        return relations[0].fingerprint
    gravest = [r for r in relations if r.verdict == verdict]
    return min([r.fingerprint or name_of((told[r.left], told[r.right]), rule) for r in gravest])


def _common_qualifiers(told: Sequence[Entry]) -> dict[str, str]:
    """What all sides say of their scope."""
    first = told[0].sides[0].claim.qualifiers
    for entry in told:
        for side in entry.sides:
            if side.claim.qualifiers != first:
                return dict(sorted(set.intersection(*[set(said.claim.qualifiers) for other in told for said in other.sides])))
    return dict(first)
