"""The cases of rule packs, as written beside the rules: articles in, what must come out. Only `factcheck.rule_tests` runs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.packs.loader import attribute_files, builtin_folder, pack_folders
from factcheck.packs.schema import CaseModel, CasesFile, check
from factcheck.yaml_door import load_documents


@dataclass(frozen=True, slots=True)
class Case:
    """One case with the pack it tests, the attribute (None for a case file of the whole pack) and its place."""

    pack: str
    attribute: str | None
    model: CaseModel
    path: str
    line: int

    @property
    def name(self) -> str:
        return f"{self.pack}/{self.attribute or Path(self.path).stem}: {self.model.name}"


def load_cases(folders: Sequence[Path] | None = None, builtin: bool = True) -> Iterator[Case]:
    """The cases of the packs, in the order of their files. PackError for a case that is malformed or expects nothing."""
    roots = [builtin_folder()] if builtin else []
    for folder in pack_folders([*roots, *(folders or ())]):
        for path in [*attribute_files(folder), *sorted((folder / "cases").glob("*.yml"))]:
            in_folder = path.parent.name == "cases"
            documents = load_documents(path.read_text(encoding="utf-8"), str(path))
            for document in documents if in_folder else documents[1:]:
                for number, model in enumerate(check(document, CasesFile).cases):
                    if model.expect is None and model.claims is None:
                        raise document.error(
                            f'the case "{model.name}" expects nothing; write "expect: []" where nothing may come out', ["cases", number]
                        )
                    yield Case(folder.name, None if in_folder else path.stem, model, str(path), document.where(["cases", number])[0])
