"""What a title belongs to where that is no state: "UAW vice president", "president of the French Growers' Association".

The text beside a title goes in, an answer out. It must not know who holds which office.
"""

from __future__ import annotations

import re
from enum import IntEnum

from factcheck.kinds.company import LEGAL_FORMS
from factcheck.model.mention import OfficeMention, PlaceMention
from factcheck.resolution.companies import OPENING
from factcheck.resolution.people import INSTITUTIONS
from factcheck.text.folding import fold

_OF_COMPANIES = frozenset(("president", "vice_president"))  # ids of offices that companies have, too
REACH = 60  # characters before a title or its place that are looked at


class Governed(IntEnum):
    """How surely a title belongs to something else than a state."""

    NOT = 0
    PERHAPS = 1
    LIKELY = 2
    SURELY = 3


_ORGANISATION = (
    r"(?:agency|airline|alliance|army|association|authority|bank|board|bureau|centre|center|chain|chamber|charity|church|clinic|club|college|commission|"
    r"committee|company|confederation|conglomerate|consortium|cooperative|corporation|council|department|district|division|exchange|faculty|federation|firm|"
    r"foundation|fund|group|hospital|industry|institute|institution|league|lobby|local|network|organi[sz]ation|panel|party|school|society|"
    r"station|studio|subcommittee|subsidiary|syndicate|team|trust|union|unit|university|utility)"
)
# Right before a title: "the company's president", "union president", "executive vice president", "state treasurer".
_NOUN_BEFORE = re.compile(
    rf"\b(?:{_ORGANISATION}(?:['’]s)?|executive|senior|regional|branch|student|honorary|founding|"
    r"co-founder and|chief executive and) $",
    re.I,
)
_INITIALS_BEFORE = re.compile(r"\([A-Z][\w&-]{1,9}\) $")
_LOCAL_BEFORE = re.compile(r"\b(?:state|provincial|county|municipal|regional|local|city|town|village|shadow)(?:['’]s)? $", re.I)
_JOINED_BEFORE = re.compile(r"\b(?:chairman|chairwoman|chair|chief executive|officer|CEO|founder|director),? and $", re.I)
_CAPITAL_BEFORE = re.compile(r"(?:(?P<head>^|[.!?:;\n\"“”] ?)|[\w,)] )(?:the )?(?P<word>[A-Z][\w&.’'-]*) $")
# Right behind a title: "vice president at Halvex", "president of the company", "president and chief executive".
_BEHIND = re.compile(rf",? (?:of|at|for|with) (?:the |its |his |her |their |our |a |an )?(?:[a-z-]+ ){{0,2}}?(?:[A-Z<]|{_ORGANISATION}\b)")
_JOINED_BEHIND = re.compile(r",? (?:and|&) (?:chief|chair|CEO|general manager|managing|founder|director|treasurer|head of)", re.I)
_CHOSEN = re.compile(r"\b(?:named|appointed|elected|promoted|elevated|hired|chosen)(?: (?:to|as|new|its|the))* $", re.I)
# Words with a capital that stand before a title and tell nothing of whose it is.
_TELLS_NOTHING = OPENING | frozenset(
    """acting caretaker christian communist conservative democrat democratic embattled federal green labor labour leftist liberal likud national
    nationalist outgoing prime rightist republican ruling social socialist supreme then tory union unionist visiting when""".split()
)
# What "of" joins to the name of a state: "the Republic of Korea", "the State of Israel".
_STATES = r"(?:Republic|Kingdom|State|States|Emirate|Emirates|Sultanate|Government|Commonwealth|Federation|Union|Principality|Duchy)"
_PART_OF_NAME = re.compile(rf"\b[A-Z][\w&’'-]+ Union of (?:the )?$|\b(?!{_STATES}\b)[A-Z][\w&’'-]+ (?:of|in|for) (?:the )?$")
# With these a name begins even at the head of a sentence: "Air France".
_FIRST_OF_NAME = frozenset("air banco bank banque credit electricite gaz radio royal societe standard telecom".split())
_STATE_BEHIND = re.compile(r" (?:Federation|Republic|Union|Kingdom|Confederation|Commonwealth)\b(?! (?:of|for)\b)")
_BODY_BEHIND = re.compile(
    r" (?:Parliament|parliament|Assembly|assembly|National Assembly|Congress|congress|Senate|senate|House|Government|government|State|state|Duma|"
    r"Supreme|supreme|Central|central|Reserve|Federal|Army|army|Navy|navy|Air|air|Armed|armed|Defen[cs]e|defen[cs]e|police|Police)\b"
)
_CAPITAL_BEHIND = re.compile(r" (?P<word>[A-Z][\w&’'-]*)")
_PART_BEHIND = re.compile(r" (?:arm|branch|business|chapter|division|office|operation|operations|region|section|subsidiary|unit)\b")
# "the Lisbon trade unions council": with an article that the place has not by itself, the words behind it go on with the name.
_NOUN_BEHIND = re.compile(r" [a-z]{4,} ?[a-z]*")
_WITH_ARTICLE = re.compile(
    r"s$|\.$|^(?:U[A-Z]+|EU|Congo|Gambia|Hague|Sudan|Ukraine|Vatican|Bronx|Caribbean|Middle East)$|Republic|Kingdom|Union|Federation|Coast"
)
# What the words behind a place name in "the U.S. beet sugar association", "U.S. producing operations".
_OF_PLACE = re.compile(
    rf"(?: (?!(?:and|at|by|for|from|had|has|in|is|led|met|of|on|or|said|that|to|told|was|when|who|with)\b)[a-z][a-z-]+(?<!ed)){{0,3}}? "
    rf"(?:{_ORGANISATION}|marketing|operations|production|sales|subsidiaries)\b(?! (?:leaders?|members?|officials?)\b)"
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December")


def is_part_of_name(text: str, title: OfficeMention, place: PlaceMention, person_start: int, start: int, is_headline: bool) -> bool:
    """The place beside a title is part of the name of an organisation, whose title it is.

    "Bank of Brazil president", "Air France president", "president of the French Growers' Association", "president of Japan Credit Ltd".
    The sentence begins at `start`.
    """
    if is_of_companies(title) and place.form == "metonym":
        return True  # "Bundesbank vice president": no state bears the name of a bank
    if title.end <= place.start:
        if is_of_companies(title) and _OF_PLACE.match(text, place.end):
            return True
        if place.form == "adjective":
            return not (_STATE_BEHIND.match(text, place.end) or (not is_of_companies(title) and _BODY_BEHIND.match(text, place.end)))
        behind = _CAPITAL_BEHIND.match(text, place.end)
        if behind is not None and behind.start("word") != person_start and not _DAY.fullmatch(behind["word"]):
            return not is_headline
        return _PART_BEHIND.match(text, place.end) is not None or (
            text.startswith("the ", place.start - 4) and _NOUN_BEHIND.match(text, place.end) is not None and not _WITH_ARTICLE.search(place.text)
        )
    before = text[max(start, place.start - REACH) : place.start]
    if place.form != "adjective" and _PART_OF_NAME.search(before):
        return True
    if is_headline or place.form == "adjective" or not (place.form == "name" or is_of_companies(title)):
        return False
    first = _CAPITAL_BEFORE.search(before)
    if first is None or _DAY.fullmatch(first["word"]):
        return False
    low = fold(first["word"])
    is_coined = len(low) > 1 and first["word"].isupper()  # "GM Canada president"
    return low in _FIRST_OF_NAME or (is_coined and is_of_companies(title)) if first["head"] is not None else low not in _TELLS_NOTHING


def governed(text: str, title: OfficeMention, start: int, is_headline: bool) -> Governed:
    """Whether the words beside a title, with no place among them, give it to an organisation or to a part of a state.

    `text` is that of the article's field, `start` where the sentence begins.
    """
    before = text[max(start, title.start - REACH) : title.start]
    companies = is_of_companies(title)
    if _LOCAL_BEFORE.search(before) or (companies and (_NOUN_BEFORE.search(before) or _INITIALS_BEFORE.search(before))):
        return Governed.SURELY
    if companies and (_BEHIND.match(text, title.end) or _JOINED_BEHIND.match(text, title.end) or _JOINED_BEFORE.search(before)):
        return Governed.SURELY
    capital = _CAPITAL_BEFORE.search(before) if not is_headline else None
    if capital is not None and fold(capital["word"]) not in _TELLS_NOTHING and not _DAY.fullmatch(capital["word"]):
        is_word = capital["head"] is not None and not (capital["word"].isupper() and len(capital["word"]) > 1)
        return Governed.PERHAPS if is_word else Governed.LIKELY
    return Governed.PERHAPS if companies and _CHOSEN.search(before) else Governed.NOT


def is_of_companies(title: OfficeMention) -> bool:
    """A state and a company may have one who bears the title."""
    return not _OF_COMPANIES.isdisjoint(title.offices)


# What a name consists of that stands where a holder's would, and is none: the rest of a portfolio or of a company's name.
_FIELDS = LEGAL_FORMS | frozenset(
    """affairs agriculture air airline airlines animal building central chemical civil commerce commonwealth communications community cos
    cultural culture defence defense development digital economic economy education employment energy environment exchange export exports
    external family finance fisheries food foreign forestry forests health heritage higher home house housing human husbandry immigration
    industrial industry information infrastructure innovation international investment justice labor labour land lines livestock local
    manufacturers minerals mines mining national natural negotiations oil petroleum planning power producers production public radio rating regional
    religious research resources rural sanitation science senate small social sport sports steel stores supply technology telecommunications
    television tourism trade transport transportation travel urban veterans water welfare wildlife women works youth""".split()
)
_SURNAMES = frozenset("base brothers church court field hall high house lake park street temple times".split())  # among the ends of institutions
_ENDS = frozenset("administration cabinet campaign confederation cooperative exchange federation government office subcommittee syndicate".split())
_NO_LAST_NAME = (INSTITUTIONS - _SURNAMES) | (LEGAL_FORMS - {"sa", "se", "ab", "co", "lp"}) | _ENDS
_NO_FIRST_NAME = _FIELDS - LEGAL_FORMS - {"justice", "land", "small"}
_NO_NAME = re.compile(
    r"[DRI]-[A-Z][a-z]{1,4}|[A-Z]\.?(?: ?[A-Z]\.?)?"
    r"|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Md|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
)


def is_no_person(name: str) -> bool:
    """A name that no person bears: of a company, of a field of government, of a state.

    >>> [is_no_person(name) for name in ("Cos Ltd", "Coffee Institute", "Fisheries", "D-Mass", "Trade Karl Lind")]
    [True, True, True, True, True]
    >>> [is_no_person(name) for name in ("Jorio Dauster", "Subroto", "Park", "Justice Lind")]
    [False, False, False, False]
    """
    words = fold(name).split()
    return not words or words[-1] in _NO_LAST_NAME or words[0] in _NO_FIRST_NAME or _FIELDS.issuperset(words) or _NO_NAME.fullmatch(name) is not None
