"""A real browser on pages that stand in a folder; where none is installed, the tests that need one are skipped, loudly."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.html import render

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
)
NONE = "NO BROWSER: the HTML report is not tested in one; install it (apt-get install -y chromium, pip install playwright)"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        warnings.warn(NONE, stacklevel=1)
        pytest.skip(NONE)
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield one
        one.close()


@dataclass
class Shown:
    """A page in the browser, and what it complained of or asked for."""

    page: Any
    folder: Path
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def texts(self, selector: str) -> list[str]:
        return [str(text) for text in self.page.locator(selector).all_inner_texts()]


Show = Callable[..., Shown]


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Show]:
    yield from _show(browser, tmp_path)


@pytest.fixture(scope="module")
def show_once(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Show]:
    yield from _show(browser, tmp_path_factory.mktemp("page"))


def _show(browser: Any, folder: Path) -> Iterator[Show]:
    contexts = []

    def go(report: Report, view: View = View(), at: str = "", **options: Any) -> Shown:  # noqa: B008 - frozen
        for name, text in render.pages(report, view, "report.html").items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        shown = Shown(context.new_page(), folder)
        shown.page.on("console", lambda message: shown.said.append(message.text))
        shown.page.on("pageerror", lambda error: shown.said.append(str(error)))
        shown.page.on("request", lambda request: shown.asked.append(request.url))
        shown.page.goto((folder / "report.html").as_uri() + at)
        return shown

    yield go
    for context in contexts:
        context.close()
