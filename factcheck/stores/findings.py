"""Findings of a store: which were told before, what was found in this batch, and what ended."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from factcheck.model.finding import DistinctValue, Finding, Relation
from factcheck.stores.connection import in_parts, marks, storable
from factcheck.stores.rows import dumped
from factcheck.stores.store import Store

OPEN = ("conflict", "disputed", "time_dependent", "undetermined")


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding as it stands in the store: the numbers of the claims of each of its values, and when it was first told so."""

    number: int
    finding: Finding
    claims: tuple[tuple[int, ...], ...]
    found: str


def names_of(finding: Finding) -> list[tuple[str, str]]:
    """Every fingerprint of the finding with its verdict: its own, and those of its pairs with what they may be called."""
    found = [(finding.id, finding.verdict)]
    for relation in finding.relations:
        found += [(name, relation.verdict) for name in (relation.fingerprint, *relation.aliases) if name]
    return list(dict.fromkeys(found))


def told_before(store: Store, findings: Iterable[Finding], since: str | None = None) -> set[tuple[str, str]]:
    """Those fingerprints, with their verdicts, that earlier batches told; `since`: batches recorded before that moment."""
    wanted = {name for finding in findings for name, _ in names_of(finding)}
    found: set[tuple[str, str]] = set()
    earlier = "" if since is None else "AND since IN (SELECT id FROM batches WHERE recorded < ?)"
    for part in in_parts(wanted):
        sql = f"SELECT fingerprint, verdict FROM fingerprints WHERE fingerprint IN ({marks(part)}) AND since <= {store.window.last} {earlier}"
        found.update(store.db.rows(sql, part if since is None else [*part, since]))
    return found


def is_known(finding: Finding, told: set[tuple[str, str]]) -> bool:
    """Every pair that makes the finding's verdict, and every conflict and dispute in it, was told before with that verdict."""
    grave = [r for r in finding.relations if r.verdict in (finding.verdict, "conflict", "disputed") and r.fingerprint]
    if not grave:
        return (finding.id, finding.verdict) in told
    return all(any((name, r.verdict) in told for name in (r.fingerprint, *r.aliases)) for r in grave)


def record_findings(store: Store, findings: Sequence[Finding], claim_numbers: Mapping[str, int], touched: Iterable[int], batch: int) -> None:
    """Put down what comparison said of the groups of the `touched` claims: what was said of them before and is not said again ends."""
    names = sorted({name for finding in findings for name in names_of(finding)})
    store.db.run_many(
        "INSERT INTO fingerprints (fingerprint, verdict, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [(*name, batch) for name in names]
    )
    current: dict[int, str] = {}
    for part in in_parts(touched):
        sql = f"SELECT f.id, f.data FROM finding_claims v JOIN findings f ON f.id = v.finding WHERE v.claim IN ({marks(part)}) AND f.until IS NULL"
        current.update(dict(store.db.rows(sql, part)))
    said = {data: number for number, data in current.items()}
    made = {dumped_finding(f): f for f in findings if f.verdict != "not_comparable"}
    ended = [number for data, number in said.items() if data not in made] + [n for n, data in current.items() if said[data] != n]
    for part in in_parts(ended):
        store.db.run(f"UPDATE findings SET until = ? WHERE id IN ({marks(part)})", (batch, *part))
    number = store.next_id("findings")
    rows, claims = [], []
    for data, f in made.items():
        if data in said:
            continue
        texts = (f.id, f.verdict, f.reason, f.severity, storable(f.subject), f.attribute, storable(f.explanation), data)
        rows.append((number, *texts, batch))
        claims += [(number, at, claim_numbers[c]) for at, value in enumerate(f.values) for c in dict.fromkeys(value.claims)]
        number += 1
    if rows:
        columns = "id, name, verdict, reason, severity, subject, attribute, explanation, data, since"
        store.db.run_many(f"INSERT INTO findings ({columns}) VALUES ({marks(rows[0])})", rows)
        store.db.run_many("INSERT INTO finding_claims (finding, value, claim) VALUES (?, ?, ?)", claims)


_PAIR = tuple(f for f in fields(Relation) if f.name != "steps")


def dumped_finding(finding: Finding) -> str:
    """The finding as JSON; the steps of pairs that nobody has to look at are left out."""
    told = {f.name: getattr(finding, f.name) for f in fields(Finding) if f.name not in ("values", "relations", "status", "waiver")}
    told["values"] = [{f.name: getattr(value, f.name) for f in fields(DistinctValue)} for value in finding.values]
    told["relations"] = [
        {**{f.name: getattr(r, f.name) for f in _PAIR}, "aliases": list(r.aliases), "steps": list(r.steps) if r.verdict in OPEN else []}
        for r in finding.relations
    ]
    return storable(dumped(told))


def finding_of(data: str) -> Finding:
    """The finding again; what a later version put in and this one does not know is left out."""
    told: dict[str, Any] = json.loads(data)
    pairs: list[dict[str, Any]] = told.pop("relations")
    values = tuple(DistinctValue(v["display"], tuple(v["claims"]), tuple(v["articles"]), v["origins"]) for v in told.pop("values"))
    known = {f.name for f in fields(Relation)}
    relations = []
    for pair in pairs:
        given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in pair.items() if k in known}
        relations.append(Relation(**given))
    names = {f.name for f in fields(Finding)}
    return Finding(**{k: v for k, v in told.items() if k in names}, values=values, relations=tuple(relations))


def kept_findings(store: Store, condition: str = "1 = 1", parameters: Sequence[object] = ()) -> list[Kept]:
    """Findings that hold, gravest first; `condition` is SQL on `findings f`."""
    order = "CASE f.verdict WHEN 'conflict' THEN 0 WHEN 'disputed' THEN 1 WHEN 'time_dependent' THEN 2 WHEN 'undetermined' THEN 3 ELSE 4 END"
    sql = f"SELECT f.id, f.data, b.recorded FROM findings f JOIN batches b ON b.id = f.since WHERE {store.window.holds('f')} AND {condition}"
    rows = store.db.rows(f"{sql} ORDER BY {order}, f.attribute, f.subject, f.name, f.id", parameters)
    claims: dict[int, dict[int, list[int]]] = {row[0]: {} for row in rows}
    for part in in_parts(claims):
        for finding, value, claim in store.db.rows(
            f"SELECT finding, value, claim FROM finding_claims WHERE finding IN ({marks(part)}) ORDER BY claim", part
        ):
            claims[finding].setdefault(value, []).append(claim)
    found = []
    for number, data, recorded in rows:
        finding = finding_of(data)
        found.append(Kept(number, finding, tuple(tuple(claims[number].get(at, ())) for at in range(len(finding.values))), recorded))
    return found
