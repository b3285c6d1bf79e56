"""The one pass over an article: its text and segments go in, a `Reading` with sentences, mentions and drafts comes out.

What is boilerplate or said before is left out. It must not know other articles, dates or the outcome of any comparison.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import partial
from operator import attrgetter, itemgetter

from factcheck.extraction.capitals import Capitals, capitals
from factcheck.extraction.engine import FrameEngine
from factcheck.extraction.gazetteer import Gazetteer
from factcheck.extraction.identifiers import KIND as IDENTIFIER
from factcheck.extraction.identifiers import identifiers
from factcheck.extraction.masking import mask
from factcheck.extraction.modality import with_modality
from factcheck.extraction.names import OPENERS, is_title_case, names
from factcheck.extraction.open_figures import OpenFigures
from factcheck.extraction.open_moments import OpenMoments
from factcheck.extraction.quantities import quantities_in, with_rests
from factcheck.extraction.results import race_times, results_in_words
from factcheck.extraction.speakers import Speakers
from factcheck.extraction.standings import standings
from factcheck.extraction.surroundings import lead_names
from factcheck.extraction.times import times_in
from factcheck.kinds.date.forms import TimeExpression
from factcheck.model.article import Article, Field, Segment
from factcheck.model.mention import Mention, NameMention, OfficeMention, QuantityMention
from factcheck.model.reading import Draft, Reading, Sentence
from factcheck.packs.rulebook import Attribute, RuleBook
from factcheck.text.scan import Scan
from factcheck.text.sentences import sentences

# Of two overlapping mentions the one of the lower rank stands: a title holds a place ("Pentagon chief"), a date a number.
_OFFICE, _TIMED, _TIME, _RESULT, _QUANTITY, _DURATION, _PLACE = range(7)
_SPAN = attrgetter("start", "end")
_RANK = itemgetter(0, 1)
_START = itemgetter(0)
# What the constructor of a named tuple does, without a call of the interpreter: an article has fifty sentences.
_SENTENCE = partial(tuple.__new__, Sentence)


class Extractor:
    """The dictionaries and frames of a rule book, compiled once."""

    def __init__(self, rules: RuleBook) -> None:
        self.gazetteer = Gazetteer(rules)
        self.engine = FrameEngine(rules)
        self.open_figures = OpenFigures(rules)
        self.open_moments = OpenMoments(rules)
        self._kinds = {attribute.rule: attribute.kind for attribute in rules.attributes}
        # their claims may be left out later, and what is left of the figure then is an open one
        # rules whose claims may be dropped once the whole article is known: what they take may be left to no rule after all
        self._tentative = frozenset(a.rule for a in rules.attributes if a.single or a.about or a.setting or "firm" in dict(a.defaults).values())
        self.speakers = Speakers(rules)
        self._coded = next((attribute for attribute in rules.attributes if attribute.kind == IDENTIFIER), None)

    def read(self, article: Article, segments: Sequence[Segment]) -> Reading:
        """The sentences of an article with their mentions, and the drafts that the rules found in them."""
        return self.read_all([(article, segments)])[0]

    def read_all(self, articles: Sequence[tuple[Article, Sequence[Segment]]]) -> list[Reading]:
        """The readings of some articles, in order. Each stage is run over all of them before the next: a processor that has the tables
        of one stage at hand reads a dozen articles in three quarters of the time that they take one by one."""
        works: list[tuple[_Work, ...]] = []
        for article, segments in articles:
            body = _work("text", article.text, segments)
            title = _work("title", article.title or "", segments)
            if title is not None and body is not None:
                title.text = body
            works.append(tuple(work for work in (body, title) if work is not None))
        stages = (self._split, self._find_offices, self._find_places, self._find_quantities, self._find_times, self._rank, self._find_names)
        for stage in (*stages, self._run_frames, self._mean, self._attribute, self._time):
            for fields in works:
                for work in fields:
                    stage(work)
        return [
            Reading(article, tuple([one for work in fields for one in work.sentences]), tuple([one for work in fields for one in work.drafts]))
            for (article, _), fields in zip(articles, works, strict=True)
        ]

    def _split(self, work: _Work) -> None:
        work.spans = [span for start, end in work.stretches for span in sentences(work.scan.plain, start, end)]
        work.words = capitals(work.scan, work.spans)

    def _find_offices(self, work: _Work) -> None:
        work.offices = self.gazetteer.offices(work.scan)
        work.ranked += [(office.start, _OFFICE, office.end, office) for office in work.offices]

    def _find_places(self, work: _Work) -> None:
        places = self.gazetteer.places(work.scan, work.words, frozenset([office.end + 1 for office in work.offices]))
        work.ranked += [(place.start, _PLACE, place.end, place) for place in places]

    def _find_quantities(self, work: _Work) -> None:
        found = with_rests(quantities_in(work.scan), work.scan)
        work.ranked += [(quantity.start, _QUANTITY, quantity.end, quantity) for quantity in found]
        work.ranked += [(result.start, _RESULT, result.end, result) for result in results_in_words(work.scan)]
        work.ranked += [(race.start, _TIMED, race.end, race) for race in race_times(work.scan)]

    def _find_times(self, work: _Work) -> None:
        work.ranked += [(time.start, _DURATION if time.kind == "duration" else _TIME, time.end, time) for time in times_in(work.scan)]

    def _rank(self, work: _Work) -> None:
        """Of mentions that overlap one is kept; figures that are no amounts stand outside of all."""
        work.ranked.sort(key=_RANK)
        kept: list[tuple[int, int, int, Mention]] = []
        for entry in work.ranked:
            if kept and entry[0] < kept[-1][2]:
                if entry[1] < kept[-1][1] and not _is_amount(kept[-1][3]):
                    kept[-1] = entry
                continue
            kept.append(entry)
        work.mentions = [mention for _, _, _, mention in kept]
        row = standings(work.scan, [(start, end) for start, _, end, _ in kept])
        work.mentions += row.mentions
        work.orders = row.orders

    def _find_names(self, work: _Work) -> None:
        plain = work.scan.plain
        headlines = [plain[end - 1] != "." and is_title_case(plain, start, end) for start, end in work.spans]  # most end with a full stop
        before = work.text.sentences if work.text is not None else ()
        openings = {start if plain[start].isalpha() else _opening(plain, start) for start, _ in work.spans}
        taken = [(mention.start, mention.end) for mention in work.mentions] + self.gazetteer.nationals(work.words, openings)
        work.mentions += _names(work, taken, openings, headlines, before)
        work.mentions.sort(key=_SPAN)
        work.sentences = _sentences(work.field, work.spans, work.mentions)
        figures = [mention.start for mention in work.mentions if type(mention) is QuantityMention]
        work.counting = sorted({number - 1 for figure in figures if (number := bisect_right(work.spans, figure, key=_START))})

    def _run_frames(self, work: _Work) -> None:
        work.drafts = self.engine.drafts(mask(work.scan, work.sentences, work.first))

    def _mean(self, work: _Work) -> None:
        """Adds figures that no frame took, and what the words around make of each draft."""
        scan, made, first = work.scan, work.sentences, work.first
        taken = {draft.value.start for draft in work.drafts if draft.rule not in self._tentative and draft.setting("whom") is None}
        before = [None, *made]
        lead = lead_names((work.text or work).sentences) if work.counting else ()
        drafts = [self._with_context(scan, made[draft.sentence - first], draft, before[draft.sentence - first], lead) for draft in work.drafts]
        for number in work.counting:
            drafts += self.open_figures.drafts(scan, made[number], first + number, taken, before[number], lead)
        for order in work.orders:
            number = bisect_right(work.spans, order.start, key=_START) - 1
            if number >= 0 and order.start not in taken and order.end <= made[number].end:
                drafts += self.open_figures.order(scan, made[number], first + number, order, before[number])
        for number, sentence in enumerate(made):
            if sentence.times:
                drafts += self.open_figures.lengths(scan, sentence, first + number, taken)
        if self._coded is not None:
            drafts += self._codes(work, self._coded)
        work.drafts = [meant for draft in drafts if (meant := with_modality(draft, made[draft.sentence - first], scan)) is not None]

    @staticmethod
    def _codes(work: _Work, attribute: Attribute) -> Iterator[Draft]:
        """Numbers and codes by which things are known: they stand beside the mentions, as a name may hold them."""
        for code in identifiers(work.scan):
            at = bisect_right(work.spans, code.start, key=_START) - 1
            if at >= 0 and code.end <= work.spans[at][1]:
                yield Draft(attribute.rule, attribute.name, work.first + at, code, (), (("modality", "asserted"),), ())

    def _with_context(self, scan: Scan, sentence: Sentence, draft: Draft, before: Sentence | None, lead: Sequence[str]) -> Draft:
        """The draft of a frame with the words around its value, by which what no frame took may be linked with it."""
        if isinstance(draft.value, TimeExpression):
            return self.open_moments.with_context(scan, sentence, draft, self._kinds[draft.rule])
        return self.open_figures.with_context(scan, sentence, draft, before, lead)

    def _time(self, work: _Work) -> None:
        """Adds days and times of day that no frame took; whose words they are matters to none."""
        first = work.first
        for number, sentence in enumerate(work.sentences):
            if sentence.times or number in work.counting:
                work.drafts += self.open_moments.drafts(work.scan, sentence, first + number)

    def _attribute(self, work: _Work) -> None:
        """Sentences with drafts tell whose words they are."""
        first = work.first
        for number in {draft.sentence - first for draft in work.drafts}:
            told = work.sentences[number]
            attributions = self.speakers.attributions(work.scan, told.start, told.end, told.mentions)
            if attributions:
                work.sentences[number] = Sentence(work.field, told.start, told.end, told.mentions, told.times, attributions)


@dataclass(slots=True)
class _Work:
    """A field of an article on its way through the stages; each adds to it what it finds. `text` is the work on the body, for a title."""

    field: Field
    scan: Scan
    stretches: Sequence[tuple[int, int]]
    text: _Work | None = None
    spans: list[tuple[int, int]] = dataclass_field(default_factory=list)
    words: Capitals = dataclass_field(default_factory=lambda: Capitals([], [], []))
    offices: Sequence[OfficeMention] = ()
    ranked: list[tuple[int, int, int, Mention]] = dataclass_field(default_factory=list)
    mentions: list[Mention] = dataclass_field(default_factory=list)
    sentences: list[Sentence] = dataclass_field(default_factory=list)
    orders: list[QuantityMention] = dataclass_field(default_factory=list)  # places in a row that are no mentions
    counting: list[int] = dataclass_field(default_factory=list)  # numbers of the sentences with a figure
    drafts: list[Draft] = dataclass_field(default_factory=list)

    @property
    def first(self) -> int:
        """The number that the first sentence has in the article."""
        return len(self.text.sentences) if self.text is not None else 0


def _work(field: Field, text: str, segments: Sequence[Segment]) -> _Work | None:
    stretches = [(s.start, s.end) for s in segments if s.field == field and s.kind in ("headline", "body")]
    return _Work(field, Scan(text), stretches) if text and stretches else None


def _sentences(field: Field, spans: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> list[Sentence]:
    """Sentences with the mentions that lie in them; both come sorted."""
    made: list[Sentence] = []
    at, count = 0, len(mentions)
    for start, end in spans:
        while at < count and mentions[at].start < start:
            at += 1
        inside: list[Mention] = []
        times: list[TimeExpression] = []
        while at < count and (mention := mentions[at]).start < end:
            if mention.end <= end:
                inside.append(mention)
                if type(mention) is TimeExpression:
                    times.append(mention)
            at += 1
        made.append(_SENTENCE((field, start, end, tuple(inside), tuple(times), ())))
    return made


def _is_amount(mention: Mention) -> bool:
    """A quantity with a unit or a noun is no part of a date ("60 days after")."""
    return isinstance(mention, QuantityMention) and mention.unit is not None


def _names(
    work: _Work, taken: Sequence[tuple[int, int]], openings: AbstractSet[int], headlines: Sequence[bool], before: Sequence[Sentence]
) -> list[NameMention]:
    """Names in running text first; in headlines, where every word has a capital, only names that the text gave, or the sentences `before`."""
    scan, words = work.scan, work.words
    if not any(headlines):
        return names(scan, words, taken, openings)
    running, shouted = Capitals([], [], []), Capitals([], [], [])
    for (start, end), is_headline in sorted(zip(work.spans, headlines, strict=True)):
        (shouted if is_headline else running).extend(words[bisect_left(words.starts, start) : bisect_left(words.starts, end)])
    found = names(scan, running, taken, openings)
    if shouted.words:
        given = (name for sentence in before for name in sentence.names)
        known = frozenset(word for name in (*given, *found) for word in name.text.split())
        known |= frozenset(_after_titles(shouted, work.mentions)) if not known else frozenset()
        found += names(scan, shouted, taken, openings, known)
    return found


def _after_titles(words: Capitals, mentions: Sequence[Mention]) -> list[str]:
    """Words of a headline right behind a title, for a text that has nothing but its headline."""
    ends = {m.end + 1 for m in mentions if isinstance(m, OfficeMention)}
    found: list[str] = []
    for start, end, word in zip(words.starts, words.ends, words.words, strict=True):
        if start in ends and word.lower() not in OPENERS:
            found.append(word)
            ends.add(end + 1)
    return found[:2]


def _opening(plain: str, start: int) -> int:
    """The offset of the first letter at or behind `start`."""
    while start < len(plain) and not plain[start].isalpha():
        start += 1
    return start
