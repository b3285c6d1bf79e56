"""Signs that are not in the words of one line but in how lines stand together: author cards, tag lists, rule lines."""

from __future__ import annotations

import re
from collections.abc import Callable

_RULE_LINE = re.compile(r"[+=*_~#\-\x97\u2500\u2022.]{3,}\Z")
# Behind a rule line, these open what is no longer the article.
_SPEAKS_TO_READER = re.compile(
    r"(?:thank|if you|support|subscribe|follow|share|please|about (?:the|us)|read|\xa9|"
    r"copyright|like\b|sign up|join|also|more|related|for more|visit|contact|donate"
    r"|disclaimer)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){1,4}\Z")
_ROLE = (
    r"(?i:ceo|cto|coo|founder|co-founder|editor(?:-in-chief)?|reporter|author|writer|correspondent|journalist|columnist|contributor|producer|anchor|blogger"
    r"|photographer|publisher|staff|administrator|admin|intern|freelancer)"
)
_JOB = re.compile(rf"(?:[A-Z][\w&/'.-]*[ ,/&-]+(?:(?:of|and|the|at|for|in) )?){{0,6}}{_ROLE}\b(?:[ ,/&|-]+[\w&/'.-]+){{0,8}}\Z")
_LIFE = re.compile(
    r"[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3} (?:is|was) (?:a|an|the|our)\b[^.!?]{0,80}"
    r"\b(?:reporter|writer|editor|journalist|columnist|correspondent|contributor|author|blogger)\b[^.!?]{0,100}"
    r"\b(?:for|at|covers|covering|based in|who (?:writes|covers|specializ\w+)|of)\b"
)
# "2:13 Mayor speaks on the flood": a video and how long it is; times of day in a live blog name their half of the day or end in a stop.
_VIDEO = re.compile(r"\d{1,2}:\d\d (?!(?:[ap]\.?m\b|noon|[a-z]{2,4}t\b|gmt|utc|[-\x97:]))[^\n]{5,160}[^.!?:\n]\Z", re.IGNORECASE)
_LEADS_TO_CARD = frozenset(("avatar", "author", "written by", "about the author", "by", "posted by"))
_UNSTOPPED = re.compile(r"[.!?\u2026:,;][\"')\]]*\Z")
_LONGEST_TAG, _WIDEST_TAG = 3, 50  # words, characters
_FEWEST_TAGS = 4
_LONGEST_LIFE = 400  # characters


def mark_rule_lines(plain: str, spans: list[tuple[int, int]], whys: list[str], is_near_end: Callable[[int], bool]) -> None:
    """A line of signs alone; and what follows it to the end, where that speaks to the reader."""
    for index, (start, end) in enumerate(spans):
        if whys[index] or not _RULE_LINE.match(plain, start, end):
            continue
        whys[index] = "rule line"
        if index + 1 < len(spans) and is_near_end(index) and _SPEAKS_TO_READER.match(plain, spans[index + 1][0]):
            for behind in range(index + 1, len(spans)):
                whys[behind] = whys[behind] or "author's note"
            return


def mark_tags(plain: str, spans: list[tuple[int, int]], whys: list[str]) -> None:
    """Four or more entries in a row of one to three words, none a figure or a sentence."""
    run: list[int] = []
    for index in range(len(spans) + 1):
        is_short = index < len(spans) and not whys[index] and spans[index][1] - spans[index][0] <= _WIDEST_TAG
        if is_short and _is_tag(plain[spans[index][0] : spans[index][1]]):
            run.append(index)
            continue
        if len(run) >= _FEWEST_TAGS:
            for tag in run:
                whys[tag] = "tag list"
        run = []


def _is_tag(piece: str) -> bool:
    return (
        len(piece) <= 50
        and piece.lstrip("-*\u2022\u25cf ").count(" ") < _LONGEST_TAG
        and not _UNSTOPPED.search(piece)
        and not any(map(str.isdigit, piece))
    )


def mark_videos(plain: str, spans: list[tuple[int, int]], whys: list[str]) -> None:
    """Two or more videos in a row, each with its length."""
    for index in range(len(spans) - 1):
        pair = (index, index + 1)
        if plain[spans[index][0]].isdigit() and all(_VIDEO.match(plain, *spans[each]) for each in pair):
            for each in pair:
                whys[each] = whys[each] or "player or app"


def mark_author_cards(plain: str, spans: list[tuple[int, int]], whys: list[str]) -> None:
    """A line with a name over a line with a job, and behind them the few words about that person; a short life at the end."""
    length = spans[-1][1] - spans[0][0] or 1
    for index, (start, end) in enumerate(spans[:-1]):
        following, following_end = spans[index + 1]
        if whys[index] or end - start > 60 or following_end - following > 90:
            continue
        if not (_PERSON.match(plain, start, end) and _JOB.match(plain, following, following_end)):
            continue
        whys[index] = whys[index + 1] = "author card"
        if index and plain[spans[index - 1][0] : spans[index - 1][1]].lower().rstrip(":") in _LEADS_TO_CARD:
            whys[index - 1] = "author card"
        is_late = (start - spans[0][0]) / length >= 0.4 and spans[-1][1] - following_end <= max(600, length // 3)
        if is_late and index + 2 < len(spans) and not whys[index + 2]:
            for behind in range(index + 2, len(spans)):
                whys[behind] = whys[behind] or "author card"
    last = max((index for index in range(len(spans)) if not whys[index]), default=-1)
    if last > 0 and spans[last][1] - spans[last][0] <= _LONGEST_LIFE and _LIFE.match(plain, *spans[last]):
        whys[last] = "author card"
