"""An article to segments: what it tells, and what only stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate

from factcheck.cleaning.cards import mark_author_cards, mark_rule_lines, mark_tags, mark_videos
from factcheck.cleaning.repeats import key_of, mark_repeats, may_repeat
from factcheck.cleaning.signs import Sign, load_signs
from factcheck.cleaning.wires import dateline_end
from factcheck.model.article import Article, Segment
from factcheck.text.lines import is_title_case, paragraphs
from factcheck.text.scan import Scan
from factcheck.text.sentences import sentences

_FIRST_WORD = re.compile(r"[\s\-*>#=|\xbb\xd7\xb7\u2022\u25cf\u25ba\u25b6+\[(]*([A-Za-z][A-Za-z'-]*|\d)")
_STOPPED = re.compile(r"(?:[.!?\u2026:,;][\"')\]]*|: *[\d,.]+)\Z")  # "Killed: 192" is no headline either
_STOPS, _CLOSERS = ".!?\u2026:,;", "\"')]"
_TERMINAL = '.!?\u2026"'
_LABELLED = re.compile(r"[\w\s]{3,12}[:|]")  # "Also read: ..." inside a paragraph is a link, without the label it may be news
_STAMPED = re.compile(r"\b(?:Posted|Published|Updated)\b")
_BULLET = re.compile(r"[-*\u2022\u25cf\u25aa\xb7] ")
_OPENING = 5  # paragraphs in which a dateline in small letters is looked for; one in capitals may stand anywhere
_LONGEST_HEADLINE = 24  # words
_WIDEST_HEADLINE = 200  # characters
_PROSE_WORDS = 28  # a paragraph of so many words, or of two sentences, is no entry in a list of other stories
# From these shares of the text on, a list of other stories is believed to hold sentences too: the last line, any line.
_LATE, _TAIL = 0.4, 0.6
_NOTHING = (0, 0)
# Signs of lines that a sentence inside a paragraph can also bear by chance.
_LINE_ALONE = frozenset(("share buttons", "byline", "tag list", "log-in form"))


def clean(article: Article) -> tuple[Segment, ...]:
    """The segments of an article in the order of its text, a title of its own last.

    Together they cover the body; white space between them belongs to none. Only `body` and `headline` make claims.
    """
    scan = Scan(article.text)
    plain = scan.plain
    spans = paragraphs(plain, article.body_start, len(plain))
    if not spans:
        return ()
    whys, within = _find_boilerplate(scan, spans)
    first_prose = next((i for i, (start, end) in enumerate(spans) if not whys[i] and _is_prose(plain, start, end)), None)
    segments: list[Segment] = []
    told = _NOTHING  # paragraphs of the body that follow each other, waiting to become one segment
    for index, (start, end) in enumerate(spans):
        why = whys[index]
        opening = start if why or not (index < _OPENING or plain[start : start + 2].isupper()) else dateline_end(plain, start, end)
        is_body = not why and opening == start and index not in within
        if is_body and not _is_headline(plain, start, end, first_prose is not None and index < first_prose):
            told = (told[0] if told is not _NOTHING else start, end)
            continue
        if told is not _NOTHING:
            segments.append(Segment("body", *told))
            told = _NOTHING
        if why:
            segments.append(Segment("boilerplate", start, end, why=why))
        elif is_body:
            segments.append(Segment("headline", start, end, why="heading"))
        else:
            if opening > start:
                segments.append(Segment("boilerplate", start, opening, why="dateline"))
            segments.extend(_split(plain, opening, end, within.get(index, [])))
    if told is not _NOTHING:
        segments.append(Segment("body", *told))
    if may_repeat(plain, [span for span, why in zip(spans, whys, strict=True) if not why]):
        segments = _take_out_repeats(plain, segments)
    merged = _merge(plain, segments)
    if article.title:
        merged.append(_title(article.title, plain, merged))
    return tuple(merged)


def _find_boilerplate(scan: Scan, spans: list[tuple[int, int]]) -> tuple[list[str], dict[int, list[tuple[int, int, str]]]]:
    """For each paragraph why it goes, and for those that stay the sentences in them that go."""
    plain = scan.plain
    hits = load_signs().find(scan.latin)
    whys = [""] * len(spans)
    within: dict[int, list[tuple[int, int, str]]] = {}
    reach_until = -1
    ends_at = _ends(plain, spans)
    next_hit = 0
    for index, (start, end) in enumerate(spans):
        if index <= reach_until:
            continue
        hit: tuple[Sign, ...] = ()
        while next_hit < len(hits) and hits[next_hit][0] < end:
            if hits[next_hit][0] >= start:
                hit += tuple(sign for sign in hits[next_hit][1] if sign not in hit)
            next_hit += 1
        sign = _sign_of(plain, start, end, hit)
        if sign is None:
            if hit:
                within[index] = list(_signed_sentences(plain, start, end, hit))
                if within[index] and sum(last - first for first, last, _ in within[index]) + 3 * len(within[index]) >= end - start:
                    whys[index] = within.pop(index)[0][2]
            continue
        whys[index] = sign.why
        if sign.reach == "end" and ends_at(index):
            reach_until = len(spans) - 1
        elif sign.reach == "list":
            reach_until = _list_end(plain, spans, index)
        for taken in range(index + 1, reach_until + 1):
            whys[taken] = sign.why
    mark_rule_lines(plain, spans, whys, ends_at)
    mark_tags(plain, spans, whys)
    mark_videos(plain, spans, whys)
    mark_author_cards(plain, spans, whys)
    return whys, within


def _sign_of(plain: str, start: int, end: int, hit: tuple[Sign, ...]) -> Sign | None:
    """The sign of a whole paragraph, None where it bears none. A sign of a sentence counts where the paragraph is that one sentence."""
    word = _FIRST_WORD.match(plain, start, end)
    opened = load_signs().by_first_word.get("#" if word[1].isdigit() else word[1].lower(), ()) if word else ()
    for sign in (*opened, *hit):
        match = sign.match(plain, start, end)
        if match and (sign.reach != "sentence" or (not _is_part(plain, match, end) and len(sentences(plain, start, end)) == 1)):
            return sign
    return None


def _timestamp_start(plain: str, start: int, end: int) -> int:
    """Where the times begin that are printed behind a headline: "Two ferries collide Posted: Monday, 3:10 PM"."""
    found = _STAMPED.search(plain, start, end)
    return found.start() if found else start


def _is_part(plain: str, match: re.Match[str], end: int) -> bool:
    """Whether a sign is less than the sentence it stands in: "(Photo: ...) A man was ...", "Advertisement The storm ..."."""
    return match.end() < end and (plain[match.end() - 1] in ")]" or match[0].lower() == "advertisement")


def _signed_sentences(plain: str, start: int, end: int, hit: tuple[Sign, ...]) -> Iterator[tuple[int, int, str]]:
    """Sentences of a paragraph that bear a sign, and words such as "Advertisement" that stand in it by mistake."""
    for first, last in sentences(plain, start, end):
        for sign in hit:
            if sign.why not in _LINE_ALONE and (sign.reach in ("sentence", "line") or _LABELLED.match(plain, first, last)):
                start = first if sign.why != "timestamp" else _timestamp_start(plain, first, last)
                match = sign.match(plain, start, last)
                if match:
                    yield start, match.end() if _is_part(plain, match, last) else last, sign.why
                    break


def _split(plain: str, start: int, end: int, gone: list[tuple[int, int, str]]) -> Iterator[Segment]:
    at = start
    for first, last, why in gone:
        if first > at and plain[at:first].strip():
            yield Segment("body", at, at + len(plain[at:first].rstrip()))
        yield Segment("boilerplate", max(first, at), last, why=why)
        at = last
        while at < end and plain[at].isspace():
            at += 1
    if at < end:
        yield Segment("body", at, end)


def _ends(plain: str, spans: list[tuple[int, int]]) -> Callable[[int], bool]:
    """Whether what opens the end of an article can stand at a paragraph: as much text before it as full paragraphs behind."""
    weights: list[bool] = []

    def ends_at(index: int) -> bool:
        if not weights:
            before = accumulate((end - start for start, end in spans), initial=0)
            prose = [end - start if _is_prose(plain, start, end) else 0 for start, end in spans]
            behind = list(accumulate(reversed(prose), initial=0))[-2::-1]
            weights.extend(told >= rest for told, rest in zip(before, behind, strict=False))
        return weights[index]

    return ends_at


def _list_end(plain: str, spans: list[tuple[int, int]], opener: int) -> int:
    """The last paragraph of the list that `opener` opens: up to where prose resumes."""
    start, end = spans[opener]
    holds_entry = ":" in plain[start : end - 1] and plain[end - 1] != ":"
    is_tail = start >= _TAIL * spans[-1][1]
    is_late = start >= _LATE * spans[-1][1]
    for index in range(opener + 1, len(spans)):
        words = plain[spans[index][0] : spans[index][1]].count(" ") + 1
        if not _is_prose(plain, *spans[index]):
            if holds_entry and not _BULLET.match(plain, spans[index][0]) and not is_tail:
                return index - 1
            continue
        several = len(sentences(plain, *spans[index])) > 1 and words >= 12
        goes_on = index + 1 < len(spans) and _is_prose(plain, *spans[index + 1])
        if (
            several
            or words >= _PROSE_WORDS
            or (not is_tail and (goes_on or holds_entry))
            or (index + 1 == len(spans) and not is_late)
            or (holds_entry and index == opener + 1)
        ):
            return index - 1
    return len(spans) - 1


def _is_prose(plain: str, start: int, end: int) -> bool:
    return (plain[end - 1] in _TERMINAL and end - start >= 25) or plain[start:end].count(" ") >= 30


def _is_stopped(text: str) -> bool:
    """It ends with a stop, whatever closes behind it, or with figures behind a colon."""
    last = text[-1]
    return last in _STOPS or ((last in _CLOSERS or last.isdecimal()) and _STOPPED.search(text) is not None)


def _is_headline(plain: str, start: int, end: int, before_prose: bool) -> bool:
    if plain[start] == "#":
        return True
    if end - start > _WIDEST_HEADLINE:
        return False
    text = plain[start:end]
    if text.count(" ") >= _LONGEST_HEADLINE or _is_stopped(text) or _BULLET.match(text) or text[-1] == ")" or ". " in text.replace("U.S. ", ""):
        return False
    return before_prose or is_title_case(text)


def _take_out_repeats(plain: str, segments: list[Segment]) -> list[Segment]:
    """The segments again, headlines and bodies cut into sentences where one of these is said twice."""
    pieces: list[Segment] = []
    for segment in segments:
        if segment.kind != "body":
            pieces.append(segment)
            continue
        for first, last in sentences(plain, segment.start, segment.end):
            # A headline glued to what follows it.
            glued = plain[last - 1].isalnum() and last < segment.end and is_title_case(plain[first:last])
            pieces.append(Segment("headline" if glued else "body", first, last, why="heading" if glued else ""))
    said = [piece for piece in pieces if piece.kind in ("body", "headline")]
    marked = iter(mark_repeats(plain, said))
    return [next(marked) if piece.kind in ("body", "headline") else piece for piece in pieces]


def _merge(plain: str, segments: list[Segment]) -> list[Segment]:
    """Neighbours that say one thing as one: bodies, boilerplate of one sign, repeats whose first sayings follow each other."""
    merged: list[Segment] = []
    at = 0
    while at < len(segments):
        first = segments[at]
        behind = at + 1
        if first.kind != "headline":
            while behind < len(segments) and _goes_on(plain, segments[behind - 1], segments[behind]):
                behind += 1
        merged.append(first if behind == at + 1 else first._replace(end=segments[behind - 1].end))
        at = behind
    return merged


def _goes_on(plain: str, last: Segment, segment: Segment) -> bool:
    return last.kind == segment.kind and last.why == segment.why and (segment.kind != "repeat" or _follows(plain, last, segment))


def _follows(plain: str, last: Segment, segment: Segment) -> bool:
    """Whether what two neighbouring repeats say again stands next to each other too: nothing but white space between."""
    if last.of is None or segment.of is None:
        return False
    told = last.of + (last.end - last.start)  # where the first saying ends, where it is printed alike
    return last.of < segment.of and abs(segment.of - told) <= 8 and not plain[min(told, segment.of) : segment.of].strip("\"' \n\r\t.")


def _title(title: str, plain: str, segments: list[Segment]) -> Segment:
    key = key_of(Scan(title).plain, 0, len(title))
    if key:
        for segment in segments:
            if segment.kind == "headline" and segment.field == "text" and key_of(plain, segment.start, segment.end) == key:
                return Segment("repeat", 0, len(title), field="title", why="said before", of=segment.start)
    return Segment("headline", 0, len(title), field="title", why="title")
