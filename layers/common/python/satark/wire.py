"""The one way in which nouns become JSON for a queue, a table or a stream, and come back.

`load` raises pydantic.ValidationError on anything that is not the noun.
"""

from pydantic import TypeAdapter

from satark.case import CaseEvent
from satark.message import DeliveryStatus, InboundMessage, OutboundMessage


class Wire[T]:
    def __init__(self, adapter: TypeAdapter[T]) -> None:
        self._adapter = adapter

    def dump(self, value: T) -> str:
        return self._adapter.dump_json(value).decode()

    def load(self, text: str | bytes) -> T:
        return self._adapter.validate_json(text)


inbound: Wire[InboundMessage | DeliveryStatus] = Wire(TypeAdapter(InboundMessage | DeliveryStatus))
outbound: Wire[OutboundMessage | DeliveryStatus] = Wire(
    TypeAdapter(OutboundMessage | DeliveryStatus)
)
case_event: Wire[CaseEvent] = Wire(TypeAdapter(CaseEvent))
