"""What a courier meant to send, written down before it calls WhatsApp."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Ending = Literal["failed", "held", "gone"]
"""Refused for good; outside the window with no template; the address was let go of."""

State = Literal["sending", "sent", "delivered", "read"] | Ending


@dataclass(frozen=True, slots=True)
class Intent:
    """`at` is when the courier took it up. `sending`: the call's outcome is not known (yet)."""

    id: str
    at: datetime
    state: State = "sending"
    officer_id: str | None = None
    case_id: str | None = None
    error: int | None = None
