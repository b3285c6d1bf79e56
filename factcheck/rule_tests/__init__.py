"""Runs the cases of rule packs; public, for authors of packs.

>>> from pathlib import Path
>>> from factcheck.rule_tests import run
>>> [outcome.case.name for outcome in run() if outcome.failures and not outcome.case.model.known_gap]
[]
"""

from __future__ import annotations

from factcheck.rule_tests.runner import Outcome, RuleTests, run

__all__ = ["Outcome", "RuleTests", "run"]
