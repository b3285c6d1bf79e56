"""What a bare number counts where its noun or its unit stands before it: "ten hours, up from eight", "six in Kent and four in Surrey".

The figures of a sentence and the sentence before go in; the figure that lends its noun or its unit comes out, or a word for people where a
verb says that they are meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.extraction.quantities.nouns import is_head
from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Sentence
from factcheck.text.scan import Scan

SUBJECT_REACH = 90
REACH = 60  # characters between two figures of which the second leaves out what the first names
_HEDGE = r"(?:(?:about|around|some|just|only|nearly|almost|another|a further|an?|the|his|her|its|their) )*"
# "ten hours, up from eight", "61 per cent, against 57", "312 cars, compared with 280", "to nine from six"
_AGAINST = re.compile(rf"[^;:()]*?[ ,](?:(?:up|down) from|compared (?:with|to)|against|from|versus|than|rather than|not|instead of|or) {_HEDGE}$")
# "six in Kent and four in Surrey", "two goals and one in extra time", "three won and two lost"
_AND = re.compile(rf"[^;:()]*?(?:,|,? (?:and|but|while|with|plus)| ?\x97 ?|:| -) ?{_HEDGE}$")
# "She is accused of having 20 cats; her neighbour, of having two."
_GAPPED = re.compile(r"[^()]*?[;,] (?:and |but |while )?(?:the |her |his |their )?[\w'-]+[^;()]*? (?:of having|having|had|to|of|has|got|for|with) $")
_CLAUSE_ENDS = re.compile(r"[.;]|$")
_OF_THEM = re.compile(r" of (?:them|those|these)\b")
_GOES_ON = re.compile(r" (?:in|at|on|from|of (?:them|those|these|which|whom)|by|for|to|were|was|are|more|others?|had|have|after|during)\b|[,.;]|$")
# "12 years at the ministry, the last four as deputy"
_OF_THESE = re.compile(r"[^;:()]*?\b(?:the|his|her|its|their) (?:first|last|next|final|other|remaining)(?: \w+)? $")
# "Ortega weighed 130 pounds, Amoah 129", "against Boyle's 229"
_OTHER_OWNER = re.compile(r"[^;:()]*?(?:,| and|, and|;|,? (?:to|against|but)) (?:(?:the )?[A-Z][\w'.-]+ ){1,3}(?:(?:at|weighed|had|with) )?$")
# "the shuttle's 35th flight and NASA's 125th", "two bulletins, its third in two years"
_IN_ROW = re.compile(r",? ?(?:and |or |but )?(?:(?:its|his|her|their|the|a|[A-Z][\w.-]*'s?) )+$")
_ROW = re.compile(r" (?:in|of|this|since|to|for|on|at|after|there|with|and|from|as|by|before|overall|straight|yet|ever)\b|['\",.;:!?)]|$")
_CLAUSE_HEAD = re.compile(
    r"(?:^|[;:\x97.?!\"] ?|, (?:and|but|while|as|when) |\b(?:and|but|while|after|when|as) )(?:all |the other |another |the |of (?:them|those), )?$"
)
_DOES = re.compile(
    r" (?:of (?:them|those|these) |others? |more |people )?"
    r"(?:(?:were|was|are|is|have been|had been|remain(?:ed|s)?|still|later|also|then|reportedly|had|have) ){0,2}"
    r"(?:accused|acquitted|admitted|aged|airlifted|appeared|arrested|at large|attended|bailed|boarded|captured|charged|cleared|confessed|convicted"
    r"|dead"
    r"|denied|detained|died|discharged|drowned|enrolled|entered|escaped|evacuated|fell ill|fled|freed|hospitali[sz]ed|hurt|injured|jailed|jumped"
    r"|killed|missing|named|on board|on the run|pleaded|questioned|ran|recaptured|released|rescued|resigned|said|sentenced|shot|signed up"
    r"|stabbed|stayed|survived|taken|told|trapped|treated|turned out|unaccounted|voted|waited|walked|wanted|wounded)\b"
)
# "Injuries from the blast climbed from 40 to 52", "Ticket sales passed 70,000", "a crowd estimated at 5,000"
_MOVED = (
    r"(?:averaged|climb(?:ed|s)|crept|declined|dipped|doubled|dropped|dwindled|edged|estimated|exceed(?:ed|s)|fall(?:en|s)?|fell|gr[eo]wn?|hit|hits|increased|jumped"
    r"|number(?:ed)?|passed|put|reach(?:ed|es)|remain(?:ed|s)?|rise[ns]?|rose|sank|shot|slipped|slumped|soared|st(?:an|oo)ds?|surged|surpassed|swelled|top(?:ped|s)"
    r"|total(?:l?ed|s)?|tripled|went)"
)
_SUBJECT = re.compile(
    rf"(?:^|[,;:\x97] |\b(?:and|but|as|that|while|when|after|with|of|the|of the|its|their|his|her) )((?:[A-Za-z][a-z'-]+ )?[A-Za-z][a-z'-]*s)"
    rf"(?: (?:about|aboard|across|against|among|at|for|from|in|of|on|over) [\w' -]{{1,40}}?)?"
    r"(?: (?:has|have|had|now|then|also|since|already|was|were|is|are)){0,3}"
    rf" {_MOVED}(?: (?:up|down|back|again|sharply|slightly|steadily|further|by [\w.,$]+(?: per ?cent)?|from [\w.,$]+|\d\S*))*"
    r" (?:to |at |above |past |over |below |about |around |some |nearly |almost )*$"
)
_SUBJECT_ALONE = re.compile(
    r"(?:^|[,;:\x97] |\b(?:and|but|as|that|while|when|after|with|of|the|its|their) )((?:[A-Za-z][a-z'-]+ )?[A-Za-z][a-z'-]*s) (?:ha[sd] |have )?$"
)
_MOVED_ALONE = re.compile(rf"{_MOVED} ")
_NO_SUBJECTS = frozenset("was is has his its this others towards perhaps always times years months weeks days hours minutes does goes".split())
_THERE = re.compile(r"\b[Tt]here (?:were|are|was|had been|would be) (?:only |about |some |at least |more than |over |nearly |almost )?$")
_SOMEWHERE = re.compile(r" (?:in|at|inside|on|for|to) (?:the |attendance|board|hand)")
PART = "part"  # behind the colon of a head: a part of what is counted


def lender(scan: Scan, sentence: Sentence, quantities: Sequence[QuantityMention], index: int, before: Sentence | None) -> QuantityMention | None:
    """The figure that names what the bare number at `index` counts or is measured in; None where none does."""
    plain, mention = scan.plain, quantities[index]
    if index:
        last = next((m for m in reversed(quantities[:index]) if m.kind != "age"), quantities[index - 1])
        model = last if last.unit is not None or last.noun else None
        between = plain[(last.noun_end if last.noun else last.end) : mention.start]
        if model is not None and len(between) <= REACH and model.kind in _LENDING:
            if mention.kind == "ordinal":
                return model if _IN_ROW.fullmatch(between) and _ROW.match(plain, mention.end, sentence.end) else None
            if _AGAINST.fullmatch(between) or _OF_THESE.fullmatch(between) or _OTHER_OWNER.fullmatch(between):
                return model
            if _GAPPED.fullmatch(between) and _CLAUSE_ENDS.match(plain, mention.end, sentence.end) and ";" in between:
                return model
            if model.unit is None and _AND.fullmatch(between) and _GOES_ON.match(plain, mention.end, sentence.end):
                return model
    if before is None or mention.kind != "count" or before.field != sentence.field:
        return None
    head = plain[max(sentence.start, mention.start - REACH) : mention.start]
    is_of_them = _OF_THEM.match(plain, mention.end, sentence.end) is not None
    if not is_of_them and (_CLAUSE_HEAD.search(head) is None or _DOES.match(plain, mention.end, sentence.end) is None):
        return None
    named = [m for m in before.mentions if isinstance(m, QuantityMention) and m.kind == "count" and m.noun]
    return named[-1] if named and _is_larger(named[-1], mention) else None


def subject_of(scan: Scan, sentence: Sentence, mention: QuantityMention) -> str | None:
    """The plural before a verb of level or movement whose number a bare number is: "injuries climbed from 40 to 52"."""
    head = scan.plain[max(sentence.start, mention.start - SUBJECT_REACH) : mention.start]
    pattern = _SUBJECT_ALONE if _MOVED_ALONE.match(mention.text) else _SUBJECT
    found = pattern.search(head)
    if found is None or (noun := found[1]).split()[-1].lower() in _NO_SUBJECTS or not is_head(noun.split()[-1].lower()):
        return None
    return noun.lower() if found.start(1) == 0 or noun.islower() else None


def counts_people(scan: Scan, sentence: Sentence, mention: QuantityMention) -> str | None:
    """ "" of a bare number that is one of people by what is said of it, `PART` of one of some of those told of before, else None.

    "Four fled", "two are still missing"; "there were 20,000 in the hall".
    """
    plain, start = scan.plain, mention.start
    head = plain[max(sentence.start, start - REACH) : start]
    if _THERE.search(head) is not None:
        return "" if _SOMEWHERE.match(plain, mention.end, sentence.end) is not None else None
    return PART if _CLAUSE_HEAD.search(head) is not None and _DOES.match(plain, mention.end, sentence.end) is not None else None


def with_unit_of(mention: QuantityMention, model: QuantityMention) -> QuantityMention:
    """The bare number in the unit of another figure."""
    if model.unit is None or mention.kind != "count":
        return mention
    return mention._replace(kind=model.kind, unit=model.unit, value=replace(mention.value, unit=model.unit))


def _is_larger(model: QuantityMention, mention: QuantityMention) -> bool:
    """There are as many of what is counted as are told of again."""
    least = model.value.point if model.value.point is not None else model.value.low
    return least is not None and mention.value.point is not None and least >= mention.value.point


_LENDING = frozenset(("count", "duration", "distance", "measure", "money", "share", "ordinal"))
