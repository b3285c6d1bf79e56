"""What comparison says: how two values stand (relation), and of a whole group (finding)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model.late import Late

Verdict = Literal["agree", "compatible", "conflict", "time_dependent", "disputed", "not_comparable", "undetermined"]
Severity = Literal["error", "warning", "note", "none"]
# How fingerprints of findings and relations are made; another way of making them gets another number.
FINGERPRINTS = "factcheck-finding/1"
# Of a finding that was held against what is known already: new, told of an earlier batch, in the baseline, waived.
Status = Literal["new", "known", "baseline", "waived"]

# Of a finding's relations the gravest gives its verdict.
GRAVITY: tuple[Verdict, ...] = ("conflict", "disputed", "time_dependent", "undetermined", "not_comparable", "compatible", "agree")

SEVERITY_BY_VERDICT: dict[Verdict, Severity] = {
    "conflict": "error",
    "disputed": "warning",
    "time_dependent": "note",
    "undetermined": "note",
    "agree": "none",
    "compatible": "none",
    "not_comparable": "none",
}

# The fixed list of the contract: each reason belongs to one verdict, and says what it means to a reader.
REASONS: dict[str, tuple[Verdict, str]] = {
    "same_value": ("agree", "The sources give the same figure with the same hedge, or name the same person."),
    "rounding": ("compatible", "One figure is the other, rounded or hedged."),
    "bounds": ("compatible", "One source gives a bound, and the other's figure lies inside it and near it."),
    "refinement": (
        "compatible",
        "One value says the same more exactly (a day within a month, a full name and a last name), or both can hold at a time.",
    ),
    "conversion": ("compatible", "The sources give one amount in two units."),
    "disjoint_values": ("conflict", "The values cannot both be right for the same thing at the same time."),
    "internal": ("conflict", "One article gives two values that cannot both be right."),
    "copy_error": ("conflict", "Copies of one text give two values: one of them was changed on the way."),
    "stale": ("conflict", "A source still states in the present tense what an independent source reported as ended."),
    "regression": ("conflict", "A count that can only grow is smaller in a later report, and nobody says that it was corrected."),
    "part_exceeds_whole": ("conflict", "A part is given as larger than its whole."),
    "arithmetic": ("conflict", "Parts, totals or shares do not add up."),
    "succession": ("time_dependent", "An office changed hands between the reports."),
    "state_change": ("time_dependent", "The state may well have changed in the time between the reports, or a change is reported."),
    "update": ("time_dependent", "A count that grows is larger in the later report."),
    "revision": ("time_dependent", "A later report corrects the earlier one."),
    "speakers": ("disputed", "Two speakers say different things."),
    "denial": ("disputed", "One source denies what the other states."),
    "estimates": ("disputed", "Two estimates differ."),
    "different_event": ("not_comparable", "The claims speak of different events, or too little is known to say that it is one."),
    "different_scope": ("not_comparable", "The claims count different things: another place, population, period or inclusion."),
    "different_measure": ("not_comparable", "The claims measure differently: level and change, day and total, another base."),
    "modality": ("not_comparable", "One is a plan, forecast, target or condition, the other is stated as fact."),
    "undated": ("undetermined", "The values differ, and it is not known whether they speak of one time."),
    "unknown_scope": ("undetermined", "Only one side says what exactly it counts, so the other may count something else."),
}


@dataclass(frozen=True, slots=True)
class DistinctValue:
    """One of the values of a group: how it is shown, who says it, and from how many independent origins."""

    display: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Relation:
    """How two entries of a finding's `values` stand. `steps` derive it, `flips` is the smallest change that would flip it.

    `fingerprint` is what the pair is known by from run to run; empty for a pair that nobody needs to look at. `aliases` are
    what it may have been known by where fewer articles told of it.
    """

    left: int
    right: int
    verdict: Verdict
    reason: str
    explanation: str
    near_miss: bool = False
    steps: tuple[str, ...] = ()
    flips: str = ""
    fingerprint: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is let pass, who answers for it, and until which day (ISO 8601, that day included; None: until it is decided anew)."""

    reason: str
    owner: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Finding(Late):
    """A group of comparable claims and its verdict: that of its gravest relation. `id` survives re-reading and new supporters.

    `status` is None where nothing was given to hold the finding against; only None and "new" end a run with 1.
    """

    id: str
    verdict: Verdict
    reason: str
    severity: Severity
    subject: str
    attribute: str
    qualifiers: dict[str, str]
    values: tuple[DistinctValue, ...]
    relations: tuple[Relation, ...]
    explanation: str
    near_miss: bool = False
    question: str = ""
    status: Status | None = None
    waiver: Waiver | None = None
