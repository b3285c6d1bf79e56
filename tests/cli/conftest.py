"""A command line that runs in this process on a report made by hand, in an empty folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from reporters.made import REPORT

import factcheck
from factcheck.cli import main
from factcheck.model.report import Report


@dataclass
class Stub:
    """Stands for `factcheck.pipeline`: gives `report`, or raises `error`, and keeps what it was asked."""

    report: Report = REPORT
    error: BaseException | None = None
    calls: list[tuple[Sequence[str], Any]] = field(default_factory=list)

    def run(self, paths: Sequence[str], options: Any) -> Report:
        self.calls.append((paths, options))
        if self.error is not None:
            raise self.error
        return self.report


@dataclass
class Done:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line on standard error."""
        return self.err.rstrip("\n").rsplit("\n", 1)[-1]


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but the defaults, no colours, an empty working directory."""
    import os

    for name in [*os.environ]:
        if name.startswith("FACTCHECK_") or name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Stub:
    stub = Stub()
    fake = SimpleNamespace(Options=SimpleNamespace, check=stub.run, extract=stub.run)
    monkeypatch.setitem(sys.modules, "factcheck.pipeline", fake)
    monkeypatch.setattr(factcheck, "pipeline", fake, raising=False)
    return stub


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command line, as `run("check", "a.txt")`."""

    def go(*args: str) -> Done:
        code = main(args)
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode("utf-8"), err.decode("utf-8"))

    return go
