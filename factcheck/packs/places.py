"""Places by every surface that names them, from the tables that hold places and institutions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import get_args

from factcheck.errors import did_you_mean
from factcheck.packs.rulebook import Lexicon, Place, PlaceForm, PlaceType
from factcheck.packs.tables import ReadTable, Row

# The likelier reading of a surface first: "Georgia" the country, then the state; "Washington" the government, then the state.
_FORMS: tuple[PlaceForm, ...] = get_args(PlaceForm)
_TYPES: tuple[PlaceType, ...] = get_args(PlaceType)


def build_places(tables: Iterable[ReadTable], lexicons: Mapping[str, Lexicon]) -> Mapping[str, tuple[Place, ...]]:
    """Surface to readings. The lexicons `takes_article` and `ambiguous_place` mark names; both may be absent.

    A table of places has the columns `id` and `name` (the surface), and may have `form`, `type`, `use`: the surface with the
    use "display" is how reports name the place; without one it is the first surface of the form "name". A capital is also a
    city, which its column `city` names.
    """
    read = [(table, row, *_form_and_type(table, row)) for table in tables for row in table.rows]
    articles = frozenset(lexicons["takes_article"].phrases) if "takes_article" in lexicons else frozenset()
    ambiguous = frozenset(lexicons["ambiguous_place"].phrases) if "ambiguous_place" in lexicons else frozenset()
    display: dict[str, str] = {}
    types: dict[str, PlaceType] = {}
    for _, row, _, kind in read:
        if kind is not None:
            types.setdefault(row["id"], kind)
        if row.get("use") == "display":
            display[row["id"]] = row["name"]
    for _, row, form, _ in read:
        if form in ("name", "organisation"):
            display.setdefault(row["id"], row["name"])
    found: dict[str, set[Place]] = {}
    for table, row, form, _ in read:
        place = row["id"]
        if place not in display:
            raise table.error(f'nothing names the place "{place}"{did_you_mean(place, display)}', row)
        name = display[place]
        surface = row["name"]
        is_ambiguous = surface in ambiguous
        found.setdefault(surface, set()).add(Place(place, name, types[place], form, row.get("office"), name in articles, is_ambiguous))
        if form == "capital":
            city = row["city"]
            found[surface].add(Place(f"{place}/{city}", city, "city", "name", "", False, is_ambiguous))
    return MappingProxyType({surface: tuple(sorted(places, key=_likelihood)) for surface, places in sorted(found.items())})


def _form_and_type(table: ReadTable, row: Row) -> tuple[PlaceForm, PlaceType | None]:
    form = row.get("form") or table.declared.form or "name"
    kind = row.get("type") or table.declared.type
    if form not in _FORMS:
        raise table.error(f'"{form}" is no form of a place{did_you_mean(form, _FORMS)}', row)
    if kind is not None and kind not in _TYPES:
        raise table.error(f'"{kind}" is no type of place{did_you_mean(kind, _TYPES)}', row)
    return _FORMS[_FORMS.index(form)], None if kind is None else _TYPES[_TYPES.index(kind)]


def _likelihood(place: Place) -> tuple[int, int, str, str]:
    is_small = _TYPES.index(place.type) if place.type in ("state", "city", "region") else 0
    return is_small, _FORMS.index(place.form), place.id, place.office
