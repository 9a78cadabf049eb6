"""A tip as a citizen gives it, and what it carries. Nothing here says who gave it."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Literal

from satark.message import MediaKind

WHEN = "when"
"""The step of the dialogue whose answer is the tip's own `when`."""


class Conflict(IntEnum):
    """Whose own conduct the tip is about. The higher, the fewer hear of it."""

    NONE = 0
    STATION = 1
    DISTRICT = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The choice made at a question, both by the ids of the range's data."""

    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file of a tip or of an officer's report. The bytes lie in the evidence store under `key`.

    `kept`: cleaned and stored. `quarantined`: stored, but not cleaned, so nobody is shown it.
    `lost`: Meta no longer had it. `reason` says why it was not kept. Hashes are SHA-256, hex:
    as received and as stored. `removed` names the kinds of metadata that were taken out.
    """

    media: MediaKind
    state: Literal["kept", "quarantined", "lost"]
    key: str = ""
    mime: str = ""
    size: int = 0
    sha256_received: str = ""
    sha256_stored: str = ""
    removed: tuple[str, ...] = ()
    reason: str = ""
    caption: str = ""
    voice: bool = False
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happens: in the tipster's words, or a pin that the tipster set on the activity."""

    words: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Tip:
    """What the tipster sent. Ids are those of the range whose data has the hash `range_version`.

    `thana` is None where the tipster does not know it. `when` is the chosen option's id.
    """

    language: str
    category: str
    district: str
    thana: str | None
    answers: tuple[Answer, ...]
    place: Place
    when: str
    statements: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    conflict: Conflict
    filed_at: datetime
    range_version: str
