"""What each rule did over a corpus, as a table and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from factcheck.reporters import View
from factcheck.reporters.statistics import RuleStatistics, render_json, render_table, statistics

from .made import AGREEMENT, CLAIMS, CONFLICT, EMPTY, REPORT, claim

RULES = (("military.stationed_personnel", "stationed_personnel"), ("own.length", "length"), ("offices.holder", "holder"))
ALONE = claim("c9", "a", "They keep 780 horses.", "780", CLAIMS[0].value)
BRIDGE = replace(CLAIMS[0], id="c6", attribute="length", rule="own.length")
APART = replace(CONFLICT, id="00000001", verdict="not_comparable", reason="different_scope", severity="none")
FULL = replace(REPORT, claims=(*CLAIMS, ALONE, BRIDGE), findings=(CONFLICT, APART, APART, AGREEMENT))


def test_a_rule_is_counted_by_what_its_claims_came_to() -> None:
    soldiers = next(row for row in statistics(FULL, RULES) if row.attribute == "stationed_personnel")
    assert soldiers == RuleStatistics("military.stationed_personnel", "stationed_personnel", 3, 4, 3, 1, 1, {"conflict": 1}, {"different_scope": 2})


def test_a_rule_that_never_fired_is_there_with_zeros() -> None:
    assert next(row for row in statistics(FULL, RULES) if row.attribute == "holder") == RuleStatistics("offices.holder", "holder")


def test_a_rule_that_is_loaded_no_more_is_named_as_its_claims_name_it() -> None:
    assert [row.rule for row in statistics(FULL, ())] == ["military.stationed_personnel", "own.length"]


def test_the_table_lists_what_fired_and_then_what_did_not() -> None:
    assert render_table(FULL, RULES, View()) == (
        "rule                            articles    claims    compared    alone    agree    flagged    in time    open  not compared because\n"
        "----------------------------  ----------  --------  ----------  -------  -------  ---------  ---------  ------  ----------------------\n"
        "military.stationed_personnel           3         4           3        1                   1                     different_scope 2\n"
        "own.length                             1         1           1                 1\n"
        "\n"
        "Never fired: 1 rule\n"
        "  offices.holder\n"
        "\n"
        "3 articles, 5 claims, 2 rules of 3 fired\n"
        "4 pairs not comparable (different_event 3, modality 1)\n"
    )


def test_the_json_has_a_rule_a_line() -> None:
    text = render_json(FULL, RULES)
    data = json.loads(text)
    assert (data["schema"], data["articles"], data["claims"], data["findings"]) == ("factcheck-statistics/1", 3, 5, 4)
    assert [row["rule"] for row in data["rules"]] == ["military.stationed_personnel", "offices.holder", "own.length"]
    assert data["rules"][0]["not_compared"] == {"different_scope": 2}
    assert len(text.splitlines()) == 6


def test_nothing_at_all_is_told_too() -> None:
    assert render_table(EMPTY, (), View()) == "1 article, 0 claims, 0 rules of 0 fired\n"
    assert json.loads(render_json(EMPTY, ()))["rules"] == []
