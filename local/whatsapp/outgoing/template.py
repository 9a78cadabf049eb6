"""A template message: which template, and the values for its variables."""

from typing import Literal

from pydantic import Field

from local.whatsapp.outgoing.media_object import Document, Picture, Video
from local.whatsapp.outgoing.strict import Strict


class Currency(Strict):
    fallback_value: str
    code: str
    amount_1000: int


class DateTime(Strict):
    fallback_value: str


class Parameter(Strict):
    type: Literal["text", "currency", "date_time", "image", "video", "document", "payload"]
    parameter_name: str | None = None
    text: str | None = None
    payload: str | None = Field(default=None, min_length=1, max_length=256)
    currency: Currency | None = None
    date_time: DateTime | None = None
    image: Picture | None = None
    video: Video | None = None
    document: Document | None = None

    @property
    def value(self) -> str | None:
        """The words that take the variable's place; None for a picture, file or payload."""
        localised = self.currency or self.date_time
        return localised.fallback_value if localised else self.text


class Component(Strict):
    type: Literal["header", "body", "button"]
    sub_type: Literal["quick_reply", "url"] | None = None
    index: str | int | None = None
    parameters: tuple[Parameter, ...] = Field(default=(), strict=False)


class Language(Strict):
    code: str
    policy: Literal["deterministic"] = "deterministic"


class TemplateMessage(Strict):
    name: str
    language: Language
    components: tuple[Component, ...] = Field(default=(), strict=False)
