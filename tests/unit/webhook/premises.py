"""A door on two lines, in memory."""

import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, get_args

from functions.webhook.door import Door, Entrance
from satark.identity import SealedAddress, SenderId, keyed_digest, mac_input
from satark.message import DeliveryStatus, InboundMessage, OutboundMessage
from satark.whatsapp.received import State
from satark.whatsapp.sender import NamedBy
from tests.unit.whatsapp.payloads import OFFICERS, TIPS, signature

ARRIVED = datetime(2026, 1, 23, 9, 30, tzinfo=UTC)
REF_KEY = b"message-ref"
SECRET = "app-secret"


@dataclass
class Keys:
    """IdentityKeys that count their calls. What they give is opaque, as what KMS gives is."""

    key: bytes
    macs: int = 0
    seals: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def mac(self, sender: SenderId) -> bytes:
        with self.lock:
            self.macs += 1
        return keyed_digest(self.key, mac_input(sender)).encode()

    def seal(self, sender: SenderId) -> SealedAddress:
        with self.lock:
            self.seals += 1
        return SealedAddress(keyed_digest(self.key + b"seal", mac_input(sender)))


@dataclass
class LineList:
    """A Line, or an Outbox as the door uses it. `error` is raised by the next put."""

    taken: list[Any] = field(default_factory=list)
    error: Exception | None = None

    def put(self, messages: Iterable[InboundMessage | DeliveryStatus | OutboundMessage]) -> None:
        if self.error:
            raise self.error
        self.taken.extend(messages)

    @property
    def messages(self) -> list[InboundMessage]:
        return [taken for taken in self.taken if isinstance(taken, InboundMessage)]

    @property
    def statuses(self) -> list[DeliveryStatus]:
        return [taken for taken in self.taken if isinstance(taken, DeliveryStatus)]


@dataclass
class Premises:
    tips_keys: Keys = field(default_factory=lambda: Keys(b"tips"))
    officers_keys: Keys = field(default_factory=lambda: Keys(b"officers"))
    tips: LineList = field(default_factory=LineList)
    officers: LineList = field(default_factory=LineList)
    outbox: LineList = field(default_factory=LineList)

    @property
    def door(self) -> Door:
        every = frozenset[State](get_args(State))
        return Door(
            app_secrets=(SECRET,),
            ref_key=REF_KEY,
            entrances={
                TIPS: Entrance(
                    named_by=NamedBy.USER_ID,
                    keys=self.tips_keys,
                    line=self.tips,
                    statuses=self.outbox,
                    states=frozenset({"sent", "failed"}),
                ),
                OFFICERS: Entrance(
                    named_by=NamedBy.NUMBER,
                    keys=self.officers_keys,
                    line=self.officers,
                    statuses=self.officers,
                    states=every,
                ),
            },
        )

    @property
    def untouched(self) -> bool:
        calls = (self.tips_keys, self.officers_keys)
        queues = (self.tips, self.officers, self.outbox)
        return not any(key.macs or key.seals for key in calls) and not any(
            queue.taken for queue in queues
        )

    def post(self, envelope: object) -> None:
        self.post_body(json.dumps(envelope).encode())

    def post_body(self, body: bytes) -> None:
        self.door.admit(body, signature(body, SECRET), arrived=ARRIVED)
