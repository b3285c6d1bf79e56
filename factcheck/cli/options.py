"""Options that several commands share, and the settings that come of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck import registry
from factcheck.errors import did_you_mean
from factcheck.settings import FAIL_LEVELS, Settings, load_settings

F = TypeVar("F", bound=Callable[..., Any])


if TYPE_CHECKING:
    _Choice = click.Choice[str]
else:  # generic for the type checker in later versions of click only
    _Choice = click.Choice


class OneOf(_Choice):
    """A choice whose refusal says what was meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value where it is one of the choices."""
        if value not in self.choices:
            near = did_you_mean(str(value), self.choices)
            self.fail(f'expected one of {", ".join(self.choices)}, found "{value}"{near if near.startswith("; did") else ""}', param, ctx)
        return str(value)


def _formats(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in registry.names("reporter") if name.startswith(incomplete)]


def _be_verbose(ctx: click.Context, parameter: click.Parameter, value: bool) -> bool:
    if value and ctx.find_root().obj is not None:
        ctx.find_root().obj.verbose = True
    return value


def _stack(*options: Callable[[Any], Any]) -> Callable[[F], F]:
    def decorate(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


settings_options = _stack(
    click.option("--config", metavar="FILE", type=click.Path(), help="Read the settings from this file, not from the nearest."),
    click.option("-v", "--verbose", is_flag=True, callback=_be_verbose, is_eager=True, help="Say more: evidence for every finding, tracebacks."),
)
rules_option = click.option("--rules", multiple=True, metavar="DIR", type=click.Path(), help="A folder of further rule packs; may be given again.")
input_options = _stack(
    rules_option,
    click.option("--no-reference", "reference", flag_value=False, default=None, type=bool, help="Leave out the reference facts of the packs."),
    click.option("-j", "--jobs", metavar="N", type=click.IntRange(0), help="Read articles in so many processes at most (0: one for each core)."),
    click.option("--no-cache", is_flag=True, help="Read the rules from their files, and keep nothing in the user's cache folder."),
    click.option("--strict-inputs", is_flag=True, default=None, help="Exit with 4 where some input could not be read."),
    click.option("-q", "--quiet", is_flag=True, help="No diagnostics on standard error, but for the line that says why a run failed."),
    click.option(
        "--no-progress", "progress", flag_value=False, default=None, type=bool, help="Do not show on the terminal that a long run is at work."
    ),
)
write_option = click.option("--write", multiple=True, metavar="NAME=FILE", help="Write this format to this file as well; may be given again.")
color_option = click.option("--color/--no-color", default=None, help="Colours; else as NO_COLOR, FORCE_COLOR and the terminal say.")
output_options = _stack(
    click.option(
        "-f",
        "--output-format",
        metavar="NAME",
        shell_complete=_formats,
        help="Format on standard output: table (default), json, jsonl, markdown, html, csv, sarif, junit, github, gitlab.",
    ),
    click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write to this file, not to standard output."),
    write_option,
    color_option,
)
fail_level_option = click.option(
    "--fail-level", type=OneOf(FAIL_LEVELS), help="Exit with 1 where a finding has this severity or more (default: error)."
)


def settings_of(given: dict[str, Any]) -> Settings:
    """The settings in force, where `given` holds the options of a command by name (those that are no settings are passed over)."""
    color = given.get("color")
    said: dict[str, Any] = {name: given.get(name) for name in ("output_format", "fail_level", "reference", "strict_inputs", "progress")}
    said |= {name: given.get(name) for name in ("baseline", "waivers", "store", "jobs")}
    said["rules"] = tuple(given.get("rules") or ()) or None
    said["color"] = None if color is None else "always" if color else "never"
    return load_settings(said, given.get("config"))


def has_color(settings: Settings, is_terminal: bool) -> bool:
    """Whether standard output is painted. Only the command line outranks NO_COLOR and FORCE_COLOR."""
    if settings.came_from.get("color") == "command line":
        return settings.color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return settings.color == "always" or (settings.color == "auto" and is_terminal and os.environ.get("TERM") != "dumb")
