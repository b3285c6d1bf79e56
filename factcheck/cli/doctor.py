"""`factcheck doctor`: whether this installation works, from Python to the rules and the store, with a remedy for what does not."""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import click

from factcheck.cli.exits import EndedError
from factcheck.cli.options import OneOf, rules_option, settings_of, settings_options
from factcheck.cli.run_facts import version_of_program
from factcheck.cli.streams import write_stdout
from factcheck.errors import FactcheckError
from factcheck.reporters.terminal import clean
from factcheck.reporters.wording import count
from factcheck.settings import Settings

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at: `says` what was found, `remedy` what to do where that is not good."""

    name: str
    status: Literal["ok", "note", "fail"]
    says: str
    remedy: str = ""


@click.command()
@click.option("-f", "--output-format", type=OneOf(["table", "json"]), default="table", help="A table, or JSON.")
@click.option("--store", metavar="PLACE", help="A store to look at: a file, or postgresql://...")
@click.option("--quick", is_flag=True, help="Leave out the cases of the rules, which take seconds.")
@rules_option
@settings_options
def doctor(output_format: str, store: str | None, quick: bool, **given: Any) -> None:
    """Look at Python, packages, re2, settings, rule packs, their cases and the store; exit with 2 where something does not work."""
    found = list(examine(given, store, quick))
    if output_format == "json":
        write_stdout(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2) + "\n")
    else:
        width = max(len(one.name) for one in found)
        write_stdout("".join(line + "\n" for one in found for line in _lines(one, width)))
    failed = [one.name for one in found if one.status == "fail"]
    if failed:
        raise EndedError(2, f"{count(len(failed), 'check')} failed: {', '.join(failed)}")


def _lines(one: Checked, width: int) -> Iterator[str]:
    yield f"{one.status:<4}  {one.name:<{width}}  {clean(one.says)}"
    if one.remedy:
        yield f"{'':<4}  {'':<{width}}  -> {clean(one.remedy)}"


def examine(given: dict[str, Any], store: str | None, is_quick: bool) -> Iterator[Checked]:
    """Each thing in turn; what rests on one that failed is left out."""
    yield python_version(sys.version_info[:3])
    yield Checked("factcheck", "ok", f"{version_of_program()} in {Path(__file__).resolve().parents[1]}")
    yield from packages()
    yield _tried("re2", _re2, "pip install --force-reinstall google-re2")
    yield _tried("formats", _formats, "pip install --force-reinstall factcheck")
    settings: list[Settings] = []
    yield _tried(
        "settings", lambda: _settings(given, settings), "mend the file at that line; factcheck config schema settings says what may stand there"
    )
    if not settings:
        return
    packs = _tried("rule packs", lambda: _packs(settings[0]), "mend the file at that line; factcheck rules lint says more")
    yield packs
    if packs.status == "ok" and not is_quick:
        yield _tried("rule cases", lambda: _cases(settings[0]), "factcheck rules test says which, and what came out")
    place = store or getattr(settings[0], "store", None)
    if place:
        yield _tried("store", lambda: _store(place), "factcheck store verify says more, where it can be reached")
    else:
        yield Checked("store", "note", "none is set, so each run stands alone")


def python_version(version: tuple[int, ...]) -> Checked:
    """Whether Python is new enough."""
    told = ".".join(map(str, version))
    oldest = ".".join(map(str, OLDEST_PYTHON))
    if version < OLDEST_PYTHON:
        return Checked("python", "fail", f"{told}, and {oldest} is needed", f"install Python {oldest} or later, and factcheck with it")
    return Checked("python", "ok", f"{told} ({platform.python_implementation()}, {platform.system()} {platform.machine()})")


def packages(requirements: list[str] | None = None) -> Iterator[Checked]:
    """One line for all packages that are needed and there, and one for each that is not, or is too old."""
    from importlib.metadata import PackageNotFoundError, requires, version

    if requirements is None:
        try:
            requirements = [line for line in requires("factcheck") or [] if "extra ==" not in line]
        except PackageNotFoundError:
            yield Checked("packages", "note", "factcheck is not installed as a package, so it is not known what it needs", "pip install -e .")
            return
    good = 0
    for line in sorted(requirements, key=str.lower):
        parts = re.match(r"([\w.-]+)\s*(?:>=\s*([\w.]+))?", line)
        name, oldest = (parts[1], parts[2] or "") if parts else (line, "")
        try:
            there = version(name)
        except PackageNotFoundError:
            yield Checked("packages", "fail", f"{name} is missing", f'pip install "{line.split(";")[0].strip()}"')
            continue
        if oldest and _numbers(there) < _numbers(oldest):
            yield Checked("packages", "fail", f"{name} {there}, and {oldest} is needed", f'pip install --upgrade "{name}>={oldest}"')
            continue
        good += 1
    yield Checked("packages", "ok", f"{good} of {len(requirements)} there" + ("" if good < len(requirements) else ", all new enough"))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.split("+")[0])[:4])


def _tried(name: str, look: Callable[[], str], remedy: str) -> Checked:
    """What a look found; any error that it ends in is what the user has to know."""
    try:
        return Checked(name, "ok", look())
    except FactcheckError as error:
        return Checked(name, "fail", str(error), remedy)
    except Exception as error:  # a broken installation may raise anything, and this command is there to say so
        return Checked(name, "fail", f"{type(error).__name__}: {error}", remedy)


def _re2() -> str:
    import re2

    if re2.search(r"\b(\d+) troops\b", "some 540 troops").group(1) != "540":
        raise FactcheckError("re2 finds what is not there")
    return "compiles and finds"


def _formats() -> str:
    from factcheck import registry

    for name in registry.names("reporter"):
        registry.load("reporter", name)
    return ", ".join(registry.names("reporter"))


def _settings(given: dict[str, Any], found: list[Settings]) -> str:
    settings = settings_of(given)
    found.append(settings)
    places: dict[str, list[str]] = {}
    for name, place in settings.came_from.items():
        places.setdefault(re.sub(r":\d+$", "", place), []).append(name)
    return "; ".join(f"{place}: {', '.join(names)}" for place, names in sorted(places.items())) or "none found, so the defaults"


def _packs(settings: Settings) -> str:
    from factcheck.cli.rule_text import rules_of

    book = rules_of(settings)
    own = f", {count(len(settings.rules), 'folder')} of your own" if settings.rules else ""
    return f"{count(len(book.packs), 'pack')}, {count(len(book.attributes), 'rule')}{own}"


def _cases(settings: Settings) -> str:
    from factcheck.packs.cases import load_cases
    from factcheck.packs.loader import load_rules
    from factcheck.rule_tests import RuleTests

    folders = [Path(folder) for folder in settings.rules]
    tests = RuleTests(load_rules(folders, reference=settings.reference))
    outcomes = [tests.outcome(case) for case in load_cases(folders)]
    failing = [o.case.name for o in outcomes if o.is_surprise or (o.failures and not o.case.model.known_gap)]
    if failing:
        more = f" and {len(failing) - 1} more" if len(failing) > 1 else ""
        raise FactcheckError(f"{len(failing)} of {count(len(outcomes), 'case')} failing: {failing[0]}{more}")
    return f"{count(len(outcomes), 'case')}, none failing"


def _store(place: str) -> str:
    from factcheck.stores.connection import connect

    database = connect(place, must_exist=True)
    try:
        return f"{database.name}: reached, schema {database.schema_version()}"
    finally:
        database.close()
