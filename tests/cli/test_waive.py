"""`factcheck waive`: what it writes, what it refuses, and that the finding passes until the day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reporters.made import AGREEMENT, CONFLICT, REPORT

from .conftest import Run, Stub

FILE = Path("factcheck-waivers.yml")
ONE = replace(CONFLICT, id="a" * 16, relations=(replace(CONFLICT.relations[0], fingerprint="a" * 16),))
TWO = replace(ONE, id="aaaaaab000000000", subject="sailors in Ruritania")
SAID = ("--reason", "Counted twice: see the mail.", "--until", "2031-12-31", "--owner", "A. Holm")


@pytest.fixture(autouse=True)
def _desk(pipeline: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1938038400")  # 2031-06-01
    monkeypatch.setenv("LOGNAME", "holm")
    pipeline.report = replace(REPORT, findings=(AGREEMENT, ONE), diagnostics=())


def test_a_waiver_is_written_and_the_finding_passes(run: Run) -> None:
    done = run("waive", "aaaaaa", "news", *SAID)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "waived until 2031-12-31: aaaaaaaaaaaaaaaa (stationed_personnel, soldiers in Ruritania: 780 | about 900), in factcheck-waivers.yml\n"
    )
    assert FILE.read_text("utf-8") == (
        "# Findings that somebody lets pass until a day; written by: factcheck waive FINDING --reason TEXT --until DATE\n"
        "waivers:\n"
        "  - finding: aaaaaaaaaaaaaaaa\n"
        '    about: "stationed_personnel, soldiers in Ruritania: 780 | about 900"\n'
        '    reason: "Counted twice: see the mail."\n'
        '    owner: "A. Holm"\n'
        "    until: 2031-12-31\n"
    )
    assert run("check", "news").code == 0
    assert run("check", "news", "--now", "2032-01-01").code == 1


def test_the_finding_may_come_from_a_report(run: Run, pipeline: Stub) -> None:
    run("check", "news", "-f", "json", "-o", "r.json")
    pipeline.calls.clear()
    assert run("waive", "aaaaaa", "--report", "r.json", *SAID).code == 0
    assert pipeline.calls == []
    assert "finding: aaaaaaaaaaaaaaaa" in FILE.read_text("utf-8")


def test_a_whole_id_needs_no_look_up(run: Run, pipeline: Stub) -> None:
    done = run("waive", "a" * 16, *SAID)
    assert (done.code, done.err) == (0, "note: the finding was not looked up; only the pair of values with this id is waived\n")
    assert pipeline.calls == []
    assert run("check", "news").code == 0


def test_the_owner_is_the_user_where_nobody_is_named(run: Run) -> None:
    run("waive", "aaaaaa", "news", *SAID[:4])
    assert '    owner: "holm"\n' in FILE.read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "last"),
    [
        (("aaaaaa", "news", *SAID[:2], "--until", "2031-05-31"), "exit 2: --until 2031-05-31 is over (today is 2031-06-01); a waiver that has ended"),
        (("aaaaaa", "news", *SAID[:2], "--until", "May"), 'exit 2: --until: expected a day such as 2026-03-31, found "May"'),
        (("aaaaaa", "news", *SAID[2:], "--reason", " "), "exit 2: --reason is empty; say why the finding may pass"),
        (("aaaaaa", "news", *SAID[2:]), "exit 2: Missing option '--reason'."),
        (("aaaaaa", "news", *SAID[:2]), "exit 2: Missing option '--until'."),
        (
            ("aaaaaa", *SAID),
            'exit 2: "aaaaaa" is not a whole id; say where the finding is: factcheck waive aaaaaa PATH..., --report FILE, or --store PLACE',
        ),
        (("bbbbbb", "news", *SAID), 'exit 2: no finding begins with "bbbbbb"'),
        (("a91f3e", "news", *SAID), 'exit 2: the verdict of a91f3e is "agree"; there is nothing to waive'),
        (("aaaaaa", "news", "--report", "r.json", *SAID), "exit 2: give --report FILE or PATH, not both"),
    ],
)
def test_what_cannot_be_waived_is_told_and_nothing_is_written(run: Run, args: tuple[str, ...], last: str) -> None:
    done = run("waive", *args)
    assert done.code == 2
    assert done.last.startswith(last)
    assert not FILE.exists()


def test_a_prefix_that_two_findings_share_waives_none(run: Run, pipeline: Stub) -> None:
    pipeline.report = replace(REPORT, findings=(ONE, TWO), diagnostics=())
    assert run("waive", "aaaaaa", "news", *SAID).last.startswith('exit 2: "aaaaaa" is the beginning of 2 findings')
    pipeline.report = replace(REPORT, findings=(ONE, ONE), diagnostics=())
    assert run("waive", "aaaaaa", "news", *SAID).last == f'exit 2: 2 findings share the id "{"a" * 16}"; nothing is waived'
    assert not FILE.exists()


def test_a_finding_is_waived_once(run: Run) -> None:
    run("waive", "aaaaaa", "news", *SAID)
    before = FILE.read_text("utf-8")
    assert run("waive", "aaaaaa", "news", *SAID).last == (
        "exit 2: factcheck-waivers.yml:3: aaaaaaaaaaaaaaaa is waived already, until 2031-12-31; change it there"
    )
    assert FILE.read_text("utf-8") == before


def test_articles_keep_no_waivers(run: Run) -> None:
    Path("news").mkdir()
    assert "a batch cannot waive itself" in run("waive", "aaaaaa", "news", "--waivers", "news/w.yml", *SAID).last
    assert list(Path("news").iterdir()) == []


def test_a_hostile_subject_stays_text(run: Run, pipeline: Stub) -> None:
    mean = replace(ONE, subject='"\n- finding: x\x1b[2J\u2028"')
    pipeline.report = replace(REPORT, findings=(mean,), diagnostics=())
    assert run("waive", "aaaaaa", "news", *SAID).code == 0
    assert FILE.read_text("utf-8").count("\n") == 7
    assert run("check", "news").code == 0
