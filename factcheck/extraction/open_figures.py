"""Figures that no frame took: drafts for comparing them inside a story, with the words around them.

A sentence with its mentions goes in, drafts of the rules of the pack `open` come out. Whether two of them speak of one
thing is for the linking of stories to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Draft, Sentence
from factcheck.packs.rulebook import RuleBook
from factcheck.text.folding import words
from factcheck.text.scan import Scan
from factcheck.text.stems import content, stem

REACH = 90  # characters to each side, inside the sentence, in which words tell what is counted
# Words right before a figure that take a part of what is counted: "the first 11 seasons" are not "15 seasons".
_NARROWING = re.compile(
    r"\b(first|last|next|previous|past|another|additional|further|extra|other|remaining|final|opening|only|but)\s+$", re.IGNORECASE
)
_BRACKET = re.compile(r"[\w ]{0,20}\(\s?")
PEOPLE = frozenset(
    ("people", "persons", "residents", "employees", "workers", "staff", "passengers", "students", "members", "men", "women", "children")
)
VAGUE_NOUNS = frozenset(
    (
        "one",
        "ones",
        "way",
        "ways",
        "time",
        "times",
        "thing",
        "things",
        "point",
        "side",
        "sides",
        "reason",
        "reasons",
        "kind",
        "part",
        "parts",
        "step",
        "more",
    )
)


class OpenFigures:
    """Drafts for the kinds of figure that the rules have an open attribute for."""

    def __init__(self, rules: RuleBook) -> None:
        self._attributes = {attribute.kind: attribute for attribute in rules.attributes if attribute.event_type == "any"}
        people = rules.lexicons.get("people")
        self._people = frozenset(phrase.lower() for phrase in people.phrases) | PEOPLE if people else PEOPLE

    def _head(self, mention: QuantityMention) -> str:
        """The stem of the noun counted; people are people by whatever word: residents, employees, passengers."""
        if not mention.noun:
            return ""
        noun = mention.noun.split()[-1].lower()
        return "person" if noun in self._people else stem(noun)

    def drafts(self, scan: Scan, sentence: Sentence, number: int, taken: set[int]) -> Iterator[Draft]:
        """One draft for each figure of the sentence that says what it counts."""
        converted: set[int] = set()
        quantities = [mention for mention in sentence.mentions if isinstance(mention, QuantityMention)]
        for index, mention in enumerate(quantities):
            if mention.start in taken or mention.start in converted:
                continue
            # an amount in brackets behind another is the same fact in another unit
            if _BRACKET.fullmatch(scan.plain, mention.end, next_start := _next_start(quantities, index, sentence.end)):
                converted.add(next_start)
            attribute = self._attributes.get(mention.kind)
            if attribute is None or (mention.kind == "count" and not _counts(mention)):
                continue
            left, right = max(sentence.start, mention.start - REACH), min(sentence.end, mention.end + REACH)
            around = (*content(scan.plain, left, mention.start), *content(scan.plain, mention.end, right))
            head = self._head(mention)
            narrowed = _NARROWING.search(scan.plain[left : mention.start])
            context = tuple(dict.fromkeys((f"#{head}{f':{narrowed[1].lower()}' if narrowed else ''}", *around)))
            if len(context) > 2:
                # whom the sentence begins with is most often whom the figure is told of
                first = next((name for name in sentence.names if name.end <= mention.start), None)
                context += tuple(f"@{word}" for word in words(first.text)) if first is not None else ()
                yield Draft(attribute.rule, attribute.name, number, mention, (), (("modality", "asserted"),), context)


def _next_start(quantities: Sequence[QuantityMention], index: int, end: int) -> int:
    """Where the next quantity of the sentence starts, else `end`, where the sentence ends."""
    done = quantities[index].end
    return next((quantities[later].start for later in range(index + 1, len(quantities)) if quantities[later].start >= done), end)


def _counts(mention: QuantityMention) -> bool:
    """A count of something that has a name; "one" alone is most often no number."""
    if not mention.noun or mention.noun.split()[-1].lower() in VAGUE_NOUNS:
        return False
    return mention.text.lower() not in ("one", "a", "an", "half")
