"""Every rule, pack and office that comes along is explained by name."""

from __future__ import annotations

import pytest

from factcheck.cli.rule_text import named, names_of
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook

from .conftest import Run


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return load_rules(reference=False)


def test_every_name_is_explained(book: RuleBook) -> None:
    silent = [name for name in names_of(book) if not (named(book, name) or "").strip()]
    assert (silent, len(names_of(book)) > 100) == ([], True)


def test_every_rule_says_what_it_takes_why_and_for_example(book: RuleBook) -> None:
    for attribute in book.attributes:
        lines = (named(book, attribute.rule) or "").splitlines()
        assert lines[0] == attribute.rule
        assert [line.split()[0] for line in lines[1:4]] == ["what", "why", "example"], attribute.rule


def test_a_mark_that_is_no_reason_is_explained_too(run: Run) -> None:
    done = run("explain", "near-miss")
    assert (done.code, done.out.splitlines()[0]) == (0, "near_miss")
