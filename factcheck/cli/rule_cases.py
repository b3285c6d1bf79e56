"""`factcheck rules test`: run the cases that stand beside the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.exits import EndedError
from factcheck.cli.options import rules_option, settings_of, settings_options
from factcheck.cli.streams import write_file, write_stdout
from factcheck.errors import UsageError, did_you_mean
from factcheck.reporters.terminal import clean
from factcheck.reporters.wording import count

if TYPE_CHECKING:
    from factcheck.packs.cases import Case
    from factcheck.packs.rulebook import Attribute
    from factcheck.rule_tests import Outcome, RuleTests


@click.command("test")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--update", is_flag=True, help="Rewrite the expectations of failing cases to what comes out; read what changed before you keep it.")
@rules_option
@settings_options
def run_cases(names: tuple[str, ...], update: bool, **given: Any) -> None:
    """Run the cases of the packs given with --rules, or else of those that come along; exit with 1 where one fails.

    NAME is a pack, a rule (pack.attribute) or an attribute; without one all cases run. A rule needs a case in which it fires
    and one in which it keeps quiet. A known gap may fail, but may not pass by surprise; --update leaves it as it is.
    """
    settings = settings_of(given)
    folders = [Path(folder) for folder in settings.rules]
    from factcheck.packs.cases import load_cases
    from factcheck.packs.loader import load_rules
    from factcheck.rule_tests import RuleTests

    book = load_rules(folders, reference=settings.reference)
    cases = _selected(list(load_cases(folders, builtin=not folders)), names)
    tests = RuleTests(book)
    outcomes = [tests.outcome(case) for case in cases]
    rewritten = list(_rewrite(outcomes, tests)) if update else []
    if rewritten:
        cases = _selected(list(load_cases(folders, builtin=not folders)), names)
        outcomes = [tests.outcome(case) for case in cases]
    packs = {case.pack for case in cases}
    attributes = [a for a in book.attributes if a.pack in packs and (not names or any(case.attribute == a.name for case in cases))]
    lacking = list(_lacking(cases, attributes))
    shown = rewritten + [line for outcome in outcomes for line in _told(outcome, bool(given.get("verbose")))] + lacking
    failing = [o for o in outcomes if o.is_surprise or (o.failures and not o.case.model.known_gap)]
    gaps = sum(bool(o.case.model.known_gap) for o in outcomes)
    write_stdout("\n".join([*map(clean, shown), f"{count(len(outcomes), 'case')}, {count(gaps, 'known gap')}, {len(failing)} failing"]) + "\n")
    if failing or lacking:
        parts = ([f"{count(len(failing), 'case')} failing"] if failing else []) + (
            [f"{count(len(lacking), 'rule')} without enough cases"] if lacking else []
        )
        raise EndedError(1, ", ".join(parts))


def _rewrite(outcomes: Iterable[Outcome], tests: RuleTests) -> Iterator[str]:
    """Rewrite the files of failing cases, and say what changed."""
    from factcheck.rule_tests.update import rewrite

    by_path: dict[str, list[Case]] = {}
    for outcome in outcomes:
        if outcome.failures and not outcome.case.model.known_gap:
            by_path.setdefault(outcome.case.path, []).append(outcome.case)
    for path, failing in by_path.items():
        text, changes = rewrite(Path(path), failing, tests)
        if changes:
            write_file(path, text)
        for change in changes:
            yield f"{change.case.path}:{change.case.line}: {change.case.model.name}: {change.key} rewritten"
            yield from (f"    - {line.strip()}" for line in change.old.splitlines())
            yield from (f"    + {line.strip()}" for line in change.new.splitlines())


def _selected(cases: list[Case], names: Iterable[str]) -> list[Case]:
    """The cases that one of the names means, in their order; UsageError for a name that means none."""
    wanted: set[int] = set()
    for name in names:
        plain = name.replace("-", "_")
        hits = {at for at, case in enumerate(cases) if plain in _names(case)}
        if not hits:
            raise UsageError(f'no pack or rule with cases is called "{name}"{did_you_mean(name, {n for case in cases for n in _names(case)})}')
        wanted |= hits
    if not cases:
        raise UsageError("no case was found, so nothing was tested")
    return [case for at, case in enumerate(cases) if at in wanted] if names else cases


def _names(case: Case) -> tuple[str, ...]:
    return (case.pack, case.attribute, f"{case.pack}.{case.attribute}") if case.attribute else (case.pack,)


def _told(outcome: Outcome, is_verbose: bool) -> Iterator[str]:
    place = f"{outcome.case.path}:{outcome.case.line}: {outcome.case.model.name}"
    if outcome.is_surprise:
        yield f'{place}: passes, though "known_gap" says that it does not; take the mark away'
    elif outcome.failures and not outcome.case.model.known_gap:
        yield place
        yield from (f"    {failure}" for failure in outcome.failures)
    elif is_verbose:
        yield f"{place}: {'known gap' if outcome.case.model.known_gap else 'ok'}"


def _lacking(cases: list[Case], attributes: list[Attribute]) -> Iterator[str]:
    """A line for each rule without a case in which it fires, or without one in which it keeps quiet."""
    for attribute in attributes:
        own = [case.model for case in cases if case.pack == attribute.pack and case.attribute == attribute.name and not case.model.known_gap]
        fires = not attribute.makes_claims or any(model.expect or model.claims for model in own)
        quiet = any(model.expect == [] or model.claims == [] for model in own)
        if not (fires and quiet):
            missing = " and ".join(["a case in which it fires"] * (not fires) + ["a case in which it keeps quiet"] * (not quiet))
            yield f"{attribute.source}: {attribute.rule} lacks {missing}"
