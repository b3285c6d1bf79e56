"""Whatever an article says, the formats of CI systems stay valid, and nothing in them acts."""

from __future__ import annotations

import re
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reporters import github, gitlab, junit, sarif

from .ci_formats import read_commands, read_gitlab, read_junit, read_sarif
from .made import ARTICLES
from .test_hostile import _report

NASTY = st.sampled_from(
    ["::error::", "\n::error::x", "##[error]", "]]>", "<!--", "&amp;", "&#0;", "\x1b[2J", "\x00", "\x9b", "\u202e", "\u2028", "%0A", "[a](1)"]
)
MEAN = st.lists(st.one_of(NASTY, st.text(st.characters(codec="utf-8"), max_size=8), st.sampled_from(["\ud800", "\ufffe", "\uffff"])), max_size=5).map(
    "".join
)
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _written(text: str) -> str:
    """As the text leaves the program."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@settings(max_examples=40, deadline=None)
@given(MEAN)
def test_every_format_is_valid_whatever_is_said(said: str) -> None:
    report = _report(said)
    assert len(read_sarif(_written(sarif.render(report)))["runs"][0]["results"]) == 1
    assert len(read_gitlab(_written(gitlab.render(report)))) == 1
    assert len(read_junit(_written(junit.render(report)))) == 1
    assert [name for name, _, _ in read_commands(_written(github.render(report)))] == ["error"]


@settings(max_examples=40, deadline=None)
@given(MEAN)
def test_a_log_gets_no_control_characters(said: str) -> None:
    for reporter in (sarif, gitlab, junit, github):
        assert not CONTROLS.search(_written(reporter.render(_report(said)).replace("\n", "")).replace("\\ud800", "")), reporter.__name__


@settings(max_examples=40, deadline=None)
@given(MEAN)
def test_only_our_own_links_stand_in_a_message(said: str) -> None:
    [result] = read_sarif(_written(sarif.render(_report(said))))["runs"][0]["results"]
    unescaped = re.sub(r"\\.", "", result["message"]["text"])
    assert re.findall(r"\]\(.*?\)", unescaped) == ["](1)"]


@pytest.mark.parametrize("reporter", [sarif, gitlab, junit, github])
def test_an_article_of_any_length_makes_a_report_of_bearable_length(reporter: ModuleType) -> None:
    assert len(reporter.render(replace(_report("a soldier " * 50_000), articles=ARTICLES))) < 40_000
