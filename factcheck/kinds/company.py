"""Names of companies: when two of them may be one company. Names as written in, a yes or no out.

Legal forms and words of trade behind a name are left out as often as not, and letters stand for the whole. Inside one
story only: two companies may share their first word.
"""

from __future__ import annotations

from factcheck.text.folding import fold

LEGAL_FORMS = frozenset("ab ag asa bhd bv co company corp corporation gmbh inc incorporated limited llc llp lp ltd nv oyj plc pty sa se spa".split())
TRADES = frozenset(
    """airlines airways bancorp bancshares bank biosciences brands capital communications electronics energy enterprises entertainment financial foods
    group holding holdings industries insurance international labs laboratories lines media microsystems mobile motor motors networks partners pharma
    pharmaceuticals resources semiconductor semiconductors software solutions stores supermarkets systems technologies technology telecom
    therapeutics""".split()
)


def bare(name: str) -> tuple[str, ...]:
    """The folded words of a name without legal forms and trades at its end; one word at least.

    >>> bare("Norrvik Technologies Inc."), bare("Energy Co")
    (('norrvik',), ('energy',))
    """
    words = fold(name.replace("'s", "")).split()
    while len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] in TRADES):
        words.pop()
    return tuple(words)


def without_form(name: str) -> tuple[str, ...]:
    """The folded words of a name without legal forms at its end.

    >>> without_form("Norrvik Foods Co. Ltd")
    ('norrvik', 'foods')
    """
    words = fold(name.replace("'s", "")).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return tuple(words)


def is_one_company(left: str, right: str) -> bool:
    """The names are equal but for such an end or for where their words part, or one is the initials of the other.

    >>> is_one_company("Norrvik", "Norrvik Holdings plc"), is_one_company("NML", "Norrvik Mining and Logistics Corp.")
    (True, True)
    >>> is_one_company("NorrVik Inc", "Norr Vik"), is_one_company("NV", "Norr-Vik")
    (True, True)
    >>> is_one_company("Norrvik Foods", "Norrvik Shipping"), is_one_company("Ana Ruiz", "Eva Ruiz"), is_one_company("NV Bank", "NV Airlines")
    (False, False, False)
    """
    one, two = bare(left), bare(right)
    if one == two or "".join(one) == "".join(two):
        short, long = sorted((without_form(left), without_form(right)), key=len)
        return fold(left) != fold(right) and "".join(long).startswith("".join(short).rstrip("s"))
    return _is_initials(left, right) or _is_initials(right, left)


def _is_initials(short: str, full: str) -> bool:
    if not (2 <= len(short) <= 6 and short.isalpha() and short.isupper()):
        return False
    words = [word for word in fold(full).split() if word not in ("and", "of", "the", "for")]
    without = [word for word in words if word not in LEGAL_FORMS]
    return any(len(ws) > 1 and "".join(word[0] for word in ws) == short.lower() for ws in (words, without))
