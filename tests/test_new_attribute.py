"""A new attribute is one YAML file with its cases: no Python, and every command knows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.packs.loader import load_rules

# A pack that stands there already, and the one file that is new.
PACK = 'pack: own\nversion: "1"\nwhat: Rules of our desk.\n'
ATTRIBUTE = """\
attribute: echo_length
kind: duration
time: {behaves: fixed}
subject: "{name}"
what: How long an echo lasts in a place.
why: Guides round, acousticians do not.
example: "the echo of the Paulus Dome lasts 12 seconds"
ask: In an empty room, or with an audience?
frames:
  - "the echo (of|in) [the] {name} (lasts|dies after) {duration}"
  - "[the] {name} answers for {duration}"
---
cases:
  - name: two lengths of one echo are a conflict
    articles:
      - {id: a, published: 2031-02-01, text: "The echo of the Paulus Dome lasts 12 seconds."}
      - {id: b, published: 2031-02-03, text: "Clap once, and the Paulus Dome answers for 19 seconds."}
    expect: [{verdict: conflict, reason: disjoint_values, values: ["12 seconds", "19 seconds"]}]
  - name: a rounded length is the same length
    articles:
      - {id: a, published: 2031-02-01, text: "The echo of the Paulus Dome lasts 12 seconds."}
      - {id: b, published: 2031-02-03, text: "The echo in the Paulus Dome dies after about 12 seconds."}
    expect: [{verdict: compatible}]
  - name: two rooms have two echoes
    articles:
      - {id: a, published: 2031-02-01, text: "The echo of the Paulus Dome lasts 12 seconds."}
      - {id: b, published: 2031-02-03, text: "The echo of the Rosa Crypt lasts 4 seconds."}
    expect: []
  - name: how long a concert lasts is no echo
    articles:
      - {id: a, published: 2031-02-01, text: "The echo of the Paulus Dome lasts 12 seconds."}
      - {id: b, published: 2031-02-03, text: "The concert in the Paulus Dome lasts 50 minutes."}
    expect: []
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "pack.yml").write_text(PACK, encoding="utf-8")
    (tmp_path / "a.txt").write_text("The echo of the Paulus Dome lasts 12 seconds, a guide says.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Nobody sings there, as the Paulus Dome answers for 19 seconds.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def _ran(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    code = main(args)
    return code, capfd.readouterr().out


def test_one_file_and_no_python_makes_a_new_attribute(pack: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert _ran(capfd, "check", "a.txt", "b.txt", "--rules", "own", "-q")[0] == 0  # without the file nothing is found
    before = {attribute.name for attribute in load_rules([pack]).attributes}
    (pack / "echo_length.yml").write_text(ATTRIBUTE, encoding="utf-8")
    assert {attribute.name for attribute in load_rules([pack]).attributes} - before == {"echo_length"}
    assert _ran(capfd, "rules", "test", "--rules", "own") == (0, "4 cases, 0 known gaps, 0 failing\n")
    assert _ran(capfd, "rules", "lint", "own") == (0, "")
    code, out = _ran(capfd, "check", "a.txt", "b.txt", "--rules", "own", "-q", "-f", "json", "--write", "html=report.html")
    [finding] = json.loads(out)["findings"]
    assert (code, finding["attribute"], finding["verdict"], finding["question"]) == (
        1,
        "echo_length",
        "conflict",
        "In an empty room, or with an audience?",
    )
    assert '"a":"echo_length","b":"Paulus Dome"' in Path("report.html").read_text(encoding="utf-8")


def test_every_command_knows_it_by_name(pack: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (pack / "echo_length.yml").write_text(ATTRIBUTE, encoding="utf-8")
    assert "own.echo-length" in _ran(capfd, "rules", "list", "--rules", "own")[1]
    assert _ran(capfd, "rules", "show", "echo_length", "--rules", "own")[1].startswith(
        "own.echo-length\n  what       How long an echo lasts in a place.\n"
    )
    assert _ran(capfd, "explain", "own.echo-length", "--rules", "own")[1].startswith("own.echo-length\n")
    assert "own.echo-length" in _ran(capfd, "check", "a.txt", "--rules", "own", "-q", "--statistics")[1].split("Never fired")[0]
    assert "echo_length" in _ran(capfd, "extract", "a.txt", "--rules", "own", "-q")[1]
