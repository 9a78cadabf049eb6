"""The body of `POST /<phone number id>/messages`.

https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from local.whatsapp.outgoing.interactive import Header, Interactive
from local.whatsapp.outgoing.media_object import (
    Audio,
    Document,
    MediaObject,
    Picture,
    Sticker,
    Video,
)
from local.whatsapp.outgoing.strict import Strict, refusal
from local.whatsapp.outgoing.template import TemplateMessage


class Text(Strict):
    body: str = Field(min_length=1, max_length=4096)
    preview_url: bool = False


class Reaction(Strict):
    message_id: str
    emoji: str = Field(max_length=16)


class Location(Strict):
    latitude: float = Field(ge=-90, le=90, strict=False)
    longitude: float = Field(ge=-180, le=180, strict=False)
    name: str | None = None
    address: str | None = None


class Context(Strict):
    message_id: str


TYPES = (
    "text",
    "image",
    "video",
    "audio",
    "document",
    "sticker",
    "interactive",
    "template",
    "reaction",
    "location",
)


class OutgoingMessage(Strict):
    messaging_product: Literal["whatsapp"]
    recipient_type: Literal["individual"] = "individual"
    to: str | None = Field(default=None, min_length=1)
    recipient: str | None = Field(default=None, min_length=1)
    recipient_identity_key_hash: str | None = None
    context: Context | None = None
    biz_opaque_callback_data: str | None = Field(default=None, max_length=512)
    type: str = "text"
    text: Text | None = None
    image: Picture | None = None
    video: Video | None = None
    audio: Audio | None = None
    document: Document | None = None
    sticker: Sticker | None = None
    interactive: Interactive | None = None
    template: TemplateMessage | None = None
    reaction: Reaction | None = None
    location: Location | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.type not in TYPES:
            raise refusal(131051, f"Message type {self.type!r} is not supported")
        if getattr(self, self.type) is None:
            raise refusal(131008, f"Type {self.type} needs the key {self.type}")
        if others := [kind for kind in TYPES if kind != self.type and getattr(self, kind)]:
            raise refusal(100, f"Unexpected key {others[0]} in a message of type {self.type}")
        if self.to is None and self.recipient is None:
            raise refusal(100, "The parameter to is required.")
        return self

    @property
    def media(self) -> tuple[str, MediaObject] | None:
        """Kind and object of the media that the message shows, in its header if anywhere."""
        header = getattr(self.interactive, "header", None)
        if isinstance(header, Header) and header.type != "text":
            return header.type, getattr(header, header.type)
        found = getattr(self, self.type)
        return (self.type, found) if isinstance(found, MediaObject) else None


class TypingIndicator(Strict):
    type: Literal["text"]


class ReadReceipt(Strict):
    messaging_product: Literal["whatsapp"]
    status: Literal["read"]
    message_id: str
    typing_indicator: TypingIndicator | None = None
