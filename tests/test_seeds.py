"""The article sets in seeds/, held against what a careful reader takes from them (`truth.yml`), in both directions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck import yaml_door
from factcheck.model.report import Report, ReportClaim
from factcheck.readers import read_inputs

SEEDS = Path(__file__).parent.parent / "seeds"
SETS = sorted(folder.name for folder in SEEDS.iterdir() if folder.is_dir())
GRAVE = ("conflict", "disputed", "time_dependent", "undetermined")


@cache
def truth(name: str) -> Mapping[str, Any]:
    path = SEEDS / name / "truth.yml"
    data: Mapping[str, Any] = yaml_door.load(path.read_text(encoding="utf-8"), str(path)).data
    unknown = set(data) - {"not_listed", "articles", "claims", "not_claims", "findings", "not_findings", "must_not_flag"}
    assert not unknown, f"{path}: unknown keys {sorted(unknown)}"
    return data


@cache
def report(name: str) -> Report:
    return factcheck.check([str(SEEDS / name)])


def entries(key: str) -> list[Any]:
    """One parameter an entry of every truth.yml; a known gap must go on failing."""
    found = []
    for name in SETS:
        given = truth(name).get(key) or []
        for number, entry in enumerate([{"article": k, **v} for k, v in given.items()] if isinstance(given, dict) else given):
            gap = entry.get("known_gap")
            marks = [pytest.mark.xfail(reason=gap, raises=AssertionError, strict=True)] if gap else []
            label = entry.get("value") or entry.get("subject") or entry.get("words") or entry.get("article") or entry["why"]
            found.append(pytest.param(name, entry, marks=marks, id=f"{name}-{number}-{label}".replace(" ", "_")))
    return found


@pytest.mark.parametrize(("name", "entry"), entries("articles"))
def test_an_article_is_dated(name: str, entry: Mapping[str, Any]) -> None:
    found = {article.id: article for article in report(name).articles}[entry["article"]]
    assert (found.published, found.written) == (entry.get("published"), entry.get("written", entry.get("published")))


@pytest.mark.parametrize("name", SETS)
def test_every_article_of_a_set_is_listed_and_read_without_trouble(name: str) -> None:
    assert {article.id for article in report(name).articles} == set(truth(name)["articles"])
    assert [d for d in report(name).diagnostics if d.severity != "note"] == []


@pytest.mark.parametrize(("name", "entry"), entries("claims"))
def test_a_claim_is_found(name: str, entry: Mapping[str, Any]) -> None:
    assert any(is_claim(entry, claim) for claim in report(name).claims), told(name, entry["article"])


@pytest.mark.parametrize("name", SETS)
def test_nothing_else_is_claimed(name: str) -> None:
    listed = [*truth(name)["claims"], *truth(name).get("not_claims", ())]
    left_out = truth(name).get("not_listed", ())
    others = [c for c in report(name).claims if c.attribute not in left_out and not any(is_claim(entry, c) for entry in listed)]
    assert [line(claim) for claim in others] == []


@pytest.mark.parametrize(("name", "entry"), entries("not_claims"))
def test_a_false_claim_is_not_made(name: str, entry: Mapping[str, Any]) -> None:
    assert [line(claim) for claim in report(name).claims if is_claim(entry, claim)] == []


@pytest.mark.parametrize(("name", "entry"), entries("findings"))
def test_a_finding_is_made(name: str, entry: Mapping[str, Any]) -> None:
    assert any(is_finding(entry, finding) for finding in report(name).findings), [said(f) for f in report(name).findings]


@pytest.mark.parametrize("name", SETS)
def test_nothing_else_is_found(name: str) -> None:
    """No conflict, dispute, change in time or open question that is not listed, and no agreement between articles either."""
    listed = [*truth(name)["findings"], *truth(name).get("not_findings", ())]
    others = [
        f
        for f in report(name).findings
        if not any(is_like(entry, f) for entry in listed)
        and (f.verdict in GRAVE or (f.attribute not in truth(name).get("not_listed", ()) and len({a for v in f.values for a in v.articles}) > 1))
    ]
    assert [said(finding) for finding in others] == []


@pytest.mark.parametrize(("name", "entry"), entries("not_findings"))
def test_a_false_finding_is_not_made(name: str, entry: Mapping[str, Any]) -> None:
    assert [said(finding) for finding in report(name).findings if is_like(entry, finding)] == []


@pytest.mark.parametrize(("name", "entry"), entries("must_not_flag"))
def test_what_must_not_be_flagged_is_quiet(name: str, entry: Mapping[str, Any]) -> None:
    if "words" in entry:
        texts = {article.id: article.text for article in read_inputs([str(SEEDS / name)]).articles}
        assert any(entry["words"] in text for text in texts.values()), "the words stand nowhere"
        assert [line(c) for c in report(name).claims if overlaps(entry["words"], c, texts[c.article])] == []
        return
    wanted = set(entry["values"])
    against = [(f, {f.values[r.left].display, f.values[r.right].display}) for f in report(name).findings for r in f.relations if r.verdict in GRAVE]
    assert [said(finding) for finding, values in against if values == wanted] == []


def is_claim(entry: Mapping[str, Any], claim: ReportClaim) -> bool:
    return (
        (entry["article"], entry["attribute"], entry["subject"], entry["value"]) == (claim.article, claim.attribute, claim.subject, claim.value.text)
        and entry.get("modality", "asserted") == claim.modality
        and entry.get("speaker", claim.speaker) == claim.speaker
        and all(claim.qualifiers.get(key) == value for key, value in entry.get("qualifiers", {}).items())
        and entry.get("text", claim.text) == claim.text
    )


def is_like(entry: Mapping[str, Any], finding: factcheck.Finding) -> bool:
    """The same verdict on the same values, whoever says them."""
    shown = sorted(value.display for value in finding.values)
    wanted = (entry["verdict"], entry["attribute"], entry["subject"], sorted(entry["values"]))
    return wanted == (finding.verdict, finding.attribute, finding.subject, shown)


def is_finding(entry: Mapping[str, Any], finding: factcheck.Finding) -> bool:
    articles = {article for value in finding.values for article in value.articles}
    return (
        is_like(entry, finding)
        and entry["reason"] == finding.reason
        and set(entry.get("articles", articles)) == articles
        and (entry.get("near_miss", "no") == "yes") == finding.near_miss
        and int(entry.get("origins", sum(v.origins for v in finding.values))) == sum(v.origins for v in finding.values)
    )


def overlaps(words: str, claim: ReportClaim, text: str) -> bool:
    at = text.find(words)
    while at >= 0:
        if claim.field == "text" and claim.start < at + len(words) and at < claim.end:
            return True
        at = text.find(words, at + 1)
    return False


def line(claim: ReportClaim) -> str:
    return f"{claim.article}: {claim.attribute} of {claim.subject}: {claim.value.text} ({claim.modality}) in {claim.sentence!r}"


def said(finding: factcheck.Finding) -> str:
    return f"{finding.verdict} ({finding.reason}) {finding.attribute} of {finding.subject}: {[(v.display, *v.articles) for v in finding.values]}"


def told(name: str, article: str) -> list[str]:
    return [line(claim) for claim in report(name).claims if claim.article == article and claim.attribute != "post"]
