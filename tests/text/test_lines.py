"""Lines, columns and paragraphs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.lines import LineIndex, is_title_case, paragraphs


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text, 0, len(text))]


def test_line_and_column_count_from_one() -> None:
    index = LineIndex("ab\n\ncde\n")
    assert [index.position(offset) for offset in (0, 2, 3, 4, 6, 7, 8)] == [(1, 1), (1, 3), (2, 1), (3, 1), (3, 3), (3, 4), (4, 1)]


def test_columns_count_code_points() -> None:
    assert LineIndex("日本\n𝟜x").position(4) == (2, 2)


def test_an_empty_text_has_one_line() -> None:
    assert LineIndex("").position(0) == (1, 1)
    assert len(LineIndex("")) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab\n東", max_size=60), st.data())
def test_an_offset_is_where_line_and_column_say(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    line, column = index.position(offset)
    assert index.line_start(line) + column - 1 == offset
    assert text.count("\n", 0, offset) + 1 == line


def test_a_blank_line_parts_paragraphs() -> None:
    assert parts("One.\n \nTwo.\n\n\nThree.") == ["One.", "Two.", "Three."]


def test_a_paragraph_a_line_parts_without_a_blank_line() -> None:
    long = "The minister said that the government of the province had asked for help, and that three hundred soldiers would be sent there soon."
    assert parts(f"{long}\nNobody else spoke.\n{long}") == [long, "Nobody else spoke.", long]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The minister said on Tuesday evening that the government of the\nNorthern Province had asked for help,"
        " and that more soldiers of the\nguard would go there."
    )
    assert parts(text) == [text]


def test_a_short_line_was_ended_by_its_writer() -> None:
    assert parts("Killed: 12\nWounded: 40") == ["Killed: 12", "Wounded: 40"]


def test_windows_line_ends_part_too() -> None:
    assert parts("One.\r\n\r\nTwo.\r\n") == ["One.", "Two."]


def test_title_case_is_a_headline_and_prose_is_not() -> None:
    assert is_title_case("Storm Hits the Northern Coast")
    assert is_title_case("Ports: A New Order")
    assert not is_title_case("Storm hits the coast")
    assert not is_title_case("Storm")
