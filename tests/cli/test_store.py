"""`check --store`, `factcheck store`, `factcheck review`, `explain --store`: what they print, and how they end."""

from __future__ import annotations

import io
import json
import sqlite3
from pathlib import Path

import pytest
from stores.desk import make_quick

from cli.conftest import Run

JAN = {"id": "jan", "publisher": "Fjord Daily", "published": "2031-01-05", "text": "Some 3,400 US troops are stationed in Norway, a committee heard."}
FEB = {"id": "feb", "publisher": "Skerry Wire", "published": "2031-02-09", "text": "About 5,100 US troops are stationed in Norway."}
MAR = {"id": "mar", "publisher": "Bryggen Post", "published": "2031-03-01", "text": "Some 3,400 US troops are stationed in Norway, it is said."}
STORE = ("--store", "desk.sqlite")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    make_quick(monkeypatch)


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    for row in (JAN, FEB, MAR):
        (tmp_path / f"{row['id']}.json").write_text(json.dumps(row))
    return tmp_path


@pytest.fixture
def conflict(batch: Path, run: Run) -> str:
    """A store with a conflict; the beginning of its id."""
    assert run("check", "jan.json", *STORE, "--now", "2031-01-06").code == 0
    done = run("check", "feb.json", *STORE, "--now", "2031-02-10")
    assert done.code == 1
    return done.last.split("explain ")[1].split(" ")[0]


def test_what_is_new_ends_with_1_and_what_is_known_with_0(batch: Path, run: Run) -> None:
    assert run("check", "jan.json", *STORE).code == 0
    first = run("check", "feb.json", *STORE)
    assert (first.code, first.last[:61]) == (1, 'exit 1: 1 new finding at or above "error". Next: factcheck ex')
    assert first.last.endswith("--store desk.sqlite")
    assert "Checked 2 articles (1 new), 2 claims, 1 attribute\n1 conflict new\n" in first.out
    second = run("check", "mar.json", *STORE)
    assert (second.code, second.err) == (0, "")
    assert second.out.endswith("0 conflict new, 1 known\n")


def test_the_store_answers_as_it_stood_and_what_came_since_counts_as_new(batch: Path, run: Run) -> None:
    run("check", "jan.json", *STORE, "--now", "2031-01-06")
    run("check", "feb.json", *STORE, "--now", "2031-02-10T09:00:00+01:00")
    assert run("check", "mar.json", *STORE, "--as-of", "2031-02-10T07:59:59").code == 0
    assert "1 conflict new, 0" not in run("check", "mar.json", *STORE, "--as-of", "2031-02-10").out
    assert [run("check", "jan.json", *STORE, "--since", day, "--no-record").code for day in ("2031-02-10", "2031-02-11")] == [1, 0]
    assert run("check", "mar.json", "--store", "new.sqlite", "--as-of", "2031-02-10").last.startswith("exit 2: new.sqlite: there is no store.")


def test_without_recording_the_same_is_new_again(batch: Path, run: Run) -> None:
    run("check", "jan.json", *STORE)
    assert [run("check", "feb.json", *STORE, "--no-record").code for _ in range(2)] == [1, 1]
    assert run("check", "mar.json", *STORE).code == 0


def test_a_run_that_cannot_write_its_report_records_nothing(batch: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check", "jan.json", *STORE)
    from factcheck.errors import UsageError

    def fail(*_: object) -> None:
        raise UsageError("cannot write out.json: no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("factcheck.cli.batch.write_file", fail)
        assert run("check", "feb.json", *STORE, "-f", "json", "-o", "out.json").code == 2
    assert run("check", "feb.json", *STORE).code == 1


def test_explain_finds_a_finding_in_the_store(conflict: str, run: Run) -> None:
    done = run("explain", conflict, *STORE)
    assert done.code == 0
    assert "  jan.json:1 (jan:1:1)" in done.out or "  jan.json" in done.out
    assert run("explain", "0" * 8, *STORE).code == 2


def test_the_store_may_be_set_in_a_file_and_in_the_environment(batch: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (batch / "factcheck.toml").write_text('store = "kept/desk.sqlite"\n')
    (batch / "kept").mkdir()
    assert run("check", "jan.json").code == 0
    assert (batch / "kept" / "desk.sqlite").exists()
    monkeypatch.setenv("FACTCHECK_STORE", "other.sqlite")
    assert run("check", "feb.json").code == 0
    assert run("store", "info").out.startswith("store            other.sqlite (schema 1)\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("check", "jan.json", "--as-of", "2031-01-01"), 2, "--as-of asks about a store; name it with --store"),
        (("check", "jan.json", "--no-record"), 2, "--no-record asks about a store; name it with --store"),
        (
            ("check", "jan.json", *STORE, "--since", "last week"),
            2,
            '--since: expected an ISO 8601 date or time such as 2026-03-31, found "last week"',
        ),
        (("check", "jan.json", "--store", "jan.json"), 2, "jan.json: not a store: the file is no SQLite database; name another file"),
        (("check", "jan.json", "--store", "no/desk.sqlite"), 2, "no/desk.sqlite: there is no folder "),
        (("store", "info"), 2, "which store? Name it with --store, or as store in the settings"),
        (("store", "info", *STORE), 2, "desk.sqlite: there is no store. factcheck check PATH --store desk.sqlite makes one"),
        (("store", "import", "none.jsonl", *STORE), 2, "cannot read none.jsonl: No such file or directory"),
        (("store", "prune", "--before", "soon", *STORE), 2, '--before: expected a day such as 2026-03-31, found "soon"'),
        (("review", *STORE, "--stats", "--apply", "d.json"), 2, "give --apply or --stats, not both"),
        (("store", "info", "--store", "mysql://desk"), 2, 'store mysql://...: expected a path or postgresql://, found "mysql"'),
    ],
)
def test_a_wrong_call_is_told(batch: Path, run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = run(*arguments)
    assert (done.code, said in done.last) == (code, True), done.last
    assert not (batch / "desk.sqlite").exists() or arguments[0] == "check"


def test_a_store_of_a_newer_program_ends_with_2(conflict: str, run: Run) -> None:
    with sqlite3.connect("desk.sqlite") as db:
        db.execute("PRAGMA user_version = 99")
    done = run("check", "mar.json", *STORE)
    assert (done.code, done.last) == (
        2,
        "exit 2: desk.sqlite: made by a newer factcheck (schema 99, this one knows 1); upgrade factcheck. The store was not touched",
    )


def test_info_says_what_is_in_it(conflict: str, run: Run) -> None:
    lines = run("store", "info", *STORE).out.splitlines()
    assert lines[:7] == [
        "store            desk.sqlite (schema 1)",
        "batches          2, recorded 6 Jan 2031 to 10 Feb 2031",
        "articles         2, published 5 Jan 2031 to 9 Feb 2031",
        "superseded       0 older versions",
        "claims           2 on 1 subject",
        "findings         1 conflict",
        "decisions        0",
    ]
    assert "batches          1, recorded 6 Jan 2031\n" in run("store", "info", *STORE, "--as-of", "2031-01-31").out


def test_a_copy_of_a_store_is_the_store(conflict: str, run: Run) -> None:
    run("store", "export", *STORE, "-o", "desk.jsonl")
    done = run("store", "import", "desk.jsonl", "--store", "copy.sqlite")
    assert (done.code, "rows imported" in done.err) == (0, True)
    assert run("store", "export", "--store", "copy.sqlite").out == Path("desk.jsonl").read_text()
    assert run("store", "verify", "--store", "copy.sqlite").code == 0


def test_prune_takes_out_and_dry_run_does_not(conflict: str, run: Run) -> None:
    said = "1 article, 1 claim, 1 finding from before 2031-02-01"
    assert f"{said} would be taken out" in run("store", "prune", "--before", "2031-02-01", "--dry-run", *STORE).err
    assert f"{said} were taken out" in run("store", "prune", "--before", "2031-02-01", *STORE).err
    assert "articles         1, published 9 Feb 2031\n" in run("store", "info", *STORE).out


def test_a_store_that_does_not_hold_together_ends_with_1(conflict: str, run: Run) -> None:
    assert run("store", "verify", *STORE).code == 0
    with sqlite3.connect("desk.sqlite") as db:
        db.execute("DELETE FROM placements")
    done = run("store", "verify", *STORE)
    assert (done.code, done.out) == (1, "articles without a place in a story or origin: jan, feb\n1 articles counted, 0 are there\n") or (
        done.code,
        done.out.splitlines()[0],
    ) == (1, "articles without a place in a story or origin: jan, feb")


def review(run: Run, monkeypatch: pytest.MonkeyPatch, keys: str, *more: str) -> tuple[int, str]:
    monkeypatch.setattr("sys.stdin", io.StringIO(keys))
    done = run("review", *STORE, "--who", "A. Holm", "--now", "2031-02-11", *more)
    return done.code, done.out


def decided() -> list[tuple[object, ...]]:
    with sqlite3.connect("desk.sqlite") as db:
        return db.execute("SELECT decision, why, who, made, until, undone IS NOT NULL FROM decisions ORDER BY id").fetchall()


def test_a_key_decides(conflict: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out = review(run, monkeypatch, "y\n")
    assert (code, out.endswith("The sources do conflict.\n1 decision recorded, 0 open.\n")) == (0, True)
    assert "1 of 1\nstationed_personnel  United States troops in Norway" in out
    assert decided() == [("real", "", "A. Holm", "2031-02-11T00:00:00Z", None, 0)]
    assert review(run, monkeypatch, "") == (0, "Nothing is open.\n")


def test_a_waiver_wants_a_reason_and_takes_a_day(conflict: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    review(run, monkeypatch, "w\n\ntwo counts\nsoon\n2031-03-31\n")
    assert decided() == [("waived", "two counts", "A. Holm", "2031-02-11T00:00:00Z", "2031-03-31", 0)]
    assert run("check", "mar.json", *STORE, "--now", "2031-03-02").out.endswith("0 conflict new, 1 waived until 31 Mar 2031\n")


def test_what_was_undone_is_asked_again_and_what_was_deferred_comes_back(conflict: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out = review(run, monkeypatch, "u\nx\nq\n")
    assert ("nothing to undo" in out, 'no key "x"' in out, out.endswith("0 decisions recorded, 1 open.\n")) == (True, True, True)
    review(run, monkeypatch, "d\n")
    code, out = review(run, monkeypatch, "n\nboth are right\n")
    assert (code, "1 decision recorded, 0 open." in out) == (0, True)
    assert [row[0] for row in decided()] == ["deferred", "not"]


def test_undo_takes_the_last_decision_back(batch: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        {**JAN, "id": "j2", "text": "Some 900 US troops are stationed in Portugal, a committee heard."},
        {**FEB, "id": "f2", "text": "About 2,000 US troops are stationed in Portugal."},
    ]
    (batch / "more.jsonl").write_text("\n".join(map(json.dumps, rows)))
    run("check", "jan.json", "feb.json", "more.jsonl", *STORE)
    _, out = review(run, monkeypatch, "y\nu\nn\n\ny\n")
    assert out.endswith("2 decisions recorded, 0 open.\n")
    assert [(row[0], row[-1]) for row in decided()] == [("real", 1), ("not", 0), ("real", 0)]


def test_decisions_of_the_page_are_applied_once(conflict: str, run: Run) -> None:
    with sqlite3.connect("desk.sqlite") as db:
        name = db.execute("SELECT name FROM findings").fetchone()[0]
    row = {"fingerprint": name, "decision": "scope", "why": "one counts crews", "who": "B. Dahl"}
    Path("decisions.json").write_text(json.dumps({"schema": "factcheck-decisions/1", "decisions": [row]}))
    assert run("review", *STORE, "--apply", "decisions.json").out == "1 decision recorded, 0 known already.\n"
    assert run("review", *STORE, "--apply", "decisions.json").out == "0 decisions recorded, 1 known already.\n"
    assert [row[:3] for row in decided()] == [("scope", "one counts crews", "B. Dahl")]


def test_a_decision_on_no_finding_records_none(conflict: str, run: Run) -> None:
    rows = [{"fingerprint": conflict, "decision": "real"}, {"fingerprint": "0123456789abcdef", "decision": "real"}]
    Path("decisions.json").write_text(json.dumps({"schema": "factcheck-decisions/1", "decisions": rows}))
    done = run("review", *STORE, "--apply", "decisions.json")
    assert (done.code, done.last) == (
        2,
        "exit 2: decisions.json: 0123456789abcdef: no finding in the store begins so; nothing of the file was recorded",
    )
    assert decided() == []


def test_precision_is_the_share_of_real_ones_among_those_judged(conflict: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("review", *STORE, "--stats").out == "Nothing was decided yet.\n"
    review(run, monkeypatch, "y\n")
    assert run("review", *STORE, "--stats").out == (
        "attribute            real    not    scope    waived    deferred    precision\n"
        "-------------------  ------  -----  -------  --------  ----------  -----------\n"
        "stationed_personnel  1       0      0        0         0           1.00\n"
        "all                  1       0      0        0         0           1.00\n"
    )


def test_sqlite3_answers_who_said_what(conflict: str) -> None:
    with sqlite3.connect("file:desk.sqlite?mode=ro", uri=True) as db:
        rows = db.execute("SELECT publisher, value, published, line FROM who_said_what WHERE subject LIKE '%Norway%' ORDER BY published").fetchall()
    assert rows == [("Fjord Daily", "Some 3,400", "2031-01-05", 1), ("Skerry Wire", "About 5,100", "2031-02-09", 1)]


def test_a_password_is_not_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_STORE", "postgresql://desk:secret@db.example/news")
    assert 'store = "postgresql://desk@db.example/news"' in run("config", "show").out
