"""The mailbox's pages: no script runs on them, and a mail is shown with no rights at all."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from functions.dashboard.same_origin import is_own
from local.mailbox.letter import Letter, opened
from local.mailbox.seeding import Seeding

HERE: Final = Path(__file__).parent
HOME: Final = "/mailbox"
SEE_OTHER, FORBIDDEN, NOT_FOUND = 303, 403, 404
KEPT_OUT: Final = "base-uri 'none'; frame-ancestors 'none'"
PAGE: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'; "
    f"form-action 'self'; {KEPT_OUT}"
)
MAIL: Final = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
"""A mail brings its own styles and pictures, and may do nothing else."""
FILE: Final = f"default-src 'none'; {KEPT_OUT}"
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
SHOWN: Final = "application/pdf"
"""What the browser opens by itself; all else it stores."""

type Mails = Callable[[], Sequence[bytes]]


class Mailbox:
    """`mails` are all raw ones so far, the first one first; `dashboard` an address to link to."""

    def __init__(self, mails: Mails, seeding: Seeding, *, dashboard: str = "") -> None:
        self._mails, self._seeding, self._dashboard = mails, seeding, dashboard
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
        )

    def routes(self) -> list[Route]:
        get = partial(Route, methods=["GET"])
        return [
            get(HOME, self._list),
            get(f"{HOME}/mailbox.css", _style),
            Route(f"{HOME}/half-year", self._seed, methods=["POST"]),
            get(f"{HOME}/{{number:int}}", self._mail),
            get(f"{HOME}/{{number:int}}/text", self._mail),
            get(f"{HOME}/{{number:int}}/html", self._html),
            get(f"{HOME}/{{number:int}}/{{at:int}}/{{name}}", self._file),
        ]

    async def _list(self, _request: Request) -> Response:
        return await self._page(number=0)

    async def _mail(self, request: Request) -> Response:
        plain = request.url.path.endswith("/text")
        return await self._page(number=request.path_params["number"], plain=plain)

    async def _page(self, *, number: int, plain: bool = False) -> Response:
        letters = await self._letters()
        text = self._templates.get_template("mailbox.html").render(
            home=HOME,
            letters=list(reversed(list(enumerate(letters, 1)))),
            number=number,
            letter=_one(letters, number) if number else None,
            plain=plain,
            seeding=self._seeding,
            dashboard=self._dashboard,
        )
        # Without a script the page asks again by itself while something is under way.
        again = {"Refresh": f"1; url={HOME}"} if self._seeding.running else {}
        return HTMLResponse(text, headers=_headers(PAGE) | again)

    async def _seed(self, request: Request) -> Response:
        if not is_own(request.method, request.headers):
            return Response("", FORBIDDEN, headers=_headers(FILE))
        self._seeding.begin()
        return RedirectResponse(HOME, SEE_OTHER, headers=_headers(PAGE))

    async def _html(self, request: Request) -> Response:
        letter = _one(await self._letters(), request.path_params["number"])
        return HTMLResponse(letter.html, headers=_headers(MAIL))

    async def _file(self, request: Request) -> Response:
        letter = _one(await self._letters(), request.path_params["number"])
        file = _one(letter.attachments, request.path_params["at"])
        how = "inline" if file.mime == SHOWN else "attachment"
        named = {"Content-Disposition": f"{how}; filename*=UTF-8''{quote(file.name)}"}
        return Response(file.content, media_type=file.mime, headers=_headers(FILE) | named)

    async def _letters(self) -> list[Letter]:
        return await run_in_threadpool(lambda: [opened(raw) for raw in self._mails()])


def _one[Item](items: Sequence[Item], number: int) -> Item:
    """Counted from 1, as they are shown."""
    if not 1 <= number <= len(items):
        raise HTTPException(NOT_FOUND)
    return items[number - 1]


def _headers(policy: str) -> dict[str, str]:
    return {**HEADERS, "Content-Security-Policy": policy}


async def _style(_request: Request) -> Response:
    return FileResponse(HERE / "mailbox.css", headers=_headers(FILE))
