"""Numbers that are no quantities: dates, years, times of day, scores, identifiers, labels, addresses.

Each test looks at a few characters around a numeral in the plain text and says True where the numeral must stay quiet.
"""

from __future__ import annotations

import re

_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_LABELS = frozenset(
    [
        "no",
        "nos",
        "nr",
        "nrs",
        "number",
        "numbers",
        "flight",
        "flights",
        "highway",
        "highways",
        "route",
        "routes",
        "interstate",
        "section",
        "sections",
        "article",
        "articles",
        "chapter",
        "chapters",
        "level",
        "phase",
        "page",
        "pages",
        "pp",
        "room",
        "rooms",
        "boeing",
        "airbus",
        "grade",
        "version",
        "channel",
        "exit",
        "gate",
        "platform",
        "apartment",
        "apt",
        "suite",
        "resolution",
        "amendment",
        "appendix",
        "paragraph",
        "para",
        "clause",
        "proposition",
        "prop",
        "verse",
        "psalm",
        "apollo",
        "windows",
        "formula",
        "category",
        "tier",
        "sector",
        "ward",
        "precinct",
        "hwy",
        "rd",
        "road",
        "avenue",
        "ave",
        "street",
        "st",
        "iphone",
        "ipad",
        "galaxy",
        "playstation",
        "xbox",
        "covid",
        "sars",
        "g-7",
        "g-8",
        "g-20",
        "vol",
        "volume",
        "episode",
        "season",
        "ep",
        "chapter",
        "isbn",
        "doi",
        "id",
        "postcode",
        "zip",
        "box",
        "po",
        "phone",
        "tel",
        "telephone",
        "fax",
        "call",
        "dial",
        "line",
        "lines",
        "version",
        "v",
        "ver",
        "photo",
        "figure",
        "fig",
        "table",
        "item",
        "rule",
        "act",
        "title",
        "form",
        "docket",
        "lot",
        "bus",
        "train",
        "tram",
        "terminal",
        "runway",
        "pier",
        "dock",
        "berth",
        "studio",
        "ward",
        "cell",
        "district",
        "zone",
        "region",
        "block",
        "plot",
        "unit",
        "building",
        "bldg",
        "floor",
        "exhibit",
        "annex",
        "annexe",
        "schedule",
        "protocol",
        "directive",
        "bulletin",
        "issue",
        "edition",
        "series",
        "type",
        "model",
        "mark",
        "mk",
        "class",
        "part",
        "book",
        "game",
        "games",
        "round",
        "rounds",
        "day",
        "week",
        "quarter",
        "quarters",
        "stage",
        "step",
        "lesson",
        "division",
        "brigade",
        "regiment",
        "battalion",
        "squadron",
        "squad",
        "group",
        "area",
        "site",
        "camp",
        "reactor",
        "tank",
        "well",
        "hole",
        "lane",
        "seat",
        "row",
        "bay",
        "pool",
        "court",
        "field",
        "hall",
        "article",
        "bill",
        "sb",
        "hb",
        "ab",
        "hr",
        "public",
        "nasdaq",
        "ftse",
        "dax",
        "cac",
        "stoxx",
        "nikkei",
        "hang",
        "topix",
        "kospi",
        "russell",
        "dow",
        "fortune",
        "forbes",
        "top-",
    ]
)
_FIRM_LABELS = frozenset(
    [
        "no",
        "nos",
        "nr",
        "nrs",
        "flight",
        "highway",
        "highways",
        "route",
        "interstate",
        "section",
        "article",
        "chapter",
        "page",
        "pages",
        "room",
        "boeing",
        "airbus",
        "resolution",
        "amendment",
        "proposition",
        "psalm",
        "apollo",
        "windows",
        "formula",
        "category",
        "covid",
        "sars",
        "vol",
        "isbn",
        "phone",
        "tel",
        "telephone",
        "fax",
        "nasdaq",
        "ftse",
        "dax",
        "cac",
        "stoxx",
        "nikkei",
        "s&p",
        "level",
        "p500",
        "iphone",
        "hwy",
        "exit",
        "zip",
        "postcode",
        "class",
    ]
)
"""Labels that stay labels whatever follows ("Boeing 737 jets")."""
_YEAR_CUES = frozenset(
    [
        "in",
        "since",
        "by",
        "from",
        "until",
        "till",
        "of",
        "during",
        "year",
        "years",
        "early",
        "late",
        "mid",
        "the",
        "fiscal",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "before",
        "after",
        "around",
        "circa",
        "through",
        "between",
        "to",
        "for",
        "and",
        "fy",
        "for-year",
        "season",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "a",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "our",
        "'s",
        "election",
        "class",
    ]
)
_COUNTED = frozenset(
    [
        "people",
        "troops",
        "soldiers",
        "homes",
        "houses",
        "jobs",
        "families",
        "workers",
        "employees",
        "police",
        "children",
        "men",
        "women",
        "students",
        "refugees",
        "deaths",
        "cases",
        "dead",
        "persons",
        "civilians",
        "residents",
        "buildings",
        "tonnes",
        "tons",
        "fighters",
        "migrants",
        "prisoners",
        "patients",
        "volunteers",
        "officers",
        "firefighters",
        "protesters",
        "members",
        "victims",
        "personnel",
        "participants",
        "delegates",
        "guests",
        "vehicles",
        "animals",
        "schools",
        "businesses",
        "companies",
        "passengers",
        "wounded",
        "injured",
        "miles",
        "times",
    ]
)
_WORD_BEFORE = re.compile(r"(?:^|[\s(\"'\x97/-])([A-Za-z&.'-]+?)\.? ?$")
_TIME_BEHIND = re.compile(
    r" ?(?:[ap]\.?\s?m\b|o'clock|hrs? (?:GMT|UTC|local)|GMT|UTC|noon)|[:h.][0-5][0-9](?:[:.][0-5][0-9])?(?: ?(?:[ap]\.?m\b|GMT|UTC|hrs?\b))|:[0-5][0-9]"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|'?s)\b")
_ORDINAL_WORD = re.compile(
    r"[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|[a-z]+tieth|[a-z]*hundredth|thousandth)\b(?![a-z])"
)
_MONTH_BEHIND = re.compile(
    r"(?:-[0-9]{1,2})? ?(?:(?:of )?(January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|january|february|april|june|july|august|september|october|november|december)\b|(may|march)\b(?= [0-9]{4}| that year))"
)
_DATE = re.compile(r"[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{2,4}\b")
_DASHED = re.compile(r"[0-9]+(?:-[0-9]+){2,}|[0-9]{3}-[0-9]{4}\b|[0-9]{3} [0-9]{4}\b")
_DOTTED = re.compile(r"[0-9]+\.[0-9]+\.[0-9]")
_LIST_MARK = re.compile(r"[.):] ")


def word_before(plain: str, start: int) -> str:
    """The word in front of `start`, as written, without a final full stop; "" where none is near."""
    at = start - 1
    if at >= 0 and plain[at] == " ":
        at -= 1
    if at >= 0 and plain[at] == ".":
        at -= 1
        if at >= 0 and plain[at] == " ":
            at -= 1
    end = at + 1
    low = max(0, end - 24)
    while at >= low and (plain[at].isalpha() or plain[at] in "&'-"):
        at -= 1
    return plain[at + 1 : end]


def is_time_or_ordinal(plain: str, end: int) -> bool:
    """What follows makes it a time of day or an ordinal: "5 pm", "10:30", "21st", "1960s"."""
    char = plain[end : end + 1]
    if char in " :.aph":
        return _TIME_BEHIND.match(plain, end) is not None
    return char in "stnr'" and char != "" and _ORDINAL.match(plain, end) is not None


def is_spelled_ordinal(plain: str, end: int) -> bool:
    """ "twenty-" followed by an ordinal."""
    return _ORDINAL_WORD.match(plain, end, end + 16) is not None


def is_date_or_number_chain(plain: str, start: int) -> bool:
    """Digits that go on as a date, a telephone number, an address of the net or a version: 2025-10-29, 555-0199, 1.2.3."""
    window = plain[start : start + 32]
    return bool(_DATE.match(window) or _DASHED.match(window) or _DOTTED.match(window))


def is_day_of_month(plain: str, start: int, end: int, before: str) -> bool:
    """A day with its month before or behind it; `before` is the lower-cased word in front."""
    if before in _MONTHS:
        return True
    return plain[end : end + 1] in " -" and _MONTH_BEHIND.match(plain, end, end + 20) is not None


def is_label(before: str, is_capitalised: bool, has_noun: bool) -> bool:
    """The word in front names a thing that the number numbers: "Flight 370", "Section 27", "No. 10"."""
    return before in _FIRM_LABELS or (before in _LABELS and (is_capitalised or not has_noun))


def is_year(number: int, before: str, noun: str | None, is_hedged: bool) -> bool:
    """Four digits that date something rather than count it."""
    if not 1000 <= number <= 2199:
        return False
    if noun is not None and (is_hedged or before not in _YEAR_CUES):
        return noun.rpartition(" ")[2] not in _COUNTED if 1900 <= number <= 2099 else False
    return not (is_hedged and before not in ("in", "since", "by") and number < 1900)


def is_list_mark(plain: str, start: int, end: int) -> bool:
    """ "3. ", "3) " or "(3)" at the head of a line or an item."""
    if plain[start - 1 : start] == "(" and plain[end : end + 1] == ")":
        return True
    at_head = start == 0 or plain[start - 1] == "\n" or plain[max(0, start - 2) : start] in ("; ", ": ", "\n ")
    if plain[end : end + 1] == ")" and plain[start - 1 : start] in (" ", "\n", ""):
        return True
    return at_head and _LIST_MARK.match(plain, end) is not None
