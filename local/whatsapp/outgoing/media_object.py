"""Media in an outgoing message: the id of an upload or a public link, never both."""

from typing import Self

from pydantic import Field, model_validator

from local.whatsapp.outgoing.strict import Strict, refusal


class MediaObject(Strict):
    id: str | None = None
    link: str | None = Field(default=None, pattern=r"^https?://\S+$")

    @model_validator(mode="after")
    def _names_one_source(self) -> Self:
        if (self.id is None) == (self.link is None):
            raise refusal(100, "Exactly one of the keys id and link is required")
        return self


class Picture(MediaObject):
    caption: str | None = Field(default=None, max_length=1024)


class Video(MediaObject):
    caption: str | None = Field(default=None, max_length=1024)


class Document(MediaObject):
    caption: str | None = Field(default=None, max_length=1024)
    filename: str | None = Field(default=None, max_length=240)


class Audio(MediaObject):
    voice: bool = False


class Sticker(MediaObject):
    pass
