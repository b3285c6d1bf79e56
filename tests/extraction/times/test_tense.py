"""Whether a sentence is told of the past or of the future, at the place of a time."""

from __future__ import annotations

import pytest

from factcheck.extraction.times.tense import tense_at


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The bank closed on Friday.", "past"),
        ("The bank will close on Friday.", "future"),
        ("She said Friday that it will close.", "past"),
        ("Guidelines to be published on Friday matter.", "future"),
        ("The firms agreed to merge on Friday.", "future"),
        ("They have until Friday to pay.", "future"),
        ("Until Friday nobody had paid.", "past"),
        ("It could come as soon as Friday.", "future"),
        ("The play opens on Friday.", "future"),
        ("The play opened on Friday.", "past"),
        ("He faces a hearing on Friday.", "future"),
        ("He faced a hearing on Friday.", "past"),
        ("She was to appear on Friday.", "future"),
        ("Talks resume Friday in the capital.", "future"),
        ("On Friday the mayor resigned.", "past"),
        ("On Friday the mayor is to resign.", "future"),
        ("She died on Friday, a month before what would have been her birthday.", "past"),
        ("The United team, Friday", None),
        ("It fell. Friday", None),
        ("We will see. Friday", None),
        ("They met Friday's deadline.", None),
    ],
)
def test_the_nearest_verb_of_the_clause_tells(text: str, tense: str | None) -> None:
    start = text.index("Friday")
    assert tense_at(text, start, start + 6) == tense
