"""Where new articles stand among the others: whose text they copy, and what story they tell.

Candidates come from indexes. The stories of those that are alike enough are put together anew with the new articles, by the
same clustering that a run over all articles uses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.cleaning import is_copy
from factcheck.model.interval import Interval
from factcheck.model.outline import Outline, Terms
from factcheck.stores import likeness as kept
from factcheck.stores.articles import entries
from factcheck.stores.connection import storable
from factcheck.stores.store import Store
from factcheck.stories import LINK_ONE, Background, candidates, clusters, likeness_of, probes_of, rare_terms, vectors

Placement = tuple[int | None, int]  # story and origin
LARGEST = 300  # articles of one old story that are clustered anew; the others of a larger one go where most of these go


def place(store: Store, new: Mapping[int, Outline], counted: Iterable[int]) -> dict[int, tuple[Placement | None, Placement]]:
    """Put the `counted` of the new articles (no old versions) into origins and stories.

    Gives every article whose placement changed, with the one it had (None: new) and the one it has.
    """
    current = [number for number in new if number in set(counted)]
    origins = _origins(store, new, current)
    stories = _stories(store, {number: new[number] for number in current if new[number].is_read})
    before = kept.placed(store, {*origins, *stories} - set(current))
    changed: dict[int, tuple[Placement | None, Placement]] = {}
    for number in sorted({*current, *before}):
        was = before.get(number)
        old_story, old_origin = was if was is not None else (None, number)
        now = (stories.get(number, old_story), origins.get(number, old_origin))
        if now != was:
            changed[number] = (was, now)
    kept.place(store, {number: now for number, (_, now) in changed.items()}, store.window.mine)
    return changed


def _origins(store: Store, new: Mapping[int, Outline], current: Sequence[int]) -> dict[int, int]:
    """Origins of new articles, and of old ones that a new one joins to others; an origin is called by its first article."""
    if not current:
        return {}
    first = min(current)
    old = kept.holders(store, {gram for number in current for gram in new[number].grams}, first)
    holders: dict[int, tuple[int, ...]] = dict(old)
    shared: Counter[tuple[int, int]] = Counter()
    for number in current:
        for gram in new[number].grams:
            told = holders.get(gram, ())
            shared.update((other, number) for other in told)
            holders[gram] = (told[0], number) if told else (number,)
    sizes = {number: (len(new[number].grams), new[number].credit) for number in current}
    sizes |= kept.copied(store, {other for other, _ in shared if other < first})
    origin = {number: number for number in current}
    known = kept.placed(store, {other for other, _ in shared if other < first})
    origin |= {number: placed[1] for number, placed in known.items()}
    merged: dict[int, int] = {}

    def root(name: int) -> int:
        while name in merged:
            name = merged[name]
        return name

    for (left, right), count in sorted(shared.items()):
        if left not in sizes or left not in origin:
            continue
        (one, its_credit), (two, other_credit) = sizes[left], sizes[right]
        if is_copy(count, one, two, lambda a=its_credit, b=other_credit: a is not None and a == b):  # type: ignore[misc]
            low, high = sorted((root(origin[left]), root(origin[right])))
            if low != high:
                merged[high] = low
    kept.add_grams(store, {number: new[number].grams for number in current})
    found = {number: root(origin[number]) for number in current}
    joined = [name for name in merged if name not in new]
    found |= {number: root(origin) for number, (_, origin) in kept.of_origins(store, joined).items()}
    return found


def _stories(store: Store, new: Mapping[int, Outline]) -> dict[int, int | None]:
    """The story of each article that was clustered anew, called by its first article; None where no other tells the same."""
    if not new:
        return {}
    terms = {number: outline.terms for number, outline in new.items()}
    kept.add_terms(store, list(terms.values()))
    vectors_of_new = dict(zip(terms, vectors(list(terms.values()), among := _background(store, terms.values())), strict=True))
    rare = rare_terms(among.documents, least=1)
    probes = {number: probes_of(vector, rare) for number, vector in vectors_of_new.items()}
    holders = kept.sharing(store, {storable(term) for found in probes.values() for term in found})
    kept.add_probes(store, {number: [storable(term) for term in found] for number, found in probes.items()})
    linked = _alike(store, probes, holders, terms)
    placed = kept.placed(store, linked)
    members = kept.members(store, {story for story, _ in placed.values() if story is not None})
    taken, glued = _taken(members, linked)
    old = sorted({*linked, *taken})
    terms_of_old = kept.terms_by_article(store, old)
    order = [*old, *new]
    told = [terms_of_old[number] if number in terms_of_old else terms[number] for number in order]
    found = entries(store, old, with_claims=False)
    times: list[Interval] = [found[n].outline.dating.interval if n in found else new[n].dating.interval for n in order]
    among = _background(store, told)
    groups = clusters(vectors(told, among), times, among.documents)
    return _named(order, groups, glued)


def _background(store: Store, articles: Iterable[Terms]) -> Background:
    """How rare their terms are among all articles of the store, these included."""
    surfaces = {term for terms in articles for term in terms.counts}
    documents, officials, total = kept.how_common(store, {storable(term) for term in surfaces})
    return Background({term: documents.get(storable(term), 1) for term in surfaces}, total, officials)


def _alike(store: Store, probes: Mapping[int, Sequence[str]], holders: Mapping[str, Sequence[int]], terms: Mapping[int, Terms]) -> list[int]:
    """The old articles that a new one may share a story with."""
    may_be: dict[int, list[int]] = {}
    for number, rare in probes.items():
        names: Counter[int] = Counter()
        words: Counter[int] = Counter()
        for term in rare:
            (names if term[0] == "=" else words).update(holders.get(storable(term), ()))
        may_be[number] = candidates(names, words)
    old = sorted({other for found in may_be.values() for other in found})
    terms_of_old = kept.terms_by_article(store, old)
    told = [*terms_of_old.values(), *(terms[number] for number in probes)]
    made = dict(zip([*terms_of_old, *probes], vectors(told, _background(store, told)), strict=True))
    return sorted({o for number, found in may_be.items() for o in found if likeness_of(made[number], made[o]) >= LINK_ONE})


def _taken(members: Mapping[int, Sequence[int]], linked: Sequence[int]) -> tuple[set[int], dict[int, list[int]]]:
    """The members of old stories that are clustered anew, and for one of those the others of its story that go with it."""
    taken: set[int] = set()
    glued: dict[int, list[int]] = defaultdict(list)
    for _, articles in sorted(members.items()):
        if len(articles) <= LARGEST:
            taken.update(articles)
            continue
        mine = sorted({*(set(articles) & set(linked)), *articles[-LARGEST:]})
        taken.update(mine)
        glued[mine[-1]] += sorted(set(articles) - set(mine))
    return taken, glued


def _named(order: Sequence[int], groups: Sequence[int], glued: Mapping[int, Sequence[int]]) -> dict[int, int | None]:
    articles: dict[int, list[int]] = defaultdict(list)
    for number, group in zip(order, groups, strict=True):
        articles[group] += [number, *glued.get(number, ())]
    return {number: min(found) if len(found) > 1 else None for found in articles.values() for number in found}
