"""Where a claim stands, for the formats of CI systems, and at which claim of a finding they point.

Report objects go in, places in files come out. A line is given only where it is one of the file that the user has: text
that was taken out of a web page has lines of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.finding import GRAVITY, Finding, Relation
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.reporters.summary import articles_by_id, claims_by_id

AS_IT_STANDS = (".txt", ".md")  # files whose text is that of the article, so that lines and columns hold in them


@dataclass(frozen=True, slots=True)
class Place:
    """A path as the report has it; lines and columns 1-based, `end_column` behind the last character. None: not known."""

    path: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A claim of a finding with its article, and the value that it stands under."""

    claim: ReportClaim
    article: ReportArticle | None
    display: str

    @property
    def place(self) -> Place:
        """Where it is in the files of the run."""
        return place_of(self.claim, self.article)


def place_of(claim: ReportClaim, article: ReportArticle | None) -> Place:
    """Line and columns in a text file, the line of a row, or the file alone."""
    path = article.path if article is not None and article.path else claim.article
    if article is not None and article.line is not None:
        return Place(path, article.line)
    if claim.field == "title" or not path.lower().endswith(AS_IT_STANDS):
        return Place(path)
    *above, last = claim.text.split("\n")
    end_column = len(last) + 1 if above else claim.column + len(last)
    return Place(path, claim.line, claim.column, claim.line + len(above), end_column)


def gravest(finding: Finding) -> Relation | None:
    """The relation that gives a finding its verdict; None where all say the same."""
    own = [r for r in finding.relations if (r.verdict, r.reason) == (finding.verdict, finding.reason)]
    return min(own or finding.relations, key=lambda r: GRAVITY.index(r.verdict), default=None)


class Sightings:
    """The claims of findings in the order in which a reader should meet them."""

    def __init__(self, report: Report) -> None:
        self._claims, self._articles = claims_by_id(report), articles_by_id(report)
        self._order = {article.id: number for number, article in enumerate(report.articles)}
        self._has_store = any(article.recorded is not None for article in report.articles)

    def of(self, finding: Finding) -> list[Sighting]:
        """The claim to point at first: that of the pair in question which this run brought, or which was published last; then, for
        every other value, the claim that says it, the other one of the pair before the rest. Empty where the report lacks them.
        """
        relation = gravest(finding)
        pair = [relation.left, relation.right] if relation is not None else [0]
        by_value = {at: self._under(finding, at) for at in range(len(finding.values))}
        newest = max((s for at in pair for s in by_value[at]), key=self._newness, default=None)
        if newest is None:
            return []
        anchored = next(at for at in pair if newest in by_value[at])
        return [newest, *self._against(anchored, pair, by_value)]

    def of_each(self, finding: Finding) -> list[list[Sighting]]:
        """As `of`, for each article that this run brought to a store: each of them is news of its own. Without a store: as `of`."""
        main = self.of(finding)
        if not main or main[0].article is None or not self._has_store:
            return [main] if main else []
        found = [main]
        taken = {main[0].claim.article}
        other_side: dict[int, int] = {}
        for relation in finding.relations:
            if relation.fingerprint:
                other_side.setdefault(relation.left, relation.right)
                other_side.setdefault(relation.right, relation.left)
        by_value = {at: self._under(finding, at) for at in range(len(finding.values))}
        for at in sorted(other_side):
            for sighting in by_value[at]:
                is_new = sighting.article is not None and sighting.article.recorded is None
                if is_new and sighting.claim.article not in taken:
                    taken.add(sighting.claim.article)
                    found.append([sighting, *self._against(at, [other_side[at]], by_value)])
        return found

    @staticmethod
    def _against(anchored: int, pair: Sequence[int], by_value: dict[int, list[Sighting]]) -> list[Sighting]:
        """The first claim of every other value, those of the pair before the rest."""
        rest = [at for at in (*pair, *by_value) if at != anchored]
        return [by_value[at][0] for at in dict.fromkeys(rest) if by_value[at]]

    def _newness(self, sighting: Sighting) -> tuple[bool, tuple[str, int, int]]:
        return sighting.article is not None and sighting.article.recorded is None, self.when(sighting)

    def timeline(self, finding: Finding) -> list[Sighting]:
        """The first claim of each value, in order of publication; undated ones are left out."""
        first = [found[0] for at in range(len(finding.values)) if (found := self._under(finding, at))]
        return sorted((s for s in first if self.when(s)[0]), key=self.when)

    def _under(self, finding: Finding, at: int) -> list[Sighting]:
        value = finding.values[at]
        known: Sequence[ReportClaim] = [self._claims[name] for name in value.claims if name in self._claims]
        return [Sighting(claim, self._articles.get(claim.article), value.display) for claim in known]

    def when(self, sighting: Sighting) -> tuple[str, int, int]:
        """What puts claims in order: the day of the article (empty: not known), its place in the input, that in its text."""
        article = sighting.article
        day = (article.published or (article.written or "").removeprefix("../").partition("/")[0]) if article is not None else ""
        return day, self._order.get(sighting.claim.article, -1), sighting.claim.start
