"""`factcheck config` and `factcheck completion`."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from .conftest import Run


def test_the_settings_are_shown_as_toml_with_where_they_come_from(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("factcheck.toml").write_text('rules = ["my packs"]\n[severity]\nstale = "note"\n', encoding="utf-8")
    monkeypatch.setenv("FACTCHECK_FAIL_LEVEL", "note")
    done = run("config", "show")
    assert f'rules = ["{tmp_path}/my packs"]  # {tmp_path}/factcheck.toml:1\n' in done.out
    assert 'fail_level = "note"  # FACTCHECK_FAIL_LEVEL\n' in done.out
    assert "reference = true  # default\n" in done.out
    assert tomllib.loads(done.out)["severity"] == {"stale": "note"}


def test_wrong_settings_end_with_2(run: Run) -> None:
    Path("factcheck.toml").write_text("colour = 1", encoding="utf-8")
    done = run("config", "show")
    assert (done.code, done.last.split(": ", 2)[2]) == (2, 'no setting is called "colour"; did you mean "color"?')


def test_what_the_settings_in_a_named_file_say_is_shown(run: Run) -> None:
    Path("s.toml").write_text('color = "never"', encoding="utf-8")
    assert 'color = "never"  # s.toml:1\n' in run("config", "show", "--config", "s.toml").out


def test_the_schema_of_the_report_is_the_one_checked_in(run: Run) -> None:
    checked_in = Path(__file__).parents[2] / "rules" / "schema" / "report.v1.json"
    assert run("config", "schema", "report").out == checked_in.read_text(encoding="utf-8")


def test_the_schema_of_packs_is_the_same_in_both_places(run: Run) -> None:
    done = run("config", "schema", "pack")
    assert json.loads(done.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert run("rules", "schema").out == done.out


@pytest.mark.parametrize(
    ("text", "is_valid"),
    [
        ('extend = "a.toml"\nfail_level = "never"\nrules = ["p"]\nreference = false\n[severity]\nstale = "note"\nconflict = "warning"', True),
        ("", True),
        ('fail_level = "fatal"', False),
        ("reference = 1", False),
        ("rules = [1]", False),
        ('nonsense = "x"', False),
        ('[severity]\nnonsense = "note"', False),
    ],
)
def test_the_schema_of_settings_takes_what_the_settings_take(run: Run, text: str, is_valid: bool) -> None:
    schema = json.loads(run("config", "schema", "settings").out)
    assert Draft202012Validator(schema).is_valid(tomllib.loads(text)) is is_valid
    Path("a.toml").write_text("", encoding="utf-8")
    Path("factcheck.toml").write_text(text, encoding="utf-8")
    assert (run("config", "show").code == 0) is is_valid


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_of_each_shell_is_printed(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert "_FACTCHECK_COMPLETE" in done.out


def test_another_shell_is_refused(run: Run) -> None:
    assert run("completion", "tcsh").code == 2


@pytest.mark.parametrize(
    ("words", "at", "found"),
    [
        ("factcheck ch", 1, ["check"]),
        ("factcheck rules s", 2, ["show", "schema"]),
        ("factcheck check -f j", 3, ["json", "jsonl", "junit"]),
        ("factcheck check --fail-level n", 3, ["note", "never"]),
    ],
)
def test_commands_options_and_formats_are_completed(run: Run, monkeypatch: pytest.MonkeyPatch, words: str, at: int, found: list[str]) -> None:
    monkeypatch.setenv("_FACTCHECK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(at))
    assert [line.split(",")[1] for line in run().out.splitlines()] == found
