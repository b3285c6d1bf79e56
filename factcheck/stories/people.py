"""Names joined inside a story: "Sharon Smith" and "Sharon Ann Smith" in articles on one event are one person.

The claims of a run with the stories of their articles go in; the same claims come out, subjects that are known by a name
alone with one id for all spellings of it in the story. Names that fit two others stay apart, and so do full names for
which one article gives two values: a father and a son.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from factcheck.kinds.company import is_one_company
from factcheck.kinds.name import block_of, is_respelt, relate_names
from factcheck.model.claim import Claim
from factcheck.text.folding import words


def link_names(claims: Sequence[Claim], stories: Mapping[str, str | None], given_names: Mapping[str, tuple[str, ...]]) -> tuple[Claim, ...]:
    """Gives one subject to claims of one story and rule whose subjects' names are spellings of one."""
    spellings: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for claim in claims:
        story = stories.get(claim.article)
        if claim.subject.name is not None and story is not None:
            spellings[story, claim.rule].setdefault(claim.subject.name, claim.subject.id)
    canonical: dict[tuple[str, str, str], tuple[str, str]] = {}
    rivals = _rivals(claims)
    for (story, rule), ids in spellings.items():
        for name, (full, identity) in _joined(ids, given_names, rivals).items():
            canonical[story, rule, name] = (full, identity)
    made = []
    for claim in claims:
        found = canonical.get((stories.get(claim.article) or "", claim.rule, claim.subject.name or ""))
        if found is not None and found[1] != claim.subject.id:
            surface = claim.subject.surface.replace(claim.subject.name or "", found[0])
            claim = replace(claim, subject=replace(claim.subject, id=found[1], surface=surface))
        made.append(claim)
    return tuple(made)


def _rivals(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """Pairs of full names for which one article gives no number in common."""
    numbers: dict[tuple[str, str], dict[str, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        name = claim.subject.name
        if name is not None and claim.value.point is not None and len(words(name)) > 1:
            numbers[claim.article, claim.rule][name].add(claim.value.point)
    return frozenset((one, two) for said in numbers.values() if len(said) > 1 for one, two in permutations(said, 2) if not said[one] & said[two])


def _joined(ids: Mapping[str, str], given_names: Mapping[str, tuple[str, ...]], rivals: frozenset[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """For each name the fullest of its spellings and that one's id; blocked by the consonants of the last word."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(ids, key=lambda name: (-len(words(name)), name)):
        blocks[block_of(words(name)[-1])].append(name)
    joined: dict[str, tuple[str, str]] = {}
    for block in blocks.values():
        full: list[str] = []
        for name in block:
            fits = [other for other in full if (name, other) not in rivals and relate_names(name, other, given_names).can_both_be_right]
            if len(fits) == 1:
                joined[name] = (fits[0], ids[fits[0]])
            else:
                full.append(name)
                joined[name] = (name, ids[name])
    return _companies(joined)


def joined_names(ids: Mapping[str, str], given_names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, str]]:
    """For each name of some that are of one office the fullest of its spellings and that one's id."""
    return _joined(ids, given_names, frozenset())


def _companies(joined: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """With the names of one company joined, too: with and without its legal form, and its initials where one name only has them.

    So are two spellings of a town or a thing that has one word for a name.
    """
    kept: list[tuple[str, str]] = []
    same: dict[str, tuple[str, str]] = {}
    for name, entry in sorted(joined.items(), key=lambda item: (-len(words(item[0])), item[0])):
        if name != entry[0]:
            continue
        fits = [other for other in kept if is_one_company(name, other[0]) or is_respelt(name, other[0])]
        if len(fits) == 1:
            same[name] = fits[0]
        else:
            kept.append(entry)
    return {name: same.get(entry[0], entry) for name, entry in joined.items()}
