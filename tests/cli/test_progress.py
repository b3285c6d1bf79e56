"""A sign of life: on a terminal, late, and wiped away."""

from __future__ import annotations

import io
import sys
import time

import pytest

from factcheck.cli.progress import at_work


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, is_wanted: bool, work_s: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with at_work(is_wanted, delay_s=0.02):
        time.sleep(work_s)
    return stream.getvalue()


def test_long_work_shows_on_a_terminal_and_is_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _shown(monkeypatch, _Terminal(), True, 0.1)
    assert shown.startswith("\r\x1b[Kat work, 0 s")
    assert shown.endswith("\r\x1b[K")


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, _Terminal(), True, 0.0) == ""


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, io.StringIO(), True, 0.06) == ""


def test_who_wants_none_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, _Terminal(), False, 0.06) == ""


def test_how_far_the_reading_is_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with at_work(True, delay_s=0.02) as progress:
        progress.advance(1200, 5000)
        time.sleep(0.1)
        progress.wait("desk.sqlite")
        time.sleep(0.1)
    assert "read 1,200 of 5,000 articles, 0 s" in stream.getvalue()
    assert "waiting for another process that writes to desk.sqlite, 0 s" in stream.getvalue()
