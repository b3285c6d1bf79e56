"""Offices with every title that they bear: from the office files of the packs, and from tables of institutions and their heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from factcheck.errors import did_you_mean
from factcheck.packs.rulebook import Office, Place, Title
from factcheck.packs.schema import OfficeModel, OfficesFile
from factcheck.packs.tables import ReadTable
from factcheck.packs.titles import expand
from factcheck.yaml_door import Document


def build_offices(
    files: Iterable[tuple[Document, OfficesFile]], institutions: Iterable[ReadTable], places: Mapping[str, tuple[Place, ...]]
) -> tuple[Office, ...]:
    """The offices by id. PackError for an office that is defined twice, and for a jurisdiction that no table of places knows."""
    known = {place.id for readings in places.values() for place in readings}
    found: dict[str, Office] = {}
    for document, file in files:
        for at, model in enumerate(file.offices):
            if model.office in found:
                raise document.error(f'the office "{model.office}" is defined twice', ["offices", at, "office"])
            found[model.office] = _office(document, at, model, known)
    made: dict[str, list[Title]] = {}
    for table in institutions:
        for row, (place, name, office, heads) in enumerate(table.pick("id", "name", "office", "heads")):
            if not heads:
                continue
            if office not in found:
                raise table.error(f'no office is called "{office}"{did_you_mean(office, found)}', row)
            made.setdefault(office, []).extend(Title(text, (place,), place) for text in _heads_of(name, heads.split("|")))
    return tuple(replace(office, titles=_sorted([*office.titles, *made.get(name, ())])) for name, office in sorted(found.items()))


def _heads_of(name: str, heads: Iterable[str]) -> Iterator[str]:
    """Titles that an institution and the word for its head make; the name keeps its capitals, so "WHO chief" is not "who chief"."""
    for head in heads:
        yield f"{name} {head}"
        yield f"{name} {head.title()}"
        yield f"{head} of the {name}"
        yield f"{name}'s {head}"


def _office(document: Document, at: int, model: OfficeModel, known: set[str]) -> Office:
    def check_places(ids: Iterable[str], *keys: str | int) -> tuple[str, ...]:
        for place in ids:
            if place not in known:
                raise document.error(f'no place has the id "{place}"{did_you_mean(place, known)}', ["offices", at, *keys], at_key=True)
        return tuple(ids)

    def spelled(texts: Iterable[str], *keys: str | int) -> Iterable[str]:
        for number, text in enumerate(texts):
            try:
                yield from expand(text)
            except ValueError as error:
                raise document.error(str(error), ["offices", at, *keys, number]) from None

    titles = [Title(text) for text in spelled(model.titles, "titles")]
    for key, texts in model.titles_in.items():
        where = check_places(key.split(), "titles_in", key)
        titles += [Title(text, where) for text in spelled(texts, "titles_in", key)]
    for key, texts in model.titles_of.items():
        where = check_places(key.split(), "titles_of", key)
        titles += [Title(text, where, where[0]) for text in spelled(texts, "titles_of", key)]
    for number, renamed in enumerate(model.renamed):
        where = check_places(renamed.places, "renamed", number, "places")
        implied = where[0] if len(where) == 1 else None
        titles += [Title(text, where or None, implied, renamed.since, renamed.until) for text in spelled([renamed.title], "renamed", number, "title")]
    check_places(model.labels, "labels")
    if not titles:
        raise document.error(f'the office "{model.office}" has no title', ["offices", at, "office"])
    plurals = tuple(spelled(model.plurals, "plurals"))
    several_in = check_places(model.several_in, "several_in")
    return Office(
        model.office, model.label, tuple(model.of), tuple(titles), plurals, tuple(sorted(model.labels.items())), model.single_holder, several_in
    )


def _sorted(titles: Iterable[Title]) -> tuple[Title, ...]:
    """Longest first, so that a reader who takes the first that fits takes the longest; once each, and none that a wider one covers."""
    once = dict.fromkeys(titles)
    anywhere = {title.text for title in once if title == Title(title.text)}
    kept = [title for title in once if title == Title(title.text) or title.implies or title.since or title.until or title.text not in anywhere]
    return tuple(sorted(kept, key=lambda title: (-len(title.text), title.text, title.jurisdictions or (), str(title.since))))
