"""Where bytes leave the program: standard output, standard error, and files that are whole or not there at all.

All text leaves as UTF-8 with `\\n`, whatever the locale says; half a surrogate pair (of a path that is no UTF-8) leaves
as `\\udcff`, which is also how JSON writes it.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from factcheck.errors import UsageError


def encode(text: str) -> bytes:
    """The bytes of a text, as they leave."""
    return text.encode("utf-8", "backslashreplace")


def say(line: str, end: str = "\n") -> None:
    """Write one line to standard error; a closed one is nobody's loss."""
    if sys.stderr is None:
        return
    line = no_commands(line)
    with suppress(BrokenPipeError, ValueError):
        stream = getattr(sys.stderr, "buffer", None)
        if stream is None:
            sys.stderr.write(line + end)
        else:
            sys.stderr.flush()
            stream.write(encode(line + end))
        sys.stderr.flush()


def no_commands(text: str) -> str:
    """Text for people, in GitHub Actions so that nothing an article says in it is a command; elsewhere as it is."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return "\n".join(map(no_command, text.split("\n")))


def no_command(line: str) -> str:
    """The line so that GitHub's runner, which reads every line of a log, takes nothing in it for a command.

    >>> no_command("::error::x"), no_command("a ##[error]x")
    ('\\u200b::error::x', 'a #\\u200b#[error]x')
    """
    guarded = line.replace("##[", "#\u200b#[")
    return f"\u200b{guarded}" if guarded.lstrip().startswith("::") else guarded


def write_stdout(text: str) -> None:
    """Write data to standard output. A reader who left early (`| head`) changes nothing; a full disk is a UsageError."""
    if sys.stdout is None:
        raise UsageError("standard output is closed; write to a file with -o FILE")
    try:
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            stream.write(encode(text))
        sys.stdout.flush()
    except BrokenPipeError:
        hush_stdout()
    except OSError as error:
        hush_stdout()
        raise UsageError(f"cannot write to standard output: {error.strerror or error}") from None


def hush_stdout() -> None:
    """Point standard output at nothing, so that the interpreter's last flush cannot fail."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def check_target(path: str) -> None:
    """UsageError where a file could not be written there: said before the work, not after it."""
    target = Path(path)
    if target.is_dir():
        raise UsageError(f"cannot write {path}: it is a folder")
    if _is_special(target):
        return
    folder = _real(target).parent
    if not folder.is_dir():
        raise UsageError(f"cannot write {path}: there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"cannot write {path}: the folder {folder} is read-only")


def write_file(path: str, text: str) -> None:
    """Write a file that is either whole or as it was before; UsageError where that fails."""
    _write_parts(path, [encode(text)])


def write_lines(path: str | None, lines: Iterable[str]) -> None:
    """Write many lines without holding them all, to a file as `write_file` does or to standard output (None)."""
    if path is not None:
        _write_parts(path, (encode(f"{line}\n") for line in lines))
        return
    waiting = iter(lines)
    while part := list(islice(waiting, 1000)):
        write_stdout("\n".join(part) + "\n")


def _write_parts(path: str, parts: Iterable[bytes]) -> None:
    target = Path(path)
    try:
        if _is_special(target):
            with open(target, "wb") as out:
                out.writelines(parts)
            return
        target = _real(target)
        scratch = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            with open(scratch, "xb") as out:
                out.writelines(parts)
                out.flush()
                os.fsync(out.fileno())
            if target.exists():
                os.chmod(scratch, stat.S_IMODE(target.stat().st_mode))
            os.replace(scratch, target)
        finally:
            scratch.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from None


def append_file(path: str, text: str) -> None:
    """Write behind what stands in a file that several may write to; UsageError where that fails."""
    try:
        with open(path, "ab") as out:
            out.write(encode(text))
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from None


def create_file(path: Path, text: str) -> None:
    """Write a file that is not there yet, and the folders above it; UsageError where it is, or where it cannot be written."""
    make_folder(path.parent)
    try:
        with open(path, "xb") as out:
            out.write(encode(text))
    except FileExistsError:
        raise UsageError(f"{path} is there already; nothing was written") from None
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from None


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing; UsageError where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {folder}: {error.strerror or error}") from None


def _real(target: Path) -> Path:
    return Path(os.path.realpath(target))  # through symbolic links: the link stays, the file behind it changes


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file()  # /dev/null, a named pipe
