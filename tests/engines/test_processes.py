"""Articles read by several processes give what one gives, in the same order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.news import articles

from factcheck.engines import Outliner, outlines, processes
from factcheck.packs.loader import load_rules


@pytest.mark.slow
def test_two_processes_give_what_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "WORTH_IT", 20)
    monkeypatch.setattr(processes, "CHUNK", 7)
    made = articles(45)
    outliner = Outliner(load_rules([], reference=False))
    source = processes.Source(reference=False)
    seen: list[tuple[int, int]] = []
    assert outlines(made, outliner, source, jobs=2, advance=lambda done, total: seen.append((done, total))) == outlines(made, outliner, source)
    assert seen == [(7, 45), (14, 45), (21, 45), (28, 45), (35, 45), (42, 45), (45, 45)]


def test_a_small_batch_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)
    made = articles(3)
    outliner = Outliner(load_rules([], reference=False))
    assert [outline.article.id for outline in outlines(made, outliner, processes.Source(), jobs=8)] == [article.id for article in made]


def test_articles_read_together_give_what_each_gives_alone() -> None:
    made = articles(19)
    made[3] = replace(made[3], language="fr")
    outliner = Outliner(load_rules([], reference=False))
    assert list(outliner.outlines(made)) == [outliner.outline(article) for article in made]
