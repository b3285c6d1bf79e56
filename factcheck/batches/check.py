"""The run of one batch: articles come in, are put beside those of the store, compared, recorded; a report comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck import pipeline
from factcheck.batches import arrival as arriving
from factcheck.batches.arrival import Arrival
from factcheck.batches.comparing import Scene, compare, linked_claims, revisions
from factcheck.batches.placing import place
from factcheck.engines import Outliner
from factcheck.model.article import Diagnostic
from factcheck.model.finding import GRAVITY, Finding
from factcheck.model.outline import Outline
from factcheck.model.report import Report, ReportArticle, ReportClaim
from factcheck.packs.rulebook import RuleBook
from factcheck.pipeline import Options
from factcheck.readers import Inputs
from factcheck.stores import articles as stored
from factcheck.stores.claims import Link, links_of
from factcheck.stores.decisions import waived
from factcheck.stores.findings import is_known, record_findings, told_before
from factcheck.stores.store import Store, Window


@dataclass(frozen=True, slots=True)
class Asked:
    """How to hold a batch against a store. Times are ISO 8601 in UTC.

    `now` is when it is recorded; `as_of` the last moment whose batches count; `since` the moment from which articles of earlier
    batches are looked at as if they came now. `program` and `packs` are what read the batch.
    """

    now: str
    as_of: str | None = None
    since: str | None = None
    program: str = ""
    packs: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch that was read as far as that goes without holding the store: what is under the paths, the rules, and new articles by id."""

    inputs: Inputs
    rules: RuleBook
    outliner: Outliner
    read: dict[str, Outline]


def prepare(paths: Sequence[str], store: Store, options: Options, as_of: str | None = None) -> Prepared:
    """Read what is new under the paths. Errors as for `pipeline.check`."""
    inputs = pipeline.inputs_of(paths, options)
    return prepared(inputs, pipeline.rules_of(options), store, options, as_of)


def prepared(inputs: Inputs, rules: RuleBook, store: Store, options: Options, as_of: str | None = None, outliner: Outliner | None = None) -> Prepared:
    """The same for articles that were read from their files before."""
    outliner = outliner or Outliner(rules, with_credit=True)
    newest = store.number("SELECT coalesce(max(id), 0) FROM batches WHERE recorded <= ?", as_of or "9999")
    store.window = Window(newest, newest + 1)
    places = stored.place_all(store, [arriving.incoming_of(article) for article in inputs.articles])
    new = arriving.named(inputs.articles, places)
    read = pipeline.read_all(new, outliner, options, with_credit=True)
    return Prepared(inputs, rules, outliner, {outline.article.id: outline for outline in read})


def check_batch(store: Store, batch: Prepared, asked: Asked) -> Report:
    """The report on the batch. What it brings stands in the store when the caller commits; it holds the store until then."""
    window = store.begin(asked.as_of)
    incoming = [arriving.incoming_of(article) for article in batch.inputs.articles]
    places = stored.place_all(store, incoming)
    outlines = arriving.read_ahead(batch.read, batch.inputs.articles, places, batch.outliner)
    if outlines:
        sql = "INSERT INTO batches (id, recorded, program, packs) VALUES (?, ?, ?, ?)"
        store.db.run(sql, (window.mine, asked.now, asked.program, asked.packs))
    replaced = [place.supersedes for place in places if place.supersedes is not None and place.supersedes >= 0 and not place.is_late]
    ended, left = _what_ends(store, replaced)
    arrival = arriving.record(store, incoming, places, outlines)
    changed = place(store, arrival.new, set(arrival.new) - set(arrival.outdated) - set(arrival.superseded.values()))
    left |= {was[0] for was, _ in changed.values() if was is not None and was[0] is not None}
    focus = [*(n for n in arrival.new if n in changed), *arrival.known]
    if asked.since is not None:
        focus += [number for number in stored.recorded_since(store, asked.since) if number not in set(focus)]
    moved = [number for number, (was, now) in changed.items() if was is None or was[0] != now[0]]
    scene = compare(store, batch.rules, focus, moved, left, ended)
    versions = _versions(scene, focus, arrival)
    corrected = revisions(store, scene, batch.rules, versions)
    findings = (*scene.findings, *corrected)
    told = told_before(store, findings, asked.since)
    if arrival.new:
        record_findings(store, findings, scene.numbers, scene.touched | _claims_of(scene, corrected), window.mine)
    names = {scene.articles[number].outline.article.id for number in focus}
    shown = [_with_status(f, told) for f in findings if any(article in names for value in f.values for article in value.articles)]
    shown = waived(store, shown, asked.now[:10])
    return _report(batch.inputs, scene, focus, arrival, sorted(shown, key=_gravest_first))


def _what_ends(store: Store, replaced: Sequence[int]) -> tuple[dict[int, Link], set[int]]:
    """The links and the stories of articles that a new version replaces."""
    entries = stored.entries(store, replaced)
    links = links_of(store, [number for entry in entries.values() for number in entry.claims])
    return links, {entry.story for entry in entries.values() if entry.story is not None}


def _versions(scene: Scene, focus: Iterable[int], arrival: Arrival) -> dict[int, int]:
    found = {}
    for number in focus:
        before = arrival.superseded.get(number) or (scene.articles[number].version_of if number not in arrival.new else None)
        if before is not None:
            found[number] = before
    return found


def _claims_of(scene: Scene, findings: Iterable[Finding]) -> set[int]:
    return {scene.numbers[claim] for finding in findings for value in finding.values for claim in value.claims}


def _with_status(finding: Finding, told: set[tuple[str, str]]) -> Finding:
    return replace(finding, status="known" if is_known(finding, told) else "new")


def _gravest_first(finding: Finding) -> tuple[int, str, str, str]:
    return GRAVITY.index(finding.verdict), finding.attribute, finding.subject, finding.id


def _report(inputs: Inputs, scene: Scene, focus: Sequence[int], arrival: Arrival, findings: Sequence[Finding]) -> Report:
    """The articles of the batch, then those of earlier batches that its findings name."""
    named = {article for finding in findings for value in finding.values for article in value.articles}
    mine = set(focus)
    entries = sorted(
        (e for e in scene.articles.values() if e.number in mine or e.outline.article.id in named), key=lambda e: (e.number not in mine, e.number)
    )
    in_findings = {claim for finding in findings for value in finding.values for claim in value.claims}
    articles: list[ReportArticle] = []
    claims: list[ReportClaim] = []
    for entry in entries:
        setting = pipeline.setting_of(entry.outline, f"o{entry.origin}", None if entry.story is None else f"s{entry.story}")
        articles.append(pipeline.report_article(entry.outline, setting, None if entry.number in arrival.new else entry.recorded))
        for claim, shown in zip(linked_claims(scene, entry), entry.outline.shown, strict=True):
            if entry.number in mine or claim.id in in_findings:
                claims.append(pipeline.report_claim(shown, claim, claim.id in in_findings))
    return Report(tuple(articles), tuple(claims), tuple(findings), (*inputs.diagnostics, *_notes(scene, arrival)), scene.not_compared)


def _notes(scene: Scene, arrival: Arrival) -> Iterable[Diagnostic]:
    for number, name in sorted(arrival.outdated.items()):
        path = arrival.new[number].article.path
        yield Diagnostic("note", path, None, f'"{name}" is older than the version that the store has; it is kept, and its claims do not count')
    for (rule, subject), count in sorted(scene.large.items()):
        yield Diagnostic("note", "", None, f"{rule} of {subject}: {count} claims; the first and last of each value were compared")
