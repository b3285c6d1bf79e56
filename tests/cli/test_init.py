"""`factcheck init` and `factcheck rules new`: files that work as they stand, and nothing that was there is touched."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.packs.lint import lint
from factcheck.rule_tests import run as run_cases
from factcheck.rule_tests.starter import SAMPLES, Words, attribute_text, pack_text

from .conftest import Run

GITHUB = ".github/workflows/factcheck.yml"


def _all(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_init_writes_settings_rules_and_a_job(run: Run, tmp_path: Path) -> None:
    done = run("init")
    assert (done.code, done.out) == (
        0,
        f"wrote  factcheck.toml\nwrote  rules/own/pack.yml\nwrote  rules/own/building_height.yml\nwrote  {GITHUB}\n",
    )
    assert done.last == "Next: put articles into articles/, then factcheck check articles/"
    assert sorted(_all(tmp_path)) == [GITHUB, "factcheck.toml", "rules/own/building_height.yml", "rules/own/pack.yml"]


def test_a_second_init_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("init")
    before = _all(tmp_path)
    done = run("init")
    assert (done.code, done.last, _all(tmp_path)) == (0, "everything is there already; nothing was written", before)


def test_what_is_there_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("# ours\n", encoding="utf-8")
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / GITHUB).write_text("name: ours\n", encoding="utf-8")
    assert run("init").out == f"kept   factcheck.toml\nwrote  rules/own/pack.yml\nwrote  rules/own/building_height.yml\nkept   {GITHUB}\n"
    assert (tmp_path / "factcheck.toml").read_text(encoding="utf-8") == "# ours\n"
    assert (tmp_path / GITHUB).read_text(encoding="utf-8") == "name: ours\n"


@pytest.mark.parametrize(("name", "text"), [(".factcheck.toml", ""), ("pyproject.toml", "[tool.factcheck]\n")])
def test_settings_elsewhere_stand_for_a_file_of_their_own(run: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert f"kept   {name}\n" in run("init").out
    assert not (tmp_path / "factcheck.toml").exists()


def test_another_pyproject_stands_for_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert "wrote  factcheck.toml\n" in run("init").out


def test_a_link_that_leads_nowhere_is_there_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").symlink_to(tmp_path / "gone.toml")
    assert "kept   factcheck.toml\n" in run("init").out
    assert not (tmp_path / "gone.toml").exists()


@pytest.mark.parametrize(
    ("args", "sign", "job"), [((), ".gitlab-ci.yml", None), (("--ci", "gitlab"), None, ".gitlab-ci.yml"), (("--ci", "none"), None, None)]
)
def test_the_job_is_that_of_the_system_in_use(run: Run, tmp_path: Path, args: tuple[str, ...], sign: str | None, job: str | None) -> None:
    if sign:
        (tmp_path / sign).write_text("# ours\n", encoding="utf-8")
    out = run("init", *args).out
    assert ".github" not in out
    assert (f"wrote  {job}" in out) is (job is not None)


def test_a_folder_that_is_not_there_is_refused(run: Run) -> None:
    done = run("init", "nowhere")
    assert (done.code, done.last) == (2, "exit 2: nowhere: there is no such folder")


@pytest.mark.parametrize("system", ["github", "gitlab"])
def test_the_job_runs_as_it_is_written(run: Run, tmp_path: Path, system: str) -> None:
    run("init", "--ci", system)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Italy hosts 12,000 US service members.", encoding="utf-8")
    text = (tmp_path / (GITHUB if system == "github" else ".gitlab-ci.yml")).read_text(encoding="utf-8")
    job = yaml.safe_load(text)
    lines = [step["run"] for step in job["jobs"]["factcheck"]["steps"] if "run" in step] if system == "github" else job["factcheck"]["script"]
    calls = [shlex.split(line)[1:] for line in lines if line.startswith("factcheck ")]
    assert calls == [["rules", "test", "--rules", "rules/own"], ["ci", "articles/", "--write", "html=factcheck-reports/report.html"]]
    assert [run(*call).code for call in calls] == [0, 0]
    named = set(re.findall(r"factcheck-reports/[\w.-]+", text))
    assert named
    assert [name for name in sorted(named) if not (tmp_path / name).is_file()] == []


def test_the_settings_written_are_in_force(run: Run) -> None:
    run("init")
    shown = run("config", "show").out
    assert "factcheck.toml:2" in shown
    assert "rules/own" in shown


def test_the_sample_pack_passes_its_cases_and_has_nothing_to_mend(run: Run) -> None:
    run("init")
    assert run("rules", "test").out == "4 cases, 0 known gaps, 0 failing\n"
    assert run("rules", "lint").last == "nothing to mend"


def test_a_new_rule_makes_its_pack_and_passes(run: Run, tmp_path: Path) -> None:
    done = run("rules", "new", "bed-capacity", "--pack", "mine", "--what", "How many beds: all of them.", "--ask", "With cots?")
    assert (done.code, done.out) == (0, "mine/pack.yml\nmine/bed_capacity.yml\n")
    assert done.last == "4 cases pass. Put the words of the news into it. Next: factcheck rules test --rules mine"
    assert 'what: "How many beds: all of them."\n' in (tmp_path / "mine" / "bed_capacity.yml").read_text(encoding="utf-8")
    assert run("rules", "lint", "mine").code == 0


def test_a_second_rule_joins_the_pack(run: Run, tmp_path: Path) -> None:
    run("rules", "new", "bed_capacity", "--pack", "mine")
    assert run("rules", "new", "tower_height", "--pack", "mine", "--kind", "distance").out == "mine/tower_height.yml\n"
    assert run("rules", "test", "--rules", "mine").out == "8 cases, 0 known gaps, 0 failing\n"


@pytest.mark.parametrize(
    ("args", "why"),
    [
        ((), "say the name of the attribute: factcheck rules new NAME"),
        (("2beds",), '"2beds" is no name of an attribute: write lower case letters, digits and underscores, as in building_height'),
        (("../beds",), '"../beds" is no name of an attribute: write lower case letters, digits and underscores, as in building_height'),
        (("holder",), 'the attribute "holder" is defined already in offices/holder.yml; add frames there, or take another name'),
        (("beds",), "full is no rule pack (a pack has a pack.yml), and it is not empty"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(run: Run, tmp_path: Path, args: tuple[str, ...], why: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("x", encoding="utf-8")
    before = _all(tmp_path)
    done = run("rules", "new", *args, "--pack", "full")
    assert (done.code, done.last, _all(tmp_path)) == (2, f"exit 2: {why}", before)


def test_a_rule_that_is_there_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    run("rules", "new", "bed_capacity", "--pack", "mine")
    before = _all(tmp_path)
    done = run("rules", "new", "bed_capacity", "--pack", "mine", "--kind", "money")
    assert (done.code, done.last, _all(tmp_path)) == (2, "exit 2: mine/bed_capacity.yml is there already; nothing was written", before)


def test_every_kind_on_offer_gives_a_rule_that_fires_and_keeps_quiet(tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text(pack_text("own"), encoding="utf-8")
    for kind in SAMPLES:
        text = attribute_text(f"sample_{kind}_size", kind, Words(ask='They said: "how" #1?'))
        (tmp_path / f"sample_{kind}_size.yml").write_text(text, encoding="utf-8")
    outcomes = list(run_cases([tmp_path], builtin=False))
    assert (len(outcomes), [outcome.failures for outcome in outcomes if outcome.failures]) == (4 * len(SAMPLES), [])
    assert lint([tmp_path]) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_on_a_terminal_what_is_not_said_is_asked(tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "rules", "new", "--pack", "own"]
    with subprocess.Popen(command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, cwd=tmp_path) as process:
        os.write(ours, b"bed_capacity\nmoney\nWhat a bed costs.\n\n")
        out, _ = process.communicate(timeout=60)
    os.close(theirs)
    os.close(ours)
    assert (process.returncode, out) == (0, b"own/pack.yml\nown/bed_capacity.yml\n")
    text = (tmp_path / "own" / "bed_capacity.yml").read_text(encoding="utf-8")
    assert "kind: money\n" in text
    assert "what: What a bed costs.\nwhy: Sources give it differently.\n" in text


def test_away_from_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "rules", "new"]
    done = subprocess.run(command, input=b"bed_capacity\n", capture_output=True, cwd=tmp_path, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"exit 2: say the name of the attribute: factcheck rules new NAME\n")
