"""News made up by a seed: events told by several outlets in their own words, and what is known of how their figures stand.

    from bench.news import generate
    news = generate(300)          # the same articles for the same seed, and generate(1000) begins with them

An event is a quake, a shooting, a fire, a takeover, an election, a change of minister or a match. Its facts are told
plainly, or one outlet rounds them, one has another figure, later ones have a larger one, or a copy was edited; so which
pairs conflict is known and not computed. Every twelfth event is the twin of the one before it: the same kind in the same
region, by another town, other people and another day. Names are put together of parts, so that many articles stay diverse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import Literal

from bench import wording as w
from bench.dice import Dice

from factcheck.model.article import Article

Stand = Literal["same", "compatible", "conflict", "update", "copy_error"]

START = date(2021, 1, 4)
EVENTS_A_DAY = 30
KINDS = tuple(w.LEADS)
TWIN_EVERY = 12
TWIN_DAYS = (8, 20, 60, 370)
NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, slots=True)
class Told:
    """One article's figure for a fact of its event: `text` as printed."""

    article: str
    event: int
    fact: str
    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Known:
    """How two articles' figures for one fact stand."""

    left: Told
    right: Told
    stand: Stand


@dataclass(slots=True)
class News:
    """`event_by_article` by id; `copies` are pairs (original, copy); `twins` pairs of events that are alike and yet two."""

    articles: list[Article] = field(default_factory=list)
    event_by_article: dict[str, int] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
    twins: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a fact of an event is told: its true figure, the other one, and by which plan outlets use them."""

    true: int
    other: int
    form: str


@dataclass(frozen=True, slots=True)
class Event:
    number: int
    kind: str
    day: date
    names: dict[str, str]
    facts: dict[str, Plan]
    is_one_day: bool
    twin_of: int | None


def generate(count: int, seed: int = 1, size: int = 2500) -> News:
    """At least `count` articles of about `size` characters, whole events only, with what is known of them."""
    news = News()
    number = 0
    while len(news.articles) < count:
        event = _event(seed, number)
        _tell(event, seed, size, news)
        if event.twin_of is not None:
            news.twins.append((event.twin_of, number))
        number += 1
    return news


def articles(count: int, seed: int = 1, size: int = 2500) -> list[Article]:
    """Exactly `count` of the articles."""
    return generate(count, seed, size).articles[:count]


def _event(seed: int, number: int) -> Event:
    dice = Dice(seed, "event", number)
    kind = KINDS[number % len(KINDS)]
    day = START + timedelta(number // EVENTS_A_DAY)
    twin_of = None
    if number % TWIN_EVERY == TWIN_EVERY - 1 and KINDS[(number - 1) % len(KINDS)] not in ("minister", "election"):
        twin_of, kind = number - 1, KINDS[(number - 1) % len(KINDS)]
        day += timedelta(dice.pick(TWIN_DAYS))
    names = {role: dice.person() for role in ("officer", "mayor", "rival", "lead")}
    names |= {"town": dice.town(), "neighbour": dice.town(), "region": dice.town(), "country": dice.pick(w.COUNTRIES), "site": dice.pick(w.SITES)}
    ends = w.CLUB_ENDS if kind == "match" else w.FIRM_ENDS
    names |= {"firm": f"{dice.surname()} {dice.pick(ends)}", "target": f"{dice.surname()} {dice.pick(ends)}"}
    names["agency"] = f"{names['region']} {w.AGENCIES[kind]}"
    if kind == "minister":
        turn = number // len(KINDS)
        post, term = turn % (len(w.COUNTRIES) * len(w.OFFICES)), turn // (len(w.COUNTRIES) * len(w.OFFICES))
        names["country"], names["office"] = w.COUNTRIES[post % len(w.COUNTRIES)], w.OFFICES[post // len(w.COUNTRIES)]
        names["old"], names["new"] = (Dice(seed, "holder", post, term + after).person() for after in (0, 1))
    if twin_of is not None:
        names |= {role: value for role, value in _event(seed, twin_of).names.items() if role in ("region", "country", "agency", "firm")}
    is_one_day = dice.chance(0.5)
    facts = {fact: _plan(dice, kind_of, is_one_day) for fact, (kind_of, _) in w.FACTS[kind].items()}
    if kind in w.HISTORY:
        names |= {"year": str(dice.number(1996, 2012)), "past": str(dice.number(20, 90))}
    return Event(number, kind, day, names, facts, is_one_day, twin_of)


_RANGES = {
    "toll": (120, 980),
    "small": (3, 19),
    "count": (130, 980),
    "large": (21_000, 890_000),
    "money": (110, 990),
    "share": (410, 790),
    "age": (34, 66),
}


def _plan(dice: Dice, kind: str, is_one_day: bool) -> Plan:
    true = dice.number(*_RANGES[kind])
    if kind != "small" and true % 10 == 0:
        true += 3
    # far enough for any tolerance: small counts by two or more, others by a fifth or more
    other = true + dice.number(2, 6) if kind in ("small", "age") else true + true * dice.number(20, 45) // 100
    if kind not in ("small", "age") and other % 10 == 0:
        other += 1
    forms = ["plain", "plain", "hedged" if kind not in ("small", "age") else "plain", "other"]
    if kind in ("toll", "small"):
        forms = ["plain", "plain", "hedged" if kind == "toll" else "bound", "other" if is_one_day else "later"]
    return Plan(true, other, dice.pick(forms))


def _tell(event: Event, seed: int, size: int, news: News) -> None:
    """The articles on an event and what is known of them."""
    dice = Dice(seed, "outlets", event.number)
    outlets = dice.shuffled(w.OUTLETS)[: dice.number(2, 5)]
    odd = dice.number(0, len(outlets) - 1)
    told_by: list[list[Told]] = []
    delays = [0 if event.is_one_day else min(number, 2) for number in range(len(outlets))]
    for number, outlet in enumerate(outlets):
        name = f"e{event.number}-{number}"
        delay = delays[number]
        told: list[Told] = []
        for fact, plan in event.facts.items():
            if dice.chance(0.85):
                form = "plain"
                if plan.form == "later":
                    form = "later" if delay == max(delays) else "plain"
                elif number == odd:
                    form = plan.form
                told.append(Told(name, event.number, fact, _figure(w.FACTS[event.kind][fact][0], plan, form), form))
        text = _text(event, told, Dice(seed, "text", event.number, number), delay, size)
        published = event.day + timedelta(delay)
        title = f"{event.kind.capitalize()} in {event.names['town']}"
        news.articles.append(Article(name, text, f"{name}.txt", title, outlet, published=published, language="en"))
        told_by.append(told)
    if dice.chance(0.25):
        told_by.append(_copy(event, dice, told_by[-1], news))
    news.event_by_article.update((article.id, event.number) for article in news.articles[-len(told_by) :])
    for mine in told_by:
        news.told += mine
    for one, two in combinations(told_by, 2):
        by_fact = {told.fact: told for told in two}
        news.known += (Known(told, by_fact[told.fact], _stand(told.form, by_fact[told.fact].form)) for told in one if told.fact in by_fact)


def _copy(event: Event, dice: Dice, told: Sequence[Told], news: News) -> list[Told]:
    """A copy of the last article in another outlet, in two cases of five with one figure edited."""
    original = news.articles[-1]
    name = f"e{event.number}-copy"
    text = original.text
    copied = [Told(name, one.event, one.fact, one.text, one.form) for one in told]
    editable = [number for number, one in enumerate(told) if one.form == "plain" and text.count(one.text) == 1 and one.text.isdigit()]
    if editable and dice.chance(0.4):
        number = dice.pick(editable)
        one = told[number]
        edited = str(int(one.text) + int(one.text) // 3 + 1)
        text = text.replace(one.text, edited)
        copied[number] = Told(name, one.event, one.fact, edited, "edited")
    lines = text.split("\n\n")
    text = "\n\n".join(lines[:-1] if len(lines) > 4 else lines)
    news.articles.append(Article(name, text, f"{name}.txt", original.title, dice.pick(w.OUTLETS), published=original.published, language="en"))
    news.copies.append((original.id, name))
    return copied


def _stand(one: str, two: str) -> Stand:
    forms = {one, two}
    if len(forms) == 1:
        return "same"
    if "edited" in forms:
        return "copy_error" if forms == {"edited", "plain"} else "conflict"
    if "other" in forms:
        return "conflict"
    return "update" if "later" in forms else "compatible"


def _figure(kind: str, plan: Plan, form: str) -> str:
    number = plan.other if form in ("other", "later") else plan.true
    if form == "bound":
        return f"at least {number - 1}"
    if form == "hedged":
        digits = 10 ** (len(str(number)) - 2)
        number = (number + digits // 2) // digits * digits
    shown = f"{number:,}"
    if kind == "money":
        shown = f"${number / 100:.2f} billion" if form != "hedged" else f"${number / 100:.1f} billion"
    elif kind == "share":
        shown = f"{number / 10:.1f}" if form != "hedged" else f"{number // 10}"
    elif number < len(NUMBER_WORDS):
        shown = NUMBER_WORDS[number]
    return f"about {shown}" if form == "hedged" else shown


def _text(event: Event, told: Sequence[Told], dice: Dice, delay: int, size: int) -> str:
    """An article of about `size` characters: the event, its figures, then what else there is to say in an order of its own."""
    slots = dict(event.names)
    slots["day"] = dice.pick((event.day.strftime("%A"), f"{event.day.day} {event.day.strftime('%B')}"))
    if delay:
        slots["day"] = event.day.strftime("%A")
    slots["person"] = event.names["lead"]
    sentences = [_made(dice.pick(w.LEADS[event.kind]), slots, dice)]
    if event.kind == "minister":
        sentences.append(_made(dice.pick(w.HOLDERS), slots, dice))
    for one in told:
        sentences.append(_made(dice.pick(w.FACTS[event.kind][one.fact][1]), {**slots, "fact": one.text}, dice))
    rest = [_made(wording, slots, dice) for wording in dice.shuffled(w.DETAILS[event.kind])[:4]]
    if event.kind in w.HISTORY and dice.chance(0.3):
        rest.append(_made(w.HISTORY[event.kind], {**slots, "fact": event.names["past"]}, dice))
    length = sum(map(len, sentences)) + sum(map(len, rest))
    commons: list[str] = []
    while length < size:
        commons = commons or dice.shuffled(w.COMMON)
        rest.append(_made(commons.pop(), {**slots, "person": dice.person(), "rival": dice.person()}, dice))
        length += len(rest[-1]) + 1
    sentences += dice.shuffled(rest)
    paragraphs: list[list[str]] = [[]]
    for sentence in sentences:
        if len(paragraphs[-1]) >= 2 and dice.chance(0.6):
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def _made(wording: str, slots: dict[str, str], dice: Dice) -> str:
    """A sentence: choices made, slots filled, its first letter a capital."""
    made = "".join(part[0] if len(part) == 1 else dice.pick(part) for part in _parts(wording))
    filled = "".join(_filled(piece, slots) for piece in _pieces(made))
    return filled[0].upper() + filled[1:]


def _filled(piece: str, slots: dict[str, str]) -> str:
    if not piece.startswith("<"):
        return piece
    found = slots[piece[1:-1].lower()]
    return found[0].upper() + found[1:] if piece[1].isupper() else found


@cache
def _parts(wording: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part[1:-1].split("|")) if part.startswith("[") else (part,) for part in re.split(r"(\[[^\]]*\])", wording) if part)


@cache
def _pieces(made: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"(<\w+>)", made) if part)
