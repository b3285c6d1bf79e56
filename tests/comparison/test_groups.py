"""Groups of claims to findings: what is joined, what is only counted, and how the work grows with a group."""

from __future__ import annotations

import gc
import pickle
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest

from factcheck.comparison import compare, groups
from factcheck.comparison.groups import MANY, NEIGHBOURS
from factcheck.comparison.later import Later
from factcheck.model.claim import Claim, Subject, Validity
from factcheck.model.finding import Finding
from factcheck.model.interval import Interval
from factcheck.model.setting import Dating, Setting
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute, Times

PRICE = Attribute("price", "test", "count", "", "", "", Times("state", 30), binds=("size",))
START = date(2023, 1, 1)

Said = tuple[str, int, str, str]  # article, days after the start, figure, size


def found(*said: Said, origins: dict[str, str] | None = None) -> tuple[tuple[Finding, ...], dict[str, int]]:
    claims, settings = [], {}
    for number, (article, days, figure, size) in enumerate(said):
        day = START + timedelta(days)
        amount = Decimal(figure)
        value = Value(figure, amount, amount, amount, step=Decimal(1))
        place = ("text", number, number + 1, 0, 9, "test.price")
        qualifiers = (("size", size),) if size else ()
        claims.append(Claim(f"c{number}", article, "count", Subject("tea", "tea"), "price", value, qualifiers, "asserted", None, Validity(), *place))  # type: ignore[arg-type]
        settings[article] = Setting(article, Dating(Interval(day, day)), (origins or {}).get(article, article))
    done = compare(claims, settings, {"test.price": PRICE}, {})
    return done.findings, done.not_compared


def test_values_that_agree_are_one_finding_with_its_origins() -> None:
    (only,), skipped = found(("a", 0, "300", ""), ("b", 1, "300", ""), ("c", 2, "300", ""), origins={"b": "a"})
    assert (only.verdict, only.values[0].articles, only.values[0].origins) == ("agree", ("a", "b", "c"), 2)
    assert only.explanation == "2 independent origins say 300."
    assert skipped == {}


def test_one_claim_alone_is_no_finding() -> None:
    assert found(("a", 0, "300", "")) == ((), {})


def test_scopes_that_differ_are_a_finding_of_two_values_each_and_counted() -> None:
    findings, skipped = found(("a", 0, "300", "large"), ("b", 0, "200", "small"), ("c", 0, "100", "tiny"))
    assert [finding.verdict for finding in findings] == ["not_comparable"] * 3
    assert {len(finding.values) for finding in findings} == {2}
    assert skipped == {"different_scope": 3}


def test_the_pair_that_conflicts_is_found_among_many_sides_of_two_values() -> None:
    """Far apart in time all pairs but one are a change of state."""
    old = [(f"old{number}", number, "300", "") for number in range(12)]
    new = [(f"new{number}", 100 + number, "500", "") for number in range(12)]
    (changed,), _ = found(*old, *new)
    assert (changed.verdict, changed.reason) == ("time_dependent", "state_change")
    (conflict,), _ = found(*old, *new, ("late", 105, "300", ""))
    assert (conflict.verdict, conflict.reason) == ("conflict", "disjoint_values")


def test_the_order_of_the_claims_changes_nothing() -> None:
    said: list[Said] = [(f"a{number}", number % 7, str(300 + number % 4), ("", "large")[number % 2]) for number in range(20)]
    assert [f.id for f in found(*said)[0]] == [f.id for f in found(*reversed(said))[0]]


def test_steps_of_a_relation_are_written_when_read_and_survive_another_process() -> None:
    (conflict,), _ = found(("a", 0, "300", ""), ("b", 0, "500", ""))
    steps = conflict.relations[0].steps
    assert steps[0] == "left: a: '300' read as 300"
    assert "verdict: conflict (disjoint_values): the intervals do not meet (200 apart)" in steps
    assert pickle.loads(pickle.dumps(conflict)) == conflict
    assert isinstance(pickle.loads(pickle.dumps(conflict)).relations[0].steps, tuple)


def test_the_collector_runs_on_behind_a_comparison_and_stays_off_where_it_was_off() -> None:
    found(("a", 0, "300", ""), ("b", 0, "500", ""))
    assert gc.isenabled()
    gc.disable()
    try:
        found(("a", 0, "300", ""), ("b", 0, "500", ""))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_texts_that_are_written_later_are_equal_to_the_tuple_that_they_are() -> None:
    calls: list[int] = []
    texts = Later(lambda: (calls.append(1), ("one", "two"))[1])  # type: ignore[func-returns-value]
    assert calls == []
    assert (texts, len(texts), texts[0], texts[1:], list(texts)) == (("one", "two"), 2, "one", ("two",), ["one", "two"])
    assert texts != ("one",)
    assert calls == [1]


def many(count: int) -> list[Said]:
    """A price that moves every day, each day's told by one article."""
    return [(f"a{number:05}", number, str(1000 + 7 * (number * 37 % count)), "") for number in range(count)]


def test_of_many_values_a_conflict_of_one_day_is_found() -> None:
    (finding,), _ = found(*many(MANY + 40), ("odd", 50, "9999", ""))
    conflicts = [relation for relation in finding.relations if relation.verdict == "conflict"]
    assert any("9999" in (finding.values[side].display for side in (relation.left, relation.right)) for relation in conflicts)
    assert len(finding.values) == MANY + 41


def test_of_many_scopes_only_the_number_is_told() -> None:
    findings, skipped = found(*((f"a{number}", 0, str(100 + number), f"size {number}") for number in range(MANY + 1)))
    assert findings == ()
    assert skipped["different_scope"] >= MANY


@pytest.mark.parametrize("count", [MANY + 1, 4 * MANY])
def test_the_pairs_of_a_large_group_grow_with_its_values(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    judge = groups.judge
    monkeypatch.setattr(groups, "judge", lambda pair: calls.update(["judged"]) or judge(pair))
    found(*many(count))
    assert calls["judged"] <= 2 * NEIGHBOURS * count
