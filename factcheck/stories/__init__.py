"""Stories: which articles tell of one event. What each is about and when it was written go in, a story an article comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.model.interval import Interval
from factcheck.model.outline import Terms
from factcheck.stories.ages import link_ages
from factcheck.stories.clusters import LINK_ONE, candidates, clusters, likeness_of, probes_of, rare_terms
from factcheck.stories.features import Background, background, terms_of, vectors
from factcheck.stories.figures import Linked, link_figures
from factcheck.stories.moments import link_moments
from factcheck.stories.near_ages import link_near_ages
from factcheck.stories.people import link_names
from factcheck.stories.posts import link_posts

__all__ = [
    "LINK_ONE", "Background", "Linked", "candidates", "clusters", "likeness_of", "link_ages", "link_figures", "link_moments", "link_names",
    "link_near_ages", "link_posts", "probes_of", "rare_terms", "stories", "terms_of", "vectors",
]  # fmt: skip


def stories(terms: Mapping[str, Terms], times: Sequence[Interval]) -> Mapping[str, str | None]:
    """The story of each article by its id ("s1", "s2", ... in the order given), None where no other tells the same."""
    told = tuple(terms.values())
    order = [number for _, number in sorted(zip(terms, range(len(told)), strict=True))]  # no order of the input shows
    among = background(told)
    made = vectors(told, among)
    groups = clusters([made[number] for number in order], [times[number] for number in order], among.documents)
    sizes = Counter(groups)
    group_by_number = dict(zip(order, groups, strict=True))
    names: dict[int, str] = {}
    found: dict[str, str | None] = {}
    for number, article in enumerate(terms):
        group = group_by_number[number]
        found[article] = names.setdefault(group, f"s{len(names) + 1}") if sizes[group] > 1 else None
    return found
