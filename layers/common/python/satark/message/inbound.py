"""What comes in from WhatsApp, behind the door."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from satark.identity import MessageRef, Sender

MediaKind = Literal["image", "video", "audio", "document", "sticker"]


@dataclass(frozen=True, slots=True)
class Text:
    body: str
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Tap:
    """A button, a list row, or a template's quick reply. `id` is ours, as we sent it."""

    id: str
    title: str
    kind: Literal["tap"] = "tap"


@dataclass(frozen=True, slots=True)
class Media:
    """A file that waits at Meta, for seven days, under `media_id`. `sha256` is as Meta gives it.

    File names are dropped at the door: they are chosen by the sender and may name the sender.
    """

    media: MediaKind
    media_id: str
    mime: str
    sha256: str
    caption: str = ""
    voice: bool = False
    kind: Literal["media"] = "media"


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map, WGS 84 degrees, with the name and address that WhatsApp gives it."""

    latitude: float
    longitude: float
    name: str = ""
    address: str = ""
    kind: Literal["pin"] = "pin"


@dataclass(frozen=True, slots=True)
class Reaction:
    """An emoji on the message in `InboundMessage.quotes`; empty when it was taken back."""

    emoji: str
    kind: Literal["reaction"] = "reaction"


@dataclass(frozen=True, slots=True)
class Edited:
    """New words for the message in `InboundMessage.quotes`."""

    body: str
    kind: Literal["edited"] = "edited"


@dataclass(frozen=True, slots=True)
class Deleted:
    """The sender took back the message in `InboundMessage.quotes`."""

    kind: Literal["deleted"] = "deleted"


@dataclass(frozen=True, slots=True)
class IdentityChanged:
    """The number or account behind this sender is now somebody's else, or may be."""

    kind: Literal["identity_changed"] = "identity_changed"


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Anything that we do not take: contact cards, polls, view-once, types yet unknown.

    `type` is WhatsApp's own word; `code` is Meta's error code where the message carries one.
    """

    type: str
    code: int | None = None
    kind: Literal["unsupported"] = "unsupported"


Content = Text | Tap | Media | Pin | Reaction | Edited | Deleted | IdentityChanged | Unsupported


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One WhatsApp message behind the door. `at` is Meta's time of sending, aware, in UTC.

    `identity_key` stands for the phone and SIM behind an officer, keyed; no tipster has one.
    """

    ref: MessageRef
    at: datetime
    sender: Sender
    content: Content
    quotes: MessageRef | None = None
    forwarded: bool = False
    identity_key: str | None = None
    kind: Literal["message"] = "message"


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """What became of a message of ours. `intent` is the id that the courier gave it."""

    ref: MessageRef
    at: datetime
    state: Literal["sent", "delivered", "read", "failed"]
    intent: str | None = None
    error: int | None = None
    identity_key: str | None = None
    kind: Literal["status"] = "status"
