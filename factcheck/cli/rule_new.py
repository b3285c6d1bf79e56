"""`factcheck rules new NAME`: an attribute file that works as it stands, for an author to put the words of the news into."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from factcheck.cli.exits import EndedError
from factcheck.cli.options import OneOf, settings_of, settings_options
from factcheck.cli.streams import create_file, say, write_stdout
from factcheck.errors import PackError, UsageError
from factcheck.reporters.wording import count
from factcheck.rule_tests.starter import SAMPLES, Words, attribute_text, pack_text

OWN_PACK = "rules/own"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@click.command("new")
@click.argument("name", required=False)
@click.option("--pack", "folder", metavar="DIR", type=click.Path(), default=OWN_PACK, show_default=True, help="The pack; made where it is missing.")
@click.option("--kind", type=OneOf(sorted(SAMPLES)), help="How its values are read and compared (default: count).")
@click.option("--what", metavar="TEXT", help="What is asserted, in a sentence.")
@click.option("--why", metavar="TEXT", help="Why it matters, in a sentence.")
@click.option("--ask", metavar="TEXT", help="The question that a desk can send where sources differ.")
@settings_options
def new(name: str | None, folder: str, kind: str | None, what: str | None, why: str | None, ask: str | None, **given: Any) -> None:
    """Write a rule for the attribute NAME (snake_case, singular) with cases that fire and cases that keep quiet, and run them.

    On a terminal, what is not said is asked. Nothing is overwritten.
    """
    settings = settings_of(given)
    if is_asked := sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty():
        name = name or click.prompt("name of the attribute (snake_case, singular)", err=True)
        kind = kind or click.prompt("kind of its values", type=OneOf(sorted(SAMPLES)), default="count", err=True)
        what = what if what is not None else click.prompt("what is asserted", default="", show_default=False, err=True)
        why = why if why is not None else click.prompt("why it matters", default="", show_default=False, err=True)
    if not name:
        raise UsageError("say the name of the attribute: factcheck rules new NAME")
    made = write_rule(Path(folder), name, kind or "count", Words(what or "", why or "", ask or ""), settings.rules)
    write_stdout("".join(f"{path}\n" for path in made))
    failing, number = run_own_cases(Path(folder), made[-1])
    if failing:
        raise EndedError(1, f"{made[-1]}: {count(len(failing), 'case')} failing: {failing[0]}")
    say(f"{count(number, 'case')} pass. {'' if is_asked else 'Put the words of the news into it. '}Next: factcheck rules test --rules {folder}")


def write_rule(folder: Path, name: str, kind: str, words: Words, others: tuple[str, ...] = ()) -> list[Path]:
    """The files written: `pack.yml` where there was none, and the attribute. UsageError where something stands in the way."""
    name = name.strip().replace("-", "_")
    if not _NAME.fullmatch(name):
        raise UsageError(f'"{name}" is no name of an attribute: write lower case letters, digits and underscores, as in building_height')
    path = folder / f"{name}.yml"
    if path.exists():
        raise UsageError(f"{path} is there already; nothing was written")
    text = attribute_text(name, kind, words)
    _refuse_taken(name, folder, others)
    made = []
    if not (folder / "pack.yml").is_file():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(f"{folder} is no rule pack (a pack has a pack.yml), and it is not empty")
        create_file(folder / "pack.yml", pack_text(re.sub(r"[^a-z0-9_]", "_", folder.resolve().name.lower()).strip("_0123456789") or "own"))
        made.append(folder / "pack.yml")
    create_file(path, text)
    return [*made, path]


def _refuse_taken(name: str, folder: Path, others: tuple[str, ...]) -> None:
    from factcheck.packs.loader import load_rules

    roots = [Path(root) for root in others if Path(root).is_dir()]
    if folder.is_dir() and (folder / "pack.yml").is_file() and not any(folder.resolve().is_relative_to(root.resolve()) for root in roots):
        roots.append(folder)
    taken = next((attribute for attribute in load_rules(roots, reference=False).attributes if attribute.name == name), None)
    if taken is not None:
        raise UsageError(f'the attribute "{name}" is defined already in {taken.source}; add frames there, or take another name')


def run_own_cases(folder: Path, path: Path) -> tuple[list[str], int]:
    """What fails of the cases of a new file, and how many there are. A file that does not load is taken away again."""
    from factcheck.packs.cases import load_cases
    from factcheck.packs.loader import load_rules
    from factcheck.rule_tests import RuleTests

    try:
        tests = RuleTests(load_rules([folder]))
        outcomes = [tests.outcome(case) for case in load_cases([folder], builtin=False) if Path(case.path) == path]
    except PackError:
        path.unlink()
        raise
    return [f"{outcome.case.model.name}: {outcome.failures[0]}" for outcome in outcomes if outcome.failures], len(outcomes)
