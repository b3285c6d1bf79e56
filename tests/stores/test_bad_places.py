"""What may be wrong with a store: each is told with place and remedy, and nothing is lost."""

from __future__ import annotations

import os
import resource
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import FactcheckError, UsageError
from factcheck.stores import StoreError, StoreFailure, open_store, schema
from factcheck.stores.connection import storable
from factcheck.stores.postgres import shown
from factcheck.stores.transfer import export
from factcheck.stores.upkeep import verify
from stores.desk import article, check
from stores.test_killed import ended, in_child

JAN = article("jan", "2031-01-05", "Some 3,400 US troops are stationed in Norway, a committee heard.")
FEB = article("feb", "2031-02-09", "About 5,100 US troops are stationed in Norway.")
# thousands of words that stand nowhere else, each of which the store counts
LONG = [article(f"long{n}", "2031-02-09", " ".join("".join("abcdefghij"[int(d)] for d in f"{n}{m:05}") for m in range(3000))) for n in range(3)]


def refused(place: str | Path, **options: Any) -> str:
    """What is said where a store cannot be opened, all of which end a run with 2."""
    with pytest.raises(StoreError) as error, open_store(str(place), **options):
        pass
    assert error.value.exit_code == 2
    return str(error.value)


def test_a_store_of_a_newer_factcheck_is_left_alone(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("ALTER TABLE articles ADD COLUMN section TEXT",)))
    with open_store(place) as store:
        name = store.name
    monkeypatch.undo()
    assert refused(place) == f"{name}: made by a newer factcheck (schema 2, this one knows 1); upgrade factcheck. The store was not touched"


def test_a_store_of_an_older_factcheck_is_brought_up_to_date_and_keeps_all(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(place) as store:
        check(store, [JAN])
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("ALTER TABLE articles ADD COLUMN section TEXT",)))
    with open_store(place) as store:
        assert store.db.schema_version() == 2
        assert store.db.rows("SELECT name, section FROM articles") == [("jan", None)]
        assert [f.status for f in check(store, [FEB]).findings] == ["new"]
        assert len(store.db.rows("SELECT * FROM who_said_what")) == 2


def test_a_step_that_fails_leaves_the_old_version(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(place) as store:
        check(store, [JAN])
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("ALTER TABLE articles ADD COLUMN section TEXT", "ALTER TABLE nothing ADD COLUMN x TEXT")))
    with pytest.raises(StoreFailure, match="nothing"), open_store(place):
        pass
    monkeypatch.undo()
    with open_store(place) as store:
        assert len(store.db.rows("SELECT * FROM who_said_what")) == 1


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("The store is in the other building. " * 50)
    assert refused(path) == f"{path}: not a store: the file is no SQLite database; name another file"
    assert path.read_text().startswith("The store is in the other building.")


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE marks (url TEXT)")
    assert refused(path) == f"{path}: a database of another program (1 tables and indexes), no store; name another file"


def test_tables_of_another_program_on_a_server(postgres: Any) -> None:
    import psycopg

    url = postgres.new_store()
    with psycopg.connect(url, autocommit=True) as db:
        db.execute("CREATE TABLE batches (loaves INTEGER)")
    assert refused(url).endswith("tables of another program, no store; name another database or schema")


def test_a_folder_and_a_folder_that_is_missing(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path}: a folder, no store; name a file, as in {tmp_path / 'factcheck.sqlite'}"
    path = tmp_path / "away" / "desk.sqlite"
    assert refused(path) == f"{path}: there is no folder {tmp_path / 'away'} to make the store in"


def test_a_store_that_has_to_be_there(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    assert refused(path, must_exist=True) == f"{path}: there is no store. factcheck check PATH --store {path} makes one"
    assert not path.exists()


def test_a_url_of_something_else() -> None:
    with pytest.raises(UsageError, match=r'store mysql://\.\.\.: expected a path or postgresql://, found "mysql"'), open_store("mysql://desk/news"):
        pass


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    said = refused(f"postgresql://desk:secret@/news?host={tmp_path}")
    assert said.startswith(f"postgresql://desk@/news?host={tmp_path}: no connection: ")
    assert said.endswith("Look at the URL, and whether the server runs")


def test_a_password_is_never_shown() -> None:
    assert (
        shown("postgresql://desk:se:cret@db.example/news?password=x&sslmode=require")
        == "postgresql://desk@db.example/news?password=***&sslmode=require"
    )


def as_nobody(work: Any) -> int:
    """How a process without any rights of ours ends that does the work: 10 and the exit code of the error."""

    def run() -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        try:
            work()
        except FactcheckError as error:
            os._exit(10 * error.exit_code + ("read-only" in str(error)))

    return ended(in_child(run))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes")
def test_a_read_only_folder_and_a_read_only_store(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    for part in (tmp_path, *list(tmp_path.parents)[:3]):  # a worker of xdist has a folder of its own
        if part.stat().st_uid == os.getuid() and part != Path("/tmp"):
            os.chmod(part, 0o755)
    path = folder / "desk.sqlite"
    with open_store(str(path)) as store:
        check(store, [JAN])
    before = path.read_bytes()
    os.chmod(path, 0o444)
    os.chmod(folder, 0o555)

    def write() -> None:
        with open_store(str(path)) as store:
            check(store, [FEB])

    def make() -> None:
        with open_store(str(folder / "new.sqlite")):
            pass

    assert as_nobody(write) == 21
    assert as_nobody(make) == 21
    os.chmod(folder, 0o755)
    os.chmod(path, 0o644)
    assert path.read_bytes() == before


def test_a_full_disk(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.sqlite")
    with open_store(path) as store:
        check(store, [JAN])
        store.look()
        before = list(export(store))
        store.rollback()
        pages = store.number("PRAGMA page_count")
        store.db.run(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFailure, match="the disk is full; nothing of the batch was recorded, and the store is as before") as error:
            check(store, LONG)
        assert error.value.exit_code == 3
    with open_store(path) as store:
        store.look()
        assert list(export(store)) == before
        assert verify(store) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.sqlite")
    with open_store(path) as store:
        check(store, [JAN])
        store.look()
        before = list(export(store))

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            with open_store(path) as store:
                check(store, LONG)
        except StoreFailure as error:
            os._exit(7 if "nothing was recorded" in str(error) or "nothing of the batch" in str(error) else 8)

    assert ended(in_child(work)) == 7
    with open_store(path) as store:
        store.look()
        assert list(export(store)) == before


def test_a_connection_that_is_lost(postgres: Any) -> None:
    url = postgres.new_store()
    with open_store(url) as store:
        check(store, [JAN])
        store.look()
        before = list(export(store))
        store.rollback()
        store.begin()
        store.db.run("DELETE FROM links")
        postgres.stop()
        try:
            with pytest.raises(StoreFailure, match=r"the connection was lost .* nothing of the batch was recorded") as error:
                store.commit()
        finally:
            postgres.start()
        assert error.value.exit_code == 3
    with open_store(url) as store:
        store.look()
        assert list(export(store)) == before


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with open_store(str(path)) as store:
        check(store, [JAN, FEB])
    data = bytearray(path.read_bytes())
    for at in range(8 * 4096, len(data), 4096):
        data[at : at + 60] = b"\xff" * 60
    path.write_bytes(bytes(data))
    assert "damaged" in faults_of(str(path))


def faults_of(place: str) -> str:
    """What a look at a store says of it, by way of `verify` or of an error."""
    try:
        with open_store(place) as store:
            store.look()
            return "damaged: " + "; ".join(found) if (found := verify(store)) else ""
    except StoreFailure as error:
        return str(error)


@pytest.mark.parametrize("text", ["zero\x00byte", "half \ud83d pair", "\x00", "\udcff\x00"])
def test_every_text_can_be_stored(place: str, text: str) -> None:
    with open_store(place) as store:
        made = article("odd", "2031-01-05", "Some 3,400 US troops are stationed in Norway, a committee heard.", publisher=text)
        check(store, [made])
        assert store.db.rows("SELECT publisher FROM who_said_what") == [(storable(text),)]
