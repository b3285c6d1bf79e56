"""Words with a capital, where each stands, and what of a text is none."""

from __future__ import annotations

import pytest

from factcheck.extraction.capitals import capitals
from factcheck.text.scan import Scan


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mayor Ida Kolm's car", ["Mayor", "Ida", "Kolm"]),
        ("U.S. and U.K.-Kenya talks", ["U.S.", "U.K.", "Kenya"]),
        ("the kPhone of J. Orban-bound Vey", ["kPhone", "J", "Orban-bound", "Vey"]),
        ("McArdle met O'Dell", ["McArdle", "O'Dell"]),
        ("the Vestra 5S", ["Vestra"]),
        ("Zürich \u2014 Ödön Båth", ["Zürich", "Ödön", "Båth"]),
        ("the 49ers \u20ac5 a Fan", ["49ers", "Fan"]),
        ("no capital at all", []),
    ],
)
def test_words_with_a_capital(text: str, words: list[str]) -> None:
    found = capitals(Scan(text), [(0, len(text))])
    assert found.words == words
    assert [text[start:end].replace("\u2019", "'") for start, end in zip(found.starts, found.ends, strict=True)] == words


def test_only_sentences_are_looked_at() -> None:
    text = "Share This\nAda came. Bo went.NEWS"
    found = capitals(Scan(text), [(11, 20), (21, 29)])
    assert (found.starts, found.words) == ([11, 21], ["Ada", "Bo"])


def test_a_sentence_may_begin_inside_of_a_word() -> None:
    text = "The ReportRescuers came"
    found = capitals(Scan(text), [(0, 10), (10, 23)])
    assert list(zip(found.starts, found.ends, found.words, strict=True)) == [(0, 3, "The"), (4, 10, "Report"), (10, 18, "Rescuers")]
