"""Sentences of English news text: stops, quotes, abbreviations, line ends, and headings that lost their line end.

A stretch of the plain text (see `factcheck.text.scan`) goes in, the offsets of its sentences come out. A few searches
for pairs of character classes find the places where a sentence may end; each is then judged by the words around it.
"""

from __future__ import annotations

import re

from factcheck.text.abbreviations import ABBREVIATIONS, AFTER_CLOCK, BEFORE_NUMBER, CLOCK, EITHER, LEADING, STARTERS
from factcheck.text.lines import is_title_case, paragraphs
from factcheck.text.memory import Remembered

_ZONE = re.compile(r"(?:[A-Z][a-z]+ ){1,2}time\b")
# Names written in one word that end like a word that opens sentences.
_ONE_WORD = frozenset(
    (
        "LinkedIn",
        "BuiltIn",
        "PlugIn",
        "CheckIn",
        "LogIn",
        "SignIn",
        "WalkIn",
        "DriveIn",
        "YouTube",
        "PayPal",
        "TikTok",
        "OneNote",
        "StandWithUs",
        "JustGiving",
    )
)
_ENDINGS_OF_SITES = frozenset(("Com", "Net", "Org", "Io", "Ai", "Co", "Uk", "Js", "NET", "COM", "ORG", "PHP", "PDF", "EXE"))
_STOPS = ".!?\u2026"
_CLOSERS = "\"')]*_"
_QUOTES = "\"')](["
_LONGEST_HEADLINE = 200  # characters
_NEARBY = 10_000  # characters around a place that are asked about it: whole articles, but not whole books
_WORD = re.compile(r"[A-Za-z]+")
_SAYS = re.compile(r"[A-Z]\w+(?: [A-Z][\w.]+){0,3} (?:said|says|asked|asks|told|wrote|added|adds|replied|continued|tweeted|shouted|yelled)\b")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")


# Each character as a class of one byte, so that every place where a sentence may end is a pair of bytes to look for.
_SMALL, _CAPITAL, _STOP, _SPACE, _CLOSING = 1, 2, 3, 4, 5
_CLASSES = bytes(
    _CAPITAL if 65 <= code <= 90 else _SMALL if 97 <= code <= 122 or 48 <= code <= 57 else _STOP if code in b".!?" else _SPACE if code in b" \t\r\n"
    else _CLOSING if code in b"\"')]*_" else 0
    for code in range(256)
)  # fmt: skip
_PAIRS = tuple(bytes(pair) for pair in ((_STOP, _SPACE), (_STOP, _CLOSING), (_STOP, _CAPITAL), (_SMALL, _CAPITAL), (_CLOSING, _CAPITAL)))


def _ends_sentence(word: str) -> bool:
    """A stop behind this word is the end of a sentence: it is a whole word and no abbreviation."""
    return len(word) > 1 and word.isalpha() and word.lower() not in ABBREVIATIONS


_ENDS = Remembered(_ends_sentence)


def sentences(plain: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The sentences of `plain[start:end]`, in order, without the white space around them.

    A blank line, a heading and a list entry end a sentence whatever stands there; see `paragraphs`.
    """
    found: list[tuple[int, int]] = []
    candidates = _candidates(plain, start, end)
    candidates.append(end)  # a sentinel behind the last
    index = 0
    for first, last in paragraphs(plain, start, end):
        at = first
        while candidates[index] < last:
            place = candidates[index]
            index += 1
            if place < at:
                continue
            # The common case first: a whole word that is no abbreviation, a stop, white space, a capital.
            is_common = plain[place] == "." and plain[place + 1] == " " and plain[place + 2 : place + 3].isupper()
            if is_common and _ENDS[plain[max(at, plain.rfind(" ", at, place) + 1) : place]]:
                found.append((at, place + 1))
                at = place + 2
                continue
            cut = _judge(plain, at, place, last)
            if cut > at:
                found.append((at, at + len(plain[at:cut].rstrip())))
                at = cut
                while at < last and plain[at].isspace():
                    at += 1
        if at < last:
            found.append((at, last))
    return tuple(found)


def _candidates(plain: str, start: int, end: int) -> list[int]:
    """Offsets of the first character of each pair after which a sentence may end, ascending."""
    classes = plain[start:end].encode("latin-1", "replace").translate(_CLASSES)
    places: list[int] = []
    for pair in _PAIRS:
        at = classes.find(pair)
        while at >= 0:
            places.append(start + at)
            at = classes.find(pair, at + 1)
    places.sort()
    return places


def _judge(plain: str, sentence: int, place: int, last: int) -> int:
    """Where the sentence that began at `sentence` ends for the candidate at `place`; -1 where it goes on."""
    char = plain[place]
    if char in _STOPS:
        end = place + 1
        while end < last and plain[end] in _CLOSERS:
            end += 1
        if end >= last:
            return -1
        if plain[end].isspace():
            return _at_stop(plain, sentence, place, end, last)
        return _at_glued_stop(plain, sentence, place, last)
    following = plain[place + 1]
    if char == ")" or (char.isalnum() and following.isupper()):
        return _at_glued_heading(plain, sentence, place + 1, last)
    return -1


def _at_stop(plain: str, sentence: int, stop: int, end: int, last: int) -> int:
    """A stop before white space."""
    following = end
    while following < last and plain[following] in " \t\r\n\"'([*_":
        following += 1
    if following >= last:
        return -1
    char = plain[following]
    if char.islower() or char == ".":
        return -1
    closed = plain[stop + 1] in "\"'"
    if plain[stop] != ".":
        return -1 if closed and _SAYS.match(plain, following) else end
    if closed or plain[stop - 1 : stop] == ".":
        return end
    before = stop
    while before > sentence and plain[before - 1] == " ":  # "oct . 7": text that was cut into tokens
        before -= 1
    if before < stop and plain[before - 1].isdigit() and char.isdigit():
        return -1
    word = _word_before(plain, sentence, before)
    if not word:
        return -1 if plain[sentence:stop].strip().isdigit() else end  # "1. Who pays?"
    lowered = word.lower()
    if lowered in BEFORE_NUMBER and char.isdigit():
        return -1
    if lowered in CLOCK:
        word = _word_at(plain, following)
        is_in_zone = _ZONE.match(plain, following) is not None and word not in STARTERS  # "2:35 p.m. Moscow time"
        return -1 if is_in_zone or word in AFTER_CLOCK or char.isdigit() else end
    if (lowered in LEADING and (word[0].isupper() or lowered in ("vs", "v", "cf", "e.g", "i.e", "eg", "ie", "approx", "ca"))) or (
        (len(word) == 1 and word.isupper()) or lowered in EITHER or _INITIALS.fullmatch(word)
    ):
        if lowered in EITHER and before == stop and (word.islower() and lowered not in ("etc", "al", "dlrs", "cts", "pct", "lbs", "sq", "oz")):
            return end  # "his mother is ill. Smith ..."
        if lowered in LEADING and lowered != "st":
            return -1
        return end if _word_at(plain, following) in STARTERS else -1
    return end


def _at_glued_stop(plain: str, sentence: int, stop: int, last: int) -> int:
    """A stop with a capital behind it and no space between: `strength.A new era`."""
    capital = stop + 1
    while capital < last and plain[capital] in _QUOTES:
        capital += 1
    if capital >= last or not plain[capital].isupper() or stop == sentence:
        return -1
    start = stop - 1
    word = _word_before(plain, sentence, stop)
    following = _word_at(plain, capital)
    if not word and not plain[start].isdigit() and plain[start] not in ")%":
        return -1
    if word and (len(word) < 2 or "." in word or not word[-1].islower() or word.lower() in ABBREVIATIONS or word == "www"):
        opens = len(following) > 1 and following in STARTERS and plain[capital + len(following) : capital + len(following) + 1] == " "
        if not opens or word == "www":
            return -1
    if len(following) == 1 and (following not in "AI" or plain[capital + 1 : capital + 2] != " "):
        return -1
    is_word = (
        following[1:].islower()
        or len(following) == 1
        or (following.isupper() and len(following) > 2 and plain[capital + len(following) : capital + len(following) + 1] == " ")
    )
    if following in _ENDINGS_OF_SITES or not is_word:
        return -1
    if plain[capital - 1] == "@" or "/" in plain[max(sentence, plain.rfind(" ", sentence, start) + 1) : stop]:
        return -1
    quote = plain.find('"', stop, capital)
    if quote >= 0 and plain.count('"', max(sentence, quote - _NEARBY), quote) % 2 == 0:
        return quote  # it opens a quotation
    bracket = plain.find("(", stop, capital)
    return bracket if bracket >= 0 else capital


def _at_glued_heading(plain: str, sentence: int, capital: int, last: int) -> int:
    """A capital inside what looks like one word: `of the LeadershipJapan has`."""
    left = capital
    while left > sentence and plain[left - 1].isalnum():
        left -= 1
    right = capital
    while right < last and plain[right].isalnum():
        right += 1
    if plain[left:right] in _ONE_WORD or right - capital < 1 or (right < last and plain[right] in "@/"):
        return -1
    before, following = plain[left:capital], plain[capital:right]
    is_starter = following in STARTERS and right < last and plain[right] in " ," and plain[right + 1 : right + 2] != ""
    is_starter = is_starter or (following in AFTER_CLOCK and plain[right : right + 1] == " " and plain[right + 1 : right + 2].isdigit())
    if plain[capital - 1] == ")":
        return capital if is_starter else -1
    if len(before) < 3 and not is_starter:
        return -1
    if before.isdigit():
        return capital if is_starter and len(before) == 4 else -1
    if not before[-1].islower() or not before.isalpha():
        return -1
    if is_starter and len(before) >= 3 and (following != "In" or plain[right + 1].islower() or plain[right + 1].isdigit()):
        return capital
    # A headline, glued to a sentence that begins with a name: the name stands by itself elsewhere, the whole does not.
    if len(following) < 3 or not following[1:].islower() or capital - sentence > _LONGEST_HEADLINE:
        return -1
    headline = plain[sentence:capital]
    if " " not in headline or not is_title_case(headline):
        return -1
    if sentence > 0 and not plain[sentence - 1].isspace():
        return capital  # the headline itself is glued to what stands before it: this text lost its line ends
    around = plain[max(0, sentence - _NEARBY) : capital + _NEARBY]
    whole = plain[left:right]
    if around.count(whole) > 1 and around.count(plain[sentence:right]) < around.count(whole):
        return -1
    return capital if re.search(rf"(?<![A-Za-z]){following}(?![A-Za-z])", around) else -1


def _word_before(plain: str, sentence: int, stop: int) -> str:
    """The word that a stop follows, with the stops inside it: `U.S`, `Gen`."""
    at = stop
    while at > sentence and (plain[at - 1].isalpha() or (plain[at - 1] == "." and at - 1 > sentence and plain[at - 2].isalpha())):
        at -= 1
    return plain[at:stop]


def _word_at(plain: str, at: int) -> str:
    match = _WORD.match(plain, at)
    return match[0] if match else ""
