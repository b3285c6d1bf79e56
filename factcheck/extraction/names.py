"""Runs of capitalised words that no dictionary knows: persons, companies, ships. No lists of people, no models.

The tokens of a text and what is taken already go in, `NameMention`s come out. Whether a name is a person's is for
the frames to say: a name behind a title is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.extraction.gazetteer import Token
from factcheck.model.mention import NameMention
from factcheck.text.memory import Remembered
from factcheck.text.scan import Scan

# What may stand inside a name between two capitalised words: a space, an initial's dot, particles of many languages.
_LINK = re.compile(
    r"-|\.? (?:(?:de|da|do|dos|das|del|della|di|du|der|den|van|von|zu|bin|ibn|bint|el|al|la|le|y|e|ter|ten|af|av)(?: (?:la|los|las|der|den))? )?"
    r"(?:al-|el-|d'|de')?"
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
# Of these only the abbreviations with their dot go: "Gen Nakatani" may be a given name, "Gen. Smith" is not.
_DOTTED_ONLY = frozenset({"gen", "st", "may", "will", "mark", "bill"})
# Titles that are last names as well: behind a name they belong to it.
_LAST_NAMES = frozenset("king queen prince bishop judge major pope general dean chancellor may mark bill will".split())
# "Glasgow-born", "Chicago-based": what tells of a name is none.
_BOUND = re.compile(
    r"-(?:area|backed|based|born|bound|branded|bred|controlled|educated|era|held|led|listed|made|owned|raised|run|style|trained|wide)$"
)
# A nickname inside a name: Aaron "Ace" Tamm.
_OPENING = re.compile(r" [\"\x93“]")
_CLOSING = re.compile(r"[\"\x94”] ")
_NICKNAME_ENDS = re.compile(r"[\"\x94”] [^\W\d_a-z]")
_GENERATIONS = frozenset(("Jr", "Sr", "II", "III", "IV"))
# The number of a model or a flight, which is part of the name; in a list of results each name has a number of its own.
_MODEL = re.compile(r" \d{1,4}[a-zA-Z]{0,2}(?![\w%:/-]|[.,]\d|,? (?:and )?[A-Z])")
_RESULT_BEFORE = re.compile(r"(?<![\w$£€.,])\d{1,2},? (?:and )?$")
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?|,? (?:II|III|IV)\b")


def is_title_case(plain: str, start: int, end: int) -> bool:
    """Most longer words of a sentence begin with a capital letter and no full stop ends it, as in headlines; capitals tell no names there."""
    if plain.endswith((".", '."', ".'"), start, end):
        return False
    longer = [w for w in plain[start:end].split() if len(w) > 3 and w[0].isalpha()]
    return len(longer) >= 4 and sum(w[0].isupper() for w in longer) * 4 >= len(longer) * 3


def _is_coined(word: str) -> bool:
    """A word that no sentence begins with by chance: capitals inside or throughout ("IBM", "BioTech")."""
    return len(word) > 1 and any(char.isupper() for char in word[1:])


def _kind_of(word: str) -> str:
    """What a word with a capital is by itself: "name", "bound" to a name that it tells of, "opener", "generation"."""
    if word in _GENERATIONS:
        return "generation"
    return "bound" if _BOUND.search(word) else "opener" if word.lower() in OPENERS else "name"


_KINDS = Remembered(_kind_of)


def _is_opener(token: Token, run: Sequence[Token], plain: str, openings: frozenset[int]) -> bool:
    """A word that may only open a sentence, or be a title, does no more; behind a name some titles are last names."""
    word = token.text.lower()
    if run and word in _LAST_NAMES and plain[run[-1].end : token.start] == " ":
        return False
    dotted = plain.startswith(".", token.end)
    if word in _DOTTED_ONLY:
        return dotted or word == "may" or (word == "will" and token.start in openings)
    return not (len(token.text) == 1 and dotted)


def _goes_on(last: Token, token: Token, plain: str) -> bool:
    """What stands between two words with a capital joins them to one name; a dot does so behind an initial only."""
    if token.start - last.end > _WIDEST_LINK:
        return False
    between = plain[last.end : token.start]
    if between == " ":
        return True
    if _OPENING.fullmatch(between):
        return _NICKNAME_ENDS.match(plain, token.end) is not None
    if _CLOSING.fullmatch(between):
        return _OPENING.fullmatch(plain[last.start - 2 : last.start]) is not None
    if not _LINK.fullmatch(between):
        return False
    return not plain.startswith(".", last.end) or len(last.text) <= 2


def names(
    scan: Scan, tokens: Iterable[Token], taken: Sequence[tuple[int, int]], openings: frozenset[int], known: frozenset[str] | None = None
) -> list[NameMention]:
    """Names in order. `taken` are spans already read; `openings` offsets where a sentence starts; with `known`, only
    runs of those words are names (for headlines in title case).
    """
    text, plain = scan.text, scan.plain
    barriers = iter(sorted(taken))
    barrier = next(barriers, None)
    run: list[Token] = []
    runs = [run]
    for token in tokens:
        while barrier is not None and barrier[1] <= token.start:
            barrier = next(barriers, None)
            if run:
                run = []
                runs.append(run)
        is_taken = barrier is not None and barrier[0] < token.end
        kind = _KINDS[token.text]
        if kind == "generation" and not is_taken:
            continue
        if (
            is_taken
            or kind == "bound"
            or (kind == "opener" and _is_opener(token, run, plain, openings))
            or (known is not None and token.text not in known)
        ):
            if run:
                run = []
                runs.append(run)
            continue
        if run and not _goes_on(run[-1], token, plain):
            run = []
            runs.append(run)
        run.append(token)
    if not runs[-1]:
        runs.pop()
    inside = {t.text for r in runs for t in (r if len(r) > 1 or r[0].start not in openings else ())}
    starts = {start for start, _ in taken}
    found = []
    for run in runs:
        first, last = run[0], run[-1]
        if len(run) == 1 and first.start in openings and first.text not in inside and known is None and not _is_coined(first.text):
            continue
        end = last.end
        if plain.startswith((" ", ","), end):
            if (suffix := _SUFFIX.match(plain, end)) is not None:
                end = suffix.end()
            elif plain[end] == " " and plain[end + 1 : end + 2].isdigit():
                end = _with_model(plain, first.start, end, starts)
        found.append(NameMention(first.start, end, text[first.start : end]))
    return found


def _with_model(plain: str, start: int, end: int, taken: set[int]) -> int:
    """Where a name ends with the number behind it, unless that is an amount, a date or a result."""
    model = _MODEL.match(plain, end)
    if model is None or end + 1 in taken or _RESULT_BEFORE.search(plain, max(0, start - 10), start):
        return end
    return model.end()
