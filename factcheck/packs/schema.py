"""What may stand in a file of a rule pack: pydantic at the door. Data of the YAML door go in, typed models or a PackError come out.

Importing this module imports pydantic; only the loader, the lint and the schema writer do.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, Field, ValidationError, WithJsonSchema

from factcheck.model.claim import Modality
from factcheck.model.finding import Severity, Verdict
from factcheck.packs.fields import Days, Flag, Kind, Name, Share, Strict, Text, Texts, one_or_more
from factcheck.packs.located import located
from factcheck.packs.rulebook import DEFAULT_HOLDS_DAYS, Behaviour, OfficeOf, PlaceForm, PlaceType
from factcheck.yaml_door import Document


def _frame_mapping(frame: Any) -> Any:
    return {"frame": frame} if isinstance(frame, str) else frame


class PackFile(Strict):
    """`pack.yml`: what this folder of rules is."""

    pack: Name
    version: Text
    what: Text
    requires: Texts = Field(default_factory=list)


class TimeModel(Strict):
    behaves: Behaviour
    holds_for: Days = DEFAULT_HOLDS_DAYS


class ScopeModel(Strict):
    binds: list[Name] = Field(default_factory=list)
    optional: list[Name] = Field(default_factory=list)
    contrasts: list[Name] = Field(default_factory=list, description="tell two claims apart where both state them, and say nothing where one does")
    moments: list[Name] = Field(
        default_factory=list,
        description="say at what moment it was told: where two claims differ in one, or one side alone states it, time explains a difference",
    )
    nearby: list[Name] = Field(
        default_factory=list, description="those of the above that the only entry of their lexicon in the sentence fills where the frame does not"
    )


class EventModel(Strict):
    type: Text
    anchors: list[Name] = Field(default_factory=list)
    about: Texts = Field(
        default_factory=list, description="entries of the lexicon `events`: only articles that tell of one of these in the main make such claims"
    )
    setting: Texts = Field(
        default_factory=list,
        description="lexicons with the groups `alone` and `together`: only articles with a phrase of the one or two of the other make such claims",
    )


class FrameModel(Strict):
    frame: Text
    modality: Modality = "asserted"
    qualifiers: dict[Name, Text] = Field(default_factory=dict)
    speaker: Name | None = None
    note: str = ""
    unless: Texts = Field(default_factory=list)
    where: Texts = Field(default_factory=list, description="frames of which one must stand in the same sentence")
    value: Annotated[str, Field(pattern=r"^\d+$")] | None = Field(
        default=None, description="the count that the words imply (a man was killed: at least 1); the frame then needs no slot for it"
    )
    add: Annotated[str, Field(pattern=r"^[+-]\d+$")] | None = Field(
        default=None, description="what the words add to the number that they print (who turns 32 in March is 31: -1)"
    )
    end: Literal["low", "high"] | None = Field(default=None, description="the end of a range that is meant; another figure makes no claim")


FrameEntry = Annotated[
    FrameModel,
    BeforeValidator(_frame_mapping),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"$ref": "#/$defs/FrameModel"}]}),
]


class DerivesModel(Strict):
    """Another attribute that follows: this count less that of `minus`, in an article that has none of `unless` and states none itself."""

    attribute: Name
    minus: Name
    unless: Name | None = Field(default=None, description="a lexicon; where one of its phrases stands in the article, nothing is derived")


class AttributeFile(Strict):
    """The first document of `<attribute>.yml`: what can be asserted, and the frames that say it."""

    attribute: Name
    kind: Kind
    what: Text
    why: Text
    example: Text
    time: TimeModel
    unit: Text | None = None
    subject: str = ""
    scope: ScopeModel = Field(default_factory=ScopeModel)
    belongs_to: Literal["entity", "person", "event"] = "entity"
    event: EventModel | None = None
    exact: Flag | None = None
    makes_claims: Flag = Field(default=True, description="no: what the frames find dates the article, and claims nothing")
    several: Flag = Field(default=False, description="a subject may have several values at a time: two that differ are not compared")
    single: Flag = Field(default=False, description="an article that gives several values for one subject makes no claims of it")
    tolerance: Share | None = None
    most: Annotated[str, Field(pattern=r"^\d+$")] | None = Field(default=None, description="no value is larger")
    rates: Flag = Field(default=True, description="no: what is told for each of something (70 dollars a share) is no value")
    doubt_beyond: Share | None = Field(default=None, description="two values farther apart than this are most likely of two things: no verdict")
    severity: Severity | None = None
    ask: str = ""
    since: str = ""
    defaults: dict[Name, Text] = Field(default_factory=dict)
    derives: DerivesModel | None = None
    unless: Texts = Field(default_factory=list, description="frames of the same sentence that keep every frame of the attribute quiet")
    frames: list[FrameEntry] = Field(default_factory=list)


class CaseArticle(Strict):
    id: Text
    text: Text
    title: Text | None = None
    publisher: Text | None = None
    url: Text | None = None
    author: Text | None = None
    published: Text | None = None


class ExpectedFinding(Strict):
    verdict: Verdict
    reason: Text | None = None
    attribute: Name | None = None
    subject: Text | None = None
    values: list[Text] = Field(default_factory=list)
    qualifiers: dict[Name, str] = Field(default_factory=dict)


class ExpectedClaim(Strict):
    text: Text
    article: Text | None = None
    attribute: Name | None = None
    subject: Text | None = None
    value: Text | None = None
    modality: Modality | None = None
    speaker: Text | None = None
    qualifiers: dict[Name, str] = Field(default_factory=dict)


class CaseModel(Strict):
    """Articles and what must come out of them: `expect` lists the findings of this attribute, `claims` its claims; an empty list means none."""

    name: Text
    articles: list[CaseArticle] = Field(min_length=1)
    expect: list[ExpectedFinding] | None = None
    claims: list[ExpectedClaim] | None = None
    known_gap: Text | None = None


class CasesFile(Strict):
    """The second document of `<attribute>.yml`, or a file in `cases/`."""

    cases: list[CaseModel] = Field(min_length=1)


class LexiconFile(Strict):
    """A file in `lexicon/`: phrases under one name, as a list, or grouped by what they stand for."""

    lexicon: Name
    what: Text
    source: Text | None = None
    entries: Annotated[dict[str, Texts] | list[Text], Field(union_mode="left_to_right")]


class RenamedTitle(Strict):
    title: Text
    places: Texts = Field(default_factory=list)
    since: date | None = None
    until: date | None = None


_OF: dict[str, Any] = {"enum": list(get_args(OfficeOf))}
_OF_SCHEMA: dict[str, Any] = {"anyOf": [_OF, {"type": "array", "items": _OF}]}


class OfficeModel(Strict):
    """An office. In a title `(a|b)` is one of several and `[a]` may be left out; one that begins with a capital is matched as it stands."""

    office: Name
    label: Text
    of: Annotated[list[OfficeOf], BeforeValidator(one_or_more), WithJsonSchema(_OF_SCHEMA)]
    titles: Texts = Field(default_factory=list, description="in any jurisdiction")
    titles_in: dict[str, Texts] = Field(default_factory=dict, description="only in these places (ids parted by spaces)")
    titles_of: dict[str, Texts] = Field(default_factory=dict, description="only in these places, and of the first where the text names none")
    renamed: list[RenamedTitle] = Field(default_factory=list)
    labels: dict[str, Text] = Field(default_factory=dict)
    plurals: Texts = Field(default_factory=list)
    single_holder: Flag = True
    several_in: Texts = Field(default_factory=list, description="places where several people hold it at a time")


class OfficesFile(Strict):
    offices: list[OfficeModel] = Field(min_length=1)


class ColumnModel(Strict):
    what: Text
    type: Literal["text", "date", "place", "places", "words"] = "text"
    one_of: list[str] | None = None
    may_be_empty: Flag = False


class TableFile(Strict):
    """`reference/<table>.yml`: what the columns of `<table>.csv` hold, and where the rows come from.

    `holds` names the reader: `places` fills `form` and `type` of each row where no column of that name does.
    """

    table: Name
    what: Text
    holds: Literal["rows", "places", "terms", "given_names", "institutions"] = "rows"
    form: PlaceForm | None = None
    type: PlaceType | None = None
    columns: dict[Name, ColumnModel]
    sorted_by: list[Name]
    unique: list[Name]
    sources: dict[str, Text]
    licence: str = ""


FILES: tuple[type[Strict], ...] = (PackFile, AttributeFile, CasesFile, LexiconFile, OfficesFile, TableFile)

AnyFile = TypeVar("AnyFile", bound=Strict)


def check(document: Document, model: type[AnyFile]) -> AnyFile:
    """The document as `model`, or a PackError at the first thing that does not fit."""
    if not isinstance(document.data, dict):
        raise document.error(f'expected "key: value" lines of {_called(model)}')
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise located(error, document, model) from None


def _called(model: type[Strict]) -> str:
    return (model.__doc__ or model.__name__).split(":")[0].split(".")[0].strip() if model.__doc__ else model.__name__


def tolerance_of(text: str) -> tuple[Decimal | None, Decimal | None]:
    """Share and amount: "5%" is (0.05, None), "0.1" is (None, 0.1)."""
    return (Decimal(text[:-1]) / 100, None) if text.endswith("%") else (None, Decimal(text))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of any file of a rule pack, for editors."""
    from pydantic.json_schema import models_json_schema

    models: tuple[type[BaseModel], ...] = (*FILES, FrameModel)
    _, schema = models_json_schema([(model, "validation") for model in models], title="factcheck rule pack, version 1")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "pack.v1.json",
        "title": schema["title"],
        "anyOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in FILES],
        "$defs": schema["$defs"],
    }
