"""What the queries answer: a class a query, a row each. All times are of India.

A district, station or category is the id of the range's data. `thana` is None where the tipster
did not know it, and where the tip was transferred. `tips` is how many of the period.
"""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["action_taken", "nothing_found", "false_information", "closed"]


@dataclass(frozen=True, slots=True)
class StationTrend:
    district: str
    thana: str | None
    tips: int
    tips_before: int


@dataclass(frozen=True, slots=True)
class Hotspot:
    """`cell` is an H3 index of this resolution, 7 or 8; no tip counts in two cells."""

    resolution: int
    cell: str
    tips: int


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """None: nobody had reported by the end of the period."""

    district: str
    outcome: Outcome | None
    tips: int
