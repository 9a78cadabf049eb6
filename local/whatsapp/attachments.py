"""Photos, videos, voice notes, documents, stickers and pins from a phone."""

from collections.abc import Mapping, Sequence
from typing import TypedDict, Unpack

from local.whatsapp import inbound
from local.whatsapp.acting import Acting
from local.whatsapp.bursts import at_once
from local.whatsapp.inbound import Draft
from local.whatsapp.messages import Message


class How(TypedDict, total=False):
    """To which line, quoting what, and whether it is forwarded."""

    line: str
    quoting: Message
    forwarded: bool


class Attachments(Acting):
    """Media are posted as they are: the caller decides whether they carry metadata."""

    def sends_photo(
        self,
        content: bytes,
        *,
        caption: str = "",
        mime_type: str = "image/jpeg",
        **how: Unpack[How],
    ) -> Message:
        return self.sends_media("image", content, mime_type, {"caption": caption}, **how)

    def sends_video(
        self,
        content: bytes,
        *,
        caption: str = "",
        mime_type: str = "video/mp4",
        **how: Unpack[How],
    ) -> Message:
        return self.sends_media("video", content, mime_type, {"caption": caption}, **how)

    def sends_voice(
        self, content: bytes, *, mime_type: str = "audio/ogg; codecs=opus", **how: Unpack[How]
    ) -> Message:
        return self.sends_media("audio", content, mime_type, {"voice": True}, **how)

    def sends_document(
        self,
        content: bytes,
        *,
        filename: str = "document.pdf",
        caption: str = "",
        mime_type: str = "application/pdf",
        **how: Unpack[How],
    ) -> Message:
        about = {"caption": caption, "filename": filename}
        return self.sends_media("document", content, mime_type, about, **how)

    def sends_sticker(self, content: bytes, **how: Unpack[How]) -> Message:
        return self.sends_media("sticker", content, "image/webp", {"animated": False}, **how)

    def sends_contact(self, name: str, number: str, **how: Unpack[How]) -> Message:
        card = {"name": {"formatted_name": name}, "phones": [{"phone": number}]}
        return self._act(Draft(type="contacts", body=[card], **_where(how)), how.get("line"))

    def sends_unsupported(self, kind: str, **how: Unpack[How]) -> Message:
        """What WhatsApp keeps from businesses, such as a `poll`: they learn its kind alone."""
        extra = {"errors": [{"code": 131051}], "unsupported": {"type": kind}}
        draft = Draft(type="unsupported", body=None, extra=extra, **_where(how))
        return self._act(draft, how.get("line"))

    def sends_album(self, photos: Sequence[bytes], **how: Unpack[How]) -> list[Message]:
        """Photos picked together: as many webhooks, posted at the same moment."""
        with at_once(self.world.webhooks):
            return [self.sends_photo(photo, **how) for photo in photos]

    def sends_pin(
        self,
        latitude: float,
        longitude: float,
        *,
        name: str = "",
        address: str = "",
        **how: Unpack[How],
    ) -> Message:
        """A point on the map, in degrees; a picked place has a name and an address."""
        about = {"name": name, "address": address}
        named = {key: value for key, value in about.items() if value}
        body = {"latitude": latitude, "longitude": longitude, **named}
        return self._act(Draft(type="location", body=body, **_where(how)), how.get("line"))

    def sends_media(
        self,
        kind: str,
        content: bytes,
        mime_type: str,
        about: Mapping[str, object],
        **how: Unpack[How],
    ) -> Message:
        """`about` holds caption, filename, voice or animated; empty ones are left out."""
        business = self.world.line(how.get("line") or self.phone.line)
        filename = str(about["filename"]) if about.get("filename") else None
        media = inbound.store_media(self.world, business, content, mime_type, filename)
        body: dict[str, object] = {"mime_type": mime_type, "sha256": media.sha256, "id": media.id}
        body |= {key: value for key, value in about.items() if value != ""}
        draft = Draft(type=kind, body=body, media=media, **_where(how))
        return self._act(draft, how.get("line"))


class _Where(TypedDict):
    quoting: Message | None
    forwarded: bool


def _where(how: How) -> _Where:
    return {"quoting": how.get("quoting"), "forwarded": how.get("forwarded", False)}
