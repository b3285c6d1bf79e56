"""Which articles copy each other or one wire: they are one origin, and support by an origin counts once.

Near-duplicates are found through an inverted index of hashed word 5-grams, sorted instead of held in a table: the work
grows with the text, not with the pairs of articles. Only 5-grams that begin with a long word are hashed, the same ones
in every copy, about one word in eight of news text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from zlib import crc32

from factcheck.cleaning.wires import wire
from factcheck.model.article import Article, Segment
from factcheck.text.scan import Scan

_GRAM = 5
_LONG_WORD = 8
_COPY = 0.5  # share of the shorter text's 5-grams that a copy repeats
_WIRE_COPY = 0.2  # the same where both credit one agency, or one quotes the other
_FEWEST = 4  # shared 5-grams; fewer are one long quotation
_FEWEST_WIRE = 6


def origins(articles: Sequence[Article], segments_by_article: Mapping[str, tuple[Segment, ...]]) -> dict[str, str]:
    """Origin ("o1", "o2", ...) by article id. It depends on the articles and their ids alone, not on their order.

    Copies are articles that share half the text of the shorter one, or a fifth where they also credit one agency or
    one of them is the agency. A shared credit alone makes no copies.
    """
    texts = {article.id: article for article in articles}
    found = {article.id: grams(article, segments_by_article.get(article.id, ())) for article in articles}
    return origins_of(found, lambda name: wire(texts[name]))


def grams(article: Article, segments: tuple[Segment, ...]) -> set[int]:
    """By what copies of an article are known: hashes of 32 bits of word sequences in what it tells."""
    return _grams(_told(article, segments))


def origins_of(grams_by_article: Mapping[str, Collection[int]], credit: Callable[[str], str | None]) -> dict[str, str]:
    """Origin by article id, from the grams of the articles; `credit` says which agency an article credits, and is asked seldom."""
    names = sorted(grams_by_article)
    sizes = [len(grams_by_article[name]) for name in names]
    roots = list(range(len(names)))
    credits: dict[int, str | None] = {}

    def is_one_wire(left: int, right: int) -> bool:
        for index in (left, right):
            if index not in credits:
                credits[index] = credit(names[index])
        return credits[left] is not None and credits[left] == credits[right]

    for (left, right), shared in _shared([grams_by_article[name] for name in names]):
        if is_copy(shared, sizes[left], sizes[right], partial(is_one_wire, left, right)):
            _join(roots, left, right)
    called: dict[int, str] = {}
    return {name: called.setdefault(_root(roots, index), f"o{len(called) + 1}") for index, name in enumerate(names)}


def is_copy(shared: int, left: int, right: int, is_one_wire: Callable[[], bool]) -> bool:
    """Two texts of so many grams that share so many copy each other; where they share less, only texts of one wire do."""
    part = shared / max(1, min(left, right))
    if part >= _COPY and shared >= min(_FEWEST, left, right):
        return True
    return part >= _WIRE_COPY and shared >= _FEWEST_WIRE and is_one_wire()


def _told(article: Article, segments: tuple[Segment, ...]) -> str:
    """The text that an article tells, without what stands around it."""
    if not segments:
        return article.text[article.body_start :]
    return "\n".join(article.text[segment.start : segment.end] for segment in segments if segment.kind == "body" and segment.field == "text")


def _grams(text: str) -> set[int]:
    """Hashes of 5-grams; of a text too short for any, that of the whole."""
    words = Scan(text).plain.lower().split()
    found = {crc32(" ".join(words[at : at + _GRAM]).encode()) for at, word in enumerate(words[: 1 - _GRAM]) if len(word) >= _LONG_WORD}
    if len(found) < _FEWEST and words:
        found.add(crc32(" ".join(words).encode()))
    return found


def _shared(grams: Sequence[Collection[int]]) -> Iterator[tuple[tuple[int, int], int]]:
    """Shared 5-grams by pair of articles that can be copies: each holder of a 5-gram with its first holder and with the one before it.

    A gram with a thousand holders so makes two thousand pairs, not half a million. Pairs that share too few are left out.
    """
    width = len(grams).bit_length()
    mask = (1 << width) - 1
    entries = sorted([gram << width | index for index, found in enumerate(grams) for gram in found])
    pairs: list[int] = []
    gram = first = -1
    for before, entry in [(one, two) for one, two in pairwise(entries) if one ^ two <= mask]:  # most grams have one holder
        if before >> width != gram:
            gram, first = before >> width, (before & mask) << width
        index = entry & mask
        pairs.append(first | index)
        if (before & mask) << width != first:
            pairs.append((before & mask) << width | index)
    for pair, shared in sorted(Counter(pairs).items()):
        left, right = pair >> width, pair & mask
        if shared >= _FEWEST or shared >= len(grams[left]) or shared >= len(grams[right]):
            yield (left, right), shared


def _root(roots: list[int], index: int) -> int:
    while roots[index] != index:
        roots[index] = roots[roots[index]]
        index = roots[index]
    return index


def _join(roots: list[int], left: int, right: int) -> None:
    one, two = _root(roots, left), _root(roots, right)
    if one != two:
        roots[max(one, two)] = min(one, two)
