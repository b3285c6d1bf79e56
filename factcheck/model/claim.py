"""A claim: one article says something. Immutable; groups and verdicts are computed from claims and can always be computed again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model.article import Field
from factcheck.model.interval import ANY_TIME, Interval
from factcheck.model.value import Value

TOLL = "toll:"  # begins the cue of a count of the dead or the missing that says how many of both its article tells of: "toll:9/60"
DEAD = "dead:"  # begins the cue of a count of the hurt that says how many dead its article tells of
STAGE = "stage:"  # begins the cue that says how far the case had come of which the article tells
GROWN = "grown"  # the words around a figure say that it grew to that, or is the last one
HISTORY = "history"  # in an undated article, told with a day of its own where the article's event has none: an earlier event
LINKED = "linked"  # a figure that no frame took, put with the claim of another article that it agrees with
TAKEN_UP = "taken up"  # whose it is stands in another sentence, and a pronoun or other words take that up
EARLY = "early"  # they say that it is a first one
LEFT = "left"  # they say that it is what is still so: "still missing"
FEARED = "feared"  # they say that it is feared and not counted
UNSETTLED = "unsettled"  # the article says that its figures will still grow
SETTLED = "settled"  # the article opens by saying that its figures are the last ones
SINCE = "since:"  # begins the cue that says how many days before an undated article its event was
WEEKDAYS = "weekdays:"  # begins the cue that names the past days of the week in the opening of an undated article, Monday as 0
PREDECESSOR = "predecessor"  # the qualifier of a holder that names whom he or she followed
Modality = Literal["asserted", "former", "planned", "forecast", "target", "conditional", "denied", "alleged"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a claim is about: `surface` as a reader would name it, `id` once resolved (equal ids are one thing).

    `event` marks a thing that belongs to one event: its claims compare only where the event's anchors fit. `name` is the name
    of the person, company or thing that the subject is about, where only the name tells who it is: spellings of one
    name are then joined inside a story.
    """

    surface: str
    id: str
    event: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """What time a claim speaks of; `why` says how that is known. An empty interval: not known."""

    interval: Interval = ANY_TIME
    why: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One article says: `subject`, `attribute`, `value`, narrowed by `qualifiers` (sorted name-value pairs).

    `start`, `end` are the evidence span in `field` of the article; `sentence_start`, `sentence_end` the sentence around
    it. `rule` is `<pack>.<rule name>`. `cues` are words that bear on time or change ("begin", "end", "correction").
    `context` are what a figure counts and the stems around it, by which figures are linked; see `is_open`.
    `id` is a hash of article, rule, field and span, so the same text gives the same id.
    """

    id: str
    article: str
    kind: str
    subject: Subject
    attribute: str
    value: Value
    qualifiers: tuple[tuple[str, str], ...]
    modality: Modality
    speaker: str | None
    valid: Validity
    field: Field
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    rule: str
    cues: tuple[str, ...] = ()
    context: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """A figure that no frame took: "#" marks what it counts, "=" what one counts that a frame took."""
        return bool(self.context) and self.context[0][0] == "#"
