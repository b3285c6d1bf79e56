"""What a pair of claims comes to: the verdict with its reason, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.finding import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason, why this row fitted, and the smallest change that would flip it."""

    verdict: Verdict
    reason: str
    why: str
    flips: str = ""
    near_miss: bool = False
