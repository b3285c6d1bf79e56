"""Settings from environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from factcheck.errors import SettingsError, did_you_mean
from factcheck.settings.names import checked, default_of, known_names

PREFIX = "FACTCHECK_"
ONLY_IN_ENVIRONMENT = ("config",)  # FACTCHECK_CONFIG names a file, as --config does


def read_environment(environment: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    """Value and variable of each setting that the environment names. SettingsError for a variable that is no setting."""
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
    if isinstance(default_of(name), bool):
        if text.lower() not in ("1", "0", "true", "false", "yes", "no"):
            raise SettingsError(f'{variable}: expected true or false, found "{text}"')
        return text.lower() in ("1", "true", "yes")
    if isinstance(default_of(name), int):
        if not text.isdecimal():
            raise SettingsError(f'{variable}: expected a whole number, found "{text}"')
        return checked(name, int(text), variable)
    return checked(name, text, variable)
