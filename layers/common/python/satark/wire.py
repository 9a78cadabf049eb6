"""The one way in which nouns become JSON for a queue, a table or a stream, and come back.

`load` raises pydantic.ValidationError on anything that is not the noun. Writing needs no pydantic,
whose import and schemas would double the cold start of the door, which only writes.
"""

import json
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from satark.case import CaseEvent
from satark.labels import ToLabel
from satark.message import DeliveryStatus, Errand, InboundMessage, OutboundMessage

if TYPE_CHECKING:
    from pydantic import TypeAdapter


class Wire[T]:
    def __init__(self, noun: Any) -> None:  # noqa: ANN401 - a union is no type to the checker
        self._noun = noun

    def dump(self, value: T) -> str:
        return _encoder.encode(_fields(value))

    def load(self, text: str | bytes) -> T:
        return self._adapter.validate_json(text)

    @cached_property
    def _adapter(self) -> "TypeAdapter[T]":
        from pydantic import TypeAdapter  # noqa: PLC0415 - see above

        return TypeAdapter(self._noun)


def _fields(value: object) -> object:
    """What JSON does not know by itself: a noun as its fields, a time in ISO 8601."""
    if isinstance(value, datetime):
        return value.isoformat()
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]  # every noun has slots


_encoder = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_fields
)

inbound: Wire[InboundMessage | DeliveryStatus] = Wire(InboundMessage | DeliveryStatus)
outbound: Wire[OutboundMessage | DeliveryStatus | Errand] = Wire(
    OutboundMessage | DeliveryStatus | Errand
)
case_event: Wire[CaseEvent] = Wire(CaseEvent)
to_label: Wire[ToLabel] = Wire(ToLabel)
