"""A run that is killed leaves the store as it was before or as it is after; runs at one time wait for each other and lose nothing."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.news import articles

from factcheck.stores import open_store
from factcheck.stores.postgres import PostgresConnection
from factcheck.stores.sqlite import SqliteConnection
from factcheck.stores.transfer import export
from factcheck.stores.upkeep import verify
from stores.desk import article, check, tools

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that begin where this one is")

OLD = [article("jan", "2031-01-05", "Some 3,400 US troops are stationed in Norway, a committee heard.", "Fjord Daily")]
NEW = [
    article("feb", "2031-02-09", "It was a quiet week. About 5,100 US troops are stationed in Norway.", "Skerry Wire"),
    article("jan", "2031-02-10", "Some 3,300 US troops are stationed in Norway, a committee heard.", "Fjord Daily"),
]
NOW = "2031-02-11T08:00:00Z"


def in_child(work: Callable[[], None]) -> int:
    """Start a copy of this process that does the work and ends; its number."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        os._exit(1)


def ended(child: int) -> int:
    """How it ended: its exit code, or less than 0 for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def content(place: str) -> list[str]:
    """The whole store, line by line, after a check that it holds together."""
    with open_store(place) as store:
        store.look()
        assert verify(store) == []
        return list(export(store))


def check_and_keep(place: str, batch: list[object]) -> None:
    with open_store(place) as store:
        check(store, batch, NOW)  # type: ignore[arg-type]


def killing(at: int) -> None:
    """Let the process end before the statement of that number that writes, wherever it is."""
    count = 0

    def counted(method: Callable[..., None]) -> Callable[..., None]:
        def call(*given: object) -> None:
            nonlocal count
            count += 1
            if count == at:
                os.kill(os.getpid(), signal.SIGKILL)
            method(*given)

        return call

    for kind in (SqliteConnection, PostgresConnection):
        for name in ("run", "run_many", "begin", "commit"):
            setattr(kind, name, counted(getattr(kind, name)))


@pytest.mark.slow
def test_killed_before_any_of_its_statements_it_leaves_the_store_as_before(place: str) -> None:
    with open_store(place) as store:
        check(store, OLD, "2031-01-06T08:00:00Z")
    before = content(place)
    killed = 0
    step = 1 if "://" not in place else 4  # a process for each takes its time, and on a server the server sees to it
    for at in range(1, 400, step):

        def work(at: int = at) -> None:
            killing(at)
            check_and_keep(place, NEW)  # type: ignore[arg-type]

        code = ended(in_child(work))
        if code == 0:
            break
        assert code == -signal.SIGKILL
        assert content(place) == before
        killed += 1
    assert killed > 15 / step
    after = content(place)
    assert [line for line in after if '"table":"batches"' in line] != [line for line in before if '"table":"batches"' in line]


@pytest.mark.slow
def test_killed_at_many_moments_it_leaves_the_store_as_before_or_as_after(tmp_path: Path) -> None:
    base, made = tmp_path / "base.sqlite", articles(24)
    tools()
    with open_store(str(base)) as store:
        check(store, made[:12], "2031-01-06T08:00:00Z")
    before = content(str(base))
    whole = tmp_path / "whole.sqlite"
    shutil.copy(base, whole)
    begun = time.monotonic()
    check_and_keep(str(whole), made[12:])  # type: ignore[arg-type]
    lasts = time.monotonic() - begun
    after = content(str(whole))
    seen = []
    for moment in range(15):
        place = tmp_path / f"{moment}.sqlite"
        shutil.copy(base, place)
        child = in_child(lambda place=place: check_and_keep(str(place), made[12:]))  # type: ignore[misc]
        time.sleep(lasts * 1.2 * moment / 15)
        os.kill(child, signal.SIGKILL)
        ended(child)
        seen.append(content(str(place)))
        assert seen[-1] in (before, after)
    assert before in seen


@pytest.mark.slow
def test_runs_at_one_time_wait_for_each_other_and_lose_nothing(place: str, tmp_path: Path) -> None:
    batches = [
        [article(f"a{number}", f"2031-02-0{number}", f"Some {3 + number % 2},400 US troops are stationed in Norway, paper {number} said.")]
        for number in range(1, 6)
    ]

    def work(number: int) -> None:
        with open_store(place) as store:
            report = check(store, batches[number], f"2031-02-11T08:00:0{number}Z")
        new = [finding.id for finding in report.findings if finding.status == "new" and finding.verdict == "conflict"]
        (tmp_path / f"{number}.txt").write_text("\n".join(new))

    tools()
    children = [in_child(lambda number=number: work(number)) for number in range(5)]  # type: ignore[misc]
    assert [ended(child) for child in children] == [0] * 5
    with open_store(place) as store:
        assert sorted(row[0] for row in store.db.rows("SELECT name FROM articles")) == ["a1", "a2", "a3", "a4", "a5"]
        assert store.number("SELECT count(*) FROM batches") == 5
    content(place)
    told = [line for number in range(5) for line in (tmp_path / f"{number}.txt").read_text().split()]
    assert len(told) == 1
