"""Every case that stands beside a rule, run through the whole program."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.packs.cases import Case, load_cases
from factcheck.packs.loader import load_rules
from factcheck.rule_tests import RuleTests

CASES = list(load_cases())


@cache
def rule_tests() -> RuleTests:
    return RuleTests(load_rules())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "_"))
def test_case(case: Case) -> None:
    outcome = rule_tests().outcome(case)
    if case.model.known_gap:
        assert outcome.failures, f"{case.path}:{case.line}: this gap is closed; take away known_gap"
    else:
        assert not outcome.failures, f"{case.path}:{case.line}: " + "\n".join(outcome.failures)
