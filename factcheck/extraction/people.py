"""Groups of people: "two men and a girl", "his wife, Ana Ruiz, and her son", "the gunman" become one mention with a number.

A masked line goes in, and one of the same length comes out where each group is one character behind spaces, so that
offsets hold. A frame then says `{group}` where an article may tell victims by number, noun or name, one or several.
The patterns here are written with words, and run on lines whose words are single characters (`factcheck.packs.codes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from factcheck.extraction.coding import CodedLine
from factcheck.extraction.masking import Masked
from factcheck.model.mention import Mention, NameMention, QuantityMention
from factcheck.model.value import Value
from factcheck.packs.codes import Codebook, words_of_pattern
from factcheck.packs.frames import MASKS
from factcheck.packs.rulebook import Lexicon, RuleBook

LEXICON = "people"  # nouns for people, by what kind of people they are
GENERIC = "people"  # the kind that tells nothing
_SURE_SUM = 3
_SEXES = frozenset(("man", "woman"))
ATTACKER = "attacker"
MIXED = "several"
PART = "some of them"

_COUNT, _AGE, _NAME, _PLACE, _ORDINAL, _OFFICE = (MASKS[k] for k in ("count", "age", "name", "place", "ordinal", "office"))
_FUNCTION = (
    "a|an|the|his|her|their|its|our|my|your|another|one|this|that|these|those|both|all|some|several|many|most|any|no|not|neither|none|and|or|but|nor|as|at|by|for|from|in|"
    "into|of|off|on|onto|out|over|than|to|toward|towards|under|up|upon|with|without|after|before|when|while|where|who|whom|whose|which|what|how|if|because|"
    "since|until|during|between|among|against|through|about|around|near|inside|outside|behind|is|are|was|were|be|been|being|has|have|had|do|does|did|will|"
    "would|can|could|may|might|should|must|then|said|says|told|left|leaves|leaving|kill|kills|killed|killing|injures|injured|injuring|wounds|wounded|wounding|hurt|hurts|hurting|"
    "shot|shoot|shoots|hit|hits|struck|dead|died|dies|more|he|she|it|they|him|them|himself|herself|including|so|also|it's|whether|every|each|per|just|only|"
    "late|early|mid"
)
_MOD = (
    rf"(?:(?!(?:{_FUNCTION})\b)[@][@'.-]*|[{_PLACE}{_NAME}](?:-based|-born)?|[{_ORDINAL}]|[{_AGE}],?|"
    r"(?:injured|wounded|dead|slain|murdered|missing)(?= ))"
)
_BEGINNING = "an|a|the|his|her|their|our|my|your|its|another|one|both|this|that|these|those|all|other|he|she|him|himself|herself|themselves|self"
_DET = r"(?:an|a|the|his|her|their|our|my|your|its|another|one|both|this|that|these|those|(?:an|a) (?:second|third|fourth|fifth|sixth))"
_DETERMINERS = frozenset(("all", "both", "her", "his", "its", "my", "our", "that", "the", "their", "these", "this", "those", "your"))
_BEHIND_COUNT = (
    r"(?=[,.;:!?)\"]|\n| *$| (?:dead|killed|injured|wounded|hurt|shot|slain|murdered|hospitalised|hospitalized|missing|arrested|detained|"
    r"evacuated|died|dying|were|was|are|is|have|had|has|in|at|on|by|after|before|and|or|when|while|as|during|near|inside|outside|including|who|others|other|more|critically|"
    r"seriously|badly|fatally|since|with|from|to|for|over|across|this|last|late|early|overnight|unaccounted|under|displaced|homeless|trapped|still|"
    r"found|reported|confirmed|until|where|but|of whom|critical|drowned|perished|lost|lie|lay)\b"
    rf"| [{MASKS['date']}{MASKS['time']}{MASKS['place']}])"
)
_BEHIND_ONE = r"(?= (?:later |also |then )?(?:died|dead|killed|injured|wounded|hurt|fatally|critically|seriously|was|is|has|had)\b)"
_AGED = rf"(?:,? ?(?:(?:aged|age) )?[{_AGE}],?(?! ?[{_NAME}])|, [{_COUNT}](?=[,.;]|\n| *$))?"
_SEPARATOR = r"(?:,? and |, | & |,? as well as |,? along with |,? plus )"
_OF_A_WHOLE = r"(?:about |at least )?(?:the |those |these |them\b|whom\b)"
# "one of its eight guards", "three of her four sons": the number behind is that of all of them
_OF_ALL_OWN = rf"(?:his|her|their|its|our|my) (?:(?:{_MOD} ){{0,2}}?[{_COUNT}] (?:{_MOD} ){{0,3}}?)"
# "the father of four boys" is one man, and the boys are none of those whom an event befell
_PARENT = re.compile(r"\b(?:father|mother|parents?|dad|mum|mom|grandfather|grandmother|stepfather|stepmother) of $")
_MEMBER = r"\b(?:including|among them|of whom|such as|like|includes|include|included) *$"
# "none of the 12 passengers was hurt" counts nobody
_NONE_OF = re.compile(r"\b(?:none|neither|not one|no one|not a single one) of (?:the |its |his |her |their |these |those )?$", re.IGNORECASE)
_PARENT_REACH = 16
_NONE_REACH = 28
_MEMBER_REACH = 12  # characters of a line whose words are characters


_SPEAKS = re.compile(
    r"(?: [^ ,.;]+){0,4}?,? (?:has |have |had )?"
    r"(?:said|says|told|added|confirmed|announced|reported|wrote|tweeted|claimed|estimated|insisted|explained)\b"
)


# Behind a name: "..., Ana Ruiz of the regional health office said".
_SPEAKS_FOR = re.compile(
    r" (?:of|from|at|with) (?:[^ ,.;]+ ){1,6}?(?:has |have |had )?(?:said|says|told|added|confirmed|announced|reported|estimated)\b"
)
_HAS_VERB = re.compile(r" (?:are|had|has|have|is|was|were)\b")


class _Item(NamedTuple):
    number: Decimal
    noun: str
    is_printed: bool
    mention: QuantityMention | None = None
    is_named: bool = False


def _patterns() -> tuple[str, ...]:
    """An item, a bare noun, how a group opens, what joins two items, what stands before a member, what a group begins with and what before one;
    `%` is any noun for people, `@` any letters."""
    noun = r"(?:(?:%)\b(?!'|-))(?: (?:%)\b(?!'|-))*"
    named = rf"(?:,? (?:[{_AGE}] )?[{_NAME}](?!'|-))?"
    counted = (
        rf"(?:(?:his|her|their|the|its|all|these|those|another|other) )?(?P<count>[{_COUNT}])"
        rf"(?: of(?= (?!{_OF_A_WHOLE}))(?: (?:his|her|their|its|our|my))?)?(?: {_MOD}){{0,3}}? (?P<counted>{noun})"
        rf"(?: [{_AGE}],?(?! ?[{_NAME}]))?"
    )
    determined = rf"(?P<det>{_DET}) (?!(?:lives|bodies|souls)\b)(?:{_MOD} ){{0,4}}?(?P<determined>{noun}){named}{_AGED}"
    aged = rf"(?P<det_aged>(?:an|a|the|another|his|her)) [{_AGE}](?! {_MOD}){named}"
    behind_name = rf"(?!'|-| {noun}| (?:said|says|told|added)\b)"
    name = rf"(?:[{_AGE}] )?(?<!, of )(?<!from )(?<! in )(?<! at )(?<! near )(?<!the )(?P<name>[{_NAME}]){behind_name}{_AGED}"
    itself = r"(?P<self>\b(?:himself|herself|themselves|self)\b)|(?P<pronoun>\b(?:he|she|him|her)\b)(?=,? and )"
    one = rf"(?<!no )(?<!no-)(?<!no - )(?<!every )(?<!any )(?<!each )(?<!the )(?P<one>\bone\b){_BEHIND_ONE}"
    item = rf"(?:{counted}|(?<![{_COUNT}] )(?P<bare>[{_COUNT}]){_BEHIND_COUNT}|{determined}|{aged}|{name}|{itself}|{one})"
    bare = rf"(?:{_MOD} ){{0,3}}?(?P<alone>{noun}){named}{_AGED}"
    any_item, alone = (re.sub(r"\?P<\w+>", "?:", pattern) for pattern in (item, bare))
    before = r"\A|(?<=[:;] )|(?<=kills )|(?<=killed )|(?<=killing )|(?<=injures )|(?<=shoots )"
    start = rf"(?:(?:{before}){alone}|(?<![\w']){any_item})"
    whole = rf"{_OF_A_WHOLE}(?:(?:{_MOD} |[{_COUNT}] ){{0,4}}?(?:{noun}|(?:wounded|injured|dead|missing|survivors)\b))?"
    some = rf"(?<!every )(?<!each )(?<!any )(?<!no )(?<!not )(?P<some>[{_COUNT}]|\b(?:one|both)\b)"
    part = rf"{some} of (?:{whole}|{_OF_ALL_OWN}{noun})(?!(?<=[@]) (?:who|killed|shot|injured|wounded|hurt|hit)\b)"
    # Where a group may begin at all: to try it at each word of a line costs several times as much.
    begins = rf"(?:[{_COUNT}{_AGE}{_NAME}]|{_BEGINNING})(?<![\w'].)"
    behind = r"(?:[:;]|kills|killed|killing|injures|shoots) "
    return item, bare, f"{part}|{start}", _SEPARATOR, _MEMBER, begins, behind


_PATTERNS = _patterns()
WORDS = frozenset(word for pattern in _PATTERNS for word in words_of_pattern(pattern))


class PeopleFinder:
    """Finds groups of people by the lexicon `people`; without one it finds none."""

    def __init__(self, rules: RuleBook, codes: Codebook) -> None:
        lexicon = rules.lexicons.get(LEXICON)
        self._kinds = _kinds(lexicon)
        self._opening: re.Pattern[str] | None = None
        if self._kinds:
            nouns = codes.pattern_of_lexicon(LEXICON, " +")
            self._item, self._bare, self._opening, self._joint, self._member, self._begins, self._behind = (
                re.compile(codes.of_pattern(pattern).replace("%", nouns).replace("@", codes.letters)) for pattern in _PATTERNS
            )

    def grouped(self, masked: Masked, lines: Sequence[CodedLine]) -> tuple[Masked, list[CodedLine]]:
        """The same lines with each group one character at its end, and spaces before it; and what these characters stand for."""
        if self._opening is None:
            return masked, list(lines)
        mention_at = dict(masked.mention_at)
        made: list[CodedLine] = []
        for line in lines:
            found = [(start, end, mask, mention, line.source(end) - 1) for start, end, mask, mention in self._found(masked, line)]
            for _, _, _, mention, at in found:
                mention_at[line.start + at] = mention
            made.append(line.replaced([(start, end, mask) for start, end, mask, _, _ in found]) if found else line)
        return replace(masked, mention_at=mention_at), made

    def _found(self, masked: Masked, line: CodedLine) -> Iterator[tuple[int, int, str, Mention]]:
        """Start and end of each group in the coded line, the mask for it, and what it says."""
        assert self._opening is not None
        coded, at = line.coded, 0
        begun, behind = self._begins.finditer(coded), self._behind.finditer(coded)
        for opening in sorted({0, *[match.start() for match in begun], *[match.end() for match in behind]}):
            match = self._opening.match(coded, opening) if opening >= at else None
            if match is None or match.end() == match.start():
                continue
            start = match.start()
            at = end = match.end() if match["some"] is not None else self._end(coded, match.end())
            if match["some"] is not None:
                mention = self._some(masked, line, match)
                if mention is not None:
                    yield start, end, MASKS["part"], mention
                continue
            found = self._mention(masked, line, start, end)
            if found is None:
                continue
            mention, at = found[0], max(found[1], start + 1)
            if coded[start] == _COUNT and _PARENT.search(line.text, max(0, line.source(start) - _PARENT_REACH), line.source(start)) is not None:
                continue
            if _NONE_OF.search(line.text, max(0, line.source(start) - _NONE_REACH), line.source(start)) is not None:
                continue
            is_member = self._member.search(coded, max(0, start - _MEMBER_REACH), start) is not None
            yield start, at, MASKS["member" if is_member else "group"], mention

    def _end(self, coded: str, end: int) -> int:
        """Where the group ends of which the first item does: behind all that "and" or a comma joins to it."""
        while (joint := self._joint.match(coded, end)) and (item := self._match_item(coded, joint.end(), len(coded))):
            end = item.end()
        return end

    def _match_item(self, coded: str, at: int, end: int) -> re.Match[str] | None:
        return self._item.match(coded, at, end) or self._bare.match(coded, at, end)

    def _some(self, masked: Masked, line: CodedLine, match: re.Match[str]) -> QuantityMention | None:
        start = line.start + line.source(match.start())
        if line.coded[match.start()] == _COUNT:
            mention = masked.mention_at[start]
            return mention._replace(noun=PART, kind="part") if isinstance(mention, QuantityMention) and mention.kind == "count" else None
        source_start, source_end = masked.source(start), masked.source(line.start + line.source(match.end("some")) - 1) + 1
        surface = masked.raw[source_start:source_end]
        number = Decimal(2 if line.words(match, "some") == "both" else 1)
        return QuantityMention(source_start, source_end, surface, Value(surface, number, number, number, step=Decimal(1)), None, "=", PART, "part")

    def _mention(self, masked: Masked, line: CodedLine, start: int, end: int) -> tuple[QuantityMention, int] | None:
        """The group as one mention, and where it ends: a clause that follows behind ", and" is none of it."""
        items, end = self._items(masked, line, start, end)
        if not items:
            return None
        number = sum((item.number for item in items), Decimal(0))
        kinds = {item.noun for item in items}
        noun = kinds.pop() if len(items) == 1 else ATTACKER if kinds == {ATTACKER} else f"{MIXED}+{ATTACKER}" if ATTACKER in kinds else GENERIC
        first = items[0].mention
        if len(items) == 1 and first is not None:
            return first._replace(noun=noun), end
        closing = line.start + line.source(end) - 1
        source_start, source_end = masked.source(line.start + line.source(start)), masked.source(closing) + 1
        last = masked.mention_at.get(closing)
        if last is not None:
            source_end = last.end
        surface = masked.raw[source_start:source_end]
        if surface.partition(" ")[0].lower() not in _DETERMINERS and _is_any(items):
            return None
        if all(item.is_printed for item in items):
            value = Value(surface, number, number, number, step=Decimal(1))
        else:
            value = Value(surface, number, number, None, hedge=">", step=Decimal(1), is_implied=True)
        return QuantityMention(source_start, source_end, surface, value, None, value.hedge, noun), end

    def _items(self, masked: Masked, line: CodedLine, start: int, end: int) -> tuple[list[_Item], int]:
        coded, at, last = line.coded, start, start
        items: list[_Item] = []
        opened = start  # where the separator before the item starts
        while at < end:
            match = self._match_item(coded, at, len(coded))
            if match is not None and match.end() > end:
                match = self._match_item(coded, at, end)
            item = None if match is None else self._item_of(match, masked, line)
            if match is None or item is None:
                break
            separator = line.text[line.source(opened) : line.source(at)]
            if items and match.re is self._item and match["bare"] is not None and _HAS_VERB.match(line.text, line.source(match.end())):
                break  # "it carried 30 people and 12 were saved" is another clause
            if separator.startswith(", and") and len(items) == 1 and coded[opened - 1] != _AGE and items[0].mention is not None:
                break  # "killing two, and a third man fled" is another clause
            if not (separator == ", " and items[-1].is_named and item.number == 1 and self._describes(match, line)):
                items.append(item)
            last = match.end()
            joint = self._joint.match(coded, last, end)
            if joint is None:
                break
            opened, at = last, joint.end()
        is_behind_comma = len(items) > 1 and start < opened < last and coded[opened] == "," and not items[-1].is_printed
        speaks = _SPEAKS_FOR if is_behind_comma and items[-1].is_named else _SPEAKS
        if is_behind_comma and speaks.match(line.text, line.source(last)):
            items, last = items[:-1], opened  # "killing 30 people, paramedic Ana Ruiz said", "killing 30 people, Ana Ruiz of the health office said"
        while last > start and coded[last - 1] in ", ":
            last -= 1
        if _sums_up(items):
            del items[1:]  # "three people, a man and two women"
        if items and items[0].is_printed and len(items) == items[0].number + 1 and all(item.is_named for item in items[1:]):
            del items[1:]  # "the two guards, Ana Ruiz and Bo Lund,"
        return items, last

    def _describes(self, match: re.Match[str], line: CodedLine) -> bool:
        """The item may stand in apposition to the name before it: "Ana Ruiz, a teacher"."""
        return match.re is self._item and (line.words(match, "det") in ("a", "an", "the") or match["det_aged"] is not None)

    def _item_of(self, match: re.Match[str], masked: Masked, line: CodedLine) -> _Item | None:
        if match.re is self._bare:
            alone = line.words(match, "alone")
            return _Item(Decimal(2 if _is_plural(alone) else 1), self._kind(alone), False)
        for group in ("count", "bare"):
            if match[group] is not None:
                mention = masked.mention_at[line.start + line.source(match.start(group))]
                if not isinstance(mention, QuantityMention) or mention.kind != "count":
                    return None
                if mention.value.point is None:  # "dozens of people" names no number; alone it is what the article says
                    return _Item(Decimal(0), GENERIC, False, mention)
                noun = self._kind(line.words(match, "counted")) if group == "count" else GENERIC
                return _Item(mention.value.point, noun, mention.value.hedge == "=", mention)
        if match["name"] is not None:
            mention = masked.mention_at[line.start + line.source(match.start("name"))]
            return _Item(Decimal(1), GENERIC, False, is_named=True) if isinstance(mention, NameMention) else None
        if match["pronoun"] is not None:
            return _Item(Decimal(1), GENERIC, False)
        if match["one"] is not None:
            return _Item(Decimal(1), GENERIC, True)
        if match["self"] is not None:
            return _Item(Decimal(1), ATTACKER, False)
        if match["det_aged"] is not None:
            return _Item(Decimal(1), GENERIC, False)
        noun = line.words(match, "determined")
        number = 2 if line.words(match, "det") == "both" or _is_plural(noun) else 1
        return _Item(Decimal(number), self._kind(noun), False)

    def _kind(self, noun: str) -> str:
        words = re.sub(" +", " ", noun)
        return self._kinds.get(words) or next((k for n in reversed(words.split()) if (k := self._kinds.get(n))), GENERIC)


def _sums_up(items: Sequence[_Item]) -> bool:
    """The first item counts the others: "three workers, two women and a man"; "two teachers, a girl and a boy" may be four."""
    first, *others = items
    if not others or first.mention is None or first.number != sum(item.number for item in others):
        return False
    return first.noun == GENERIC or first.number >= _SURE_SUM or _SEXES.issuperset(item.noun for item in others)


def _is_any(items: Sequence[_Item]) -> bool:
    """Several of a kind without a number or a name: "it kills women and children" counts nobody."""
    return any(item.number > 1 for item in items) and not any(item.is_printed or item.is_named or item.mention for item in items)


def _is_plural(noun: str) -> bool:
    return noun.endswith(("s", "men", "people", "children", "couple"))


def _kinds(lexicon: Lexicon | None) -> dict[str, str]:
    return {entry.phrase.lower(): entry.canonical for entry in lexicon.entries} if lexicon is not None else {}
