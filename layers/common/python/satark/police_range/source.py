"""The files of a range's folder, as people write them."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, StringConstraints

from satark.police_range.model import StepKind
from satark.sensitivity import Level

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""An id that stands in keys and in the ids of taps."""
PlaceSlug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Conduct = Literal["none", "station", "district"]


class FolderModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DeadlineSource(FolderModel):
    accept: PositiveInt
    report: PositiveInt
    pass_up: PositiveInt


class DeadlinesSource(FolderModel):
    normal: DeadlineSource
    sensitive: DeadlineSource
    critical: DeadlineSource


class LimitsSource(FolderModel):
    evidence_per_tip: PositiveInt
    characters_per_tip: PositiveInt
    draft_idle_hours: PositiveInt
    tips_per_day: PositiveInt = 10
    block_days: Annotated[int, Field(ge=1, le=30)] = 30
    opening_hours: Annotated[int, Field(ge=1, le=72)] = 12


class LikenessSource(FolderModel):
    days: PositiveInt = 14
    percent: Annotated[int, Field(ge=1, le=100)] = 60
    metres: PositiveInt = 200


class RetentionSource(FolderModel):
    reply_address_closed: PositiveInt
    reply_address_idle: PositiveInt
    drafts: Annotated[int, Field(ge=2)]
    evidence: PositiveInt
    quarantine: PositiveInt
    seals: PositiveInt
    reports: PositiveInt
    logs: PositiveInt


class Bounds(FolderModel):
    """Degrees, WGS 84."""

    south: float
    north: float
    west: float
    east: float

    def hold(self, latitude: float, longitude: float) -> bool:
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


class ReportsSource(FolderModel):
    """`hour` in India; `recipients` by office, as the roster writes it."""

    hour: Annotated[int, Field(ge=0, le=23)]
    least: Annotated[int, Field(ge=2)]
    recipients: dict[str, list[str]] = {}


class RangeSource(FolderModel):
    """The file range.toml."""

    id: PlaceSlug
    zone: PlaceSlug
    extends: PlaceSlug | None = None
    languages: Annotated[list[Language], Field(min_length=1)]
    drafts: bool = False
    deadlines: DeadlinesSource
    limits: LimitsSource
    likeness: LikenessSource = LikenessSource()
    retention: RetentionSource
    reports: ReportsSource
    bounds: dict[str, Bounds]


class LocaleSource(BaseModel):
    """What a file of locales/ says besides its texts."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    draft: bool = False
    words: dict[str, list[str]] = {}
    numbers: dict[str, list[str]] = {}


class ChoicesSource(FolderModel):
    """A text with tap answers, and those of them that say whose conduct the tip is about.

    `urgent` are those at which somebody may be in danger. `points` make a tip more sensitive.
    """

    text: str = ""
    choice: dict[Slug, str] = {}
    conflict: dict[str, Conduct] = {}
    urgent: list[str] = []
    points: dict[str, PositiveInt] = {}


class QuestionSource(ChoicesSource):
    hint: str = ""


class CategorySource(FolderModel):
    name: str = ""
    description: str = ""
    sensitivity: Level
    protects: bool = False
    conflict: Conduct = "none"
    question: dict[Slug, QuestionSource]


class CategoriesSource(FolderModel):
    """The file categories.toml."""

    category: Annotated[dict[Slug, CategorySource], Field(min_length=1)]


class StepSource(ChoicesSource):
    kind: StepKind


class ConversationSource(FolderModel):
    """The file conversation.toml."""

    step: Annotated[dict[Slug, StepSource], Field(min_length=1)]
    review: dict[str, str]
    note: dict[str, str]
    filed: dict[str, str]
    update: dict[str, str]
    words: dict[str, list[str]]
    numbers: dict[str, list[str]]


class ReportsTextSource(FolderModel):
    """The file reports.toml."""

    report: dict[str, str]


class OfficersSource(FolderModel):
    """The file officers.toml."""

    command: dict[str, list[str]]
    officer: dict[str, str | dict[str, str]]


class RefusalSource(FolderModel):
    phrases: list[str]
    things: list[str] = []


class RefusedSource(FolderModel):
    name: RefusalSource
    contact: RefusalSource
    address: RefusalSource
    meeting: RefusalSource
    identity: RefusalSource


class QuestionsSource(FolderModel):
    """The file questions.toml."""

    you: list[str]
    your: list[str]
    yours: list[str]
    telling: list[str]
    giving: list[str]
    others: list[str]
    joints: list[str]
    spared: list[str]
    zero: list[str]
    refused: RefusedSource


class TemplateSource(FolderModel):
    """One language of a file in templates/."""

    body: str
    buttons: list[str] = []


class PlaceSource(FolderModel):
    """One row of organisation.csv, without its names."""

    level: Literal["zone", "range", "district", "circle", "thana"]
    id: str
    parent: str
    aliases: tuple[str, ...] = ()
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    verified: Literal["yes", "no"]
