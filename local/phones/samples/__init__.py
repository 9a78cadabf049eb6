"""Attachments to try without having any at hand; each carries traces that must not arrive."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse

from local.phones.samples.document import document
from local.phones.samples.photo import photo
from local.phones.samples.sticker import sticker
from local.phones.samples.video import video
from local.phones.samples.voice import voice_note
from local.whatsapp import Person


@dataclass(frozen=True, slots=True)
class Sample:
    """`icon` is the name of one of the page's icons; `hint` says what is hidden inside."""

    label: str
    icon: str
    hint: str
    send: Callable[[Person], object]


def _album(person: Person) -> object:
    return person.sends_album([photo(hour=hour) for hour in (17, 18, 19, 20, 21)])


def _kept_back(kind: str) -> Callable[[Person], object]:
    return lambda person: person.sends_unsupported(kind)


SAMPLES: dict[str, Sample] = {
    "photo": Sample(
        "Photo", "camera", "with GPS inside", lambda one: one.sends_photo(photo(hour=18))
    ),
    "album": Sample("5 photos", "album", "in one second", _album),
    "video": Sample(
        "Video", "video", "with its place inside", lambda one: one.sends_video(video())
    ),
    "voice": Sample("Voice note", "mic", "4 seconds", lambda one: one.sends_voice(voice_note())),
    "document": Sample(
        "PDF",
        "document",
        "with its author inside",
        lambda one: one.sends_document(document(), filename="Ramesh_Kumar_list.pdf"),
    ),
    "sticker": Sample("Sticker", "sticker", "", lambda one: one.sends_sticker(sticker())),
    "contact": Sample(
        "Contact", "contact", "", lambda one: one.sends_contact("Ramesh", "+91 9000000999")
    ),
    "forwarded": Sample(
        "Forwarded photo",
        "forward",
        "not their own",
        lambda one: one.sends_photo(photo(hour=18), forwarded=True),
    ),
    "poll": Sample("Poll", "poll", "kept from businesses", _kept_back("poll")),
    "view-once": Sample("View-once", "once", "kept from businesses", _kept_back("view_once")),
    "live-location": Sample(
        "Live location", "pin", "kept from businesses", _kept_back("live_location")
    ),
}


async def list_samples(_request: Request) -> JSONResponse:
    return JSONResponse(
        [
            {"id": name, "label": one.label, "icon": one.icon, "hint": one.hint}
            for name, one in SAMPLES.items()
        ]
    )
