"""What a report shows of the run that made it: version, paths, packs, settings, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.cli.exits import EndedError
from factcheck.reporters import Run
from factcheck.settings import MEANING, Settings, without_password


def run_of(paths: Sequence[str], settings: Settings, end: EndedError | None) -> Run:
    """The facts of a run."""
    said = [(name, settings.came_from[name]) for name in MEANING if name in settings.came_from]
    return Run(
        version_of_program(),
        tuple(paths),
        tuple(packs_of(settings)),
        tuple((name, _shown(getattr(settings, name)), place) for name, place in said),
        end.code if end else 0,
        end.why if end else "",
    )


def packs_of(settings: Settings) -> Iterator[tuple[str, str]]:
    """Name and version of each rule pack."""
    from factcheck.packs.loader import builtin_folder, pack_folders
    from factcheck.packs.schema import PackFile, check
    from factcheck.yaml_door import load

    for folder in pack_folders([builtin_folder(), *map(Path, settings.rules)]):
        path = folder / "pack.yml"
        model = check(load(path.read_text(encoding="utf-8"), str(path)), PackFile)
        yield model.pack, model.version


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {severity}" for name, severity in sorted(value.items()))
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else without_password(str(value))


def version_of_program() -> str:
    """The version of the installed package, or that there is none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("factcheck")
    except PackageNotFoundError:
        return "(not installed)"
