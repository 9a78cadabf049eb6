"""What a courier meant to send, written down before it calls WhatsApp."""

import hashlib
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


def intent_id(cause: str, recipient: str, position: int) -> str:
    """The id of one of the messages that a cause asks for: opaque, and the same every time.

    64 hex characters. Meta reads it, so nothing can be read from it.
    """
    return hashlib.sha256("\x00".join((cause, recipient, str(position))).encode()).hexdigest()
