"""What the tipster brought to the case."""

from dataclasses import dataclass
from typing import Literal

from satark.identity import Handle
from satark.sensitivity import UNRATED, Sensitivity
from satark.tip import Evidence, Tip


@dataclass(frozen=True, slots=True)
class TipFiled:
    """A tip came in. `handle` leads the courier alone, by the vault, back to the tipster."""

    tip: Tip
    handle: Handle
    sensitivity: Sensitivity = UNRATED
    kind: Literal["tip_filed"] = "tip_filed"


@dataclass(frozen=True, slots=True)
class TipExtended:
    """What the tipster adds to a filed tip: one message's words or file.

    `answers` is the id of the OfficerAsked event that it answers, if it was asked for.
    """

    words: str = ""
    evidence: Evidence | None = None
    answers: str | None = None
    kind: Literal["tip_extended"] = "tip_extended"


@dataclass(frozen=True, slots=True)
class TipsterRated:
    """Whether the tipster, once the case was closed, found that it had helped."""

    helpful: bool
    kind: Literal["tipster_rated"] = "tipster_rated"
