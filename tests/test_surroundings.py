"""The sentences around a claim are in the report where the claim stands in a finding, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import factcheck

ONE = "Rain fell all week. Italy hosts 12,000 US service members. Some came by ship. Others flew. Fifty left on Monday."


def _report(folder: Path) -> factcheck.Report:
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    (folder / "b.txt").write_text("There are still 12,000 US troops in Italy.", encoding="utf-8")
    return factcheck.check([str(folder)])


def test_a_claim_of_a_finding_has_the_sentences_around_it(tmp_path: Path) -> None:
    found = {claim.article: (claim.before, claim.after) for claim in _report(tmp_path).claims if claim.attribute == "stationed_personnel"}
    assert found == {"a": ("Rain fell all week.", "Some came by ship."), "b": ("", "")}


def test_a_claim_that_nothing_is_compared_with_has_none(tmp_path: Path) -> None:
    report = _report(tmp_path)
    in_findings = {name for finding in report.findings for value in finding.values for name in value.claims}
    assert [claim.text for claim in report.claims if claim.id not in in_findings and (claim.before or claim.after)] == []
