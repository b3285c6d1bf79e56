"""From the page into the store: what is decided in a browser and downloaded, `factcheck review --apply` takes in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main

ARTICLES = {
    "a.txt": "---\npublished: 2024-02-01\n---\nThe presence of 28,500 US soldiers in South Korea is a pillar of the treaty.\n",
    "b.txt": "---\npublished: 2024-06-29\n---\nAbout 35,000 US troops are stationed in South Korea.\n",
}


def test_a_decision_made_in_the_page_is_recorded(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["check", "a.txt", "b.txt", "--store", "f.sqlite", "-f", "html", "-o", "report.html"]) == 1
    page = browser.new_page()
    page.goto((tmp_path / "report.html").as_uri())
    page.get_by_label("who decides").fill("A. Holm")
    page.locator("article .decide input").first.fill("one counts reserves")
    page.locator("article").first.get_by_role("button", name="Scope differs").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    download.value.save_as(tmp_path / "decisions.json")
    page.close()
    assert main(["review", "--store", "f.sqlite", "--apply", "decisions.json"]) == 0
    capfd.readouterr()
    assert main(["review", "--store", "f.sqlite", "--stats"]) == 0
    assert "stationed_personnel" in capfd.readouterr().out
