"""Paths to articles and diagnostics: what is found, what is refused, what is said of a bad input."""

import os
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.model.article import Diagnostic
from factcheck.readers import Inputs, read_inputs

NEWS = "A ferry sank off the coast on Monday and 14 people were saved.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def ids(inputs: Inputs) -> list[str]:
    return [article.id for article in inputs.articles]


def said(inputs: Inputs) -> list[tuple[str, str, int | None]]:
    return [(diagnostic.severity, diagnostic.path, diagnostic.line) for diagnostic in inputs.diagnostics]


def test_a_file_is_an_article_named_after_it(folder: Path) -> None:
    write(folder / "storm.txt", NEWS)
    (article,) = read_inputs(["storm.txt"]).articles
    assert (article.id, article.path, article.text, article.has_explicit_id, article.line) == ("storm", "storm.txt", NEWS, False, None)


def test_a_folder_is_searched_in_order_without_hidden_files(folder: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/c.txt", "c.TXT"):
        write(folder / name, NEWS)
    inputs = read_inputs(["."])
    assert [article.path for article in inputs.articles] == ["a/z.txt", "b.txt", "c.TXT"]
    assert inputs.files == 3


def test_files_that_no_reader_reads_are_passed_over_with_a_note(folder: Path) -> None:
    for name in ("a.txt", "b.pdf", "c.docx", "d.pdf"):
        write(folder / name, NEWS)
    inputs = read_inputs(["."])
    assert ids(inputs) == ["a"]
    assert inputs.diagnostics == (Diagnostic("note", ".", None, "files passed over, as no reader reads their ending: 1 with .docx, 2 with .pdf"),)


def test_a_pattern_that_no_shell_expanded_is_expanded(folder: Path) -> None:
    for name in ("a1.txt", "a2.md", "b.txt", "deep/er/a3.txt"):
        write(folder / name, NEWS)
    assert ids(read_inputs(["a*"])) == ["a1", "a2"]
    assert ids(read_inputs(["**/*.txt"])) == ["a1", "b", "a3"]


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    write(folder / "in" / "a.txt", NEWS)
    assert read_inputs(["in", "in/a.txt", "./in"]).files == 1


def test_a_missing_path_is_refused_before_anything_is_read(folder: Path) -> None:
    write(folder / "storm.txt", b"\xff\xfe\x00")
    with pytest.raises(UsageError, match=r'strom\.txt: no such file or folder; did you mean "storm\.txt"\?'):
        read_inputs(["storm.txt", "strom.txt"])


def test_a_pattern_without_a_match_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"\*\.txt: no file matches the pattern"):
        read_inputs(["*.txt"])


def test_a_file_that_no_reader_reads_is_refused_with_those_on_offer(folder: Path) -> None:
    write(folder / "feed.atom", NEWS)
    with pytest.raises(UsageError, match=r'feed\.atom: no reader for "\.atom"; on offer: \.csv, .*\.txt, or - for standard input'):
        read_inputs(["feed.atom"])


def test_an_empty_folder_gives_nothing_and_no_error(folder: Path) -> None:
    assert read_inputs(["."]) == Inputs((), (), 0)


def test_files_of_one_name_get_their_path_in_the_folder_as_id(folder: Path) -> None:
    write(folder / "in" / "one" / "day.txt", NEWS)
    write(folder / "in" / "two" / "day.txt", NEWS)
    write(folder / "in" / "other.txt", NEWS)
    assert ids(read_inputs(["in"])) == ["one/day.txt", "other", "two/day.txt"]


def test_files_of_one_name_in_two_paths_get_the_whole_path_as_id(folder: Path) -> None:
    write(folder / "one" / "day.txt", NEWS)
    write(folder / "two" / "day.txt", NEWS)
    assert ids(read_inputs(["one", "two"])) == ["one/day.txt", "two/day.txt"]


def test_rows_are_named_by_file_and_line(folder: Path) -> None:
    write(folder / "day.jsonl", '{"text": "One."}\n\n{"text": "Two."}\n')
    inputs = read_inputs(["day.jsonl"])
    assert [(article.id, article.line) for article in inputs.articles] == [("day.jsonl:1", 1), ("day.jsonl:3", 3)]


def test_rows_of_files_of_one_name_get_the_path_and_the_line(folder: Path) -> None:
    write(folder / "in" / "one" / "day.jsonl", '{"text": "One."}\n')
    write(folder / "in" / "two" / "day.jsonl", '{"text": "Two."}\n')
    assert ids(read_inputs(["in"])) == ["one/day.jsonl:1", "two/day.jsonl:1"]


def test_a_file_gives_way_to_an_article_that_names_its_id(folder: Path) -> None:
    write(folder / "in" / "day.txt", NEWS)
    write(folder / "in" / "rows.jsonl", '{"id": "day", "text": "One."}\n')
    assert ids(read_inputs(["in"])) == ["day.txt", "day"]


def test_an_id_given_again_with_another_text_is_a_later_version(folder: Path) -> None:
    write(folder / "rows.jsonl", '{"id": "a", "text": "12 died."}\n{"id": "b", "text": "12 died."}\n{"id": "a", "text": "14 died."}\n')
    inputs = read_inputs(["rows.jsonl"])
    assert [(article.id, article.version_of, article.text) for article in inputs.articles] == [
        ("a", None, "12 died."),
        ("b", None, "12 died."),
        ("a#2", "a", "14 died."),
    ]
    assert inputs.diagnostics == ()


def test_an_url_given_again_with_another_text_is_a_later_version(folder: Path) -> None:
    write(folder / "rows.jsonl", '{"url": "https://example.org/1", "text": "12 died."}\n{"url": "https://example.org/1", "text": "14 died."}\n')
    assert [(article.id, article.version_of) for article in read_inputs(["rows.jsonl"]).articles] == [
        ("rows.jsonl:1", None),
        ("rows.jsonl:2", "rows.jsonl:1"),
    ]


def test_a_file_name_alone_makes_no_version(folder: Path) -> None:
    write(folder / "one" / "day.txt", "12 died.")
    write(folder / "two" / "day.txt", "14 died.")
    assert [article.version_of for article in read_inputs(["one", "two"]).articles] == [None, None]


def test_an_id_given_twice_with_one_text_is_one_article(folder: Path) -> None:
    write(folder / "rows.jsonl", '{"id": "a", "text": "12 died."}\n{"id": "a", "text": "12 died."}\n')
    inputs = read_inputs(["rows.jsonl"])
    assert ids(inputs) == ["a"]
    assert inputs.diagnostics == (Diagnostic("note", "rows.jsonl", 2, '"a" is given twice with the same text; the second is left out'),)


def test_one_bad_file_does_not_keep_the_others_from_being_read(folder: Path) -> None:
    write(folder / "a.txt", b"")
    write(folder / "b.txt", b"PK\x03\x04rest")
    write(folder / "c.txt", b"one\ntwo\x00three")
    write(folder / "d.json", '{"text": "One"')
    write(folder / "e.csv", "id,title\n1,x\n")
    write(folder / "f.txt", NEWS)
    inputs = read_inputs(["."])
    assert ids(inputs) == ["f"]
    assert inputs.files == 6
    assert said(inputs) == [
        ("error", "a.txt", None),
        ("error", "b.txt", None),
        ("error", "c.txt", 2),
        ("error", "d.json", 1),
        ("error", "e.csv", 1),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_reported(folder: Path) -> None:
    write(folder / "a.txt", NEWS)
    (folder / "a.txt").chmod(0)
    assert said(read_inputs(["a.txt"])) == [("error", "a.txt", None)]


def test_a_thousand_bad_rows_are_told_in_twenty_one_lines(folder: Path) -> None:
    write(folder / "rows.jsonl", "{\n" * 1000)
    inputs = read_inputs(["rows.jsonl"])
    assert len(inputs.diagnostics) == 21
    assert inputs.diagnostics[-1].message.startswith("980 more like these; one of them: malformed JSON in column 2")


@pytest.mark.parametrize(
    ("stdin", "texts"),
    [
        (b"A ferry sank.", ["A ferry sank."]),
        (b'{"text": "One."}', ["One."]),
        (b'[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b"[Updated] A ferry sank.", ["[Updated] A ferry sank."]),
        (b'\xef\xbb\xbf{"text": "One."}\n', ["One."]),
    ],
)
def test_standard_input_is_told_apart_by_what_stands_in_it(stdin: bytes, texts: list[str]) -> None:
    inputs = read_inputs(["-"], stdin=stdin)
    assert [article.text for article in inputs.articles] == texts
    assert inputs.diagnostics == ()
    assert inputs.files == 1


def test_standard_input_names_itself() -> None:
    assert ids(read_inputs(["-"], stdin=b"A ferry sank.")) == ["stdin"]
    assert ids(read_inputs(["-"], stdin=b'{"text": "One."}\n{"text": "Two."}\n')) == ["stdin:1", "stdin:2"]


def test_empty_standard_input_is_an_error() -> None:
    assert said(read_inputs(["-"], stdin=b"")) == [("error", "-", None)]


def test_an_article_in_another_language_is_marked_and_reported(folder: Path) -> None:
    spanish = (
        "El gobierno de la provincia dijo el lunes que los soldados que llegaron a la costa no son más de tres mil y que las familias de la ciudad "
    )
    write(folder / "a.txt", spanish * 3)
    write(folder / "b.txt", "月曜日に発表された。" * 10)
    write(folder / "c.txt", NEWS)
    inputs = read_inputs(["."])
    assert [article.language for article in inputs.articles] == ["es", "ja", "en"]
    assert [diagnostic.message for diagnostic in inputs.diagnostics] == [
        "not in English, its function words look like es: it makes no claims",
        "not in English, most of its letters are not Latin ones (looks like ja): it makes no claims",
    ]


def test_a_file_name_that_is_no_utf_8_is_shown_with_the_replacement_character(folder: Path) -> None:
    write(folder / "plain.txt", NEWS)
    os.rename(b"plain.txt", b"bad\xff.txt")
    inputs = read_inputs(["."])
    assert [(article.id, article.path, article.text) for article in inputs.articles] == [("bad\ufffd", "bad\ufffd.txt", NEWS)]
