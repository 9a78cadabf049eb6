"""What is sent, and what became of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from satark.delivery import Ending, Intent
from satark.identity import MessageRef, SenderId
from satark.message import DeliveryStatus, Outgoing


class SentMessages(Protocol):
    """The messages that a courier has sent."""

    def by_ref(self, ref: MessageRef) -> Intent | None: ...


class Deliveries(SentMessages, Protocol):
    """What a courier meant to send and what became of it."""

    def begin(self, intent: Intent) -> Intent:
        """Write the intent before the send, and give this very object; where one exists, that."""
        ...

    def withdraw(self, intent_id: str) -> None:
        """The send certainly did not happen: let the next attempt begin anew."""
        ...

    def sent(self, intent_id: str, ref: MessageRef, at: datetime) -> None: ...

    def ended(self, intent_id: str, state: Ending, at: datetime, error: int | None = None) -> None:
        """Nothing was sent, and nothing will be."""
        ...

    def progress(self, status: DeliveryStatus) -> Intent | None:
        """Note a status; give the intent that it belongs to, if it is one of ours."""
        ...

    def about(self, officer_id: str) -> Sequence[str]:
        """The case ids that this officer was told of, latest first."""
        ...


class Messenger(Protocol):
    """Sends one message to one person over WhatsApp."""

    def send(self, to: SenderId, content: Outgoing, *, intent: str) -> MessageRef:
        """Raises SendFailed with Meta's code, and SendUnanswered (satark.whatsapp.errors)."""
        ...
