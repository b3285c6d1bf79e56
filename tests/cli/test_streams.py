"""Bytes leaving the program: whole files, broken pipes, full disks, closed streams."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.streams import check_target, encode, write_file
from factcheck.errors import UsageError

ROWS = "from factcheck.cli.streams import write_stdout; write_stdout('x' * 5_000_000)"


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_file(str(tmp_path / "r.txt"), "naïve\n")
    assert [path.name for path in tmp_path.iterdir()] == ["r.txt"]
    assert (tmp_path / "r.txt").read_bytes() == b"na\xc3\xafve\n"


def test_a_file_that_was_there_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "r.txt"
    target.write_text("old")
    target.chmod(0o640)
    write_file(str(target), "new")
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_link_stays_and_the_file_behind_it_changes(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(str(tmp_path / "link.txt"), "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "r.txt"
    target.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UsageError, match=r"cannot write .*r\.txt: No space left on device"):
        write_file(str(target), "new")
    assert (target.read_text(), len(list(tmp_path.iterdir()))) == ("old", 1)


def test_a_device_is_written_to_as_it_is() -> None:
    check_target(os.devnull)
    write_file(os.devnull, "gone")
    assert not Path(os.devnull).is_file()


def test_half_a_surrogate_pair_is_written_out() -> None:
    assert encode("a\udcffb") == b"a\\udcffb"


def test_a_reader_who_left_early_is_no_error() -> None:
    done = subprocess.run(
        f'{sys.executable} -c "{ROWS}" | head -c 1; echo ${{PIPESTATUS[0]}}', shell=True, capture_output=True, executable="/bin/bash", text=True
    )
    assert (done.stdout, done.stderr) == ("x0\n", "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_an_error() -> None:
    code = "import sys; from factcheck.cli import main; sys.exit(main(['config', 'schema', 'report']))"
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "exit 2: cannot write to standard output: No space left on device\n")


def test_a_closed_standard_output_is_an_error() -> None:
    done = subprocess.run(f"{sys.executable} -m factcheck config schema report >&-", shell=True, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "exit 2: standard output is closed; write to a file with -o FILE\n")


def test_a_closed_standard_error_changes_nothing() -> None:
    done = subprocess.run(f"{sys.executable} -m factcheck nonsense 2>&-", shell=True, stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (2, b"")


def test_help_into_a_closed_pipe_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} -m factcheck --help | true; echo ${{PIPESTATUS[0]}}", shell=True, capture_output=True, executable="/bin/bash", text=True
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.parametrize("variables", [{"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}])
def test_the_locale_changes_no_byte(variables: dict[str, str]) -> None:
    code = "from factcheck.cli.streams import write_stdout; write_stdout('Shinjirō\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env={**os.environ, **variables}, check=True)
    assert done.stdout == b"Shinjir\xc5\x8d\n"
