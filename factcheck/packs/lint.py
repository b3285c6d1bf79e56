"""What is allowed in a pack but not good: unsorted or unsourced tables, attributes without cases, unused lexicons. Folders go in, messages come out.

A fault that makes a pack unusable is a PackError of the loader; lint runs on packs that load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import did_you_mean
from factcheck.packs.cases import Case, load_cases
from factcheck.packs.loader import attribute_files, definition, load_rules, pack_folders
from factcheck.packs.rulebook import Attribute, RuleBook
from factcheck.packs.schema import AttributeFile, LexiconFile, TableFile, check
from factcheck.packs.tables import ReadTable, read_table
from factcheck.yaml_door import Document, load

# A name of a file, an attribute or a lexicon that says nothing.
_EMPTY_NAMES = frozenset({"misc", "other", "various", "stuff", "utils", "helpers", "test", "new", "data", "list", "table"})
_SLOT = re.compile(r"\{\s*([a-z_]+)\s*\}")


@dataclass(frozen=True, slots=True, order=True)
class Lint:
    """One thing to mend, at its place (1-based)."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


def lint(folders: Sequence[Path], builtin: bool = True) -> tuple[Lint, ...]:
    """What there is to mend in the packs under `folders`, sorted by place. PackError where they do not load at all.

    With `builtin` the packs that come along are loaded too, so that frames may use their lexicons; they are not linted.
    """
    rules = load_rules(folders, builtin=builtin)
    cases: dict[str | None, list[Case]] = {}
    for case in load_cases(folders, builtin=False):
        cases.setdefault(case.attribute, []).append(case)
    found: list[Lint] = []
    for folder in pack_folders(folders):
        for path in attribute_files(folder):
            document = load(definition(path.read_text(encoding="utf-8")), str(path))
            model = check(document, AttributeFile)
            attribute = next(attribute for attribute in rules.attributes if attribute.name == model.attribute)
            found += _lint_attribute(document, attribute, cases.get(model.attribute, []))
        for path in sorted((folder / "lexicon").glob("*.yml")):
            found += _lint_lexicon(load(path.read_text(encoding="utf-8"), str(path)), path)
        for path in sorted((folder / "reference").glob("*.csv")):
            found += _lint_table(read_table(path, folder.name), rules)
    return tuple(sorted(found))


def _at(document: Document, message: str, *keys: str | int) -> Lint:
    return Lint(document.path, *document.where(keys), message)


def _lint_attribute(document: Document, attribute: Attribute, cases: Iterable[Case]) -> Iterator[Lint]:
    if attribute.name in _EMPTY_NAMES:
        yield _at(document, f'"{attribute.name}" says nothing; name what is asserted, in the singular', "attribute")
    for key, text in (("what", attribute.what), ("why", attribute.why)):
        if not text.rstrip().endswith((".", "?", "!")):
            yield _at(document, f'"{key}" is no sentence; end it with a full stop', key)
    roles = {role for rule in attribute.frames for role, _ in rule.frame.roles} | {name for name, _ in attribute.defaults}
    for role in _SLOT.findall(attribute.subject):
        if attribute.frames and role not in roles:
            yield _at(document, f'no frame fills "{role}" of the subject{did_you_mean(role, roles)}', "subject")
    for number, rule in enumerate(attribute.frames):
        if any((rule.frame.text, rule.unless, rule.where) == (other.frame.text, other.unless, other.where) for other in attribute.frames[:number]):
            yield _at(document, "the same frame stands above", "frames", number)
    fires, quiet = False, False
    names: set[str] = set()
    for case in cases:
        if case.model.name in names:
            yield Lint(case.path, case.line, 1, f'two cases are called "{case.model.name}"')
        names.add(case.model.name)
        if not case.model.known_gap:
            fires = fires or bool(case.model.expect) or bool(case.model.claims)
            quiet = quiet or case.model.expect == [] or case.model.claims == []
    if not fires and attribute.makes_claims:
        yield _at(document, "no case in which the rule fires", "attribute")
    if not quiet:
        yield _at(document, 'no case in which the rule keeps quiet ("expect: []" or "claims: []")', "attribute")


def _lint_lexicon(document: Document, path: Path) -> Iterator[Lint]:
    if "lexicon" not in document.data:
        return
    model = check(document, LexiconFile)
    if model.lexicon != path.stem:
        yield _at(document, f'the lexicon is called "{model.lexicon}", its file "{path.stem}"', "lexicon")
    if not model.what.rstrip().endswith((".", "?", "!")):
        yield _at(document, '"what" is no sentence; end it with a full stop', "what")
    lists = (
        [(("entries",), model.entries)]
        if isinstance(model.entries, list)
        else [(("entries", key), phrases) for key, phrases in model.entries.items()]
    )
    for keys, phrases in lists:
        for number, phrase in enumerate(phrases):
            if phrase != " ".join(phrase.split()):
                yield _at(document, f'"{phrase}" has spaces too many', *keys, number)


def _lint_table(table: ReadTable, rules: RuleBook) -> Iterator[Lint]:
    declared: TableFile = table.declared
    order = tuple(table.pick(*declared.sorted_by))
    previous: tuple[str, ...] = ("",)
    seen: dict[tuple[str, ...], int] = {}
    places = {place.id for readings in rules.places.values() for place in readings}
    offices = {office.id for office in rules.offices}
    for number, (row, key, unique) in enumerate(zip(table.rows, order, table.pick(*declared.unique), strict=True)):
        line = number + 2
        if key < previous:
            yield Lint(table.path, line, 1, f"not sorted by {', '.join(declared.sorted_by)}: {','.join(key)} stands after {','.join(previous)}")
        previous = key
        if unique in seen:
            yield Lint(table.path, line, 1, f"the same {', '.join(declared.unique)} as in line {seen[unique]}: {','.join(unique)}")
        seen.setdefault(unique, line)
        cells = dict(zip(declared.columns, row, strict=True))
        for name, cell in cells.items():
            if cell != " ".join(cell.split()):
                yield Lint(table.path, line, 1, f'the column "{name}" has spaces too many: "{cell}"')
            if declared.columns[name].type == "place" and cell not in places:
                yield Lint(table.path, line, 1, f'no place has the id "{cell}"{did_you_mean(cell, places)}')
        if declared.holds in ("terms", "institutions") and cells.get("office") and cells["office"] not in offices:
            yield Lint(table.path, line, 1, f'no office is called "{cells["office"]}"{did_you_mean(cells["office"], offices)}')
        for source in cells.get("source", "").split("+") if "source" in cells else ():
            if source not in declared.sources:
                yield Lint(table.path, line, 1, f'"{source}" is no source of this table{did_you_mean(source, declared.sources)}')
    if not declared.sources:
        yield Lint(str(Path(table.path).with_suffix(".yml")), 1, 1, "the table names no source")
    if "source" in declared.columns:
        used = {source for (cell,) in table.pick("source") for source in cell.split("+")}
        for source in sorted(set(declared.sources) - used):
            yield Lint(str(Path(table.path).with_suffix(".yml")), 1, 1, f'no row names the source "{source}"')
