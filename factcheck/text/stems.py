"""Content words of a stretch of text, cut to stems that inflections share. Text in, stems out."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.text.memory import Remembered

_WORD = re.compile(r"\b[a-z][\w'-]*")
# Words that say nothing of what is counted: grammar, attribution, hedges and numbers.
FUNCTION_WORDS = frozenset(
    """a about above according added after again ago all almost also although am among an and another any approximately are around as at away be
    because been before being between both but by came can could did do does doing down during each early either else even every few first
    five for former four from get give go goes going got had has have he her here hers him himself his how however if in including into is
    it its itself just last late later least less like made make many may me meanwhile men might more most much must my near nearly new no
    nor not now of off officials on once one only or other others our out over part people per percent police put reported reportedly
    reports roughly said same say says second several she should since six so some spokesman spokeswoman still such take ten than that the
    their them then there these they third this those though three through to today told too took two under until up upon us very was we
    week were what when where which while who whom whose will with within would year years yesterday yet you your monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december million billion
    thousand hundred dozen half""".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ingly", "edly", "ings", "ing", "ers", "ies", "ied", "er", "ed", "es", "ly", "s")


def _cut(word: str) -> str:
    """A lower-case word without its commonest endings; four letters stay at least."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not (ending == "s" and word.endswith("ss")):
            word = word[: -len(ending)]
            break
    return word.rstrip("e") if len(word) > 4 else word


# Forms of verbs and plurals of nouns that no ending tells: each line a word and what else is written for it.
_IRREGULAR = {
    form: _cut(line.split()[0])
    for line in """bear bore borne born
    begin began begun beginning
    bite bit bitten
    blow blew blown
    break broke broken
    bring brought
    build built
    burn burnt
    buy bought buys buying
    catch caught
    choose chose chosen choosing
    dig dug digs digging
    draw drew drawn
    drink drank drunk
    drive drove driven driving
    eat ate eaten eats eating
    fall fell fallen
    feed fed
    fight fought
    find found
    flee fled flees fleeing
    fly flew flown flight flights flies flying
    freeze froze frozen freezing
    grow grew grown
    hang hung
    hide hid hidden hiding
    hold held
    keep kept
    lead led
    leave left leaving
    lend lent
    lose lost losing
    meet met
    pay paid pays paying
    ride rode ridden riding
    ring rang rung
    rise rose risen rising
    run ran runs running
    sell sold
    send sent
    shake shook shaken shaking
    shoot shot shots
    sink sank sunk
    sleep slept
    speak spoke spoken
    spend spent
    steal stole stolen
    stick stuck
    strike struck stricken
    swear swore sworn
    sweep swept
    swim swam swum swimming
    teach taught
    tear tore torn
    think thought
    throw threw thrown
    wear wore worn
    win won wins winning
    write wrote written writing
    child children
    man men
    woman women
    foot feet
    wife wives
    knife knives
    life lives""".splitlines()
    for form in line.split()[1:]
}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its commonest endings, lower case; four letters stay at least.

    >>> stem("evacuated") == stem("evacuations"), stem("engines") == stem("Engine"), stem("stolen") == stem("steals")
    (True, True, True)
    """
    word = word.lower().removesuffix("'s")
    return _IRREGULAR.get(word) or _cut(word)


def content(plain: str, start: int, end: int) -> tuple[str, ...]:
    """The stems of the content words between two offsets, in order, each once. Names are no content: a whole story shares them."""
    return tuple(dict.fromkeys(filter(None, map(_CONTENT.__getitem__, _WORD.findall(plain, start, end)))))


def _content_of(word: str) -> str:
    """The stem of a content word, "" for a word that says nothing."""
    return stem(word) if len(word) > 2 and word.lower() not in FUNCTION_WORDS else ""


_CONTENT = Remembered(_content_of)
