"""Entries that compare with each other, as one finding: values, relations, the gravest verdict, and an id that survives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import cast as typed

from factcheck.comparison.entries import Entry
from factcheck.comparison.explain import Steps, explain_finding, explain_relation
from factcheck.comparison.identity import known_as
from factcheck.comparison.judgement import Judgement
from factcheck.comparison.pair import Pair
from factcheck.model.finding import GRAVITY, SEVERITY_BY_VERDICT, DistinctValue, Finding, Relation
from factcheck.packs.rulebook import Attribute

# Relations that somebody may have to look at; only these are known by a name of their own.
OPEN = frozenset({"conflict", "disputed", "time_dependent", "undetermined"})
RANK = {verdict: rank for rank, verdict in enumerate(GRAVITY)}

Judged = Mapping[tuple[int, int], tuple[Judgement, Pair]]


def finding_of(entries: Sequence[Entry], members: Sequence[int], judged: Judged, attribute: Attribute) -> Finding:
    """The finding of some entries of a group, by their numbers; `judged` holds how the pairs of entries stand."""
    told = [entries[m] for m in members]
    values = tuple([_distinct(entry) for entry in told]) if len(told) > 1 else (_distinct(told[0]),)
    relations = _relations(members, told, judged, values, attribute.rule) if len(told) > 1 else ()
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


def _relations(members: Sequence[int], told: Sequence[Entry], judged: Judged, values: Sequence[DistinctValue], rule: str) -> tuple[Relation, ...]:
    relations = []
    for (a, i), (b, j) in combinations(enumerate(members), 2):
        found = judged.get((i, j))
        if found is None:
            continue
        judgement, pair = found
        said = explain_relation(judgement, values[a].display, values[b].display)
        steps = typed("tuple[str, ...]", Steps(pair, judgement))
        names = known_as((told[a], told[b]), rule) if judgement.verdict in OPEN or len(members) == 2 else ("",)
        relations.append(Relation(a, b, judgement.verdict, judgement.reason, said, judgement.near_miss, steps, judgement.flips, names[0], names[1:]))
    return tuple(relations)


def _identity(told: Sequence[Entry], relations: Sequence[Relation], verdict: str, rule: str) -> str:
    """The fingerprint of the value where there is one alone, else of the gravest pair: of equals the one that no further article can move."""
    if not relations:
        return known_as(told[:1], rule, 1)[0]
    gravest = [r for r in relations if r.verdict == verdict]
    return min([r.fingerprint or known_as((told[r.left], told[r.right]), rule, 1)[0] for r in gravest])


def _common_qualifiers(told: Sequence[Entry]) -> dict[str, str]:
    """What all sides say of their scope."""
    first = told[0].sides[0].claim.qualifiers
    for entry in told:
        for side in entry.sides:
            if side.claim.qualifiers != first:
                return dict(sorted(set.intersection(*[set(said.claim.qualifiers) for other in told for said in other.sides])))
    return dict(first)


def _distinct(entry: Entry) -> DistinctValue:
    sides = entry.sides
    if len(sides) == 1:
        claim = sides[0].claim
        return DistinctValue(entry.display, (claim.id,), (claim.article,), 1)
    claims: list[str] = []
    articles: list[str] = []  # in the order of their claims
    origins: set[str] = set()
    for side in sides:
        claim = side.claim
        claims.append(claim.id)
        if claim.article not in articles[-1:]:
            articles.append(claim.article)
        origins.add(side.setting.origin)
    return DistinctValue(entry.display, tuple(claims), tuple(dict.fromkeys(articles)), len(origins))
