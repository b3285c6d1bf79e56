"""Claims to findings: groups of comparable claims, their distinct values, and how each pair of values stands.

All claims of a run go in with the settings of their articles; findings come out, sorted, with the number of pairs
that were judged not comparable. Every function is pure; a group can be compared anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from factcheck.comparison.explain import explain_finding, explain_relation, steps_of
from factcheck.comparison.identity import known_as
from factcheck.comparison.pair import Pair, Side
from factcheck.comparison.values import Convert, relate
from factcheck.comparison.verdicts import Judgement, judge
from factcheck.model.claim import Claim
from factcheck.model.finding import GRAVITY, SEVERITY_BY_VERDICT, DistinctValue, Finding, Relation
from factcheck.model.relation import ValueRelation
from factcheck.model.setting import Setting
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute

# Two entries of a group are compared by at most so many of their claims each: one for each time and source that differ.
MAX_SIDES = 8
ENDED = "end reported"  # marks the entry of those who report the end of what others still state
# Relations that somebody may have to look at; only these are known by a name of their own.
OPEN = frozenset({"conflict", "disputed", "time_dependent", "undetermined"})
RANK = {verdict: rank for rank, verdict in enumerate(GRAVITY)}


@dataclass(frozen=True, slots=True)
class Comparison:
    """`findings` sorted by gravity, attribute and subject; `not_compared` counts pairs by reason."""

    findings: tuple[Finding, ...]
    not_compared: dict[str, int]


@dataclass(slots=True)
class Entry:
    """A distinct value of a group within one scope, with everybody who says it."""

    key: tuple[object, ...]
    sides: list[Side] = field(default_factory=list)

    @property
    def display(self) -> str:
        """The fullest wording, the commonest among equals."""
        texts = Counter([side.claim.value.text for side in self.sides])
        if self.key[-1] == ENDED:
            return f"{max(texts)} ({ENDED})"
        if len(texts) == 1:
            return next(iter(texts))
        return max(texts, key=lambda text: (len(text.split()) if self.sides[0].claim.value.point is None else 0, texts[text], text))

    def distinct_sides(self) -> list[Side]:
        """One side for each time, source and modality that differ, at most `MAX_SIDES`."""
        if len(self.sides) == 1:
            return self.sides
        kept: dict[tuple[object, ...], Side] = {}
        for side in self.sides:
            key = (side.time, side.setting.origin, side.setting.story, side.claim.modality, side.claim.speaker, side.claim.cues, side.claim.article)
            kept.setdefault(key, side)
        return list(kept.values())[:MAX_SIDES]


def compare(
    claims: Iterable[Claim],
    settings: Mapping[str, Setting],
    attributes: Mapping[str, Attribute],
    given_names: Mapping[str, tuple[str, ...]],
    convert: Convert | None = None,
) -> Comparison:
    """All findings over some claims. Claims of attributes that no pack defines are left out."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.rule in attributes:
            subject = claim.subject
            event = (settings[claim.article].story or claim.article) if subject.event else ""
            groups.setdefault((claim.rule, subject.id, event), []).append(claim)
    findings: list[Finding] = []
    skipped: Counter[str] = Counter()
    for key in sorted([key for key, alike in groups.items() if len(alike) > 1]):
        found, uncompared = compare_group([Side(claim, settings[claim.article]) for claim in groups[key]], attributes[key[0]], given_names, convert)
        findings += found
        if uncompared:
            skipped.update(uncompared)
    findings.sort(key=lambda f: (RANK[f.verdict], f.attribute, f.subject, f.id))
    return Comparison(tuple(findings), dict(sorted(skipped.items())))


def compare_group(
    sides: Sequence[Side], attribute: Attribute, given_names: Mapping[str, tuple[str, ...]], convert: Convert | None = None
) -> tuple[list[Finding], Counter[str]]:
    """The findings of one subject and attribute: one for each set of entries that compare with each other."""
    skipped: Counter[str] = Counter()
    if len(sides) < 2:
        return [], skipped
    entries = [part for entry in _entries(sides, attribute) for part in _without_stale(entry, attribute)]
    if len(entries) == 1:
        return ([_finding(entries, [0], {}, attribute)] if len(entries[0].sides) > 1 else []), skipped
    distinct = [entry.distinct_sides() for entry in entries]
    judged = {(i, j): _gravest(one, two, attribute, given_names, convert) for (i, one), (j, two) in combinations(enumerate(distinct), 2)}
    findings = []
    parts = _components(len(entries), [pair for pair, (judgement, _) in judged.items() if judgement.verdict != "not_comparable"])
    for members in parts:
        if len(members) > 1 or len(entries[members[0]].sides) > 1:
            findings.append(_finding(entries, members, judged, attribute))
    for (i, j), (judgement, _) in judged.items():
        if judgement.verdict == "not_comparable":
            skipped[judgement.reason] += 1
            findings.append(_finding(entries, [i, j], judged, attribute))
    return findings, skipped


def _without_stale(entry: Entry, attribute: Attribute) -> list[Entry]:
    """The entry, or two of one value: those who report its end, and with them those who later still state it."""
    ended = [side for side in entry.sides if "end" in side.claim.cues]
    if not ended or len(ended) == len(entry.sides):
        return [entry]
    same = ValueRelation("same", "the same")
    stale = [side for side in entry.sides if side not in ended and any(judge(Pair(end, side, attribute, same)).reason == "stale" for end in ended)]
    if not stale:
        return [entry]
    told = Entry((*entry.key, ENDED), [side for side in entry.sides if side not in stale])
    return [told, Entry(entry.key, stale)]


def _gravest(
    one: Sequence[Side], two: Sequence[Side], attribute: Attribute, given_names: Mapping[str, tuple[str, ...]], convert: Convert | None
) -> tuple[Judgement, Pair]:
    """The gravest judgement between claims of two entries, the first of equals; none is graver than a conflict."""
    best: tuple[Judgement, Pair] | None = None
    for left in one:
        for right in two:
            pair = Pair(left, right, attribute, relate(left.claim.value, right.claim.value, attribute, given_names, convert))
            judgement = judge(pair)
            if best is None or RANK[judgement.verdict] < RANK[best[0].verdict]:
                best = (judgement, pair)
                if not RANK[judgement.verdict]:
                    return best
    assert best is not None
    return best


def _entries(sides: Sequence[Side], attribute: Attribute) -> list[Entry]:
    """Distinct values, each with its scope and modality; a former holder only where an article names that person as holder."""
    holders = {side.claim.value.entity for side in sides if side.claim.modality != "former"}
    entries: dict[tuple[object, ...], Entry] = {}
    for side in sorted(sides, key=_when_and_where):
        claim = side.claim
        if claim.modality == "former":
            if claim.value.entity not in holders:
                continue
            scope: tuple[object, ...] = ()
        else:
            scope = tuple((n, v) for n, v in claim.qualifiers if n in attribute.scope)
        modality = "asserted" if claim.modality == "former" else claim.modality
        event = side.setting.story if claim.subject.event else None
        # an event whose story is unknown is one article's own
        apart = claim.article if claim.subject.event and event is None else event
        key = (_same_value(claim.value), scope, modality, apart)
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = Entry(key)
        entry.sides.append(side)
    return list(entries.values())


def _same_value(value: Value) -> tuple[object, ...]:
    """Equal for values that are one by `normal`: a number is equal to itself with other zeros behind its point."""
    if value.point is None and value.low is None and value.high is None:
        return (value.entity or value.text.casefold(),)
    return value.point, value.low, value.high, value.unit, value.hedge


def _when_and_where(side: Side) -> tuple[object, ...]:
    """The earlier first, so that values are listed as they followed each other; undated ones last, then by place in the input."""
    time, claim = side.time, side.claim
    known = time.first or time.last
    return known is None, known or date.min, claim.article, claim.field, claim.start, claim.id


def _components(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    parent = list(range(count))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, two in edges:
        parent[max(root(one), root(two))] = min(root(one), root(two))
    found: dict[int, list[int]] = {}
    for node in range(count):
        found.setdefault(root(node), []).append(node)
    return list(found.values())


def _finding(
    entries: Sequence[Entry], members: Sequence[int], judged: Mapping[tuple[int, int], tuple[Judgement, Pair]], attribute: Attribute
) -> Finding:
    values = tuple(_distinct(entries[m]) for m in members)
    relations = []
    for (a, i), (b, j) in combinations(enumerate(members), 2):
        judgement, pair = judged[i, j]
        names = _known_as([entries[i], entries[j]], attribute) if judgement.verdict in OPEN or len(members) == 2 else ("",)
        relations.append(
            Relation(
                a,
                b,
                judgement.verdict,
                judgement.reason,
                explain_relation(pair, judgement, values[a].display, values[b].display),
                judgement.near_miss,
                steps_of(pair, judgement),
                judgement.flips,
                names[0],
                names[1:],
            )
        )
    first = entries[members[0]].sides[0].claim
    worst = min(relations, key=lambda r: RANK[r.verdict], default=None)
    if worst is None:
        identity = _known_as([entries[members[0]]], attribute)[0]
    else:  # of equals the one that no further article can put in another place
        gravest = [r for r in relations if r.verdict == worst.verdict]
        identity = min(r.fingerprint or _known_as([entries[members[r.left]], entries[members[r.right]]], attribute)[0] for r in gravest)
    verdict = worst.verdict if worst else "agree"
    severity = attribute.severity if attribute.severity and verdict in ("conflict", "disputed") else SEVERITY_BY_VERDICT[verdict]
    stated = {side.claim.qualifiers for m in members for side in entries[m].sides}
    qualifiers = dict(stated.pop()) if len(stated) == 1 else dict(sorted(set.intersection(*map(set, stated))))
    return Finding(
        id=identity,
        verdict=verdict,
        reason=worst.reason if worst else "same_value",
        severity=severity,
        subject=first.subject.surface,
        attribute=attribute.name,
        qualifiers=qualifiers,
        values=values,
        relations=tuple(relations),
        explanation=explain_finding(values, worst, [entries[m].sides for m in members], attribute),
        near_miss=bool(worst and worst.near_miss),
        question=worst.flips if worst else "",
    )


def _known_as(entries: Sequence[Entry], attribute: Attribute) -> tuple[str, ...]:
    """The fingerprint of a value or of a pair, and its aliases."""
    sides = [side for entry in entries for side in entry.sides]
    scope = [pair for side in sides for pair in side.claim.qualifiers if pair[0] in attribute.scope and side.claim.modality != "former"]
    return known_as(sides, attribute.rule, scope, [side.claim.modality for side in sides], [entry.sides[0].claim.value for entry in entries])


def _distinct(entry: Entry) -> DistinctValue:
    if len(entry.sides) == 1:
        claim = entry.sides[0].claim
        return DistinctValue(entry.display, (claim.id,), (claim.article,), 1)
    return DistinctValue(
        entry.display,
        tuple([side.claim.id for side in entry.sides]),
        tuple(dict.fromkeys([side.claim.article for side in entry.sides])),
        len({side.setting.origin for side in entry.sides}),
    )
