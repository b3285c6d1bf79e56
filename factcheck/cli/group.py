"""The tree of commands. A command is imported when it runs, so that help and completion start at once."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from factcheck.errors import did_you_mean


class LazyGroup(click.Group):
    """A group that knows its commands as import strings: name to (`module:object`, one line of help)."""

    def __init__(self, *args: Any, lazy: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"no_args_is_help": False, **kwargs})
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table: the order of work, not of the alphabet."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None where there is none of that name."""
        if cmd_name not in self.lazy:
            return None
        module, _, name = self.lazy[cmd_name][0].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but an unknown name gets our suggestion."""
        if args and args[0] not in self.lazy and not args[0].startswith("-"):
            raise click.UsageError(f'no command "{args[0]}"{did_you_mean(args[0], self.lazy)}', ctx)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; no arguments at all is an error with the help before it, never success."""
        if not args and not ctx.resilient_parsing:
            click.echo(self.get_help(ctx), err=True)
            raise click.UsageError("no command given")
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table alone, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self.lazy.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """The names of commands, without importing any."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=text) for name, (_, text) in self.lazy.items() if name.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)


def _print_version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("factcheck")
        except PackageNotFoundError:
            number = "(not installed)"
        click.echo(f"factcheck {number}")
        ctx.exit()


root = LazyGroup(
    name="factcheck",
    help="Read articles, take the claims out, compare them across sources, and report where they conflict and where only time has passed.\n\n"
    "Exit codes: 0 nothing found, 1 findings at or above --fail-level, 2 usage, settings or rules, 3 internal error, "
    "4 some input could not be read, 5 no article found, 130 interrupted.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[click.Option(["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="Show the version and exit.")],
    lazy={
        "init": ("factcheck.cli.init:init", "Write settings, a sample rule pack and a CI job."),
        "check": ("factcheck.cli.check:check", "Report what agrees, conflicts or depends on time."),
        "ci": ("factcheck.cli.ci:ci", "Check in a CI job: strict, with annotations and reports."),
        "extract": ("factcheck.cli.extract:extract", "Take the claims out, with span and rule."),
        "explain": ("factcheck.cli.explain:explain", "Derive a finding step by step; say what a rule or reason means."),
        "diff": ("factcheck.cli.diff:diff", "Say what is new, gone or changed between two runs."),
        "baseline": ("factcheck.cli.baseline:baseline", "Keep what is known in a file, so that only what is new fails a run."),
        "waive": ("factcheck.cli.waive:waive", "Let a finding pass until a day, with a reason."),
        "store": ("factcheck.cli.store:store", "Look into a store of earlier batches, copy it, take old articles out."),
        "review": ("factcheck.cli.review:review", "Go through open findings, and decide."),
        "rules": ("factcheck.cli.rules:rules", "List, show, test, lint and begin rule packs."),
        "config": ("factcheck.cli.config:config", "Show the settings in force, and JSON Schemas."),
        "doctor": ("factcheck.cli.doctor:doctor", "Say whether this installation works, and what to do where it does not."),
        "completion": ("factcheck.cli.completion:completion", "Print the completion script of a shell."),
    },
)
