"""What is said of the files of a case, by which it is rated anew."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

By = Literal["rules", "machine"]
"""Rules go by what stands beside a file, and do not look; a machine looks and listens."""


@dataclass(frozen=True, slots=True)
class ToLabel:
    """The files of this event of a case wait to be labelled."""

    case_id: str
    event_id: str


def hearing_id(case_id: str, key: str) -> str:
    """What a recording is known by while a machine listens to it."""
    return f"{case_id}-{sha256(key.encode()).hexdigest()[:32]}"
