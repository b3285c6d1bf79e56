"""Days and times of day that no frame took: drafts for comparing them inside a story, with what happens at them.

A sentence with its mentions goes in, drafts of the rules of the pack `open` come out. What happens is told by the nearest word of the
lexicon `told_moments`, in the same clause. Whether two moments are of one thing is for the linking of stories to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.counted_nouns import REACH
from factcheck.extraction.open_figures import meanings
from factcheck.extraction.surroundings import named, nearest_first
from factcheck.kinds.date import forms
from factcheck.kinds.date.forms import TimeExpression
from factcheck.model.mention import Mention, QuantityMention
from factcheck.model.reading import Draft, Sentence
from factcheck.packs.rulebook import Attribute, RuleBook
from factcheck.text.memory import Remembered
from factcheck.text.scan import Scan
from factcheck.text.stems import stem

SAID = "said"  # what happens at a moment at which somebody speaks
PLANNED = "%plan"
SINCE = "since"  # in the place of an order: what is told of as going on since then is not set against what happened once
HAPPENING = "happening"  # what anything does
_SAYING = frozenset(
    """said says say told tells announced announcing reported reporting confirmed confirms statement interview reporters spokesman
    spokeswoman wrote tweeted added according briefing conference comment quoted warned urged argued insisted claimed promised denied
    acknowledged noted declined replied posted predicted estimated stressed explained cautioned pledged vowed asked praised
    criticised criticized""".split()
)
_NO_VERBS = frozenset("hundred armed indeed speed need wanted aged united planned expected scheduled based named used".split())
_PAST = frozenset(
    """bore bought broke brought built came caught cut drew drove fell fled flew gave grew held hit hurt led lost made paid
    put ran rang rose sang sank sent set shook shut sold spoke struck swam swept swore threw took tore went woke wore wrote""".split()
)
_TOKEN = re.compile(r"[A-Za-z][\w'-]*|[;:()\"\x97]")
_BREAKS = frozenset(';:()"\x97')
# Behind one of these another clause begins, which has a time of its own.
_TURNS = frozenset(
    ("after", "before", "when", "while", "since", "until", "because", "which", "who", "whose", "where", "that", "but", "although", "as")
)
# These three are asked for in small letters, which is five times as fast as asking for any.
_ORDER = re.compile(
    r"\b(second|third|fourth|fifth|another|other|also|again|previous|previously|earlier|last|separate|similar|later|latest|next|co-defendant|accomplice)\b",
)
_PLAN = re.compile(
    r"\b(?:will|would|shall|should|could|might|is to|are to|to be|set to|set for|scheduled|slated|expected|expects?|plans?|planned|due|hopes?|aims?"
    r"|until|next|begins?|starts?|opens?|closes?|goes|go|leaves?|takes?|meets?|plays?|faces?|steps?|fights?|comes?|runs?)\b",
)
_CLAUSE_START = re.compile(rf"[;:()\"\x97]|\b(?:{'|'.join(sorted(_TURNS - {'as', 'that', 'until'}))})\b")
# A year behind one of these, or before a noun that it sorts, is no moment: "its 2024 budget", "for 2025".
_OF_PERIOD = re.compile(r"\b(?:for|than|fiscal|from|its|their|his|her|'s|the)\s(?:the )?$")
# Behind one of these a year or a day is a moment, whatever happens at it: "who held the belt in 1988", "from 1998 to 2005", "dates from 1993".
_AT = re.compile(
    r"\b(?:in|since|until|till|by|after|before|around|about|(?:dat(?:es|ed|ing)(?: back)?|back|from) (?:to|from)"
    r"|from (?:\w+ )?\d{4} (?:to|until|through)|between (?:\w+ )?\d{4} and)(?: (?:early|late|mid|about|around))? $"
)
_SPAN_GOES_ON = re.compile(r" (?:to|until|through|till) (?:\w+ )?\d{4}\b")
_COUNTED_FROM = re.compile(r" (after|before|into|following|ahead of|prior to) ")
_LATER = re.compile(r" (?:later|afterwards|after that)\b")
_RIGHT_BEFORE = re.compile(r",? (?:about |some |around |nearly |almost |just |only |roughly |just over |more than )?")
_TRIP = re.compile(
    r"(?:the|their|its|a|his|her) (?:[\w-]+ )?(?:(?P<way>trip|flight|voyage|journey|crossing|sailing)|match|game|race|concert|show|fight|session)\b"
)
_PERIOD = 24
_PERIOD_AFTER = re.compile(r" (?:accounting |reporting |statement )?(?:fortnight|month|period|quarter|week|year)\b")
_PERIOD_ENDED = re.compile(r"\b(?:fortnight|month|period|quarter|week|year)s? (?:that )?(?:end(?:ed|ing|s)|through|to)(?: on)? $")
_EVENT_REACH = 110  # characters to each side in which the word for what happens stands


@dataclass(frozen=True, slots=True)
class Told:
    """What happens around a moment, the nearest first; `is_said`: it is when somebody spoke."""

    kinds: tuple[str, ...]
    is_said: bool = False


class OpenMoments:
    """Drafts for the days and times of day in a sentence."""

    def __init__(self, rules: RuleBook) -> None:
        self._attributes: dict[str, Attribute] = {a.kind: a for a in rules.attributes if a.event_type == "any" and a.kind in ("date", "time")}
        lexicon = rules.lexicons.get("told_moments")
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for entry in lexicon.entries if lexicon is not None else ():
            first, *rest = entry.phrase.lower().split()
            self._phrases.setdefault(first, []).append((tuple(rest), entry.canonical))
        for told in self._phrases.values():
            told.sort(key=lambda phrase: -len(phrase[0]))
        telling = {*_BREAKS, *_TURNS, *_SAYING, *self._phrases}
        self._meant = meanings(rules)
        self._tells = Remembered(lambda token: low if (low := token.lower()) in telling else "")

    def drafts(self, scan: Scan, sentence: Sentence, number: int) -> Iterator[Draft]:
        """One draft for the day and one for the time of day of each expression, unless somebody only speaks at it."""
        if not self._attributes:
            return
        for length in sentence.mentions:
            if type(length) in _LENGTHS and (kind := _unit_kind(length)) is not None:
                yield from self._counted(scan, sentence, number, length, kind)
        for mention in sentence.times:
            if not isinstance(mention, TimeExpression):
                continue
            is_since = isinstance(mention.form, forms.Modified) and mention.form.modifier == "since" and isinstance(mention.form.form, _BEGUN)
            if is_since and isinstance(mention.form, forms.Modified):  # what goes on since then began then
                mention = mention._replace(form=mention.form.form)
            wanted = [kind for kind in kinds_of(mention.form) if kind in self._attributes]
            if not wanted or scan.plain.startswith(" (", mention.start - 2):
                continue
            told = self._told(scan, sentence, mention)
            if (told.is_said and not is_since) or (_is_year(mention.form) and not _is_moment(scan.plain, mention, told)):
                continue
            for kind in wanted:
                attribute = self._attributes[kind]
                context = self._context(scan, sentence, mention, told, kind, "#", SINCE if is_since else "")
                if context:
                    yield Draft(attribute.rule, attribute.name, number, mention, (), (("modality", "asserted"),), context)

    def _counted(self, scan: Scan, sentence: Sentence, number: int, mention: Mention, kind: str) -> Iterator[Draft]:
        """A moment counted from another ("found 16 days after the killing"): what it is counted from stands behind "^" and a sign.

        Where a moment stands right before ("at 11 a.m., two hours after the ferry left"), it is the other one that is told: "^" and its offset.
        """
        behind = _COUNTED_FROM.match(scan.plain, mention.end, sentence.end)
        attribute = self._attributes.get(kind)
        is_later = isinstance(mention, TimeExpression) and isinstance(mention.form, forms.Shift)
        if attribute is not None and (is_later or (kind == "time" and _LATER.match(scan.plain, mention.end, sentence.end))):
            before = [m for m in sentence.times if m.end <= mention.start and isinstance(m, TimeExpression) and kind in kinds_of(m.form)]
            told = self._told(scan, sentence, mention)
            if before and told.kinds and not told.is_said:
                head, *rest = self._context(scan, sentence, mention, told, kind, "#")
                mark = f"^+@{before[-1].start}"
                yield Draft(attribute.rule, attribute.name, number, mention, (), (("modality", "asserted"),), (head, mark, *rest))
            return
        if attribute is None or behind is None:
            return
        clauses = self._clauses(_TOKEN.findall(scan.plain, behind.end(), min(sentence.end, behind.end() + _EVENT_REACH)))
        trip = _TRIP.match(scan.plain, behind.end(), sentence.end) if behind[1] == "into" else None
        origin = ("departure" if trip["way"] else "beginning") if trip is not None else next((kind for kind in clauses[0] if kind != SAID), None)
        told = self._told(scan, sentence, mention)
        if origin is None or told.is_said:
            return
        sign = "-" if behind[1] in ("before", "ahead of", "prior to") else "+"
        beside = next((m for m in sentence.times if m.end < mention.start and _RIGHT_BEFORE.fullmatch(scan.plain, m.end, mention.start)), None)
        if beside is not None:
            told = Told((origin,))
            mark = f"^{'+' if sign == '-' else '-'}@{beside.start}"
        else:
            told = Told(tuple(kind for kind in told.kinds if kind != origin))
            mark = f"^{sign}{origin}"
        head, *rest = self._context(scan, sentence, mention, told, kind, "#") or ("",)
        if head and told.kinds:
            yield Draft(attribute.rule, attribute.name, number, mention, (), (("modality", "asserted"),), (head, mark, *rest))

    def with_context(self, scan: Scan, sentence: Sentence, draft: Draft, kind: str) -> Draft:
        """The draft of a frame with what happens at its moment, so that a moment that no frame took may be linked with it."""
        if not isinstance(draft.value, TimeExpression) or kind not in self._attributes:
            return draft
        told = self._told(scan, sentence, draft.value)
        return draft._replace(context=self._context(scan, sentence, draft.value, told, kind, "="))

    def _context(self, scan: Scan, sentence: Sentence, mention: Mention, told: Told, kind: str, mark: str, order: str = "") -> tuple[str, ...]:
        """What happens, behind `mark`, with the `order` in which it does, if not that of the words beside it; then "*" what else does,
        "%plan" what is still to come, the stems around, and the names of the sentence."""
        left, right = max(sentence.start, mention.start - REACH), min(sentence.end, mention.end + REACH)
        around = tuple(dict.fromkeys(map(self._meant.__getitem__, nearest_first(scan, left, mention, right))))
        if (not around and not told.kinds) or _is_of_period(scan.plain, mention):
            return ()
        before, behind = scan.plain[left : mention.start].lower(), scan.plain[mention.end : min(right, mention.end + 20)].lower()
        beside = f"{_CLAUSE_START.split(before)[-1]}|{behind}"
        if not order and (found := _ORDER.search(beside)) is not None:
            order = found[1]
        first = told.kinds[0] if told.kinds else ""
        head = f"{mark}{kind}/{first}{f':{order}' if order else ''}"
        marks = [f"*{kind}" for kind in told.kinds[1:]]
        if _PLAN.search(beside):
            marks.append(PLANNED)
        return (head, *marks, *around, *named(sentence, mention, scan))

    def _told(self, scan: Scan, sentence: Sentence, mention: Mention) -> Told:
        """What the clause of a moment tells: by the words before it, else by those behind; then what other clauses tell."""
        plain = scan.plain
        tokens = _TOKEN.findall(plain, max(sentence.start, mention.start - _EVENT_REACH), mention.start)
        while tokens and tokens[-1].lower() in _TURNS:  # "shortly before" a time is no clause
            tokens.pop()
        before = self._clauses(tokens)
        after = self._clauses(_TOKEN.findall(plain, mention.end, min(sentence.end, mention.end + _EVENT_REACH)))
        backward = [clause[::-1] for clause in before[::-1]]
        sides = (after, backward) if plain.startswith("'s", mention.end) else (backward, after)
        own = [kind for side in sides for kind in side[0]]
        other = [kind for side in sides for clause in side[1:] for kind in clause]
        kinds = tuple(dict.fromkeys(kind for kind in (*own, *other) if kind != SAID))
        if kinds[1:] and kinds[0] == HAPPENING:  # "the wedding took place"
            kinds = (*kinds[1:], HAPPENING)
        is_fronted = not tokens or tokens[-1] in _BREAKS
        spoken = own if is_fronted or sides[0] is after else backward[0]
        if all(kind == SAID for kind in spoken) and not backward[0] and (verb := _verb(tokens)) is not None:
            return Told((verb, *kinds))
        return Told(kinds, bool(spoken) and spoken[0] == SAID)

    def _clauses(self, tokens: list[str]) -> list[list[str]]:
        """What the words of each clause tell, in their order; the longest phrase at a word counts."""
        clauses: list[list[str]] = [[]]
        done = 0
        for at, token in enumerate(map(self._tells.__getitem__, tokens)):
            if not token or at < done:
                continue
            done = at + 1
            if token in _BREAKS or token in _TURNS:
                clauses.append([])
            elif token in _SAYING:
                clauses[-1].append(SAID)
            for rest, kind in self._phrases.get(token, ()) if tokens[at][0].islower() or not at or _names_event(tokens, at) else ():
                if not rest or tuple([word.lower() for word in tokens[done : done + len(rest)]]) == rest:
                    clauses[-1].append(kind)
                    done += len(rest)
                    break
        return clauses


def _names_event(tokens: list[str], at: int) -> bool:
    """A capital makes a word part of a name ("Supreme Court"), that of a fire or a quake tells what happens all the same: "the Ridge Fire was"."""
    return tokens[at] in ("Earthquake", "Fire", "Quake") and tokens[at + 1 : at + 2] != [] and tokens[at + 1][0].islower()


def _is_of_period(plain: str, mention: Mention) -> bool:
    """The day names a week or a year of figures: "in the week ended March 11", "in the February 16 week"."""
    return (
        _PERIOD_AFTER.match(plain, mention.end) is not None or _PERIOD_ENDED.search(plain, max(0, mention.start - _PERIOD), mention.start) is not None
    )


def _verb(tokens: list[str]) -> str | None:
    """What happens by the last verb in the past in the clause before a moment, behind "~", where the lexicon has no word for it."""
    for token in reversed(tokens):
        if token in _BREAKS or token.lower() in _TURNS:
            return None
        if (token.endswith("ed") and len(token) > 4 and token.islower() and token not in _NO_VERBS) or token in _PAST:
            return f"~{stem(token)}"
    return None


def kinds_of(form: forms.Form) -> tuple[str, ...]:
    """The kinds of value that an expression has: "date" where it names a day, a month, a quarter or a year, "time" where it names an hour."""
    while isinstance(form, forms.Modified):
        if form.modifier == "since" or (form.modifier == "until" and not isinstance(form.form, _UNTIL)):
            return ()
        form = form.form
    if isinstance(form, forms.Clock):
        day = ("date",) if form.of is not None else ()
        return (*day, "time") if form.hour is not None else day
    if isinstance(form, forms.Shift):
        return ("date",) if all(amount is not None and unit in _DATED for amount, unit in form.amounts) else ()
    return ("date",) if isinstance(form, _DAYS) else ()


def _unit_kind(mention: Mention) -> str | None:
    """The kind of moment that is counted in the units of a length: a day or a time of day."""
    if isinstance(mention, QuantityMention):
        return _BY_UNIT.get(mention.unit or "") if mention.kind == "duration" and mention.value.point is not None else None
    form = mention.form if isinstance(mention, TimeExpression) else None
    if isinstance(form, forms.Shift):
        hours = [unit for amount, unit in form.amounts if amount is not None and unit in ("H", "MIN")]
        return "time" if form.anchor == "context" and form.sign > 0 and len(hours) == len(form.amounts) == 1 else None
    if not isinstance(form, forms.Duration) or form.lies != "event" or len(form.amounts) != 1 or form.amounts[0][0] == "X":
        return None
    return _BY_UNIT.get(form.amounts[0][1])


def _is_moment(plain: str, year: Mention, told: Told) -> bool:
    """Something happens in the year, or begins or ends with it; it does not only say of which year a thing is."""
    first = max(0, year.start - 28)
    if _AT.search(plain, first, year.start):
        return True
    if _OF_PERIOD.search(plain, max(0, year.start - 12), year.start):
        return plain.endswith("from ", 0, year.start) and _SPAN_GOES_ON.match(plain, year.end) is not None
    return bool(told.kinds)


def _is_year(form: forms.Form) -> bool:
    return (isinstance(form, forms.Calendar) and form.month is None and form.day is None) or (isinstance(form, forms.Period) and form.unit == "Y")


_LENGTHS = (QuantityMention, TimeExpression)  # the mentions that may be one
_BEGUN = (forms.Calendar, forms.Numeric, forms.Weekday, forms.Part)  # what something may go on since
_UNTIL = (forms.Calendar, forms.Weekday, forms.Modified)
_DAYS = (forms.Calendar, forms.Numeric, forms.Weekday, forms.Period, forms.Part, forms.Holiday, forms.Nth)
_DATED = frozenset(("D", "W", "M", "Y"))
_BY_UNIT = {**dict.fromkeys(("D", "W", "day", "week"), "date"), **dict.fromkeys(("H", "MIN", "hour", "minute"), "time")}
