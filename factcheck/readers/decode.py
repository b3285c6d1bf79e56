"""Bytes to text: byte-order marks, the encodings that files really have, and a plain word on what is no text at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.article import Diagnostic

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (.docx, .xlsx, .epub and .zip are)"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
# Beyond this share of bytes above ASCII, Windows-1252 is a poor guess: it would be another script in an old encoding.
_MOST_HIGH_BYTES = 0.12
_EMPTY = "is empty; expected the text of an article"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


Decoded = tuple[str | None, tuple[Diagnostic, ...]]


def decode(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """The text of a file without byte-order mark, line ends as they are, and what there is to say of its encoding.

    None where it is empty or cannot be read. `declared` is an encoding that the file names itself; it is asked only
    where the bytes are not UTF-8. Then Windows-1252 is tried, with a warning, where few bytes lie beyond ASCII.
    """
    text, diagnostics = _decode(data, path, declared)
    if text is not None and not text.strip():
        return None, (_error(path, None, _EMPTY),)
    return text, diagnostics


def _decode(data: bytes, path: str, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return None, (_error(path, None, f"is {what}, not text; convert it to .txt, .md or .html"),)
    nul = data.find(b"\0")
    if nul >= 0:
        return None, (_error(path, data.count(b"\n", 0, nul) + 1, _what_nul_means(data)),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _fall_back(data, path, declared, error)


def normalize_line_ends(text: str) -> str:
    r"""`text` with `\r\n` and lone `\r` as `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def mend_surrogates(text: str) -> str:
    """`text` with each half of a broken surrogate pair (JSON can carry them, no file can) as U+FFFD, of the same length."""
    return _LONE_SURROGATE.sub("\ufffd", text) if not text.isascii() else text


def _strict(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"says by its byte-order mark that it is {encoding.upper()}, but byte {error.start} is not; save it as UTF-8"
        return None, (_error(path, None, message),)
    return text, ()


def _fall_back(data: bytes, path: str, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    line = data.count(b"\n", 0, error.start) + 1
    found = f"byte 0x{data[error.start]:02x} is not UTF-8"
    if declared is not None:
        try:
            return data.decode(declared), ()
        except (LookupError, UnicodeDecodeError):
            found += f", nor {declared}, which the file declares"
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    if sum(1 for char in replaced if char > "\x7f") - broken > broken:  # UTF-8 with a few damaged places
        return replaced, (_warning(path, line, f"{found}; read as UTF-8 with {broken} unreadable place(s) replaced: check the file"),)
    if sum(1 for byte in data if byte > 0x7F) <= _MOST_HIGH_BYTES * len(data):
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            return text, (_warning(path, line, f"{found}; read as Windows-1252: save the file as UTF-8 to be sure"),)
    return None, (_error(path, line, f"{found}, and no other encoding fits; save the file as UTF-8"),)


def _what_nul_means(data: bytes) -> str:
    head = data[:2000]
    if len(head) >= 8 and (head[1::2].count(0) > 0.7 * len(head[1::2]) or head[::2].count(0) > 0.7 * len(head[::2])):
        return "looks like UTF-16 without a byte-order mark; save it as UTF-8"
    return "is binary (it has NUL bytes), not text; give the text of the article"


def _error(path: str, line: int | None, message: str) -> Diagnostic:
    return Diagnostic("error", path, line, message)


def _warning(path: str, line: int | None, message: str) -> Diagnostic:
    return Diagnostic("warning", path, line, message)


def read_text(data: bytes, path: str, declared: str | None = None) -> Iterator[str | Diagnostic]:
    """What `decode` says, diagnostics first and then the text if there is one: for readers that yield both."""
    text, diagnostics = decode(data, path, declared)
    yield from diagnostics
    if text is not None:
        yield text
