"""Masked text: each mention one character, the rest in lower case, a line a sentence.

Sentences with their mentions go in; a `Masked` comes out, on which frames are plain regular expressions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.mention import Mention, NameMention, OfficeMention, PlaceMention, QuantityMention
from factcheck.model.reading import Sentence
from factcheck.packs.frames import MASKS
from factcheck.text.scan import Scan

_BRACKET = re.compile(r" ?\([^()\n]{1,40}\)")
# "Two people - a guard and a neighbour - were killed": what stands between dashes before a verb stands between commas elsewhere.
_APART = re.compile(
    r"(?<=[a-z\d])(?P<open> --? | ?\x97 ?)[a-z\d][^\n;:!?\"\x97]{2,90}?(?P<close> --? | ?\x97 ?)"
    r"(?=(?:was|were|is|are|has|have|had|will|would|died|remained?)\b)"
)


@dataclass(frozen=True, slots=True)
class Masked:
    """`text` in Latin-1 characters only, `raw` the source; `mention_at` maps the offset of a mask to its mention.

    `lines` hold where in it each sentence begins, the first of which has the number `first` in its article; `pieces` where each unmasked
    stretch begins, and `origins` where in the source.
    """

    text: str
    raw: str
    mention_at: dict[int, Mention]
    lines: list[int]
    first: int
    pieces: list[int]
    origins: list[int]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset into the masked text lies in."""
        return self.first + bisect_right(self.lines, offset) - 1

    def source(self, offset: int) -> int:
        """The offset in the source of an offset into the masked text; a mask is where its mention begins."""
        mention = self.mention_at.get(offset)
        if mention is not None:
            return mention.start
        piece = bisect_right(self.pieces, offset) - 1
        return self.origins[piece] + offset - self.pieces[piece]


_OF_CLASS: dict[type, str] = {PlaceMention: MASKS["place"], OfficeMention: MASKS["office"], NameMention: MASKS["name"]}
# Lower case, control characters and line ends as spaces: what frames are read in. One to one, as `str.lower` is in Latin-1.
_LOWERED = bytes(ord(chr(code).lower()) if code > 31 else 32 for code in range(256))


def mask_of(mention: Mention) -> str:
    """The character that stands for a mention."""
    mask = _OF_CLASS.get(type(mention))
    if mask is not None:
        return mask
    if isinstance(mention, QuantityMention):
        return MASKS.get(mention.kind, MASKS["measure"])
    kind = mention.kind  # type: ignore[union-attr]  # a span of time
    return MASKS["time"] if kind == "time" else MASKS["duration"] if kind == "duration" else MASKS["date"]


def mask(scan: Scan, sentences: Sequence[Sentence], first: int = 0) -> Masked:
    """Masks sentences of one scanned text; `first` is the number that the first of them has in its article."""
    source = scan.latin.translate(_LOWERED).decode("latin-1")
    made: list[str] = []
    lines: list[int] = []
    pieces: list[int] = []
    origins: list[int] = []
    mention_at: dict[int, Mention] = {}
    add, add_piece, add_origin, of_class = made.append, pieces.append, origins.append, _OF_CLASS.get
    dashes = _dashes(source)
    length = 0

    def add_parts(at: int, end: int) -> int:
        """Adds what stands before the dashes up to `end`, each of them as a comma; where to go on."""
        nonlocal length
        while dashes and dashes[-1][0] < end:
            begin, behind = dashes.pop()
            if begin >= at:
                pieces.extend((length, length + begin - at))
                origins.extend((at, begin))
                add(f"{source[at:begin]}, ")
                length += begin - at + 2
                at = behind
        return at

    for sentence in sentences:
        lines.append(length)
        at = sentence.start
        for mention in sentence.mentions:
            start = mention.start
            if dashes and dashes[-1][0] < start:
                at = add_parts(at, start)
            if start > at:
                add_piece(length)
                add_origin(at)
                add(source[at:start])
                length += start - at
            elif start < at:
                continue
            kind = type(mention)
            add(of_class(kind) or mask_of(mention))
            mention_at[length] = mention
            length += 1
            at = mention.end
            if kind is QuantityMention and (bracket := _conversion_end(mention, source, at, sentence.end)):  # type: ignore[arg-type]
                at = bracket
        end = sentence.end
        if dashes and dashes[-1][0] < end:
            at = add_parts(at, end)
        add_piece(length)
        add_origin(at)
        add(source[at:end])
        add("\n")
        length += end - at + 1
    return Masked("".join(made), scan.text, mention_at, lines, first, pieces, origins)


def _dashes(source: str) -> list[tuple[int, int]]:
    """Where pairs of dashes stand that part what a pair of commas would, the last first."""
    if "-- " not in source and " - " not in source and "\x97" not in source:
        return []
    found = [match.span(group) for match in _APART.finditer(source) for group in ("open", "close")]
    found.reverse()
    return found


def _conversion_end(mention: QuantityMention, source: str, at: int, end: int) -> int:
    """Where the brackets behind an amount end that tell it in another unit, as "20 miles (32 km)" is one amount; 0 without them."""
    if mention.unit is None or mention.value.conversion is None:
        return 0
    bracket = _BRACKET.match(source, at)
    return bracket.end() if bracket is not None and bracket.end() <= end else 0
