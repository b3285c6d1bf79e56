"""What a batch touches, linked and compared: the claims of its stories, and those of other articles about the same subjects."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck import pipeline
from factcheck.comparison.identity import fingerprint, normal
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.setting import Setting
from factcheck.packs.rulebook import RuleBook
from factcheck.stores import claims as kept
from factcheck.stores.articles import Entry, entries
from factcheck.stores.claims import Key, Link
from factcheck.stores.likeness import members, placed
from factcheck.stores.store import Store

UNKNOWN_DAY = "9999"  # sorts behind every day


@dataclass(slots=True)
class Scene:
    """Articles with their claims as linked. `numbers` are those of the claims by id, `touched` the claims in groups that were compared."""

    articles: dict[int, Entry]
    claims: dict[int, Claim]
    numbers: dict[str, int]
    findings: tuple[Finding, ...]
    not_compared: dict[str, int]
    touched: set[int]
    large: dict[Key, int]

    def by_name(self) -> dict[str, Entry]:
        """The articles by their id in this run."""
        return {entry.outline.article.id: entry for entry in self.articles.values()}


def compare(store: Store, rules: RuleBook, focus: Iterable[int], moved: Iterable[int], left: Iterable[int], ended: Mapping[int, Link]) -> Scene:
    """Compare what the articles in `focus` say.

    `moved` are articles whose story is another than before, `left` the stories that lost some; `ended` are the links that
    claims had which count no more. New links are written.
    """
    focus, moved = set(focus), set(moved)
    stories = {story for story, _ in placed(store, focus | moved).values() if story is not None} | set(left)
    near = {number for found in members(store, stories).values() for number in found} | focus | moved
    articles = entries(store, near)
    told = _settings(articles.values())
    raw = [(number, claim) for _, entry in sorted(articles.items()) for number, claim in zip(entry.claims, entry.outline.claims, strict=True)]
    linked = pipeline.link([claim for _, claim in raw], told, rules)
    claims = {number: claim for (number, _), claim in zip(raw, linked.claims, strict=True)}
    before = kept.links_of(store, claims)
    changed = {n: link for n, claim in claims.items() if (link := _link(claim)) != before.get(n)}
    kept.relink(store, changed, store.window.mine)
    home = {number: entry.number for entry in articles.values() for number in entry.claims}
    keys = {_key(claims[n]) for n in claims if not claims[n].subject.event and (home[n] in focus or home[n] in moved or n in changed)}
    keys |= {(link.rule, link.subject_id) for link in (*(before[n] for n in changed if n in before), *ended.values())}
    others, large = kept.groups(store, keys)
    further = entries(store, set(others.values()) - articles.keys())
    for entry in further.values():
        for number, claim in zip(entry.claims, entry.outline.claims, strict=True):
            if number in others:
                claims[number] = claim
    _as_linked(store, claims, others.keys() - home.keys())
    articles |= further
    in_groups = {n: c for n, c in claims.items() if (c.subject.event and n in home) or (not c.subject.event and _key(c) in keys)}
    found = pipeline.compare_linked(list(in_groups.values()), _settings(articles.values()), rules, linked.apart)
    numbers = {claim.id: number for number, claim in claims.items()}
    return Scene(articles, claims, numbers, found.findings, found.not_compared, set(in_groups), large)


def _as_linked(store: Store, claims: dict[int, Claim], numbers: Iterable[int]) -> None:
    """Give claims from outside of the stories the subjects that their own stories gave them."""
    for number, link in kept.links_of(store, numbers).items():
        claim = claims[number]
        if (claim.subject.id, claim.subject.surface) != (link.subject_id, link.subject):
            claims[number] = replace(claim, subject=replace(claim.subject, id=link.subject_id, surface=link.subject))


def _settings(articles: Iterable[Entry]) -> dict[str, Setting]:
    return {e.outline.article.id: pipeline.setting_of(e.outline, f"o{e.origin}", None if e.story is None else f"s{e.story}") for e in articles}


def _key(claim: Claim) -> Key:
    return claim.rule, claim.subject.id


def _link(claim: Claim) -> Link:
    time = claim.valid.interval.first or claim.valid.interval.last
    said = repr((normal(claim.value), claim.qualifiers, claim.modality))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Link(claim.rule, claim.subject.id, claim.subject.surface, digest, UNKNOWN_DAY if time is None else time.isoformat())


def revisions(store: Store, scene: Scene, rules: RuleBook, versions: Mapping[int, int]) -> list[Finding]:
    """What a later version of an article corrects, with the articles that still carry the old figure.

    `versions` has for each later version the number of the one before it.
    """
    found: list[Finding] = []
    old_entries = entries(store, versions.values())
    for new, old in sorted(versions.items()):
        if new in scene.articles and old in old_entries:
            found += _corrected(scene, rules, scene.articles[new], old_entries[old])
            scene.articles.setdefault(old, old_entries[old])
    return found


def _corrected(scene: Scene, rules: RuleBook, new: Entry, old: Entry) -> list[Finding]:
    settings = {}
    for entry in (old, new):
        version_of = old.outline.article.id if entry is new else None
        settings[entry.outline.article.id] = replace(pipeline.setting_of(entry.outline, "o1", "s1"), version_of=version_of)
    claims = [*old.outline.claims, *new.outline.claims]
    found = pipeline.compare(claims, settings, rules)
    scene.numbers.update(zip((c.id for c in old.outline.claims), old.claims, strict=True))
    scene.claims.update(zip(old.claims, old.outline.claims, strict=True))
    by_id = {claim.id: claim for claim in claims}
    return [_with_carriers(scene, finding, by_id, new, old) for finding in found.findings if finding.reason == "revision"]


def _with_carriers(scene: Scene, finding: Finding, by_id: Mapping[str, Claim], new: Entry, old: Entry) -> Finding:
    """The finding with the articles that still carry a figure which only the old version has."""
    names = {old.outline.article.id, new.outline.article.id}
    mine = [claim for value in finding.values for c in value.claims if (claim := by_id[c]).article == new.outline.article.id]
    now = {_said(claim) for claim in mine}
    articles = scene.by_name()
    places = {_place(scene.claims[scene.numbers[claim.id]], articles) for claim in mine}
    others = [c for _, c in sorted(scene.claims.items()) if c.article not in names and _place(c, articles) in places]
    values, carriers = [], set()
    for value in finding.values:
        gone = {_said(by_id[c]) for c in value.claims if by_id[c].article == old.outline.article.id} - now
        still = [claim for claim in others if _said(claim) in gone]
        carriers |= {claim.article for claim in still}
        claims = tuple(dict.fromkeys((*value.claims, *(claim.id for claim in still))))
        values.append(replace(value, claims=claims, articles=tuple(dict.fromkeys((*value.articles, *(claim.article for claim in still))))))
    told = f"{len(carriers)} {'article' if len(carriers) == 1 else 'articles'}: {', '.join(sorted(carriers))}"
    said = f" The old figure still stands in {told}." if carriers else ""
    name = new.outline.article.id  # a correction is of one article; of the figures themselves another finding may tell
    relations = tuple(replace(r, fingerprint=fingerprint(["revision", name, r.fingerprint]), aliases=()) for r in finding.relations)
    identity = fingerprint(["revision", name, finding.id])
    return replace(finding, id=identity, relations=relations, values=tuple(values), explanation=f"{finding.explanation}{said}")


def _said(claim: Claim) -> str:
    return str(normal(claim.value))


def _place(claim: Claim, articles: Mapping[str, Entry]) -> tuple[str, str, str]:
    """Rule, subject and, for what belongs to an event, the story: claims of one place are about one thing."""
    entry = articles[claim.article]
    return claim.rule, claim.subject.id, str(entry.story or -entry.number) if claim.subject.event else ""


def linked_claims(scene: Scene, entry: Entry) -> Sequence[Claim]:
    """The claims of an article as they were linked."""
    return [scene.claims.get(number, claim) for number, claim in zip(entry.claims, entry.outline.claims, strict=True)]
