"""Whether a name behind "in", "at" or "on" is that of a place at all: "on the Richter scale", "at the Conference on Trade" name none.

A mention and the text around it go in. Nothing here knows an article.
"""

from __future__ import annotations

import re

from factcheck.model.mention import NameMention, PlaceMention

REACH = 40  # characters around a name that belong to it
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Chapter|Section|Article)\b\.?(?: \d|$)")
_INITIALS = re.compile(r"[A-Z][A-Z&-]{1,5}")
# "Parliament Committee", "Harvard Industries Inc": who does something there is no place.
_BODY = re.compile(
    r"(?:.*\b)?(?:AG|Adminstration|Administration|Agreement|Bundesbank|Bureau|Cabinet|Commission|Committee|Community|Congress|Conservation|Co|Corp|Council"
    r"|Department|Government|Inc|Ltd|Ministry|Organi[sz]ation|Parties|Party|Plc|PLC|Policy|Program|Programme|SA|Securities|Senate|System|Tariffs|Trade"
    r"|Treaty)\.?"
)
# A name that only begins or ends there: "Herald of Free Enterprise", "Agreement on Tariffs and Trade".
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Christmas|Easter|New Year)"
_GOES_ON = re.compile(
    rf" (?:of|on) (?:the )?(?!{_DAY})[A-Z](?![\w']*,? (?:Coast|Island|County))| and [A-Z]\w+ (?:Organi[sz]ation|Agency|Commission|Office)"
)
_BEGAN = re.compile(r"[A-Z]\w+ (?:of|on|for) (?:the )?$")
_BEHIND = re.compile(r"(?:'s|\u2019s| (?:scale|virus|talks|bill|programme|program|index|average|shares|stock|futures)\b)")


def is_site(mention: NameMention | PlaceMention, text: str) -> bool:
    """The mention may name where something happened; a country told as an adjective does not."""
    behind = text[mention.end : mention.end + REACH]
    if isinstance(mention, PlaceMention):
        return mention.form != "adjective" and not (mention.form == "name" and behind.startswith(" embass"))
    if _MONTH.match(mention.text) or _INITIALS.fullmatch(mention.text) or _BODY.fullmatch(mention.text):
        return False
    return not (_BEHIND.match(behind) or _GOES_ON.match(behind) or _BEGAN.search(text, max(0, mention.start - REACH), mention.start))
