"""What changed between two runs: findings that are new, gone, or say something else of the same thing.

Two reports go in. A finding is the same as long as its verdict, reason, severity and values are; who else says so, in which
words and where, changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factcheck.model.finding import Finding
from factcheck.model.report import Report, ReportClaim


@dataclass(frozen=True, slots=True)
class Change:
    """A finding before and after; `what` names what differs: verdict, reason, severity, values."""

    before: Finding
    after: Finding
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """`new`, `gone` and `changed` findings, in the order of their reports."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    changed: tuple[Change, ...]


Claims = dict[str, ReportClaim]
Keys = Callable[[Finding, Claims], Iterable[object]]


def differ(before: Report, after: Report) -> Difference:
    """What `after` says that `before` does not, and the other way round."""
    claims = ({claim.id: claim for claim in before.claims}, {claim.id: claim for claim in after.claims})
    old, new = list(before.findings), list(after.findings)
    changes: list[Change] = []
    for keys in (_id, _names, _about):  # the surest first
        pairs = _matched(old, new, keys, claims)
        changes += [Change(one, other, what) for one, other in pairs if (what := _differing(one, other, claims))]
        gone, come = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
        old, new = [f for f in old if id(f) not in gone], [f for f in new if id(f) not in come]
    place = {id(finding): number for number, finding in enumerate(after.findings)}
    return Difference(tuple(new), tuple(old), tuple(sorted(changes, key=lambda change: place[id(change.after)])))


def _matched(old: Iterable[Finding], new: Iterable[Finding], keys: Keys, claims: tuple[Claims, Claims]) -> list[tuple[Finding, Finding]]:
    """Pairs of findings with a key in common, each finding once, in order."""
    waiting: dict[object, list[Finding]] = defaultdict(list)
    for finding in old:
        for key in keys(finding, claims[0]):
            waiting[key].append(finding)
    used: set[int] = set()
    pairs = []
    for finding in new:
        found = next((one for key in keys(finding, claims[1]) for one in waiting[key] if id(one) not in used), None)
        if found is not None:
            used.add(id(found))
            pairs.append((found, finding))
    return pairs


def _id(finding: Finding, claims: Claims) -> Iterable[object]:
    return (finding.id,)


def _names(finding: Finding, claims: Claims) -> Iterable[object]:
    return (finding.id, *(name for r in finding.relations for name in (r.fingerprint, *r.aliases) if name))


def _about(finding: Finding, claims: Claims) -> Iterable[object]:
    names = [name for value in finding.values for name in value.claims]
    subject = next((claims[name].subject_id for name in names if name in claims), "")
    return ((subject, finding.subject, finding.attribute, tuple(sorted(finding.qualifiers.items())), finding.verdict == "not_comparable"),)


def _differing(one: Finding, other: Finding, claims: tuple[Claims, Claims]) -> tuple[str, ...]:
    differs = {
        "verdict": one.verdict != other.verdict,
        "reason": one.reason != other.reason,
        "severity": one.severity != other.severity,
        "values": _values(one, claims[0]) != _values(other, claims[1]),
    }
    return tuple(name for name, is_other in differs.items() if is_other)


def _values(finding: Finding, claims: Claims) -> set[object]:
    """The values without their wording, where the report has their claims."""
    found: set[object] = set()
    for value in finding.values:
        claim = next((claims[name] for name in value.claims if name in claims), None)
        if claim is None:
            found.add(value.display)
        else:
            read = claim.value
            found.add(
                (read.point, read.low, read.high, read.unit, read.hedge)
                if read.point or read.low or read.high
                else read.entity or read.text.casefold()
            )
    return found
