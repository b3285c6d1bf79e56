"""Settings: what may be set, where it is read from, and which source wins.

The environment and TOML files go in, typed `Settings` come out, each with the place it came from. The order:
what the caller gives (the command line) > `FACTCHECK_*` > `--config` > the nearest file > the user's folder. The nearest
file is searched from the working directory upwards, never from the articles; only one file counts, but for what it
names under `extend`. Nothing is written.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.settings.environment import read_environment
from factcheck.settings.files import nearest_file, read_file, user_file
from factcheck.settings.names import FAIL_LEVELS, MEANING, Settings, known_names, without_password

__all__ = ["FAIL_LEVELS", "MEANING", "Settings", "known_names", "load_settings", "without_password"]


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
    from_environment = read_environment(environment)
    named, _ = from_environment.pop("config", (None, ""))
    source = config or named
    path = Path(source) if source else nearest_file(folder) or user_file(environment)
    if path is not None:
        for name, value, place in read_file(path, ()):
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
