"""What extraction reads in one article: drafts of claims whose names and times are not resolved yet."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.article import Article, Field
from factcheck.model.mention import Mention, NameMention, OfficeMention, PlaceMention, TimeSpan


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the mentions in it, in order. `times` wait for the article's date;
    `speaker` is whom it attributes what it says to."""

    field: Field
    start: int
    end: int
    mentions: tuple[Mention, ...]
    times: tuple[TimeSpan, ...] = ()
    speaker: str | None = None

    @property
    def names(self) -> tuple[NameMention, ...]:
        return tuple(m for m in self.mentions if isinstance(m, NameMention))

    @property
    def places(self) -> tuple[PlaceMention, ...]:
        return tuple(m for m in self.mentions if isinstance(m, PlaceMention))

    @property
    def offices(self) -> tuple[OfficeMention, ...]:
        return tuple(m for m in self.mentions if isinstance(m, OfficeMention))


@dataclass(frozen=True, slots=True)
class Draft:
    """A frame matched: the rule's attribute, the mentions in its slots by role, and what its words say.

    `value` is the mention that carries the value. `cues` and `sets` come from the frame and the lexicon entries
    that matched in it (`modality`, qualifiers, `begin`, `end`). `context` are the stems around a figure that no frame took.
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

    def setting(self, name: str) -> str | None:
        return next((value for key, value in self.sets if key == name), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as extraction read it: its sentences (boilerplate and repeats left out), and the drafts found in them."""

    article: Article
    sentences: tuple[Sentence, ...]
    drafts: tuple[Draft, ...]
