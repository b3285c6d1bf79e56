"""Claims to findings: groups of comparable claims, their distinct values, and how each pair of values stands.

All claims of a run go in with the settings of their articles; findings come out, sorted, with the number of pairs
that were judged not comparable. Every function is pure; a group can be compared anywhere.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, product
from operator import itemgetter

from factcheck.comparison.entries import Entry, entries_of, shared_origins
from factcheck.comparison.findings import RANK, Found, found_on
from factcheck.comparison.judgement import Judgement
from factcheck.comparison.pair import Pair, Side
from factcheck.comparison.scenes import may_be_apart, told_apart
from factcheck.comparison.theatres import APART, are_apart, places_of_many
from factcheck.comparison.values import Convert, Relate, relating
from factcheck.comparison.verdicts import judge
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.late import later
from factcheck.model.relation import ValueRelation
from factcheck.model.setting import Setting
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute

# A group of more entries than MANY is compared by neighbours, NEIGHBOURS of them to each side, so that the work stays in
# proportion to its size; of its pairs that do not compare only the number is told. In 676 articles on shootings no group has 10.
MANY = 60
NEIGHBOURS = 8
# Of two entries with more pairs of sides than this, only those are judged that follow each other in time.
MANY_SIDES = 64
# Two entries do not compare only where none of their claims do.
_WEIGHT = {**RANK, "not_comparable": len(RANK)}

Key = tuple[str, str, str]  # rule, subject and, for what belongs to an event, its story
Place = tuple[int, str, str]  # gravity of a verdict, attribute, subject: where a finding stands in the report
Row = tuple[str, Key, Found]  # a finding behind its id and its group, by which those of one place are sorted


@dataclass(frozen=True, slots=True)
class Comparison:
    """`findings` sorted by gravity, attribute and subject; `not_compared` counts pairs by reason."""

    findings: tuple[Finding, ...]
    not_compared: dict[str, int]


def compare(
    claims: Iterable[Claim],
    settings: Mapping[str, Setting],
    attributes: Mapping[str, Attribute],
    given_names: Mapping[str, tuple[str, ...]],
    convert: Convert | None = None,
) -> Comparison:
    """All findings over some claims. Claims of attributes that no pack defines are left out."""
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        rule, subject = claim.rule, claim.subject
        if rule in attributes:
            groups[rule, subject.id, (settings[claim.article].story or claim.article) if subject.event else ""].append(claim)
    with _uncollected():
        found, skipped = _compared(
            groups, settings, attributes, {rule: relating(attributes[rule], given_names, convert) for rule in {key[0] for key in groups}}
        )
        findings = tuple([later(Finding, one) for at in sorted(found) for one in _by_name(found[at])])
    return Comparison(findings, dict(sorted(skipped.items())))


def _compared(
    groups: Mapping[Key, Sequence[Claim]], settings: Mapping[str, Setting], attributes: Mapping[str, Attribute], relations: Mapping[str, Relate]
) -> tuple[Mapping[Place, list[Row]], Counter[str]]:
    found: dict[Place, list[Row]] = defaultdict(list)
    skipped: Counter[str] = Counter()
    for key, alike in groups.items():  # as they come: what stands together in the input lies together in memory
        if len(alike) == 1:
            continue
        rule = key[0]
        attribute = attributes[rule]
        findings, uncompared = compare_group([Side(claim, settings[claim.article]) for claim in alike], attribute, relations[rule], rule)
        for finding in findings:
            found[RANK[finding.verdict], attribute.name, finding.subject].append((finding.id, key, finding))
        if uncompared:
            skipped.update(uncompared)
    return found, skipped


def _by_name(rows: list[Row]) -> Iterable[Found]:
    """Findings of one place, sorted by their ids; of one id they stay as their group gave them."""
    if len(rows) > 1:
        rows.sort(key=itemgetter(0, 1))
    return [row[-1] for row in rows]


@contextmanager
def _uncollected() -> Iterator[None]:
    """While findings are made nobody looks for cycles: there are none, and a search goes through all claims of the run each time.

    With 50,000 generated articles in memory the search takes about a sixth of the comparison.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def compare_group(sides: Sequence[Side], attribute: Attribute, relate: Relate, rule: str) -> tuple[list[Found], Mapping[str, int]]:
    """The findings of one subject and attribute: one for each set of entries that compare with each other. `relate` is the attribute's."""
    entries = entries_of(sorted(sides, key=_when_and_where), attribute)
    if len(entries) < 2:
        return ([found_on(entries, (0,), {}, attribute, rule)] if entries and len(entries[0].sides) > 1 else []), {}
    shared = shared_origins(entries)
    distinct = [entry.distinct_sides(shared) for entry in entries]
    judged = {(i, j): _gravest(distinct[i], distinct[j], attribute, relate) for i, j in _pairs(entries)}
    if (places := places_of_many(entries, attribute)) is not None:
        judged = {
            (i, j): (APART if are_apart(entries[i], entries[j], places[i], places[j]) else judgement, pair)
            for (i, j), (judgement, pair) in judged.items()
        }
    skipped = [pair for pair, (judgement, _) in judged.items() if judgement.verdict == "not_comparable"]
    findings = []
    for members in _components(len(entries), judged.keys() - skipped) if skipped else (range(len(entries)),):
        if len(members) > 1 or len(entries[members[0]].sides) > 1:
            findings.append(found_on(entries, members, judged, attribute, rule))
    if len(entries) <= MANY and not attribute.several:
        findings += [found_on(entries, pair, judged, attribute, rule) for pair in skipped]
    return findings, Counter([judged[pair][0].reason for pair in skipped]) if skipped else {}


def _pairs(entries: Sequence[Entry]) -> Iterable[tuple[int, int]]:
    """The pairs of entries to judge, by their numbers: all of them, or, of many, those that stand near each other.

    Near are entries that follow each other in time, as they are listed, or in size.
    """
    if len(entries) <= MANY:
        return combinations(range(len(entries)), 2)
    by_time = list(range(len(entries)))
    by_size = sorted(by_time, key=lambda number: (_size(entries[number].value), number))
    near = {(one, two) for order in (by_time, by_size) for at, one in enumerate(order) for two in order[at + 1 : at + 1 + NEIGHBOURS]}
    return sorted({(min(pair), max(pair)) for pair in near})


def _size(value: Value) -> tuple[str, Decimal]:
    """Numbers by unit and size, names by their letters."""
    number = value.point if value.point is not None else value.low if value.low is not None else value.high
    return (value.unit or "", number) if number is not None else (value.entity or value.text.casefold(), Decimal(0))


def _gravest(one: Sequence[Side], two: Sequence[Side], attribute: Attribute, relate: Relate) -> tuple[Judgement, Pair]:
    """The gravest judgement between claims of two entries that compare, the first of equals; none is graver than a conflict.

    What one article ties to a place, an hour or an owner other than the other entry's has that scope where another article repeats it: then a
    conflict stands only where the two that make it are tied to one place.
    """
    best: tuple[Judgement, Pair] | None = None
    doubt: tuple[Judgement, Pair] | None = None
    pairs = product(one, two) if len(one) * len(two) <= MANY_SIDES else _near_in_time(one, two)
    both = {side.claim.article for side in one} & {side.claim.article for side in two} if len(one) * len(two) > 1 else ()
    stand: dict[tuple[object, object], ValueRelation] = {}
    for left, right in _by_who_says_one(pairs, both) if both else pairs:
        said, other = left.claim.value, right.claim.value
        if said.point is None or other.point is None:
            values = relate(said, other)
        else:  # most sides of an entry print one figure in one way
            ways = (said.step, said.is_implied, said.conversion), (other.step, other.is_implied, other.conversion)
            values = stand.get(ways) or stand.setdefault(ways, relate(said, other))
        pair = Pair(left, right, attribute, values)
        judgement = judge(pair)
        if judgement.reason == "unknown_scope" and told_apart(pair) is not None:
            doubt = doubt or (judgement, pair)
        if best is None or _WEIGHT[judgement.verdict] < _WEIGHT[best[0].verdict]:
            best = (judgement, pair)
            if not RANK[judgement.verdict] and (len(one) == len(two) == 1 or not may_be_apart(pair)):
                return best
    assert best is not None
    return best if doubt is None or best[0].verdict not in ("conflict", "disputed") or not may_be_apart(best[1], doubt[1]) else doubt


def _by_who_says_one(pairs: Iterable[tuple[Side, Side]], both: AbstractSet[str]) -> Sequence[tuple[Side, Side]]:
    """The pairs without those of an article that says both with another one: the two do not contradict each other. All, where there are no others."""
    all_pairs = list(pairs)
    own = [
        (left, right)
        for left, right in all_pairs
        if left.claim.article == right.claim.article or (left.claim.article not in both and right.claim.article not in both)
    ]
    return own or all_pairs


def _near_in_time(one: Sequence[Side], two: Sequence[Side]) -> Iterable[tuple[Side, Side]]:
    """Each side with the last of the other entry before it: two that speak of one time are the likeliest to conflict."""
    lasts: list[Side | None] = [None, None]
    for side, is_right in sorted([(side, False) for side in one] + [(side, True) for side in two], key=lambda told: _when_and_where(told[0])):
        lasts[is_right] = side
        left, right = lasts
        if left is not None and right is not None:
            yield left, right


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
