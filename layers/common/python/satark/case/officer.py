"""What officers did about the case."""

from dataclasses import dataclass
from typing import Literal

from satark.tip import Evidence

Action = Literal[
    "accepted",
    "in_progress",
    "action_taken",
    "nothing_found",
    "false_information",
    "not_mine",
    "closed",
]


@dataclass(frozen=True, slots=True)
class AlertOpened:
    """An officer tapped the alert's button, which opens the window for the whole tip."""

    officer_id: str
    kind: Literal["alert_opened"] = "alert_opened"


@dataclass(frozen=True, slots=True)
class AlertProgressed:
    """What became of the alert to an officer; `error` is Meta's code where it failed."""

    officer_id: str
    state: Literal["delivered", "read", "failed"]
    error: int | None = None
    kind: Literal["alert_progressed"] = "alert_progressed"


@dataclass(frozen=True, slots=True)
class OfficerActed:
    officer_id: str
    action: Action
    kind: Literal["officer_acted"] = "officer_acted"


@dataclass(frozen=True, slots=True)
class OfficerReported:
    """What an officer found, in words or as a photo, video, voice note or document."""

    officer_id: str
    words: str = ""
    evidence: Evidence | None = None
    kind: Literal["officer_reported"] = "officer_reported"


@dataclass(frozen=True, slots=True)
class OfficerAsked:
    """A question to the tipster, which passed the check on what may be asked."""

    officer_id: str
    words: str
    kind: Literal["officer_asked"] = "officer_asked"


@dataclass(frozen=True, slots=True)
class ActionDetailed:
    """What came of an action. None: not asked or skipped; an empty `seizure`: nothing was."""

    officer_id: str
    fir: str | None = None
    arrests: int | None = None
    seizure: str | None = None
    kind: Literal["action_detailed"] = "action_detailed"


@dataclass(frozen=True, slots=True)
class CaseNoted:
    """What an officer wrote for whoever reads the case after them. It is sent to nobody."""

    by: str
    words: str
    kind: Literal["case_noted"] = "case_noted"
