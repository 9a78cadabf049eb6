"""The file sensitivity.toml, as people write it."""

from typing import Annotated

from pydantic import Field, PositiveInt

from satark.message import MediaKind
from satark.police_range.source import FolderModel, Slug


class LevelsSource(FolderModel):
    """The scores from which on."""

    sensitive: PositiveInt
    critical: PositiveInt


class SignalSource(FolderModel):
    name: str = ""
    points: PositiveInt


class PhrasesSource(SignalSource):
    phrases: Annotated[list[str], Field(min_length=1)]


class LabelsSource(SignalSource):
    labels: Annotated[list[str], Field(min_length=1)]


class SensitivitySource(FolderModel):
    """The file sensitivity.toml."""

    level: LevelsSource
    media: dict[MediaKind, PositiveInt]
    lexicon: dict[Slug, PhrasesSource]
    label: dict[Slug, LabelsSource]
