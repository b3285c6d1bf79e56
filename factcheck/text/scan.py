"""One view of a text that every pass over it shares: same length, plain characters, one byte a code point.

Text goes in, a `Scan` comes out. It must not know what anyone looks for in it.
"""

from __future__ import annotations

# Each is replaced one to one, so that offsets stay: dashes and minus, quotes, spaces that are not a space,
# and euro (the only common sign outside Latin-1 that patterns ask for).
_PLAIN: tuple[tuple[str, str], ...] = (
    ("\u2010", "-"), ("\u2011", "-"), ("\u2012", "-"), ("\u2013", "-"), ("\u2014", "\x97"), ("\u2015", "\x97"), ("\u2212", "-"),
    ("\u2018", "'"), ("\u2019", "'"), ("\u02bc", "'"), ("\u201b", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u201e", '"'),
    ("\u00a0", " "), ("\u2009", " "), ("\u202f", " "), ("\u2007", " "), ("\u2002", " "), ("\u2003", " "), ("\u2008", " "), ("\u200a", " "),
    ("\u20ac", "\x80"),
)  # fmt: skip


class Scan:
    """`text` as given; `plain` of the same length with dashes, quotes and spaces made plain; `latin` its bytes.

    In `plain` an em dash is `\\x97` (it parts clauses, a hyphen does not) and the euro sign is `\\x80`, their bytes in
    Windows-1252. `latin` has exactly one byte a code point ("?" for what Latin-1 lacks), so a byte offset is an
    offset into the text: engines that work on bytes need no table of offsets.
    """

    __slots__ = ("latin", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        plain = text
        if not text.isascii():
            for char, stand_in in _PLAIN:
                if char in plain:
                    plain = plain.replace(char, stand_in)
        self.plain = plain
        self.latin = plain.encode("latin-1", "replace")
