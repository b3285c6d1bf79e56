"""Whether the clause around an expression is told of the past or of the future."""

from __future__ import annotations

from functools import cache

from factcheck.kinds.date import forms as f

# Characters looked at on either side, and words: a clause of news is seldom longer.
_REACH, _WORDS = 90, 14
_FUTURE = (
    "will|won't|shall|would|scheduled|slated|due|expected|expect|expects|plan|plans|planned|planning|hopes|hope|intends|intend|upcoming|begins|starts|expires|expire|"
    "matures|mature|effective|deadline|begin|start|resumes|opens|reopens|closes|concludes|returns|arrives|departs|travels|airs|premieres|debuts|launches|"
    "takes|kicks|goes|comes|gets|meets|holds|hosts|faces|plays|fights|turns|leaves|marries|weds|retires|resume|reopen|convene|"
    "forecast|payable|could|might|must|should|tomorrow|pending|proposed|i'll|we'll|they'll|he'll|she'll|it'll"
)
_PAST = (
    "said|says|was|were|had|told|did|came|went|took|made|rose|fell|met|won|lost|left|held|began|sent|hit|shot|saw|gave|found|got|set|cut|led|ran|wrote|spoke|broke|"
    "sold|bought|became|knew|kept|brought|caught|fought|grew|drew|flew|threw|stood|struck|shook|sank|swore|bore|drove|rode|chose|froze|slept|spent|built|"
    "felt|meant|read|sought|taught|thought|paid|laid|shut|put|quit|beat|hurt|"
    "died|fled|bled|tied|lied|used|sang|ate|drank|woke|rang|swam|swept|wept|crept|dealt|lay"
)
_FUTURE_PAIRS = frozenset(
    (
        *("going to", "set to", "supposed to", "to be", "is to", "are to", "was to", "were to", "be to"),
        *("set for", "take place", "ahead of", "as early", "as soon", "no later"),
    )
)
# Before "to" and a verb these promise what is still to come.
_PROMISES = "agreed|agreement|offer|proposal|option|deal|intention|ready|likely|pact|bid|decision|contract|commitment|pledge|promise|prepared|obliged"
_FUTURE_PAIRS |= frozenset(f"{word} to" for word in _PROMISES.split("|"))
_OPENING = ("\nuntil ", ". until ", '" until ', "\ntill ")
# Who said it, after the expression, is not when it was.
_ATTRIBUTION = frozenset(("said", "says", "told", "announced", "reported", "added", "according"))
# Beside the expression itself these set a time that is still to come.
_DEADLINE = frozenset(("until", "till", "starting", "beginning", "effective", "than"))
_SKIPPED = frozenset(("on", "in", "at", "from", "early", "late", "mid", "the", "by", "as", "of"))
_TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "adm", "st", "no", "vs", "co", "corp", "inc", "ltd")
)
_NO_VERBS = frozenset(
    ("united", "hundred", "indeed", "exceed", "proceed", "succeed", "speed", "breed", "sacred", "naked", "kindred", "unprecedented")
)
_EDGES = "\"'`,()[]_"


@cache
def _cues() -> dict[str, f.Tense]:
    cues: dict[str, f.Tense] = {}
    for word in _PAST.split("|"):
        cues[word] = "past"
    for word in _FUTURE.split("|"):
        cues[word] = "future"
    return cues


def tense_at(plain: str, start: int, end: int) -> f.Tense | None:
    """What the verb right after the expression, else the nearest before it, else the first after it says; None without one."""
    beside = plain[end : end + 20].lower()
    if beside.startswith("'s ") and not plain.endswith("ahead of ", 0, start):
        return None  # Thursday's vote: whose tense that is, the verb does not tell
    if beside[:1] == " " and _cue(beside[1:].split(" ", 1)[0]) == "past":
        return "past"
    left = plain[max(0, start - _REACH) : start].lower()
    if (left.endswith(_OPENING) or left in ("until ", "till ")) and _after(_clause_after(plain, end)) == "past":
        return "past"  # Until Thursday nobody had asked
    found = _before(left.rsplit("\n", 1)[-1])
    return found if found is not None else _after(_clause_after(plain, end))


def _clause_after(plain: str, end: int) -> str:
    return plain[end : end + _REACH].split("\n", 1)[0].lower()


def _cue(word: str) -> f.Tense | None:
    """What a word in lower case says."""
    found = _cues().get(word)
    if found is None and len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS:
        return "past"
    return found


def _before(left: str) -> f.Tense | None:
    """The nearest cue to the left within the clause."""
    words = left.rsplit(None, _WORDS)[-_WORDS:]
    beside = True
    for at in range(len(words) - 1, -1, -1):
        raw = words[at]
        if raw[-1] in ".!?;\x97" or raw == "--" or raw[-1] == ":":
            bare = raw.rstrip(".")
            if raw[-1] != "." or not ("." in bare or len(bare) < 2 or bare in _TITLES):
                return None
        word = raw.strip(_EDGES)
        if beside and word in _DEADLINE:
            return "future"
        if word not in _SKIPPED:
            beside = False
        if at and f"{words[at - 1]} {word}" in _FUTURE_PAIRS:
            return "future"
        cue = _cue(word)
        if cue == "past" and at and words[at - 1] in ("be", "being"):
            continue  # to be published: the verb before tells
        if cue is not None:
            return cue
    return None


def _after(right: str) -> f.Tense | None:
    """The first cue to the right within the clause."""
    before = ""
    for raw in right.split()[:_WORDS]:
        word = raw.strip(_EDGES + ".;")
        if f"{before} {word}" in _FUTURE_PAIRS:
            return "future"
        before = word
        cue = _cue(word)
        if cue is not None and word not in _ATTRIBUTION:
            return cue
        if raw[-1] in ".!?;\x97":
            return None
    return None
