"""The README says what is so: its commands run, its screens are current, its Python runs, its rule loads and fires.

`python tests/test_readme.py` writes the screens anew.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest

from factcheck import registry
from factcheck.cli import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[str]:
    return [match[2] for match in BLOCK.finditer(README.read_text(encoding="utf-8")) if match[1] == language]


def commands() -> list[str]:
    """The lines of the shell blocks that call factcheck."""
    return [line.partition("  #")[0].strip() for block in blocks("sh") for line in block.splitlines() if line.startswith("factcheck ")]


def desk(folder: Path) -> None:
    """A working directory with what the README speaks of: seeds/, articles/, and the files of its rule."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "articles").mkdir()
    [article] = blocks("")
    (folder / "articles" / "norway.txt").write_text(article, encoding="utf-8")
    [row] = blocks("json")
    (folder / "articles" / "rows.jsonl").write_text(row, encoding="utf-8")
    for block in blocks("yaml"):
        path = folder / block.splitlines()[0].removeprefix("# ")
        path.parent.mkdir(exist_ok=True)
        path.write_text(block, encoding="utf-8")


def run(command: str, folder: Path) -> tuple[int, str]:
    """Exit code and standard output of a command of the README, run in `folder`."""
    program, *arguments = shlex.split(command)
    if program == "python":
        done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout
    assert program == "factcheck", command
    before = Path.cwd()
    out = io.StringIO()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            return main(arguments), out.getvalue()
    finally:
        os.chdir(before)


def screens() -> list[tuple[str, str]]:
    """Each command that is shown with its output, and the output shown."""
    return [(block.splitlines()[0].removeprefix("$ "), block.partition("\n")[2]) for block in blocks("console")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk")
    desk(made)
    return made


@pytest.mark.parametrize(("command", "shown"), screens(), ids=[command for command, _ in screens()])
def test_a_screen_is_current(command: str, shown: str, folder: Path) -> None:
    assert run(command, folder)[1] == shown, "write the screens anew with: python tests/test_readme.py"


@pytest.mark.parametrize("command", commands())
def test_a_command_runs(command: str, folder: Path) -> None:
    assert run(command, folder)[0] in (0, 1)


def test_the_main_command_shows_a_conflict_and_ends_as_the_readme_says(folder: Path) -> None:
    code, out = run("factcheck check seeds/alliance", folder)
    assert (code, "conflict" in out) == (1, True)
    assert "ends with exit code 1" in README.read_text(encoding="utf-8")


def test_the_finding_that_the_readme_derives_is_on_its_screen(folder: Path) -> None:
    [name] = re.findall(r"`factcheck explain (\w+) seeds/alliance`", README.read_text(encoding="utf-8"))
    assert name in screens()[0][1]
    assert run(f"factcheck explain {name} seeds/alliance", folder)[0] == 0


def test_the_python_example_prints_what_it_says(folder: Path) -> None:
    [example] = blocks("python")
    done = subprocess.run([sys.executable, "-c", example], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.splitlines() == re.findall(r"# -> (.*)$", example, re.MULTILINE)


def test_the_rule_loads_and_fires(folder: Path) -> None:
    assert run("factcheck rules lint own", folder)[0] == 0
    (folder / "towers").mkdir()
    for name, text in (("a", "The Harbour Tower is 142 metres tall."), ("b", "Fog hid the Harbour Tower, 155 metres tall, all day.")):
        (folder / "towers" / f"{name}.txt").write_text(f"---\npublished: 2024-02-01\n---\n{text}\n", encoding="utf-8")
    code, out = run("factcheck check towers --rules own", folder)
    assert code == 1
    assert "142 metres | 155 metres" in out
    assert "With or without the antenna?" in out


def test_the_formats_named_are_those_on_offer() -> None:
    named = re.findall(r"--output-format json +# (.+)$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [sorted(line.split(", ")) for line in named] == [sorted(registry.names("reporter"))]


def test_the_first_command_is_one_line_and_names_an_extra_that_exists() -> None:
    first = blocks("sh")[0].strip()
    assert "\n" not in first
    assert "'.[dev]'" in first
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "pytest" in " ".join(project["optional-dependencies"]["dev"])
    assert project["scripts"] == {"factcheck": "factcheck.cli:main"}
    assert project["requires-python"] == ">=3.11"


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def rewrite() -> None:
    """The README with every screen as it is now, and the id of the conflict that it derives."""
    with tempfile.TemporaryDirectory() as name:
        desk(Path(name))

        def current(match: re.Match[str]) -> str:
            if match[1] != "console":
                return match[0]
            command = match[2].splitlines()[0].removeprefix("$ ")
            return f"```console\n$ {command}\n{run(command, Path(name))[1]}```"

        text = BLOCK.sub(current, README.read_text(encoding="utf-8"))
        conflict = re.search(r"^conflict .* (\w+)$", text, re.MULTILINE)
        if conflict is not None:
            text = re.sub(r"(`factcheck explain )\w+( seeds/alliance`)", rf"\g<1>{conflict[1]}\g<2>", text)
        README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
