"""Cases to outcomes: the articles of a case run through the whole pipeline, and what came out is held against what it expects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.finding import Finding
from factcheck.model.report import Report, ReportClaim
from factcheck.packs.cases import Case, load_cases
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.packs.schema import ExpectedClaim, ExpectedFinding
from factcheck.pipeline import check_articles
from factcheck.readers import Inputs
from factcheck.readers.record import parse_published


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what was wrong with what came out; nothing wrong is an empty tuple."""

    case: Case
    failures: tuple[str, ...]

    @property
    def is_surprise(self) -> bool:
        """A known gap that is closed: its mark has to go."""
        return bool(self.case.model.known_gap) and not self.failures


class RuleTests:
    """A rule book with its compiled rules, for running many cases."""

    def __init__(self, rules: RuleBook) -> None:
        self.rules, self.extractor = rules, Extractor(rules)

    def report(self, case: Case) -> Report:
        """What the program says of the articles of a case."""
        articles = tuple(
            Article(a.id, a.text, a.id, a.title, a.publisher, a.url, a.author, parse_published(a.published) if a.published else None)
            for a in case.model.articles
        )
        return check_articles(Inputs(articles, (), len(articles)), self.rules, self.extractor)

    def outcome(self, case: Case) -> Outcome:
        """The case, run."""
        report = self.report(case)
        failures: list[str] = []
        if case.model.expect is not None:
            failures += _findings(case, report)
        if case.model.claims is not None:
            failures += _claims(case, report)
        return Outcome(case, tuple(failures))


def run(folders: Sequence[Path] | None = None, builtin: bool = True) -> Iterator[Outcome]:
    """The outcomes of all cases of the packs that come along and of those in `folders`. PackError for a faulty pack."""
    tests = RuleTests(load_rules(folders, builtin=True))
    for case in load_cases(folders, builtin):
        yield tests.outcome(case)


def _findings(case: Case, report: Report) -> Iterator[str]:
    """Each expected finding must be there, and no other of this attribute across articles or with a verdict beyond agreement.

    What is only said not to be comparable need not be expected.
    """
    left = [f for f in report.findings if case.attribute in (None, f.attribute)]
    for wanted in case.model.expect or ():
        hit = next((finding for finding in left if is_finding(wanted, finding)), None)
        if hit is None:
            yield f"missing: {_told(wanted)}; there: {[_said(f) for f in left] or 'nothing'}"
        else:
            left.remove(hit)
    for finding in left:
        if is_told(finding, report):
            yield f"not expected: {_said(finding)}"


def is_told(finding: Finding, report: Report) -> bool:
    """A finding that has to be expected: across articles, or with a verdict beyond agreement; not what does not compare."""
    articles = {claim.id: claim.article for claim in report.claims}
    across = len({articles[c] for value in finding.values for c in value.claims}) > 1
    return finding.verdict != "not_comparable" and (across or finding.verdict not in ("agree", "compatible"))


def is_finding(wanted: ExpectedFinding, finding: Finding) -> bool:
    """Everything that is expected holds of the finding."""
    shown = [value.display for value in finding.values]
    return (
        wanted.verdict == finding.verdict
        and wanted.reason in (None, finding.reason)
        and wanted.attribute in (None, finding.attribute)
        and wanted.subject in (None, finding.subject)
        and (not wanted.values or sorted(wanted.values) == sorted(shown))
        and all(finding.qualifiers.get(key) == value for key, value in wanted.qualifiers.items())
    )


def _told(wanted: ExpectedFinding) -> str:
    return f"{wanted.verdict}{f' ({wanted.reason})' if wanted.reason else ''} {wanted.values or ''}".strip()


def _said(finding: Finding) -> str:
    return f"{finding.verdict} ({finding.reason}) {finding.attribute} of {finding.subject}: {[value.display for value in finding.values]}"


def _claims(case: Case, report: Report) -> Iterator[str]:
    left = [claim for claim in report.claims if case.attribute in (None, claim.attribute)]
    for wanted in case.model.claims or ():
        hit = next((claim for claim in left if is_claim(wanted, claim)), None)
        if hit is None:
            yield f"missing claim: {wanted.text}; there: {[(c.text, c.subject, c.modality, c.qualifiers) for c in left] or 'none'}"
        else:
            left.remove(hit)
    for claim in left:
        yield f"not expected: the claim {claim.text!r} ({claim.attribute} of {claim.subject})"


def is_claim(wanted: ExpectedClaim, claim: ReportClaim) -> bool:
    """Everything that is expected holds of the claim."""
    return (
        wanted.text == claim.text
        and wanted.article in (None, claim.article)
        and wanted.attribute in (None, claim.attribute)
        and wanted.subject in (None, claim.subject)
        and wanted.value in (None, claim.value.point, claim.value.text)
        and wanted.modality in (None, claim.modality)
        and wanted.speaker in (None, claim.speaker)
        and all(claim.qualifiers.get(key) == value for key, value in wanted.qualifiers.items())
    )
