"""What one POST of Meta's holds, still with sender ids and wamids: for the door's eyes alone."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from satark.identity import SenderId
from satark.message import Content

State = Literal["sent", "delivered", "read", "failed"]


@dataclass(frozen=True, slots=True)
class ReceivedMessage:
    """`quotes` is the wamid of another message. Neither wamid is ever printed.

    `identity_key` is Meta's hash for the phone and SIM behind an officer; of tipsters none is read.
    https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
    """

    sender: SenderId
    wamid: str = field(repr=False)
    at: datetime
    content: Content
    quotes: str | None = field(repr=False)
    forwarded: bool
    identity_key: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ReceivedStatus:
    wamid: str = field(repr=False)
    at: datetime
    state: State
    intent: str | None
    error: int | None
    identity_key: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Mail:
    """What came for one of our numbers."""

    messages: list[ReceivedMessage] = field(default_factory=list)
    statuses: list[ReceivedStatus] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Received:
    """Mail by phone number id. `set_aside` counts what was not taken, by a code that says why."""

    mail: dict[str, Mail] = field(default_factory=dict)
    set_aside: Counter[str] = field(default_factory=Counter)
