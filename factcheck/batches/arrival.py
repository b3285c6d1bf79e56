"""A batch comes in: which of its articles the store knows, which are new, and which are later versions of others.

What is known is not read. New articles are read before the store is held, so that nobody waits for that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.engines import Outliner
from factcheck.model.article import Article
from factcheck.model.outline import Outline
from factcheck.readers.record import file_id, row_id
from factcheck.stores import articles as stored
from factcheck.stores.articles import Incoming, Place
from factcheck.stores.claims import record_claims
from factcheck.stores.store import Store


@dataclass(slots=True)
class Arrival:
    """`new` articles by number with their outlines and the numbers of their claims; `known` are the numbers of the others in the batch.

    `superseded` has for each later version the number of the one before it.
    """

    new: dict[int, Outline] = field(default_factory=dict)
    claims: dict[int, tuple[int, ...]] = field(default_factory=dict)
    known: list[int] = field(default_factory=list)
    superseded: dict[int, int] = field(default_factory=dict)
    outdated: dict[int, str] = field(default_factory=dict)  # articles that came later than a newer version of them, by number


def incoming_of(article: Article) -> Incoming:
    """An article as a store looks it up."""
    digest = hashlib.sha256("\x1f".join((article.text, article.title or "", _published(article))).encode("utf-8", "surrogatepass")).hexdigest()
    return Incoming(article.id, identity_of(article), digest, _published(article))


def identity_of(article: Article) -> str:
    """What makes a later text a version of this: the id that the input gives, else the URL, else nothing."""
    if not article.has_explicit_id:
        return ""
    name = article.version_of or article.id
    made = (file_id(article.path), row_id(article.path, article.line)) if article.line is not None else (file_id(article.path),)
    if article.url is not None and (name in made or article.path.endswith(name) or name.startswith(article.path)):
        return f"url {article.url}"
    return f"id {name}"


def _published(article: Article) -> str:
    return article.published.isoformat() if article.published is not None else ""


def named(articles: Sequence[Article], places: Sequence[Place]) -> list[Article]:
    """The new articles under the ids that they have in the store."""
    return [replace(a, id=run_name(p, places), version_of=None) for a, p in zip(articles, places, strict=True) if p.known is None]


def run_name(place: Place, places: Sequence[Place]) -> str:
    """The id of a new article in this run: its name if it is the version that counts."""
    newest = max((p.version for p in places if p.name == place.name and p.known is None and not p.is_late), default=0)
    return place.name if place.version == newest and not place.is_late else f"{place.name}#v{place.version}"


def read_ahead(read: dict[str, Outline], articles: Sequence[Article], places: Sequence[Place], outliner: Outliner) -> list[Outline]:
    """The outlines of new articles by their place: taken from `read` where an article was read under that id, else read now."""
    found = []
    for article in named(articles, places):
        outline = read.get(article.id)
        found.append(outline if outline is not None and replace(outline.article, text=article.text) == article else outliner.outline(article))
    return found


def record(store: Store, incoming: Sequence[Incoming], places: Sequence[Place], outlines: Sequence[Outline]) -> Arrival:
    """Write the new articles and their claims; versions before them stop to count."""
    arrival, batch = Arrival(), store.window.mine
    numbers: list[int] = []
    number, waiting = store.next_id("articles"), iter(outlines)
    for one, place in zip(incoming, places, strict=True):
        if place.known is not None:
            numbers.append(place.known)
            arrival.known.append(stored.current_version(store, place.known) or place.known)
            continue
        outline = next(waiting)
        before = place.supersedes
        before = numbers[-before - 1] if before is not None and before < 0 else before
        stored.record(store, number, batch, place, one, outline, before)
        arrival.new[number] = outline
        numbers.append(number)
        if before is not None and place.is_late:
            arrival.outdated[number] = place.name
            newest = stored.current_version(store, before) or before
            stored.supersede(store, number, newest, batch)
            arrival.known.append(newest)
        elif before is not None:
            arrival.superseded[number] = before
            stored.supersede(store, before, number, batch)
        number += 1
    arrival.known = [number for number in dict.fromkeys(arrival.known) if number not in arrival.new]
    told = [(n, outline.claims, outline.shown) for n, outline in arrival.new.items()]
    arrival.claims = record_claims(store, store.next_id("claims"), told)
    return arrival
