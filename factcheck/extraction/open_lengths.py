"""What lasts so long: the thing whose length a sentence tells, by the words around the length.

A length with its sentence goes in; a kind of the lexicon `told_lengths` comes out, and whether it is still going on or only planned. That two
lengths are of one thing is for the linking of stories to say.
"""

from __future__ import annotations

import re

from factcheck.model.mention import Mention
from factcheck.model.reading import Sentence
from factcheck.packs.rulebook import RuleBook
from factcheck.text.scan import Scan

BEFORE, BEHIND = 100, 40  # characters on either side in which what lasts is named
_HEDGE = r"(?:(?:about|around|some|nearly|almost|roughly|approximately|just|only|over|under|more than|less than|at least|up to|another|a|an|the) )*"
# "The siege lasted six hours", "the blackout in the north went on for four hours".
_LASTING = re.compile(
    r"\b(?:last(?:ed|s|ing)?|took|takes|taking|went on|goes on|dragged on|ran|runs|continued|stretched|ended|ends|over)"
    rf" (?:for |on for |to |after |in )?{_HEDGE}$"
)
_BESIDE = re.compile(rf" (?:for |of |in |after )?{_HEDGE}$")  # "talked for", "a standoff of", "without power for"
_CLAUSE = re.compile(r"[;:()\"\x97]|, (?:and|but|while|when|as)\b|\b(?:after|before|when|while|until|because|who|which)\b")
_LONG = re.compile(r"(?:-| )(?:long )?(?:of )?(?:the |his |her |their |its )?((?:[a-z][\w'-]* ?){1,3})")
# "1 minute and 56 seconds into the ninth round", where a fight was stopped: it is stopped once in a round.
_NUMBERS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_COUNTED = "one two three four five six seven eight nine ten eleven twelve".split()
_OF_ROUND = re.compile(
    rf" (?:of|into) (?:(?:the )?({'|'.join(_NUMBERS)}|\d{{1,2}}(?:st|nd|rd|th))\b(?= (?:round|after|as|by|on|when|with)\b|[.,;]|$)"
    rf"|(?:the )?round ({'|'.join(_COUNTED)}|\d{{1,2}})\b)"
)
_STOPPED = re.compile(
    r"\b(?:stop(?:s|ped|page)?|end(?:ed|s)?|waved|over|finish(?:ed)?|knock-?out|knocked out|ko|tko|referee|submitted|submission|tapped|towel)\b"
)
_ORDINALS = {word: str(number) for words in (_NUMBERS, _COUNTED) for number, word in enumerate(words, start=1)}
_TO_DO = re.compile(r" (?:\w+ |on \w+day )?to ([a-z]+(?: [a-z]+){0,2})")
_GOING_ON = re.compile(r"\b(?:(?:has|have) (?:now )?(?:lasted|been|gone|taken|run|dragged)|so far|now in|is in|into its|into their|already|still)\b")
_PLANNED = re.compile(r"\b(?:will|would|could|may|might|expected|expects|due|planned|plans|scheduled|to last|can|should)\b")
_JURY = re.compile(
    r"\b(?:jury|jurors|juries)\b[^.;:]{0,30}\b(?:took|take|taking|needed|spent|out)\b[^.;:]{0,12}$|\btook (?:the|a) [^.;:]{0,40}\bjury $"
)
_LATER = re.compile(r" (after|before|into) |,? (later)\b")
LAG = "lag "  # what comes so long after something else
SO_FAR, TO_COME = "so far", "to come"
LASTS, LASTS_ONCE, LASTS_OF_ONE = "lasts", "lasts once", "lasts of one"


class OpenLengths:
    """Finds what lasts."""

    def __init__(self, rules: RuleBook) -> None:
        lexicon = rules.lexicons.get("told_lengths")
        self._kinds = {entry.phrase.lower(): entry.canonical for entry in lexicon.entries} if lexicon is not None else {}
        named = {class_: rules.lexicons.get(name) for class_, name in ((LASTS_ONCE, "lengths_once"), (LASTS_OF_ONE, "lengths_of_persons"))}
        self._classes = {kind: class_ for class_, lexicon in named.items() if lexicon is not None for kind in lexicon.phrases}
        phrases = "|".join(re.escape(phrase) for phrase in sorted(self._kinds, key=lambda phrase: (-len(phrase), phrase)))
        self._named = re.compile(rf"(?<![\w'-])(?:{phrases})(?![\w'-])") if phrases else None
        moments = rules.lexicons.get("told_moments")
        self._happens = {entry.phrase.lower(): entry.canonical for entry in moments.entries} if moments is not None else {}
        verbs = "|".join(re.escape(phrase) for phrase in sorted(self._happens, key=lambda phrase: (-len(phrase), phrase)))
        self._told = re.compile(rf"(?<![\w'-])(?:{verbs})(?![\w'-])") if verbs else None

    def lasting(self, scan: Scan, sentence: Sentence, mention: Mention) -> tuple[str, str]:
        """What lasts so long as `class/kind`, "" where the words do not say, and `SO_FAR` or `TO_COME` where it has not ended.

        The class says whether a story has one of it, or one of each person.
        """
        if self._named is None:
            return "", ""
        before = scan.plain[max(sentence.start, mention.start - BEFORE) : mention.start].lower()
        behind = scan.plain[mention.end : min(sentence.end, mention.end + BEHIND)].lower()
        if (of_round := _OF_ROUND.match(behind)) is not None and _STOPPED.search(before) is not None:
            number = of_round[1] or of_round[2]
            return f"{LASTS_ONCE}/round {_ORDINALS.get(number, number.rstrip('stndrh'))}", ""
        kind = "deliberation" if "jur" in before and _JURY.search(before) is not None else self._behind(behind) or self._before(before, behind)
        if not kind:
            return self._lag(scan, sentence, mention)
        around = _CLAUSE.split(before)[-1] or before
        return f"{self._classes.get(kind, LASTS)}/{kind}", TO_COME if _PLANNED.search(around) else SO_FAR if _GOING_ON.search(around) else ""

    def _behind(self, behind: str) -> str:
        """The six-day strike; nine hours of talks."""
        found = _LONG.match(behind)
        if found is None or self._named is None:
            return ""
        named = self._named.search(found[1])
        return self._kinds[named[0]] if named is not None else ""

    def _before(self, before: str, behind: str) -> str:
        assert self._named is not None
        lasting = _LASTING.search(before)
        if lasting is not None:
            to_do = _TO_DO.match(behind)
            if to_do is not None and (named := self._named.search(to_do[1])) is not None:  # "took six hours to convict her"
                return self._kinds[named[0]]
            named_before = list(self._named.finditer(_CLAUSE.split(before[: lasting.start()])[-1]))
            nearest = -1 if before.endswith(" that ", 0, lasting.start()) else 0  # "a verdict in a trial that lasted"
            return self._kinds[named_before[nearest][0]] if named_before else ""
        beside = _BESIDE.search(before)
        if beside is None:
            return ""
        last = [found for found in self._named.finditer(before, 0, beside.start()) if found.end() == beside.start()]
        return self._kinds[last[0][0]] if last else ""

    def _lag(self, scan: Scan, sentence: Sentence, mention: Mention) -> tuple[str, str]:
        """What happens so long after something else, and what that is: "left a clinic two weeks after she entered it"."""
        plain, end = scan.plain, mention.end
        is_later = plain.endswith("later", 0, end)
        counted = _LATER.match(plain, end, sentence.end)
        if (counted is None and not is_later) or self._told is None:
            return "", ""
        origin, behind = "", end
        if counted is not None and counted[1]:
            found = self._told.search(plain, counted.end(), min(sentence.end, counted.end() + BEFORE))
            if found is None:
                return "", ""
            origin, behind = f"{counted[1]} {self._happens[found[0].lower()]}", found.end()
        said = _CLAUSE.split(plain[max(sentence.start, mention.start - BEFORE) : mention.start])[-1]
        told = [*self._told.finditer(said)][-1:] or [*self._told.finditer(plain, behind, min(sentence.end, behind + BEFORE))][:1]
        if not told:
            return "", ""
        return f"{LASTS_OF_ONE if origin else LASTS}/{LAG}{self._happens[told[0][0].lower()]}", origin
