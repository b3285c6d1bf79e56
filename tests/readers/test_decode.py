"""Bytes to text, and what is said of bytes that are none."""

import pytest

from factcheck.model.article import Diagnostic
from factcheck.readers.decode import decode

READABLE = [
    ("UTF-8", "Gdańsk".encode(), "Gdańsk"),
    ("UTF-8 with a mark", b"\xef\xbb\xbfOslo", "Oslo"),
    ("UTF-16 with a mark", "Gdańsk".encode("utf-16"), "Gdańsk"),
    ("UTF-16 the other way round", b"\xfe\xff" + "Oslo".encode("utf-16-be"), "Oslo"),
    ("UTF-32 with a mark", "Oslo".encode("utf-32"), "Oslo"),
]


@pytest.mark.parametrize(("name", "data", "text"), READABLE, ids=[name for name, _, _ in READABLE])
def test_text_is_read_without_a_word(name: str, data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == (text, ())


REFUSED = [
    ("nothing", b"", None, "is empty; expected the text of an article"),
    ("white space", b" \n\t", None, "is empty; expected the text of an article"),
    ("only a mark", b"\xff\xfe", None, "is empty; expected the text of an article"),
    ("a PDF", b"%PDF-1.7\n", None, "is a PDF, not text; convert it to .txt, .md or .html"),
    ("NUL bytes", b"a\nb\x00c", 2, "is binary (it has NUL bytes), not text; give the text of the article"),
    ("UTF-16 without a mark", "Oslo, Bergen".encode("utf-16-le"), 1, "looks like UTF-16 without a byte-order mark; save it as UTF-8"),
    ("a broken UTF-16", b"\xff\xfea\x00b", None, "says by its byte-order mark that it is UTF-16-LE, but byte 2 is not; save it as UTF-8"),
    ("Shift JIS", "月曜日に発表された".encode("shift_jis"), 1, "byte 0x8c is not UTF-8, and no other encoding fits; save the file as UTF-8"),
]


@pytest.mark.parametrize(("name", "data", "line", "message"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_is_no_text_is_refused_with_a_remedy(name: str, data: bytes, line: int | None, message: str) -> None:
    assert decode(data, "a.txt") == (None, (Diagnostic("error", "a.txt", line, message),))


def test_a_stray_windows_byte_is_read_with_a_warning() -> None:
    text, diagnostics = decode(b"It rained.\nThe mayor\x92s office was shut for 3 days.", "a.txt")
    assert text == "It rained.\nThe mayor’s office was shut for 3 days."
    assert diagnostics == (Diagnostic("warning", "a.txt", 2, "byte 0x92 is not UTF-8; read as Windows-1252: save the file as UTF-8 to be sure"),)


def test_damaged_utf_8_keeps_its_other_letters() -> None:
    text, diagnostics = decode("Gdańsk, Łódź".encode() + b"\xc5", "a.txt")
    assert text == "Gdańsk, Łódź\ufffd"
    assert [diagnostic.message for diagnostic in diagnostics] == [
        "byte 0xc5 is not UTF-8; read as UTF-8 with 1 unreadable place(s) replaced: check the file"
    ]


def test_a_declared_encoding_is_believed_where_the_bytes_are_not_utf_8() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "a.html", "iso-8859-2") == ("Łódź", ())
    assert decode("Łódź".encode(), "a.html", "iso-8859-2") == ("Łódź", ())


def test_an_unknown_declared_encoding_is_named() -> None:
    _, diagnostics = decode(b"The mayor\x92s office was shut.", "a.html", "x-none")
    assert diagnostics[0].message.startswith("byte 0x92 is not UTF-8, nor x-none, which the file declares; read as Windows-1252")
