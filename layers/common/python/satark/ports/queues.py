"""The queues before the rooms."""

from collections.abc import Iterable
from typing import Protocol

from satark.labels import ToLabel
from satark.message import DeliveryStatus, Errand, InboundMessage, OutboundMessage


class LabelsLine(Protocol):
    """A queue of events whose files are to be labelled; one is accepted once in five minutes."""

    def put(self, asked: Iterable[ToLabel]) -> None: ...


class Line(Protocol):
    """A queue of inbound messages, in order within a sender's group."""

    def put(self, messages: Iterable[InboundMessage | DeliveryStatus]) -> None: ...


class Outbox(Protocol):
    """A courier's queue, in order within `group`; one `id` is accepted once in five minutes."""

    def put(self, messages: Iterable[OutboundMessage | DeliveryStatus | Errand]) -> None: ...
