"""The derivation of a finding with many values; its plain form is in the tests of `factcheck explain`."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from factcheck.model.finding import DistinctValue, Relation, Waiver
from factcheck.reporters import View
from factcheck.reporters.derivation import derive

from .made import CLAIMS, CONFLICT, REPORT

MANY = replace(
    CONFLICT,
    values=tuple(DistinctValue(f"value {number}", ("c1",), ("a",), 1) for number in range(10)),
    relations=tuple(Relation(one, two, "agree" if two < 9 else "conflict", "same_value", "") for one, two in combinations(range(10), 2)),
)


def test_the_gravest_pairs_are_derived_and_the_rest_counted() -> None:
    shown = derive(MANY, REPORT)
    assert "... and 2 more values; -v shows all" in shown
    assert "... and 35 more pairs of values; -v shows all" in shown
    assert shown.index("value 8  against  value 9") < shown.index("value 0  against  value 1")


def test_verbose_derives_all() -> None:
    shown = derive(MANY, REPORT, View(is_verbose=True))
    assert shown.count("  against  ") == 45
    assert "-v shows all" not in shown


def test_an_article_is_dated_in_full_once() -> None:
    shown = derive(replace(CONFLICT, values=(DistinctValue("780", ("c3", "c3"), ("c",), 1),), relations=()), REPORT)
    assert shown.count("the vote on May 21 is ahead") == 1
    assert "dated      written 1 May 2031 to 20 May 2031, as above" in shown


def test_a_time_that_comes_from_the_article_says_so_and_another_says_why() -> None:
    dated = replace(CLAIMS[2], valid="2031-05", valid_because='says "the vote on May 21 is ahead"')
    stated = replace(CLAIMS[0], valid="2030", valid_because='"last year"')
    shown = derive(CONFLICT, replace(REPORT, claims=(stated, CLAIMS[1], dated)))
    assert "speaks of  May 2031 (when its article was written)\n" in shown
    assert 'speaks of  2030 ("last year")\n' in shown


def test_a_claim_that_the_report_lacks_is_passed_over() -> None:
    assert "Value 1: 780  (2 articles, 2 origins)\n\nValue 2" in derive(CONFLICT, replace(REPORT, claims=()))


def test_hostile_text_stays_text() -> None:
    assert "\x1b" not in derive(CONFLICT, replace(REPORT, claims=(replace(CLAIMS[0], speaker="\x1b[2J", rule="\x1b]0;x\x07"), *CLAIMS[1:])))


def test_what_is_waived_says_by_whom_and_why_and_what_has_no_status_says_nothing() -> None:
    waived = replace(CONFLICT, status="waived", waiver=Waiver("counted twice\x1b", "A. Holm", "2031-12-31"))
    assert "  status     waived until 31 Dec 2031, by A. Holm: counted twice\\x1b\n" in derive(waived, REPORT)
    assert "  status     in baseline\n" in derive(replace(CONFLICT, status="baseline"), REPORT)
    assert "  status " not in derive(CONFLICT, REPORT)
