"""The one pass over an article: its text and segments go in, a `Reading` with sentences, mentions and drafts comes out.

What is boilerplate or said before is left out. It must not know other articles, dates or the outcome of any comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter, itemgetter

from factcheck.extraction.engine import FrameEngine
from factcheck.extraction.gazetteer import Gazetteer, Token, capitalised
from factcheck.extraction.masking import mask
from factcheck.extraction.modality import with_modality
from factcheck.extraction.names import OPENERS, is_title_case, names
from factcheck.extraction.open_figures import OpenFigures
from factcheck.extraction.quantities import quantities_in
from factcheck.extraction.speakers import Speakers
from factcheck.extraction.standings import standings
from factcheck.extraction.times import times_in
from factcheck.kinds.date.forms import TimeExpression
from factcheck.model.article import Article, Field, Segment
from factcheck.model.mention import Mention, OfficeMention, QuantityMention
from factcheck.model.reading import Draft, Reading, Sentence
from factcheck.packs.rulebook import RuleBook
from factcheck.text.scan import Scan
from factcheck.text.sentences import sentences

# Of two overlapping mentions the one of the lower rank stands: a title holds a place ("Pentagon chief"), a date a number.
_OFFICE, _TIME, _QUANTITY, _DURATION, _PLACE = range(5)
_SPAN = attrgetter("start", "end")
_RANK = itemgetter(0, 1)


class Extractor:
    """The dictionaries and frames of a rule book, compiled once."""

    def __init__(self, rules: RuleBook) -> None:
        self.gazetteer = Gazetteer(rules)
        self.engine = FrameEngine(rules)
        self.open_figures = OpenFigures(rules)
        # their claims may be left out later, and what is left of the figure then is an open one
        self._single = frozenset(attribute.rule for attribute in rules.attributes if attribute.single)
        self.speakers = Speakers(rules)

    def read(self, article: Article, segments: Sequence[Segment]) -> Reading:
        """The sentences of an article with their mentions, and the drafts that the rules found in them."""
        found: list[Sentence] = []
        drafts: list[Draft] = []
        for field, text in (("text", article.text), ("title", article.title)):
            stretches = [(s.start, s.end) for s in segments if s.field == field and s.kind in ("headline", "body")]
            if text and stretches:
                more, frames = self._read_field("title" if field == "title" else "text", Scan(text), stretches, found)
                found += more
                drafts += frames
        return Reading(article, tuple(found), tuple(drafts))

    def _read_field(
        self, field: Field, scan: Scan, stretches: Iterable[tuple[int, int]], before: Sequence[Sentence]
    ) -> tuple[list[Sentence], list[Draft]]:
        """The sentences of some stretches and the drafts in them; `before` are those of the article that are read already."""
        first = len(before)
        spans = [span for start, end in stretches for span in sentences(scan.plain, start, end)]
        tokens = capitalised(scan, spans)
        mentions = self._mentions(scan, tokens)
        mentions += standings(scan, [(m.start, m.end) for m in mentions])
        headlines = [is_title_case(scan.plain, start, end) for start, end in spans]
        mentions += _names(scan, tokens, mentions, spans, headlines, before)
        mentions.sort(key=_SPAN)
        made: list[Sentence] = []
        counting: list[int] = []  # numbers of the sentences with a quantity
        at, count = 0, len(mentions)
        for start, end in spans:
            while at < count and mentions[at].start < start:
                at += 1
            inside: list[Mention] = []
            while at < count and mentions[at].start < end:
                if mentions[at].end <= end:
                    inside.append(mentions[at])
                at += 1
            if not inside:
                made.append(Sentence(field, start, end, ()))
                continue
            kinds = set(map(type, inside))
            if QuantityMention in kinds:
                counting.append(len(made))
            times = tuple([m for m in inside if type(m) is TimeExpression]) if TimeExpression in kinds else ()
            made.append(Sentence(field, start, end, tuple(inside), times))
        drafts = self.engine.drafts(mask(scan, made, first))
        taken = {draft.value.start for draft in drafts if draft.rule not in self._single}
        drafts = [self.open_figures.with_context(scan, made[draft.sentence - first], draft) for draft in drafts]
        for number in counting:
            drafts += self.open_figures.drafts(scan, made[number], first + number, taken)
        drafts = [meant for draft in drafts if (meant := with_modality(draft, made[draft.sentence - first], scan)) is not None]
        for number in {draft.sentence - first for draft in drafts}:
            told = made[number]
            attributions = self.speakers.attributions(scan, told.start, told.end, told.mentions)
            if attributions:
                made[number] = Sentence(field, told.start, told.end, told.mentions, told.times, attributions)
        return made, drafts

    def _mentions(self, scan: Scan, tokens: list[Token]) -> list[Mention]:
        ranked: list[tuple[int, int, int, Mention]] = []
        offices = self.gazetteer.offices(scan)
        for office in offices:
            ranked.append((office.start, _OFFICE, office.end, office))
        for place in self.gazetteer.places(scan, tokens, frozenset(office.end + 1 for office in offices)):
            ranked.append((place.start, _PLACE, place.end, place))
        for quantity in quantities_in(scan):
            ranked.append((quantity.start, _QUANTITY, quantity.end, quantity))
        for time in times_in(scan):
            ranked.append((time.start, _DURATION if time.kind == "duration" else _TIME, time.end, time))
        ranked.sort(key=_RANK)
        kept: list[tuple[int, int, int, Mention]] = []
        for entry in ranked:
            if kept and entry[0] < kept[-1][2]:
                if entry[1] < kept[-1][1] and not _is_amount(kept[-1][3]):
                    kept[-1] = entry
                continue
            kept.append(entry)
        return [mention for _, _, _, mention in kept]


def _is_amount(mention: Mention) -> bool:
    """A quantity with a unit or a noun is no part of a date ("60 days after")."""
    return isinstance(mention, QuantityMention) and mention.unit is not None


def _names(
    scan: Scan,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    spans: Sequence[tuple[int, int]],
    headlines: Sequence[bool],
    before: Sequence[Sentence],
) -> list[Mention]:
    """Names in running text first; in headlines, where every word has a capital, only names that the text gave, or the sentences `before`."""
    taken = [(m.start, m.end) for m in mentions]
    openings = frozenset(_opening(scan, start) for start, _ in spans)
    if not any(headlines):
        return list(names(scan, tokens, taken, openings))
    ordered = sorted(zip(spans, headlines, strict=True))
    running: list[Token] = []
    shouted: list[Token] = []
    at = 0
    for token in tokens:
        while at < len(ordered) and ordered[at][0][1] <= token.start:
            at += 1
        if at < len(ordered) and ordered[at][0][0] <= token.start:
            (shouted if ordered[at][1] else running).append(token)
    found = names(scan, running, taken, openings)
    if shouted:
        given = (name for sentence in before for name in sentence.names)
        known = frozenset(word for name in (*given, *found) for word in name.text.split())
        known |= frozenset(_after_titles(shouted, mentions)) if not known else frozenset()
        found += names(scan, shouted, taken, openings, known)
    return list(found)


def _after_titles(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[str]:
    """Words of a headline right behind a title, for a text that has nothing but its headline."""
    ends = {m.end + 1 for m in mentions if isinstance(m, OfficeMention)}
    found: list[str] = []
    for token in tokens:
        if token.start in ends and token.text.lower() not in OPENERS:
            found.append(token.text)
            ends.add(token.end + 1)
    return found[:2]


def _opening(scan: Scan, start: int) -> int:
    """The offset of the first letter at or behind `start`."""
    plain = scan.plain
    while start < len(plain) and not plain[start].isalpha():
        start += 1
    return start
