"""What a form is resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.kinds.date import forms as f
from factcheck.kinds.date.fiscal import FiscalYear
from factcheck.kinds.date.reading import Reading

NO_DATE = "relative to the article's date, which is not known"


@dataclass(frozen=True, slots=True)
class Now:
    """What a form is resolved against: the article's day, the tense, the reading before it in the text, the quarter reported."""

    day: date | None
    tense: f.Tense | None = None
    before: Reading | None = None
    quarter: Reading | None = None
    fiscal: FiscalYear | None = None
    day_first: bool = False
