"""`factcheck ci --store`: batch after batch, only what a batch brings fails its job and is annotated."""

from __future__ import annotations

from pathlib import Path

import pytest
from reporters.ci_formats import read_commands, read_sarif

from .conftest import Run

ARTICLES = {
    "monday": "Italy hosts 12,000 US service members.",
    "tuesday": "About 15,000 US troops are stationed in Italy.",
    "wednesday": "Italy hosts 12,000 US service members, and a minister said so.",
}


@pytest.mark.slow
def test_each_batch_is_told_what_it_brings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1928000000")
    found = []
    for number, (name, text) in enumerate(ARTICLES.items(), 3):
        Path(name).mkdir()
        Path(name, f"{name}.txt").write_text(f"---\npublished: 2031-02-0{number}\n---\n{text}\n", "utf-8")
        done = run("ci", name, "--store", "s.sqlite", "--system", "github")
        files = [properties["file"] for command, properties, _ in read_commands(done.out) if command == "error"]
        results = read_sarif(Path("factcheck-reports/factcheck.sarif").read_text("utf-8"))["runs"][0]["results"]
        anchors = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
        found.append((done.code, files, anchors, [result["baselineState"] for result in results]))
    assert found == [
        (0, [], [], []),
        (1, ["tuesday/tuesday.txt"], ["tuesday/tuesday.txt"], ["new"]),
        (0, [], ["wednesday/wednesday.txt"], ["unchanged"]),
    ]
    conflict = run("check", "monday", "tuesday").last.split()[-3]
    done = run("waive", conflict, "--store", "s.sqlite", "--reason", "asked both", "--until", "2031-12-31", "--owner", "A. Holm")
    assert done.code == 0, done.err
    assert run("check", "monday", "tuesday").code == 0


@pytest.mark.slow
def test_a_waiver_of_an_earlier_batch_is_not_called_stale(run: Run) -> None:
    for number, (name, text) in enumerate([*ARTICLES.items(), ("thursday", "Japan hosts 54,000 US service members.")], 3):
        Path(name).mkdir()
        Path(name, f"{name}.txt").write_text(f"---\npublished: 2031-02-0{number}\n---\n{text}\n", "utf-8")
    run("check", "monday", "tuesday", "--store", "s.sqlite")
    conflict = run("check", "monday", "tuesday").last.split()[-3]
    said = ("--reason", "asked both", "--until", "2099-12-31", "--owner", "A. Holm")
    assert run("waive", conflict, "--store", "s.sqlite", *said).code == 0
    assert run("waive", "f" * 16, *said).code == 0
    done = run("check", "thursday", "--store", "s.sqlite")
    assert done.code == 0
    assert [line.partition(" fits ")[0] for line in done.err.splitlines()] == ["factcheck-waivers.yml:8: warning: the waiver of ffffff"]
