"""The built package: it carries the rule packs along and works where no checkout is."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


def run(arguments: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(["-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)], folder)
    wheels = sorted(folder.glob("factcheck-*.whl"))
    if built.returncode != 0 and "hatchling" in built.stderr and not wheels:
        pytest.skip(f"pip cannot get the build backend here: {built.stderr[-300:]}")
    assert built.returncode == 0, built.stderr
    return wheels[0]


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was installed; what it needs comes from the environment that runs the tests."""
    folder = tmp_path_factory.mktemp("site")
    installed = run(["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder), str(wheel)], folder)
    assert installed.returncode == 0, installed.stderr
    return folder


def test_the_wheel_carries_every_rule_and_data_file(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    rules = {f"factcheck/_rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in (ROOT / "rules").rglob("*") if path.is_file()}
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "factcheck").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert rules - inside == set()
    assert package - inside == set()


def test_the_installed_package_checks_articles_outside_the_checkout(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\npublished: 2025-02-01\n---\nSome 28,500 US troops are stationed in South Korea.\n")
    (tmp_path / "b.txt").write_text("---\npublished: 2025-02-03\n---\nAbout 40,000 US troops are stationed in South Korea.\n")
    where = run(["-c", "import factcheck; print(factcheck.__file__)"], tmp_path, PYTHONPATH=str(site))
    assert Path(where.stdout.strip()).is_relative_to(site)
    checked = run(["-m", "factcheck", "check", "a.txt", "b.txt", "--output-format", "json"], tmp_path, PYTHONPATH=str(site), HOME=str(tmp_path))
    assert checked.returncode == 1, checked.stderr
    report = json.loads(checked.stdout)
    assert [(finding["attribute"], finding["verdict"]) for finding in report["findings"]] == [("stationed_personnel", "conflict")]
