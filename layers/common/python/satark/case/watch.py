"""What the system itself noticed of the case."""

from dataclasses import dataclass
from typing import Literal

from satark.labels import By
from satark.sensitivity import Sensitivity


@dataclass(frozen=True, slots=True)
class FileLabelled:
    """What the file under this key shows or says, as ids of the range's signals, and no more of it.

    See satark.rating.raised.
    """

    key: str
    by: By
    labels: tuple[str, ...] = ()
    kind: Literal["file_labelled"] = "file_labelled"


@dataclass(frozen=True, slots=True)
class LevelRaised:
    """What a file shows makes the case more urgent. No event makes it less so."""

    sensitivity: Sensitivity
    kind: Literal["level_raised"] = "level_raised"


@dataclass(frozen=True, slots=True)
class DeadlinePassed:
    """Nobody has accepted the tip, or reported on it, in time.

    `step` is who is told so: 1 whoever is to act, 2 the SP office, 3 the DIG office.
    """

    what: Literal["accept", "report"]
    step: int
    kind: Literal["deadline_passed"] = "deadline_passed"
