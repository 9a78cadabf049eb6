"""Files for the made-up cases, which have none: the same sample for each of a kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from local.phones.samples.document import document
from local.phones.samples.photo import photo
from local.phones.samples.sticker import sticker
from local.phones.samples.video import video
from local.phones.samples.voice import voice_note
from satark.tip import Evidence

PATH: Final = "/sample-files/{media}"
_MADE: Final[dict[str, Callable[[], tuple[str, bytes]]]] = {
    "image": lambda: ("image/jpeg", photo(hour=18)),
    "sticker": lambda: ("image/webp", sticker()),
    "video": lambda: ("video/mp4", video()),
    "audio": lambda: ("audio/ogg", voice_note()),
    "document": lambda: ("application/pdf", document()),
}


@dataclass(frozen=True, slots=True)
class SampleEvidence:
    """`origin` is the address of the dashboard itself."""

    origin: str

    def view(self, file: Evidence, *, name: str, lives: timedelta) -> str:  # noqa: ARG002 - a link of S3 has them
        return self.origin + PATH.format(media=file.media)


async def sample(request: Request) -> Response:
    mime, body = _MADE[request.path_params["media"]]()
    return Response(body, media_type=mime, headers={"Content-Disposition": "attachment"})
