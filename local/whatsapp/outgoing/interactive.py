"""Reply buttons, lists, link buttons and location requests, with Meta's limits.

Lengths are in Unicode code points.
https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
"""

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from local.whatsapp.outgoing.media_object import Document, Picture, Video
from local.whatsapp.outgoing.strict import Strict, refusal

MAX_ROWS = 10


class Body(Strict):
    text: str = Field(min_length=1, max_length=1024)


class ListBody(Strict):
    text: str = Field(min_length=1, max_length=4096)


class Footer(Strict):
    text: str = Field(min_length=1, max_length=60)


class TextHeader(Strict):
    type: Literal["text"]
    text: str = Field(min_length=1, max_length=60)


class Header(Strict):
    type: Literal["text", "image", "video", "document"]
    text: str | None = Field(default=None, min_length=1, max_length=60)
    image: Picture | None = None
    video: Video | None = None
    document: Document | None = None

    @model_validator(mode="after")
    def _holds_its_type(self) -> Self:
        if getattr(self, self.type) is None:
            raise refusal(131008, f"header of type {self.type} needs the key {self.type}")
        return self


class Reply(Strict):
    id: str = Field(max_length=256)
    title: str

    @model_validator(mode="after")
    def _fits_a_button(self) -> Self:
        if not 1 <= len(self.title) <= 20:  # noqa: PLR2004 - Meta's limit, told in the message
            raise refusal(131009, "Button title length invalid. Min length: 1, Max length: 20")
        if not self.id or self.id != self.id.strip():
            raise refusal(131009, "Button id must not be empty, nor begin or end with a space")
        return self


class ReplyButton(Strict):
    type: Literal["reply"]
    reply: Reply


class ReplyButtons(Strict):
    buttons: tuple[ReplyButton, ...] = Field(min_length=1, max_length=3, strict=False)

    @model_validator(mode="after")
    def _tells_buttons_apart(self) -> Self:
        replies = [button.reply for button in self.buttons]
        _must_be_unique([reply.id for reply in replies], "Button ids")
        _must_be_unique([reply.title for reply in replies], "Button titles")
        return self


class Row(Strict):
    id: str = Field(min_length=1, max_length=200)
    title: str = Field(min_length=1, max_length=24)
    description: str | None = Field(default=None, max_length=72)


class Section(Strict):
    title: str | None = Field(default=None, max_length=24)
    rows: tuple[Row, ...] = Field(min_length=1, strict=False)


class Rows(Strict):
    button: str = Field(min_length=1, max_length=20)
    sections: tuple[Section, ...] = Field(min_length=1, max_length=10, strict=False)

    @model_validator(mode="after")
    def _fits_one_list(self) -> Self:
        rows = [row for section in self.sections for row in section.rows]
        if len(rows) > MAX_ROWS:
            raise refusal(131009, f"Total row count exceed max allowed count: {MAX_ROWS}")
        if len(self.sections) > 1 and not all(section.title for section in self.sections):
            raise refusal(131009, "Section title is required when there is more than one section")
        _must_be_unique([row.id for row in rows], "Row ids")
        return self


class Link(Strict):
    display_text: str = Field(min_length=1, max_length=20)
    url: str = Field(pattern=r"^https?://\S+$", max_length=2000)


class LinkAction(Strict):
    name: Literal["cta_url"]
    parameters: Link


class LocationAction(Strict):
    name: Literal["send_location"]


class Buttons(Strict):
    type: Literal["button"]
    header: Header | None = None
    body: Body
    footer: Footer | None = None
    action: ReplyButtons


class List(Strict):
    type: Literal["list"]
    header: TextHeader | None = None
    body: ListBody
    footer: Footer | None = None
    action: Rows


class LinkButton(Strict):
    type: Literal["cta_url"]
    header: Header | None = None
    body: Body
    footer: Footer | None = None
    action: LinkAction


class LocationRequest(Strict):
    type: Literal["location_request_message"]
    body: Body
    action: LocationAction


def _must_be_unique(values: list[str], what: str) -> None:
    if len(set(values)) != len(values):
        raise refusal(131009, f"{what} must be unique within a message")


def _tag(value: object) -> str:
    kind = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    return f"kind:{kind}"


Interactive = Annotated[
    Annotated[Buttons, Tag("kind:button")]
    | Annotated[List, Tag("kind:list")]
    | Annotated[LinkButton, Tag("kind:cta_url")]
    | Annotated[LocationRequest, Tag("kind:location_request_message")],
    Discriminator(_tag),
]
