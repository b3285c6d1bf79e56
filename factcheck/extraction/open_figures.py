"""Figures that no frame took: drafts for comparing them inside a story, with the words around them.

A sentence with its mentions goes in, drafts of the rules of the pack `open` come out. Whether two of them speak of one
thing is for the linking of stories to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.counted_nouns import REACH, TIMES, counts, is_again, is_part, is_telling, names_body, noun_of
from factcheck.extraction.elided import PART, counts_people, lender, subject_of, with_unit_of
from factcheck.extraction.open_lengths import LAG, OpenLengths
from factcheck.extraction.open_plans import words_for
from factcheck.extraction.quoted import ASIDE, is_of_moment, is_traded
from factcheck.extraction.spoken_lengths import lengths_in
from factcheck.extraction.surroundings import held_of, led_by, named, nearest_first, opening_of, places_inside, taken_up
from factcheck.kinds.units import unit_named
from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Draft, Sentence
from factcheck.packs.rulebook import RuleBook
from factcheck.text.memory import Remembered
from factcheck.text.scan import Scan
from factcheck.text.stems import content, stem

NEAREST = 6  # so many content words beside a figure tell what happens with it
# Words right before a figure that take a part of what is counted: "the first 11 seasons" are not "15 seasons".
_NARROWING = re.compile(r"\b(first|last|next|previous|past|another|additional|further|extra|other|remaining|final|opening|including)\s+$")
_OTHER = re.compile(r" (other|more|further|additional|extra)\b(?! than\b)")  # "three other banks" are not the four banks
_AND_MORE = re.compile(r" (and|or) (?:\w+ )?[a-z]+s\b")  # "125,000 appointments and operations" are not 125,000 appointments
_OF_OWNER = re.compile(r" (of) (?:the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}['\u2019]s? [a-z]")  # "five of New York's crime families"
_PRONOUN = re.compile(r"(?:It|He|She|They) ")
_NEARBY = 32  # characters before a figure that hold the one or two words right before it
_BRACKET = re.compile(r"[\w ]{0,20}\(\s?")
_SAID_OF_PEOPLE = re.compile(r" (?:accused|alleged|convicted|reputed|self-styled|suspected|would-be) [a-z]")
# "the crowd at Saturday's game was put at 21,846": between the noun and its number
_SAID_TO_BE = r"(?:(?: [\w'.&-]+){0,7}? (?:at|by|exceeded|hit|is|numbered|of|reached|to|topped|totaled|totalled|was|were)|:) "
# "a panel of six officers", "a crew of 12": the number is that of the group, too.
_GROUP_OF = re.compile(
    r"\b(army|band|board|cabinet|cast|committee|convoy|crew|family|fleet|gang|group|jury|panel|party|squad|staff|team) of (?:about |some )?$",
)
# Whose age it is stands behind it, or right before it: "a 15-year-old Vestra boy", "a boy, aged 15".
_BEHIND_AGE = re.compile(r"(?: (?!(?:and|at|by|for|from|has|in|is|of|on|or|that|to|was|were|when|who|with)\b)[\w-]+){1,4}")
_BEFORE_AGE = re.compile(r"([a-z]+),? (?:aged |age |who (?:is|was) |is |was )?$")
_GROUP_BEHIND = re.compile(r"-(?:member|man|person|strong|woman|seat|bed|room|car) ([a-z]+)")
PEOPLE = frozenset("people persons residents employees workers workforce staff staffers passengers students members men women children".split())
OWNED = frozenset(("money", "share"))  # figures that everybody has of their own
ELSEWHERE = OWNED | {"count"}  # figures that each place has of its own


class OpenFigures:
    """Drafts for the kinds of figure that the rules have an open attribute for."""

    def __init__(self, rules: RuleBook) -> None:
        self._attributes = {attribute.kind: attribute for attribute in rules.attributes if attribute.event_type == "any"}
        people = rules.lexicons.get("people")
        things = rules.lexicons.get("same_things")
        self._people = dict.fromkeys(PEOPLE, "person") | ({e.phrase.lower(): e.canonical for e in people.entries} if people else {})
        sexes = rules.lexicons.get("sex")
        self._sexes = {e.phrase.lower(): e.canonical for e in sexes.entries} if sexes else {}
        self._things = {e.phrase.lower(): e.canonical for e in things.entries} if things else {}
        self._meant = meanings(rules)
        self._lengths = OpenLengths(rules)
        self._roles = {}
        for kind, name in (("money", "money_roles"), ("count", "people_roles")):
            roles = rules.lexicons.get(name)
            self._roles[kind] = {stem(e.phrase): e.canonical for e in roles.entries} if roles else {}
        counted = rules.lexicons.get("counted_people")
        self._number_of = {e.phrase.lower(): f"person/{e.canonical}" for e in counted.entries} if counted else {}
        nouns = "|".join(sorted(map(re.escape, self._number_of), key=lambda noun: (-len(noun), noun)))
        by_rule = rules.lexicons.get("counted_by_rules")
        self._by_rule = {e.phrase: self._counted(e.canonical) for e in by_rule.entries} if by_rule else {}
        self._told_of = re.compile(rf"\b({nouns or '(?!)'})\b{_SAID_TO_BE}$")

    def drafts(
        self, scan: Scan, sentence: Sentence, number: int, taken: set[int], before: Sentence | None, lead: Sequence[str] = ()
    ) -> Iterator[Draft]:
        """One draft for each figure of the sentence that says what it counts and that no frame took; `before` is the sentence before.

        `lead` are words of the names that the article begins with.
        """
        converted: set[int] = set()
        quantities = [mention for mention in sentence.mentions if isinstance(mention, QuantityMention)]
        for index, mention in enumerate(quantities):
            noun, is_borrowed = noun_of(scan, sentence, mention), False
            if noun is None and mention.unit is None and mention.kind in ("count", "ordinal"):
                model = lender(scan, sentence, quantities, index, before)
                if model is not None:
                    mention, noun, is_borrowed = with_unit_of(mention, model), model.noun, True
                elif mention.kind == "count" and (subject := subject_of(scan, sentence, mention)) is not None:
                    noun = subject
                elif mention.kind == "count" and (told := counts_people(scan, sentence, mention)) is not None:
                    noun, is_borrowed = "people", told == PART
            if names_body(scan, sentence, mention):
                continue
            attribute = self._attributes.get(mention.kind)
            is_open = attribute is not None and (mention.kind not in ("count", "ordinal") or counts(mention, noun) or is_again(scan, mention, noun))
            # an amount in brackets behind another is the same fact in another unit
            next_start = _next_start(quantities, index, sentence.end)
            if (is_open or mention.start in taken or mention.value.conversion is not None) and _BRACKET.fullmatch(
                scan.plain, mention.end, next_start
            ):
                converted.add(next_start)
            if attribute is None or mention.start in taken or mention.start in converted or not (is_open or is_telling(mention)):
                continue
            context = self._context(scan, sentence, mention, noun if is_open else None, "#", before)
            if is_borrowed and ":" not in context[0]:  # of another place or time, or some of those told of before
                context = (f"{context[0]}:{PART}", *context[1:])
            if mention.kind in OWNED:
                context += led_by(lead, context)
            if len(context) > 1 or mention.kind == "age" or (mention.kind == "money" and is_telling(mention)):
                yield Draft(attribute.rule, attribute.name, number, mention, (), words_for(scan, sentence, mention), context)

    def order(self, scan: Scan, sentence: Sentence, number: int, order: QuantityMention, before: Sentence | None) -> Iterator[Draft]:
        """A draft for a place in a row that is no mention."""
        attribute = self._attributes.get(order.kind)
        context = self._context(scan, sentence, order, order.noun, "#", before)
        if attribute is not None and len(context) > 1:
            yield Draft(attribute.rule, attribute.name, number, order, (), words_for(scan, sentence, order), context)

    def lengths(self, scan: Scan, sentence: Sentence, number: int, taken: set[int]) -> Iterator[Draft]:
        """One draft for each length that the sentence tells without a figure and that no frame took."""
        attribute = self._attributes.get("duration")
        for length in lengths_in(scan, sentence) if attribute is not None else ():
            context = self._context(scan, sentence, length, None, "#", None)
            if attribute and length.start not in taken and len(context) > 1 and (not length.text.endswith("later") or LAG in context[0]):
                yield Draft(attribute.rule, attribute.name, number, length, (), words_for(scan, sentence, length), context)

    def with_context(self, scan: Scan, sentence: Sentence, draft: Draft, before: Sentence | None, lead: Sequence[str] = ()) -> Draft:
        """The draft of a frame with what its figure counts, so that a figure that no frame took may be linked with it."""
        mention = draft.value
        if not isinstance(mention, QuantityMention) or mention.value.is_implied or mention.kind not in self._attributes:
            return draft
        noun = noun_of(scan, sentence, mention)
        context = self._context(scan, sentence, mention, noun, "=", before, self._by_rule.get(draft.attribute, "/"))
        return draft._replace(context=context + led_by(lead, context) if mention.kind in OWNED else context)

    def _context(
        self,
        scan: Scan,
        sentence: Sentence,
        mention: QuantityMention,
        noun: str | None,
        mark: str,
        before: Sentence | None,
        untold: str = "/",
    ) -> tuple[str, ...]:
        """What a figure counts, behind `mark`, the stems around it, the nearest first, the names of its sentence, and its roles behind "+".

        `untold` is what a count is of where no word beside it says so.
        """
        left, right = max(sentence.start, mention.start - REACH), min(sentence.end, mention.end + REACH)
        heads = "|".join(dict.fromkeys(self._heads(scan, left, mention, noun)))
        if heads == "/":
            heads = untold
        found = _NARROWING.search(scan.plain[max(left, mention.start - _NEARBY) : mention.start].lower())
        if found is None and mention.noun:
            found = _AND_MORE.match(scan.plain, mention.noun_end)
        if found is None and mention.kind == "count":
            found = _OTHER.match(scan.plain, mention.end)
        if found is None:
            found = _OF_OWNER.match(scan.plain, mention.end)
        narrowed = found[1] if found is not None else PART if noun and is_part(scan, mention) else ""
        if not narrowed and (is_of_moment(scan, sentence, mention) if mention.kind in OWNED else is_traded(scan, sentence, mention, noun)):
            narrowed = ASIDE
        if mention.kind == "duration":
            lasting, state = self._lengths.lasting(scan, sentence, mention)
            heads, narrowed = f"{heads}|{lasting}" if lasting else heads, narrowed or state
        nearest = nearest_first(scan, left, mention, right, opening_of(scan, sentence, left))
        around = dict.fromkeys(map(self._meant.__getitem__, nearest))
        return (
            f"{mark}{heads}{f':{narrowed}' if narrowed else ''}",
            *around,
            *named(sentence, mention, scan),
            *taken_up(scan, sentence, before),
            *self._roles_of(scan, sentence, mention, nearest),
            *(held_of(scan, mention) if mention.kind == "share" else ()),
            *(places_inside(sentence, scan) if mention.kind in ELSEWHERE else ()),
        )

    def _roles_of(self, scan: Scan, sentence: Sentence, mention: QuantityMention, nearest: Sequence[str]) -> Iterator[str]:
        """What happens with what is counted, each behind "+", and "+?" where a pronoun says who does it."""
        told = self._roles.get(mention.kind, {})
        yield from dict.fromkeys([f"+{told[word]}" for word in nearest[:NEAREST] if word in told])
        if _PRONOUN.match(scan.plain, sentence.start):
            yield "+?"

    def _heads(self, scan: Scan, left: int, mention: QuantityMention, noun: str | None) -> Iterator[str]:
        """What is counted, as `class/name`: the officers and the panel of "a panel of six officers"; of an age the sex of whose it is."""
        if mention.kind == "age":
            yield f"age/{self._sex(scan, left, mention)}"
            return
        if mention.kind == "share" and mention.unit in (None, "percent"):
            yield f"percent/{self._counted(noun).rpartition('/')[2] if noun else ''}"
            return
        if mention.unit is not None and (unit := unit_named(mention.unit)) is not None:
            measured = "money" if unit.kind == "money" and " per " not in unit.name else unit.dimension
            yield f"{measured}/{stem(noun.split()[-1]) if noun else ''}"
            return
        if noun:
            again = content(scan.plain, left, mention.start)[-1:] if noun.lower() in TIMES else ()
            yield from (f"time/{self._meant[again[0]]}", f"{self._meant[again[0]]}/{self._meant[again[0]]}") if again else (self._counted(noun),)
        group = _GROUP_OF.search(scan.plain[max(left, mention.start - _NEARBY) : mention.start].lower()) or _GROUP_BEHIND.match(
            scan.plain, mention.end
        )
        if group is not None:
            yield self._counted(group[1])
            if scan.plain[mention.end : mention.end + 7] == "-member":
                yield "person/person"
        elif not noun:
            if mention.kind != "count":
                yield f"{mention.kind}/"
            elif (told := self._told_of.search(scan.plain[left : mention.start].lower())) is not None:
                yield self._number_of[told[1]]
            else:
                yield "person/person" if _SAID_OF_PEOPLE.match(scan.plain, mention.end) else "/"

    def _sex(self, scan: Scan, left: int, mention: QuantityMention) -> str:
        """The sex of whose age it is by the noun beside it, nothing where that tells none."""
        behind = _BEHIND_AGE.match(scan.plain, mention.end)
        before = _BEFORE_AGE.search(scan.plain, max(left, mention.start - _NEARBY), mention.start)
        told = (*(behind[0].split() if behind is not None else ()), *(before.groups() if before is not None else ()))
        return next((self._sexes[word] for word in told if word in self._sexes), "")

    def _counted(self, noun: str) -> str:
        """People are one class by whatever word, and so is what the lexicon `same_things` puts together."""
        whole, last = noun.lower(), noun.split()[-1].lower()
        for noun in (whole, last):
            if noun in self._people:
                return f"person/{self._people[noun]}"
            if noun in self._things:
                return f"{self._things[noun]}/{self._things[noun]}"
        return f"{stem(last)}/{stem(last)}"


def meanings(rules: RuleBook) -> Remembered[str]:
    """For each stem the one that stands for all of its meaning, by the lexicon `same_words`."""
    same = rules.lexicons.get("same_words")
    meant = {stem(e.phrase): stem(e.canonical) for e in same.entries} if same else {}
    return Remembered(lambda word: meant.get(word, word))


def _next_start(quantities: Sequence[QuantityMention], index: int, end: int) -> int:
    """Where the next quantity of the sentence starts, else `end`, where the sentence ends."""
    done = quantities[index].end
    return next((quantities[later].start for later in range(index + 1, len(quantities)) if quantities[later].start >= done), end)
