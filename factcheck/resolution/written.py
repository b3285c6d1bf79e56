"""When an article without a date was written: an interval, from what it says, with the reasons.

Holdings with their terms and the times of the article go in. Only facts with a source date an article: weak rows of
the table never do. Where clues contradict each other, the later start wins and the earlier holders are history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeGuard

from factcheck.model.article import Article
from factcheck.model.interval import Interval
from factcheck.model.mention import Mention, TimeSpan
from factcheck.model.reading import Reading
from factcheck.model.setting import Dating
from factcheck.resolution.datelines import printed_dates
from factcheck.resolution.holders import term_span
from factcheck.resolution.holding import Holding

Resolve = Callable[[TimeSpan, date], Interval | None]

# How long after a hand-over an article may still say "was sworn in last weekend", and how far ahead a bare "February 7" lies.
SWORN_IN_DAYS = 45
AHEAD_DAYS = 180
# "last weekend", "last Monday" are said of the latest one or the one before it.
LOOSE_DAYS = 7


def date_of(article: Article) -> Dating | None:
    """The dating that the input gives, or None."""
    published = article.published
    if published is None:
        return None
    day = date(published.year, published.month, published.day)
    return Dating(Interval(day, day), (f"published {day}",), is_given=True)


def infer(reading: Reading, held: Sequence[Holding], resolve: Resolve) -> Dating:
    """The interval in which an undated article was written, `Interval()` where it gives no clue."""
    printed = printed_dates(reading.article.text)
    if printed:
        return Dating(Interval(min(printed), max(printed)), tuple(f"the article prints its date: {day}" for day in sorted(printed)))
    found, because = _by_holders(held)
    found = _narrowed(found, _after_former(held), because)
    found = _narrowed(found, _sworn_in(reading, held, found, resolve), because)
    found = _narrowed(found, _ahead(reading, found, resolve), because)
    return Dating(found, tuple(because))


def _narrowed(found: Interval, clues: Iterable[tuple[Interval, str]], because: list[str]) -> Interval:
    """The interval that all clues leave; a clue that contradicts is passed over."""
    for clue, why in clues:
        meet = found.meet(clue)
        if meet is not None and meet != found:
            found = meet
            because.append(why)
    return found


def _by_holders(held: Sequence[Holding]) -> tuple[Interval, list[str]]:
    """From the terms of the persons named in office: not before the latest start, not after the earliest end of those then in office."""
    spans: dict[tuple[str, str, str], list[Interval]] = {}
    sources: dict[tuple[str, str, str], str] = {}
    for holding in held:
        strong = [term for term in holding.terms if not term.weak and not term.unsure_first]
        if holding.modality != "asserted" or not strong or len({term.holder for term in strong}) > 1:
            continue
        key = (strong[0].holder, holding.office.label_for(holding.jurisdiction), holding.jurisdiction or "")
        spans[key] = [term_span(term) for term in strong]
        sources[key] = "+".join(sorted({term.source for term in strong}))
    starts = [(min(span.first for span in own if span.first), key) for key, own in spans.items() if any(span.first for span in own)]
    if not starts:
        return Interval(), []
    latest, _ = max(starts)
    found = Interval(latest, None)
    because: list[str] = []
    for key in sorted(spans):
        fitting = [meet for span in spans[key] if (meet := span.meet(found)) is not None]
        if not fitting:
            continue  # over by then: history
        narrowed = Interval(
            min((s.first for s in fitting if s.first), default=None),
            None if any(s.last is None for s in fitting) else max(s.last for s in fitting if s.last),
        )
        found = found.meet(narrowed) or found
        holder, office, place = key
        because.append(f"{holder} is {office} of {place}: {narrowed.edtf()} ({sources[key]})")
    return found, because


def _after_former(held: Iterable[Holding]) -> Iterable[tuple[Interval, str]]:
    """Who is called a former holder had left the office once when this was written; an office that somebody still holds says nothing."""
    for holding in held:
        strong = [term for term in holding.terms if not term.weak]
        if holding.modality != "former" or not strong or len({term.holder for term in strong}) > 1 or strong[0].holder in _in_office(held, holding):
            continue
        ends = [term.last for term in strong if term.last is not None]
        if ends:
            label = holding.office.label_for(holding.jurisdiction)
            sources = "+".join(sorted({term.source for term in strong}))
            yield Interval(min(ends), None), f"{strong[0].holder} is a former {label} of {holding.jurisdiction}: {min(ends)}/.. ({sources})"


def _in_office(held: Iterable[Holding], former: Holding) -> set[str]:
    """Whom the article names in that office, too."""
    same = [h for h in held if h.modality == "asserted" and h.office == former.office and h.jurisdiction == former.jurisdiction]
    return {term.holder for holding in same for term in holding.terms}


def _sworn_in(reading: Reading, held: Iterable[Holding], within: Interval, resolve: Resolve) -> Iterable[tuple[Interval, str]]:
    """An entry into office that the article dates in relative words."""
    for holding in held:
        if holding.draft.setting("cue") != "begin" or not holding.terms:
            continue
        sentence = reading.sentences[holding.draft.sentence]
        for start in sorted({term.first for term in holding.terms if term.first and not term.weak and not term.unsure_first}):
            if within.meet(Interval(start, start + timedelta(days=SWORN_IN_DAYS))) is None:
                continue
            for time in sentence.times:
                if time.kind != "date":
                    continue
                days = [day for offset in range(SWORN_IN_DAYS) if _covers(resolve(time, day := start + timedelta(days=offset)), start)]
                if days and len(days) < SWORN_IN_DAYS:
                    loose = LOOSE_DAYS if time.text.lower().startswith("last ") else 0
                    why = f'{holding.name} took office on {start}, "{time.text}" when this was written'
                    yield Interval(min(days), max(days) + timedelta(days=loose)), why


def _covers(span: Interval | None, day: date) -> bool:
    return span is not None and span.first is not None and span.last is not None and span.first <= day <= span.last


def _ahead(reading: Reading, within: Interval, resolve: Resolve) -> Iterable[tuple[Interval, str]]:
    """A day that still lies ahead of the article, named without its year: only where one year alone is possible."""
    for draft in reading.drafts:
        time = draft.value
        if draft.attribute != "day_ahead" or within.first is None or within.last is None or not is_time(time):
            continue
        days = {day for base in (within.first, within.last) if (day := _next_such_day(time, base, resolve)) is not None}
        near = {day for day in days if day > within.first and (day - within.last).days <= AHEAD_DAYS}
        if len(near) == 1:
            day = near.pop()
            yield Interval(None, day - timedelta(days=1)), f'"{time.text}" still lies ahead ({day})'


def is_time(mention: Mention) -> TypeGuard[TimeSpan]:
    """A mention is a time expression that waits for a date."""
    return hasattr(mention, "form")


def _next_such_day(time: TimeSpan, base: date, resolve: Resolve) -> date | None:
    """The first day after `base` that the words can mean, by the resolver's own reading of a day ahead."""
    found = [
        span.first
        for shift in (0, 300)
        if (span := resolve(time, base + timedelta(days=shift))) is not None
        and span.first is not None
        and span.first == span.last
        and span.first > base
    ]
    return min(found, default=None)
