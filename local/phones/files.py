"""The page's own files, its font, and the media in the chats, under a strict policy."""

import mimetypes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from local.whatsapp import WhatsAppSimulator

PAGE = Path(__file__).parent / "page"
FONTS = Path(__file__).parents[2] / "build" / "fonts"
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
    "img-src 'self' blob:; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)
# A file that a person sent is never given the page's rights.
MEDIA_POLICY = "default-src 'none'; sandbox"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
SHOWN_INLINE = ("image/jpeg", "image/png", "image/webp", "video/", "audio/")
NOT_FOUND = 404
mimetypes.add_type("font/woff2", ".woff2")


async def index(_request: Request) -> Response:
    return _file(PAGE, "index.html")


async def page_file(request: Request) -> Response:
    return _file(PAGE, request.path_params["path"])


async def font_file(request: Request) -> Response:
    return _file(FONTS, request.path_params["path"])


def _file(folder: Path, name: str) -> Response:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return Response("Not Found", NOT_FOUND)
    return FileResponse(path, headers={**HEADERS, "Content-Security-Policy": PAGE_POLICY})


class ChatMedia:
    def __init__(self, simulator: WhatsAppSimulator) -> None:
        self._simulator = simulator

    async def show(self, request: Request) -> Response:
        """The bytes of a message's media, as the phones keep them."""
        message = self._simulator.chats.find(request.query_params.get("of", ""))
        if message is None or message.media is None:
            return Response("Not Found", NOT_FOUND)
        mime_type = message.media.mime_type
        inline = mime_type.startswith(SHOWN_INLINE)
        headers = {**HEADERS, "Content-Security-Policy": MEDIA_POLICY}
        headers["Content-Disposition"] = "inline" if inline else "attachment"
        return Response(message.media.content, media_type=mime_type, headers=headers)
