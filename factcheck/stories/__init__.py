"""Stories: which articles tell of one event. Readings with the times of their articles go in, a story an article comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.model.interval import Interval
from factcheck.model.reading import Reading
from factcheck.stories.clusters import clusters
from factcheck.stories.features import vectors
from factcheck.stories.figures import Linked, link_figures
from factcheck.stories.people import link_names

__all__ = ["Linked", "link_figures", "link_names", "stories"]


def stories(readings: Sequence[Reading], times: Sequence[Interval], officials: Sequence[frozenset[str]]) -> Mapping[str, str | None]:
    """The story of each article by its id ("s1", "s2", ... in the order of the input), None where no other tells the same.

    `officials` are, for each reading, the folded words of the names of national office-holders.
    """
    groups = clusters(vectors(readings, officials), times)
    sizes = Counter(groups)
    names: dict[int, str] = {}
    found: dict[str, str | None] = {}
    for reading, group in zip(readings, groups, strict=True):
        found[reading.article.id] = names.setdefault(group, f"s{len(names) + 1}") if sizes[group] > 1 else None
    return found
