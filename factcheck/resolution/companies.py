"""The company (bank, club, university) whose office a title names, read from the words beside the title. Text in, a name or nothing out."""

from __future__ import annotations

import re

from factcheck.kinds.company import LEGAL_FORMS

_WORD = r"[A-Z][\w&'\u2019-]*(?:\.[A-Z]\.?)*"
_NAME = rf"{_WORD}(?:(?: |(?<=\b[A-Z])\. )(?:(?:of(?: the)?|and|&) )?{_WORD})*"  # "T. Rowe Price": a dot only behind an initial
_ALSO = r"(?:new|current|longtime|founder|co-founder|chair(?:man|woman)?|president)(?:,? and)?"
# "Toyota chief executive", "Boeing's chairman", "AMD president and chief executive".
_BEFORE = re.compile(rf"(?:^|[\s(\u201c\"'])(?P<name>{_NAME}(?: in {_NAME})?)(?:['\u2019]s?)? (?:{_ALSO} )*$")
# "chief executive of General Motors", "chairman of the Ford Foundation".
_BEHIND = re.compile(rf",? (?:of|at) (?:the )?(?P<name>{_NAME})")
_BASED = re.compile(r",?(?: [\w.]+)?[ -](?:based|listed)\b|,? [\w.]+-(?:based|listed)\b|-based\b|, [A-Z][a-z]*\.(?:[A-Z]\.)?,")
_FIELD = re.compile(rf" (?:for|on) (?:the )?{_NAME}")
# What makes the title that of a part: "chief executive of the Halvex tyres division".
_PART = re.compile(
    r" (?:[a-z]+ )?(?:affiliate|arm|board|branch|brands|business|chapter|committee|council|department|"
    r"division|group|operations|panel|subsidiary|team|unit)\b"
)
_COUNTRY = frozenset({"U.S", "U.S.", "US", "UK", "U.K."})
# Words with a capital at the head of a sentence or a headline, and words that belong to the title.
OPENING = frozenset(
    "a after also although an and as at because before both but by during even for from her his how if in into its like my of on or our over since "
    "so than that the their then though to under until what when where whether while who why with without yet meanwhile later earlier once says said "
    "former interim mr mrs ms dr sir lord lady today yesterday new".split()
)
_NO_COMPANY = OPENING | frozenset(
    "acting board co deputy executive group senior vice company club team university committee "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "president chairman chairwoman founder chief ceo incoming outgoing newly newly-appointed newly-elected newly-installed newly-named".split()
)
# What says only what kind of body it is: "Commission chairman", "the chairman of the House".
_BODIES = frozenset(
    """advisory agency alliance assembly association authority bank board bureau chamber city commission committee conference congress cooperative
    corporation council current department division exchange executive federal federation foundation fund general governing group house industry
    institute league local management managing ministry national organisation organization panel parliament parliamentary party presidential project
    regional select senate society standing state steering subcommittee supervisory task trade trust union working""".split()
)

# To whom something was told, before the company: "told Reuters Halvex chairman Nils Ekman had resigned".
_TOLD_TO = re.compile(r"^(?:AFP|AP|BBC|Bloomberg|CNBC|CNN|NBC|NPR|Reuters|UPI) (?=[A-Z])")
REACH = 110  # characters before a title that are looked at
_TITLES = frozenset("ceo cfo chair chairman chairwoman chief commissioner founder governor minister president secretary spokesman".split())
_NEW = frozenset("brunswick delhi england hampshire jersey mexico orleans south world york zealand".split())  # names that begin with "New"


def company_beside(text: str, start: int, end: int, until: int | None = None) -> str | None:
    """The name right before the title `text[start:end]`, or behind it after "of" and before `until`; None where there is none.

    >>> text = "Meanwhile Nvidia CEO Jen-Hsun Huang spoke"
    >>> company_beside(text, 17, 20)
    'Nvidia'
    >>> text = "Mary Barra, chief executive of General Motors, spoke"
    >>> company_beside(text, 12, 27)
    'General Motors'
    >>> company_beside("the chairman of Toledo, Ohio-based Meridian, spoke", 4, 12) is None
    True
    >>> text = "Apple CEO Tim Cook and Halvex chief executive Lena Fox met"
    >>> company_beside(text, 30, 45)
    'Halvex'
    """
    until = len(text) if until is None or until < end else until
    if _BEHIND.match(text, end, until) is not None:
        return company_behind(text, end, until)
    before = _BEFORE.search(text[max(0, start - REACH) : start])
    if before is None:
        return None
    head = text[max(0, start - REACH) : start][: before.start("name")]
    return _trimmed(_TOLD_TO.sub("", before["name"]) if head.endswith(("told ", "tells ")) else before["name"])


def company_behind(text: str, end: int, until: int | None = None) -> str | None:
    """The name that "of" or "at" joins to what ends at `end`."""
    behind = _BEHIND.match(text, end, len(text) if until is None else until)
    if behind is None:
        return None
    name = behind["name"]
    if _is_body(name) and (more := _FIELD.match(text, behind.end())) is not None:
        name = text[behind.start("name") : more.end()]  # "the Commission on Good Government"
    # "chief executive of Toledo, Ohio-based Meridian": the town of the company, not the company.
    return (
        None
        if name in _COUNTRY or name.endswith("-based") or _BASED.match(text, behind.end()) or _PART.match(text, behind.end()) or _is_body(name)
        else name
    )


def _trimmed(name: str) -> str | None:
    """Without words that open sentences or belong to the title; None where nothing is left.

    A title inside is that of another company: of "Apple CEO Tim Cook and Microsoft" only the last is beside ours.
    """
    words = name.split()
    if any(word.lower() in _TITLES for word in words[1:-1]):
        if "and" not in words:
            return None
        words = words[len(words) - words[::-1].index("and") :]
    while words and words[0].lower().rstrip(".") in _NO_COMPANY and not (words[0] == "New" and words[1:] and words[1].lower() in _NEW):
        words.pop(0)
    while words and words[-1].lower().rstrip(".") in _NO_COMPANY:
        words.pop()
    text = " ".join(words).removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019").removeprefix("Ex-")
    return text if len(text) > 1 and not _is_body(text) else None


def is_no_company(name: str) -> bool:
    """A letter, or nothing but the legal form.

    >>> is_no_company("T"), is_no_company("Corp"), is_no_company("BP")
    (True, True, False)
    """
    return len(name) < 2 or LEGAL_FORMS.issuperset(name.lower().split())


def _is_body(name: str) -> bool:
    """It says only what kind of body it is, or ends in what belongs to it ("VW's works council")."""
    return name.endswith(("'s", "\u2019s", "'", "\u2019")) or _BODIES.issuperset(name.lower().split())
