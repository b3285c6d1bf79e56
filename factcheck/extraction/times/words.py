"""The words that speak of time, each with a class of one character and a value; grammar is written over the classes.

M month · W weekday · u unit · U units · n number · a "a" · Y year · o ordinal · 2 "second" · L last · P past · p previous · N next · T this ·
C current · Q recent · h that · t the · A ago · 3 latest · 5 year-ago · 6 period · 7 same · 8 consecutive · e earlier · l later · B before ·
b after · f from · d yesterday · i part of a day · c noon · g tonight · H clock · m am, pm · z zone · k early, mid, late · 0 end, middle ·
K holiday · j following · R hedge · F fiscal · 4 Q3 · + Mondays · J season · V every · y daily · X a reference · < a moment · D numeric date ·
E decade · O of · I in · w on · s 's · v few · S since, until · G half · & and · r to · Z at · 1 long · 9 '98 ·
x anything else; punctuation stands for itself.
"""

from __future__ import annotations

from functools import cache

Value = str | int | tuple[int | str, ...] | None

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Without a capital these are other words.
_CAPITALISED = "may march august mar sat sun wed mon est pt et ist bst"
NEEDS_CAPITAL = frozenset(_CAPITALISED.split())

_UNITS: dict[str, str] = {
    "S": "second|sec",
    "MIN": "minute|min",
    "H": "hour|hr",
    "D": "day",
    "NIGHT": "night",
    "W": "week|workweek",
    "WE": "weekend",
    "2W": "fortnight",
    "M": "month",
    "Q": "quarter",
    "HY": "semester",
    "Y": "year|yr",
    "E": "decade",
    "C": "century",
    "L": "millennium",
}
_PLURALS = {"century": "centuries", "millennium": "millennia"}
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)

_PLAIN: dict[str, str] = {
    "L": "last",
    "P": "past",
    "p": "previous|preceding|prior",
    "T": "this|present",
    "h": "that|those|these",
    "7": "same|corresponding|comparable|like|equivalent|similar",
    "3": "latest|just-ended|most recent",
    "5": "year-ago|year-earlier|year-before|year-to-year",
    "6": "period|periods",
    "8": "trading|business|working|consecutive|straight|full|more|additional|further|successive|calendar|whole|long|solid|extra|other",
    "t": "the",
    "A": "ago",
    "e": "beforehand",
    "l": "later|thereafter|afterward|afterwards|hence",
    "B": "before",
    "b": "after|following",
    "f": "from|since",
    "j": "following|ensuing|succeeding",
    "F": "fiscal|financial|fy",
    "O": "of",
    "I": "in|within|during",
    "w": "on",
    "&": "and|or",
    "r": "to|through|till|until|thru",
    "Z": "at",
    "a": "a|an|another|all",
    "G": "half",
    "1": "long",
    "R": (
        "nearly|almost|some|over|under|at least|at most|more than|less than|fewer than|no more than|no less than|"
        "up to|just over|just under|exactly|well over|as long as|as many as|only|an estimated|close to|not quite|"
        "little more than|a little over|a mere|barely|full|a full"
    ),
    "V": "every|each|every other|each and every|per",
}

_VALUED: dict[str, dict[str | int, str]] = {
    "d": {
        -1: "yesterday|yesterdays",
        0: "today",
        1: "tomorrow",
        -2: "day before yesterday|the day before yesterday",
        2: "day after tomorrow|the day after tomorrow",
    },
    "i": {
        "MO": "morning|mornings|dawn|mid-morning|predawn|daybreak",
        "AF": "afternoon|mid-afternoon",
        "EV": "evening|dusk",
        "NI": "night|nighttime|nightfall",
        "MI": "lunchtime",
        "DT": "daytime",
    },
    "c": {
        12: "noon|midday|mid-day",
        24: "midnight",
    },
    "k": {
        "start": "early|the first part|the early part",
        "end": "late|the latter part|latter|the latter half",
        "mid": "mid",
        "": "sometime|the better part",
    },
    "0": {
        "start": "beginning|start|outset",
        "end": "end|close",
        "mid": "middle",
    },
    "J": {
        "SP": "spring|springtime|springs",
        "SU": "summer|summertime|summers",
        "FA": "fall|autumn",
        "WI": "winter|wintertime|winters",
    },
    "y": {
        "P1D": "daily|nightly|everyday",
        "P1W": "weekly|twice-weekly",
        "P1M": "monthly",
        "P1Y": "annually|yearly",
        "PT1H": "hourly",
        "P2W": "biweekly|fortnightly",
        "P2M": "bimonthly",
        "P6M": "semiannual|semiannually",
        "P2Y": "biennial",
        "PT12H": "twice-daily",
    },
    "X": {
        "PRESENT_REF": (
            "now|currently|right now|presently|these days|at present|nowadays|at the moment|at this point|this moment|until now|just now"
        ),
        "PAST_REF": ("recently|more recently|most recently|lately|long ago|not long ago|not so long ago|not that long ago|until recently"),
        "FUTURE_REF": (
            "soon|the future|the near future|near future|as soon as possible|the foreseeable future|some day|someday|"
            "the short term|near-term|the long term|the near term|the long run|the short run|a later date|at a later date|"
            "the distant future"
        ),
    },
    "N": {"next": "next", "coming": "coming|upcoming"},
    "R": {"approx": "about|around|approximately|roughly|circa|ca"},
    "S": {
        "since": "since|ever since",
        "until": "until|till|up until",
    },
    "v": {
        "X": (
            "few|several|many|dozens of|various|a number of|numerous|a handful of|hundreds of|thousands of|recent|handful of|number of|most|countless"
        ),
        "2": "couple|couple of|couple more",
        "12": "dozen|a dozen",
        "6": "half a dozen|half-dozen",
    },
    "m": {
        "am": "am|a.m|a.m.",
        "pm": "pm|p.m|p.m.",
        "": "o'clock",
    },
    "K": {
        "christmas": "christmas|christmas day|xmas",
        "christmas eve": "christmas eve",
        "boxing day": "boxing day",
        "new year": "new year's day|new year day|new year's",
        "new year eve": "new year's eve",
        "thanksgiving": "thanksgiving|thanksgiving day",
        "labor day": "labor day",
        "memorial day": "memorial day",
        "independence day": "independence day|fourth of july",
        "valentine": "valentine's day",
        "halloween": "halloween",
        "easter": "easter|easter sunday",
        "good friday": "good friday",
        "easter monday": "easter monday",
        "ash wednesday": "ash wednesday",
        "palm sunday": "palm sunday",
        "pentecost": "pentecost",
        "st patrick": "st. patrick's day|st patrick's day|saint patrick's day|saint patrick",
        "earth day": "earth day",
        "veterans day": "veterans day",
        "armistice day": "armistice day",
        "anzac day": "anzac day",
        "australia day": "australia day",
        "canada day": "canada day",
        "bastille day": "bastille day",
        "may day": "may day",
        "april fool": "april fools' day",
        "juneteenth": "juneteenth",
        "mother day": "mother's day",
        "father day": "father's day",
        "columbus day": "columbus day",
        "presidents day": "presidents' day|presidents day",
        "mlk day": "martin luther king day",
        "black friday": "black friday",
        "maundy thursday": "maundy thursday",
        "groundhog day": "groundhog day",
    },
    "z": {
        "local": "local time",
        "Z": "gmt|utc|greenwich mean time",
        "-05": "est|cdt|eastern standard time|central daylight time",
        "-04": "edt|eastern daylight time",
        "-06": "cst|mdt|central standard time|mountain daylight time",
        "-07": "mst|pdt|mountain standard time|pacific daylight time",
        "-08": "pst|pacific standard time",
        "+01": "bst|cet",
        "+02": "cest",
        "+0530": "ist",
        "+09": "jst|tokyo time",
        "ET": "eastern time|et|eastern",
        "PT": "pacific time|pt",
        "CT": "central time",
        "MT": "mountain time",
        "+03": "moscow time",
        "": "london time",
        "+08": "beijing time",
    },
}

# A run of words is looked at when it holds one of these classes, or digits that look like a date, a year or a clock.
CORE = "MWuUdicJyXKkAC5+"
# Of those, too common alone: they count only next to another word of time.
_TOO_COMMON = "second|sec|min|end|start|beginning|middle|close|outset|turn|early|late|earlier|later|part|rest|remainder|mid|latter|sometime|some time"
_WEAK_CORE = frozenset(_TOO_COMMON.split("|"))


@cache
def lexicon() -> dict[str, tuple[str, Value]]:
    """Lower-case word or phrase to class and value."""
    words: dict[str, tuple[str, Value]] = {}
    for name, group in _PLAIN.items():
        for word in group.split("|"):
            words.setdefault(word, (name, None))
    for name, values in _VALUED.items():
        for value, group in values.items():
            for word in group.split("|"):
                words[word] = (name, value)
    words["earlier"], words["later"] = ("e", "start"), ("l", "end")
    words["following"], words["since"], words["until"], words["till"] = ("j", None), ("S", "since"), ("S", "until"), ("S", "until")
    words["recent"], words["current"] = ("Q", "X"), ("C", None)
    for number, month in enumerate(MONTHS, 1):
        words[month] = ("M", number)
        words[month[:3]] = ("M", number)
    words["sept"] = ("M", 9)
    for number, day in enumerate(DAYS):
        words[day] = ("W", number)
        words[day[:3]] = ("W", number)
        words[day + "s"] = ("+", number)
    for short, number in (("tues", 1), ("weds", 2), ("thur", 3), ("thurs", 3)):
        words[short] = ("W", number)
    for number, word in enumerate(_NUMBERS.split()):
        words[word] = ("n", number)
    for number, word in enumerate(TENS, 2):
        words[word] = ("n", number * 10)
        words[word[:-1] + "ieth"] = ("o", number * 10)
        words[word[:-1] + "ies"] = ("E", number * 10)
    words["hundred"], words["thousand"] = ("n", 100), ("n", 1000)
    for number, word in enumerate(_ORDINALS.split(), 1):
        words[word] = ("o", number)
    for letter, group in _UNITS.items():
        for unit in group.split("|"):
            words[unit] = ("u", letter)
            words[_PLURALS.get(unit, unit + "s")] = ("U", letter)
    words["second"] = ("2", 2)
    words["night"] = ("i", "NI")
    words["tonight"] = ("g", "NI")
    words["overnight"] = ("g", "NI")
    return words


def is_weak(word: str) -> bool:
    """Whether a core word is too common to open a search by itself."""
    return word in _WEAK_CORE
