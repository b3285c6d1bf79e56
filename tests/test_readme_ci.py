"""The CI jobs in the README fit the schemas of their systems and work as written; so does the pre-commit hook.

Their commands run in a shell in a folder with articles that conflict; `pip install` alone is left out, as what it would install is
what is tested.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from reporters.ci_formats import read_commands, read_gitlab, read_junit, read_sarif

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```ya?ml\n# (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

pytestmark = pytest.mark.slow


def block(path: str) -> str:
    """The text in the README that belongs into this file."""
    found = {match[1]: match[2] for match in BLOCK.finditer((ROOT / "README.md").read_text("utf-8"))}
    if path not in found:
        pytest.skip(f"the README has no {path}")
    return found[path]


def job(path: str) -> Any:
    """The YAML in the README that belongs into this file, as the systems read it."""
    return yaml.load(block(path), Loader=yaml.CSafeLoader)


def schema(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads((files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{name}.json").read_text("utf-8")))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with articles that conflict, and a shell that finds this program."""
    shutil.copytree(ROOT / "seeds" / "alliance", tmp_path / "repository" / "articles", ignore=shutil.ignore_patterns("truth.yml"))
    (tmp_path / "bin").mkdir()
    for name, line in (("factcheck", f'exec "{sys.executable}" -m factcheck "$@"'), ("pip", "exit 0")):
        program = tmp_path / "bin" / name
        program.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        program.chmod(0o755)
    return tmp_path / "repository"


def shell(line: str, desk: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a line of a job does, in a shell as the systems start it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FACTCHECK_", "GITHUB_", "GITLAB_", "CI"))}
    path = f"{desk.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    around = {**kept, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(desk.parent), **environment}
    return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", line], cwd=desk, env=around, capture_output=True, text=True, timeout=120)


def test_the_github_workflow_fits_its_schema_and_does_what_it_says(desk: Path) -> None:
    workflow = job(".github/workflows/factcheck.yml")
    plain = {"on" if key is True else key: value for key, value in workflow.items()}  # YAML 1.1 reads `on` as true
    assert [error.message for error in schema("github-workflows").iter_errors(plain)] == []
    steps = workflow["jobs"]["factcheck"]["steps"]
    summary = desk.parent / "summary.md"
    around = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(desk), "GITHUB_STEP_SUMMARY": str(summary)}
    done = [shell(step["run"], desk, **around) for step in steps if "run" in step]
    assert [one.returncode for one in done] == [0, 1], done[-1].stderr
    name, properties, _ = read_commands(done[-1].stdout)[-1]
    assert (name, properties["file"]) == ("error", "articles/afp-pentagon-chief-in-tokyo.txt")
    assert summary.read_text("utf-8").startswith("# Where the sources stand\n")
    [sarif] = [step["with"]["sarif_file"] for step in steps if "upload-sarif" in step.get("uses", "")]
    assert read_sarif((desk / sarif).read_text("utf-8"))["runs"][0]["results"]
    [kept] = [step["with"]["path"] for step in steps if "upload-artifact" in step.get("uses", "")]
    assert (desk / kept).is_dir()


def test_the_gitlab_job_fits_its_schema_and_does_what_it_says(desk: Path) -> None:
    pipeline = job(".gitlab-ci.yml")
    assert [error.message for error in schema("gitlab-ci").iter_errors(pipeline)] == []
    done = [shell(line, desk, GITLAB_CI="true", CI_PROJECT_DIR=str(desk)) for line in pipeline["factcheck"]["script"]]
    assert [one.returncode for one in done] == [0, 1], done[-1].stderr
    artifacts = pipeline["factcheck"]["artifacts"]
    assert all((desk / path).is_dir() for path in artifacts["paths"])
    assert any(case.result for case in read_junit((desk / artifacts["reports"]["junit"]).read_text("utf-8")))
    quality = read_gitlab((desk / artifacts["reports"]["codequality"]).read_text("utf-8"))
    assert {row["location"]["path"].partition("/")[0] for row in quality} == {"articles"}


def test_the_waiver_in_the_readme_lets_its_finding_pass(desk: Path) -> None:
    (desk / "factcheck-waivers.yml").write_text(block("factcheck-waivers.yml"), "utf-8")
    assert shell("factcheck check articles/ --now 2026-03-31", desk).returncode == 0
    assert shell("factcheck check articles/ --now 2026-04-01", desk).returncode == 1


def test_the_hook_is_one_that_pre_commit_takes_and_it_stops_a_commit_with_a_conflict(desk: Path) -> None:
    from pre_commit.clientlib import load_manifest

    [hook] = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert (hook["id"], hook["pass_filenames"], hook["require_serial"], hook["language"]) == ("factcheck", False, True, "python")
    done = shell(" ".join([hook["entry"], *hook["args"]]), desk)
    assert done.returncode == 1, done.stderr
    assert done.stderr.splitlines()[-1].startswith('exit 1: 1 finding at or above "error". Next: factcheck explain ')
    assert [bool(re.search(hook["files"], name)) for name in ("articles/a.txt", "articles/b.json", "src/a.py")] == [True, True, False]
