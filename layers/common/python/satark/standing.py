"""How a case stands, as far as its head says: nothing of what it is about."""

from dataclasses import dataclass
from datetime import datetime

from satark.case import Status


@dataclass(frozen=True, slots=True)
class Standing:
    """`due`: when it is to be looked at again, because a deadline passes; None: never.

    `passed_up`: what is awaited has not come in time, and an office above has been told so.
    """

    status: Status
    due: datetime | None = None
    passed_up: bool = False


@dataclass(frozen=True, slots=True)
class CaseHead:
    """How far a case has gone: the seq and the row's hash of its last event, and how it stands."""

    case_id: str
    seq: int
    standing: Standing
    row_hash: str
