"""How urgent a tip is, and why: points that add up to a level."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["normal", "sensitive", "critical"]
LEVELS: tuple[Level, ...] = ("normal", "sensitive", "critical")
"""The lowest first."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What counted, as a place in the range's data, and its points.

    `category.arms`, `category.arms.question.danger.choice.yes`, `step.when.choice.now`,
    `lexicon.weapons`, `media.video`, `label.weapons`. Never what somebody wrote.
    """

    id: str
    points: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """`score` is the sum of the reasons' points; the range says from which score on a level is."""

    score: int
    level: Level
    reasons: tuple[Reason, ...] = ()


UNRATED = Sensitivity(0, "normal")
