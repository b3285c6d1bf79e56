"""Status: what is new, what the baseline holds, what is waived and until when; and what no longer fits anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from reporters.made import AGREEMENT, CONFLICT, REPORT, SUCCESSION

from factcheck.model.finding import DistinctValue, Finding, Relation
from factcheck.model.report import Report
from factcheck.triage.baseline import Baseline, entry_of
from factcheck.triage.marking import Terms, mark, mended, open_pairs
from factcheck.triage.waivers import Entry

TODAY = date(2031, 6, 1)


def _relation(name: str, left: int = 0, right: int = 1, **more: object) -> Relation:
    return replace(CONFLICT.relations[0], left=left, right=right, fingerprint=name * 16, **more)  # type: ignore[arg-type]


PAIR = replace(CONFLICT, id="a" * 16, relations=(_relation("a"),))
THREE = replace(
    PAIR,
    values=(*CONFLICT.values, DistinctValue("1,200", ("c9",), ("d",), 1)),
    relations=(_relation("a"), _relation("b", 0, 2), _relation("c", 1, 2, verdict="compatible", reason="rounding")),
)


def _waiver(name: str = "a", until: date = date(2031, 12, 31), also: tuple[str, ...] = ()) -> Entry:
    return Entry(name * 16, "counted twice", "A. Holm", until, also, "about this", 3)


def _baseline(*findings: Finding) -> Baseline:
    return Baseline(entry_of(f, pair) for f in findings for pair in open_pairs(f, "note"))


def _marked(terms: Terms, *findings: Finding) -> Report:
    return mark(replace(REPORT, findings=findings, diagnostics=()), terms, TODAY)


def _status(terms: Terms, finding: Finding = PAIR) -> str | None:
    return _marked(terms, finding).findings[0].status


def test_without_a_baseline_nothing_is_called_new() -> None:
    assert _status(Terms()) is None
    assert _status(Terms(waivers=(_waiver("f"),))) is None


def test_what_the_baseline_holds_is_old_and_the_rest_is_new() -> None:
    assert _status(Terms(_baseline(PAIR))) == "baseline"
    assert _status(Terms(Baseline([]))) == "new"


def test_a_third_value_that_conflicts_makes_an_old_finding_new() -> None:
    assert _status(Terms(_baseline(PAIR)), THREE) == "new"
    assert _status(Terms(_baseline(THREE)), THREE) == "baseline"


def test_a_third_value_that_fits_does_not() -> None:
    fits = replace(THREE, relations=(_relation("a"), _relation("b", 0, 2, verdict="compatible", reason="rounding")))
    assert _status(Terms(_baseline(PAIR)), fits) == "baseline"


def test_what_was_disputed_and_is_a_conflict_now_is_new() -> None:
    disputed = replace(PAIR, verdict="disputed", severity="warning", relations=(_relation("a", verdict="disputed", reason="speakers"),))
    assert _status(Terms(_baseline(disputed))) == "new"
    assert _status(Terms(_baseline(disputed)), disputed) == "baseline"


def test_an_alias_is_as_good_as_a_name() -> None:
    later = replace(PAIR, id="e" * 16, relations=(_relation("e", aliases=("a" * 16,)),))
    assert _status(Terms(_baseline(PAIR)), later) == "baseline"
    assert _status(Terms(_baseline(later))) == "baseline"
    assert _status(Terms(waivers=(_waiver(),)), later) == "waived"


def test_what_is_waived_has_its_waiver() -> None:
    [finding] = _marked(Terms(waivers=(_waiver(),)), PAIR).findings
    assert finding.status == "waived"
    assert finding.waiver is not None
    assert (finding.waiver.reason, finding.waiver.owner, finding.waiver.until) == ("counted twice", "A. Holm", "2031-12-31")


@pytest.mark.parametrize(("until", "status"), [(date(2031, 6, 1), "waived"), (date(2031, 5, 31), None)])
def test_the_last_day_counts_in_and_then_the_finding_fires_again(until: date, status: str | None) -> None:
    assert _status(Terms(waivers=(_waiver(until=until),))) == status


def test_a_pair_that_came_later_is_not_waived() -> None:
    assert _status(Terms(waivers=(_waiver(),)), THREE) is None
    assert _status(Terms(waivers=(_waiver(also=("b" * 16,)),)), THREE) == "waived"


def test_one_pair_waived_and_the_other_in_the_baseline_is_waived() -> None:
    assert _status(Terms(_baseline(replace(PAIR, relations=(_relation("b"),))), (_waiver(),)), THREE) == "waived"


def test_of_two_waivers_the_first_to_end_is_told() -> None:
    both = Terms(waivers=(_waiver("a"), _waiver("b", date(2031, 7, 1))))
    [finding] = _marked(both, THREE).findings
    assert finding.waiver is not None
    assert finding.waiver.until == "2031-07-01"


def test_what_an_earlier_batch_told_stays_known() -> None:
    known = replace(PAIR, status="known")
    assert _status(Terms(Baseline([])), known) == "known"
    assert _status(Terms(waivers=(_waiver(),)), known) == "waived"


def test_changes_in_time_have_a_status_only_where_they_fail_the_run() -> None:
    note = replace(SUCCESSION, relations=(replace(SUCCESSION.relations[0], fingerprint="d" * 16),))
    assert _status(Terms(Baseline([])), note) is None
    assert _status(Terms(Baseline([]), level="note"), note) == "new"
    assert _status(Terms(_baseline(note), level="note"), note) == "baseline"


def test_agreement_has_no_status() -> None:
    assert _status(Terms(Baseline([])), AGREEMENT) is None


def test_a_severity_of_the_users_own_says_which_pairs_count() -> None:
    mixed = replace(PAIR, relations=(_relation("a"), _relation("b", 0, 1, verdict="conflict", reason="stale")))
    terms = Terms(_baseline(PAIR), severities={"stale": "note"})
    assert (_status(terms, mixed), _status(replace(terms, severities={}), mixed)) == ("baseline", "new")


def _said(terms: Terms, *findings: Finding) -> list[tuple[str, str, int | None, str]]:
    terms = replace(terms, waivers_path="w.yml", baseline_path="b")
    return [(d.severity, d.path, d.line, d.message) for d in _marked(terms, *findings).diagnostics]


def test_waivers_that_fit_are_not_talked_about() -> None:
    assert _said(Terms(_baseline(PAIR), (_waiver(),)), PAIR) == []


def test_a_waiver_that_ended_is_told() -> None:
    assert _said(Terms(waivers=(_waiver(until=date(2031, 5, 31)),)), PAIR) == [
        (
            "warning",
            "w.yml",
            3,
            "the waiver of aaaaaa (about this) ended on 2031-05-31, so the finding counts again; take the waiver out, or renew it",
        )
    ]
    assert _said(Terms(waivers=(_waiver(until=date(2031, 5, 31)),)), AGREEMENT) == [
        ("warning", "w.yml", 3, "the waiver of aaaaaa (about this) ended on 2031-05-31 and fits no finding of this run; take it out")
    ]


def test_a_waiver_that_fits_nothing_is_told() -> None:
    assert _said(Terms(waivers=(_waiver(),)), AGREEMENT) == [
        ("warning", "w.yml", 3, "the waiver of aaaaaa (about this) fits no finding of this run; where it is mended, take the waiver out")
    ]


def test_what_a_store_knows_fits_though_this_batch_does_not_touch_it() -> None:
    terms = replace(Terms(_baseline(THREE), (_waiver("f"), _waiver("d"))), waivers_path="w.yml")
    marked = mark(replace(REPORT, findings=(PAIR,), diagnostics=()), terms, TODAY, lambda names: names & {"b" * 16, "d" * 16})
    assert [d.message[:24] for d in marked.diagnostics] == ["the waiver of ffffff (ab"]


def test_entries_of_the_baseline_that_fit_nothing_are_counted() -> None:
    assert _said(Terms(_baseline(THREE)), PAIR) == [
        ("note", "b", None, "1 entry fits no finding of this run; over all articles, factcheck baseline prune says which look mended")
    ]
    assert [entry.fingerprint for entry in mended(_baseline(THREE), replace(REPORT, findings=(PAIR,)))] == ["b" * 16]
