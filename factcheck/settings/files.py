"""Settings from TOML files: which file counts, what it says, and at which line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import SettingsError, did_you_mean
from factcheck.model.finding import REASONS, SEVERITY_BY_VERDICT
from factcheck.settings.names import PATHS, SEVERITIES, checked, known_names, near_of, shown

FILE_NAMES = (".factcheck.toml", "factcheck.toml", "pyproject.toml")


def nearest_file(folder: Path | None) -> Path | None:
    """The first settings file from a folder (None: the working directory) upwards; None where there is none."""
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


def user_file(environment: Mapping[str, str]) -> Path | None:
    """The settings file in the folder of the user; None where there is none."""
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


def read_file(path: Path, seen: tuple[Path, ...]) -> list[tuple[str, Any, str]]:
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
            raise SettingsError(f"{_place(path, text, 'extend')}: extend: expected the path of a file, found {shown(base)}")
        target = path.parent / base
        if not target.is_file():
            raise SettingsError(f"{_place(path, text, 'extend')}: extend: there is no file {target}")
        found += read_file(target, (*seen, path.resolve()))
    for name, value in table.items():
        place = _place(path, text, name)
        if name not in known_names():
            raise SettingsError(f'{place}: no setting is called "{name}"{did_you_mean(name, (*known_names(), "extend"))}')
        if name == "severity":
            value = _severities(value, path, text)
        elif name == "rules":
            value = tuple(str(path.parent / folder) for folder in checked(name, value, place))
        elif name in PATHS:
            value = checked(name, value, place)
            value = str(path.parent / value) if value and "://" not in value else value
        else:
            value = checked(name, value, place)
        found.append((name, value, place))
    return found


def _severities(value: Any, path: Path, text: str) -> dict[str, str]:
    known = (*SEVERITY_BY_VERDICT, *REASONS)
    if not isinstance(value, dict):
        raise SettingsError(f"{_place(path, text, 'severity')}: severity: expected a table of verdicts and reasons, found {shown(value)}")
    for name, severity in value.items():
        place = _place(path, text, name)
        if name not in known:
            raise SettingsError(f'{place}: severity: no verdict or reason is called "{name}"{did_you_mean(name, known)}')
        if severity not in SEVERITIES:
            near = near_of(str(severity), SEVERITIES)
            raise SettingsError(f"{place}: severity of {name}: expected one of {', '.join(SEVERITIES)}, found {shown(severity)}{near}")
    return dict(value)


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
