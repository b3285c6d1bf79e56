"""Places by every surface that names them, from the tables that hold places and institutions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar, get_args

from factcheck.errors import did_you_mean
from factcheck.packs.rulebook import Lexicon, Place, PlaceForm, PlaceType
from factcheck.packs.tables import ReadTable

# The likelier reading of a surface first: "Georgia" the country, then the state; "Washington" the government, then the state.
_FORMS: dict[PlaceForm, int] = {form: rank for rank, form in enumerate(get_args(PlaceForm))}
_TYPES: dict[PlaceType, int] = {kind: rank for rank, kind in enumerate(get_args(PlaceType))}
_SMALLER: dict[PlaceType, int] = {"state": 1, "city": 2, "region": 3}

_Choice = TypeVar("_Choice", bound=str)


class _Entry(NamedTuple):
    """A row of any of the tables."""

    place: str
    surface: str
    form: PlaceForm
    type: PlaceType | None
    use: str
    office: str
    city: str
    table: ReadTable
    row: int


def build_places(tables: Iterable[ReadTable], lexicons: Mapping[str, Lexicon]) -> Mapping[str, tuple[Place, ...]]:
    """Surface to readings. The lexicons `takes_article` and `ambiguous_place` mark names; both may be absent.

    A table of places has the columns `id` and `name` (the surface), and may have `form`, `type`, `use`: the surface with the
    use "display" is how reports name the place; without one it is the first surface of the form "name". A capital is also a
    city, which its column `city` names.
    """
    entries = [entry for table in tables for entry in _entries(table)]
    articles = frozenset(lexicons["takes_article"].phrases) if "takes_article" in lexicons else frozenset()
    ambiguous = frozenset(lexicons["ambiguous_place"].phrases) if "ambiguous_place" in lexicons else frozenset()
    display = {entry.place: entry.surface for entry in entries if entry.use == "display"}
    types: dict[str, PlaceType] = {}
    for entry in entries:
        if entry.type is not None:
            types.setdefault(entry.place, entry.type)
        if entry.form in ("name", "organisation"):
            display.setdefault(entry.place, entry.surface)
    found: dict[str, list[Place]] = {}
    for entry in entries:
        place, surface = entry.place, entry.surface
        if place not in display:
            raise entry.table.error(f'nothing names the place "{place}"{did_you_mean(place, display)}', entry.row)
        is_ambiguous = surface in ambiguous
        name = display[place]
        readings = found.setdefault(surface, [])
        readings.append(Place(place, name, types[place], entry.form, entry.office, name in articles, is_ambiguous))
        if entry.form == "capital":
            readings.append(Place(f"{place}/{entry.city}", entry.city, "city", "name", "", False, is_ambiguous))
    for surface, readings in found.items():
        if len(readings) > 1:
            found[surface] = sorted(dict.fromkeys(readings), key=_likelihood)
    return MappingProxyType({surface: tuple(found[surface]) for surface in sorted(found)})


def _entries(table: ReadTable) -> Iterable[_Entry]:
    form, kind = table.declared.form, table.declared.type
    for row, (place, surface, own_form, own_kind, use, office, city) in enumerate(table.pick("id", "name", "form", "type", "use", "office", "city")):
        yield _Entry(
            place,
            surface,
            _one_of(own_form, _FORMS, table, row) if own_form else form or "name",
            _one_of(own_kind, _TYPES, table, row) if own_kind else kind,
            use,
            office,
            city,
            table,
            row,
        )


def _one_of(cell: str, choices: Mapping[_Choice, int], table: ReadTable, row: int) -> _Choice:
    for choice in choices:
        if choice == cell:
            return choice
    raise table.error(f'"{cell}" is neither of {", ".join(choices)}', row)


def _likelihood(place: Place) -> tuple[int, int, str, str]:
    return _SMALLER.get(place.type, 0), _FORMS[place.form], place.id, place.office
