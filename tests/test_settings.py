"""Settings: which source wins, and what a wrong one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import SettingsError
from factcheck.settings import MEANING, Settings, known_names, load_settings


def _file(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _load(folder: Path, **environment: str) -> Settings:
    return load_settings(environment={"HOME": str(folder / "home"), **environment}, folder=folder)


def test_without_any_source_the_defaults_hold(tmp_path: Path) -> None:
    assert _load(tmp_path) == Settings()


def test_every_setting_says_what_it_means() -> None:
    assert tuple(MEANING) == known_names()


def test_the_command_line_wins_over_all(tmp_path: Path) -> None:
    _file(tmp_path / "factcheck.toml", 'fail_level = "note"')
    settings = load_settings({"fail_level": "never"}, environment={"FACTCHECK_FAIL_LEVEL": "warning"}, folder=tmp_path)
    assert (settings.fail_level, settings.came_from["fail_level"]) == ("never", "command line")


def test_the_environment_wins_over_files(tmp_path: Path) -> None:
    _file(tmp_path / "factcheck.toml", 'fail_level = "note"')
    settings = _load(tmp_path, FACTCHECK_FAIL_LEVEL="warning")
    assert (settings.fail_level, settings.came_from["fail_level"]) == ("warning", "FACTCHECK_FAIL_LEVEL")


def test_a_file_that_is_named_wins_over_the_nearest(tmp_path: Path) -> None:
    _file(tmp_path / "factcheck.toml", 'fail_level = "note"\nreference = false')
    other = _file(tmp_path / "other.toml", 'fail_level = "warning"')
    settings = load_settings(config=str(other), environment={}, folder=tmp_path)
    assert (settings.fail_level, settings.reference) == ("warning", True)


@pytest.mark.parametrize(
    ("names", "winner"),
    [
        ((".factcheck.toml", "factcheck.toml", "pyproject.toml"), ".factcheck.toml"),
        (("factcheck.toml", "pyproject.toml"), "factcheck.toml"),
        (("pyproject.toml",), "pyproject.toml"),
    ],
)
def test_in_one_folder_the_files_have_an_order(tmp_path: Path, names: tuple[str, ...], winner: str) -> None:
    for name in names:
        _file(tmp_path / name, '[tool.factcheck]\ncolor = "never"' if name == "pyproject.toml" else 'color = "never"')
    assert _load(tmp_path).came_from["color"].startswith(f"{tmp_path / winner}:")


def test_the_nearest_folder_wins_and_the_others_count_for_nothing(tmp_path: Path) -> None:
    _file(tmp_path / ".factcheck.toml", 'fail_level = "note"\nreference = false')
    _file(tmp_path / "a" / "pyproject.toml", '[tool.factcheck]\nfail_level = "warning"')
    settings = load_settings(environment={}, folder=tmp_path / "a")
    assert (settings.fail_level, settings.reference) == ("warning", True)


def test_a_pyproject_without_a_table_of_ours_is_passed_over(tmp_path: Path) -> None:
    _file(tmp_path / "factcheck.toml", 'fail_level = "note"')
    _file(tmp_path / "a" / "pyproject.toml", "[tool.other]\nx = 1\n# broken = ")
    assert load_settings(environment={}, folder=tmp_path / "a").fail_level == "note"


def test_the_folder_of_the_user_is_asked_last(tmp_path: Path) -> None:
    _file(tmp_path / "home/.config/factcheck/factcheck.toml", 'fail_level = "note"')
    assert _load(tmp_path).fail_level == "note"
    _file(tmp_path / "factcheck.toml", "reference = false")
    assert _load(tmp_path).fail_level == "error"


def test_a_file_extends_another_by_name_and_overrides_it(tmp_path: Path) -> None:
    _file(tmp_path / "desk/base.toml", 'fail_level = "note"\nrules = ["packs"]\nseverity = {undated = "warning", stale = "note"}')
    _file(tmp_path / "factcheck.toml", 'extend = "desk/base.toml"\n[severity]\nstale = "error"')
    settings = _load(tmp_path)
    assert settings.fail_level == "note"
    assert settings.rules == (str(tmp_path / "desk" / "packs"),)
    assert settings.severity == {"undated": "warning", "stale": "error"}


def test_a_file_that_extends_itself_is_refused(tmp_path: Path) -> None:
    _file(tmp_path / "factcheck.toml", 'extend = "b.toml"')
    _file(tmp_path / "b.toml", 'extend = "factcheck.toml"')
    with pytest.raises(SettingsError, match="extends itself"):
        _load(tmp_path)


def test_folders_of_rules_count_from_the_file_that_names_them(tmp_path: Path) -> None:
    _file(tmp_path / "factcheck.toml", 'rules = ["packs", "/shared/packs"]')
    assert _load(tmp_path).rules == (str(tmp_path / "packs"), "/shared/packs")


@pytest.mark.parametrize(("text", "value"), [("true", True), ("1", True), ("no", False), ("False", False)])
def test_the_environment_says_yes_and_no_in_several_ways(tmp_path: Path, text: str, value: bool) -> None:
    assert _load(tmp_path, FACTCHECK_STRICT_INPUTS=text).strict_inputs is value


def test_the_environment_names_a_file_and_folders(tmp_path: Path) -> None:
    other = _file(tmp_path / "other.toml", 'fail_level = "warning"')
    settings = _load(tmp_path, FACTCHECK_CONFIG=str(other), FACTCHECK_RULES="a:b")
    assert (settings.fail_level, settings.rules) == ("warning", ("a", "b"))


def test_a_file_named_on_the_command_line_wins_over_one_named_in_the_environment(tmp_path: Path) -> None:
    first, second = _file(tmp_path / "1.toml", 'color = "never"'), _file(tmp_path / "2.toml", 'color = "always"')
    assert load_settings(config=str(first), environment={"FACTCHECK_CONFIG": str(second)}, folder=tmp_path).color == "never"


def test_an_empty_variable_says_nothing(tmp_path: Path) -> None:
    assert _load(tmp_path, FACTCHECK_FAIL_LEVEL="").fail_level == "error"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nfail_levle = "note"', ':2: no setting is called "fail_levle"; did you mean "fail_level"?'),
        ("strict-inputs = true", ':1: no setting is called "strict-inputs"; did you mean "strict_inputs"?'),
        ('fail_level = "eror"', ':1: fail_level: expected one of error, warning, note, never, found "eror"; did you mean "error"?'),
        ("fail_level = 3", ":1: fail_level: expected a text, found 3"),
        ('reference = "no"', ':1: reference: expected true or false, found "no"'),
        ("reference = 1", ":1: reference: expected true or false, found 1"),
        ('rules = "packs"', ':1: rules: expected a list of folders, found "packs"'),
        ("rules = [1]", ":1: rules: expected a list of folders, found [1]"),
        ('[severity]\nconflct = "note"', ':2: severity: no verdict or reason is called "conflct"; did you mean "conflict"?'),
        ('[severity]\nstale = "warn"', ':2: severity of stale: expected one of error, warning, note, none, found "warn"; did you mean "warning"?'),
        ('severity = "note"', ':1: severity: expected a table of verdicts and reasons, found "note"'),
        ('extend = "none.toml"', ":1: extend: there is no file {folder}/none.toml"),
        ("extend = 1", ":1: extend: expected the path of a file, found 1"),
        ("came_from = {}", ':1: no setting is called "came_from"; known: baseline, color, extend,'),
        ("fail_level = ", ": not TOML: Invalid value (at end of document)"),
    ],
)
def test_a_wrong_setting_is_told_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    path = _file(tmp_path / "factcheck.toml", text)
    with pytest.raises(SettingsError) as caught:
        _load(tmp_path)
    assert str(caught.value).startswith(f"{path}{message.replace('{folder}', str(tmp_path))}")


def test_in_pyproject_the_line_is_that_of_our_table(tmp_path: Path) -> None:
    _file(tmp_path / "pyproject.toml", "[tool.other]\ncolor = 1\n\n[tool.factcheck]\ncolor = 1")
    with pytest.raises(SettingsError, match=r"pyproject\.toml:5: color: expected a text, found 1"):
        _load(tmp_path)


def test_a_file_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b'color = "\xff"')
    with pytest.raises(SettingsError, match="not UTF-8: byte 9"):
        _load(tmp_path)


def test_a_named_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.toml: cannot be read: No such file"):
        load_settings(config=str(tmp_path / "gone.toml"), environment={}, folder=tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("FACTCHECK_FAIL_LEVLE", "note", 'the environment sets FACTCHECK_FAIL_LEVLE, which is no setting; did you mean "FACTCHECK_FAIL_LEVEL"?'),
        ("FACTCHECK_REFERENCE", "maybe", 'FACTCHECK_REFERENCE: expected true or false, found "maybe"'),
        ("FACTCHECK_COLOR", "allways", 'FACTCHECK_COLOR: color: expected one of auto, always, never, found "allways"; did you mean "always"?'),
    ],
)
def test_a_wrong_variable_is_told(tmp_path: Path, name: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        _load(tmp_path, **{name: value})
    assert str(caught.value) == message
