"""What is new, gone and changed between two runs."""

from __future__ import annotations

from dataclasses import replace

from reporters.made import AGREEMENT, CLAIMS, CONFLICT, REPORT, SUCCESSION

from factcheck.model.finding import DistinctValue, Finding
from factcheck.model.report import Report
from factcheck.triage.difference import differ


def _report(*findings: Finding) -> Report:
    return replace(REPORT, findings=findings)


def test_a_run_does_not_differ_from_itself() -> None:
    found = differ(REPORT, _report(*reversed(REPORT.findings)))
    assert (found.new, found.gone, found.changed) == ((), (), ())


def test_what_came_is_new_and_what_went_is_gone() -> None:
    found = differ(_report(AGREEMENT, CONFLICT), _report(SUCCESSION, AGREEMENT))
    assert (found.new, found.gone, found.changed) == ((SUCCESSION,), (CONFLICT,), ())


def test_another_verdict_is_a_change() -> None:
    after = replace(CONFLICT, verdict="disputed", reason="speakers", severity="warning")
    [change] = differ(_report(CONFLICT), _report(after)).changed
    assert (change.before, change.after, change.what) == (CONFLICT, after, ("verdict", "reason", "severity"))


def test_a_further_value_is_a_change_though_the_id_is_another() -> None:
    after = replace(CONFLICT, id="f" * 16, values=(*CONFLICT.values, DistinctValue("1,200", ("c9",), ("d",), 1)))
    [change] = differ(_report(CONFLICT), _report(after)).changed
    assert change.what == ("values",)


def test_a_further_article_and_another_wording_are_none() -> None:
    value = replace(CONFLICT.values[1], display="some 900", articles=("b", "z"), origins=2)
    after = replace(CONFLICT, values=(CONFLICT.values[0], value), explanation="2 origins say so.")
    assert differ(_report(CONFLICT), _report(after)).changed == ()


def test_another_figure_under_the_same_name_is_a_change() -> None:
    claims = tuple(replace(c, value=replace(c.value, point="910")) if c.id == "c2" else c for c in CLAIMS)
    [change] = differ(REPORT, replace(REPORT, claims=claims)).changed
    assert change.what == ("values",)


def test_a_fingerprint_in_common_is_enough() -> None:
    before = replace(CONFLICT, subject="troops", relations=(replace(CONFLICT.relations[0], fingerprint="a" * 16),))
    after = replace(CONFLICT, id="b" * 16, relations=(replace(CONFLICT.relations[0], fingerprint="b" * 16, aliases=("a" * 16,)),))
    assert differ(_report(before), _report(after)) == differ(_report(), _report())


def test_both_directions_mirror_each_other() -> None:
    one, other = _report(AGREEMENT, CONFLICT), _report(SUCCESSION, replace(CONFLICT, severity="note"))
    there, back = differ(one, other), differ(other, one)
    assert (there.new, there.gone) == (back.gone, back.new)
    assert [(c.before, c.after) for c in there.changed] == [(c.after, c.before) for c in back.changed]
