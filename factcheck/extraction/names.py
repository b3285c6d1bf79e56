"""Runs of capitalised words that no dictionary knows: persons, companies, ships. No lists of people, no models.

The tokens of a text and what is taken already go in, `NameMention`s come out. Whether a name is a person's is for
the frames to say: a name behind a title is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import partial

from factcheck.extraction.capitals import Capitals
from factcheck.model.mention import NameMention
from factcheck.text.memory import Remembered
from factcheck.text.scan import Scan

# What may stand inside a name between two capitalised words: a space, an initial's dot, particles of many languages.
_LINK = re.compile(
    r"-|\.? (?:(?:de|da|do|dos|das|del|della|di|du|der|den|van|von|zu|bin|ibn|bint|el|al|la|le|y|e|ter|ten|af|av|"
    r"arap|ould)(?: (?:la|los|las|der|den))? )?(?:al-|el-|d'|de')?"
)
_WIDEST_LINK = 24  # characters; no link is as wide
# Words that begin sentences and titles with a capital letter without being part of a name.
OPENERS = frozenset(
    """a about above according across after again against ago all almost along already also although amid among an and another any are around as at
    authorities because before behind being below beside besides between beyond both but by can critics currently despite did do does down due
    during each earlier early either else even every everyone except experts few first five following for former four from further had has have
    he her here hers him his how however i if in including indeed instead into is it its just last later least less like many may meanwhile
    might more moreover most much must my near nearly neither never nevertheless new next nine no nobody none nor not nothing now of off
    officers officials often on once one only or other others our out over people perhaps please police prior prosecutors rather recently
    residents sadly said second several seven she should shortly similarly since six so some someone soon still such ten than thanks that the
    their them then there therefore these they third this those though three through throughout thus to today together tomorrow too toward
    towards two under unless unlike until up upon us very via was we well were what whatever when where whereas whether which while who whoever
    whom whose why will with within without would yes yesterday yet you your firefighters investigators witnesses analysts doctors rescuers
    troops soldiers survivors victims voters lawmakers scientists researchers workers eight hundreds thousands dozens scores roughly
    approximately just about only let's it's that's there's he's she's they're we're i'm don't monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december mr mrs ms dr prof sir dame lord lady rev hon gen lt
    col maj capt cmdr sgt cpl pvt adm sen rep gov st officer judge justice detective deputy sheriff lieutenant sergeant captain colonel major
    general admiral commander professor doctor coach senator congressman congresswoman secretary minister president chancellor king queen prince
    princess pope archbishop bishop chief director chairman chairwoman spokesman spokeswoman gdp gnp tv am pm
    actor actress singer author rapper comedian striker midfielder defender goalkeeper boss democrat founder founders linebacker outfielder pitcher
    quarterback shortstop starlet teammate troubled
    pitcher quarterback shortstop outfielder winger linebacker nne ene ese sse ssw wsw wnw nnw""".split()
)
# Callings that open a sentence before a name; inside a name they belong to it ("Ana Driver").
CALLINGS = frozenset(
    """activist actors actresses artist astronaut athlete ballerina banker bassist billionaire biologist botanist boxer broadcaster brother
    brothers businessman businesswoman bystander cartoonist cellist champions chef chemist climber columnist comedians commentator composer
    conductor congressman congresswoman constable cop cops cousins cricketer cyclist dancer daughter daughters deckhand defendant dentist
    designer detectives diplomat director diver drummer economist editor engineer entrepreneur filmmaker firefighter fisherman footballer
    freshman geologist golfer granddaughter grandfather grandmother grandson guitarist gunman gymnast heavyweight hiker historian host hosts
    husband jockey journalist junior keyboardist lawmaker lawyer lecturer lefty lightweight magician mathematician middleweight millionaire
    models mother motorcyclist motorist mountaineer mum musician neighbor neighbour nephew newcomer niece novelist nurse organist owner
    paramedic parents passenger pathologist pedestrian pensioner photographer physicist pianist playwright poet policeman policewoman politician
    postman presenter priest producer programmer prosecutor psychologist pupil referee reporter researcher resident retiree rider rookie rower
    sailor salesman saxophonist schoolboy schoolgirl screenwriter sculptor seaman shopkeeper singers sisters skateboarder skater skier skipper
    snowboarder socialite soldier son sons sophomore soprano spokesperson spouses sprinter student students superstar surfer surgeon suspect
    suspects swimmer teacher teenager teenagers tenor trainer trooper twins tycoon veteran victim victims violinist waitress weightlifter widow
    widower wife windsurfer witness wrestler yachtsman""".split()
)
# Short forms of common words; "Ram" and "Kos" are names.
_SHORTENED = frozenset("RAM SSD HDD CPU GPU LCD LED OLED GPS DNA RNA KO KOs TKO TKOs ERA RBI RBIs MVP CEO CFO COO PIN SMS USB".split())
# Believers, and peoples that no place is named after, by the number.
_PEOPLES = frozenset(
    """Muslims Christians Hindus Jews Sikhs Buddhists Catholics Protestants Shiites Sunnis Shias Mormons Alawites Druze Yazidis Copts Kurds
    Tamils Uighurs Uyghurs Rohingyas Bedouins Latinos Hispanics""".split()
)
# Of these only the abbreviations with their dot go: "Gen Nakatani" may be a given name, "Gen. Smith" is not.
_DOTTED_ONLY = frozenset({"gen", "st", "may", "will", "mark", "bill"})
# Titles that are last names as well: behind a name they belong to it.
_LAST_NAMES = frozenset("king queen prince bishop judge major pope general dean chancellor may mark bill will".split())
# "Glasgow-born", "Chicago-based": what tells of a name is none.
_BOUND = re.compile(
    r"-(?:area|backed|based|born|bound|branded|bred|controlled|educated|era|held|led|listed|made|owned|raised|run|style|trained|wide|[a-z]{3,}(?:ed|er|ing))$"
)
_CONTRACTED = ("'d", "'m", "'ve", "'ll", "'re", "n't")  # "I'd", "Don't"
# A nickname inside a name: Aaron "Ace" Tamm.
_OPENING = re.compile(r" [\"\x93“]")
_CLOSING = re.compile(r"[\"\x94”] ")
_NICKNAME_ENDS = re.compile(r"[\"\x94”] [^\W\d_a-z]")
_GENERATIONS = frozenset(("Jr", "Sr", "II", "III", "IV"))
# The number of a model or a flight, which is part of the name; in a list of results each name has a number of its own.
_MODEL = re.compile(r" \d{1,4}[a-zA-Z]{0,2}(?![\w%:/-]|[.,]\d|,? (?:and )?[A-Z]| \d/\d)")
_RESULT_BEFORE = re.compile(r"(?<![\w$£€.,])\d{1,2},? (?:and )?$")
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?|,? (?:II|III|IV)\b")
_GOING_ON = frozenset((" J", " S", " I", ", ", ",J", ",S", ",I", *(f" {digit}" for digit in "0123456789")))
_NO_BARRIER = (1 << 60, 1 << 60)
# What the constructor of a named tuple does, without a call of the interpreter: an article has fifty names.
_NAMED = partial(tuple.__new__, NameMention)


def is_title_case(plain: str, start: int, end: int) -> bool:
    """Most longer words of a sentence begin with a capital letter and no full stop ends it, as in headlines; capitals tell no names there."""
    if plain.endswith((".", '."', ".'"), start, end):
        return False
    longer = [w for w in plain[start:end].split() if len(w) > 3 and w[0].isalpha()]
    return len(longer) >= 4 and sum(w[0].isupper() for w in longer) * 4 >= len(longer) * 3


def _is_coined(word: str) -> bool:
    """A word that no sentence begins with by chance: capitals inside or throughout ("IBM", "BioTech")."""
    return len(word) > 1 and any(char.isupper() for char in word[1:])


_COINED = Remembered(_is_coined)
_NAME, _CLOSES, _MAY_CLOSE, _GENERATION = range(4)


def _kind_of(word: str) -> int:
    """What a word with a capital is by itself: part of a name; none, so that it closes a name; none in some places; "Jr" and the like."""
    if word in _GENERATIONS:
        return _GENERATION
    if word in _SHORTENED or word in _PEOPLES:
        return _CLOSES
    lowered = word.lower()
    if lowered.endswith(_CONTRACTED) or ("-" in word and _BOUND.search(word)):
        return _CLOSES
    if lowered in CALLINGS:
        return _MAY_CLOSE
    if lowered in OPENERS:
        return _MAY_CLOSE if len(word) == 1 or lowered in _DOTTED_ONLY or lowered in _LAST_NAMES else _CLOSES
    return _NAME


_KINDS = Remembered(_kind_of)


def _is_opener(word: str, start: int, end: int, name_end: int, plain: str, openings: Set[int]) -> bool:
    """A word that may only open a sentence, or be a title, does no more; behind a name, which ends at `name_end`, some titles are last names."""
    lowered = word.lower()
    if lowered in CALLINGS:
        return start in openings
    if name_end >= 0 and lowered in _LAST_NAMES and plain[name_end:start] == " ":
        return False
    dotted = plain.startswith(".", end)
    if lowered in _DOTTED_ONLY:
        return dotted or lowered == "may" or (lowered == "will" and start in openings)
    return not (len(word) == 1 and dotted)


def _link_of(between: str) -> str:
    """How what stands between two words joins them: "link", the "opening" or "closing" of a nickname, or "" not at all."""
    if _OPENING.fullmatch(between):
        return "opening"
    if _CLOSING.fullmatch(between):
        return "closing"
    return "link" if _LINK.fullmatch(between) else ""


_LINKS = Remembered(_link_of)


def _goes_on(plain: str, last_start: int, last_end: int, start: int, end: int) -> bool:
    """What stands between two words with a capital, which is little, joins them to one name; a dot does so behind an initial only."""
    link = _LINKS[plain[last_end:start]]
    if link == "opening":
        return _NICKNAME_ENDS.match(plain, end) is not None
    if link == "closing":
        return _OPENING.fullmatch(plain[last_start - 2 : last_start]) is not None
    return link == "link" and (not plain.startswith(".", last_end) or last_end - last_start <= 2)


def names(
    scan: Scan, capitals: Capitals, taken: Iterable[tuple[int, int]], openings: Set[int], known: frozenset[str] | None = None
) -> list[NameMention]:
    """Names in order. `taken` are spans already read; `openings` offsets where a sentence starts; with `known`, only
    runs of those words are names (for headlines in title case).
    """
    text, plain = scan.text, scan.plain
    starts, ends, words = capitals.starts, capitals.ends, capitals.words
    runs = _runs(plain, capitals, taken, openings, known)
    inside = {word for first, last in runs if first < last or starts[first] not in openings for word in words[first : last + 1]}
    found = []
    for first, last in runs:
        start, end = starts[first], ends[last]
        if first == last and known is None and start in openings and words[first] not in inside and not _COINED[words[first]]:
            continue
        if plain[end : end + 2] in _GOING_ON:
            if (suffix := _SUFFIX.match(plain, end)) is not None:
                end = suffix.end()
            elif plain[end + 1].isdigit():
                end = _with_model(plain, start, end, taken)
        found.append(_NAMED((start, end, text[start:end])))
    return found


def _runs(
    plain: str, capitals: Capitals, taken: Iterable[tuple[int, int]], openings: Set[int], known: frozenset[str] | None
) -> list[tuple[int, int]]:
    """The first and the last of the words that may be a name together."""
    words = capitals.words
    barriers = iter(sorted(taken))
    barrier_start, barrier_end = next(barriers, _NO_BARRIER)
    runs: list[tuple[int, int]] = []
    first = last = -1  # of the run that is not closed; -1: there is none
    last_start = last_end = -1
    for number, (start, end, kind) in enumerate(zip(capitals.starts, capitals.ends, map(_KINDS.__getitem__, words), strict=True)):
        closes = False
        while barrier_end <= start:
            barrier_start, barrier_end = next(barriers, _NO_BARRIER)
            closes = True
        if kind or barrier_start < end or known is not None:
            is_taken = barrier_start < end
            if kind == _GENERATION and not is_taken:
                if closes and first >= 0:
                    runs.append((first, last))
                    first = -1
                continue
            name_end = last_end if first >= 0 and not closes else -1
            if (
                is_taken
                or kind == _CLOSES
                or (kind == _MAY_CLOSE and _is_opener(words[number], start, end, name_end, plain, openings))
                or (known is not None and words[number] not in known)
            ):
                if first >= 0:
                    runs.append((first, last))
                    first = -1
                continue
        if first < 0:
            first = number
        elif closes or start - last_end > _WIDEST_LINK or not (plain[last_end:start] == " " or _goes_on(plain, last_start, last_end, start, end)):
            runs.append((first, last))
            first = number
        last, last_start, last_end = number, start, end
    if first >= 0:
        runs.append((first, last))
    return runs


def _with_model(plain: str, start: int, end: int, taken: Iterable[tuple[int, int]]) -> int:
    """Where a name ends with the number behind it, unless that is an amount, a date or a result."""
    model = _MODEL.match(plain, end)
    if model is None or any(first == end + 1 for first, _ in taken) or _RESULT_BEFORE.search(plain, max(0, start - 10), start):
        return end
    return model.end()
