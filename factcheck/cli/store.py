"""`factcheck store info|export|import|prune|verify`: look into a store, copy it, take old articles out, check that it holds together."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import click

from factcheck.cli.exits import EndedError
from factcheck.cli.group import LazyGroup
from factcheck.cli.moment import day_of
from factcheck.cli.options import settings_of, settings_options
from factcheck.cli.stored import moment, say_wait, store_of, store_option
from factcheck.cli.streams import check_target, say, write_lines, write_stdout
from factcheck.errors import UsageError
from factcheck.reporters.wording import count, day, verdict_name

store = LazyGroup(
    name="store",
    help="Look into a store of earlier batches, copy it, take old articles out.",
    lazy={
        "info": ("factcheck.cli.store:info", "Say what is in a store."),
        "export": ("factcheck.cli.store:export", "Write a whole store as lines of JSON."),
        "import": ("factcheck.cli.store:import_", "Fill a new store from an export."),
        "prune": ("factcheck.cli.store:prune", "Take out the articles from before a day."),
        "verify": ("factcheck.cli.store:verify", "Check that a store holds together."),
    },
)


@click.command()
@store_option
@click.option("--as-of", metavar="TIME", help="Say what was in it then (a day: at its end).")
@settings_options
def info(**given: Any) -> None:
    """Say what is in a store: batches, articles, claims, findings, and from when they are."""
    with store_of(settings_of(given)) as found:
        from factcheck.stores.store import Window
        from factcheck.stores.upkeep import info as info_of

        found.look()
        if given["as_of"]:
            last = found.number("SELECT coalesce(max(id), 0) FROM batches WHERE recorded <= ?", moment(given["as_of"], "--as-of", True))
            found.window = Window(last, -1)
        told = info_of(found)
        rows = [
            ("store", f"{found.name} (schema {told.schema})"),
            ("batches", f"{told.batches:,}{_span(told.first_recorded, told.last_recorded, 'recorded')}"),
            ("articles", f"{told.articles:,}{_span(told.first_published, told.last_published, 'published')}"),
            ("superseded", f"{count(told.superseded, 'older version')}"),
            ("claims", f"{told.claims:,} on {count(told.subjects, 'subject')}"),
            ("findings", ", ".join(f"{number:,} {verdict_name(verdict)}" for verdict, number in told.findings) or "none"),
            ("decisions", f"{told.decisions:,}"),
            ("last written by", f"factcheck {told.program}" if told.batches else "nobody yet"),
        ]
    write_stdout("".join(f"{name:<17}{value}\n" for name, value in rows))


def _span(first: str | None, last: str | None, what: str) -> str:
    if first is None or last is None:
        return ""
    one, two = day(first), day(last)
    return f", {what} {one}" if one == two else f", {what} {one} to {two}"


@click.command()
@store_option
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write to this file, not to standard output.")
@settings_options
def export(**given: Any) -> None:
    """Write a whole store as lines of JSON, a row each, which `import` and any other tool reads."""
    if given["output"] not in (None, "-"):
        check_target(given["output"])
    with store_of(settings_of(given)) as found:
        from factcheck.stores.transfer import export as lines_of

        found.look()
        write_lines(None if given["output"] == "-" else given["output"], lines_of(found))


@click.command(name="import")
@click.argument("file", type=click.Path())
@store_option
@settings_options
def import_(file: str, **given: Any) -> None:
    """Fill a new store from FILE, an export of another (- for standard input)."""
    settings = settings_of(given)
    if not settings.store:
        raise UsageError("into which store? Name it with --store")
    from factcheck.stores import open_store
    from factcheck.stores.transfer import take_in

    source = _lines(file)
    with open_store(settings.store, on_wait=say_wait) as found:
        found.begin()
        number = take_in(found, source, file)
        found.commit()
        name = found.name
    say(f"{name}: {count(number, 'row')} imported")


def _lines(file: str) -> Iterable[str]:
    if file == "-":
        return (line.decode("utf-8") for line in sys.stdin.buffer)
    try:
        return open(file, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror or error}") from None


@click.command()
@store_option
@click.option("--before", metavar="DAY", required=True, help="Take out what was published before this day, or without a date recorded before it.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken out, and leave it.")
@settings_options
def prune(**given: Any) -> None:
    """Take out the articles from before a day, with their claims and findings; decisions and what was told before stay."""
    before = day_of(given["before"], "--before").isoformat()
    with store_of(settings_of(given)) as found:
        from factcheck.stores.upkeep import prune as take_out

        found.begin()
        gone = take_out(found, before)
        if not given["dry_run"]:
            found.commit()
        name = found.name
    told = f"{count(gone.articles, 'article')}, {count(gone.claims, 'claim')}, {count(gone.findings, 'finding')}"
    say(f"{name}: {told} from before {before} {'would be' if given['dry_run'] else 'were'} taken out")


@click.command()
@store_option
@settings_options
def verify(**given: Any) -> None:
    """Check that a store holds together; ends with 1 where it does not."""
    with store_of(settings_of(given)) as found:
        from factcheck.stores.upkeep import verify as verify_all

        found.look()
        wrong = verify_all(found)
        name = found.name
    for line in wrong:
        write_stdout(f"{line}\n")
    if wrong:
        raise EndedError(1, f"{name}: {count(len(wrong), 'fault')}. Take a backup, or export it, and import that into a new store")
    say(f"{name}: holds together")
