"""What is known of an article before claims are made of its drafts: its people, its times, its event.

A reading with its holdings and its dating goes in; nothing of another article.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.reading import Reading
from factcheck.model.setting import Dating
from factcheck.resolution.antecedents import Antecedents
from factcheck.resolution.book import Book
from factcheck.resolution.events import main_event
from factcheck.resolution.firms import Firms
from factcheck.resolution.holding import Holding
from factcheck.resolution.people import Cast
from factcheck.resolution.persons import Persons
from factcheck.resolution.relative import days_in_part, resolved_times


class Known:
    """One article. `holders_in` are its holdings by the number of their sentence; `times` its times by field and start, `in_part` what is
    known of them whatever the year.
    """

    def __init__(self, reading: Reading, held: Sequence[Holding], dating: Dating, book: Book) -> None:
        self.reading, self.dating, self.book = reading, dating, book
        self.cast = Cast(name for sentence in reading.sentences for name in sentence.names)
        self.persons = Persons(reading, self.cast, frozenset(holding.name for holding in held), book)
        self.people = Antecedents(self.persons, book.people)
        self.firms = Firms(self.persons)
        self.holders_in: dict[int, list[Holding]] = {}
        for holding in held:
            self.holders_in.setdefault(holding.draft.sentence, []).append(holding)
        self.times = resolved_times(reading, dating)
        self.in_part = days_in_part(reading) if not dating.interval.is_within(0) else {}
        self.event = main_event(reading, self.times, dating, book.event_kinds)
