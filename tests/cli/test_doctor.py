"""`factcheck doctor`: what works, what does not, and what to do about it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from factcheck.cli.doctor import packages, python_version

from .conftest import Run

PACK = 'pack: own\nversion: "1"\nwhat: Ours.\n'


def _status(run: Run, *args: str) -> dict[str, tuple[str, str]]:
    done = run("doctor", "-f", "json", *args)
    return {one["name"]: (one["status"], one["says"]) for one in json.loads(done.out)}


def test_an_installation_that_works_is_told_so(run: Run) -> None:
    done = run("doctor", "--quick")
    assert (done.code, done.err) == (0, "")
    assert [line.split()[:2] for line in done.out.splitlines()] == [
        *(["ok", name] for name in ("python", "factcheck", "packages", "re2", "formats", "settings")),
        ["ok", "rule"],
        ["note", "store"],
    ]


def test_the_settings_are_told_with_where_they_come_from(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "factcheck.toml").write_text('fail_level = "note"\n', encoding="utf-8")
    monkeypatch.setenv("FACTCHECK_COLOR", "never")
    assert _status(run, "--quick")["settings"] == ("ok", f"{tmp_path / 'factcheck.toml'}: fail_level; FACTCHECK_COLOR: color")


def test_a_faulty_setting_is_told_and_nothing_that_rests_on_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('fail_levle = "note"\n', encoding="utf-8")
    done = run("doctor")
    assert (done.code, done.last) == (2, "exit 2: 1 check failed: settings")
    assert 'factcheck.toml:1: no setting is called "fail_levle"; did you mean "fail_level"?' in done.out
    assert "rule packs" not in done.out


def test_a_faulty_pack_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text(PACK + "mood: good\n", encoding="utf-8")
    done = run("doctor", "--rules", str(tmp_path))
    assert (done.code, done.last) == (2, "exit 2: 1 check failed: rule packs")
    assert f"{tmp_path}/pack.yml:4:1:" in done.out


def test_a_failing_case_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("rules", "new", "bed_capacity", "--pack", "own")
    path = tmp_path / "own" / "bed_capacity.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("expect: []", "expect: [{verdict: agree}]", 1), encoding="utf-8")
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "pack.yml").write_text(PACK.replace("own", "bare"), encoding="utf-8")
    monkeypatch.setattr("factcheck.packs.cases.builtin_folder", lambda: tmp_path / "bare")  # the cases that come along take seconds
    done = run("doctor", "--rules", "own")
    assert "1 of 4 cases failing: own/bed_capacity: two things have a value each" in done.out
    assert done.last == "exit 2: 1 check failed: rule cases"


def test_a_store_that_is_there_is_reached(run: Run, tmp_path: Path) -> None:
    from factcheck.stores import open_store

    open_store(str(tmp_path / "f.sqlite")).db.close()
    status, says = _status(run, "--quick", "--store", "f.sqlite")["store"]
    assert (status, says.startswith("f.sqlite: reached, schema ")) == ("ok", True)


def test_the_store_of_the_settings_is_looked_at(run: Run, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('store = "gone.sqlite"\n', encoding="utf-8")
    status, says = _status(run, "--quick")["store"]
    assert (status, "gone.sqlite" in says) == ("fail", True)


@pytest.mark.parametrize("name", ["gone.sqlite", "text.txt", "mysql://x/y"])
def test_a_store_that_cannot_be_reached_is_told_and_nothing_is_made(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "text.txt").write_text("no database " * 100, encoding="utf-8")
    done = run("doctor", "--quick", "--store", name)
    assert (done.code, done.last) == (2, "exit 2: 1 check failed: store")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["text.txt"]


def test_a_database_of_something_else_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("create table t (a)")
    before = (tmp_path / "other.sqlite").read_bytes()
    run("doctor", "--quick", "--store", "other.sqlite")
    assert (tmp_path / "other.sqlite").read_bytes() == before


@pytest.mark.parametrize(("version", "status"), [((3, 10, 9), "fail"), ((3, 11, 0), "ok"), ((3, 13, 1), "ok")])
def test_an_old_python_is_refused(version: tuple[int, ...], status: str) -> None:
    assert python_version(version).status == status


def test_a_package_that_is_missing_or_too_old_is_told_with_what_to_type() -> None:
    assert [(one.status, one.says, one.remedy) for one in packages(["click>=8.1", "no-such-thing>=1", "PyYAML>=999.1"])] == [
        ("fail", "no-such-thing is missing", 'pip install "no-such-thing>=1"'),
        ("fail", f"PyYAML {_version('PyYAML')}, and 999.1 is needed", 'pip install --upgrade "PyYAML>=999.1"'),
        ("ok", "1 of 3 there", ""),
    ]


def _version(name: str) -> str:
    from importlib.metadata import version

    return version(name)
