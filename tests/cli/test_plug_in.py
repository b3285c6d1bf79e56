"""A format that another package brings stands beside the built-in ones."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from types import SimpleNamespace
from typing import Any

import pytest

from factcheck import registry
from factcheck.model.report import Report
from factcheck.reporters import View

from .conftest import Run, Stub


def shout(report: Report, view: View) -> str:
    return f"{len(report.findings)} FINDINGS\n"


@pytest.fixture
def _brought(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def entry_points(group: str) -> list[Any]:
        return [EntryPoint("shout", "their_format:shout", group)] if group == "factcheck.reporter" else []

    monkeypatch.setitem(sys.modules, "their_format", SimpleNamespace(shout=shout))
    monkeypatch.setattr(registry, "entry_points", entry_points)
    registry._on_offer.cache_clear()
    yield
    registry._on_offer.cache_clear()


@pytest.mark.usefixtures("_brought")
def test_a_format_of_another_package_can_be_had(run: Run, pipeline: Stub) -> None:
    assert run("check", "x", "-f", "shout").out == "3 FINDINGS\n"


@pytest.mark.usefixtures("_brought")
def test_it_is_named_among_those_there_are(run: Run, pipeline: Stub) -> None:
    said = run("check", "x", "-f", "pdf").last
    assert ", sarif, shout, table" in said


def test_without_the_package_there_is_none(run: Run, pipeline: Stub) -> None:
    assert run("check", "x", "-f", "shout").code == 2
