"""What is remembered of an officer: what we asked last, and what still waits for its tip."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from satark.command.awaited import Awaited, Which
from satark.identity import MessageRef
from satark.message import InboundMessage, OutboundMessage
from satark.wire import Wire

AWAITED_FOR = timedelta(hours=24)
REMEMBERED_FOR = timedelta(days=8)  # Meta delivers a webhook again for up to seven days
REMEMBERED_AT_MOST = 200
KEPT_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Heard:
    ref: MessageRef
    at: datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """`kept` are messages whose tip is still to be chosen. `replies` are to what was heard last.

    An earlier message's need no keeping: an officer's next message is handled only once they are
    on their way.
    """

    awaited: Awaited | None = None
    kept: tuple[InboundMessage, ...] = ()
    heard: tuple[Heard, ...] = ()
    replies: tuple[OutboundMessage, ...] = ()

    def has_heard(self, ref: MessageRef) -> bool:
        return any(heard.ref == ref for heard in self.heard)

    def replies_to(self, ref: MessageRef) -> tuple[OutboundMessage, ...]:
        return self.replies if self.heard and self.heard[-1].ref == ref else ()

    def at(self, now: datetime) -> "Memory":
        """Without what has waited for longer than a day."""
        touched_at = max((heard.at for heard in self.heard), default=now)
        awaited = self.awaited if now - touched_at <= AWAITED_FOR else None
        kept = tuple(message for message in self.kept if now - message.at <= AWAITED_FOR)
        return replace(self, awaited=awaited, kept=kept)

    def keeping(self, message: InboundMessage) -> "Memory":
        """With a message that waits for its tip. There is room while fewer than ten do."""
        return replace(self, awaited=Which(), kept=(*self.kept, message))

    @property
    def full(self) -> bool:
        return len(self.kept) >= KEPT_AT_MOST

    def hearing(self, message: InboundMessage, replies: tuple[OutboundMessage, ...]) -> "Memory":
        recent = (heard for heard in self.heard if message.at - heard.at <= REMEMBERED_FOR)
        heard = (*recent, Heard(message.ref, message.at))[-REMEMBERED_AT_MOST:]
        return replace(self, heard=heard, replies=replies)


wire: Wire[Memory] = Wire(Memory)
