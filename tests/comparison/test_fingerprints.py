"""What a finding is known by: the same for the same disagreement, however the articles come; another for another."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from bench.news import generate
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.report import Report
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.pipeline import check_articles
from factcheck.readers import Inputs, read_inputs

OPEN = ("conflict", "disputed", "time_dependent", "undetermined")


@cache
def rules() -> tuple[RuleBook, Extractor]:
    book = load_rules([])
    return book, Extractor(book)


def check(articles: list[Article]) -> Report:
    book, extractor = rules()
    return check_articles(Inputs(tuple(articles), (), len(articles)), book, extractor)


def article(name: str, day: str, text: str) -> Article:
    return Article(name, text, published=date.fromisoformat(day))


def names(report: Report) -> set[tuple[str, str, tuple[str, ...]]]:
    """Everything that findings and their pairs are known by."""
    return {(f.id, r.fingerprint, r.aliases) for f in report.findings for r in f.relations} | {(f.id, "", ()) for f in report.findings}


def conflict(report: Report) -> str:
    [found] = [f.id for f in report.findings if f.verdict == "conflict"]
    return found


ITALY = [
    article("a", "2031-02-01", "Rome has long hosted the alliance. Italy hosts 12,000 US service members."),
    article("b", "2031-02-03", "A committee met on Monday. About 15,000 US troops are stationed in Italy."),
]
QUAKE = [
    article(
        "c",
        "2031-02-04",
        "An earthquake of magnitude 6.1 struck Zagreb on Monday. The earthquake cracked the walls of the cathedral of Saint Stephen, said its priest,"
        " Ivana Kovac.",
    ),
    article(
        "d",
        "2031-02-05",
        "A 5.7-magnitude earthquake shook Zagreb on Monday. People ran out of the cathedral of Saint Stephen when its walls cracked, the priest Ivana"
        " Kovac said.",
    ),
]


@cache
def generated() -> list[Article]:
    return generate(90, size=800).articles


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_of_the_articles_changes_no_name(seed: int) -> None:
    shuffled = generated()[:]
    Random(seed).shuffle(shuffled)
    assert names(check(shuffled)) == names(check(generated()))


Pairs = dict[frozenset[tuple[str, str, int]], set[str]]


def pairs(report: Report) -> Pairs:
    """For each open pair of values where it is said (the articles and places of all who say one of the two): its names."""
    claims = {claim.id: claim for claim in report.claims}
    found: Pairs = {}
    for finding in report.findings:
        for relation in finding.relations:
            if relation.verdict in OPEN:
                said = [claims[name] for at in (relation.left, relation.right) for name in finding.values[at].claims]
                found[frozenset((c.article, c.field, c.start) for c in said)] = {relation.fingerprint, *relation.aliases}
    return found


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 2**32))
def test_articles_that_join_a_pair_leave_it_a_name(seed: int) -> None:
    dice = Random(seed)
    few = [one for one in generated() if dice.random() < 0.7]
    before, after = pairs(check(few)), pairs(check(generated()))
    followed = {where: [known for grown, known in after.items() if where <= grown] for where in before}
    assert any(followed.values())
    assert [where for where, later in followed.items() if later and not any(before[where] & known for known in later)] == []


@pytest.mark.parametrize("articles", [ITALY, QUAKE], ids=["troops", "quake"])
@pytest.mark.parametrize("day", ["2031-02-06", "2031-03-01"])
def test_a_later_article_that_says_so_too_changes_no_id(articles: list[Article], day: str) -> None:
    alone = conflict(check(articles))
    for one in articles:
        also = replace(one, id="z", text=f"{one.text} So others wrote before.", published=date.fromisoformat(day))
        assert conflict(check([*articles, also])) == alone


def test_an_earlier_article_that_says_so_too_leaves_a_name() -> None:
    earlier = article(
        "e",
        "2031-02-03",
        "In Croatia a 5.7-magnitude earthquake was felt. In Zagreb the walls of the cathedral of Saint Stephen cracked, said"
        " its priest, Ivana Kovac.",
    )
    after = check([*QUAKE, earlier])
    known = {name for f in after.findings for r in f.relations for name in (r.fingerprint, *r.aliases)}
    assert conflict(check(QUAKE)) in known
    assert len([article for f in after.findings if f.verdict == "conflict" for value in f.values for article in value.articles]) == 3


def _write(folder: Path, kind: str) -> list[str]:
    """The same two articles in another form."""
    paths = []
    if kind in (".jsonl", ".csv"):
        rows = [{"id": f"row {n}", "published": str(a.published), "text": a.text} for n, a in enumerate(ITALY)]
        if kind == ".jsonl":
            text = "".join(json.dumps(row) + "\n" for row in reversed(rows))
        else:
            out = io.StringIO()
            writer = csv.DictWriter(out, ["published", "text", "id"])
            writer.writeheader()
            writer.writerows(rows)
            text = out.getvalue()
        (folder / f"all{kind}").write_text(text, "utf-8")
        return [str(folder / f"all{kind}")]
    for number, one in enumerate(ITALY):
        text = f"---\npublished: {one.published}\ntitle: Of troops\n---\n\n{one.text.replace('. ', '.' + chr(10) * 2)}\n"
        path = folder / f"other name {number}{'.md' if kind == '.md' else '.txt'}"
        path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig") if kind == "crlf" else text.encode())
        paths.append(str(path))
    return paths


@pytest.mark.parametrize("kind", [".txt", ".md", "crlf", ".jsonl", ".csv"])
def test_another_form_of_the_same_articles_changes_no_id(tmp_path: Path, kind: str) -> None:
    assert conflict(check(list(read_inputs(_write(tmp_path, kind)).articles))) == conflict(check(ITALY))


def test_another_wording_of_the_same_values_changes_no_id() -> None:
    reworded = [ITALY[0], article("b", "2031-02-03", "Around 15,000 US military personnel are based in Italy, a speaker said.")]
    assert conflict(check(reworded)) == conflict(check(ITALY))


@pytest.mark.parametrize(
    ("old", "new"),
    [("About 15,000", "About 16,000"), ("About 15,000", "15,000"), ("Italy", "Spain"), ("US ", "French ")],
)
def test_another_value_hedge_or_subject_is_another_finding(old: str, new: str) -> None:
    other = [replace(one, text=one.text.replace(old, new)) for one in ITALY]
    assert conflict(check(other)) != conflict(check(ITALY))


def test_the_same_figures_of_another_place_are_another_finding() -> None:
    other = [replace(one, text=one.text.replace("Zagreb", "Sofia")) for one in QUAKE]
    assert conflict(check(other)) != conflict(check(QUAKE))


def test_the_same_figures_of_the_same_place_a_year_later_are_another_finding() -> None:
    later = [replace(one, published=date(2032, 2, one.published.day)) for one in QUAKE if one.published]
    assert conflict(check(later)) != conflict(check(QUAKE))
    assert not set.union(*pairs(check(later)).values()) & set.union(*pairs(check(QUAKE)).values())
