"""`factcheck rules ...`: list, show, test, lint and begin rule packs, and their JSON Schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factcheck.cli.exits import EndedError
from factcheck.cli.group import LazyGroup
from factcheck.cli.options import OneOf, rules_option, settings_of, settings_options
from factcheck.cli.rule_text import named, names_of, rules_of
from factcheck.cli.streams import say, write_stdout
from factcheck.errors import UsageError, did_you_mean
from factcheck.reporters.terminal import clean
from factcheck.reporters.wording import count

rules = LazyGroup(
    name="rules",
    help="List, show, test, lint and begin rule packs.",
    lazy={
        "list": ("factcheck.cli.rules:list_rules", "List the rules of all packs."),
        "show": ("factcheck.cli.rules:show", "Show a rule, pack, lexicon or office."),
        "test": ("factcheck.cli.rule_cases:run_cases", "Run the cases of rule packs."),
        "new": ("factcheck.cli.rule_new:new", "Write a new rule with its cases."),
        "lint": ("factcheck.cli.rules:lint", "Say what there is to mend in rule packs."),
        "schema": ("factcheck.cli.rules:schema", "Print the JSON Schema of the files of a pack."),
    },
)


@click.command("list")
@click.option("-f", "--output-format", type=OneOf(["table", "json"]), default="table", help="A table, or JSON.")
@rules_option
@settings_options
def list_rules(output_format: str, **given: Any) -> None:
    """List the rules of all packs: what each takes out, its kind, and how it behaves in time."""
    book = rules_of(settings_of(given))
    keys = ("rule", "kind", "in time", "what")
    rows = sorted((a.rule, a.kind, a.times.behaves, a.what) for a in book.attributes)
    if output_format == "json":
        import json

        return write_stdout(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=2) + "\n")
    if not rows:
        return write_stdout("no rules\n")
    from tabulate import tabulate

    table = tabulate(rows, headers=keys, tablefmt="simple", disable_numparse=True)
    return write_stdout("\n".join(line.rstrip() for line in table.split("\n")) + "\n")


@click.command()
@click.argument("name")
@rules_option
@settings_options
def show(name: str, **given: Any) -> None:
    """Show what a rule (pack.attribute), pack, lexicon or office says."""
    book = rules_of(settings_of(given))
    found = named(book, name)
    if found is None:
        raise UsageError(f'no rule, pack, lexicon or office is called "{name}"{did_you_mean(name, names_of(book))}')
    write_stdout(found)


@click.command()
@click.argument("folders", nargs=-1, metavar="[DIR]...", type=click.Path())
@settings_options
def lint(folders: tuple[str, ...], **given: Any) -> None:
    """Say what there is to mend in the packs under DIR, or else in those of the settings, or else in those that come along.

    A fault that makes a pack unusable ends the run with 2; what is allowed but not good is listed, and ends it with 1.
    """
    wanted = [Path(folder) for folder in folders or settings_of(given).rules]
    from factcheck.packs.lint import lint as lint_packs
    from factcheck.packs.loader import builtin_folder

    found = lint_packs(wanted or [builtin_folder()], builtin=bool(wanted))
    write_stdout("".join(f"{clean(str(one))}\n" for one in found))
    if found:
        raise EndedError(1, f"{count(len(found), 'thing')} to mend")
    say("nothing to mend")


@click.command()
def schema() -> None:
    """Print the JSON Schema of the files of a rule pack (also: factcheck config schema pack)."""
    from factcheck.cli.config import schema_text

    write_stdout(schema_text("pack"))
