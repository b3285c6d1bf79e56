"""What the words around a claim make of it: denied, asked, conditional, or a correction of an earlier figure.

A draft with the text of its sentence goes in; it comes out with its modality and cues, or not at all. Only words of the
same clause before the value count, and those that open the sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.model.mention import QuantityMention
from factcheck.model.reading import Draft, Sentence
from factcheck.text.scan import Scan

REACH = 70  # characters before a value in which a negation bears on it
# A denial of what follows in its clause; or a negation at most two words before the value ("does not keep 500"): farther
# off it bears on another verb ("could not believe that 500").
_DENIED = re.compile(
    r"(?:\b(?:den(?:ied|ies|y|ying)|refut(?:ed|es|ing)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|contradict(?:ed|s|ing)|contrary to) "
    r"(?:that|(?:the |any |these )?(?:earlier |previous |initial |first |local |media |press )?"
    r"(?:reports?|claims?|allegations?|rumou?rs|suggestions?|figures?)|having|sending|keeping)\b"
    r"|\b(?:untrue|false|not true) that\b)[^,;:.?!()\"\x97]*$|"
    r"(?:\b(?:not|never|no longer)|n't)(?! (?:only|just|far|yet|immediately|known|including|counting|guilty))(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)
_REVISED = re.compile(
    r"\b(?:an? earlier (?:version|report|story|figure|count|toll)|earlier reports|has been corrected|correction|corrected (?:from|to)|revised|"
    r"initially (?:reported|said|put)|previously (?:reported|said|put)|preliminary|"
    r"had (?:earlier|first|initially|previously) (?:said|put|reported|given)|"
    r"(?:than|twice|double|half|above|below|revis(?:ing|es)|rais(?:ing|es)|replac(?:ing|es)) (?:the|its|an?|their|his|her) "
    r"(?:first|initial|original|earlier|previous) (?:estimate|figure|count|toll|number|report)s?|"
    r"than (?:first|originally|initially|previously|earlier) (?:thought|reported|estimated|believed|announced|feared|said|stated)|"
    r"(?:lowered|cut|reduced|trimmed|revised) (?:the|its|their) (?:official |confirmed )?(?:death )?(?:toll|count|number|figure|estimate)|"
    r"(?:toll|dead|deaths?|died|killed|injured|wounded|hurt|missing|casualties|victims)\b[^.;]*?\bdown from|"
    r"(?:toll|count|tally|figure|estimate) (?:was |is |has been |had been |were )?(?:cut|lowered|reduced|trimmed|scaled back|corrected)\b|"
    r"(?:tak(?:es|en|ing)|took|str(?:iking|uck)|removed|removing|dropped|dropping) (?:[\w-]+ ){1,4}?(?:off|from) (?:the|his|her|its|their) "
    r"(?:(?:death|official) )?(?:count|toll|list|tally)|(?:double-counted|miscounted|overcounted|counted twice|a recount|had overstated)|"
    r"down from (?:(?:an?|the|its|their) )?(?:earlier|first|initial|original|previous)|lowered (?:from|to)|up from an earlier)\b",
    re.IGNORECASE,
)
# Who contradicts others corrects nothing of his own.
_GAINSAID = re.compile(
    r"\b(?:contradict(?:ed|s|ing)|contrary to|den(?:ied|ies|ying)|reject(?:ed|s|ing)|disput(?:ed|es|ing)|dismiss(?:ed|es|ing)|despite)\b",
    re.IGNORECASE,
)
_FORECASTERS = r"(?:analysts?|brokers|bookmakers|economists?|experts|forecasters?|investors|markets?|observers|pollsters|pundits|traders|wall street)"
_FORESAW = (
    r"(?:expect(?:ed|s|ing)?|forecast(?:s|ing)?|predict(?:ed|s|ing)?|project(?:ed|s|ing)?"
    r"|pencill?ed in|call(?:ed|ing)? for|look(?:ed|ing) for|bet on)"
)
_STOP = r"[^,;:.?!()\"\x97]*$"
# What others expected of a figure that was then known: "analysts had expected sales of 4 billion", "above forecasts of 4 billion".
_FORESEEN = re.compile(
    rf"\b{_FORECASTERS}\b(?: (?!said|says|told)[\w'-]+){{0,5}}? (?:(?:had|have|has|were|was|are|is) )?{_FORESAW}\b{_STOP}"
    rf"|\b(?:forecasts?|expectations?|estimates?|consensus|predictions?)(?: [\w'-]+){{0,3}}? (?:of|for|that)\b{_STOP}",
    re.IGNORECASE,
)
_FORESEEN_BEHIND = re.compile(
    rf",?(?: (?:that|which))?(?: (?:had been|was|were))? {_FORESAW} by (?:[\w'-]+ ){{0,3}}?{_FORECASTERS}\b"
    rf"|,?(?: (?:that|which))? (?:[\w'-]+ )?{_FORECASTERS}(?: [\w'-]+){{0,4}}? (?:(?:had|have|were) )?{_FORESAW}\b"
    r"|,?(?: (?:that|which))? had been (?:expected|forecast|predicted|projected)\b(?! to)",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:if|unless|whether|would have|could have|might have)\b[^,;:.?!()\"\x97]*$", re.IGNORECASE)
# What a question takes for granted: "What did the city's 5,000 nurses win?", "Why pay for their 31 flats?"
_GRANTED = re.compile(r"(?:\b(?:the|their|his|her|its|our|these|those)|\w'|'s) $", re.IGNORECASE)
# What a work tells; how many roles somebody plays in a film, or scores in a game or a series, is no fiction.
_WORK = r"in the (?:drama|film|movie|play|sitcom|(?:television|tv) series|video game)\b"
_FICTION = re.compile(rf"\bfictional\b|\bin the (?:book|novel)\b|^\W*{_WORK}|\b{_WORK} (?:he|her|his|it|she|they) ", re.IGNORECASE)


# Without one of these in a sentence nothing in it is denied, unreal, revised or fiction.
_DENYING = ("den", "refut", "reject", "dismiss", "contra", "true", "false", "not", "never", "no longer", "n't")
_DOUBTING = ("if", "unless", "whether", "have")
_FORESEEING = ("expect", "forecast", "predict", "project", "consensus", "estimate", "cilled in", "call", "look", "bet on")
_REVISING = (
    "earl",
    "correct",
    "revised",
    "initially",
    "previously",
    "preliminary",
    "first",
    "down from",
    "lowered",
    "cut ",
    "reduced",
    "trimmed",
    "initial",
    "origin",
    "previous",
    " toll",
    " count",
    " tally",
    " list",
    "overstated",
)
_TELLING = ("in the ", "fiction")


@lru_cache(maxsize=64)
def _signs(sentence: str) -> tuple[bool, bool, bool, bool, bool]:
    """Whether a sentence tells fiction, revises, and has words that may deny, doubt or foresee; a sentence has several drafts in a row."""
    low = sentence.lower()
    holds = low.__contains__
    return (
        any(map(holds, _TELLING)) and _FICTION.search(sentence) is not None,
        any(map(holds, _REVISING)) and _REVISED.search(sentence) is not None and _GAINSAID.search(sentence) is None,
        any(map(holds, _DENYING)),
        any(map(holds, _DOUBTING)),
        any(map(holds, _FORESEEING)),
    )


def with_modality(draft: Draft, sentence: Sentence, scan: Scan) -> Draft | None:
    """The draft as its sentence means it; None for what is asked and for what a work of fiction tells.

    Only figures are denied or asked for: who holds an office, or how old somebody is, is said in passing.
    """
    if not isinstance(draft.value, QuantityMention) or draft.value.kind == "age":
        return draft
    plain = scan.plain
    end = sentence.end
    while end > sentence.start and plain[end - 1] in " \n\"')":
        end -= 1
    is_fiction, is_revised, may_deny, may_doubt, may_foresee = _signs(plain[sentence.start : sentence.end])
    before = plain[max(sentence.start, draft.value.start - REACH) : draft.value.start]
    if is_fiction or (plain.startswith("?", end - 1) and _GRANTED.search(before) is None):
        return None
    sets = dict(draft.sets)
    added: list[tuple[str, str]] = []
    if sets.get("modality", "asserted") == "asserted":
        if may_deny and _DENIED.search(before):
            added.append(("modality", "denied"))
        elif may_doubt and _UNREAL.search(before):
            added.append(("modality", "conditional"))
        elif may_foresee and (_FORESEEN.search(before) or _FORESEEN_BEHIND.match(plain, draft.value.end, sentence.end)):
            added.append(("modality", "forecast"))
    if is_revised:
        added.append(("cue", "correction"))
    if not added:
        return draft
    kept = tuple(pair for pair in draft.sets if pair[0] not in dict(added) or pair[0] == "cue")
    return draft._replace(sets=(*kept, *added))
