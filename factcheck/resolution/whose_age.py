"""Whose an age is that no frame of a rule gives to anybody: "He's just 26", "at 26 he is", "the Frenchman, 28, won".

A draft of such an age and the persons of its article go in, a full name or nothing comes out.
"""

from __future__ import annotations

import re

from factcheck.model.mention import NameMention
from factcheck.model.reading import Draft
from factcheck.resolution.antecedents import Antecedents

_REACH = 64
# "he was 26", "she's only 26", "who'll be 26": what is told of another time ("until he was 17") is no age now.
_HE_IS = re.compile(
    r"(?P<when>\b(?:when|until|till|since|before|after|once|while|by the time|if|because|that)\b[ \w]*? )?\b(?P<he>he|she)(?:'s|’s| is| was)"
    r"(?: (?:just|only|still|already|now|barely|then|nearly|almost|about))* $",
    re.IGNORECASE,
)
_AT = re.compile(r"\bat(?: (?:just|only|about|age|the age of))? $", re.IGNORECASE)
_BEHIND_AT = re.compile(
    r",? (?P<he>he|she)"
    r"(?:['’](?:s|ll|d)| (?:is|has|can|could|will|would|may|becomes|became|remains|still|already|plays|runs|leads|holds|does|needs|knows))\b"
)
_DAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday)\b")
_ANY_HE = re.compile(r",? (?P<he>he|she)\b")
# What may stand between a name and the age: "Wirth (52-3, 46 KOs), 33, of Poland", "Lena Wirth, a sculptor, 40, sang", "Wirth, now 40".
_BETWEEN = re.compile(r" \([^()]{2,40}\), |, (?:an?|the) [^,;:.]{3,50}, (?:aged )?|,? (?:now|nearly|almost|just|only|both|both aged) ")
_BOTH = re.compile(r",? both (?:aged )?$")
_AND = re.compile(r"(?:, [^,;.]{3,40},)? and ")
_THEN = re.compile(r" (?:at the time|when|years? (?:ago|earlier))\b")
_THE = re.compile(r"(?:^|[^\w,] ?|, )[Tt]he (?:[\w'-]+ ){0,3}?(?P<noun>[\w-]+), $")
_CLOSED = re.compile(r",(?! \d| and )")
# Who comes into a story by what happened, and who is told by being kin, may be somebody without a name.
_OTHERS = frozenset(
    """accomplice attacker baby bomber boy boyfriend brother child clerk couple cousin cyclist daughter deceased defendant driver employee
    ex-boyfriend ex-girlfriend ex-husband ex-wife father gang girl girlfriend grandfather grandmother guard gunman hiker husband infant intruder
    juvenile killer male female man mother motorcyclist motorist neighbor neighbour nurse officer owner partner passenger patient pedestrian
    person pilot pupil resident robber shooter sister skipper soldier son student suspect teen teenager thief toddler tourist trooper victim
    widow widower wife witness woman worker youngster youth""".split()
)


def person_of_age(draft: Draft, people: Antecedents) -> str | None:
    """The full name of whose age it is, None where that is not certain enough."""
    sentence = people.reading.sentences[draft.sentence]
    text, start, end = people.reading.article.text_of(sentence.field), draft.value.start, draft.value.end
    before, behind = text[max(sentence.start, start - _REACH) : start], text[end : min(sentence.end, end + _REACH)]
    if _THEN.match(behind):
        return None
    named = next((name for name in reversed(sentence.names) if name.end <= start and _BETWEEN.fullmatch(text, name.end, start)), None)
    if named is not None:
        return people.cast.full_name(named)
    told = _HE_IS.search(before)
    if told is not None:
        return None if told["when"] else people.meant_by(draft, told["he"].lower(), max(sentence.start, start - _REACH) + told.start("he"))
    if _AT.search(before):
        pronoun = _BEHIND_AT.match(behind) or (_ANY_HE.match(behind) if _DAY.search(text, sentence.start, start) else None)
        return people.meant_by(draft, pronoun["he"].lower(), start) if pronoun is not None else None
    the = _THE.search(before)
    if the is not None and _CLOSED.match(behind) and the["noun"].lower() not in _OTHERS and not the["noun"].endswith("s"):
        return people.described(draft)
    return None


def other_of_both(draft: Draft, people: Antecedents) -> str | None:
    """The full name of the first of two of one age: "Ana Ruiz and Bo Lund, both 28"."""
    sentence = people.reading.sentences[draft.sentence]
    text = people.reading.article.text_of(sentence.field)
    both = _BOTH.search(text, max(sentence.start, draft.value.start - _REACH), draft.value.start)
    if both is None:
        return None
    before = [name for name in sentence.names if name.end <= both.start()]
    if len(before) < 2 or before[-1].end != both.start() or _AND.fullmatch(text, before[-2].end, before[-1].start) is None:
        return None
    return people.cast.full_name(before[-2]) if people.persons.is_person(before[-2]) else None


def is_taken_up(draft: Draft, people: Antecedents) -> bool:
    """A pronoun or words of somebody named elsewhere tell whose age it is."""
    return draft.setting("whom") is None and draft.slot("person") is None and not people.names_before(draft)


def is_epithet(name: NameMention, before: str) -> bool:
    """A word with a capital behind "the" that stands for somebody named before: "the Frenchman"."""
    return " " not in name.text and before.endswith(("The ", "the "))
