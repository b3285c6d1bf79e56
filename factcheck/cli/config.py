"""`factcheck config show` and `factcheck config schema`: the settings in force, and JSON Schemas for editors and scripts."""

from __future__ import annotations

import json
from typing import Any

import click

from factcheck.cli.group import LazyGroup
from factcheck.cli.options import OneOf, settings_of, settings_options
from factcheck.cli.streams import write_stdout
from factcheck.settings import MEANING, without_password

config = LazyGroup(
    name="config",
    help="Show the settings in force, and JSON Schemas.",
    lazy={
        "show": ("factcheck.cli.config:show", "Print each setting, and where its value comes from."),
        "schema": ("factcheck.cli.config:schema", "Print the JSON Schema of reports, rule packs or settings."),
    },
)


@click.command()
@settings_options
def show(**given: Any) -> None:
    """Print each setting as TOML, with where its value comes from.

    The command line wins over FACTCHECK_* in the environment, that over --config FILE, that over the nearest
    .factcheck.toml, factcheck.toml or [tool.factcheck] in pyproject.toml above the working directory, and that over
    factcheck/factcheck.toml in the user's configuration folder.
    """
    settings = settings_of(given)
    lines = []
    for name, meaning in MEANING.items():
        came_from = settings.came_from.get(name, "default")
        lines += [f"# {meaning}", f"{name} = {_toml(getattr(settings, name))}  # {came_from}", ""]
    write_stdout("\n".join(lines[:-1]) + "\n")


@click.command()
@click.argument("what", type=OneOf(["report", "pack", "settings"]))
def schema(what: str) -> None:
    """Print the JSON Schema of the report (factcheck-report/1), of the files of a rule pack, or of settings files."""
    write_stdout(schema_text(what))


def schema_text(what: str) -> str:
    """The JSON Schema as it stands in `rules/schema`."""
    if what == "report":
        from factcheck.reporters.json_schema import report_schema as made
    elif what == "settings":
        from factcheck.settings.schema import settings_schema as made
    else:
        from factcheck.packs.schema import json_schema as made
    return json.dumps(made(), indent=2, ensure_ascii=False) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(json.dumps(item, ensure_ascii=False) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f'{name} = "{severity}"' for name, severity in sorted(value.items())) + "}"
    return json.dumps(without_password(value) if isinstance(value, str) else value, ensure_ascii=False)
