"""The specifications in tests/specs/*.md, run as tests.

A heading is the name of a case where fenced blocks stand under it. The blocks:

``article id=a published=2025-03-01 publisher="Fjord Daily" title="..."``   an article; all but the id may be left out
``expect``      every finding across articles, and every one beyond agreement: `verdict reason attribute of subject: value | value`;
                `nothing` alone where there is none, `*` for the values where their wording is free. Findings of `post` count only in a
                block `expect attribute=post`, and a block `expect attribute=NAME` lists those of this attribute alone.
``claims attribute=holder``   every claim of that attribute: `value: subject`, behind it in brackets the modality where it is
                not asserted and `by NAME` for a speaker; `article id/` in front where there are several articles.
``quantities``  lines `text => mention: low to high unit`, every amount that `find_quantities` reads in the text; `nothing` for none
``written``     lines `id: interval`: when the program takes an undated article to be written
``file path=x.jsonl``         a file of an otherwise empty folder; `hex` behind it: the bytes as hexadecimal digits
``console``     `$ factcheck ...` run in that folder, then lines that its output must hold in this order, `! line` for one that it must not
                hold, then `exit N`

A line `known_gap: why` in the prose of a case: it is run, and passing by surprise fails.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

import factcheck
from factcheck.cli import main
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.report import Report
from factcheck.packs.loader import load_rules
from factcheck.packs.rulebook import RuleBook
from factcheck.pipeline import check_articles
from factcheck.readers import Inputs
from factcheck.readers.record import parse_published

SPECS = Path(__file__).parent / "specs"
BLOCKS = ("article", "expect", "claims", "quantities", "written", "file", "console")


@dataclass(frozen=True)
class Block:
    kind: str
    fields: dict[str, str]
    text: str

    @property
    def lines(self) -> list[str]:
        found = [line.strip() for line in self.text.splitlines() if line.strip()]
        return [] if found == ["nothing"] else found


@dataclass
class Case:
    name: str
    place: str
    blocks: list[Block] = field(default_factory=list)
    known_gap: str = ""

    def of(self, kind: str) -> list[Block]:
        return [block for block in self.blocks if block.kind == kind]


def cases(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    found: list[Case] = []
    opened: tuple[str, list[str]] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if opened is not None:
            if line.startswith("```"):
                kind, *fields = shlex.split(opened[0])
                assert kind in BLOCKS, f"{path.name}:{number}: no block is called {kind}"
                assert found, f"{path.name}:{number}: a block before the first heading"
                given = dict(field.partition("=")[::2] for field in fields)
                found[-1].blocks.append(Block(kind, given, "\n".join(opened[1])))
                opened = None
            else:
                opened[1].append(line)
        elif line.startswith("```"):
            opened = (line[3:], [])
        elif heading := re.match(r"#{2,6} (.+)", line):
            found.append(Case(heading[1].strip(), f"{path.name}:{number}"))
        elif line.startswith("known_gap:") and found:
            found[-1].known_gap = line.partition(":")[2].strip()
    assert opened is None, f"{path.name}: a block is not closed"
    return [case for case in found if case.blocks]


def every() -> list[object]:
    parameters: list[object] = []
    for path in sorted(SPECS.glob("*.md")):
        for case in cases(path):
            marks = [pytest.mark.xfail(reason=case.known_gap, raises=AssertionError, strict=True)] if case.known_gap else []
            parameters.append(pytest.param(case, marks=marks, id=f"{path.stem}-{case.name}".replace(" ", "_")))
    return parameters


@cache
def program() -> tuple[RuleBook, Extractor]:
    rules = load_rules()
    return rules, Extractor(rules)


def report_on(blocks: list[Block]) -> Report:
    articles = []
    for block in blocks:
        given = block.fields
        unknown = set(given) - {"id", "published", "publisher", "title", "url"}
        assert not unknown, f"an article has no {sorted(unknown)}"
        published = parse_published(given["published"]) if "published" in given else None
        articles.append(Article(given["id"], block.text, given["id"], given.get("title"), given.get("publisher"), given.get("url"), None, published))
    return check_articles(Inputs(tuple(articles), (), len(articles)), *program())


@pytest.mark.parametrize("case", every())
def test_spec(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    told = case.of("expect") + case.of("claims") + case.of("quantities") + case.of("written") + case.of("console")
    assert told, f"{case.place}: a case without an expectation"
    if case.of("article"):
        report = report_on(case.of("article"))
        for block in case.of("expect"):
            wanted = sorted(block.lines)
            open_ended = {line.removesuffix("*") for line in wanted if line.endswith(": *")}
            made = [
                next((f"{start}*" for start in open_ended if line.startswith(start)), line)
                for line in findings(report, block.fields.get("attribute"))
            ]
            assert sorted(made) == wanted, case.place
        for block in case.of("claims"):
            assert sorted(claims(report, block.fields["attribute"])) == sorted(block.lines), case.place
        for block in case.of("written"):
            shown = [f"{article.id}: {article.written}" for article in report.articles]
            assert sorted(shown) == sorted(block.lines), case.place
    for block in case.of("quantities"):
        for line in block.lines:
            text, _, amounts = line.partition("=>")
            read = "; ".join(quantity(mention) for mention in factcheck.find_quantities(text.strip()))
            assert (read or "nothing") == amounts.strip(), f"{case.place}: {text}"
    if case.of("file") or case.of("console"):
        run_console(case, tmp_path, monkeypatch, capfd)


def findings(report: Report, attribute: str | None) -> list[str]:
    shown = []
    for finding in report.findings:
        across = len({article for value in finding.values for article in value.articles}) > 1
        wanted = finding.attribute == attribute if attribute else finding.attribute != "post"
        if wanted and (across or finding.verdict not in ("agree", "compatible")):
            values = " | ".join(value.display for value in finding.values)
            shown.append(f"{finding.verdict} {finding.reason} {finding.attribute} of {finding.subject}: {values}")
    return shown


def claims(report: Report, attribute: str) -> list[str]:
    several = len(report.articles) > 1
    shown = set()
    for claim in report.claims:
        if claim.attribute == attribute:
            notes = [
                note for note in (claim.modality if claim.modality != "asserted" else "", f"by {claim.speaker}" if claim.speaker else "") if note
            ]
            behind = f" ({', '.join(notes)})" if notes else ""
            shown.add(f"{claim.article + '/ ' if several else ''}{claim.value.text}: {claim.subject}{behind}")
    return sorted(shown)


def quantity(mention: factcheck.QuantityMention) -> str:
    value = mention.value
    opening, closing = "over " if value.low_open else "", "under " if value.high_open else ""
    span = f"{opening}{'?' if value.low is None else f'{value.low:f}'} to {closing}{'?' if value.high is None else f'{value.high:f}'}"
    return f"{mention.text}: {span}{f' {mention.unit}' if mention.unit else ''}"


def run_console(case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder / "home"))
    for block in case.of("file"):
        path = folder / block.fields["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(block.text) if "hex" in block.fields else block.text.encode("utf-8"))
    for block in case.of("console"):
        command, *wanted, ending = block.text.splitlines()
        assert command.startswith("$ factcheck "), case.place
        assert ending.startswith("exit "), case.place
        code = main(shlex.split(command)[2:])
        out, err = capfd.readouterr()
        output, at = out + err, 0
        for line in wanted:
            if line.startswith("! "):
                assert line[2:] not in output, f"{case.place}: {line}"
                continue
            found = output.find(line.strip(), at)
            assert found >= 0, f"{case.place}: {line!r} is not in (or not behind the lines before it)\n{output}"
            at = found + len(line.strip())
        assert code == int(ending.removeprefix("exit ")), f"{case.place}: {output}"
