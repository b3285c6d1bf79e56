"""What people decided of findings: recorded with who, why and when; undone, but never erased."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.model.decision import CHOICES, Decision
from factcheck.model.finding import Finding, Waiver
from factcheck.stores.connection import in_parts, marks, storable
from factcheck.stores.findings import names_of
from factcheck.stores.store import Store


@dataclass(frozen=True, slots=True)
class Made:
    """A decision with its number, when it was made (ISO 8601, UTC), and until when a waiver holds (a day, None: no end)."""

    number: int
    decision: Decision
    attribute: str
    made: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How the decisions on the findings of an attribute fell out."""

    attribute: str
    counts: dict[str, int]

    @property
    def precision(self) -> float | None:
        """The share of real ones among those decided to be real, wrong, or of different scope; None where there are none."""
        judged = sum(self.counts.get(name, 0) for name in ("real", "not", "scope"))
        return self.counts.get("real", 0) / judged if judged else None


def decide(store: Store, decision: Decision, attribute: str, made: str, until: str | None = None) -> int:
    """Record a decision; its number. It stands in place of earlier ones on the same finding."""
    number = store.next_id("decisions")
    texts = (decision.fingerprint, attribute, decision.decision, decision.why, decision.who)
    sql = "INSERT INTO decisions (id, finding, attribute, decision, why, who, made, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    store.db.run(sql, (number, *map(storable, texts), made, until))
    return number


def undo(store: Store, number: int, when: str) -> None:
    """Let a decision count no more."""
    store.db.run("UPDATE decisions SET undone = ? WHERE id = ? AND undone IS NULL", (when, number))


def decisions_on(store: Store, fingerprints: Iterable[str]) -> dict[str, Made]:
    """The decision that counts on each finding, by its fingerprint."""
    found: dict[str, Made] = {}
    for part in in_parts(fingerprints):
        sql = "SELECT id, finding, decision, why, who, attribute, made, until FROM decisions"
        for number, name, choice, why, who, attribute, made, until in store.db.rows(
            f"{sql} WHERE finding IN ({marks(part)}) AND undone IS NULL ORDER BY id", part
        ):
            found[name] = Made(number, Decision(name, choice, why, who), attribute, made, until)
    return found


def waived(store: Store, findings: Sequence[Finding], today: str) -> list[Finding]:
    """The findings, those that somebody let pass marked so, until the day that was named."""
    made = decisions_on(store, {name for finding in findings for name, _ in names_of(finding)})
    found = []
    for finding in findings:
        mine = [made[name] for name, _ in names_of(finding) if name in made]
        latest = max(mine, key=lambda one: one.number, default=None)
        if latest is not None and latest.decision.decision == "waived" and (latest.until is None or latest.until >= today):
            waiver = Waiver(latest.decision.why, latest.decision.who, latest.until)
            finding = replace(finding, status="waived", waiver=waiver)
        found.append(finding)
    return found


def tallies(store: Store) -> list[Tally]:
    """How the decisions that count fell out, by attribute."""
    latest = "SELECT max(id) FROM decisions WHERE undone IS NULL GROUP BY finding"
    rows = store.db.rows(f"SELECT attribute, decision, count(*) FROM decisions WHERE id IN ({latest}) GROUP BY attribute, decision")
    counts: dict[str, dict[str, int]] = {}
    for attribute, choice, number in rows:
        counts.setdefault(attribute, dict.fromkeys(CHOICES, 0))[choice] = number
    return [Tally(attribute, found) for attribute, found in sorted(counts.items())]
