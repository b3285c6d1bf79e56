"""Rule packs from their folders: files go in, one frozen `RuleBook` comes out, or a PackError at the first fault.

A pack is a folder with `pack.yml`, attribute files beside it, and `lexicon/*.yml`, `reference/*.csv` (each with its
`.yml`) and `cases/*.yml`. Any other file is a fault: a rule that is silently not loaded is worse than a stop.
Cases are left alone here; `factcheck.packs.cases` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from factcheck.errors import PackError, did_you_mean
from factcheck.packs.rulebook import Attribute, Entry, Lexicon, Pack, RuleBook
from factcheck.packs.schema import AttributeFile, LexiconFile, OfficesFile, PackFile, check
from factcheck.packs.tables import ReadTable
from factcheck.yaml_door import Document, load

SECOND_DOCUMENT = re.compile(r"^---(?=\s|$)", re.MULTILINE)
_IGNORED_SUFFIXES = frozenset({".md"})


@dataclass(slots=True)
class _Found:
    """What the folders hold, before it is put together."""

    packs: list[Pack] = field(default_factory=list)
    attributes: dict[str, Attribute] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    entries: dict[str, tuple[str, str, dict[str, str]]] = field(default_factory=dict)
    offices: list[tuple[Document, OfficesFile]] = field(default_factory=list)
    tables: list[ReadTable] = field(default_factory=list)


def builtin_folder() -> Path:
    """The rules that come along: inside an installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def load_rules(folders: Sequence[Path] | None = None, builtin: bool = True, reference: bool = True) -> RuleBook:
    """The rules that come along and those of `folders`, each a pack or a folder of packs.

    With `reference` off the book has no terms of office. PackError (file, line, column) for anything that is not as it must be.
    """
    found = _Found()
    roots = [builtin_folder()] if builtin else []
    for folder in pack_folders([*roots, *(folders or ())]):
        _read_pack(folder, found)
    return _put_together(found, reference)


def pack_folders(roots: Iterable[Path]) -> Iterator[Path]:
    """The pack folders under each root, by name, each once. PackError for a root that is missing or holds none."""
    seen: set[Path] = set()
    for folder in _all_pack_folders(roots):
        real = folder.resolve()  # a pack that comes along may be named again, to test or lint it alone
        if real not in seen:
            seen.add(real)
            yield folder


def _all_pack_folders(roots: Iterable[Path]) -> Iterator[Path]:
    for root in roots:
        if not root.is_dir():
            raise PackError("there is no such folder of rules", str(root))
        if (root / "pack.yml").is_file():
            yield root
            continue
        inner = [entry for entry in sorted(root.iterdir()) if not _is_ignored(entry)]
        packs = [entry for entry in inner if (entry / "pack.yml").is_file()]
        if not packs:
            raise PackError("this folder holds no rule pack (a pack has a pack.yml)", str(root))
        for entry in inner:
            if entry not in packs and not (entry.name == "schema" and entry.is_dir()):
                raise PackError("this is no rule pack (a pack is a folder with a pack.yml)", str(entry))
        yield from packs


def attribute_files(folder: Path) -> list[Path]:
    """The attribute files of a pack, by name."""
    return [path for path in sorted(folder.glob("*.yml")) if path.name != "pack.yml" and not path.name.startswith(".")]


def _is_ignored(path: Path) -> bool:
    return path.name.startswith(".") or path.name == "__pycache__" or path.suffix in _IGNORED_SUFFIXES


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        raise PackError("not UTF-8", str(path), before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1) from None


def _read_pack(folder: Path, found: _Found) -> None:
    document = load(_read(folder / "pack.yml"), str(folder / "pack.yml"))
    model = check(document, PackFile)
    if any(pack.name == model.pack for pack in found.packs):
        raise document.error(f'a pack called "{model.pack}" is loaded already', ["pack"])
    found.packs.append(Pack(model.pack, model.version, model.what, tuple(model.requires), str(folder)))
    for path in sorted(folder.iterdir()):
        if _is_ignored(path) or path.name == "pack.yml":
            continue
        if path.is_dir() and path.name in ("lexicon", "reference", "cases"):
            _read_folder(path, model.pack, found)
        elif path.is_file() and path.suffix == ".yml":
            _read_attribute(path, model.pack, found)
        else:
            raise PackError(
                "a pack holds pack.yml, attribute files (.yml) and the folders lexicon, reference and cases; this is none of them", str(path)
            )


def _read_folder(folder: Path, pack: str, found: _Found) -> None:
    wanted = {"lexicon": {".yml"}, "reference": {".csv", ".yml"}, "cases": {".yml"}}[folder.name]
    for path in sorted(folder.iterdir()):
        if _is_ignored(path):
            continue
        if not path.is_file() or path.suffix not in wanted:
            raise PackError(f"{folder.name} holds files ending in {' and '.join(sorted(wanted))}; this is none", str(path))
        if folder.name == "lexicon":
            _read_lexicon(path, pack, found)
        elif path.suffix == ".csv":
            from factcheck.packs.tables import read_table

            found.tables.append(read_table(path, pack))
        elif folder.name == "reference" and not path.with_suffix(".csv").is_file():
            raise PackError(f"this declares a table that is not there: {path.stem}.csv", str(path))


def _read_attribute(path: Path, pack: str, found: _Found) -> None:
    from factcheck.packs.attributes import build_attribute

    document = load(definition(_read(path)), str(path))
    if isinstance(document.data, dict) and "attribute" not in document.data and document.data:
        raise document.error(f'an attribute file begins with "attribute: {path.stem}"')
    model = check(document, AttributeFile)
    if model.attribute != path.stem:
        raise document.error(f'the attribute is called "{model.attribute}", its file "{path.stem}"', ["attribute"])
    if model.attribute in found.attributes:
        raise document.error(f'the attribute "{model.attribute}" is defined already in {found.attributes[model.attribute].source}', ["attribute"])
    found.attributes[model.attribute] = build_attribute(document, model, pack, f"{pack}/{path.name}")
    found.documents[model.attribute] = document


def definition(text: str) -> str:
    """The first document of an attribute file; its cases begin after `---`."""
    start = SECOND_DOCUMENT.match(text)
    second = SECOND_DOCUMENT.search(text, start.end() if start else 0)
    return text[: second.start()] if second else text


def _read_lexicon(path: Path, pack: str, found: _Found) -> None:
    document = load(_read(path), str(path))
    if isinstance(document.data, dict) and "offices" in document.data:
        found.offices.append((document, check(document, OfficesFile)))
        return
    model = check(document, LexiconFile)
    entries = found.entries.setdefault(model.lexicon, (model.what, f"{pack}/lexicon/{path.name}", {}))[2]
    grouped = model.entries.items() if isinstance(model.entries, dict) else [(phrase, [phrase]) for phrase in model.entries]
    for at, (canonical, phrases) in enumerate(grouped):
        for number, phrase in enumerate(phrases):
            if phrase in entries:
                keys = ("entries", canonical, number) if isinstance(model.entries, dict) else ("entries", at)
                raise document.error(f'"{phrase}" stands twice in the lexicon "{model.lexicon}"', keys)
            entries[phrase] = canonical


def _put_together(found: _Found, reference: bool) -> RuleBook:
    from factcheck.packs.given_names import build_given_names
    from factcheck.packs.offices import build_offices
    from factcheck.packs.places import build_places
    from factcheck.packs.terms import Terms, read_term

    names = {pack.name for pack in found.packs}
    for pack in found.packs:
        for other in pack.requires:
            if other not in names:
                raise PackError(
                    f'the pack "{pack.name}" requires "{other}", which is not loaded{did_you_mean(other, names)}', str(Path(pack.folder) / "pack.yml")
                )
    lexicons = {
        name: Lexicon(name, what, tuple(Entry(phrase, canonical) for phrase, canonical in entries.items()), source)
        for name, (what, source, entries) in sorted(found.entries.items())
    }
    _check_lexicons(found, lexicons)
    held: dict[str, list[ReadTable]] = {}
    for table in found.tables:
        held.setdefault(table.declared.holds, []).append(table)
    institutions = held.get("institutions", [])
    places = build_places([*held.get("places", []), *institutions], lexicons)
    terms = []
    for table in held.get("terms", []) if reference else ():
        for row, cells in enumerate(table.pick("jurisdiction", "office", "holder", "start", "end", "note", "source")):
            try:
                terms.append(read_term(*cells))
            except ValueError as error:
                raise table.error(str(error), row) from None
    return RuleBook(
        tuple(found.packs),
        tuple(found.attributes[name] for name in sorted(found.attributes)),
        MappingProxyType(lexicons),
        places,
        build_offices(found.offices, institutions, places),
        Terms(terms),
        build_given_names(held.get("given_names", [])),
        MappingProxyType({table.declared.table: table.plain() for table in sorted(held.get("rows", []), key=lambda table: table.declared.table)}),
    )


def _check_lexicons(found: _Found, lexicons: Mapping[str, Lexicon]) -> None:
    """Every lexicon that a frame asks for is there."""
    for name, attribute in found.attributes.items():
        for at, rule in enumerate(attribute.frames):
            for frame in (rule.frame, *rule.unless):
                for lexicon in frame.lexicons:
                    if lexicon not in lexicons:
                        raise found.documents[name].error(f'no lexicon is called "{lexicon}"{did_you_mean(lexicon, lexicons)}', ["frames", at])
