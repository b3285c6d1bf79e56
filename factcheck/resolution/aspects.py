"""Of which of two opposites the sentence of a figure tells it: "in the upper house", "in the second round", "at the close", "before tax".

The claims of one article go in, those with a number come out with cues. What a cue says is only used where two figures differ: figures
of two opposites do not contradict each other. No other article is known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from factcheck.model.aspects import KILLER, POLL, cue_of
from factcheck.model.claim import Claim
from factcheck.model.reading import Reading

RESULT = "score"  # two numbers, as of votes for and against
_LETTERS = re.compile(r"[a-z]+")
_BREAK = re.compile(r"[;:\u2014]|, (?:and|but|while|which|who)\b|\b(?:and|but|while|whereas|against|compared)\b|,")
_ORDINAL = (
    r"(?P<side>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|opening|closing|final|last)"
    r"[ -](?P<noun>{nouns})\b"
)
# What is had more than once in a row, each with figures of its own.
_TURNS = (
    "ballot dose half heat inning instalment installment leg period phase quarter reading round semester session set spacewalk stage tranche try"
).split()
_MEASURED = (
    "amount average basis budget change cost decline drop earnings fall fee figure gain growth income increase inflation jump loss output pace pay"
    " price production profit quota rate rent revenue rise sales salary terms total turnover wage"
).replace(" ", "|")
_TRADE = r"(?:trad(?:e|ing|es)|deal(?:s|ing|ings)|session|hours|exchanges|business)\b"
_DAY = r"(?:day|session|week|(?:mon|tues|wednes|thurs|fri)day)\b"
_MOVED = r"(?:at|up|down|higher|lower)\b"
_CASES = r"(?:cases?|infections?|deaths?|patients?)"
_ONE_OFF = r"(?:items|costs?|charges?|gains?|one-?offs?|write-?downs?)"
_NAME = r"[A-Z][\w&-]+(?: [A-Z][\w&-]+)*"
_FROM_ABROAD = r"(?:guests|markets|orders|passengers|sales|students|tourists|travell?ers|visitors)"


class _Family(NamedTuple):
    """`sides` by name, each a pattern; a pattern with a group `side` names it by its words, one with `noun` its family, too."""

    name: str
    sides: Mapping[str, str]
    triggers: frozenset[str]


def _family(name: str, triggers: str, **sides: str) -> _Family:
    return _Family(name, {side.replace("_", " "): rf"\b(?:{pattern})" for side, pattern in sides.items()}, frozenset(triggers.split()))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """On first use: an article meets few families."""
    return re.compile(pattern, re.IGNORECASE)


# What a figure is set against: "up from 3 a month earlier", "against last year's 40 million".
_SET_AGAINST = r"\b(?:from|than|against|versus|on|over|above|below|beat|beating|compared (?:with|to))(?: (?:about|around|some|the|a|an))?"
_TERM = r"(?:year|month|quarter|week|season|day|half)"
_OF_LAST = re.compile(rf"{_SET_AGAINST} (?:last|previous|prior) (?:[\w-]+ )?{_TERM}['\u2019]s (?:[\w-]+ ){{0,4}}$", re.IGNORECASE)
_AGAINST = re.compile(rf"{_SET_AGAINST} $", re.IGNORECASE)
_EARLIER = re.compile(
    rf"(?: [\w-]+){{0,2}},? (?:(?:a|one|the) {_TERM} (?:earlier|before|ago|previously)|(?:in|of|at|for) the (?:same|previous|prior)\b)", re.IGNORECASE
)
# Who killed so many: he is none of them, and those who died may be one more.
_WHO_KILLED = re.compile(
    r"(?:\b(?:assailant|attacker|bomber|driver|gunm[ae]n|he|killer|man|pilot|she|shooter|suspect|who|woman)\b),? (?:\w+ ){0,3}?"
    r"(?:killed|killing|murdered|massacred|shot dead|gunned down|mowed down|stabbed to death)(?: (?:at least|about|some|as many as))? $"
)
_KILLED_BY = re.compile(
    r"(?: [\w-]+){0,4}? (?:killed|slain|murdered|massacred|shot dead|gunned down|stabbed to death) by "
    r"(?!(?:the )?(?:army|guards|officers|police|soldiers|troops)\b)"
)
_KILLING = frozenset("killed killing slain murdered massacred gunned shot mowed stabbed".split())
_EARLIER_WORDS = frozenset("earlier before ago previously same previous prior last".split())
_FAMILIES = (
    _family(
        "chamber",
        "house senate lords commons chamber deputies representatives",
        lower_house=r"lower (?:house|chamber)\b|house of (?:representatives|commons)\b|chamber of deputies\b",
        upper_house=r"upper (?:house|chamber)\b|senate\b(?! (?:committee|panel))|house of lords\b",
    ),
    _family("turn", f"{' '.join(_TURNS)} runoff", **{"": _ORDINAL.format(nouns="|".join(_TURNS)), "second": r"run(?P<noun>off)\b"}),
    _family(
        "trading",
        "trade trades trading deals dealings opened open opening close closed closing ended ends finished settled",
        the_open=rf"(?:early|opening|morning|mid-?morning|midday|afternoon|pre-?market|intraday) {_TRADE}|open(?:ed|ing) {_MOVED}",
        the_close=rf"(?:closed|clos(?:es|ing)|end(?:ed|s|ing)|finish(?:ed|es|ing)|settl(?:ed|es|ing)) (?:the )?(?:{_DAY}|{_MOVED})"
        rf"|at the (?:close\b|end of {_TRADE})|by the close\b",
    ),
    _family(
        "rate",
        "rate rates",
        main_rate=r"(?:key|main|benchmark|base|policy|refinancing|repo|lending|cash|official|prime)(?: (?:interest|lending|repo))? rates?\b",
        deposit_rate=r"(?:deposit|savings)(?: facility| interest)? rates?\b",
        discount_rate=r"(?:discount|marginal|lombard|overnight|emergency)(?: lending)? rates?\b",
        mortgage_rate=r"mortgage(?: interest)? rates?\b",
    ),
    _family(
        "certainty",
        "suspected probable possible confirmed",
        suspected=rf"(?:suspected|probable|possible) (?:\w+ )?{_CASES}\b|{_CASES} (?:are|were) suspected\b",
        confirmed=rf"confirmed (?:\w+ )?(?:\d[\d,.]* )?(?:\w+ )?{_CASES}\b|{_CASES} (?:are|were|have been|had been) confirmed\b",
    ),
    _family(
        "prices",
        "core underlying",
        core=r"(?:core|underlying) (?:\w+ )?(?:inflation|prices|cpi|rate|profit|earnings|sales)\b",
    ),
    _family(
        "items",
        "excluding stripping leaving counting before adjusted",
        adjusted=rf"(?:excluding|stripping out|leaving out|not counting|before) (?:\w+[ -]){{0,3}}?{_ONE_OFF}\b"
        r"|adjusted (?:net |operating |pre-?tax )?(?:earnings|income|loss|profit|ebitda)\b|(?:on an|an) adjusted basis\b",
    ),
    _family(
        "tax",
        "tax taxes pretax net gross",
        before_tax=r"pre-?tax\b|before (?:deducting )?tax(?:es)?\b|gross\b(?! domestic| national)",
        after_tax=r"after[ -]tax\b|net\b",
    ),
    _family(
        "market",
        "wholesale retail producer consumer factory",
        wholesale=r"(?:wholesale|producer|factory[ -]gate)\b",
        retail=r"(?:retail|consumer) (?:price|inflation)",
    ),
    _family(
        "abroad",
        "domestic domestically home overseas foreign international",
        at_home=r"domestic(?:ally)?\b(?! (?:violence|product))|(?:in|on) the home market\b",
        abroad=rf"overseas\b|(?:foreign|international) (?:\w+ )?{_FROM_ABROAD}\b",
    ),
    _family("share_out", "interim final", interim=r"interim (?:dividend|payout|profit|results?)\b", final=r"final (?:dividend|payout)\b"),
    _family("bound", "minimum maximum perigee apogee", least=r"(?:minimum|perigee)\b", most=r"(?:maximum|apogee)\b"),
    _family("daylight", "day daytime nighttime night", day=r"by day\b|daytime\b", night=r"by night\b|at night\b|night-?time\b"),
    _family("paid", "cash stock shares", cash=r"in cash\b", stock=r"in (?:company |its own |new )?(?:stock|shares)\b"),
    _family("sex", "men women male males female females boys girls", male=r"(?:men|males?|boys)\b", female=r"(?:women|females?|girls)\b"),
    _family(
        "spell",
        "annual annualised annualized yearly monthly weekly daily hourly quarterly",
        **{"": rf"(?P<side>annuali[sz]ed|annual|yearly|monthly|weekly|daily|hourly|quarterly) (?:\w+ ){{0,2}}?(?:{_MEASURED})s?\b"},
    ),
    _family(
        POLL,
        "poll survey polls surveys",
        **{
            "": rf"(?:poll|survey)s? (?:conducted |carried out |done |published )?(?:by|from) (?:the )?(?-i:(?P<side>{_NAME}))"
            rf"|(?-i:(?!The\b|A\b|An\b|New\b|Latest\b|Exit\b|Opinion\b)(?P<other>{_NAME})) (?:opinion |exit |tracking )?(?:poll|survey)\b"
        },
    ),
    _family("storage", "gigabytes gigabyte gb gig terabytes terabyte tb", **{"": r"(?P<side>\d+)[ -]?(?:gigabytes?|gb|gig|terabytes?|tb)\b"}),
)
_BY_WORD: dict[str, list[_Family]] = {}
for _one in _FAMILIES:
    for _word in _one.triggers:
        _BY_WORD.setdefault(_word, []).append(_one)
_WORDS = _BY_WORD.keys()
_SAME = {"yearly": "annual", "1st": "first", "2nd": "second", "3rd": "third", "opening": "first", "last": "final", "closing": "final"}
_SAME_TURN = {"off": "round", "ballot": "round", "installment": "instalment"}


class _Told(NamedTuple):
    start: int
    end: int
    family: str
    side: str


def aspected(claims: Sequence[Claim], reading: Reading) -> Sequence[Claim]:
    """The claims; those with a number say of which opposites they are told. What an article says twice is told as where it says most."""
    sentences: dict[tuple[str, int], Sequence[_Told]] = {}
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for claim in claims:
        if claim.kind != RESULT and claim.value.point is None and claim.value.low is None and claim.value.high is None:
            continue
        key = claim.field, claim.sentence_start
        told = sentences.get(key)
        if told is None:
            told = sentences[key] = tuple(_told(reading.article.text_of(claim.field)[claim.sentence_start : claim.sentence_end]))
        if told:
            found[claim.id] = frozenset(_of_claim(claim, told, reading.article.text_of(claim.field)))
    if not any(found.values()):
        return claims
    alike: dict[tuple[object, ...], set[tuple[str, str]]] = {}
    for claim in claims:
        alike.setdefault(_said(claim), set()).update(found.get(claim.id, ()))
    made = []
    for claim in claims:
        pairs = alike[_said(claim)]
        single = sorted((family, side) for family, side in pairs if sum(other == family for other, _ in pairs) == 1)
        made.append(replace(claim, cues=(*claim.cues, *(cue_of(*pair) for pair in single))) if single else claim)
    return made


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.rule, claim.subject.id, claim.value.point, claim.value.low, claim.value.high


def _told(sentence: str) -> Iterable[_Told]:
    """The opposites that a sentence names, with where they stand in it."""
    all_words = set(_LETTERS.findall(sentence.lower()))
    if not all_words.isdisjoint(_EARLIER_WORDS):
        yield _Told(0, 0, "earlier", "")
    if not all_words.isdisjoint(_KILLING):
        yield _Told(0, 0, KILLER, "")
    words = _WORDS & all_words
    for family in {family.name: family for word in sorted(words) for family in _BY_WORD[word]}.values():
        for name, pattern in family.sides.items():
            for match in _compiled(pattern).finditer(sentence):
                parts = match.groupdict()
                side = (parts["side"] or parts.get("other") or name).lower() if "side" in parts else name
                noun = parts.get("noun")
                kind = f"{family.name} {_SAME_TURN.get(noun.lower(), noun.lower())}" if noun and family.name == "turn" else family.name
                yield _Told(match.start(), match.end(), kind, _SAME.get(side, side))


def _of_claim(claim: Claim, told: Sequence[_Told], whole: str) -> Iterable[tuple[str, str]]:
    """The opposites of one figure: of a family of which its sentence names one side that side, else the side named in its own clause."""
    text = whole[claim.sentence_start : claim.sentence_end]
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before, families = text[:start], {one.family for one in told}
    if "earlier" in families and (_OF_LAST.search(before) or (_AGAINST.search(before) and _EARLIER.match(text, end))):
        yield "earlier", "an earlier time"
    if KILLER in families and (_WHO_KILLED.search(before) or _KILLED_BY.match(text, end)):
        yield KILLER, "those whom somebody killed"
    for family in dict.fromkeys(one.family for one in told if one.side):
        named = [one for one in told if one.family == family and (one.end <= start or one.start >= end)]
        sides = {one.side for one in named}
        if len(sides) > 1 or family in ("items", "prices", "sex", "paid"):
            near = [one for one in named if not _BREAK.search(text, *((one.end, start) if one.end <= start else (end, one.start)))]
            opening = [one for one in named if one.start == 0 and family == "items"]
            sides = {one.side for one in near or opening}
        if len(sides) == 1:
            yield family, sides.pop()
