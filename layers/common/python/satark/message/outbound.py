"""What goes out to WhatsApp, before the courier."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from satark.identity import Handle, SealedAddress
from satark.message.inbound import MediaKind


@dataclass(frozen=True, slots=True)
class Say:
    body: str
    kind: Literal["say"] = "say"


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with taps: up to three options show as buttons, up to ten as a list.

    Options with a description always show as a list.
    `button` is the label that opens the list.
    """

    body: str
    options: tuple[Option, ...]
    button: str
    kind: Literal["ask"] = "ask"


@dataclass(frozen=True, slots=True)
class AskLocation:
    """WhatsApp's own button that sends a pin."""

    body: str
    kind: Literal["ask_location"] = "ask_location"


@dataclass(frozen=True, slots=True)
class Show:
    """Stored evidence, by its key in the evidence store."""

    key: str
    media: MediaKind
    mime: str
    caption: str = ""
    kind: Literal["show"] = "show"


@dataclass(frozen=True, slots=True)
class Template:
    """A template approved by Meta: values for its body, payloads for its quick-reply buttons."""

    name: str
    language: str
    values: tuple[str, ...] = ()
    payloads: tuple[str, ...] = ()
    kind: Literal["template"] = "template"


Outgoing = Say | Ask | AskLocation | Show | Template


@dataclass(frozen=True, slots=True)
class ToSender:
    """Straight back to whoever wrote, on either line."""

    address: SealedAddress
    kind: Literal["sender"] = "sender"


@dataclass(frozen=True, slots=True)
class ToTipster:
    """To the tipster of a filed tip, whom only the vault leads to."""

    handle: Handle
    kind: Literal["tipster"] = "tipster"


@dataclass(frozen=True, slots=True)
class ToOfficer:
    officer_id: str
    kind: Literal["officer"] = "officer"


Recipient = ToSender | ToTipster | ToOfficer


@dataclass(frozen=True, slots=True)
class OutboundMessage:
    """One message for a courier.

    `id` is derived from what caused the message, so that a redelivery asks for the same send.
    `at` is the time of that cause: the courier measures the 24-hour window by it.
    `template` takes the place of `content` outside the window; without one nothing is sent then.
    `case_id` is kept beside the send, so that a quote or a status finds its case again.
    """

    id: str
    at: datetime
    group: str
    to: Recipient
    content: Outgoing
    template: Template | None = None
    case_id: str | None = None
    kind: Literal["outbound"] = "outbound"


@dataclass(frozen=True, slots=True)
class Forget:
    """A tipster's wish that the courier of tips shred every reply address of theirs.

    `owner` is the name in the addresses' tags (see OwnerTag). Those of tips filed after `at` stay.
    """

    id: str
    at: datetime
    owner: str
    kind: Literal["forget"] = "forget"


@dataclass(frozen=True, slots=True)
class LetGo:
    """The case behind `handle` is closed: the courier of tips keeps its address until `until`.

    It can only bring the end of an address nearer.
    """

    id: str
    handle: Handle
    until: datetime
    kind: Literal["let_go"] = "let_go"


@dataclass(frozen=True, slots=True)
class Block:
    """No new tip is taken of whoever sent the one behind `handle`, until then; None lifts it."""

    id: str
    handle: Handle
    until: datetime | None
    kind: Literal["block"] = "block"


@dataclass(frozen=True, slots=True)
class Rewrap:
    """Seal addresses that are under a former key under the present one, some hundred at a time.

    How many were, and how many are left, the courier of tips says in its log.
    """

    id: str
    kind: Literal["rewrap"] = "rewrap"


Errand = Forget | LetGo | Block | Rewrap
"""What the courier of tips does by what stands in its vault, and tells nobody."""
