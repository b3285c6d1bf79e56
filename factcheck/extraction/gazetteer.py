"""Places and titles of offices, found by dictionary: the longest entry at each word wins.

A rule book's tables go in, mentions of places and offices come out. It must not know which country an article is about.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property
from itertools import compress, count
from typing import Any

from factcheck.extraction.capitals import Capitals
from factcheck.extraction.names import CALLINGS, OPENERS
from factcheck.model.mention import OfficeMention, PlaceMention
from factcheck.packs.rulebook import Place, RuleBook
from factcheck.text.automaton import spans
from factcheck.text.scan import Scan

_STATE_BEHIND = re.compile(r", ([A-Z][\w.]*(?: [A-Z][\w.]*)?)")
_BASED = "-based"
_LEAGUES = (" Conference", " Division", " League")  # "the Atlantic Division"
_JOINED = re.compile(r"-([A-Z][a-z]+)")
_WORD_BEFORE = re.compile(r"([A-Z][a-z]+\.?) $")
# Words with a capital, at the head of a sentence or in a headline, that a title may follow.
_NO_GIVEN_NAME = frozenset(
    "a after against also although an and as at because before both but by during ex even for former from her his how if in into its late like new "
    "of on or our out over since so than that the their then though to under until what when where whether while who why with without yet "
    "acting deputy majesty outgoing incoming interim vice monday tuesday wednesday thursday friday saturday sunday".split()
)

_AGED_NAME = re.compile(r"(?: [A-Z][\w'-]+){1,2}(?:, \d\d?,| \(\d\d\))")
_AGE = re.compile(r", \d\d?, ")
# What joins a given name to a last name that is a place's, too: "Miguel de la Madrid".
_PARTICLES = frozenset((" de ", " de la ", " de los ", " del ", " da ", " di ", " von ", " van ", " van der ", " bin ", " al-"))
# Words with a capital before the name of a town that are no given names.
NO_GIVEN_NAME = (
    OPENERS
    | CALLINGS
    | frozenset(
        """central city county district downtown east eastern greater historic inner lower metro metropolitan midtown north northeast
        northeastern northern northwest northwestern old outer province rural south southeast southeastern southern southwest
        southwestern state suburban upper uptown village west western""".split()
    )
)

_ONE_PREFIX = {"vice": "deputy"}  # a vice minister in one paper is a deputy minister in the next


class Gazetteer:
    """Dictionaries compiled from a rule book, built once a run."""

    def __init__(self, rules: RuleBook) -> None:
        self.rules = rules
        self._by_first: dict[str, list[tuple[str, Any]]] = {}
        for surface, places in rules.places.items():
            first = re.split(r"[ -]", surface, maxsplit=1)[0]
            self._by_first.setdefault(first, []).append((surface, places))
        people = rules.lexicons.get("people")
        self._nationals = frozenset(entry.phrase for entry in people.entries if entry.canonical[0].isupper()) if people is not None else frozenset()
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def nationals(self, capitals: Capitals, openings: Container[int]) -> list[tuple[int, int]]:
        """Where words for people of a country or a town stand, which are no names: "two Somalis", but not "the Portland Somalis"."""
        words, starts, ends = capitals.words, capitals.starts, capitals.ends
        found = [number for number, word in enumerate(words) if word in self._nationals]
        return [(starts[n], ends[n]) for n in found if not n or ends[n - 1] + 1 < starts[n] or starts[n - 1] in openings]

    def places(self, scan: Scan, capitals: Capitals, behind_titles: frozenset[int] = frozenset()) -> list[PlaceMention]:
        """Places by their names, adjectives, capitals and metonyms, but not where the surface is part of a person's name ("Lloyd Austin").

        `behind_titles` are the offsets right behind titles of offices.
        """
        plain, found, done = scan.plain, [], 0
        by_first, words = self._by_first, capitals.words
        if _BASED in plain:
            words = [word.removesuffix(_BASED) for word in words]
        for number in compress(count(), map(by_first.__contains__, words)):
            start = capitals.starts[number]
            if start < done:
                continue
            for surface, places in by_first[words[number]]:
                end = start + len(surface)
                if plain.startswith(surface, start) and not plain[end : end + 1].isalnum() and not self._goes_on(plain, end):
                    is_like_name = surface in self._like_names and (start in behind_titles or self._is_in_name(plain, capitals, number, end))
                    is_city = places[0].type == "city" or places[0].form == "capital"
                    if not (is_like_name or self._is_last_of_titled(plain, capitals, number, behind_titles)) and not (
                        is_city and self._is_of_person(plain, capitals, number, end)
                    ):
                        mention = self._mention(scan, start, end, surface, places)
                        # "Leeds-based" tells of a company, and not where anything happened
                        found.append(mention._replace(form="adjective") if words is not capitals.words and plain.startswith(_BASED, end) else mention)
                    done = end
                    break
        return found

    def _is_last_of_titled(self, plain: str, capitals: Capitals, number: int, behind_titles: frozenset[int]) -> bool:
        """A given name stands between a title and it ("Chairwoman Martha Hesse", "President Miguel de la Madrid")."""
        if not number or capitals.starts[number - 1] not in behind_titles or capitals.words[number - 1] in self._by_first:
            return False
        between = plain[capitals.ends[number - 1] : capitals.starts[number]]
        return between in _PARTICLES or (between == " " and capitals.words[number - 1].lower() in self.rules.given_names)

    def _mention(self, scan: Scan, start: int, end: int, surface: str, places: tuple[Place, ...]) -> PlaceMention:
        """The place with its readings, or a town of the state that follows it: "Birmingham, Alabama", "Athens, Ga."."""
        state = _STATE_BEHIND.match(scan.plain, end)
        if state is not None and not any(place.id.startswith("US") for place in places):
            words = state[1]
            readings = next((found for cut in (words, words.split(" ")[0], words.rstrip(".")) if (found := self.rules.places.get(cut))), ())
            # "Armenia, Georgia" is a list of countries; "Lebanon, Tenn." is none.
            is_state = bool(readings) and readings[0].id.startswith("US-") and readings[0].type == "state"
            if is_state and (words.endswith(".") or any(place.type == "city" for place in places)):
                return PlaceMention(start, end, scan.text[start:end], (f"US/{surface}",), "name")
        return PlaceMention(start, end, scan.text[start:end], tuple(dict.fromkeys(place.id for place in places)), places[0].form)

    def _goes_on(self, plain: str, end: int) -> bool:
        """A hyphen joins another name to it ("Miami-Dade"), which is no place of ours ("Tokyo-Washington"), or it names a league."""
        if plain.startswith(_LEAGUES, end):
            return True
        joined = _JOINED.match(plain, end)
        return joined is not None and joined[1] not in self._by_first

    @cached_property
    def _like_names(self) -> frozenset[str]:
        """Surfaces that are given or last names as well."""
        lexicon = self.rules.lexicons.get("ambiguous_place")
        people = {entry.phrase for entry in lexicon.entries if entry.canonical == "names of people"} if lexicon else set()
        given = self.rules.given_names
        return frozenset(people | {surface for surface, places in self.rules.places.items() if places[0].ambiguous and surface.lower() in given})

    @cached_property
    def _no_names(self) -> frozenset[str]:
        """Words with a capital that stand behind a place rather than behind a given name."""
        lexicon = self.rules.lexicons.get("after_place")
        titles = {word for office in self.rules.offices for title in office.titles for word in re.split(r"[ .-]", title.text.lower())}
        return frozenset({*titles, *(phrase.lower() for phrase in (lexicon.phrases if lexicon else ()))})

    def _is_in_name(self, plain: str, capitals: Capitals, number: int, end: int) -> bool:
        """A name goes on behind it ("Sofia Marini"), or a given name or "Mr." stands before it ("Lloyd Austin")."""
        starts, words = capitals.starts, capitals.words
        after = next((later for later in range(number + 1, min(number + 4, len(words))) if starts[later] >= end), None)
        if after is not None and plain[end : starts[after]] == " ":
            word = words[after]
            if len(word) > 1 and not word.isupper() and word.lower() not in self._no_names and word not in self._by_first:
                return True
        if number and plain[capitals.ends[number - 1] : starts[number]] in (" ", ". "):
            before = words[number - 1]
            lexicon = self.rules.lexicons.get("honorific")
            return before.lower() in self.rules.given_names or (lexicon is not None and before in lexicon.phrases)
        return False

    def _is_of_person(self, plain: str, capitals: Capitals, number: int, end: int) -> bool:
        """A name and an age stand behind it ("Paris Lund, 30,"), or it ends a name inside of a sentence ("the singer Jack London")."""
        if _AGED_NAME.match(plain, end) is not None:
            return True
        start = capitals.starts[number]
        if not number or plain[capitals.ends[number - 1] : start] != " ":
            return False
        before = capitals.words[number - 1]
        at = capitals.starts[number - 1]
        is_inside = plain[at - 2 : at].endswith(" ") and plain[at - 2 : at - 1].islower()
        if not is_inside and _AGE.match(plain, end) is None:
            return False
        return before.istitle() and len(before) > 2 and before.lower() not in NO_GIVEN_NAME and before not in self._by_first

    @cached_property
    def _titles(self) -> tuple[Any, dict[str, list[tuple[str, tuple[str, ...]]]], dict[str, frozenset[str]]]:
        import re2

        meaning: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        written: dict[str, set[str]] = {}
        for office in self.rules.offices:
            for title in office.titles:
                meaning.setdefault(title.text.lower(), []).append((office.id, tuple(title.jurisdictions or ())))
                written.setdefault(title.text.lower(), set()).add(title.text if title.is_exact else "")
        exact = {key: frozenset(forms) for key, forms in written.items() if "" not in forms}
        # A phrase that holds a title and names no holder ("premier league") is found like a title, and means nothing.
        for phrase in self.rules.lexicons["no_office"].phrases if "no_office" in self.rules.lexicons else ():
            meaning.setdefault(phrase.lower(), [])
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.longest_match = True
        options.never_capture = True
        options.max_mem = 64 << 20
        words, abbreviations = (
            "|".join(re2.escape(t).replace(r"\ ", "[ \\n]") for t in sorted(meaning) if t.endswith(".") == is_short) for is_short in (False, True)
        )
        body = rf"\b(?:(?:{words})s?\b|(?:{abbreviations}))" if abbreviations else rf"\b(?:{words})s?\b"
        return re2.compile(body.encode("latin-1", "replace"), options), meaning, exact

    def offices(self, scan: Scan) -> list[OfficeMention]:
        """Titles of offices in any case, the longest first; a plural ("the defense ministers") is marked as one."""
        pattern, meaning, exact = self._titles
        lower = scan.latin.lower()
        found: list[OfficeMention] = []
        for start, end in spans(pattern, lower):
            key = " ".join(lower[start:end].decode("latin-1").split())
            plural = key not in meaning
            entries = meaning.get(key) or meaning.get(key.removesuffix("s"))
            if not entries or (key in exact and " ".join(scan.plain[start:end].split()) not in exact[key]):
                continue
            plural = plural or scan.plain.startswith("'s", end)
            if key in exact and key.isalpha() and not scan.plain[start:end].isupper() and self._is_last_name(scan.plain, start):
                continue
            modality, acting, another, start, end = self._around(scan.plain, start, end)
            offices = tuple(dict.fromkeys(f"{another}{office}" for office, _ in entries))
            implied = tuple(dict.fromkeys(j for _, js in entries for j in js)) if all(js for _, js in entries) else ()
            if found and start < found[-1].end:
                continue
            found.append(OfficeMention(start, end, scan.text[start:end], offices, implied, modality, acting, plural))
        return found

    def _is_last_name(self, plain: str, start: int) -> bool:
        """A word such as King stands right behind a given name."""
        match = _WORD_BEFORE.search(plain, max(0, start - 30), start)
        return match is not None and match[1] not in self._by_first and match[1].lower() not in _NO_GIVEN_NAME

    @cached_property
    def _affixes(self) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str]]:
        before, behind = (self.rules.lexicons.get(name) for name in ("title_prefixes", "title_suffixes"))
        prefixes = {entry.phrase.lower(): entry.canonical for entry in before.entries} if before else {}
        suffixes = {entry.phrase.lower(): entry.canonical for entry in behind.entries} if behind else {}
        words = "|".join(sorted(map(re.escape, prefixes), key=len, reverse=True)) or "(?!)"
        tails = "|".join(sorted(map(re.escape, suffixes), key=len, reverse=True)) or "(?!)"
        return (
            re.compile(rf"(?:^|(?<=[^\w]))((?i:{words}))(?:[ -]+)((?:[A-Z][\w.]*(?:'s)? )?)$"),
            re.compile(rf"[ -]({tails})\b", re.IGNORECASE),
            prefixes,
            suffixes,
        )

    def _around(self, plain: str, start: int, end: int) -> tuple[str, bool, str, int, int]:
        """What stands around a title: (modality, acting, prefix of another office's id, start, end with the words taken in)."""
        before, behind, prefixes, suffixes = self._affixes
        modality, acting, another = "asserted", False, ""
        while (match := before.search(plain[max(0, start - 40) : start])) is not None:
            meaning = prefixes[match[1].lower()]
            if match[2] and not match[2][0].isupper():
                break
            if meaning == "other":
                another = f"{_ONE_PREFIX.get(match[1].lower(), match[1].lower())}_{another}"
            elif meaning == "acting":
                acting = True
            else:
                modality = meaning
            if match[2]:
                break
            start = max(0, start - 40) + match.start(1)
        if (match := behind.match(plain, end)) is not None:
            meaning = suffixes[match[1].lower()]
            end = match.end()
            if meaning == "other":
                another = f"{match[1].lower()}_to_{another}"
            else:
                modality = meaning
        return modality, acting, another, start, end
