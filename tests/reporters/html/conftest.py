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


@pytest.fixture(scope="module")
def tabs(browser: Any) -> Iterator[dict[str, Any]]:
    """Pages that are used again, by the options of their context: opening one takes longer than most tests."""
    opened: dict[str, Any] = {}
    yield opened
    for page in opened.values():
        page.context.close()


@pytest.fixture
def show(browser: Any, tabs: dict[str, Any], tmp_path: Path) -> Show:
    return _show(browser, tabs, tmp_path, "")


@pytest.fixture(scope="module")
def show_once(browser: Any, tabs: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Show:
    return _show(browser, tabs, tmp_path_factory.mktemp("page"), "once")


def _show(browser: Any, tabs: dict[str, Any], folder: Path, use: str) -> Show:
    def go(report: Report, view: View = View(), at: str = "", **options: Any) -> Shown:  # noqa: B008 - frozen
        for name, text in render.pages(report, view, "report.html").items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        key = f"{use} {sorted(options.items())}"
        if key not in tabs:
            tabs[key] = browser.new_context(**options).new_page()
            tabs[key].set_default_timeout(10_000)
        elif options.get("java_script_enabled", True):
            tabs[key].evaluate("localStorage.clear()")
        shown = Shown(tabs[key], folder)
        shown.page.emulate_media(media="null")
        shown.page.goto("about:blank")
        shown.page.on("console", lambda message: shown.said.append(message.text))
        shown.page.on("pageerror", lambda error: shown.said.append(str(error)))
        shown.page.on("request", lambda request: shown.asked.append(request.url))
        shown.page.goto((folder / "report.html").as_uri() + at)
        return shown

    return go
