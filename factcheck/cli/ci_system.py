"""Which CI system a run is in, and what it wants told: where the repository begins, and where a summary goes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from factcheck.model.report import Report

Name = Literal["github", "gitlab", "plain"]
NAMES: tuple[Name, ...] = ("github", "gitlab", "plain")


@dataclass(frozen=True, slots=True)
class System:
    """`root` is the folder that paths in reports begin at; `summary` a file for the summary of the step (None: there is none)."""

    name: Name
    root: Path
    summary: str | None = None


def system_of(environment: Mapping[str, str], said: str | None = None) -> System:
    """The system that the environment tells of, or the one that was `said`; a plain shell where there is none."""
    name: Name = next((known for known in NAMES if known == said), "plain")
    if said is None:
        if environment.get("GITHUB_ACTIONS") == "true":
            name = "github"
        elif environment.get("GITLAB_CI") == "true":
            name = "gitlab"
    if name == "github":
        return System(name, Path(environment.get("GITHUB_WORKSPACE") or "."), environment.get("GITHUB_STEP_SUMMARY") or None)
    return System(name, Path((environment.get("CI_PROJECT_DIR") if name == "gitlab" else "") or "."))


def located(report: Report, root: Path) -> Report:
    """The report with paths from `root` on; those outside of it stay as they are."""
    known: dict[str, str] = {}

    def path_of(path: str) -> str:
        if path not in known:
            known[path] = _below(path, root)
        return known[path]

    return replace(
        report,
        articles=tuple(replace(article, path=path_of(article.path)) for article in report.articles),
        diagnostics=tuple(replace(found, path=path_of(found.path)) for found in report.diagnostics),
    )


def _below(path: str, root: Path) -> str:
    if not path or path == "-":
        return path
    for resolve in (os.path.abspath, os.path.realpath):
        found = os.path.relpath(resolve(path), resolve(root))
        if not found.startswith(os.pardir + os.sep):
            return found.replace(os.sep, "/")
    return path
