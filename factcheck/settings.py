"""Settings: what may be set, where it is read from, and which source wins.

The environment and TOML files go in, typed `Settings` come out, each with the place it came from. The order:
what the caller gives (the command line) > `FACTCHECK_*` > `--config` > the nearest file > the user's folder. The nearest
file is searched from the working directory upwards, never from the articles; only one file counts, but for what it
names under `extend`. Nothing is written.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_args

from factcheck.errors import SettingsError, did_you_mean
from factcheck.model.finding import REASONS, SEVERITY_BY_VERDICT, Severity

FAIL_LEVELS = ("error", "warning", "note", "never")
COLORS = ("auto", "always", "never")
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
FILE_NAMES = (".factcheck.toml", "factcheck.toml", "pyproject.toml")
PREFIX = "FACTCHECK_"
ONLY_IN_ENVIRONMENT = ("config",)  # FACTCHECK_CONFIG names a file, as --config does


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run goes by. `came_from` says for each name where its value was set; a name not there has its default."""

    output_format: str = "table"
    fail_level: str = "error"
    rules: tuple[str, ...] = ()
    reference: bool = True
    strict_inputs: bool = False
    color: str = "auto"
    progress: bool = True
    severity: dict[str, Severity] = field(default_factory=dict)
    came_from: dict[str, str] = field(default_factory=dict)


# What each setting means, for `config show` and the documentation.
MEANING: dict[str, str] = {
    "output_format": "the format on standard output: table, json, ...",
    "fail_level": f"from which severity on findings end the run with 1: {', '.join(FAIL_LEVELS)}",
    "rules": "folders of further rule packs, relative to the file that names them",
    "reference": "whether the reference facts of the packs are used",
    "strict_inputs": "whether an input that could not be read ends the run with 4",
    "color": f"colours on standard output: {', '.join(COLORS)}",
    "progress": "whether long runs show on a terminal that they are at work",
    "severity": f"another severity ({', '.join(SEVERITIES)}) for a verdict or a reason",
}
_CHOICES = {"fail_level": FAIL_LEVELS, "color": COLORS}


def load_settings(
    given: Mapping[str, Any] | None = None,
    config: str | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings in force. `given` holds what the command line says (None: not said), `config` a file to read instead.

    `environment` and `folder` default to those of the process. SettingsError names the file, the line and what was meant.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    came_from: dict[str, str] = {}
    from_environment = _read_environment(environment)
    named, _ = from_environment.pop("config", (None, ""))
    source = config or named
    path = Path(source) if source else _nearest(folder) or _user_file(environment)
    if path is not None:
        for name, value, place in _read_file(path, ()):
            _put(values, came_from, name, value, place)
    for name, (value, place) in from_environment.items():
        _put(values, came_from, name, value, place)
    for name, value in (given or {}).items():
        if value is not None:
            values[name], came_from[name] = value, "command line"
    return Settings(**values, came_from=came_from)


def _put(values: dict[str, Any], came_from: dict[str, str], name: str, value: Any, place: str) -> None:
    values[name] = {**values.get(name, {}), **value} if name == "severity" else value
    came_from[name] = place


def known_names() -> tuple[str, ...]:
    """The names of all settings."""
    return tuple(f.name for f in fields(Settings) if f.name != "came_from")


def _read_environment(environment: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    found: dict[str, tuple[Any, str]] = {}
    known = {PREFIX + name.upper(): name for name in (*known_names(), *ONLY_IN_ENVIRONMENT) if name != "severity"}
    for variable in sorted(environment):
        if not variable.startswith(PREFIX):
            continue
        if variable not in known:
            raise SettingsError(f"the environment sets {variable}, which is no setting{did_you_mean(variable, known)}")
        text, name = environment[variable], known[variable]
        if text:
            found[name] = (_from_text(name, text, variable), variable)
    return found


def _from_text(name: str, text: str, variable: str) -> Any:
    if name == "rules":
        return tuple(part for part in text.split(os.pathsep) if part)
    if name in ONLY_IN_ENVIRONMENT:
        return text
    if isinstance(_default(name), bool):
        if text.lower() not in ("1", "0", "true", "false", "yes", "no"):
            raise SettingsError(f'{variable}: expected true or false, found "{text}"')
        return text.lower() in ("1", "true", "yes")
    return _checked(name, text, variable)


def _default(name: str) -> Any:
    return getattr(Settings(), name)


def _nearest(folder: Path | None) -> Path | None:
    try:
        folder = folder or Path.cwd()
    except FileNotFoundError:  # a working directory that is gone holds no settings
        return None
    for place in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = place / name
            if os.path.isfile(path) and (name != "pyproject.toml" or b"tool.factcheck" in _bytes(path)):
                return path
    return None


def _user_file(environment: Mapping[str, str]) -> Path | None:
    base = environment.get("XDG_CONFIG_HOME") or environment.get("APPDATA")
    home = environment.get("HOME")
    folder = Path(base) if base else Path(home) / ".config" if home else None
    path = folder / "factcheck" / "factcheck.toml" if folder else None
    return path if path is not None and os.path.isfile(path) else None  # a home that may not be entered holds none


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror or error}") from None


def _read_file(path: Path, seen: tuple[Path, ...]) -> list[tuple[str, Any, str]]:
    """Name, value and place of each setting of a file, those of the files it extends first."""
    import tomllib

    if path.resolve() in seen:
        raise SettingsError(f"{path}: extends itself, by way of {' and '.join(str(p) for p in seen)}")
    try:
        text = _bytes(path).decode("utf-8-sig")
        table: Any = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8: byte {error.start}") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not TOML: {error}") from None
    if path.name == "pyproject.toml":
        tool = table.get("tool", {})
        table = tool.get("factcheck", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: expected a table [tool.factcheck]")
    found: list[tuple[str, Any, str]] = []
    if "extend" in table:
        base = table.pop("extend")
        if not isinstance(base, str):
            raise SettingsError(f"{_place(path, text, 'extend')}: extend: expected the path of a file, found {_shown(base)}")
        target = path.parent / base
        if not target.is_file():
            raise SettingsError(f"{_place(path, text, 'extend')}: extend: there is no file {target}")
        found += _read_file(target, (*seen, path.resolve()))
    for name, value in table.items():
        place = _place(path, text, name)
        if name not in known_names():
            raise SettingsError(f'{place}: no setting is called "{name}"{did_you_mean(name, (*known_names(), "extend"))}')
        if name == "severity":
            value = _severities(value, path, text)
        elif name == "rules":
            value = tuple(str(path.parent / folder) for folder in _checked(name, value, place))
        else:
            value = _checked(name, value, place)
        found.append((name, value, place))
    return found


def _checked(name: str, value: Any, place: str) -> Any:
    """The value where its type and choice fit; SettingsError else."""
    if name == "rules":
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SettingsError(f"{place}: {name}: expected a list of folders, found {_shown(value)}")
        return value
    expected = type(_default(name))
    if type(value) is not expected:
        raise SettingsError(f"{place}: {name}: expected {'true or false' if expected is bool else 'a text'}, found {_shown(value)}")
    if name in _CHOICES and value not in _CHOICES[name]:
        raise SettingsError(f"{place}: {name}: expected one of {', '.join(_CHOICES[name])}, found {_shown(value)}{_near(value, _CHOICES[name])}")
    return value


def _severities(value: Any, path: Path, text: str) -> dict[str, str]:
    known = (*SEVERITY_BY_VERDICT, *REASONS)
    if not isinstance(value, dict):
        raise SettingsError(f"{_place(path, text, 'severity')}: severity: expected a table of verdicts and reasons, found {_shown(value)}")
    for name, severity in value.items():
        place = _place(path, text, name)
        if name not in known:
            raise SettingsError(f'{place}: severity: no verdict or reason is called "{name}"{did_you_mean(name, known)}')
        if severity not in SEVERITIES:
            near = _near(str(severity), SEVERITIES)
            raise SettingsError(f"{place}: severity of {name}: expected one of {', '.join(SEVERITIES)}, found {_shown(severity)}{near}")
    return dict(value)


def _near(value: str, known: tuple[str, ...]) -> str:
    near = did_you_mean(value, known)
    return near if near.startswith("; did") else ""


def _place(path: Path, text: str, key: str) -> str:
    """`file:line` of the first line that sets a key (tomllib keeps no lines), or the file alone."""
    is_ours = path.name != "pyproject.toml"
    for number, line in enumerate(text.splitlines(), 1):
        is_ours = is_ours or "tool.factcheck" in line
        if not is_ours:
            continue
        bare = line.strip().removeprefix("[").split("=")[0].split("]")[0].strip()
        if key in (part.strip(" \"'") for part in bare.split(".")):
            return f"{path}:{number}"
    return str(path)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
