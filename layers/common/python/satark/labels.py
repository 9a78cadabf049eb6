"""What is said of the files of a case, by which it is rated anew."""

from dataclasses import dataclass
from typing import Literal

By = Literal["rules", "machine"]
"""Rules go by what stands beside a file, and do not look; a machine looks and listens."""


@dataclass(frozen=True, slots=True)
class ToLabel:
    """The files of this event of a case wait to be labelled."""

    case_id: str
    event_id: str
