"""Bare numbers that are ages by what stands around them: "aged 42", "a boy, 15, dies", "she is 26 and", "at 26 he".

Characters around a number go in, yes or no comes out. No name is known here: what has capitals may be one.
"""

from __future__ import annotations

import re

from factcheck.extraction.quantities.amounts import Amount
from factcheck.extraction.quantities.lexicon import words

OLDEST = 110
_WINDOW = 64  # characters in front of a number that may say whose age it is
_SPELLED = frozenset("three four five six seven eight nine ten eleven twelve".split())  # ages of children that are told in words
_NAME = re.compile(r"[A-Z][A-Za-z'.\xc0-\xff-]*$")
_AND_AGE = re.compile(r" and [0-9]{1,2}[,.;]")
_IN_FRONT = frozenset(("age", "aged", "ages"))
# What may stand between a verb and the age.
_ADVERBS = frozenset(("just", "only", "still", "already", "barely", "now", "then", "nearly", "almost", "about", "around", "approximately", "both"))
_VERBS = frozenset(("is", "was", "be", "been", "'s", "were", "are", "turned", "turns", "turn", "turning"))
_ADVERB = rf"(?: (?:{'|'.join(sorted(_ADVERBS))}))*"
_DETERMINED = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Oo]ur|[Mm]y|[Tt]his|[Tt]hat|[Ww]hose|'s|s')"
_IS = r"(?:'s| is| was|'ll be| (?:will|would|'d|had|has|have)(?: have)?(?: just| recently)? (?:be|been|turn|turned)| turned| turns|'d have been)"
_PERSON_IS = re.compile(rf"\b(?:[Hh]e|[Ss]he|who){_IS}(?:n't)?{_ADVERB} $")
_NOUN_IS = re.compile(rf"{_DETERMINED} (?:[\w'-]+ ){{0,3}}?(?P<noun>[\w-]+){_IS}{_ADVERB} $")
_NAME_IS = re.compile(
    r"(?:^|[^\w'] ?|\b[a-z]+ )"
    r"(?!(?:All|Here|It|Its|Next|Nobody|One|Par|Score|That|There|They|This|Today|Which|What|Who|You|Yours|We|Only|No|Yesterday)\b)"
    rf"[A-Z][\w\xc0-\xff-]+(?: [A-Z][\w'.\xc0-\xff-]*){{0,2}}{_IS}{_ADVERB} $"
)
_WHEN = re.compile(
    rf"\b(?:when|until|since|before|after|by the time|once|if|although|though|as|because|but) (?:he|she){_IS}{_ADVERB} $", re.IGNORECASE
)
_GOES_ON = re.compile(r" (?:he|she|his|her|they|the|a|an|[A-Z][\w'\xc0-\xff-]+ (?!Street|Road|Avenue))")
_CHILDREN_ARE = re.compile(
    r"\b(?:boys|brothers|children|daughters|girls|kids|sisters|sons|students|pupils|suspects|teenagers|teens|twins|victims|youths|they|both|women|men|couple)"
    rf"(?: who)? (?:are|were){_ADVERB}(?: aged)? $"
)
_OF_SOMEBODY = re.compile(
    rf"{_DETERMINED} (?:[\w'-]+ )?(?:baby|boy|child|girl|lad|man|pensioner|person|student|teenager|toddler|woman|youngster) of(?: just| only)? $"
)
_BEHIND_OF = re.compile(r"[.,;:!?)]|$| (?:and|was|is|who|from|in|with|has|had|died|on|at|whose|to)\b")
# Behind the age of a verb a clause ends or goes on: "was 12 for 15", "is 3 under par" and "was 12 points behind" are none.
_BEHIND = re.compile(
    r"[.,;:!?)\"'\x97\n](?!\d)|$| ?\x97| - | (?:but|or|when|while|at the time|at death|years?|now|today|tomorrow|yesterday|"
    r"this (?:year|month|week|spring|summer|autumn|fall|winter)|next|last|if|as|then|by|before|after|because|with|years? old)\b"
    r"| and (?!\d)| (?:in|on) (?=[A-Z][a-z]+|a |the |two|three|\d{4})"
)
_LAST = re.compile(r"[.;:!?]|,(?! \d)|$| (?:and|but|after|when|with|to|because|before|leaving)\b(?! \d)")
_PAIR = re.compile(r",? and [0-9]{1,2}(?=[.,;]|$| (?:at|when|years|respectively)\b)|, [0-9]{1,2},? and [0-9]{1,2}(?=[.,;]|$)")
# "At 26 he is", "At 41 Wendt can still": from thirteen on no hour is meant.
_AT = re.compile(r"(?:^|[^\w,] ?|, |\b(?:and|but|that|because) )[Aa]t(?: (?:just|only|age|about))* $")
_AT_BEHIND = re.compile(
    r",? (?:he|she|who)(?:'s|'d|'ll)?\b"
    r"|,? (?:[A-Z][\w'\xc0-\xff-]+ ){1,3}(?:is|was|has|had|can|could|will|would|became|remains|may|still|already|looks)\b"
)
_STREET = re.compile(r",? (?:[A-Z][\w'-]+ )+?(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Place|Square|Court|Way|Boulevard|Park)\b")
_HOURS = 12
_AT_LIFE = re.compile(
    r"\b(?:died|dies|dying|passed away|retire|retired|retires|retiring|married|orphaned|widowed|debut|debuted|turned (?:pro|professional)|"
    r"left (?:home|school|[A-Z]\w+)|dropped out|emigrated|enlisted|ordained|crowned|went blind|mother|father|widow)\b"
    r"(?: [\w'-]+){0,5} at(?: just| only)? $|\b(?:found|is|was) dead at(?: just| only)? $"
)
_SAID_TO_BE = re.compile(r"\b(?:believed|thought|said|reported|known|understood|estimated|listed) (?:to be|as)(?: just| only| about| around)? $")
_GIVEN_AS = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|the|\w's) ages? (?:is|was|are|were|as|(?:was|were) (?:given|listed|put) (?:as|at))(?: just)? $|\bage as $"
)
_OTHER_TIME = re.compile(r"(?:,| \(|\x97|-) ?(?:now|then|nearly|almost|barely|just|only|still|already|both|who is|who was|aged) $")
# An apposition stands between: "Lena Wirth, a Belgian sculptor, 40, sang", "Wirth (52-3, 46 KOs), 33, of Poland".
_APPOSED = re.compile(r"[A-Z][\w'.\xc0-\xff-]+, (?:an?|the|who is an?) (?:[\w'-]+ ){0,4}[\w'-]+, $|[A-Z][\w'.\xc0-\xff-]+ \([^()]{2,40}\), $")
_PARENT = re.compile(r"\b(?:mother|father|mum|mom|dad|parent)[ -]of[ -](?:one|two|three|four|five|six|seven|eight|nine|ten|\d)(?:, | \()$")
_OPENS = re.compile(rf"{_DETERMINED} (?:[\w'-]+ ){{0,3}}?(?P<noun>[a-z][\w-]+) \($")
_SET_OFF = re.compile(rf"(?:{_DETERMINED}|[A-Z][\w'\xc0-\xff-]+'s) (?:[\w'-]+ ){{0,3}}?[a-z][\w-]+, $")
_DOES = re.compile(
    r", (?:who|whose|said|says|told|admitted|denied|denies|pleaded|pled|appeared|faces|was (?:arrested|charged|jailed|held|killed|shot|found))\b"
)
_NAMED_BEFORE = re.compile(r"[A-Z][\w'.\xc0-\xff-]+ [A-Z][\w'.\xc0-\xff-]+ \($")
_FROM = re.compile(r"\),? (?:of (?=[A-Z])|from (?=[A-Z])|who (?:was|is|has|had|lives|lived|died)\b)")
_PEOPLE_ARE = re.compile(
    r"\b(?:people|[Tt]hose [\w ]{3,24}?|men|women|children|students|pupils|victims|suspects|girls|boys|teenagers|patients|players|they|all)"
    r"(?: \w+)?(?:, who)? "
    r"(?:are|were|range|ranged|ranging|in age)(?: all)?(?: in age)?(?: aged)? (?:from )?$"
)
_AND_AGED = re.compile(r"- (?:and|or|to) \d{1,2}-year-old")
_AT_THE_TIME = re.compile(r" (?:at the time|at death|this (?:week|month|year)|next (?:week|month|year)|last (?:week|month)|today)\b")
_DASHED = re.compile(r"[A-Z][\w'.\xc0-\xff-]+ ?[\x97-] ?$")
_DASH = re.compile(r" ?[\x97-] ")
_JUST_AGED = tuple(f"{aged} {adverb} " for aged in ("age", "aged") for adverb in ("just", "only", "about", "around", "approximately"))
_EXTREME = re.compile(
    r"\b(?:as (?:young|old) as(?: just| only)?"
    r"|(?:youngest|oldest|eldest)(?: (?:victim|person|one|child|man|woman|boy|girl|passenger|survivor|suspect|student|pupil|player|member)s?)?"
    r"(?: (?:of|among|in|on|to) [\w' -]{2,30}?)? (?:is|was|being)(?: just| only| about| aged)?) $",
    re.IGNORECASE,
)
_BEFORE_EXTREME = frozenset(("as", "is", "was", "being", "just", "only", "about", "aged"))
_LABEL = re.compile(r"\b[Aa]ge: $")
_NO_PERSONS = frozenset(
    """account amount area army attendance average balance band bank board budget chapter choir club code committee company council count cost crew
    crowd department exit family field figure file force goal government grade group height highway house index item jersey judge's jury league
    length level limit line list mark maximum measure minimum model moon number page panel par percentage police price rank rate ratio record result
    road room route row rule score section seat series share shirt side size speed squad staff street sum table tally team temperature total train
    unit value volume vote weight year""".split()
)


def age_in_front(plain: str, amount: Amount, before: str) -> bool:
    """What stands in front makes it an age: "aged 42", "at the age of 9"."""
    lowered = before.lower()
    return lowered in _IN_FRONT or (lowered == "of" and plain[max(0, amount.start - 8) : amount.start].lower().endswith(("age of ", "ages of ")))


def age_in_apposition(plain: str, amount: Amount, no_names: frozenset[str], people: frozenset[str]) -> bool:
    """ "Ann Lee, 42, said", "Ann Lee (42)", "a boy, 15, dies", "both 51,": a number set off behind a name or a person."""
    start = amount.start
    following = plain[amount.end : amount.end + 2]
    is_closed = following[:1] in (",", ")", ".", ";", "\x97") or following in (" -", " \x97")
    if not amount.numeral.digits or amount.value > OLDEST or not (is_closed or (following == " a" and _AND_AGE.match(plain, amount.end))):
        return False
    link = plain[start - 2 : start]
    head = plain[max(0, start - 40) : start - 2].split()
    if not head:
        return False
    last = head[-1]
    if link == "h " and last == "bot":
        return True
    if link != ", " and not (link == " (" and following[:1] == ")"):
        return False
    if _NAME.match(last) is not None and last.lower().rstrip(".") not in no_names:
        two_names = len(head) > 1 and _NAME.match(head[-2]) is not None
        return two_names or (link == ", " and following[:1] == "," and not plain[amount.end + 2 : amount.end + 3].isdigit())
    return link == ", " and last in people


def age_by_clause(plain: str, amount: Amount, before: str, people: frozenset[str]) -> bool:
    """What the clause says makes it an age: "she is only 26", "at 26 he", "the girls were 12 and 15", "a boy of nine"."""
    number = amount.numeral
    if (
        amount.value > OLDEST
        or amount.value < 1
        or amount.end != amount.number_end
        or not (number.digits.isdigit() or plain[amount.start : amount.end].lower() in _SPELLED)
    ):
        return False
    start, end = amount.start, amount.end
    if plain.startswith("- ", end):
        return _AND_AGED.match(plain, end) is not None
    front = plain[max(0, start - _WINDOW) : start]
    lowered = before.lower()
    if lowered in ("", "-"):
        return _is_set_off(plain, front, end, people, amount.value < 10)
    if lowered == "at":
        return _is_at(plain, front, end, int(amount.value))
    if lowered in _ADVERBS and "at " in front[-12:].lower() and _is_at(plain, front, end, int(amount.value)):
        return True
    if lowered in _BEFORE_EXTREME and _LAST.match(plain, end) is not None and _EXTREME.search(front) is not None:
        return True
    if lowered in _VERBS or lowered in _ADVERBS or front.endswith("'s "):
        return _is_told(plain, front, end, people)
    if lowered == "of":
        return _OF_SOMEBODY.search(front) is not None and _BEHIND_OF.match(plain, end) is not None
    return lowered == "as" and _GIVEN_AS.search(front) is not None


def is_age_in_brackets(plain: str, start: int, end: int) -> bool:
    """ "the teacher (39) went", "Ann Lee (42), of Leeds": of names alone a bracket holds minutes and points as well."""
    front = plain[max(0, start - _WINDOW) : start]
    opens = _OPENS.search(front)
    if opens is not None:
        return opens["noun"] in words("people") and not opens["noun"].endswith("s")
    return _NAMED_BEFORE.search(front) is not None and _FROM.match(plain, end) is not None


def is_span_of_ages(plain: str, start: int) -> bool:
    """People, and what they are between, stand in front of the range that starts there: "those held are between 26 and 91"."""
    return _PEOPLE_ARE.search(plain, max(0, start - _WINDOW), start) is not None


def _is_told(plain: str, front: str, end: int, people: frozenset[str]) -> bool:
    """A verb says it: "she is 26", "the driver was 33", "Lena Wirth will be 40 in June"."""
    if _OTHER_TIME.search(front) is not None and plain[end : end + 1] in (",", ")", ".", ";") and not plain[end + 2 : end + 3].isdigit():
        return True
    if _CHILDREN_ARE.search(front) is not None and _PAIR.match(plain, end) is not None:
        return True
    if front.endswith(_JUST_AGED):
        return True
    if _BEHIND.match(plain, end) is None:
        return _GOES_ON.match(plain, end) is not None and _WHEN.search(front) is not None
    if _PERSON_IS.search(front) is not None or _SAID_TO_BE.search(front) is not None or _GIVEN_AS.search(front) is not None:
        return True
    noun = _NOUN_IS.search(front)
    if noun is not None and noun["noun"].lower() in people and not noun["noun"].endswith("s"):
        return True
    name = _NAME_IS.search(front)
    return name is not None and plain[end : end + 1] != ","


def _is_at(plain: str, front: str, end: int, number: int) -> bool:
    if number > _HOURS and _AT.search(front) is not None and _AT_BEHIND.match(plain, end) is not None:
        return _STREET.match(plain, end) is None
    return _AT_LIFE.search(front) is not None and _LAST.match(plain, end) is not None


def _is_set_off(plain: str, front: str, end: int, people: frozenset[str], is_small: bool) -> bool:
    """Commas, brackets or dashes set it off behind somebody."""
    following = plain[end : end + 1]
    if _LABEL.search(front) is not None:
        return True
    if _PARENT.search(front) is not None:
        return following in (",", ")", ".")
    if front.endswith(", "):
        if _AT_THE_TIME.match(plain, end) is not None:
            return _NAME.search(front[:-2]) is not None or front[:-2].rpartition(" ")[2] in people
        if following != "," or plain[end + 2 : end + 3].isdigit():
            return False
        if _APPOSED.search(front) is not None:
            return True
        off = _SET_OFF.search(front)
        noun = front[:-2].rpartition(" ")[2]
        return off is not None and noun not in _NO_PERSONS and not noun.endswith("s") and _DOES.match(plain, end) is not None
    return not is_small and _DASHED.search(front) is not None and _DASH.match(plain, end) is not None
