"""What the rule packs say, once loaded and checked: the words that extraction and comparison read, frozen.

Nothing here reads a file; `factcheck.packs.loader` makes these objects.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from factcheck.model.claim import Modality
from factcheck.model.finding import Severity
from factcheck.packs.terms import Terms

if TYPE_CHECKING:
    from factcheck.packs.frames import Frame

Behaviour = Literal["fixed", "state", "single_holder", "cumulative", "flow", "plan"]
PlaceForm = Literal["name", "adjective", "capital", "metonym", "organisation"]
PlaceType = Literal["country", "territory", "state", "city", "organisation", "region"]
OfficeOf = Literal["country", "state", "city", "organisation", "company", "force"]

# How long a `state` is expected to hold where its pack does not say (DESIGN: "troops: a year").
DEFAULT_HOLDS_DAYS = 365


# Named tuples: a rule book has thousands of these, and reads them from its cache.
class Place(NamedTuple):
    """One reading of a surface that names a place: `id` is ISO 3166 ("JP", "US-TX"), an organisation's name, or "JP/Tokyo" for a city.

    `form` says how the surface stands for it; `office` (a metonym of an institution) is the office whose holder speaks
    for it. `name` is how a report names the place, `label` the same with its article. `ambiguous` surfaces are
    also common words, other places or names of people, and need a sign in the text before they are read so.
    """

    id: str
    name: str
    type: PlaceType
    form: PlaceForm
    office: str = ""
    takes_article: bool = False
    ambiguous: bool = False

    @property
    def label(self) -> str:
        """The name as it stands in running text: "the United States", "Japan"."""
        return f"the {self.name}" if self.takes_article else self.name


class Title(NamedTuple):
    """A way to write an office, in the singular. One that begins with a capital ("PM", "King") is matched as it stands, else in any case.

    `jurisdictions` None: any of the types that the office is `of`. `implies` is the last resort where neither the phrase nor the
    article names a jurisdiction that fits ("Secretary of State": US). `since`, `until` (both included) bound the days on
    which the office bore this title.
    """

    text: str
    jurisdictions: tuple[str, ...] | None = None
    implies: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def is_exact(self) -> bool:
        """It is matched in the case in which it stands here."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Office:
    """An office that someone holds. `of` is what has such an office; `label_by_place` overrides `label` for a jurisdiction.

    `single_holder` False: several people may hold it at a time, so two names are no conflict; `several_in` are the
    jurisdictions where that is so although elsewhere one person holds it. `plurals` are titles of several people that do
    not follow from a title, and make no claim about one ("defense chiefs").
    """

    id: str
    label: str
    of: tuple[OfficeOf, ...]
    titles: tuple[Title, ...]
    plurals: tuple[str, ...] = ()
    label_by_place: tuple[tuple[str, str], ...] = ()
    single_holder: bool = True
    several_in: tuple[str, ...] = ()

    def is_single_in(self, jurisdiction: str | None) -> bool:
        """One person at a time holds it there."""
        return self.single_holder and jurisdiction not in self.several_in

    def label_for(self, jurisdiction: str | None) -> str:
        """How a report names the office there: "secretary of defense" for US, "defense minister" for JP."""
        return next((label for place, label in self.label_by_place if place == jurisdiction), self.label)


class Entry(NamedTuple):
    """A phrase of a lexicon and what it stands for (`canonical`, the phrase itself where the lexicon does not group)."""

    phrase: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases under one name, in the order of their file; `source` is the file."""

    name: str
    what: str
    entries: tuple[Entry, ...]
    source: str

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(entry.phrase for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Table:
    """A reference table: named columns, rows of text, sorted and unique as its declaration says."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str


@dataclass(frozen=True, slots=True)
class Times:
    """How an attribute behaves in time; `holds_days` is how long a state is expected to hold."""

    behaves: Behaviour
    holds_days: int = DEFAULT_HOLDS_DAYS


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two figures may lie apart and still be one: a share of the larger, or an amount in the unit of the attribute."""

    share: Decimal | None = None
    amount: Decimal | None = None


class FrameRule(NamedTuple):
    """A frame and what a claim gets that it makes. `unless`: frames of the same sentence that keep it quiet.

    `where`: frames of the same sentence of which one must match. `speaker` names the role that holds the speaker. `implies` is the count
    that the words imply where they print none, `added` what they add to the one that they print, `end` which end of a range is meant.
    """

    frame: Frame
    modality: Modality = "asserted"
    qualifiers: tuple[tuple[str, str], ...] = ()
    speaker: str | None = None
    note: str = ""
    unless: tuple[Frame, ...] = ()
    implies: str | None = None
    where: tuple[Frame, ...] = ()
    added: Decimal | None = None
    end: Literal["low", "high"] | None = None


@dataclass(frozen=True, slots=True)
class Derives:
    """What follows from a count: another attribute's, less that of `minus`; nothing where a phrase of the lexicon `unless` stands."""

    attribute: str
    minus: str
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """What can be asserted of a subject, and how its values are compared. `rule` is its name in reports, `source` its file.

    `subject` is a template over the roles of the frames ("{force} in {place}"). `binds` are qualifiers that make two claims
    different where both state them and differ, `contrasts` the same but that nothing is unsure where one side alone states
    them, `optional` those that only narrow; `nearby` are those that another part of the
    sentence may fill. `single`: where an article gives several values for one subject, which of them is
    meant is not known. `several`: a subject may have several values, so two that differ say nothing.
    An attribute of an event compares within one story only, where `anchors` fit, and only of articles that are
    mainly `about` such an event (empty: any) or whose words are those of a `setting`; one of a person compares across stories as far as values
    fit, since two people may bear one name. A value above `most` is none, and with `rates` off none for each of something.
    `exact` None: as its kind has it. `defaults` fill roles that a frame
    leaves open.
    """

    name: str
    pack: str
    kind: str
    what: str
    why: str
    example: str
    times: Times
    unit: str | None = None
    subject: str = ""
    binds: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    several: bool = False
    single: bool = False
    makes_claims: bool = True
    belongs_to: Literal["entity", "person", "event"] = "entity"
    event_type: str = ""
    anchors: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    most: Decimal | None = None
    rates: bool = True
    exact: bool | None = None
    tolerance: Tolerance = Tolerance()
    doubt_beyond: Tolerance | None = None
    severity: Severity | None = None
    ask: str = ""
    since: str = ""
    defaults: tuple[tuple[str, str], ...] = ()
    derives: Derives | None = None
    frames: tuple[FrameRule, ...] = ()
    source: str = ""

    @property
    def scope(self) -> tuple[str, ...]:
        """The qualifiers that make two claims different where both state them and differ, in kind or (`moments`) in time."""
        return (*self.binds, *self.contrasts, *self.moments)

    @property
    def rule(self) -> str:
        """`military.stationed-personnel`"""
        return f"{self.pack}.{self.name.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules."""

    name: str
    version: str
    what: str
    requires: tuple[str, ...]
    folder: str


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything the loaded packs say. Mappings are read-only and sorted by key.

    `places` maps a surface as written ("U.S.", "Japanese", "Tokyo", "the Pentagon" without its article) to its readings, the
    likeliest first. `given_names` maps a folded given name to the folded names that may stand for the same person. `needs` is what each
    frame of the attributes cannot match without (see `factcheck.packs.needs`), where that is known already.
    """

    packs: tuple[Pack, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    lexicons: Mapping[str, Lexicon] = field(default_factory=_empty)
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=_empty)
    offices: tuple[Office, ...] = ()
    terms: Terms = field(default_factory=Terms)
    given_names: Mapping[str, tuple[str, ...]] = field(default_factory=_empty)
    tables: Mapping[str, Table] = field(default_factory=_empty)
    needs: tuple[tuple[frozenset[str], ...], ...] = field(default=(), compare=False, repr=False)
