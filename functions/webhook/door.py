"""From the bytes of Meta's POST to one queue message for each WhatsApp message."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from functions.webhook.identifying import identified
from functions.webhook.splitting import split
from satark import log
from satark.identity import Sender, SenderId, keyed_digest, message_ref
from satark.message import DeliveryStatus, InboundMessage
from satark.ports import IdentityKeys, Line
from satark.whatsapp.parse import parse
from satark.whatsapp.reading import Json
from satark.whatsapp.received import ReceivedMessage, ReceivedStatus, State
from satark.whatsapp.sender import NamedBy
from satark.whatsapp.verify import signed


class NotFromMeta(Exception):
    """The signature is missing, or is not that of these bytes."""


class NotAnEnvelope(Exception):
    """The body is not a JSON object."""


class StatusLine(Protocol):
    def put(self, messages: Iterable[DeliveryStatus]) -> None: ...


@dataclass(frozen=True, slots=True)
class Entrance:
    """One WhatsApp number of ours. `statuses` hears of our own messages, in these `states`."""

    named_by: NamedBy
    keys: IdentityKeys
    line: Line
    statuses: StatusLine
    states: frozenset[State]


@dataclass(frozen=True, slots=True)
class Door:
    """`entrances` by phone number id; `app_secrets` of each app, and an old one in a rotation."""

    app_secrets: Sequence[str]
    ref_key: bytes
    entrances: Mapping[str, Entrance]

    def admit(self, body: bytes, signature: str, *, arrived: datetime) -> None:
        """Returns when everything is queued. Raises NotFromMeta, NotAnEnvelope, errors of AWS.

        `arrived` stands in where a message's own time cannot be read.
        """
        if not signed(body, signature, self.app_secrets):
            raise NotFromMeta
        named_by = {number: entrance.named_by for number, entrance in self.entrances.items()}
        received = parse(_envelope(body), named_by, arrived=arrived)
        for number, mail in received.mail.items():
            self._queue_messages(self.entrances[number], mail.messages)
            self._queue_statuses(self.entrances[number], mail.statuses)
        for code, count in received.set_aside.items():
            log.warning("set_aside", code=code, count=count)

    def _queue_messages(self, entrance: Entrance, received: Sequence[ReceivedMessage]) -> None:
        if received:
            senders = identified((one.sender for one in received), entrance.keys)
            entrance.line.put(part for one in received for part in self._parts(one, senders))

    def _queue_statuses(self, entrance: Entrance, received: Sequence[ReceivedStatus]) -> None:
        wanted = [self._status(one) for one in received if one.state in entrance.states]
        if wanted:
            entrance.statuses.put(wanted)

    def _parts(
        self, received: ReceivedMessage, senders: Mapping[SenderId, Sender]
    ) -> Iterator[InboundMessage]:
        sender = senders[received.sender]
        quotes = message_ref(self.ref_key, received.quotes) if received.quotes else None
        for position, content in enumerate(split(received.content)):
            part = f"{received.wamid}#{position}" if position else received.wamid
            yield InboundMessage(
                ref=message_ref(self.ref_key, part),
                at=received.at,
                sender=sender,
                content=content,
                quotes=quotes,
                forwarded=received.forwarded,
                identity_key=self._keyed(received.identity_key),
            )

    def _status(self, received: ReceivedStatus) -> DeliveryStatus:
        return DeliveryStatus(
            ref=message_ref(self.ref_key, received.wamid),
            at=received.at,
            state=received.state,
            intent=received.intent,
            error=received.error,
            identity_key=self._keyed(received.identity_key),
        )

    def _keyed(self, identity_key: str | None) -> str | None:
        if identity_key is None:
            return None
        return keyed_digest(self.ref_key, f"identity\0{identity_key}".encode())


def _envelope(body: bytes) -> Json:
    try:
        envelope = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotAnEnvelope from error
    if not isinstance(envelope, dict):
        raise NotAnEnvelope
    return envelope
