"""Who says what a sentence says: "police said", "according to the ministry", "Reuters cited officials as saying".

A sentence's text and mentions go in, attributions come out: a speaker, the stretch that is theirs, and whether they deny
it. A person who merely appears is no speaker; "he said" has none that is known here. Verbs and nouns come from the
lexicons `saying` and `source`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from factcheck.extraction.names import OPENERS
from factcheck.model.mention import Mention, NameMention, OfficeMention
from factcheck.model.reading import Attribution
from factcheck.packs.rulebook import RuleBook
from factcheck.text.scan import Scan

_MOST_WORDS = 12  # of a speaker; longer stretches before a verb are no subject of it
_MOST_MODIFIERS = 3  # words between an article and a noun for a source: "the harbour police"
_QUOTES = "\"\x93\x94'"
_BOUNDARY = re.compile(r"[,;:()\"\x93\x94\x97\n]|(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])(?<!\b[A-Z])\.(?= )| - | -- ")
# Words before a subject that belong to another clause, and a subject that names nobody.
_LEADING = re.compile(
    r"(?:and|but|while|as|meanwhile|however|where|that|which|when|because|after|before|although|though|since|if|yet|so|also|then)\s+", re.IGNORECASE
)
_NOBODY = frozenset("he she they it we i you who which that this these those there one what nobody everyone some many others both".split())
_DETERMINER = re.compile(r"(?:the|a|an|another|its|his|her|their|our|one|two|three|several|some|many)\s+", re.IGNORECASE)
_AUXILIARY = re.compile(r"\s+(?:has|have|had|also|later|earlier|then|\w+ly|told \w+|only|did|does|could|would)$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|not|to|gets?|got|will|can|may|must|should|the|an?|of|no|new|first|\d[\d,.]*)\s+$", re.IGNORECASE
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has been|have been|had been|will|would|died|killed|injured)\b", re.IGNORECASE)
_DAY = r"(?: (?:on |late |early )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|afterwards|later))?"
_OPENS = re.compile(rf"{_DAY}(?:[.,;:]|$| in a | in an | at a | that | the | \d| there )", re.IGNORECASE)
_TITLED = re.compile(r"(?:(?:Lt|Sgt|Capt|Gen|Col|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Maj|Det|Prof|Cpl|Rev)\. ?|(?:[A-Z][\w'-]+ ){0,3})?$")
_RANK = re.compile(r" (?:[A-Z][\w'-]*\.? ){1,3}")
_PREPOSITIONS = frozenset("at by close for from in near of on outside to with within".split())
# Words before a noun for a source that belong to it.
_MODIFIERS = frozenset(
    """city county state federal local regional provincial national foreign senior top military health defense defence interior government
    police fire hospital company opposition rescue emergency medical security intelligence court school university party union weather
    official state-run anonymous unnamed former eye aid traffic border coast prison transport army navy air district finance law
    enforcement homicide public human rights""".split()
)
_OTHER = re.compile(r"(?:but|while|whereas|though|although) ", re.IGNORECASE)
_HEARSAY = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly|unconfirmed reports?)\b", re.IGNORECASE)
_STOP = re.compile(r"[;:]|, (?:and|but|while) ")
_AFTER_PREPOSITION = re.compile(rf"\b(?:{'|'.join(sorted(_PREPOSITIONS))}) $", re.IGNORECASE)
# Behind the noun of a subject neither a number nor a verb stands: "officials counted 14 confirmed cases".
_NO_SUBJECT = re.compile(r"\d.*|[a-z]+ed")
# The words that each way to attribute cannot do without.
_CITED_CUES = frozenset("cited cites citing quoted quotes quoting".split())
_ACCORDING_CUES = frozenset("according words reported announced".split())
_HEARSAY_CUES = frozenset("reportedly allegedly purportedly supposedly unconfirmed".split())
# Without one of these and without a verb of saying, a sentence attributes nothing.
_OTHER_CUES = frozenset(
    "according allegedly announced cited cites citing purportedly quoted quotes quoting reported reportedly supposedly unconfirmed words".split()
)
_LETTERS = re.compile(r"[a-z]+")
_TURN = re.compile(r";|,? (?:but|while|whereas|although|though) |, and ")
_WORD = re.compile(r"[\w&.'\u2019/-]+")


@dataclass(frozen=True, slots=True)
class _Found:
    """`at` to `end` is the whole attribution; `is_behind`: it follows what is said ("..., police said");
    `is_inside`: what stands before is not theirs (", who said ...")."""

    at: int
    end: int
    speaker: str
    modality: str
    is_behind: bool
    is_inside: bool = False


class Speakers:
    """Finds attributions by the lexicons of a rule book; without them it finds none."""

    def __init__(self, rules: RuleBook) -> None:
        saying, source = rules.lexicons.get("saying"), rules.lexicons.get("source")
        self._modality: Mapping[str, str] = {entry.phrase: entry.canonical for entry in saying.entries} if saying else {}
        self._sources = frozenset(source.phrases) if source else frozenset()
        self._opening = frozenset(word for verb in self._modality for word in _LETTERS.findall(verb.lower())[:1])
        self._cues = self._opening | _OTHER_CUES | _ACCORDING_CUES
        verbs = "|".join(sorted((re.escape(verb) for verb in self._modality), key=lambda v: (-len(v), v))) or r"(?!)"
        self._verb = re.compile(rf"\b({verbs})\b(?! to\b(?! reporters| the press))", re.IGNORECASE)
        self._according = re.compile(r"\b(?:according to|in the words of|as reported by|as announced by)\s+", re.IGNORECASE)
        self._cited = re.compile(r"\b(?:cit(?:ed|es|ing)|quot(?:ed|es|ing))\s+([^,;.\"]{2,60}?)(?: as saying\b|,|\.(?= |$)|;|$)", re.IGNORECASE)

    def attributions(self, scan: Scan, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
        """The attributions of the sentence `[start, end)`; together with one speaker they cover it whole."""
        cues = self._cues.intersection(_LETTERS.findall(scan.plain[start:end].lower()))
        if not cues:
            return ()
        found = sorted(self._found(scan, start, end, mentions, cues), key=lambda f: (f.at, -f.end))
        kept: list[_Found] = []
        for one in found:
            if not kept or one.at >= kept[-1].end:
                kept.append(one)
        made = []
        cursor = start
        for number, one in enumerate(kept):
            is_inside = one.is_inside or (one.at > start and _OTHER.match(scan.plain, one.at) is not None)
            left = cursor if not is_inside and (one.is_behind or number == 0) else one.at
            after = kept[number + 1] if number + 1 < len(kept) else None
            if after is None:
                cursor = end
            elif one.is_behind:
                cursor = one.end
            else:
                cursor = _turn(scan.plain, one.end, after.at) if after.is_behind else after.at
            made.append(Attribution(left, cursor, one.speaker, one.modality))
        for match in _HEARSAY.finditer(scan.plain, start, end) if not cues.isdisjoint(_HEARSAY_CUES) else ():
            stop = _STOP.search(scan.plain, match.end(), end)
            made.append(Attribution(self._clause(scan.plain, start, match.start()), stop.start() if stop is not None else end, None, "alleged"))
        return tuple(made)

    def _found(self, scan: Scan, start: int, end: int, mentions: Sequence[Mention], cues: Set[str]) -> Iterator[_Found]:
        plain = scan.plain
        cited = list(self._cited.finditer(plain, start, end)) if not cues.isdisjoint(_CITED_CUES) else []
        for match in cited:
            speaker = self._speaker(scan, match.start(1), match.end(1), mentions)
            if speaker is not None:
                yield _Found(self._clause(plain, start, match.start()), match.end(), speaker, "asserted", match.start() > start + (end - start) / 2)
        for match in self._according.finditer(plain, start, end) if not cues.isdisjoint(_ACCORDING_CUES) else ():
            stop = _BOUNDARY.search(plain, match.end(), end)
            until = stop.start() if stop is not None else end
            speaker = self._speaker(scan, match.end(), until, mentions, is_object=True)
            if speaker is not None:
                yield _Found(match.start(), until, speaker, "asserted", match.start() > start + 3)
        for match in self._verbs(plain, start, end, cues & self._opening):
            if any(c.start() <= match.start() < c.end() for c in cited) or _PASSIVE.search(plain, max(start, match.start() - 12), match.start()):
                continue
            modality = self._modality[match.group(1).lower()]
            before = self._clause(plain, start, match.start())
            if plain[before : match.start()].strip().lower() == "who":
                last = self._clause(plain, start, before - 2)
                who = next((m.text for m in mentions if isinstance(m, NameMention) and plain[m.end : before].strip() == ","), None)
                who = who or self._source_at_end(scan, last, before - 2)
                if who is not None:
                    yield _Found(before, match.end(), who, modality, False, True)
                continue
            speaker = self._named_before(scan, start, match.start(), mentions) or self._speaker(scan, before, match.start(), mentions)
            if speaker is not None:
                behind = before > start + 1 and _OPENS.match(plain, match.end(), end) is not None and not plain.startswith(" that", match.end())
                yield _Found(before, match.end(), speaker, modality, behind, modality == "denied" and not behind)
            elif plain[max(start, match.start() - 2) : match.start()].rstrip().endswith((",", *_QUOTES)):
                stop = _BOUNDARY.search(plain, match.end() + 1, end)
                until = stop.start() if stop is not None else end
                speaker = self._speaker(scan, match.end(), until, mentions, is_object=True)
                if speaker is not None:
                    yield _Found(match.start(), until, speaker, modality, True)

    def _verbs(self, plain: str, start: int, end: int, opening: Set[str]) -> Iterator[re.Match[str]]:
        """The verbs of saying from left to right, tried only where the first word of one stands; `opening` are those that the sentence has."""
        sentence, done = plain[start:end], start
        for at in sorted([start + found.start() for word in opening for found in _whole(word).finditer(sentence)]):
            if at >= done and (verb := self._verb.match(plain, at, end)) is not None:
                yield verb
                done = verb.end()

    @staticmethod
    def _clause(plain: str, start: int, at: int) -> int:
        """Where the clause that ends at `at` begins: behind the last mark or quote before it."""
        last = start
        for match in _BOUNDARY.finditer(plain, start, at):
            if match.end() < at - 1:
                last = match.end()
        while last < at and plain[last] in " " + _QUOTES:
            last += 1
        return last

    def _speaker(self, scan: Scan, start: int, end: int, mentions: Sequence[Mention], is_object: bool = False) -> str | None:
        """Whom the words `[start, end)` name: a name at their end (at their start, of an object), or a noun for a source with what belongs to it."""
        plain = scan.plain
        while (lead := _LEADING.match(plain, start, end)) is not None:
            start = lead.end()
        while (tail := _AUXILIARY.search(plain[start:end].rstrip())) is not None:
            end = start + tail.start()
        while end > start and plain[end - 1] in " ,":
            end -= 1
        while start < end and plain[start] == " ":
            start += 1
        words = list(_WORD.finditer(plain, start, end))
        if not words or len(words) > _MOST_WORDS * (2 if is_object else 1) or words[0].group().lower() in _NOBODY:
            return None
        names = [m for m in mentions if isinstance(m, NameMention) and start <= m.start and m.end <= end]
        if is_object:
            if words[0].group().lower() in _PREPOSITIONS:
                return None
            named = next((m for m in names if _TITLED.search(plain[start : m.start]) or self._is_titled(scan, start, m.start)), None)
            while named is not None:  # "OSP Lt. Gregg Hastings": the name behind the title
                after = next((m for m in names if m.start > named.end and _RANK.fullmatch(plain[named.end : m.start])), None)
                if after is None:
                    break
                named = after
            if named is not None and not self._is_part(words, named.end):
                return named.text
        elif _FINITE.search(plain[start:end]):
            return None
        at = self._noun(words)
        last = len(words)
        if at is not None and not is_object and at < last - 1 and words[at + 1].group().lower() not in (*_PREPOSITIONS, "and"):
            at = None
        if at is not None and not is_object and any(_NO_SUBJECT.fullmatch(word.group()) for word in words[at + 1 :]):
            at = None
        first = at if at is not None else 0
        while at is not None and first > 0 and self._belongs(words[first - 1].group()):
            first -= 1
        if at is not None and 0 < first <= _MOST_MODIFIERS and _DETERMINER.match(plain, words[0].start()):
            between = {word.group().lower() for word in words[:first]}
            first = first if between & _PREPOSITIONS else 0
        if at is None or (first > 0 and words[first - 1].group().lower() in _PREPOSITIONS):
            last_name = names[-1] if names and not is_object and names[-1].end == end else None
            if last_name is not None and not _AFTER_PREPOSITION.search(plain[start : last_name.start]):
                return last_name.text
            return self._capitalised(scan, words) if not is_object else None
        if is_object:
            last = at + 1
            if last < len(words) - 1 and words[last].group().lower() in _PREPOSITIONS:
                last = len(words) if len(words) - last <= 6 else last
        elif names and names[-1].end == end and at + 1 < len(words) and names[-1].start == words[at + 1].start():
            return names[-1].text
        return _trimmed(scan.text[words[first].start() : words[last - 1].end()].removesuffix("."))

    @staticmethod
    def _capitalised(scan: Scan, words: Sequence[re.Match[str]]) -> str | None:
        """Up to four words with capitals that no dictionary knows and that do not only open a sentence: "SKY-TV reports"."""
        texts = [word.group() for word in words]
        if len(texts) > 4 or texts[0].lower() in OPENERS or not all(text[0].isupper() for text in texts):
            return None
        return scan.text[words[0].start() : words[-1].end()]

    def _is_part(self, words: Sequence[re.Match[str]], end: int) -> bool:
        """Behind the name, before any preposition, a noun for a source follows: "the Kalmora health ministry"."""
        for word in words:
            if word.start() > end:
                low = word.group().lower()
                if low in _PREPOSITIONS:
                    return False
                if low in self._sources:
                    return True
        return False

    def _source_at_end(self, scan: Scan, start: int, end: int) -> str | None:
        """The noun for a source that a stretch ends with: "shot by police"."""
        words = list(_WORD.finditer(scan.plain, start, end))
        if not words or words[-1].group().lower() not in self._sources:
            return None
        first = len(words) - 1
        while first > 0 and self._belongs(words[first - 1].group()):
            first -= 1
        return _trimmed(scan.text[words[first].start() : words[-1].end()])

    def _is_titled(self, scan: Scan, start: int, end: int) -> bool:
        """Only nouns for a source and small words stand before a name: "police spokesman Lee"."""
        words = _WORD.findall(scan.plain[start:end])
        return len(words) <= 6 and bool(words) and words[-1].lower() in self._sources

    def _noun(self, words: Sequence[re.Match[str]], behind: int = -1) -> int | None:
        """The place of the last noun for a source in the run of such nouns that comes first ("police officials")."""
        for at, word in enumerate(words):
            if word.start() >= behind and word.group().lower().rstrip(".") in self._sources:
                while at + 1 < len(words) and words[at + 1].group().lower() in self._sources:
                    at += 1
                return at
        return None

    def _belongs(self, word: str) -> bool:
        """A word before a noun for a source that is part of the name of the source."""
        low = word.lower()
        return low in self._sources or (word[0].isupper() and low not in _NOBODY) or low.endswith(("'s", "s'")) or low in _MODIFIERS

    @staticmethod
    def _named_before(scan: Scan, start: int, verb: int, mentions: Sequence[Mention]) -> str | None:
        """The name before an apposition: "Olga Tamm, 34, a nurse, said"."""
        plain = scan.plain
        if not plain[:verb].rstrip().endswith(","):
            return None
        for name in reversed([m for m in mentions if isinstance(m, NameMention) and start <= m.start and m.end < verb]):
            opening = plain[start : name.start].rstrip(" " + _QUOTES)
            is_first = not opening or opening.endswith((",", ".", ";", ":")) or isinstance(_mention_ending(mentions, name.start - 1), OfficeMention)
            between = plain[name.end : verb]
            if is_first and between.startswith(",") and between.count(",") <= 4 and not any(q in between for q in _QUOTES[:3]):
                return name.text
        return None


@cache
def _whole(word: str) -> re.Pattern[str]:
    """A word in any case with no letter beside it."""
    return re.compile(rf"(?<![A-Za-z]){word}(?![A-Za-z])", re.IGNORECASE | re.ASCII)


def _turn(plain: str, start: int, end: int) -> int:
    """Where between two attributions the one ends: at the first turn to another clause, else at the second."""
    turn = _TURN.search(plain, start, end)
    return turn.start() if turn is not None else end


def _mention_ending(mentions: Sequence[Mention], end: int) -> Mention | None:
    return next((m for m in mentions if m.end == end), None)


def _trimmed(speaker: str) -> str | None:
    """Without its article, and in lower case where only the sentence made it a capital."""
    text = " ".join(_DETERMINER.sub("", speaker, count=1).split()) if _DETERMINER.match(speaker) else " ".join(speaker.split())
    first, _, rest = text.partition(" ")
    if first.istitle() and not rest and first.lower() not in ("reuters",):
        text = first.lower()
    return text or None
