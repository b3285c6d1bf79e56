"""What may be set: the names, their types, choices and defaults, and the check of one value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import Any, get_args

from factcheck.errors import SettingsError, did_you_mean
from factcheck.model.finding import Severity

FAIL_LEVELS = ("error", "warning", "note", "never")
COLORS = ("auto", "always", "never")
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


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
    baseline: str = ""
    waivers: str = ""
    store: str = ""
    jobs: int = 1
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
    "baseline": "a file of findings that are known, relative to the file that names it",
    "waivers": "a file of findings that are let pass (default: factcheck-waivers.yml in the working directory, where there is one)",
    "store": "where earlier batches are kept: an SQLite file, relative to the file that names it, or postgresql://...",
    "jobs": "how many processes read articles at most (0: one for each core)",
    "severity": f"another severity ({', '.join(SEVERITIES)}) for a verdict or a reason",
}
PATHS = ("baseline", "waivers", "store")  # each one path, relative to the file that names it
CHOICES = {"fail_level": FAIL_LEVELS, "color": COLORS}


def known_names() -> tuple[str, ...]:
    """The names of all settings."""
    return tuple(f.name for f in fields(Settings) if f.name != "came_from")


def default_of(name: str) -> Any:
    """The value of a setting that nobody set."""
    return getattr(Settings(), name)


def checked(name: str, value: Any, place: str) -> Any:
    """The value where its type and choice fit; SettingsError else."""
    if name == "rules":
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SettingsError(f"{place}: {name}: expected a list of folders, found {shown(value)}")
        return value
    expected = type(default_of(name))
    if type(value) is not expected:
        wanted = {bool: "true or false", int: "a whole number"}.get(expected, "a text")
        raise SettingsError(f"{place}: {name}: expected {wanted}, found {shown(value)}")
    if expected is int and value < 0:
        raise SettingsError(f"{place}: {name}: expected 0 or more, found {value}")
    if name in CHOICES and value not in CHOICES[name]:
        raise SettingsError(f"{place}: {name}: expected one of {', '.join(CHOICES[name])}, found {shown(value)}{near_of(value, CHOICES[name])}")
    return value


def without_password(place: str) -> str:
    """A path, or the URL of a database as it may be shown.

    >>> without_password("postgresql://desk:secret@db/news?password=other")
    'postgresql://desk@db/news?password=***'
    """
    if "://" not in place:
        return place
    return re.sub(r"(?<=[?&]password=)[^&]*", "***", re.sub(r"(?<=://)([^/@:]*):[^/]*@", r"\1@", place))


def near_of(value: str, known: tuple[str, ...]) -> str:
    """`; did you mean "x"?`, or nothing."""
    near = did_you_mean(value, known)
    return near if near.startswith("; did") else ""


def shown(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
