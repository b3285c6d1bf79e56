"""Stores to test with: an SQLite file, and a PostgreSQL server that the tests start for themselves.

Each test that takes `place` runs on both. Where no server can be started, those tests are skipped, and the run ends with a
warning that says so.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

NONE = "NO POSTGRESQL: stores are tested in SQLite alone; install it (apt-get install -y postgresql)"
_names = itertools.count(1)


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl, None where PostgreSQL is not installed."""
    folders = [Path(found).resolve().parent] if (found := shutil.which("initdb")) else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def _as_ordinary_user(command: list[str]) -> list[str]:
    """The server refuses to run as root, so root runs it as `nobody`."""
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command] if os.geteuid() == 0 else command


class Server:
    """A PostgreSQL server in a folder of its own, that listens on a socket in it and nowhere else."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self.folder = programs, folder
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
        self._run("initdb", "-D", str(folder / "data"), "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=20"
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(_as_ordinary_user([str(self._programs / program), *arguments]), check=True, capture_output=True, cwd="/", timeout=120)

    def url(self, schema: str) -> str:
        return f"postgresql://desk@/postgres?host={self.folder}&options=-csearch_path%3D{schema}"

    def new_store(self) -> str:
        """The URL of a schema that no test used before."""
        import psycopg

        schema = f"s{next(_names)}"
        with psycopg.connect(self.url("public"), autocommit=True) as db:
            db.execute(f"CREATE SCHEMA {schema}")
        return self.url(schema)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    programs = _programs()
    if programs is None:
        warnings.warn(NONE, stacklevel=1)
        pytest.skip(NONE)
    with tempfile.TemporaryDirectory(prefix="fcpg") as name:  # a socket's path may have 107 bytes
        os.chmod(name, 0o755)
        try:
            server = Server(programs, Path(name))
        except (OSError, subprocess.SubprocessError) as error:
            warnings.warn(f"{NONE} ({error})", stacklevel=1)
            pytest.skip(f"PostgreSQL cannot be started: {error}")
        yield server
        server.stop()


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store is to be made: a path, and a URL."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.sqlite")
    server: Server = request.getfixturevalue("postgres")
    return server.new_store()
