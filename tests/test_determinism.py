"""The same articles give the same bytes, whatever surrounds the run: hash seed, time zone, locale, day, working directory, order of input."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
FORMATS = ("json", "jsonl", "markdown", "csv")
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "0"},
    {"PYTHONHASHSEED": "31337", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "4102444800"},
)
# Where text becomes claims and claims become findings. Only settings and the command line may know the day of the run.
STAGES = ("model", "text", "kinds", "packs", "cleaning", "extraction", "resolution", "stories", "comparison", "readers", "reporters")
# What gives another answer on another day or in another place.
CLOCKS = {
    "today",
    "now",
    "utcnow",
    "localtime",
    "monotonic",
    "perf_counter",
    "time_ns",
    "getlocale",
    "setlocale",
    "random",
    "randint",
    "uuid1",
    "uuid4",
}
MODULES = {"random", "secrets", "locale", "time"}


def run(folder: Path, surroundings: dict[str, str]) -> list[bytes]:
    """Standard output and every format, of one run over all article sets from within `folder`."""
    folder.mkdir()
    extra = [part for name in FORMATS for part in ("--write", f"{name}={name}.out")]
    command = [sys.executable, "-m", "factcheck", "check", str(SEEDS), *extra]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **surroundings}
    if "PYTHONPATH" in os.environ:
        environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=120)
    assert done.returncode == 1, done.stderr.decode()
    return [done.stdout, *((folder / f"{name}.out").read_bytes() for name in FORMATS)]


def test_the_surroundings_and_the_working_directory_change_no_byte(tmp_path: Path) -> None:
    first, second = (run(tmp_path / str(number), around) for number, around in enumerate(SURROUNDINGS))
    assert all(first)
    for name, one, other in zip(("table", *FORMATS), first, second, strict=True):
        assert one == other, name


@cache
def both_orders() -> tuple[factcheck.Report, factcheck.Report]:
    files = sorted(str(path) for path in SEEDS.rglob("*") if path.suffix in (".txt", ".md", ".csv", ".jsonl"))
    return factcheck.check(files), factcheck.check(files[::-1])


def test_the_order_of_the_input_changes_no_claim_and_no_finding() -> None:
    one, other = both_orders()
    assert {claim.id for claim in one.claims} == {claim.id for claim in other.claims}
    assert Counter(map(shape, one.findings)) == Counter(map(shape, other.findings))


def test_the_order_of_the_input_changes_no_id() -> None:
    one, other = both_orders()
    assert {finding.id for finding in one.findings} == {finding.id for finding in other.findings}


def shape(finding: factcheck.Finding) -> tuple[object, ...]:
    values = frozenset((value.display, frozenset(value.claims), value.origins) for value in finding.values)
    return finding.verdict, finding.reason, finding.severity, finding.subject, finding.attribute, values


def test_two_runs_in_one_process_are_equal() -> None:
    paths = [str(SEEDS / "alliance")]
    assert factcheck.check(paths) == factcheck.check(paths)


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_asks_a_clock_or_throws_dice(stage: str) -> None:
    files = sorted((ROOT / "factcheck" / stage).rglob("*.py"))
    assert files, f"no module in {stage}"
    assert [f"{path.relative_to(ROOT)}:{line}: {what}" for path in files for line, what in wayward(path.read_text(encoding="utf-8"))] == []


def wayward(source: str) -> Iterator[tuple[int, str]]:
    """Calls and imports that make a result depend on when or where it was made."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            yield node.lineno, ast.unparse(node.func)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module or "").split(".")[0] in MODULES:
            yield node.lineno, node.module or ""


@pytest.mark.parametrize(
    "source",
    ["from datetime import date\nday = date.today()", "import datetime\nat = datetime.datetime.now()", "import time", "from random import choice"],
)
def test_a_look_at_the_clock_is_seen(source: str) -> None:
    assert len(list(wayward(source))) == 1
