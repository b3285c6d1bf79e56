"""The words a claim was read from: its sentence on one line, cut to a width, with the span marked.

A claim goes in, harmless text for a terminal or a code block comes out.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.report import ReportClaim
from factcheck.reporters.terminal import clean, columns, crop, crop_left, paint

WORD = 16  # characters of a word that is left out rather than cut
NEAR = 1000  # characters on either side that can matter for a line
MARGIN = 8  # columns before the words: line number and bar


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three parts, cleaned: what stands before the span, the span, what stands behind it."""

    before: str
    marked: str
    after: str


def quote(claim: ReportClaim, width: int, reserve: int = 0) -> Quote:
    """The sentence around a claim in at most `width` columns, the span kept, `reserve` columns kept free right of it."""
    at = claim.start - claim.sentence_start
    if claim.sentence[at : at + len(claim.text)] != claim.text or at < 0:
        at = claim.sentence.find(claim.text)
    if at < 0:
        return Quote("", crop(clean(claim.text), width), "")
    end = at + len(claim.text)
    before = clean(claim.sentence[max(0, at - NEAR) : at]).lstrip()
    marked, after = clean(claim.sentence[at:end][:NEAR]), clean(claim.sentence[end : end + NEAR]).rstrip()
    if columns(before) + columns(marked) + columns(after) <= width:
        return Quote(before, marked, after)
    marked = crop(marked, max(8, width // 2))
    room = width - columns(marked)
    before = from_a_word(before, max(0, min(room - reserve, max(room * 2 // 5, room - columns(after)))))
    return Quote(before, marked, to_a_word(after, max(0, width - columns(before) - columns(marked))))


def to_a_word(text: str, width: int) -> str:
    """The text cut behind a word, where one ends near the width."""
    kept = crop(text, width)
    body = kept[:-1]
    if kept == text or not kept or text[len(body)] == " " or " " not in body[-WORD:]:
        return kept
    return body[: body.rindex(" ")].rstrip() + " …"


def from_a_word(text: str, width: int) -> str:
    """The text cut before a word, where one begins near the width."""
    kept = crop_left(text, width)
    body = kept[1:]
    if kept == text or not kept or text[-len(body) - 1] == " " or " " not in body[:WORD]:
        return kept
    return "… " + body[body.index(" ") :].lstrip()


def quote_lines(claim: ReportClaim, reading: str, width: int, has_color: bool = False) -> list[str]:
    """The source line with its number, and under it carets with the reading, where it says more than the words."""
    reading = "" if reading == claim.text else clean(reading)
    found = quote(claim, width - MARGIN, columns(reading) + 2)
    indent, carets = " " * columns(found.before), "^" * max(1, columns(found.marked))
    bar = " " * (MARGIN - 2) + "| "
    lines = [f"{claim.line:>{MARGIN - 3}} | {found.before}{paint(found.marked, 'bold', has_color)}{found.after}"]
    under = f"{indent}{paint(carets, 'mark', has_color)}"
    if columns(indent) + len(carets) + 1 + columns(reading) <= width - MARGIN:
        return [*lines, f"{bar}{under} {reading}".rstrip()]
    return [*lines, f"{bar}{under}", f"{bar}{' ' * max(0, min(columns(indent), width - MARGIN - columns(reading)))}{reading}".rstrip()]
