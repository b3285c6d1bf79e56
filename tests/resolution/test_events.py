"""The event that an article tells of, and the time of what it says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model.report import ReportClaim
from factcheck.pipeline import extract


def killed(tmp_path: Path, text: str, published: str) -> list[ReportClaim]:
    path = tmp_path / "a.txt"
    path.write_text(f"---\npublished: {published}\n---\n{text}\n", encoding="utf-8")
    return [claim for claim in extract([str(path)]).claims if claim.attribute == "killed"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A fire in Lima on Monday killed nine people.", "2019-06-03"),
        # the day on which it was said is not the day on which it happened
        ("Officials said on Tuesday that a fire in Lima on Monday killed nine people.", "2019-06-03"),
        ("A fire broke out in Lima on Sunday. Officials said on Tuesday that nine people died.", "2019-06-02"),
        # what is told of last week is of no day of this one
        ("A fire in Lima last week killed nine people. The mayor spoke on Monday. The fire began on May 29.", "2019-05-29"),
        # nor is a day on which another one was told
        ("A fire in Lima on Monday killed nine people, more than in 2011.", "2019-06-03"),
        # a month before the event is a time of its own, too
        ("A fire broke out in Lima on Sunday. A blast killed 40 people there in April.", "2019-04"),
        # an earlier year in the sentence is a time of its own
        ("A fire broke out in Lima on Sunday. In 2011, 40 people were killed there.", "2011"),
        # so is a number of years that have gone by since
        ("Five years after a crush in Lima left 40 people dead, the town saw another on Sunday.", "2013-11-17/2014-12-22"),
        # what was done years after something else was done on its day
        ("A bridge in Lima fell five years after it was built, and 40 people died on Sunday.", "2019-06-02"),
        # the year of a model is no time
        ("A bus hit a 2004 Honda Civic in Lima on Monday and nine people died.", "2019-06-03"),
        # a disease goes on for months
        ("An outbreak of cholera has killed 40 people in Lima, officials said on Monday.", None),
        ("An outbreak of fighting killed 40 people in Lima on Monday.", "2019-06-03"),
    ],
)
def test_a_toll_is_of_the_day_of_its_event(tmp_path: Path, text: str, day: str | None) -> None:
    assert [claim.valid for claim in killed(tmp_path, text, "2019-06-04")] == [day]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A fire in Lima on Monday killed nine people.", "fire in Lima"),
        ("A ferry sank off Athens on Monday, killing nine people.", "sinking in Athens"),
        ("Nine people died on Monday.", "event"),
    ],
)
def test_an_event_is_named_by_what_and_where(tmp_path: Path, text: str, subject: str) -> None:
    assert [claim.subject for claim in killed(tmp_path, text, "2019-06-04")] == [subject]
