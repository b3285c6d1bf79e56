"""The real command on small articles: what is printed, and that the same input gives the same bytes anywhere."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factcheck.reporters.json_schema import report_schema

FIRST = "---\npublished: 2031-03-01\npublisher: Fjord Daily\n---\nSome 3,400 US troops are stationed in Norway, a committee heard.\n"
SECOND = "---\npublished: 2031-03-09\npublisher: Skerry Wire\n---\nIt was a quiet week. About 5,100 US troops are stationed in Norway.\n"
SAME = "---\npublished: 2031-03-04\n---\nIn Bergen the minister said that some 3,400 US troops are stationed in Norway.\n"
# A command that says when it is at work, and then reads for ever.
WAITING = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background begins with it ignored
from types import SimpleNamespace
from factcheck.cli import main
def read():
    print("ready", flush=True)
    while True:
        time.sleep(0.02)
sys.stdin = SimpleNamespace(buffer=SimpleNamespace(read=read))
sys.exit(main(["check", "-"]))
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def _run(*args: str, cwd: Path, environment: Mapping[str, str] | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    variables = {"PATH": os.environ["PATH"], "HOME": str(cwd), **(environment or {})}
    return subprocess.run([sys.executable, "-m", "factcheck", *args], cwd=cwd, env=variables, capture_output=True, input=stdin)


def test_a_conflict_is_shown_with_both_sources_and_ends_with_1(news: Path) -> None:
    done = _run("check", "news", cwd=news.parent)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 1
    assert ("  news/first.txt:5:1    Fjord Daily, 1 Mar 2031\n    5 | Some 3,400 US troops are stationed in Norway, a committee heard.\n") in out
    assert (
        "  news/second.txt:5:22    Skerry Wire, 9 Mar 2031\n    5 | About 5,100 US troops are stationed in Norway.\n      | ^^^^^^^^^^^ about 5,100: "
        in out
    )
    assert err.startswith('exit 1: 1 finding at or above "error". Next: factcheck explain ')
    explained = subprocess.run(
        err.split("Next: ")[1].strip().replace("factcheck", f"{sys.executable} -m factcheck"), shell=True, cwd=news.parent, capture_output=True
    )
    assert (explained.returncode, b"About 5,100" in explained.stdout) == (0, True)


def test_agreement_ends_with_0(news: Path) -> None:
    (news / "second.txt").write_text(SAME, encoding="utf-8")
    done = _run("check", "news", "-f", "json", cwd=news.parent)
    assert (done.returncode, done.stderr) == (0, b"")
    assert {f["verdict"] for f in json.loads(done.stdout)["findings"]} <= {"agree", "compatible"}


def test_the_report_is_valid_against_the_printed_schema(news: Path) -> None:
    report = json.loads(_run("check", "news", "-f", "json", cwd=news.parent).stdout)
    Draft202012Validator(report_schema()).validate(report)
    assert [a["id"] for a in report["articles"]] == ["first", "second"]


def test_the_claims_point_at_their_words(news: Path) -> None:
    lines = _run("extract", "news", "-f", "jsonl", cwd=news.parent).stdout.decode().splitlines()
    claims = [json.loads(line) for line in lines]
    assert {"Some 3,400", "About 5,100"} <= {c["text"] for c in claims} | {c["value"]["text"] for c in claims}
    for claim in claims:
        text = (news / f"{claim['article']}.txt").read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert text.split("\n")[claim["line"] - 1][claim["column"] - 1 :].startswith(claim["text"].split("\n")[0])


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    done = _run("extract", "-", "-f", "jsonl", cwd=tmp_path, stdin=FIRST.encode())
    assert done.returncode == 0
    assert b"3,400" in done.stdout


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("check", "gone.txt"), 2, "gone.txt"),
        (("check", "empty"), 5, "empty"),
        (("check", "bad.txt"), 4, "bad.txt"),
        (("check", "news", "bad.txt", "--fail-level", "never"), 0, "bad.txt"),
        (("check", "news", "bad.txt", "--strict-inputs"), 4, "1 input could not be read: bad.txt"),
        (("check", "news", "--rules", "gone"), 2, "gone"),
    ],
)
def test_trouble_has_its_exit_code(news: Path, args: tuple[str, ...], code: int, said: str) -> None:
    (news.parent / "empty").mkdir()
    (news.parent / "bad.txt").write_bytes(b"\x00\x01\x02\xff")
    done = _run(*args, cwd=news.parent)
    assert (done.returncode, said in done.stderr.decode()) == (code, True), done.stderr


SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "COLUMNS": "200", "TERM": "xterm-256color"},
)


def test_the_surroundings_change_no_byte(news: Path) -> None:
    written = []
    for around in SURROUNDINGS:
        extra = [part for name in ("json", "jsonl", "markdown", "csv") for part in ("--write", f"{name}={name}.out")]
        done = _run("check", "news", *extra, cwd=news.parent, environment=around)
        written.append([done.stdout, *((news.parent / f"{name}.out").read_bytes() for name in ("json", "jsonl", "markdown", "csv"))])
    assert all(written[0])
    assert written[0] == written[1]


def test_a_home_folder_that_may_not_be_written_is_no_trouble_and_nothing_is_left_there(news: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("no folder: not even root can write into it", encoding="utf-8")
    done = _run("check", ".", cwd=news, environment={"HOME": str(home), "XDG_CACHE_HOME": str(home)})
    assert done.returncode == 1
    assert home.read_text("utf-8").startswith("no folder")


def test_a_run_without_cache_leaves_nothing_in_the_home_folder(news: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    done = _run("check", ".", "--no-cache", cwd=news, environment={"HOME": str(home), "XDG_CACHE_HOME": str(home)})
    assert done.returncode == 1
    assert list(home.iterdir()) == []


def test_an_interrupted_run_ends_with_130(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", WAITING], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"exit 130: interrupted\n")
