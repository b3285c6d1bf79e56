"""What extraction reads in one article: drafts of claims whose names and times are not resolved yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factcheck.model.article import Article, Field
from factcheck.model.mention import Mention, NameMention, OfficeMention, PlaceMention, TimeSpan


class Attribution(NamedTuple):
    """What stands in `[start, end)` is said by `speaker` (None: by hearsay); `modality` is asserted, denied or alleged."""

    start: int
    end: int
    speaker: str | None
    modality: str = "asserted"


class Sentence(NamedTuple):
    """A sentence with the mentions in it, in order. `times` wait for the article's date;
    `attributions` say whose words which stretch of it is."""

    field: Field
    start: int
    end: int
    mentions: tuple[Mention, ...]
    times: tuple[TimeSpan, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def speaker_at(self, offset: int) -> str | None:
        """Who says what stands there, None where the article itself does."""
        return next((said.speaker for said in self.attributions if said.speaker and said.start <= offset < said.end), None)

    def modality_at(self, offset: int) -> str:
        """How it is said: asserted, denied or alleged."""
        said = (said.modality for said in self.attributions if said.start <= offset < said.end)
        return next((modality for modality in said if modality != "asserted"), "asserted")

    @property
    def names(self) -> tuple[NameMention, ...]:
        return tuple([m for m in self.mentions if isinstance(m, NameMention)])

    @property
    def places(self) -> tuple[PlaceMention, ...]:
        return tuple(m for m in self.mentions if isinstance(m, PlaceMention))

    @property
    def offices(self) -> tuple[OfficeMention, ...]:
        return tuple(m for m in self.mentions if isinstance(m, OfficeMention))


class Draft(NamedTuple):
    """A frame matched: the rule's attribute, the mentions in its slots by role, and what its words say.

    `value` is the mention that carries the value. `cues` and `sets` come from the frame and the lexicon entries
    that matched in it (`modality`, qualifiers, `begin`, `end`). `context` are what a figure counts and the stems around it.
    """

    rule: str
    attribute: str
    sentence: int
    value: Mention
    slots: tuple[tuple[str, Mention], ...]
    sets: tuple[tuple[str, str], ...] = ()
    context: tuple[str, ...] = ()

    def slot(self, role: str) -> Mention | None:
        return next((mention for name, mention in self.slots if name == role), None)

    @property
    def is_open(self) -> bool:
        """A figure or a time that no frame took."""
        return bool(self.context) and self.context[0][0] == "#"

    def setting(self, name: str) -> str | None:
        return next((value for key, value in self.sets if key == name), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as extraction read it: its sentences (boilerplate and repeats left out), and the drafts found in them."""

    article: Article
    sentences: tuple[Sentence, ...]
    drafts: tuple[Draft, ...]
