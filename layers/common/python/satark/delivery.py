"""What a courier meant to send, written down before it calls WhatsApp."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Intent:
    """`sending` means that the call's outcome is unknown: a status may still tell.

    `held`: outside the window with no template to take its place. `gone`: the address was let go.
    """

    id: str
    at: datetime
    state: Literal["sending", "sent", "delivered", "read", "failed", "held", "gone"] = "sending"
    officer_id: str | None = None
    case_id: str | None = None
    error: int | None = None
